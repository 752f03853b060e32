//! Whom a noun means: somebody named before or after, somebody described before, or somebody new.

use super::clause::Part;
use super::cluster::Cluster;
use super::description::Description;
use super::discourse::{BRIDGED, CLEAR_NAMESAKE, Discourse, Meaning};
use super::form::Ranking;
use super::noun::Noun;
use super::pronoun::{Number, Pronoun};
use super::referent::Referent;
use super::scan::Event;
use crate::lexicon::Class;

/// A description fits one person so much better than the next, in points of [`Roles::antecedents`].
const CLEAR_DESCRIPTION: f32 = 60.0;

/// How little present the holder of an office and how much more present another person has to be to make it doubtful who
/// "the senator" is, and the confidence then.
const FADED: f32 = 15.0;
const SHADOW: f32 = 3.0;
const OVERSHADOWED: f32 = 0.45;

/// How present a body has to be for "the company" to mean it, and how sure that is.
const IN_MIND: f32 = 5.0;
const GENERIC: f32 = 0.75;

impl Discourse<'_> {
    /// Whose a noun is.
    pub(super) fn owner(&self, noun: &Noun) -> Option<usize> {
        noun.owner.and_then(|owner| self.meanings.get(owner)).and_then(Meaning::referent)
    }

    pub(super) fn described(&mut self, at: usize, event: &Event, noun: &Noun) -> Meaning {
        let owner = self.owner(noun);
        let known = self.notes.get(at).and_then(|note| note.description.as_ref());
        let new = known.is_none().then(|| Description::new(self.text, self.roles.lexicon(), noun));
        let Some(description) = known.or(new.as_ref()) else { return Meaning::default() };
        let mut related = Ranking::default();
        for &(relation, other, id) in &self.relations {
            if relation == description.head && Some(other) == owner {
                related.add(id, 1.0);
            }
        }
        if related.first().is_some() {
            let confidence = if related.second() > 0.0 { 0.45 } else { 0.9 };
            return Meaning { ranking: related, confidence, ..Meaning::default() };
        }
        if noun.definite {
            let in_mind = self.persons.iter().chain(&self.others).copied();
            let salience = |id| self.salience(id, event);
            let known = (self.clusters, self.referents.as_slice());
            let ranking = self.roles.antecedents((noun, description), owner, known, in_mind, salience);
            let named = ranking.first().is_some_and(|(first, _)| first < self.clusters.all.len());
            if let Some(body) = self.body_in_mind(event, noun, description.outlet).filter(|_| !named) {
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
        referent.head = description.head;
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
    fn body_in_mind(&self, event: &Event, noun: &Noun, outlet: bool) -> Option<usize> {
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
}
