//! What differs between two aligned texts, and whether it turns the meaning.

use super::align::Pair;
use super::fold::Folded;
use super::words::{self, Capitals};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ChangeKind {
    /// A negation came, went, or changed its reach.
    Negation,
    /// Another number, share or currency.
    Number,
    /// Another name.
    Name,
    /// Other words.
    Wording,
    /// Another form of the same word, or a small word of grammar.
    Grammar,
    /// The same words in another order.
    Order,
    /// Sentences made one.
    Joined,
    /// Words left out, and an ellipsis says so.
    Ellipsis,
    /// Words put in, and brackets say so.
    Brackets,
}

/// A change, with its words on both sides in bytes; where words came or went, one side is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// What kind of change.
    pub kind: ChangeKind,
    /// The words as quoted: in the selector's `exact`, or in the quotation.
    pub quoted: Span,
    /// The words as they are: in the article, or in the original.
    pub found: Span,
}

/// A run of words that are not the same on both sides, by index.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub quoted: Range<usize>,
    pub text: Range<usize>,
}

/// The two texts that an alignment speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'f> {
    pub quoted: &'f Folded<'f>,
    pub text: &'f Folded<'f>,
}

/// The runs of words that differ, in order.
pub fn blocks(pairs: &[Pair]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    let (mut quoted, mut text) = first_indices(pairs);
    for pair in pairs {
        let (quoted_next, text_next) = (pair.quoted.map_or(quoted, |i| i + 1), pair.text.map_or(text, |i| i + 1));
        if pair.likeness == 100 {
            blocks.extend(open.take());
        } else {
            let block = open.get_or_insert(Block { quoted: quoted..quoted, text: text..text });
            block.quoted.end = quoted_next;
            block.text.end = text_next;
        }
        (quoted, text) = (quoted_next, text_next);
    }
    blocks.extend(open);
    blocks
}

fn first_indices(pairs: &[Pair]) -> (usize, usize) {
    (pairs.iter().find_map(|pair| pair.quoted).unwrap_or(0), pairs.iter().find_map(|pair| pair.text).unwrap_or(0))
}

impl Sides<'_> {
    /// The kind of change that a run of differing words is; nothing if only spaces, hyphens and points differ.
    pub fn kind(self, block: &Block) -> Option<ChangeKind> {
        let joined = |folded: &Folded<'_>, range: &Range<usize>| -> String {
            range.clone().map(|index| folded.word(index)).collect()
        };
        let same_letters = joined(self.quoted, &block.quoted) == joined(self.text, &block.text);
        if self.negations(block) {
            Some(ChangeKind::Negation)
        } else if same_letters {
            // "co-operate" and "cooperate" pass; "US" and "u.s.", "20-30" and "2030" do not.
            let (was, is) = (capitals_of(self.quoted, &block.quoted), capitals_of(self.text, &block.text));
            let counted = parts_number(self.quoted, &block.quoted) || parts_number(self.text, &block.text);
            if counted { Some(ChangeKind::Number) } else { (was != is).then_some(ChangeKind::Name) }
        } else if self.numbers(block) {
            Some(ChangeKind::Number)
        } else if self.names(block) {
            Some(ChangeKind::Name)
        } else {
            Some(ChangeKind::Wording)
        }
    }

    /// Whether the two sides of a block deny differently.
    pub fn negations(self, block: &Block) -> bool {
        let count = |folded: &Folded<'_>, range: &Range<usize>| {
            range.clone().filter(|&index| words::is_negation(folded.word(index))).count()
        };
        let contrary = || {
            block.quoted.clone().any(|a| {
                block.text.clone().any(|b| words::are_contrary(self.quoted.word(a), self.text.word(b)))
                    && !block.text.clone().any(|b| self.quoted.word(a) == self.text.word(b))
            })
        };
        count(self.quoted, &block.quoted) != count(self.text, &block.text) || (block.quoted.len() <= 8 && contrary())
    }

    /// Whether the two sides of a block have other numbers.
    pub fn numbers(self, block: &Block) -> bool {
        let numbers = |folded: &Folded<'_>, range: &Range<usize>| -> Vec<String> {
            let of_all = range.clone().map(|index| folded.word(index));
            of_all.filter(|word| words::is_number(word)).map(str::to_owned).collect()
        };
        numbers(self.quoted, &block.quoted) != numbers(self.text, &block.text)
    }

    /// Whether the two sides of a block have other names.
    pub fn names(self, block: &Block) -> bool {
        let names = |folded: &Folded<'_>, range: &Range<usize>| -> Vec<String> {
            let named = range.clone().filter(|&index| words::is_name(folded.word(index), folded.original(index)));
            named.map(|index| folded.word(index).to_owned()).collect()
        };
        names(self.quoted, &block.quoted) != names(self.text, &block.text)
    }

    /// The changes of words that are the same but for their capitals or the stop after a negation.
    pub fn kind_of_equal(self, pair: &Pair) -> Option<ChangeKind> {
        let (quoted, text) = (pair.quoted?, pair.text?);
        if words::is_negation(self.quoted.word(quoted)) && !self.ends(quoted, text) {
            // "No, more" is not "No more"; an ellipsis has taken what stood there.
            let elided =
                self.quoted.gap_before(quoted + 1).contains("..") || self.quoted.gap_before(quoted + 1).contains('…');
            let stops = |folded: &Folded<'_>, index: usize| {
                let gap = folded.gap_before(index + 1);
                gap.contains([',', ';', ':', '.', '!', '—', '–', '،', '，', '。'])
                    || gap.contains("--")
                    || gap.contains(" -")
            };
            if !elided && stops(self.quoted, quoted) != stops(self.text, text) {
                return Some(ChangeKind::Negation);
            }
        }
        let (was, is) = (words::capitals(self.quoted.original(quoted)), words::capitals(self.text.original(text)));
        if was == is || (self.begins_sentence(quoted, text) && was != Capitals::All && is != Capitals::All) {
            return None;
        }
        // A line set in capitals is typography: its neighbours are in capitals too.
        let shouted = (was == Capitals::All && in_capitals(self.quoted, quoted))
            || (is == Capitals::All && in_capitals(self.text, text));
        let single = self.quoted.original(quoted).chars().nth(1).is_none();
        (!shouted && !single).then_some(ChangeKind::Name)
    }

    /// Whether either text ends here, so that there is nothing to compare after the word.
    fn ends(self, quoted: usize, text: usize) -> bool {
        quoted + 1 >= self.quoted.words.len() || text + 1 >= self.text.words.len()
    }

    fn begins_sentence(self, quoted: usize, text: usize) -> bool {
        let begins = |folded: &Folded<'_>, index: usize| {
            index == 0
                || folded.gap_before(index).contains(|c: char| !c.is_whitespace() && !"-,‐".contains(c))
                || folded.gap_before(index).contains('\n')
        };
        quoted == 0 || begins(self.quoted, quoted) || begins(self.text, text)
    }

    /// A change of words, given by their indices, in bytes of both sources.
    pub fn place(self, kind: ChangeKind, block: &Block) -> Change {
        Change { kind, quoted: place(self.quoted, &block.quoted), found: place(self.text, &block.text) }
    }
}

/// The span of words; for none, the point after the word before.
fn place(folded: &Folded<'_>, range: &Range<usize>) -> Span {
    if range.is_empty() {
        let point = range.start.checked_sub(1).and_then(|before| folded.words.get(before)).map_or(0, |w| w.span.end);
        return Span::new(point, point);
    }
    folded.span(range.start, range.end)
}

fn capitals_of(folded: &Folded<'_>, range: &Range<usize>) -> Capitals {
    let letters: String = range.clone().map(|index| folded.original(index)).collect();
    match words::capitals(&letters) {
        // Whether "U S" or "Us" is settled by the letters alone; a first capital may be a sentence's.
        Capitals::First | Capitals::Inner => Capitals::None,
        other => other,
    }
}

/// Whether digits meet digits at a seam between the words.
fn parts_number(folded: &Folded<'_>, range: &Range<usize>) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut seams = range.clone().skip(1);
    seams.any(|index| folded.word(index).starts_with(is_digit) && folded.word(index - 1).ends_with(is_digit))
}

fn in_capitals(folded: &Folded<'_>, index: usize) -> bool {
    let neighbours = [index.checked_sub(1), Some(index + 1)];
    neighbours.into_iter().flatten().any(|near| words::capitals(folded.original(near)) == Capitals::All)
}
