//! To whom, in what, where, when; and the link.

use crate::panel::date::date_in_words;
use crate::panel::view::View;
use crate::report::{Addressee, Attribution, Basis, Link, MediumKind};
use yew::{AttrValue, Html, html};

pub fn setting(view: &View, entry: &Attribution) -> Html {
    let messages = view.messages;
    let medium = entry.medium.as_ref().filter(|medium| medium.kind != MediumKind::Unknown);
    let published = view.report.article.published.as_deref();
    let date = entry.date.as_ref().filter(|date| !date.edtf.is_empty());
    html! {
        <dl class="setting">
            if let Some(addressee) = &entry.addressee {
                { row(view, messages.to_whom, addressee_name(view, addressee), Some(addressee.basis)) }
            }
            { match medium {
                Some(medium) => row(view, messages.in_what, (messages.medium)(medium.kind).into(), Some(medium.basis)),
                None => row(view, messages.in_what, messages.not_stated.into(), None),
            } }
            if let Some(outlet) = &entry.outlet {
                { row(view, messages.outlet, view.page_words(&outlet.name), Some(outlet.basis)) }
            }
            { match date {
                None => row(view, messages.when, messages.not_stated.into(), None),
                Some(date) => match date_in_words(&date.edtf, published, messages) {
                    // A bound that only the article's own date gives says itself that nothing is stated.
                    Some(said) => row(view, messages.when, said.into(), date.at.map(|_| date.basis).or_else(|| {
                        (date.basis == Basis::Newsroom).then_some(date.basis)
                    })),
                    None => row(view, messages.when, view.page_words(&date.edtf), Some(date.basis)),
                },
            } }
            { row(view, messages.link, links(view, &entry.links), None) }
        </dl>
    }
}

/// A field and its value; what the article states itself needs no mark.
fn row(view: &View, label: &'static str, value: Html, basis: Option<Basis>) -> Html {
    html! {
        <div class="row">
            <dt>{ label }</dt>
            <dd>
                { value }
                if let Some(basis) = basis.filter(|&basis| basis != Basis::Stated) { { view.basis(basis) } }
            </dd>
        </div>
    }
}

fn addressee_name(view: &View, addressee: &Addressee) -> Html {
    html! {
        <>
            <span class="item">{ view.page_words(&addressee.name) }</span>
            if let Some(affiliation) = addressee.affiliation.as_deref().filter(|words| !words.is_empty()) {
                <span class="item">{ view.page_words(affiliation) }</span>
            }
        </>
    }
}

fn links(view: &View, links: &[Link]) -> Html {
    let safe: Vec<(usize, &str, &str)> = links
        .iter()
        .enumerate()
        .filter_map(|(at, link)| host(&link.url).map(|host| (at, link.url.as_str(), host)))
        .collect();
    if safe.is_empty() {
        return view.messages.no_link.into();
    }
    html! {
        <ul class="links">{ for safe.into_iter().map(|(at, url, host)| html! {
            <li key={at}>
                <a href={AttrValue::from(url.to_owned())} rel="noopener noreferrer">
                    <bdi>{ AttrValue::from(host.to_owned()) }</bdi>
                </a>
            </li>
        }) }</ul>
    }
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
