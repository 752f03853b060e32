//! What the newsroom says, read and laid over what the engine inferred; and reports in the formats of others.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, clippy::panic)] // A test fails by panicking.
#![recursion_limit = "256"]

mod addresses;
mod baked;
mod exports;
mod hostile;
mod merging;
mod round_trip;
mod schema;

use whosaid::newsroom::{Published, merge, parse, read};
use whosaid::report::{Attribution, Report};
use whosaid::{Options, analyze};

/// An article with a direct quotation, an unnamed source, indirect speech and an outlet.
pub const ARTICLE: &str = "Harbour wall fails in the night
“The wall held for ninety years,” Mayor Ada Quill said in an interview with the Northern Courier on Monday. “It did not hold last night.”
One official said that the pumps were “old and tired” when the water came.
Ivo Brandt, the harbour master, wrote in a letter that nobody had been hurt.
The Quay Times reported that the board will meet 14 engineers in May.
";

/// The engine's report on a text of a given day.
pub fn inferred(text: &str) -> Report {
    analyze(text, &Options { published: Some("2024-05-07".into()), ..Options::default() })
}

/// What data says.
pub fn published(data: &str) -> Published {
    parse(data).and_then(|data| read(&data)).unwrap_or_else(|problem| panic!("{problem}: {data}"))
}

/// The report on [`ARTICLE`] with these entries of the newsroom.
pub fn merged(entries: &str) -> Report {
    merge(inferred(ARTICLE), ARTICLE, published(&format!(r#"{{"version": 1, "attributions": [{entries}]}}"#)))
}

/// The attribution whose words begin so.
pub fn of<'r>(report: &'r Report, words: &str) -> &'r Attribution {
    let mut found = report.attributions.iter().filter(|entry| entry.content.exact.starts_with(words));
    found.next().unwrap_or_else(|| panic!("nothing begins with {words:?}: {report:#?}"))
}

/// The name of an attribution's source.
pub fn name<'r>(report: &'r Report, entry: &Attribution) -> Option<&'r str> {
    let id = entry.speaker()?;
    report.sources.iter().find(|source| source.id == id)?.name.as_deref()
}
