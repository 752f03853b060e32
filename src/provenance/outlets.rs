//! Names of outlets among atoms.

use super::words::word;
use super::words::{Sense, any_word, meaning_at};
use crate::lexicon::Class;
use crate::quotation::Quotation;
use crate::syntax::{Atom, AtomKind};
use crate::text::Span;

/// The name of an outlet where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct OutletName {
    /// Its name, without an article in small letters.
    pub span: Span,
    /// One past its last atom, with a noun that belongs to it ("WKFR radio").
    pub end: usize,
    /// It ends in a possessive ("Fox News' …").
    pub possessive: bool,
    /// Radio or television.
    pub broadcaster: bool,
    /// A news agency.
    pub agency: bool,
}

/// The text with what is needed to read a phrase in it.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub atoms: &'a [Atom],
    pub quotations: &'a [Quotation],
    /// Outlets that are known from elsewhere, by name.
    pub known: &'a [&'a str],
}

impl Words<'_> {
    /// The outlet whose name, or a noun before it ("the broadcaster"), begins at an atom.
    pub fn outlet_from(self, at: usize) -> Option<OutletName> {
        let (start, noun) = self.name_after_nouns(at)?;
        let atom = self.atoms.get(start)?;
        if let Some(title) = atom.quotation().filter(|_| noun.is_some()).and_then(|index| self.quotations.get(index)) {
            let name = title.inner.of(self.text).trim_end_matches([',', '.']);
            let broadcaster = noun == Some(Sense::Broadcaster);
            let span = Span::new(title.inner.start, title.inner.start + name.len());
            return Some(OutletName { span, end: start + 1, possessive: false, broadcaster, agency: false });
        }
        let end = self.capital_run(start);
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let after = meaning_at(self.text, self.atoms, end);
        let small_after = self.atoms.get(end).is_some_and(|atom| !atom.capital && atom.is_word());
        let possessive = self.atoms.get(last)?.possessive;
        let noun_after = small_after && !possessive && (after.has(Sense::Outlet) || after.has(Sense::Agency));
        let span = self.atoms.get(start)?.span.cover(self.atoms.get(last)?.span);
        let name = without_possessive(span.of(self.text));
        let with_article = start > 0 && word(self.text, self.atoms.get(start - 1)).is("the");
        let noun = noun.or_else(|| self.apposition(end));
        let known = noun.is_some() || noun_after || self.is_outlet(start..end, name, with_article);
        if !known {
            return None;
        }
        let all = self.atoms.get(end).filter(|_| noun_after).map_or(name, |noun| span.cover(noun.span).of(self.text));
        Some(OutletName {
            span: Span::new(span.start, span.start + name.len()),
            end: end + usize::from(noun_after),
            possessive,
            broadcaster: noun == Some(Sense::Broadcaster) || any_word(all, Sense::Broadcaster) || is_call_sign(name),
            agency: noun == Some(Sense::Agency) || any_word(all, Sense::Agency),
        })
    }

    /// "…, a news agency,": what the noun behind a name says.
    fn apposition(self, end: usize) -> Option<Sense> {
        let article = self.atoms.get(end + 1).is_some_and(|atom| atom.is(Class::DETERMINER));
        if !self.atoms.get(end)?.is_mark(',') || !article {
            return None;
        }
        let close =
            (end + 2..end + 7).find(|&i| self.atoms.get(i).is_none_or(|atom| !atom.is_word() || atom.capital))?;
        let meaning = meaning_at(self.text, self.atoms, close - 1);
        [Sense::Agency, Sense::Broadcaster, Sense::Outlet].into_iter().find(|&sense| meaning.has(sense))
    }

    /// Past an article and the nouns before a name; the most telling of these nouns.
    fn name_after_nouns(self, at: usize) -> Option<(usize, Option<Sense>)> {
        let mut noun = None;
        let mut plain = false;
        for i in at..at + 7 {
            let atom = self.atoms.get(i)?;
            if atom.quotation().is_some() {
                return noun.is_some().then_some((i, noun));
            }
            if !atom.is_word() {
                return None;
            }
            // "Norland's state broadcaster": whose it is.
            if atom.capital && atom.possessive && !self.is_capital(i + 1) {
                plain = true;
                continue;
            }
            // "The Daily Tape" has its article in its name.
            if atom.capital && (!atom.is(Class::DETERMINER) || i > at || self.is_capital(i + 1)) {
                return (noun.is_some() || !plain).then_some((i, noun));
            }
            if atom.is(Class::PREPOSITION | Class::RELATIVE | Class::COORDINATOR | Class::BE | Class::PRONOUN) {
                return None;
            }
            let meaning = meaning_at(self.text, self.atoms, i);
            let senses = [Sense::Agency, Sense::Broadcaster, Sense::Outlet];
            match senses.into_iter().find(|&sense| meaning.has(sense)) {
                Some(sense) => noun = noun.or(Some(sense)),
                None => plain |= !atom.is(Class::DETERMINER | Class::POSSESSIVE),
            }
        }
        None
    }

    fn is_capital(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.is_word() && atom.capital)
    }

    /// One past the capital words from an atom on; small words between two capitals belong to them, a possessive ends.
    pub fn capital_run(self, start: usize) -> usize {
        let mut end = start;
        while end < start + 8 {
            let Some(atom) = self.atoms.get(end) else { break };
            let number = atom.kind == AtomKind::Number && end > start;
            let joins = end > start && atom.is_word() && (atom.is(Class::PARTICLE)) || atom.is_mark('&');
            let name = atom.capital && atom.is_word() && !atom.is(Class::WEEKDAY | Class::MONTH);
            if !(name || number || joins && self.is_capital(end + 1)) {
                break;
            }
            end += 1;
            if atom.possessive {
                break;
            }
        }
        end
    }

    fn is_outlet(self, run: std::ops::Range<usize>, name: &str, with_article: bool) -> bool {
        let Some(words) = self.atoms.get(run) else { return false };
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        if first.is(Class::TITLE) && words.len() > 1 {
            return false;
        }
        // "the TV" is a set, no station.
        if words.len() == 1 && is_channel(name) {
            return false;
        }
        let own_word = last.is(Class::OUTLET_WORD) && (words.len() > 1 || with_article);
        let acronym = first.span.of(self.text).chars().take_while(|c| c.is_uppercase()).count() > 1;
        let brand = first.is(Class::OUTLET) && (words.len() == 1 || acronym || last.is(Class::OUTLET));
        own_word
            || brand
            || is_call_sign(name)
            || words.len() > 1 && [first, last].iter().any(|atom| is_channel(atom.span.of(self.text)))
            || self.known.iter().any(|known| same_outlet(known, name))
    }
}

/// "Radio Alpina", "Coastline TV", "Harbour FM".
fn is_channel(word: &str) -> bool {
    matches!(without_possessive(word), "TV" | "FM" | "Radio" | "Television" | "News")
}

/// "WKFR", "KQED".
fn is_call_sign(name: &str) -> bool {
    let word = name.split([' ', '-']).next().unwrap_or("");
    word.len() == 4 && word.starts_with(['K', 'W']) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A name without its possessive ending.
pub(super) fn without_possessive(name: &str) -> &str {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    name.trim_end_matches(['\'', '’'])
}

/// Whether two names mean one outlet: equal without article, or the one the last words of the other ("the Courier" of
/// the "Kelm River Courier"), or its first in capitals ("CBS" of "CBS News"; "New York" is no newspaper).
pub(super) fn same_outlet(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let lower = name.trim().to_lowercase();
        lower.strip_prefix("the ").map(str::to_owned).unwrap_or(lower)
    };
    let shorter = if one.len() <= other.len() { one } else { other };
    let acronym = shorter.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let (one, other) = (bare(one), bare(other));
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let edge = |rest: Option<&str>, space: fn(&str) -> bool| rest.is_some_and(|rest| rest.is_empty() || space(rest));
    !short.is_empty()
        && (edge(long.strip_suffix(&short), |rest| rest.ends_with(' '))
            || acronym && edge(long.strip_prefix(&short), |rest| rest.starts_with(' ')))
}

/// The agency or outlet in a dateline: "PARIS (Reuters) —".
pub(super) fn in_dateline<'a>(reading: &crate::syntax::Reading<'a>) -> Option<&'a str> {
    reading.paragraphs.iter().take(8).find_map(|paragraph| {
        let atoms = &paragraph.atoms;
        let open = atoms.iter().take(12).position(|atom| atom.is_mark('('))?;
        let close = open + atoms.iter().skip(open).take(7).position(|atom| atom.is_mark(')'))?;
        let dash = atoms.get(close + 1).is_some_and(|atom| atom.is_mark('—') || atom.is_mark('-'));
        let place = atoms
            .first()
            .is_some_and(|atom| atom.span.of(reading.text).chars().all(|c| c.is_uppercase() || !c.is_alphabetic()));
        let (first, last) = (atoms.get(open + 1)?, atoms.get(close.checked_sub(1)?)?);
        (dash && place && first.capital).then(|| first.span.cover(last.span).of(reading.text))
    })
}
