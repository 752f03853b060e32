//! Words that recur: a fragment in the lead and the whole below, a headline and what it sums up.

use super::Context;
use super::carry::{COMPARED, is_apart, is_headline, near, take};
use super::setting::Setting;
use crate::text::Span;
use crate::vocabulary::{Form, SourceKind};

/// No fragment is longer, and a longer whole is compared as far as that; in words.
const LONGEST: usize = 300;

/// Letters of a word that are compared, where its ending may differ: "warned" for "warning".
const STEM: usize = 5;

/// The words of a span, each as a number: with `stems`, the first letters of those of more than three.
fn words(context: &Context<'_>, span: Span, stems: bool) -> Vec<u32> {
    let text = span.of(context.reading.text);
    let all = text.split(|c: char| !c.is_alphanumeric());
    let counted = all.filter(|word| word.len() > if stems { 3 } else { 0 });
    // FNV-1a; that two words are taken for one is harmless.
    let number = |word: &str| {
        let most = if stems { STEM } else { usize::MAX };
        word.bytes().take(most).fold(0x811c_9dc5, |number: u32, byte| {
            (number ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        })
    };
    counted.take(LONGEST).map(number).collect()
}

fn content(context: &Context<'_>, index: usize) -> Span {
    context.utterances.get(index).map(|utterance| utterance.content()).unwrap_or_default()
}

/// The next utterances of the same speaker; none where the speaker is not known.
fn later(context: &Context<'_>, index: usize) -> impl Iterator<Item = usize> {
    let entity = context.entity_index(index);
    let paper = |index: usize| context.is_kind(index, SourceKind::Document);
    // "Study finds" above the text, and "a study published in …" below.
    let same = move |&other: &usize| {
        context.is_top(other) && (context.entity_index(other) == entity || paper(index) && paper(other))
    };
    let all = index + 1..if entity.is_some() { context.utterances.len() } else { 0 };
    // A speaker who is silent for so long is not waited for: the work stays linear.
    all.take(20 * COMPARED).filter(same).take(COMPARED)
}

/// A fragment that recurs, word for word, in a later utterance of the speaker that states its medium. Two words do in
/// the same or the next paragraph, four anywhere.
#[inline(never)]
pub(super) fn back(context: &Context<'_>, stated: &[Setting], settings: &mut [Setting]) {
    let states = |index: &usize| stated.get(*index).is_some_and(|setting| setting.medium.is_some());
    for index in 0..context.utterances.len() {
        let silent = settings.get(index).is_some_and(|setting| setting.medium.is_none());
        if !silent || !context.is_top(index) || is_apart(context, index) {
            continue;
        }
        let recurs = |&other: &usize| {
            let least = if near(context, index, other, 1) { 2 } else { 4 };
            let whole = words(context, content(context, other), false);
            fragments(context, index).iter().any(|&fragment| {
                let fragment = words(context, fragment, false);
                fragment.len() >= least && whole.windows(fragment.len()).any(|part| part == fragment)
            })
        };
        let from = later(context, index).filter(states).find(recurs);
        hand_on(settings, from, index);
    }
}

fn hand_on(settings: &mut [Setting], from: Option<usize>, to: usize) {
    if let Some(other) = from.and_then(|from| settings.get(from)).copied()
        && let Some(setting) = settings.get_mut(to)
    {
        take(setting, &other);
        if setting.kind() == other.kind() {
            setting.outlet = setting.outlet.or(other.outlet);
        }
    }
}

/// The quoted words of an utterance: all of it, or the marks within its indirect words.
fn fragments(context: &Context<'_>, index: usize) -> Vec<Span> {
    let content = content(context, index);
    if context.utterances.get(index).is_some_and(|utterance| utterance.form != Form::Indirect) {
        return vec![content];
    }
    let quotations = &context.reading.quotations;
    let from = quotations.partition_point(|quotation| quotation.outer.start < content.start);
    let within = quotations.iter().skip(from).take_while(|quotation| quotation.outer.start < content.end);
    within.take(8).map(|quotation| quotation.inner).collect()
}

/// A headline's words, given by the same source below: a third of them, or of the first thing that the source says
/// below, one.
#[inline(never)]
pub(super) fn headlines(context: &Context<'_>, settings: &mut [Setting]) {
    for (index, utterance) in context.utterances.iter().enumerate().take(COMPARED) {
        if !context.is_top(index) || !is_headline(context.reading, utterance.block) {
            continue;
        }
        let headline = words(context, utterance.content(), true);
        let mut best = (0, None);
        for (place, other) in later(context, index).filter(|&other| !near(context, index, other, 0)).enumerate() {
            let body = words(context, content(context, other), true);
            let count = headline.iter().filter(|word| body.contains(word)).count();
            if count > best.0 && (count * 3 >= headline.len() || place == 0) {
                best = (count, Some(other));
            }
        }
        hand_on(settings, best.1, index);
    }
}
