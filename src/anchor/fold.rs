//! Text without what differs between two copies of the same words.

use super::decompose::decompose;
use crate::text::Span;

/// A word of a folded text.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Its first byte in the folded text.
    at: usize,
    /// Where it stands in the source, in bytes.
    pub span: Span,
}

/// A text folded to its words: lower case, one space around each, no punctuation, letters and their marks apart.
///
/// What carries meaning without being a letter stays: apostrophes, points and signs within a number, and as words of
/// their own question marks, currency signs, per cent and degree signs, and emoji. In scripts written without spaces
/// each character is a word.
#[derive(Debug)]
pub struct Folded<'t> {
    /// What was folded.
    pub source: &'t str,
    /// The words: a space, then each word and a space.
    pub text: String,
    /// Where they stand.
    pub words: Vec<Word>,
    in_word: bool,
}

impl<'t> Folded<'t> {
    /// Folds a text. Linear.
    pub fn new(source: &'t str) -> Self {
        let mut folded =
            Self { source, text: String::with_capacity(source.len() + 2), words: Vec::new(), in_word: false };
        folded.text.push(' ');
        let mut at = 0;
        let mut previous = ' ';
        while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
            let run = folded.letters(at);
            if run > 0 {
                at += run;
                previous = 'a';
                continue;
            }
            let end = at + c.len_utf8();
            if !is_ignorable(c) {
                let rest = source.get(end..).unwrap_or("").chars().filter(|&c| !is_ignorable(c));
                // "1,200" is "1200": three digits after the comma, and no fourth.
                let groups = c == ',' && rest.clone().take(4).take_while(char::is_ascii_digit).count() == 3;
                if !(groups && folded.in_word && previous.is_ascii_digit()) {
                    folded.take(at, c, previous, rest.clone().next().unwrap_or(' '));
                }
                previous = c;
            }
            at = end;
        }
        folded.gap();
        folded
    }

    /// The folded letters of a word; empty past the end.
    pub fn word(&self, index: usize) -> &str {
        let Some(word) = self.words.get(index) else { return "" };
        let end = self.words.get(index + 1).map_or(self.text.len(), |next| next.at);
        self.text.get(word.at..end).unwrap_or("").trim_end_matches(' ')
    }

    /// The source's letters of a word; empty past the end.
    pub fn original(&self, index: usize) -> &'t str {
        self.words.get(index).map_or("", |word| word.span.of(self.source))
    }

    /// What stands in the source between a word and the one before it.
    pub fn gap_before(&self, index: usize) -> &'t str {
        let from = index.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.span.end);
        let to = self.words.get(index).map_or(self.source.len(), |word| word.span.start);
        self.source.get(from..to).unwrap_or("")
    }

    /// The words from `first` to before `end`.
    pub fn slice(&self, first: usize, end: usize) -> Vec<&str> {
        (first..end.min(self.words.len())).map(|index| self.word(index)).collect()
    }

    /// The first word at or after a byte of the folded text.
    pub fn word_at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.at < byte)
    }

    /// The bytes of the source from a word to before another; empty if there is none.
    pub fn span(&self, first: usize, end: usize) -> Span {
        match (self.words.get(first), end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(from), Some(to)) => Span::new(from.span.start, to.span.end),
            _ => Span::default(),
        }
    }

    /// Takes the run of ASCII letters at a byte, most of most texts; gives its length.
    fn letters(&mut self, at: usize) -> usize {
        let bytes = self.source.as_bytes().get(at..).unwrap_or(&[]);
        let run = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if run > 0 {
            let letters = self.source.get(at..at + run).unwrap_or("");
            if !self.in_word {
                self.in_word = true;
                self.words.push(Word { at: self.text.len(), span: Span::new(at, at) });
            }
            self.text.extend(letters.chars().map(|letter| letter.to_ascii_lowercase()));
            if let Some(word) = self.words.last_mut() {
                word.span.end = at + run;
            }
        }
        run
    }

    fn take(&mut self, at: usize, c: char, previous: char, next: char) {
        let folds_to = match c {
            // The full-width forms of ASCII.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            _ => c,
        };
        let end = at + c.len_utf8();
        match folds_to {
            'a'..='z' | '0'..='9' => self.letter(folds_to, at, end),
            'A'..='Z' => self.letter(folds_to.to_ascii_lowercase(), at, end),
            ' ' | '\n' => self.gap(),
            _ if is_apostrophe(folds_to) => {
                if self.in_word && next.is_alphabetic() {
                    self.letter('\'', at, end);
                } else {
                    self.gap();
                }
            }
            '.' | ',' | ':' | '/' if self.in_word && previous.is_ascii_digit() && next.is_ascii_digit() => {
                self.letter(folds_to, at, end);
            }
            '-' | '−' | '–' if next.is_ascii_digit() && (previous.is_whitespace() || "(\"“‘'".contains(previous)) =>
            {
                self.gap();
                self.letter('-', at, end);
            }
            // An editor's "[T]he".
            '[' | ']' if previous.is_alphabetic() && next.is_alphabetic() => {}
            '؟' => self.single('?', at, end),
            '?' | '$' | '%' | '¢'..='¥' | '‰' | '°' | '\u{20A0}'..='\u{20CF}' => self.single(folds_to, at, end),
            '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}' => self.single(folds_to, at, end),
            '\u{300}'..='\u{36F}' if !self.in_word => {}
            _ if is_word_character(folds_to) => {
                if is_unspaced(folds_to) {
                    self.single(folds_to, at, end);
                } else {
                    fold_letter(folds_to, &mut |letter| self.letter(letter, at, end));
                }
            }
            _ => self.gap(),
        }
    }

    fn letter(&mut self, letter: char, at: usize, end: usize) {
        if !self.in_word {
            self.in_word = true;
            self.words.push(Word { at: self.text.len(), span: Span::new(at, end) });
        }
        self.text.push(letter);
        if let Some(word) = self.words.last_mut() {
            word.span.end = end;
        }
    }

    fn single(&mut self, letter: char, at: usize, end: usize) {
        self.gap();
        // "??" asks once.
        if letter != '?' || !self.text.ends_with(" ? ") {
            self.letter(letter, at, end);
            self.gap();
        }
    }

    fn gap(&mut self) {
        if self.in_word {
            self.in_word = false;
            self.text.push(' ');
        }
    }
}

/// Characters that are not seen or only point a letter: soft hyphens, zero-width characters, directions, variation
/// selectors, Arabic and Hebrew points.
pub fn is_ignorable(c: char) -> bool {
    c >= '\u{AD}'
        && matches!(
            c,
            '\u{AD}'
                | '\u{34F}'
                | '\u{591}'..='\u{5BD}'
                | '\u{5BF}'..='\u{5C2}'
                | '\u{5C4}'..='\u{5C7}'
                | '\u{61C}'
                | '\u{640}'
                | '\u{64B}'..='\u{652}'
                | '\u{670}'
                | '\u{180B}'..='\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The characters that are written for an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '‘' | '’' | '‛' | '′' | '＇')
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric()
        || match c {
            // Signs of the Indic and South-East Asian scripts that are not letters; not their full stops.
            '\u{964}' | '\u{965}' | '\u{970}' | '\u{E2F}' | '\u{E5A}' | '\u{E5B}' | '\u{104A}'..='\u{104F}' => false,
            '\u{300}'..='\u{36F}' | '\u{653}'..='\u{65F}' | '\u{900}'..='\u{109F}' | '\u{1AB0}'..='\u{1AFF}' => true,
            '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}' => {
                true
            }
            _ => false,
        }
}

/// Whether the character's script puts no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{E00}'..='\u{109F}'
            | '\u{1780}'..='\u{17FF}'
            | '\u{3005}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Gives a letter in lower case, its marks after it, ligatures as their letters.
fn fold_letter(c: char, give: &mut impl FnMut(char)) {
    let letters = match c {
        'ß' | 'ẞ' => "ss",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        'ĳ' | 'Ĳ' => "ij",
        'ς' => "σ",
        'ſ' => "s",
        '\u{AC00}'..='\u{D7A3}' => return fold_hangul(c, give),
        _ => {
            for lower in c.to_lowercase() {
                take_apart(lower, give);
            }
            return;
        }
    };
    letters.chars().for_each(give);
}

fn take_apart(c: char, give: &mut impl FnMut(char)) {
    match decompose(c) {
        Some((base, mark)) => {
            // No letter has more than two marks in the table.
            match decompose(base) {
                Some((letter, inner)) => [letter, inner].into_iter().for_each(&mut *give),
                None => give(base),
            }
            give(mark);
        }
        None => give(c),
    }
}

/// Syllables of Korean, by the arithmetic of the Unicode standard (3.12).
fn fold_hangul(c: char, give: &mut impl FnMut(char)) {
    let index = u32::from(c) - 0xAC00;
    let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28];
    for part in parts.into_iter().filter(|&part| part != 0x11A7) {
        give(char::from_u32(part).unwrap_or(c));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        for (text, expected) in [
            ("“Don’t—ever,” she said", " don't ever she said "),
            ("ju\u{AD}ris\u{200B}dic\u{AD}tion", " jurisdiction "),
            ("Café CAFE\u{301} oﬃce Straße", " cafe\u{301} cafe\u{301} office strasse "),
            ("1,200.50 or -3.5% at 10:30; 1,20", " 1200.50 or -3.5 % at 10:30 1,20 "),
            ("ages 3-5 and 2010–12", " ages 3 5 and 2010 12 "),
            ("[T]he want[ed] man", " the wanted man "),
            ("ok 👍\u{FE0F} really??", " ok 👍 really ? "),
            ("他说不", " 他 说 不 "),
            ("ự ế", " u\u{31B}\u{323} e\u{302}\u{301} "),
            ("한글", " \u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} "),
            ("مُحَمَّد", " محمد "),
            ("", " "),
            ("…", " "),
        ] {
            assert_eq!(Folded::new(text).text, expected, "{text}");
        }
    }

    #[test]
    fn words_know_their_place() {
        let folded = Folded::new("  “Ünder, the 5%”");
        let originals: Vec<_> = (0..folded.words.len()).map(|index| folded.original(index)).collect();
        assert_eq!(originals, ["Ünder", "the", "5", "%"]);
        assert_eq!(folded.gap_before(1), ", ");
        assert_eq!(folded.gap_before(4), "”");
        assert_eq!(folded.word(3), "%");
        assert_eq!(folded.word(4), "");
    }
}
