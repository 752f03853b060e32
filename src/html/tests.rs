use super::{DEEPEST, HtmlError, read};
use crate::options::BlockKind;

fn blocks(html: &str) -> Vec<(String, BlockKind)> {
    let article = read(html).unwrap();
    let of = |block: &crate::Block| (block.span.of(&article.text).to_owned(), block.kind);
    article.options.blocks.iter().map(of).collect()
}

fn text(html: &str) -> String {
    read(html).unwrap().text
}

#[test]
fn white_space_and_inline_markup_read_as_rendered() {
    for (html, expected) in [
        ("<p>The  dam\n holds, <b>she</b> <i>said</i>.</p>", "The dam holds, she said."),
        ("<p>un<b>broken</b></p>", "unbroken"),
        ("<p>wal\u{ad}ls and zero\u{200b}width</p>", "walls and zerowidth"),
        ("<p>Ada&nbsp;Quill &amp; son &#8220;here&#8221;</p>", "Ada\u{a0}Quill & son “here”"),
        ("<p>one<br>two</p>", "one two"),
        ("<p>one<br><br>two</p>", "one\ntwo"),
        ("<p>one<p>two", "one\ntwo"),
        ("<div>loose <p>inner</p> again</div>", "loose\ninner\nagain"),
        ("<pre>first\nsecond</pre>", "first\nsecond"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("plain words, no markup", "plain words, no markup"),
        ("", ""),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn quotation_marks_of_q_are_those_of_its_language() {
    for (html, expected) in [
        ("<p><q>It holds</q>, she said.</p>", "“It holds”, she said."),
        ("<html lang=de><p><q>Er hält <q>gut</q></q>", "„Er hält ‚gut‘“"),
        ("<html lang=de><p lang=en><q>It holds</q>", "“It holds”"),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn what_is_no_part_of_the_article_is_left_out() {
    for beside in [
        "<script>var a = 1</script>",
        "<style>p { }</style>",
        "<nav>Home</nav>",
        "<noscript>Turn it on</noscript>",
        "<template><p>later</p></template>",
        "<form><p>Sign up</p></form>",
        "<p hidden>secret</p>",
        "<div aria-hidden=true>★</div>",
        "<p style='display:none'>secret</p>",
        "<div class='related-links'><p>More</p></div>",
        "<aside><p>About the dam</p></aside>",
        "<footer>All rights reserved</footer>",
        "<section id=comments><p>First!</p></section>",
        "<who-said>Voices</who-said>",
        "<details data-who-said><summary>Who said this?</summary></details>",
        "<!-- note -->",
        "<svg><text>drawn</text></svg>",
    ] {
        let html = format!("<article><p>The dam held all night.</p>{beside}<p>It holds.</p></article>");
        assert_eq!(text(&html), "The dam held all night.\nIt holds.", "{beside}");
    }
}

#[test]
fn a_class_that_lies_loses_nothing() {
    let html = "<main class=x><div class='article-sidebar'><p>The dam held all night, the whole long night.</p></div><p>Yes.</p></main>";
    assert_eq!(text(html), "The dam held all night, the whole long night.\nYes.");
}

#[test]
fn kinds_of_blocks() {
    use BlockKind::{Caption, Heading, Headline, Paragraph, Post, PullQuote, Quote};
    let html = "<article><header><h1>Dam holds</h1></header><p>It did.</p><h1>The night</h1>\
        <blockquote><p>We stayed.</p><footer>Ada Quill</footer></blockquote>\
        <blockquote class='twitter-tweet'><p>Still dry.</p>— Ada Quill (@quill)</blockquote>\
        <aside class='pull-quote'>We stayed.</aside>\
        <figure><img alt='no text'><figcaption>The dam. Photo: A. Lens</figcaption></figure></article>";
    let expected = [
        ("Dam holds", Headline),
        ("It did.", Paragraph),
        ("The night", Heading),
        ("We stayed.", Quote),
        ("Ada Quill", Quote),
        ("Still dry.", Post),
        ("— Ada Quill (@quill)", Post),
        ("We stayed.", PullQuote),
        ("The dam. Photo: A. Lens", Caption),
    ];
    let found = blocks(html);
    assert_eq!(found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect::<Vec<_>>(), expected);
}

#[test]
fn links_with_their_words() {
    let article = read(
        "<p>The <a href=' https://courier.example/a '>Courier\n reported</a> it; <a href='#n1'>1</a> <a>x</a></p>",
    )
    .unwrap();
    let links: Vec<_> = article.options.links.iter().map(|l| (l.span.of(&article.text), l.url.as_str())).collect();
    assert_eq!(links, [("Courier reported", "https://courier.example/a")]);
}

#[test]
fn the_article_is_found() {
    let body = "<p>The dam held all night, said Ada Quill, who had stayed there with her men.</p>";
    let teaser = "<article class=card><p>Also read</p></article>";
    for (page, why) in [
        (format!("<body><p>Menu</p><article>{body}</article>{teaser}"), "of several articles the longest"),
        (format!("<body>{teaser}{teaser}<div itemprop='articleBody'>{body}</div>"), "teasers are no articles"),
        (format!("<body>{teaser}<main>{body}</main><p>Imprint"), "main"),
        (format!("<body><div role=main>{body}</div><p>Imprint"), "role"),
        (format!("<body>{body}"), "body"),
        (format!("<article><article>{body}</article></article>"), "nested"),
    ] {
        assert_eq!(text(&page), "The dam held all night, said Ada Quill, who had stayed there with her men.", "{why}");
    }
}

#[test]
fn a_teaser_is_no_article_and_a_story_in_pieces_is_one() {
    let story = "The dam held all night. The men who had stayed there went home at dawn, and nobody spoke for a while.";
    let card = "<article class=card><h3>Fire</h3><p>It burned.</p></article>";
    let post = |words: &str| format!("<article><h2>Noon</h2><p>{words}</p></article>");
    let headed = |words: &str| format!("<article><h1>Noon</h1><p>{words}</p></article>");
    for (page, expected, why) in [
        (format!("{card}{card}<main><div>{story}</div></main>{card}"), story.to_owned(), "cards around a story"),
        (
            format!("<main>{}{}</main>", post("It holds, and the water falls."), post("It held all night long.")),
            "Noon\nIt holds, and the water falls.\nNoon\nIt held all night long.".to_owned(),
            "a live blog",
        ),
        (
            format!("<main>{}{}</main>", headed("It holds, and the water falls."), headed("It held.")),
            "Noon\nIt holds, and the water falls.".to_owned(),
            "stories of their own",
        ),
        (
            format!("<main><div itemprop=articleBody><p>{story}</p></div><article>{story} {story}</article></main>"),
            story.to_owned(),
            "what the page calls the article's body",
        ),
        (
            format!("<article><h1>Dam</h1><div itemprop=articleBody><p>{story}</p></div></article>{card}"),
            format!("Dam\n{story}"),
            "with its headline",
        ),
        (
            format!("<article><p>{story}</p></article><main><p><a href=/x>{}</a></p></main>", story.repeat(9)),
            story.to_owned(),
            "links are no story",
        ),
    ] {
        assert_eq!(text(&page), expected, "{why}");
    }
}

#[test]
fn what_a_page_says_of_its_article_in_every_way() {
    let linked = |json: &str| format!("<script type='application/ld+json'>{json}</script>");
    let article = "<article><p>It did.</p></article>";
    let graph = r##"{"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#us"}, "datePublished": "2024-05-03"},
        {"@type": "Organization", "@id": "#us", "name": "The Courier"}]}"##;
    let typed = r##"[{"@type": "NewsArticle", "publisher": {"@type": "Organization", "@id": "#us"}, "datePublished": "2024-05-03"},
        {"@type": "Organization", "@id": "#us", "name": "The Courier"}]"##;
    let live = r#"{"@type": "LiveBlogPosting", "publisher": "The Courier", "datePublished": "2024-05-03T07:00:00+02:00",
        "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2024-05-04"}]}"#;
    let about = r#"{"@type": "WebPage", "mainEntity": {"@type": ["ReportageNewsArticle"], "publisher": [{"name": "The Courier"}],
        "datePublished": "2024-05-03"}}"#;
    let microdata = "<div itemscope itemtype='https://schema.org/NewsArticle'><meta itemprop=datePublished content=2024-05-03>\
        <span itemprop=publisher itemscope><meta itemprop=name content='The Courier'></span></div>";
    for page in [
        linked(graph),
        linked(typed),
        linked(live),
        linked(about),
        linked("{broken") + &linked(about),
        microdata.to_owned(),
        microdata.replace(
            "<meta itemprop=datePublished content=2024-05-03>",
            "<time itemprop=datePublished datetime=2024-05-03>",
        ),
        "<meta name=parsely-pub-date content=2024-05-03T07:00><meta name='og:site_name' content='The Courier'>"
            .to_owned(),
    ] {
        let options = read(&format!("{page}{article}")).unwrap().options;
        assert_eq!(options.publisher.as_deref(), Some("The Courier"), "{page}");
        assert!(options.published.is_some_and(|day| day.starts_with("2024-05-03")), "{page}");
    }
    let addressed = linked(r#"{"@type": "NewsArticle", "publisher": {"name": "https://courier.example/"}}"#);
    assert_eq!(read(&format!("{addressed}{article}")).unwrap().options.publisher, None, "an address is no name");
}

#[test]
fn metadata_in_order_of_trust() {
    let json = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"Dam
        holds","datePublished":"2024-05-03T06:00:00Z","inLanguage":"en-GB","publisher":{"name":"The Courier"}}]}</script>"#;
    let meta = "<meta property='og:title' content='Other'><meta property='article:published_time' content='2020-01-01'>\
        <meta property='og:site_name' content='Other site'><link rel=canonical href='https://courier.example/dam'>";
    let all = read(&format!("<html><head>{json}{meta}</head><article><p>It did.</p></article>")).unwrap().options;
    assert_eq!(all.headline.as_deref(), Some("Dam holds"));
    assert_eq!(all.published.as_deref(), Some("2024-05-03T06:00:00Z"));
    assert_eq!(all.publisher.as_deref(), Some("The Courier"));
    assert_eq!(all.language.as_deref(), Some("en-GB"));
    assert_eq!(all.url.as_deref(), Some("https://courier.example/dam"));

    let shown = read("<html lang=en><body><h1>Dam <i>holds</i></h1><article><time datetime=2024-05-03>3 May</time><p>It did.</p></article>").unwrap();
    assert_eq!(shown.options.headline.as_deref(), Some("Dam holds"), "a heading outside the article");
    assert_eq!(shown.options.published.as_deref(), Some("2024-05-03"));
    assert_eq!(shown.options.language.as_deref(), Some("en"));

    let inside = read("<article><h1>Dam holds</h1><p>It did.</p></article>").unwrap();
    assert_eq!(inside.options.headline, None, "a headline in the text is a block");
    assert_eq!(
        read(&format!("{meta}<script type='application/ld+json'>{{broken</script><p>x"))
            .unwrap()
            .options
            .headline
            .as_deref(),
        Some("Other")
    );
}

#[test]
fn endless_markup_is_refused_and_deep_markup_is_read() {
    for (html, expected) in [
        (format!("{}x", "<div>".repeat(100_000)), Err(HtmlError::TooDeep)),
        (format!("{}x{}", "<div>".repeat(DEEPEST / 2), "</div>".repeat(DEEPEST / 2)), Ok("x".to_owned())),
        (format!("{}x", "<b>".repeat(100_000)), Err(HtmlError::TooDeep)),
        (
            String::from("<p>")
                + &(0..200).map(|n| format!("<font size={n}>")).collect::<String>()
                + &"<p>x".repeat(100_000),
            Err(HtmlError::TooLarge),
        ),
        ("<p>x".repeat(100_000), Ok(["x"; 100_000].join("\n"))),
        (format!("<p>{}", "<".repeat(1_000_000)), Ok("<".repeat(1_000_000))),
    ] {
        let found = read(&html).map(|article| article.text);
        assert!(found == expected, "{}…: {:?}", html.get(..40).unwrap(), found.err());
    }
}

#[test]
fn a_quotation_carries_the_address_that_it_cites() {
    let html = "<article><p>Ada Quill wrote, <q cite='https://courier.example/a'>The dam will hold until May</q>.</p>\
        <p>Ivo Brandt said:</p><blockquote cite=' https://courier.example/b '><p>We stayed on the dam.</p><p>It held.</p></blockquote>\
        <p>Ada Quill wrote, <q cite='javascript:alert(1)'>It will not fall</q>.</p></article>";
    let article = read(html).unwrap();
    let report = crate::analyze(&article.text, &article.options);
    let links = |words: &str| -> Vec<&str> {
        let entry = report.attributions.iter().find(|entry| entry.content.exact.contains(words)).unwrap();
        entry.links.iter().map(|link| link.url.as_str()).collect()
    };
    assert_eq!(links("until May"), ["https://courier.example/a"]);
    assert_eq!(links("We stayed"), ["https://courier.example/b"]);
    assert!(links("not fall").is_empty());
}

#[test]
fn what_the_publisher_says_is_read_in_the_order_of_trust() {
    let html = "<script type='application/json' data-who-said>{\"version\": 1}</script>\
        <script type='application/ld+json'>{\"@type\": \"Quotation\"}</script>\
        <script type='application/ld+json'>{\"@type\": \"NewsArticle\"}</script>\
        <script type='application/ld+json' data-who-said>{\"@type\": \"Quotation\", \"text\": \"baked\"}</script>\
        <script type='application/json'>{}</script><p>It held.</p>";
    assert_eq!(read(html).unwrap().scripts, ["{\"@type\": \"Quotation\"}", "{\"version\": 1}"]);
}
