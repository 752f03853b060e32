//! A publisher's data as a report of its own: what [`read_report`](super::read_report) reads as the same again.

use super::record::UNKNOWN;
use super::{Entry, Field, Published};
use crate::json::Json;
use crate::report::{
    ARTICLE_AGENT, Addressee, Attribution, Basis, Content, Cue, Extent, Hop, Link, Original, Source, SourceRef, VERSION,
};

/// An object under construction; what is not known is left out.
#[derive(Default)]
struct Members(Vec<(String, Json)>);

impl Members {
    fn put(&mut self, key: &str, value: impl Into<Json>) {
        self.0.push((key.to_owned(), value.into()));
    }

    fn known(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    fn basis(&mut self, basis: Basis, at: Option<Extent>) {
        self.put("basis", basis.as_str());
        if let Some(at) = at {
            self.put("at", extent(at));
        }
    }

    fn done(self) -> Json {
        Json::Object(self.0)
    }
}

/// Writes a report of version 1 that says what `published` says: fields of which it says nothing are left out, those that it
/// takes away are `null`. Sources that no entry refers to are left out, and so are references to entries that are not there.
pub fn write(published: &Published) -> Json {
    let mut report = Members::default();
    report.put("version", VERSION as usize);
    report.put("generator", concat!("whosaid ", env!("CARGO_PKG_VERSION")));
    let mut article = Members::default();
    article.known("url", published.article.url.as_deref());
    article.known("headline", published.article.headline.as_deref());
    article.known("published", published.article.published.as_deref());
    article.known("publisher", published.article.publisher.as_deref());
    report.put("article", article.done());
    let is_used = |source: &&Source| published.entries.iter().any(|entry| refers_to(&entry.attribution, &source.id));
    report.put("sources", published.sources.iter().filter(is_used).map(source).collect::<Vec<_>>());
    report.put("attributions", published.entries.iter().map(|it| entry(it, published)).collect::<Vec<_>>());
    report.done()
}

fn refers_to(entry: &Attribution, id: &str) -> bool {
    entry.speaker() == Some(id) || entry.chain.iter().any(|hop| hop.agent == id && hop.agent != ARTICLE_AGENT)
}

fn source(source: &Source) -> Json {
    let mut members = Members::default();
    members.put("id", source.id.as_str());
    members.known("name", source.name.as_deref());
    members.known("label", source.label.as_deref());
    members.put("kind", source.kind.as_str());
    members.known("role", source.role.as_deref());
    members.done()
}

fn entry(entry: &Entry, all: &Published) -> Json {
    let it = &entry.attribution;
    let mut members = Members::default();
    members.known("id", Some(it.id.as_str()).filter(|id| !id.is_empty()));
    if entry.says(Field::Form) {
        members.put("form", it.form.as_str());
    }
    let is_there = |id: &&str| all.entries.iter().any(|other| other.attribution.id == *id);
    match it.nested_in.as_deref().filter(is_there) {
        None if entry.says(Field::Nested) => members.put("nested_in", Json::Null),
        outer => members.known("nested_in", outer),
    }
    members.put("content", content(&it.content));
    let mut field = |key, which, value: Option<Json>| match value {
        Some(value) => members.put(key, value),
        None if entry.says(which) => members.put(key, Json::Null),
        None => {}
    };
    field("source", Field::Source, it.source.as_ref().filter(|source| source.source.is_some()).map(mention));
    field("addressee", Field::Addressee, it.addressee.as_ref().map(addressee));
    field("medium", Field::Medium, it.medium.as_ref().map(|it| named("kind", it.kind.as_str(), it.basis, it.at)));
    field("outlet", Field::Outlet, it.outlet.as_ref().map(|it| named("name", &it.name, it.basis, it.at)));
    field("date", Field::Date, it.date.as_ref().map(|it| named("edtf", &it.edtf, it.basis, it.at)));
    if let Some(it) = &it.cue {
        members.put("cue", cue(it));
    }
    way(entry, &mut members);
    if entry.says(Field::Status) {
        members.put("status", it.status.as_str());
    }
    members.known("terms", it.terms.map(|terms| terms.as_str()));
    if let Some(it) = &it.original {
        members.put("original", original(it));
    }
    members.known("confirmed_on", it.confirmed_on.as_deref());
    members.done()
}

/// Route, chain, links and what is missing.
fn way(entry: &Entry, members: &mut Members) {
    let it = &entry.attribution;
    if entry.says(Field::Route) {
        members.put("route", it.route.as_str());
    }
    if entry.says(Field::Chain) {
        members.put("chain", it.chain.iter().map(hop).collect::<Vec<_>>());
    }
    if entry.says(Field::Links) {
        members.put("links", it.links.iter().map(link).collect::<Vec<_>>());
    }
    if entry.says(Field::Missing) {
        members.put("missing", it.missing.iter().map(|code| code.as_str().into()).collect::<Vec<_>>());
    }
}

fn content(content: &Content) -> Json {
    let mut members = Members::default();
    if content.start != UNKNOWN {
        members.put("start", content.start);
    }
    if content.end != UNKNOWN {
        members.put("end", content.end);
    }
    if !content.segments.is_empty() {
        members.put("segments", content.segments.iter().map(|&segment| extent(segment)).collect::<Vec<_>>());
    }
    for (key, words) in [("exact", &content.exact), ("prefix", &content.prefix), ("suffix", &content.suffix)] {
        members.known(key, Some(words.as_str()).filter(|words| !words.is_empty()));
    }
    members.done()
}

fn mention(source: &SourceRef) -> Json {
    let mut members = Members::default();
    members.known("ref", source.source.as_deref());
    if let Some((start, end)) = source.start.zip(source.end) {
        members.put("start", start);
        members.put("end", end);
    }
    members.known("text", Some(source.text.as_str()).filter(|text| !text.is_empty()));
    members.basis(source.basis, None);
    members.done()
}

fn cue(cue: &Cue) -> Json {
    let mut members = Members::default();
    members.put("start", cue.start);
    members.put("end", cue.end);
    members.put("text", cue.text.as_str());
    members.known("lemma", Some(cue.lemma.as_str()).filter(|lemma| !lemma.is_empty()));
    members.done()
}

fn addressee(addressee: &Addressee) -> Json {
    let mut members = Members::default();
    members.put("name", addressee.name.as_str());
    members.known("affiliation", addressee.affiliation.as_deref());
    members.basis(addressee.basis, addressee.at);
    members.done()
}

fn named(key: &str, value: &str, basis: Basis, at: Option<Extent>) -> Json {
    let mut members = Members::default();
    members.put(key, value);
    members.basis(basis, at);
    members.done()
}

fn hop(hop: &Hop) -> Json {
    let mut members = Members::default();
    members.put("agent", hop.agent.as_str());
    members.known("act", Some(hop.act.as_str()).filter(|act| !act.is_empty()));
    members.known("medium", hop.medium.map(|medium| medium.as_str()));
    members.basis(hop.basis, None);
    members.done()
}

fn link(link: &Link) -> Json {
    let mut members = Members::default();
    members.put("url", link.url.as_str());
    members.known("text", Some(link.text.as_str()).filter(|text| !text.is_empty()));
    if let Some(at) = link.at {
        members.put("at", extent(at));
    }
    members.done()
}

fn original(original: &Original) -> Json {
    let mut members = Members::default();
    members.put("text", original.text.as_str());
    members.known("title", original.title.as_deref());
    members.known("url", original.url.as_deref());
    members.done()
}

fn extent(extent: Extent) -> Json {
    Json::List(vec![extent.start.into(), extent.end.into()])
}
