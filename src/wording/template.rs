//! Filling the slots `{0}` … `{9}` of a message.

/// A piece of a template.
#[derive(Debug, PartialEq)]
pub enum Piece {
    /// Words of the message.
    Words(&'static str),
    /// The number of a slot.
    Slot(usize),
}

/// The pieces of a template, in order. Braces around anything but one digit are words.
pub fn pieces(template: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((words, slot, after)) = split(rest) {
        if !words.is_empty() {
            pieces.push(Piece::Words(words));
        }
        pieces.push(Piece::Slot(slot));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// The words before the first slot, its number, and what follows it.
fn split(template: &'static str) -> Option<(&'static str, usize, &'static str)> {
    let (words, after) = template.split_once('{')?;
    let (digit, after) = after.split_once('}')?;
    Some((words, digit.parse().ok()?, after))
}

/// The message as text.
pub fn say(template: &'static str, slots: &[&str]) -> String {
    let mut said = String::with_capacity(template.len() + 16);
    for piece in pieces(template) {
        said.push_str(match piece {
            Piece::Words(words) => words,
            Piece::Slot(slot) => slots.get(slot).copied().unwrap_or(""),
        });
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_in_any_order() {
        assert_eq!(say("{1} of {0}.", &["nine", "two"]), "two of nine.");
        assert_eq!(say("{0}", &[]), "");
        assert_eq!(say("no slot", &["x"]), "no slot");
        assert_eq!(say("a { b } c {0", &["x"]), "a { b } c {0");
    }
}
