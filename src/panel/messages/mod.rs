//! The words of the interface: one table per language, complete or the crate does not compile.

use std::fmt;

mod en;

/// The words of one language. A language is one file with one such table, and one line in [`TABLES`].
#[derive(Debug)]
pub(super) struct Messages {
    /// BCP 47 tag, for `lang`.
    pub tag: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    pub voices: &'static str,
    pub who_said_this: &'static str,
}

/// Every language there is; the first is the fallback.
static TABLES: &[&Messages] = &[&en::TABLE];

/// A language of the interface. Cheap to copy and to compare.
#[derive(Clone, Copy)]
pub struct Lang(&'static Messages);

impl Lang {
    /// The language whose primary subtag is that of `tag` ("de-AT" gives German); English where there is none.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let known = TABLES.iter().find(|table| table.tag.eq_ignore_ascii_case(primary));
        known.map_or_else(Self::default, |table| Self(table))
    }

    /// Every language of the interface.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLES.iter().map(|table| Self(table))
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self.0.right_to_left { "rtl" } else { "ltr" }
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self(&en::TABLE)
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.0.tag == other.0.tag
    }
}

impl Eq for Lang {}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag)
    }
}

impl Lang {
    /// Its table.
    pub(super) fn messages(self) -> &'static Messages {
        self.0
    }
}
