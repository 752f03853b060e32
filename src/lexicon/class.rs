//! Word classes.

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(u128);

impl std::ops::BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Class {
    /// No class.
    pub const NONE: Self = Self(0);

    /// Both sets together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The first set without the second.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What both sets share.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it has any of the classes in `any`.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// Declares the classes: a constant each, and its name in `words.txt`. Those that the code asks for most come first: their
/// bits are the shorter numbers in the module.
macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $word:literal,)+) => {
        classes!(@ 0u32, $($(#[$meta])* $name = $word,)+);

        impl Class {
            /// The class with this name in `words.txt`.
            pub fn named(word: &str) -> Option<Self> {
                const NAMES: &[&str] = &[$($word),+];
                NAMES.iter().position(|&name| name == word).map(|bit| Self(1 << bit))
            }
        }
    };
    (@ $bit:expr, $(#[$meta:meta])* $name:ident = $word:literal, $($rest:tt)*) => {
        impl Class { $(#[$meta])* pub const $name: Self = Self(1 << ($bit)); }
        classes!(@ $bit + 1, $($rest)*);
    };
    (@ $bit:expr,) => {};
}

classes! {
    /// Prepositions.
    PREPOSITION = "preposition",
    /// Articles, demonstratives, quantifiers.
    DETERMINER = "determiner",
    /// Personal pronouns as subjects.
    PRONOUN = "pronoun",
    /// "and", "but".
    COORDINATOR = "coordinator",
    /// "his", "their".
    POSSESSIVE = "possessive",
    /// Days of the week.
    WEEKDAY = "weekday",
    /// "who", "which".
    RELATIVE = "relative",
    /// "today", "week".
    TIME = "time",
    /// "because", "when", "that".
    SUBORDINATOR = "subordinator",
    /// Nouns for one person by office or relation.
    ROLE = "role",
    /// Nouns for several people.
    GROUP = "group",
    /// Forms of "be".
    BE = "be",
    /// Things written, or shown, that speak.
    DOCUMENT = "document",
    /// "will", "would".
    MODAL = "modal",
    /// Common nouns for organisations that speak.
    COLLECTIVE = "collective",
    /// Personal pronouns as objects.
    OBJECT = "object",
    /// The last words of organisations' names.
    ORGANISATION = "organisation",
    /// Adverbs that do not end in -ly.
    ADVERB = "adverb",
    /// Forms of "have".
    HAVE = "have",
    /// The definite article.
    THE = "the",
    /// A noun, in a language that writes nouns with a capital; given to every such word.
    NOUN = "noun",
    /// "not", "never".
    NEGATION = "negation",
    /// Words before a name.
    TITLE = "title",
    /// Words in the names of outlets.
    OUTLET_WORD = "outletword",
    /// Months.
    MONTH = "month",
    /// Finite verbs that report nothing.
    VERB = "verb",
    /// "to".
    INFINITIVE_MARKER = "to",
    /// "that" before a content clause.
    COMPLEMENTIZER = "complementizer",
    /// Outlets known by one word.
    OUTLET = "outlet",
    /// Words in -ed: for a word that the lexicon does not have, a past form by its ending.
    PAST_ENDING = "ed",
    /// Relative pronouns for people.
    PERSONAL_RELATIVE = "personal-relative",
    /// "van", "de" within a name.
    PARTICLE = "particle",
    /// "as".
    ROLE_MARKER = "role-marker",
    /// "everyone", "others".
    INDEFINITE = "indefinite",
    /// Forms of "do".
    DO = "do",
    /// The speaker's or the hearer's own pronouns.
    FIRST_OR_SECOND = "first-second",
    /// The speaker's own pronouns.
    FIRST_PERSON = "first-person",
    /// "according".
    ATTRIBUTING = "attributing",
    /// Relative pronouns for things.
    INANIMATE_RELATIVE = "inanimate-relative",
    /// "of" within names of offices ("Secretary of State").
    OF = "of",
    /// Pronouns of the third person for things.
    THING = "thing",
    /// Words that mean a man.
    MASCULINE = "masculine",
    /// Words in the names of places.
    PLACE = "place",
    /// Nouns that a content clause hangs on ("the possibility that").
    FRAME = "frame",
    /// "by".
    AGENT_MARKER = "by",
    /// For a word that the lexicon does not have, a form in -ing.
    GERUND_ENDING = "gerund-ending",
    /// Verb forms that tell what others said, where the mood shows it ("sei", "habe").
    REPORTED = "reported",
    /// Words that mean a woman.
    FEMININE = "feminine",
    /// Determiners that can stand by themselves ("some said").
    STANDALONE = "standalone",
    /// "words", in "in the words of".
    WORDING = "wording",
    /// The indefinite article.
    INDEFINITE_ARTICLE = "article",
    /// "and", where it joins names.
    JOINING = "joining",
    /// Prepositions that hang a place or an organisation on a name ("of", "at").
    AFFILIATING = "affiliating",
    /// Nouns for those who speak for an institution.
    SPOKESPERSON = "spokesperson",
    /// Forms of reporting verbs that are nouns as well ("claims").
    NOUN_TOO = "nounverb",
    /// Prepositions before places.
    LOCATING = "locating",
    /// Pronouns of the third person for several.
    MANY = "many",
    /// Those that mean one person ("one", "another").
    SINGLE = "single",
    /// Nouns that no name consists of, in such a language.
    COMMON = "common",
    /// Finite forms of verbs that part with an adverb ("teilte … mit"); given to them by their lines.
    SEPARABLE = "separable",
    /// Words whose point ends no sentence.
    ABBREVIATION = "abbreviation",
    /// Adverbs that belong to a verb ("pointed out").
    PARTICLE_ADVERB = "particle-adverb",
    /// "what" as in "what he called".
    FREE_RELATIVE = "free-relative",
    /// Pronouns that can only be subjects ("er").
    NOMINATIVE = "nominative",
    /// Determiners and pronouns whose case is no subject's ("dem", "ihm").
    OBLIQUE = "oblique",
    /// Nouns for what somebody tells ("Angaben").
    ACCOUNT = "account",
    /// A word that attributes what it follows to the name behind it ("so").
    SO = "so",
    /// "Jr.", "III".
    POSTNOMINAL = "postnominal",
    /// Prepositions that hang a phrase on the noun before ("of", "for").
    ATTACHING = "attaching",
    /// "per", before whose words they are.
    PER = "per",
    /// Words that begin a reported question.
    INTERROGATIVE = "interrogative",
    /// Words after a noun that begin what modifies it ("a source familiar with").
    MODIFYING = "modifying",
    /// Words after a comma with which the article speaks again.
    COMMENTING = "commenting",
    /// Before "to": what follows was done ("went on to say").
    CONTINUING = "continuing",
    /// Determiners that point back ("the", "this").
    DEFINITE = "definite",
    /// Prepositions within names of organisations ("of", "for").
    WITHIN_NAME = "within-name",
    /// Months that are first names as well.
    FIRST_NAME = "first-name",
    /// Determiners and pronouns that count people ("two", "others").
    COUNTING = "counting",
    /// Nouns for crowds, and for those whom a poll asks.
    CROWD = "crowd",
    /// Nouns for offices that one person at a time holds, beside those that are titles.
    OFFICE = "office",
    /// Nouns for authorities that speak as one ("police", "prosecutors").
    AUTHORITY = "authority",
    /// By its ending: a noun for a person.
    PERSON_ENDING = "person-ending",
    /// By its ending: a plural.
    PLURAL_ENDING = "plural-ending",
    /// By its ending: no plural, although it looks like one ("-ss").
    SINGULAR_ENDING = "singular-ending",
    /// By its ending: perhaps a finite verb.
    VERB_ENDING = "verb-ending",
    /// Prepositions that attribute what they stand behind the name of ("zufolge").
    POSTPOSED = "postposed",
    /// A preposition that attributes together with an [`Class::ACCOUNT`] ("nach").
    ACCOUNT_MARKER = "account-marker",
    /// Before "to": what follows was not done ("declined to say").
    DECLINING = "declining",
    /// What stands before an interview's questions.
    QUESTION_LABEL = "question-label",
    /// What stands before its answers.
    ANSWER_LABEL = "answer-label",
    /// Nouns that any company may be called by.
    FIRM = "firm",
    /// What companies and other bodies have, and people do not.
    BODY_OWNED = "body-owned",
    /// Verbs that a name takes only if it is that of a group.
    PLURAL_VERB = "plural-verb",
    /// Nouns for what somebody says or writes, whose words are that person's.
    OWN_WORDS = "own-words",
    /// Between a text and its author.
    AUTHOR_MARKER = "author-marker",
    /// Before a clause that holds only perhaps ("if").
    CONDITIONAL = "conditional",
    /// Before "saying": nothing was said ("without").
    AVOIDING = "avoiding",
    /// "there" as in "there is".
    EXPLETIVE = "expletive",
    /// Verbs that make somebody do something ("prompted").
    CAUSING = "causing",
    /// Words before a title, a term or a name in marks ("so-called").
    NAMING = "naming",
    /// Before an office: it is not held now, or not in full ("former", "acting").
    FORMER = "former",
    /// Of these, those that mean that it is no longer held.
    PAST_OFFICE = "past-office",
    /// Those that mean several people by themselves ("some said").
    SEVERAL = "several",
    /// After a name: which of two namesakes ("Jr.", "III").
    GENERATION = "generation",
    /// Words before a name that are no office ("Mr.").
    ADDRESS = "address",
    /// By its ending: perhaps an adjective, in such a language.
    ADJECTIVE_ENDING = "adjective-ending",
    /// Determiners and pronouns that hang a phrase on the noun before by their case ("der", "eines").
    GENITIVE = "genitive",
    /// Forms of the verb that makes the passive.
    PASSIVE = "passive",
    /// Modal verbs with which something is not said, or not yet ("will", "würde").
    UNREAL = "unreal",
    /// Verbs with which somebody has something said, or is reported to have said it ("ließ", "soll").
    LETTING = "letting",
    /// Words in -ly that are no adverbs.
    PLAIN = "plain",
    /// Words in -ing that are no verb forms.
    NOUN_IN_ING = "ing",
}
