//! Words that recur: a fragment in the lead and the whole below, a headline and what it sums up.

use super::carry::{COMPARED, as_inferred, is_apart, is_headline, share, take};
use super::setting::Setting;
use super::{Context, Kin};
use crate::vocabulary::Form;

/// A fragment that recurs, word for word, in a later utterance of the speaker that states its medium. Two words do in
/// the same or the next paragraph, four anywhere.
pub(super) fn back(context: &Context<'_>, stated: &[Setting], kin: &[Kin], settings: &mut [Setting]) {
    for whole in by_speaker(context, kin) {
        for index in whole.iter().copied() {
            let Some(utterance) = context.utterances.get(index) else { continue };
            if settings.get(index).is_none_or(|setting| setting.medium.is_some()) || is_apart(context, index) {
                continue;
            }
            let mut later = whole
                .iter()
                .skip(whole.partition_point(|&other| other <= index))
                .take(COMPARED)
                .filter(|&&other| stated.get(other).is_some_and(|setting| setting.medium.is_some()))
                .peekable();
            if later.peek().is_none() {
                continue;
            }
            let fragments = fragments(context, index);
            let from = later.find(|&&other| {
                let near = context.utterances.get(other).is_some_and(|o| o.block.saturating_sub(utterance.block) <= 1);
                let words = format!(" {} ", normal(context, other));
                let recurs = |fragment: &String| words.contains(&format!(" {fragment} "));
                let least = if near { 2 } else { 4 };
                fragments.iter().any(|fragment| fragment.split(' ').count() >= least && recurs(fragment))
            });
            if let Some(other) = from.and_then(|&from| settings.get(from)).copied()
                && let Some(setting) = settings.get_mut(index)
            {
                share(setting, &other);
                if setting.when.is_none() {
                    setting.when = other.when.map(as_inferred);
                }
            }
        }
    }
}

/// The top utterances of each speaker who has several.
fn by_speaker(context: &Context<'_>, kin: &[Kin]) -> Vec<Vec<usize>> {
    let mut by_entity: Vec<Vec<usize>> = vec![Vec::new(); context.entities.len()];
    for index in 0..context.utterances.len() {
        let top = kin.get(index) == Some(&Kin::Top);
        if let Some(list) = context.entity_index(index).filter(|_| top).and_then(|entity| by_entity.get_mut(entity)) {
            list.push(index);
        }
    }
    by_entity.retain(|list| list.len() > 1);
    by_entity
}

/// The quoted words of an utterance: all of it, or the marks within its indirect words.
fn fragments(context: &Context<'_>, index: usize) -> Vec<String> {
    let Some(utterance) = context.utterances.get(index) else { return Vec::new() };
    if utterance.form != Form::Indirect {
        return vec![normal(context, index)];
    }
    let content = utterance.content();
    let from = context.reading.quotations.partition_point(|quotation| quotation.outer.start < content.start);
    let within =
        context.reading.quotations.iter().skip(from).take_while(|quotation| quotation.outer.start < content.end);
    within.take(8).map(|quotation| normal_words(quotation.inner.of(context.reading.text))).collect()
}

/// The content's words in small letters, a space between.
fn normal(context: &Context<'_>, index: usize) -> String {
    normal_words(context.utterances.get(index).map_or("", |utterance| utterance.content().of(context.reading.text)))
}

fn normal_words(text: &str) -> String {
    // No fragment is longer, and a longer whole is compared as far as that.
    let text = text.char_indices().nth(2000).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

/// A headline's words, given by the same source below.
pub(super) fn headlines(context: &Context<'_>, kin: &[Kin], settings: &mut [Setting]) {
    let top = |index: usize| kin.get(index) == Some(&Kin::Top);
    for (index, utterance) in context.utterances.iter().enumerate().take(COMPARED) {
        if !top(index) || !is_headline(context.reading, utterance.block) {
            continue;
        }
        let words: Vec<String> = long_words(&normal(context, index));
        let entity = context.entity_index(index);
        let same = |&other: &usize| {
            let body = context.utterances.get(other).is_some_and(|other| other.block > utterance.block);
            body && top(other) && entity.is_some() && context.entity_index(other) == entity
        };
        // Half of a word is enough: "warned" for "warning".
        let stem = |word: &String| word.chars().take(5).collect::<String>();
        let shared = |other: usize| {
            let other: Vec<String> = long_words(&normal(context, other)).iter().map(stem).collect();
            words.iter().filter(|word| other.contains(&stem(word))).count()
        };
        let first = (index + 1..context.utterances.len()).find(same);
        let later = (index + 1..context.utterances.len()).filter(same).take(COMPARED);
        // A third of the words; of the first thing that the source says below, one.
        let enough = |count: usize, other: usize| count * 3 >= words.len().max(1) || count > 0 && Some(other) == first;
        let best = later
            .map(|other| (shared(other), other))
            .filter(|&(count, other)| enough(count, other))
            .max_by_key(|&(count, at)| (count, usize::MAX - at));
        if let Some(other) = best.and_then(|(_, other)| settings.get(other)).copied()
            && let Some(setting) = settings.get_mut(index)
        {
            take(setting, &other);
        }
    }
}

fn long_words(text: &str) -> Vec<String> {
    text.split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect()
}
