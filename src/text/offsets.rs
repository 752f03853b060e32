//! Conversion between bytes and Unicode scalar values.

/// Converts byte offsets to scalar offsets and back, in steps of [`STRIDE`] bytes.
#[derive(Debug, Clone)]
pub struct ScalarIndex<'a> {
    text: &'a str,
    /// Scalars before each multiple of [`STRIDE`]; empty for ASCII, where both are the same.
    before: Vec<usize>,
}

/// Bytes between two entries of the index.
const STRIDE: usize = 64;

impl<'a> ScalarIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut scalars = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                before.push(scalars);
                scalars += count(chunk);
            }
            before.push(scalars);
        }
        Self { text, before }
    }

    /// Scalars before a byte offset; offsets past the end count as the end.
    pub fn scalar(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(&start) = self.before.get(byte / STRIDE) else { return byte };
        let from = byte - byte % STRIDE;
        start + self.text.as_bytes().get(from..byte).map_or(0, count)
    }

    /// Byte offset of a scalar; offsets past the end count as the end.
    pub fn byte(&self, scalar: usize) -> usize {
        if self.before.is_empty() {
            return scalar.min(self.text.len());
        }
        let chunk = self.before.partition_point(|&start| start <= scalar).saturating_sub(1);
        let mut left = scalar - self.before.get(chunk).copied().unwrap_or(0);
        let from = chunk * STRIDE;
        let bytes = self.text.as_bytes().get(from..).unwrap_or(&[]);
        for (at, &byte) in bytes.iter().enumerate() {
            if is_first_byte(byte) {
                if left == 0 {
                    return from + at;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_first_byte(byte)).count()
}

fn is_first_byte(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_there_and_back() {
        for text in ["", "plain", "naïve “Größe” 👩‍🚀 שלום e\u{301}", &"ü👍a".repeat(400)] {
            let index = ScalarIndex::new(text);
            for (scalar, (byte, _)) in text.char_indices().enumerate() {
                assert_eq!((index.scalar(byte), index.byte(scalar)), (scalar, byte));
            }
            assert_eq!(index.scalar(text.len()), text.chars().count());
            assert_eq!(index.byte(text.chars().count()), text.len());
            assert_eq!(index.byte(usize::MAX), text.len());
        }
    }
}
