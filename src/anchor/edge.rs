//! Where a quotation begins and ends, beyond its first and last word.

use super::fold::is_ignorable;
use crate::text::Span;

/// Widens a span of words by the marks that `exact` has before its first and after its last word, as far as the text
/// has them too. `inner` is the span of the words within `exact`.
pub fn widen(text: &str, span: Span, exact: &str, inner: Span) -> Span {
    let lead = exact.get(..inner.start).unwrap_or("");
    let trail = exact.get(inner.end..).unwrap_or("");
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let back = matched(lead.chars().rev(), before.chars().rev());
    let forth = matched(trail.chars(), after.chars());
    Span::new(span.start.saturating_sub(back), span.end + forth)
}

/// Bytes of `text` that carry the same marks as `marks`.
fn matched(marks: impl Iterator<Item = char>, text: impl Iterator<Item = char>) -> usize {
    let mut text = text.peekable();
    let (mut read, mut taken) = (0, 0);
    let mut last = None;
    for mark in marks.filter(|&c| !is_ignorable(c) && !c.is_whitespace()).map(class) {
        // "..." is "…", and "--" is "—".
        if last == Some(mark) {
            continue;
        }
        last = Some(mark);
        while let Some(passed) = text.next_if(|&c| is_ignorable(c) || c.is_whitespace()) {
            read += passed.len_utf8();
        }
        let mut any = false;
        while let Some(same) = text.next_if(|&c| class(c) == mark) {
            read += same.len_utf8();
            any = true;
        }
        if !any {
            break;
        }
        taken = read;
    }
    taken
}

/// Marks that stand for one another share a class.
pub fn class(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '\'' | '`' | '´' => {
            '"'
        }
        '‐'..='―' | '−' => '-',
        '…' | ',' | ';' | ':' | '!' | '。' | '、' | '，' | '،' | '؛' => '.',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widens_to_the_marks_of_the_quotation() {
        for (text, exact, expected) in [
            ("said: “Rain fell,” and", "Rain fell,", "Rain fell,"),
            ("said: “Rain fell,” and", "Rain fell", "Rain fell"),
            ("said: “Rain fell.” and", "\"Rain fell,\"", "“Rain fell.”"),
            ("said: “Rain fell… and", "Rain fell...", "Rain fell…"),
            ("said: Rain fell and", "“Rain fell”", "Rain fell"),
            ("Rain fell", "  Rain fell  ", "Rain fell"),
        ] {
            let words = |text: &str| {
                let start = text.find("Rain").unwrap();
                Span::new(start, start + "Rain fell".len())
            };
            assert_eq!(widen(text, words(text), exact, words(exact)).of(text), expected, "{text} / {exact}");
        }
    }
}
