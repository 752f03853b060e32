//! The words that tell where and how something was said: `settings.txt` of a language.
//!
//! A line is a name and its words, `_` between the parts of a pair. The name is a medium or one of [`Sense`].

use super::outlets::without_possessive;
use crate::syntax::{Atom, AtomKind};
use crate::vocabulary::MediumKind;
use std::sync::LazyLock;

/// Declares the senses: a bit each, with its name in `settings.txt`.
macro_rules! senses {
    ($($(#[$meta:meta])* $name:ident = $word:literal,)+) => {
        /// What a word means for where something was said.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Sense { $($(#[$meta])* $name),+ }

        fn sense(word: &str) -> Option<Sense> {
            match word { $($word => Some(Sense::$name),)+ _ => None }
        }
    };
}

senses! {
    /// A social network.
    Network = "network",
    /// In the name of a broadcaster, or a noun for one.
    Broadcaster = "broadcaster",
    /// In the name of a news agency, or a noun for one.
    Agency = "agency",
    /// A noun beside the name of an outlet.
    Outlet = "outlet",
    /// What a court does with words.
    Hearing = "hearing",
    /// Verbs of a sentence that sets the scene for the next one's words.
    Staging = "staging",
    /// Those whom one tells at a news conference.
    Press = "press",
    /// Those before whom one testifies.
    Tribunal = "tribunal",
    /// Those to whom one makes a speech.
    Chamber = "chamber",
    /// Unnamed people of whom nothing is said.
    Vague = "vague",
    /// People whose names nobody asks for.
    Bystander = "bystander",
    /// A document that was not given out.
    Leak = "leak",
    /// A common noun for a place.
    Place = "place",
    /// In the name of a court or an authority.
    Official = "official",
    /// Prepositions before a medium.
    Through = "through",
    /// Verbs whose object is a medium ("issued a statement").
    Giving = "giving",
    /// "speaking to".
    Talking = "talking",
    /// "published in", "carried by".
    Carrying = "carrying",
    /// "read by".
    Relaying = "relaying",
    /// "citing".
    Citing = "citing",
    /// Verbs that take up what was said just before.
    Answering = "answering",
    /// By lemma: a post on Twitter.
    Tweeting = "tweeting",
    /// By lemma: a post.
    Posting = "posting",
    /// By lemma.
    Testifying = "testifying",
    /// By lemma.
    Emailing = "emailing",
    /// By lemma.
    Texting = "texting",
    /// By lemma.
    Preaching = "preaching",
    /// By lemma: a crowd in public.
    Chanting = "chanting",
    /// By lemma.
    Asking = "asking",
    /// In the name of a secret service.
    Intelligence = "intelligence",
    /// In the name of a programme.
    Programme = "programme",
}

/// What is known of a word or a pair of words.
#[derive(Clone, Copy, Default)]
pub(super) struct Meaning {
    /// The medium it is a noun for.
    pub medium: Option<MediumKind>,
    /// It ends a pair of words that has a meaning.
    pair: bool,
    senses: u64,
}

impl Meaning {
    /// Whether it has a sense.
    pub fn has(self, sense: Sense) -> bool {
        self.senses & 1 << sense as u64 != 0
    }
}

/// All words, sorted.
static ENGLISH: LazyLock<Vec<(&str, Meaning)>> = LazyLock::new(|| parse(include_str!("../lexicon/en/settings.txt")));

fn parse(lines: &'static str) -> Vec<(&'static str, Meaning)> {
    let mut words: Vec<(&str, Meaning)> = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split(' ');
        let name = fields.next().unwrap_or("");
        // The second parts of pairs, so that few pairs are looked up.
        let second = |word: &'static str| {
            word.split_once('_').map(|(_, second)| (second, Meaning { pair: true, ..Meaning::default() }))
        };
        words.extend(fields.clone().filter_map(second));
        let medium = MediumKind::ALL.iter().copied().find(|medium| medium.as_str() == name);
        let senses = sense(name).map_or(0, |sense| 1 << sense as u64);
        words.extend(fields.map(|word| (word, Meaning { medium, senses, pair: false })));
    }
    words.sort_by_key(|&(word, _)| word);
    words.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1.medium = first.1.medium.or(later.1.medium);
            first.1.senses |= later.1.senses;
            first.1.pair |= later.1.pair;
        }
        same
    });
    words
}

/// A word as it stands, compared without regard to case.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word<'a>(pub &'a str);

impl PartialEq<&str> for Word<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.is(other)
    }
}

impl Word<'_> {
    /// Whether it is this word.
    pub fn is(self, word: &str) -> bool {
        self.0.eq_ignore_ascii_case(word)
    }

    /// Its place among words with a space between.
    #[inline(never)]
    pub fn find(self, words: &str) -> Option<usize> {
        words.split(' ').position(|word| self.is(word))
    }

    /// Whether it is among words with a space between.
    pub fn is_any(self, words: &str) -> bool {
        self.find(words).is_some()
    }
}

/// The word at an atom without possessive ending; empty for marks and quotations.
#[inline(never)]
pub(super) fn word<'a>(text: &'a str, atom: Option<&Atom>) -> Word<'a> {
    let Some(atom) = atom.filter(|atom| matches!(atom.kind, AtomKind::Word | AtomKind::Number)) else {
        return Word("");
    };
    Word(without_possessive(atom.span.of(text)))
}

/// What is known of a word, or of a pair with `_` between.
#[inline(never)]
pub(super) fn meaning(word: &str) -> Meaning {
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    let at = ENGLISH.binary_search_by(|&(known, _)| known.bytes().cmp(small()));
    at.ok().and_then(|at| ENGLISH.get(at)).map(|&(_, meaning)| meaning).unwrap_or_default()
}

/// What is known of the word at an atom.
pub(super) fn meaning_at(text: &str, atoms: &[Atom], at: usize) -> Meaning {
    meaning(word(text, atoms.get(at)).0)
}

/// What is known of the pair of words that ends at an atom.
#[inline(never)]
pub(super) fn pair_ending_at(text: &str, atoms: &[Atom], at: usize) -> Meaning {
    let Some(first) = at.checked_sub(1).and_then(|before| atoms.get(before)) else { return Meaning::default() };
    let second = word(text, atoms.get(at)).0;
    match meaning(second).pair {
        true => meaning(&[word(text, Some(first)).0, second].join("_")),
        false => Meaning::default(),
    }
}

/// Whether any word of a text has a sense.
#[inline(never)]
pub(super) fn any_word(text: &str, sense: Sense) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| meaning(word).has(sense))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_known_name() {
        for line in include_str!("../lexicon/en/settings.txt").lines() {
            let name = line.split(' ').next().unwrap_or("");
            let known = sense(name).is_some() || MediumKind::ALL.iter().any(|medium| medium.as_str() == name);
            assert!(known, "{name}");
        }
    }

    #[test]
    fn a_word_may_have_several_meanings() {
        let post = meaning("post");
        assert!(post.medium == Some(MediumKind::SocialPost) && post.has(Sense::Posting));
        assert!(meaning("zebra").medium.is_none());
    }
}
