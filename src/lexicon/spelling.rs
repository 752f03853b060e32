//! Words as numbers, so that they are compared and looked up without copying letters.

/// A word as a number of 64 bits in any case of letters, by which two different words of one article do not meet; who makes
/// two meet could as well have written one of them. Swiss spelling has no "ß", and all apostrophes are one.
///
/// One bit tells cases apart, in ASCII and in the bytes of the letters that Western languages add to it.
pub fn number(word: &str) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    if !word.is_ascii() && word.contains(['ß', '’']) {
        return number(&word.replace('ß', "ss").replace('’', "'"));
    }
    let eight = |letters: &[u8]| letters.iter().fold(0, |eight, &letter| eight << 8 | u64::from(letter)) | SMALL;
    word.as_bytes().chunks(8).fold(0, |sum, letters| joined(sum, eight(letters)))
}

/// Two numbers as one, in this order.
pub fn joined(first: u64, second: u64) -> u64 {
    let sum = (first.rotate_left(5) ^ second).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // The upper half is mixed better.
    sum ^ (sum >> 32)
}
