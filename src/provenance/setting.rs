//! What an utterance's own sentence says of its setting.

use super::addressee::{addressed_outlet, told, told_reporter};
use super::before;
use super::dates::When;
use super::outlets::{OutletName, Words, same_outlet};
use super::scene::{Fact, Frame, What};
use super::stage::Stage;
use super::words::word;
use super::words::{Sense, any_word, meaning, meaning_at};
use super::{Context, Grounded, Hearer, Name, called};
use crate::attribution::Utterance;
use crate::lexicon::Frames;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};

/// An outlet as an utterance's setting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OutletSetting {
    pub name: Grounded<Name>,
    /// Radio or television: what was said there was open to all.
    pub broadcaster: bool,
    pub agency: bool,
    /// The article's own.
    pub own: bool,
}

/// What a sentence says of an utterance's setting.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Setting {
    pub medium: Option<Grounded<MediumKind>>,
    pub outlet: Option<OutletSetting>,
    pub addressee: Option<Grounded<Hearer>>,
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
    /// Outside a court or a meeting.
    pub outside: bool,
    /// The words for a document that they stand in ("according to the affidavit").
    pub paper: Option<Span>,
    /// On a call that many hear.
    pub at_event: bool,
    /// Shouted or chanted.
    pub in_public: bool,
    /// The outlet that hands the words on, as an entity.
    pub via: Option<usize>,
}

pub(super) fn stated<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Stated, at: Some(at) })
}

pub(super) fn inferred<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Inferred, at: Some(at) })
}

/// Reads the setting of an utterance off its sentence.
pub(super) fn read(context: &Context<'_>, stage: &Stage<'_>, index: usize) -> Setting {
    let Some(utterance) = context.utterances.get(index) else { return Setting::default() };
    let mut setting = Setting::default();
    let cue = utterance.cue.map_or(utterance.sentence, |cue| cue.span);
    let facts: Vec<&Fact> = stage.facts_of(context.reading.text, utterance).collect();
    let mut told = told(context, stage, utterance);
    let nearest = nearest_by(&facts, cue);

    for fact in &nearest {
        match &fact.what {
            What::Time(when) if setting.when.is_none() => setting.when = stated(*when, fact.span),
            What::Medium(kind) if setting.medium.is_none() => setting.medium = stated(*kind, fact.span),
            What::Addressee(addressee) if setting.addressee.is_none() => {
                let speaker = utterance.source.map_or(fact.span, |mention| mention.span);
                if utterance.source.is_none() || !speaker.overlaps(fact.span) {
                    setting.addressee = stated(*addressee, fact.span);
                }
            }
            What::Place => setting.place = true,
            What::Outside => setting.outside = true,
            What::Paper(kind) if context.source_differs(index, fact.span) => {
                setting.paper = Some(fact.span);
                setting.medium = setting.medium.take().or_else(|| stated(*kind, fact.span));
            }
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
            What::Outlet(outlet, Frame::By) => setting.relay = setting.relay.or(Some(*outlet)),
            What::Outlet(outlet, _) if setting.outlet.is_none() => {
                setting.outlet = Some(context.outlet(*outlet, fact.span));
            }
            What::Network(name) => {
                let medium = stated(MediumKind::SocialPost, fact.span);
                let video = setting.medium.as_ref().is_some_and(|medium| medium.value == MediumKind::Interview);
                if !video {
                    setting.medium = medium;
                    setting.outlet = network(Name::Words(*name), Basis::Stated, fact.span);
                }
            }
            _ => {}
        }
    }
    if asks(utterance) {
        // To whom the sentence's frame speaks is whom the asker works for.
        setting.addressee = None;
    }
    addressed_outlet(context, stage, utterance, &mut setting);
    by_cue(context, utterance, cue, &mut setting);
    by_source(context, index, utterance, &mut setting);
    if asks(utterance) {
        askers_outlet(context, stage, utterance, &mut setting);
    }
    if context.is_relayed(index) {
        quoting_outlet(context, stage, cue, &mut setting);
    }
    told_reporter(context, stage, utterance, &mut setting);
    by_addressee(context, Some(utterance), &mut setting);
    by_outlet(utterance, context, &mut setting);
    if setting.medium.is_none() {
        before::from_sentence_before(context, index, utterance, &mut setting);
    }
    before::date_from_before(context, index, &mut setting);
    before::post(context, utterance, &mut setting);
    setting
}

/// Whether it is a reported question.
pub(super) fn asks(utterance: &Utterance) -> bool {
    utterance.cue.is_some_and(|cue| meaning(cue.lemma).has(Sense::Asking))
}

/// "asked by Harbour FM's Lucy Gant": where the question was put.
fn askers_outlet(context: &Context<'_>, stage: &Stage<'_>, utterance: &Utterance, setting: &mut Setting) {
    let (Some(mention), None) = (utterance.source, setting.outlet.as_ref()) else { return };
    let atoms = stage.atoms.get(..stage.range.end).unwrap_or(&[]);
    let from = atoms.partition_point(|atom| atom.span.start < mention.span.start);
    let words = context.words(atoms);
    let named = [from, from.saturating_sub(2), from.saturating_sub(3)].into_iter().find_map(|at| words.outlet_from(at));
    if let Some(outlet) = named.filter(|outlet| outlet.possessive && outlet.span.end + 8 >= mention.span.start) {
        setting.outlet = Some(context.outlet(outlet, outlet.span));
        if setting.medium.is_none() {
            let kind = if outlet.broadcaster { MediumKind::BroadcastInterview } else { MediumKind::Interview };
            setting.medium = stated(kind, outlet.span);
        }
    }
}

/// "The Tape, a newsletter, quoted a director as saying": the outlet before the cue.
fn quoting_outlet(context: &Context<'_>, stage: &Stage<'_>, cue: Span, setting: &mut Setting) {
    let atoms = stage.atoms.get(..stage.range.end).unwrap_or(&[]);
    let words = context.words(atoms);
    let before = stage.range.clone().take_while(|&i| atoms.get(i).is_some_and(|atom| atom.span.start < cue.start));
    let starts = before.filter(|&i| {
        atoms.get(i).is_some_and(|atom| atom.capital) && !(i > 0 && atoms.get(i - 1).is_some_and(|atom| atom.capital))
    });
    if let Some(outlet) = starts.take(16).filter_map(|i| words.outlet_from(i)).last() {
        setting.outlet = Some(context.outlet(outlet, outlet.span));
    }
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

pub(super) fn network(name: Name, basis: Basis, at: Span) -> Option<OutletSetting> {
    let name = Grounded { value: name, basis, at: Some(at) };
    Some(OutletSetting { name, broadcaster: false, agency: false, own: false })
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
            setting.outlet.take().filter(|outlet| meaning(context.name(outlet.name.value)).has(Sense::Network));
        setting.outlet = outlet.or_else(|| network(Name::Twitter, Basis::Inferred, at));
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
        let name = called(entity);
        let own = context.is_own(name);
        if !own && setting.medium.as_ref().is_none_or(|medium| medium.value != MediumKind::SocialPost) {
            setting.medium = stated(MediumKind::NewsReport, mention);
            let words = context.reading.text;
            let agency = any_word(name, Sense::Agency) || any_word(mention.of(words), Sense::Agency);
            let broadcaster = any_word(name, Sense::Broadcaster);
            let value = context.entity_index(index).map_or(Name::Words(mention), Name::Entity);
            let name = Grounded { value, basis: Basis::Stated, at: Some(mention) };
            setting.outlet = Some(OutletSetting { name, broadcaster, agency, own });
        }
    }
    // "a statement from the club said"
    if let Some((kind, at)) = written_by(context, index, utterance).filter(|_| setting.medium.is_none()) {
        setting.medium = stated(kind, at);
    }
    if entity.kind == SourceKind::Document
        && let Some(kind) = document_kind(mention.of(context.reading.text))
    {
        setting.medium = stated(kind, mention);
    }
    // A survey is what the people asked said it in.
    if entity.kind == SourceKind::CrowdOrPoll && setting.medium.is_none() {
        let words = mention.of(context.reading.text);
        if words.split(' ').any(|word| meaning(word).medium == Some(MediumKind::Survey)) {
            setting.medium = stated(MediumKind::Survey, mention);
        }
    }
}

/// What kind of document a phrase names: its last noun before any preposition.
fn document_kind(phrase: &str) -> Option<MediumKind> {
    let lower = phrase.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let stop =
        |word: &&str| matches!(*word, "of" | "by" | "from" | "in" | "for" | "published" | "filed" | "that" | "which");
    let core = words.iter().position(stop).unwrap_or(words.len());
    let core = words.get(..core)?;
    let pair = core.windows(2).rev().find_map(|pair| meaning(&pair.join("_")).medium);
    pair.or_else(|| core.iter().rev().find_map(|word| meaning(word).medium))
}

/// The noun before "from" or "by" and the source, or at the head of the words that name it.
fn written_by(context: &Context<'_>, index: usize, utterance: &Utterance) -> Option<(MediumKind, Span)> {
    let stage = context.stages.stage(index)?;
    let mention = utterance.source?;
    let is_written = |kind: &MediumKind| {
        use MediumKind::*;
        matches!(kind, Statement | Letter | Email | SocialPost | CourtFiling | Report | TextMessage | Article)
    };
    let at = |i: usize| meaning_at(context.reading.text, &stage.atoms, i).medium.filter(is_written);
    let from = stage.atoms.partition_point(|atom| atom.span.start < mention.span.start);
    let before = word(context.reading.text, stage.atoms.get(from.checked_sub(1)?));
    if before.is_any("from by") {
        let noun = from.checked_sub(2)?;
        return Some((at(noun)?, stage.atoms.get(noun)?.span));
    }
    let to = stage.atoms.partition_point(|atom| atom.span.start < mention.span.end);
    let preposition = (from..to).find(|&i| word(context.reading.text, stage.atoms.get(i)).is_any("from by"));
    let noun = preposition?.checked_sub(1).filter(|&noun| noun >= from)?;
    Some((at(noun)?, stage.atoms.get(noun)?.span))
}

/// What the addressee tells: reporters hear a news conference, a jury testimony.
pub(super) fn by_addressee(context: &Context<'_>, utterance: Option<&Utterance>, setting: &mut Setting) {
    let Some(addressee) = setting.addressee.as_ref() else { return };
    let at = addressee.at.unwrap_or_default();
    // An earnings call.
    setting.at_event =
        setting.medium.as_ref().is_some_and(|medium| medium.value == MediumKind::PhoneCall) && setting.outlet.is_none();
    if setting.medium.is_some() || setting.outlet.is_some() {
        return;
    }
    let kinds = [
        (Sense::Press, MediumKind::NewsConference),
        (Sense::Tribunal, MediumKind::Testimony),
        (Sense::Chamber, MediumKind::Speech),
    ];
    let name = at.of(context.reading.text);
    // "urged supporters" may have been done in any way; "told supporters" was said to them.
    let lemma = utterance.and_then(|utterance| utterance.cue).map_or("tell", |cue| cue.lemma);
    let spoken = matches!(lemma, "tell" | "say" | "speak" | "explain" | "ask" | "answer" | "reply");
    let kind =
        kinds.into_iter().find(|&(sense, kind)| any_word(name, sense) && (spoken || kind == MediumKind::Testimony));
    let kind = kind.map(|(_, kind)| kind);
    let direct = name.split_whitespace().map(|word| meaning(word).medium).next_back().flatten();
    let event =
        direct.filter(|kind| matches!(kind, MediumKind::Rally | MediumKind::NewsConference | MediumKind::Meeting));
    if let Some(kind) = event.or(kind) {
        setting.medium = inferred(kind, at);
    }
}

/// What the outlet tells: an interview with a broadcaster is broadcast, and what was told an outlet was an interview.
pub(super) fn by_outlet(utterance: &Utterance, context: &Context<'_>, setting: &mut Setting) {
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
    /// Whether the words are neither an utterance's cue nor its source.
    fn source_differs(&self, index: usize, words: Span) -> bool {
        self.utterances.get(index).is_none_or(|utterance| {
            !utterance.cue.is_some_and(|cue| cue.span.overlaps(words))
                && !utterance.source.is_some_and(|mention| mention.span.overlaps(words))
        })
    }

    /// The atoms with what is needed to read phrases in them.
    pub(super) fn words<'w>(&'w self, atoms: &'w [crate::syntax::Atom]) -> Words<'w> {
        Words { text: self.reading.text, atoms, quotations: &self.reading.quotations, known: &self.known_outlets }
    }

    /// Whether a name is that of the article's own outlet.
    pub(super) fn is_own(&self, name: &str) -> bool {
        self.own_outlets.iter().any(|own| same_outlet(own, name))
    }

    pub(super) fn outlet(&self, outlet: OutletName, at: Span) -> OutletSetting {
        let name = Grounded { value: Name::Words(outlet.span), basis: Basis::Stated, at: Some(at) };
        let own = self.is_own(outlet.span.of(self.reading.text));
        OutletSetting { name, broadcaster: outlet.broadcaster, agency: outlet.agency, own }
    }
}
