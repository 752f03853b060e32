//! Articles in a language that is not read: what stands in marks or is set off by layout, without a speaker.

use super::utterance::Utterance;
use crate::options::BlockKind;
use crate::quotation::Quotation;
use crate::syntax::{Paragraph, Reading};
use crate::text::Span;
use crate::vocabulary::Form;

/// What is shorter is more often a title or a term, unless it ends like a sentence. In characters.
const SHORTEST: usize = 20;

/// The quotations of an article as utterances of nobody.
pub(super) fn utterances(reading: &Reading<'_>) -> Vec<Utterance> {
    let mut found: Vec<Utterance> = Vec::new();
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        match paragraph.kind {
            BlockKind::PullQuote => {}
            BlockKind::Quote | BlockKind::Post => found.push(utterance(Form::Block, block, paragraph.span)),
            _ => in_marks(reading, block, paragraph, &mut found),
        }
    }
    found
}

fn in_marks(reading: &Reading<'_>, block: usize, paragraph: &Paragraph, found: &mut Vec<Utterance>) {
    for index in paragraph.atoms.iter().filter_map(|atom| atom.quotation()) {
        let Some(quotation) = reading.quotations.get(index).filter(|quotation| is_speech(reading.text, quotation))
        else {
            continue;
        };
        let before = quotation.continues.and_then(|before| found.iter_mut().rfind(|u| u.quotations.contains(&before)));
        match before {
            Some(before) => {
                before.segments.push(quotation.inner);
                before.quotations.push(index);
            }
            None => {
                let quotations = vec![index];
                found.push(Utterance { quotations, ..utterance(Form::Direct, block, quotation.inner) });
            }
        }
    }
}

fn is_speech(text: &str, quotation: &Quotation) -> bool {
    let words = quotation.inner.of(text);
    words.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', ',']) || words.chars().count() >= SHORTEST
}

fn utterance(form: Form, block: usize, content: Span) -> Utterance {
    Utterance {
        form,
        segments: vec![content],
        quotations: Vec::new(),
        source: None,
        cue: None,
        sentence: content,
        block,
        parent: None,
        relayed: false,
        rule: "unread",
        confidence: 0.3,
    }
}
