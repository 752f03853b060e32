//! What the page says of the article beside its text: headline, date line, publisher, language, address.

use crate::json::Json;
use crate::newsroom::{About, DEEPEST, about};
use crate::options::{BlockKind, Options};
use crate::text::markup::{self, DATES, HEADLINES, PUBLISHERS};
use js_sys::JSON;
use web_sys::{Document, Element};

/// Longest JSON-LD that is looked at, in bytes; a page's own data is rarely a tenth of it.
const LONGEST_JSON_LD: usize = 256 * 1024;

/// Fills in what the page says; what `options` has already stays.
pub(super) fn fill(document: &Document, article: &Element, options: &mut Options) {
    let said = described(document);
    let language = article.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    options.language = options.language.take().or(language.filter(|tag| !tag.is_empty())).or(said.language);
    options.url = options.url.take().or_else(|| address(document));
    options.published = options
        .published
        .take()
        .or(said.published)
        .or_else(|| given(document, DATES))
        .or_else(|| date_line(article.query_selector("time[datetime]")))
        .or_else(|| date_line(document.query_selector("main time[datetime]")));
    options.publisher = options.publisher.take().or(said.publisher).or_else(|| given(document, PUBLISHERS));
    if !options.blocks.iter().any(|block| block.kind == BlockKind::Headline) {
        options.headline = options.headline.take().or(said.headline).or_else(|| given(document, HEADLINES));
    }
}

/// What the page's JSON-LD says of the article.
pub(super) fn described(document: &Document) -> About {
    let Some(root) = document.document_element() else { return About::default() };
    let mut parsed = Vec::new();
    for script in super::all(&root, "script[type=\"application/ld+json\"]") {
        let json = script.text_content().filter(|json| json.len() <= LONGEST_JSON_LD);
        // A page's broken JSON-LD is the page's own affair.
        if let Some(value) = json.and_then(|json| JSON::parse(&json).ok()) {
            parsed.push(super::json(&value, DEEPEST));
        }
    }
    about(&Json::List(parsed)).unwrap_or_default()
}

/// What the first of these elements says that the page has.
fn given(document: &Document, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, attribute)| {
        let element = document.query_selector(selector).ok().flatten()?;
        let said = if attribute.is_empty() { element.text_content() } else { element.get_attribute(attribute) };
        markup::folded(&said?)
    })
}

fn date_line(time: Result<Option<Element>, wasm_bindgen::JsValue>) -> Option<String> {
    time.ok().flatten()?.get_attribute("datetime").filter(|date| markup::is_dated(date))
}

fn address(document: &Document) -> Option<String> {
    let canonical = document.query_selector("link[rel=\"canonical\"]").ok().flatten();
    let canonical = canonical.and_then(|link| link.get_attribute("href")).filter(|url| url.starts_with("http"));
    canonical.or_else(|| document.location()?.href().ok())
}
