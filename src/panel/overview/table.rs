//! Charts of the story: tables whose last column draws its numbers.

use super::share::{Share, by_most, standing};
use crate::panel::node::tag;
use crate::panel::template::fill;
use crate::panel::view::{View, visible};
use crate::report::Source;
use yew::AttrValue;

/// What a row is about.
#[derive(Clone, Copy)]
enum Label<'a> {
    /// A source; none where it is not clear.
    Source(Option<&'a Source>),
    /// Words of the interface, such as a medium, and an outlet; either can be "".
    Place(&'static str, &'a str),
}

/// A row: what it is about, its number, and the message that says the number.
#[derive(Clone, Copy)]
struct Row<'a> {
    label: Label<'a>,
    number: usize,
    said: &'static str,
}

/// The three charts: words by source, named and unnamed, and where they spoke.
pub fn charts(view: &mut View, shares: &[Share], order: &[usize]) {
    view.el(tag!("div", "class" = "shares"), |view| {
        let said = view.messages.words();
        let mut rows = Vec::with_capacity(shares.len());
        for share in order.iter().filter_map(|&at| shares.get(at)) {
            rows.push(Row { label: Label::Source(share.source), number: share.words, said });
        }
        chart(view, view.messages.share(), &rows);
        paraphrased(view, shares);
    });
    view.el(tag!("div", "class" = "mix"), |view| {
        let rows = named_or_not(view, shares);
        chart(view, view.messages.named_or_not(), &rows);
        let rows = places(view);
        chart(view, view.messages.where_said(), &rows);
    });
}

/// How many statements have a source with a name, an office, no name, or none that is clear.
fn named_or_not<'a>(view: &View, shares: &[Share]) -> Vec<Row<'a>> {
    let messages = view.messages;
    let mut rows = Vec::with_capacity(4);
    for label in [messages.named(), messages.by_office(), messages.unnamed(), messages.unclear()] {
        rows.push(Row { label: Label::Place(label, ""), number: 0, said: messages.statements() });
    }
    for share in shares {
        if let Some(row) = rows.get_mut(standing(share.source)) {
            row.number += share.entries.len();
        }
    }
    rows
}

/// In what media and outlets they spoke, the most used first; what is not stated last.
fn places<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let messages = view.messages;
    let mut rows = Vec::new();
    let mut unstated = Row { label: Label::Place(messages.not_stated(), ""), number: 0, said: messages.statements() };
    for entry in visible(view.report) {
        let medium = entry.medium.as_ref().map_or("", |medium| messages.medium(medium.kind));
        let outlet = entry.outlet.as_ref().map_or("", |outlet| outlet.name.as_str());
        let same = |row: &&mut Row| matches!(row.label, Label::Place(a, b) if (a, b) == (medium, outlet));
        if medium.is_empty() && outlet.is_empty() {
            unstated.number += 1;
        } else if let Some(row) = rows.iter_mut().find(same) {
            row.number += 1;
        } else {
            rows.push(Row { label: Label::Place(medium, outlet), number: 1, said: unstated.said });
        }
    }
    let order = by_most(&rows.iter().map(|row| row.number).collect::<Vec<usize>>());
    let mut sorted: Vec<Row> = order.iter().filter_map(|&at| rows.get(at).copied()).collect();
    sorted.push(unstated);
    sorted
}

/// A table of the rows that have a number; nothing where none has.
fn chart(view: &mut View, caption: &'static str, rows: &[Row]) {
    let most = rows.iter().map(|row| row.number).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    view.tree.open(tag!("table", "class" = "chart"));
    view.leaf(tag!("caption", "class" = "heading"), caption);
    view.tree.open(tag!("tbody"));
    for (at, drawn) in rows.iter().enumerate().filter(|(_, row)| row.number > 0) {
        view.item(tag!("tr"), at.into(), |view| row(view, drawn, most));
    }
    view.tree.close();
    view.tree.close();
}

fn row(view: &mut View, row: &Row, most: usize) {
    view.el(tag!("th", "scope" = "row"), |view| match row.label {
        Label::Source(source) => super::name(view, source),
        Label::Place(words, outlet) => {
            if !words.is_empty() {
                view.leaf(tag!("span", "class" = "item"), words);
            }
            if !outlet.is_empty() {
                view.el(tag!("span", "class" = "item"), |view| view.page_words(outlet));
            }
        }
    });
    let words = view.messages.count(row.said, row.number);
    view.el(tag!("td", "class" = "number"), |view| view.said(words));
    view.el(tag!("td", "class" = "drawn", "aria-hidden" = "true"), |view| {
        let drawing = tag!("svg", "viewBox" = "0 0 100 6", "preserveAspectRatio" = "none", "focusable" = "false");
        view.el(drawing, |view| {
            view.tree.open(tag!("rect", "width" = "", "height" = "6"));
            // In percent of the longest bar: an attribute, since `style` is blocked on strict pages.
            view.tree.set("width", Some(AttrValue::from((row.number * 100 / most).to_string())));
            view.tree.close();
        });
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
