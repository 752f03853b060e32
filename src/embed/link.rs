//! A link to words on this page: a text fragment, which browsers scroll to and highlight.

use crate::report::Content;

/// Quotations of more words than this are given by their first and last words.
const LONG: usize = 12;
/// How many words then stand for either end.
const END: usize = 4;
/// Quotations of no more words than this may stand in the text before: the words that lead to them are given too.
const SHORT: usize = 3;

/// The address of `content` on the page at `address`; `encode` is percent-encoding for a component of an address.
pub(super) fn to_words(address: &str, content: &Content, encode: impl Fn(&str) -> String) -> String {
    let page = address.split('#').next().unwrap_or("");
    // A dash separates the parts of a fragment and is left alone by the usual encoding.
    let encode = |words: &[&str]| encode(&words.join(" ")).replace('-', "%2D");
    let words: Vec<&str> = content.exact.split_whitespace().collect();
    // Words in one piece are not found over the end of a block.
    let broken = content.exact.contains('\n') && words.len() > 1;
    let end = END.min(words.len() / 2);
    let text = match (words.get(..end), words.get(words.len() - end..)) {
        (Some(first), Some(last)) if broken || words.len() > LONG => [encode(first), encode(last)].join(","),
        _ => encode(&words),
    };
    // The first word of what is kept before the words may have lost its beginning.
    let line: Vec<&str> = content.prefix.rsplit('\n').next().unwrap_or("").split_whitespace().skip(1).collect();
    let before = line.get(line.len().saturating_sub(SHORT)..).unwrap_or(&[]);
    let tells = words.len() <= SHORT && before.iter().any(|word| word.contains(char::is_alphanumeric));
    let before = if tells { encode(before) + "-," } else { String::new() };
    [page, "#:~:text=", &before, &text].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fragment(exact: &str) -> String {
        after(exact, "")
    }

    fn after(exact: &str, prefix: &str) -> String {
        let content = Content { exact: exact.into(), prefix: prefix.into(), ..Content::default() };
        to_words("https://a.example/story?x=1#top", &content, |words| words.replace(' ', "%20"))
    }

    #[test]
    fn short_words_stand_whole_and_long_ones_by_their_ends() {
        assert_eq!(fragment("No  way-out"), "https://a.example/story?x=1#:~:text=No%20way%2Dout");
        assert_eq!(
            fragment("one two three four five six seven eight nine ten eleven twelve thirteen"),
            "https://a.example/story?x=1#:~:text=one%20two%20three%20four,ten%20eleven%20twelve%20thirteen"
        );
    }
    #[test]
    fn words_over_two_blocks_stand_by_their_ends_and_few_words_after_those_before_them() {
        assert_eq!(fragment("It fell.\nIt burned."), "https://a.example/story?x=1#:~:text=It%20fell.,It%20burned.");
        assert_eq!(after("No", "he was asked. “"), "https://a.example/story?x=1#:~:text=was%20asked.%20“-,No");
        assert_eq!(after("No", "The end.\nThen “"), "https://a.example/story?x=1#:~:text=No");
    }
}
