//! What a sentence says of where, when and how something was said.

use super::dates::When;
use super::line::{Line, Outlet};
use super::time::Clock;
use super::{Hearer, Name};
use crate::lexicon::{Class, Sense};
use crate::syntax::{AtomKind, noun_phrase_from};
use crate::text::Span;
use crate::vocabulary::MediumKind;
use std::ops::Range;

/// Something that a sentence says.
#[derive(Clone, Copy)]
pub(super) enum What {
    Time(When),
    Medium(MediumKind),
    /// A network, by the words of its name.
    Network(Span),
    Outlet(Outlet),
    /// "carried by X".
    Relay(Outlet),
    Addressee(Hearer),
    /// "citing two officials": an earlier source.
    Origin,
    /// "according to the document": what the words are read from.
    Paper(MediumKind),
    /// "read by her lawyer".
    Reader,
    /// It is marked so.
    Mark(Marks),
}

/// Marks of a setting, a bit each.
pub(super) type Marks = u16;
/// A place is given.
pub(super) const PLACE: Marks = 1;
/// "outside the court": in public.
pub(super) const OUTSIDE: Marks = 2;
/// "seen by".
pub(super) const LEAKED: Marks = 4;
/// The account of a post is given.
pub(super) const ACCOUNT: Marks = 8;
/// The origin of the wording is given.
pub(super) const TRANSCRIPT: Marks = 16;
/// The programme is named.
pub(super) const PROGRAMME: Marks = 32;
/// Said to this article's own reporter.
pub(super) const OWN_INTERVIEW: Marks = 64;
/// Shouted or chanted.
pub(super) const IN_PUBLIC: Marks = 128;
/// Shown, read or played in a court.
pub(super) const EXHIBIT: Marks = 256;

/// Something that a sentence says, and the words that say it.
#[derive(Clone, Copy)]
pub(super) struct Fact {
    pub what: What,
    pub span: Span,
}

/// More than this are not read of one sentence: its length is anybody's, the time to read it is not.
const MOST: usize = 64;

/// A set of media, a bit each.
pub(super) const fn media(kinds: &[MediumKind]) -> u32 {
    let mut set = 0;
    let mut at = 0;
    while at < kinds.len() {
        set |= 1 << kinds[at] as u32;
        at += 1;
    }
    set
}

/// Whether a medium is in a set.
pub(super) fn among(kind: MediumKind, set: u32) -> bool {
    set & 1 << kind as u32 != 0
}

use MediumKind::*;

/// Something written that others' words stand in.
pub(super) const PAPERS: u32 = media(&[CourtFiling, Report, Letter, Email, Book, Statement]);

/// Media of which "to" or "with" does not tell who is spoken to.
const UNADDRESSED: u32 =
    media(&[Meeting, Report, CourtFiling, Book, Article, NewsReport, Survey, Debate, Testimony, Video]);

/// Which media a preposition introduces.
const INTRODUCED: [(Sense, u32); 6] = [
    (Sense::IN, u32::MAX),
    (Sense::AT, media(&[NewsConference, Speech, Rally, Debate, Meeting, Testimony, Interview])),
    (Sense::ON, media(&[PhoneCall, Podcast, BroadcastInterview, SocialPost, Video, Article])),
    (Sense::BY, media(&[PhoneCall, Email, TextMessage, Letter, SocialPost, Video])),
    (Sense::OVER, media(&[PhoneCall])),
    (Sense::UNDER, media(&[Testimony, SocialPost])),
];

/// What opens a phrase, and what marks a setting; other words need no closer look.
const OPENING: Sense = Sense::CITING.or(Sense::TOWARDS).or(Sense::FROM);
const MARKING: Sense =
    Sense::EXHIBITING.or(Sense::OUTSIDE).or(Sense::LEAKED).or(Sense::LEAK).or(Sense::TRANSCRIPT).or(Sense::PROGRAMME);

/// All that a sentence says, in its order.
pub(super) fn read(line: Line<'_>) -> Vec<Fact> {
    let mut scanner = Scanner { line, facts: Vec::new() };
    let clock = Clock { text: line.text(), atoms: line.atoms, published: line.context.published };
    let mut past_time = 0;
    for (at, atom) in line.atoms.iter().enumerate() {
        if scanner.facts.len() >= MOST {
            break;
        }
        if !matches!(atom.kind, AtomKind::Word | AtomKind::Number) {
            continue;
        }
        if at >= past_time
            && let Some((when, end)) =
                clock.time_at(at).filter(|&(_, end)| !scanner.of_a_thing(at, end) && !line.is_dated_name(at))
        {
            scanner.push(What::Time(when), at..end);
            past_time = end;
        }
        if let Some(kind) = atom.entry.medium() {
            scanner.medium(at, kind);
        }
        // "when we rang"
        if atom.tells(Sense::PHONING) && line.is(at.wrapping_sub(1), Class::FIRST_PERSON) {
            scanner.push(What::Medium(PhoneCall), at - 1..at + 1);
            scanner.push(What::Mark(OWN_INTERVIEW), at - 1..at + 1);
        }
        if atom.capital && atom.tells(Sense::NETWORK) {
            scanner.network(at);
        }
        if atom.tells(OPENING) {
            scanner.opened(at);
        }
        if atom.is(Class::LOCATING | Class::ATTRIBUTING) || atom.tells(MARKING) || atom.possessive || !atom.plain {
            scanner.marks(at);
        }
    }
    scanner.facts
}

struct Scanner<'a> {
    line: Line<'a>,
    facts: Vec<Fact>,
}

impl Scanner<'_> {
    #[inline(never)]
    fn push(&mut self, what: What, atoms: Range<usize>) {
        if let Some(span) = self.line.span(atoms) {
            self.facts.push(Fact { what, span });
        }
    }

    /// "condemned Friday's test": the day of the test. "At Friday's debate" is when it was said.
    fn of_a_thing(&self, at: usize, end: usize) -> bool {
        let possessive = self.line.atoms.get(end.wrapping_sub(1)).is_some_and(|atom| atom.possessive);
        let opened = self.line.tells(at.wrapping_sub(1), Sense::IN.or(Sense::AT).or(Sense::ON));
        possessive && !opened && !self.line.is(at, Class::PREPOSITION)
    }

    /// A noun for a medium behind a preposition ("in an emailed statement") or as the object of giving one.
    #[inline(never)]
    fn medium(&mut self, at: usize, kind: MediumKind) {
        let line = self.line;
        let Some(atom) = line.atoms.get(at).filter(|atom| !atom.possessive) else { return };
        if line.atoms.get(at + 1).is_some_and(|next| next.paired && next.tells(Sense::MEDIUM)) {
            return;
        }
        // The "Post" is a paper.
        if line.is(at, Class::OUTLET_WORD) && line.is_capital(at) && line.is_capital(at.wrapping_sub(1)) {
            return;
        }
        self.heard(at, kind);
        // "a post on the company's blog" is a statement.
        let own =
            kind == SocialPost && line.tells(at + 1, Sense::ON) && line.find(at + 2..at + 6, Sense::SITE).is_some();
        let (kind, known) = if own { (Statement, SocialPost) } else { (kind, kind) };
        let noun = at - usize::from(atom.paired);
        if kind == PhoneCall && line.tells(noun, Sense::PUBLIC) {
            self.push(What::Mark(IN_PUBLIC), at..at + 1);
        }
        for before in (noun.saturating_sub(9)..noun).rev() {
            let Some(atom) = line.atoms.get(before) else { return };
            match atom.kind {
                AtomKind::Mark('.') => continue,
                AtomKind::Word | AtomKind::Number => {}
                _ => return,
            }
            if INTRODUCED.iter().any(|&(sense, set)| among(known, set) && atom.tells(sense)) {
                self.push(What::Medium(kind), before..at + 1);
                // The name beside a noun that is both medium and outlet ("the podcast “Field Marks”").
                if line.tells(at, Sense::OUTLET)
                    && let Some(outlet) = line.outlet(at)
                {
                    self.push(What::Outlet(outlet), at..outlet.end);
                }
                return;
            }
            // "in an episode of the podcast"
            if atom.is(Class::OF) && line.tells(before.wrapping_sub(1), Sense::EPISODE) {
                continue;
            }
            if atom.capital {
                continue;
            }
            if atom.tells(Sense::GIVING.or(Sense::EXHIBITING)) {
                return self.push(What::Medium(kind), before..at + 1);
            }
            let stops = Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATOR).or(Class::BE);
            if atom.is(stops.or(Class::MODAL) | Class::PRONOUN | Class::HAVE) {
                return;
            }
        }
    }

    /// "a jury heard", "court told".
    fn heard(&mut self, at: usize, kind: MediumKind) {
        let line = self.line;
        let told = line.atoms.get(at + 1).is_some_and(|next| next.entry.verb.is_some());
        if kind == Testimony
            && line.tells(at, Sense::TRIBUNAL)
            && line.tells(at + 1, Sense::HEARING)
            && !(told && line.is_word(at + 2))
            && let Some(span) = line.span(at..at + 1)
        {
            self.push(What::Medium(kind), at..at + 2);
            self.push(What::Addressee(Name::Words(span).into()), at..at + 1);
        }
    }

    /// "on Telegram", "to her Instagram account", "a Facebook post".
    fn network(&mut self, at: usize) {
        let line = self.line;
        let first = at - usize::from(line.atoms.get(at).is_some_and(|atom| atom.paired));
        let Some(name) = line.name(first..at + 1) else { return };
        // "X" is a network right behind its preposition only.
        let most = if name.len() == 1 { 1 } else { 4 };
        let opener = Sense::ON.or(Sense::BY).or(Sense::TOWARDS);
        let opened = (first.saturating_sub(most)..first).rev().find(|&i| line.tells(i, opener));
        let behind = line.medium(at + 1).is_some_and(|kind| among(kind, media(&[SocialPost, TextMessage, Video])))
            || line.tells(at + 1, Sense::ACCOUNT);
        if opened.is_some() || behind {
            self.push(What::Network(name), opened.unwrap_or(first)..at + 1);
        }
    }

    /// Phrases that a preposition or a verb opens.
    #[inline(never)]
    fn opened(&mut self, at: usize) {
        let line = self.line;
        if line.tells(at, Sense::CITING) && !line.is_title(at + 1) {
            let based = line.is(at + 1, Class::PREPOSITION) && line.tells(at + 1, Sense::ON);
            return self.earlier(What::Origin, at + 1 + usize::from(based));
        }
        let towards = line.tells(at, Sense::TOWARDS);
        if !towards && !line.tells(at, Sense::FROM) {
            return;
        }
        let before = at.wrapping_sub(1);
        let by = line.tells(at, Sense::BY);
        let mut outlet = line.outlet(at + 1);
        // "On “Sunrise Desk” she told the host": a programme.
        if line.tells(at, Sense::ON.or(Sense::BY))
            && line.is_title(at + 1)
            && line.find(0..line.atoms.len(), Sense::HOST).is_some()
        {
            outlet = outlet.or_else(|| line.programme(at + 1));
            self.push(What::Mark(PROGRAMME), at..at + 2);
        }
        if by {
            if line.tells(before, Sense::RELAYING) && outlet.is_none() {
                self.earlier(What::Reader, at + 1);
            }
            if line.tells(before, Sense::QUESTION) || line.medium(before) == Some(Interview) {
                return self.addressee(at + 1);
            }
        }
        let carried = by && (line.tells(before, Sense::CARRYING) || line.medium(before) == Some(NewsReport));
        // "seen by X": who saw it is not where it stood.
        outlet = outlet.filter(|_| !line.tells(before, Sense::LEAK)).or_else(|| self.journal(at));
        // What was shared with the article's own outlet was not said there.
        let own = towards && outlet.is_some_and(|outlet| line.context.is_own(outlet.span.of(line.text())));
        if let Some(outlet) = outlet.filter(|_| !own) {
            // "in a survey by X": its author; "carried by X": who hands it on.
            let what = if carried { What::Relay(outlet) } else { What::Outlet(outlet) };
            self.push(what, at + 1..outlet.end);
        } else if carried {
            self.place(at);
        }
        let talks =
            |i: usize| line.tells(i, Sense::TALKING) || line.medium(i).is_some_and(|kind| !among(kind, UNADDRESSED));
        // "gave another account to the Velm Post"
        let gave = outlet.is_some() && line.find(at.saturating_sub(5)..at, Sense::GIVING).is_some();
        if towards && (gave || talks(before) || line.is_word(before) && talks(at.wrapping_sub(2))) {
            self.addressee(at + 1);
        }
    }

    /// A capital name behind "published … in": a journal, by whatever name.
    fn journal(&self, at: usize) -> Option<Outlet> {
        let line = self.line;
        line.find(at.saturating_sub(3)..at, Sense::CARRYING).filter(|_| line.tells(at, Sense::IN))?;
        let start = at + 1 + usize::from(line.is(at + 1, Class::THE));
        let end = line.capital_run(start);
        let span = line.name(start..end).filter(|_| end >= start + 2)?;
        Some(Outlet { span, end, possessive: false, sense: Sense::default() })
    }

    fn addressee(&mut self, at: usize) {
        if let Some((hearer, end)) = self.line.hearer(at) {
            self.push(What::Addressee(hearer), at..end);
        }
    }

    fn earlier(&mut self, what: What, at: usize) {
        if let Some(phrase) = noun_phrase_from(self.line.atoms, at, self.line.atoms.len()) {
            return self.push(what, at..phrase.end);
        }
        // "inside sources": a word that may be a preposition, and people.
        if let Some(noun) = (at + 1..at + 3).find(|&i| self.line.is(i, Class::GROUP | Class::ROLE)) {
            self.push(what, at..noun + 1);
        }
    }

    /// "in Brussels", "outside court".
    fn place(&mut self, at: usize) {
        let line = self.line;
        let start = at + 1 + usize::from(line.is(at + 1, Class::DETERMINER | Class::POSSESSIVE));
        let timely = Class::WEEKDAY.or(Class::MONTH).or(Class::TIME);
        let end = if line.is_capital(start) && !line.is(start, timely) {
            line.capital_run(start)
        } else if let Some(noun) = line.find(start..start + 3, Sense::PLACE) {
            noun + 1
        } else {
            return;
        };
        self.push(What::Mark(PLACE), at..end);
    }

    #[inline(never)]
    fn marks(&mut self, at: usize) {
        let line = self.line;
        let Some(atom) = line.atoms.get(at) else { return };
        if atom.is(Class::LOCATING) || atom.tells(Sense::OUTSIDE) {
            self.place(at);
        }
        // "according to the affidavit", beside another cue.
        if atom.is(Class::ATTRIBUTING)
            && let Some(phrase) = noun_phrase_from(line.atoms, at + 2, line.atoms.len())
            && let Some(kind) = (at + 2..phrase.core_end).rev().find_map(|i| line.medium(i))
            && among(kind, PAPERS)
        {
            self.push(What::Paper(kind), at..phrase.core_end);
        }
        // What a law opened was not leaked.
        let by = || line.tells(at + 1, Sense::BY) && line.find(at..at + 14, Sense::LAW).is_none();
        let titled = line.is_title(at + 1);
        let court = || line.find(at.saturating_sub(3)..at + 5, Sense::TRIBUNAL).is_some();
        let rules = [
            (EXHIBIT, atom.tells(Sense::EXHIBITING) && court()),
            (OUTSIDE, atom.tells(Sense::OUTSIDE)),
            (LEAKED, atom.tells(Sense::LEAKED) || atom.tells(Sense::LEAK) && by()),
            (ACCOUNT, atom.span.of(line.text()).starts_with('@')),
            (TRANSCRIPT, atom.tells(Sense::TRANSCRIPT)),
            (
                PROGRAMME,
                atom.capital && (atom.tells(Sense::PROGRAMME) || atom.possessive && titled)
                    || atom.tells(Sense::PROGRAMME) && line.is_capital(at + 1),
            ),
        ];
        let marks = rules.iter().filter(|(_, holds)| *holds).fold(0, |marks, (mark, _)| marks | mark);
        if marks != 0 {
            self.push(What::Mark(marks), at..at + 1);
        }
    }
}
