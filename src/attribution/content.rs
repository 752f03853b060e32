//! What a cue attributes: the quotations beside it, and the clause of indirect speech.

use super::site::Site;
use super::subject::{is_adverbial, is_verb_like};
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};
use std::ops::Range;

/// A sentence with its cues.
pub(super) struct Sentence<'a> {
    /// The paragraph's atoms.
    pub atoms: &'a [Atom],
    /// The sentence's atoms.
    pub range: Range<usize>,
    /// Its cues, in order.
    pub sites: Vec<Site>,
}

/// How a quotation hangs on a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `"…," she said`
    CueAfter,
    /// `She said: "…"`, with nothing between that matters.
    CueBefore,
    /// `She said the plan was "…"`
    Within,
    /// `The "…" plan would fail, she said`
    ClauseAfter,
}

impl Sentence<'_> {
    pub(super) fn atom(&self, at: usize) -> Option<&Atom> {
        self.atoms.get(at).filter(|_| self.range.contains(&at))
    }

    /// Whether the mood of a verb shows that the sentence tells what others said.
    pub(super) fn is_told(&self) -> bool {
        self.range.clone().any(|at| self.atom(at).is_some_and(|a| a.is_word() && a.is(Class::REPORTED)))
    }

    /// Whether the first finite verb of the sentence is in that mood.
    pub(super) fn is_told_first(&self) -> bool {
        const FINITE: Class = Class::BE.or(Class::HAVE).or(Class::MODAL).or(Class::VERB).or(Class::REPORTED);
        let mut words = self.range.clone().filter_map(|at| self.atom(at)).filter(|a| a.is_word() && !a.is(Class::NOUN));
        words.find(|a| a.is(FINITE)).is_some_and(|a| a.is(Class::REPORTED))
    }

    /// The cue of the quotation at atom `at`, as an index into `sites`.
    pub(super) fn cue_of(&self, at: usize) -> Option<(usize, Link)> {
        let after = self.cue_after(at);
        let before = self.cue_before(at);
        match (after, before) {
            (Some(site), Some((other, true))) if self.is_introduced(other, at) && !self.follows_closely(site, at) => {
                Some((other, Link::CueBefore))
            }
            (Some(site), _) => Some((site, Link::CueAfter)),
            (None, Some((site, adjacent))) => Some((site, if adjacent { Link::CueBefore } else { Link::Within })),
            // "nannte den Plan „…“ gescheitert", "dass er den Plan „…“ nannte"
            (None, None) => {
                let around = self.sites.iter().position(|site| site.settled && site.from <= at && at < site.to);
                let around = around.map(|site| (site, Link::Within));
                around.or_else(|| self.clause_after(at).map(|site| (site, Link::ClauseAfter)))
            }
        }
    }

    /// `"…," she said`: subject and verb begin right after the quotation, perhaps past a comma.
    pub(super) fn cue_after(&self, at: usize) -> Option<usize> {
        let mut next = at + 1;
        while self.atom(next).is_some_and(|a| matches!(a.kind, AtomKind::Mark(',' | '—')) || is_as(a)) {
            next += 1;
        }
        let before = at.checked_sub(1).and_then(|before| self.atom(before));
        // `the "Never Again" group said`
        let pointed = self.atom(at).is_some_and(|a| a.pointed);
        // `to chants of "Go!," the mayor said her plan …`
        let owned =
            before.is_some_and(|b| b.is_word() && (b.is(Class::DETERMINER.or(Class::POSSESSIVE)) || b.possessive));
        let hangs = owned || before.is_some_and(|b| b.is_word() && b.is(Class::PREPOSITION));
        let within_phrase = next == at + 1 && !pointed && owned;
        if within_phrase {
            return None;
        }
        let found = self.sites.iter().position(|site| {
            // Where the verb stands second, it stands right after the quotation, or hangs ("wie sie sagte").
            (self.reaches(next, site) && (!site.settled || site.inverted) || site.settled && site.from + 1 == next)
                && !site.negated
                && (!site.gerund || site.relayed)
                && site.subject.is_some()
                && !site.inherited
                && !site.relative
                && (site.frames.has(Frames::QUOTE) || pointed)
                && (site.inverted || self.ends_cue(site) || pointed && !hangs)
        })?;
        // `"…," the Post quoted Reyes as saying`: whose words they are.
        let relays = |site: &Site| {
            site.relayed
                && site.subject.is_some_and(|subject| self.sites.get(found).is_some_and(|s| s.end == subject.start))
        };
        Some(found + usize::from(self.sites.get(found + 1).is_some_and(relays)))
    }

    /// Whether a cue and its subject begin at `next`, or right after words that belong to the subject: "the tall, bearded
    /// man said", "CBS This Morning host Dana Reyes said".
    fn reaches(&self, next: usize, site: &Site) -> bool {
        const MOST: usize = 4;
        let opens = |a: &Atom| a.is_word() && (a.capital || a.is(Class::DETERMINER.or(Class::POSSESSIVE)));
        let belongs = |a: &Atom| {
            a.is_mark(',')
                || a.is_word()
                    && !is_verb_like(a)
                    && (a.capital || !a.is(Class::PREPOSITION.or(Class::COORDINATOR).or(Class::PRONOUN)))
        };
        site.from == next
            || site.from > next
                && site.from <= next + MOST
                && !site.inverted
                && self.atom(next).is_some_and(opens)
                && (next..site.from).all(|at| self.atom(at).is_some_and(belongs))
    }

    /// Whether a cue with its subject before it ends where its verb does, but for a setting or somebody told.
    pub(super) fn ends_cue(&self, site: &Site) -> bool {
        site.frames.has(Frames::ADDRESSEE)
            || self.atom(site.to).is_none_or(|a| match a.kind {
                AtomKind::Mark(_) | AtomKind::Quotation(_) => true,
                AtomKind::Number => false,
                AtomKind::Word => {
                    const SETTING: Class = Class::PREPOSITION
                        .or(Class::TIME)
                        .or(Class::WEEKDAY)
                        .or(Class::SUBORDINATOR)
                        .or(Class::COORDINATOR)
                        .or(Class::OBJECT);
                    a.is(SETTING) || is_adverbial(a) || a.entry.forms.has(VerbForm::Gerund)
                }
            })
    }

    /// The nearest cue before, and whether nothing that matters stands between.
    pub(super) fn cue_before(&self, at: usize) -> Option<(usize, bool)> {
        const GOVERNING: Frames = Frames::NOUN.or(Frames::CLAUSE).or(Frames::ADDRESSEE);
        const REPORTING: Frames = Frames::QUOTE.or(GOVERNING);
        let introduced = at
            .checked_sub(1)
            .and_then(|before| self.atom(before))
            .is_some_and(|a| is_that(a) || a.quotation().is_some() || matches!(a.kind, AtomKind::Mark(_)));
        let reports = |site: &Site| {
            let reporting = site.frames.has(REPORTING);
            // What only takes words in marks ("smiled") governs none further on.
            let governs = site.frames.has(GOVERNING)
                || site.frames.has(Frames::THAT) && self.that_within(site, site.to).is_some();
            let governing = governs && !self.is_aside(site);
            (reporting || introduced) && self.is_bridge(site, at) || governing
        };
        let usable = |site: &Site| site.to <= at && !site.negated && reports(site);
        // "asked to repeat" gives way to what was said, "did not say" to anything.
        let said = self.sites.iter().rposition(|site| usable(site) && (!site.unreal || self.is_named(site)));
        let unreal = || self.sites.iter().rposition(usable);
        let voiced = || {
            self.sites
                .iter()
                .rposition(|site| site.to <= at && !site.negated && !site.gerund && site.frames.has(REPORTING))
        };
        let refused = || self.sites.iter().rposition(|site| site.to <= at && self.is_bridge(site, at));
        let index = said.or_else(unreal).or_else(voiced).or_else(refused)?;
        let site = self.sites.get(index)?;
        Some((index, self.is_bridge(site, at)))
    }

    /// "would say": the verb has a subject of its own.
    fn is_named(&self, site: &Site) -> bool {
        !site.inherited && !self.atom(site.start).is_some_and(|a| a.is(Class::INFINITIVE_MARKER))
    }

    /// "as Reyes noted": governs no quotation further on.
    pub(super) fn is_aside(&self, site: &Site) -> bool {
        let before = site.from.checked_sub(1).and_then(|before| self.atom(before));
        before.is_some_and(|a| a.is_word() && a.is(Class::ROLE_MARKER))
    }

    /// Whether only "that", marks, adverbs, times, an addressee or a setting stand between a cue and a quotation.
    pub(super) fn is_bridge(&self, site: &Site, at: usize) -> bool {
        let mut from = site.to;
        if self.atom(from.wrapping_sub(1)).is_some_and(|a| a.is_mark(':')) {
            return true;
        }
        if at.checked_sub(1).and_then(|before| self.atom(before)).is_some_and(|a| a.is_mark(':')) {
            return true;
        }
        for _ in 0..4 {
            from = self.skip_light(from, at);
            if from >= at {
                return true;
            }
            let Some(atom) = self.atom(from) else { return false };
            if atom.is_word() && atom.is(Class::PREPOSITION) || site.frames.has(Frames::ADDRESSEE) {
                let start = from + usize::from(atom.is(Class::PREPOSITION) && atom.is_word());
                match noun_phrase_from(self.atoms, start, at) {
                    Some(phrase) => from = phrase.end,
                    None => return false,
                }
            } else {
                return false;
            }
        }
        from >= at
    }

    pub(super) fn skip_light(&self, mut from: usize, high: usize) -> usize {
        while from < high
            && self.atom(from).is_some_and(|a| {
                matches!(a.kind, AtomKind::Mark(',' | ':' | '—' | '(' | ')'))
                    || is_adverbial(a)
                    || (a.is_word() && (a.is(Class::TIME.or(Class::WEEKDAY)) || is_that(a)))
            })
        {
            from += 1;
        }
        from
    }

    /// `She said, "…"`: a comma or colon stands right before the quotation, or the verb itself does.
    pub(super) fn is_introduced(&self, site: usize, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.atom(before));
        before.is_some_and(|b| matches!(b.kind, AtomKind::Mark(',' | ':')))
            || self.sites.get(site).is_some_and(|site| site.end == at)
    }

    /// Whether the cue after a quotation is followed by no content of its own, so that the quotation must be it.
    pub(super) fn follows_closely(&self, site: usize, at: usize) -> bool {
        let _ = at;
        let Some(site) = self.sites.get(site) else { return false };
        self.atom(site.to).is_none_or(|a| matches!(a.kind, AtomKind::Mark('.' | '!' | '?' | ';')))
            && !self.atoms.get(at + 1).is_some_and(|a| a.is(Class::COORDINATOR))
    }

    /// A cue at the end of the sentence whose content is all before it.
    pub(super) fn clause_after(&self, at: usize) -> Option<usize> {
        self.sites.iter().position(|site| site.from > at && self.preposed(site).is_some())
    }
}

fn is_as(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::ROLE_MARKER) && !atom.capital
}

/// "that" as the word before a content clause.
pub(super) fn is_that(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::COMPLEMENTIZER)
}

/// Whether words in marks begin with the verb of the sentence around them: `the bridge "is held up by paint"`.
pub(super) fn begins_with_verb(atom: &Atom) -> bool {
    atom.quotation().is_some() && atom.is(Class::VERB)
}

pub(super) fn is_question_word(atom: &Atom) -> bool {
    atom.is_word() && atom.is(Class::INTERROGATIVE)
}

/// Whether the words from an atom on look like a finite clause rather than a fragment.
pub(super) fn has_clause(atoms: &[Atom]) -> bool {
    let Some(first) = atoms.iter().position(|a| !matches!(a.kind, AtomKind::Mark(_))) else { return false };
    let finite = |a: &Atom| is_verb_like(a) && !a.entry.forms.has(VerbForm::Gerund);
    let starts_sentence = atoms.get(first).is_some_and(|a| a.capital);
    if starts_sentence {
        return atoms.iter().skip(first).any(finite);
    }
    let Some(phrase) = noun_phrase_from(atoms, first, atoms.len()) else { return false };
    let mut at = phrase.end;
    while atoms.get(at).is_some_and(is_adverbial) {
        at += 1;
    }
    atoms.get(at).is_some_and(finite)
}
