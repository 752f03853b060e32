//! Quoted words by source: a table whose last column draws its numbers.

use super::share::Share;
use crate::panel::node::tag;
use crate::panel::template::fill;
use crate::panel::view::View;
use yew::AttrValue;

pub fn table(view: &mut View, shares: &[Share]) {
    let most = shares.iter().map(|share| share.words).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    view.el(tag!("div", "class" = "shares"), |view| {
        view.el(tag!("table"), |view| {
            view.leaf(tag!("caption"), view.messages.share());
            view.el(tag!("tbody"), |view| {
                for (at, share) in shares.iter().enumerate().filter(|(_, share)| share.words > 0) {
                    view.item(tag!("tr"), at.into(), |view| row(view, share, most));
                }
            });
        });
        paraphrased(view, shares);
    });
}

/// The sources that have no quoted word, as a sentence.
fn paraphrased(view: &mut View, shares: &[Share]) {
    let sources = || shares.iter().filter(|share| share.words == 0).filter_map(|share| share.source);
    if sources().next().is_none() {
        return;
    }
    view.el(tag!("p", "class" = "paraphrased"), |view| {
        fill(view, view.messages.only_paraphrased(), &mut |view, _| {
            for (at, source) in sources().enumerate() {
                if at > 0 {
                    // "{0}, {1}": what stands between.
                    let list = view.messages.list();
                    let between = list.get(3..list.len().saturating_sub(3)).unwrap_or("");
                    view.text(between);
                }
                view.source_name(source);
            }
        });
    });
}

fn row(view: &mut View, share: &Share, most: usize) {
    let words = view.messages.count(view.messages.words(), share.words);
    view.el(tag!("th", "scope" = "row"), |view| super::name(view, share.source));
    view.el(tag!("td", "class" = "number"), |view| view.said(words));
    view.el(tag!("td", "class" = "drawn", "aria-hidden" = "true"), |view| {
        let drawing = tag!("svg", "viewBox" = "0 0 100 6", "preserveAspectRatio" = "none", "focusable" = "false");
        view.el(drawing, |view| {
            view.tree.open(tag!("rect", "width" = "", "height" = "6"));
            // In percent of the longest bar: an attribute, since `style` is blocked on strict pages.
            view.tree.set("width", Some(AttrValue::from((share.words * 100 / most).to_string())));
            view.tree.close();
        });
    });
}
