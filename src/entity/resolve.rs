//! From mentions to entities.

use super::cluster::Clusters;
use super::description::Roles;
use super::discourse::{Discourse, Meaning};
use super::scan::{Event, What, event_of, scan};
use super::{Entity, Mention, Resolution, Speaking, kind};
use crate::lexicon::{Class, Lexicon};
use crate::syntax::Reading;
use crate::text::Span;
use crate::vocabulary::{Basis, SourceKind};

/// Below this confidence a pronoun or description is left open, with its candidates: of the names shown at or above it
/// at least 97 in 100 are right.
const LEAST_CONFIDENCE: f32 = 0.5;

/// Readings for gender alone. More than two change little.
const READINGS: usize = 2;

/// How many candidates are named where it is not clear who speaks.
const MOST_CANDIDATES: usize = 3;

/// Says for each utterance who speaks, and lists everyone who does. `speaking` is in the order of the text; an
/// utterance that another contains comes after it.
#[inline(never)]
pub fn resolve(reading: &Reading<'_>, speaking: &[Speaking]) -> (Vec<Entity>, Vec<Option<Resolution>>) {
    let text = reading.text;
    let events = scan(reading, speaking);
    let clusters = Clusters::new(text, &events);
    let roles = Roles::new(text, reading.lexicon, &clusters);
    let mut votes = vec![[0.0; 2]; clusters.all.len()];
    // Pronouns tell genders, and genders tell pronouns: each reading knows what the one before found.
    for _ in 0..READINGS {
        votes = Discourse::read(text, &events, &clusters, &roles, &votes).votes();
    }
    let discourse = Discourse::read(text, &events, &clusters, &roles, &votes);
    let mut register = Register {
        text,
        lexicon: reading.lexicon,
        events: &events,
        clusters: &clusters,
        discourse: &discourse,
        entities: Vec::new(),
        of: vec![None; discourse.referents.len()],
    };
    let mut resolutions: Vec<Option<Resolution>> = Vec::with_capacity(speaking.len());
    for speaking in speaking {
        let resolution = speaking.mention.and_then(|mention| {
            let first_person = is_first_person(reading.lexicon, mention.head.of(text));
            let outer = speaking.parent.and_then(|parent| resolutions.get(parent)).cloned().flatten();
            match first_person {
                // Outside quotations it is the writer who says "I", and says it in an own voice.
                true => outer.map(|outer| Resolution { basis: Basis::Inferred, ..outer }),
                false => register.resolution(mention),
            }
        });
        resolutions.push(resolution);
    }
    (register.entities, resolutions)
}

fn is_first_person(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.look_up(word.split(['\'', '’']).next().unwrap_or("")).class.has(Class::FIRST_PERSON)
}

/// The entities that are sources, as they come up.
struct Register<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    events: &'a [Event],
    clusters: &'a Clusters,
    discourse: &'a Discourse<'a>,
    entities: Vec<Entity>,
    /// The entity of each referent.
    of: Vec<Option<usize>>,
}

impl Register<'_> {
    fn resolution(&mut self, mention: Mention) -> Option<Resolution> {
        let at = event_of(self.events, &mention)?;
        let event = self.events.get(at)?;
        let mut meaning = self.discourse.meanings.get(at)?.clone();
        let pair = self
            .discourse
            .pairs
            .get(&at)
            .filter(|_| self.events.get(at + 1).is_some_and(|e| e.span.end <= mention.span.end));
        if let Some(&pair) = pair {
            meaning = Meaning { referent: Some(pair), confidence: meaning.confidence, rivals: Vec::new() };
        }
        let basis = match event.what {
            What::Name(_) => Basis::Stated,
            What::Noun(_) if meaning.referent.is_some_and(|id| self.first_mention(id) == Some(at)) => Basis::Stated,
            _ => Basis::Inferred,
        };
        let mut resolution = self.named(&meaning);
        resolution.basis = basis;
        if resolution.entity.is_none() && resolution.candidates.is_empty() {
            return None;
        }
        Some(resolution)
    }

    fn first_mention(&self, referent: usize) -> Option<usize> {
        self.discourse.referents.get(referent)?.mentions.first().copied()
    }

    fn named(&mut self, meaning: &Meaning) -> Resolution {
        let sure = meaning.confidence >= LEAST_CONFIDENCE;
        let best = meaning.referent.and_then(|referent| self.entity(referent));
        let mut candidates = Vec::new();
        if !sure {
            candidates.extend(best);
        }
        let room = MOST_CANDIDATES.saturating_sub(candidates.len());
        if meaning.confidence < 0.9 {
            candidates.extend(meaning.rivals.iter().take(room).filter_map(|&rival| self.entity(rival)));
        }
        Resolution { entity: best.filter(|_| sure), basis: Basis::Stated, confidence: meaning.confidence, candidates }
    }

    /// The entity of a referent, made at its first use.
    fn entity(&mut self, referent: usize) -> Option<usize> {
        if let Some(known) = self.of.get(referent).copied().flatten() {
            return Some(known);
        }
        let entity = match self.clusters.all.get(referent) {
            Some(_) => self.name(referent)?,
            None => self.pair(referent).or_else(|| self.description(referent))?,
        };
        self.entities.push(entity);
        let id = self.entities.len() - 1;
        if let Some(slot) = self.of.get_mut(referent) {
            *slot = Some(id);
        }
        Some(id)
    }

    fn mentions(&self, referent: usize) -> Vec<Span> {
        let mentions = self.discourse.referents.get(referent).map_or(&[][..], |referent| &referent.mentions);
        mentions.iter().filter_map(|&at| self.events.get(at)).map(|event| event.span).collect()
    }

    fn name(&self, referent: usize) -> Option<Entity> {
        let cluster = self.clusters.all.get(referent)?;
        let name = cluster.name.of(self.text);
        let gendered = self.discourse.referents.get(referent)?.is_gendered();
        let kind = kind::of_name(cluster, name, gendered);
        let role = cluster.roles.iter().map(|role| role.of(self.text)).find(|role| !self.is_form_of_address(role));
        Some(Entity {
            name: Some(tidy(name)),
            label: None,
            kind,
            role: role.map(tidy),
            mentions: self.mentions(referent),
        })
    }

    /// "Mr." is no role.
    fn is_form_of_address(&self, role: &str) -> bool {
        self.lexicon.look_up(role.trim_end_matches('.')).class.has(Class::ADDRESS)
    }

    fn pair(&self, referent: usize) -> Option<Entity> {
        let members = self.discourse.referents.get(referent).map(|referent| &referent.members)?;
        let names =
            members.iter().filter_map(|&member| self.clusters.all.get(member)).map(|c| tidy(c.name.of(self.text)));
        let name = names.collect::<Vec<_>>().join(&format!(" {} ", self.lexicon.and()));
        let kind = SourceKind::PersonNamed;
        (!name.is_empty()).then(|| Entity {
            name: Some(name),
            label: None,
            kind,
            role: None,
            mentions: self.mentions(referent),
        })
    }

    fn description(&self, referent: usize) -> Option<Entity> {
        let first = self.events.get(self.first_mention(referent)?)?;
        let What::Noun(noun) = &first.what else { return None };
        let core = noun.core.of(self.text);
        let kind = kind::of_noun(noun);
        let label = tidy(first.span.of(self.text));
        let named = kind == SourceKind::Institution
            && core.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
        let name = named.then(|| tidy(core));
        Some(Entity {
            label: Some(label).filter(|_| !named),
            name,
            kind,
            role: None,
            mentions: self.mentions(referent),
        })
    }
}

/// Words as they stand in the text, with line ends and runs of spaces as one space.
fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
