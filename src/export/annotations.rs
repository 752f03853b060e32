//! W3C Web Annotation: each attribution as a note on the words of the article.

use super::{Object, TERM_SET, address, called, shown, source_of};
use crate::json::Json;
use crate::report::{Attribution, Missing, Report, Source};

/// The attributions of a report as an `AnnotationPage` of the W3C Web Annotation model.
///
/// Each has a text for people, tags for programs that know tags, and the record itself as JSON, from which
/// [`crate::newsroom::read_annotations`] reads it back whole. The words are given by a `TextQuoteSelector` and a
/// `TextPositionSelector`, which counts Unicode scalar values.
pub fn annotations(report: &Report) -> Json {
    let article = address(report);
    let items = shown(report).map(|entry| annotation(report, article, entry)).collect::<Vec<_>>();
    Object::default()
        .with("@context", "http://www.w3.org/ns/anno.jsonld")
        .with("id", [article, "#attributions"].concat())
        .with("type", "AnnotationPage")
        .with("items", items)
        .into()
}

fn annotation(report: &Report, article: &str, entry: &Attribution) -> Json {
    let source = source_of(report, entry);
    let generator = Object::default().with("id", [TERM_SET, "software"].concat()).with("type", "Software");
    Object::default()
        .with("id", [article, "#attribution-", &entry.id].concat())
        .with("type", "Annotation")
        .with("motivation", "describing")
        .with("generator", generator.with("name", report.generator.as_str()))
        .with("body", bodies(report, entry, source))
        .with("target", target(report, article, entry))
        .into()
}

fn body(purpose: &str, value: &str) -> Object {
    Object::default().with("type", "TextualBody").with("purpose", purpose).with("value", value)
}

fn bodies(report: &Report, entry: &Attribution, source: Option<&Source>) -> Vec<Json> {
    let mut bodies =
        vec![body("describing", &in_words(entry, source)).with("format", "text/plain").with("language", "en").into()];
    let name = source.and_then(|source| source.name.as_deref());
    bodies.extend(name.map(|name| body("identifying", name).with("format", "text/plain").into()));
    let mut tags =
        vec![("form", entry.form.as_str()), ("status", entry.status.as_str()), ("route", entry.route.as_str())];
    tags.extend(source.map(|source| ("kind", source.kind.as_str())));
    tags.extend(entry.medium.as_ref().map(|medium| ("medium", medium.kind.as_str())));
    tags.extend(entry.missing.iter().map(|code| ("missing", Missing::as_str(*code))));
    bodies.extend(tags.into_iter().map(|(set, code)| body("tagging", &[set, ":", code].concat()).into()));
    // Writing a report cannot fail: all its keys are strings.
    let record = serde_json::to_string(&alone(report, entry)).unwrap_or_default();
    bodies.push(body("describing", &record).with("format", "application/json").into());
    bodies
}

/// A report of this attribution alone, with the sources that it refers to.
fn alone(report: &Report, entry: &Attribution) -> Report {
    let refers = |source: &&Source| {
        entry.source.iter().chain(&entry.candidates).any(|reference| reference.source.as_ref() == Some(&source.id))
            || entry.chain.iter().any(|hop| hop.agent == source.id)
    };
    Report {
        sources: report.sources.iter().filter(refers).cloned().collect(),
        attributions: vec![entry.clone()],
        orphans: Vec::new(),
        ..report.clone()
    }
}

/// What readers of other programs see.
fn in_words(entry: &Attribution, source: Option<&Source>) -> String {
    let who = source.and_then(|source| Some((called(source)?, source.role.as_deref())));
    let mut words = match who {
        Some((name, Some(role))) => format!("Said by {name} ({role})"),
        Some((name, None)) => format!("Said by {name}"),
        None => "Who said it is not clear from the article".to_owned(),
    };
    if let Some(addressee) = &entry.addressee {
        words += &format!(", to {}", addressee.name);
    }
    if let Some(outlet) = &entry.outlet {
        words += &format!(", {}", outlet.name);
    }
    if let Some(date) = &entry.date {
        words += &format!(", {}", date.edtf);
    }
    words
        + match entry.status {
            crate::report::Status::Inferred => ". Found automatically in this article; not checked by the newsroom.",
            _ => ". Confirmed by the newsroom; this does not mean that the statement is true.",
        }
}

fn target(report: &Report, article: &str, entry: &Attribution) -> Object {
    let content = &entry.content;
    let quote = Object::default()
        .with("type", "TextQuoteSelector")
        .with("exact", content.exact.as_str())
        .with("prefix", content.prefix.as_str())
        .with("suffix", content.suffix.as_str());
    let position =
        Object::default().with("type", "TextPositionSelector").with("start", content.start).with("end", content.end);
    let state = report
        .article
        .published
        .as_ref()
        .map(|day| Object::default().with("type", "TimeState").with("sourceDate", [day, "T00:00:00Z"].concat()));
    Object::default()
        .with("source", article)
        .maybe("state", state)
        .with("selector", vec![quote.into(), position.into()])
}
