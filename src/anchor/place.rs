//! Which place of a text a selector means, if any.

use super::align::{self, Pair, RUNNING, align, common_weight, weight};
use super::change::{Block, Change, ChangeKind, Sides, blocks};
use super::edge::{class, widen};
use super::fold::{Folded, is_ignorable};
use super::locate::{occurrences, windows};
use super::words::is_negation;
use super::{Outcome, Selector};

/// A folded selector.
pub struct Sought<'s> {
    exact: Folded<'s>,
    prefix: Folded<'s>,
    suffix: Folded<'s>,
    /// The byte at which the words began.
    expected: Option<usize>,
}

/// Words of context that are looked at, on each side.
const NEIGHBOURS: usize = 8;
/// Places that are aligned word by word, of exact occurrences and of windows each.
const PLACES: usize = 3;

/// A place in the text that may hold the words.
#[derive(Debug, Clone)]
struct Candidate {
    /// Its words, by index.
    first: usize,
    end: usize,
    /// The alignment, from the quotation's first word met to its last.
    pairs: Vec<Pair>,
    /// Share of words in common, 0 to 100.
    alike: i32,
    /// Share of the neighbours in common, 0 to 100; none if the selector has none.
    context: Option<i32>,
    /// The same for the side of which more is in common.
    side: i32,
    /// The words stand as they were, here and nowhere else.
    is_only: bool,
}

impl<'s> Sought<'s> {
    pub fn new(selector: &'s Selector, expected: Option<usize>) -> Self {
        let (prefix, suffix) = (near_end(&selector.prefix), near_start(&selector.suffix));
        Self { exact: Folded::new(&selector.exact), prefix: Folded::new(prefix), suffix: Folded::new(suffix), expected }
    }

    /// Finds the words in a text.
    pub fn find(&self, text: &Folded<'_>) -> Outcome {
        if self.exact.words.is_empty() {
            return Outcome::Lost;
        }
        let Some(mut candidates) = self.exact_candidates(text) else { return Outcome::Lost };
        let is_certain = |candidate: &Candidate| candidate.context.is_some_and(|context| context >= CERTAIN);
        if !candidates.iter().any(is_certain) {
            candidates.extend(self.fuzzy_candidates(text));
        }
        // Where the neighbours stand together without the words, the words are gone: a place with fewer neighbours is
        // another one that says the same.
        let left = candidates.iter().filter(|candidate| !self.accepts(candidate)).filter_map(|gone| gone.context).max();
        let vacated = if self.is_vacated(text) { Some(100) } else { left.filter(|&context| context >= VACATED) };
        let needed = vacated.map_or(0, |context| context - 15);
        let acceptable = candidates
            .into_iter()
            .filter(|candidate| self.accepts(candidate) && candidate.context.is_none_or(|context| context >= needed));
        let rank = |candidate: &Candidate| {
            let from = text.words.get(candidate.first).map_or(0, |word| word.span.start);
            let far = self.expected.map_or(0, |expected| from.abs_diff(expected));
            let beside = self.marks_beside(text, candidate.first, candidate.end);
            // Neighbours weigh more than the last few letters: a copy of the words elsewhere must not hide a change here.
            let alike = candidate.alike.min(SAME);
            (alike + candidate.context.unwrap_or(0) + BESIDE * beside, candidate.alike, std::cmp::Reverse(far))
        };
        match acceptable.max_by_key(rank) {
            Some(best) => self.outcome(text, &best),
            None => Outcome::Lost,
        }
    }

    /// The places where the words stand as they were, those with the best neighbours first; none at all where there
    /// are several and nothing to tell them apart by, since one of them would be a guess.
    fn exact_candidates(&self, text: &Folded<'_>) -> Option<Vec<Candidate>> {
        let count = self.exact.words.len();
        let mut best: Vec<(usize, usize, usize)> = Vec::new();
        let mut total = 0;
        for first in occurrences(text, &self.exact) {
            total += 1;
            let at = text.words.get(first).map_or(0, |word| word.span.start);
            let far = self.expected.map_or(0, |expected| at.abs_diff(expected));
            best.push((NEIGHBOURS * 2 - self.equal_neighbours(text, first, first + count), far, first));
            if best.len() > 64 {
                best.sort_unstable();
                best.truncate(PLACES);
            }
        }
        best.sort_unstable();
        best.truncate(PLACES);
        let is_guess =
            total > 1 && self.expected.is_none() && self.prefix.words.is_empty() && self.suffix.words.is_empty();
        if is_guess {
            return None;
        }
        let pairs = |first: usize| {
            (0..count).map(move |i| Pair { quoted: Some(i), text: Some(first + i), likeness: 100 }).collect()
        };
        let place = |(_, _, first)| Candidate {
            is_only: total == 1,
            ..self.candidate(text, first, first + count, pairs(first))
        };
        Some(best.into_iter().map(place).collect())
    }

    /// Neighbours that are the same, counted from the words outwards.
    fn equal_neighbours(&self, text: &Folded<'_>, first: usize, end: usize) -> usize {
        let before = (0..self.prefix.words.len()).rev().zip((0..first).rev());
        let after = (0..self.suffix.words.len()).zip(end..text.words.len());
        before.take(NEIGHBOURS).take_while(|&(a, b)| self.prefix.word(a) == text.word(b)).count()
            + after.take(NEIGHBOURS).take_while(|&(a, b)| self.suffix.word(a) == text.word(b)).count()
    }

    /// The places that share many letters with the words and their neighbours; where none of them will do, with the
    /// words alone.
    fn fuzzy_candidates(&self, text: &Folded<'_>) -> Vec<Candidate> {
        let with_neighbours = [self.prefix.text.trim_end(), self.exact.text.trim_end(), &self.suffix.text].concat();
        let mut found = self.alike(text, &with_neighbours);
        let settled =
            found.iter().any(|one| self.accepts(one) && one.context.is_some_and(|context| context >= SETTLED));
        if !settled && (16..with_neighbours.len()).contains(&self.exact.text.len()) {
            found.extend(self.alike(text, &self.exact.text));
        }
        found
    }

    fn alike(&self, text: &Folded<'_>, needle: &str) -> Vec<Candidate> {
        let slack = 8 + self.exact.words.len() / 4;
        windows(&text.text, needle, PLACES)
            .into_iter()
            .filter_map(|window| {
                let first = text.word_at(window.start).saturating_sub(slack);
                self.aligned(text, first, text.words.len().min(text.word_at(window.end) + slack))
            })
            .collect()
    }

    /// Whether what stood before the words and what stood after them now stand together.
    fn is_vacated(&self, text: &Folded<'_>) -> bool {
        let (lead, trail) = (self.prefix.words.len(), self.suffix.words.len());
        // The outermost words may be cut.
        let mut sides = self.prefix.slice(lead.saturating_sub(4).max(1), lead);
        let before = sides.len();
        sides.extend(self.suffix.slice(0, trail.saturating_sub(1).min(4)));
        let met = before > 0 && before < sides.len() && sides.len() >= 4;
        met && text.text.contains(&[" ", &sides.join(" "), " "].concat())
    }

    /// The words within a region of the text, if any of them are there.
    fn aligned(&self, text: &Folded<'_>, first: usize, end: usize) -> Option<Candidate> {
        let lead = self.prefix.words.len();
        let count = self.exact.words.len();
        let mut sought = self.prefix.slice(0, lead);
        sought.extend(self.exact.slice(0, count));
        sought.extend(self.suffix.slice(0, self.suffix.words.len()));
        let pairs = align(&sought, &text.slice(first, end), |_| RUNNING);
        let is_own = |pair: &Pair| pair.quoted.is_some_and(|index| (lead..lead + count).contains(&index));
        let from = pairs.iter().position(is_own)?;
        let to = pairs.iter().rposition(is_own)?;
        let lead_ends = pairs.get(..from)?.iter().rev().find_map(|pair| pair.text).map(|index| index + 1 + first);
        let own: Vec<Pair> = pairs
            .get(from..=to)?
            .iter()
            .map(|pair| Pair {
                quoted: pair.quoted.map(|index| index - lead),
                text: pair.text.map(|index| index + first),
                ..*pair
            })
            .collect();
        let begins = own.iter().find_map(|pair| pair.text).or(lead_ends)?;
        let ends = own.iter().rev().find_map(|pair| pair.text).map_or(begins, |last| last + 1);
        Some(self.candidate(text, begins, ends, own))
    }

    fn candidate(&self, text: &Folded<'_>, first: usize, end: usize, pairs: Vec<Pair>) -> Candidate {
        let total = |folded: &Folded<'_>, from: usize, to: usize| -> i32 {
            (from..to).map(|index| weight(folded.word(index))).sum()
        };
        let common = common_weight(pairs.iter(), |index| weight(self.exact.word(index)));
        let whole = total(&self.exact, 0, self.exact.words.len()) + total(text, first, end);
        let by_words = (200 * i64::from(common) / i64::from(whole.max(1))) as i32;
        // A few words that a cut has run together have letters in common, though no word.
        let by_letters = align::likeness(self.exact.text.trim(), text.slice(first, end).join(" ").as_str());
        let alike = by_words.max(by_letters);
        let (context, side) = self.context(text, first, end);
        Candidate { first, end, alike, context, side, is_only: false, pairs }
    }

    /// How many of the neighbours stand beside a place, near ones counting more.
    fn context(&self, text: &Folded<'_>, first: usize, end: usize) -> (Option<i32>, i32) {
        // The outermost word may be cut.
        let whole = |folded: &Folded<'_>| folded.words.len().saturating_sub(usize::from(folded.words.len() > 1));
        let (before, after) = (whole(&self.prefix).min(NEIGHBOURS), whole(&self.suffix).min(NEIGHBOURS));
        let reach = NEIGHBOURS + 4;
        let mut prefix = self.prefix.slice(self.prefix.words.len() - before, self.prefix.words.len());
        prefix.reverse();
        let mut beside = text.slice(first.saturating_sub(reach), first);
        beside.reverse();
        let (met_before, all_before) = neighbours(&prefix, &beside);
        let (met_after, all_after) = neighbours(&self.suffix.slice(0, after), &text.slice(end, end + reach));
        let all = all_before + all_after;
        let side = (100 * met_before / all_before.max(1)).max(100 * met_after / all_after.max(1));
        ((all > 0).then(|| 100 * (met_before + met_after) / all), side)
    }

    /// Sides on which the mark or space next to the words is the same: a pull quote right above has every neighbour but
    /// stands in marks.
    fn marks_beside(&self, text: &Folded<'_>, first: usize, end: usize) -> i32 {
        let inner = self.exact.span(0, self.exact.words.len());
        let is_seen = |c: &char| !is_ignorable(*c);
        let before = |text: &str, more: &str| [more, text].concat().chars().rev().find(is_seen).map(class);
        let after = |text: &str, more: &str| [text, more].concat().chars().find(is_seen).map(class);
        let (lead, trail) = (self.exact.source.get(..inner.start), self.exact.source.get(inner.end..));
        let left = before(lead.unwrap_or(""), self.prefix.source)
            == before(text.gap_before(first), text.original(first.wrapping_sub(1)));
        let right = after(trail.unwrap_or(""), self.suffix.source) == after(text.gap_before(end), text.original(end));
        i32::from(left) + i32::from(right)
    }

    /// Whether a place is the one that is meant.
    ///
    /// The floors were set on 3,271 quotations of PolNeAR's training part, each edited in 44 ways, by looking at how the
    /// right places (words replaced, noise, a third cut, neighbours rewritten) and the wrong ones (quotation or paragraph
    /// deleted, another in its place, other article) lie by likeness, context and what the words tell. Short words stand
    /// in many places, so they need their neighbours; 200 is about eight words.
    fn accepts(&self, candidate: &Candidate) -> bool {
        let told: i32 = (0..self.exact.words.len().min(64)).map(|index| weight(self.exact.word(index))).sum();
        let alike = candidate.alike;
        let Some(context) = candidate.context else {
            return alike == 100 || (alike >= 70 && told >= 120);
        };
        if alike == 100 {
            return match told {
                ..60 => context >= 60,
                60..200 => context >= 45 || candidate.side >= 90,
                _ => context >= 30 || candidate.is_only,
            };
        }
        let floor = 45 + (90 - context).max(0) / 3;
        let beside = match told {
            ..60 => 70,
            60..100 => 50,
            100..200 => 40,
            _ => 20,
        };
        alike >= floor && context >= beside
    }

    fn outcome(&self, text: &Folded<'_>, best: &Candidate) -> Outcome {
        let sides = Sides { quoted: &self.exact, text };
        let mut changes: Vec<Change> = blocks(&best.pairs)
            .iter()
            .filter_map(|block| sides.kind(block).map(|kind| sides.place(kind, block)))
            .collect();
        for pair in best.pairs.iter().filter(|pair| pair.likeness == 100) {
            if let (Some(kind), Some(quoted), Some(at)) = (sides.kind_of_equal(pair), pair.quoted, pair.text) {
                changes.push(sides.place(kind, &Block { quoted: quoted..quoted + 1, text: at..at + 1 }));
            }
        }
        let (mut first, mut end) = (best.first, best.end);
        let count = self.exact.words.len();
        if self.denies(text.word(first.wrapping_sub(1)), text.gap_before(first), last_word(&self.prefix)) {
            first -= 1;
            changes.push(sides.place(ChangeKind::Negation, &Block { quoted: 0..0, text: first..first + 1 }));
        }
        if self.denies(text.word(end), text.gap_before(end), self.suffix.word(0)) {
            changes.push(sides.place(ChangeKind::Negation, &Block { quoted: count..count, text: end..end + 1 }));
            end += 1;
        }
        let span =
            widen(text.source, text.span(first, end), self.exact.source, self.exact.span(0, self.exact.words.len()));
        if changes.is_empty() {
            return Outcome::Found(span);
        }
        changes.sort_by_key(|change| (change.found.start, change.quoted.start));
        Outcome::Changed { span, changes }
    }

    /// Whether `word`, directly beside the words, in the same sentence and marks, is a negation that was not there.
    fn denies(&self, word: &str, gap: &str, was: &str) -> bool {
        let has_context = !(self.prefix.source.is_empty() && self.suffix.source.is_empty());
        has_context && is_negation(word) && word != was && gap.chars().all(|c| c.is_whitespace() || c == ',')
    }
}

fn last_word<'f>(folded: &'f Folded<'_>) -> &'f str {
    folded.word(folded.words.len().wrapping_sub(1))
}

/// Context at which an exact occurrence is taken without looking further. At 70, copies of short words beside similar
/// neighbours were taken.
const CERTAIN: i32 = 90;
/// Likeness above which places differ by their neighbours only: a changed word in ten leaves this much.
const SAME: i32 = 85;
/// What the same mark next to the words is worth, in points of context.
const BESIDE: i32 = 8;
/// Context at which an acceptable place makes it needless to look for the words without their neighbours.
const SETTLED: i32 = 50;
/// Context at which a place without the words is the place where they were.
const VACATED: i32 = 80;

/// Near the words, the end of a prefix; a hostile one may be of any length.
fn near_end(prefix: &str) -> &str {
    let from = prefix.char_indices().rev().nth(4 * super::CONTEXT).map_or(0, |(at, _)| at);
    prefix.get(from..).unwrap_or("")
}

fn near_start(suffix: &str) -> &str {
    let to = suffix.char_indices().nth(4 * super::CONTEXT).map_or(suffix.len(), |(at, _)| at);
    suffix.get(..to).unwrap_or("")
}

/// Weight met and weight in all of neighbours, both given from the quotation outwards.
fn neighbours(sought: &[&str], beside: &[&str]) -> (i32, i32) {
    let weigh = |index: usize| sought.get(index).map_or(0, |word| weight(word)) * (4 - (index as i32).min(3));
    let all = (0..sought.len()).map(weigh).sum();
    // The one next to the quotation is aligned first: what is passed over before it costs as much as within.
    let mut anchored = vec!["\u{1}"];
    anchored.extend(sought);
    let mut text = vec!["\u{1}"];
    text.extend(beside);
    let pairs = align::align(&anchored, &text, |_| RUNNING);
    // What stands further off is no neighbour any more.
    let is_near = |pair: &&Pair| match (pair.quoted, pair.text) {
        (Some(quoted), Some(text)) => quoted > 0 && quoted.abs_diff(text) <= 3,
        _ => false,
    };
    let met = common_weight(pairs.iter().filter(is_near), |index| weigh(index - 1));
    (met, all)
}
