//! The article as a sequence of mentions: who is in the reader's mind, and whom a mention means.

use super::Gender;
use super::clause::Part;
use super::cluster::{Cluster, Clusters};
use super::description::Roles;
use super::form::{Ranking, word};
use super::noun::Noun;
use super::pronoun::{Number, Pronoun};
use super::referent::Referent;
use super::scan::{Event, What};
use crate::lexicon::{Class, Sense};

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

/// A source that is a pronoun means the last source more often than another subject.
const LAST_SPEAKER: f32 = 1.2;

/// Who answers is seldom the one who spoke last.
const ANSWERS_ONESELF: f32 = 0.7;

/// Everything that was mentioned, as far as the article was read.
pub(super) struct Discourse<'a> {
    text: &'a str,
    clusters: &'a Clusters,
    roles: &'a Roles,
    /// The first ones are the clusters of names, in their order.
    pub referents: Vec<Referent>,
    /// By event.
    pub meanings: Vec<Meaning>,
    /// Persons and others, last mentioned first.
    persons: Vec<usize>,
    others: Vec<usize>,
    /// Who spoke last, outside quotation marks.
    last_speaker: Option<usize>,
    /// The last sentence that has a person as subject, and the last with one in a clause that hangs on another.
    subject_in: usize,
    person_in: usize,
}

impl<'a> Discourse<'a> {
    /// Reads the events in their order. `votes` are those of an earlier reading.
    pub fn read(text: &'a str, events: &[Event], clusters: &'a Clusters, roles: &'a Roles, votes: &[[f32; 2]]) -> Self {
        let mut discourse = Self {
            text,
            clusters,
            roles,
            referents: Vec::with_capacity(clusters.all.len()),
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
            What::Name(name) => match self.named(at, event, name.gender) {
                // "Law said", where nobody has that name.
                Meaning { ranking, .. } if ranking.first().is_none() && event.speaks => {
                    let noun = Noun::unknown(self.text, self.roles.lexicon(), event.span, event.head);
                    self.described(at, event, &noun)
                }
                meaning => meaning,
            },
            What::Noun(Noun { named: Some(name), gender, .. }) => self.named(*name, event, *gender),
            What::Noun(noun) => self.described(at, event, noun),
            What::Pronoun(pronoun) => self.pronoun(event, *pronoun),
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
    fn join(&mut self, events: &[Event], at: usize, event: &Event) {
        let Some((first, before)) = at.checked_sub(1).and_then(|first| Some((first, events.get(first)?))) else {
            return;
        };
        let between = self.text.get(before.span.end..event.span.start).unwrap_or("");
        let joined = between.trim_start_matches(',').trim();
        if !self.roles.lexicon().look_up(joined).class.has(Class::JOINING) || before.quoted != event.quoted {
            return;
        }
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

    fn add(&mut self, referent: Referent) -> usize {
        self.referents.push(referent);
        self.referents.len() - 1
    }

    fn described(&mut self, at: usize, event: &Event, noun: &Noun) -> Meaning {
        let owner = noun.owner.and_then(|owner| self.meanings.get(owner)).and_then(Meaning::referent);
        if noun.definite {
            let in_mind = self.persons.iter().chain(&self.others);
            let salient: Vec<(usize, f32)> = in_mind.map(|&id| (id, self.salience(id, event))).collect();
            let known = (self.clusters, self.referents.as_slice());
            let ranking = self.roles.antecedents(self.text, noun, owner, known, &salient);
            let named = ranking.first().is_some_and(|(first, _)| first < self.clusters.all.len());
            if let Some(body) = self.body_in_mind(event, noun).filter(|_| !named) {
                let mut ranking = Ranking::default();
                ranking.add(body, 1.0);
                return Meaning { ranking, confidence: GENERIC, ..Meaning::default() };
            }
            if let Some((first, score)) = ranking.first() {
                let clear = score - ranking.second() > CLEAR_DESCRIPTION;
                let confidence = if !clear {
                    0.6
                } else if noun.personal && !noun.plural && self.is_overshadowed(first, event, noun) {
                    OVERSHADOWED
                } else {
                    0.93
                };
                return Meaning { ranking, confidence, ..Meaning::default() };
            }
        }
        let number = match () {
            () if noun.class.has(Class::COLLECTIVE) => Number::Body,
            () if !noun.personal => Number::Thing,
            () if noun.plural => Number::Many,
            () => Number::One,
        };
        let mut referent = Referent { owner, described_at: Some(at), ..Referent::new(number, noun.gender) };
        referent.head = word(event.head.of(self.text));
        let points = noun.definite && noun.owner.is_none() && event.part == Part::Subject && !event.quoted;
        referent.bridges = points && number == Number::One && self.bridge(event, noun);
        // "A spokesman said": of the body in mind.
        let speaks_for = noun.class.has(Class::SPOKESPERSON) && !noun.plural && noun.owner.is_none();
        let body = speaks_for.then(|| self.most_present(event, false)).flatten();
        let mut ranking = Ranking::default();
        ranking.add(self.add(referent), 1.0);
        Meaning { ranking, body, confidence: 0.95, ..Meaning::default() }
    }

    /// "the company", "the paper": the body of that kind which the reader has in mind, if it is one alone.
    fn body_in_mind(&self, event: &Event, noun: &Noun) -> Option<usize> {
        let outlet = self.roles.lexicon().look_up(event.head.of(self.text)).sense.has(Sense::OUTLET);
        if !noun.first.has(Class::THE)
            || noun.plural
            || noun.owner.is_some()
            || !(outlet || noun.class.has(Class::FIRM))
        {
            return None;
        }
        self.most_present(event, outlet)
    }

    /// The organisation, or the outlet, that the reader has in mind, if it is one alone.
    fn most_present(&self, event: &Event, outlet: bool) -> Option<usize> {
        let mut ranking = Ranking::default();
        for &id in &self.others {
            let body = |c: &Cluster| if outlet { c.outlet } else { !c.outlet && (c.organisation || c.speaks) };
            let fits = self.clusters.all.get(id).is_some_and(body);
            if fits && self.referents.get(id).is_some_and(|referent| referent.number == Number::Body) {
                ranking.add(id, self.salience(id, event));
            }
        }
        ranking
            .first()
            .filter(|&(_, salience)| salience > IN_MIND && ranking.share() > CLEAR_NAMESAKE)
            .map(|(id, _)| id)
    }

    /// Whether another person of whom no role is known stands between the article and the holder of an office: "the
    /// senator" after a paragraph about Okafor may be Okafor.
    fn is_overshadowed(&self, holder: usize, event: &Event, noun: &Noun) -> bool {
        if holder >= self.clusters.all.len() {
            return false;
        }
        let mine = self.salience(holder, event);
        let pronoun = Pronoun { number: Number::One, gender: noun.gender, possessive: false, object: false };
        self.persons.iter().any(|&id| {
            let other = self.clusters.all.get(id).zip(self.referents.get(id));
            let may = other.is_some_and(|(cluster, referent)| cluster.roles.is_empty() && referent.takes(pronoun));
            id != holder && may && mine < FADED && self.salience(id, event) > SHADOW * mine.max(1.0)
        })
    }

    /// "The former banker" right after "Reyes": a new description of the one person the reader has in mind. It does not
    /// name anybody, since it may be somebody else, but it keeps that person in mind.
    fn bridge(&mut self, event: &Event, noun: &Noun) -> bool {
        let pronoun = Pronoun { number: Number::One, gender: noun.gender, possessive: false, object: false };
        let mut ranking = Ranking::default();
        for id in self.candidates(event, pronoun).ids().filter(|&id| id < self.clusters.all.len()) {
            // Someone whose office is known is less likely to be described anew.
            let known = self.clusters.all.get(id).is_some_and(|cluster| !cluster.roles.is_empty());
            ranking.add(id, self.weight(id, event, pronoun) * if known { 0.75 } else { 1.0 });
        }
        let Some((best, salience)) = ranking.first() else { return false };
        let bridges = salience > 20.0 && ranking.share() > CLEAR_NAMESAKE;
        if let Some(referent) = self.referents.get_mut(best).filter(|_| bridges) {
            referent.salience = referent.salience.max(80.0);
            referent.sure = referent.sure.min(BRIDGED);
            (referent.sentence, referent.block) = (event.sentence, event.block);
        }
        bridges
    }

    /// How present someone is at an event.
    fn salience(&self, id: usize, event: &Event) -> f32 {
        self.referents.get(id).map_or(0.0, |referent| referent.left(event))
    }

    /// Whom a pronoun may mean.
    fn candidates(&self, event: &Event, pronoun: Pronoun) -> Ranking {
        let list = if pronoun.number == Number::One { &self.persons } else { &self.others };
        let mut ranking = Ranking::default();
        for &id in list {
            if self.referents.get(id).is_some_and(|referent| referent.takes(pronoun)) {
                ranking.add(id, self.weight(id, event, pronoun));
            }
        }
        ranking
    }

    fn pronoun(&mut self, event: &Event, pronoun: Pronoun) -> Meaning {
        let ranking = self.candidates(event, pronoun);
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

    fn weight(&self, id: usize, event: &Event, pronoun: Pronoun) -> f32 {
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
            Part::Object | Part::Predicate => 40.0,
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

/// How present a body has to be for "the company" to mean it, and how sure that is.
const IN_MIND: f32 = 5.0;
const GENERIC: f32 = 0.75;

/// A last name that two people have means the one who leads by this much.
const CLEAR_NAMESAKE: f32 = 0.62;

/// A description fits one person so much better than the next, in points of [`Roles::antecedents`].
const CLEAR_DESCRIPTION: f32 = 60.0;

/// How little present the holder of an office and how much more present another person has to be to make it doubtful who
/// "the senator" is, and the confidence then.
const FADED: f32 = 15.0;
const SHADOW: f32 = 3.0;
const OVERSHADOWED: f32 = 0.45;

/// How sure it is that "which" means a name that nothing shows to be a body's.
const UNSPEAKING: f32 = 0.45;

/// How sure it is that "they" or "it" in somebody's words means a body named outside.
const IN_WORDS: f32 = 0.45;

/// How sure a pronoun is after a description that may be somebody else's.
const BRIDGED: f32 = 0.8;

/// How much more likely someone is meant by a pronoun that means them in the same sentence.
const AGAIN: f32 = 1.5;

/// How much less likely "they" means a company than several people.
const BODY_AS_THEY: f32 = 0.4;

/// How much less likely "it" means what is more likely a person.
const PERSON_AS_IT: f32 = 0.3;

fn remember(list: &mut Vec<usize>, id: usize) {
    if let Some(known) = list.iter().position(|&known| known == id) {
        list.remove(known);
    }
    list.insert(0, id);
    list.truncate(MOST_IN_MIND);
}
