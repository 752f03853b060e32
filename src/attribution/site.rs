//! A cue in its sentence: what the rules find and pass on.

use crate::lexicon::{Frames, VerbId};
use crate::syntax::NounPhrase;

/// A cue in its sentence. All positions are atoms of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Site {
    /// First atom of the verb group or frame.
    pub start: usize,
    /// One past its last atom.
    pub end: usize,
    /// The verb; none for a frame.
    pub verb: Option<VerbId>,
    /// Dictionary form, or the frame.
    pub lemma: &'static str,
    /// What it takes.
    pub frames: Frames,
    /// Who.
    pub subject: Option<NounPhrase>,
    /// The subject stands after the verb.
    pub inverted: bool,
    /// The subject is that of an earlier verb.
    pub inherited: bool,
    /// The subject is "who" or "which".
    pub relative: bool,
    /// "saying".
    pub gerund: bool,
    /// "to say", "would say": said later, or not at all.
    pub unreal: bool,
    /// "did not say", "declined to say".
    pub negated: bool,
    /// "was quoted as saying".
    pub relayed: bool,
    /// First atom of subject and group together.
    pub from: usize,
    /// One past the last atom of subject and group together.
    pub to: usize,
    /// The clause after it was looked for when it was found, and is `clause`; empty where there is none.
    pub settled: bool,
    /// First atom of the clause, and one past its last.
    pub clause: (usize, usize),
    /// The same of a second piece of it.
    pub rest: (usize, usize),
}

impl Site {
    /// No cue: what the others are made from.
    pub const NONE: Self = Self {
        start: 0,
        end: 0,
        verb: None,
        lemma: "",
        frames: Frames::QUOTE,
        subject: None,
        inverted: false,
        inherited: false,
        relative: false,
        gerund: false,
        unreal: false,
        negated: false,
        relayed: false,
        from: 0,
        to: 0,
        settled: false,
        clause: (0, 0),
        rest: (0, 0),
    };

    /// Whether it is a frame such as "according to".
    pub fn is_frame(&self) -> bool {
        self.verb.is_none() && !self.lemma.is_empty()
    }
}
