//! A report baked into its article's page, for readers without JavaScript and for the widget.

use super::list::list;
use super::tree::{self, Lengths};
use super::{HtmlError, article};
use crate::export::schema_org;
use crate::report::Report;
use ego_tree::NodeId;
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::{Attribute, LocalName, QualName, ns};
use scraper::node::{Element, Text};
use scraper::{Html, Node, Selector};

/// The attribute of all that is baked in; the widget and this room read nothing inside such an element as the article's.
pub(super) const MARK: &str = "data-who-said";

/// Puts a report into its article's page: as JSON for the widget, as JSON-LD for search engines, and as a list that is
/// read without JavaScript.
///
/// The list stands in the page's first `<who-said>`, or in a new one after the article: once the widget starts, it shows
/// its own overview there in the list's place. What was baked in before is replaced. `report` may hold attributions that
/// are withheld: of these the JSON keeps the words alone, so that the widget does not find them again.
///
/// # Errors
/// As [`read`](super::read).
pub fn bake(html: &str, report: &Report) -> Result<String, HtmlError> {
    let mut page = Page { html: tree::parse(html)? };
    page.clear();
    let holder = page.holder();
    let lengths = Lengths::of(&page.html);
    let root = article::find(&page.html, &lengths).id();
    let holder = holder.unwrap_or_else(|| page.holder_after(root));
    list(&mut page, holder, report);
    let json = serde_json::to_string(report).unwrap_or_default();
    let linked = serde_json::to_string(&schema_org(report)).unwrap_or_default();
    page.script(holder, "application/json", &json);
    page.script(holder, "application/ld+json", &linked);
    let mut bytes = Vec::with_capacity(html.len() * 2);
    let options = SerializeOpts {
        // The parser read the page as a browser with scripts does.
        scripting_enabled: true,
        traversal_scope: TraversalScope::IncludeNode,
        create_missing_parent: false,
    };
    // Writing into memory cannot fail, and what is written is text.
    let _ = serialize(&mut bytes, &page.html, options);
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// A page under construction. Text and values of attributes are escaped when it is written.
pub(super) struct Page {
    html: Html,
}

impl Page {
    /// Adds an element to `parent`.
    pub fn element(&mut self, parent: NodeId, name: &str, attributes: &[(&str, &str)]) -> NodeId {
        let node = Node::Element(element(name, attributes));
        // An id that this page gave is of one of its nodes.
        self.html.tree.get_mut(parent).map_or(parent, |mut parent| parent.append(node).id())
    }

    /// Adds text to `parent`.
    pub fn text(&mut self, parent: NodeId, words: &str) {
        if let Some(mut parent) = self.html.tree.get_mut(parent) {
            parent.append(Node::Text(Text { text: words.into() }));
        }
    }

    /// Adds an element that holds text.
    pub fn leaf(&mut self, parent: NodeId, name: &str, attributes: &[(&str, &str)], words: &str) {
        let leaf = self.element(parent, name, attributes);
        self.text(leaf, words);
    }

    /// Adds data. A script ends at the first `</script`, whatever it holds: no `<` is written into it as such.
    fn script(&mut self, parent: NodeId, kind: &str, json: &str) {
        let json = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
        self.leaf(parent, "script", &[("type", kind), (MARK, "")], &json);
    }

    fn select(&self, selector: &str) -> Vec<NodeId> {
        let selector = Selector::parse(selector).ok();
        selector.map_or_else(Vec::new, |selector| self.html.select(&selector).map(|element| element.id()).collect())
    }

    /// Takes away what was baked in before, and the publisher's report, which is in the new one.
    fn clear(&mut self) {
        for id in self.select("script[data-who-said], details[data-who-said]") {
            if let Some(mut node) = self.html.tree.get_mut(id) {
                node.detach();
            }
        }
    }

    /// The page's first widget.
    fn holder(&self) -> Option<NodeId> {
        self.select("who-said").into_iter().next()
    }

    /// A widget after the article; in it, where the article is the page itself.
    fn holder_after(&mut self, root: NodeId) -> NodeId {
        let is_page = self.html.tree.get(root).is_none_or(|root| {
            root.value().as_element().is_none_or(|element| matches!(element.name(), "body" | "html"))
        });
        if is_page {
            let body = self.select("body").into_iter().next().unwrap_or(root);
            return self.element(body, "who-said", &[("for", "body")]);
        }
        let id = self.html.tree.get(root).and_then(|root| root.value().as_element()?.attr("id").map(str::to_owned));
        let name = self.html.tree.get(root).and_then(|root| Some(root.value().as_element()?.name().to_owned()));
        let target = match (&id, &name) {
            (Some(id), _) => id.as_str(),
            (None, Some(name)) => name,
            (None, None) => "article",
        };
        let node = Node::Element(element("who-said", &[("for", target)]));
        self.html.tree.get_mut(root).map_or(root, |mut root| root.insert_after(node).id())
    }
}

fn element(name: &str, attributes: &[(&str, &str)]) -> Element {
    let attributes = attributes.iter().map(|(name, value)| Attribute {
        name: QualName::new(None, ns!(), LocalName::from(*name)),
        value: (*value).into(),
    });
    Element::new(QualName::new(None, ns!(html), LocalName::from(name)), attributes.collect())
}

/// A page of its own for an article in plain text: a line is a paragraph, the headline's a heading.
pub fn page_of_text(text: &str, report: &Report) -> String {
    let mut page = Page {
        html: Html::parse_document("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body></body></html>"),
    };
    let headline = report.article.headline.as_deref();
    let (Some(head), Some(body)) = (page.select("head").pop(), page.select("body").pop()) else { return String::new() };
    if let Some(title) = headline {
        page.leaf(head, "title", &[], title);
    }
    if let Some(day) = &report.article.published {
        page.element(head, "meta", &[("property", "article:published_time"), ("content", day)]);
    }
    let article = page.element(body, "article", &[("lang", &report.language)]);
    let mut rest = headline;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let name = if rest.take_if(|headline| *headline == line).is_some() { "h1" } else { "p" };
        page.leaf(article, name, &[], line);
    }
    page.html.html()
}
