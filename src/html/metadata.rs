//! What a page says of its article: JSON-LD first, then microdata and meta elements, then what it shows.

use crate::json::Json;
use crate::newsroom::{About, about};
use crate::options::Options;
use crate::text::markup::{DATES, HEADLINES, PUBLISHERS, folded};
use scraper::{Html, Selector};

/// Reads headline, date line, publisher, language and address.
pub(super) fn read(page: &Html) -> Options {
    let said = json_ld(page);
    let meta = |name: &str| attribute(page, &format!("meta[property='{name}'], meta[name='{name}']"), "content");
    let shown = || TIMES.iter().find_map(|selector| attribute(page, selector, "datetime"));
    Options {
        language: language(page, said.language),
        url: attribute(page, "link[rel~='canonical']", "href").or_else(|| meta("og:url")),
        headline: said.headline.or_else(|| given(page, HEADLINES)),
        published: said.published.or_else(|| given(page, DATES)).or_else(shown),
        publisher: said.publisher.or_else(|| given(page, PUBLISHERS)),
        ..Options::default()
    }
}

/// Where a page shows its date line, best first.
const TIMES: &[&str] = &["article time[datetime]", "main time[datetime]", "header time[datetime]", "time[datetime]"];

/// What the first of these elements says that the page has.
fn given(page: &Html, places: &[(&str, &str)]) -> Option<String> {
    places.iter().find_map(|(selector, name)| match *name {
        "" => words(page, selector),
        name => attribute(page, selector, name),
    })
}

fn language(page: &Html, said: Option<String>) -> Option<String> {
    let declared = attribute(page, "html", "lang").or_else(|| attribute(page, "body, article, main", "lang"));
    let by_locale = || attribute(page, "meta[property='og:locale']", "content").map(|locale| locale.replace('_', "-"));
    let tags = [declared, said, by_locale()];
    tags.into_iter().flatten().find(|tag| is_tag(tag))
}

/// Whether it looks like a BCP 47 tag.
fn is_tag(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&primary.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The data in which a publisher speaks of quotations; see [`super::Article::scripts`].
pub(super) fn scripts(page: &Html) -> Vec<String> {
    let of = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).ok();
        selector.map_or_else(Vec::new, |it| page.select(&it).map(|script| script.text().collect()).collect())
    };
    let linked = of("script[type='application/ld+json' i]:not([data-who-said])").into_iter();
    let linked = linked.filter(|json| json.contains("Quotation")).map(|json| json.replace(char::is_control, " "));
    linked.chain(of("script[type='application/json' i][data-who-said]")).collect()
}

/// What a page's JSON-LD says of its article; broken JSON-LD is passed over, as search engines do.
fn json_ld(page: &Html) -> About {
    let Ok(selector) = Selector::parse("script[type='application/ld+json' i]") else { return About::default() };
    // Line ends inside strings are no JSON, and common.
    let value = |script: String| serde_json::from_str(&script.replace(char::is_control, " ")).ok();
    let values: Vec<Json> = page.select(&selector).filter_map(|script| value(script.text().collect())).collect();
    about(&Json::List(values)).unwrap_or_default()
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).find_map(|element| folded(element.attr(name)?))
}

/// The words of the first element that has any.
fn words(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).find_map(|element| folded(&element.text().collect::<String>()))
}
