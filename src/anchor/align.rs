//! Word by word: which word of one text is which of another.

/// A step of an alignment: a word of the quotation, a word of the text, or both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Which word of the quotation.
    pub quoted: Option<usize>,
    /// Which word of the text.
    pub text: Option<usize>,
    /// How alike the two are, 0 to 100; 100 are equal.
    pub likeness: i32,
}

/// What it costs to pass over words of the text, before a word of the quotation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skip {
    /// To begin.
    pub open: i32,
    /// For each word after the first.
    pub more: i32,
}

/// In running words: more than a short word is worth, less than a long one, so that stray short words are not fetched
/// from afar.
pub const RUNNING: Skip = Skip { open: 10, more: 1 };

/// Leaving a word of the quotation out.
const DROP: i32 = 4;
/// Putting a wholly different word in its place: cheaper than dropping one and passing over the other.
const REPLACE: i32 = 3;
/// Words below this are different words.
const ALIKE: i32 = 50;
/// Cells of the table; beyond them only a band around the diagonal is looked at. Half a million take about 3 ms.
const CELLS: usize = 1 << 19;
/// Words longer than this are equal or different, nothing between.
const LONGEST: usize = 48;

/// How much a word tells: longer ones more, to a limit.
pub fn weight(word: &str) -> i32 {
    4 + 4 * i32::try_from(word.len().min(8)).unwrap_or(8)
}

/// How alike two words are by their letters, 0 to 100: one less their edit distance by the longer's length.
pub fn likeness(a: &str, b: &str) -> i32 {
    if a == b {
        return 100;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if longer.len() > LONGEST || shorter.len() * 2 < longer.len() {
        return 0;
    }
    let mut row: [usize; LONGEST + 1] = std::array::from_fn(|index| index);
    for (above, &letter) in longer.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], above + 1);
        let mut left = above + 1;
        for (cell, &other) in row.iter_mut().skip(1).zip(shorter) {
            let changed = diagonal + usize::from(letter != other);
            diagonal = *cell;
            left = changed.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    let distance = row.get(shorter.len()).copied().unwrap_or(longer.len());
    i32::try_from(100 - 100 * distance.min(longer.len()) / longer.len()).unwrap_or(0)
}

/// The letters a word has, as bits: two words with few in common need no closer look.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

const FROM_DIAGONAL: u8 = 0;
const FROM_DROP: u8 = 1;
const FROM_SKIP: u8 = 2;
const FROM_START: u8 = 3;
const SKIP_GOES_ON: u8 = 4;

/// The best alignment of all of `quoted` with any stretch of `text`, in order. `skip(i)` says what passing over words
/// of the text costs before word `i` of the quotation.
///
/// Time and memory: the product of the two lengths, at most [`CELLS`] or 64 words of text to each quoted one.
pub fn align(quoted: &[&str], text: &[&str], skip: impl Fn(usize) -> Skip) -> Vec<Pair> {
    let table = Table::fill(quoted, text, skip);
    table.trace(quoted, text)
}

struct Table {
    /// Columns kept of each row.
    width: usize,
    columns: usize,
    rows: usize,
    steps: Vec<u8>,
    /// The column at which the best alignment ends.
    end: usize,
}

impl Table {
    /// First column kept of a row.
    fn low(&self, row: usize) -> usize {
        (row * self.columns / self.rows.max(1)).saturating_sub(self.width / 2).min(self.columns - self.width)
    }

    fn fill(quoted: &[&str], text: &[&str], skip: impl Fn(usize) -> Skip) -> Self {
        let columns = text.len() + 1;
        let rows = quoted.len() + 1;
        let width = columns.min((CELLS / rows).max(65));
        let mut table = Table { width, columns, rows, steps: vec![FROM_START; rows * width], end: 0 };
        let sets: Vec<u32> = text.iter().map(|word| letters(word)).collect();
        let unreachable = i32::MIN / 2;
        let mut above = vec![0; width];
        let mut above_low = 0;
        for (index, word) in quoted.iter().enumerate() {
            let (cost, low) = (skip(index + 1), table.low(index + 1));
            let (set, gain) = (letters(word), weight(word));
            let mut row = vec![unreachable; width];
            let (mut left, mut skipped) = (unreachable, unreachable);
            let steps = table.steps.iter_mut().skip((index + 1) * width);
            for ((column, cell), step) in (low..).zip(row.iter_mut()).zip(steps) {
                let over = |column: usize| above.get(column.wrapping_sub(above_low)).copied().unwrap_or(unreachable);
                let (begun, gone_on) = (left - cost.open, skipped - cost.more);
                skipped = begun.max(gone_on);
                let mut best = over(column) - DROP;
                let mut from = FROM_DROP;
                if let Some(at) = column.checked_sub(1)
                    && let (Some(other), Some(&other_set)) = (text.get(at), sets.get(at))
                {
                    let met = over(at) + meet(word, other, set, other_set, gain);
                    if met >= best {
                        (best, from) = (met, FROM_DIAGONAL);
                    }
                }
                if skipped > best {
                    (best, from) = (skipped, FROM_SKIP);
                }
                *step = from | if gone_on > begun { SKIP_GOES_ON } else { 0 };
                *cell = best;
                left = best;
            }
            above = row;
            above_low = low;
        }
        let best = above.iter().enumerate().max_by_key(|&(column, &score)| (score, std::cmp::Reverse(column)));
        table.end = above_low + best.map_or(0, |(column, _)| column);
        table
    }

    fn trace(&self, quoted: &[&str], text: &[&str]) -> Vec<Pair> {
        let mut pairs = Vec::with_capacity(quoted.len() + 8);
        let (mut row, mut column) = (self.rows - 1, self.end);
        let mut skipping = false;
        while row > 0 {
            let index = row * self.width + column.wrapping_sub(self.low(row));
            let Some(&step) = self.steps.get(index) else { break };
            if skipping || step & 3 == FROM_SKIP {
                let Some(before) = column.checked_sub(1) else { break };
                pairs.push(Pair { quoted: None, text: Some(before), likeness: 0 });
                skipping = step & SKIP_GOES_ON != 0;
                column = before;
            } else if step & 3 == FROM_DROP {
                row -= 1;
                pairs.push(Pair { quoted: Some(row), text: None, likeness: 0 });
            } else {
                let Some(before) = column.checked_sub(1) else { break };
                row -= 1;
                column = before;
                let alike = likeness(quoted.get(row).unwrap_or(&""), text.get(column).unwrap_or(&""));
                pairs.push(Pair { quoted: Some(row), text: Some(column), likeness: alike });
            }
        }
        pairs.reverse();
        pairs
    }
}

/// What it is worth that two words meet.
fn meet(word: &str, other: &str, set: u32, other_set: u32, gain: i32) -> i32 {
    if word == other {
        return gain;
    }
    let common = (set & other_set).count_ones();
    if common * 2 < set.count_ones().max(other_set.count_ones()) {
        return -REPLACE;
    }
    let alike = likeness(word, other);
    if alike < ALIKE { -REPLACE } else { gain * (2 * alike - 100) / 100 - REPLACE * (100 - alike) / 50 }
}

/// The sum of what the words tell that are the same in both, each by its likeness; words below half alike count
/// nothing.
pub fn common_weight<'p>(pairs: impl Iterator<Item = &'p Pair>, weigh: impl Fn(usize) -> i32) -> i32 {
    pairs
        .filter(|pair| pair.likeness >= ALIKE && pair.text.is_some())
        .filter_map(|pair| pair.quoted.map(|index| weigh(index) * pair.likeness / 100))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text's word for each word of the quotation.
    fn met<'t>(quoted: &str, text: &'t str) -> Vec<&'t str> {
        let (a, b): (Vec<_>, Vec<_>) = (quoted.split(' ').collect(), text.split(' ').collect());
        align(&a, &b, |_| RUNNING)
            .iter()
            .filter(|pair| pair.quoted.is_some())
            .map(|pair| pair.text.map_or("-", |index| b[index]))
            .collect()
    }

    #[test]
    fn aligns() {
        for (quoted, text, expected) in [
            ("the river rose", "so the river rose fast", "the river rose"),
            ("the river rose", "so the lake rose fast", "the lake rose"),
            ("the river never rose", "so the river rose fast", "the river - rose"),
            ("the river rose", "the river quickly rose", "the river rose"),
            ("a harbour bridge", "xx hxrbour brudge xx", "xx hxrbour brudge"),
        ] {
            assert_eq!(met(quoted, text).join(" "), expected, "{quoted} / {text}");
        }
    }

    #[test]
    fn likeness_is_by_letters() {
        assert_eq!(likeness("harbour", "harbour"), 100);
        assert_eq!(likeness("harbour", "harbor"), 86);
        assert_eq!(likeness("not", "now"), 67);
        assert_eq!(likeness("", "a"), 0);
    }

    #[test]
    fn a_very_long_pair_is_aligned_in_a_band() {
        let words: Vec<String> = (0..3_000).map(|number| format!("w{number}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let pairs = align(&words, &words, |_| RUNNING);
        assert!(pairs.iter().all(|pair| pair.likeness == 100 && pair.quoted == pair.text), "{:?}", pairs.first());
    }
}
