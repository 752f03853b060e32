//! The article's text as the page shows it, and the way back.

use crate::support::{Page, document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Text;
use whosaid::page::Reading;
use whosaid::report::Extent;
use whosaid::steps::Steps;
use whosaid::{BlockKind, Options};

fn read(page: &Page) -> Reading {
    let article = page.root.first_element_child().unwrap();
    Steps::of(Reading::of(&window(), &document(), &article, Options::default())).finish()
}

fn text_of(html: &str) -> String {
    read(&Page::new(&format!("<article>{html}</article>"))).text().to_owned()
}

fn kinds_of(html: &str) -> Vec<(String, BlockKind)> {
    let page = Page::new(&format!("<article>{html}</article>"));
    let reading = read(&page);
    let blocks = &reading.options().blocks;
    blocks.iter().map(|block| (block.span.of(reading.text()).to_owned(), block.kind)).collect()
}

/// What a range shows, with the white space and the invisible characters that reading drops.
fn shown(range: &web_sys::Range) -> String {
    let said = String::from(range.to_string());
    let said: String = said.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')).collect();
    said.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[wasm_bindgen_test]
fn text_is_what_is_rendered() {
    for (html, expected) in [
        ("<p>One  \n two</p><p>three</p>", "One two\nthree"),
        ("<p>so<b>me</b>thing <i>else </i> here</p>", "something else here"),
        ("<p>re&shy;port&#8203;ed AT&amp;T &quot;x&quot;&nbsp;y</p>", "reported AT&T \"x\"\u{a0}y"),
        ("<p>a<br>b</p><p>c<br><br>d</p>", "a b\nc\nd"),
        ("<p>one</p><script>no</script><style>no</style><noscript>no</noscript><template>no</template>", "one"),
        ("<p>one<span hidden>no</span><span aria-hidden=true>no</span></p><nav>no</nav><form>no</form>", "one"),
        ("<p>one<span style='display:none'>no</span><span style='visibility:hidden'>no</span></p>", "one"),
        ("<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>", "a\nb\nc\nd"),
        ("<p><span style='float:left'>T</span>he dam</p>", "The dam"),
        (
            "<p>open <span style='position:absolute;width:1px;height:1px;overflow:hidden'>(window)</span>it</p>",
            "open it",
        ),
        ("<div><span style='display:block'>a</span><span style='display:block'>b</span></div>", "a\nb"),
        ("<div style='white-space:pre-line'>first  line\n\nsecond</div>", "first line\nsecond"),
        (
            "<p>one</p><aside>no</aside><div class='related-links'>no</div><p>two and more words</p>",
            "one\ntwo and more words",
        ),
        ("<p>one</p><who-said>no</who-said><who-said-mark>no</who-said-mark>", "one"),
        ("<p lang=en><q>No,</q> she said</p>", "“No,” she said"),
        ("<p lang=de><q>Nein, <q>sagte</q> er</q></p>", "„Nein, ‚sagte‘ er“"),
        ("<p><q style='quotes:none'>“No”</q></p>", "“No”"),
        ("<p><q style='quotes:\"«\" \"»\"'>No</q></p>", "«No»"),
        ("<p>שלום <b>עולם</b> said</p>", "שלום עולם said"),
        ("<p>e\u{301}te\u{301} 👩\u{200d}🚀!</p>", "e\u{301}te\u{301} 👩\u{200d}🚀!"),
        ("", ""),
    ] {
        assert_eq!(text_of(html), expected, "{html}");
    }
}

#[wasm_bindgen_test]
fn every_offset_leads_back_to_its_words() {
    let html = "<h1>Dam  holds</h1>\n<p>He <em>sa<b>id</b></em>: “re&shy;port&shy;ed 😀 👩\u{200d}🚀 e\u{301}”<br>and\n\n left. \
        <a href='#x'>שלום&nbsp;עולם</a> <q>yes</q></p><blockquote><p>Two</p><p>three</p></blockquote>";
    let page = Page::new(&format!("<article>{html}</article>"));
    let reading = read(&page);
    let chars: Vec<char> = reading.text().chars().collect();
    for start in 0..chars.len() {
        for end in start + 1..=chars.len() {
            let words: String = chars[start..end].iter().filter(|c| !"“”".contains(**c)).collect();
            let found: Vec<String> = reading.ranges(Extent::new(start, end)).iter().map(shown).collect();
            let found: String = found.join(" ").chars().filter(|c| !"“”".contains(*c)).collect();
            let fold = |text: &str| text.split([' ', '\n']).collect::<String>();
            assert_eq!(fold(&found), fold(&words), "{start}..{end}");
        }
    }
}

#[wasm_bindgen_test]
fn blocks_have_kinds() {
    use BlockKind::{Caption, Heading, Headline, Paragraph, Post, PullQuote, Quote};
    let owned = |blocks: &[(&str, BlockKind)]| blocks.iter().map(|(t, k)| ((*t).to_owned(), *k)).collect::<Vec<_>>();
    assert_eq!(
        kinds_of(
            "<h1>H</h1><h2>h</h2><p>p</p><blockquote><p>q</p><p>r</p></blockquote>t<figure><figcaption>c</figcaption></figure>\
             <blockquote class=twitter-tweet><p>post</p>— A (@a)</blockquote><aside class=pullquote>pull</aside><h1>second</h1>"
        ),
        owned(&[
            ("H", Headline),
            ("h", Heading),
            ("p", Paragraph),
            ("q", Quote),
            ("r", Quote),
            ("t", Paragraph),
            ("c", Caption),
            ("post", Post),
            ("— A (@a)", Post),
            ("pull", PullQuote),
            ("second", Heading),
        ])
    );
}

#[wasm_bindgen_test]
fn links_have_words_and_addresses() {
    let page =
        Page::new("<article><p>as <a href='https://courier.example/a?b=1'>the <i>Courier</i></a> wrote</p></article>");
    let reading = read(&page);
    let links = &reading.options().links;
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].span.of(reading.text()), "the Courier");
    assert_eq!(links[0].url, "https://courier.example/a?b=1");
}

#[wasm_bindgen_test]
fn the_page_tells_date_language_and_publisher() {
    let page = Page::new(
        "<article lang=de><time datetime='2025-03-12T08:00'>today</time><p>x</p></article>\
         <script type='application/ld+json'>{broken</script>\
         <script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],\
         \"headline\":\"Dam holds\",\"publisher\":{\"@id\":\"#us\"},\"datePublished\":\"2025-03-11\"},\
         {\"@type\":\"Organization\",\"@id\":\"#us\",\"name\":\"The Courier\"}]}</script>",
    );
    let reading = read(&page);
    let options = reading.options();
    assert_eq!(options.language.as_deref(), Some("de"));
    assert_eq!(options.published.as_deref(), Some("2025-03-11"));
    assert_eq!(options.publisher.as_deref(), Some("The Courier"));
    assert_eq!(options.headline.as_deref(), Some("Dam holds"));
    page.find("script:last-of-type").remove();
    assert_eq!(read(&page).options().published.as_deref(), Some("2025-03-12T08:00"));
}

#[wasm_bindgen_test]
fn lone_surrogates_and_odd_text_are_read() {
    let page = Page::new("<article><p></p></article>");
    let broken = js_sys::JsString::from_char_code(&[0x61, 0xd83d, 0x62, 0xdc00, 0x63]);
    let text: Text = document().create_text_node("");
    js_sys::Reflect::set(&text, &"data".into(), &broken).unwrap();
    page.find("p").append_child(&text).unwrap();
    let reading = read(&page);
    assert_eq!(reading.text(), "a\u{fffd}b\u{fffd}c");
    let ranges = reading.ranges(Extent::new(2, 5));
    assert_eq!((ranges[0].start_offset().unwrap(), ranges[0].end_offset().unwrap()), (2, 5));
}

#[wasm_bindgen_test]
fn shadow_roots_of_the_page_are_read_as_shown() {
    let page = Page::new("<article><div id=h><p>given</p></div><p>after</p></article>");
    let host = page.find("#h");
    let shadow = whosaid::page::shadow(&host).unwrap();
    shadow.unchecked_ref::<web_sys::Element>().set_inner_html("<p>before</p><slot></slot>");
    assert_eq!(read(&page).text(), "before\ngiven\nafter");
}

#[wasm_bindgen_test]
fn deep_pages_are_read() {
    let page = Page::new("<article></article>");
    let mut inner = page.find("article");
    for _ in 0..2_000 {
        let child = document().create_element("i").unwrap();
        inner.append_child(&child).unwrap();
        inner = child;
    }
    inner.set_text_content(Some("deep"));
    assert_eq!(read(&page).text(), "deep");
}
