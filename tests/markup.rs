//! What holds of every page that is read, whatever its markup.
#![cfg(feature = "cli")]

use proptest::collection::vec;
use proptest::prelude::*;
use whosaid::html;

/// Pieces of markup, in no sensible order.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<article>",
    "</article>",
    "<main>",
    "<b>",
    "</b>",
    "<q>",
    "</q>",
    "<blockquote>",
    "</blockquote>",
    "<blockquote class='twitter-tweet'>",
    "<aside class=pull-quote>",
    "</aside>",
    "<a href='/x'>",
    "<a href=#n>",
    "</a>",
    "<br>",
    "<pre>",
    "</pre>",
    "<ul><li>",
    "<li>",
    "</ul>",
    "<table><tr><td>",
    "</table>",
    "<td>",
    "<h1>",
    "</h1>",
    "<script>",
    "</script>",
    "<style>",
    "<nav>",
    "</nav>",
    "<div class=related>",
    "<p hidden>",
    "<p lang=de>",
    "<svg>",
    "<math>",
    "<template>",
    "<select>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<p style='display:none'>",
    "&amp;",
    "&shy;",
    "&#0;",
    "&nbsp;",
    "\n",
    "  ",
    "\u{ad}",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":",
    "<meta property='og:title' content=x>",
    "“It holds,” said Ada Quill. ",
    "words ",
    "<",
    "'",
    "\"",
];

fn any_markup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned);
    vec(prop_oneof![8 => piece, 1 => any::<String>()], 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_markup_is_read_or_refused(markup in any_markup()) {
        let Ok(article) = html::read(&markup) else { return Ok(()) };
        let blocks = &article.options.blocks;
        let lines: Vec<&str> = blocks.iter().map(|block| &article.text[block.span.start..block.span.end]).collect();
        prop_assert_eq!(lines.join("\n"), &*article.text, "the text is its blocks, a line each");
        prop_assert!(lines.iter().all(|line| !line.is_empty() && !line.contains('\n') && line.trim_matches(' ') == *line));
        prop_assert!(!article.text.contains("  ") && !article.text.contains('\u{ad}'), "as a browser shows it");
        for link in &article.options.links {
            prop_assert!(article.text.get(link.span.start..link.span.end).is_some_and(|words| !words.is_empty()));
        }
        let report = whosaid::analyze(&article.text, &article.options);
        let scalars = article.text.chars().count();
        prop_assert!(report.attributions.iter().all(|each| each.content.end <= scalars));
    }
}
