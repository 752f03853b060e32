//! By what way words came to the page: medium, outlet, addressee, date, route, chain, and what is missing.
//!
//! [`trace`] goes in steps, each in a module: what a sentence says (`facts`, with phrases from `line` and times from
//! `time`), to which of its utterances that belongs (`stage`), what it makes of an utterance's setting (`setting`), what
//! settings hand on to others (`carry`, `recur`), and from these chain, route, links and what is missing. Which words
//! tell what is data: `settings.txt` of the language.

mod carry;
mod chain;
pub mod dates;
mod facts;
mod line;
mod links;
mod missing;
mod names;
mod recur;
mod setting;
mod stage;
mod time;

use crate::attribution::Utterance;
use crate::entity::{Entity, Resolution};
use crate::lexicon::{Frames, Sense};
use crate::options::Options;
use crate::syntax::{Atom, Paragraph, Reading};
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind};
use dates::{Date, When};
use names::{bare, same_outlet};
use setting::{Carrier, Setting};
use stage::Stage;
use std::ops::Range;

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
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// It stands by itself.
    Top,
    /// A fragment in marks within the same speaker's indirect words: it shares all with these.
    Mirror(usize),
    /// Somebody's words within somebody's words.
    Inner(usize),
}

/// A name while it is worked with: where it stands, no copy of it.
#[derive(Clone, Copy, PartialEq, Eq)]
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
#[derive(Clone, Copy)]
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
    /// Those that speak, and later those that take part in a chain without speaking on this page.
    entities: Vec<Entity>,
    published: Option<Date>,
    /// Names of the article's own outlet.
    own: Vec<&'a str>,
    kin: Vec<Kin>,
    /// Outlets that the article calls so somewhere ("the broadcaster Radio Velm").
    introduced: Vec<line::Outlet>,
    /// By their spans.
    stages: Vec<Stage<'a>>,
}

impl<'a> Context<'a> {
    /// The words of a name; nothing for an entity that is no speaker.
    fn name(&self, name: Name) -> &str {
        match name {
            Name::Words(span) => span.of(self.reading.text),
            Name::Entity(entity) => self.entities.get(entity).map_or("", called),
            Name::Own => self.own.first().copied().unwrap_or(""),
            Name::Twitter => "Twitter",
        }
    }

    #[inline(never)]
    fn entity_index(&self, utterance: usize) -> Option<usize> {
        let resolution = self.resolutions.get(utterance)?.as_ref()?;
        resolution.entity.filter(|&entity| entity < self.entities.len())
    }

    #[inline(never)]
    fn entity(&self, utterance: usize) -> Option<&Entity> {
        self.entities.get(self.entity_index(utterance)?)
    }

    /// What the speaker of an utterance is called.
    fn name_of(&self, utterance: usize) -> &str {
        self.entity(utterance).map_or("", called)
    }

    fn is_kind(&self, utterance: usize, kind: SourceKind) -> bool {
        self.entity(utterance).is_some_and(|entity| entity.kind == kind)
    }

    fn is_top(&self, utterance: usize) -> bool {
        self.kin.get(utterance) == Some(&Kin::Top)
    }

    /// The sentence of an utterance.
    #[inline(never)]
    fn stage(&self, utterance: usize) -> Option<&Stage<'a>> {
        let sentence = self.utterances.get(utterance)?.sentence;
        let at = self.stages.binary_search_by(|stage| stage.span.cmp(&sentence)).ok()?;
        self.stages.get(at)
    }

    /// Names of outlets that speak in the article, that it introduces as such, and of its own.
    fn outlets(&self) -> impl Iterator<Item = &str> {
        let outlets = self.entities.iter().filter(|entity| entity.kind == SourceKind::NewsOutlet);
        let introduced = self.introduced.iter().map(|outlet| outlet.span.of(self.reading.text));
        outlets.filter_map(|entity| entity.name.as_deref()).chain(introduced).chain(self.own.iter().copied())
    }

    /// What the article says elsewhere of an outlet: a broadcaster, an agency.
    fn known_sense(&self, name: &str) -> Sense {
        let text = self.reading.text;
        let known = self.introduced.iter().find(|known| same_outlet(known.span.of(text), name));
        known.map_or(Sense::default(), |known| known.sense)
    }

    /// Whether a name is that of the article's own outlet.
    fn is_own(&self, name: &str) -> bool {
        self.own.iter().any(|own| same_outlet(own, name))
    }

    /// Whether an entity is an outlet, and not the article's own.
    #[inline(never)]
    fn is_foreign(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|entity| {
            entity.kind == SourceKind::NewsOutlet && !entity.name.as_deref().is_some_and(|name| self.is_own(name))
        })
    }

    /// Whether an utterance is the claim of an outlet that is not the article's own.
    fn is_other_outlet(&self, utterance: usize) -> bool {
        self.entity_index(utterance).is_some_and(|entity| self.is_foreign(entity))
    }

    /// An outlet that a sentence names, as part of a setting.
    fn carrier(&self, outlet: line::Outlet) -> Option<Grounded<Carrier>> {
        let name = outlet.span.of(self.reading.text);
        let sense = outlet.sense.or(self.known_sense(name));
        setting::stated(Carrier { name: Name::Words(outlet.span), sense, own: self.is_own(name) }, outlet.span)
    }

    /// The atoms of an utterance's cue, with so many before it.
    #[inline(never)]
    fn cue_atoms(&self, utterance: usize, before: usize) -> &[Atom] {
        let Some(cue) = self.utterances.get(utterance).and_then(|utterance| utterance.cue) else { return &[] };
        let Some(stage) = self.stage(utterance) else { return &[] };
        let line = stage.line(self);
        let from = line.from(cue.span.start).saturating_sub(before);
        stage.atoms.get(from..line.from(cue.span.end)).unwrap_or(&[])
    }

    /// The words were quoted elsewhere: "was quoted as saying", whatever of it the cue holds.
    fn is_relayed(&self, utterance: usize) -> bool {
        self.utterances.get(utterance).is_some_and(|utterance| utterance.relayed)
            || self.cue_atoms(utterance, 4).iter().any(|atom| atom.tells(Sense::CITING))
    }

    /// Whether it is a reported question.
    #[inline(never)]
    fn asks(&self, utterance: usize) -> bool {
        let cue = self.utterances.get(utterance).and_then(|utterance| utterance.cue);
        cue.is_some_and(|cue| self.reading.lexicon.look_up(cue.lemma).sense.has(Sense::ASKING))
    }

    /// Whether the cue is a verb that takes this.
    fn has_frame(&self, utterance: &Utterance, frame: Frames) -> bool {
        let verb = utterance.cue.and_then(|cue| self.reading.lexicon.verb(cue.verb?));
        verb.is_some_and(|verb| verb.frames.has(frame))
    }

    fn any_word(&self, span: Span, sense: Sense) -> bool {
        names::any_word(self.reading.lexicon, span.of(self.reading.text), sense)
    }

    /// The paragraph at an offset.
    fn paragraph(&self, at: usize) -> Option<&'a Paragraph> {
        let paragraphs = &self.reading.paragraphs;
        paragraphs.get(paragraphs.partition_point(|paragraph| paragraph.span.end <= at))
    }

    /// The atoms from an offset on, if one begins there.
    #[inline(never)]
    fn atoms_from(&self, at: usize) -> Option<&[Atom]> {
        // Words within marks are no atoms of the paragraph: one of the sentences that begin last before them has them.
        let until = self.stages.partition_point(|stage| stage.span.start <= at);
        let near = self.stages.get(..until)?.iter().rev().take(8).map(|stage| &*stage.atoms);
        let lines = self.paragraph(at).map(|paragraph| paragraph.atoms.as_slice()).into_iter();
        lines.chain(near).find_map(|atoms| {
            let from = atoms.partition_point(|atom| atom.span.start < at);
            atoms.get(from..).filter(|atoms| atoms.first().is_some_and(|atom| atom.span.start == at))
        })
    }

    /// The atoms of a span.
    fn atoms_at(&self, span: Span) -> Option<&[Atom]> {
        let atoms = self.atoms_from(span.start)?;
        atoms.get(..atoms.partition_point(|atom| atom.span.start < span.end))
    }

    /// Up to two sentences right before an utterance's in its paragraph that hold no utterance, the nearest first.
    fn silent_before(&self, utterance: usize) -> Vec<Span> {
        let mut silent = Vec::new();
        let start = self.utterances.get(utterance).map_or(0, |utterance| utterance.sentence.start);
        let Some(paragraph) = self.paragraph(start) else { return silent };
        let begins = |range: &Range<usize>| paragraph.atoms.get(range.start).map_or(0, |first| first.span.start);
        let own = paragraph.sentences.partition_point(|range| begins(range) < start);
        for range in paragraph.sentences.iter().take(own).rev().take(2) {
            let Some([first, .., last]) = paragraph.atoms.get(range.clone()) else { break };
            let span = first.span.cover(last.span);
            if span.end > start || self.stages.binary_search_by(|stage| stage.span.cmp(&span)).is_ok() {
                break;
            }
            silent.push(span);
        }
        silent
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
    let mut context = Context {
        reading,
        utterances,
        resolutions,
        entities: std::mem::take(entities),
        published: date_line(reading, options),
        own: options.publisher.as_deref().into_iter().chain(names::in_dateline(reading)).collect(),
        kin: Vec::new(),
        introduced: Vec::new(),
        stages: Vec::new(),
    };
    context.introduced = line::introduced(&context);
    // Who is introduced as an outlet is one, whatever its name looks like.
    let names: Vec<&str> = context.introduced.iter().map(|outlet| outlet.span.of(reading.text)).collect();
    for entity in &mut context.entities {
        let mistaken = matches!(entity.kind, SourceKind::PersonNamed | SourceKind::Institution);
        if mistaken && entity.name.as_deref().is_some_and(|known| names.iter().any(|name| bare(name) == bare(known))) {
            entity.kind = SourceKind::NewsOutlet;
        }
    }
    context.kin = (0..utterances.len()).map(|index| kin(&context, index)).collect();
    context.stages = stage::stages(&context);
    let stated: Vec<Setting> = (0..utterances.len()).map(|index| setting::read(&context, index)).collect();
    let mut settings = stated.clone();
    carry::scene_days(&context, &mut settings, carry::SCENES);
    carry::carry(&context, &mut settings);
    recur::back(&context, &stated, &mut settings);
    carry::scene_days(&context, &mut settings, facts::media(&[MediumKind::Meeting, MediumKind::Debate]));
    recur::headlines(&context, &mut settings);
    carry::whole(&context, &mut settings);
    let ways = chain::trace(&mut context, &mut settings);
    carry::inward(&context, &mut settings);
    let links = links::find(reading.text, &options.links);
    let formulas = missing::formulas(reading);
    let mut found: Vec<Provenance> = Vec::with_capacity(utterances.len());
    for (index, (setting, way)) in settings.iter().zip(ways).enumerate() {
        let (route, whole) = match context.kin.get(index) {
            Some(&Kin::Inner(outer)) => (found.get(outer).map(|outer| outer.route), index),
            Some(&Kin::Mirror(outer)) => (found.get(outer).map(|outer| outer.route), outer),
            _ => (None, index),
        };
        let route = route.unwrap_or_else(|| chain::route(&context, index, setting, &way));
        let links = links::of(&context, &links, index, setting);
        let case = missing::Case {
            context: &context,
            formulas: &formulas,
            index,
            stated: stated.get(whole).unwrap_or(setting),
            setting,
            hops: &way.hops,
            route,
            linked: !links.is_empty(),
        };
        let missing = Missing::ALL.iter().copied().filter(|&code| case.applies(code)).collect();
        let when = setting.when.unwrap_or(Grounded { value: When::Sometime, basis: Basis::Inferred, at: None });
        found.push(Provenance {
            addressee: setting.addressee.map(|addressee| {
                addressee.with(Addressee {
                    name: bare(context.name(addressee.value.name)).to_owned(),
                    affiliation: addressee.value.affiliation.map(|name| context.name(name).to_owned()),
                })
            }),
            medium: setting.medium,
            outlet: setting.outlet.map(|outlet| outlet.with(context.name(outlet.value.name).to_owned())),
            date: when.value.edtf(context.published).map(|date| when.with(date)),
            route,
            chain: way.hops,
            links,
            missing,
        });
    }
    *entities = context.entities;
    found
}

/// What an entity is called.
fn called(entity: &Entity) -> &str {
    entity.name.as_deref().or(entity.label.as_deref()).unwrap_or("")
}

fn is_unnamed(entity: &Entity) -> bool {
    matches!(entity.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup)
}

fn kin(context: &Context<'_>, index: usize) -> Kin {
    let parent = |index: usize| {
        let utterance = context.utterances.get(index)?;
        let parent = utterance.parent.filter(|&parent| parent < index)?;
        Some((utterance, parent, context.utterances.get(parent)?))
    };
    let Some((utterance, parent, outer)) = parent(index) else { return Kin::Top };
    let entity = context.entity_index(index);
    let same = entity.is_some() && entity == context.entity_index(parent);
    let fragment = outer.form == Form::Indirect && utterance.form != Form::Indirect;
    if fragment && (same || utterance.source.is_none()) { Kin::Mirror(parent) } else { Kin::Inner(parent) }
}
