//! "the senator", "the former teacher", "the company": whom a definite description means.

use super::Gender;
use super::cluster::Clusters;
use super::form::{Ranking, Way, Word, word};
use super::noun::Noun;
use super::pronoun::Number;
use super::referent::Referent;
use crate::lexicon::{Class, Lexicon, Sense};
use crate::text::Span;

/// What titles and appositions say of the names, by word.
pub(super) struct Roles {
    lexicon: &'static Lexicon,
    /// Of each cluster, the words of its roles.
    words: Vec<Vec<Word>>,
}

/// The words of a description.
#[derive(Debug, Default)]
pub(super) struct Description {
    /// The noun it is about.
    pub head: Word,
    /// The noun is one for an outlet.
    pub outlet: bool,
    /// Words that can stand for the noun.
    synonyms: Vec<Word>,
    /// Those before it that tell something.
    said: Vec<Word>,
}

impl Description {
    /// The words of a noun phrase; of one that does not point back only the noun.
    pub fn new(text: &str, lexicon: &Lexicon, noun: &Noun) -> Self {
        let letters = noun.head.of(text);
        let mut description = Self { head: word(letters), ..Self::default() };
        if noun.definite {
            description.outlet = lexicon.look_up(letters).sense.has(Sense::OUTLET);
            let synonyms = lexicon.synonyms(&letters.to_lowercase());
            description.synonyms.extend(synonyms.into_iter().flat_map(|words| words.split(':')).map(word));
            role_words(lexicon, Span::new(noun.core.start, noun.head.start).of(text), &mut description.said);
        }
        description
    }
}

/// More roles of one name are not looked at.
const MOST_ROLES: usize = 8;

/// Stands among the words of a role that is no longer held, whatever the word for that.
const PAST: Word = 0;

impl Roles {
    pub fn new(text: &str, lexicon: &'static Lexicon, clusters: &mut Clusters) -> Self {
        let mut all = Vec::with_capacity(clusters.all.len());
        let Clusters { all: names, index, .. } = clusters;
        for (id, cluster) in names.iter().enumerate() {
            let mut words = Vec::new();
            for role in cluster.roles.iter().take(MOST_ROLES) {
                role_words(lexicon, role.of(text), &mut words);
            }
            // The Harbour Board is "the board".
            words.extend(cluster.name.of(text).split_whitespace().last().filter(|_| cluster.organisation).map(word));
            words.iter().for_each(|&word| index.add(Way::Role, word, id));
            all.push(words);
        }
        Self { lexicon, words: all }
    }

    /// The language's words.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// Whom a description means: everyone whom it fits, by how well it does (100 and more) and how present they are
    /// (`salience`, of those in mind).
    pub fn antecedents(
        &self,
        (noun, description): (&Noun, &Description),
        owner: Option<usize>,
        (clusters, referents): (&Clusters, &[Referent]),
        in_mind: impl Iterator<Item = usize>,
        salience: impl Fn(usize) -> f32,
    ) -> Ranking {
        let head = description.head;
        let mut ranking = Ranking::default();
        let present = in_mind.map(|id| (id, true));
        let holders = clusters.index.of(Way::Role, head).iter().map(|&id| (id, false));
        for (id, present) in present.chain(holders) {
            let Some(referent) = referents.get(id).filter(|referent| fits(referent, noun)) else { continue };
            let matched = match self.words.get(id) {
                Some(words) if noun.owner.is_none() => {
                    let matched = match_role(words, description);
                    // "the drafting committee" is another than the Platform Committee.
                    matched.filter(|&score| referent.number == Number::One || score >= 2.0)
                }
                Some(_) => None,
                // "his wife" is another than "her wife"; "the campaign" may be anybody's.
                None if noun.owner.is_some() && referent.owner != owner => None,
                None => (referent.head == head).then_some(2.0),
            };
            // "the prime minister of Lund" is no foreign minister who comes later.
            let later = id < self.words.len() && referent.salience == 0.0;
            if let Some(matched) = matched.filter(|&matched| !later || matched >= 2.0) {
                ranking.add(id, matched * 100.0 + if present { salience(id) } else { 1.0 });
            }
        }
        ranking
    }
}

/// How well the words of a description fit the roles of a name.
fn match_role(words: &[Word], description: &Description) -> Option<f32> {
    let Description { head, synonyms, said, .. } = description;
    let base = match () {
        () if words.contains(head) => 2.0,
        () if synonyms.iter().any(|other| words.contains(other)) => 1.6,
        () => return None,
    };
    let shared = said.iter().filter(|&word| words.contains(word)).count();
    let foreign = said.len() - shared;
    let former = words.contains(&PAST) != said.contains(&PAST);
    Some(base + shared as f32 - 0.7 * foreign as f32 - if former { 1.0 } else { 0.0 }).filter(|&score| score >= 1.2)
}

fn fits(referent: &Referent, noun: &Noun) -> bool {
    let gender = noun.gender == Gender::Unknown || referent.gender == Gender::Unknown || noun.gender == referent.gender;
    let number = match referent.number {
        Number::One => !noun.plural && noun.personal,
        Number::Many => noun.plural,
        Number::Body => !noun.plural && noun.class.has(Class::COLLECTIVE | Class::ORGANISATION),
        Number::Thing => !noun.plural && !noun.personal,
    };
    gender && number
}

/// Adds the words of a role that tell something.
fn role_words(lexicon: &Lexicon, role: &str, words: &mut Vec<Word>) {
    const EMPTY: Class = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION).or(Class::COORDINATOR);
    for part in role.split_whitespace() {
        let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
        let class = lexicon.look_up(bare).class;
        if bare.len() < 2 || class.has(EMPTY) {
            continue;
        }
        if class.has(Class::PAST_OFFICE) {
            words.push(PAST);
        }
        // "Sen." is a senator.
        let short = class.has(Class::ABBREVIATION);
        let full = short.then(|| lexicon.synonyms(&bare.to_lowercase())).flatten();
        words.push(word(full.unwrap_or(bare)));
    }
}
