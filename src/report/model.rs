//! The types of a report, field by field as in the JSON. All offsets are [`Extent`]s.

use super::extent::{Extent, at};
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind, Status, Terms};
use serde::{Deserialize, Serialize};

/// The version of the record that this crate reads and writes.
pub const VERSION: u32 = 1;

/// The name that stands in a chain for the page itself.
pub const ARTICLE_AGENT: &str = "article";

/// What an article yields: its sources and its attributions, in the order of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Report {
    /// Version of the record; [`VERSION`].
    pub version: u32,
    /// Program and version that wrote it.
    #[serde(default)]
    pub generator: String,
    /// Language of the article, as a BCP 47 tag.
    #[serde(default)]
    pub language: String,
    /// The engine does not read this language: quotations were found by their marks, and nobody looked who speaks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sources_unread: bool,
    /// What is known of the article itself.
    #[serde(default)]
    pub article: ArticleInfo,
    /// Everyone and everything that is quoted or relayed; attributions refer to them by `id`.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// One per utterance, by start of content.
    #[serde(default)]
    pub attributions: Vec<Attribution>,
    /// What the newsroom entered for words that do not stand in this article any more; offsets are those of its file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orphans: Vec<Attribution>,
}

/// What is known of the article itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ArticleInfo {
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Its headline.
    #[serde(default)]
    pub headline: Option<String>,
    /// Its date line, as an ISO 8601 date.
    #[serde(default)]
    pub published: Option<String>,
    /// Who publishes it.
    #[serde(default)]
    pub publisher: Option<String>,
}

/// Whose words they are: a person, an outlet, a document, a crowd.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Source {
    /// Identifier within this report.
    pub id: String,
    /// The name as the article gives it in full; none for an unnamed source.
    #[serde(default)]
    pub name: Option<String>,
    /// What the article calls the source, for unnamed ones ("one official").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Title, office or description, as the article gives it.
    #[serde(default)]
    pub role: Option<String>,
    /// Where the article mentions it.
    #[serde(default)]
    pub mentions: Vec<Extent>,
}

/// One utterance: whose words, and by what way they came here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Identifier within this report.
    pub id: String,
    /// How the words are given.
    pub form: Form,
    /// The utterance within which this one is reported.
    #[serde(default)]
    pub nested_in: Option<String>,
    /// The attributed words.
    pub content: Content,
    /// Whose words; none where the article does not make it clear.
    #[serde(default)]
    pub source: Option<SourceRef>,
    /// Who it may be, best first, where `source` is not clear.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<SourceRef>,
    /// The words that attribute it.
    #[serde(default)]
    pub cue: Option<Cue>,
    /// To whom it was said.
    #[serde(default)]
    pub addressee: Option<Addressee>,
    /// In what it was said or written.
    #[serde(default)]
    pub medium: Option<Medium>,
    /// Who published or broadcast it first.
    #[serde(default)]
    pub outlet: Option<Outlet>,
    /// When.
    #[serde(default)]
    pub date: Option<Date>,
    /// The kind of way by which the words reached this article.
    #[serde(default)]
    pub route: Route,
    /// The way itself, first speaker first, this article last.
    #[serde(default)]
    pub chain: Vec<Hop>,
    /// Addresses that the article gives for it.
    #[serde(default)]
    pub links: Vec<Link>,
    /// What the article leaves unsaid.
    #[serde(default)]
    pub missing: Vec<Missing>,
    /// How sure the engine is of the source, 0 to 1. Never shown to readers as a number.
    #[serde(default)]
    pub confidence: f32,
    /// Who stands behind this entry.
    #[serde(default)]
    pub status: Status,
    /// The rule that attributed it.
    #[serde(default)]
    pub rule: String,
    /// The terms on which it was said. Only the newsroom knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// The text that the words were taken from, as the newsroom gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
    /// The day on which the newsroom confirmed or corrected it, as an ISO 8601 date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<String>,
    /// The words that the newsroom's file has in place of these, where the article was changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

impl Attribution {
    /// The [`Source::id`] of who speaks, where that is clear.
    pub fn speaker(&self) -> Option<&str> {
        self.source.as_ref()?.source.as_deref()
    }
}

/// The text that quoted words were taken from: a transcript, a post, a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Original {
    /// The text, or the part of it around the words.
    pub text: String,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its address; `http` or `https`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The attributed words and what anchors them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Content {
    /// First scalar value, without quotation marks.
    pub start: usize,
    /// One past the last scalar value.
    pub end: usize,
    /// The pieces of an utterance that its cue interrupts; one piece otherwise.
    #[serde(default)]
    pub segments: Vec<Extent>,
    /// The words from `start` to `end`.
    #[serde(default)]
    pub exact: String,
    /// Up to 32 scalar values before `start`.
    #[serde(default)]
    pub prefix: String,
    /// Up to 32 scalar values after `end`.
    #[serde(default)]
    pub suffix: String,
}

/// The mention of a source, and which source it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SourceRef {
    /// [`Source::id`]; absent where it is not clear whom the words mean.
    #[serde(rename = "ref", default)]
    pub source: Option<String>,
    /// First scalar value of the mention; absent where the source is not mentioned beside its words.
    #[serde(default)]
    pub start: Option<usize>,
    /// One past the last scalar value of the mention.
    #[serde(default)]
    pub end: Option<usize>,
    /// The mention's words.
    #[serde(default)]
    pub text: String,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
}

/// The words that attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Cue {
    /// First scalar value.
    pub start: usize,
    /// One past the last scalar value.
    pub end: usize,
    /// The words.
    #[serde(default)]
    pub text: String,
    /// Dictionary form of the head ("say").
    #[serde(default)]
    pub lemma: String,
}

/// To whom it was said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Addressee {
    /// Person, group or outlet.
    pub name: String,
    /// For whom that person works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
    /// The words that say it.
    #[serde(default, with = "at")]
    #[cfg_attr(feature = "cli", schemars(with = "super::extent::At"))]
    pub at: Option<Extent>,
}

/// In what it was said or written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Medium {
    /// Interview, statement, post ….
    pub kind: MediumKind,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
    /// The words that say it.
    #[serde(default, with = "at")]
    #[cfg_attr(feature = "cli", schemars(with = "super::extent::At"))]
    pub at: Option<Extent>,
}

/// Who published or broadcast it first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Outlet {
    /// The outlet's name, as the article gives it.
    pub name: String,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
    /// The words that say it.
    #[serde(default, with = "at")]
    #[cfg_attr(feature = "cli", schemars(with = "super::extent::At"))]
    pub at: Option<Extent>,
}

/// When it was said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Date {
    /// ISO 8601-2 (EDTF) level 2: a day, `[..DAY]` for no later than, `[DAY..DAY]` for one day of these.
    pub edtf: String,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
    /// The words that say it.
    #[serde(default, with = "at")]
    #[cfg_attr(feature = "cli", schemars(with = "super::extent::At"))]
    pub at: Option<Extent>,
}

/// One hop on the way from the first speaker to this article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Hop {
    /// [`Source::id`], or [`ARTICLE_AGENT`].
    pub agent: String,
    /// What it did: "said", "told", "published", "quotes" ….
    #[serde(default)]
    pub act: String,
    /// In what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<MediumKind>,
    /// Whether the article states it.
    #[serde(default)]
    pub basis: Basis,
}

/// An address that the article gives for an utterance.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Link {
    /// The address; `http` or `https`, shown and never fetched.
    pub url: String,
    /// The words that carry it.
    #[serde(default)]
    pub text: String,
    /// Where they stand.
    #[serde(default, with = "at")]
    #[cfg_attr(feature = "cli", schemars(with = "super::extent::At"))]
    pub at: Option<Extent>,
}
