//! Finding the article on the page.

use crate::text::markup::ARTICLE_SELECTORS;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// The article for the widget `near`, which stands in it or after it. `wanted` is a selector or an `id`.
pub fn article(document: &Document, near: &Element, wanted: Option<&str>) -> Option<Element> {
    match wanted {
        // `for="story"` is meant as an `id` where the page has no such element.
        Some(wanted) => matching(document, near, wanted).or_else(|| document.get_element_by_id(wanted)),
        None => ARTICLE_SELECTORS.iter().find_map(|selector| matching(document, near, selector)),
    }
}

/// Of several the one around `near`, else the last before it that is no teaser, else the longest.
fn matching(document: &Document, near: &Element, selector: &str) -> Option<Element> {
    // What is no selector finds nothing.
    if let Some(around) = near.closest(selector).ok()? {
        return Some(around);
    }
    let all = document.query_selector_all(selector).ok()?;
    let length = |element: &Element| element.text_content().map_or(0, |text| text.len());
    let found: Vec<(Element, usize)> = (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into::<Element>().ok())
        .map(|element| (element.clone(), length(&element)))
        .collect();
    let (longest, most) = found.iter().max_by_key(|(_, length)| *length)?;
    let precedes = |element: &Element| near.compare_document_position(element) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    let before = found.iter().rfind(|(element, length)| length * TEASER > *most && precedes(element));
    Some(before.map_or(longest, |(element, _)| element).clone())
}

/// An element with less than this part of the longest one's text is a teaser of an article, not one.
const TEASER: usize = 5;
