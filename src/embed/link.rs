//! A link to words on this page: a text fragment, which browsers scroll to and highlight.

use crate::report::Content;

/// Quotations of more words than this are given by their first and last words.
const LONG: usize = 12;
/// How many words then stand for either end.
const END: usize = 4;

/// The address of `content` on the page at `address`; `encode` is percent-encoding for a component of an address.
pub(super) fn to_words(address: &str, content: &Content, encode: impl Fn(&str) -> String) -> String {
    let page = address.split('#').next().unwrap_or("");
    // A dash separates the parts of a fragment and is left alone by the usual encoding.
    let encode = |words: &[&str]| encode(&words.join(" ")).replace('-', "%2D");
    let words: Vec<&str> = content.exact.split_whitespace().collect();
    let text = match (words.get(..END), words.len().checked_sub(END).and_then(|at| words.get(at..))) {
        (Some(first), Some(last)) if words.len() > LONG => [encode(first), encode(last)].join(","),
        _ => encode(&words),
    };
    [page, "#:~:text=", &text].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fragment(exact: &str) -> String {
        let content = Content { exact: exact.into(), ..Content::default() };
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
}
