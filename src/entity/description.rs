//! "the senator", "the former teacher", "the company": whom a definite description means.

use super::Gender;
use super::cluster::Clusters;
use super::discourse::Referent;
use super::noun::Noun;
use super::pronoun::Number;
use crate::lexicon::{Class, Lexicon};
use crate::text::Span;
use std::collections::HashMap;

/// What titles and appositions say of the names, by word.
pub(super) struct Roles {
    pub lexicon: &'static Lexicon,
    /// Of each cluster, the words of its roles.
    words: Vec<Vec<String>>,
    /// Clusters by a word of their roles.
    by_word: HashMap<String, Vec<usize>>,
}

/// More holders of an office than this are not told apart.
const MOST_HOLDERS: usize = 8;

impl Roles {
    pub fn new(text: &str, lexicon: &'static Lexicon, clusters: &Clusters) -> Self {
        let mut roles = Self { lexicon, words: Vec::with_capacity(clusters.all.len()), by_word: HashMap::new() };
        for (id, cluster) in clusters.all.iter().enumerate() {
            let mut words: Vec<String> =
                cluster.roles.iter().take(MOST_HOLDERS).flat_map(|role| role_words(lexicon, role.of(text))).collect();
            words.extend(
                cluster.name.of(text).split_whitespace().last().filter(|_| cluster.organisation).map(str::to_lowercase),
            );
            words.sort_unstable();
            words.dedup();
            for word in &words {
                let ids = roles.by_word.entry(word.clone()).or_default();
                if ids.len() < MOST_HOLDERS {
                    ids.push(id);
                }
            }
            roles.words.push(words);
        }
        roles
    }

    /// Whom a description means, with confidence, and who else it may be.
    pub fn antecedent(
        &self,
        text: &str,
        noun: &Noun,
        owner: Option<usize>,
        in_mind: impl Iterator<Item = (usize, f32)>,
        referents: &[Referent],
    ) -> (Option<(usize, f32)>, Vec<usize>) {
        let head = noun.head.of(text).to_lowercase();
        let said: Vec<String> = role_words(self.lexicon, Span::new(noun.core.start, noun.head.start).of(text));
        let mut scored: Vec<(usize, f32)> = Vec::new();
        let holders = self.by_word.get(&head).into_iter().flatten().map(|&id| (id, 1.0));
        for (id, salience) in in_mind.chain(holders) {
            let Some(referent) = referents.get(id).filter(|referent| fits(referent, noun)) else { continue };
            if scored.iter().any(|&(known, _)| known == id) {
                continue;
            }
            let matched = match self.words.get(id) {
                Some(words) if noun.owner.is_none() => self.match_role(words, &head, &said),
                Some(_) => None,
                // "his wife" is another than "her wife"; "the campaign" may be anybody's.
                None if noun.owner.is_some() && referent.owner != owner => None,
                None => referent.heads.contains(&head).then_some(2.0),
            };
            if let Some(matched) = matched {
                scored.push((id, matched * 100.0 + salience));
            }
        }
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        let rivals: Vec<usize> = scored.iter().skip(1).map(|&(id, _)| id).collect();
        let best = scored.first().map(|&(id, first)| {
            let second = scored.get(1).map_or(0.0, |&(_, second)| second);
            (id, if first - second > 60.0 { 0.93 } else { 0.6 })
        });
        (best, rivals)
    }

    /// How well the words of a description fit the roles of a name.
    fn match_role(&self, words: &[String], head: &str, said: &[String]) -> Option<f32> {
        let holds = |word: &str| words.iter().any(|known| known == word);
        let base = match () {
            () if holds(head) => 2.0,
            () if self.lexicon.synonyms(head).is_some_and(|words| words.split(':').any(holds)) => 1.6,
            () => return None,
        };
        let shared = said.iter().filter(|word| holds(word)).count();
        let foreign = said.len() - shared;
        let is_past = |word: &String| self.lexicon.look_up(word).class.has(Class::PAST_OFFICE);
        let former = words.iter().any(is_past) != said.iter().any(is_past);
        Some(base + shared as f32 - 0.7 * foreign as f32 - if former { 1.0 } else { 0.0 }).filter(|&score| score >= 1.2)
    }
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

/// The words of a role that tell something.
fn role_words(lexicon: &Lexicon, role: &str) -> Vec<String> {
    const EMPTY: Class = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PREPOSITION).or(Class::COORDINATOR);
    let bare = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace(['\'', '’'], "");
        // "Sen." is a senator.
        match lexicon.synonyms(&word).filter(|_| lexicon.look_up(&word).class.has(Class::ABBREVIATION)) {
            Some(full) => full.to_owned(),
            None => word,
        }
    };
    let tells = |word: &String| word.len() > 1 && !lexicon.look_up(word).class.has(EMPTY);
    role.split_whitespace().map(bare).filter(tells).collect()
}
