//! What an edit of a quotation does to what it says.

use super::change::{Block, ChangeKind, Sides};
use super::fold::Folded;
use super::surroundings::ends_sentence;
use super::words;
use std::ops::Range;

/// Whether a name of the original gave way to another.
pub fn is_renamed(sides: Sides<'_>, block: &Block) -> bool {
    let lacks = |names: &Folded<'_>, of: &Range<usize>, other: &Folded<'_>, at: &Range<usize>| {
        let named = |&i: &usize| words::is_name(names.word(i), names.original(i));
        of.clone().filter(named).any(|i| !at.clone().any(|j| other.word(j) == names.word(i)))
    };
    let Sides { quoted, text } = sides;
    lacks(quoted, &block.quoted, text, &block.text) && lacks(text, &block.text, quoted, &block.quoted)
}

/// Whether leaving these words of the original out, though marked, turns what is said: a negation of the very clause.
pub fn turned(text: &Folded<'_>, block: &Block) -> bool {
    let denies = |index: usize| words::is_negation(text.word(index));
    let short = block.text.len() <= 8 && !block.text.clone().skip(1).any(|index| ends_sentence(text.gap_before(index)));
    let mut edges = block.text.clone().take(2).chain(block.text.clone().rev().take(2));
    let whole = ends_sentence(text.gap_before(block.text.start)) && ends_sentence(text.gap_before(block.text.end));
    !whole && ((short && block.text.clone().any(denies)) || edges.any(denies))
}

/// Words put in at one place that were left out at another are words in another order.
pub fn moved(sides: Sides<'_>, found: &mut [(ChangeKind, Block)]) {
    let letters = |folded: &Folded<'_>, range: Range<usize>| -> Vec<String> {
        let mut all: Vec<String> = range.map(|index| folded.word(index).to_owned()).collect();
        all.sort_unstable();
        all
    };
    for one in 0..found.len() {
        for other in 0..found.len() {
            let (Some((_, put)), Some((_, left))) = (found.get(one), found.get(other)) else { continue };
            if put.quoted.is_empty() || left.text.is_empty() {
                continue;
            }
            // At the ends of the quotation a word put in lies against a stranger of the text.
            let outer = one == 0 || one + 1 == found.len();
            let alone = one == other || ((put.text.is_empty() || outer) && left.quoted.is_empty());
            if alone && letters(sides.quoted, put.quoted.clone()) == letters(sides.text, left.text.clone()) {
                for index in [one, other] {
                    if let Some((kind, _)) = found.get_mut(index) {
                        *kind = ChangeKind::Order;
                    }
                }
            }
        }
    }
}

/// Small words of grammar: articles, auxiliaries, pronouns, prepositions.
const SMALL: &str = " a an the that this these those to of in on at for by is are was were be been being am do does did \
    has have had will would shall should can could may might and it its i he she they we you him her them us me who whom \
    which as so der die das den dem des ein eine ist sind war waren hat haben le la les un une de du est sont el los las ";

pub fn is_small(word: &str) -> bool {
    word.ends_with("n't") || SMALL.contains(&[" ", word, " "].concat())
}

/// Whether a block is another form of the same words, or small words for small words.
pub fn is_grammar(sides: Sides<'_>, block: &Block) -> bool {
    let stem = |a: &str, b: &str| {
        let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
        common >= 3 && common * 2 >= a.chars().count().min(b.chars().count())
    };
    let small = block.quoted.clone().all(|i| is_small(sides.quoted.word(i)))
        && block.text.clone().all(|i| is_small(sides.text.word(i)));
    let forms = block.quoted.len() == block.text.len()
        && block.quoted.clone().zip(block.text.clone()).all(|(q, t)| {
            let (a, b) = (sides.quoted.word(q), sides.text.word(t));
            a == b || stem(a, b) || (is_small(a) && is_small(b))
        });
    small || forms
}
