//! Any selector on any text is answered, and what is found lies in the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::anchor::{Selector, anchor};

fuzz_target!(|input: (&str, &str, &str, &str)| {
    let (text, exact, prefix, suffix) = input;
    let selector = Selector { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into(), start: None };
    if let Some(span) = anchor(text, &selector).span() {
        assert!(text.get(span.start..span.end).is_some());
    }
});
