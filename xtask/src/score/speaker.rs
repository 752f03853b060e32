//! When two mentions mean the same speaker: `trim`, `head` and `spk_eval` of `score.py`.

use super::gold::{Mention, Range};

/// Whether a character is stripped from both ends of spans before they are compared.
fn is_strippable(c: char) -> bool {
    " \t\r\n\u{a0}\"“”«»„‘’'`,.;:!?…-–—()[]".contains(c)
}

/// A span without white space, quotation marks and punctuation at its ends.
pub fn trim(text: &[char], (mut start, mut end): Range) -> Range {
    let strippable = |at: usize| text.get(at).is_some_and(|&c| is_strippable(c));
    while start < end && strippable(start) {
        start += 1;
    }
    while end > start && strippable(end - 1) {
        end -= 1;
    }
    (start, end)
}

/// How a predicted speaker compares with the annotated one.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Agreement {
    /// The trimmed spans are equal.
    pub exact: bool,
    /// The spans share a character.
    pub overlap: bool,
    /// The heads are equal, or the spans overlap and the prediction contains the head.
    pub head: bool,
}

/// Compares a predicted speaker with the annotated one.
pub fn agreement(text: &[char], gold: &Mention, predicted: Option<&Mention>) -> Agreement {
    let Some(predicted) = predicted else { return Agreement::default() };
    let (exact, overlap) = match (gold.range(), predicted.range()) {
        (Some(gold_range), Some(range)) => {
            let (gold_range, range) = (trim(text, gold_range), trim(text, range));
            let pieces = gold.segments.as_deref().unwrap_or_default();
            let overlap = overlaps(gold_range, range) || pieces.iter().any(|&piece| overlaps(piece, range));
            (gold_range == range, overlap)
        }
        _ => {
            let same = predicted.text.trim().to_lowercase() == gold.text.trim().to_lowercase();
            (same, same)
        }
    };
    let (gold_head, predicted_head) = (head(&gold.text), head(&predicted.text));
    let contains = || overlap && contains_word(&predicted.text.to_lowercase(), &gold_head);
    Agreement { exact, overlap, head: !gold_head.is_empty() && (gold_head == predicted_head || contains()) }
}

/// Whether two ranges share a character.
pub fn overlaps(a: Range, b: Range) -> bool {
    a.1.min(b.1) > a.0.max(b.0)
}

/// The last token of a mention, cut at the first comma, bracket, dash or preposition, without generational suffixes.
pub fn head(mention: &str) -> String {
    let unquoted = mention.trim().trim_matches(['"', '“', '”', '‘', '’', '\'']).replace('\u{a0}', " ");
    let cut = unquoted.get(..cut_position(&unquoted)).unwrap_or(&unquoted).trim();
    let bare = without_possessive(cut);
    let mut tokens: Vec<&str> = bare.split_whitespace().collect();
    while tokens.len() > 1 && tokens.last().is_some_and(|token| is_generation(token)) {
        tokens.pop();
    }
    let last = tokens.last().copied().unwrap_or_default();
    last.chars().filter(|&c| is_word(c)).collect::<String>().to_lowercase()
}

/// Words before which a mention is cut.
const CUT_WORDS: &[&str] =
    &["of", "for", "from", "in", "at", "with", "on", "who", "that", "and", "to", "as", "by", "whose", "which"];

/// The byte at which a mention is cut: after its first character, before punctuation or a word of [`CUT_WORDS`].
fn cut_position(mention: &str) -> usize {
    let padded = format!("{mention} ");
    let cuts = |at: usize, c: char| {
        let rest = padded.get(at + c.len_utf8()..).unwrap_or_default();
        ",([–—:;".contains(c)
            || (c == ' ' && rest.starts_with("- "))
            || (c == ' ' && rest.split_once(' ').is_some_and(|(word, _)| CUT_WORDS.contains(&word)))
    };
    padded.char_indices().skip(1).find(|&(at, c)| cuts(at, c)).map_or(mention.len(), |(at, _)| at)
}

/// A mention without `'s` or a last apostrophe.
fn without_possessive(mention: &str) -> &str {
    let apostrophe = |text: &'_ str| -> Option<usize> { text.strip_suffix(['\'', '’']).map(str::len) };
    let before_s = mention.strip_suffix('s').and_then(apostrophe);
    before_s.or_else(|| apostrophe(mention)).and_then(|end| mention.get(..end)).unwrap_or(mention)
}

fn is_generation(token: &str) -> bool {
    let bare = token.strip_suffix('.').unwrap_or(token);
    ["jr", "sr", "ii", "iii", "iv"].iter().any(|suffix| bare.eq_ignore_ascii_case(suffix))
}

/// What `\w` matches in Python.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `word` stands in `text` between word boundaries.
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|tail| tail.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// Number of words, as `ntok` counts them: a word character, then word characters, apostrophes, dots and hyphens.
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for c in text.chars() {
        let continues = inside && (is_word(c) || "’'.-".contains(c));
        let begins = !inside && is_word(c);
        count += usize::from(begins);
        inside = continues || begins;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads() {
        for (mention, expected) in [
            ("Mayor Ada Quill", "quill"),
            ("Ada Quill, mayor of Ostrava", "quill"),
            ("Ada Quill Jr.", "quill"),
            ("a spokesman for the Harbour Board", "spokesman"),
            ("the board's", "board"),
            ("the boards’", "boards"),
            ("she", "she"),
            ("“Quill”", "quill"),
            ("Quill - the mayor", "quill"),
            ("of", "of"),
            ("", ""),
            ("people who know her", "people"),
        ] {
            assert_eq!(head(mention), expected, "{mention}");
        }
    }

    #[test]
    fn words() {
        for (text, expected) in [("", 0), ("one", 1), ("don't stop-gap U.S. now", 4), ("— … “”", 0), ("a,b", 2)]
        {
            assert_eq!(count_words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_head_inside_a_longer_mention_counts_only_where_the_spans_overlap() {
        let text: Vec<char> = "Mayor Quill of Oststadt. Quill of Oststadt".chars().collect();
        let mention =
            |start, end, text: &str| Mention { start: Some(start), end: Some(end), text: text.into(), segments: None };
        let gold = mention(6, 23, "Quill of Oststadt");
        let around = agreement(&text, &gold, Some(&mention(0, 23, "Mayor Quill of Oststadt")));
        assert_eq!(around, Agreement { exact: false, overlap: true, head: true });
        let town = agreement(&text, &gold, Some(&mention(34, 42, "Oststadt")));
        assert_eq!(town, Agreement::default());
    }
}
