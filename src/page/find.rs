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
            // What looks like the article is not, where the page says what it reads like and it is another.
            let said = details::described(document).body;
            said.and_then(|body| by_looks(document, near, &|element| holds(element, &body)))
                .or_else(|| by_looks(document, near, &|_| true))
        }
    }
}

/// The first of [`ARTICLE_SELECTORS`]' elements that is no teaser beside another one's.
fn by_looks(document: &Document, near: &Element, admits: &dyn Fn(&Element) -> bool) -> Option<Element> {
    let mut found = Vec::new();
    let mut most = 0;
    for selector in ARTICLE_SELECTORS {
        if let Some(element) = matching(document, near, selector, admits) {
            let length = prose(&element);
            most = if selector == "body" { most } else { most.max(length) };
            found.push((element, length, selector));
        }
    }
    for (element, length, selector) in found {
        // One without words is an article whose text is still to come.
        let holds_widget = element.contains(Some(near));
        if length == 0 || length * TEASER >= most || holds_widget && element.local_name() == "article" {
            let parent =
                element.parent_element().filter(|parent| !holds_widget && is_in_pieces(parent, length, selector));
            return parent.or(Some(element));
        }
    }
    None
}

/// Whether a story stands in `parent` piece by piece, each an article and one of them of this length: a live blog. Where one
/// has a headline of the first rank they are stories of their own.
fn is_in_pieces(parent: &Element, length: usize, selector: &str) -> bool {
    let mut pieces = 0;
    for piece in all(parent, selector) {
        if piece.parent_element().as_ref() == Some(parent) && prose(&piece) * TEASER >= length {
            if !all(&piece, "h1").is_empty() {
                return false;
            }
            pieces += 1;
        }
    }
    pieces > 1
}

/// All elements below `root` that a selector picks; none for what is no selector.
#[inline(never)]
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    if let Ok(nodes) = root.query_selector_all(selector) {
        while let Some(node) = nodes.item(found.len() as u32) {
            found.push(node.unchecked_into());
        }
    }
    found
}

#[inline(never)]
fn length(element: &Element) -> usize {
    element.text_content().map_or(0, |text| text.len())
}

/// The length of an element's text but for its links: teasers and menus are little else.
#[inline(never)]
fn prose(element: &Element) -> usize {
    let mut prose = length(element);
    for other in all(element, "a,script,style,noscript") {
        prose = prose.saturating_sub(length(&other));
    }
    prose
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
    let mut found = Vec::new();
    for element in all(&document.document_element()?, selector) {
        if admits(&element) {
            let length = prose(&element);
            found.push((element, length));
        }
    }
    let (longest, most) = found.iter().max_by_key(|(_, length)| *length)?;
    let precedes = |element: &Element| near.compare_document_position(element) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    let before = found.iter().rfind(|(element, length)| length * TEASER > *most && precedes(element));
    Some(before.map_or(longest, |(element, _)| element).clone())
}

/// An element with less than this part of the longest one's text is a teaser of an article, not one.
const TEASER: usize = 5;
