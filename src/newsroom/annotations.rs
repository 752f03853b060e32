//! Web Annotations as a publisher's data.

use super::limits::{MOST_ENTRIES, check_limits, parse, whole};
use super::problem::{Effect, Fault, Problem};
use super::record::{self, Reading};
use super::{Entry, Field, Published};
use crate::json::Json;
use crate::report::{Attribution, Basis, Content, Form, Source, SourceRef, Status};

/// Reads Web Annotations: an `AnnotationPage`, a list of `Annotation`s, or one.
///
/// An annotation that carries the record as JSON (a body of format `application/json`, as
/// [`annotations`](crate::export::annotations) writes) gives all of it; of another the words are read (`TextQuoteSelector`),
/// the speaker's name (a body whose purpose is `identifying`), and tags `form:` and `status:`.
///
/// # Errors
/// Where it is nothing of this kind, or exceeds the limits.
pub fn read_annotations(data: &Json) -> Result<Published, Problem> {
    check_limits(data)?;
    let (items, key) = match (data, data.get("items").or_else(|| data.get("first")?.get("items"))) {
        (_, Some(Json::List(items))) => (items.as_slice(), Some("items")),
        (Json::List(items), _) => (items.as_slice(), None),
        (Json::Object(_), None) if data.get("target").is_some() => (std::slice::from_ref(data), None),
        _ => return Err(whole("$.items".into(), Fault::List)),
    };
    let mut reading = Reading::default();
    if let Some(key) = key {
        reading.reader.go(key);
    }
    for (index, item) in items.iter().enumerate().take(MOST_ENTRIES) {
        reading.reader.enter(index);
        if let Some(entry) = annotation(&mut reading, item) {
            reading.entries.push(Entry { index, ..entry });
        }
        reading.reader.leave();
    }
    Ok(reading.done(Default::default()))
}

fn bodies<'j>(item: &'j Json, purpose: &'j str) -> impl Iterator<Item = (&'j str, &'j Json)> {
    let all = item.get("body").map_or(&[][..], Json::as_list).iter();
    all.filter(move |body| body.get("purpose").and_then(Json::as_text) == Some(purpose))
        .filter_map(|body| Some((body.get("value")?.as_text()?, body)))
}

fn annotation(reading: &mut Reading, item: &Json) -> Option<Entry> {
    let is_record =
        |body: &Json| body.get("format").and_then(Json::as_text).is_some_and(|format| format == "application/json");
    let record = bodies(item, "describing").find(|(_, body)| is_record(body));
    match record.and_then(|(text, _)| whole_record(reading, text)) {
        Some(entry) => Some(entry),
        None => quoted(reading, item),
    }
}

/// The entry of a record that stands in an annotation as JSON.
fn whole_record(reading: &mut Reading, text: &str) -> Option<Entry> {
    let report = parse(text).ok()?;
    let entry = report.get("attributions")?.as_list().first()?;
    for source in report.get("sources").map_or(&[][..], Json::as_list) {
        let id = source.get("id").and_then(Json::as_text);
        if id.is_some_and(|id| !reading.speakers.knows(id)) {
            reading.speakers.source(&mut reading.reader, source);
        }
    }
    record::entry(&mut reading.reader, &mut reading.speakers, entry)
}

/// What an annotation of another program says.
fn quoted(reading: &mut Reading, item: &Json) -> Option<Entry> {
    let selectors = item.get("target").and_then(|target| target.get("selector")).map_or(&[][..], Json::as_list);
    let of_type =
        |name: &str| selectors.iter().find(|selector| selector.get("type").and_then(Json::as_text) == Some(name));
    let words = |key: &str| of_type("TextQuoteSelector")?.get(key)?.as_text();
    let Some(exact) = words("exact").filter(|exact| exact.contains(char::is_alphanumeric)) else {
        reading.reader.note(Fault::Words, Effect::EntryRefused);
        return None;
    };
    let offset = |key: &str| of_type("TextPositionSelector")?.get(key).and_then(super::reader::offset);
    let content = Content {
        start: offset("start").unwrap_or(record::UNKNOWN),
        end: offset("end").unwrap_or(record::UNKNOWN),
        exact: exact.to_owned(),
        prefix: words("prefix").unwrap_or_default().to_owned(),
        suffix: words("suffix").unwrap_or_default().to_owned(),
        segments: Vec::new(),
    };
    let name = bodies(item, "identifying").find_map(|(name, _)| super::reader::tidy(name));
    let source = name.map(|name| SourceRef {
        source: Some(reading.speakers.add(Source { name: Some(name), ..Source::default() })),
        basis: Basis::Newsroom,
        ..SourceRef::default()
    });
    let tag = |set: &str, words: &[&str]| {
        let mut codes = bodies(item, "tagging").filter_map(|(tag, _)| tag.strip_prefix(set)?.strip_prefix(':'));
        codes.find_map(|code| words.iter().position(|word| *word == code))
    };
    let mut entry =
        Entry { attribution: Attribution { content, source, ..Attribution::default() }, ..Entry::default() };
    if let Some(&form) = tag("form", Form::WORDS).and_then(|at| Form::ALL.get(at)) {
        entry.attribution.form = form;
        entry.note(Field::Form);
    }
    if let Some(&status) = tag("status", Status::WORDS).and_then(|at| Status::ALL.get(at)) {
        entry.attribution.status = status;
        entry.note(Field::Status);
    }
    Some(entry)
}
