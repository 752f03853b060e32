//! What words tell of where, when and how something was said.

/// A set of senses, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sense(u64);

impl std::ops::BitOrAssign for Sense {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Sense {
    /// Both sets together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has any of the senses in `any`.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// Declares the senses: a constant each, and its name in `settings.txt`; those asked for most first, as the classes.
macro_rules! senses {
    ($($(#[$meta:meta])* $name:ident = $word:literal,)+) => {
        senses!(@ 0u32, $($(#[$meta])* $name = $word,)+);

        impl Sense {
            /// The sense with this name in `settings.txt`.
            pub fn named(word: &str) -> Option<Self> {
                const NAMES: &[&str] = &[$($word),+];
                NAMES.iter().position(|&name| name == word).map(|bit| Self(1 << bit))
            }
        }
    };
    (@ $bit:expr, $(#[$meta:meta])* $name:ident = $word:literal, $($rest:tt)*) => {
        impl Sense { $(#[$meta])* pub const $name: Self = Self(1 << ($bit)); }
        senses!(@ $bit + 1, $($rest)*);
    };
    (@ $bit:expr,) => {};
}

senses! {
    /// In the name of a news agency, or a noun for one.
    AGENCY = "agency",
    /// A noun beside the name of an outlet.
    OUTLET = "outlet",
    /// In the name of a broadcaster, or a noun for one.
    BROADCASTER = "broadcaster",
    /// A noun for a medium; the entry's value tells which.
    MEDIUM = "medium",
    /// Before what is broadcast, posted or telephoned.
    ON = "on",
    /// A social network.
    NETWORK = "network",
    /// Those before whom one testifies.
    TRIBUNAL = "tribunal",
    /// Before what is sent.
    BY = "by",
    /// Verbs of a sentence that sets the scene for the next one's words.
    STAGING = "staging",
    /// Prepositions before a medium of any kind.
    IN = "in",
    /// Before those who are spoken to.
    TOWARDS = "towards",
    /// "citing", "was quoted as".
    CITING = "citing",
    /// Words for a time, by their values: see `provenance::time`.
    CLOCK = "clock",
    /// First or last in the name of a broadcaster.
    CHANNEL = "channel",
    /// Those to whom one makes a speech.
    CHAMBER = "chamber",
    /// With "by": a document that was not given out.
    LEAK = "leak",
    /// "outside".
    OUTSIDE = "outside",
    /// Before an event.
    AT = "at",
    /// Verbs whose object is a medium ("issued a statement").
    GIVING = "giving",
    /// A crowd in public.
    CHANTING = "chanting",
    /// In the name of a programme.
    PROGRAMME = "programme",
    /// Numbers, by their values.
    NUMBER = "number",
    /// What is done with words of another occasion in a court ("played to the jury").
    EXHIBITING = "exhibiting",
    /// It ends a pair of words that has a meaning.
    PAIR = "pair",
    /// Those whom one tells at a news conference.
    PRESS = "press",
    /// A document that was not given out.
    LEAKED = "leaked",
    /// A common noun for a place.
    PLACE = "place",
    /// In the name of a court or an authority.
    OFFICIAL = "official",
    /// Before whom something is from.
    FROM = "from",
    /// "speaking to".
    TALKING = "talking",
    /// "published in", "carried by".
    CARRYING = "carrying",
    /// Verbs that take up what was said just before.
    ANSWERING = "answering",
    /// Verbs that tell the medium; the entry's value tells which.
    MEDIAL = "medial",
    /// Verbs of asking.
    ASKING = "asking",
    /// A sentence that tells of a question.
    QUESTION = "question",
    /// "transcript", "recording".
    TRANSCRIPT = "transcript",
    /// With "have" or by itself: of another occasion ("once").
    APART = "apart",
    /// One of those just mentioned.
    PARTNER = "partner",
    /// After "we": the newsroom telephoned.
    PHONING = "phoning",
    /// Who leads a programme.
    HOST = "host",
    /// What a court does with words.
    HEARING = "hearing",
    /// Those whom one tells at a meeting of theirs.
    BODY = "body",
    /// Unnamed people of whom nothing is said.
    VAGUE = "vague",
    /// A document, whatever kind it is.
    PAPER = "paper",
    /// It was opened by law.
    LAW = "law",
    /// Before a telephone.
    OVER = "over",
    /// Before an oath.
    UNDER = "under",
    /// "read by".
    RELAYING = "relaying",
    /// Verbs of posting that name a network.
    TWEETING = "tweeting",
    /// In the name of a secret service.
    INTELLIGENCE = "intelligence",
    /// Before "of" and a programme.
    EPISODE = "episode",
    /// One's own pages on the web.
    SITE = "site",
    /// An account on a network.
    ACCOUNT = "account",
    /// How somebody knows.
    KNOWING = "knowing",
    /// Names are withheld.
    WITHHOLDING = "withholding",
    /// With a negation: names are withheld.
    NAMING = "naming",
    /// Like a negation: "only".
    ONLY = "only",
    /// Why they are.
    REASON = "reason",
    /// Units of time, by their values.
    UNIT = "unit",
    /// After a time of day.
    HALF = "half",
    /// After "this" or "our": the article's own newsroom.
    OWN = "own",
    /// Before "call": many listen.
    PUBLIC = "public",
}
