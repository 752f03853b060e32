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

/// Declares the senses: a constant each, and its name in `settings.txt`.
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
    /// A noun for a medium; the entry's value tells which.
    MEDIUM = "medium",
    /// It ends a pair of words that has a meaning.
    PAIR = "pair",
    /// A social network.
    NETWORK = "network",
    /// In the name of a broadcaster, or a noun for one.
    BROADCASTER = "broadcaster",
    /// First or last in the name of a broadcaster.
    CHANNEL = "channel",
    /// In the name of a news agency, or a noun for one.
    AGENCY = "agency",
    /// A noun beside the name of an outlet.
    OUTLET = "outlet",
    /// What a court does with words.
    HEARING = "hearing",
    /// Verbs of a sentence that sets the scene for the next one's words.
    STAGING = "staging",
    /// Those whom one tells at a news conference.
    PRESS = "press",
    /// Those before whom one testifies.
    TRIBUNAL = "tribunal",
    /// Those to whom one makes a speech.
    CHAMBER = "chamber",
    /// Those whom one tells at a meeting of theirs.
    BODY = "body",
    /// Unnamed people of whom nothing is said.
    VAGUE = "vague",
    /// A document that was not given out.
    LEAKED = "leaked",
    /// With "by": a document that was not given out.
    LEAK = "leak",
    /// A document, whatever kind it is.
    PAPER = "paper",
    /// It was opened by law.
    LAW = "law",
    /// A common noun for a place.
    PLACE = "place",
    /// "outside".
    OUTSIDE = "outside",
    /// In the name of a court or an authority.
    OFFICIAL = "official",
    /// Prepositions before a medium of any kind.
    IN = "in",
    /// Before an event.
    AT = "at",
    /// Before what is broadcast, posted or telephoned.
    ON = "on",
    /// Before what is sent.
    BY = "by",
    /// Before a telephone.
    OVER = "over",
    /// Before an oath.
    UNDER = "under",
    /// Before those who are spoken to.
    TOWARDS = "towards",
    /// Before whom something is from.
    FROM = "from",
    /// Verbs whose object is a medium ("issued a statement").
    GIVING = "giving",
    /// "speaking to".
    TALKING = "talking",
    /// "published in", "carried by".
    CARRYING = "carrying",
    /// "read by".
    RELAYING = "relaying",
    /// "citing", "was quoted as".
    CITING = "citing",
    /// Verbs that take up what was said just before.
    ANSWERING = "answering",
    /// Verbs of posting that name a network.
    TWEETING = "tweeting",
    /// Verbs that tell the medium; the entry's value tells which.
    MEDIAL = "medial",
    /// A crowd in public.
    CHANTING = "chanting",
    /// Verbs of asking.
    ASKING = "asking",
    /// A sentence that tells of a question.
    QUESTION = "question",
    /// In the name of a secret service.
    INTELLIGENCE = "intelligence",
    /// In the name of a programme.
    PROGRAMME = "programme",
    /// Before "of" and a programme.
    EPISODE = "episode",
    /// "transcript", "recording".
    TRANSCRIPT = "transcript",
    /// One's own pages on the web.
    SITE = "site",
    /// An account on a network.
    ACCOUNT = "account",
    /// With "have" or by itself: of another occasion ("once").
    APART = "apart",
    /// How somebody knows.
    KNOWING = "knowing",
    /// One of those just mentioned.
    PARTNER = "partner",
    /// Names are withheld.
    WITHHOLDING = "withholding",
    /// With a negation: names are withheld.
    NAMING = "naming",
    /// Like a negation: "only".
    ONLY = "only",
    /// Why they are.
    REASON = "reason",
    /// Words for a time, by their values: see `provenance::time`.
    CLOCK = "clock",
    /// Units of time, by their values.
    UNIT = "unit",
    /// Numbers, by their values.
    NUMBER = "number",
    /// After a time of day.
    HALF = "half",
    /// After "this" or "our": the article's own newsroom.
    OWN = "own",
    /// After "we": the newsroom telephoned.
    PHONING = "phoning",
    /// Before "call": many listen.
    PUBLIC = "public",
    /// Who leads a programme.
    HOST = "host",
    /// What is done with words of another occasion in a court ("played to the jury").
    EXHIBITING = "exhibiting",
}
