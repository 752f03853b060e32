//! The way itself, hop by hop, and what kind of way it is.

use super::facts::{EXHIBIT, IN_PUBLIC, LEAKED, OUTSIDE, OWN_INTERVIEW, among, media};
use super::names::{same_outlet, without_possessive};
use super::setting::Setting;
use super::{Agent, Context, Hop, Kin, is_unnamed};
use crate::entity::Entity;
use crate::lexicon::{Class, Frames, Sense};
use crate::syntax::Atom;
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Route, SourceKind};
use MediumKind::*;

/// Paragraphs within which a passive's unnamed outlet may have been named.
const NEAR: usize = 2;

/// An utterance's chain.
#[derive(Clone, Default)]
pub(super) struct Way {
    /// Hops from the source on, the article last.
    pub hops: Vec<Hop>,
    /// Earlier hops: whom an outlet cites.
    origins: Vec<Hop>,
    /// The outlet that hands the words on is not the source.
    relayed: bool,
    /// An outlet of the chain is an agency.
    agency: bool,
}

impl Way {
    #[inline(never)]
    fn push(&mut self, agent: usize, act: &'static str, medium: Option<MediumKind>, basis: Basis) {
        self.hops.push(Hop { agent: Agent::Entity(agent), act, medium, basis });
    }
}

/// Makes all chains. An utterance within another goes on through that one's chain.
#[inline(never)]
pub(super) fn trace(context: &mut Context<'_>, settings: &mut [Setting]) -> Vec<Way> {
    let mut ways: Vec<Way> = vec![Way::default(); context.utterances.len()];
    // The outlet named last, with its utterance.
    let mut recent: Option<(usize, usize)> = None;
    for index in 0..ways.len() {
        let Some(setting) = settings.get_mut(index) else { break };
        let way = match context.kin.get(index) {
            Some(&Kin::Mirror(whole)) => ways.get(whole).cloned().unwrap_or_default(),
            Some(&Kin::Inner(outer)) => inner(context, setting, index, ways.get(outer)),
            _ => {
                let last = recent.filter(|&(_, at)| super::carry::near(context, at, index, NEAR));
                let way = top(context, setting, index, last.map(|(outlet, _)| outlet));
                let outlet = |hop: &Hop| agent(hop).filter(|&agent| is_outlet(context, agent));
                recent = way.hops.iter().rev().find_map(outlet).map(|outlet| (outlet, index)).or(recent);
                way
            }
        };
        if let Some(slot) = ways.get_mut(index) {
            *slot = way;
        }
    }
    credit(context, &mut ways);
    for (way, utterance) in ways.iter_mut().zip(context.utterances) {
        let published = way.relayed || way.hops.iter().any(|hop| hop.act == "published");
        // What this page does with the words.
        let act = match utterance.form {
            Form::Direct | Form::Block => "quotes",
            Form::Partial => "quotes a fragment",
            Form::Indirect if published => "reports",
            Form::Indirect => "paraphrases",
        };
        way.hops.push(Hop { agent: Agent::Article, act, medium: None, basis: Basis::Stated });
    }
    ways
}

/// The entity of a hop.
pub(super) fn agent(hop: &Hop) -> Option<usize> {
    match hop.agent {
        Agent::Entity(agent) => Some(agent),
        Agent::Article => None,
    }
}

fn is_outlet(context: &Context<'_>, entity: usize) -> bool {
    context.entities.get(entity).is_some_and(|entity| entity.kind == SourceKind::NewsOutlet)
}

/// The source's own hop.
fn source(context: &Context<'_>, setting: &Setting, index: usize) -> Way {
    let mut way = Way::default();
    let (Some(entity), Some(utterance)) = (context.entity_index(index), context.utterances.get(index)) else {
        return way;
    };
    let act = match setting.kind() {
        SocialPost => "posted",
        _ if context.has_frame(utterance, Frames::WRITTEN) => "wrote",
        _ if context.has_frame(utterance, Frames::ADDRESSEE) && setting.addressee.is_some() => "told",
        _ => "said",
    };
    let basis = setting.medium.map_or(Basis::Stated, |medium| medium.basis);
    way.push(entity, act, setting.medium.map(|medium| medium.value), basis);
    way
}

fn inner(context: &Context<'_>, setting: &Setting, index: usize, outer: Option<&Way>) -> Way {
    let mut way = source(context, setting, index);
    if let Some(outer) = outer {
        // "He said: 'I told them, "Go"'": one person, one hop.
        if way.hops.first().map(agent) == outer.hops.first().map(agent) {
            return outer.clone();
        }
        way.hops.extend(outer.origins.iter().chain(&outer.hops).copied());
        (way.relayed, way.agency) = (outer.relayed, outer.agency);
    }
    way
}

fn top(context: &mut Context<'_>, setting: &mut Setting, index: usize, recent: Option<usize>) -> Way {
    let mut way = source(context, setting, index);
    if context.is_other_outlet(index) {
        if let Some(hop) = way.hops.first_mut() {
            (hop.act, hop.medium) = ("published", Some(NewsReport));
        }
        way.agency = setting.outlet.is_some_and(|outlet| outlet.value.sense.has(Sense::AGENCY));
        if let Some(origin) = setting.origin.and_then(|span| origin(context, span)) {
            way.origins.push(Hop {
                agent: Agent::Entity(origin),
                act: "told",
                medium: Some(Interview),
                basis: Basis::Stated,
            });
        }
        return way;
    }
    if let Some(paper) = setting.paper.and_then(|span| paper(context, span)) {
        way.push(paper, "records", None, Basis::Stated);
    }
    if let Some(reader) = setting.reader.and_then(|span| person(context, span)) {
        way.push(reader, "read", None, Basis::Stated);
    }
    let foreign = setting.outlet.filter(|outlet| !outlet.value.own);
    let agency = foreign.is_some_and(|outlet| outlet.value.sense.has(Sense::AGENCY));
    let named = foreign.map(|outlet| (context.name(outlet.value.name).to_owned(), outlet));
    if let Some(relay) = setting.relay {
        let name = relay.span.of(context.reading.text);
        if !context.is_own(name) {
            let via = outlet(context, name, Some(relay.span));
            way.push(via, "published", Some(NewsReport), Basis::Stated);
            (way.relayed, way.agency) = (true, relay.sense.has(Sense::AGENCY));
            setting.via = Some(via);
        }
    } else if context.is_relayed(index) {
        // "is said to" names no outlet and has none.
        way.relayed = context.is_cited(index);
        let stated = named.filter(|_| way.relayed).map(|(name, at)| outlet(context, &name, at.at));
        let basis = if stated.is_some() { Basis::Stated } else { Basis::Inferred };
        // "was quoted as saying": the outlet named last, if that is near.
        if let Some(via) = stated.or(recent.filter(|_| way.relayed)) {
            let name = context.entities.get(via).map_or("", super::called);
            way.agency = agency || super::names::any_word(context.reading.lexicon, name, Sense::AGENCY);
            way.push(via, "quoted", Some(NewsReport), basis);
            setting.via = Some(via);
        }
    } else if let Some((name, at)) = named.filter(|(_, outlet)| !outlet.value.broadcasts()) {
        // What was told a newspaper was published there; a broadcast is open to all.
        if among(setting.kind(), media(&[Interview, PhoneCall, Email, Article])) {
            let via = outlet(context, &name, at.at);
            way.push(via, "published", Some(NewsReport), at.basis);
            way.agency = agency;
        }
    }
    way
}

/// Puts before an outlet whom it relays: those who speak within its words; and its one unnamed source also before its
/// other claims, but not before fragments of its own wording.
fn credit(context: &Context<'_>, ways: &mut [Way]) {
    for index in 0..ways.len() {
        let Some(&Kin::Inner(outer)) = context.kin.get(index) else { continue };
        let other = context.is_other_outlet(outer) && context.entity_index(index) != context.entity_index(outer);
        let own = ways.get(index).and_then(|way| way.hops.first()).copied();
        if let (Some(hop), Some(way)) = (own.filter(|_| other), ways.get_mut(outer))
            && !way.origins.iter().any(|origin| origin.agent == hop.agent)
        {
            way.origins.insert(0, Hop { act: "told", ..hop });
        }
    }
    // For each outlet its unnamed source, or that there are several.
    let mut sources: Vec<(Option<Hop>, bool)> = vec![(None, false); context.entities.len()];
    for (index, way) in ways.iter().enumerate().filter(|&(index, _)| context.is_other_outlet(index)) {
        let Some(known) = context.entity_index(index).and_then(|outlet| sources.get_mut(outlet)) else { continue };
        for hop in &way.origins {
            if agent(hop).and_then(|agent| context.entities.get(agent)).is_some_and(is_unnamed) {
                known.1 |= known.0.is_some_and(|only| only.agent != hop.agent);
                known.0 = known.0.or(Some(*hop));
            }
        }
    }
    for (index, way) in ways.iter_mut().enumerate() {
        let whole = context.utterances.get(index).is_some_and(|utterance| utterance.form != Form::Partial);
        let known = context.entity_index(index).and_then(|outlet| sources.get(outlet));
        if let Some(&(Some(only), false)) = known.filter(|_| whole && way.origins.is_empty() && context.is_top(index)) {
            way.origins.push(Hop { basis: Basis::Inferred, ..only });
        }
        if context.is_top(index) {
            let later = std::mem::take(&mut way.hops);
            way.hops.extend(way.origins.iter().copied().chain(later));
        }
    }
}

/// Adds an entity that takes part without speaking.
fn add(
    context: &mut Context<'_>,
    name: Option<&str>,
    label: Option<&str>,
    kind: SourceKind,
    at: Option<Span>,
) -> usize {
    context.entities.push(Entity {
        name: name.map(str::to_owned),
        label: label.map(str::to_owned),
        kind,
        role: None,
        mentions: at.into_iter().collect(),
    });
    context.entities.len() - 1
}

/// The outlet of a name.
fn outlet(context: &mut Context<'_>, name: &str, at: Option<Span>) -> usize {
    let known = context.entities.iter().position(|entity| {
        let named = entity.name.as_deref().is_some_and(|known| same_outlet(known, name));
        named && matches!(entity.kind, SourceKind::NewsOutlet | SourceKind::Institution)
    });
    known.unwrap_or_else(|| add(context, Some(name), None, SourceKind::NewsOutlet, at))
}

/// The entity of "citing two officials": a known one of that name, or a new unnamed one.
fn origin(context: &mut Context<'_>, span: Span) -> Option<usize> {
    let atoms = context.atoms_at(span)?;
    if atoms.iter().rev().take_while(|atom| atom.capital && atom.is_word()).count() > 1 {
        return person(context, span);
    }
    let kinds = [
        (Class::GROUP, SourceKind::AnonymousGroup),
        (Class::ROLE, SourceKind::AnonymousPerson),
        (Class::DOCUMENT, SourceKind::Document),
    ];
    let (_, kind) = kinds.into_iter().find(|(class, _)| atoms.iter().any(|atom| atom.is(*class) && !atom.capital))?;
    let known = context.entities.iter().position(|entity| entity.kind == kind && entity.mentions.contains(&span));
    let label = span.of(context.reading.text);
    Some(known.unwrap_or_else(|| add(context, None, Some(label), kind, Some(span))))
}

/// The document of "according to the affidavit": the one mentioned there, else the last one that speaks before.
fn paper(context: &mut Context<'_>, span: Span) -> Option<usize> {
    let is_document = |entity: &Entity| entity.kind == SourceKind::Document;
    let there = |entity: &Entity| is_document(entity) && entity.mentions.iter().any(|mention| span.overlaps(*mention));
    if let Some(known) = context.entities.iter().position(there) {
        return Some(known);
    }
    let atoms = context.atoms_at(span)?;
    // Without "according to".
    let skipped = if atoms.first()?.is(Class::ATTRIBUTING) { 2 } else { 0 };
    let first = atoms.get(skipped)?;
    let (definite, label) = (first.is(Class::DEFINITE), Span::new(first.span.start, span.end));
    let at = context.utterances.partition_point(|utterance| utterance.sentence.start < span.start);
    let earlier = (0..at).rev().take(12).filter_map(|index| context.entity_index(index));
    let earlier = earlier.into_iter().find(|&index| context.entities.get(index).is_some_and(is_document));
    let label = label.of(context.reading.text);
    let known = earlier.filter(|_| definite);
    Some(known.unwrap_or_else(|| add(context, None, Some(label), SourceKind::Document, Some(span))))
}

/// The named person at the end of a phrase ("his lawyer, Jane Corrie").
fn person(context: &mut Context<'_>, span: Span) -> Option<usize> {
    let is_name = |atom: &Atom| atom.capital && atom.is_word() && !atom.is(Class::TITLE);
    let atoms = context.atoms_from(span.start)?;
    let start = atoms.iter().take(8).position(is_name)?;
    let joins = Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATOR);
    if atoms.iter().take(start).any(|atom| atom.is(joins)) {
        return None;
    }
    let run = atoms.get(start..)?.iter().take_while(|atom| is_name(atom));
    let whole = run.clone().map(|atom| atom.span).reduce(Span::cover)?;
    let name = without_possessive(whole.of(context.reading.text));
    let known = |entity: &Entity| entity.name.as_deref().is_some_and(|known| known.ends_with(name));
    let known = context.entities.iter().position(known);
    if known.is_none() && run.count() < 2 || atoms.get(start)?.tells(Sense::MEDIUM) {
        return None;
    }
    let at = Span::new(whole.start, whole.start + name.len());
    Some(known.unwrap_or_else(|| add(context, Some(name), None, SourceKind::PersonNamed, Some(at))))
}

/// The kind of way; the first that holds.
#[inline(never)]
pub(super) fn route(context: &Context<'_>, index: usize, setting: &Setting, way: &Way) -> Route {
    let medium = setting.kind();
    let outlet = setting.outlet.map(|outlet| outlet.value);
    let other = outlet.filter(|outlet| !outlet.own);
    let document = context.is_kind(index, SourceKind::Document);
    // An outlet's claim, or words that an outlet hands on.
    if context.is_other_outlet(index) || way.relayed {
        return if way.agency { Route::Agency } else { Route::SecondhandViaOutlet };
    }
    if setting.is(LEAKED) && (document || among(medium, media(&[Report, Email, Letter]))) {
        return Route::LeakedDocument;
    }
    const SHOWN: u32 =
        media(&[Report, Email, Letter, TextMessage, PhoneCall, Interview, Video, Statement, SocialPost, CourtFiling]);
    if setting.is(EXHIBIT) && among(medium, SHOWN) {
        return Route::CourtOrOfficialDocument;
    }
    if medium == SocialPost {
        return Route::SocialPost;
    }
    // Said to another outlet; to an agency, which all outlets print.
    const TO_OUTLETS: u32 = media(&[Interview, BroadcastInterview, Podcast, PhoneCall, Email, TextMessage]);
    if let Some(outlet) = other.filter(|_| among(medium, TO_OUTLETS)) {
        return if outlet.sense.has(Sense::AGENCY) { Route::Agency } else { Route::InterviewOtherOutlet };
    }
    if medium == Article && other.is_some() {
        return Route::SecondhandViaOutlet;
    }
    let own = outlet.is_some_and(|outlet| outlet.own) || setting.is(OWN_INTERVIEW);
    let alone = setting.addressee.is_none() || own;
    let named = setting.addressee.is_some_and(|to| context.name(to.value.name).starts_with(char::is_uppercase));
    let public = medium == PhoneCall && setting.is(IN_PUBLIC);
    match medium {
        _ if public => Route::EventOrPressConference,
        Interview | BroadcastInterview | PhoneCall | Email | TextMessage if own || alone => Route::OwnInterview,
        // "in an interview with Ida Petty", who is not of this newsroom.
        Interview | BroadcastInterview if named => Route::InterviewOtherOutlet,
        _ if own && !among(medium, media(&[Statement, Letter, Report, CourtFiling])) => Route::OwnInterview,
        Podcast => Route::InterviewOtherOutlet,
        Statement | Letter => Route::Statement,
        // A call to analysts, with an addressee, is one.
        PhoneCall | NewsConference | Speech | Rally | Debate | Testimony | Meeting => Route::EventOrPressConference,
        CourtFiling => Route::CourtOrOfficialDocument,
        Report => {
            let mention = context.utterances.get(index).and_then(|utterance| utterance.source);
            let official = mention.is_some_and(|mention| context.any_word(mention.span, Sense::OFFICIAL));
            if official { Route::CourtOrOfficialDocument } else { Route::Unknown }
        }
        Unknown if setting.is(OUTSIDE) => Route::EventOrPressConference,
        Unknown if setting.is(IN_PUBLIC) && context.is_kind(index, SourceKind::CrowdOrPoll) => {
            Route::EventOrPressConference
        }
        _ => Route::Unknown,
    }
}
