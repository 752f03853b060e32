//! In the original: the words where they were taken from, as the newsroom gives it, and how they compare.

use super::setting::{address, host};
use crate::anchor::{Fidelity, compare};
use crate::panel::node::{Tag, tag};
use crate::panel::view::{View, clip, pieces};
use crate::report::{Attribution, Original};

pub fn original(view: &mut View, entry: &Attribution, original: &Original) {
    let messages = view.messages;
    let quotation = pieces(view.article, entry).join(" ");
    let comparison = compare(&quotation, &original.text);
    view.leaf(
        tag!("p"),
        match comparison.fidelity {
            Fidelity::Verbatim => messages.verbatim(),
            Fidelity::Elided => messages.elided(),
            Fidelity::Altered => messages.altered(),
            Fidelity::NotFound => messages.not_found(),
        },
    );
    view.tree.open(tag!("blockquote", "class" = "original"));
    view.tree.open(tag!("bdi"));
    let text = |start, end| original.text.get(start..end).unwrap_or("");
    match comparison.span {
        Some(span) => {
            view.said(text(comparison.before.start, span.start).to_owned());
            let mut at = span.start;
            for change in &comparison.changes {
                view.said(text(at, change.found.start).to_owned());
                let quoted = quotation.get(change.quoted.start..change.quoted.end).unwrap_or("");
                set_apart(view, tag!("del"), quoted);
                set_apart(view, tag!("ins"), text(change.found.start, change.found.end));
                at = at.max(change.found.end);
            }
            view.said(text(at, span.end).to_owned());
            view.said(text(span.end, comparison.after.end).to_owned());
        }
        None => view.said(clip(&original.text, 280)),
    }
    view.tree.close();
    view.tree.close();
    if let Some(title) = original.title.as_deref() {
        view.el(tag!("p", "class" = "did"), |view| view.page_words(title));
    }
    if let Some((url, host)) = original.url.as_deref().and_then(|url| Some((url, host(url)?))) {
        view.el(tag!("p", "class" = "links"), |view| address(view, url, host));
    }
}

/// Words that only one side has; nothing where it has none.
fn set_apart(view: &mut View, tag: &Tag, words: &str) {
    if !words.is_empty() {
        view.el(tag, |view| view.said(words.to_owned()));
        view.text(" ");
    }
}
