//! How much data is read at all.

use super::problem::{Effect, Fault, Problem};
use crate::json::Json;

/// Bytes of data. A report of a thousand quotations has about two millions.
pub const LONGEST: usize = 4 << 20;
/// Levels of lists and objects in each other; a report has seven.
pub const DEEPEST: usize = 32;
/// Values of any kind.
pub const MOST_VALUES: usize = 500_000;
/// Entries, and sources.
pub const MOST_ENTRIES: usize = 2_000;

/// Refuses data of more than [`LONGEST`] bytes before it is parsed.
///
/// # Errors
/// Where it is longer.
pub fn check_length(bytes: usize) -> Result<(), Problem> {
    if bytes > LONGEST { Err(whole("$".into(), Fault::TooLong)) } else { Ok(()) }
}

/// Refuses data that is deeper or larger than can be meant.
///
/// # Errors
/// Where it is.
pub fn check_limits(data: &Json) -> Result<(), Problem> {
    let mut left = MOST_VALUES;
    match excess(data, DEEPEST, &mut left) {
        Some(Fault::TooDeep) => Err(whole(deepest_place(data), Fault::TooDeep)),
        Some(fault) => Err(whole("$".into(), fault)),
        None => Ok(()),
    }
}

/// What is in excess of the limits.
fn excess(value: &Json, depth: usize, left: &mut usize) -> Option<Fault> {
    let Some(rest) = left.checked_sub(1) else { return Some(Fault::TooMany) };
    *left = rest;
    let is_nested = matches!(value, Json::List(_) | Json::Object(_));
    if is_nested && depth == 0 {
        return Some(Fault::TooDeep);
    }
    match value {
        Json::List(values) => values.iter().find_map(|value| excess(value, depth - 1, left)),
        Json::Object(members) => members.iter().find_map(|(_, value)| excess(value, depth - 1, left)),
        _ => None,
    }
}

/// The key of the object, or the index in the list, under which the data is too deep.
fn deepest_place(data: &Json) -> String {
    let is_deep = |value: &Json| excess(value, DEEPEST - 1, &mut MOST_VALUES.clone()) == Some(Fault::TooDeep);
    match data {
        Json::Object(members) => members.iter().find(|(_, value)| is_deep(value)).map(|(key, _)| ["$.", key].concat()),
        Json::List(values) => values.iter().position(is_deep).map(|index| ["$[", &index.to_string(), "]"].concat()),
        _ => None,
    }
    .unwrap_or_else(|| "$".into())
}

/// A problem for which all of the data is refused.
pub(super) fn whole(place: String, fault: Fault) -> Problem {
    Problem { place, fault, effect: Effect::AllRefused }
}

/// Parses JSON of a file, within the limits. The widget has the browser's own parser.
///
/// # Errors
/// Where it is no JSON, with line and column, or exceeds the limits.
#[cfg(feature = "files")]
pub fn parse(text: &str) -> Result<Json, Problem> {
    check_length(text.len())?;
    // Some programs begin a file with a byte order mark.
    let data = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let deep = error.to_string().starts_with("recursion limit");
        let place = format!("line {}, column {}", error.line(), error.column());
        whole(place, if deep { Fault::TooDeep } else { Fault::NotJson })
    })?;
    check_limits(&data)?;
    Ok(data)
}
