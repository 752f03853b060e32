//! Interviews without labels: questions in paragraphs of their own (a page shows them in bold), and answers after them.

use super::labels::{Label, LabelKind, guest_before};
use crate::lexicon::{Class, Sense};
use crate::options::BlockKind;
use crate::syntax::{Atom, NounPhrase, Paragraph, Reading};
use crate::vocabulary::MediumKind;

/// An interview has so many questions, and none has more atoms.
const QUESTIONS: usize = 3;
const LONGEST_QUESTION: usize = 80;

/// The turns of an interview without labels, by block; none where the article is no interview: half of its questions speak
/// to somebody, and two thirds of its answers are somebody's own.
pub(super) fn turns(reading: &Reading<'_>) -> Vec<(usize, Label)> {
    let mut turns: Vec<(usize, LabelKind)> = Vec::new();
    let (mut questions, mut addressed, mut own) = (0, 0, 0);
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        let last = turns.last().filter(|(before, _)| before + 1 == block).map(|&(_, kind)| kind);
        let kind = match last {
            Some(LabelKind::Question) if paragraph.kind == BlockKind::Paragraph => {
                own += usize::from(speaks(reading, paragraph, Class::FIRST_PERSON));
                LabelKind::Reply(None)
            }
            _ if asks(paragraph) => {
                questions += 1;
                addressed += usize::from(speaks(reading, paragraph, Class::FIRST_OR_SECOND));
                LabelKind::Question
            }
            Some(_) if paragraph.kind == BlockKind::Paragraph => LabelKind::Continued,
            _ => continue,
        };
        turns.push((block, kind));
    }
    // Nothing says where the last answer ends.
    while turns.last().is_some_and(|(_, kind)| !matches!(kind, LabelKind::Reply(_))) {
        turns.pop();
    }
    let Some(&(first, _)) = turns.first() else { return Vec::new() };
    if questions < QUESTIONS || addressed * 2 < questions || own * 3 < questions * 2 {
        return Vec::new();
    }
    let guest = guest_before(reading, first).filter(|_| is_announced(reading, first));
    let nobody = NounPhrase { start: 0, end: 0, core_end: 0, head: 0 };
    let name = guest.map_or(nobody, |(_, name)| name);
    let label = |kind| match kind {
        LabelKind::Reply(_) => LabelKind::Reply(guest.map(|(block, _)| block)),
        kind => kind,
    };
    turns.into_iter().map(|(block, kind)| (block, Label { name, content: 0, kind: label(kind) })).collect()
}

/// Whether a paragraph is a question, and not one in marks.
fn asks(paragraph: &Paragraph) -> bool {
    let atoms = &paragraph.atoms;
    let plain = atoms.iter().all(|a| a.quotation().is_none() || !a.pointed);
    let headline = matches!(paragraph.kind, BlockKind::Paragraph | BlockKind::Heading);
    headline && plain && atoms.len() <= LONGEST_QUESTION && atoms.last().is_some_and(|a| a.is_mark('?'))
}

/// Whether a paragraph has words of these persons; where nouns have capitals, the polite "Sie" is one.
fn speaks(reading: &Reading<'_>, paragraph: &Paragraph, person: Class) -> bool {
    let polite = |a: &Atom| {
        let kind = Class::PRONOUN | Class::POSSESSIVE | Class::OBJECT;
        person == Class::FIRST_OR_SECOND && reading.lexicon.is_verb_second() && a.capital && a.is(kind)
    };
    paragraph.atoms.iter().any(|a| a.is_word() && (a.is(person) || polite(a)))
}

/// Whether the text before a block says that somebody is interviewed.
fn is_announced(reading: &Reading<'_>, first: usize) -> bool {
    let intro = reading.paragraphs.get(..first).unwrap_or(&[]);
    let tells = |a: &Atom| a.tells(Sense::MEDIUM) && a.entry.medium() == Some(MediumKind::Interview);
    intro.iter().flat_map(|paragraph| &paragraph.atoms).any(|a| tells(a) || a.tells(Sense::TALKING))
}
