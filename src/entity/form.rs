//! Names as numbers, a word each, so that thousands of them are compared without copying letters.

use crate::lexicon::{Class, Lexicon, Places, joined, number};

/// A word without points, apostrophes and other marks as a [`number`].
pub(super) type Word = u64;

/// The number of a word.
pub(super) fn word(letters: &str) -> Word {
    if letters.bytes().all(|letter| letter.is_ascii_alphanumeric()) { number(letters) } else { number(&bare(letters)) }
}

/// A word in lower case and without marks.
fn bare(word: &str) -> String {
    word.chars().filter(|&c| is_letter(c)).flat_map(char::to_lowercase).collect()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '&' | '@' | '_')
}

/// The words of a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    /// Its words without a suffix; initials next to each other are one ("J. K.", "JK").
    pub words: Vec<Word>,
    /// "Jr.", "III"; 0 without one.
    pub generation: Word,
    /// The first letters of its words, as a word.
    pub initials: Word,
    /// The first letter of all.
    pub letter: Word,
    /// It has a small word, as names of organisations have ("of", "&").
    pub small: bool,
}

impl Form {
    pub fn new(lexicon: &Lexicon, name: &str) -> Self {
        const SMALL: Class = Class::PREPOSITION.or(Class::DETERMINER).or(Class::COORDINATOR);
        let mut form = Self::default();
        let (mut initials, mut initial) = (String::new(), None);
        for part in name.split_whitespace() {
            let mut letters = part.chars().filter(|&c| is_letter(c));
            let Some(first) = letters.next() else { continue };
            let class = lexicon.look_up(part.trim_end_matches(['.', ','])).class;
            if class.has(Class::GENERATION) && !form.words.is_empty() {
                form.generation = word(part);
                continue;
            }
            if class.has(SMALL) && !first.is_uppercase() {
                form.small = true;
            } else {
                initials.push(first);
            }
            let single = letters.next().is_none() && first.is_uppercase();
            let before: Option<String> = initial.take().filter(|_| single);
            let (joins, mut letters) = (before.is_some(), before.unwrap_or_default());
            if single {
                letters.push(first);
            }
            if joins {
                form.words.pop();
            }
            form.words.push(word(if single { &letters } else { part }));
            if form.words.len() == 1 && !joins {
                form.letter = word(first.encode_utf8(&mut [0; 4]));
            }
            initial = single.then_some(letters);
        }
        form.initials = word(&initials);
        form
    }

    /// Its first name is an initial.
    pub fn is_abbreviated(&self) -> bool {
        self.words.len() > 1 && self.words.first() == Some(&self.letter)
    }

    /// What full forms of one name share: for people first and last word, and the suffix; else all words.
    pub fn key(&self, whole: bool) -> Word {
        match self.words.as_slice() {
            [first, .., last] if !whole && !self.small => joined(joined(*first, *last), self.generation),
            words => words.iter().fold(0, |sum, &word| joined(sum, word)),
        }
    }
}

/// Which part of a name a word is, or what else leads to it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    Key,
    First,
    Middle,
    Last,
    Initials,
    /// A word of a title or apposition.
    Role,
}

/// From words to whom they may name.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: Places,
    /// By the place of a word.
    namesakes: Vec<Namesakes>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Namesakes {
    ids: [usize; MOST_NAMESAKES],
    len: usize,
}

/// More that share a word are not looked at.
const MOST_NAMESAKES: usize = 8;

impl Namesakes {
    fn all(&self) -> &[usize] {
        self.ids.get(..self.len).unwrap_or(&[])
    }
}

impl Index {
    /// Notes that a word leads to `id`.
    pub fn add(&mut self, way: Way, word: Word, id: usize) {
        let place = self.words.add(joined(way as Word, word));
        if place == self.namesakes.len() {
            self.namesakes.push(Namesakes::default());
        }
        let Some(namesakes) = self.namesakes.get_mut(place).filter(|known| known.all().last() != Some(&id)) else {
            return;
        };
        if let Some(free) = namesakes.ids.get_mut(namesakes.len) {
            *free = id;
            namesakes.len += 1;
        }
    }

    /// Where a word leads.
    pub fn of(&self, way: Way, word: Word) -> &[usize] {
        let place = self.words.of(joined(way as Word, word));
        place.and_then(|place| self.namesakes.get(place)).map_or(&[], |namesakes| namesakes.all())
    }
}

/// The best few of those whom a mention may mean.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ranking {
    best: [(usize, f32); MOST_RANKED],
    len: usize,
}

/// The one meant and its rivals; more are never named.
const MOST_RANKED: usize = 4;

impl Ranking {
    /// Puts someone in their place; one who is there already stays.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn add(&mut self, id: usize, score: f32) {
        if self.best.iter().take(self.len).any(|&(known, _)| known == id) {
            return;
        }
        let mut new = (id, score);
        for place in self.best.iter_mut().take(self.len) {
            if place.1 < new.1 {
                std::mem::swap(place, &mut new);
            }
        }
        if let Some(place) = self.best.get_mut(self.len) {
            *place = new;
            self.len += 1;
        }
    }

    /// All with their scores, best first.
    pub fn all(&self) -> impl Iterator<Item = (usize, f32)> + use<> {
        self.best.into_iter().take(self.len)
    }

    /// All, best first.
    pub fn ids(&self) -> impl Iterator<Item = usize> + use<> {
        self.all().map(|(id, _)| id)
    }

    /// The best, with its score.
    pub fn first(&self) -> Option<(usize, f32)> {
        self.best.first().copied().filter(|_| self.len > 0)
    }

    /// The score of the second; 0 without one.
    pub fn second(&self) -> f32 {
        self.best.get(1).filter(|_| self.len > 1).map_or(0.0, |&(_, score)| score)
    }

    /// How clearly the second leads, if the first is left out.
    pub fn share_of_next(&self) -> f32 {
        let [_, second, third, _] = self.best.map(|(_, score)| score);
        second / (second + third).max(f32::MIN_POSITIVE)
    }

    /// How clearly the first leads: its part of the first two scores, 0.5 to 1.
    pub fn share(&self) -> f32 {
        let first = self.first().map_or(0.0, |(_, score)| score);
        first / (first + self.second()).max(f32::MIN_POSITIVE)
    }
}
