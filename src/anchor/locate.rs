//! Where in a text the words may stand: exact occurrences, and windows that share many letters.

use super::fold::Folded;

/// The first words of all places where the folded `needle` stands as whole words. Linear.
pub fn occurrences<'f>(text: &'f Folded<'_>, needle: &'f Folded<'_>) -> impl Iterator<Item = usize> + 'f {
    let sought = needle.text.trim_end_matches(' ');
    let found = (!sought.is_empty()).then(|| text.text.match_indices(sought)).into_iter().flatten();
    found
        .filter(move |(at, _)| text.text.as_bytes().get(at + sought.len()) == Some(&b' '))
        .map(|(at, _)| text.word_at(at + 1))
}

/// Letters that are compared at once. Four survive 10 % of noise two times out of three, and are rare enough that
/// other text shares few.
const GRAM: usize = 4;

/// A window of a text that shares letters with what is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Its first byte in the folded text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// How many groups of letters it shares.
    pub shared: usize,
}

/// The windows of the needle's length that share most groups of [`GRAM`] letters with it, best first, at most `keep`.
///
/// One pass over the text, whatever the needle: a group counts as often as the needle has it.
pub fn windows(text: &str, needle: &str, keep: usize) -> Vec<Window> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let Some(total) = (needle.len() + 1).checked_sub(GRAM).filter(|&total| total > 0) else { return Vec::new() };
    let bits = (needle.len() * 8).next_power_of_two().trailing_zeros().clamp(10, 18);
    let mut left = vec![0i32; 1 << bits];
    for gram in needle.windows(GRAM) {
        if let Some(count) = left.get_mut(slot(gram, bits)) {
            *count += 1;
        }
    }
    let mut best = Peaks { kept: Vec::with_capacity(keep + 1), keep, apart: needle.len() };
    let mut shared = 0;
    // A quarter by chance is common; below it nothing is worth a look.
    let floor = (total / 4).max(1);
    for (at, gram) in text.windows(GRAM).enumerate() {
        if let Some(count) = left.get_mut(slot(gram, bits)) {
            shared += usize::from(*count > 0);
            *count -= 1;
        }
        if let Some(out) = (at + 1).checked_sub(total + 1) {
            let gram = text.get(out..out + GRAM).unwrap_or(&[]);
            if let Some(count) = left.get_mut(slot(gram, bits)) {
                *count += 1;
                shared -= usize::from(*count > 0);
            }
        }
        if shared >= floor {
            let start = (at + 1).saturating_sub(total);
            best.offer(Window { start, end: at + GRAM, shared });
        }
    }
    best.kept.sort_by_key(|window| std::cmp::Reverse(window.shared));
    best.kept
}

/// Fibonacci hashing of a group of letters.
fn slot(gram: &[u8], bits: u32) -> usize {
    let number = gram.iter().fold(0u32, |number, &byte| number << 8 | u32::from(byte));
    (number.wrapping_mul(0x9E37_79B9) >> (32 - bits)) as usize
}

/// The best windows so far, at least `apart` bytes from one another.
struct Peaks {
    kept: Vec<Window>,
    keep: usize,
    apart: usize,
}

impl Peaks {
    fn offer(&mut self, window: Window) {
        // Windows come in order of the text, so a rival is among those kept last.
        let near = self.kept.iter().rposition(|kept| window.start - kept.start <= self.apart);
        if let Some(near) = near {
            if self.kept.get(near).is_some_and(|kept| kept.shared < window.shared) {
                self.kept.remove(near);
                self.kept.push(window);
            }
        } else if self.kept.len() < self.keep {
            self.kept.push(window);
        } else if let Some(worst) =
            (0..self.kept.len()).min_by_key(|&index| self.kept.get(index).map_or(0, |kept| kept.shared))
            && self.kept.get(worst).is_some_and(|kept| kept.shared < window.shared)
        {
            self.kept.remove(worst);
            self.kept.push(window);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_only() {
        let text = Folded::new("Another notary: “Not a notion”, not");
        let needle = Folded::new("not");
        assert_eq!(occurrences(&text, &needle).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(occurrences(&text, &Folded::new("…")).count(), 0);
    }

    #[test]
    fn finds_the_window_with_most_letters_in_common() {
        let hay = format!("{} the bridge will nxt be closed {}", "nothing of it ".repeat(50), "and so on ".repeat(50));
        let found = windows(&hay, " the bridge will not be closed ", 3);
        let first = found[0];
        assert!(hay[first.start..first.end].contains("bridge"), "{first:?}");
        assert!(windows(&hay, "ab", 3).is_empty());
        assert!(windows("", " the bridge ", 3).is_empty());
    }
}
