//! Reading values of a JSON tree, each with its place for when it cannot be used.

use super::edtf;
use super::problem::{Effect, Fault, Problem};
use crate::json::Json;
use crate::report::Extent;
use crate::text::address::is_web;

/// Longest name, role or label, in bytes.
const LONGEST_NAME: usize = 1000;
/// Longest quotation or original, in bytes.
const LONGEST_TEXT: usize = 200_000;
/// Problems that are told: of a file that is wrong throughout, the first ones say enough.
const MOST_PROBLEMS: usize = 100;

/// A step of the way to a value.
#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

/// Where in the data the reading is, and what was wrong so far.
#[derive(Default)]
pub(super) struct Reader {
    path: Vec<Step>,
    pub problems: Vec<Problem>,
}

impl Reader {
    /// Reads a part under `key`.
    pub fn within<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Key(key));
        let value = read(self);
        self.path.pop();
        value
    }

    /// Goes into the value under `key`; [`Reader::leave`] comes back.
    pub fn go(&mut self, key: &'static str) {
        self.path.push(Step::Key(key));
    }

    /// Goes into an entry of a list; [`Reader::leave`] comes back.
    pub fn enter(&mut self, index: usize) {
        self.path.push(Step::Index(index));
    }

    /// Comes back.
    pub fn leave(&mut self) {
        self.path.pop();
    }

    /// Where the reading is, as a JSON path.
    #[inline(never)]
    pub fn place(&self) -> String {
        let mut place = String::from("$");
        for step in &self.path {
            match step {
                Step::Key(key) => {
                    place.push('.');
                    place.push_str(key);
                }
                Step::Index(index) => {
                    place.push('[');
                    place.push_str(&index.to_string());
                    place.push(']');
                }
            }
        }
        place
    }

    /// Notes a problem with the value at hand.
    #[inline(never)]
    pub fn note(&mut self, fault: Fault, effect: Effect) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { place: self.place(), fault, effect });
        }
    }

    /// Notes that the field `key` is left out.
    pub fn refuse(&mut self, key: &'static str, fault: Fault) {
        self.within(key, |reader| reader.note(fault, Effect::FieldRefused));
    }

    /// The value under `key`; `null` counts as none.
    pub fn value<'j>(&self, object: &'j Json, key: &str) -> Option<&'j Json> {
        object.get(key).filter(|value| **value != Json::Null)
    }

    /// A list; a value of another kind is left out.
    pub fn list<'j>(&mut self, object: &'j Json, key: &'static str) -> &'j [Json] {
        match self.value(object, key) {
            Some(Json::List(values)) => values,
            None => &[],
            Some(_) => {
                self.refuse(key, Fault::List);
                &[]
            }
        }
    }

    /// An object; a value of another kind is left out.
    pub fn object<'j>(&mut self, object: &'j Json, key: &'static str) -> Option<&'j Json> {
        let value = self.value(object, key)?;
        if !matches!(value, Json::Object(_)) {
            self.refuse(key, Fault::Object);
            return None;
        }
        Some(value)
    }

    /// Words as they are, for what has to be found in a text.
    pub fn words<'j>(&mut self, object: &'j Json, key: &'static str) -> Option<&'j str> {
        let value = self.value(object, key)?;
        let fault = match value.as_text() {
            Some(text) if text.len() <= LONGEST_TEXT => return Some(text),
            Some(_) => Fault::LongText,
            None => Fault::Text,
        };
        self.refuse(key, fault);
        None
    }

    /// A short text for people: a name, a role. Controls and line ends become spaces, and of those one is kept; no words
    /// are no text.
    #[inline(never)]
    pub fn text(&mut self, object: &Json, key: &'static str) -> Option<String> {
        let text = self.words(object, key)?;
        if text.len() > LONGEST_NAME {
            self.refuse(key, Fault::LongText);
            return None;
        }
        tidy(text)
    }

    /// Which of `words` it is.
    #[inline(never)]
    pub fn word(&mut self, object: &Json, key: &'static str, words: &[&str]) -> Option<usize> {
        let value = self.value(object, key)?;
        let found = value.as_text().and_then(|text| words.iter().position(|word| *word == text));
        if found.is_none() {
            self.refuse(key, Fault::Word);
        }
        found
    }

    /// An offset.
    pub fn offset(&mut self, object: &Json, key: &'static str) -> Option<usize> {
        let value = self.value(object, key)?;
        let offset = offset(value);
        if offset.is_none() {
            self.refuse(key, Fault::Offset);
        }
        offset
    }

    /// A range; `[]` is none.
    pub fn extent(&mut self, object: &Json, key: &'static str) -> Option<Extent> {
        let value = self.value(object, key)?;
        match extent(value) {
            Ok(extent) => extent,
            Err(()) => {
                self.refuse(key, Fault::Range);
                None
            }
        }
    }

    /// An address of the web. White space around it is no part of it.
    pub fn address(&mut self, object: &Json, key: &'static str) -> Option<String> {
        let address = self.words(object, key)?.trim();
        if !is_web(address) {
            self.refuse(key, Fault::Address);
            return None;
        }
        Some(address.to_owned())
    }

    /// A date in EDTF.
    pub fn date(&mut self, object: &Json, key: &'static str) -> Option<String> {
        let date = self.words(object, key)?.trim();
        if !edtf::is_valid(date) {
            self.refuse(key, Fault::Date);
            return None;
        }
        Some(date.to_owned())
    }

    /// A day.
    pub fn day(&mut self, object: &Json, key: &'static str) -> Option<String> {
        let day = self.words(object, key)?.trim();
        let day = day.split_once('T').map_or(day, |(day, _)| day);
        if !edtf::is_day(day) {
            self.refuse(key, Fault::Day);
            return None;
        }
        Some(day.to_owned())
    }
}

/// Most marks over and under one letter: more are drawn through the lines above and below. Hebrew has four.
const MOST_STACKED: usize = 4;

/// A text for people: controls and white space are single spaces, and no letter carries a tower of marks.
pub(super) fn tidy(text: &str) -> Option<String> {
    let mut tidy = String::with_capacity(text.len());
    let mut stacked = 0;
    for part in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|part| !part.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        for c in part.chars() {
            stacked = if is_stacked(c) { stacked + 1 } else { 0 };
            if stacked <= MOST_STACKED {
                tidy.push(c);
            }
        }
    }
    Some(tidy).filter(|tidy| !tidy.is_empty())
}

/// Whether a character is drawn over or under the one before it, in the scripts whose marks stand in towers.
fn is_stacked(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// A whole number that can be an offset.
pub(super) fn offset(value: &Json) -> Option<usize> {
    match value {
        Json::Number(number) if (0.0..=4e9).contains(number) && number % 1.0 == 0.0 => Some(*number as usize),
        _ => None,
    }
}

/// Whether the pieces of an utterance stand in it, one after the other.
pub(super) fn fit(pieces: &[Extent], start: usize, end: usize) -> bool {
    pieces.iter().all(|piece| start <= piece.start && piece.end <= end) && pieces.is_sorted_by(|a, b| a.end <= b.start)
}

/// A range, or `[]` for none.
pub(super) fn extent(value: &Json) -> Result<Option<Extent>, ()> {
    let Json::List(ends) = value else { return Err(()) };
    match ends.as_slice() {
        [] => Ok(None),
        [start, end] => match (offset(start), offset(end)) {
            (Some(start), Some(end)) if start <= end => Ok(Some(Extent { start, end })),
            _ => Err(()),
        },
        _ => Err(()),
    }
}
