//! The article's text with an index by scalar value.

use crate::report::Extent;

/// Scalar values between two entries of the index.
const STRIDE: usize = 64;

/// The article's text, answering in words to the report's ranges of scalar values.
///
/// It is `Eq`, so that two `Rc`s of the same text compare without reading it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleText {
    text: String,
    /// Byte offset of every [`STRIDE`]th scalar value.
    index: Vec<usize>,
    /// Number of scalar values.
    count: usize,
}

impl ArticleText {
    /// Indexes `text`.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let index = text.char_indices().step_by(STRIDE).map(|(byte, _)| byte).collect();
        let count = text.chars().count();
        Self { text, index, count }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The words of a range; empty where it does not fit the text.
    pub fn words(&self, extent: Extent) -> &str {
        match (self.byte(extent.start), self.byte(extent.end)) {
            (Some(start), Some(end)) => self.text.get(start..end).unwrap_or(""),
            _ => "",
        }
    }

    /// The byte at which a scalar value starts; the text's length for one past the last.
    fn byte(&self, scalar: usize) -> Option<usize> {
        if scalar == self.count {
            return Some(self.text.len());
        }
        let anchor = *self.index.get(scalar / STRIDE)?;
        let (within, _) = self.text.get(anchor..)?.char_indices().nth(scalar % STRIDE)?;
        Some(anchor + within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_scalar_values() {
        let article = ArticleText::new("Ä𝄞b said");
        assert_eq!(article.words(Extent::new(1, 3)), "𝄞b");
        assert_eq!(article.words(Extent::new(4, 8)), "said");
        assert_eq!(article.words(Extent::new(4, 9)), "");
        assert_eq!(article.words(Extent { start: 3, end: 1 }), "");
        assert_eq!(ArticleText::new("").words(Extent::new(0, 0)), "");
    }

    #[test]
    fn the_index_agrees_with_counting() {
        for length in [63, 64, 65, 127, 128, 129, 200] {
            let text: String = ('a'..='z').chain('α'..='ω').cycle().take(length).collect();
            let article = ArticleText::new(text.as_str());
            for start in 0..=length + 1 {
                for end in start..=length + 1 {
                    let counted: String = text.chars().skip(start).take(end - start).collect();
                    let expected = if end > length { "" } else { counted.as_str() };
                    assert_eq!(article.words(Extent::new(start, end)), expected, "{start}..{end} of {length}");
                }
            }
        }
    }
}
