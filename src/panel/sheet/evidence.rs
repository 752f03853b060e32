//! How we know: the words of the article that each field was read from.

use crate::panel::node::tag;
use crate::panel::view::View;
use crate::report::{Attribution, Basis, Extent, MediumKind, SourceRef};

/// A field: its label, what it rests on, and where its words stand.
struct Field<'a> {
    label: &'static str,
    basis: Basis,
    at: Option<Extent>,
    /// The words as the report has them, where the article does not give them.
    words: &'a str,
}

pub fn evidence(view: &mut View, entry: &Attribution) {
    let fields = fields(view, entry);
    view.el(tag!("ul", "class" = "evidences", "role" = "list"), |view| {
        for field in &fields {
            row(view, field);
        }
    });
}

/// The words that mention a candidate.
pub fn mention(view: &mut View, candidate: &SourceRef) {
    if let Some(at) = extent(candidate) {
        words(view, at, &candidate.text);
    }
}

fn fields<'a>(view: &View, entry: &'a Attribution) -> Vec<Field<'a>> {
    let messages = view.messages;
    let mut fields = Vec::with_capacity(6);
    let mut add = |label, basis, at, words| fields.push(Field { label, basis, at, words });
    if let Some(source) = entry.source.as_ref().filter(|_| view.source_of(entry).is_some()) {
        add(messages.source(), source.basis, extent(source), source.text.as_str());
    }
    if let Some(cue) = entry.cue.as_ref().filter(|cue| cue.start < cue.end) {
        add(messages.reporting_words(), Basis::Stated, Some(Extent::new(cue.start, cue.end)), cue.text.as_str());
    }
    if let Some(addressee) = &entry.addressee {
        add(messages.to_whom(), addressee.basis, addressee.at, "");
    }
    if let Some(medium) = entry.medium.as_ref().filter(|medium| medium.kind != MediumKind::Unknown) {
        add(messages.in_what(), medium.basis, medium.at, "");
    }
    if let Some(outlet) = &entry.outlet {
        add(messages.outlet(), outlet.basis, outlet.at, "");
    }
    // A bound that the article's own date gives rests on no words; the setting says so.
    if let Some(date) = entry.date.as_ref().filter(|date| date.at.is_some() || date.basis != Basis::Inferred) {
        add(messages.when(), date.basis, date.at, "");
    }
    for link in entry.links.iter().filter(|link| link.at.is_some()) {
        add(messages.link(), Basis::Stated, link.at, link.text.as_str());
    }
    fields
}

fn extent(mention: &SourceRef) -> Option<Extent> {
    let (start, end) = mention.start.zip(mention.end)?;
    (start < end).then_some(Extent { start, end })
}

fn row(view: &mut View, field: &Field) {
    view.el(tag!("li", "class" = "row"), |view| {
        view.leaf(tag!("span", "class" = "label"), field.label);
        view.el(tag!("span", "class" = "value"), |view| {
            match field.at {
                Some(at) => words(view, at, field.words),
                None if field.basis == Basis::Newsroom => {}
                None => no_words(view),
            }
            view.basis(field.basis);
        });
    });
}

/// The article's words at `at`, as a button; the report's own where the article has none there.
fn words(view: &mut View, at: Extent, recorded: &str) {
    match view.article.words(at) {
        "" if recorded.is_empty() => no_words(view),
        "" => view.quoted(recorded),
        found => view.evidence(at, found),
    }
}

fn no_words(view: &mut View) {
    view.leaf(tag!("span", "class" = "no-words"), view.messages.no_words());
}
