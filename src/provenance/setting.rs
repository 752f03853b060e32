//! What an utterance's own sentence says of its setting.

use super::dates::When;
use super::outlets::{OutletName, Words, same_outlet};
use super::scene::{Fact, Frame, What, addressee_from};
use super::stage::Stage;
use super::words::{Sense, any_word, meaning};
use super::{Addressee, Context, Grounded};
use crate::attribution::Utterance;
use crate::lexicon::{Class, Frames};
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};

/// An outlet as an utterance's setting.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct OutletSetting {
    pub name: Grounded<String>,
    /// Radio or television: what was said there was open to all.
    pub broadcaster: bool,
    pub agency: bool,
    /// The article's own.
    pub own: bool,
}

/// What a sentence says of an utterance's setting.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Setting {
    pub medium: Option<Grounded<MediumKind>>,
    pub outlet: Option<OutletSetting>,
    pub addressee: Option<Grounded<Addressee>>,
    pub when: Option<Grounded<When>>,
    /// The outlet that carried it ("in a statement carried by X").
    pub relay: Option<OutletName>,
    /// The words for an earlier source ("citing two officials").
    pub origin: Option<Span>,
    /// The words for somebody who read it out.
    pub reader: Option<Span>,
    pub place: bool,
    pub leaked: bool,
    pub account: bool,
    pub transcript: bool,
    pub programme: bool,
    /// Said to this article's own reporter.
    pub own_interview: bool,
    /// Shouted or chanted.
    pub in_public: bool,
    /// The outlet that hands the words on, as an entity.
    pub via: Option<usize>,
}

fn stated<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Stated, at: Some(at) })
}

fn inferred<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Inferred, at: Some(at) })
}

/// Reads the setting of an utterance off its sentence.
pub(super) fn read(context: &Context<'_>, stage: &Stage<'_>, index: usize) -> Setting {
    let Some(utterance) = context.utterances.get(index) else { return Setting::default() };
    let mut setting = Setting::default();
    let cue = utterance.cue.map_or(utterance.sentence, |cue| cue.span);
    let facts: Vec<&Fact> = stage.facts_of(utterance).collect();
    let mut told = told(context, stage, utterance);
    let nearest = nearest_by(&facts, cue);

    for fact in &nearest {
        match &fact.what {
            What::Time(when) if setting.when.is_none() => setting.when = stated(*when, fact.span),
            What::Medium(kind) if setting.medium.is_none() => setting.medium = stated(*kind, fact.span),
            What::Addressee(addressee) if setting.addressee.is_none() => {
                let speaker = utterance.source.map_or(fact.span, |mention| mention.span);
                if utterance.source.is_none() || !speaker.overlaps(fact.span) {
                    setting.addressee = stated(addressee.clone(), fact.span);
                }
            }
            What::Place => setting.place = true,
            What::Leaked => setting.leaked = true,
            What::Account => setting.account = true,
            What::Transcript => setting.transcript = true,
            What::Programme => setting.programme = true,
            What::Origin => setting.origin = setting.origin.or(Some(fact.span)),
            What::Reader => setting.reader = setting.reader.or(Some(fact.span)),
            _ => {}
        }
    }
    if let Some((addressee, _)) = told.take() {
        setting.addressee = Some(addressee);
    }
    for fact in &nearest {
        match &fact.what {
            What::Outlet(outlet, Frame::By) => setting.relay = setting.relay.or(Some(outlet.clone())),
            What::Outlet(outlet, _) if setting.outlet.is_none() => {
                setting.outlet = Some(context.outlet(outlet, fact.span));
            }
            What::Network(name) => {
                let medium = stated(MediumKind::SocialPost, fact.span);
                let video = setting.medium.as_ref().is_some_and(|medium| medium.value == MediumKind::Interview);
                if !video {
                    setting.medium = medium;
                    setting.outlet = network(name.clone(), Basis::Stated, fact.span);
                }
            }
            _ => {}
        }
    }
    addressed_outlet(context, stage, utterance, &mut setting);
    by_cue(context, utterance, cue, &mut setting);
    by_source(context, index, utterance, &mut setting);
    by_addressee(context, &mut setting);
    by_outlet(utterance, context, &mut setting);
    setting
}

/// Facts, the nearest to the cue first; what stands behind it is nearer than what stands before.
fn nearest_by<'f>(facts: &[&'f Fact], cue: Span) -> Vec<&'f Fact> {
    let mut nearest = facts.to_vec();
    nearest.sort_by_key(|fact| match fact.span.start >= cue.end {
        true => fact.span.start - cue.end,
        false => 40 + cue.start.saturating_sub(fact.span.end),
    });
    nearest
}

fn network(name: String, basis: Basis, at: Span) -> Option<OutletSetting> {
    let name = Grounded { value: name, basis, at: Some(at) };
    Some(OutletSetting { name, broadcaster: false, agency: false, own: false })
}

/// The words right after a verb of telling: to whom ("told the committee").
fn told(context: &Context<'_>, stage: &Stage<'_>, utterance: &Utterance) -> Option<(Grounded<Addressee>, usize)> {
    let cue = utterance.cue?;
    let verb = cue.verb.and_then(|verb| context.reading.lexicon.verb(verb))?;
    let atoms = stage.atoms.get(..stage.range.end)?;
    let after = atoms.partition_point(|atom| atom.span.start < cue.span.end);
    let passive = atoms.iter().rev().skip(atoms.len() - after).take(3).any(|a| a.is_word() && a.is(Class::BE));
    if !verb.frames.has(Frames::ADDRESSEE) || passive {
        return None;
    }
    // An inverted subject ("asked Reyes") is nobody told.
    if utterance
        .source
        .is_some_and(|mention| mention.span.start >= cue.span.end && mention.span.start < cue.span.end + 2)
    {
        return None;
    }
    let (addressee, end) = addressee_from(context.words(atoms), after, atoms.len())?;
    let span = atoms.get(after)?.span.cover(atoms.get(end.checked_sub(1)?)?.span);
    let content = utterance.segments.iter().any(|segment| segment.overlaps(span));
    (!content).then_some((Grounded { value: addressee, basis: Basis::Stated, at: Some(span) }, end))
}

/// The outlet among the addressee's words ("told The Daily Ledger", "told the Post's Ana Ruiz").
fn addressed_outlet(context: &Context<'_>, stage: &Stage<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(at) = setting.addressee.as_ref().and_then(|addressee| addressee.at) else { return };
    let atoms = stage.atoms.get(..stage.range.end).unwrap_or(&[]);
    let first = atoms.partition_point(|atom| atom.span.start < at.start);
    let last = atoms.partition_point(|atom| atom.span.start < at.end);
    let outlet = (first..last).find_map(|i| {
        let of = i == first || atoms.get(i - 1).is_some_and(|atom| atom.is(Class::PREPOSITION));
        of.then(|| context.words(atoms).outlet_from(i)).flatten()
    });
    if let Some(outlet) = outlet.filter(|outlet| utterance.source.is_none_or(|m| !m.span.contains(outlet.span))) {
        setting.outlet = Some(context.outlet(&outlet, outlet.span));
    }
}

/// What the verb itself tells: tweeted, testified, texted.
fn by_cue(context: &Context<'_>, utterance: &Utterance, cue: Span, setting: &mut Setting) {
    let Some(known) = utterance.cue.map(|cue| meaning(cue.lemma)) else { return };
    let posted = known.has(Sense::Posting);
    setting.in_public = known.has(Sense::Chanting);
    if known.has(Sense::Tweeting) {
        let at = cue;
        setting.medium = stated(MediumKind::SocialPost, at);
        let outlet =
            setting.outlet.take().filter(|outlet| meaning(&outlet.name.value.to_lowercase()).has(Sense::Network));
        setting.outlet = outlet.or_else(|| network("Twitter".into(), Basis::Inferred, at));
    }
    let kinds = [
        (posted, MediumKind::SocialPost),
        (known.has(Sense::Testifying), MediumKind::Testimony),
        (known.has(Sense::Emailing), MediumKind::Email),
        (known.has(Sense::Texting), MediumKind::TextMessage),
        (known.has(Sense::Preaching), MediumKind::Speech),
    ];
    if setting.medium.is_none()
        && let Some((_, kind)) = kinds.into_iter().find(|&(given, _)| given)
    {
        setting.medium = stated(kind, cue);
    }
    // "believes": an assessment, where a secret service does.
    let mental = utterance.cue.and_then(|cue| cue.verb).and_then(|verb| context.reading.lexicon.verb(verb));
    let assesses = mental.is_some_and(|verb| verb.frames.has(Frames::MENTAL));
    let mention = utterance.source.map_or("", |mention| mention.span.of(context.reading.text));
    if setting.medium.is_none() && assesses && any_word(mention, Sense::Intelligence) {
        setting.medium = inferred(MediumKind::IntelligenceAssessment, cue);
    }
}

/// What the source itself tells: a document is its own medium, an outlet reports.
fn by_source(context: &Context<'_>, index: usize, utterance: &Utterance, setting: &mut Setting) {
    let Some(entity) = context.entity(index) else { return };
    let mention = utterance.source.map(|mention| mention.span).unwrap_or(utterance.sentence);
    if entity.kind == SourceKind::NewsOutlet {
        let name = entity.name.clone().or_else(|| entity.label.clone()).unwrap_or_default();
        let own = context.is_own(&name);
        if !own && setting.medium.as_ref().is_none_or(|medium| medium.value != MediumKind::SocialPost) {
            setting.medium = stated(MediumKind::NewsReport, mention);
            let words = context.reading.text;
            let agency = any_word(&name, Sense::Agency) || any_word(mention.of(words), Sense::Agency);
            let broadcaster = any_word(&name, Sense::Broadcaster);
            let name = Grounded { value: name, basis: Basis::Stated, at: Some(mention) };
            setting.outlet = Some(OutletSetting { name, broadcaster, agency, own });
        }
    }
    if entity.kind == SourceKind::Document && setting.medium.is_none() {
        let head = utterance.source.map_or("", |mention| mention.head.of(context.reading.text)).to_lowercase();
        let phrase = utterance.source.map_or("", |mention| mention.core.of(context.reading.text)).to_lowercase();
        let pair: Vec<&str> = phrase.split_whitespace().rev().take(2).collect();
        let pair = match pair[..] {
            [last, before] => meaning(&format!("{before}_{last}")).medium,
            _ => None,
        };
        if let Some(kind) = pair.or(meaning(&head).medium) {
            setting.medium = stated(kind, mention);
        }
    }
    // A survey is what the people asked said it in.
    if entity.kind == SourceKind::CrowdOrPoll && setting.medium.is_none() {
        let words = mention.of(context.reading.text);
        if words.split(' ').any(|word| meaning(&word.to_lowercase()).medium == Some(MediumKind::Survey)) {
            setting.medium = stated(MediumKind::Survey, mention);
        }
    }
}

/// What the addressee tells: reporters hear a news conference, a jury testimony.
fn by_addressee(context: &Context<'_>, setting: &mut Setting) {
    let Some(addressee) = setting.addressee.as_ref() else { return };
    let at = addressee.at.unwrap_or_default();
    if setting.medium.is_some() || setting.outlet.is_some() {
        return;
    }
    let kinds = [
        (Sense::Press, MediumKind::NewsConference),
        (Sense::Tribunal, MediumKind::Testimony),
        (Sense::Chamber, MediumKind::Speech),
    ];
    let name = at.of(context.reading.text);
    let kind = kinds.into_iter().find(|&(sense, _)| any_word(name, sense)).map(|(_, kind)| kind);
    let direct = name.split_whitespace().map(|word| meaning(&word.to_lowercase()).medium).next_back().flatten();
    let event =
        direct.filter(|kind| matches!(kind, MediumKind::Rally | MediumKind::NewsConference | MediumKind::Meeting));
    if let Some(kind) = event.or(kind) {
        setting.medium = inferred(kind, at);
    }
}

/// What the outlet tells: an interview with a broadcaster is broadcast, and what was told an outlet was an interview.
fn by_outlet(utterance: &Utterance, context: &Context<'_>, setting: &mut Setting) {
    let Some(outlet) = &setting.outlet else { return };
    let Some(at) = outlet.name.at else { return };
    let broadcast = outlet.broadcaster && !outlet.own;
    match setting.medium.as_mut() {
        Some(medium) if medium.value == MediumKind::Interview && broadcast => {
            medium.value = MediumKind::BroadcastInterview;
        }
        Some(_) => {}
        None => {
            let addressed = setting.addressee.as_ref().and_then(|addressee| addressee.at);
            let addressed = addressed.is_some_and(|span| span.overlaps(at));
            let writes = utterance.cue.and_then(|cue| cue.verb).and_then(|verb| context.reading.lexicon.verb(verb));
            let written = writes.is_some_and(|verb| verb.frames.has(Frames::WRITTEN));
            setting.medium = match (broadcast, addressed) {
                (true, true) => stated(MediumKind::BroadcastInterview, at),
                (true, false) => inferred(MediumKind::BroadcastInterview, at),
                (false, true) => inferred(MediumKind::Interview, at),
                (false, false) if written => inferred(MediumKind::Article, at),
                (false, false) => None,
            };
        }
    }
}

impl<'a> Context<'a> {
    /// The atoms with what is needed to read phrases in them.
    pub(super) fn words<'w>(&'w self, atoms: &'w [crate::syntax::Atom]) -> Words<'w> {
        Words { text: self.reading.text, atoms, quotations: &self.reading.quotations, known: &self.known_outlets }
    }

    /// Whether a name is that of the article's own outlet.
    pub(super) fn is_own(&self, name: &str) -> bool {
        self.own_outlets.iter().any(|own| same_outlet(own, name))
    }

    fn outlet(&self, outlet: &OutletName, at: Span) -> OutletSetting {
        let name = Grounded { value: outlet.name.clone(), basis: Basis::Stated, at: Some(at) };
        let own = self.is_own(&outlet.name);
        OutletSetting { name, broadcaster: outlet.broadcaster, agency: outlet.agency, own }
    }
}
