//! What a sentence says of where, when and how something was said.

use super::addressee::addressee_from;
use super::dates::{Date, When};
use super::outlets::{OutletName, Words, without_possessive};
use super::time::Clock;
use super::words::{Meaning, Sense, meaning_at, pair_ending_at};
use super::words::{Word, word};
use super::{Hearer, Name};
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use crate::text::Span;
use crate::vocabulary::MediumKind;
use std::ops::Range;

/// How a sentence brings an outlet in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// "with X", "to X".
    To,
    /// "in X", "on X".
    In,
    /// "carried by X".
    By,
}

/// Something that a sentence says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    Time(When),
    Medium(MediumKind),
    /// A network, by the words of its name.
    Network(Span),
    Outlet(OutletName, Frame),
    Addressee(Hearer),
    Place,
    /// "citing two officials": an earlier source.
    Origin,
    /// "outside the court": in public.
    Outside,
    /// "according to the document": what the words are read from.
    Paper(MediumKind),
    /// "read by her lawyer".
    Reader,
    /// "seen by".
    Leaked,
    Account,
    Transcript,
    Programme,
}

/// Something that a sentence says, and the words that say it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fact {
    pub what: What,
    pub span: Span,
}

/// More than this are not read of one sentence: its length is anybody's, the time to read it is not.
const MOST: usize = 64;

/// Reads a sentence.
pub(super) struct Scanner<'a> {
    pub words: Words<'a>,
    pub clock: Clock<'a>,
    pub range: Range<usize>,
    facts: Vec<Fact>,
}

impl<'a> Scanner<'a> {
    pub fn new(words: Words<'a>, range: Range<usize>, published: Option<Date>) -> Self {
        let clock = Clock { text: words.text, atoms: words.atoms, published };
        Self { words, clock, range, facts: Vec::new() }
    }

    /// All that it says, in its order.
    pub fn facts(mut self) -> Vec<Fact> {
        let mut past_time = self.range.start;
        for at in self.range.clone() {
            if self.facts.len() >= MOST {
                break;
            }
            let Some(atom) = self.atom(at).filter(|atom| matches!(atom.kind, AtomKind::Word | AtomKind::Number)) else {
                continue;
            };
            if at >= past_time
                && let Some((when, end)) = self.time_at(at).filter(|&(_, end)| !self.of_a_thing(at, end))
            {
                self.push(What::Time(when), at..end);
                past_time = end;
            }
            let word = word(self.words.text, Some(&atom));
            let meaning = meaning_at(self.words.text, self.words.atoms, at);
            self.medium(at, meaning);
            self.network(at, meaning);
            self.phrases(at, word, meaning);
            self.marks_of_way(at, &atom, word, meaning);
        }
        self.facts
    }

    fn atom(&self, at: usize) -> Option<Atom> {
        self.words.atoms.get(at).copied().filter(|_| self.range.contains(&at))
    }

    fn push(&mut self, what: What, atoms: Range<usize>) {
        if let (Some(first), Some(last)) = (self.atom(atoms.start), self.atom(atoms.end.saturating_sub(1))) {
            self.facts.push(Fact { what, span: first.span.cover(last.span) });
        }
    }

    fn word(&self, at: usize) -> Word<'a> {
        word(self.words.text, self.atom(at).as_ref())
    }

    fn time_at(&self, at: usize) -> Option<(When, usize)> {
        // "in a 2014 interview"
        let year = self.atom(at).filter(|atom| atom.kind == AtomKind::Number && atom.span.len() == 4);
        let noun = |i: usize| meaning_at(self.words.text, self.words.atoms, i).medium.is_some();
        if year.is_some() && (noun(at + 1) || noun(at + 2)) {
            let word = self.word(at);
            let year = super::dates::number(word.0).filter(|year| (1000..=2999).contains(year));
            return year.map(|year| (When::Year(year as i16), at + 1));
        }
        self.clock.time_at(at).filter(|&(_, end)| end <= self.range.end)
    }

    /// "condemned Friday's test": the day of the test. "At Friday's debate" is when it was said.
    fn of_a_thing(&self, at: usize, end: usize) -> bool {
        let possessive = end.checked_sub(1).and_then(|last| self.atom(last)).is_some_and(|atom| atom.possessive);
        let before = self.word(at.wrapping_sub(1));
        let preposition = before.is_any("at in on during");
        let own = self.atom(at).is_some_and(|atom| atom.is(Class::PREPOSITION));
        possessive && !preposition && !own
    }

    /// A noun for a medium behind a preposition ("in an emailed statement") or as the object of giving one.
    fn medium(&mut self, at: usize, meaning: Meaning) {
        let next = pair_ending_at(self.words.text, self.words.atoms, at + 1);
        if next.medium.is_some() && self.range.contains(&(at + 1)) {
            return;
        }
        let pair = pair_ending_at(self.words.text, self.words.atoms, at);
        let Some(kind) = pair.medium.or(meaning.medium) else { return };
        if self.atom(at).is_some_and(|atom| atom.possessive) {
            return;
        }
        let noun = at - usize::from(pair.medium.is_some());
        self.heard(at, kind);
        for before in (noun.saturating_sub(9).max(self.range.start)..noun).rev() {
            let Some(atom) = self.atom(before) else { return };
            if atom.is_mark('.') {
                continue;
            }
            if !matches!(atom.kind, AtomKind::Word | AtomKind::Number) {
                return;
            }
            let word = word(self.words.text, Some(&atom));
            let kind = if self.on_own_site(at, kind) { MediumKind::Statement } else { kind };
            if introduces(word, kind) || kind == MediumKind::Statement && introduces(word, MediumKind::SocialPost) {
                self.push(What::Medium(kind), before..at + 1);
                return self.named_medium(at, meaning);
            }
            // "in an episode of the podcast"
            if word == "of" && self.word(before.wrapping_sub(1)).is_any("episode edition recording") {
                continue;
            }
            let gives = meaning_at(self.words.text, self.words.atoms, before).has(Sense::Giving);
            if gives && !atom.capital {
                return self.push(What::Medium(kind), before..at + 1);
            }
            let stops = Class::PREPOSITION.or(Class::RELATIVE).or(Class::COORDINATOR).or(Class::BE).or(Class::MODAL);
            if atom.is(stops | Class::PRONOUN | Class::HAVE) && !atom.capital {
                return;
            }
        }
    }

    /// "on Telegram", "to her Instagram account", "a Facebook post".
    fn network(&mut self, at: usize, meaning: Meaning) {
        let Some(atom) = self.atom(at).filter(|atom| atom.capital) else { return };
        let pair = pair_ending_at(self.words.text, self.words.atoms, at);
        if !(meaning.has(Sense::Network) || pair.has(Sense::Network)) {
            return;
        }
        let first = at - usize::from(pair.has(Sense::Network));
        let whole = self.atom(first).map_or(atom.span, |a| a.span.cover(atom.span));
        let name = without_possessive(whole.of(self.words.text));
        let near = |i: usize| self.word(i).is_any("on via to through");
        let single = name.chars().count() == 1;
        let opened =
            (first.saturating_sub(if single { 1 } else { 4 }).max(self.range.start)..first).rev().find(|&i| near(i));
        let follows = "post posts account page feed message video story thread channel";
        let noun = self.word(at + 1).is_any(follows);
        if opened.is_some() || noun {
            let name = Span::new(whole.start, whole.start + name.len());
            self.push(What::Network(name), opened.unwrap_or(first)..at + 1);
        }
    }

    /// Phrases that a preposition or a verb opens.
    fn phrases(&mut self, at: usize, word: Word<'_>, meaning: Meaning) {
        let frame = match word.find("with to by in on from for of") {
            Some(0 | 1) => Frame::To,
            Some(2) => Frame::By,
            Some(_) => Frame::In,
            None => {
                if meaning.has(Sense::Citing) && self.atom(at + 1).is_none_or(|next| next.quotation().is_none())
                    || word == "based" && self.word(at + 1).is("on")
                {
                    self.earlier(What::Origin, at + 1 + usize::from(word == "based"));
                }
                return;
            }
        };
        let before = at.checked_sub(1).map(|i| meaning_at(self.words.text, self.words.atoms, i)).unwrap_or_default();
        let outlet = self.words.outlet_from(at + 1).filter(|outlet| outlet.end <= self.range.end);
        if frame == Frame::By {
            if before.has(Sense::Relaying) && outlet.is_none() {
                self.earlier(What::Reader, at + 1);
            }
            let asked = before.has(Sense::Asking) || self.word(at.wrapping_sub(1)).is("asked");
            if asked || self.word(at.wrapping_sub(1)).0.starts_with("interview") {
                self.addressee(at + 1);
                return;
            }
        }
        let talks = frame == Frame::To
            && (self.has_before(at, 2, |m| m.has(Sense::Talking))
                || self.has_before(at, 2, |m| m.medium.is_some_and(is_addressed)));
        // "in a survey by X": its author; "carried by X": who hands it on.
        let handed = before.has(Sense::Carrying) || before.medium == Some(MediumKind::NewsReport);
        let frame = if frame == Frame::By && !handed { Frame::In } else { frame };
        // "seen by X": who saw it is not where it stood.
        let outlet = outlet.filter(|_| word != "of" && !before.has(Sense::Leak)).or_else(|| self.journal(at));
        if let Some(outlet) = outlet {
            let (from, end) = (at + 1, outlet.end);
            self.push(What::Outlet(outlet, frame), from..end);
        } else if word.is_any("in on") || frame == Frame::By && before.has(Sense::Carrying) {
            self.place(at);
        }
        if talks {
            self.addressee(at + 1);
        }
    }

    /// "a post on the company's blog" is a statement.
    fn on_own_site(&self, at: usize, kind: MediumKind) -> bool {
        let site = |i: usize| self.word(i).is_any("blog website site");
        kind == MediumKind::SocialPost && self.word(at + 1).is("on") && (at + 2..at + 6).any(site)
    }

    /// "a jury heard", "court told".
    fn heard(&mut self, at: usize, kind: MediumKind) {
        let tribunal = meaning_at(self.words.text, self.words.atoms, at).has(Sense::Tribunal);
        let hears = meaning_at(self.words.text, self.words.atoms, at + 1).has(Sense::Hearing);
        let told = self.word(at + 1).is("told");
        let headline = told && self.atom(at + 2).is_none_or(|next| !next.is_word());
        if kind == MediumKind::Testimony && tribunal && hears && (!told || headline) {
            self.push(What::Medium(kind), at..at + 2);
            if let Some(span) = span_of(self.words.atoms, at..at + 1) {
                self.push(What::Addressee(Name::Words(span).into()), at..at + 1);
            }
        }
    }

    /// The name beside a noun that is both medium and outlet ("the podcast “Field Marks”").
    fn named_medium(&mut self, at: usize, meaning: Meaning) {
        if meaning.has(Sense::Outlet)
            && let Some(outlet) = self.words.outlet_from(at).filter(|outlet| outlet.end <= self.range.end)
        {
            let end = outlet.end;
            self.push(What::Outlet(outlet, Frame::In), at..end);
        }
    }

    /// A capital name behind "published … in": a journal, by whatever name.
    fn journal(&self, at: usize) -> Option<OutletName> {
        let published = |i: usize| self.word(i).is_any("published appeared appearing printed");
        let near = (at.saturating_sub(3).max(self.range.start)..at).any(published);
        let end = self.words.capital_run(at + 1);
        if !self.word(at).is("in") || !near || end < at + 3 || end > self.range.end {
            return None;
        }
        let span = span_of(self.words.atoms, at + 1..end)?;
        let name = without_possessive(span.of(self.words.text));
        let span = Span::new(span.start, span.start + name.len());
        Some(OutletName { span, end, possessive: false, broadcaster: false, agency: false })
    }

    fn has_before(&self, at: usize, most: usize, test: impl Fn(Meaning) -> bool) -> bool {
        (at.saturating_sub(most).max(self.range.start)..at)
            .rev()
            .take_while(|&i| self.atom(i).is_some_and(|atom| atom.is_word()))
            .any(|i| test(meaning_at(self.words.text, self.words.atoms, i)))
    }

    fn addressee(&mut self, at: usize) {
        if let Some((addressee, end)) = addressee_from(self.words, at, self.range.end) {
            self.push(What::Addressee(addressee), at..end);
        }
    }

    fn earlier(&mut self, what: What, at: usize) {
        if let Some(phrase) = noun_phrase_from(self.words.atoms, at, self.range.end) {
            return self.push(what, at..phrase.end);
        }
        // "inside sources": a word that may be a preposition, and people.
        let people = Class::GROUP.or(Class::ROLE);
        if let Some(noun) = (at + 1..at + 3).find(|&i| self.atom(i).is_some_and(|atom| atom.is(people))) {
            self.push(what, at..noun + 1);
        }
    }

    /// "according to the affidavit", beside another cue.
    fn paper(&mut self, at: usize) {
        let Some(phrase) = noun_phrase_from(self.words.atoms, at + 2, self.range.end) else { return };
        let medium = |i: usize| meaning_at(self.words.text, self.words.atoms, i).medium;
        if let Some(kind) = (at + 2..phrase.core_end).rev().find_map(medium).filter(|&kind| is_paper(kind)) {
            self.push(What::Paper(kind), at..phrase.core_end);
        }
    }

    /// "in Brussels", "outside court".
    fn place(&mut self, at: usize) {
        let opener = |i: usize| self.atom(i).is_some_and(|a| a.is(Class::DETERMINER | Class::POSSESSIVE) && !a.capital);
        let start = at + 1 + usize::from(opener(at + 1));
        let Some(atom) = self.atom(start) else { return };
        let timely = Class::WEEKDAY.or(Class::MONTH).or(Class::TIME);
        let common = |i: usize| meaning_at(self.words.text, self.words.atoms, i).has(Sense::Place);
        let end = if atom.capital && atom.is_word() && !atom.is(timely) {
            self.words.capital_run(start)
        } else if let Some(noun) = (start..start + 3).find(|&i| common(i)) {
            noun + 1
        } else {
            return;
        };
        self.push(What::Place, at..end);
    }

    fn marks_of_way(&mut self, at: usize, atom: &Atom, word: Word<'_>, meaning: Meaning) {
        if word.is_any("at outside near inside") {
            self.place(at);
        }
        if word == "outside" {
            self.push(What::Outside, at..at + 1);
        }
        if word == "according" && self.word(at + 1).is("to") {
            self.paper(at);
        }
        // What a law opened was not leaked.
        let by_law = |i: usize| self.word(i).is_any("law laws act information request");
        let leaks = word == "leaked" || self.word(at + 1).is("by") && !(at..at + 14).any(by_law);
        if meaning.has(Sense::Leak) && leaks {
            self.push(What::Leaked, at..at + 1);
        }
        if atom.span.of(self.words.text).starts_with('@') || word == "account" && self.word(at + 1).is("called") {
            self.push(What::Account, at..at + 1);
        }
        // "…," she replied, the affidavit says.
        let papers = at.checked_sub(1).map(|i| meaning_at(self.words.text, self.words.atoms, i)).and_then(|m| m.medium);
        let the = at.checked_sub(2).and_then(|i| self.atom(i)).is_some_and(|atom| atom.is(Class::DETERMINER));
        if let Some(kind) = papers.filter(|&kind| the && is_paper(kind) && word.is_any("says said shows states")) {
            self.push(What::Paper(kind), at - 2..at);
        }
        if word.is_any("transcript recording") {
            self.push(What::Transcript, at..at + 1);
        }
        let episode = meaning.medium == Some(MediumKind::BroadcastInterview) && self.word(at + 1).is("of");
        let of_title = self.atom(at + 2).is_some_and(|next| next.quotation().is_some() || next.capital);
        if episode && of_title {
            self.push(What::Programme, at..at + 1);
        }
        let titled = self.atom(at + 1).is_some_and(|next| next.quotation().is_some());
        if atom.capital && meaning.has(Sense::Programme) || atom.possessive && atom.capital && titled {
            self.push(What::Programme, at..at + 1);
        }
    }
}

/// Whether it is something written that others' words stand in.
pub(super) fn is_paper(kind: MediumKind) -> bool {
    use MediumKind::*;
    matches!(kind, CourtFiling | Report | Letter | Email | Book | Statement)
}

/// Whether what follows by "to" or "with" is who is spoken to.
fn is_addressed(kind: MediumKind) -> bool {
    use MediumKind::*;
    !matches!(kind, Meeting | Report | CourtFiling | Book | Article | NewsReport | Survey | Debate | Testimony | Video)
}

/// Whether a preposition makes a noun of this kind the medium.
fn introduces(preposition: Word<'_>, kind: MediumKind) -> bool {
    use MediumKind::*;
    match preposition.find("in during at on by via over under") {
        Some(0 | 1) => true,
        Some(2) => matches!(kind, NewsConference | Speech | Rally | Debate | Meeting | Testimony | Interview),
        Some(3) => matches!(kind, PhoneCall | Podcast | BroadcastInterview | SocialPost | Video | Article),
        Some(4) => matches!(kind, PhoneCall | Email | TextMessage | Letter),
        Some(5) => matches!(kind, PhoneCall | Email | TextMessage | SocialPost | Video),
        Some(6) => kind == PhoneCall,
        Some(7) => kind == Testimony,
        _ => false,
    }
}

pub(super) fn span_of(atoms: &[Atom], range: Range<usize>) -> Option<Span> {
    let (first, last) = (atoms.get(range.start)?, atoms.get(range.end.checked_sub(1)?)?);
    Some(first.span.cover(last.span))
}
