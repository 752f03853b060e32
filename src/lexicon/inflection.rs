//! English verb forms, and what a verb takes.

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// "say"
    Base = 1,
    /// "says"
    Third = 2,
    /// "said" as a finite verb
    Past = 4,
    /// "said" after "have" or "be"
    Participle = 8,
    /// "saying"
    Gerund = 16,
}

/// The forms a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FormSet(u8);

impl FormSet {
    /// Adds a form.
    pub fn insert(&mut self, form: VerbForm) {
        self.0 |= form as u8;
    }

    /// Whether the form is among them.
    pub fn has(self, form: VerbForm) -> bool {
        self.0 & form as u8 != 0
    }
}

/// What a verb takes, a bit for each letter of [`FRAME_LETTERS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frames(u16);

const FRAME_LETTERS: &str = "qtoinwhmecfpr";

impl Frames {
    /// A direct quotation.
    pub const QUOTE: Self = Self(1);
    /// A content clause.
    pub const CLAUSE: Self = Self(2);
    /// A person told.
    pub const ADDRESSEE: Self = Self(4);
    /// An infinitive.
    pub const INFINITIVE: Self = Self(8);
    /// A thing.
    pub const NOUN: Self = Self(16);
    /// The words are written.
    pub const WRITTEN: Self = Self(32);
    /// A question clause.
    pub const QUESTION: Self = Self(64);
    /// Speech only where an institution is the subject.
    pub const MENTAL: Self = Self(128);

    /// A content clause, but only with "that".
    pub const THAT: Self = Self(256);

    /// A thing that is what was said.
    pub const THING: Self = Self(512);

    /// A noun on which a content clause hangs ("expressed confidence that").
    pub const FRAMED: Self = Self(1024);

    /// A particle that belongs to the cue ("pointed out").
    pub const PARTICLE: Self = Self(2048);

    /// The same, and it is a cue only with it ("went on").
    pub const ONLY_PARTICLE: Self = Self(4096);

    /// Both sets together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn parse(letters: &str) -> Self {
        Self(letters.chars().filter_map(|c| FRAME_LETTERS.find(c)).fold(0, |bits, at| bits | 1 << at))
    }

    #[cfg(test)]
    pub(super) fn all_known(letters: &str) -> bool {
        letters.chars().all(|c| FRAME_LETTERS.contains(c))
    }

    /// Whether any of `any` is among them.
    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

#[inline(never)]
fn with(stem: &str, ending: &str) -> String {
    [stem, ending].concat()
}

/// The forms of a verb written `LEMMA[:PAST[:PARTICIPLE]]`, or with all its forms:
/// `LEMMA:THIRD:PAST:PAST_OF_MANY:PARTICIPLE`.
pub(super) fn inflect(forms: &str) -> Vec<(String, VerbForm)> {
    let mut parts = forms.split(':');
    if let [base, third, past, many, participle] = parts.clone().collect::<Vec<_>>()[..] {
        use VerbForm::{Base, Participle, Past, Third};
        let all = [(base, Base), (third, Third), (past, Past), (many, Past), (participle, Participle)];
        return all.into_iter().map(|(form, kind)| (form.to_owned(), kind)).collect();
    }
    let lemma = parts.next().unwrap_or("");
    let (past, participle) = (parts.next(), parts.next());
    let doubled = past.filter(|part| part.len() == 2 && part.as_bytes().first() == part.as_bytes().last());
    let stem = match doubled {
        Some(part) => with(lemma, part.get(1..).unwrap_or("")),
        None => lemma.strip_suffix('e').unwrap_or(lemma).to_owned(),
    };
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let sibilant = lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("sh") || lemma.ends_with("ch");
    let (third, regular) = match consonant_y {
        Some(stem) => (with(stem, "ies"), with(stem, "ied")),
        None => (with(lemma, if sibilant { "es" } else { "s" }), with(&stem, "ed")),
    };
    let past =
        past.filter(|_| doubled.is_none() && forms.matches(':').count() > 0).map(str::to_owned).unwrap_or(regular);
    let participle = participle.map_or_else(|| past.clone(), str::to_owned);
    let gerund = with(if lemma.ends_with("ee") { lemma } else { &stem }, "ing");
    vec![
        (lemma.to_owned(), VerbForm::Base),
        (third, VerbForm::Third),
        (past, VerbForm::Past),
        (participle, VerbForm::Participle),
        (gerund, VerbForm::Gerund),
    ]
}
