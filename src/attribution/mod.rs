//! Who said what: cues, their sources and their contents.

mod block;
mod clause;
mod clause_end;
mod clauses;
mod content;
mod cue;
mod finder;
mod labels;
mod nearby;
mod quoting;
mod speech;
mod subject;
mod unread;
mod utterance;
mod verb_second;
mod whose;

pub use finder::{begins_attribution, find};
pub use utterance::{Cue, Utterance};
