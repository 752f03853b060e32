//! Personal pronouns.

use super::Gender;

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
    /// Reads a word; none where it is no pronoun of the third person.
    pub fn read(word: &str) -> Option<Self> {
        use Number::{Many, One, Thing};
        if word.len() > 10 {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let bare = lower.split(['\'', '’']).next().unwrap_or("");
        let (number, gender, possessive, object) = match bare {
            "he" => (One, Gender::Masculine, false, false),
            "him" | "himself" => (One, Gender::Masculine, false, true),
            "his" => (One, Gender::Masculine, true, true),
            "she" => (One, Gender::Feminine, false, false),
            "herself" => (One, Gender::Feminine, false, true),
            "her" | "hers" => (One, Gender::Feminine, true, true),
            "they" => (Many, Gender::Unknown, false, false),
            "them" | "themselves" => (Many, Gender::Unknown, false, true),
            "their" | "theirs" => (Many, Gender::Unknown, true, true),
            "it" => (Thing, Gender::Unknown, false, false),
            "itself" => (Thing, Gender::Unknown, false, true),
            "its" => (Thing, Gender::Unknown, true, true),
            _ => return None,
        };
        Some(Self { number, gender, possessive, object })
    }
}
