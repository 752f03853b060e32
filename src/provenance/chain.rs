//! The way itself, hop by hop.

use super::outlets::same_outlet;
use super::setting::Setting;
use super::words::{Sense, any_word, meaning};
use super::{Agent, Context, Hop, Kin, Name, called};
use crate::entity::Entity;
use crate::lexicon::{Class, Frames};
use crate::syntax::AtomKind;
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, SourceKind};

/// Paragraphs within which a passive's unnamed outlet may have been named.
const NEAR: usize = 2;

/// An utterance's chain while it is made.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    /// Hops from the source on, the article last; without those that an outlet itself names as its origin.
    pub hops: Vec<Hop>,
    /// Earlier hops: whom an outlet cites.
    pub origins: Vec<Hop>,
    /// The outlet that hands the words on is not the source.
    pub relayed: bool,
    /// An outlet of the chain is an agency.
    pub agency: bool,
}

/// Entities, with those that take part in a chain without speaking on this page.
pub(super) struct Cast<'a> {
    known: &'a [Entity],
    pub added: Vec<Entity>,
}

impl<'a> Cast<'a> {
    pub fn new(known: &'a [Entity]) -> Self {
        Self { known, added: Vec::new() }
    }

    pub fn get(&self, index: usize) -> Option<&Entity> {
        self.known.get(index).or_else(|| self.added.get(index.checked_sub(self.known.len())?))
    }

    /// The words of a name.
    pub fn name<'n>(&'n self, context: &'n Context<'_>, name: Name) -> &'n str {
        match name {
            Name::Entity(entity) => self.get(entity).map_or("", called),
            other => context.name(other),
        }
    }

    /// The outlet of a name.
    fn outlet(&mut self, name: &str, at: Option<Span>) -> usize {
        let is = |entity: &Entity| {
            let named = entity.name.as_deref().is_some_and(|known| same_outlet(known, name));
            named && matches!(entity.kind, SourceKind::NewsOutlet | SourceKind::Institution)
        };
        self.find(is).unwrap_or_else(|| self.add(Some(name.to_owned()), None, SourceKind::NewsOutlet, at))
    }

    fn find(&self, is: impl Fn(&Entity) -> bool) -> Option<usize> {
        self.known.iter().chain(&self.added).position(is)
    }

    fn add(&mut self, name: Option<String>, label: Option<String>, kind: SourceKind, at: Option<Span>) -> usize {
        self.added.push(Entity { name, label, kind, role: None, mentions: at.into_iter().collect() });
        self.known.len() + self.added.len() - 1
    }
}

/// Makes all chains. An utterance within another goes on through that one's chain.
pub(super) fn trace(context: &Context<'_>, settings: &mut [Setting], kin: &[Kin], cast: &mut Cast<'_>) -> Vec<Way> {
    let mut ways: Vec<Way> = vec![Way::default(); context.utterances.len()];
    let mut last_outlet: Option<(usize, usize)> = None;
    for index in 0..context.utterances.len() {
        let block = context.utterances.get(index).map_or(0, |utterance| utterance.block);
        let recent = last_outlet.filter(|&(_, at)| block.abs_diff(at) <= NEAR).map(|(outlet, _)| outlet);
        let way = match kin.get(index) {
            Some(&Kin::Mirror(whole)) => ways.get(whole).cloned().unwrap_or_default(),
            Some(&Kin::Inner(outer)) => inner(context, settings, index, ways.get(outer)),
            _ => top(context, settings, index, recent, cast),
        };
        if kin.get(index) == Some(&Kin::Top) {
            let outlet = way.hops.iter().rev().find_map(|hop| match hop.agent {
                Agent::Entity(agent) if cast.get(agent).is_some_and(|e| e.kind == SourceKind::NewsOutlet) => {
                    Some(agent)
                }
                _ => None,
            });
            last_outlet = outlet.map(|outlet| (outlet, block)).or(last_outlet);
        }
        if let Some(slot) = ways.get_mut(index) {
            *slot = way;
        }
    }
    credit(context, kin, &mut ways, cast);
    for (way, utterance) in ways.iter_mut().zip(context.utterances) {
        way.hops.push(article(utterance.form, way.relayed || way.hops.iter().any(|hop| hop.act == "published")));
    }
    ways
}

/// What this page does with the words.
fn article(form: Form, reports: bool) -> Hop {
    let act = match form {
        Form::Direct | Form::Block => "quotes",
        Form::Partial => "quotes a fragment",
        Form::Indirect if reports => "reports",
        Form::Indirect => "paraphrases",
    };
    Hop { agent: Agent::Article, act, medium: None, basis: Basis::Stated }
}

fn act(context: &Context<'_>, index: usize, setting: &Setting) -> &'static str {
    let cue = context.utterances.get(index).and_then(|utterance| utterance.cue);
    let verb = cue.and_then(|cue| cue.verb).and_then(|verb| context.reading.lexicon.verb(verb));
    let medium = setting.medium.as_ref().map(|medium| medium.value);
    match medium {
        Some(MediumKind::SocialPost) => "posted",
        _ if verb.is_some_and(|verb| verb.frames.has(Frames::WRITTEN)) => "wrote",
        _ if cue.is_some_and(|cue| cue.lemma == "tell") => "told",
        _ => "said",
    }
}

/// The source's own hop.
fn source(context: &Context<'_>, setting: &Setting, index: usize) -> Option<Hop> {
    let medium = setting.medium.as_ref();
    Some(Hop {
        agent: Agent::Entity(context.entity_index(index)?),
        act: act(context, index, setting),
        medium: medium.map(|medium| medium.value),
        basis: medium.map_or(Basis::Stated, |medium| medium.basis),
    })
}

fn inner(context: &Context<'_>, settings: &[Setting], index: usize, outer: Option<&Way>) -> Way {
    let mut way = outer.cloned().unwrap_or_default();
    way.origins.truncate(way.origins.len());
    let own = settings.get(index).and_then(|setting| source(context, setting, index));
    // "He said: 'I told them, "Go"'": one person, one hop.
    if let Some(hop) = own.filter(|hop| way.hops.first().is_none_or(|first| first.agent != hop.agent)) {
        way.hops.splice(0..0, std::iter::once(hop).chain(way.origins.drain(..)));
    }
    way
}

fn top(
    context: &Context<'_>,
    settings: &mut [Setting],
    index: usize,
    recent: Option<usize>,
    cast: &mut Cast<'_>,
) -> Way {
    let (Some(utterance), Some(setting)) = (context.utterances.get(index), settings.get_mut(index)) else {
        return Way::default();
    };
    let mut way = Way::default();
    way.hops.extend(source(context, setting, index));
    let published = |agent, basis| Hop {
        agent: Agent::Entity(agent),
        act: "published",
        medium: Some(MediumKind::NewsReport),
        basis,
    };
    if context.is_other_outlet(index) {
        if let Some(hop) = way.hops.first_mut() {
            (hop.act, hop.medium) = ("published", Some(MediumKind::NewsReport));
        }
        way.agency = setting.outlet.as_ref().is_some_and(|outlet| outlet.agency);
        if let Some(origin) = setting.origin.and_then(|span| origin(context, span, cast)) {
            let medium = Some(MediumKind::Interview);
            way.origins.push(Hop { agent: Agent::Entity(origin), act: "told", medium, basis: Basis::Stated });
        }
        return way;
    }
    if let Some(paper) = setting.paper.and_then(|span| paper(context, span, cast)) {
        way.hops.push(Hop { agent: Agent::Entity(paper), act: "records", medium: None, basis: Basis::Stated });
    }
    if let Some(reader) = setting.reader.and_then(|span| person(context, span, cast)) {
        way.hops.push(Hop { agent: Agent::Entity(reader), act: "read", medium: None, basis: Basis::Stated });
    }
    if let Some(relay) = setting.relay {
        let name = relay.span.of(context.reading.text);
        if !context.is_own(name) {
            let outlet = cast.outlet(name, Some(relay.span));
            way.hops.push(published(outlet, Basis::Stated));
            (way.relayed, way.agency) = (true, relay.agency);
            setting.via = Some(outlet);
        }
    } else if context.is_relayed(index) {
        // "was quoted as saying": the outlet named last, if that is near. "is said to" names no outlet and has none.
        way.relayed = !utterance.cue.is_some_and(|cue| cue.span.of(context.reading.text).contains("said"));
        if !way.relayed {
            return way;
        }
        let named = setting.outlet.as_ref().filter(|outlet| !outlet.own);
        let stated = named.map(|outlet| cast.outlet(context.name(outlet.name.value), outlet.name.at));
        let basis = if stated.is_some() { Basis::Stated } else { Basis::Inferred };
        if let Some(outlet) = stated.or(recent) {
            let name = cast.get(outlet).and_then(|entity| entity.name.as_deref());
            way.agency = name.is_some_and(|name| any_word(name, Sense::Agency))
                || setting.outlet.as_ref().is_some_and(|outlet| outlet.agency);
            way.hops.push(Hop { act: "quoted", ..published(outlet, basis) });
            setting.via = Some(outlet);
        }
    } else if let Some(outlet) = setting.outlet.as_ref().filter(|outlet| !outlet.own && !outlet.broadcaster) {
        // What was told a newspaper was published there; a broadcast is open to all.
        let medium = setting.medium.as_ref().map(|medium| medium.value);
        if matches!(medium, Some(MediumKind::Interview | MediumKind::PhoneCall | MediumKind::Email)) {
            let agent = cast.outlet(context.name(outlet.name.value), outlet.name.at);
            way.hops.push(published(agent, outlet.name.basis));
            way.agency = outlet.agency;
        }
    }
    way
}

/// Puts before an outlet whom it relays: those who speak within its words; and its one unnamed source also before its
/// other claims, but not before fragments of its own wording.
fn credit(context: &Context<'_>, kin: &[Kin], ways: &mut [Way], cast: &Cast<'_>) {
    for index in 0..ways.len() {
        let Some(&Kin::Inner(outer)) = kin.get(index) else { continue };
        let own = ways.get(index).and_then(|way| way.hops.first()).copied();
        let outlet = context.is_other_outlet(outer) && context.entity_index(index) != context.entity_index(outer);
        if let (Some(hop), Some(way), true) = (own, ways.get_mut(outer), outlet) {
            let known = way.origins.iter().any(|origin| origin.agent == hop.agent);
            if !known {
                way.origins.insert(0, Hop { act: "told", ..hop });
            }
        }
    }
    let unnamed = |hop: &Hop| match hop.agent {
        Agent::Entity(agent) => cast.get(agent).is_some_and(is_unnamed),
        Agent::Article => false,
    };
    let mut sources: Vec<Vec<Hop>> = vec![Vec::new(); context.entities.len()];
    for (index, way) in ways.iter().enumerate() {
        if let Some(list) = context.entity_index(index).and_then(|outlet| sources.get_mut(outlet))
            && context.is_other_outlet(index)
        {
            for hop in way.origins.iter().filter(|hop| unnamed(hop)) {
                if !list.iter().any(|known| known.agent == hop.agent) {
                    list.push(*hop);
                }
            }
        }
    }
    for (index, way) in ways.iter_mut().enumerate() {
        let whole = context.utterances.get(index).is_some_and(|utterance| utterance.form != Form::Partial);
        let list = context.entity_index(index).and_then(|outlet| sources.get(outlet));
        if let Some([only]) = list.map(Vec::as_slice)
            && whole
            && way.origins.is_empty()
            && kin.get(index) == Some(&Kin::Top)
            && context.is_other_outlet(index)
        {
            way.origins.push(Hop { basis: Basis::Inferred, ..*only });
        }
        way.hops.splice(0..0, way.origins.iter().copied());
    }
}

pub(super) fn is_unnamed(entity: &Entity) -> bool {
    matches!(entity.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup)
}

/// The entity of "citing two officials": a known one of that name, or a new unnamed one.
fn origin(context: &Context<'_>, span: Span, cast: &mut Cast<'_>) -> Option<usize> {
    let atoms = context.atoms_at(span)?;
    let words = span.of(context.reading.text);
    let named = atoms.iter().rev().take_while(|atom| atom.capital && atom.kind == AtomKind::Word).count();
    if named >= 2 {
        return person(context, span, cast);
    }
    let of = |class: Class| atoms.iter().any(|atom| atom.is(class) && !atom.capital);
    let kind = if of(Class::GROUP) {
        SourceKind::AnonymousGroup
    } else if of(Class::ROLE) {
        SourceKind::AnonymousPerson
    } else if of(Class::DOCUMENT) {
        SourceKind::Document
    } else {
        return None;
    };
    let known = cast.find(|entity| entity.kind == kind && entity.mentions.contains(&span));
    Some(known.unwrap_or_else(|| cast.add(None, Some(words.to_owned()), kind, Some(span))))
}

/// The document of "according to the affidavit": the one mentioned there, else the last one that speaks before.
fn paper(context: &Context<'_>, span: Span, cast: &mut Cast<'_>) -> Option<usize> {
    let is_document = |entity: &Entity| entity.kind == SourceKind::Document;
    let there =
        cast.find(|entity| is_document(entity) && entity.mentions.iter().any(|mention| span.overlaps(*mention)));
    let at = context.utterances.partition_point(|utterance| utterance.sentence.start < span.start);
    let earlier = || {
        (0..at)
            .rev()
            .take(12)
            .filter_map(|index| context.entity_index(index))
            .find(|&index| context.entities.get(index).is_some_and(is_document))
    };
    let words = span.of(context.reading.text);
    let label = words.split_once(" to ").map_or(words, |(_, label)| label);
    let definite = label.starts_with("the ");
    let new = |cast: &mut Cast<'_>| cast.add(None, Some(label.to_owned()), SourceKind::Document, Some(span));
    let known = there.or_else(|| if definite { earlier() } else { None });
    Some(known.unwrap_or_else(|| new(cast)))
}

/// The named person at the end of a phrase ("his lawyer, Jane Corrie").
fn person(context: &Context<'_>, span: Span, cast: &mut Cast<'_>) -> Option<usize> {
    let atoms = context.atoms_from(span.start)?;
    let is_name = |atom: &crate::syntax::Atom| atom.capital && atom.kind == AtomKind::Word && !atom.is(Class::TITLE);
    let start = atoms.iter().take(8).position(is_name)?;
    let between = atoms.get(..start)?;
    if between.iter().any(|atom| atom.is(Class::PREPOSITION | Class::RELATIVE | Class::COORDINATOR)) {
        return None;
    }
    let run = atoms.get(start..)?.iter().take_while(|atom| is_name(atom)).count();
    let whole = atoms.get(start)?.span.cover(atoms.get(start + run.checked_sub(1)?)?.span);
    let name = super::outlets::without_possessive(whole.of(context.reading.text));
    let known = cast.find(|entity| entity.name.as_deref().is_some_and(|known| known.ends_with(name)));
    if known.is_none() && run < 2 || meaning(name).medium.is_some() {
        return None;
    }
    let at = Span::new(whole.start, whole.start + name.len());
    Some(known.unwrap_or_else(|| cast.add(Some(name.to_owned()), None, SourceKind::PersonNamed, Some(at))))
}
