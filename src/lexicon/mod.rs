//! The language's words: closed classes, people and papers, reporting verbs with what each takes.
//!
//! A language is one folder with two files. `words.txt` has a class and its words on each line; `-ly` is every word with
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

mod class;
mod inflection;

pub use class::Class;
use inflection::{FormSet, inflect};
pub use inflection::{Frames, VerbForm};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// The name in `words.txt` of words with others that can stand for them.
const SYNONYMS: &str = "synonyms";

/// What the lexicon knows of a word form.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Entry {
    /// The classes it belongs to.
    pub class: Class,
    /// The reporting verb it is a form of.
    pub verb: Option<VerbId>,
    /// Which forms of that verb it can be.
    pub forms: FormSet,
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

/// The words of one language.
#[derive(Debug)]
pub struct Lexicon {
    entries: HashMap<Box<str>, Entry, BuildHasherDefault<WordHasher>>,
    verbs: Vec<Verb>,
    /// What the last letters of a word tell.
    endings: Vec<(&'static str, Class)>,
    /// Words, each with others that can stand for it.
    synonyms: Vec<(&'static str, &'static str)>,
    /// The word that joins two names.
    and: &'static str,
}

/// The English lexicon.
pub static ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::parse(include_str!("en/words.txt"), include_str!("en/verbs.txt")));

impl Lexicon {
    /// Reads the two files of a language. Lines that name no known class are passed over; a test sees that there are
    /// none.
    fn parse(words: &'static str, verbs: &'static str) -> Self {
        let mut lexicon = Self {
            entries: HashMap::default(),
            verbs: Vec::new(),
            endings: Vec::new(),
            synonyms: Vec::new(),
            and: "&",
        };
        for line in words.lines() {
            let mut fields = line.split(' ');
            let name = fields.next().unwrap_or("");
            if name == SYNONYMS {
                lexicon.synonyms.extend(fields.filter_map(|field| field.split_once(':')));
                continue;
            }
            let Some(class) = Class::named(name) else { continue };
            if let Some(first) = fields.clone().next().filter(|_| class == Class::JOINING) {
                lexicon.and = first;
            }
            for word in fields {
                match word.strip_prefix('-') {
                    Some(ending) => lexicon.endings.push((ending, class)),
                    None => lexicon.entry(word).class |= class,
                }
            }
        }
        for line in verbs.lines().filter(|line| !line.starts_with('#')) {
            let Some((forms, frames)) = line.split_once(' ') else { continue };
            let lemma = forms.split(':').next().unwrap_or(forms);
            let id = VerbId(u16::try_from(lexicon.verbs.len()).unwrap_or(u16::MAX));
            lexicon.verbs.push(Verb { lemma, frames: Frames::parse(frames) });
            for (form, kind) in inflect(forms) {
                let entry = lexicon.entry(&form);
                entry.verb = Some(id);
                entry.forms.insert(kind);
            }
        }
        lexicon
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(word.into()).or_default()
    }

    /// What is known of a word, in any case of letters, without its possessive ending.
    pub fn look_up(&self, word: &str) -> Entry {
        // The longest word of the lexicon is far shorter; a longer one needs no look-up.
        let mut lower = [0u8; 24];
        let Some(buffer) = lower.get_mut(..word.len()) else { return Entry::default() };
        if !word.is_ascii() {
            return self.entries.get(word.to_lowercase().replace('’', "'").as_str()).copied().unwrap_or_default();
        }
        buffer.copy_from_slice(word.as_bytes());
        buffer.make_ascii_lowercase();
        std::str::from_utf8(buffer).ok().and_then(|lower| self.entries.get(lower)).copied().unwrap_or_default()
    }

    /// What the ending of a word tells, whatever the lexicon knows of the word itself.
    pub fn by_ending(&self, word: &str) -> Class {
        const SHORTEST_STEM: usize = 2;
        let ends = |ending: &str| word.len() >= ending.len() + SHORTEST_STEM && word.ends_with(ending);
        let all = self.endings.iter().filter(|(ending, _)| ends(ending));
        all.fold(Class::NONE, |classes, &(_, class)| classes | class)
    }

    /// Words that can stand for a word, with `:` between.
    pub fn synonyms(&self, word: &str) -> Option<&'static str> {
        self.synonyms.iter().find(|(known, _)| *known == word).map(|&(_, others)| others)
    }

    /// The word that joins two names ("and").
    pub fn and(&self) -> &'static str {
        self.and
    }

    /// The verb of an identifier.
    pub fn verb(&self, id: VerbId) -> Option<&Verb> {
        self.verbs.get(usize::from(id.0))
    }
}

/// FNV-1a: short keys, no attacker (the lexicon is fixed, and unknown words are only looked up).
#[derive(Debug, Clone)]
pub(crate) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for line in include_str!("en/words.txt").lines() {
            let class = line.split(' ').next().unwrap_or("");
            assert!(class == SYNONYMS || Class::named(class).is_some(), "no such class: {class}");
        }
        for line in include_str!("en/verbs.txt").lines().filter(|line| !line.starts_with('#')) {
            let (_, frames) = line.split_once(' ').expect(line);
            assert!(Frames::all_known(frames), "unknown frame in: {line}");
        }
    }

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
            let entry = ENGLISH.look_up(word);
            assert_eq!(entry.verb.and_then(|id| ENGLISH.verb(id)).map(|verb| verb.lemma), Some(lemma), "{word}");
            assert!(entry.forms.has(form), "{word}");
        }
        assert_eq!(ENGLISH.look_up("zebra").verb, None);
        assert!(ENGLISH.look_up("Monday").class.has(Class::WEEKDAY));
    }
}
