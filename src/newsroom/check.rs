//! Whether a publisher's data still fits its article.

use super::merge::{Merging, Same};
use super::record::UNKNOWN;
use super::{Entry, Field, Published};
use crate::anchor::{AnchorAnswer, Anchorer, ChangeKind, OutcomeName, Selector, anchor_text};
use crate::report::{Attribution, Basis, Form, Report, Source, Status};
use serde::Serialize;

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Which entry of the data, counted from 0.
    pub entry: usize,
    /// Its id; empty where it has none.
    pub id: String,
    /// Its words.
    pub exact: String,
    /// Whether the words are there, where, and what differs.
    #[serde(flatten)]
    pub anchor: AnchorAnswer,
    /// Whether the words are other words: a negation, a number or a name differs. The entry is not used then.
    pub meaning_changed: bool,
    /// Where the article states something else.
    pub contradictions: Vec<Contradiction>,
}

impl Finding {
    /// Whether nothing is to be done about it.
    pub fn is_good(&self) -> bool {
        self.anchor.outcome == OutcomeName::Found && self.contradictions.is_empty()
    }
}

/// A field in which the article states something else than an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Which field.
    pub field: &'static str,
    /// What the entry says.
    pub report: String,
    /// What the article says.
    pub article: String,
}

/// Looks each entry up in the article. `inferred` is the engine's report on `text`.
pub fn check(inferred: &Report, text: &str, published: &Published) -> Vec<Finding> {
    let merging = Merging::new(inferred.clone(), text, published.sources.clone());
    let anchorer = Anchorer::new(text);
    published.entries.iter().map(|entry| finding(&merging, &anchorer, text, entry, published)).collect()
}

fn finding(
    merging: &Merging<'_>,
    anchorer: &Anchorer<'_>,
    text: &str,
    entry: &Entry,
    published: &Published,
) -> Finding {
    let theirs = &entry.attribution;
    let mut selector = Selector::from(&theirs.content);
    selector.start = selector.start.filter(|&start| start != UNKNOWN);
    let mut anchor = anchor_text(text, &selector);
    let found = merging.find(anchorer, &theirs.content, true);
    if let Some(found) = found.as_ref().filter(|found| !found.changed) {
        let (start, end) = (Some(found.extent.start), Some(found.extent.end));
        anchor = AnchorAnswer { outcome: OutcomeName::Found, start, end, changes: Vec::new() };
    }
    let mine = found.and_then(|found| match merging.same_words(found.extent, entry) {
        Same::As(index) => merging.report.attributions.get(index),
        _ => None,
    });
    let turns = |kind| matches!(kind, ChangeKind::Negation | ChangeKind::Number | ChangeKind::Name);
    let meaning_changed = anchor.changes.iter().any(|change| turns(change.kind));
    let contradictions = match mine {
        Some(mine) if theirs.status != Status::Withheld && !meaning_changed => {
            contradictions(&merging.report.sources, mine, &published.sources, entry)
        }
        _ => Vec::new(),
    };
    Finding {
        entry: entry.index,
        id: theirs.id.clone(),
        exact: theirs.content.exact.clone(),
        anchor,
        meaning_changed,
        contradictions,
    }
}

fn contradictions(known: &[Source], mine: &Attribution, given: &[Source], entry: &Entry) -> Vec<Contradiction> {
    let theirs = &entry.attribution;
    let mut found = Vec::new();
    let mut compare = |field, theirs: Option<&str>, mine: Option<(&str, Basis)>| {
        let (Some(theirs), Some((mine, Basis::Stated))) = (theirs, mine) else { return };
        if !names_the_same(theirs, mine) {
            found.push(Contradiction { field, report: theirs.to_owned(), article: mine.to_owned() });
        }
    };
    let name = |sources: &[Source], id: &str| -> Option<String> {
        sources.iter().find(|source| source.id == id).and_then(|source| source.name.clone())
    };
    let their_source = theirs.speaker().and_then(|id| name(given, id));
    let my_source =
        mine.source.as_ref().and_then(|source| Some((name(known, source.source.as_deref()?)?, source.basis)));
    compare("source", their_source.as_deref(), my_source.as_ref().map(|(name, basis)| (name.as_str(), *basis)));
    compare(
        "addressee",
        theirs.addressee.as_ref().map(|it| it.name.as_str()),
        mine.addressee.as_ref().map(|it| (it.name.as_str(), it.basis)),
    );
    compare(
        "outlet",
        theirs.outlet.as_ref().map(|it| it.name.as_str()),
        mine.outlet.as_ref().map(|it| (it.name.as_str(), it.basis)),
    );
    compare(
        "medium",
        theirs.medium.as_ref().map(|it| it.kind.as_str()),
        mine.medium.as_ref().map(|it| (it.kind.as_str(), it.basis)),
    );
    compare(
        "date",
        theirs.date.as_ref().map(|it| it.edtf.as_str()),
        mine.date.as_ref().map(|it| (it.edtf.as_str(), it.basis)),
    );
    let manner = |form: Form| if form == Form::Indirect { "paraphrased" } else { "quoted" };
    let form = entry.says(Field::Form).then(|| manner(theirs.form));
    compare("form", form, Some((manner(mine.form), Basis::Stated)));
    found
}

/// Whether two names may be of the same: one is a part of the other.
fn names_the_same(a: &str, b: &str) -> bool {
    let squash = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace());
        format!(" {} ", letters.collect::<String>().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let (a, b) = (squash(a), squash(b));
    a.contains(&b) || b.contains(&a)
}
