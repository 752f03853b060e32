//! Where the clause of indirect speech ends.

use super::content::{Sentence, is_that};
use super::site::Site;
use super::subject::is_surely_verb;
use crate::lexicon::{Class, Frames, VerbForm};
use crate::syntax::{Atom, AtomKind, noun_phrase_from};

/// "calling", "taking".
fn is_participle(atom: &Atom) -> bool {
    atom.is_word() && (atom.is(Class::GERUND_ENDING) || atom.entry.forms.has(VerbForm::Gerund))
}

impl Sentence<'_> {
    /// Where the clause of cue `index` ends: at a semicolon, at the next cue that is not within it, or with the sentence.
    pub(super) fn clause_end(&self, index: usize, start: usize) -> usize {
        let mut end = self.range.end;
        if let Some(semicolon) = (start..end).find(|&i| self.atom(i).is_some_and(|a| a.is_mark(';'))) {
            end = semicolon;
        }
        end = self.own_cue(index, start, end).unwrap_or(end);
        end = self.comment(start, end).unwrap_or(end);
        end = self.outer_clause(index, start, end).unwrap_or(end);
        for other in self.sites.iter().skip(index + 1).filter(|other| other.start >= start) {
            if other.from >= end {
                break;
            }
            if let Some(cut) = self.cut_before(other, start) {
                end = end.min(cut);
                break;
            }
        }
        end
    }

    /// Where the clause around a cue goes on: "While he said he would run, the party …", "Reyes, who said he would run,
    /// left", "(She said he would run)".
    pub(super) fn outer_clause(&self, index: usize, start: usize, end: usize) -> Option<usize> {
        let site = self.sites.get(index)?;
        let closing = (start..end).scan(0i32, |depth, at| {
            match self.atom(at).map(|a| a.kind) {
                Some(AtomKind::Mark('(')) => *depth += 1,
                Some(AtomKind::Mark(')')) => *depth -= 1,
                _ => {}
            }
            Some((at, *depth))
        });
        let bracket = closing.into_iter().find(|&(_, depth)| depth < 0).map(|(at, _)| at);
        let first = (self.range.start..site.start).find(|&at| {
            self.atom(at).is_some_and(|a| {
                a.is_word() && !a.is(Class::COORDINATOR) && !(a.is(Class::ADVERB) && !a.is(Class::SUBORDINATOR))
            })
        });
        let hangs = match first {
            Some(first) => {
                let comma = |at: usize| self.atom(at).is_some_and(|a| a.is_mark(','));
                self.atom(first).is_some_and(|a| a.is(Class::SUBORDINATOR) && !a.is(Class::DETERMINER))
                    && !(first..site.start).any(comma)
            }
            // "Asked by Reyes whether it was lost, Okafor left"
            None => self.atom(site.end).is_some_and(|a| a.is_word() && a.is(Class::AGENT_MARKER)),
        };
        // A comma may stand within marks: `After Reyes said it was "a mess," Okafor left`.
        let comma = |at: usize| match self.atom(at)? {
            a if a.is_mark(',') => Some(at),
            a if a.pointed && a.quotation().is_some() => Some(at + 1).filter(|&next| hangs && next < end),
            _ => None,
        };
        let main = (start + 2..end)
            .filter_map(comma)
            .find(|&at| hangs || site.relative && self.atom(at + 1).is_some_and(is_surely_verb));
        bracket.into_iter().chain(main).min()
    }

    /// A comma or dash after which the article speaks again: ", which …", " - this time “…”". Cutting before ", but", at
    /// every dash, before a participle or a coordinated clause as well was tried on polnear-train, and costs 0.2 to
    /// 0.3 of F1 of indirect speech each.
    pub(super) fn comment(&self, start: usize, end: usize) -> Option<usize> {
        const REACH: usize = 4;
        (start + 3..end).find(|&at| {
            let Some(atom) = self.atom(at) else { return false };
            let commenting = self.atom(at + 1).is_some_and(|a| a.is_word() && !a.capital && a.is(Class::COMMENTING));
            let quotation_soon = || (at + 1..at + REACH).any(|i| self.atom(i).is_some_and(|a| a.quotation().is_some()));
            // ", with Okafor calling it"
            let aside = || {
                let with = self.atom(at + 1).is_some_and(|a| a.is_word() && a.is(Class::PREPOSITION));
                let phrase = with.then(|| noun_phrase_from(self.atoms, at + 2, end)).flatten();
                phrase.and_then(|phrase| self.atom(phrase.end)).is_some_and(is_participle)
            };
            match atom.kind {
                AtomKind::Mark(',') => commenting || aside(),
                AtomKind::Mark('—') => commenting || quotation_soon(),
                _ => false,
            }
        })
    }

    /// The first quotation in `start..end` that has a cue of its own after it, past the mark that introduces it.
    pub(super) fn own_cue(&self, index: usize, start: usize, end: usize) -> Option<usize> {
        let at = (start..end).find(|&at| {
            self.atom(at).is_some_and(|a| a.quotation().is_some())
                && self.cue_after(at).is_some_and(|site| site != index)
        })?;
        let introduced = at
            .checked_sub(1)
            .and_then(|before| self.atom(before))
            .is_some_and(|a| matches!(a.kind, AtomKind::Mark(':' | ',' | '—')));
        introduced.then_some(at - 1)
    }

    /// Where the content before `other` ends, if `other` is a cue beside it and not within it.
    pub(super) fn cut_before(&self, other: &Site, start: usize) -> Option<usize> {
        let before = other.from.checked_sub(1).filter(|&b| b >= start)?;
        let atom = self.atom(before)?;
        let comma_before =
            |at: usize| at.checked_sub(1).filter(|&b| b > start && self.atom(b).is_some_and(|a| a.is_mark(',')));
        if other.is_frame() {
            return Some(comma_before(other.from).unwrap_or(other.from));
        }
        if atom.is_mark(',') && (other.gerund || (!other.relative && self.ends_after(other))) {
            return Some(before);
        }
        let within = other.subject.is_some_and(|subject| subject.start >= start);
        // "Reyes denied the leak, called the report …"
        if atom.is_mark(',') && other.inherited && !within && !other.relative && !other.unreal {
            return Some(before);
        }
        let shared = other.inherited && !within && other.frames.has(Frames::QUOTE.or(Frames::CLAUSE)) && !other.unreal;
        // "Reyes saying it was late and Okafor calling it “…”"
        let own = other.gerund && within;
        if atom.is(Class::COORDINATOR) && atom.is_word() && (shared || own || comma_before(before).is_some()) {
            return Some(comma_before(before).unwrap_or(before));
        }
        if atom.is(Class::SUBORDINATOR)
            && atom.is_word()
            && !is_that(atom)
            && comma_before(before).is_some()
            && !other.inherited
        {
            return comma_before(before);
        }
        None
    }

    pub(super) fn ends_after(&self, site: &Site) -> bool {
        self.atom(site.to).is_none_or(|a| !a.is_word() && a.kind != AtomKind::Number || a.is(Class::PREPOSITION))
    }

    pub(super) fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start
            && self
                .atom(end - 1)
                .is_some_and(|a| matches!(a.kind, AtomKind::Mark('.' | '!' | '?' | ',' | ';' | '—' | ':')))
        {
            end -= 1;
        }
        end
    }
}
