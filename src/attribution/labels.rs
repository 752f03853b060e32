//! Names before a colon: transcripts, interviews, headlines.

use crate::lexicon::Class;
use crate::options::BlockKind;
use crate::syntax::{Atom, NounPhrase, Reading, noun_phrase_before};
use std::collections::HashMap;

/// What a label says of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelKind {
    /// What follows was said.
    Transcript,
    /// What follows is reported.
    Headline,
}

/// A name before a colon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Label {
    /// The name.
    pub name: NounPhrase,
    /// First atom after the colon.
    pub content: usize,
    /// What it says.
    pub kind: LabelKind,
}

/// The labels of an article's paragraphs.
#[derive(Debug, Default)]
pub(super) struct Labels(HashMap<usize, Label>);

/// A transcript has at least this many labelled paragraphs, and a name in it at least [`TURNS`].
const PARAGRAPHS: usize = 3;
const TURNS: usize = 2;

impl Labels {
    /// Finds them: in a transcript speakers take turns, so a label counts where its name comes again.
    pub fn read(reading: &Reading<'_>) -> Self {
        let mut found: Vec<(usize, Label, &str)> = Vec::new();
        let mut turns: HashMap<&str, usize> = HashMap::new();
        for (block, paragraph) in reading.paragraphs.iter().enumerate() {
            if let Some(label) = label_of(&paragraph.atoms, 0) {
                let head = paragraph.atoms.get(label.name.head).map_or("", |a| a.span.of(reading.text));
                *turns.entry(head).or_default() += 1;
                found.push((block, label, head));
            }
        }
        let transcript = found.len() >= PARAGRAPHS;
        let mut labels = HashMap::new();
        for (block, label, head) in found {
            let heading = block == 0
                || reading
                    .paragraphs
                    .get(block)
                    .is_some_and(|p| matches!(p.kind, BlockKind::Headline | BlockKind::Heading));
            if transcript && turns.get(head).is_some_and(|&turns| turns >= TURNS) {
                labels.insert(block, label);
            } else if heading && reports(reading, block, &label) {
                labels.insert(block, Label { kind: LabelKind::Headline, ..label });
            }
        }
        Self(labels)
    }

    /// The label of a paragraph.
    pub fn of(&self, block: usize) -> Option<Label> {
        self.0.get(&block).copied()
    }
}

/// "Report: …", "Police: …": a headline whose label is somebody or something that speaks.
fn reports(reading: &Reading<'_>, block: usize, label: &Label) -> bool {
    const SPEAKERS: Class =
        Class::DOCUMENT.or(Class::ROLE).or(Class::GROUP).or(Class::COLLECTIVE).or(Class::OUTLET).or(Class::OUTLET_WORD);
    let Some(paragraph) = reading.paragraphs.get(block) else { return false };
    let quoted = paragraph.atoms.iter().any(|a| a.quotation().is_some());
    !quoted && paragraph.atoms.get(label.name.head).is_some_and(|head| head.is(SPEAKERS))
}

/// A label at atom `start`: up to four capitalised words, a colon, and something after it that is no quotation.
pub(super) fn label_of(atoms: &[Atom], start: usize) -> Option<Label> {
    const WORDS: usize = 5;
    let colon =
        (start + 1..atoms.len().min(start + 1 + WORDS)).find(|&at| atoms.get(at).is_some_and(|a| a.is_mark(':')))?;
    let capital = atoms.get(start..colon)?.iter().all(|a| a.is_word() && a.capital);
    let content = atoms.get(colon + 1)?;
    if !capital || content.quotation().is_some() {
        return None;
    }
    // A single initial ("Q:") is a phrase by itself.
    let name = noun_phrase_before(atoms, start, colon).filter(|name| name.start == start).unwrap_or(NounPhrase {
        start,
        end: colon,
        core_end: colon,
        head: colon - 1,
    });
    Some(Label { name, content: colon + 1, kind: LabelKind::Transcript })
}
