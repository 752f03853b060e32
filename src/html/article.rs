//! The article within a page, and its text.

use super::tree::{Lengths, role_of};
use crate::options::BlockKind;
use crate::text::markup::{ARTICLE_SELECTORS, Role, address_attribute, quotation_marks};
use crate::text::pieces::{Collected, Collector};
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

/// The element that holds the article; see [`ARTICLE_SELECTORS`].
pub(super) fn find<'a>(page: &'a Html, lengths: &Lengths) -> NodeRef<'a, Node> {
    let measure = |node: &NodeRef<'a, Node>| (lengths.get(*node).prose, lengths.get(*node).text);
    let selectors = ARTICLE_SELECTORS.iter().filter_map(|selector| Selector::parse(selector).ok());
    let best = selectors.filter_map(|selector| {
        // `rev`: of equals the first, which holds the others.
        let all: Vec<NodeRef<'a, Node>> = page.select(&selector).map(|element| *element).collect();
        Some((all.into_iter().rev().max_by_key(measure)?, selector))
    });
    let best: Vec<_> = best.collect();
    let (most, _) =
        best.iter().map(|(node, _)| node).filter(|node| !is_body(node)).map(measure).max().unwrap_or_default();
    let is_story =
        |node: &NodeRef<'a, Node>| TEASER * measure(node).0 >= most && (measure(node).1 > 0 || is_body(node));
    let Some((piece, selector)) = best.into_iter().find(|(node, _)| is_story(node)) else { return page.tree.root() };
    whole(piece, &selector, lengths).unwrap_or(piece)
}

/// An element with less than this part of the longest one's text is a teaser of an article, not one.
const TEASER: usize = 5;

/// What a story stands in that is given piece by piece, each an article: a live blog. Where each has a headline of the
/// first rank they are stories of their own.
fn whole<'a>(piece: NodeRef<'a, Node>, selector: &Selector, lengths: &Lengths) -> Option<NodeRef<'a, Node>> {
    let parent = piece.parent()?;
    let pieces = parent.children().filter(|child| {
        ElementRef::wrap(*child).is_some_and(|child| selector.matches(&child))
            && TEASER * lengths.get(*child).prose >= lengths.get(piece).prose
    });
    let headed = |node: &Node| node.as_element().is_some_and(|element| element.name() == "h1");
    let pieces: Vec<NodeRef<'a, Node>> = pieces.collect();
    let any_headed = pieces.iter().any(|piece| piece.descendants().any(|node| headed(node.value())));
    (pieces.len() > 1 && !any_headed).then_some(parent)
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
        let leads = element.name() == "a";
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
            self.collector.start_link(url.to_owned(), leads);
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
