//! To whom, in what, where, when; and the link.

use crate::panel::date::date_in_words;
use crate::panel::node::tag;
use crate::panel::view::View;
use crate::report::{Addressee, Attribution, Basis, Date, Link, MediumKind};
use crate::text::address::is_web;
use yew::AttrValue;

pub fn setting(view: &mut View, entry: &Attribution) {
    view.el(tag!("dl", "class" = "setting"), |view| {
        let messages = view.messages;
        if let Some(addressee) = &entry.addressee {
            row(view, messages.to_whom(), addressee.basis, &mut |view| addressee_name(view, addressee));
        }
        let medium = entry.medium.as_ref().filter(|medium| medium.kind != MediumKind::Unknown);
        let (said, basis) =
            medium.map_or((messages.not_stated(), Basis::Stated), |it| (messages.medium(it.kind), it.basis));
        row(view, messages.in_what(), basis, &mut |view| view.text(said));
        if let Some(outlet) = &entry.outlet {
            row(view, messages.outlet(), outlet.basis, &mut |view| view.page_words(&outlet.name));
        }
        match entry.date.as_ref().filter(|date| !date.edtf.is_empty()) {
            Some(date) => when(view, date),
            None => row(view, messages.when(), Basis::Stated, &mut |view| view.text(messages.not_stated())),
        }
        if let Some(terms) = entry.terms {
            row(view, messages.on_what_terms(), Basis::Newsroom, &mut |view| view.text(messages.terms(terms)));
        }
        row(view, messages.link(), Basis::Stated, &mut |view| links(view, &entry.links));
    });
}

/// A field and its value; what the article states itself needs no mark.
fn row(view: &mut View, label: &'static str, basis: Basis, value: &mut dyn FnMut(&mut View)) {
    view.tree.open(tag!("div", "class" = "row"));
    view.leaf(tag!("dt", "class" = "label"), label);
    view.tree.open(tag!("dd", "class" = "value"));
    value(view);
    if basis != Basis::Stated {
        view.basis(basis);
    }
    view.tree.close();
    view.tree.close();
}

fn when(view: &mut View, date: &Date) {
    let words = date_in_words(&date.edtf, view.report.article.published.as_deref(), view.messages);
    // A bound that only the article's own date gives says itself that nothing is stated.
    let bound = words.is_some() && date.at.is_none() && date.basis == Basis::Inferred;
    let basis = if bound { Basis::Stated } else { date.basis };
    row(view, view.messages.when(), basis, &mut |view| match &words {
        Some(words) => view.said(words.clone()),
        None => view.page_words(&date.edtf),
    });
}

fn addressee_name(view: &mut View, addressee: &Addressee) {
    view.tree.open(tag!("span"));
    for words in [Some(&addressee.name), addressee.affiliation.as_ref()].into_iter().flatten() {
        if !words.is_empty() {
            view.el(tag!("span", "class" = "item"), |view| view.page_words(words));
        }
    }
    view.tree.close();
}

fn links(view: &mut View, links: &[Link]) {
    if links.iter().all(|link| host(&link.url).is_none()) {
        return view.text(view.messages.no_link());
    }
    view.el(tag!("ul", "class" = "links"), |view| {
        for link in links {
            let Some(host) = host(&link.url) else { continue };
            view.el(tag!("li"), |view| address(view, &link.url, host));
        }
    });
}

/// A link out of the page; its words are where it goes.
pub fn address(view: &mut View, url: &str, host: &str) {
    view.tree.open(tag!("a", "href" = "", "rel" = "noopener noreferrer"));
    view.tree.set("href", Some(AttrValue::from(url.to_owned())));
    view.tree.open(tag!("bdi"));
    view.said(host.to_owned());
    view.tree.close();
    view.tree.close();
}

/// The host of a web address, without "www."; none for any other address.
pub fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://").filter(|_| is_web(url))?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn only_clean_web_addresses_become_links() {
        for (url, expected) in [
            ("https://www.courier.example/a?b#c", Some("courier.example")),
            ("HTTP://courier.example", Some("courier.example")),
            ("https://courier.example@other.example/", None),
            ("https://a.example\\@b.example", None),
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
