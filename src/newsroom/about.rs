//! What a page's JSON-LD says of the article itself.

use super::linked::Linked;
use crate::json::Json;

/// What a page says of its article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Its headline.
    pub headline: Option<String>,
    /// When it was published, as the page gives it.
    pub published: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Language, as the page gives it.
    pub language: Option<String>,
    /// Its words.
    pub body: Option<String>,
}

/// What JSON-LD says of the first article in it: one that stands by itself, in a list, in a graph, or is what the page is
/// about. What it refers to by `@id` may stand anywhere in the data.
pub fn about(data: &Json) -> Option<About> {
    let article = article_in(data)?;
    let mut linked = Linked::default();
    linked.names(data);
    let language = article.get("inLanguage");
    let language = language.and_then(|named| named.as_text().or_else(|| named.get("alternateName")?.as_text()));
    Some(About {
        headline: linked.name(article, "headline"),
        published: linked.name(article, "datePublished"),
        // Some give an address for a name.
        publisher: linked.name(article, "publisher").filter(|name| !name.contains("://")),
        language: language.map(str::to_owned),
        body: article.get("articleBody").and_then(Json::as_text).map(str::to_owned),
    })
}

fn article_in(value: &Json) -> Option<&Json> {
    if let Json::List(values) = value {
        return values.iter().find_map(article_in);
    }
    let kinds = value.get("@type").map(Json::as_list).unwrap_or_default();
    // schema.org has a dozen of them, and lets publishers make up more.
    let is_article = |kind: &str| kind.ends_with("Article") || kind.ends_with("BlogPosting");
    if kinds.iter().filter_map(Json::as_text).any(is_article) {
        return Some(value);
    }
    ["@graph", "mainEntity"].iter().find_map(|key| article_in(value.get(key)?))
}
