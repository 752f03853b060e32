//! The quotation marks that CSS draws around `<q>`.

use super::classify::property;
use crate::text::markup::quotation_marks;
use web_sys::{Element, Window};

/// The opening and the closing mark that the page shows around a `<q>`, `depth` quotations deep; none where its style
/// takes them away.
pub(super) fn marks(window: &Window, element: &Element, depth: usize) -> Option<(char, char)> {
    let before = window.get_computed_style_with_pseudo_elt(element, "::before").ok().flatten();
    let content = property(before.as_ref(), "content");
    let style = window.get_computed_style(element).ok().flatten();
    let quotes = property(style.as_ref(), "quotes");
    if content == "none" || content == "normal" || quotes == "none" {
        return None;
    }
    // A list of strings, each in marks: `"«" "»" "‹" "›"`.
    let mut listed = quotes.split('"').skip(1).step_by(2).filter_map(|mark| mark.trim().chars().next());
    let pairs: Vec<(char, char)> = std::iter::from_fn(|| Some((listed.next()?, listed.next()?))).collect();
    match pairs.get(depth).or(pairs.last()) {
        Some(pair) => Some(*pair),
        None => {
            let named = element.closest("[lang]").ok().flatten();
            let language = named.and_then(|element| element.get_attribute("lang")).unwrap_or_default();
            Some(quotation_marks(&language, depth))
        }
    }
}
