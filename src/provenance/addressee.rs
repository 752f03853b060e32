//! Who is spoken to: names, outlets and common nouns behind "told", "to" and "with".

use super::outlets::{Words, without_possessive};
use super::scene::span_of;
use super::setting::{Setting, inferred, stated};
use super::stage::Stage;
use super::words::meaning_at;
use super::words::{Word, word};
use super::{Context, Grounded, Hearer, Name, bare};
use crate::attribution::Utterance;
use crate::lexicon::Class;
use crate::lexicon::Frames;
use crate::syntax::noun_phrase_from;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind};

/// The addressee whose words begin at an atom, with one past its last.
pub(super) fn addressee_from(words: Words<'_>, at: usize, high: usize) -> Option<(Hearer, usize)> {
    if let Some(outlet) = words.outlet_from(at).filter(|outlet| outlet.end <= high) {
        let person = words.capital_run(outlet.end);
        if outlet.possessive && person > outlet.end {
            let name = named(words, span_of(words.atoms, outlet.end..person)?);
            return Some((Hearer { name, affiliation: Some(Name::Words(outlet.span)) }, person));
        }
        // With its noun ("WKFR radio"), without what stands before.
        let last = words.atoms.get(outlet.end.checked_sub(1)?)?.span;
        let name = if outlet.possessive { outlet.span } else { outlet.span.cover(last) };
        return Some((Name::Words(name).into(), outlet.end));
    }
    let phrase = noun_phrase_from(words.atoms, at, high)?;
    let head = words.atoms.get(phrase.head)?;
    if head.is(Class::PRONOUN | Class::OBJECT | Class::TIME | Class::WEEKDAY | Class::INDEFINITE) {
        return None;
    }
    let (name, end) = person_name(words, at, phrase.core_end, high).unwrap_or_else(|| {
        let core = span_of(words.atoms, at..phrase.core_end).unwrap_or_default();
        (core, phrase.core_end)
    });
    let of = word(words.text, words.atoms.get(end));
    let outlet = of.is_any("of from at on").then(|| words.outlet_from(end + 1)).flatten();
    if bare(name.of(words.text)).is_empty() {
        return None;
    }
    let affiliation = outlet.map(|outlet| Name::Words(outlet.span));
    Some((Hearer { name: named(words, name), affiliation }, outlet.map_or(end, |outlet| outlet.end)))
}

/// The name that words are, without a possessive ending.
fn named(words: Words<'_>, span: Span) -> Name {
    Name::Words(Span::new(span.start, span.start + without_possessive(span.of(words.text)).len()))
}

/// The name within or behind a description: "host Gil Amato", "its host, Dele Martins,".
fn person_name(words: Words<'_>, at: usize, core_end: usize, high: usize) -> Option<(Span, usize)> {
    let capital = |i: usize| words.atoms.get(i).is_some_and(|a| a.is_word() && a.capital);
    let title = |i: usize| words.atoms.get(i).is_some_and(|a| a.is(Class::TITLE));
    // "a state Senate committee" is no name.
    let last = words.atoms.get(core_end.checked_sub(1)?)?;
    let small = last.is(Class::ROLE) && !last.capital;
    let start = if small && words.atoms.get(core_end)?.is_mark(',') {
        core_end + 1
    } else {
        (at..core_end).find(|&i| capital(i) && !title(i)).filter(|_| last.capital)?
    };
    let end = words.capital_run(start).min(high);
    (end > start && capital(start)).then(|| Some((span_of(words.atoms, start..end)?, end)))?
}

/// The words right after a verb of telling: to whom ("told the committee").
pub(super) fn told(
    context: &Context<'_>,
    stage: &Stage<'_>,
    utterance: &Utterance,
) -> Option<(Grounded<Hearer>, usize)> {
    let cue = utterance.cue?;
    let verb = cue.verb.and_then(|verb| context.reading.lexicon.verb(verb))?;
    let atoms = stage.atoms.get(..stage.range.end)?;
    let after = atoms.partition_point(|atom| atom.span.start < cue.span.end);
    let passive = atoms.iter().rev().skip(atoms.len() - after).take(3).any(|a| a.is_word() && a.is(Class::BE));
    // "told the committee", "explained to the committee".
    let to = atoms.get(after).is_some_and(|atom| atom.is_word() && atom.span.of(context.reading.text) == "to");
    if !(verb.frames.has(Frames::ADDRESSEE) || to) || passive {
        return None;
    }
    let after = after + usize::from(to);
    // An inverted subject ("asked Reyes") is nobody told.
    if utterance
        .source
        .is_some_and(|mention| mention.span.start >= cue.span.end && mention.span.start < cue.span.end + 2)
    {
        return None;
    }
    let (addressee, end) = addressee_from(context.words(atoms), after, atoms.len())?;
    // "pointed to reports"
    if to && end.checked_sub(1).is_some_and(|last| meaning_at(context.reading.text, atoms, last).medium.is_some()) {
        return None;
    }
    let span = atoms.get(after)?.span.cover(atoms.get(end.checked_sub(1)?)?.span);
    let content = utterance.segments.iter().any(|segment| segment.overlaps(span));
    (!content).then_some((Grounded { value: addressee, basis: Basis::Stated, at: Some(span) }, end))
}

/// The outlet among the addressee's words ("told The Daily Ledger", "told the Post's Ana Ruiz").
pub(super) fn addressed_outlet(context: &Context<'_>, stage: &Stage<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(at) = setting.addressee.as_ref().and_then(|addressee| addressee.at) else { return };
    let atoms = stage.atoms.get(..stage.range.end).unwrap_or(&[]);
    let first = atoms.partition_point(|atom| atom.span.start < at.start);
    let last = atoms.partition_point(|atom| atom.span.start < at.end);
    let outlet = (first..last).find_map(|i| {
        let of = i == first || atoms.get(i - 1).is_some_and(|atom| atom.is(Class::PREPOSITION));
        of.then(|| context.words(atoms).outlet_from(i)).flatten()
    });
    if let Some(outlet) = outlet.filter(|outlet| utterance.source.is_none_or(|m| !m.span.contains(outlet.span))) {
        setting.outlet = Some(context.outlet(outlet, outlet.span));
    }
}

/// "told me", "tells us", outside marks: said to this article's reporter.
pub(super) fn told_reporter(context: &Context<'_>, stage: &Stage<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(cue) = utterance.cue.filter(|_| utterance.parent.is_none() && setting.addressee.is_none()) else { return };
    let after = stage.atoms.partition_point(|atom| atom.span.start < cue.span.end);
    let me = stage.atoms.get(after).filter(|atom| Word(atom.span.of(context.reading.text)).is_any("me us"));
    if let Some(me) = me {
        setting.own_interview = true;
        setting.addressee = context.own_outlets.first().and_then(|_| stated(Name::Own.into(), me.span));
        if setting.medium.is_none() {
            setting.medium = inferred(MediumKind::Interview, me.span);
        }
    }
}
