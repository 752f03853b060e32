//! Pages with a report baked in.

use crate::hostile::MARKUP;
use crate::{ARTICLE, merged};
use scraper::{Html, Selector};
use whosaid::Options;
use whosaid::html::{bake, page_of_text, read};
use whosaid::newsroom::{merge, parse, read_report};
use whosaid::report::{Attribution, Content, Report, Status};
use whosaid::wording::Lang;

const PAGE: &str = "<!DOCTYPE html><html lang=en><head><title>Wall</title><noscript><img src=x></noscript></head><body>\
    <article id=story><h1>Harbour wall fails</h1><p>“The wall held for ninety years,” Mayor Ada Quill said.</p>\
    <p>Ivo Brandt wrote that nobody had been hurt.</p></article><aside>More &amp; more</aside></body></html>";

fn report(html: &str) -> Report {
    let article = read(html).expect("HTML");
    whosaid::analyze(&article.text, &article.options)
}

fn select(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn a_page_is_as_it_was_but_for_what_is_baked_in() {
    let baked = bake(PAGE, &report(PAGE)).expect("a page");
    assert_eq!(select(&baked, "article + who-said[for=story] > details[data-who-said]").len(), 1);
    assert_eq!(select(&baked, "who-said > script[data-who-said]").len(), 2);
    // The article reads as before, in the command line and so in the widget.
    assert_eq!(read(&baked).expect("HTML").text, read(PAGE).expect("HTML").text);
    let start = baked.find("<who-said").expect("a widget");
    let end = baked.find("</who-said>").expect("its end") + "</who-said>".len();
    let rest = [&baked[..start], &baked[end..]].concat();
    assert!(
        rest.contains("<noscript><img src=x></noscript>") || rest.contains("<noscript><img src=\"x\"></noscript>"),
        "{rest}"
    );
    assert!(rest.contains("<aside>More &amp; more</aside>"), "{rest}");
    assert_eq!(bake(&baked, &report(&baked)).expect("a page"), baked, "baking again changes nothing");
}

#[test]
fn every_attribution_can_be_read_in_the_list() {
    let baked = bake(PAGE, &report(PAGE)).expect("a page");
    let items = select(&baked, "details > ol > li");
    assert_eq!(items.len(), 2, "{items:?}");
    assert!(items[0].starts_with("Ada Quill, Mayor: The wall held for ninety years,"), "{}", items[0]);
    assert!(items[0].contains("not checked by the newsroom"), "{}", items[0]);
    assert!(items[1].starts_with("Ivo Brandt (Paraphrase): nobody had been hurt"), "{}", items[1]);
}

#[test]
fn the_list_speaks_the_language_of_the_article() {
    let mut report = report(PAGE);
    for (language, speaks, direction) in
        [("de-AT", "de", "ltr"), ("fr", "fr", "ltr"), ("es", "es", "ltr"), ("ar", "ar", "rtl"), ("tlh", "en", "ltr")]
    {
        report.language = language.into();
        let baked = bake(PAGE, &report).expect("a page");
        let list = format!("details[lang={speaks}][dir={direction}]");
        let heading = whosaid::panel::launcher_label(Lang::from_tag(speaks));
        assert_eq!(select(&baked, &format!("{list} > summary")), [heading], "{language}");
        let items = select(&baked, &format!("{list} > ol > li"));
        assert_eq!(items.len(), 2, "{language}");
        // Names and words are the article's, all else is the language's own.
        let is_english = items[0].contains("newsroom") || items[0].contains("The article");
        assert_eq!(is_english, speaks == "en", "{}", items[0]);
    }
}

#[test]
fn the_baked_report_is_read_back_by_the_widget() {
    let baked = bake(PAGE, &report(PAGE)).expect("a page");
    let scripts = read(&baked).expect("HTML").scripts;
    assert_eq!(scripts.len(), 1);
    let data = parse(&scripts[0]).expect("JSON");
    let published = read_report(&data).expect("a report");
    assert_eq!(published.problems, []);
    let article = read(PAGE).expect("HTML");
    assert_eq!(merge(report(PAGE), &article.text, published), report(PAGE));
}

#[test]
fn what_is_withheld_stays_so_without_its_speaker() {
    let mut report = report(PAGE);
    report.attributions.retain(|entry| entry.form != whosaid::report::Form::Indirect);
    report.sources.retain(|source| source.name.as_deref() != Some("Ivo Brandt"));
    let content = Content { exact: "nobody had been hurt".into(), ..Content::default() };
    report.attributions.push(Attribution { content, status: Status::Withheld, ..Attribution::default() });
    let baked = bake(PAGE, &report).expect("a page");
    let list = select(&baked, "details").concat();
    assert!(!list.contains("nobody") && !list.contains("Brandt"), "{list}");
    let again = read(&baked).expect("HTML");
    let published = read_report(&parse(&again.scripts[0]).expect("JSON")).expect("a report");
    let shown = merge(whosaid::analyze(&again.text, &again.options), &again.text, published);
    assert!(shown.attributions.iter().all(|entry| !entry.content.exact.contains("nobody")));
    assert!(!select(&baked, "script").concat().contains("Brandt"));
}

#[test]
fn a_page_of_its_own_is_made_of_plain_text() {
    let report = whosaid::analyze(ARTICLE, &Options { published: Some("2024-05-07".into()), ..Options::default() });
    let page = page_of_text(ARTICLE, &report);
    assert_eq!(select(&page, "article > h1"), ["Harbour wall fails in the night"]);
    let article = read(&page).expect("HTML");
    assert_eq!(article.text, ARTICLE.trim());
    assert_eq!(article.options.published.as_deref(), Some("2024-05-07"));
}

#[test]
fn widgets_and_pages_of_any_kind_have_one_place_for_it() {
    for (html, selector) in [
        ("<p>“It held,” Ada Quill said.</p>", "body > who-said[for=body] > details"),
        ("<main><p>“It held,” Ada Quill said.</p></main>", "main + who-said[for=main] > details"),
        ("<article><p>“It held,” Ada Quill said.</p></article>", "article + who-said[for=article] > details"),
        (
            "<p>“It held,” Ada Quill said.</p><who-said theme=dark></who-said><who-said></who-said>",
            "who-said[theme] > details",
        ),
        ("", "body > who-said > details"),
    ] {
        let baked = bake(html, &report(html)).expect("a page");
        assert_eq!(select(&baked, selector).len(), 1, "{html}: {baked}");
        assert_eq!(select(&baked, "details").len(), 1, "{html}");
    }
}

#[test]
fn no_data_becomes_markup() {
    let plain = bake(PAGE, &merged("")).expect("a page");
    let count = |html: &str| Html::parse_document(html).tree.nodes().filter(|node| node.value().is_element()).count();
    for markup in MARKUP {
        let name = serde_json::to_string(markup).expect("JSON");
        let mut report = merged(&format!(
            r#"{{"content": {{"exact": "nobody had been hurt"}}, "source": {{"name": {name}, "role": {name}}}, "addressee": {{"name": {name}}},
                "outlet": {{"name": {name}}}, "links": [{{"url": "https://a.example", "text": {name}}}]}}"#
        ));
        report.article.publisher = Some((*markup).into());
        report.language = (*markup).into();
        report.attributions[0].content.exact = (*markup).into();
        report.attributions[0].content.segments.clear();
        let baked = bake(PAGE, &report).expect("a page");
        let scripts = Html::parse_document(&baked);
        let selector = Selector::parse("script:not([data-who-said]), iframe, svg, [onerror], [onload], [onfocus], b")
            .expect("a selector");
        assert_eq!(scripts.select(&selector).count(), 0, "{markup}: {baked}");
        // Three more items than in the plain one: addressee, outlet, link; nothing that the data brought.
        assert!(count(&baked) < count(&plain) + 12, "{markup}: {baked}");
        for script in select(&baked, "script") {
            parse(&script).unwrap_or_else(|problem| panic!("{markup}: {problem}"));
        }
    }
}
