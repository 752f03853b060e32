//! The article as a sequence of mentions: who is in the reader's mind, and whom a pronoun means.

use super::Gender;
use super::clause::Part;
use super::cluster::Clusters;
use super::description::Roles;
use super::noun::Noun;
use super::pronoun::{Number, Pronoun};
use super::scan::{Event, What};
use crate::lexicon::Class;
use std::collections::HashMap;

/// Someone or something that the article speaks of. The first ones are the clusters of names, in their order.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    /// What pronoun it takes.
    pub number: Number,
    pub gender: Gender,
    /// It may be meant by "he" or "she".
    pub personal: bool,
    /// The nouns that were used for it, in lower case; names have none.
    pub heads: Vec<String>,
    /// Whose it is ("his wife", "the firm's director").
    pub owner: Option<usize>,
    /// Who they are, where they are two.
    pub members: Vec<usize>,
    /// Its mentions without pronouns, as events.
    pub mentions: Vec<usize>,
    /// How present it was at its last mention.
    salience: f32,
    /// The sentence and block of its last mention.
    sentence: usize,
    block: usize,
    /// Pronouns that seem to mean it: "he", "she".
    votes: [f32; 2],
    /// The same of an earlier reading.
    before: [f32; 2],
    /// A description of someone named before, most likely.
    bridges: bool,
}

/// Whom a mention means.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    pub referent: Option<usize>,
    pub confidence: f32,
    /// Others, best first.
    pub rivals: Vec<usize>,
}

/// How many are kept in mind: more would make each pronoun cost more and are never meant.
const MOST_IN_MIND: usize = 12;

/// What is left of a referent's salience a sentence later, and a paragraph later.
const SENTENCE_DECAY: f32 = 0.6;
const BLOCK_DECAY: f32 = 0.9;

/// A source that is a pronoun means the last source more often than another subject.
const LAST_SPEAKER: f32 = 1.2;

/// Everything that was mentioned, as far as the article was read.
pub(super) struct Discourse<'a> {
    text: &'a str,
    clusters: &'a Clusters,
    roles: &'a Roles,
    pub referents: Vec<Referent>,
    /// By event.
    pub meanings: Vec<Meaning>,
    /// Two names joined by "and", by the event of the first.
    pub pairs: HashMap<usize, usize>,
    /// Persons and others, last mentioned first.
    persons: Vec<usize>,
    others: Vec<usize>,
    /// Who spoke last, outside quotation marks.
    last_speaker: Option<usize>,
    /// The last sentence that has a subject.
    subject_in: usize,
}

impl<'a> Discourse<'a> {
    /// Reads the events in their order. `votes` are those of an earlier reading.
    pub fn read(text: &'a str, events: &[Event], clusters: &'a Clusters, roles: &'a Roles, votes: &[[f32; 2]]) -> Self {
        let referents = clusters.all.iter().zip(votes).map(|(cluster, &votes)| {
            let gendered = cluster.gender != Gender::Unknown || votes.iter().any(|&votes| votes > 1.0);
            let personal = cluster.person > 0 || gendered && cluster.person >= -2;
            // One word that nothing is known of may be a person or a company.
            let number = if personal && cluster.person > 1 { Number::One } else { Number::Body };
            Referent { before: votes, ..Referent::new(number, cluster.gender, personal) }
        });
        let mut discourse = Self {
            text,
            clusters,
            roles,
            referents: referents.collect(),
            meanings: Vec::with_capacity(events.len()),
            pairs: HashMap::new(),
            persons: Vec::new(),
            others: Vec::new(),
            last_speaker: None,
            subject_in: 0,
        };
        for (at, event) in events.iter().enumerate() {
            let meaning = discourse.meaning(events, at, event);
            if let Some(referent) = meaning.referent {
                discourse.touch(referent, at, event);
            }
            discourse.meanings.push(meaning);
            discourse.join(events, at, event);
        }
        discourse
    }

    /// How often "he" and "she" seem to mean each cluster.
    pub fn votes(&self) -> Vec<[f32; 2]> {
        self.referents.iter().take(self.clusters.all.len()).map(|referent| referent.votes).collect()
    }

    fn meaning(&mut self, events: &[Event], at: usize, event: &Event) -> Meaning {
        match &event.what {
            What::Name(_) => self.named(at),
            What::Noun(Noun { named: Some(name), .. }) => self.named(*name),
            What::Noun(noun) => self.described(event, noun),
            What::Pronoun(pronoun) => self.pronoun(event, *pronoun),
            What::Relative { personal } => self.relative(events, at, event, *personal),
        }
    }

    fn named(&self, at: usize) -> Meaning {
        let assigned = self.clusters.of.get(at).cloned().unwrap_or_default();
        let confidence = if assigned.rivals.is_empty() { 0.98 } else { 0.6 };
        Meaning { referent: assigned.cluster, confidence, rivals: assigned.rivals }
    }

    /// "who" means the last person or group of the sentence before it, "which" the last of anything else.
    fn relative(&self, events: &[Event], at: usize, event: &Event, personal: bool) -> Meaning {
        let fits = |&before: &usize| {
            let same = events.get(before).is_some_and(|before| {
                before.sentence == event.sentence
                    && before.part != Part::Possessive
                    && !matches!(before.what, What::Pronoun(_))
            });
            let referent = self.meanings.get(before).and_then(|meaning| self.referents.get(meaning.referent?));
            same && referent.is_some_and(|r| personal == matches!(r.number, Number::One | Number::Many))
        };
        let antecedent = (at.saturating_sub(5)..at).rev().find(fits).and_then(|before| self.meanings.get(before));
        antecedent
            .map_or_else(Meaning::default, |found| Meaning { confidence: found.confidence.min(0.95), ..found.clone() })
    }

    /// "Reyes and Okafor": the two of them are somebody too.
    fn join(&mut self, events: &[Event], at: usize, event: &Event) {
        let Some((first, before)) = at.checked_sub(1).and_then(|first| Some((first, events.get(first)?))) else {
            return;
        };
        let between = self.text.get(before.span.end..event.span.start).unwrap_or("");
        let joined = between.trim_start_matches(',').trim();
        if !self.roles.lexicon.look_up(joined).class.has(Class::JOINING) || before.quoted != event.quoted {
            return;
        }
        let person = |at: usize| {
            let id = self.meanings.get(at).and_then(|meaning| meaning.referent);
            id.filter(|&id| id < self.clusters.all.len() && self.referents.get(id).is_some_and(|r| r.personal))
        };
        if let (Some(one), Some(other)) = (person(first), person(at)) {
            let mut pair = Referent::new(Number::Many, Gender::Unknown, false);
            pair.members = vec![one, other];
            self.referents.push(pair);
            self.pairs.insert(first, self.referents.len() - 1);
            self.touch(self.referents.len() - 1, first, event);
        }
    }

    fn described(&mut self, event: &Event, noun: &Noun) -> Meaning {
        let owner = noun.owner.and_then(|owner| self.meanings.get(owner)).and_then(|meaning| meaning.referent);
        let (best, rivals) = match noun.definite {
            true => self.roles.antecedent(self.text, noun, owner, self.in_mind(event), &self.referents),
            false => (None, Vec::new()),
        };
        if let Some((referent, confidence)) = best {
            return Meaning { referent: Some(referent), confidence, rivals };
        }
        let number = match () {
            () if noun.class.has(Class::COLLECTIVE) => Number::Body,
            () if !noun.personal => Number::Thing,
            () if noun.plural => Number::Many,
            () => Number::One,
        };
        let mut referent = Referent::new(number, noun.gender, number == Number::One);
        referent.heads.push(event.head.of(self.text).to_lowercase());
        referent.owner = owner;
        if noun.definite
            && noun.owner.is_none()
            && number == Number::One
            && event.part == Part::Subject
            && !event.quoted
        {
            referent.bridges = self.bridge(event, noun);
        }
        self.referents.push(referent);
        Meaning { referent: Some(self.referents.len() - 1), confidence: 0.95, rivals }
    }

    /// "The former banker" right after "Reyes": a new description of the one person the reader has in mind. It does not
    /// name anybody, since it may be somebody else, but it keeps that person in mind.
    fn bridge(&mut self, event: &Event, noun: &Noun) -> bool {
        let pronoun = Pronoun { number: Number::One, gender: noun.gender, possessive: false, object: false };
        let fits =
            |&&id: &&usize| id < self.clusters.all.len() && self.referents.get(id).is_some_and(|r| r.takes(pronoun));
        let weigh = |&id: &usize| (id, self.weight(id, event, pronoun));
        let Some((best, salience)) = self.persons.iter().filter(fits).map(weigh).max_by(|a, b| a.1.total_cmp(&b.1))
        else {
            return false;
        };
        let bridges = salience > 20.0;
        if let Some(referent) = self.referents.get_mut(best).filter(|_| bridges) {
            referent.salience = referent.salience.max(80.0);
            (referent.sentence, referent.block) = (event.sentence, event.block);
        }
        bridges
    }

    /// Everyone in mind, with their salience at an event.
    fn in_mind(&self, event: &Event) -> impl Iterator<Item = (usize, f32)> {
        self.persons.iter().chain(&self.others).map(|&id| (id, self.salience(id, event)))
    }

    fn salience(&self, id: usize, event: &Event) -> f32 {
        let Some(referent) = self.referents.get(id) else { return 0.0 };
        let sentences = event.sentence.saturating_sub(referent.sentence).min(30);
        let blocks = event.block.saturating_sub(referent.block).min(30);
        referent.salience * SENTENCE_DECAY.powi(sentences as i32) * BLOCK_DECAY.powi(blocks as i32)
    }

    fn pronoun(&mut self, event: &Event, pronoun: Pronoun) -> Meaning {
        let list = if pronoun.number == Number::One { &self.persons } else { &self.others };
        let fits = |&id: &usize| self.referents.get(id).is_some_and(|referent| referent.takes(pronoun));
        let mut fitting: Vec<(usize, f32)> =
            list.iter().copied().filter(fits).map(|id| (id, self.weight(id, event, pronoun))).collect();
        fitting.sort_by(|a, b| b.1.total_cmp(&a.1));
        let Some(&(best, first)) = fitting.first() else { return Meaning::default() };
        let second = fitting.get(1).map_or(0.0, |&(_, weight)| weight);
        let share = first / (first + second).max(f32::MIN_POSITIVE);
        let known = self.referents.get(best).is_some_and(|referent| referent.likeness(pronoun.gender) > 0.9);
        let near = (first / 40.0).min(1.0);
        let confidence = (0.45 + 0.5 * share * near + if known { 0.04 } else { 0.0 }).min(0.97);
        self.vote(best, pronoun, event, share);
        let rivals = fitting.iter().skip(1).map(|&(id, _)| id).collect();
        Meaning { referent: Some(best), confidence, rivals }
    }

    fn weight(&self, id: usize, event: &Event, pronoun: Pronoun) -> f32 {
        let Some(referent) = self.referents.get(id) else { return 0.0 };
        let gender = referent.likeness(pronoun.gender);
        let kind = match self.clusters.all.get(id) {
            Some(cluster) if cluster.person < 3 && referent.personal => {
                if cluster.one_word {
                    0.6
                } else {
                    0.85
                }
            }
            Some(_) => 1.0,
            None if referent.bridges => 0.3,
            None => 0.7,
        };
        let speaker = if event.speaks && self.last_speaker == Some(id) { LAST_SPEAKER } else { 1.0 };
        self.salience(id, event) * gender * kind * speaker
    }

    /// Takes a pronoun as evidence of gender, the more the clearer it is whom it means.
    fn vote(&mut self, id: usize, pronoun: Pronoun, event: &Event, share: f32) {
        if event.quoted || pronoun.number != Number::One {
            return;
        }
        let weight = if share > 0.8 { 1.0 } else { 0.4 };
        if let Some(referent) = self.referents.get_mut(id) {
            match pronoun.gender {
                Gender::Masculine => referent.votes[0] += weight,
                Gender::Feminine => referent.votes[1] += weight,
                Gender::Unknown => {}
            }
        }
    }

    fn touch(&mut self, id: usize, at: usize, event: &Event) {
        let pronoun = matches!(event.what, What::Pronoun(_));
        let noun = matches!(event.what, What::Noun(_));
        if event.quoted && (pronoun || noun && !event.speaks) || noun && event.part == Part::Predicate {
            return;
        }
        let first = event.part == Part::Subject && !event.quoted && self.subject_in != event.sentence;
        if first {
            self.subject_in = event.sentence;
        }
        let weight: f32 = match event.part {
            _ if event.quoted => 10.0,
            Part::Subject if event.speaks => 110.0,
            Part::Subject if first => 100.0,
            Part::Subject => 85.0,
            Part::Possessive => 45.0,
            Part::Object | Part::Predicate => 40.0,
        };
        let left = self.salience(id, event);
        let Some(referent) = self.referents.get_mut(id) else { return };
        referent.salience = weight.max(left) + 0.2 * weight.min(left);
        (referent.sentence, referent.block) = (event.sentence, event.block);
        if !pronoun {
            referent.mentions.push(at);
        }
        if event.speaks && !event.quoted {
            self.last_speaker = Some(id);
        }
        if referent.personal {
            remember(&mut self.persons, id);
        }
        if referent.number != Number::One {
            remember(&mut self.others, id);
        }
    }
}

fn remember(list: &mut Vec<usize>, id: usize) {
    list.retain(|&known| known != id);
    list.insert(0, id);
    list.truncate(MOST_IN_MIND);
}

impl Referent {
    fn new(number: Number, gender: Gender, personal: bool) -> Self {
        Self {
            number,
            gender,
            personal,
            heads: Vec::new(),
            owner: None,
            members: Vec::new(),
            mentions: Vec::new(),
            salience: 0.0,
            sentence: 0,
            block: 0,
            votes: [0.0; 2],
            before: [0.0; 2],
            bridges: false,
        }
    }

    /// Whether anything shows it to be a man or a woman.
    pub fn is_gendered(&self) -> bool {
        self.gender != Gender::Unknown || self.before.iter().any(|&votes| votes > 1.0)
    }

    /// How well a gender fits: wholly where the article states it, a little less where nothing is known, and in between
    /// by what the article's pronouns seem to say.
    fn likeness(&self, gender: Gender) -> f32 {
        const UNKNOWN: f32 = 0.85;
        const DOUBT: f32 = 0.7;
        let [he, she] = self.before;
        match gender {
            Gender::Unknown => 1.0,
            _ if self.gender != Gender::Unknown => 1.0,
            Gender::Masculine => (he + DOUBT * UNKNOWN) / (he + she + DOUBT),
            Gender::Feminine => (she + DOUBT * UNKNOWN) / (he + she + DOUBT),
        }
    }

    fn takes(&self, pronoun: Pronoun) -> bool {
        let number = match pronoun.number {
            Number::One => self.personal,
            Number::Many => matches!(self.number, Number::Many | Number::Body),
            Number::Body | Number::Thing => matches!(self.number, Number::Body | Number::Thing),
        };
        number && (pronoun.gender == Gender::Unknown || self.gender == Gender::Unknown || self.gender == pronoun.gender)
    }
}
