//! The attributions as a list in HTML, for readers without JavaScript. The words are those of the panel, in English.

use super::bake::{MARK, Page};
use crate::report::{Attribution, Basis, Form, Missing, Report, Route, Source, SourceKind, Status};
use crate::text::address::is_web;
use ego_tree::NodeId;

/// Adds the list to `parent`.
pub(super) fn list(page: &mut Page, parent: NodeId, report: &Report) {
    let details = page.element(parent, "details", &[(MARK, ""), ("lang", "en"), ("dir", "ltr")]);
    page.leaf(details, "summary", &[], "Voices in this story");
    let shown = || report.attributions.iter().filter(|entry| entry.status != Status::Withheld);
    let found = match shown().count() {
        0 => "No quotation was found; there may be some.".to_owned(),
        count => format!("{count} found; others may exist."),
    };
    page.leaf(details, "p", &[], &found);
    let list = page.element(details, "ol", &[]);
    for entry in shown() {
        item(page, list, report, entry);
    }
    if report.orphans.is_empty() {
        return;
    }
    page.leaf(details, "p", &[], "Entered by the newsroom for words that are not in this article any more:");
    let list = page.element(details, "ul", &[]);
    for orphan in &report.orphans {
        let item = page.element(list, "li", &[]);
        who(page, item, report, orphan);
        words(page, item, report, orphan);
    }
}

fn item(page: &mut Page, list: NodeId, report: &Report, entry: &Attribution) {
    let item = page.element(list, "li", &[]);
    who(page, item, report, entry);
    words(page, item, report, entry);
    let facts = page.element(item, "ul", &[]);
    let mut fact = |name: &str, value: &str, basis: Option<Basis>| {
        let fact = page.element(facts, "li", &[]);
        page.text(fact, name);
        page.leaf(fact, "bdi", &[], value);
        if let Some(basis) = basis {
            page.text(fact, by(basis));
        }
    };
    if let Some(addressee) = &entry.addressee {
        let name = match &addressee.affiliation {
            Some(affiliation) => format!("{}, {affiliation}", addressee.name),
            None => addressee.name.clone(),
        };
        fact("To: ", &name, Some(addressee.basis));
    }
    if let Some(medium) = &entry.medium {
        fact("In: ", &medium.kind.as_str().replace('_', " "), Some(medium.basis));
    }
    if let Some(outlet) = &entry.outlet {
        fact("Outlet: ", &outlet.name, Some(outlet.basis));
    }
    if let Some(date) = &entry.date {
        fact("When: ", &when(&date.edtf), Some(date.basis));
    }
    if entry.route != Route::Unknown {
        fact("By way of: ", way(entry.route), None);
    }
    for link in entry.links.iter().filter(|link| is_web(&link.url)) {
        let fact = page.element(facts, "li", &[]);
        page.leaf(fact, "a", &[("href", &link.url), ("rel", "noopener noreferrer")], &link.url);
    }
    let missing: Vec<&str> = entry.missing.iter().map(|code| unsaid(*code)).collect();
    if !missing.is_empty() {
        page.leaf(facts, "li", &[], &missing.join(" "));
    }
    page.leaf(item, "p", &[], &standing(report, entry));
}

/// The source by name, else as the article calls it.
fn who(page: &mut Page, item: NodeId, report: &Report, entry: &Attribution) {
    let source = entry.speaker().and_then(|id| report.sources.iter().find(|source| source.id == id));
    let name = source.and_then(|source| source.name.as_deref().or(source.label.as_deref()));
    let strong = page.element(item, "strong", &[]);
    match name {
        Some(name) => page.leaf(strong, "bdi", &[("lang", &report.language)], name),
        None => page.text(strong, "The article does not make clear who said it"),
    }
    if let Some(role) = source.and_then(|source| source.role.as_deref()) {
        page.text(item, ", ");
        page.leaf(item, "bdi", &[("lang", &report.language)], role);
    }
    if source.is_some_and(is_unnamed) {
        page.text(item, " (unnamed)");
    }
    page.text(item, if entry.form == Form::Indirect { ", in the article's words: " } else { ": " });
}

fn is_unnamed(source: &Source) -> bool {
    matches!(source.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup)
}

/// The words, each piece in marks of its own where others interrupt them.
fn words(page: &mut Page, item: NodeId, report: &Report, entry: &Attribution) {
    let name = if entry.form == Form::Indirect { "span" } else { "q" };
    for (index, piece) in crate::export::pieces(entry).iter().enumerate() {
        if index > 0 {
            page.text(item, " ");
        }
        page.leaf(item, name, &[("lang", &report.language), ("dir", "auto")], piece);
    }
}

fn by(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => " (the article says so)",
        Basis::Inferred => " (inferred)",
        Basis::Newsroom => " (entered by the newsroom)",
    }
}

fn way(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "an interview with this article's reporter",
        Route::EventOrPressConference => "an event or the press",
        Route::Statement => "a statement",
        Route::InterviewOtherOutlet => "an interview with another outlet",
        Route::SecondhandViaOutlet => "another outlet's report",
        Route::Agency => "an agency",
        Route::SocialPost => "a post on a network",
        Route::CourtOrOfficialDocument => "a document of a court or an authority",
        Route::LeakedDocument => "a document that was leaked",
        Route::Unknown => "not stated",
    }
}

/// A date that may be a bound, in words.
fn when(edtf: &str) -> String {
    let inner = edtf.trim_matches(['[', ']']);
    match inner.split_once("..") {
        Some(("", last)) => format!("no later than {last}"),
        Some((first, "")) => format!("no earlier than {first}"),
        Some((first, last)) => format!("between {first} and {last}"),
        None => inner.to_owned(),
    }
}

/// Who stands behind an entry. A confirmed attribution is no fact-check.
fn standing(report: &Report, entry: &Attribution) -> String {
    if !matches!(entry.status, Status::Confirmed | Status::Corrected) {
        return "Found automatically in this article; not checked by the newsroom.".into();
    }
    let newsroom = report.article.publisher.as_deref().unwrap_or("the newsroom");
    let day = entry.confirmed_on.as_ref().map(|day| format!(", {day}")).unwrap_or_default();
    format!("Attribution confirmed by {newsroom}{day}. This does not mean the statement is true.")
}

/// What the article leaves unsaid, in a sentence.
fn unsaid(code: Missing) -> &'static str {
    match code {
        Missing::NoLink => "No link in this article.",
        Missing::NoDate => "The article does not say when.",
        Missing::NoExactDate => "The article does not say exactly when.",
        Missing::NoVenueStated => "The article does not say where or to whom.",
        Missing::ProgrammeUnnamed => "The programme is not named.",
        Missing::QuestionAbsent => "The question is not given.",
        Missing::TranscriptSourceAbsent => "The article does not say where the wording comes from.",
        Missing::SecondHand => "Reached this article through another outlet.",
        Missing::QuotingOutletUnnamed => "The outlet that quoted it is not named.",
        Missing::Anonymous => "The speaker is unnamed.",
        Missing::AnonymousOrigin => "It came from somebody unnamed.",
        Missing::AnonymityReasonAbsent => "The article does not say why the source is unnamed.",
        Missing::SourceCountAbsent => "The article does not say how many sources there are.",
        Missing::SourcePositionAbsent => "The article does not say how the source knows.",
        Missing::Fragment => "Only a few of the speaker's words are given.",
        Missing::TruncatedStart => "Words before the quotation were left out.",
        Missing::DocumentAbsent => "The document is not shown.",
        Missing::AccountAbsent => "The account is not given.",
    }
}
