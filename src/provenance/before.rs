//! What stands near an utterance's sentence: a silent sentence before it, the block of an embedded post.

use super::dates::When;
use super::scene::What;
use super::setting::{Setting, asks, by_addressee, by_outlet, inferred, network, stated};
use super::time::Clock;
use super::words::word;
use super::words::{Sense, meaning};
use super::{Context, Name};
use crate::attribution::Utterance;
use crate::lexicon::Class;
use crate::options::BlockKind;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind};

/// "the same day" as the sentence before; and an event whose sentence gives no date has that of a silent sentence before
/// it in its paragraph ("They voted on Wednesday. Reyes told the meeting that …").
pub(super) fn date_from_before(context: &Context<'_>, index: usize, setting: &mut Setting) {
    use MediumKind::*;
    let same = setting.when.as_ref().is_some_and(|when| when.value == When::SameDay);
    let kind = setting.medium.as_ref().map(|medium| medium.value);
    let event = matches!(kind, Some(Meeting | Testimony | Debate | Speech | Rally | NewsConference));
    if !same && (!event || setting.when.is_some()) {
        return;
    }
    let earlier = context.stages.before(index).find_map(|stage| {
        stage.facts.iter().find_map(|fact| match fact.what {
            What::Time(when @ When::Day(_)) => inferred(when, fact.span),
            _ => None,
        })
    });
    if same || setting.when.is_none() {
        setting.when = earlier.or_else(|| setting.when.take().filter(|_| same));
    }
}

/// An embedded post: its account, and its day, stand in its block.
pub(super) fn post(context: &Context<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(paragraph) = context.reading.paragraphs.get(utterance.block) else { return };
    if paragraph.kind != BlockKind::Post {
        return;
    }
    let at = paragraph.span;
    if setting.medium.as_ref().is_none_or(|medium| medium.value != MediumKind::SocialPost) {
        setting.medium = stated(MediumKind::SocialPost, at);
    }
    let text = context.reading.text;
    setting.account |=
        paragraph.atoms.iter().any(|atom| atom.span.of(text).starts_with('@')) || at.of(text).contains("(@");
    let clock = Clock { text, atoms: &paragraph.atoms, published: context.published };
    let dated = (0..paragraph.atoms.len()).rev().find_map(|i| Some((i, clock.full_date(i)?)));
    if let Some((first, (day, end))) = dated {
        let last = paragraph.atoms.get(end.saturating_sub(1)).map_or(at, |atom| atom.span);
        let span = paragraph.atoms.get(first).map_or(at, |atom| atom.span.cover(last));
        setting.when = stated(When::Day(day), span);
    }
}

/// A silent sentence right before that sets the scene: it tells of speaking or appearing, names the speaker, or is about
/// the one whom a pronoun means ("Reyes has been speaking to Coast Radio. \"…,\" she said.").
pub(super) fn from_sentence_before(context: &Context<'_>, index: usize, utterance: &Utterance, setting: &mut Setting) {
    let text = context.reading.text;
    let name = context.entity(index).and_then(|entity| entity.name.as_deref());
    let last = name.and_then(|name| name.split(' ').next_back()).filter(|last| last.len() > 2);
    let pronoun = utterance.source.is_some_and(|mention| stage_is_pronoun(context, index, mention.head));
    let question = asks(utterance);
    for stage in context.stages.before(index) {
        let atoms = stage.atoms.get(stage.range.clone()).unwrap_or(&[]);
        let (Some(first), Some(end)) = (atoms.first(), atoms.last()) else { return };
        let words = first.span.cover(end.span).of(text);
        let named = last.is_some_and(|last| words.contains(last)) || (pronoun || question) && first.is(Class::PRONOUN);
        // "At a news conference later, Reyes was less cheerful."
        let fronted =
            stage.facts.iter().any(|fact| matches!(fact.what, What::Medium(_)) && fact.span.start == first.span.start);
        let staged = fronted || atoms.iter().any(|atom| meaning(word(text, Some(atom)).0).has(Sense::Staging));
        if !named || !staged {
            continue;
        }
        let mut before = Setting::default();
        // What is taken up: "a spokesman repeated that on Wednesday".
        for fact in &stage.facts {
            match &fact.what {
                What::Medium(kind) if before.medium.is_none() => before.medium = stated(*kind, fact.span),
                What::Addressee(addressee) => before.addressee = stated(*addressee, fact.span),
                What::Outlet(outlet, _) => before.outlet = Some(context.outlet(*outlet, fact.span)),
                What::Time(when) if before.when.is_none() => before.when = stated(*when, fact.span),
                What::Programme => before.programme = true,
                What::Network(name) => {
                    before.medium = stated(MediumKind::SocialPost, fact.span);
                    before.outlet = network(Name::Words(*name), Basis::Stated, fact.span);
                }
                _ => {}
            }
        }
        by_addressee(context, None, &mut before);
        by_outlet(utterance, context, &mut before);
        if before.medium.is_some() {
            setting.medium = before.medium;
            setting.outlet = setting.outlet.take().or(before.outlet);
            setting.addressee = setting.addressee.take().or(before.addressee);
            setting.when = setting.when.take().or(before.when);
            setting.programme |= before.programme;
            return;
        }
    }
}

fn stage_is_pronoun(context: &Context<'_>, index: usize, head: Span) -> bool {
    let atoms = context.stages.stage(index).map_or(&[][..], |stage| &stage.atoms);
    let at = atoms.partition_point(|atom| atom.span.start < head.start);
    atoms.get(at).is_some_and(|atom| atom.is(Class::PRONOUN))
}
