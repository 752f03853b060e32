//! Pairs of quotation marks.

mod pairing;

use crate::text::{Span, Token, blocks::TokenBlock};

/// The words between a pair of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Token of the opening mark.
    pub open: usize,
    /// One past the token of the closing mark, or past the last token within, where no mark closes it.
    pub end: usize,
    /// A mark closes it.
    pub closed: bool,
    /// Opened by a single mark.
    pub single: bool,
    /// The quotation around it, as an index.
    pub parent: Option<usize>,
    /// The quotation of the paragraph before that goes on here, as an index.
    pub continues: Option<usize>,
    /// The block it stands in, as an index.
    pub block: usize,
}

impl Quotation {
    /// Tokens within the marks.
    pub fn inner_tokens(&self) -> std::ops::Range<usize> {
        let end = if self.closed { self.end - 1 } else { self.end };
        self.open + 1..end.max(self.open + 1)
    }
}

/// Finds all pairs of marks, by their start. An opening mark whose block ends goes on in the next block if that begins
/// with a mark of the same kind, and ends with its own block otherwise. Linear in the number of tokens.
#[inline(never)]
pub fn find(text: &str, tokens: &[Token], blocks: &[TokenBlock]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut left_open: Option<usize> = None;
    for (index, block) in blocks.iter().enumerate() {
        let first = found.len();
        let unclosed = pairing::pair(text, tokens, block, index, &mut found);
        if let (Some(before), Some(quotation)) = (left_open, found.get_mut(first))
            && quotation.open == block.tokens.start
            && !quotation.single
        {
            quotation.continues = Some(before);
        }
        left_open = unclosed;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{blocks, tokenize};

    fn quotations(text: &str) -> Vec<String> {
        let tokens = tokenize(text);
        let blocks = blocks::cut(&tokens, &[]);
        find(text, &tokens, &blocks)
            .iter()
            .map(|q| {
                let nested = if q.parent.is_some() { ">" } else { "" };
                let goes_on = if q.continues.is_some() { "+" } else { "" };
                let open = if q.closed { "" } else { "…" };
                format!("{nested}{goes_on}{}{open}", q.inner.of(text))
            })
            .collect()
    }

    #[test]
    fn pairs() {
        for (text, expected) in [
            (r#""We won," she said. "At last.""#, &["We won,", "At last."][..]),
            ("“We won,” she said. “He told me ‘no’ twice.”", &["We won,", "He told me ‘no’ twice.", ">no"]),
            ("‘We won,’ she said. ‘The lads’ effort was huge.’", &["We won,", "The lads’ effort was huge."]),
            ("'It's the workers' day,' he said.", &["It's the workers' day,"]),
            ("„Wir haben gewonnen“, sagte sie.", &["Wir haben gewonnen"]),
            ("»Wir haben ›ja‹ gesagt«, sagte sie.", &["Wir haben ›ja‹ gesagt", ">ja"]),
            ("« Oui », dit-elle.", &["Oui"]),
            (r#"The 6'2" guard and the 5" gun"#, &[]),
            ("“One.\n\n“Two,” he said.", &["One.…", "+Two,"]),
            ("“Never closed, he said.\nNext.", &["Never closed, he said.…"]),
            ("the ’90s, rock ’n’ roll and o’clock", &[]),
            (r#"He posted "she yelled "stop" twice" online."#, &["she yelled \"stop\" twice", ">stop"]),
            ("She (\"no\") and—\"yes\"—left", &["no", "yes"]),
            ("“typo as close“ he said", &["typo as close"]),
            ("", &[]),
        ] {
            assert_eq!(quotations(text), expected, "{text}");
        }
    }
}
