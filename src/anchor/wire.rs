//! What the command line and the page say of anchoring and fidelity: JSON with scalar offsets.

use super::{Anchorer, Change, ChangeKind, Fidelity, Outcome, Selector, compare};
use crate::report::Extent;
use crate::text::{ScalarIndex, Span};
use serde::{Deserialize, Serialize};

/// `whosaid anchor`: what became of a selector's words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnchorAnswer {
    /// Whether the words are there.
    pub outcome: OutcomeName,
    /// First scalar value; null if lost.
    pub start: Option<usize>,
    /// One past the last scalar value; null if lost.
    pub end: Option<usize>,
    /// What differs, in order.
    pub changes: Vec<ChangeNote>,
}

/// The three outcomes of anchoring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OutcomeName {
    /// Word for word.
    Found,
    /// In other wording.
    Changed,
    /// Not there.
    Lost,
}

/// A change in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeNote {
    /// What kind of change.
    pub kind: ChangeKind,
    /// The words as quoted; empty where words came in.
    pub from: String,
    /// The words as they stand in the text; empty where words went.
    pub to: String,
    /// Where they stand in the text, in scalar values.
    pub at: Extent,
}

/// `whosaid compare`: a quotation beside its original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareAnswer {
    /// How the two compare.
    pub outcome: Fidelity,
    /// First scalar value in the original; null if not found.
    pub start: Option<usize>,
    /// One past the last scalar value in the original; null if not found.
    pub end: Option<usize>,
    /// What stands before the words in the original.
    pub before: String,
    /// The words as the original has them.
    pub original: String,
    /// What stands after them.
    pub after: String,
    /// What differs, in order.
    pub changes: Vec<ChangeNote>,
}

/// Answers `whosaid anchor`: looks a selector up in a text.
pub fn anchor_text(text: &str, selector: &Selector) -> AnchorAnswer {
    let outcome = Anchorer::new(text).anchor(selector);
    let scalars = ScalarIndex::new(text);
    let span = outcome.span();
    let (outcome, changes) = match outcome {
        Outcome::Found(_) => (OutcomeName::Found, Vec::new()),
        Outcome::Changed { changes, .. } => (OutcomeName::Changed, changes),
        Outcome::Lost => (OutcomeName::Lost, Vec::new()),
    };
    AnchorAnswer {
        outcome,
        start: span.map(|span| scalars.scalar(span.start)),
        end: span.map(|span| scalars.scalar(span.end)),
        changes: notes(&changes, &selector.exact, text, &scalars),
    }
}

/// Answers `whosaid compare`.
pub fn compare_texts(quotation: &str, original: &str) -> CompareAnswer {
    let comparison = compare(quotation, original);
    let scalars = ScalarIndex::new(original);
    CompareAnswer {
        outcome: comparison.fidelity,
        start: comparison.span.map(|span| scalars.scalar(span.start)),
        end: comparison.span.map(|span| scalars.scalar(span.end)),
        before: comparison.before.of(original).to_owned(),
        original: comparison.span.map_or("", |span| span.of(original)).to_owned(),
        after: comparison.after.of(original).to_owned(),
        changes: notes(&comparison.changes, quotation, original, &scalars),
    }
}

fn notes(changes: &[Change], quoted: &str, text: &str, scalars: &ScalarIndex<'_>) -> Vec<ChangeNote> {
    let extent = |span: Span| Extent::new(scalars.scalar(span.start), scalars.scalar(span.end));
    let note = |change: &Change| ChangeNote {
        kind: change.kind,
        from: change.quoted.of(quoted).to_owned(),
        to: change.found.of(text).to_owned(),
        at: extent(change.found),
    };
    changes.iter().map(note).collect()
}
