//! By what way words came to the page: medium, outlet, addressee, date, route, chain, and what is missing.
//!
//! [`trace`] goes in steps, each in a module: what a sentence says (`scene`: times, media, outlets, addressees, places;
//! `stage`: to which utterance of the sentence it belongs), what that makes of the utterance's setting (`setting`), what
//! settings hand on to others (`carry`), and from these chain, route, links and what is missing.

mod addressee;
mod anonymity;
mod before;
mod carry;
mod chain;
pub mod dates;
mod links;
mod missing;
mod outlets;
mod page;
mod recur;
mod route;
mod scene;
mod setting;
mod stage;
mod time;
mod words;

use crate::attribution::Utterance;
use crate::entity::{Entity, Resolution};
use crate::options::Options;
use crate::syntax::{Atom, Reading};
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind};
use dates::{Date, When};
use setting::Setting;
use stage::{Stage, Stages};
use words::Word;

/// A value with its basis and the words it was read from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grounded<T> {
    /// The value.
    pub value: T,
    /// Whether the article states it.
    pub basis: Basis,
    /// The words that say it.
    pub at: Option<Span>,
}

impl<T> Grounded<T> {
    /// Another value on the same ground.
    fn with<U>(&self, value: U) -> Grounded<U> {
        Grounded { value, basis: self.basis, at: self.at }
    }
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
#[derive(Debug, Clone, Copy, PartialEq)]
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

/// An address in the article; `http` or `https`.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The address.
    pub url: String,
    /// The words that carry it, or the address itself where it is written out.
    pub span: Span,
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
    /// Links that the article gives for it.
    pub links: Vec<Link>,
    /// What the article leaves unsaid.
    pub missing: Vec<Missing>,
}

/// How an utterance stands to the one around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// It stands by itself.
    Top,
    /// A fragment in marks within the same speaker's indirect words: it shares all with these.
    Mirror(usize),
    /// Somebody's words within somebody's words.
    Inner(usize),
}

/// A name while it is worked with: where it stands, no copy of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    /// These words.
    Words(Span),
    /// An entity's, as an index.
    Entity(usize),
    /// The article's own outlet.
    Own,
    /// The network that the verb tells.
    Twitter,
}

/// To whom something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hearer {
    name: Name,
    affiliation: Option<Name>,
}

impl From<Name> for Hearer {
    fn from(name: Name) -> Self {
        Self { name, affiliation: None }
    }
}

/// What all steps look at.
struct Context<'a> {
    reading: &'a Reading<'a>,
    utterances: &'a [Utterance],
    resolutions: &'a [Option<Resolution>],
    entities: &'a [Entity],
    published: Option<Date>,
    /// Names of the article's own outlet.
    own_outlets: Vec<&'a str>,
    /// Names of outlets that speak in the article.
    known_outlets: Vec<&'a str>,
    stages: Stages<'a>,
    anonymity: Vec<anonymity::Anonymity>,
    links: Vec<Link>,
}

impl Context<'_> {
    /// The words of a name; nothing for an entity that is no speaker.
    fn name(&self, name: Name) -> &str {
        match name {
            Name::Words(span) => span.of(self.reading.text),
            Name::Entity(entity) => self.entities.get(entity).map_or("", called),
            Name::Own => self.own_outlets.first().copied().unwrap_or(""),
            Name::Twitter => "Twitter",
        }
    }

    fn entity_index(&self, utterance: usize) -> Option<usize> {
        let resolution = self.resolutions.get(utterance)?.as_ref()?;
        resolution.entity.filter(|&entity| entity < self.entities.len())
    }

    fn entity(&self, utterance: usize) -> Option<&Entity> {
        self.entities.get(self.entity_index(utterance)?)
    }

    /// Whether an utterance is the claim of an outlet that is not the article's own.
    fn is_other_outlet(&self, utterance: usize) -> bool {
        self.entity(utterance).is_some_and(|entity| {
            entity.kind == SourceKind::NewsOutlet && !entity.name.as_deref().is_some_and(|name| self.is_own(name))
        })
    }

    /// The words were quoted elsewhere: "was quoted as saying", whatever of it the cue holds.
    fn is_relayed(&self, index: usize) -> bool {
        let Some(utterance) = self.utterances.get(index) else { return false };
        let quoted = |stage: &Stage<'_>, cue: Span| {
            let from = stage.atoms.partition_point(|atom| atom.span.start < cue.start);
            let to = stage.atoms.partition_point(|atom| atom.span.start < cue.end);
            let words = stage.atoms.get(from.saturating_sub(4).max(stage.range.start)..to).unwrap_or(&[]);
            words.iter().any(|atom| Word(atom.span.of(self.reading.text)).is_any("quoted cited quotes quoting"))
        };
        utterance.relayed
            || self.stages.stage(index).zip(utterance.cue).is_some_and(|(stage, cue)| quoted(stage, cue.span))
    }

    /// "The Tape quoted a director as saying": an active verb of quoting, whose subject is the outlet.
    fn quoted_by_subject(&self, utterance: usize) -> bool {
        let cue = self.utterances.get(utterance).and_then(|utterance| utterance.cue);
        cue.zip(self.stages.stage(utterance)).is_some_and(|(cue, stage)| {
            let from = stage.atoms.partition_point(|atom| atom.span.start < cue.span.start);
            let words = stage.atoms.get(from.saturating_sub(4).max(stage.range.start)..).unwrap_or(&[]);
            let within = words.iter().take_while(|atom| atom.span.start < cue.span.end);
            !within.clone().any(|atom| atom.is(crate::lexicon::Class::BE))
        })
    }

    /// The atoms of the paragraph from an offset on.
    fn atoms_from(&self, at: usize) -> Option<&[Atom]> {
        let block = self.reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= at);
        let atoms = &self.reading.paragraphs.get(block)?.atoms;
        let from = atoms.partition_point(|atom| atom.span.start < at);
        let whole = atoms.get(from).is_some_and(|atom| atom.span.start == at);
        // Words within marks are no atoms of the paragraph: the sentence that has them.
        let within = || self.stages.stages.iter().find_map(|stage| stage.from(at));
        if whole { atoms.get(from..) } else { within() }
    }

    /// The atoms of a span.
    fn atoms_at(&self, span: Span) -> Option<&[Atom]> {
        let atoms = self.atoms_from(span.start)?;
        atoms.get(..atoms.partition_point(|atom| atom.span.start < span.end))
    }
}

/// The article's date line: given by the page, or a line of its own near the top ("July 2, 2018").
pub fn date_line(reading: &Reading<'_>, options: &Options) -> Option<Date> {
    options.published.as_deref().and_then(dates::day).or_else(|| time::date_line(reading))
}

/// Reads the way of each utterance. May add entities that take part in it without speaking on this page (an outlet's
/// unnamed sources).
#[inline(never)]
pub fn trace(
    reading: &Reading<'_>,
    options: &Options,
    utterances: &[Utterance],
    resolutions: &[Option<Resolution>],
    entities: &mut Vec<Entity>,
) -> Vec<Provenance> {
    let published = date_line(reading, options);
    let outlets = entities.iter().filter(|entity| entity.kind == SourceKind::NewsOutlet);
    let known_outlets: Vec<&str> = outlets.filter_map(|entity| entity.name.as_deref()).collect();
    let own_outlets = options.publisher.as_deref().into_iter().chain(outlets::in_dateline(reading)).collect();
    let context = Context {
        reading,
        utterances,
        resolutions,
        entities,
        published,
        own_outlets,
        stages: Stages::read(reading, utterances, &known_outlets, published),
        known_outlets,
        anonymity: anonymity::find(reading),
        links: links::find(reading.text, &options.links),
    };
    let (provenance, added) = follow(&context);
    entities.extend(added);
    provenance
}

fn follow(context: &Context<'_>) -> (Vec<Provenance>, Vec<Entity>) {
    let count = context.utterances.len();
    let kin: Vec<Kin> = (0..count).map(|index| kin(context, index)).collect();
    let read = |index: usize| {
        context.stages.stage(index).map(|stage: &Stage<'_>| setting::read(context, stage, index)).unwrap_or_default()
    };
    let stated: Vec<Setting> = (0..count).map(read).collect();
    let mut settings = carry::carry(context, &stated, &kin);
    carry::interviews(context, &kin, &mut settings);
    page::interview(context, &kin, &mut settings);
    let mut cast = chain::Cast::new(context.entities);
    let ways = chain::trace(context, &mut settings, &kin, &mut cast);
    carry::inward(context, &kin, &mut settings, &cast);
    let mut routes: Vec<Route> = Vec::with_capacity(count);
    let mut provenance: Vec<Provenance> = Vec::with_capacity(count);
    for index in 0..count {
        let (Some(setting), Some(way), Some(&kin)) = (settings.get(index), ways.get(index), kin.get(index)) else {
            break;
        };
        let outer = match kin {
            Kin::Inner(outer) | Kin::Mirror(outer) => routes.get(outer).copied(),
            Kin::Top => None,
        };
        let own = || {
            let mention = context.utterances.get(index).and_then(|utterance| utterance.source);
            route::route(&route::Circumstances {
                setting,
                source: context.entity(index),
                mention: mention.map_or("", |mention| mention.span.of(context.reading.text)),
                other_outlet: context.is_other_outlet(index),
                relayed: way.relayed,
                agency: way.agency,
            })
        };
        let route = outer.unwrap_or_else(own);
        routes.push(route);
        let links = links::of(context, &cast, index, setting);
        let whole = match kin {
            Kin::Mirror(whole) => whole,
            _ => index,
        };
        let stated = stated.get(whole).unwrap_or(setting);
        let case = missing::Case { index, kin, stated, setting, way, route, linked: !links.is_empty() };
        let missing = missing::codes(context, &cast, &case);
        provenance.push(Provenance {
            addressee: setting.addressee.map(|addressee| {
                addressee.with(Addressee {
                    name: bare(cast.name(context, addressee.value.name)).to_owned(),
                    affiliation: addressee.value.affiliation.map(|name| context.name(name).to_owned()),
                })
            }),
            medium: setting.medium,
            outlet: setting.outlet.map(|outlet| outlet.name.with(cast.name(context, outlet.name.value).to_owned())),
            date: date(setting, context.published),
            route,
            chain: way.hops.clone(),
            links,
            missing,
        });
    }
    (provenance, cast.added)
}

/// What an entity is called.
fn called(entity: &Entity) -> &str {
    entity.name.as_deref().or(entity.label.as_deref()).unwrap_or("")
}

/// A name without its article.
fn bare(name: &str) -> &str {
    ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// The date as EDTF; without any, no later than the day of publication.
fn date(setting: &Setting, published: Option<Date>) -> Option<Grounded<String>> {
    let bound = Grounded { value: When::Sometime, basis: Basis::Inferred, at: None };
    let when = setting.when.unwrap_or(bound);
    Some(when.with(when.value.edtf(published)?))
}

fn kin(context: &Context<'_>, index: usize) -> Kin {
    let Some(utterance) = context.utterances.get(index) else { return Kin::Top };
    let Some(parent) = utterance.parent.filter(|&parent| parent < index) else { return Kin::Top };
    let Some(outer) = context.utterances.get(parent) else { return Kin::Top };
    let shared = utterance.source.is_none() || utterance.cue.zip(outer.cue).is_some_and(|(a, b)| a.span == b.span);
    let same = context.entity_index(index) == context.entity_index(parent) && context.entity_index(index).is_some();
    if (shared || same)
        && outer.form == Form::Indirect
        && utterance.form != Form::Indirect
        && (same || utterance.source.is_none())
    {
        Kin::Mirror(parent)
    } else {
        Kin::Inner(parent)
    }
}
