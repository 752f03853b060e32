//! Which quotations are somebody's words, and which are titles, terms, nicknames.

use super::content::{Link, Sentence, has_clause};
use super::site::Site;
use crate::lexicon::{Class, Frames};
use crate::quotation::Quotation;
use crate::syntax::{Atom, AtomKind, Reading};

/// Words that begin no word of a title with a capital.
const SMALL: Class = Class::PREPOSITION.or(Class::DETERMINER).or(Class::COORDINATOR).or(Class::INFINITIVE_MARKER);

/// A title has no more words.
const LONGEST_TITLE: usize = 8;

/// Whether the quotation at atom `at` is speech, going by its words, its neighbours and its cue.
pub(super) fn is_speech(
    reading: &Reading<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    quotation: &Quotation,
    link: Option<(usize, Link)>,
) -> bool {
    let inner = &reading.within(quotation).atoms;
    let words: Vec<&Atom> = inner.iter().filter(|a| a.is_word()).collect();
    if words.is_empty() {
        return !inner.is_empty() && matches!(link, Some((_, Link::CueAfter)));
    }
    let before = at.checked_sub(1).and_then(|b| sentence.atoms.get(b).filter(|_| sentence.range.contains(&b)));
    let after = sentence.atoms.get(at + 1).filter(|_| sentence.range.contains(&(at + 1)));
    let stops = quotation.inner.of(reading.text).ends_with(['!', '?', ',', '.']);
    let stops_loudly = quotation.inner.of(reading.text).ends_with(['!', '?']);
    // `Ray "Bones" Okafor`
    let name = |a: Option<&Atom>| a.is_some_and(|a| a.is_word() && a.capital && !a.possessive);
    let nickname = words.len() <= 2 && !stops && name(before) && name(after);
    // `the so-called "tunnel tax"`
    if nickname || before.is_some_and(|b| b.is_word() && b.is(Class::NAMING)) {
        return false;
    }
    // Where nouns have capitals: `das Projekt "Neue Wege"`, `der "Hallinger Bote"`.
    let capital = words.first().is_some_and(|a| a.capital || a.is(Class::NOUN));
    let apposed = before.is_some_and(|b| b.is(Class::NOUN)) && capital;
    let called = before.is_some_and(|b| b.is(Class::THE.or(Class::PREPOSITION))) && is_title_case(&words);
    let nouns = reading.lexicon.is_verb_second();
    if nouns && !stops && (apposed || called) {
        return false;
    }
    let alone = sentence
        .range
        .clone()
        .all(|i| sentence.atoms.get(i).is_some_and(|a| a.quotation().is_some() || matches!(a.kind, AtomKind::Mark(_))));
    if alone && stops {
        return true;
    }
    let introduced = before.is_some_and(|b| matches!(b.kind, AtomKind::Mark(',' | ':')));
    match link {
        Some((_, Link::CueAfter)) => true,
        Some((_, Link::CueBefore)) if introduced => true,
        // `chanted "Build The Boat!"`, `said "Too Many Boats"`
        Some((site, Link::CueBefore))
            if sentence.sites.get(site).is_some_and(|site| site.end == at && is_spoken(site, stops_loudly)) =>
        {
            true
        }
        _ => {
            let after_article = before.is_some_and(|b| b.is_word() && b.is(Class::DETERMINER));
            let title = !nouns && is_title_case(&words) && (words.len() >= 2 || after_article);
            // "Give Us The Money!" may be shouted.
            let shouted =
                stops && words.len() > 2 && words.iter().all(|a| a.capital || a.is(SMALL)) && has_clause(inner);
            !title || shouted
        }
    }
}

/// Whether a verb right before words in marks has them for what was said, whatever they look like.
fn is_spoken(site: &Site, loud: bool) -> bool {
    site.frames.has(Frames::CLAUSE) || loud && site.frames.has(Frames::QUOTE)
}

/// Whether all words but the small ones begin with a capital.
fn is_title_case(words: &[&Atom]) -> bool {
    words.len() <= LONGEST_TITLE && words.iter().all(|a| a.capital || a.is(SMALL))
}
