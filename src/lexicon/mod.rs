//! The language's words: closed classes, people and papers, reporting verbs with what each takes.
//!
//! A language is one folder with three files. `words.txt` has a class and its words on each line; `-ly` is every word with
//! this ending, and `synonyms` are words, each with those that can stand for it. `verbs.txt` has a verb on each line, `LEMMA[:PAST[:PARTICIPLE]] FRAMES`, where two equal letters after the colon only double a consonant
//! (`admit:tt`). The frames, a letter each:
//!
//! | letter | the verb takes |
//! | --- | --- |
//! | `q` | a direct quotation |
//! | `t` | a content clause, with or without "that" |
//! | `o` | a person told, before the content |
//! | `i` | an infinitive as content ("promised to") |
//! | `n` | a thing; attributes words quoted within it ("called it") |
//! | `c` | a thing that is what was said ("denied the charges") |
//! | `w` | writing: the words were written |
//! | `h` | a question clause ("asked whether") |
//! | `e` | a content clause, but only after "that" ("showed that") |
//! | `f` | a noun on which a content clause hangs ("expressed confidence that") |
//! | `p` | a particle ("pointed out") |
//! | `r` | a particle, and is a cue only with it ("went on") |
//! | `m` | a content clause, but only institutions say by it ("the agency believes") |
//!
//! `settings.txt` has on each line a medium or a [`Sense`] and its words, `_` between the two of a pair. Where the name
//! ends in `#`, the place of a word in its line, counted from one, is its value; words with `/` between share a place.

mod class;
mod files;
mod inflection;
mod language;
mod places;
mod sense;
mod spelling;

use crate::vocabulary::MediumKind;
pub use class::Class;
use inflection::FormSet;
pub use inflection::{Frames, VerbForm};
pub use language::{UNKNOWN, detect, get_ready, is_missing, learn, of};
pub use places::Places;
pub use sense::Sense;
pub use spelling::{joined, number};

/// Longer words, in bytes, are in no lexicon: the longest of them is far shorter.
const LONGEST: usize = 24;

/// What the lexicon knows of a word form.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Entry {
    /// The classes it belongs to.
    pub class: Class,
    /// The reporting verb it is a form of.
    pub verb: Option<VerbId>,
    /// Which forms of that verb it can be.
    pub forms: FormSet,
    /// What it tells of a setting.
    pub sense: Sense,
    /// Which medium, month, weekday, unit or number it is: its place in its list.
    pub value: u8,
}

impl Entry {
    /// The medium it is a noun, or a verb, for.
    pub fn medium(&self) -> Option<MediumKind> {
        MediumKind::ALL.get(usize::from(self.value)).copied().filter(|_| self.sense.has(Sense::MEDIUM))
    }
}

/// A reporting verb of a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbId(u16);

/// A reporting verb.
#[derive(Debug, Clone, PartialEq)]
pub struct Verb {
    /// Dictionary form.
    pub lemma: &'static str,
    /// What it takes.
    pub frames: Frames,
}

const ENDING_GROUPS: usize = 32;

/// The last letters of a word, up to eight bytes of them.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ending {
    /// The last one in the lowest byte.
    letters: u64,
    length: u32,
}

impl Ending {
    fn of(word: &str) -> Self {
        let last = word.bytes().rev().take(8).enumerate();
        let letters = last.fold(0, |letters, (place, letter)| letters | u64::from(letter) << (8 * place));
        Self { letters, length: word.len().min(8) as u32 }
    }

    fn group(self) -> usize {
        self.letters as usize % ENDING_GROUPS
    }
}

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Words by their spelling, and what is known of each.
    words: Places,
    entries: Vec<Entry>,
    verbs: Vec<Verb>,
    /// What the last letters of a word tell, in groups by the lowest bits of the last one.
    endings: [Vec<(Ending, Class)>; ENDING_GROUPS],
    /// Words, each with others that can stand for it.
    synonyms: Vec<(&'static str, &'static str)>,
    /// Endings of nouns for people, with the classes they add ("-in").
    inflections: Vec<(&'static str, Class)>,
    /// The first word of each class.
    firsts: Vec<(Class, &'static str)>,
    /// Its finite verb stands second, or last in a hanging clause, and its nouns have capitals: German.
    verb_second: bool,
    /// It has no words.
    unread: bool,
}

impl Lexicon {
    /// What is known of a word that may end a pair with another.
    pub fn pair(&self, first: &str, second: &str) -> Option<Entry> {
        self.known(joined(number(first), number(second))).copied()
    }

    /// What is known of a word, in any case of letters, without its possessive ending.
    pub fn look_up(&self, word: &str) -> Entry {
        let short = Some(word).filter(|word| word.len() <= LONGEST);
        let known = short.and_then(|word| self.known(number(word))).copied().unwrap_or_default();
        let unknown = known.class == Class::NONE && known.verb.is_none();
        if !(self.verb_second && known.sense == Sense::default() && word.starts_with(char::is_uppercase)) {
            return known;
        }
        let word = word.to_lowercase();
        let class = if unknown { self.compound(&word) } else { known.class };
        match self.compound_setting(&word) {
            Some((sense, value)) => Entry { class, sense, value, ..known },
            None => Entry { class, ..known },
        }
    }

    /// What the last part of a noun tells of a setting: "Stadtratssitzung" is a meeting.
    fn compound_setting(&self, word: &str) -> Option<(Sense, u8)> {
        const SHORTEST: usize = 5;
        const SENSES: Sense = Sense::MEDIUM
            .or(Sense::OUTLET)
            .or(Sense::BROADCASTER)
            .or(Sense::AGENCY)
            .or(Sense::TRIBUNAL)
            .or(Sense::CHAMBER)
            .or(Sense::OFFICIAL);
        let mut ends = word.char_indices().filter_map(|(at, _)| word.get(at..)).take_while(|end| end.len() >= SHORTEST);
        let known = ends.find_map(|end| self.known(number(end)).filter(|entry| entry.sense.has(SENSES)));
        known.map(|known| (known.sense, known.value))
    }

    /// The classes of a noun by its last part: "Polizeisprecherinnen" is "sprecher" with an ending.
    fn compound(&self, word: &str) -> Class {
        const SHORTEST: usize = 5;
        const PERSON: Class = Class::ROLE.or(Class::TITLE).or(Class::MASCULINE);
        const KINDS: Class = PERSON
            .or(Class::GROUP)
            .or(Class::ORGANISATION)
            .or(Class::COLLECTIVE)
            .or(Class::DOCUMENT)
            .or(Class::TIME)
            .or(Class::WEEKDAY)
            .or(Class::COMMON)
            .or(Class::ACCOUNT)
            .or(Class::CROWD)
            .or(Class::OFFICE)
            .or(Class::SPOKESPERSON);
        let ends = word.char_indices().filter_map(|(at, _)| word.get(at..)).take_while(|end| end.len() >= SHORTEST);
        for end in ends {
            if let Some(entry) = self.known(number(end)).filter(|entry| entry.class.has(KINDS)) {
                return entry.class.and(KINDS.or(Class::FEMININE));
            }
            for &(ending, adds) in &self.inflections {
                let stem = end.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST);
                let Some(entry) = stem.and_then(|stem| self.known(number(stem))).filter(|entry| entry.class.has(KINDS))
                else {
                    continue;
                };
                let class = entry.class.and(KINDS);
                return match adds {
                    Class::NONE => class,
                    _ if !class.has(PERSON) => continue,
                    _ if adds.has(Class::GROUP) => adds,
                    _ => class.without(Class::MASCULINE) | adds,
                };
            }
        }
        Class::NONE
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn known(&self, number: u64) -> Option<&Entry> {
        self.entries.get(self.words.of(number)?)
    }

    /// What the ending of a word tells, whatever the lexicon knows of the word itself.
    pub fn by_ending(&self, word: &str) -> Class {
        const SHORTEST_STEM: usize = 2;
        let own = Ending::of(word);
        let ends = |ending: &Ending| {
            (own.letters ^ ending.letters).wrapping_shl(64 - 8 * ending.length) == 0
                && word.len() >= ending.length as usize + SHORTEST_STEM
        };
        let group = self.endings.get(own.group()).map_or(&[][..], Vec::as_slice);
        let all = group.iter().filter(|(ending, _)| ends(ending));
        all.fold(Class::NONE, |classes, &(_, class)| classes | class)
    }

    /// Words that can stand for a word, with `:` between.
    pub fn synonyms(&self, word: &str) -> Option<&'static str> {
        self.synonyms.iter().find(|(known, _)| *known == word).map(|&(_, others)| others)
    }

    /// The first word of a class.
    pub fn first(&self, class: Class) -> &'static str {
        self.firsts.iter().find(|(known, _)| *known == class).map_or("", |&(_, first)| first)
    }

    /// Whether it has no words, so that nobody's speech can be read with it.
    pub fn is_unread(&self) -> bool {
        self.unread
    }

    /// Whether its finite verb stands second, or last in a hanging clause, and its nouns have capitals.
    pub fn is_verb_second(&self) -> bool {
        self.verb_second
    }

    /// The verb of an identifier.
    pub fn verb(&self, id: VerbId) -> Option<&Verb> {
        self.verbs.get(usize::from(id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_forms() {
        for (word, lemma, form) in [
            ("said", "say", VerbForm::Past),
            ("Says", "say", VerbForm::Third),
            ("writing", "write", VerbForm::Gerund),
            ("written", "write", VerbForm::Participle),
            ("admitted", "admit", VerbForm::Past),
            ("quipped", "quip", VerbForm::Past),
            ("denied", "deny", VerbForm::Past),
            ("denies", "deny", VerbForm::Third),
            ("confesses", "confess", VerbForm::Third),
            ("acknowledging", "acknowledge", VerbForm::Gerund),
        ] {
            let english = of("en");
            let entry = english.look_up(word);
            assert_eq!(entry.verb.and_then(|id| english.verb(id)).map(|verb| verb.lemma), Some(lemma), "{word}");
            assert!(entry.forms.has(form), "{word}");
        }
        let english = of("en");
        assert_eq!(english.look_up("zebra").verb, None);
        let post = english.look_up("post");
        assert!(post.medium() == Some(MediumKind::SocialPost) && post.sense.has(Sense::MEDIAL));
        let pair = english.pair("press", "conference").and_then(|pair| pair.medium());
        assert_eq!(pair, Some(MediumKind::NewsConference));
        assert!(english.look_up("Monday").class.has(Class::WEEKDAY));
    }
}
