//! Someone or something that the article speaks of.

use super::Gender;
use super::cluster::Cluster;
use super::form::Word;
use super::pronoun::{Number, Pronoun};
use super::scan::Event;

/// Someone or something that the article speaks of.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    /// What pronoun it takes.
    pub number: Number,
    pub gender: Gender,
    /// It may be meant by "he" or "she".
    pub personal: bool,
    /// The noun that was used for it; names have none.
    pub head: Word,
    /// The event of that noun.
    pub described_at: Option<usize>,
    /// Whose it is ("his wife", "the firm's director").
    pub owner: Option<usize>,
    /// Who they are, where they are two.
    pub members: Option<(usize, usize)>,
    /// How present it was at its last mention.
    pub salience: f32,
    /// The sentence and block of its last mention.
    pub sentence: usize,
    pub block: usize,
    /// How sure its last mention was.
    pub sure: f32,
    /// How likely such a thing is meant by a pronoun.
    pub kind: f32,
    /// Pronouns that seem to mean it: "he", "she".
    pub votes: [f32; 2],
    /// The same of an earlier reading.
    pub before: [f32; 2],
    /// The last of these, and its sentence.
    pub lately: Option<(Gender, usize)>,
    /// A description of someone named before, most likely.
    pub bridges: bool,
}

/// What is left of a referent's salience a sentence later, and a paragraph later.
const SENTENCE_DECAY: f32 = 0.6;
const BLOCK_DECAY: f32 = 0.9;

/// Farther away nothing more is lost.
const FARTHEST: usize = 30;
const SENTENCES: [f32; FARTHEST + 1] = powers(SENTENCE_DECAY);
const BLOCKS: [f32; FARTHEST + 1] = powers(BLOCK_DECAY);

const fn powers(base: f32) -> [f32; FARTHEST + 1] {
    let mut table = [1.0; FARTHEST + 1];
    let mut at = 1;
    while at <= FARTHEST {
        table[at] = table[at - 1] * base;
        at += 1;
    }
    table
}

impl Referent {
    /// Someone or something new.
    pub fn new(number: Number, gender: Gender) -> Self {
        Self {
            number,
            gender,
            personal: number == Number::One,
            head: 0,
            described_at: None,
            owner: None,
            members: None,
            salience: 0.0,
            sentence: 0,
            block: 0,
            sure: 1.0,
            kind: if gender == Gender::Unknown { 0.7 } else { 0.85 },
            votes: [0.0; 2],
            before: [0.0; 2],
            lately: None,
            bridges: false,
        }
    }

    /// Someone or something with a name. `before` are the votes of an earlier reading.
    pub fn named(cluster: &Cluster, before: [f32; 2]) -> Self {
        let gendered = cluster.gender != Gender::Unknown || before.iter().any(|&votes| votes > 1.0);
        let personal = cluster.person > 0 || gendered && cluster.person >= -2;
        // One word that nothing is known of may be a person or a company.
        let number = if personal && cluster.person > 1 { Number::One } else { Number::Body };
        let kind = match cluster.person {
            ..3 if personal && cluster.one_word => 0.6,
            ..3 if personal => 0.85,
            _ => 1.0,
        };
        Self { before, personal, kind, ..Self::new(number, cluster.gender) }
    }

    /// How present it still is at an event.
    pub fn left(&self, event: &Event) -> f32 {
        let sentences = event.sentence.saturating_sub(self.sentence).min(FARTHEST);
        let blocks = event.block.saturating_sub(self.block).min(FARTHEST);
        let power = |table: &[f32; FARTHEST + 1], at: usize| table.get(at).copied().unwrap_or_default();
        self.salience * power(&SENTENCES, sentences) * power(&BLOCKS, blocks)
    }

    /// Whether anything shows it to be a man or a woman.
    pub fn is_gendered(&self) -> bool {
        self.gender != Gender::Unknown || self.before.iter().any(|&votes| votes > 1.0)
    }

    /// How well a gender fits at a sentence: wholly where the article states it, a little less where nothing is known, and
    /// in between by what the article's pronouns seem to say.
    pub fn likeness(&self, gender: Gender, sentence: usize) -> f32 {
        const UNKNOWN: f32 = 0.7;
        const DOUBT: f32 = 0.7;
        /// Who was "he" a moment ago is not "she".
        const CHANGED: f32 = 0.3;
        // In the first reading what it was called so far.
        let [he, she] = if self.before == [0.0; 2] { self.votes } else { self.before };
        let recent = |&(_, last): &(Gender, usize)| sentence <= last + 1;
        let changed = self.lately.filter(recent).is_some_and(|(last, _)| last != gender);
        let likeness = match gender {
            Gender::Unknown => return 1.0,
            _ if self.gender != Gender::Unknown => return if self.gender == gender { 1.0 } else { 0.0 },
            Gender::Masculine => (he + DOUBT * UNKNOWN) / (he + she + DOUBT),
            Gender::Feminine => (she + DOUBT * UNKNOWN) / (he + she + DOUBT),
        };
        if changed { likeness * CHANGED } else { likeness }
    }

    /// Whether a pronoun can mean it.
    pub fn takes(&self, pronoun: Pronoun) -> bool {
        let number = match pronoun.number {
            Number::One => self.personal,
            Number::Many => self.number == Number::Many || self.number == Number::Body && !self.personal,
            Number::Body | Number::Thing => matches!(self.number, Number::Body | Number::Thing),
        };
        number && (pronoun.gender == Gender::Unknown || self.gender == Gender::Unknown || self.gender == pronoun.gender)
    }
}
