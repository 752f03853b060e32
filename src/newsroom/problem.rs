//! What is wrong with a publisher's data: where, what, how to mend it, and what was done about it.

/// Something in a publisher's data that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where: a JSON path such as `$.attributions[3].date.edtf`, `$` for the whole.
    pub place: String,
    /// What is wrong.
    pub fault: Fault,
    /// What became of it.
    pub effect: Effect,
}

/// How much is left out for a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// All of the data; what was read from the article stands.
    AllRefused,
    /// The entry; the others stand.
    EntryRefused,
    /// The field; the rest of its entry stands.
    FieldRefused,
}

impl Effect {
    fn words(self) -> &'static str {
        match self {
            Self::AllRefused => "; nothing of this data is used",
            Self::EntryRefused => "; this entry is left out",
            Self::FieldRefused => "; this field is left out",
        }
    }
}

/// Declares the faults, each with its word for programs and what mends it.
macro_rules! faults {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $mend:literal;)+) => {
        /// What can be wrong with a publisher's data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Fault { $($(#[$meta])* $name,)+ }

        impl Fault {
            /// A word for programs.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What is expected there.
            pub fn mend(self) -> &'static str {
                match self { $(Self::$name => $mend,)+ }
            }
        }
    };
}

faults! {
    /// No JSON at all.
    NotJson = "not_json", "this is not JSON; a JSON checker finds the place";
    /// Longer than [`super::LONGEST`].
    TooLong = "too_long", "expected at most 4 MiB; leave out what the page does not need";
    /// Deeper than [`super::DEEPEST`].
    TooDeep = "too_deep", "expected at most 32 levels";
    /// More values than [`super::MOST_VALUES`].
    TooMany = "too_many", "expected at most 500,000 values";
    /// More entries than [`super::MOST_ENTRIES`].
    TooManyEntries = "too_many_entries", "expected at most 2,000 entries; the rest is left out";
    /// Another version than this program reads.
    Version = "version", "expected 1; this program reads no other version";
    /// Another kind of value than an object.
    Object = "object", "expected an object";
    /// Another kind of value than a list.
    List = "list", "expected a list";
    /// Another kind of value than a string.
    Text = "text", "expected a string";
    /// No words where some have to be.
    Words = "words", "expected the quoted words";
    /// A name or a text of excessive length.
    LongText = "long_text", "expected a shorter text";
    /// No offset.
    Offset = "offset", "expected a whole number of characters from the article's beginning";
    /// No range.
    Range = "range", "expected [start, end], start no greater than end";
    /// A word that is none of its closed set.
    Word = "word", "expected a word of the record; `whosaid schema` lists them";
    /// No address of the web.
    Address = "address", "expected a whole address that begins with https:// or http://";
    /// No date.
    Date = "date", "expected a date in EDTF, such as 2024-05-03, 2024-05 or [..2024-05-03]";
    /// No day.
    Day = "day", "expected a day, such as 2024-05-03";
    /// A reference to nothing.
    Reference = "reference", "expected the id of an entry of this data";
    /// Entries that contain each other.
    Cycle = "cycle", "expected no entry to be nested in itself";
    /// An id or words that an entry before has.
    Twice = "twice", "an earlier entry has the same";
    /// A name where there has to be one.
    Name = "name", "expected a name";
}

impl Problem {
    /// Where the mistake is, how to mend it, and what was done about it.
    pub fn message(&self) -> String {
        [&self.place, ": ", self.fault.mend(), self.effect.words()].concat()
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Problem {}
