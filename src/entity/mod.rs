//! Who is who: names and their short forms, offices, unnamed people, pronouns.

mod apart;
mod clause;
mod cluster;
mod context;
mod described;
mod description;
mod discourse;
mod form;
mod kind;
mod line;
mod names;
mod note;
mod noun;
mod pronoun;
mod referent;
mod resolve;
mod run;
mod scan;

pub use resolve::resolve;

use crate::lexicon::Class;
use crate::text::Span;
use crate::vocabulary::{Basis, SourceKind};

/// The words that name a source: a noun phrase or a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The whole phrase ("a spokeswoman for the ministry").
    pub span: Span,
    /// Its core, before any preposition ("a spokeswoman").
    pub core: Span,
    /// The noun, name or pronoun that it is about ("spokeswoman").
    pub head: Span,
    /// The block it stands in, as an index.
    pub block: usize,
}

/// What resolving needs to know of an utterance.
#[derive(Debug, Clone, Copy)]
pub struct Speaking {
    /// The words that name its source.
    pub mention: Option<Mention>,
    /// Its content, from first piece to last.
    pub content: Span,
    /// The sentence of its cue.
    pub sentence: Span,
    /// The utterance it is nested in, as an index.
    pub parent: Option<usize>,
    /// How sure it is that the mention is its source, 0 to 1.
    pub confidence: f32,
    /// It takes up what another said just before ("replied").
    pub answers: bool,
}

/// A person, organisation, outlet, document or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The fullest name that the article gives.
    pub name: Option<String>,
    /// What the article calls it, where it has no name.
    pub label: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Title, office or description, as the article gives it.
    pub role: Option<String>,
    /// Where the article mentions it.
    pub mentions: Vec<Span>,
}

/// Which entity a mention means.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// The entity, as an index; none where it is not clear.
    pub entity: Option<usize>,
    /// Whether the article states it (a name) or it was concluded (a pronoun).
    pub basis: Basis,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Others it may mean, best first, as indices.
    pub candidates: Vec<usize>,
}

/// Gender, as far as the article gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Gender {
    #[default]
    Unknown,
    Masculine,
    Feminine,
}

impl Gender {
    /// The gender of a word of these classes.
    fn of(class: Class) -> Self {
        match (class.has(Class::MASCULINE), class.has(Class::FEMININE)) {
            (true, false) => Self::Masculine,
            (false, true) => Self::Feminine,
            _ => Self::Unknown,
        }
    }

    /// This one, or the other where this is unknown.
    fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }
}
