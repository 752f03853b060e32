//! What the newsroom says of its article's quotations, and the inferred report beside it.
//!
//! A publisher gives a report ([`read_report`]), JSON-LD ([`read_json_ld`]) or, on the command line, Web Annotations, each
//! as a [`Json`] tree that the browser's own parser filled, or the command line's. Reading never trusts:
//! a value that cannot be used is left out with its place and mend ([`Problem`]), what is good around it stays, and what
//! is no data of this kind is refused as a whole. [`merge`] lays what was read over the report of the engine, field by
//! field, the newsroom first:
//!
//! ```
//! # use whosaid::{Options, analyze, json::Json, newsroom};
//! let text = "“The wall held,” the mayor said.";
//! let member = |key: &str, value| (key.to_owned(), value);
//! let entry = Json::Object(vec![
//!     member("content", Json::Object(vec![member("exact", "The wall held,".into())])),
//!     member("source", Json::Object(vec![member("name", "Ada Quill".into())])),
//! ]);
//! let data = Json::Object(vec![member("version", Json::Number(1.0)), member("attributions", Json::List(vec![entry]))]);
//! let published = newsroom::read_report(&data)?;
//! let report = newsroom::merge(analyze(text, &Options::default()), text, published);
//! # assert!(report.sources.iter().any(|source| source.name.as_deref() == Some("Ada Quill")));
//! # Ok::<(), newsroom::Problem>(())
//! ```
//!
//! # What counts as whose
//!
//! A field that the data gives wins over the inferred one. It keeps the basis that the data gives; without one, the
//! newsroom entered it. Where both say the same, the article's own words stay as evidence. `null` says nothing, except in
//! an entry that is `confirmed` or `corrected`: there it takes the inferred value away. A source's role is taken away by `""`. An entry without a status whose
//! source the newsroom entered counts as confirmed, or as corrected where the engine read another source. What a field
//! of the newsroom settles is no longer `missing`. Where the article's words have changed since, the entry's words are
//! kept in `was` and nobody has confirmed the new ones; where a negation, a number or a name differs, they are other
//! words, and the entry is an orphan.
//!
//! # What is repaired
//!
//! Unknown keys, `__proto__` and `constructor` among them, are passed over. In names, roles and the like, controls and
//! line ends become spaces, and no letter carries more than four marks over or under it. White space around an address is
//! dropped. Of several entries with one id the later ones get new ids. A single value stands for a list of one in JSON-LD.

mod about;
mod adopt;
#[cfg(feature = "cli")]
mod annotations;
#[cfg(feature = "cli")]
mod check;
mod edtf;
mod ids;
mod limits;
mod linked;
mod merge;
mod overlay;
mod problem;
mod reader;
mod record;
mod sources;
#[cfg(feature = "review")]
mod write;

pub use about::{About, about};
#[cfg(feature = "cli")]
pub use annotations::read_annotations;
#[cfg(feature = "cli")]
pub use check::{Contradiction, Finding, check};
#[cfg(feature = "files")]
pub use limits::parse;
pub use limits::{DEEPEST, LONGEST, MOST_ENTRIES, MOST_VALUES, check_length, check_limits};
pub use linked::read_json_ld;
pub use merge::merge;
pub use problem::{Effect, Fault, Problem};
pub use record::read_report;
#[cfg(feature = "review")]
pub use write::write;

use crate::json::Json;
use crate::report::{ArticleInfo, Attribution, Source, Status};

/// What a publisher's data says, read and found usable.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Published {
    /// What it says of the article itself.
    pub article: ArticleInfo,
    /// Who speaks; entries refer to them by `id`.
    pub sources: Vec<Source>,
    /// What it says of quotations, in its order.
    pub entries: Vec<Entry>,
    /// What in it could not be used.
    pub problems: Vec<Problem>,
}

impl Published {
    /// The words that the newsroom withheld, without what was said of them: for a page in which they are not to be found
    /// again.
    pub fn withheld(&self) -> Vec<Attribution> {
        let entries = self.entries.iter().map(|entry| &entry.attribution);
        let withheld = entries.filter(|entry| entry.status == Status::Withheld).map(|entry| {
            let mut content = entry.content.clone();
            if content.start == record::UNKNOWN || content.end == record::UNKNOWN {
                (content.start, content.end) = (0, 0);
            }
            Attribution { content, status: Status::Withheld, ..Attribution::default() }
        });
        withheld.collect()
    }
}

/// What a publisher's data says of one quotation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// What it says; a field that it does not give is empty.
    pub attribution: Attribution,
    /// The fields about which it says something, be it that there is nothing.
    pub(crate) said: u16,
    /// Which of its list it is.
    index: usize,
}

/// Fields for which an empty value can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(crate) enum Field {
    Form = 1,
    Source = 1 << 1,
    Addressee = 1 << 2,
    Medium = 1 << 3,
    Outlet = 1 << 4,
    Date = 1 << 5,
    Route = 1 << 6,
    Chain = 1 << 7,
    Links = 1 << 8,
    Missing = 1 << 9,
    Status = 1 << 10,
    Nested = 1 << 11,
}

impl Entry {
    pub(crate) fn says(&self, field: Field) -> bool {
        self.said & field as u16 != 0
    }

    /// Whether the newsroom has looked at it.
    fn is_reviewed(&self) -> bool {
        matches!(self.attribution.status, Status::Confirmed | Status::Corrected)
    }

    /// Whether an empty value of this field takes the inferred one away.
    fn clears(&self, field: Field) -> bool {
        self.is_reviewed() && self.says(field)
    }

    pub(crate) fn note(&mut self, field: Field) {
        self.said |= field as u16;
    }
}

/// Reads data of a kind that its content tells: a report, JSON-LD of schema.org, or (on the command line) Web Annotations.
///
/// # Errors
/// Where it is none of these, or exceeds the limits.
pub fn read(data: &Json) -> Result<Published, Problem> {
    let first = data.as_list().first().unwrap_or(data);
    let Some(context) = first.get("@context") else {
        // Some leave the context out, or say it once for several scripts.
        let is_linked = ["@type", "@graph"].iter().any(|key| first.get(key).is_some());
        return if is_linked { read_json_ld(data) } else { read_report(data) };
    };
    let is_annotations =
        context.as_list().iter().filter_map(Json::as_text).any(|address| address.contains("www.w3.org/ns/anno"));
    #[cfg(feature = "cli")]
    if is_annotations {
        return read_annotations(data);
    }
    if is_annotations { read_report(data) } else { read_json_ld(data) }
}
