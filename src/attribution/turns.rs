//! Paragraphs that begin with their speaker and a colon: turns of a transcript or an interview, headlines.

use super::content::Sentence;
use super::finder::{Finder, Judgement, Scene};
use super::labels::{Label, LabelKind};
use super::utterance::Cue;
use crate::text::Span;
use crate::vocabulary::Form;

impl Finder<'_> {
    /// A paragraph with a label is its speaker's as a whole. Gives false for those that are to be read as running text.
    pub(super) fn labelled(&mut self, scene: &Scene<'_>) -> bool {
        let Some(label) = self.labels.of(scene.block) else { return false };
        let atoms = &scene.paragraph.atoms;
        let Some(content) = atoms.get(label.content).map(|a| Span::new(a.span.start, scene.paragraph.span.end)) else {
            return false;
        };
        match label.kind {
            // What its questions say of others is said by the article.
            LabelKind::Question => return false,
            LabelKind::Continued => self.turn_goes_on(content),
            _ => self.turn(scene, &label, content),
        }
        let turn = self.utterances.iter().rposition(|u| u.parent.is_none());
        let turn = turn.filter(|_| label.kind != LabelKind::Headline);
        if turn.is_some() {
            let mut within = Scene { parent: turn, last_here: None, ..*scene };
            self.sentences(&mut within);
        }
        true
    }

    fn turn(&mut self, scene: &Scene<'_>, label: &Label, content: Span) {
        let atoms = &scene.paragraph.atoms;
        let sentence = Sentence { atoms, range: 0..atoms.len(), sites: Vec::new() };
        let (form, rule, confidence) = match label.kind {
            LabelKind::Headline => (Form::Indirect, "headline-label", 0.9),
            LabelKind::Answer(_) => (Form::Block, "answer", 0.8),
            LabelKind::Reply(_) => (Form::Block, "reply", 0.8),
            _ => (Form::Block, "transcript", 0.95),
        };
        let mut utterance = self.utterance(scene, &sentence, None, vec![content], Judgement { form, rule, confidence });
        let (named, block) = match label.kind {
            LabelKind::Answer(block) => (true, block),
            LabelKind::Reply(guest) => (guest.is_some(), guest.unwrap_or(scene.block)),
            _ => (true, scene.block),
        };
        if let Some(paragraph) = self.reading.paragraphs.get(block).filter(|_| named) {
            let guest = Scene { paragraph, block, parent: None, last_here: None };
            utterance.source = Some(self.mention(&guest, &paragraph.atoms, &label.name));
        }
        if label.content == 0 {
            self.push(utterance);
            return;
        }
        let start = atoms.first().map_or(content.start, |a| a.span.start);
        let colon = atoms.get(label.content.saturating_sub(1)).map_or(content.start, |a| a.span.end);
        utterance.cue = Some(Cue { span: Span::new(start, colon), verb: None, lemma: ":" });
        self.push(utterance);
    }

    fn turn_goes_on(&mut self, content: Span) {
        if let Some(turn) = self.utterances.iter_mut().rfind(|u| u.parent.is_none()) {
            turn.segments.push(content);
        }
    }
}
