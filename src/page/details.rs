//! What the page says of the article beside its text: headline, date line, publisher, language, address.

use crate::options::{BlockKind, Options};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

/// Longest JSON-LD that is looked at, in bytes; a page's own data is rarely a tenth of it.
const LONGEST_JSON_LD: usize = 256 * 1024;

/// Types of schema.org under which news articles go.
const ARTICLE_TYPES: &[&str] = &[
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "Article",
    "BlogPosting",
];

/// Fills in what the page says; what `options` has already stays.
pub(super) fn fill(document: &Document, article: &Element, options: &mut Options) {
    let data = news_article(document).unwrap_or(JsValue::UNDEFINED);
    let language = article.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    let said = |key: &str| text(&member(&data, key));
    options.language =
        options.language.take().or(language.filter(|tag| !tag.is_empty())).or_else(|| said("inLanguage"));
    options.url = options.url.take().or_else(|| address(document));
    options.published = options
        .published
        .take()
        .or_else(|| said("datePublished"))
        .or_else(|| meta(document, "meta[property=\"article:published_time\"],meta[itemprop=\"datePublished\"]"))
        .or_else(|| date_line(article));
    options.publisher = options
        .publisher
        .take()
        .or_else(|| text(&member(&first(member(&data, "publisher")), "name")))
        .or_else(|| meta(document, "meta[property=\"og:site_name\"]"));
    if !options.blocks.iter().any(|block| block.kind == BlockKind::Headline) {
        options.headline = options
            .headline
            .take()
            .or_else(|| said("headline"))
            .or_else(|| meta(document, "meta[property=\"og:title\"]"));
    }
}

/// The article's words as the page's JSON-LD gives them.
pub(super) fn article_body(document: &Document) -> Option<String> {
    text(&member(&news_article(document)?, "articleBody"))
}

/// The first description of an article in the page's JSON-LD.
fn news_article(document: &Document) -> Option<JsValue> {
    let scripts = document.query_selector_all("script[type=\"application/ld+json\"]").ok()?;
    (0..scripts.length()).find_map(|at| {
        let json = scripts.item(at)?.text_content()?;
        // A page's broken JSON-LD is the page's own affair.
        let value = (json.len() <= LONGEST_JSON_LD).then(|| JSON::parse(&json).ok())??;
        described(&value).or_else(|| described(&member(&value, "@graph")))
    })
}

/// The article among one description or several.
fn described(value: &JsValue) -> Option<JsValue> {
    if let Some(list) = value.dyn_ref::<Array>() {
        return list.iter().find(is_article);
    }
    is_article(value).then(|| value.clone())
}

fn is_article(value: &JsValue) -> bool {
    let kind = member(value, "@type");
    let known = |kind: &JsValue| kind.as_string().is_some_and(|kind| ARTICLE_TYPES.contains(&kind.as_str()));
    known(&kind) || kind.dyn_ref::<Array>().is_some_and(|kinds| kinds.iter().any(|kind| known(&kind)))
}

fn first(value: JsValue) -> JsValue {
    match value.dyn_ref::<Array>() {
        Some(list) => list.get(0),
        None => value,
    }
}

fn member(value: &JsValue, key: &str) -> JsValue {
    if value.is_object() { Reflect::get(value, &key.into()).unwrap_or(JsValue::UNDEFINED) } else { JsValue::UNDEFINED }
}

fn text(value: &JsValue) -> Option<String> {
    value.as_string().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn meta(document: &Document, selector: &str) -> Option<String> {
    let element = document.query_selector(selector).ok().flatten()?;
    element.get_attribute("content").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The first date that the article carries as `<time datetime>`.
fn date_line(article: &Element) -> Option<String> {
    let time = article.query_selector("time[datetime]").ok().flatten()?;
    time.get_attribute("datetime").filter(|date| !date.is_empty())
}

fn address(document: &Document) -> Option<String> {
    let canonical = document.query_selector("link[rel=\"canonical\"]").ok().flatten();
    let canonical = canonical.and_then(|link| link.get_attribute("href")).filter(|url| url.starts_with("http"));
    canonical.or_else(|| document.location()?.href().ok())
}
