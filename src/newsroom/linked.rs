//! JSON-LD of schema.org as a publisher's data: quotations with their speakers.

use super::limits::{MOST_ENTRIES, check_limits, whole};
use super::problem::{Effect, Fault, Problem};
use super::reader::{self, Reader, tidy};
use super::record::{Reading, UNKNOWN};
use super::{Entry, Field, Published, edtf};
use crate::export::TERM_SET;
use crate::json::Json;
use crate::report::{
    ARTICLE_AGENT, Addressee, ArticleInfo, Attribution, Basis, Content, Cue, Date, Extent, Form, Hop, Link, Medium,
    MediumKind, Missing, Outlet, Route, Source, SourceKind, SourceRef, Status, Terms,
};
use crate::text::address::is_web;

/// Where quotations are looked for in an article, and in what stands around it.
const HOLDERS: [&str; 4] = ["@graph", "mainEntity", "hasPart", "mentions"];

/// Reads the quotations of a page's JSON-LD: every `Quotation` of an article, with `creator`, `isBasedOn`, `recordedAt`,
/// `citation` and dates, and what [`schema_org`](crate::export) writes beside them. What else is in it is passed over.
///
/// # Errors
/// Where it exceeds the limits.
pub fn read_json_ld(data: &Json) -> Result<Published, Problem> {
    check_limits(data)?;
    if !matches!(data, Json::Object(_) | Json::List(_)) {
        return Err(whole("$".into(), Fault::Object));
    }
    let mut reading = Linked::default();
    reading.names(data);
    reading.look(data);
    Ok(reading.reading.done(ArticleInfo::default()))
}

#[derive(Default)]
pub(super) struct Linked<'j> {
    reading: Reading,
    /// What has an `@id`, for what refers to it.
    named: Vec<(&'j str, &'j Json)>,
}

impl<'j> Linked<'j> {
    /// Notes what has an `@id` and says more of itself than that.
    pub fn names(&mut self, value: &'j Json) {
        match value {
            Json::List(values) => values.iter().for_each(|value| self.names(value)),
            Json::Object(members) => {
                if let Some(id) = value.get("@id").and_then(Json::as_text)
                    && !is_reference(members)
                {
                    self.named.push((id, value));
                }
                members.iter().for_each(|(_, value)| self.names(value));
            }
            _ => {}
        }
    }

    /// What a value stands for: itself, or what it refers to by `@id`.
    fn meant(&self, value: &'j Json) -> &'j Json {
        match value {
            Json::Object(members) if is_reference(members) => {
                let id = value.get("@id").and_then(Json::as_text);
                self.named.iter().find(|(name, _)| Some(*name) == id).map_or(value, |(_, value)| value)
            }
            value => value,
        }
    }

    /// The first value of a property.
    fn first(&self, object: &'j Json, key: &str) -> Option<&'j Json> {
        object.get(key)?.as_list().first().map(|value| self.meant(value)).filter(|value| **value != Json::Null)
    }

    /// A short text of a property, or the name of what it is.
    pub fn name(&self, object: &'j Json, key: &str) -> Option<String> {
        let value = self.first(object, key)?;
        tidy(value.as_text().or_else(|| value.get("name")?.as_text())?)
    }

    /// Goes through an article, or what stands around it.
    fn look(&mut self, value: &'j Json) {
        if let Json::List(values) = value {
            for (index, value) in values.iter().enumerate() {
                self.reading.reader.enter(index);
                self.look(value);
                self.reading.reader.leave();
            }
            return;
        }
        if is_a(value, "Quotation") || self.term(value, "form").is_some() {
            if self.reading.entries.len() < MOST_ENTRIES
                && let Some(entry) = self.entry(value)
            {
                self.reading.entries.push(entry);
            }
            return;
        }
        for key in HOLDERS {
            if let Some(held) = value.get(key) {
                self.reading.reader.go(key);
                self.look(held);
                self.reading.reader.leave();
            }
        }
    }

    fn reader(&mut self) -> &mut Reader {
        &mut self.reading.reader
    }

    fn entry(&mut self, value: &'j Json) -> Option<Entry> {
        let words = ["text", "abstract"].iter().find_map(|key| value.get(key)?.as_text());
        let Some(words) = words.filter(|words| words.contains(char::is_alphanumeric)) else {
            self.reader().within("text", |reader| reader.note(Fault::Words, Effect::EntryRefused));
            return None;
        };
        let id = value.get("@id").and_then(Json::as_text).and_then(own_id);
        let attribution = Attribution {
            id: id.unwrap_or_default(),
            content: self.content(value, words),
            nested_in: value
                .get("isPartOf")
                .map_or(&[][..], Json::as_list)
                .iter()
                .find_map(|outer| own_id(outer.get("@id")?.as_text()?)),
            source: self.speaker(value),
            cue: self.cue(value),
            confidence: 1.0,
            rule: "newsroom".into(),
            ..Attribution::default()
        };
        let mut entry = Entry { attribution, ..Entry::default() };
        self.setting(value, &mut entry);
        self.way(value, &mut entry);
        Some(entry)
    }

    /// Where the article's words for something stand, as the export tells it.
    fn places(&self, value: &'j Json, what: &'static str) -> impl Iterator<Item = (Extent, &'j Json)> {
        let all = value.get("identifier").map_or(&[][..], Json::as_list).iter();
        all.filter_map(move |place| {
            let of = place.get("propertyID").and_then(Json::as_text).map(|id| id.trim_start_matches(TERM_SET));
            let end = |key: &str| reader::offset(place.get(key)?);
            let (start, end) = (end("minValue")?, end("maxValue")?);
            (of == Some(what) && start <= end).then_some((Extent::new(start, end), place))
        })
    }

    fn at(&self, value: &'j Json, what: &'static str) -> Option<Extent> {
        self.places(value, what).next().map(|(at, _)| at)
    }

    fn content(&self, value: &'j Json, words: &str) -> Content {
        let unknown = Extent::new(UNKNOWN, UNKNOWN);
        let Extent { start, end } = self.at(value, "content").unwrap_or(unknown);
        let segments: Vec<Extent> = self.places(value, "segment").map(|(piece, _)| piece).collect();
        let segments = if reader::fit(&segments, start, end) { segments } else { Vec::new() };
        Content { start, end, segments, exact: words.to_owned(), ..Content::default() }
    }

    fn cue(&self, value: &'j Json) -> Option<Cue> {
        let (at, place) = self.places(value, "cue").next()?;
        let words = |key: &str| place.get(key).and_then(Json::as_text).and_then(tidy).unwrap_or_default();
        Some(Cue { start: at.start, end: at.end, text: words("value"), lemma: words("name") })
    }

    /// The codes of a closed set among the keywords.
    fn terms(&self, value: &'j Json, set: &'j str) -> impl Iterator<Item = &'j str> {
        let keywords = value.get("keywords").map_or(&[][..], Json::as_list).iter();
        keywords.filter_map(move |term| {
            let of = term.get("inDefinedTermSet")?.as_text()?.strip_prefix(TERM_SET)?;
            term.get("termCode").filter(|_| of == set)?.as_text()
        })
    }

    fn term(&self, value: &'j Json, set: &'j str) -> Option<&'j str> {
        self.terms(value, set).next()
    }

    fn basis(&self, value: &'j Json, set: &'j str) -> Basis {
        meaning(self.term(value, set), Basis::WORDS, Basis::ALL).unwrap_or(Basis::Newsroom)
    }

    fn speaker(&mut self, value: &'j Json) -> Option<SourceRef> {
        let agent = ["creator", "author", "spokenByCharacter"].iter().find_map(|key| self.first(value, key));
        let kind = meaning(self.term(value, "kind"), SourceKind::WORDS, SourceKind::ALL);
        let agent = match kind {
            Some(SourceKind::Document) => agent.or_else(|| self.spoken_for(value))?,
            _ => agent?,
        };
        let source = Some(self.agent(agent, kind)?);
        let mention = self.places(value, "source").next();
        let text = mention.and_then(|(_, place)| place.get("value")?.as_text()).unwrap_or_default().to_owned();
        let (start, end) = mention.map(|(at, _)| (at.start, at.end)).unzip();
        Some(SourceRef { source, start, end, text, basis: self.basis(value, "basis-source") })
    }

    /// The document whose words they are: one that is no hop, else the first of the chain.
    fn spoken_for(&self, value: &'j Json) -> Option<&'j Json> {
        let works = || self.works(value).filter_map(|work| self.document(work));
        works().find(|work| self.term(work, "basis-hop").is_none()).or_else(|| works().last())
    }

    /// A work that is a source itself.
    fn document(&self, work: &'j Json) -> Option<&'j Json> {
        (self.term(work, "kind") == Some(SourceKind::Document.as_str())).then_some(work)
    }

    /// The id of the source that an agent is.
    fn agent(&mut self, agent: &'j Json, kind: Option<SourceKind>) -> Option<String> {
        let text = |key: &str| agent.get(key).and_then(Json::as_text).and_then(tidy);
        let name = agent.as_text().and_then(tidy).or_else(|| text("name"));
        let kind = kind.or_else(|| match &name {
            _ if is_a(agent, "NewsMediaOrganization") => Some(SourceKind::NewsOutlet),
            Some(_) if is_a(agent, "Organization") => Some(SourceKind::Institution),
            Some(_) if is_a(agent, "Person") => Some(SourceKind::PersonNamed),
            None if is_a(agent, "Organization") => Some(SourceKind::AnonymousGroup),
            _ => None,
        });
        let source = Source {
            name,
            label: text("description"),
            kind: kind.unwrap_or_default(),
            role: text("jobTitle").or_else(|| text("disambiguatingDescription")),
            ..Source::default()
        };
        if source.name.is_none() && source.label.is_none() && source.kind == SourceKind::Unattributed {
            self.reader().refuse("creator", Fault::Name);
            return None;
        }
        Some(self.reading.speakers.add(source))
    }

    fn setting(&mut self, value: &'j Json, entry: &mut Entry) {
        if let Some(form) = meaning(self.term(value, "form"), Form::WORDS, Form::ALL) {
            entry.attribution.form = form;
            entry.note(Field::Form);
        }
        if let Some(status) = meaning(self.term(value, "status"), Status::WORDS, Status::ALL) {
            entry.attribution.status = status;
            entry.note(Field::Status);
        }
        let occasion = self.first(value, "recordedAt");
        let work = self.first(value, "isBasedOn");
        let addressee =
            occasion.and_then(|event| self.first(event, "attendee")).or_else(|| self.first(value, "audience"));
        let name = addressee.and_then(|addressee| addressee.get("name")?.as_text()).and_then(tidy);
        entry.attribution.addressee = name.map(|name| Addressee {
            name,
            affiliation: addressee.and_then(|addressee| self.name(addressee, "affiliation")),
            basis: self.basis(value, "basis-addressee"),
            at: self.at(value, "addressee"),
        });
        // The export gives it to the words themselves where neither occasion nor work tells it.
        let exported = self.term(value, "form").is_some();
        let own = Some("publisher").filter(|_| exported).and_then(|key| self.name(value, key));
        let outlet = own.or_else(|| occasion.and_then(|event| self.name(event, "organizer")));
        // The publisher of the work that the words were first in.
        let outlet = outlet.or_else(|| self.works(value).filter_map(|work| self.name(work, "publisher")).last());
        let given = self.term(value, "basis-outlet").is_some() || !exported;
        entry.attribution.outlet = outlet.filter(|_| given).map(|name| Outlet {
            name,
            basis: self.basis(value, "basis-outlet"),
            at: self.at(value, "outlet"),
        });
        let by_work =
            || work.filter(|work| !exported && is_a(work, "SocialMediaPosting")).map(|_| MediumKind::SocialPost);
        let kind = meaning(self.term(value, "medium"), MediumKind::WORDS, MediumKind::ALL).or_else(by_work);
        entry.attribution.medium =
            kind.map(|kind| Medium { kind, basis: self.basis(value, "basis-medium"), at: self.at(value, "medium") });
        entry.attribution.terms = meaning(self.term(value, "terms"), Terms::WORDS, Terms::ALL);
        let date =
            ["dateCreated", "datePublished", "temporalCoverage"].iter().find_map(|key| value.get(key)?.as_text());
        let date = date.or_else(|| occasion?.get("startDate")?.as_text()).map(str::trim);
        entry.attribution.date = match date {
            Some(date) if edtf::is_valid(date) => {
                let edtf = date.split_once('T').map_or(date, |(day, _)| day).to_owned();
                Some(Date { edtf, basis: self.basis(value, "basis-date"), at: self.at(value, "date") })
            }
            Some(_) => {
                self.reader().refuse("dateCreated", Fault::Date);
                None
            }
            None => None,
        };
    }

    /// The works that something is based on, one on the other, the nearest first.
    fn works(&self, value: &'j Json) -> impl Iterator<Item = &'j Json> {
        // References may lead round in a circle.
        std::iter::successors(self.first(value, "isBasedOn"), |work| self.first(work, "isBasedOn")).take(super::DEEPEST)
    }

    fn way(&mut self, value: &'j Json, entry: &mut Entry) {
        if let Some(route) = meaning(self.term(value, "route"), Route::WORDS, Route::ALL) {
            entry.attribution.route = route;
            entry.note(Field::Route);
            entry.attribution.missing = self
                .terms(value, "missing")
                .filter_map(|code| meaning(Some(code), Missing::WORDS, Missing::ALL))
                .collect();
            entry.note(Field::Missing);
        }
        let based = self.first(value, "isBasedOn").filter(|work| work.get("url").is_some() || work.as_text().is_some());
        let cited = value.get("citation").map_or(&[][..], Json::as_list).iter();
        let links: Vec<&Json> = cited.map(|link| self.meant(link)).chain(based).collect();
        for link in links {
            let Some(url) = link.as_text().or_else(|| link.get("url")?.as_text()).map(str::trim) else { continue };
            if is_web(url) {
                let text = link.get("name").and_then(Json::as_text).and_then(tidy).unwrap_or_default();
                entry.attribution.links.push(Link { url: url.to_owned(), text, at: self.at(link, "link") });
            } else {
                self.reader().refuse("citation", Fault::Address);
            }
        }
        entry.note(Field::Links);
        self.chain(value, entry);
    }

    /// The works that the words are based on, the nearest outermost, as a chain.
    fn chain(&mut self, value: &'j Json, entry: &mut Entry) {
        let mut hops = Vec::new();
        // The export marks the works that are hops; of another's data all are.
        let exported = self.term(value, "form").is_some();
        let is_hop = |work: &&Json| !exported || self.term(work, "basis-hop").is_some();
        let works: Vec<&Json> = self.works(value).filter(is_hop).collect();
        for here in works {
            let agent = self.document(here).or_else(|| {
                let own = self.first(here, "author").or_else(|| self.first(here, "creator"));
                own.or_else(|| self.first(here, "publisher"))
            });
            let kind = meaning(self.term(here, "kind"), SourceKind::WORDS, SourceKind::ALL);
            if let Some(agent) = agent.and_then(|agent| self.agent(agent, kind)) {
                hops.push(self.hop(here, agent, ["act", "medium", "basis-hop"]));
            }
        }
        hops.reverse();
        let own = |set| self.term(value, set).is_some();
        if hops.is_empty() && !own("act-article") {
            return;
        }
        if let Some(source) = &entry.attribution.source
            && let Some(speaker) = source.source.clone()
            && hops.iter().all(|hop| hop.agent != speaker)
        {
            let medium = entry.attribution.medium.as_ref().map(|medium| medium.kind);
            let hop = if own("act-speaker") {
                self.hop(value, speaker, ["act-speaker", "medium-speaker", "basis-speaker"])
            } else {
                Hop { agent: speaker, act: String::new(), medium, basis: source.basis }
            };
            hops.insert(0, hop);
        }
        let mut article = self.hop(value, ARTICLE_AGENT.into(), ["act-article", "medium-article", "basis-article"]);
        if !own("act-article") {
            article.basis = Basis::Stated;
        }
        hops.push(article);
        entry.attribution.chain = hops;
        entry.note(Field::Chain);
    }

    /// A hop, of which the terms of these sets tell act, medium and basis.
    fn hop(&self, value: &'j Json, agent: String, [act, medium, basis]: [&'j str; 3]) -> Hop {
        Hop {
            agent,
            act: self.term(value, act).and_then(tidy).unwrap_or_default(),
            medium: meaning(self.term(value, medium), MediumKind::WORDS, MediumKind::ALL),
            basis: self.basis(value, basis),
        }
    }
}

/// The value of a closed set that a code names.
fn meaning<T: Copy>(code: Option<&str>, words: &[&str], all: &[T]) -> Option<T> {
    let code = code?;
    all.get(words.iter().position(|word| *word == code)?).copied()
}

/// Whether an object is of a type, be it one of several.
fn is_a(value: &Json, kind: &str) -> bool {
    let types = value.get("@type").map_or(&[][..], Json::as_list);
    types.iter().filter_map(Json::as_text).any(|name| name.trim_start_matches("https://schema.org/").ends_with(kind))
}

/// Whether an object says nothing of itself but what it is called and of what type it is.
fn is_reference(members: &[(String, Json)]) -> bool {
    members.iter().all(|(key, _)| key.starts_with('@'))
}

/// The id of an attribution in an address that the export made.
fn own_id(address: &str) -> Option<String> {
    address.split_once("#quotation-").map(|(_, id)| id.to_owned())
}
