//! schema.org: the article with its quotations.

use super::table::{agent, is_spoken, work};
use super::{Object, TERM_SET, address, shown, source_of};
use crate::json::Json;
use crate::report::{
    ARTICLE_AGENT, Addressee, Attribution, Basis, Extent, Form, Hop, MediumKind, Missing, Report, Source, SourceKind,
};

/// The article as a `NewsArticle` in JSON-LD: what is quoted in it as `Quotation`s (`hasPart`), what it only reports as
/// works that it mentions (`mentions`).
///
/// What schema.org has no property for are `keywords`: `DefinedTerm`s of the record's closed sets, and `identifier`s:
/// `PropertyValue`s that say which of the article's words tell what. [`crate::newsroom::read_json_ld`] reads all of it back.
pub fn schema_org(report: &Report) -> Json {
    let article = address(report);
    let part = |is_wanted: fn(Form) -> bool| -> Vec<Json> {
        shown(report).filter(|entry| is_wanted(entry.form)).map(|entry| utterance(report, article, entry)).collect()
    };
    let publisher = report.article.publisher.as_deref();
    Object::default()
        .with("@context", "https://schema.org")
        .with("@type", "NewsArticle")
        .with("@id", article)
        .maybe("headline", report.article.headline.as_deref())
        .maybe("datePublished", report.article.published.as_deref())
        .maybe("publisher", publisher.map(|name| Object::of("NewsMediaOrganization").with("name", name)))
        .list("hasPart", part(|form| form != Form::Indirect))
        .list("mentions", part(|form| form == Form::Indirect))
        .into()
}

fn utterance(report: &Report, article: &str, entry: &Attribution) -> Json {
    let source = source_of(report, entry);
    let quoted = entry.form != Form::Indirect;
    let id = [article, "#quotation-", &entry.id].concat();
    let outer = entry.nested_in.as_ref().map(|outer| [article, "#quotation-", outer].concat());
    let wholes = [Some(article.to_owned()), outer].into_iter().flatten();
    let wholes = wholes.map(|id| Object::default().with("@id", id.as_str()).into()).collect();
    let date = entry.date.as_ref().map(|date| date.edtf.as_str());
    let is_plain = |date: &&str| date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let links = entry.links.iter().map(|link| {
        Object::of("CreativeWork")
            .with("url", link.url.as_str())
            .maybe("name", Some(link.text.as_str()).filter(|text| !text.is_empty()))
            .maybe("identifier", link.at.map(|at| place("link", at)))
            .into()
    });
    let medium = entry.medium.as_ref().map_or(MediumKind::Unknown, |medium| medium.kind);
    let occasion = is_spoken(medium).then(|| occasion(entry, medium)).flatten();
    let audience = entry.addressee.as_ref().filter(|_| !is_spoken(medium));
    let based = based_on(report, article, entry, medium);
    // Where neither the occasion nor the first work tells it.
    let outlet = entry.outlet.as_ref().map(|outlet| outlet.name.as_str()).filter(|_| !is_spoken(medium));
    let outlet = outlet.filter(|outlet| based.as_ref().and_then(first_publisher) != Some(outlet));
    Object::of(if quoted { "Quotation" } else { "CreativeWork" })
        .with("@id", id)
        .with(if quoted { "text" } else { "abstract" }, super::utterance(entry))
        .maybe("creator", source.and_then(|source| speaker(article, source)))
        .one_or_list("isPartOf", wholes)
        .maybe("inLanguage", Some(report.language.as_str()).filter(|language| !language.is_empty()))
        .maybe("publisher", outlet.map(organisation))
        .maybe("isBasedOn", based)
        .maybe("recordedAt", occasion)
        .maybe("audience", audience.map(|to| Object::of("Audience").with("name", to.name.as_str())))
        .maybe("dateCreated", date.filter(is_plain))
        .maybe("temporalCoverage", date.filter(|date| !is_plain(date)))
        .list("citation", links.collect())
        .one_or_list("identifier", places(entry))
        .list("keywords", keywords(entry, source, medium))
        .into()
}

/// Where the article says something, in Unicode scalar values.
fn place(what: &str, at: Extent) -> Object {
    Object::of("PropertyValue")
        .with("propertyID", [TERM_SET, what].concat())
        .with("minValue", at.start)
        .with("maxValue", at.end)
}

/// Where the utterance stands, the pieces of it that other words interrupt, and the words that tell of it.
fn places(entry: &Attribution) -> Vec<Json> {
    let content = &entry.content;
    let mut places = vec![place("content", Extent::new(content.start, content.end))];
    if content.segments.len() > 1 {
        places.extend(content.segments.iter().map(|piece| place("segment", *piece)));
    }
    if let Some(cue) = &entry.cue {
        let at = place("cue", Extent::new(cue.start, cue.end)).with("value", cue.text.as_str());
        places.push(at.maybe("name", Some(cue.lemma.as_str()).filter(|lemma| !lemma.is_empty())));
    }
    if let Some(source) = &entry.source
        && let (Some(start), Some(end)) = (source.start, source.end)
    {
        places.push(place("source", Extent::new(start, end)).with("value", source.text.as_str()));
    }
    let evidence = [
        ("addressee", entry.addressee.as_ref().and_then(|it| it.at)),
        ("medium", entry.medium.as_ref().and_then(|it| it.at)),
        ("outlet", entry.outlet.as_ref().and_then(|it| it.at)),
        ("date", entry.date.as_ref().and_then(|it| it.at)),
    ];
    places.extend(evidence.into_iter().filter_map(|(what, at)| Some(place(what, at?))));
    places.into_iter().map(Json::from).collect()
}

fn term(set: &str, code: &str) -> Json {
    Object::of("DefinedTerm").with("inDefinedTermSet", [TERM_SET, set].concat()).with("termCode", code).into()
}

/// What schema.org has no property for.
fn keywords(entry: &Attribution, source: Option<&Source>, medium: MediumKind) -> Vec<Json> {
    let mut terms = vec![
        term("form", entry.form.as_str()),
        term("status", entry.status.as_str()),
        term("route", entry.route.as_str()),
    ];
    terms.extend(source.map(|source| term("kind", source.kind.as_str())));
    terms.extend(entry.medium.as_ref().map(|medium| term("medium", medium.kind.as_str())));
    terms.extend(entry.terms.map(|it| term("terms", it.as_str())));
    terms.extend(entry.missing.iter().copied().map(|code| term("missing", Missing::as_str(code))));
    let bases: [(&str, Option<Basis>); 5] = [
        ("basis-source", entry.source.as_ref().filter(|source| source.source.is_some()).map(|source| source.basis)),
        ("basis-addressee", entry.addressee.as_ref().map(|addressee| addressee.basis)),
        ("basis-medium", entry.medium.as_ref().map(|medium| medium.basis)),
        ("basis-outlet", entry.outlet.as_ref().map(|outlet| outlet.basis)),
        ("basis-date", entry.date.as_ref().map(|date| date.basis)),
    ];
    terms.extend(bases.into_iter().filter_map(|(set, basis)| Some(term(set, basis?.as_str()))));
    let speaker = entry.chain.first().filter(|hop| is_heard(entry, hop, source, medium));
    let article = entry.chain.iter().find(|hop| hop.agent == ARTICLE_AGENT);
    terms.extend(speaker.into_iter().flat_map(|hop| act("speaker", hop)));
    terms.extend(article.into_iter().flat_map(|hop| act("article", hop)));
    terms
}

/// What an agent of the chain did that has no work of its own: the speaker, and this article.
fn act(agent: &str, hop: &Hop) -> impl Iterator<Item = Json> {
    let set = |what: &str| [what, "-", agent].concat();
    let medium = hop.medium.map(|medium| term(&set("medium"), medium.as_str()));
    [term(&set("act"), &hop.act), term(&set("basis"), hop.basis.as_str())].into_iter().chain(medium)
}

/// Whether the first hop is the speaker, who was heard: there is no work for it.
fn is_heard(entry: &Attribution, hop: &Hop, source: Option<&Source>, medium: MediumKind) -> bool {
    let written = source.is_none_or(|source| matches!(source.kind, SourceKind::NewsOutlet | SourceKind::Document));
    Some(hop.agent.as_str()) == entry.speaker() && !written && is_spoken(hop.medium.unwrap_or(medium))
}

/// A person or an organisation; none for a document, which is a work.
fn speaker(article: &str, source: &Source) -> Option<Json> {
    let kind = agent(source.kind)?;
    Some(described(article, source, kind))
}

fn described(article: &str, source: &Source, kind: &str) -> Json {
    let role = if kind == "Person" { "jobTitle" } else { "disambiguatingDescription" };
    Object::of(kind)
        .with("@id", [article, "#source-", &source.id].concat())
        .maybe("name", source.name.as_deref())
        .maybe("description", source.label.as_deref())
        .maybe(role, source.role.as_deref())
        .into()
}

/// The occasion on which something was said; none if nothing is known of it.
fn occasion(entry: &Attribution, medium: MediumKind) -> Option<Json> {
    let addressee = entry.addressee.as_ref();
    let outlet = entry.outlet.as_ref().map(|outlet| Object::of("Organization").with("name", outlet.name.as_str()));
    if addressee.is_none() && outlet.is_none() && medium == MediumKind::Unknown {
        return None;
    }
    let occasion = medium.as_str().replace('_', " ");
    let name = match addressee {
        Some(addressee) if medium == MediumKind::Unknown => ["To ", &addressee.name].concat(),
        Some(addressee) => [&occasion, " with ", &addressee.name].concat(),
        None => occasion,
    };
    let mut letters = name.chars();
    let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let event = Object::of("Event").with("name", name);
    Some(event.maybe("organizer", outlet).maybe("attendee", addressee.map(attendee)).into())
}

fn attendee(addressee: &Addressee) -> Json {
    let affiliation = addressee.affiliation.as_deref().map(|name| Object::of("Organization").with("name", name));
    let kind = if affiliation.is_some() { "Person" } else { "Organization" };
    Object::of(kind).with("name", addressee.name.as_str()).maybe("affiliation", affiliation).into()
}

/// The works by which the words came here, the nearest outermost; none where the speaker was heard.
fn based_on(report: &Report, article: &str, entry: &Attribution, medium: MediumKind) -> Option<Json> {
    let creator = entry.speaker();
    let find = |id: &str| report.sources.iter().find(|source| source.id == id);
    let outlet = entry.outlet.as_ref().map(|outlet| outlet.name.as_str());
    // The outlet that was first publishes the first work, unless a work of its own follows.
    let first_outlet = (entry.chain.iter().filter_map(|hop| find(&hop.agent)))
        .find(|source| source.kind == SourceKind::NewsOutlet)
        .and_then(|source| source.name.as_deref());
    let outlet = outlet.filter(|outlet| first_outlet != Some(*outlet));
    let mut work: Option<Json> = None;
    for (index, hop) in entry.chain.iter().enumerate().filter(|(_, hop)| hop.agent != ARTICLE_AGENT) {
        let source = find(&hop.agent);
        if index == 0 && is_heard(entry, hop, source, medium) {
            continue;
        }
        let publisher = outlet.filter(|_| index == 0);
        work = Some(node(article, Some(hop), source, publisher, work));
    }
    let document = creator.and_then(find).filter(|source| source.kind == SourceKind::Document);
    if let Some(document) = document.filter(|document| entry.chain.iter().all(|hop| hop.agent != document.id)) {
        let publisher = outlet.filter(|_| work.is_none());
        work = Some(node(article, None, Some(document), publisher, work));
    }
    let publisher = outlet.filter(|_| !is_spoken(medium));
    work.or_else(|| Some(Object::of(super::table::work(medium)).with("publisher", organisation(publisher?)).into()))
}

/// The name of who published the first of the works that one is based on.
fn first_publisher(work: &Json) -> Option<&str> {
    work.get("isBasedOn").and_then(first_publisher).or_else(|| work.get("publisher")?.get("name")?.as_text())
}

fn organisation(name: &str) -> Json {
    Object::of("Organization").with("name", name).into()
}

/// The work of a hop, or of a source that is no hop.
fn node(
    article: &str,
    hop: Option<&Hop>,
    source: Option<&Source>,
    publisher: Option<&str>,
    earlier: Option<Json>,
) -> Json {
    let outlet = source.filter(|source| source.kind == SourceKind::NewsOutlet);
    let document = source.filter(|source| source.kind == SourceKind::Document);
    let medium = hop.and_then(|hop| hop.medium);
    let kind = if outlet.is_some() { "NewsArticle" } else { work(medium.unwrap_or_default()) };
    let by = match outlet {
        Some(outlet) => Some(described(article, outlet, "NewsMediaOrganization")),
        None => publisher.map(organisation),
    };
    let author = source.filter(|_| outlet.is_none() && document.is_none()).and_then(|source| speaker(article, source));
    let mut terms: Vec<Json> = hop.map(|hop| term("basis-hop", hop.basis.as_str())).into_iter().collect();
    terms.extend(hop.map(|hop| &hop.act).filter(|act| !act.is_empty()).map(|act| term("act", act)));
    terms.extend(source.map(|source| term("kind", source.kind.as_str())));
    terms.extend(medium.map(|medium| term("medium", medium.as_str())));
    Object::of(kind)
        .maybe("@id", document.map(|source| [article, "#source-", &source.id].concat()))
        .maybe("name", document.and_then(|source| source.name.as_deref()))
        .maybe("description", document.and_then(|source| source.label.as_deref()))
        .maybe("disambiguatingDescription", document.and_then(|source| source.role.as_deref()))
        .maybe("publisher", by)
        .maybe("author", author)
        .list("keywords", terms)
        .maybe("isBasedOn", earlier)
        .into()
}
