//! ninjs 3.1: the article as a news agency's item, with who is quoted in it and where the attributions are.

use super::{Object, address, shown, source_of};
use crate::json::Json;
use crate::report::{Form, Report, Route, Source, SourceKind};

const SCHEMA: &str = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/// The article as a ninjs 3.1 item. `text` is the text that the report was made of.
///
/// The attributions themselves are an association with a rendition: the article's address with `attributions.jsonld`, where
/// the newsroom puts the Web Annotations.
pub fn ninjs(report: &Report, text: &str) -> Json {
    let uri = address(report);
    let headline = report.article.headline.as_deref().map(|value| Object::default().with("value", value).into());
    let body = Object::default().with("role", "main").with("contentType", "text/plain").with("value", text);
    let standard = Object::default().with("name", "ninjs").with("version", "3.1").with("schema", SCHEMA);
    Object::default()
        .with("uri", uri)
        .with("type", "text")
        .with("standard", standard)
        .maybe("language", Some(report.language.as_str()).filter(|language| !language.is_empty()))
        .with("pubStatus", "usable")
        .list("headlines", headline.into_iter().collect())
        .with("bodies", vec![body.into()])
        .list("people", people(report))
        .list("organisations", organisations(report))
        .list("infoSources", info_sources(report))
        .with("associations", vec![association(uri)])
        .into()
}

fn association(uri: &str) -> Json {
    let (page, separator) = if uri.contains(':') && !uri.starts_with("http") { (uri, ":") } else { (page(uri), "/") };
    let href = [page, separator, "attributions.jsonld"].concat();
    let rendition =
        Object::default().with("name", "attributions").with("href", href).with("contentType", "application/ld+json");
    Object::default()
        .with("uri", [page, separator, "attributions"].concat().as_str())
        .with("name", "attributions")
        .with("rel", "annotates")
        .with("type", "component")
        .with("renditions", vec![rendition.into()])
        .into()
}

/// An address without its query, its fragment and the slash at its end.
fn page(uri: &str) -> &str {
    uri.split(['?', '#']).next().unwrap_or(uri).trim_end_matches('/')
}

/// Named sources of some kinds, in order, each with whether any of its words are quoted.
fn speakers(report: &Report, is_wanted: fn(SourceKind) -> bool) -> Vec<Json> {
    let is_quoted = |source: &Source| {
        let mut own =
            shown(report).filter(|entry| source_of(report, entry).is_some_and(|of| of.id == source.id)).peekable();
        own.peek()?;
        Some(own.any(|entry| entry.form != Form::Indirect))
    };
    let known = report.sources.iter().filter(|source| is_wanted(source.kind));
    known
        .filter_map(|source| {
            let rel = if is_quoted(source)? { "quoted" } else { "paraphrased" };
            Some(Object::default().with("name", source.name.as_deref()?).with("rel", rel).into())
        })
        .collect()
}

fn people(report: &Report) -> Vec<Json> {
    let mut people = speakers(report, |kind| matches!(kind, SourceKind::PersonNamed | SourceKind::PersonByOffice));
    let mut names: Vec<&str> = report.sources.iter().filter_map(|source| source.name.as_deref()).collect();
    for entry in shown(report) {
        if let Some(addressee) = &entry.addressee
            && addressee.affiliation.is_some()
            && !names.contains(&addressee.name.as_str())
        {
            names.push(&addressee.name);
            people.push(Object::default().with("name", addressee.name.as_str()).with("rel", "addressed").into());
        }
    }
    people
}

fn organisations(report: &Report) -> Vec<Json> {
    speakers(report, |kind| matches!(kind, SourceKind::Institution | SourceKind::NewsOutlet))
}

/// The outlets by whose way words came here.
fn info_sources(report: &Report) -> Vec<Json> {
    let mut known: Vec<(&str, &str)> = Vec::new();
    for entry in shown(report) {
        let source = source_of(report, entry);
        let own =
            source.filter(|source| source.kind == SourceKind::NewsOutlet).and_then(|source| source.name.as_deref());
        // A network reports nothing.
        let outlet =
            entry.outlet.as_ref().map(|outlet| outlet.name.as_str()).filter(|_| entry.route != Route::SocialPost);
        let broadcast = entry.route == Route::InterviewOtherOutlet;
        for (name, role) in own
            .map(|name| (name, "originalReporter"))
            .into_iter()
            .chain(outlet.map(|name| (name, if broadcast { "broadcaster" } else { "originalReporter" })))
        {
            if known.iter().all(|(other, _)| *other != name) {
                known.push((name, role));
            }
        }
    }
    known.into_iter().map(|(name, role)| Object::default().with("name", name).with("role", role).into()).collect()
}
