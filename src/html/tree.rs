//! HTML as a tree, within bounds.

use super::{DEEPEST, HtmlError};
use crate::options::BlockKind;
use crate::text::markup::{Role, role};
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use scraper::node::Element;
use scraper::{Html, HtmlTreeSink, Node};
use std::collections::HashMap;

/// Bytes parsed between two looks at the tree.
const CHUNK: usize = 4096;

/// Parses a page as browsers do; gives up where the tree outgrows the page.
pub(super) fn parse(html: &str) -> Result<Html, HtmlError> {
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    let mut rest = html;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK).max(first_char(rest)));
        parser.process(chunk.into());
        rest = after;
        let read = html.len() - rest.len();
        within_bounds(&parser.tokenizer.sink.sink.0.borrow(), read)?;
    }
    let page = parser.finish();
    within_bounds(&page, html.len()).map(|()| page)
}

fn first_char(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Open elements are looked through at many tags, and unclosed formatting is repeated in every block: bounds on both keep the
/// time linear in the page.
fn within_bounds(page: &Html, read: usize) -> Result<(), HtmlError> {
    let deep = page.tree.nodes().next_back().is_some_and(|node| node.ancestors().count() > DEEPEST);
    match (deep, page.tree.nodes().len() > read + CHUNK) {
        (true, _) => Err(HtmlError::TooDeep),
        (_, true) => Err(HtmlError::TooLarge),
        _ => Ok(()),
    }
}

/// The role of an element inside a block of kind `outer`.
pub(super) fn role_of(element: &Element, outer: BlockKind) -> Role {
    role(element.name(), outer, |name| element.attr(name).map(Into::into))
}

/// How much text stands in an element, what is never read left out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Length {
    /// Bytes of text.
    pub text: usize,
    /// The same outside links: teasers and menus are little else.
    pub prose: usize,
}

/// The lengths of all elements.
pub(super) struct Lengths(HashMap<NodeId, Length>);

impl Lengths {
    /// Measures a page in one pass.
    pub fn of(page: &Html) -> Self {
        let mut lengths = HashMap::new();
        let mut sum = Length::default();
        let (mut skipped, mut links) = (0usize, 0usize);
        for edge in page.tree.root().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(text) if skipped == 0 => {
                        let length = text.trim().len();
                        sum.text += length;
                        sum.prose += if links > 0 { 0 } else { length };
                    }
                    Node::Element(element) => {
                        skipped += usize::from(is_skipped(element));
                        links += usize::from(element.name() == "a");
                        lengths.insert(node.id(), sum);
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        skipped -= usize::from(is_skipped(element));
                        links -= usize::from(element.name() == "a");
                        lengths.entry(node.id()).and_modify(|before| {
                            *before = Length { text: sum.text - before.text, prose: sum.prose - before.prose };
                        });
                    }
                }
            }
        }
        Self(lengths)
    }

    /// The length of an element; nothing for any other node.
    pub fn get(&self, node: NodeRef<'_, Node>) -> Length {
        self.0.get(&node.id()).copied().unwrap_or_default()
    }
}

fn is_skipped(element: &Element) -> bool {
    role_of(element, BlockKind::Paragraph) == Role::Skip
}
