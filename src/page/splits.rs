//! Text nodes that were split to put a mark between two words, and how they become what they were.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Node, Text};

#[wasm_bindgen]
extern "C" {
    /// A text node by its UTF-16 units: half a surrogate pair is no Rust string, and must not be lost.
    type Units;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Units) -> JsString;
    #[wasm_bindgen(method, js_name = appendData)]
    fn append(this: &Units, data: &JsString);
}

fn units(node: &Text) -> &Units {
    node.unchecked_ref()
}

/// Text nodes that were split, each with the parts cut off it.
///
/// A page that renders its text anew knows the first part only: it writes its new text there, and what was cut off is
/// stale. Undoing tells that from a script that touched up every part.
#[derive(Debug, Default)]
pub(super) struct Splits(Vec<Split>);

#[derive(Debug)]
struct Split {
    head: Text,
    /// What `head` held after the last cut.
    head_data: JsString,
    /// The parts cut off, in the order of the text, with what they held.
    tails: Vec<(Text, JsString)>,
}

impl Splits {
    /// Cuts `node` at `unit`; the answer is the part behind. Cuts of one node are made from its end to its start.
    pub fn cut(&mut self, node: &Text, unit: u32) -> Option<Text> {
        let tail = node.split_text(unit).ok()?;
        let part = (tail.clone(), units(&tail).data());
        let head_data = units(node).data();
        match self.0.last_mut().filter(|split| split.head.is_same_node(Some(node))) {
            Some(split) => {
                split.head_data = head_data;
                split.tails.insert(0, part);
            }
            None => self.0.push(Split { head: node.clone(), head_data, tails: vec![part] }),
        }
        Some(tail)
    }

    /// Whether the page still holds every part where it was put.
    pub fn stand(&self) -> bool {
        self.0.iter().all(|split| {
            let parent = split.head.parent_node();
            parent.is_some() && split.tails.iter().all(|(tail, _)| tail.parent_node() == parent)
        })
    }

    /// Makes `most` of the nodes what they were, and says whether any remain; those that the page has changed meanwhile
    /// hold the page's own text. `selection` is the reader's, and stays on its words.
    pub fn undo(&mut self, mut selection: Option<Selection>, most: usize) -> bool {
        let from = self.0.len().saturating_sub(most);
        for split in self.0.drain(from..) {
            split.undo(selection.as_mut());
        }
        from > 0
    }
}

impl Split {
    fn undo(self, mut selection: Option<&mut Selection>) {
        let Some(parent) = self.head.parent_node() else {
            // The page took the node away; what was cut off goes with it, unless that is gone as well.
            self.tails.iter().for_each(|(tail, _)| tail.remove());
            return;
        };
        let replaced = self.is_replaced();
        for (tail, _) in &self.tails {
            if tail.parent_node().as_ref() != Some(&parent) {
                continue;
            }
            if !replaced {
                let length = self.head.length();
                units(&self.head).append(&units(tail).data());
                if let Some(selection) = &mut selection {
                    selection.follow(tail, &self.head, length);
                }
            }
            tail.remove();
        }
    }

    /// Whether the page wrote the whole text anew into `head`.
    fn is_replaced(&self) -> bool {
        let now = units(&self.head).data();
        if now == self.head_data || self.tails.iter().any(|(tail, data)| units(tail).data() != *data) {
            return false;
        }
        let words = |data: &JsString| String::from(data).trim_end().to_owned();
        let last = self.tails.last().map(|(_, data)| words(data)).filter(|last| !last.is_empty());
        let whole = self.tails.iter().fold(self.head_data.length(), |sum, (_, data)| sum + data.length());
        last.is_some_and(|last| words(&now).ends_with(&last))
            || now.length().abs_diff(whole) < now.length().abs_diff(self.head_data.length())
    }
}

/// The reader's selection, whose ends may lie in parts that are about to go.
pub(super) struct Selection {
    selection: web_sys::Selection,
    anchor: (Node, u32),
    focus: (Node, u32),
}

impl Selection {
    /// The selection as it is. Asked for once: a browser lays the page out to answer.
    pub fn current() -> Option<Self> {
        let selection = web_sys::window()?.get_selection().ok()??;
        let anchor = (selection.anchor_node()?, selection.anchor_offset());
        let focus = (selection.focus_node()?, selection.focus_offset());
        Some(Self { selection, anchor, focus })
    }

    /// Moves the ends that lie in `tail` to where its words have gone: `shift` units into `head`.
    fn follow(&mut self, tail: &Text, head: &Text, shift: u32) {
        let mut moved = false;
        for (node, offset) in [&mut self.anchor, &mut self.focus] {
            if node.is_same_node(Some(tail)) {
                *node = head.clone().unchecked_into();
                *offset += shift;
                moved = true;
            }
        }
        if moved {
            let ((anchor, from), (focus, to)) = (&self.anchor, &self.focus);
            // Refused only for an offset past the end, which the page would have had to cut meanwhile.
            let _ = self.selection.set_base_and_extent(anchor, *from, focus, *to);
        }
    }
}
