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

/// Declares the classes: a constant each, and its name in `words.txt`.
macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $word:literal,)+) => {
        classes!(@ 0u32, $($(#[$meta])* $name = $word,)+);

        impl Class {
            /// The class with this name in `words.txt`.
            pub fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
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
    /// Articles, demonstratives, quantifiers.
    DETERMINER = "determiner",
    /// "his", "their".
    POSSESSIVE = "possessive",
    /// Personal pronouns as subjects.
    PRONOUN = "pronoun",
    /// Personal pronouns as objects.
    OBJECT = "object",
    /// Words that mean a man.
    MASCULINE = "masculine",
    /// Words that mean a woman.
    FEMININE = "feminine",
    /// "everyone", "others".
    INDEFINITE = "indefinite",
    /// Prepositions.
    PREPOSITION = "preposition",
    /// "and", "but".
    COORDINATOR = "coordinator",
    /// "because", "when", "that".
    SUBORDINATOR = "subordinator",
    /// "who", "which".
    RELATIVE = "relative",
    /// Forms of "be".
    BE = "be",
    /// Forms of "have".
    HAVE = "have",
    /// Forms of "do".
    DO = "do",
    /// "will", "would".
    MODAL = "modal",
    /// "not", "never".
    NEGATION = "negation",
    /// Adverbs that do not end in -ly.
    ADVERB = "adverb",
    /// "today", "week".
    TIME = "time",
    /// Days of the week.
    WEEKDAY = "weekday",
    /// Months.
    MONTH = "month",
    /// Words before a name.
    TITLE = "title",
    /// Nouns for one person by office or relation.
    ROLE = "role",
    /// Nouns for several people.
    GROUP = "group",
    /// The last words of organisations' names.
    ORGANISATION = "organisation",
    /// Common nouns for organisations that speak.
    COLLECTIVE = "collective",
    /// Things written, or shown, that speak.
    DOCUMENT = "document",
    /// Words in the names of outlets.
    OUTLET_WORD = "outletword",
    /// Outlets known by one word.
    OUTLET = "outlet",
    /// Words whose point ends no sentence.
    ABBREVIATION = "abbreviation",
    /// "Jr.", "III".
    POSTNOMINAL = "postnominal",
    /// "van", "de" within a name.
    PARTICLE = "particle",
    /// Words in the names of places.
    PLACE = "place",
    /// Finite verbs that report nothing.
    VERB = "verb",
    /// Nouns that a content clause hangs on ("the possibility that").
    FRAME = "frame",
    /// Prepositions that hang a phrase on the noun before ("of", "for").
    ATTACHING = "attaching",
    /// Words in -ly that are no adverbs.
    PLAIN = "plain",
    /// Words in -ed: for a word that the lexicon does not have, a past form by its ending.
    PAST_ENDING = "ed",
    /// Before "to": what follows was not done ("declined to say").
    DECLINING = "declining",
    /// "to".
    INFINITIVE_MARKER = "to",
    /// "by".
    AGENT_MARKER = "by",
    /// "as".
    ROLE_MARKER = "role-marker",
    /// "according".
    ATTRIBUTING = "attributing",
    /// Determiners that can stand by themselves ("some said").
    STANDALONE = "standalone",
    /// Adverbs that belong to a verb ("pointed out").
    PARTICLE_ADVERB = "particle-adverb",
    /// "that" before a content clause.
    COMPLEMENTIZER = "complementizer",
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
    /// "per", before whose words they are.
    PER = "per",
    /// "words", in "in the words of".
    WORDING = "wording",
    /// Between a text and its author.
    AUTHOR_MARKER = "author-marker",
    /// Words that begin a reported question.
    INTERROGATIVE = "interrogative",
    /// The speaker's or the hearer's own pronouns.
    FIRST_OR_SECOND = "first-second",
    /// Words after a noun that begin what modifies it ("a source familiar with").
    MODIFYING = "modifying",
    /// Words after a comma with which the article speaks again.
    COMMENTING = "commenting",
    /// Forms of reporting verbs that are nouns as well ("claims").
    NOUN_TOO = "nounverb",
    /// Before "to": what follows was done ("went on to say").
    CONTINUING = "continuing",
    /// Before a clause that holds only perhaps ("if").
    CONDITIONAL = "conditional",
    /// Before "saying": nothing was said ("without").
    AVOIDING = "avoiding",
    /// Words in -ing that are no verb forms.
    NOUN_IN_ING = "ing",
    /// For a word that the lexicon does not have, a form in -ing.
    GERUND_ENDING = "gerund-ending",
    /// "there" as in "there is".
    EXPLETIVE = "expletive",
    /// Relative pronouns for things.
    INANIMATE_RELATIVE = "inanimate-relative",
    /// "what" as in "what he called".
    FREE_RELATIVE = "free-relative",
    /// Verbs that make somebody do something ("prompted").
    CAUSING = "causing",
    /// Words before a title, a term or a name in marks ("so-called").
    NAMING = "naming",
    /// Determiners that point back ("the", "this").
    DEFINITE = "definite",
    /// The definite article.
    THE = "the",
    /// The indefinite article.
    INDEFINITE_ARTICLE = "article",
    /// "and", where it joins names.
    JOINING = "joining",
    /// "of" within names of offices ("Secretary of State").
    OF = "of",
    /// Prepositions within names of organisations ("of", "for").
    WITHIN_NAME = "within-name",
    /// Prepositions that hang a place or an organisation on a name ("of", "at").
    AFFILIATING = "affiliating",
    /// Prepositions before places.
    LOCATING = "locating",
    /// Relative pronouns for people.
    PERSONAL_RELATIVE = "personal-relative",
    /// Before an office: it is not held now, or not in full ("former", "acting").
    FORMER = "former",
    /// Of these, those that mean that it is no longer held.
    PAST_OFFICE = "past-office",
    /// Months that are first names as well.
    FIRST_NAME = "first-name",
    /// The speaker's own pronouns.
    FIRST_PERSON = "first-person",
    /// Pronouns of the third person for several.
    MANY = "many",
    /// Pronouns of the third person for things.
    THING = "thing",
    /// Determiners and pronouns that count people ("two", "others").
    COUNTING = "counting",
    /// Those that mean several people by themselves ("some said").
    SEVERAL = "several",
    /// Those that mean one person ("one", "another").
    SINGLE = "single",
    /// Nouns for crowds, and for those whom a poll asks.
    CROWD = "crowd",
    /// Nouns for those who speak for an institution.
    SPOKESPERSON = "spokesperson",
    /// Nouns for offices that one person at a time holds, beside those that are titles.
    OFFICE = "office",
    /// After a name: which of two namesakes ("Jr.", "III").
    GENERATION = "generation",
    /// Nouns for authorities that speak as one ("police", "prosecutors").
    AUTHORITY = "authority",
    /// Words before a name that are no office ("Mr.").
    ADDRESS = "address",
    /// By its ending: a noun for a person.
    PERSON_ENDING = "person-ending",
    /// By its ending: a plural.
    PLURAL_ENDING = "plural-ending",
    /// By its ending: no plural, although it looks like one ("-ss").
    SINGULAR_ENDING = "singular-ending",
    /// By its ending: perhaps a finite verb.
    VERB_ENDING = "verb-ending",
    /// A noun, in a language that writes nouns with a capital; given to every such word.
    NOUN = "noun",
    /// Nouns that no name consists of, in such a language.
    COMMON = "common",
    /// By its ending: perhaps an adjective, in such a language.
    ADJECTIVE_ENDING = "adjective-ending",
    /// Determiners and pronouns that hang a phrase on the noun before by their case ("der", "eines").
    GENITIVE = "genitive",
    /// Pronouns that can only be subjects ("er").
    NOMINATIVE = "nominative",
    /// Determiners and pronouns whose case is no subject's ("dem", "ihm").
    OBLIQUE = "oblique",
    /// Forms of the verb that makes the passive.
    PASSIVE = "passive",
    /// Modal verbs with which something is not said, or not yet ("will", "würde").
    UNREAL = "unreal",
    /// Verbs with which somebody has something said, or is reported to have said it ("ließ", "soll").
    LETTING = "letting",
    /// Verb forms that tell what others said, where the mood shows it ("sei", "habe").
    REPORTED = "reported",
    /// Prepositions that attribute what they stand behind the name of ("zufolge").
    POSTPOSED = "postposed",
    /// A preposition that attributes together with an [`Class::ACCOUNT`] ("nach").
    ACCOUNT_MARKER = "account-marker",
    /// Nouns for what somebody tells ("Angaben").
    ACCOUNT = "account",
    /// A word that attributes what it follows to the name behind it ("so").
    SO = "so",
    /// Finite forms of verbs that part with an adverb ("teilte … mit"); given to them by their lines.
    SEPARABLE = "separable",
}
