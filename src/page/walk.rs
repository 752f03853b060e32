//! The walk through the article's nodes, in the order they are shown.

use super::classify::{property, role};
use super::quotes;
use crate::options::BlockKind;
use crate::steps::pause;
use crate::text::markup::{Role, address_attribute};
use crate::text::pieces::{Collected, Collector};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlSlotElement, Node, Text, Window};

/// What remains to be done, last first. An explicit stack: pages nest deeper than a call stack may.
enum Step {
    Enter(Node),
    /// Back to the kind of block around.
    EndBlock(BlockKind),
    EndLink,
    /// The mark that CSS draws at the end of a `<q>`.
    EndQuote(Option<char>),
}

/// A walk under way.
struct Walk<'a> {
    window: &'a Window,
    root: &'a Element,
    collector: Collector,
    nodes: Vec<Text>,
    steps: Vec<Step>,
    kind: BlockKind,
    quotes: usize,
    headline: bool,
    /// The length of all that stands below `root`, once it was asked for.
    whole: Option<usize>,
}

/// Nodes that are visited in a step.
const IN_A_STEP: usize = 16;

/// Reads everything below `root`, in steps; the text nodes are numbered in the order of the answer's list.
pub(super) async fn walk(window: &Window, root: &Element) -> (Collected, Vec<Text>) {
    let mut walk = Walk {
        window,
        root,
        collector: Collector::default(),
        nodes: Vec::new(),
        steps: Vec::new(),
        kind: BlockKind::Paragraph,
        quotes: 0,
        headline: false,
        whole: None,
    };
    walk.collector.start_block(BlockKind::Paragraph);
    walk.push_children(root);
    let mut visited = 0;
    while let Some(step) = walk.steps.pop() {
        walk.take(step);
        visited += 1;
        if visited % IN_A_STEP == 0 {
            pause().await;
        }
    }
    (walk.collector.finish(), walk.nodes)
}

impl Walk<'_> {
    fn take(&mut self, step: Step) {
        match step {
            Step::Enter(node) => match node.node_type() {
                Node::TEXT_NODE => self.text(node),
                Node::ELEMENT_NODE => self.element(node.unchecked_into()),
                _ => {}
            },
            Step::EndBlock(kind) => {
                self.kind = kind;
                self.collector.start_block(kind);
            }
            Step::EndLink => self.collector.end_link(),
            Step::EndQuote(mark) => {
                self.quotes -= 1;
                if let Some(mark) = mark {
                    self.collector.generated(mark);
                }
            }
        }
    }

    fn text(&mut self, node: Node) {
        let text: Text = node.unchecked_into();
        let data = text.data();
        if data.is_empty() {
            return;
        }
        let lines = data.contains('\n') && text.parent_element().is_some_and(|parent| self.keeps_lines(&parent));
        self.collector.text(self.nodes.len() as u32, &data, lines);
        self.nodes.push(text);
    }

    fn keeps_lines(&self, element: &Element) -> bool {
        let style = self.window.get_computed_style(element).ok().flatten();
        let mode = property(style.as_ref(), "white-space");
        mode.starts_with("pre") || mode.starts_with("break")
    }

    fn element(&mut self, element: Element) {
        let name = element.local_name();
        let role = role(self.window, &element, &name, self.kind);
        if role != Role::Skip {
            self.cited(&element, &name);
        }
        match role {
            Role::Skip => self.collector.gap(),
            Role::Doubtful if !self.holds_most(&element) => self.collector.gap(),
            Role::Doubtful => self.block(&element, self.kind),
            Role::LineBreak => self.collector.line_break(),
            Role::Inline => self.inline(&element),
            Role::Quotation => self.quotation(&element),
            // A page has one headline.
            Role::Block(BlockKind::Headline) if self.headline => self.block(&element, BlockKind::Heading),
            Role::Block(kind) => {
                self.headline |= kind == BlockKind::Headline;
                self.block(&element, kind);
            }
        }
    }

    /// Words that were taken from an address carry it as a link does.
    fn cited(&mut self, element: &Element, name: &str) {
        let address = address_attribute(name).filter(|attribute| *attribute == "cite");
        if let Some(address) = address.and_then(|attribute| element.get_attribute(attribute)) {
            self.collector.start_link(address.trim().to_owned(), false);
            self.steps.push(Step::EndLink);
        }
    }

    /// Whether an element that looks like furniture holds more than half of the article's text: its class lies then.
    fn holds_most(&mut self, element: &Element) -> bool {
        let length = |element: &Element| element.text_content().map_or(0, |text| text.len());
        length(element) * 2 > *self.whole.get_or_insert_with(|| length(self.root))
    }

    fn block(&mut self, element: &Element, kind: BlockKind) {
        self.steps.push(Step::EndBlock(std::mem::replace(&mut self.kind, kind)));
        self.collector.start_block(kind);
        self.push_children(element);
    }

    fn inline(&mut self, element: &Element) {
        if let Some(link) = element.dyn_ref::<HtmlAnchorElement>().filter(|link| link.has_attribute("href")) {
            let within = link.get_attribute("href").is_some_and(|address| address.starts_with('#'));
            self.collector.start_link(link.href(), !within);
            self.steps.push(Step::EndLink);
        }
        self.push_children(element);
    }

    fn quotation(&mut self, element: &Element) {
        let marks = quotes::marks(self.window, element, self.quotes);
        self.quotes += 1;
        if let Some((open, _)) = marks {
            self.collector.generated(open);
        }
        self.steps.push(Step::EndQuote(marks.map(|(_, close)| close)));
        self.push_children(element);
    }

    /// Queues what an element shows: its shadow tree if it has an open one, what a slot was given, else its children.
    fn push_children(&mut self, element: &Element) {
        if let Some(slot) = element.dyn_ref::<HtmlSlotElement>() {
            let assigned = slot.assigned_nodes();
            if assigned.length() > 0 {
                for node in assigned.iter().rev() {
                    self.steps.push(Step::Enter(node.unchecked_into()));
                }
                return;
            }
        }
        let mut child = match element.shadow_root() {
            Some(shadow) => shadow.last_child(),
            None => element.last_child(),
        };
        while let Some(node) = child {
            child = node.previous_sibling();
            self.steps.push(Step::Enter(node));
        }
    }
}
