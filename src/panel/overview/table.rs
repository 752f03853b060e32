//! Quoted words by source: a table whose last column draws its numbers.

use super::share::Share;
use crate::panel::node::{BARE, el, fixed, item, said, several, text, varying};
use crate::panel::template::fill;
use crate::panel::view::View;
use yew::{AttrValue, Html};

pub fn table(view: &View, shares: &[Share]) -> Html {
    let messages = view.messages;
    let most = shares.iter().map(|share| share.words).max().unwrap_or(0);
    if most == 0 {
        return several(Vec::new());
    }
    let quoted = shares.iter().filter(|share| share.words > 0);
    let rows = quoted.enumerate().map(|(at, share)| row(view, at, share, most)).collect();
    let caption = el("caption", BARE, vec![text(messages.share)]);
    let table = el("table", BARE, vec![caption, el("tbody", BARE, rows)]);
    el("div", fixed! { "class" = "shares", "part" = "shares" }, vec![table, paraphrased(view, shares)])
}

/// The sources that have no quoted word, as a sentence.
fn paraphrased(view: &View, shares: &[Share]) -> Html {
    let mut names = Vec::new();
    for source in shares.iter().filter(|share| share.words == 0).filter_map(|share| share.source) {
        if !names.is_empty() {
            names.push(text(view.messages.list_separator));
        }
        names.push(view.source_name(source));
    }
    if names.is_empty() {
        return several(names);
    }
    let words = fill(view.messages.only_paraphrased, &[several(names)]);
    el("p", fixed! { "class" = "paraphrased" }, vec![words])
}

fn row(view: &View, at: usize, share: &Share, most: usize) -> Html {
    let messages = view.messages;
    let name = share.source.map_or_else(|| text(messages.unclear), |source| view.source_name(source));
    // A width in percent of the longest bar: an attribute, since `style` is blocked on strict pages.
    let width = AttrValue::from((share.words * 100 / most).to_string());
    let bar = el("rect", varying! { "width" = width, "height" = "6" }, Vec::new());
    let drawing = fixed! { "viewBox" = "0 0 100 6", "preserveAspectRatio" = "none", "focusable" = "false" };
    let cells = vec![
        el("th", fixed! { "scope" = "row" }, vec![name]),
        el("td", fixed! { "class" = "number" }, vec![said(messages.words.say(share.words, messages))]),
        el("td", fixed! { "class" = "drawn", "aria-hidden" = "true" }, vec![el("svg", drawing, vec![bar])]),
    ];
    item("tr", at.into(), BARE, cells)
}
