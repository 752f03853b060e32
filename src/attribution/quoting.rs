//! Quotations: with a cue in their sentence, and without one.

use super::clauses::{clauses, subject_near};
use super::content::{Link, Sentence, has_clause};
use super::cue::sites;
use super::finder::{Finder, Judgement, Scene, span_of};
use super::labels::label_of;
use super::nearby::{dash_source, is_predicate, label, possessor};
use super::order::HEADLINES;
use super::utterance::Cue;
use super::verb_second::subject_of_clause;
use crate::entity::Mention;
use crate::lexicon::Class;
use crate::quotation::Quotation;
use crate::syntax::{Atom, AtomKind};
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
            let outer = self.utterances.get(*parent).filter(|_| !clause.contains(&site.start));
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

    /// A quotation without a cue in its sentence: the speaker goes on, was announced, or is the sentence's subject.
    pub(super) fn uncued(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        at: usize,
        index: usize,
        quotation: &Quotation,
        number: usize,
    ) {
        let only_words = sentence.range.clone().all(|i| {
            sentence.atoms.get(i).is_some_and(|a| a.quotation().is_some() || matches!(a.kind, AtomKind::Mark(_)))
        });
        if let Some(name) = self.inner_label(quotation) {
            let form = self.form(quotation);
            let mut utterance = self.utterance(
                scene,
                sentence,
                None,
                vec![quotation.inner],
                Judgement { form, rule: "transcript", confidence: 0.95 },
            );
            utterance.quotations.push(index);
            utterance.source = Some(Mention { block: scene.block, ..name });
            self.push(utterance);
            return;
        }
        let continued = quotation.continues.and_then(|before| self.by_quotation.get(before).copied().flatten());
        if let Some(earlier) = continued {
            self.extend(earlier, index, quotation);
            return;
        }
        if only_words
            && scene.parent.is_none()
            && let Some(earlier) = scene.last_here
            && !(self.reading.lexicon.is_verb_second() && self.silent_before(scene, sentence).is_some())
        {
            let quoted = self.utterances.get(earlier).is_some_and(|u| !u.quotations.is_empty() && u.parent.is_none());
            if quoted {
                self.extend(earlier, index, quotation);
                return;
            }
        }
        let form = self.form(quotation);
        let mut utterance = self.utterance(
            scene,
            sentence,
            None,
            vec![quotation.inner],
            Judgement { form, rule: "unclear", confidence: 0.3 },
        );
        utterance.quotations.push(index);
        utterance.parent = scene.parent;
        let guess = self.guess(scene, sentence, at, only_words, number);
        if let Some((source, cue, rule, confidence)) = guess {
            utterance.source = Some(source);
            utterance.cue = cue;
            utterance.rule = rule;
            utterance.confidence = confidence;
        }
        if form == Form::Partial && self.is_term(sentence, at, quotation, utterance.rule) {
            if !scene.is_heading() || scene.block >= HEADLINES {
                return;
            }
            // The body may tell whose it is.
            utterance.source = None;
        }
        // "Then, a month later: “…”": the sentence tells of another than the one before, but not of whom.
        if utterance.rule == "earlier-speaker" && sentence.atom(at.wrapping_sub(1)).is_some_and(|a| !a.is_word()) {
            (utterance.source, utterance.rule, utterance.confidence) = (None, "unclear", 0.3);
        }
        self.push(utterance);
    }

    /// Whether a fragment that no cue attributes is a term or in scare quotes. Where only the speaker before could have said
    /// it, he had on polnear-train in one of five; of one or two words the subject of the sentence had in three of ten, of
    /// longer ones in six.
    fn is_term(&self, sentence: &Sentence<'_>, at: usize, quotation: &Quotation, rule: &str) -> bool {
        const FEW: usize = 2;
        match rule {
            "unclear" | "earlier-speaker" => true,
            "sentence-subject" | "paragraph-speaker" => {
                let announced = sentence.atom(at.wrapping_sub(1)).is_some_and(|a| a.is_mark(':'));
                let words = quotation.inner.of(self.reading.text).split_whitespace().count();
                !announced && (self.reading.lexicon.is_verb_second() || words <= FEW)
            }
            _ => false,
        }
    }

    /// `"REYES: We never voted on it."`
    pub(super) fn inner_label(&self, quotation: &Quotation) -> Option<Mention> {
        let inner = self.reading.within(quotation);
        let label = label_of(&inner.atoms, 0)?;
        let core = span_of(&inner.atoms, &(label.name.start..label.name.end));
        let shouted = core.of(self.reading.text).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let head = inner.atoms.get(label.name.head).map_or(core, |a| a.span);
        shouted.then_some(Mention { span: core, core, head, block: 0 })
    }

    pub(super) fn guess(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        at: usize,
        only_words: bool,
        number: usize,
    ) -> Option<(Mention, Option<Cue>, &'static str, f32)> {
        if scene.parent.is_some() {
            return None;
        }
        if number == 0
            && only_words
            && let Some((mention, cue)) = self.introduced
        {
            return Some((mention, cue, "announced", 0.9));
        }
        let last_here = scene.last_here.and_then(|last| self.utterances.get(last));
        if only_words {
            if self.reading.lexicon.is_verb_second()
                && let Some(source) = self.silent_before(scene, sentence)
            {
                return Some((source, None, "told-by-subject", 0.5));
            }
            if let Some(last) = last_here {
                return Some((last.source?, last.cue, "goes-on", 0.9));
            }
            if let Some(next) = self.next_subject(scene, number) {
                return Some((next, None, "next-sentence", 0.6));
            }
            if let Some(before) = self.subject_of(scene, number.checked_sub(1)) {
                return Some((before, None, "sentence-before", 0.7));
            }
        } else {
            if let Some(phrase) = label(sentence, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "label", 0.8));
            }
            if let Some(phrase) = possessor(sentence, at) {
                let confidence = if is_predicate(sentence, at) { 0.8 } else { 0.4 };
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "possessor", confidence));
            }
            if let Some(phrase) = dash_source(sentence, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "dash", 0.85));
            }
            let second = self.reading.lexicon.is_verb_second();
            if second && sentence.is_told() {
                if let Some(source) = self.silent_before(scene, sentence) {
                    return Some((source, None, "told-by-subject", 0.5));
                }
                let last = self.utterances.get(self.teller(scene)?)?;
                return Some((last.source?, last.cue, "told-on", 0.7));
            }
            let subject = match second {
                true => subject_of_clause(self.reading, sentence.atoms, sentence.range.clone(), at),
                false => subject_near(sentence.atoms, &clauses(sentence.atoms, &sentence.range), at, true),
            };
            if let Some(phrase) = subject {
                let announced = sentence.atom(at.wrapping_sub(1)).is_some_and(|a| matches!(a.kind, AtomKind::Mark(_)));
                // Where the verb stands second, one in ten of these was right on dewikinews-train.
                let confidence = if announced && !second { 0.7 } else { 0.45 };
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "sentence-subject", confidence));
            }
            if let Some(last) = last_here {
                return Some((last.source?, None, "paragraph-speaker", 0.5));
            }
        }
        let last = self.last.and_then(|last| self.utterances.get(last))?;
        Some((last.source?, None, "earlier-speaker", 0.4))
    }

    /// The speaker of the next sentence's first cue.
    pub(super) fn next_subject(&self, scene: &Scene<'_>, number: usize) -> Option<Mention> {
        let range = scene.paragraph.sentences.get(number + 1)?;
        let sites = sites(self.reading, &scene.paragraph.atoms, range.clone(), false);
        let subject = sites.iter().find_map(|site| site.subject)?;
        Some(self.mention(scene, &scene.paragraph.atoms, &subject))
    }

    /// Whom the sentence before is about: "Reyes offered a retort. “…”"
    fn subject_of(&self, scene: &Scene<'_>, number: Option<usize>) -> Option<Mention> {
        let (atoms, range) = (&scene.paragraph.atoms, scene.paragraph.sentences.get(number?)?);
        let subject = subject_near(atoms, &clauses(atoms, range), range.end, true)?;
        Some(self.mention(scene, atoms, &subject))
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
    fn is_whole(&self, quotation: &Quotation) -> bool {
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
