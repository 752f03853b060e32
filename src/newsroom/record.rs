//! A publisher's report, read entry by entry.

use super::limits::{MOST_ENTRIES, check_limits, whole};
use super::problem::{Effect, Fault, Problem};
use super::reader::{self, Reader};
use super::sources::Speakers;
use super::{Entry, Field, Published};
use crate::json::Json;
use crate::report::{
    ARTICLE_AGENT, Addressee, ArticleInfo, Attribution, Basis, Content, Cue, Date, Form, Hop, Link, Medium, MediumKind,
    Missing, Original, Outlet, Route, SourceRef, Status, Terms, VERSION,
};

/// Reads a publisher's report.
///
/// An entry needs its words (`content.exact`); all else may be left out. `source` refers to one of `sources` by `ref`,
/// or gives `name`, `kind` and `role` itself.
///
/// # Errors
/// Where it is no report of version 1, or exceeds the limits; then nothing of it is used.
pub fn read_report(data: &Json) -> Result<Published, Problem> {
    check_limits(data)?;
    if !matches!(data, Json::Object(_)) {
        return Err(whole("$".into(), Fault::Object));
    }
    if data.get("version").and_then(reader::offset) != Some(VERSION as usize) {
        return Err(whole("$.version".into(), Fault::Version));
    }
    let Some(Json::List(entries)) = data.get("attributions") else {
        return Err(whole("$.attributions".into(), Fault::List));
    };
    let mut reading = Reading::default();
    let article = reading.article(data);
    reading.speakers.read(&mut reading.reader, data);
    reading.entries("attributions", entries);
    // What stood nowhere when the report was written may stand here.
    let orphans = reading.reader.list(data, "orphans");
    reading.entries("orphans", orphans);
    Ok(reading.done(article))
}

/// What was read so far.
#[derive(Default)]
pub(super) struct Reading {
    pub reader: Reader,
    pub speakers: Speakers,
    pub entries: Vec<Entry>,
}

impl Reading {
    /// What is known once all is read: references between entries are looked at.
    pub fn done(mut self, article: ArticleInfo) -> Published {
        self.nesting();
        Published { article, sources: self.speakers.all, entries: self.entries, problems: self.reader.problems }
    }

    fn article(&mut self, data: &Json) -> ArticleInfo {
        let reader = &mut self.reader;
        let Some(article) = reader.object(data, "article") else { return ArticleInfo::default() };
        reader.within("article", |reader| ArticleInfo {
            url: reader.address(article, "url"),
            headline: reader.text(article, "headline"),
            published: reader.day(article, "published"),
            publisher: reader.text(article, "publisher"),
        })
    }

    fn entries(&mut self, key: &'static str, entries: &[Json]) {
        self.reader.within(key, |reader| {
            if entries.len() > MOST_ENTRIES {
                reader.note(Fault::TooManyEntries, Effect::FieldRefused);
            }
            for (index, value) in entries.iter().enumerate().take(MOST_ENTRIES) {
                reader.enter(index);
                if let Some(mut entry) = entry(reader, &mut self.speakers, value) {
                    entry.index = index;
                    let id = &mut entry.attribution.id;
                    if !id.is_empty() && self.entries.iter().any(|other| other.attribution.id == *id) {
                        reader.refuse("id", Fault::Twice);
                        id.clear();
                    }
                    self.entries.push(entry);
                }
                reader.leave();
            }
        });
    }

    /// Drops references to entries that are not there, and those that lead round in a circle.
    fn nesting(&mut self) {
        let parents: Vec<Option<usize>> = self
            .entries
            .iter()
            .map(|entry| {
                let id = entry.attribution.nested_in.as_ref()?;
                self.entries.iter().position(|other| other.attribution.id == *id)
            })
            .collect();
        let parent = |index: usize| parents.get(index).copied().flatten();
        let circles = |index: usize| {
            let mut at = parent(index);
            // A way out is at most as long as there are entries.
            (0..parents.len()).any(|_| {
                let here = at;
                at = at.and_then(parent);
                here == Some(index)
            })
        };
        let faults: Vec<Option<Fault>> = (0..parents.len())
            .map(|index| match parent(index) {
                None => Some(Fault::Reference),
                Some(_) => circles(index).then_some(Fault::Cycle),
            })
            .collect();
        for (entry, fault) in self.entries.iter_mut().zip(faults) {
            if let (Some(fault), Some(_)) = (fault, entry.attribution.nested_in.take_if(|_| fault.is_some())) {
                let index = entry.index.to_string();
                let place = ["$.attributions[", &index, "].nested_in"].concat();
                self.reader.problems.push(Problem { place, fault, effect: Effect::FieldRefused });
            }
        }
    }
}

/// Reads an entry; none if it cannot be used at all.
pub(super) fn entry(reader: &mut Reader, speakers: &mut Speakers, value: &Json) -> Option<Entry> {
    if !matches!(value, Json::Object(_)) {
        reader.note(Fault::Object, Effect::EntryRefused);
        return None;
    }
    let content = content(reader, value)?;
    let attribution = Attribution {
        id: reader.text(value, "id").unwrap_or_default(),
        content,
        nested_in: reader.text(value, "nested_in"),
        source: speaker(reader, speakers, value),
        cue: cue(reader, value),
        terms: pick(reader, value, "terms", Terms::WORDS, Terms::ALL),
        original: original(reader, value),
        confirmed_on: reader.day(value, "confirmed_on"),
        confidence: 1.0,
        rule: "newsroom".into(),
        ..Attribution::default()
    };
    let mut entry = Entry { attribution, ..Entry::default() };
    setting(reader, value, &mut entry);
    way(reader, speakers, value, &mut entry);
    for (field, key) in NULLABLE {
        if value.get(key) == Some(&Json::Null) {
            entry.note(field);
        }
    }
    Some(entry)
}

/// The fields in which `null` can mean that there is nothing.
const NULLABLE: [(Field, &str); 6] = [
    (Field::Source, "source"),
    (Field::Addressee, "addressee"),
    (Field::Medium, "medium"),
    (Field::Outlet, "outlet"),
    (Field::Date, "date"),
    (Field::Nested, "nested_in"),
];

/// The value of a closed set that a word names.
#[inline]
pub(super) fn pick<T: Copy>(
    reader: &mut Reader,
    object: &Json,
    key: &'static str,
    words: &[&str],
    all: &[T],
) -> Option<T> {
    all.get(reader.word(object, key, words)?).copied()
}

/// On what a field rests; what says nothing of it was entered by the newsroom.
pub(super) fn basis(reader: &mut Reader, object: &Json) -> Basis {
    pick(reader, object, "basis", Basis::WORDS, Basis::ALL).unwrap_or(Basis::Newsroom)
}

fn content(reader: &mut Reader, value: &Json) -> Option<Content> {
    let Some(content @ Json::Object(_)) = value.get("content") else {
        reader.within("content", |reader| reader.note(Fault::Object, Effect::EntryRefused));
        return None;
    };
    reader.within("content", |reader| {
        let exact = match content.get("exact").and_then(Json::as_text) {
            Some(exact) if exact.contains(char::is_alphanumeric) => reader.words(content, "exact")?,
            _ => {
                reader.within("exact", |reader| reader.note(Fault::Words, Effect::EntryRefused));
                return None;
            }
        };
        let start = reader.offset(content, "start").unwrap_or(UNKNOWN);
        let end = reader.offset(content, "end").unwrap_or(UNKNOWN);
        let segments = reader.list(content, "segments");
        let segments: Vec<_> = segments.iter().filter_map(|segment| reader::extent(segment).ok().flatten()).collect();
        let segments = if reader::fit(&segments, start, end) { segments } else { Vec::new() };
        let mut beside = |key| reader.words(content, key).unwrap_or_default().to_owned();
        Some(Content {
            start,
            end,
            segments,
            exact: exact.to_owned(),
            prefix: beside("prefix"),
            suffix: beside("suffix"),
        })
    })
}

/// The offset of words whose place the data does not give.
pub(super) const UNKNOWN: usize = usize::MAX;

fn speaker(reader: &mut Reader, speakers: &mut Speakers, value: &Json) -> Option<SourceRef> {
    let source = reader.object(value, "source")?;
    reader.within("source", |reader| {
        let id = match reader.text(source, "ref") {
            Some(id) if speakers.knows(&id) => id,
            Some(_) if source.get("name").is_none() => {
                reader.refuse("ref", Fault::Reference);
                return None;
            }
            // Words of which it is not clear whom they mean, as in a report that was inferred.
            None if source.get("ref") == Some(&Json::Null) && source.get("name").is_none() => return None,
            _ => speakers.given(reader, source)?,
        };
        let (start, end) = (reader.offset(source, "start"), reader.offset(source, "end"));
        let text = reader.words(source, "text").unwrap_or_default().to_owned();
        Some(SourceRef { source: Some(id), start, end, text, basis: basis(reader, source) })
    })
}

fn cue(reader: &mut Reader, value: &Json) -> Option<Cue> {
    let cue = reader.object(value, "cue")?;
    reader.within("cue", |reader| {
        let (start, end) = (reader.offset(cue, "start")?, reader.offset(cue, "end")?);
        let lemma = reader.text(cue, "lemma").unwrap_or_default();
        Some(Cue { start, end, text: reader.words(cue, "text")?.to_owned(), lemma })
    })
}

fn original(reader: &mut Reader, value: &Json) -> Option<Original> {
    let original = reader.object(value, "original")?;
    reader.within("original", |reader| {
        let text = reader.words(original, "text")?.to_owned();
        Some(Original { text, title: reader.text(original, "title"), url: reader.address(original, "url") })
    })
}

/// Form, status, addressee, medium, outlet and date.
fn setting(reader: &mut Reader, value: &Json, entry: &mut Entry) {
    if let Some(form) = pick(reader, value, "form", Form::WORDS, Form::ALL) {
        entry.attribution.form = form;
        entry.note(Field::Form);
    }
    if let Some(status) = pick(reader, value, "status", Status::WORDS, Status::ALL) {
        entry.attribution.status = status;
        entry.note(Field::Status);
    }
    if let Some(addressee) = reader.object(value, "addressee") {
        entry.attribution.addressee = reader.within("addressee", |reader| {
            let name = name(reader, addressee)?;
            let affiliation = reader.text(addressee, "affiliation");
            Some(Addressee { name, affiliation, basis: basis(reader, addressee), at: reader.extent(addressee, "at") })
        });
    }
    if let Some(medium) = reader.object(value, "medium") {
        entry.attribution.medium = reader.within("medium", |reader| {
            let kind = pick(reader, medium, "kind", MediumKind::WORDS, MediumKind::ALL)?;
            Some(Medium { kind, basis: basis(reader, medium), at: reader.extent(medium, "at") })
        });
    }
    if let Some(outlet) = reader.object(value, "outlet") {
        entry.attribution.outlet = reader.within("outlet", |reader| {
            let name = name(reader, outlet)?;
            Some(Outlet { name, basis: basis(reader, outlet), at: reader.extent(outlet, "at") })
        });
    }
    if let Some(date) = reader.object(value, "date") {
        entry.attribution.date = reader.within("date", |reader| {
            let edtf = reader.date(date, "edtf")?;
            Some(Date { edtf, basis: basis(reader, date), at: reader.extent(date, "at") })
        });
    }
}

fn name(reader: &mut Reader, object: &Json) -> Option<String> {
    let name = reader.text(object, "name");
    if object.get("name").is_none() {
        reader.refuse("name", Fault::Name);
    }
    name
}

/// Route, chain, links and what is missing.
fn way(reader: &mut Reader, speakers: &Speakers, value: &Json, entry: &mut Entry) {
    if let Some(route) = pick(reader, value, "route", Route::WORDS, Route::ALL) {
        entry.attribution.route = route;
        entry.note(Field::Route);
    }
    if let Some(Json::List(_)) = value.get("missing") {
        entry.note(Field::Missing);
    }
    for (index, code) in reader.list(value, "missing").iter().enumerate() {
        let found = code.as_text().and_then(|code| Missing::WORDS.iter().position(|word| *word == code));
        match found.and_then(|at| Missing::ALL.get(at)) {
            Some(code) if entry.attribution.missing.contains(code) => {}
            Some(code) => entry.attribution.missing.push(*code),
            None => reader.within("missing", |reader| {
                reader.enter(index);
                reader.note(Fault::Word, Effect::FieldRefused);
                reader.leave();
            }),
        }
    }
    let links = reader.list(value, "links");
    reader.within("links", |reader| {
        for (index, link) in links.iter().enumerate() {
            reader.enter(index);
            if let Some(url) = reader.address(link, "url") {
                let text = reader.text(link, "text").unwrap_or_default();
                entry.attribution.links.push(Link { url, text, at: reader.extent(link, "at") });
            } else if link.get("url").is_none() {
                reader.refuse("url", Fault::Address);
            }
            reader.leave();
        }
    });
    if let Some(Json::List(_)) = value.get("links") {
        entry.note(Field::Links);
    }
    let hops = reader.list(value, "chain");
    let chain: Option<Vec<Hop>> = reader.within("chain", |reader| {
        let mut chain = Vec::new();
        for (index, value) in hops.iter().enumerate() {
            reader.enter(index);
            chain.push(hop(reader, speakers, value));
            reader.leave();
        }
        // A chain with a hop left out would tell another way.
        chain.into_iter().collect()
    });
    if let Some(chain) = chain.filter(|chain| !chain.is_empty()) {
        entry.attribution.chain = chain;
        entry.note(Field::Chain);
    }
}

fn hop(reader: &mut Reader, speakers: &Speakers, value: &Json) -> Option<Hop> {
    let agent = reader.text(value, "agent").filter(|agent| agent == ARTICLE_AGENT || speakers.knows(agent));
    if agent.is_none() {
        reader.refuse("agent", Fault::Reference);
    }
    Some(Hop {
        agent: agent?,
        act: reader.text(value, "act").unwrap_or_default(),
        medium: pick(reader, value, "medium", MediumKind::WORDS, MediumKind::ALL),
        basis: basis(reader, value),
    })
}
