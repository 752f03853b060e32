//! Which names mean the same: full names, last names, first names, short forms, acronyms.

use super::Gender;
use super::names::NameMention;
use super::scan::{Event, What};
use crate::text::Span;
use std::collections::HashMap;

/// All mentions of one name.
#[derive(Debug, Clone, Default)]
pub(super) struct Cluster {
    /// The fullest form.
    pub name: Span,
    /// Its words, in lower case, without points.
    words: Vec<String>,
    /// It is called by one word throughout.
    pub one_word: bool,
    /// The gender that titles and appositions give.
    pub gender: Gender,
    /// Evidence for a person (above 0) or against it (below 0).
    pub person: i32,
    /// What its own words say of that, in its most personal mention.
    base: Option<i8>,
    /// It is a source.
    pub speaks: bool,
    pub organisation: bool,
    pub outlet: bool,
    /// Titles and appositions, in their order.
    pub roles: Vec<Span>,
    /// How many mentions it has.
    pub count: u32,
    /// How often it is called by its last name alone.
    shorts: u32,
    /// The number of its last mention so far.
    last: usize,
    /// A form of it with fewer words at its front, and how much more often it occurs.
    plainer: Option<(Span, i32)>,
}

/// To whom a name may belong, best first.
#[derive(Debug, Clone, Default)]
pub(super) struct Assignment {
    pub cluster: Option<usize>,
    /// Others that the short form fits as well.
    pub rivals: Vec<usize>,
}

/// More names than this that share a word are not looked at.
const MOST_NAMESAKES: usize = 8;

/// The names of an article, in clusters, and the cluster of each event that is a name.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    pub all: Vec<Cluster>,
    /// By event.
    pub of: Vec<Assignment>,
    by_key: HashMap<String, usize>,
    by_first: HashMap<String, Vec<usize>>,
    by_last: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, Vec<usize>>,
}

impl Clusters {
    /// Puts all names into clusters: full ones first, so that a short form finds a full name that comes later.
    pub fn new(text: &str, events: &[Event]) -> Self {
        let mut clusters = Self::default();
        let names: Vec<(usize, &NameMention, Vec<String>)> = events
            .iter()
            .enumerate()
            .filter_map(|(at, event)| match &event.what {
                What::Name(name) => Some((at, name, words(name.name.of(text)))),
                _ => None,
            })
            .collect();
        clusters.of = vec![Assignment::default(); events.len()];
        let mut full: Vec<usize> = (0..names.len())
            .filter(|&i| names.get(i).is_some_and(|(_, name, words)| words.len() > 1 && !name.weak && !name.title_case))
            .collect();
        full.sort_by_key(|&i| std::cmp::Reverse(names.get(i).map_or(0, |(_, _, words)| words.len())));
        for (_, name, words) in full.iter().filter_map(|&i| names.get(i)) {
            clusters.found(text, name, words);
        }
        // Headlines in capitals come last: they name whom the text names.
        let capitals = |title_case| {
            move |(_, (_, name, _)): &(usize, &(usize, &NameMention, Vec<String>))| name.title_case == title_case
        };
        let numbered = || names.iter().enumerate();
        for (number, (at, name, words)) in numbered().filter(capitals(false)).chain(numbered().filter(capitals(true))) {
            let mut found = clusters.find(name, words, number);
            if found.cluster.is_none() && name.title_case {
                // "Ana Reyes Calls Bo Okafor": the longest beginning that is a name elsewhere.
                let beginnings = (1..=words.len()).rev().filter_map(|end| words.get(..end));
                found = beginnings
                    .map(|words| clusters.find(name, words, number))
                    .find(|found| found.cluster.is_some())
                    .unwrap_or_default();
            } else if found.cluster.is_none() && (!name.weak || events.get(*at).is_some_and(|event| event.speaks)) {
                found.cluster = Some(clusters.add(name, words));
            }
            if let Some(cluster) = found.cluster.and_then(|cluster| clusters.all.get_mut(cluster)) {
                cluster.learn(name, words, number);
                cluster.speaks |= events.get(*at).is_some_and(|event| event.speaks);
            }
            if let Some(slot) = clusters.of.get_mut(*at) {
                *slot = found;
            }
        }
        clusters.all.iter_mut().for_each(Cluster::settle);
        clusters
    }

    /// Makes a cluster for a full name unless a longer form of it has one.
    fn found(&mut self, text: &str, name: &NameMention, words: &[String]) {
        let id = match self.by_key.get(&key(name, words)).copied() {
            Some(known) => {
                // "Charles E. Grassley" is fuller than "Charles Grassley".
                if let Some(cluster) = self.all.get_mut(known).filter(|cluster| cluster.words.len() < words.len()) {
                    (cluster.words, cluster.name) = (words.to_vec(), name.name);
                }
                known
            }
            None => match self.part_of_longer(words) {
                Some(longer) => longer,
                None => self.add(name, words),
            },
        };
        if let Some(alias) = name.alias {
            let alias = alias.of(text).to_lowercase().replace('.', "");
            push_some(&mut self.by_initials, alias, id);
        }
    }

    /// "New York Daily News" for "Daily News", "Ana Reyes Soto" for "Ana Reyes".
    fn part_of_longer(&self, words: &[String]) -> Option<usize> {
        let last = self.by_last.get(words.last()?);
        let first = self.by_first.get(words.first()?);
        let mut fits = last.into_iter().chain(first).flatten().filter(|&&id| {
            self.all.get(id).is_some_and(|cluster| {
                cluster.words.ends_with(words) || cluster.words.starts_with(words) && !cluster.organisation
            })
        });
        let fit = *fits.next()?;
        fits.all(|&other| other == fit).then_some(fit)
    }

    fn add(&mut self, name: &NameMention, words: &[String]) -> usize {
        let id = self.all.len();
        let (first, last) = (words.first(), words.iter().rev().find(|word| !is_generation(word)));
        if words.len() > 1 {
            self.by_key.insert(key(name, words), id);
            push_some(&mut self.by_first, first.cloned().unwrap_or_default(), id);
            let initials: String =
                words.iter().filter(|w| !is_small(w)).filter_map(|word| word.chars().next()).collect();
            if initials.chars().count() > 1 && !words.iter().any(|word| is_generation(word)) {
                push_some(&mut self.by_initials, initials, id);
            }
        }
        push_some(&mut self.by_last, last.cloned().unwrap_or_default(), id);
        self.all.push(Cluster {
            name: name.name,
            words: words.to_vec(),
            one_word: words.len() == 1,
            last: usize::MAX,
            ..Cluster::default()
        });
        id
    }

    /// The cluster of a mention.
    fn find(&self, name: &NameMention, words: &[String], number: usize) -> Assignment {
        let known = |id: Option<usize>| Assignment { cluster: id, rivals: Vec::new() };
        let Some((first, last)) = words.first().zip(words.iter().rev().find(|word| !is_generation(word))) else {
            return Assignment::default();
        };
        if words.len() > 1 {
            let exact = self.by_key.get(&key(name, words)).copied().or_else(|| self.part_of_longer(words));
            if exact.is_some() || words.len() > 2 || !words.last().is_some_and(|word| is_generation(word)) {
                return known(exact);
            }
        }
        let fitting = |ids: Option<&Vec<usize>>| -> Vec<usize> {
            let ids = ids.map_or(&[][..], Vec::as_slice).iter().copied();
            ids.filter(|&id| self.all.get(id).is_some_and(|cluster| cluster.admits(name, words))).collect()
        };
        let lasts = fitting(self.by_last.get(last));
        if !lasts.is_empty() {
            return self.choose(lasts, number);
        }
        if name.name.len() > 1 && name.gender == Gender::Unknown {
            let acronyms = fitting(self.by_initials.get(first));
            if !acronyms.is_empty() {
                return self.choose(acronyms, number);
            }
            // A first name, or "Harvard" for "Harvard University".
            let firsts = fitting(self.by_first.get(first));
            if !firsts.is_empty() && name.title.is_none() {
                return self.choose(firsts, number);
            }
        }
        Assignment::default()
    }

    /// Of several namesakes: the one that the article usually calls so, or else the one mentioned last. A relative who
    /// is introduced by full name does not take the last name over ("Bo Reyes ... his wife, Ana Reyes ... Reyes said").
    fn choose(&self, mut ids: Vec<usize>, number: usize) -> Assignment {
        ids.dedup();
        let weight = |id: usize| match self.all.get(id) {
            Some(cluster) if cluster.last != usize::MAX => cluster.shorts * 2 + cluster.count,
            _ => 0,
        };
        let distance = |id: usize| match self.all.get(id) {
            // Not mentioned yet: nearest first.
            Some(cluster) if cluster.last == usize::MAX => id,
            Some(cluster) => number.saturating_sub(cluster.last),
            None => usize::MAX,
        };
        ids.sort_by_key(|&id| (weight(id) == 0, distance(id)));
        let Some(&usual) = ids.iter().max_by_key(|&&id| weight(id)) else { return Assignment::default() };
        let prevails = |over: usize| weight(usual) > 2 * weight(over) && weight(usual) > 1;
        if ids.iter().all(|&id| id == usual || prevails(id)) {
            return Assignment { cluster: Some(usual), rivals: Vec::new() };
        }
        let rivals = ids.iter().skip(1).copied().filter(|&id| weight(id) > 0 || weight(usual) == 0).collect();
        Assignment { cluster: ids.first().copied(), rivals }
    }
}

impl Cluster {
    /// Whether a short form may mean it, going by gender and suffix.
    fn admits(&self, name: &NameMention, words: &[String]) -> bool {
        let suffix = words.iter().find(|word| is_generation(word));
        let gender = name.gender == Gender::Unknown || self.gender == Gender::Unknown || name.gender == self.gender;
        // "Mr. Reyes" is never the Reyes Foundation.
        let personal = name.gender != Gender::Unknown || name.person > 2;
        gender && suffix.is_none_or(|suffix| self.words.contains(suffix)) && !(personal && self.organisation)
    }

    fn learn(&mut self, name: &NameMention, words: &[String], number: usize) {
        self.gender = self.gender.or(name.gender);
        let short = words.len() == 1 && self.words.len() > 1 && self.words.last() == words.first();
        // That an article goes on with a last name alone tells of a person, but once.
        self.person += i32::from(name.context) + if short && self.shorts == 0 { 2 } else { 0 };
        self.base = Some(self.base.map_or(name.person, |base| base.max(name.person)));
        self.shorts += u32::from(short);
        self.organisation |= name.organisation && name.name.len() == self.name.len();
        self.outlet |= name.outlet;
        self.roles.extend(name.title.into_iter().chain(name.apposition));
        self.count += 1;
        self.last = number;
        // "Crooked Ana Reyes" is no fuller name than "Ana Reyes" if it is the rarer one.
        if words.len() > 1 && self.words.ends_with(words) && !self.organisation {
            let fuller = words.len() == self.words.len();
            let (span, more) = self.plainer.get_or_insert((name.name, 0));
            *span = if fuller { *span } else { name.name };
            *more += if fuller { -1 } else { 1 };
        }
    }

    /// Settles what all mentions together tell.
    fn settle(&mut self) {
        self.person += i32::from(self.base.unwrap_or_default());
        self.person += i32::from(self.speaks && self.person == 0);
        if let Some((plainer, _)) = self.plainer.filter(|&(_, more)| more > 0) {
            self.name = plainer;
        }
    }
}

fn push_some(index: &mut HashMap<String, Vec<usize>>, word: String, id: usize) {
    let ids = index.entry(word).or_default();
    if ids.len() < MOST_NAMESAKES && ids.last() != Some(&id) {
        ids.push(id);
    }
}

/// The words of a name in lower case, without points and possessive endings.
fn words(name: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches([',', '.', '(', ')']).to_lowercase().replace(['.', '’'], "");
    name.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// What full forms of one name share: for people first and last word, and the suffix; else all words.
fn key(name: &NameMention, words: &[String]) -> String {
    if name.organisation || name.outlet || words.iter().any(|word| is_small(word)) {
        return words.join(" ");
    }
    let generation = words.iter().find(|word| is_generation(word)).map_or("", String::as_str);
    let last = words.iter().rev().find(|word| !is_generation(word)).map_or("", String::as_str);
    format!("{} {last} {generation}", words.first().map_or("", String::as_str))
}

fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "for" | "and" | "&" | "on")
}
