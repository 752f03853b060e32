//! Any markup is read or refused, and what was read fits its own blocks and links.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::{analyze, html};

fuzz_target!(|markup: &str| {
    let Ok(article) = html::read(markup) else { return };
    let spans = article.options.blocks.iter().map(|block| block.span);
    for span in spans.chain(article.options.links.iter().map(|link| link.span)) {
        assert!(article.text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
    }
    analyze(&article.text, &article.options);
});
