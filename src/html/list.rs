//! The attributions as a list in HTML, for readers without JavaScript. The words are those of the panel, in the article's
//! language where the interface has it, else in English.

use super::bake::{MARK, Page};
use crate::report::{Attribution, Basis, Form, Report, Route, Source, SourceKind, Status};
use crate::text::address::is_web;
use crate::wording::Lang;
use crate::wording::chain::find;
use crate::wording::date::{date_in_words, day_in_words};
use crate::wording::messages::Messages;
use crate::wording::template::say;
use ego_tree::NodeId;

/// Adds the list to `parent`.
pub(super) fn list(page: &mut Page, parent: NodeId, report: &Report) {
    let lang = Lang::from_tag(&report.language);
    let messages = lang.messages();
    let details = page.element(parent, "details", &[(MARK, ""), ("lang", lang.tag()), ("dir", lang.direction())]);
    page.leaf(details, "summary", &[], messages.voices());
    let shown = || report.attributions.iter().filter(|entry| entry.status != Status::Withheld);
    page.leaf(details, "p", &[], &messages.count(messages.found(), shown().count()));
    let mut list = List { page, report, messages };
    let items = list.page.element(details, "ol", &[]);
    for entry in shown() {
        list.item(items, entry);
    }
    if report.orphans.is_empty() {
        return;
    }
    list.page.leaf(details, "p", &[], messages.orphans());
    let items = list.page.element(details, "ul", &[]);
    for orphan in &report.orphans {
        let item = list.page.element(items, "li", &[]);
        list.who(item, orphan);
        list.words(item, orphan);
    }
}

struct List<'a> {
    page: &'a mut Page,
    report: &'a Report,
    messages: Messages,
}

impl List<'_> {
    fn item(&mut self, items: NodeId, entry: &Attribution) {
        let messages = self.messages;
        let item = self.page.element(items, "li", &[]);
        self.who(item, entry);
        self.words(item, entry);
        let facts = self.page.element(item, "ul", &[]);
        if let Some(addressee) = &entry.addressee {
            let name = match &addressee.affiliation {
                Some(affiliation) => say(messages.list(), &[&addressee.name, affiliation]),
                None => addressee.name.clone(),
            };
            self.fact(facts, messages.to_whom(), &name, addressee.basis);
        }
        if let Some(medium) = &entry.medium {
            self.fact(facts, messages.in_what(), messages.medium(medium.kind), medium.basis);
        }
        if let Some(outlet) = &entry.outlet {
            self.fact(facts, messages.outlet(), &outlet.name, outlet.basis);
        }
        if let Some(date) = &entry.date {
            let said = date_in_words(&date.edtf, self.report.article.published.as_deref(), messages);
            self.fact(facts, messages.when(), said.as_deref().unwrap_or(&date.edtf), date.basis);
        }
        if entry.route != Route::Unknown {
            self.page.leaf(facts, "li", &[], messages.route(entry.route));
        }
        for link in entry.links.iter().filter(|link| is_web(&link.url)) {
            let fact = self.page.element(facts, "li", &[]);
            self.page.leaf(fact, "a", &[("href", &link.url), ("rel", "noopener noreferrer")], &link.url);
        }
        let missing: Vec<&str> = entry.missing.iter().map(|code| messages.missing(*code)).collect();
        if !missing.is_empty() {
            self.page.leaf(facts, "li", &[], &missing.join(" "));
        }
        let standing = self.standing(entry);
        self.page.leaf(item, "p", &[], &standing);
    }

    /// "Outlet: Coast Radio (stated)"; nothing for a value without a word.
    fn fact(&mut self, facts: NodeId, label: &str, value: &str, basis: Basis) {
        if !value.is_empty() {
            let fact = self.page.element(facts, "li", &[]);
            self.page.text(fact, &[label, ": "].concat());
            self.page.leaf(fact, "bdi", &[], value);
            self.page.text(fact, &[" (", self.messages.basis(basis), ")"].concat());
        }
    }

    /// The source by name, else as the article calls it; its role, its kind where it is unnamed, and the form.
    fn who(&mut self, item: NodeId, entry: &Attribution) {
        let source = entry.speaker().and_then(|id| find(self.report, id));
        let name = source.and_then(|source| source.name.as_deref().or(source.label.as_deref()));
        let strong = self.page.element(item, "strong", &[]);
        match name {
            Some(name) => self.page.leaf(strong, "bdi", &[("lang", &self.report.language)], name),
            None => self.page.text(strong, self.messages.unclear()),
        }
        if let Some(role) = source.and_then(|source| source.role.as_deref()) {
            self.page.text(item, ", ");
            self.page.leaf(item, "bdi", &[("lang", &self.report.language)], role);
        }
        let kind = source.filter(|source| is_unnamed(source)).map(|source| self.messages.kind(source.kind));
        let form = Some(self.messages.form(entry.form)).filter(|_| entry.form == Form::Indirect);
        for word in kind.into_iter().chain(form) {
            self.page.text(item, &[" (", word, ")"].concat());
        }
        self.page.text(item, ": ");
    }

    /// The words, each piece in marks of its own where others interrupt them.
    fn words(&mut self, item: NodeId, entry: &Attribution) {
        let name = if entry.form == Form::Indirect { "span" } else { "q" };
        for (index, piece) in crate::export::pieces(entry).iter().enumerate() {
            if index > 0 {
                self.page.text(item, " ");
            }
            self.page.leaf(item, name, &[("lang", &self.report.language), ("dir", "auto")], piece);
        }
    }

    /// Who stands behind an entry. A confirmed attribution is no fact-check.
    fn standing(&self, entry: &Attribution) -> String {
        let messages = self.messages;
        let (alone, dated) = match entry.status {
            Status::Confirmed => (messages.confirmed_by(), messages.confirmed_by_on()),
            Status::Corrected => (messages.corrected_by(), messages.corrected_by_on()),
            _ if entry.speaker().is_none() => return messages.unclear_automatically().to_owned(),
            _ => return messages.identified_automatically().to_owned(),
        };
        let newsroom = self.report.article.publisher.as_deref().unwrap_or(messages.the_newsroom());
        let by = match &entry.confirmed_on {
            Some(day) => say(dated, &[newsroom, &day_in_words(day, messages)]),
            None => say(alone, &[newsroom]),
        };
        [&by, " ", messages.not_the_truth()].concat()
    }
}

fn is_unnamed(source: &Source) -> bool {
    matches!(source.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup)
}
