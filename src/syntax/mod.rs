//! The shape of sentences: atoms, sentence ends, noun phrases. No parser: the little that attribution needs.

mod atom;
mod noun_phrase;
mod reading;
mod sentence;

pub use atom::{Atom, AtomKind, atoms};
pub use noun_phrase::{NounPhrase, noun_phrase_before, noun_phrase_from, simple_phrase_before};
pub use reading::{Paragraph, Reading};
pub use sentence::sentences;
