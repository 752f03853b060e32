//! The article as a sequence of mentions: who is in the reader's mind, and whom a mention means.

use super::Gender;
use super::apart::TOLD_OF;
use super::clause::Part;
use super::cluster::Clusters;
use super::description::Roles;
use super::form::{Ranking, Word};
use super::note::Note;
use super::noun::Noun;
use super::pronoun::{Number, Pronoun};
use super::referent::Referent;
use super::scan::{Event, What};
use crate::steps::pause;

/// Whom a mention means.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Meaning {
    /// As referents, best first.
    pub ranking: Ranking,
    pub confidence: f32,
    /// It counts as a mention of the first.
    pub counts: bool,
    /// The body whose spokesperson it most likely is, as a referent.
    pub body: Option<usize>,
    /// The pair that it closes ("Reyes and Okafor"), as a referent.
    pub pair: Option<usize>,
}

impl Meaning {
    /// Whom it means most likely, as a referent.
    pub fn referent(&self) -> Option<usize> {
        self.ranking.first().map(|(id, _)| id)
    }
}

/// How many are kept in mind: more would make each pronoun cost more and are never meant.
const MOST_IN_MIND: usize = 12;

/// Events that are read in a step.
const IN_A_STEP: usize = 16;

/// A source that is a pronoun means the last source more often than another subject.
const LAST_SPEAKER: f32 = 1.2;

/// Who answers is seldom the one who spoke last.
const ANSWERS_ONESELF: f32 = 0.7;

/// Everything that was mentioned, as far as the article was read.
pub(super) struct Discourse<'a> {
    pub(super) text: &'a str,
    /// By event.
    pub(super) notes: &'a [Note],
    pub(super) clusters: &'a Clusters,
    pub(super) roles: &'a Roles,
    /// The first ones are the clusters of names, in their order.
    pub referents: Vec<Referent>,
    /// Who is whose what ("her sister, Ana Reyes"): the noun, and both as referents.
    pub(super) relations: Vec<(Word, usize, usize)>,
    /// By event.
    pub meanings: Vec<Meaning>,
    /// Persons and others, last mentioned first.
    pub(super) persons: Vec<usize>,
    pub(super) others: Vec<usize>,
    /// Who spoke last, outside quotation marks.
    last_speaker: Option<usize>,
    /// The last sentence that has a person as subject, and the last with one in a clause that hangs on another.
    subject_in: usize,
    person_in: usize,
}

impl<'a> Discourse<'a> {
    /// Reads the events in their order, some in a step. `votes` are those of an earlier reading.
    pub async fn read(
        text: &'a str,
        (events, notes): (&[Event], &'a [Note]),
        clusters: &'a Clusters,
        roles: &'a Roles,
        votes: &[[f32; 2]],
    ) -> Self {
        let mut discourse = Self {
            text,
            notes,
            clusters,
            roles,
            referents: Vec::with_capacity(clusters.all.len() + events.len() / 4),
            relations: Vec::new(),
            meanings: Vec::with_capacity(events.len()),
            persons: Vec::new(),
            others: Vec::new(),
            last_speaker: None,
            subject_in: 0,
            person_in: 0,
        };
        for (cluster, &votes) in clusters.all.iter().zip(votes) {
            discourse.referents.push(Referent::named(cluster, votes));
        }
        for (at, event) in events.iter().enumerate() {
            let mut meaning = discourse.meaning(events, at, event);
            if let Some(referent) = meaning.referent() {
                meaning.counts = discourse.touch(referent, event, meaning.confidence);
            }
            discourse.meanings.push(meaning);
            discourse.join(at, event);
            if at % IN_A_STEP == 0 {
                pause().await;
            }
        }
        discourse
    }

    /// How often "he" and "she" seem to mean each cluster.
    pub fn votes(&self) -> Vec<[f32; 2]> {
        self.referents.iter().take(self.clusters.all.len()).map(|referent| referent.votes).collect()
    }

    #[inline(never)]
    fn meaning(&mut self, events: &[Event], at: usize, event: &Event) -> Meaning {
        match &event.what {
            What::Name(name) => match self.named(at, event, name.gender) {
                // "Law said", where nobody has that name.
                Meaning { ranking, .. } if ranking.first().is_none() && event.speaks => {
                    let noun = Noun::unknown(self.text, self.roles.lexicon(), event.span, event.head);
                    self.described(at, event, &noun)
                }
                meaning => meaning,
            },
            What::Noun(noun @ Noun { named: Some(name), gender, .. }) => {
                let meaning = self.named(*name, event, *gender);
                if let (Some(owner), Some(id)) = (self.owner(noun), meaning.referent()) {
                    let head = self.notes.get(at).and_then(|note| note.description.as_ref()).map(|words| words.head);
                    self.relations.push((head.unwrap_or_default(), owner, id));
                }
                meaning
            }
            What::Noun(noun) => self.described(at, event, noun),
            What::Pronoun(pronoun) => self.pronoun(events, at, event, *pronoun),
            What::Relative { personal, inanimate } => self.relative(events, at, event, (*personal, *inanimate)),
        }
    }

    /// A name that fits several means the one whom the reader has in mind, if that is one alone.
    fn named(&self, at: usize, event: &Event, gender: Gender) -> Meaning {
        let assigned = self.clusters.of.get(at).copied().unwrap_or_default();
        if assigned.second() == 0.0 {
            return Meaning { ranking: assigned, confidence: 0.98, ..Meaning::default() };
        }
        let mut ranking = Ranking::default();
        for id in assigned.ids() {
            let likeness = self.referents.get(id).map_or(0.0, |referent| referent.likeness(gender, event.sentence));
            ranking.add(id, (self.salience(id, event) + 1.0) * likeness);
        }
        let confidence = if ranking.share() > CLEAR_NAMESAKE { 0.85 } else { 0.45 };
        Meaning { ranking, confidence, ..Meaning::default() }
    }

    /// "who" means the last person or group of the sentence before it, "which" the last of anything else.
    fn relative(&self, events: &[Event], at: usize, event: &Event, (personal, inanimate): (bool, bool)) -> Meaning {
        for before in (at.saturating_sub(5)..at).rev() {
            let Some((known, meaning)) = events.get(before).zip(self.meanings.get(before)) else { continue };
            let other = known.sentence != event.sentence || known.part == Part::Possessive;
            if other || matches!(known.what, What::Pronoun(_)) {
                continue;
            }
            let referent = meaning.referent().and_then(|id| self.referents.get(id));
            let fits = |number| if matches!(number, Number::One | Number::Many) { personal } else { inanimate };
            if referent.is_some_and(|referent| fits(referent.number)) {
                let cluster = meaning.referent().and_then(|id| self.clusters.all.get(id));
                // "a sign in Lund, which read": a place or a work with a name says nothing.
                let thing = cluster.is_some_and(|c| !personal && !c.organisation && !c.outlet && !c.speaks);
                let most = if thing { UNSPEAKING } else { 0.95 };
                return Meaning { confidence: meaning.confidence.min(most), pair: None, ..*meaning };
            }
        }
        Meaning::default()
    }

    /// "Reyes and Okafor": the two of them are somebody too.
    #[inline(never)]
    fn join(&mut self, at: usize, event: &Event) {
        let joined = self.notes.get(at).is_some_and(|note| note.joined);
        let Some(first) = at.checked_sub(1).filter(|_| joined) else { return };
        let person = |at: usize| {
            let id = self.meanings.get(at).and_then(Meaning::referent);
            id.filter(|&id| id < self.clusters.all.len() && self.referents.get(id).is_some_and(|r| r.personal))
        };
        if let (Some(one), Some(other)) = (person(first), person(at)) {
            let pair =
                self.add(Referent { members: Some((one, other)), ..Referent::new(Number::Many, Gender::Unknown) });
            self.touch(pair, event, 1.0);
            // Neither of two who are named in one breath comes before the other.
            let most = self.salience(one, event).max(self.salience(other, event));
            for id in [one, other] {
                if let Some(referent) = self.referents.get_mut(id) {
                    (referent.salience, referent.sentence, referent.block) = (most, event.sentence, event.block);
                }
            }
            if let Some(meaning) = self.meanings.get_mut(at) {
                meaning.pair = Some(pair);
            }
        }
    }

    pub(super) fn add(&mut self, referent: Referent) -> usize {
        self.referents.push(referent);
        self.referents.len() - 1
    }

    /// How present someone is at an event.
    pub(super) fn salience(&self, id: usize, event: &Event) -> f32 {
        self.referents.get(id).map_or(0.0, |referent| referent.left(event))
    }

    /// Whom a pronoun may mean.
    pub(super) fn candidates(&self, event: &Event, pronoun: Pronoun) -> Ranking {
        let list = if pronoun.number == Number::One { &self.persons } else { &self.others };
        let mut ranking = Ranking::default();
        for &id in list {
            if self.referents.get(id).is_some_and(|referent| referent.takes(pronoun)) {
                ranking.add(id, self.weight(id, event, pronoun));
            }
        }
        ranking
    }

    fn pronoun(&mut self, events: &[Event], at: usize, event: &Event, pronoun: Pronoun) -> Meaning {
        let told = self.told_of(events, event);
        let apart = self.relative_of(at).or_else(|| self.acts_on(events, at, pronoun));
        let mut ranking = Ranking::default();
        for (id, weight) in self.candidates(event, pronoun).all() {
            if apart != Some(id) {
                ranking.add(id, if told.ids().any(|other| other == id) { weight * TOLD_OF } else { weight });
            }
        }
        let Some((best, first)) = ranking.first() else { return Meaning::default() };
        let share = ranking.share();
        let near = (first / 40.0).min(1.0);
        let known = self.referents.get(best);
        let gendered = known.is_some_and(|referent| referent.likeness(pronoun.gender, event.sentence) > 0.9);
        let confidence = (0.45 + 0.5 * share * near + if gendered { 0.04 } else { 0.0 }).min(0.97);
        let mut confidence = confidence.min(known.map_or(0.0, |referent| referent.sure));
        // "They say" in somebody's words means people at large as often as the last company.
        if event.quoted && known.is_some_and(|referent| referent.number == Number::Body) {
            confidence = confidence.min(IN_WORDS);
        }
        self.vote(best, pronoun, event, share);
        Meaning { ranking, confidence, ..Meaning::default() }
    }

    pub(super) fn weight(&self, id: usize, event: &Event, pronoun: Pronoun) -> f32 {
        let Some(referent) = self.referents.get(id) else { return 0.0 };
        let speaker = match event.speaks && self.last_speaker == Some(id) {
            true if event.answers => ANSWERS_ONESELF,
            true => LAST_SPEAKER,
            false => 1.0,
        };
        let body = match pronoun.number {
            Number::Many if referent.number == Number::Body => BODY_AS_THEY,
            Number::Thing if referent.personal => PERSON_AS_IT,
            _ => 1.0,
        };
        let kind = if referent.bridges { 0.3 } else { referent.kind };
        // "Asked about her plans, she": the same pronoun in one sentence means the same person.
        let again = referent.lately == Some((pronoun.gender, event.sentence)) && pronoun.number == Number::One;
        let kind = if again { kind * AGAIN } else { kind };
        referent.left(event) * referent.likeness(pronoun.gender, event.sentence) * kind * speaker * body
    }

    /// Takes a pronoun as evidence of gender, the more the clearer it is whom it means.
    fn vote(&mut self, id: usize, pronoun: Pronoun, event: &Event, share: f32) {
        if event.quoted || pronoun.number != Number::One {
            return;
        }
        let weight = 2.0 * share - 1.0;
        if let Some(referent) = self.referents.get_mut(id) {
            referent.lately = Some((pronoun.gender, event.sentence));
            match pronoun.gender {
                Gender::Masculine => referent.votes[0] += weight,
                Gender::Feminine => referent.votes[1] += weight,
                Gender::Unknown => {}
            }
        }
    }

    /// Brings someone to mind; whether it counts as a mention.
    fn touch(&mut self, id: usize, event: &Event, sure: f32) -> bool {
        let pronoun = matches!(event.what, What::Pronoun(_));
        let noun = matches!(event.what, What::Noun(_));
        if event.quoted && (pronoun || noun && !event.speaks) || noun && event.part == Part::Predicate {
            return false;
        }
        let Some(referent) = self.referents.get_mut(id) else { return false };
        if referent.personal && matches!(event.what, What::Pronoun(Pronoun { number: Number::Thing, .. })) {
            return false;
        }
        let first = self.subject_in != event.sentence;
        let alone = first && self.person_in != event.sentence && referent.personal;
        let weight: f32 = match event.part {
            _ if event.quoted => 10.0,
            Part::Subject if event.speaks => 110.0,
            Part::Subject if first => 100.0,
            Part::Subject => 85.0,
            Part::Subordinate if first => 85.0,
            Part::Subordinate => 60.0,
            // Where no person is the subject, the sentence is about another: "In the van was Reyes, a welder."
            Part::Predicate if alone && !noun => 85.0,
            Part::Object if alone => 65.0,
            Part::Possessive => 45.0,
            Part::Modifier => 15.0,
            Part::Object | Part::Fronted | Part::Predicate => 40.0,
        };
        let left = referent.left(event);
        referent.salience = weight.max(left) + 0.2 * weight.min(left);
        referent.sure = sure;
        (referent.sentence, referent.block) = (event.sentence, event.block);
        if event.speaks && !event.quoted {
            self.last_speaker = Some(id);
        }
        let (personal, several) = (referent.personal, referent.number != Number::One);
        let subject = personal && !event.quoted;
        if subject && event.part == Part::Subject {
            self.subject_in = event.sentence;
        }
        if subject && event.part == Part::Subordinate {
            self.person_in = event.sentence;
        }
        if personal {
            remember(&mut self.persons, id);
        }
        if several {
            remember(&mut self.others, id);
        }
        !pronoun
    }
}

/// A last name that two people have means the one who leads by this much.
pub(super) const CLEAR_NAMESAKE: f32 = 0.62;

/// How sure it is that "which" means a name that nothing shows to be a body's.
const UNSPEAKING: f32 = 0.45;

/// How sure it is that "they" or "it" in somebody's words means a body named outside.
const IN_WORDS: f32 = 0.45;

/// How sure a pronoun is after a description that may be somebody else's.
pub(super) const BRIDGED: f32 = 0.8;

/// How much more likely someone is meant by a pronoun that means them in the same sentence.
const AGAIN: f32 = 1.5;

/// How much less likely "they" means a company than several people.
const BODY_AS_THEY: f32 = 0.4;

/// How much less likely "it" means what is more likely a person.
const PERSON_AS_IT: f32 = 0.3;

fn remember(list: &mut Vec<usize>, id: usize) {
    if list.first() == Some(&id) {
        return;
    }
    if let Some(known) = list.iter().position(|&known| known == id) {
        list.remove(known);
    }
    list.insert(0, id);
    list.truncate(MOST_IN_MIND);
}
