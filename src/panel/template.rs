//! Messages as nodes, what stands in their slots drawn.

use super::view::View;
pub use crate::wording::template::say;
use crate::wording::template::{Piece, pieces};

/// The message as nodes; `slot` draws what stands in a slot.
pub fn fill(view: &mut View, template: &'static str, slot: &mut dyn FnMut(&mut View, usize)) {
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => view.text(words),
            Piece::Slot(number) => slot(view, number),
        }
    }
}
