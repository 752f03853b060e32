//! Words for days, months and years.

use super::dates::{self, Date, When};
use crate::lexicon::{Class, Sense};
use crate::syntax::{Atom, AtomKind, Reading};

/// Atoms, their text, and the date line that relative words count from.
#[derive(Clone, Copy)]
pub(super) struct Clock<'a> {
    pub text: &'a str,
    pub atoms: &'a [Atom],
    pub published: Option<Date>,
}

// Places in the list `clock` of `settings.txt`.
const AFTER: u8 = 1;
const BEFORE: u8 = 2;
const PERIOD: u8 = 3;
pub(super) const SAME: u8 = 4;
const LAST: u8 = 5;
pub(super) const THIS: u8 = 6;
const EARLIER: u8 = 7;
const NEXT: u8 = 8;
const RECENTLY: u8 = 9;
const YESTERDAY: u8 = 10;
const TODAY: u8 = 11;
const AGO: u8 = 12;

// Places in the list `unit`.
const NIGHT: u8 = 1;
const EVENING: u8 = 2;
const AFTERNOON: u8 = 4;
const WEEKEND: u8 = 5;
const DAY: u8 = 6;
const WEEK: u8 = 7;
const MONTH: u8 = 8;
const YEAR: u8 = 9;
const HOUR: u8 = 10;
const SEASON: u8 = 11;

impl Clock<'_> {
    /// The time that begins at an atom, with one past its last. Reads a preposition that bounds it ("after the June 12
    /// summit", "since Monday") and one that a month or year alone needs ("in June").
    pub fn time_at(self, at: usize) -> Option<(When, usize)> {
        let atom = self.atoms.get(at)?;
        let clock = self.clock(at);
        let number = atom.kind == AtomKind::Number;
        // "between January 1 and March 3", "News Sunday", "next Monday" is no time to have said something.
        if clock == NEXT || self.clock(at.wrapping_sub(1)) == NEXT {
            return None;
        }
        // "in a 2014 interview"
        let medium = |i: usize| self.atoms.get(i).is_some_and(|atom| atom.tells(Sense::MEDIUM));
        if number && (medium(at + 1) || medium(at + 2)) {
            return self.year(at).map(|year| (When::Year(year), at + 1));
        }
        let when = match clock {
            AFTER => return self.within(at + 1).map(|(when, end)| (when.after(), end)),
            // "vor drei Tagen"
            BEFORE if self.unit(at + 2) > 0 && self.value(at + 1, Sense::NUMBER) > 0 => {
                return self.counted(at + 1).map(|when| (when, at + 3));
            }
            BEFORE => return self.within(at + 1).map(|(when, end)| (when.before(), end)),
            PERIOD => return self.in_period(at + 1),
            LAST | THIS | EARLIER => return self.relative(at),
            SAME => {
                let part = self.unit(at + 1);
                return ((NIGHT..=AFTERNOON).contains(&part) || part == DAY).then_some((When::SameDay, at + 2));
            }
            RECENTLY => When::Sometime,
            YESTERDAY => self.days_back(1),
            // "USA Today"
            TODAY if at > 0 && atom.capital => return None,
            TODAY => self.days_back(0),
            _ => {
                let found = self.ago(at).or_else(|| self.date(at)).or_else(|| self.time_of_day(at));
                return found.or_else(|| self.weekend(at));
            }
        };
        Some((when, at + 1))
    }

    /// A full date with its year that begins at an atom: a date line.
    pub fn full_date(self, at: usize) -> Option<(Date, usize)> {
        match self.date(at)? {
            (When::Day(day), end) if self.published.is_none() => Some((day, end)),
            _ => None,
        }
    }

    /// A date behind at most two words of a noun phrase ("the June 12 summit", "Sunday's match").
    fn within(self, at: usize) -> Option<(When, usize)> {
        let stops = Class::PREPOSITION.or(Class::VERB).or(Class::PRONOUN);
        for i in at..at + 4 {
            let found = self.date(i).or_else(|| self.in_period(i)).or_else(|| self.relative(i));
            if found.is_some() {
                return found;
            }
            let atom = self.atoms.get(i)?;
            if !atom.is_word() || atom.is(stops) {
                return None;
            }
        }
        None
    }

    /// A date as written, from its first atom: "2018-07-02", "June 12, 2018", "Friday 24 January", "Monday".
    #[inline(never)]
    fn date(self, at: usize) -> Option<(When, usize)> {
        let atom = self.atoms.get(at)?;
        let number = atom.kind == AtomKind::Number;
        if !number && !(atom.capital && atom.is(Class::WEEKDAY | Class::MONTH)) {
            return None;
        }
        if let Some(day) = dates::day(atom.span.of(self.text)).filter(|_| number) {
            return Some((When::Day(day), at + 1));
        }
        let weekday = self.named(at, Class::WEEKDAY);
        let from = if weekday > 0 { self.past_mark(at + 1) } else { at };
        let behind = self.past_mark(from + 1);
        let (first, second) = (self.named(from, Class::MONTH), self.named(behind, Class::MONTH));
        let (month, day, end) = match (self.day(from), self.day(from + 1)) {
            (_, Some(day)) if first > 0 => (first, day, from + 2),
            (Some(day), _) if second > 0 => (second, day, behind + 1),
            // "June 2018"
            _ if first > 0 && self.year(behind).is_some() => {
                return self.year(behind).map(|year| (When::Month(year, first), behind + 1));
            }
            _ if weekday > 0 => {
                let day = self.published.map(|published| dates::last_weekday(weekday, published));
                return Some((day.map_or(When::Unresolved, When::Day), at + 1));
            }
            _ => return None,
        };
        let year_at = self.past_mark(end);
        match self.year(year_at) {
            Some(year) => Some((When::Day(Date::new(year, month as i8, day as i8).ok()?), year_at + 1)),
            None => Some((dates::last_day_of_year(month, day, self.published)?, end)),
        }
    }

    /// A month or a year by itself, after a preposition.
    fn in_period(self, at: usize) -> Option<(When, usize)> {
        let vague = |i: usize| {
            matches!(self.clock(i), PERIOD | THIS)
                || matches!(self.unit(i), SEASON | YEAR)
                || self.atoms.get(i).is_some_and(|atom| atom.is(Class::DETERMINER | Class::OF))
        };
        let at = (at..at + 3).find(|&i| !vague(i))?;
        if let Some(date) = self.date(at) {
            return Some(date);
        }
        match self.named(at, Class::MONTH) {
            0 => self.year(at).map(|year| (self.decade(at).unwrap_or(When::Year(year)), at + 1)),
            month => Some((self.last_month(month), at + 1)),
        }
    }

    /// "1990s".
    fn decade(self, at: usize) -> Option<When> {
        let all = self.atoms.get(at)?.span.of(self.text).ends_with('s');
        let first = self.year(at).filter(|year| all && year % 10 == 0)?;
        Some(When::Between(Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?))
    }

    /// "over the weekend", „am Wochenende“.
    fn weekend(self, at: usize) -> Option<(When, usize)> {
        let the = self.atoms.get(at.wrapping_sub(1)).is_some_and(|atom| atom.is(Class::THE | Class::PREPOSITION));
        let published = self.published.filter(|_| the && self.unit(at) == WEEKEND)?;
        Some((last_weekend(published), at + 1))
    }

    /// The last such month on or before the date line.
    fn last_month(self, month: u8) -> When {
        self.published.map_or(When::Unresolved, |published| {
            When::Month(published.year() - i16::from(month > published.month() as u8), month)
        })
    }

    /// "last week", "this year", "earlier this month", "last night", "last Tuesday", "last June".
    fn relative(self, at: usize) -> Option<(When, usize)> {
        let earlier = self.clock(at) == EARLIER;
        // "earlier in the week"
        let in_the = earlier && self.clock(at + 1) == PERIOD && self.unit(at + 3) >= DAY;
        let at = at + usize::from(earlier) + usize::from(in_the);
        let last = self.clock(at) == LAST;
        if !last && self.clock(at) != THIS && !in_the {
            return (earlier && self.clock(at) == TODAY).then(|| self.time_at(at))?;
        }
        let (weekday, month) = (self.named(at + 1, Class::WEEKDAY), self.named(at + 1, Class::MONTH));
        let unit = self.unit(at + 1);
        let Some(published) = self.published else {
            return (unit + weekday + month > 0).then_some((When::Unresolved, at + 2));
        };
        let one = u16::from(last);
        let when = match unit {
            NIGHT | EVENING if last => self.days_back(1),
            EVENING..=AFTERNOON | DAY if !last => self.days_back(0),
            WEEK => dates::week_before(published, one),
            MONTH => dates::month_before(published, one),
            YEAR => When::Year(published.year() - one as i16),
            WEEKEND => last_weekend(published),
            _ if weekday > 0 => match dates::last_weekday(weekday, published) {
                day if last && day == published => self.days_back(7),
                day => When::Day(day),
            },
            _ if month > 0 => self.last_month(month),
            _ => return None,
        };
        let whole = matches!(unit, WEEK | MONTH | YEAR);
        Some((if whole && !last { when.after() } else { when }, at + 2))
    }

    /// "three days ago", "a week ago".
    fn ago(self, at: usize) -> Option<(When, usize)> {
        let ago = self.clock(at + 2) == AGO && self.unit(at + 1) > 0;
        ago.then(|| Some((self.counted(at)?, at + 3)))?
    }

    /// So many units back: a number and a unit.
    #[inline(never)]
    fn counted(self, at: usize) -> Option<When> {
        let unit = self.unit(at + 1);
        let atom = self.atoms.get(at)?;
        let spelled = Some(atom.entry.value.into()).filter(|_| atom.tells(Sense::NUMBER));
        let when = match (spelled.or_else(|| dates::number(atom.span.of(self.text))), self.published) {
            (Some(count), Some(published)) => match unit {
                WEEK => dates::week_before(published, count),
                MONTH => dates::month_before(published, count),
                YEAR => When::Year(published.year().saturating_sub(count as i16)),
                DAY | NIGHT => self.days_back(count),
                HOUR.. => self.days_back(0),
                _ => When::Sometime,
            },
            (None, _) => When::Sometime,
            (_, None) => When::Unresolved,
        };
        Some(when)
    }

    /// "4.30pm", "7:52 a.m.": the day of publication.
    fn time_of_day(self, at: usize) -> Option<(When, usize)> {
        let atom = self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        let word = atom.span.of(self.text);
        let next = self.atoms.get(at + 1).is_some_and(|next| next.tells(Sense::HALF));
        let behind = at + 1 + usize::from(next);
        let on = self.atoms.get(behind).is_some_and(|atom| atom.tells(Sense::ON.or(Sense::AT)));
        let day = self.date(behind + usize::from(on));
        let own = ["am", "pm", ".m", ".m."].iter().any(|half| word.ends_with(half));
        // "9am on Wednesday" is Wednesday.
        (next || own).then(|| day.unwrap_or((self.days_back(0), behind)))
    }

    fn days_back(self, count: u16) -> When {
        self.published.map_or(When::Unresolved, |published| When::Day(dates::days_before(published, count)))
    }

    /// Past a comma, or the point of a number ("12. Juni").
    fn past_mark(self, at: usize) -> usize {
        at + usize::from(self.atoms.get(at).is_some_and(|atom| atom.is_mark(',') || atom.is_mark('.')))
    }

    fn clock(self, at: usize) -> u8 {
        self.value(at, Sense::CLOCK)
    }

    fn unit(self, at: usize) -> u8 {
        self.value(at, Sense::UNIT)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn value(self, at: usize, sense: Sense) -> u8 {
        self.atoms.get(at).filter(|atom| atom.tells(sense)).map_or(0, |atom| atom.entry.value)
    }

    /// Which month or weekday a capital word is, from one; 0 for none.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn named(self, at: usize, class: Class) -> u8 {
        self.atoms.get(at).filter(|atom| atom.capital && atom.is(class)).map_or(0, |atom| atom.entry.value)
    }

    /// "12", "12th", "12.".
    #[inline(never)]
    fn day(self, at: usize) -> Option<u8> {
        let atom = self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        let word = atom.span.of(self.text);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '.');
        let ending = word.len() - digits.len();
        dates::number(digits).filter(|day| ending < 3 && (1..=31).contains(day)).map(|day| day as u8)
    }

    #[inline(never)]
    fn year(self, at: usize) -> Option<i16> {
        let atom = self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        let year = dates::number(atom.span.of(self.text).trim_end_matches(['\'', '’', 's']))?;
        (1000..=2999).contains(&year).then_some(year as i16)
    }
}

/// The Saturday and Sunday before the date line, or up to it.
fn last_weekend(published: Date) -> When {
    let (saturday, sunday) = (dates::last_weekday(6, published), dates::last_weekday(7, published));
    if saturday < sunday { When::Between(saturday, sunday) } else { When::Day(saturday) }
}

/// Lines from the top among which the date line is looked for, and the words of which one has at most.
const LINES: usize = 8;
const WORDS: usize = 24;

/// A full date in a short line near the top ("By Lena Ostrow | March 6, 2025", "2025-03-06"), or in a dateline before its
/// dash ("PARIS, March 6, 2025 (Reuters) — ").
pub(super) fn date_line(reading: &Reading<'_>) -> Option<Date> {
    reading.paragraphs.iter().take(LINES).find_map(|paragraph| {
        let atoms = &paragraph.atoms;
        let dash = atoms.iter().take(WORDS).position(|atom| atom.is_mark('—'));
        let sentence = atoms.len() > WORDS || atoms.last().is_some_and(|atom| atom.is_mark('.')) && atoms.len() > 8;
        let until = if sentence { dash? } else { atoms.len() };
        let clock = Clock { text: reading.text, atoms, published: None };
        (0..until).find_map(|at| clock.full_date(at)).map(|(date, _)| date)
    })
}
