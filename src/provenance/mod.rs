//! By what way words came to the page: medium, outlet, addressee, date, route, chain, and what is missing.
//!
//! [`trace`] goes in steps, each in a module: what a sentence says (`facts`, with phrases from `line` and times from
//! `time`), to which of its utterances that belongs (`stage`), what it makes of an utterance's setting (`setting`), and
//! what stands before it (`before`); what settings hand on to others (`carry`, `recur`), and what the article as a whole
//! tells of them (`whole`); from these chain, route, links and what is missing, and what is said within others' words
//! (`inward`). Which words tell what is data: `settings.txt` of the language. All steps look at one `context`.

mod before;
mod carry;
mod chain;
mod context;
pub mod dates;
mod facts;
mod inward;
mod line;
mod links;
mod missing;
mod names;
mod recur;
mod setting;
mod stage;
mod time;
mod whole;

use crate::attribution::Utterance;
use crate::entity::{Entity, Resolution};
use crate::options::Options;
use crate::steps::pause;
use crate::syntax::Reading;
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind};
use context::{Context, called, is_unnamed};
use dates::{Date, When};
use names::bare;
use setting::Setting;

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

/// The article's date line: given by the page, or a line of its own near the top ("July 2, 2018").
pub fn date_line(reading: &Reading<'_>, options: &Options) -> Option<Date> {
    options.published.as_deref().and_then(dates::day).or_else(|| time::date_line(reading))
}

/// Reads the way of each utterance. May add entities that take part in it without speaking on this page (an outlet's
/// unnamed sources). In steps.
pub async fn trace(
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
        cited: Vec::new(),
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
    context.stages = stage::stages(&context).await;
    context.cited = (0..utterances.len()).map(|index| context.cites(index)).collect();
    let mut stated: Vec<Setting> = Vec::with_capacity(utterances.len());
    for index in 0..utterances.len() {
        stated.push(setting::read(&context, index));
        pause().await;
    }
    let mut settings = stated.clone();
    whole::scene_days(&context, &mut settings, carry::SCENES);
    carry::carry(&context, &mut settings);
    pause().await;
    recur::back(&context, &stated, &mut settings);
    whole::scene_days(&context, &mut settings, facts::media(&[MediumKind::Meeting, MediumKind::Debate]));
    recur::headlines(&context, &mut settings);
    pause().await;
    whole::whole(&context, &mut settings);
    pause().await;
    let ways = chain::trace(&mut context, &mut settings);
    inward::inward(&context, &mut settings);
    let links = links::find(reading.text, &options.links);
    let formulas = missing::formulas(reading);
    pause().await;
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
        pause().await;
    }
    *entities = context.entities;
    found
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
