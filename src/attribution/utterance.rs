//! What attribution yields: utterances, in bytes.

use crate::entity::Mention;
use crate::lexicon::VerbId;
use crate::text::Span;
use crate::vocabulary::Form;

/// Words and who said them, as far as the sentence tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// How the words are given.
    pub form: Form,
    /// The pieces of the content, without marks, in order; never empty.
    pub segments: Vec<Span>,
    /// The quotations it consists of, as indices; none for indirect speech.
    pub quotations: Vec<usize>,
    /// The words that name the source.
    pub source: Option<Mention>,
    /// The words that attribute.
    pub cue: Option<Cue>,
    /// The sentence of the cue, or of the content where there is no cue.
    pub sentence: Span,
    /// The block of the content, as an index.
    pub block: usize,
    /// The utterance within which this one is reported, as an index.
    pub parent: Option<usize>,
    /// The passive of quoting: "was quoted as saying".
    pub relayed: bool,
    /// The rule that attributed it.
    pub rule: &'static str,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
}

impl Utterance {
    /// The smallest span around all pieces.
    pub fn content(&self) -> Span {
        let first = self.segments.first().copied().unwrap_or_default();
        self.segments.iter().fold(first, |whole, &piece| whole.cover(piece))
    }
}

/// The words that attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The verb with its auxiliaries, or the frame ("according to").
    pub span: Span,
    /// The reporting verb, where it is one.
    pub verb: Option<VerbId>,
    /// Dictionary form, for cues that are no verb the frame's words.
    pub lemma: &'static str,
}
