//! The article within a page, and its text.

use super::tree::{Lengths, role_of};
use crate::options::BlockKind;
use crate::text::markup::{ARTICLE_SELECTORS, Role, address_attribute, quotation_marks};
use crate::text::pieces::{Collected, Collector};
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{Html, Node, Selector};

/// The element that holds the article; see [`ARTICLE_SELECTORS`].
pub(super) fn find<'a>(page: &'a Html, lengths: &Lengths) -> NodeRef<'a, Node> {
    let measure = |node: &NodeRef<'a, Node>| {
        let length = lengths.get(*node);
        (length.paragraphs, length.text)
    };
    let matches: Vec<NodeRef<'a, Node>> = ARTICLE_SELECTORS
        .iter()
        .filter_map(|selector| Selector::parse(selector).ok())
        // `rev`: of equals the first, which holds the others.
        .filter_map(|selector| {
            page.select(&selector).map(|element| *element).collect::<Vec<_>>().into_iter().rev().max_by_key(measure)
        })
        .collect();
    let (most, _) = matches.iter().filter(|node| !is_body(node)).map(measure).max().unwrap_or_default();
    let chosen = matches.iter().find(|node| 5 * measure(node).0 >= most && (measure(node).1 > 0 || is_body(node)));
    chosen.copied().unwrap_or_else(|| page.tree.root())
}

fn is_body(node: &NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == "body")
}

/// Collects the text under `root`.
pub(super) fn collect(root: NodeRef<'_, Node>, lengths: &Lengths, language: &str) -> Collected {
    let outside = Frame { role: Role::Inline, kind: BlockKind::Paragraph, language, preformatted: false, link: false };
    let mut walk = Walk {
        collector: Collector::default(),
        lengths,
        whole: lengths.get(root).text,
        frames: vec![outside],
        headline: false,
        quotations: 0,
        texts: 0,
    };
    let mut skipped = None;
    for edge in root.traverse().filter(|edge| !matches!(edge, Edge::Open(node) | Edge::Close(node) if *node == root)) {
        match (edge, skipped) {
            (Edge::Close(node), Some(id)) if node.id() == id => skipped = None,
            (_, Some(_)) => {}
            (Edge::Open(node), None) if !walk.open(node) => {
                walk.collector.gap();
                skipped = Some(node.id());
            }
            (Edge::Close(node), None) if node.value().is_element() => walk.close(),
            _ => {}
        }
    }
    walk.collector.finish()
}

/// An open element.
#[derive(Clone, Copy)]
struct Frame<'a> {
    role: Role,
    /// Kind of the blocks directly inside.
    kind: BlockKind,
    language: &'a str,
    /// Whether line feeds break lines.
    preformatted: bool,
    link: bool,
}

struct Walk<'a> {
    collector: Collector,
    lengths: &'a Lengths,
    /// Length of the whole article.
    whole: usize,
    /// The open elements; the first stands for what is around the article.
    frames: Vec<Frame<'a>>,
    /// Whether the headline was read.
    headline: bool,
    /// Number of open `<q>`.
    quotations: usize,
    /// Number of text nodes so far.
    texts: u32,
}

impl<'a> Walk<'a> {
    /// Goes into a node; `false`: it is to be left out.
    fn open(&mut self, node: NodeRef<'a, Node>) -> bool {
        let Some(outer) = self.frames.last().copied() else { return false };
        let element = match node.value() {
            Node::Text(text) => {
                self.collector.text(self.texts, text, outer.preformatted);
                self.texts += 1;
                return true;
            }
            Node::Element(element) => element,
            _ => return true,
        };
        let role = match role_of(element, outer.kind) {
            Role::Doubtful if 2 * self.lengths.get(node).text > self.whole => Role::Block(outer.kind),
            Role::Skip | Role::Doubtful => return false,
            // A page has one headline.
            Role::Block(BlockKind::Headline) if self.headline => Role::Block(BlockKind::Heading),
            role => role,
        };
        self.headline |= role == Role::Block(BlockKind::Headline);
        let url = link(element);
        let mut frame = Frame {
            role,
            language: element.attr("lang").unwrap_or(outer.language),
            preformatted: outer.preformatted || element.name() == "pre",
            link: url.is_some(),
            ..outer
        };
        match role {
            Role::Block(kind) => {
                frame.kind = kind;
                self.collector.start_block(kind);
            }
            Role::LineBreak => self.collector.line_break(),
            Role::Quotation => {
                self.collector.generated(quotation_marks(frame.language, self.quotations).0);
                self.quotations += 1;
            }
            Role::Inline | Role::Skip | Role::Doubtful => {}
        }
        if let Some(url) = url {
            self.collector.start_link(url.to_owned());
        }
        self.frames.push(frame);
        true
    }

    /// Leaves the innermost open element.
    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.link {
            self.collector.end_link();
        }
        match frame.role {
            Role::Block(_) => self.collector.start_block(self.frames.last().map_or(frame.kind, |outer| outer.kind)),
            Role::Quotation => {
                self.quotations = self.quotations.saturating_sub(1);
                self.collector.generated(quotation_marks(frame.language, self.quotations).1);
            }
            _ => {}
        }
    }
}

/// The address of a link that leads out of the page, or from which a quotation is taken.
fn link(element: &scraper::node::Element) -> Option<&str> {
    let url = element.attr(address_attribute(element.name())?)?.trim();
    (!url.is_empty() && !url.starts_with('#')).then_some(url)
}
