//! Quotations with a cue in their sentence or around them, and how they are given.

use super::content::{Link, Sentence, has_clause};
use super::finder::{Finder, Judgement, Scene};
use crate::entity::Mention;
use crate::lexicon::Class;
use crate::quotation::Quotation;
use crate::syntax::Atom;
use crate::vocabulary::Form;
use std::ops::Range;

impl Finder<'_> {
    /// A quotation with a cue in its sentence.
    pub(super) fn cued(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        (at, index, quotation): (usize, usize, &Quotation),
        (site_index, link): (usize, Link),
        by_site: &mut [Option<usize>],
        clauses: &[(Range<usize>, usize)],
    ) {
        let Some(site) = sentence.sites.get(site_index) else { return };
        // The words began in the paragraph before, which names nobody: this cue is theirs as well.
        let begun = quotation.continues.and_then(|before| self.by_quotation.get(before).copied().flatten());
        if let Some(begun) = begun.filter(|&begun| self.utterances.get(begun).is_some_and(|u| u.cue.is_none())) {
            let source = site.subject.map(|subject| self.mention(scene, sentence.atoms, &subject));
            let cue = self.cue(sentence.atoms, site);
            self.extend(begun, index, quotation);
            if let Some(utterance) = self.utterances.get_mut(begun) {
                (utterance.source, utterance.cue) = (source, Some(cue));
                (utterance.rule, utterance.confidence) = ("cue-after", 0.95);
            }
            return;
        }
        // `"A," she said, "B."`: the cue interrupts one utterance.
        if let Some(earlier) = by_site.get(site_index).copied().flatten()
            && link == Link::CueBefore
            && self.utterances.get(earlier).is_some_and(|u| u.rule == "cue-after")
        {
            self.extend(earlier, index, quotation);
            return;
        }
        let introduced = matches!(link, Link::CueAfter | Link::CueBefore) && self.is_whole(quotation);
        let form = if introduced { Form::Direct } else { self.form(quotation) };
        let (rule, confidence) = match link {
            Link::CueAfter => ("cue-after", 0.97),
            Link::CueBefore => ("cue-before", 0.96),
            Link::Within => ("within-clause", 0.85),
            Link::ClauseAfter => ("clause-before-cue", 0.9),
        };
        let confidence = if site.inherited { confidence - 0.08 } else { confidence };
        let clause = clauses.iter().rev().find(|(clause, _)| clause.contains(&at));
        let mut utterance =
            self.utterance(scene, sentence, Some(site), vec![quotation.inner], Judgement { form, rule, confidence });
        if let Some((clause, parent)) = clause {
            // A cue within the clause is of somebody else's words.
            let outer = self.utterances.get(*parent).filter(|_| !clause.contains(&site.start) || site.unreal);
            utterance.source = outer.and_then(|u| u.source).or(utterance.source);
            utterance.cue = outer.and_then(|u| u.cue).or(utterance.cue);
            utterance.parent = Some(*parent);
        }
        if utterance.source.is_none() {
            utterance.source = self.last_source(scene);
            utterance.confidence = 0.5;
        }
        utterance.quotations.push(index);
        if let Some(slot) = by_site.get_mut(site_index) {
            *slot = Some(self.utterances.len());
        }
        self.push(utterance);
    }

    /// A quotation without a cue of its own in a clause of indirect speech.
    pub(super) fn within_clause(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        (index, quotation): (usize, &Quotation),
        clause: usize,
    ) {
        let judgement = Judgement { form: self.form(quotation), rule: "within-clause", confidence: 0.8 };
        let mut utterance = self.utterance(scene, sentence, None, vec![quotation.inner], judgement);
        let outer = self.utterances.get(clause);
        (utterance.source, utterance.cue) = (outer.and_then(|u| u.source), outer.and_then(|u| u.cue));
        utterance.parent = Some(clause);
        utterance.quotations.push(index);
        self.push(utterance);
    }

    pub(super) fn last_source(&self, scene: &Scene<'_>) -> Option<Mention> {
        scene.last_here.or(self.last).and_then(|last| self.utterances.get(last)).and_then(|u| u.source)
    }

    /// Adds a piece to an utterance.
    pub(super) fn extend(&mut self, at: usize, index: usize, quotation: &Quotation) {
        let direct = self.form(quotation) == Form::Direct;
        if let Some(utterance) = self.utterances.get_mut(at) {
            utterance.segments.push(quotation.inner);
            utterance.quotations.push(index);
            if let Some(slot) = self.by_quotation.get_mut(index) {
                *slot = Some(at);
            }
            if direct && utterance.form == Form::Partial {
                utterance.form = Form::Direct;
            }
        }
    }

    /// "Told you. Run." has no clause, and yet is all that was said.
    pub(super) fn is_whole(&self, quotation: &Quotation) -> bool {
        let inner = quotation.inner.of(self.reading.text);
        inner.starts_with(char::is_uppercase) && inner.ends_with(['.', ',', '?', '!', '…'])
    }

    pub(super) fn form(&self, quotation: &Quotation) -> Form {
        let words = &self.reading.within(quotation).atoms;
        let inner = quotation.inner.of(self.reading.text);
        // "Why now?" is a whole sentence without a verb.
        let mut exclaimed = inner.starts_with(char::is_uppercase) && inner.ends_with(['?', '!']);
        // In German a point stands within the marks only if all of a sentence does.
        exclaimed |= self.reading.lexicon.is_verb_second() && inner.ends_with('.');
        if exclaimed || has_clause(words) || self.ends_like_verb(words) { Form::Direct } else { Form::Partial }
    }

    /// Where verbs are known by their endings: whether words that begin with a capital have one that may be a verb.
    fn ends_like_verb(&self, words: &[Atom]) -> bool {
        const KNOWN: Class = Class::PREPOSITION.or(Class::DETERMINER).or(Class::POSSESSIVE).or(Class::OBJECT);
        let verb = |a: &Atom| {
            let ending = || self.reading.lexicon.by_ending(a.span.of(self.reading.text));
            a.is_word() && !a.capital && !a.is(Class::NOUN.or(KNOWN)) && ending().has(Class::VERB_ENDING)
        };
        let sentence = words.len() > 2 && words.first().is_some_and(|a| a.capital || a.is(Class::NOUN));
        self.reading.lexicon.is_verb_second() && sentence && words.iter().any(verb)
    }
}
