//! A language's file: read and checked while compiling, shipped without its keys.

use super::{NAMED, SINGLE};

/// How many messages a language has.
pub(super) const COUNT: usize = start(NAMED.len());

/// The place of a vocabulary's first message.
pub(super) const fn start(vocabulary: usize) -> usize {
    let (mut at, mut start) = (0, SINGLE.len());
    while at < vocabulary {
        start += NAMED[at].1.len();
        at += 1;
    }
    start
}

/// The keys, in the order of a file: "close", or "form" and "direct" for `form.direct`.
pub(super) const KEYS: [(&str, &str); COUNT] = {
    let mut keys = [("", ""); COUNT];
    let mut at = 0;
    while at < SINGLE.len() {
        keys[at].0 = SINGLE[at];
        at += 1;
    }
    let mut group = 0;
    while group < NAMED.len() {
        let (name, words) = NAMED[group];
        let mut word = 0;
        while word < words.len() {
            keys[at] = (name, words[word]);
            at += 1;
            word += 1;
        }
        group += 1;
    }
    keys
};

/// The messages of a file, a line each, without keys, comments and empty lines: what [`super::Lang::learn`] reads.
macro_rules! squeezed {
    ($file:literal) => {{
        const WRITTEN: &[u8] = include_bytes!($file);
        const LENGTH: usize = $crate::wording::messages::table::squeeze(WRITTEN, &mut [0; WRITTEN.len()]);
        const BYTES: [u8; LENGTH] = {
            let mut bytes = [0; LENGTH];
            $crate::wording::messages::table::squeeze(WRITTEN, &mut bytes);
            bytes
        };
        match std::str::from_utf8(&BYTES) {
            Ok(text) => text,
            // Whole lines and keys are left out, so this is not reached.
            Err(_) => "",
        }
    }};
}

pub(super) use squeezed;

/// Writes the messages of `text` to `out` as far as there is room, and returns their length. Runs while compiling: a
/// message that is missing, unknown or out of place stops the build, which names the message expected there.
#[allow(clippy::panic)] // It never runs in a program.
pub(super) const fn squeeze(text: &[u8], out: &mut [u8]) -> usize {
    let (mut at, mut length, mut key) = (0, 0, 0);
    while at < text.len() {
        if text[at] == b'#' || text[at] == b'\n' {
            at = line_end(text, at) + 1;
            continue;
        }
        if key == COUNT {
            panic!("there are lines after the last message");
        }
        let (name, word) = KEYS[key];
        let Some(colon) = after_key(text, at, name, word) else { missing(name, word) };
        key += 1;
        let end = line_end(text, at);
        // One space parts a message from its key.
        at = if colon < end { colon + 1 } else { colon };
        while at <= end {
            let byte = if at < end { text[at] } else { b'\n' };
            if length < out.len() {
                out[length] = byte;
            }
            length += 1;
            at += 1;
        }
    }
    if key < COUNT {
        let (name, word) = KEYS[key];
        missing(name, word);
    }
    length
}

#[allow(clippy::panic)] // As above.
const fn missing(name: &'static str, word: &'static str) -> ! {
    // Only one text can be put into what a build says; the vocabulary's word tells more than its name.
    if word.is_empty() { panic!("{}", name) } else { panic!("{}", word) }
}

const fn line_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] != b'\n' {
        at += 1;
    }
    at
}

/// Where the colon after the key ends, if the line at `at` has this key.
const fn after_key(text: &[u8], at: usize, name: &str, word: &str) -> Option<usize> {
    let Some(mut at) = after(text, at, name) else { return None };
    if !word.is_empty() {
        at = match after(text, at, ".") {
            Some(at) => at,
            None => return None,
        };
        at = match after(text, at, word) {
            Some(at) => at,
            None => return None,
        };
    }
    after(text, at, ":")
}

/// Where `piece` ends, if it stands at `at`.
const fn after(text: &[u8], at: usize, piece: &str) -> Option<usize> {
    let piece = piece.as_bytes();
    let mut within = 0;
    while within < piece.len() {
        if at + within >= text.len() || text[at + within] != piece[within] {
            return None;
        }
        within += 1;
    }
    Some(at + within)
}
