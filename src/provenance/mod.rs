//! By what way words came to the page: medium, outlet, addressee, date, route, chain, and what is missing.

pub mod dates;

use crate::attribution::Utterance;
use crate::entity::{Entity, Resolution};
use crate::options::Options;
use crate::syntax::Reading;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, Missing, Route};

/// A value with its basis and the words it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounded<T> {
    /// The value.
    pub value: T,
    /// Whether the article states it.
    pub basis: Basis,
    /// The words that say it.
    pub at: Option<Span>,
}

/// To whom it was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Addressee {
    /// Person, group or outlet.
    pub name: String,
    /// For whom that person works.
    pub affiliation: Option<String>,
}

/// Who does something on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agent {
    /// An entity, as an index.
    Entity(usize),
    /// This article.
    Article,
}

/// One hop on the way from the first speaker to the article.
#[derive(Debug, Clone, PartialEq)]
pub struct Hop {
    /// Who.
    pub agent: Agent,
    /// What it did: "said", "told", "published", "quotes" ….
    pub act: &'static str,
    /// In what.
    pub medium: Option<MediumKind>,
    /// Whether the article states it.
    pub basis: Basis,
}

/// The way of one utterance.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    /// To whom.
    pub addressee: Option<Grounded<Addressee>>,
    /// In what.
    pub medium: Option<Grounded<MediumKind>>,
    /// Who published or broadcast it first.
    pub outlet: Option<Grounded<String>>,
    /// When, as EDTF.
    pub date: Option<Grounded<String>>,
    /// The kind of way.
    pub route: Route,
    /// The way itself, first speaker first, the article last.
    pub chain: Vec<Hop>,
    /// Links that the article gives for it, as indices into [`Options::links`].
    pub links: Vec<usize>,
    /// What the article leaves unsaid.
    pub missing: Vec<Missing>,
}

/// Reads the way of each utterance. May add entities that take part in it without speaking on this page (an outlet's
/// unnamed sources).
pub fn trace(
    reading: &Reading<'_>,
    options: &Options,
    utterances: &[Utterance],
    resolutions: &[Option<Resolution>],
    entities: &mut Vec<Entity>,
) -> Vec<Provenance> {
    let _ = (reading, options, resolutions, entities);
    utterances.iter().map(|_| Provenance::default()).collect()
}
