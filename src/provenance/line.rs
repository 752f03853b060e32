//! Phrases of a sentence: names of outlets, and who is spoken to.

use super::names::{is_call_sign, same_outlet, without_possessive};
use super::{Context, Hearer, Name};
use crate::lexicon::{Class, Sense};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use crate::text::Span;
use crate::vocabulary::MediumKind;
use std::ops::Range;

/// An outlet where a sentence names it.
#[derive(Clone, Copy)]
pub(super) struct Outlet {
    /// Its name, without an article in small letters.
    pub span: Span,
    /// One past its last atom, with a noun that belongs to it ("WKFR radio").
    pub end: usize,
    /// It ends in a possessive ("Fox News' …").
    pub possessive: bool,
    /// A broadcaster, an agency.
    pub sense: Sense,
}

/// The atoms of a sentence, or of part of it, with what is needed to read phrases in them.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub context: &'a Context<'a>,
    pub atoms: &'a [Atom],
}

/// Outlets that the article calls so by a noun before or behind the name; no more than a story can have.
pub(super) fn introduced(context: &Context<'_>) -> Vec<Outlet> {
    const MOST: usize = 24;
    let mut known: Vec<Outlet> = Vec::new();
    for paragraph in &context.reading.paragraphs {
        let line = Line { context, atoms: &paragraph.atoms };
        for at in 0..line.atoms.len() {
            // Names and nouns alone are looked at.
            if !line.is_capital(at) && !line.tells(at, ANY_OUTLET) {
                continue;
            }
            let before = at.wrapping_sub(1);
            let begins = !line.is_capital(before) || line.is(before, Class::DETERMINER);
            // "at the station Reyes said"
            let noun = begins && line.tells(at, ANY_OUTLET) && !line.tells(at, Sense::PLACE);
            let named = noun && line.past_nouns(at).is_some_and(|(_, noun)| noun.is_some());
            let behind = || begins && line.is_capital(at) && line.apposition(line.capital_run(at)).is_some();
            let Some(outlet) = (named || behind()).then(|| line.outlet(at)).flatten() else { continue };
            let words = outlet.span.of(line.text());
            let is_new = known.iter().all(|other| !same_outlet(other.span.of(line.text()), words));
            if is_new && known.len() < MOST {
                known.push(outlet);
            }
        }
    }
    known
}

/// Nouns that tell what an outlet is, the most telling first.
const OUTLETS: [Sense; 3] = [Sense::AGENCY, Sense::BROADCASTER, Sense::OUTLET];
const ANY_OUTLET: Sense = Sense::AGENCY.or(Sense::BROADCASTER).or(Sense::OUTLET);

impl<'a> Line<'a> {
    /// Whether the atom has any of these senses; nothing has where there is none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn tells(self, at: usize, any: Sense) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.tells(any))
    }

    /// Whether the atom is a word of these classes.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is(self, at: usize, any: Class) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.is(any))
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is_mark(self, at: usize, mark: char) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.is_mark(mark))
    }

    /// Whether the atom is a word with a capital.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is_capital(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.is_word() && atom.capital)
    }

    pub fn is_word(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(Atom::is_word)
    }

    pub fn is_title(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.quotation().is_some())
    }

    /// The first atom of a range that has any of these senses.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn find(self, range: Range<usize>, any: Sense) -> Option<usize> {
        range.into_iter().find(|&at| self.tells(at, any))
    }

    /// The medium that the noun at an atom means.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn medium(self, at: usize) -> Option<MediumKind> {
        self.atoms.get(at)?.entry.medium()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn span(self, range: Range<usize>) -> Option<Span> {
        Some(self.atoms.get(range.start)?.span.cover(self.atoms.get(range.end.checked_sub(1)?)?.span))
    }

    /// The first atom that begins at an offset or behind it.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn from(self, at: usize) -> usize {
        self.atoms.partition_point(|atom| atom.span.start < at)
    }

    pub fn text(self) -> &'a str {
        self.context.reading.text
    }

    /// A span's words without their possessive ending.
    pub fn name(self, range: Range<usize>) -> Option<Span> {
        let span = self.span(range)?;
        Some(Span::new(span.start, span.start + without_possessive(span.of(self.text())).len()))
    }

    /// The outlet whose name, or a noun before it ("the broadcaster"), begins at an atom.
    #[inline(never)]
    pub fn outlet(self, at: usize) -> Option<Outlet> {
        let (start, noun) = self.past_nouns(at)?;
        if self.is_title(start) {
            return noun.and_then(|sense| Some(Outlet { sense, ..self.programme(start)? }));
        }
        let mut end = self.capital_run(start);
        let mut possessive = self.atoms.get(start..end)?.last()?.possessive;
        // "Listener's Weekly"; not "Fox News' Times reporter"
        let weekly = possessive && self.is(end, Class::OUTLET_WORD) && self.capital_run(end) == end + 1;
        if weekly && !self.is_outlet(start..end, self.name(start..end)?.of(self.text())) {
            (end, possessive) = (end + 1, false);
        }
        let span = self.name(start..end)?;
        let small = self.is_word(end) && !self.is_capital(end) && !possessive;
        let behind = small && self.tells(end, Sense::OUTLET.or(Sense::AGENCY));
        let noun = noun.or_else(|| self.apposition(end));
        if noun.is_none() && !behind && !self.is_outlet(start..end, span.of(self.text())) {
            return None;
        }
        let end = end + usize::from(behind);
        let mut sense = noun.unwrap_or_default();
        for kind in [Sense::AGENCY, Sense::BROADCASTER] {
            if self.find(start..end, kind).is_some() {
                sense |= kind;
            }
        }
        if is_call_sign(span.of(self.text())) {
            sense |= Sense::BROADCASTER;
        }
        Some(Outlet { span, end, possessive, sense })
    }

    /// The programme whose title in marks an atom is.
    pub fn programme(self, at: usize) -> Option<Outlet> {
        let title = self.context.reading.quotations.get(self.atoms.get(at)?.quotation()?)?.inner;
        let name = title.of(self.text()).trim_end_matches([',', '.']);
        let span = Span::new(title.start, title.start + name.len());
        Some(Outlet { span, end: at + 1, possessive: false, sense: Sense::BROADCASTER })
    }

    /// "…, a news agency,": what the noun behind a name says.
    fn apposition(self, end: usize) -> Option<Sense> {
        if !self.is_mark(end, ',') || !self.is(end + 1, Class::DETERMINER) {
            return None;
        }
        let close = (end + 2..end + 7).find(|&i| !self.is_word(i) || self.is_capital(i))?;
        OUTLETS.into_iter().find(|&sense| self.tells(close - 1, sense))
    }

    /// Past an article and the nouns before a name or a title; the most telling of these nouns.
    fn past_nouns(self, at: usize) -> Option<(usize, Option<Sense>)> {
        let stops = Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATOR).or(Class::BE).or(Class::PRONOUN);
        let (mut noun, mut plain) = (None, false);
        for i in at..at + 7 {
            let atom = self.atoms.get(i)?;
            if atom.quotation().is_some() {
                return noun.is_some().then_some((i, noun));
            }
            // "the radio station, Radio Velm,"
            if noun.is_some() && atom.is_mark(',') && self.is_capital(i + 1) {
                continue;
            }
            if !atom.is_word() {
                return None;
            }
            let named = self.is_capital(i + 1) || self.is_title(i + 1);
            // Where all nouns have capitals: "dem Sender Radio Velm".
            let common = atom.is(Class::NOUN) && named && OUTLETS.iter().any(|&sense| atom.tells(sense));
            // "The Daily Tape" has its article in its name.
            if atom.capital && !common && (!atom.is(Class::DETERMINER) || i > at || self.is_capital(i + 1)) {
                return (noun.is_some() || !plain).then_some((i, noun));
            }
            if atom.is(stops) && !atom.is(Class::THE) {
                return None;
            }
            match OUTLETS.into_iter().find(|&sense| atom.tells(sense)) {
                // "the paper's editor", "the radio host": somebody of theirs.
                Some(_) if atom.possessive => return None,
                Some(sense) => noun = noun.or(Some(sense)),
                None if noun.is_some() => return None,
                None => plain |= !atom.is(Class::DETERMINER | Class::POSSESSIVE),
            }
        }
        None
    }

    /// One past the capital words from an atom on; small words between two capitals belong to them, a possessive ends.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn capital_run(self, start: usize) -> usize {
        for end in start..start + 8 {
            let Some(atom) = self.atoms.get(end) else { return end };
            let inner = end > start;
            let joins = inner && atom.is_word() && atom.is(Class::PARTICLE) || atom.is_mark('&');
            let timely = atom.is(Class::WEEKDAY | Class::MONTH) && !(!inner && self.is_dated_name(end));
            let name = self.is_capital(end) && !timely;
            if !(name || inner && atom.kind == AtomKind::Number || joins && self.is_capital(end + 1)) {
                return end;
            }
            if atom.possessive {
                return end + 1;
            }
        }
        start + 8
    }

    /// "the Sunday Beacon": a weekday that is part of a name.
    pub fn is_dated_name(self, at: usize) -> bool {
        let next = self.is_capital(at + 1) && !self.is(at + 1, Class::WEEKDAY | Class::MONTH);
        let whole = self.atoms.get(at).is_some_and(|atom| !atom.possessive);
        whole && next && self.is(at, Class::WEEKDAY) && self.is(at.wrapping_sub(1), Class::THE)
    }

    fn is_outlet(self, run: Range<usize>, name: &str) -> bool {
        let (first, last) = (run.start, run.end - 1);
        let several = first < last;
        // "the TV" is a set, no station.
        if several && self.is(first, Class::TITLE) || !several && self.tells(first, Sense::CHANNEL) {
            return false;
        }
        let the = self.is(first.wrapping_sub(1), Class::THE);
        let word = self.atoms.get(first).map_or("", |atom| atom.span.of(self.text()));
        let acronym = word.chars().take_while(|c| c.is_uppercase()).count() > 1;
        let brand = self.is(first, Class::OUTLET) && (!several || acronym || self.is(last, Class::OUTLET));
        brand
            || self.is(last, Class::OUTLET_WORD) && (several || the)
            || is_call_sign(name)
            || self.tells(first, Sense::CHANNEL)
            || self.tells(last, Sense::CHANNEL)
            // "Elbtal-Zeitung"
            || !several && self.is(first, Class::NOUN) && word.contains('-') && self.tells(first, Sense::OUTLET)
            || self.context.outlets().any(|known| same_outlet(known, name))
    }

    /// "this newspaper", "our reporter": the article's own, with one past its last atom.
    pub fn own_outlet(self, at: usize) -> Option<usize> {
        let this = self.is(at, Class::POSSESSIVE) && self.is(at, Class::FIRST_OR_SECOND)
            || self.atoms.get(at).is_some_and(|atom| atom.tells(Sense::CLOCK) && atom.entry.value == super::time::THIS);
        let noun = at + 1..at + 3;
        noun.into_iter()
            .find(|&i| self.tells(i, Sense::OUTLET.or(Sense::AGENCY).or(Sense::OWN)))
            .filter(|_| this)
            .map(|i| i + 1)
    }

    /// The addressee whose words begin at an atom, with one past its last.
    #[inline(never)]
    pub fn hearer(self, at: usize) -> Option<(Hearer, usize)> {
        let high = self.atoms.len();
        if let Some(end) = self.own_outlet(at) {
            let words = self.span(at..end).map(Name::Words);
            return Some((self.context.own.first().map(|_| Name::Own).or(words)?.into(), end));
        }
        if let Some(outlet) = self.outlet(at) {
            let person = self.capital_run(outlet.end);
            if outlet.possessive && person > outlet.end {
                let name = Name::Words(self.name(outlet.end..person)?);
                return Some((Hearer { name, affiliation: Some(Name::Words(outlet.span)) }, person));
            }
            // With its noun ("WKFR radio"), without what stands before.
            let last = self.span(outlet.end.checked_sub(1)?..outlet.end)?;
            let name = if outlet.possessive { outlet.span } else { outlet.span.cover(last) };
            return Some((Name::Words(name).into(), outlet.end));
        }
        let phrase = noun_phrase_from(self.atoms, at, high)?;
        let none = Class::PRONOUN.or(Class::OBJECT).or(Class::TIME).or(Class::WEEKDAY).or(Class::INDEFINITE);
        if self.is(phrase.head, none) || phrase.core_end == at + 1 && self.is(at, Class::DETERMINER) {
            return None;
        }
        let (start, end) = self.person(at, phrase.core_end).unwrap_or((at, phrase.core_end));
        let name = Name::Words(self.name(start..end)?);
        let of = Class::OF.or(Class::AFFILIATING).or(Class::LOCATING);
        let outlet = Some(end + 1).filter(|_| self.is(end, of)).and_then(|at| self.outlet(at));
        let affiliation = outlet.map(|outlet| Name::Words(outlet.span));
        Some((Hearer { name, affiliation }, outlet.map_or(end, |outlet| outlet.end)))
    }

    /// The name within or behind a description: "host Gil Amato", "its host, Dele Martins,".
    fn person(self, at: usize, core_end: usize) -> Option<(usize, usize)> {
        let last = core_end.checked_sub(1)?;
        let start = if self.is(last, Class::ROLE) && !self.is_capital(last) && self.is_mark(core_end, ',') {
            core_end + 1
        } else {
            // "a state Senate committee" is no name.
            (at..core_end)
                .find(|&i| self.is_capital(i) && !self.is(i, Class::TITLE))
                .filter(|_| self.is_capital(last))?
        };
        let end = self.capital_run(start);
        (end > start).then_some((start, end))
    }
}
