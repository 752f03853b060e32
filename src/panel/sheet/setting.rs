//! To whom, in what, where, when; and the link.

use crate::panel::date::date_in_words;
use crate::panel::node::{BARE, el, fixed, said, several, text, varying};
use crate::panel::view::View;
use crate::report::{Addressee, Attribution, Basis, Date, Link, MediumKind};
use yew::{AttrValue, Html};

pub fn setting(view: &View, entry: &Attribution) -> Html {
    let messages = view.messages;
    let mut rows = Vec::with_capacity(5);
    if let Some(addressee) = &entry.addressee {
        rows.push(row(view, messages.to_whom, addressee_name(view, addressee), addressee.basis));
    }
    rows.push(match entry.medium.as_ref().filter(|medium| medium.kind != MediumKind::Unknown) {
        Some(medium) => row(view, messages.in_what, text(messages.medium(medium.kind)), medium.basis),
        None => row(view, messages.in_what, text(messages.not_stated), Basis::Stated),
    });
    if let Some(outlet) = &entry.outlet {
        rows.push(row(view, messages.outlet, view.page_words(&outlet.name), outlet.basis));
    }
    let (when, basis) = match entry.date.as_ref().filter(|date| !date.edtf.is_empty()) {
        Some(date) => self::when(view, date),
        None => (text(messages.not_stated), Basis::Stated),
    };
    rows.push(row(view, messages.when, when, basis));
    rows.push(row(view, messages.link, links(view, &entry.links), Basis::Stated));
    el("dl", fixed! { "class" = "setting" }, rows)
}

/// A field and its value; what the article states itself needs no mark.
fn row(view: &View, label: &'static str, value: Html, basis: Basis) -> Html {
    let mut value = vec![value];
    if basis != Basis::Stated {
        value.push(view.basis(basis));
    }
    let parts = vec![el("dt", BARE, vec![text(label)]), el("dd", BARE, value)];
    el("div", fixed! { "class" = "row" }, parts)
}

fn when(view: &View, date: &Date) -> (Html, Basis) {
    match date_in_words(&date.edtf, view.report.article.published.as_deref(), view.messages) {
        // A bound that only the article's own date gives says itself that nothing is stated.
        Some(words) if date.at.is_none() && date.basis == Basis::Inferred => (said(words), Basis::Stated),
        Some(words) => (said(words), date.basis),
        None => (view.page_words(&date.edtf), date.basis),
    }
}

fn addressee_name(view: &View, addressee: &Addressee) -> Html {
    let mut parts = vec![view.part(view.page_words(&addressee.name))];
    if let Some(affiliation) = addressee.affiliation.as_deref().filter(|words| !words.is_empty()) {
        parts.push(view.part(view.page_words(affiliation)));
    }
    several(parts)
}

fn links(view: &View, links: &[Link]) -> Html {
    let mut safe = Vec::new();
    for link in links {
        if let Some(host) = host(&link.url) {
            let attributes = varying! {
                "href" = AttrValue::from(link.url.clone()), "rel" = "noopener noreferrer",
            };
            let name = el("bdi", BARE, vec![said(host.to_owned())]);
            safe.push(el("li", BARE, vec![el("a", attributes, vec![name])]));
        }
    }
    if safe.is_empty() {
        return text(view.messages.no_link);
    }
    el("ul", fixed! { "class" = "links" }, safe)
}

/// The host of an `http` or `https` address, without "www."; none for any other address, or one that is not clean.
fn host(url: &str) -> Option<&str> {
    if url.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn only_clean_web_addresses_become_links() {
        for (url, expected) in [
            ("https://www.courier.example/a?b#c", Some("courier.example")),
            ("HTTP://courier.example", Some("courier.example")),
            ("https://courier.example@other.example/", Some("other.example")),
            ("https://a.example\\@b.example", Some("a.example")),
            ("javascript:alert(1)", None),
            ("JaVaScript://courier.example/%0aalert(1)", None),
            ("java\tscript:alert(1)", None),
            ("\u{1}https://courier.example", None),
            ("https://cou\nrier.example", None),
            ("data:text/html,x", None),
            ("//courier.example", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(host(url), expected, "{url:?}");
        }
    }
}
