//! Any text gives a report whose offsets fit it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::{Options, analyze};

fuzz_target!(|text: &str| {
    let scalars: Vec<char> = text.chars().collect();
    for attribution in analyze(text, &Options::default()).attributions {
        let content = attribution.content;
        let words: String = scalars[content.start..content.end].iter().collect();
        assert_eq!(words, content.exact);
    }
});
