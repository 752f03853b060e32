//! Tokens: words, numbers, marks and line ends of a text.

use super::Span;

/// What a token is, by its letters alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and the points of an abbreviation.
    Word,
    /// A word that begins with a digit.
    Number,
    /// A character that may open or close a quotation.
    Quote,
    /// An apostrophe that is part of the word before ("the workers' demands").
    Apostrophe,
    /// Any other mark.
    Punctuation,
    /// One or more line ends.
    Break,
}

/// A piece of the text that is not white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its first character.
    pub first: char,
    /// White space stands before it.
    pub space_before: bool,
    /// It consists of ASCII letters and digits, as most words do.
    pub plain: bool,
}

/// Splits a text into tokens, in its order. Linear in the text.
#[inline(never)]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut at = 0;
    let mut space_before = true;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte == b' ' {
            (at, space_before) = (at + 1, true);
            continue;
        }
        let plain = plain_end(text, at);
        if plain > at {
            let kind = if byte.is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
            tokens.push(Token { span: Span::new(at, plain), kind, first: byte.into(), space_before, plain: true });
            (at, space_before) = (plain, false);
            continue;
        }
        let Some(first) = char_at(text, at) else { break };
        let Some(kind) = kind_of(text, at, first) else {
            (at, space_before) = (at + first.len_utf8(), true);
            continue;
        };
        let end = match kind {
            TokenKind::Word | TokenKind::Number => word_end(text, at),
            TokenKind::Break => break_end(text, at),
            TokenKind::Punctuation => run_end(text, at, first),
            _ => at + first.len_utf8(),
        };
        let kind =
            if kind == TokenKind::Quote && is_apostrophe(text, at, first) { TokenKind::Apostrophe } else { kind };
        let span = Span::new(at, end);
        let plain = span.of(text).bytes().all(|letter| letter.is_ascii_alphanumeric());
        tokens.push(Token { span, kind, first, space_before, plain });
        (at, space_before) = (end, kind == TokenKind::Break);
    }
    tokens
}

/// Where a word of ASCII letters and digits ends that begins here, as most words do; `at` itself for any other, and for one
/// that may go on with other letters or marks.
fn plain_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or(&[]);
    let end = rest.iter().position(|letter| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let apart = |at: usize| matches!(rest.get(at), None | Some(b' ' | b'\n' | b'"' | b';' | b')'));
    // One letter with a point may be an initial.
    let stops = end > 1 && matches!(rest.get(end), Some(b',' | b'.' | b':')) && apart(end + 1);
    if apart(end) || stops { at + end } else { at }
}

/// What begins at `at`; nothing for white space and invisible characters.
fn kind_of(text: &str, at: usize, first: char) -> Option<TokenKind> {
    match first {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(TokenKind::Break),
        _ if first.is_whitespace() || is_invisible(first) => None,
        _ if is_quote(first) => {
            // A word that begins with an apostrophe: ’90s.
            let next = char_at(text, at + first.len_utf8());
            let starts_decade = matches!(first, '\'' | '’') && next.is_some_and(|c| c.is_ascii_digit());
            Some(if starts_decade { TokenKind::Punctuation } else { TokenKind::Quote })
        }
        '0'..='9' => Some(TokenKind::Number),
        '@' | '#' | '$' | '€' | '£' => {
            let glued = char_at(text, at + first.len_utf8()).is_some_and(char::is_alphanumeric);
            Some(match (glued, first) {
                (true, '@' | '#') => TokenKind::Word,
                (true, _) => TokenKind::Number,
                _ => TokenKind::Punctuation,
            })
        }
        _ if first.is_alphanumeric() => Some(TokenKind::Word),
        _ => Some(TokenKind::Punctuation),
    }
}

/// Whether a character can open or close a quotation.
pub fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Characters that are not seen and part no words.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    // "the workers' demands": glued to an s, with white space and a lower-case or capital word after it; whether it
    // closes a quotation instead is decided where quotations are paired.
    matches!(c, '\'' | '’')
        && at > 0
        && text.get(..at).is_some_and(|before| before.ends_with(['s', 'S', 'x', 'z']))
        && text.get(at + c.len_utf8()..).is_some_and(|rest| {
            let mut after = rest.chars();
            after.next().is_some_and(|c| c == ' ' || c == '\u{A0}') && after.next().is_some_and(char::is_alphabetic)
        })
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The end of the word at `from`: inner hyphens, apostrophes and points belong to it when letters follow.
fn word_end(text: &str, from: usize) -> usize {
    let Some(rest) = text.get(from..) else { return from };
    let mut characters = rest.char_indices().peekable();
    let mut end = 0;
    let mut points = 0;
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, c)| c);
        let next_is_letter = next.is_some_and(|c| c.is_alphanumeric());
        let belongs = match c {
            _ if c.is_alphanumeric() => true,
            '@' | '#' | '$' | '€' | '£' => at == 0,
            '_' | '&' | '-' | '‐' | '\u{2011}' => at > 0 && next_is_letter,
            '\'' | '’' => at > 0 && next.is_some_and(char::is_alphabetic),
            '.' | ',' if next.is_some_and(|c| c.is_ascii_digit()) && digit_before(rest, at) => true,
            ':' if next.is_some_and(|c| c.is_ascii_digit()) && digit_before(rest, at) => true,
            // U.S., a.m., J.K.: single letters with points.
            '.' if single_letter_before(rest, at) && (next_is_letter || points > 0) => {
                points += 1;
                true
            }
            _ => is_mark_or_invisible(c),
        };
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    from + end.max(rest.chars().next().map_or(0, char::len_utf8))
}

fn digit_before(rest: &str, at: usize) -> bool {
    rest.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

fn single_letter_before(rest: &str, at: usize) -> bool {
    let mut before = rest.get(..at).unwrap_or("").chars().rev();
    before.next().is_some_and(char::is_alphabetic) && before.next().is_none_or(|c| matches!(c, '.' | '-'))
}

/// Combining marks, joiners, soft hyphens inside a word.
fn is_mark_or_invisible(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE0E}' | '\u{FE0F}')
}

fn break_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or("");
    let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace());
    // Only up to the last line end, so that indentation counts as white space before the next token.
    let run = rest.get(..rest.len() - trimmed.len()).unwrap_or("");
    from + run
        .rfind(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map_or(1, |last| last + run.get(last..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8))
}

/// Equal marks in a row are one token (`...`, `--`).
fn run_end(text: &str, from: usize, first: char) -> usize {
    let rest = text.get(from..).unwrap_or("");
    if matches!(first, '.' | '-' | '–' | '—' | '!' | '?' | '…') {
        from + rest.len() - rest.trim_start_matches(first).len()
    } else {
        from + first.len_utf8()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn splits() {
        for (text, expected) in [
            ("Mr. Oyelaran's plan", &["Mr", ".", "Oyelaran's", "plan"][..]),
            ("the U.S. said", &["the", "U.S.", "said"]),
            ("at 5 p.m. Monday", &["at", "5", "p.m.", "Monday"]),
            ("$1,200.50 or 3.5%", &["$1,200.50", "or", "3.5", "%"]),
            ("wait... what?!", &["wait", "...", "what", "?", "!"]),
            ("\"No,\" she said—twice", &["\"", "No", ",", "\"", "she", "said", "—", "twice"]),
            ("a\n\n  b", &["a", "\n\n", "b"]),
            ("@harbor_news wrote", &["@harbor_news", "wrote"]),
            ("the workers' demands", &["the", "workers", "'", "demands"]),
            ("naïve cafe\u{301} 👩‍🚀 ok", &["naïve", "cafe\u{301}", "👩", "🚀", "ok"]),
            ("ju\u{AD}ris\u{AD}dic\u{AD}tion", &["ju\u{AD}ris\u{AD}dic\u{AD}tion"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
