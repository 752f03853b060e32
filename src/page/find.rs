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
    let found = ARTICLE_SELECTORS.iter().filter_map(|selector| {
        let element = matching(document, near, selector, admits)?;
        let length = prose(&element);
        Some((element, length, *selector))
    });
    let found: Vec<(Element, usize, &str)> = found.collect();
    let lengths = found.iter().filter(|(element, ..)| element.local_name() != "body").map(|(_, length, _)| *length);
    let most = lengths.max().unwrap_or_default();
    // One without words is an article whose text is still to come.
    let is_story = |element: &Element, length: usize| {
        length == 0 || length * TEASER >= most || element.contains(Some(near)) && element.local_name() == "article"
    };
    let (element, length, selector) = found.into_iter().find(|(element, length, _)| is_story(element, *length))?;
    Some(whole(&element, length, selector, near).unwrap_or(element))
}

/// What a story stands in that is given piece by piece, each an article: a live blog. Where each has a headline of the
/// first rank they are stories of their own.
fn whole(piece: &Element, length: usize, selector: &str, near: &Element) -> Option<Element> {
    let parent = piece.parent_element().filter(|_| !piece.contains(Some(near)))?;
    let children = parent.children();
    let pieces = (0..children.length())
        .filter_map(|at| children.item(at))
        .filter(|child| child.matches(selector).unwrap_or_default() && prose(child) * TEASER >= length);
    let headed = |piece: &Element| piece.query_selector("h1").is_ok_and(|headline| headline.is_some());
    let pieces: Vec<Element> = pieces.collect();
    (pieces.len() > 1 && !pieces.iter().any(headed)).then_some(parent)
}

/// The length of an element's text but for its links: teasers and menus are little else.
fn prose(element: &Element) -> usize {
    let length = |element: &Element| element.text_content().map_or(0, |text| text.len());
    let Ok(others) = element.query_selector_all("a,script,style,noscript") else { return 0 };
    let others = (0..others.length()).filter_map(|at| others.item(at)?.dyn_into().ok());
    length(element).saturating_sub(others.map(|other| length(&other)).sum())
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
    let found: Vec<Element> = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).filter(admits).collect();
    if found.len() < 2 {
        return found.into_iter().next();
    }
    let found: Vec<(Element, usize)> = found.into_iter().map(|element| (element.clone(), prose(&element))).collect();
    let (longest, most) = found.iter().max_by_key(|(_, length)| *length)?;
    let precedes = |element: &Element| near.compare_document_position(element) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    let before = found.iter().rfind(|(element, length)| length * TEASER > *most && precedes(element));
    Some(before.map_or(longest, |(element, _)| element).clone())
}

/// An element with less than this part of the longest one's text is a teaser of an article, not one.
const TEASER: usize = 5;
