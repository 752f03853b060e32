//! Words as numbers, so that they are compared and looked up without copying letters.

/// A word's letters in lower case as a number of 64 bits, by which two different words of one article do not meet. There is
/// no attacker: who makes two words meet could as well have written one of them.
#[derive(Debug, Clone, Copy)]
pub struct Spelling(u64);

impl Default for Spelling {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Spelling {
    /// That of a word in any case of letters; Swiss spelling has no "ß", and all apostrophes are one.
    pub fn of(word: &str) -> Self {
        Self::default().with(word)
    }

    /// That of a word in its own case of letters.
    pub fn exact(word: &str) -> Self {
        let mut spelling = Self::default();
        word.bytes().for_each(|letter| spelling.push(letter.into()));
        spelling
    }

    /// With the letters of another word behind.
    pub fn with(self, word: &str) -> Self {
        self.with_all(word, |_| true)
    }

    /// With those letters of another word behind that are wanted.
    #[inline(always)]
    pub fn with_all(mut self, word: &str, wanted: impl Fn(char) -> bool) -> Self {
        if word.is_ascii() {
            for letter in word.bytes().filter(|&letter| wanted(letter.into())) {
                self.push(letter.to_ascii_lowercase().into());
            }
        } else {
            word.chars().filter(|&letter| wanted(letter)).for_each(|letter| self.push_other(letter));
        }
        self
    }

    #[inline(never)]
    fn push_other(&mut self, letter: char) {
        match letter {
            '’' => self.push('\''.into()),
            'ß' => ['s', 's'].into_iter().for_each(|letter| self.push(letter.into())),
            _ => letter.to_lowercase().for_each(|letter| self.push(letter.into())),
        }
    }

    fn push(&mut self, letter: u32) {
        // FNV's steps with a factor that mixes more.
        self.0 = (self.0.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    /// The number.
    pub fn number(self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
