//! Who said what: cues, their sources and their contents.

mod content;
mod cue;
mod finder;
mod labels;
mod subject;
mod utterance;

pub use finder::{begins_attribution, find};
pub use utterance::{Cue, Utterance};
