//! Plural forms, as the Unicode CLDR names them.

use super::Messages;
use crate::panel::template;

/// Which form a number takes in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// A message in the forms that a number asks for, `{0}` standing for the number.
pub struct Plural {
    pub zero: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    pub few: &'static str,
    pub many: &'static str,
    pub other: &'static str,
}

impl Plural {
    /// For languages with a singular and a plural.
    pub const fn new(one: &'static str, other: &'static str) -> Self {
        Self { zero: other, one, two: other, few: other, many: other, other }
    }

    /// The message for a number.
    pub fn say(&self, number: usize, messages: &Messages) -> String {
        let template = match (messages.category)(number) {
            Category::Zero => self.zero,
            Category::One => self.one,
            Category::Two => self.two,
            Category::Few => self.few,
            Category::Many => self.many,
            Category::Other => self.other,
        };
        template::say(template, &[&number.to_string()])
    }
}
