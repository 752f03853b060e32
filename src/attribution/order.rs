//! Utterances in the order of the text, and headlines that repeat words of the body.

use super::finder::Finder;
use super::utterance::Utterance;
use crate::options::BlockKind;
use crate::text::order::sort_by;
use crate::vocabulary::Form;

/// So many blocks at the top may be headlines, and none with more atoms.
const HEADLINES: usize = 3;
const LONGEST_HEADLINE: usize = 40;

/// What has fewer letters may be anybody's.
const FEWEST_LETTERS: usize = 6;

impl Finder<'_> {
    /// Puts the utterances in the order of their content and mends the indices.
    pub(super) fn finish(mut self) -> Vec<Utterance> {
        let dropped = self.repeat_body();
        let kept = |at: &usize| !dropped.contains(at);
        let mut order: Vec<usize> = (0..self.utterances.len()).filter(kept).collect();
        sort_by(&mut order, &|at| {
            let place = |u: &Utterance| [u.content().start, usize::MAX - u.content().end, u.parent.is_some().into()];
            self.utterances.get(at).map_or([0; 3], place)
        });
        let mut place = vec![0; self.utterances.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(old) {
                *slot = new;
            }
        }
        order
            .iter()
            .filter_map(|&old| self.utterances.get(old).cloned())
            .map(|u| {
                // A piece that was joined later can reach out of the utterance it began in.
                let within = |parent: &usize| {
                    self.utterances.get(*parent).is_some_and(|outer| outer.content().contains(u.content()))
                };
                Utterance {
                    parent: u.parent.filter(kept).filter(within).and_then(|parent| place.get(parent).copied()),
                    ..u
                }
            })
            .collect()
    }

    /// Whether a block is a headline, whose words the body may give again.
    pub(super) fn is_headline(&self, block: usize) -> bool {
        let paragraph = self.reading.paragraphs.get(block).filter(|_| block < HEADLINES);
        paragraph.is_some_and(|paragraph| {
            let kind = block == 0 || matches!(paragraph.kind, BlockKind::Headline | BlockKind::Heading);
            kind && paragraph.atoms.len() <= LONGEST_HEADLINE
        })
    }

    /// Words in marks in a headline that names nobody are whose they are in the body. A fragment that does not come again
    /// is a term or in scare quotes: gives those.
    fn repeat_body(&mut self) -> Vec<usize> {
        let text = self.reading.text;
        let is_open = |u: &Utterance| {
            self.is_headline(u.block) && u.source.is_none() && u.parent.is_none() && !u.quotations.is_empty()
        };
        let open: Vec<usize> =
            self.utterances.iter().enumerate().filter(|(_, u)| is_open(u)).map(|(at, _)| at).collect();
        if open.is_empty() {
            return open;
        }
        let words: Vec<String> = self.utterances.iter().map(|u| letters(u.content().of(text))).collect();
        for &at in &open {
            let Some((block, needle)) = self.utterances.get(at).map(|u| u.block).zip(words.get(at)) else { continue };
            let again = |&other: &usize| {
                let known = self.utterances.get(other).is_some_and(|u| u.block > block && u.source.is_some());
                known && words.get(other).is_some_and(|words| words.contains(needle.as_str()))
            };
            let length = |other: &usize| words.get(*other).map_or(0, String::len);
            let found = (0..words.len()).filter(again).min_by_key(length).filter(|_| needle.len() >= FEWEST_LETTERS);
            let source = found.and_then(|other| self.utterances.get(other)).map(|u| (u.source, u.confidence));
            if let Some(((source, confidence), utterance)) = source.zip(self.utterances.get_mut(at)) {
                (utterance.source, utterance.rule, utterance.confidence) = (source, "repeated", confidence.min(0.9));
            }
        }
        let is_term =
            |&at: &usize| self.utterances.get(at).is_some_and(|u| u.source.is_none() && u.form == Form::Partial);
        open.into_iter().filter(is_term).collect()
    }
}

/// The letters and digits of words, in lower case.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
