//! The languages of the interface.

use super::Messages;
use super::table::{COUNT, squeezed};
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// The languages' texts; the first is the fallback. A language is one file, and one line here: it is checked in every
/// build, and in the module only with the feature `languages`.
const TEXTS: [&str; 5] =
    [squeezed!("en.txt"), squeezed!("de.txt"), squeezed!("fr.txt"), squeezed!("es.txt"), squeezed!("ar.txt")];

/// The texts that need not be fetched.
static HELD: &[&str] = if cfg!(feature = "languages") { &TEXTS } else { &[TEXTS[0]] };

/// The languages that were read. They stay for ever, as their words stand on pages; there is one of each.
static KNOWN: Mutex<Vec<Messages>> = Mutex::new(Vec::new());

/// A language of the interface. Cheap to copy and to compare.
#[derive(Clone, Copy)]
pub struct Lang(Messages);

impl Lang {
    /// The language whose primary subtag is that of `tag` ("de-AT" gives German), if it is known.
    pub fn known(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        with_known(|known| known.iter().find(|table| table.tag().eq_ignore_ascii_case(primary)).copied().map(Self))
    }

    /// The same; English where it is not known.
    pub fn from_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    /// Every language that is known: English, those of the feature `languages`, and those that were learned.
    pub fn all() -> impl Iterator<Item = Self> {
        with_known(|known| known.clone()).into_iter().map(Self)
    }

    /// Takes up a language from the file that `cargo xtask build` makes of it; none where it is not complete. A
    /// language that is known already stays as it is.
    pub fn learn(text: &str) -> Option<Self> {
        if text.lines().count() != COUNT {
            return None;
        }
        let tag = text.lines().next()?;
        if Self::known(tag).is_none() {
            let table = Messages::read(Box::leak(text.into()));
            with_known(|known| known.push(table));
        }
        Self::known(tag)
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        self.0.direction()
    }

    /// Its words.
    pub(crate) fn messages(self) -> Messages {
        self.0
    }
}

impl Messages {
    fn read(text: &'static str) -> Self {
        Self(text.lines().collect::<Vec<_>>().leak())
    }
}

fn with_known<T>(act: impl FnOnce(&mut Vec<Messages>) -> T) -> T {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.is_empty() {
        known.extend(HELD.iter().map(|text| Messages::read(text)));
    }
    act(&mut known)
}

impl Default for Lang {
    fn default() -> Self {
        Self(with_known(|known| known.first().copied()).unwrap_or(Messages(&[])))
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Lang {}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
