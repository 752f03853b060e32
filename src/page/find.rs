//! Finding the article on the page.

use super::details;
use crate::text::markup::ARTICLE_SELECTORS;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// The article for the widget `near`, which stands in it or after it. `wanted` is a selector or an `id`.
pub fn article(document: &Document, near: &Element, wanted: Option<&str>) -> Option<Element> {
    match wanted {
        // `for="story"` is meant as an `id` where the page has no such element.
        Some(wanted) => matching(document, near, wanted, &|_| true).or_else(|| document.get_element_by_id(wanted)),
        None => {
            let by_looks = |admits: &dyn Fn(&Element) -> bool| {
                ARTICLE_SELECTORS.iter().find_map(|selector| matching(document, near, selector, admits))
            };
            // What looks like the article is not, where the page says what it reads like and it is another.
            let said = details::article_body(document).and_then(|body| by_looks(&|element| holds(element, &body)));
            said.or_else(|| by_looks(&|_| true))
        }
    }
}

/// Whether an element has the words of `body`, going by samples: there may be advertisements between them.
fn holds(element: &Element, body: &str) -> bool {
    const SAMPLE: usize = 48;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (text, body) = (letters(&element.text_content().unwrap_or_default()), letters(body));
    let length = body.chars().count();
    (1..4).any(|quarter| {
        let sample: String = body.chars().skip(length / 4 * quarter).take(SAMPLE).collect();
        sample.len() >= SAMPLE && text.contains(&sample)
    })
}

/// Of several the one around `near`, else the last before it that is no teaser, else the longest. All others are as if they
/// were not there that `admits` says no to.
fn matching(document: &Document, near: &Element, selector: &str, admits: &dyn Fn(&Element) -> bool) -> Option<Element> {
    // What is no selector finds nothing.
    if let Some(around) = near.closest(selector).ok()?.filter(admits) {
        return Some(around);
    }
    let all = document.query_selector_all(selector).ok()?;
    let length = |element: &Element| element.text_content().map_or(0, |text| text.len());
    let found: Vec<Element> = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).filter(admits).collect();
    if found.len() < 2 {
        return found.into_iter().next();
    }
    let found: Vec<(Element, usize)> = found.into_iter().map(|element| (element.clone(), length(&element))).collect();
    let (longest, most) = found.iter().max_by_key(|(_, length)| *length)?;
    let precedes = |element: &Element| near.compare_document_position(element) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    let before = found.iter().rfind(|(element, length)| length * TEASER > *most && precedes(element));
    Some(before.map_or(longest, |(element, _)| element).clone())
}

/// An element with less than this part of the longest one's text is a teaser of an article, not one.
const TEASER: usize = 5;
