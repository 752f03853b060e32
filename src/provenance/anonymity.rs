//! What an article says of the names that it withholds.

use crate::syntax::Reading;

/// A sentence that tells that a name is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anonymity {
    /// The block it stands in.
    pub block: usize,
    /// It says why.
    pub reason: bool,
    /// They spoke to this article's reporter: "on condition of anonymity".
    pub spoke: bool,
}

/// Formulas of anonymity.
const FORMULAS: &[&str] = &[
    "name not be used",
    "names not be used",
    "of anonymity",
    "for anonymity",
    "anonymously",
    "not to be named",
    "not to be identified",
    "not be named",
    "not be identified",
    "want to be named",
    "want to be identified",
    "to be named because",
    "to be quoted by name",
    "not authorized to",
    "not authorised to",
    "only his first name",
    "only her first name",
    "identified only as",
    "identified in court only",
];

/// What gives a reason, in a sentence with a formula.
const REASONS: &[&str] = &[
    "because",
    " since ",
    " as they ",
    " as he ",
    " as she ",
    "citing",
    "fear",
    "not authori",
    " so as not",
    "owing to",
];

/// Finds them, in order.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Anonymity> {
    let mut found = Vec::new();
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        let words = paragraph.span.of(reading.text);
        // One search spares most paragraphs the others.
        if FORMULAS.iter().any(|formula| words.contains(formula)) {
            let spoke = words.contains("anonymity");
            found.push(Anonymity { block, spoke, reason: REASONS.iter().any(|reason| words.contains(reason)) });
        }
    }
    found
}
