//! What a page says of its article: JSON-LD first, then microdata and meta elements, then what it shows.

use crate::options::Options;
use scraper::{Html, Selector};
use serde_json::Value;

/// Reads headline, date line, publisher, language and address.
pub(super) fn read(page: &Html) -> Options {
    let article = json_ld(page).unwrap_or_default();
    let meta = |name: &str| attribute(page, &format!("meta[property='{name}'], meta[name='{name}']"), "content");
    let published = text(&article["datePublished"])
        .or_else(|| attribute(page, "meta[itemprop='datePublished']", "content"))
        .or_else(|| meta("article:published_time"))
        .or_else(|| DATE_NAMES.iter().find_map(|name| meta(name)))
        .or_else(|| attribute(page, "time[itemprop='datePublished'], time[pubdate]", "datetime"))
        .or_else(|| attribute(page, "article time, main time, header time, time", "datetime"));
    Options {
        language: language(page, &article),
        url: attribute(page, "link[rel~='canonical']", "href")
            .or_else(|| meta("og:url"))
            .or_else(|| text(&article["url"])),
        headline: text(&article["headline"])
            .or_else(|| words(page, "[itemprop='headline']"))
            .or_else(|| words(page, "h1"))
            .or_else(|| meta("og:title")),
        published,
        publisher: name(&article["publisher"]).or_else(|| meta("og:site_name")),
        ..Options::default()
    }
}

/// Names under which pages give their date line beside the usual one.
const DATE_NAMES: &[&str] =
    &["date", "pubdate", "publish-date", "parsely-pub-date", "DC.date.issued", "dcterms.created"];

fn language(page: &Html, article: &Value) -> Option<String> {
    let named = |value: &Value| text(value).or_else(|| text(&value["alternateName"]));
    let declared = attribute(page, "html", "lang").or_else(|| attribute(page, "body, article, main", "lang"));
    let by_locale = || attribute(page, "meta[property='og:locale']", "content").map(|locale| locale.replace('_', "-"));
    let tags = [declared, named(&article["inLanguage"]), by_locale()];
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

/// The first article that a page describes in JSON-LD; broken JSON-LD is passed over, as search engines do.
fn json_ld(page: &Html) -> Option<Value> {
    let selector = Selector::parse("script[type='application/ld+json' i]").ok()?;
    // Line ends inside strings are no JSON, and common.
    let value = |script: String| serde_json::from_str(&script.replace(char::is_control, " ")).ok();
    let values = page.select(&selector).filter_map(|script| value(script.text().collect()));
    values.filter_map(article_in).next()
}

/// The article in a JSON-LD value: itself, in a list, in a graph, or what the page is about.
fn article_in(value: Value) -> Option<Value> {
    match value {
        Value::Array(values) => values.into_iter().find_map(article_in),
        Value::Object(mut object) => {
            let kinds = object.get("@type").map(|kind| kind.as_array().cloned().unwrap_or_else(|| vec![kind.clone()]));
            if kinds.is_some_and(|kinds| kinds.iter().filter_map(Value::as_str).any(is_article)) {
                return Some(Value::Object(object));
            }
            ["@graph", "mainEntity"].iter().find_map(|key| article_in(object.remove(*key)?))
        }
        _ => None,
    }
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("BlogPosting")
}

/// A text value, white space folded; none where there are no words.
fn text(value: &Value) -> Option<String> {
    folded(value.as_str()?)
}

/// The name of a thing that is given by name, as an object, or as a list of these.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => values.iter().find_map(name),
        Value::Object(object) => text(object.get("name")?),
        value => text(value).filter(|name| !name.contains("://")),
    }
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).find_map(|element| folded(element.attr(name)?))
}

/// The words of the first element that has any.
fn words(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).find_map(|element| {
        folded(element.attr("content").unwrap_or_default()).or_else(|| folded(&element.text().collect::<String>()))
    })
}

fn folded(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
