//! A report in the formats of others: schema.org, W3C Web Annotation, ninjs, a table.
//!
//! What the newsroom withheld is in none of them, nor are orphans. Nothing here says that a statement is true: there is no
//! `ClaimReview`.

#[cfg(feature = "cli")]
mod annotations;
mod csv;
#[cfg(feature = "cli")]
mod ninjs;
#[cfg(feature = "cli")]
mod schema_org;
#[cfg(feature = "cli")]
mod table;

#[cfg(feature = "cli")]
pub use annotations::annotations;
pub use csv::csv;
#[cfg(feature = "cli")]
pub use ninjs::ninjs;
#[cfg(feature = "cli")]
pub use schema_org::schema_org;

#[cfg(feature = "cli")]
use crate::json::Json;
use crate::report::{Attribution, Extent, Report, Source, Status};

/// Stands before the name of a closed set of the record where another format wants an address for it.
pub const TERM_SET: &str = "urn:whosaid:";

/// Stands for the address of an article that has none.
pub const NO_ADDRESS: &str = "urn:whosaid:article";

/// The JSON Schema of a report.
#[cfg(feature = "cli")]
pub fn json_schema() -> impl serde::Serialize {
    schemars::schema_for!(Report)
}

/// The report without what was withheld and without orphans.
fn shown(report: &Report) -> impl Iterator<Item = &Attribution> {
    report.attributions.iter().filter(|entry| entry.status != Status::Withheld)
}

/// The source of an attribution.
fn source_of<'r>(report: &'r Report, entry: &Attribution) -> Option<&'r Source> {
    let id = entry.speaker()?;
    report.sources.iter().find(|source| source.id == id)
}

/// The pieces of an utterance that other words interrupt; one otherwise.
pub(crate) fn pieces(entry: &Attribution) -> Vec<String> {
    let content = &entry.content;
    let piece = |piece: &Extent| -> String {
        let from = piece.start.saturating_sub(content.start);
        content.exact.chars().skip(from).take(piece.end - piece.start).collect()
    };
    if content.segments.len() < 2 { vec![content.exact.clone()] } else { content.segments.iter().map(piece).collect() }
}

/// The words of an utterance, without those that interrupt them.
fn utterance(entry: &Attribution) -> String {
    pieces(entry).join(" ")
}

/// What a source is called: by name, else as the article does.
fn called(source: &Source) -> Option<&str> {
    source.name.as_deref().or(source.label.as_deref())
}

/// An object under construction; members without a value are left out.
#[cfg(feature = "cli")]
#[derive(Default)]
struct Object(Vec<(String, Json)>);

#[cfg(feature = "cli")]
impl Object {
    /// An object of a schema.org type, or of another vocabulary that says it so.
    fn of(kind: &str) -> Self {
        Self::default().with("@type", kind)
    }

    fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.0.push((key.to_owned(), value.into()));
        self
    }

    fn maybe(self, key: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// A list, unless nothing is in it.
    fn list(self, key: &str, values: Vec<Json>) -> Self {
        self.maybe(key, Some(values).filter(|values| !values.is_empty()))
    }

    /// A single value, or several as a list, unless there is none.
    fn one_or_list(self, key: &str, mut values: Vec<Json>) -> Self {
        match values.len() {
            1 => self.maybe(key, values.pop()),
            _ => self.list(key, values),
        }
    }
}

#[cfg(feature = "cli")]
impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

/// The address of the article, or what stands for it.
#[cfg(feature = "cli")]
fn address(report: &Report) -> &str {
    report.article.url.as_deref().filter(|url| crate::text::address::is_web(url)).unwrap_or(NO_ADDRESS)
}
