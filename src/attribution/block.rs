//! Block quotations and embedded posts: words that layout sets off.

use super::content::Sentence;
use super::finder::{Finder, Judgement, Scene, span_of};
use crate::options::BlockKind;
use crate::syntax::{Atom, AtomKind, NounPhrase, noun_phrase_from};
use crate::text::Span;
use crate::vocabulary::Form;

impl Finder<'_> {
    /// A block that is a quotation as a whole. Gives false for blocks that are to be read as running text.
    pub(super) fn block(&mut self, scene: &Scene<'_>) -> bool {
        match scene.paragraph.kind {
            // It repeats words of the body.
            BlockKind::PullQuote => true,
            BlockKind::Quote | BlockKind::Post => {
                self.quotation_block(scene);
                true
            }
            _ => false,
        }
    }

    /// "— Dana Reyes" in a paragraph of its own signs the words in marks that end the one before.
    pub(super) fn signed(&mut self, scene: &Scene<'_>) -> bool {
        const LONGEST: usize = 14;
        let atoms = &scene.paragraph.atoms;
        let name = signature(atoms).filter(|&(dash, _)| dash == 0 && atoms.len() <= LONGEST).map(|(_, name)| name);
        let before = scene.block.checked_sub(1).and_then(|before| self.reading.paragraphs.get(before));
        let last = self.utterances.len().checked_sub(1);
        let (Some(name), Some(before), Some(last)) = (name, before, last) else { return false };
        let mention = self.mention(scene, atoms, &name);
        let Some(utterance) = self.utterances.get_mut(last) else { return false };
        let ends =
            before.atoms.last().is_some_and(|a| a.span.end >= utterance.content().end && a.quotation().is_some());
        if !ends || utterance.cue.is_some() || !before.span.overlaps(utterance.content()) {
            return false;
        }
        (utterance.source, utterance.rule, utterance.confidence) = (Some(mention), "signed", 0.9);
        true
    }

    fn quotation_block(&mut self, scene: &Scene<'_>) {
        let atoms = &scene.paragraph.atoms;
        let signature = signature(atoms);
        let end = signature.map_or(atoms.len(), |(dash, _)| dash);
        let before = self.block_before(scene);
        if end == 0 {
            // "— Dana Reyes" in a block of its own signs the one before.
            if let (Some(before), Some((_, name))) = (before, signature) {
                let mention = self.mention(scene, atoms, &name);
                if let Some(utterance) = self.utterances.get_mut(before) {
                    utterance.source = Some(mention);
                    utterance.rule = "block-signed";
                    utterance.confidence = 0.95;
                }
            }
            return;
        }
        let content = self.without_marks(atoms, end);
        // A mark that stands alone encloses nothing.
        if content.is_empty() {
            return;
        }
        if let Some(before) = before.filter(|_| signature.is_none() || scene.paragraph.kind == BlockKind::Quote)
            && self.utterances.get(before).is_some_and(|u| u.rule != "block-signed")
        {
            if let Some(utterance) = self.utterances.get_mut(before) {
                utterance.segments.push(content);
            }
            return;
        }
        let sentence = Sentence { atoms, range: 0..atoms.len(), sites: Vec::new() };
        let judgement = Judgement { form: Form::Block, rule: "block", confidence: 0.3 };
        let mut utterance = self.utterance(scene, &sentence, None, vec![content], judgement);
        if let Some((_, name)) = signature {
            utterance.source = Some(self.mention(scene, atoms, &name));
            (utterance.rule, utterance.confidence) = ("block-signed", 0.95);
        } else if let Some((mention, cue)) = self.introduced {
            (utterance.source, utterance.cue) = (Some(mention), cue);
            (utterance.rule, utterance.confidence) = ("block-announced", 0.93);
        } else if let Some(last) =
            self.last.and_then(|last| self.utterances.get(last)).filter(|u| u.block + 1 == scene.block)
        {
            (utterance.source, utterance.cue) = (last.source, last.cue);
            (utterance.rule, utterance.confidence) = ("block-after-speaker", 0.7);
        }
        self.push(utterance);
    }

    /// The utterance of the block right before, if that is a block quotation of the same kind.
    fn block_before(&self, scene: &Scene<'_>) -> Option<usize> {
        let last = self.utterances.len().checked_sub(1)?;
        let utterance = self.utterances.get(last)?;
        let place = self.reading.paragraphs.get(scene.block.checked_sub(1)?)?;
        let joins = utterance.form == Form::Block && place.kind == scene.paragraph.kind;
        (joins && utterance.segments.last().is_some_and(|piece| place.span.overlaps(*piece))).then_some(last)
    }

    /// The words of `..end`, without the marks around them where one pair encloses all.
    fn without_marks(&self, atoms: &[Atom], end: usize) -> Span {
        let whole = span_of(atoms, &(0..end));
        let quotation = atoms.first().and_then(Atom::quotation).filter(|_| end == 1);
        quotation.and_then(|index| self.reading.quotations.get(index)).map_or(whole, |quotation| quotation.inner)
    }
}

/// "— Dana Reyes, teacher" at the end of a block: the dash and the name.
fn signature(atoms: &[Atom]) -> Option<(usize, NounPhrase)> {
    let dash = atoms.iter().rposition(|a| a.is_mark('—'))?;
    let name = noun_phrase_from(atoms, dash + 1, atoms.len())?;
    let capital = atoms.get(name.start).is_some_and(|a| a.capital || a.span.len() > 1 && a.is_word());
    let ends = dash == 0
        || atoms.get(dash - 1).is_some_and(|a| a.quotation().is_some() || matches!(a.kind, AtomKind::Mark(_)));
    (capital && ends).then_some((dash, name))
}
