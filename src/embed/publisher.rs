//! What the publisher says of the article: a report in the page or beside it, and the page's JSON-LD.

use crate::json::Json;
use crate::newsroom::{self, Effect, Fault, Problem, Published};
use crate::page;
use crate::report::Report;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

/// Where a page holds a report.
const REPORT: &str = "script[type=\"application/json\"][data-who-said]";

/// Where a page describes itself; what was baked in is in the report as well.
const JSON_LD: &str = "script[type=\"application/ld+json\"]:not([data-who-said])";

/// Lays what the publisher says over the `report` on `text`, and notes in `problems` what of it cannot be used.
///
/// `given` is a report as text or as an object; without one the report in the widget's `host` or in the `article` is
/// taken, else the one of the page that is of this article's words. It wins over JSON-LD, field by field.
pub(super) fn lay_over(
    mut report: Report,
    text: &str,
    (host, article): (&Element, &Element),
    given: Option<&JsValue>,
    problems: &mut Vec<Problem>,
) -> Report {
    let Some(document) = article.owner_document() else { return report };
    // Of several articles each has its own.
    let alone = usize::from(document.query_selector_all("who-said").is_ok_and(|all| all.length() < 2));
    for data in quotations_of(&document) {
        let data = understand(&data);
        if alone + standing(text, &data) > 0 {
            report = laid(report, text, data, problems);
        }
    }
    let data = given.map(understand).or_else(|| {
        let own = [host, article].into_iter().find_map(|place| place.query_selector(REPORT).ok().flatten());
        own.map(|own| understand(&own.text_content().into()))
    });
    match data.or_else(|| of_page(&document, article, text, alone)) {
        Some(data) => laid(report, text, data, problems),
        None => report,
    }
}

type Understood = Result<Published, Problem>;

/// Of the page's reports that stand in no other article or widget the one most of whose words are this text's.
fn of_page(document: &Document, article: &Element, text: &str, mut most: usize) -> Option<Understood> {
    let mut best = None;
    for script in page::all(&document.document_element()?, REPORT) {
        let home = script.closest("article,who-said").ok().flatten();
        if home.is_none_or(|home| home.contains(Some(article))) {
            let data = understand(&script.text_content().into());
            let count = standing(text, &data);
            // A page with one article has one report, even if all its words are gone.
            if count > most || best.is_none() && most > 0 {
                (most, best) = (count.max(most), Some(data));
            }
        }
    }
    best
}

/// How many entries have words that stand in the text.
fn standing(text: &str, data: &Understood) -> usize {
    let entries = data.as_ref().map_or(&[][..], |published| &published.entries);
    entries.iter().filter(|entry| text.contains(&entry.attribution.content.exact)).count()
}

fn laid(report: Report, text: &str, data: Understood, problems: &mut Vec<Problem>) -> Report {
    match data {
        Ok(mut published) => {
            problems.append(&mut published.problems);
            newsroom::merge(report, text, published)
        }
        Err(problem) => {
            problems.push(problem);
            report
        }
    }
}

/// The page's JSON-LD that speaks of quotations.
fn quotations_of(document: &Document) -> Vec<JsValue> {
    let Some(root) = document.document_element() else { return Vec::new() };
    let texts = page::all(&root, JSON_LD).into_iter().filter_map(|script| script.text_content());
    let speaks = |text: &String| text.contains("\"Quotation\"") && JSON::parse(text).is_ok();
    // A page's broken JSON-LD is the page's own affair.
    texts.filter(speaks).map(JsValue::from).collect()
}

fn understand(data: &JsValue) -> Understood {
    read(data).and_then(|data| newsroom::read(&data))
}

/// Reads text, or an object by way of its text: neither getters nor a circle are followed.
fn read(data: &JsValue) -> Result<Json, Problem> {
    let broken = || Problem { place: "$".into(), fault: Fault::NotJson, effect: Effect::AllRefused };
    let text = data.as_string().or_else(|| JSON::stringify(data).ok()?.as_string()).ok_or_else(broken)?;
    newsroom::check_length(text.len())?;
    let data = JSON::parse(&text).map_err(|_| broken())?;
    // Two levels more than are allowed, so that their excess is seen.
    Ok(page::json(&data, newsroom::DEEPEST + 2))
}
