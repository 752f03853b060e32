//! What stands between and around words: ends of sentences, ellipses, brackets, context.

use crate::text::Span;

/// Bytes of context on each side, before it is cut to a sentence's end.
const CONTEXT: usize = 240;

/// Whether a sentence ends between two words.
pub fn ends_sentence(gap: &str) -> bool {
    gap.contains(['.', '!', '?', '。', '！', '？', '؟', '।', '\n'])
}

/// Whether an ellipsis stands between two words.
pub fn has_ellipsis(gap: &str) -> bool {
    let dots: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
    gap.contains('…') || dots.contains("...") || dots.contains("[]") || dots.contains("***")
}

/// The spans within square brackets.
pub fn brackets(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '[' => open = Some(at),
            ']' => spans.extend(open.take().map(|from| Span::new(from, at + 1))),
            _ => {}
        }
    }
    spans
}

/// What stands before a span: back to a sentence's beginning within reach, else to a word's.
pub fn before(text: &str, span: Span) -> Span {
    let reach = (span.start.saturating_sub(CONTEXT)..=span.start).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let part = text.get(reach..span.start).unwrap_or("");
    let cut = match part.split_once(['.', '!', '?', '\n']) {
        _ if reach == 0 => 0,
        Some((head, _)) => head.len() + 1,
        None => part.find(char::is_whitespace).unwrap_or(0),
    };
    let rest = part.get(cut..).unwrap_or("");
    Span::new(span.start - rest.trim_start().len(), span.start)
}

/// What stands after a span: to a sentence's end within reach, else to a word's.
pub fn after(text: &str, span: Span) -> Span {
    let reach =
        (0..=(span.end + CONTEXT).min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(span.end);
    let part = text.get(span.end..reach).unwrap_or("");
    let cut = match part.rfind(['.', '!', '?', '\n']) {
        _ if reach == text.len() => part.len(),
        Some(at) => at + 1,
        None => part.rfind(char::is_whitespace).unwrap_or(part.len()),
    };
    Span::new(span.end, span.end + part.get(..cut).unwrap_or("").trim_end().len())
}
