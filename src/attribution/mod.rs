//! Who said what: cues, their sources and their contents.

mod utterance;

pub use utterance::{Cue, Utterance};
