//! Settings that one sentence states and others share.

use super::chain::Cast;
use super::dates::When;
use super::recur;
use super::setting::Setting;
use super::setting::{OutletSetting, asks};
use super::words::{Sense, meaning};
use super::words::{Word, word};
use super::{Context, Grounded, Kin, Name};
use crate::lexicon::Class;
use crate::options::BlockKind;
use crate::syntax::Reading;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};

/// Paragraphs over which a speaker's setting is taken to last.
const REACH: usize = 2;

/// Bytes of marks and white space between the words of two who talk with one another.
const GAP: usize = 8;

/// Later utterances of a speaker that are compared with an earlier one.
pub(super) const COMPARED: usize = 12;

/// Hands settings on from utterance to utterance. `stated` is what each sentence itself says.
///
/// - Words without a medium of their own take medium, outlet and date of the same speaker's last words, at most two
///   paragraphs earlier; not to whom they were said. A cue in the perfect ("has said") begins anew.
/// - Words with a medium take the date alone, if the earlier medium is unknown or the same.
/// - Who answers shares the setting of the words answered.
/// - Words that recur in a later utterance of the speaker have its setting: a fragment in the lead, the whole below.
/// - A headline takes the setting of the sentence that it sums up.
/// - A document has one date.
pub(super) fn carry(context: &Context<'_>, stated: &[Setting], kin: &[Kin]) -> Vec<Setting> {
    let mut settings = stated.to_vec();
    let mut last: Vec<Option<usize>> = vec![None; context.entities.len()];
    let mut before: Option<usize> = None;
    for (index, utterance) in context.utterances.iter().enumerate() {
        if kin.get(index) != Some(&Kin::Top) {
            continue;
        }
        let entity = context.entity_index(index);
        let own = entity.and_then(|entity| last.get(entity).copied().flatten());
        let near = |&earlier: &usize| {
            context.utterances.get(earlier).is_some_and(|earlier| utterance.block.abs_diff(earlier.block) <= REACH)
        };
        definite_outlet(context, &mut settings, index);
        paper(context, &mut settings, index);
        let dialogue = before.filter(|&before| answers(context, index, before));
        if let Some(before) = dialogue {
            addressed(context, &mut settings, before, index);
        }
        let from = match dialogue.or_else(|| group_of(context, index)) {
            Some(before) => Some(before),
            None => {
                own.filter(near).filter(|_| !is_apart(context, index) && !is_headline(context.reading, utterance.block))
            }
        };
        if let Some(earlier) = from.and_then(|from| settings.get(from)).copied()
            && let Some(setting) = settings.get_mut(index)
        {
            take(setting, &earlier);
        }
        if let Some(slot) = entity.and_then(|entity| last.get_mut(entity)) {
            *slot = Some(index);
        }
        before = Some(index);
    }
    recur::back(context, stated, kin, &mut settings);
    recur::headlines(context, kin, &mut settings);
    documents(context, &mut settings);
    settings
}

/// "told the agency", "told the paper": the outlet named last.
fn definite_outlet(context: &Context<'_>, settings: &mut [Setting], index: usize) {
    let Some(addressee) = settings.get(index).and_then(|setting| setting.addressee) else { return };
    let at = addressee.at.unwrap_or_default();
    let phrase = at.of(context.reading.text);
    let noun = phrase.strip_prefix("the ").map(meaning);
    if !noun.is_some_and(|noun| noun.has(Sense::Outlet)) || settings.get(index).is_some_and(|s| s.outlet.is_some()) {
        return;
    }
    let block = |index: usize| context.utterances.get(index).map_or(0, |utterance| utterance.block);
    let named = (0..index).rev().take(COMPARED).filter(|&earlier| block(index).abs_diff(block(earlier)) <= REACH);
    let outlet = named.filter_map(|earlier| settings.get(earlier)?.outlet).find(|outlet| !outlet.own);
    if let (Some(outlet), Some(setting)) = (outlet, settings.get_mut(index)) {
        let value = outlet.name.value.into();
        setting.addressee = Some(Grounded { value, basis: Basis::Stated, at: Some(at) });
        if setting.medium.is_none() {
            let kind = if outlet.broadcaster { MediumKind::BroadcastInterview } else { MediumKind::Interview };
            setting.medium = Some(Grounded { value: kind, basis: Basis::Inferred, at: Some(at) });
        }
        let name = Grounded { basis: Basis::Inferred, at: Some(at), ..outlet.name };
        setting.outlet = Some(OutletSetting { name, ..outlet });
    }
}

/// "according to the document": the last document's medium and date, where the words give none.
fn paper(context: &Context<'_>, settings: &mut [Setting], index: usize) {
    let earlier = (0..index)
        .rev()
        .take(COMPARED)
        .find(|&earlier| context.entity(earlier).is_some_and(|entity| entity.kind == SourceKind::Document));
    let earlier = earlier.and_then(|earlier| settings.get(earlier)).copied();
    let (Some(earlier), Some(setting)) = (earlier, settings.get_mut(index).filter(|setting| setting.paper.is_some()))
    else {
        return;
    };
    let words = setting.paper.map_or("", |span| span.of(context.reading.text));
    let general = words.ends_with("document") || words.ends_with("documents") || words.ends_with("filing");
    if let (Some(medium), Some(known)) = (setting.medium.as_mut(), earlier.medium.filter(|_| general)) {
        medium.value = known.value;
    }
    setting.when = setting.when.take().or(earlier.when.map(as_inferred));
}

/// Takes an earlier setting, as far as this one leaves room.
pub(super) fn take(setting: &mut Setting, earlier: &Setting) {
    let kind = |setting: &Setting| setting.medium.as_ref().map(|medium| medium.value);
    match kind(setting) {
        None => {
            share(setting, earlier);
        }
        own if kind(earlier).is_some() && kind(earlier) != own => return,
        _ => {}
    }
    if setting.when.is_none() {
        setting.when = earlier.when.map(as_inferred);
    }
}

/// Takes medium and outlet.
pub(super) fn share(setting: &mut Setting, other: &Setting) {
    setting.medium = other.medium.map(as_inferred);
    if setting.outlet.is_none() {
        setting.outlet = other.outlet;
        if let Some(outlet) = &mut setting.outlet {
            outlet.name.basis = Basis::Inferred;
        }
    }
    setting.relay = setting.relay.or(other.relay);
    setting.leaked |= other.leaked;
    setting.account |= other.account;
    setting.outside |= other.outside;
    setting.own_interview |= other.own_interview;
    setting.at_event |= other.at_event;
    setting.paper = setting.paper.or(other.paper);
    setting.programme |= other.programme;
    setting.via = setting.via.or(other.via);
}

pub(super) fn as_inferred<T>(field: Grounded<T>) -> Grounded<T> {
    Grounded { basis: Basis::Inferred, ..field }
}

/// Whether words take up somebody else's right before them, in the same paragraph: they answer or interrupt, a crowd
/// shouts, or they are said to "him" or "her".
fn answers(context: &Context<'_>, index: usize, before: usize) -> bool {
    let (Some(utterance), Some(earlier)) = (context.utterances.get(index), context.utterances.get(before)) else {
        return false;
    };
    let Some(cue) = utterance.cue else { return false };
    // Nothing but white space between, unless a silent sentence tells that somebody interrupted.
    let end = earlier.sentence.end.max(earlier.content().end);
    let gap = utterance.sentence.start.saturating_sub(end);
    if utterance.block != earlier.block || context.entity_index(index) == context.entity_index(before) {
        return false;
    }
    let text = context.reading.text;
    let known = meaning(cue.lemma);
    let to_them = told_them(context, index).is_some();
    let interrupts = context.stages.before(index).take(1).any(|stage| {
        let atoms = stage.atoms.get(stage.range.clone()).unwrap_or(&[]);
        atoms.iter().any(|atom| meaning(word(text, Some(atom)).0).has(Sense::Answering))
    });
    let asked = asks(earlier) && utterance.sentence == earlier.sentence;
    let verbs = [Sense::Answering, Sense::Asking, Sense::Chanting];
    gap <= GAP && (verbs.into_iter().any(|sense| known.has(sense)) || to_them || asked) || interrupts
}

/// "One of them", "the other", after several of whom they are: the last group that spoke in the paragraph.
fn group_of(context: &Context<'_>, index: usize) -> Option<usize> {
    let utterance = context.utterances.get(index)?;
    context.entity(index).filter(|entity| entity.kind == SourceKind::AnonymousPerson)?;
    let words = utterance.source?.span.of(context.reading.text).to_lowercase();
    let part = words.starts_with("one of ") || words.starts_with("the other") || words.starts_with("another of ");
    let earlier = (0..index)
        .rev()
        .take(COMPARED)
        .filter(|&earlier| context.utterances.get(earlier).is_some_and(|earlier| earlier.block == utterance.block));
    earlier
        .filter(|_| part)
        .find(|&earlier| context.entity(earlier).is_some_and(|entity| entity.kind == SourceKind::AnonymousGroup))
}

/// "him", "her" or "them" right behind the cue.
fn told_them(context: &Context<'_>, index: usize) -> Option<Span> {
    let (stage, cue) = (context.stages.stage(index)?, context.utterances.get(index)?.cue?);
    let after = stage.atoms.partition_point(|atom| atom.span.start < cue.span.end);
    let atom = stage.atoms.get(after).filter(|atom| atom.is(Class::OBJECT))?;
    // "echoed her concerns"
    let next = stage.atoms.get(after + 1);
    let owner = next.is_some_and(|next| {
        next.is_word()
            && !next.is(Class::PREPOSITION | Class::SUBORDINATOR | Class::RELATIVE | Class::ADVERB | Class::TIME)
    });
    let word = atom.span.of(context.reading.text);
    (matches!(word, "him" | "them") || word == "her" && !owner).then_some(atom.span)
}

/// Who asked is who was answered.
fn addressed(context: &Context<'_>, settings: &mut [Setting], asker: usize, answerer: usize) {
    let to_them = told_them(context, answerer);
    let named = context.entity(asker).is_some_and(|entity| entity.name.is_some());
    if let (Some(at), Some(entity)) = (to_them, context.entity_index(asker).filter(|_| named))
        && let Some(setting) = settings.get_mut(answerer)
    {
        let value = Name::Entity(entity).into();
        setting.addressee = Some(Grounded { value, basis: Basis::Inferred, at: Some(at) });
    }
    if !context.utterances.get(asker).is_some_and(asks) {
        return;
    }
    for (from, to) in [(asker, answerer), (answerer, asker)] {
        let Some(entity) = context.entity_index(from) else { continue };
        if context.name(Name::Entity(entity)).is_empty() {
            continue;
        }
        let at = context.utterances.get(from).and_then(|utterance| utterance.source).map(|mention| mention.span);
        if let Some(setting) = settings.get_mut(to) {
            setting.addressee = Some(Grounded { value: Name::Entity(entity).into(), basis: Basis::Stated, at });
        }
    }
}

/// Words of another occasion: "has said", "have long argued", "once said", and what was quoted elsewhere.
pub(super) fn is_apart(context: &Context<'_>, index: usize) -> bool {
    context.is_relayed(index) || is_perfect(context, index)
}

pub(super) fn is_perfect(context: &Context<'_>, index: usize) -> bool {
    let Some((stage, cue)) = context.stages.stage(index).zip(context.utterances.get(index).and_then(|u| u.cue)) else {
        return false;
    };
    let from = stage.atoms.partition_point(|atom| atom.span.start < cue.span.start);
    let to = stage.atoms.partition_point(|atom| atom.span.start < cue.span.end);
    stage.atoms.get(from.saturating_sub(1)..to).unwrap_or(&[]).iter().any(|atom| {
        let word = atom.span.of(context.reading.text);
        atom.is(Class::HAVE) && matches!(word, "has" | "have" | "'s" | "’s" | "'ve")
            || matches!(word, "once" | "previously")
    })
}

/// Whether a block is the headline: the page says so, or it is a first line without a full stop.
pub(super) fn is_headline(reading: &Reading<'_>, block: usize) -> bool {
    let Some(paragraph) = reading.paragraphs.get(block) else { return false };
    let line = paragraph.span.of(reading.text).trim_end_matches(['"', '”', '’', '\'']);
    paragraph.kind == BlockKind::Headline
        || block == 0 && paragraph.kind == BlockKind::Paragraph && reading.paragraphs.len() > 1 && !line.ends_with('.')
}

/// A document has one date and one outlet, wherever the article gives them; and it was leaked, or not, as a whole.
fn documents(context: &Context<'_>, settings: &mut [Setting]) {
    let mut dates: Vec<Option<Grounded<When>>> = vec![None; context.entities.len()];
    let document = |index: usize| {
        let entity = context.entity_index(index)?;
        let medium = context.entities.get(entity).is_some_and(|entity| entity.kind == SourceKind::Document);
        medium.then_some(entity)
    };
    let mut leaked = vec![false; context.entities.len()];
    let mut outlets: Vec<Option<OutletSetting>> = vec![None; context.entities.len()];
    for pass in 0..2 {
        for (index, setting) in settings.iter_mut().enumerate() {
            let Some(entity) = document(index) else { continue };
            if let Some(leaked) = leaked.get_mut(entity) {
                *leaked |= setting.leaked;
                setting.leaked = *leaked;
            }
            if let Some(outlet) = outlets.get_mut(entity) {
                *outlet = outlet.or(setting.outlet);
                setting.outlet = *outlet;
            }
            let Some(date) = dates.get_mut(entity) else { continue };
            if pass == 0 && date.is_none() {
                *date = setting.when;
            } else if setting.when.is_none() {
                setting.when = date.map(as_inferred);
            }
        }
    }
}

/// Unnamed people who "spoke on condition of anonymity" near by spoke to this article's reporter.
pub(super) fn interviews(context: &Context<'_>, kin: &[Kin], settings: &mut [Setting]) {
    for (index, setting) in settings.iter_mut().enumerate() {
        let (Some(utterance), Some(&Kin::Top)) = (context.utterances.get(index), kin.get(index)) else { continue };
        let unnamed = context
            .entity(index)
            .is_some_and(|entity| matches!(entity.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup));
        let formula = context.anonymity.iter().any(|formula| formula.spoke && formula.block == utterance.block);
        if unnamed && formula && setting.medium.is_none() && setting.outlet.is_none() && !context.is_relayed(index) {
            setting.medium = Some(Grounded { value: MediumKind::Interview, basis: Basis::Inferred, at: None });
            setting.own_interview = true;
        }
    }
}

/// What is left once the chains are known. Fragments share all with the words around them. The outlet of relayed words
/// is the one that hands them on. Within an outlet's words "us" is the outlet: they told it.
pub(super) fn inward(context: &Context<'_>, kin: &[Kin], settings: &mut [Setting], cast: &Cast<'_>) {
    for index in 0..settings.len() {
        match kin.get(index) {
            Some(&Kin::Mirror(whole)) => {
                let shared = settings.get(whole).copied();
                if let (Some(shared), Some(setting)) = (shared, settings.get_mut(index)) {
                    *setting = shared;
                }
            }
            Some(&Kin::Inner(outer)) if context.is_other_outlet(outer) => {
                let outlet = settings.get(outer).and_then(|setting| setting.outlet);
                if let (Some(outlet), Some(setting), Some(us)) =
                    (outlet, settings.get_mut(index), told_us(context, index))
                {
                    let at = Some(us);
                    let addressee = outlet.name.value.into();
                    setting.addressee = Some(Grounded { value: addressee, basis: Basis::Stated, at });
                    setting.medium = Some(Grounded { value: MediumKind::Interview, basis: Basis::Inferred, at });
                    setting.outlet = Some(outlet);
                }
            }
            _ => relayed(context, index, settings, cast),
        }
    }
}

fn relayed(context: &Context<'_>, index: usize, settings: &mut [Setting], cast: &Cast<'_>) {
    let Some(setting) = settings.get_mut(index) else { return };
    let Some(via) = setting.via.filter(|&via| cast.get(via).is_some_and(|outlet| outlet.name.is_some())) else {
        return;
    };
    let at = setting.relay.as_ref().map(|relay| relay.span);
    let basis = if at.is_some() { Basis::Stated } else { Basis::Inferred };
    if setting.outlet.is_none() || at.is_some() {
        let name = Grounded { value: Name::Entity(via), basis, at };
        setting.outlet = Some(OutletSetting { name, broadcaster: false, agency: false, own: false });
    }
    let quoted = context.is_relayed(index);
    if quoted && setting.medium.is_none() {
        setting.medium = Some(Grounded { value: MediumKind::Interview, basis: Basis::Inferred, at: None });
    }
}

/// "us" or "me" right after the cue, or as its last word.
fn told_us(context: &Context<'_>, index: usize) -> Option<Span> {
    let cue = context.utterances.get(index)?.cue?;
    let stage = context.stages.stage(index)?;
    let from = stage.atoms.partition_point(|atom| atom.span.start < cue.span.start);
    let after = stage.atoms.partition_point(|atom| atom.span.start < cue.span.end);
    let near = stage.atoms.get(from..=after)?;
    near.iter().find(|atom| Word(atom.span.of(context.reading.text)).is_any("us me")).map(|atom| atom.span)
}
