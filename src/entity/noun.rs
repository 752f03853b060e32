//! Noun phrases without a name as their head: "one official", "the ministry", "a study".

use super::Gender;
use super::line::Line;
use crate::lexicon::{Class, Lexicon};
use crate::syntax::simple_phrase_before;
use crate::text::Span;

/// A noun phrase without a name as its head.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    /// The phrase without what follows by preposition.
    pub core: Span,
    /// The noun it is about.
    pub head: Span,
    /// What the lexicon says of its head.
    pub class: Class,
    /// What the lexicon says of its first word.
    pub first: Class,
    /// It points back ("the", "this", "his").
    pub definite: bool,
    /// It means several.
    pub plural: bool,
    /// It means people.
    pub personal: bool,
    /// The gender of the head.
    pub gender: Gender,
    /// The event of the name that it stands in apposition to.
    pub named: Option<usize>,
    /// The event of what possesses it.
    pub owner: Option<usize>,
}

/// A phrase of more words has no head that one could point at, and long lists would be walked over and over.
const LONGEST_PHRASE: usize = 12;

const PERSON: Class = Class::ROLE.or(Class::TITLE).or(Class::GROUP).or(Class::MASCULINE).or(Class::FEMININE);

const NOUN: Class = Class::ROLE.or(Class::GROUP).or(Class::COLLECTIVE).or(Class::DOCUMENT);

impl Noun {
    /// Reads the phrase whose head is an atom; with it the atom where it starts. It needs a determiner, or means a group.
    pub fn read(line: &Line<'_>, at: usize) -> Option<(Self, usize)> {
        let atom = line.at(at).filter(|atom| atom.is(NOUN))?;
        // "the campaign manager": the last noun is the head.
        let next = line.at(at + 1).filter(|next| next.is_word() && !atom.possessive);
        if next.is_some_and(|next| next.is(NOUN) && next.entry.verb.is_none() || next.capital) {
            return None;
        }
        let low = line.sentence.start.max(at.saturating_sub(LONGEST_PHRASE));
        let mut start = simple_phrase_before(line.atoms, low, at + 1)?.start;
        // "said that a farmer"
        if line.is(start, Class::COMPLEMENTIZER) && line.is(start + 1, Class::DETERMINER.or(Class::POSSESSIVE)) {
            start += 1;
        }
        let opens =
            |at: usize| line.at(at).is_some_and(|a| a.is(Class::DETERMINER.or(Class::POSSESSIVE)) || a.possessive);
        // "her nephew and manager"
        if start > low + 1 && !opens(start) && line.is(start - 1, Class::JOINING) && line.is(start - 2, Class::ROLE) {
            let before = simple_phrase_before(line.atoms, low, start - 1).map(|before| before.start);
            start = before.filter(|&before| opens(before)).unwrap_or(start);
        }
        let (first, determined) = (line.at(start)?, opens(start));
        if !determined && (!atom.is(Class::GROUP) || atom.is(Class::DOCUMENT)) {
            return None;
        }
        let (core, opener) = (first.span.cover(atom.span), first.entry.class);
        let mut noun = Self::new(line.text, line.lexicon, core, atom.span, (opener, atom.entry.class));
        noun.definite |= first.possessive && start < at;
        Some((noun, start))
    }

    /// Describes a source whose head no rule found.
    pub fn unknown(text: &str, lexicon: &Lexicon, core: Span, head: Span) -> Self {
        let first = core.of(text).split_whitespace().next().unwrap_or("");
        let classes = (lexicon.look_up(first).class, lexicon.look_up(head.of(text)).class);
        Self::new(text, lexicon, core, head, classes)
    }

    /// `classes` are those of the phrase's first word and of its head.
    fn new(text: &str, lexicon: &Lexicon, core: Span, head: Span, classes: (Class, Class)) -> Self {
        let (first, class) = classes;
        let letters = head.of(text);
        let small = letters.bytes().all(|letter| letter.is_ascii_lowercase());
        let ending = if small { lexicon.by_ending(letters) } else { lexicon.by_ending(&letters.to_lowercase()) };
        let thing = Class::COLLECTIVE.or(Class::DOCUMENT).or(Class::ORGANISATION);
        let ends_plural = ending.has(Class::PLURAL_ENDING)
            && !ending.has(Class::SINGULAR_ENDING)
            && !class.has(Class::ROLE.or(thing));
        let plural = class.has(Class::GROUP) || ends_plural;
        let tells = ending.has(Class::PERSON_ENDING) || first.has(Class::COUNTING);
        let personal = class.has(PERSON) || !class.has(thing) && tells;
        let definite = first.has(Class::DEFINITE.or(Class::POSSESSIVE));
        let gender = Gender::of(class);
        Self { core, head, class, first, definite, plural, personal, gender, named: None, owner: None }
    }
}
