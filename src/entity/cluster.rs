//! Which names mean the same: full names, last names, first names, short forms, acronyms.

use super::Gender;
use super::form::{Form, Index, Ranking, Way, Word, word};
use super::names::NameMention;
use super::scan::{Event, What};
use crate::lexicon::Lexicon;
use crate::text::Span;

/// All mentions of one name.
#[derive(Debug, Clone, Default)]
pub(super) struct Cluster {
    /// The fullest form.
    pub name: Span,
    form: Form,
    /// It is called by one word throughout.
    pub one_word: bool,
    /// The gender that titles and appositions give.
    pub gender: Gender,
    /// The office of its last title.
    office: Word,
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
    /// How often it is called by its full name, and by its last name alone.
    fulls: u32,
    shorts: u32,
    /// The block where its full name stands first.
    block: usize,
    /// The number of its last mention so far.
    last: Option<usize>,
    /// A form of it with fewer words at its front, and how much more often it occurs.
    plainer: Option<(Span, i32)>,
    /// That form lacks words at its end instead ("Ana Reyes Calls Bo").
    trailing: bool,
}

/// The names of an article, in clusters, and the clusters of each event that is a name, best first.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    pub all: Vec<Cluster>,
    /// By event: whom a name means. More than one: it is a short form that fits them all.
    pub of: Vec<Ranking>,
    pub index: Index,
}

/// The longest name, in words, of which shorter ones may be forms.
const LONGEST: usize = 12;

/// A short form stands at most so many blocks before the full name, as in headline, summary and lead. A name that goes
/// without for longer is another's ("Reyes" throughout, and at the end "his daughter, Ana Reyes").
const SOON: usize = 6;

/// A name in its place.
struct Named<'a> {
    event: usize,
    block: usize,
    speaks: bool,
    name: &'a NameMention,
    form: Form,
}

impl Clusters {
    /// Puts all names into clusters: full ones first, so that a short form finds a full name that comes later.
    #[inline(never)]
    pub fn new(text: &str, lexicon: &Lexicon, events: &[Event]) -> Self {
        let mut names = Vec::new();
        for (event, Event { what, speaks, block, .. }) in events.iter().enumerate() {
            if let What::Name(name) = what {
                names.push(Named {
                    event,
                    block: *block,
                    speaks: *speaks,
                    name,
                    form: Form::new(lexicon, name.name.of(text)),
                });
            }
        }
        let mut clusters = Self { of: vec![Ranking::default(); events.len()], ..Self::default() };
        // "A. Reyes" after all that it may be short for.
        for (abbreviated, length) in (2..=LONGEST).rev().map(|length| (false, length)).chain([(true, 0)]) {
            for named in names.iter().filter(|named| !named.name.weak && !named.name.title_case) {
                let fits = named.form.is_abbreviated() == abbreviated;
                if fits && (named.form.words.len() == length || abbreviated) {
                    clusters.found(text, named);
                }
            }
        }
        // Headlines in capitals come last: they name whom the text names.
        for title_case in [false, true] {
            for (number, named) in names.iter().enumerate().filter(|(_, n)| n.name.title_case == title_case) {
                clusters.place(number, named);
            }
        }
        clusters.all.iter_mut().for_each(Cluster::settle);
        clusters
    }

    /// Finds or makes the cluster of a mention, and lets it learn.
    fn place(&mut self, number: usize, named: &Named<'_>) {
        let Named { name, form, .. } = named;
        let mut found = self.find(named, form, number);
        if found.first().is_none() && name.title_case {
            // "Ana Reyes Calls Bo Okafor": the longest beginning that is a name elsewhere.
            let mut beginning = form.clone();
            while found.first().is_none() && beginning.words.pop().is_some() {
                found = self.find(named, &beginning, number);
            }
        } else if found.first().is_none() && (!name.weak || named.speaks && !name.common) {
            found.add(self.add(named), 1.0);
        }
        let clear = found.second() == 0.0;
        if let Some(cluster) = found.first().and_then(|(id, _)| self.all.get_mut(id)) {
            cluster.last = Some(number);
            cluster.fulls += u32::from(form.words.len() > 1);
            cluster.speaks |= named.speaks;
            if clear {
                cluster.learn(name, form);
            }
        }
        if let Some(slot) = self.of.get_mut(named.event) {
            *slot = found;
        }
    }

    /// Makes a cluster for a full name unless a longer form of it has one.
    fn found(&mut self, text: &str, named: &Named<'_>) {
        let Named { name, form, .. } = named;
        let id = match self.full(name, form) {
            Some(known) => {
                // "Charles E. Grassley" is fuller than "Charles Grassley".
                if let Some(cluster) = self.all.get_mut(known).filter(|c| c.form.words.len() < form.words.len()) {
                    (cluster.form, cluster.name) = (form.clone(), name.name);
                }
                known
            }
            None => self.add(named),
        };
        if let Some(alias) = name.alias {
            self.index.add(Way::Initials, word(alias.of(text)), id);
        }
    }

    /// The cluster of a name of several words: the same, a longer one, or one whose first name it abbreviates.
    fn full(&self, name: &NameMention, form: &Form) -> Option<usize> {
        let exact = self.index.of(Way::Key, form.key(name.organisation || name.outlet)).first().copied();
        exact.or_else(|| self.part_of_longer(form)).or_else(|| {
            let fits = |&&id: &&usize| self.all.get(id).is_some_and(|c| c.form.letter == form.letter && !c.one_word);
            let mut all = self.index.of(Way::Last, *form.words.last()?).iter().filter(fits);
            let only = all.next().filter(|_| form.is_abbreviated())?;
            all.next().is_none().then_some(*only)
        })
    }

    /// "New York Daily News" for "Daily News", "Ana Reyes Soto" for "Ana Reyes".
    fn part_of_longer(&self, form: &Form) -> Option<usize> {
        let words = form.words.as_slice();
        let (first, last) = words.first().zip(words.last())?;
        let both = [self.index.of(Way::Last, *last), self.index.of(Way::First, *first)];
        let mut fits = both.into_iter().flatten().filter(|&&id| {
            self.all.get(id).is_some_and(|cluster| {
                let longer = cluster.form.words.as_slice();
                let within =
                    longer.ends_with(words) || longer.starts_with(words) && !cluster.organisation && !cluster.outlet;
                within && (form.generation == cluster.form.generation || form.generation == 0)
            })
        });
        let fit = *fits.next()?;
        fits.all(|&other| other == fit).then_some(fit)
    }

    fn add(&mut self, named: &Named<'_>) -> usize {
        let Named { name, form, block, .. } = named;
        let id = self.all.len();
        if let [first, middle @ .., last] = form.words.as_slice() {
            self.index.add(Way::Key, form.key(name.organisation || name.outlet), id);
            self.index.add(Way::First, *first, id);
            self.index.add(Way::Last, *last, id);
            if form.generation == 0 {
                self.index.add(Way::Initials, form.initials, id);
            }
            if !form.small && !name.organisation {
                middle.iter().for_each(|&word| self.index.add(Way::Middle, word, id));
            }
        } else if let Some(&only) = form.words.first() {
            self.index.add(Way::Last, only, id);
        }
        self.all.push(Cluster {
            name: name.name,
            form: form.clone(),
            one_word: form.words.len() == 1,
            block: *block,
            organisation: name.organisation,
            outlet: name.outlet,
            ..Cluster::default()
        });
        id
    }

    /// Whom a mention may mean.
    fn find(&self, named: &Named<'_>, form: &Form, number: usize) -> Ranking {
        let name = named.name;
        let mut found = Ranking::default();
        let (Some(&only), length) = (form.words.first(), form.words.len()) else { return found };
        if length > 1 {
            if let Some(known) = self.full(name, form) {
                found.add(known, 1.0);
            }
            return found;
        }
        // A first name, or "Harvard" for "Harvard University"; the first of two last names.
        for way in [Way::Last, Way::Initials, Way::First, Way::Middle] {
            let admits = |&&id: &&usize| {
                self.all.get(id).is_some_and(|cluster| {
                    let soon = cluster.last.is_some() || cluster.block <= named.block + SOON;
                    soon && cluster.admits(name, form, way)
                })
            };
            let fitting = self.index.of(way, only).iter().filter(admits);
            found = self.choose(fitting, number);
            if found.first().is_some() {
                break;
            }
        }
        found
    }

    /// Of several namesakes: the one that the article usually calls so, or else all, the last mentioned first. A relative
    /// who is introduced by full name does not take the last name over ("Bo Reyes ... his wife, Ana Reyes ... Reyes
    /// said").
    fn choose<'i>(&self, ids: impl Iterator<Item = &'i usize> + Clone, number: usize) -> Ranking {
        let weight =
            |id: usize| self.all.get(id).filter(|cluster| cluster.last.is_some()).map_or(0, |c| c.shorts * 2 + c.fulls);
        let mut chosen = Ranking::default();
        let Some(usual) = ids.clone().copied().max_by_key(|&id| (weight(id), std::cmp::Reverse(id))) else {
            return chosen;
        };
        let heaviest = weight(usual);
        if heaviest == 0 {
            // A headline means who is introduced first.
            let first = ids.copied().min_by_key(|&id| self.all.get(id).map_or(usize::MAX, |c| c.name.start));
            first.into_iter().for_each(|id| chosen.add(id, 1.0));
            return chosen;
        }
        for &id in ids {
            // Those not mentioned yet do not count.
            if id == usual || weight(id) > 0 && !(heaviest > 2 * weight(id) && heaviest > 1) {
                let last = self.all.get(id).and_then(|cluster| cluster.last).unwrap_or_default();
                chosen.add(id, 1.0 / (1.0 + number.saturating_sub(last) as f32));
            }
        }
        chosen
    }
}

impl Cluster {
    /// Whether a short form that leads to it may mean it, going by gender, suffix and title.
    fn admits(&self, name: &NameMention, form: &Form, way: Way) -> bool {
        let fits = match way {
            Way::Last => true,
            Way::Initials => name.gender == Gender::Unknown && name.name.len() > 1,
            // "President Xi" is Xi Jinping if that is a president; "Prince Ali" and "his brother Ali" go by first names.
            _ => name.office == 0 || name.office == self.office,
        };
        let gender = name.gender == Gender::Unknown || self.gender == Gender::Unknown || name.gender == self.gender;
        // "Mr. Reyes" is never the Reyes Foundation; a common noun with a capital is a name only where a person has it.
        let personal = name.gender != Gender::Unknown || name.person > 2 || name.common;
        let suffix = form.generation == 0 || form.generation == self.form.generation;
        fits && gender && suffix && !(personal && self.organisation) && !(name.common && self.one_word)
    }

    fn learn(&mut self, name: &NameMention, form: &Form) {
        self.gender = self.gender.or(name.gender);
        self.office = if name.office == 0 { self.office } else { name.office };
        let (mine, theirs) = (self.form.words.as_slice(), form.words.as_slice());
        let short = theirs.len() == 1 && mine.last() == theirs.first();
        // That an article goes on with a last name alone tells of a person, but once.
        self.person += i32::from(name.context) + if short && self.shorts == 0 && !self.one_word { 2 } else { 0 };
        self.base = Some(self.base.map_or(name.person, |base| base.max(name.person)));
        self.shorts += u32::from(short);
        self.organisation |= name.organisation && name.name.len() == self.name.len();
        self.outlet |= name.outlet;
        self.roles.extend(name.title.into_iter().chain(name.apposition));
        // "Crooked Ana Reyes" is no fuller name than "Ana Reyes" if it is the rarer one.
        let prefix = mine.starts_with(theirs);
        if theirs.len() > 1 && (prefix || mine.ends_with(theirs)) && !self.organisation {
            let fuller = theirs.len() == mine.len();
            let (span, more) = self.plainer.get_or_insert((name.name, 0));
            *span = if fuller { *span } else { name.name };
            *more += if fuller { -1 } else { 1 };
            self.trailing |= prefix && !fuller;
        }
    }

    /// Settles what all mentions together tell.
    fn settle(&mut self) {
        let base = i32::from(self.base.unwrap_or_default());
        // However often "a Reyes aide" stands there, Mayor Reyes is a person.
        self.person = (self.person + base).max(if base > 2 { base } else { i32::MIN });
        self.person += i32::from(self.speaks && self.person == 0);
        // "Reyes Soto" is but the last name of "Ana Reyes Soto", where nobody is called "Soto".
        let whole = self.shorts > 0 || self.trailing;
        if let Some((plainer, _)) = self.plainer.filter(|&(_, more)| more > 0 && whole) {
            self.name = plainer;
        }
    }
}
