//! Personal pronouns.

use super::Gender;
use crate::lexicon::Class;

/// A pronoun of the third person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pronoun {
    /// Whom it can mean.
    pub number: Number,
    /// "he" or "she".
    pub gender: Gender,
    /// "his", "her", "their".
    pub possessive: bool,
    /// "him", "them"; "her" too.
    pub object: bool,
}

/// Whom a pronoun or a noun can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// A person.
    One,
    /// Several, or a body of several.
    Many,
    /// An organisation: "it" or "they".
    Body,
    /// A paper or another thing.
    Thing,
}

impl Pronoun {
    /// Reads a word by its classes; none where it is no pronoun of the third person.
    pub fn read(class: Class) -> Option<Self> {
        if !class.has(Class::PRONOUN.or(Class::OBJECT).or(Class::POSSESSIVE)) {
            return None;
        }
        let gender = Gender::of(class);
        let number = match () {
            () if class.has(Class::MANY) => Number::Many,
            () if class.has(Class::THING) => Number::Thing,
            () if gender != Gender::Unknown => Number::One,
            () => return None,
        };
        let possessive = class.has(Class::POSSESSIVE);
        Some(Self { number, gender, possessive, object: possessive || class.has(Class::OBJECT) })
    }
}
