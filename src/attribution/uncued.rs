//! Quotations without a cue in their sentence: who goes on, who was announced, whom the sentence is about.

use super::clauses::{clauses, subject_near};
use super::content::Sentence;
use super::cue::sites;
use super::finder::{Finder, Judgement, Scene, span_of};
use super::labels::label_of;
use super::nearby::{dash_source, is_predicate, label, possessor};
use super::utterance::Cue;
use super::verb_second::subject_of_clause;
use crate::entity::Mention;
use crate::lexicon::{Class, Frames, VerbForm};
use crate::quotation::Quotation;
use crate::syntax::{AtomKind, NounPhrase};
use crate::vocabulary::Form;

/// A source, its cue, the rule's name, and how sure it is.
type Guess = (Mention, Option<Cue>, &'static str, f32);

impl Finder<'_> {
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
            let judgement = Judgement { form, rule: "transcript", confidence: 0.95 };
            let mut utterance = self.utterance(scene, sentence, None, vec![quotation.inner], judgement);
            utterance.quotations.push(index);
            utterance.source = Some(Mention { block: scene.block, ..name });
            self.push(utterance);
            return;
        }
        if let Some(earlier) = self.goes_on(scene, sentence, quotation, only_words) {
            self.extend(earlier, index, quotation);
            return;
        }
        let announced = sentence.atom(at.wrapping_sub(1)).is_some_and(|a| a.is_mark(':'));
        let form = if announced && self.is_whole(quotation) { Form::Direct } else { self.form(quotation) };
        let judgement = Judgement { form, rule: "unclear", confidence: 0.3 };
        let mut utterance = self.utterance(scene, sentence, None, vec![quotation.inner], judgement);
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
            if scene.parent.is_some() || !self.is_headline(scene.block) {
                return;
            }
            // The body may tell whose it is.
            utterance.source = None;
        }
        // "Reyes was asked: “Why?”"
        if utterance.rule == "sentence-subject" && self.is_asked(sentence, at) {
            (utterance.source, utterance.rule, utterance.confidence) = (None, "unclear", 0.3);
        }
        // "Then, a month later: “…”": the sentence tells of another than the one before, but not of whom.
        if utterance.rule == "earlier-speaker" && sentence.atom(at.wrapping_sub(1)).is_some_and(|a| !a.is_word()) {
            (utterance.source, utterance.rule, utterance.confidence) = (None, "unclear", 0.3);
        }
        self.push(utterance);
    }

    /// The utterance that goes on in a quotation: of the paragraph before, or of the sentence before where this one is
    /// words in marks alone.
    fn goes_on(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        quotation: &Quotation,
        only_words: bool,
    ) -> Option<usize> {
        let continued = quotation.continues.and_then(|before| self.by_quotation.get(before).copied().flatten());
        if continued.is_some() {
            return continued;
        }
        let earlier = scene.last_here.filter(|_| only_words && scene.parent.is_none())?;
        let quoted = self.utterances.get(earlier).is_some_and(|u| !u.quotations.is_empty() && u.parent.is_none());
        let turns = || self.reading.lexicon.is_verb_second() && self.silent_before(scene, sentence).is_some();
        (quoted && !turns()).then_some(earlier)
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

    /// Who may have said what no cue attributes, with the rule and how sure it is.
    fn guess(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        at: usize,
        only_words: bool,
        number: usize,
    ) -> Option<Guess> {
        if scene.parent.is_some() {
            return None;
        }
        let guess = match only_words {
            true => self.guess_alone(scene, sentence, number),
            false => self.guess_within(scene, sentence, at),
        };
        guess.or_else(|| {
            let last = self.last.and_then(|last| self.utterances.get(last))?;
            Some((last.source?, None, "earlier-speaker", 0.4))
        })
    }

    /// The sentence is words in marks alone.
    fn guess_alone(&self, scene: &Scene<'_>, sentence: &Sentence<'_>, number: usize) -> Option<Guess> {
        if number == 0
            && let Some((mention, cue)) = self.introduced
        {
            return Some((mention, cue, "announced", 0.9));
        }
        if self.reading.lexicon.is_verb_second()
            && let Some(source) = self.silent_before(scene, sentence)
        {
            return Some((source, None, "told-by-subject", 0.5));
        }
        if let Some(last) = scene.last_here.and_then(|last| self.utterances.get(last)) {
            return Some((last.source?, last.cue, "goes-on", 0.9));
        }
        if let Some(next) = self.next_subject(scene, number) {
            return Some((next, None, "next-sentence", 0.6));
        }
        let before = self.subject_of(scene, number.checked_sub(1))?;
        Some((before, None, "sentence-before", 0.7))
    }

    /// The sentence has other words.
    fn guess_within(&self, scene: &Scene<'_>, sentence: &Sentence<'_>, at: usize) -> Option<Guess> {
        let source = |phrase: NounPhrase| self.mention(scene, sentence.atoms, &phrase);
        if let Some(phrase) = label(sentence, at) {
            return Some((source(phrase), None, "label", 0.8));
        }
        if let Some(phrase) = possessor(sentence, at) {
            let confidence = if is_predicate(sentence, at) { 0.8 } else { 0.4 };
            return Some((source(phrase), None, "possessor", confidence));
        }
        if let Some(phrase) = dash_source(sentence, at) {
            return Some((source(phrase), None, "dash", 0.85));
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
            return Some((source(phrase), None, "sentence-subject", confidence));
        }
        let last = scene.last_here.and_then(|last| self.utterances.get(last))?;
        Some((last.source?, None, "paragraph-speaker", 0.5))
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

    /// Whether those whom a sentence is about are asked in the words before an atom.
    fn is_asked(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let asked = |i: usize| {
            let verb = sentence.atom(i).filter(|a| a.entry.forms.has(VerbForm::Participle));
            let verb = verb.and_then(|a| self.reading.lexicon.verb(a.entry.verb?));
            verb.is_some_and(|verb| verb.frames.has(Frames::QUESTION))
                && sentence.atom(i.wrapping_sub(1)).is_some_and(|a| a.is(Class::BE))
        };
        (sentence.range.start..at).any(asked)
    }
}
