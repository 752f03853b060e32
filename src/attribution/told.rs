//! Sentences whose mood shows that they tell what somebody said (German: "Sie seien gestiegen").

use super::content::Sentence;
use super::finder::{Finder, Judgement, Scene, span_of};
use super::subject::is_speaker_like;
use super::utterance::Utterance;
use super::verb_second::subject_of_sentence;
use crate::entity::Mention;
use crate::lexicon::Class;
use crate::vocabulary::Form;
use std::ops::Range;

impl Finder<'_> {
    /// The subject of the sentence before, if it can speak, and nothing in that sentence was found to be said: "Der
    /// Minister wies auf die Kosten hin. Sie seien gestiegen."
    pub(super) fn silent_before(&self, scene: &Scene<'_>, sentence: &Sentence<'_>) -> Option<Mention> {
        let sentences = &scene.paragraph.sentences;
        let place = sentences.iter().position(|range| range.start == sentence.range.start)?;
        let before = sentences.get(place.checked_sub(1)?)?.clone();
        let span = span_of(sentence.atoms, &before);
        let last = self.last.and_then(|last| self.utterances.get(last));
        if last.is_some_and(|last| last.sentence.overlaps(span) || last.content().overlaps(span)) {
            return None;
        }
        // What is told itself tells nothing on.
        if (Sentence { atoms: sentence.atoms, range: before.clone(), sites: Vec::new() }).is_told_first() {
            return None;
        }
        let phrase = subject_of_sentence(self.reading, sentence.atoms, before)?;
        let head = sentence.atoms.get(phrase.head)?;
        let speaks = head.capital && !head.is(Class::DOCUMENT) && is_speaker_like(sentence.atoms, &phrase);
        (speaks || head.is(Class::NOMINATIVE)).then(|| self.mention(scene, sentence.atoms, &phrase))
    }

    /// The utterance whose words may go on in the mood of reported speech, in this paragraph or from the one before.
    pub(super) fn teller(&self, scene: &Scene<'_>) -> Option<usize> {
        let near = |&last: &usize| self.utterances.get(last).is_some_and(|u| u.block + 1 >= scene.block);
        scene.last_here.or(self.last.filter(near)).filter(|_| scene.parent.is_none())
    }

    /// A sentence whose mood shows that the last speaker's words go on in it ("Er sei an eine Abteilung gegangen").
    pub(super) fn told_on(&mut self, scene: &Scene<'_>, sentence: &Sentence<'_>) -> Option<(Range<usize>, usize)> {
        if scene.parent.is_some() || !sentence.is_told_first() {
            return None;
        }
        if let Some(source) = self.silent_before(scene, sentence) {
            let range = sentence.range.start..sentence.trim_end(sentence.range.start, sentence.range.end);
            let judgement = Judgement { form: Form::Indirect, rule: "told-by-subject", confidence: 0.7 };
            let utterance = self.utterance(scene, sentence, None, vec![span_of(sentence.atoms, &range)], judgement);
            self.push(Utterance { source: Some(source), ..utterance });
            return Some((range, self.utterances.len() - 1));
        }
        let id = self.teller(scene)?;
        let range = sentence.range.start..sentence.trim_end(sentence.range.start, sentence.range.end);
        let content = span_of(sentence.atoms, &range);
        let newest = self.utterances.len() == id + 1;
        let last = self.utterances.get_mut(id)?;
        if last.form == Form::Indirect && newest {
            last.segments.push(content);
            return Some((range, id));
        }
        let (source, cue) = (last.source, last.cue);
        let judgement = Judgement { form: Form::Indirect, rule: "told-on", confidence: 0.8 };
        let utterance = self.utterance(scene, sentence, None, vec![content], judgement);
        self.push(Utterance { source, cue, ..utterance });
        Some((range, self.utterances.len() - 1))
    }
}
