//! Words for days, months and years.

use super::dates::{self, Date, When};
use super::words::{Word, word};
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind, Reading};

/// Atoms, their text, and the date line that relative words count from.
#[derive(Clone, Copy)]
pub(super) struct Clock<'a> {
    pub text: &'a str,
    pub atoms: &'a [Atom],
    pub published: Option<Date>,
}

/// A date as written: what of it is given.
#[derive(Default)]
struct Written {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
}

/// Units of time, by their places.
const UNITS: &str = "night evening morning afternoon weekend day week month year hour minute";
const NIGHT: usize = 0;
const EVENING: usize = 1;
const AFTERNOON: usize = 3;
const WEEKEND: usize = 4;
const DAY: usize = 5;
const WEEK: usize = 6;
const MONTH: usize = 7;
const YEAR: usize = 8;
const HOUR: usize = 9;

impl<'a> Clock<'a> {
    /// The time that begins at an atom, with one past its last. Reads a preposition that bounds it ("after the June 12
    /// summit", "since Monday") and one that a month or year alone needs ("in June").
    pub fn time_at(self, at: usize) -> Option<(When, usize)> {
        // Most words are none of these.
        let may = Class::TIME.or(Class::WEEKDAY).or(Class::MONTH).or(Class::PREPOSITION).or(Class::DETERMINER);
        let may = may.or(Class::SUBORDINATOR).or(Class::ADVERB);
        let atom = self.atoms.get(at)?;
        let word = self.word(at);
        let other = "last past previous this next coming same lately early late mid";
        if atom.kind != AtomKind::Number && !atom.is(may) && !word.is_any(other) {
            return None;
        }
        // "between January 1 and March 3", "News Sunday", "next Monday" is no time to have said something.
        let before = at.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
        if before.is_any("between news next coming") || word.is_any("next coming") {
            return None;
        }
        if word.is_any("after since following") {
            return self.within(at + 1).map(|(when, end)| (when.after(), end));
        }
        if word.is_any("before until") {
            return self.within(at + 1).map(|(when, end)| (when.before(), end));
        }
        if word.is_any("in during from early late mid") {
            return self.in_period(at + 1);
        }
        if word.is_any("same that") && self.word(at + 1).is_any("day night evening morning afternoon") {
            return Some((When::SameDay, at + 2));
        }
        if word.is_any("last past this earlier") {
            return self.relative(at);
        }
        let simple = match word.find("recently lately yesterday today tonight") {
            Some(0 | 1) => When::Sometime,
            Some(2) => self.days_back(1),
            // "USA Today"
            Some(_) if at > 0 && atom.capital => return None,
            Some(_) => self.days_back(0),
            None => return self.ago(at).or_else(|| self.date(at)).or_else(|| self.clock_time(at)),
        };
        Some((simple, at + 1))
    }

    /// A full date with its year that begins at an atom: a date line.
    pub fn full_date(self, at: usize) -> Option<(Date, usize)> {
        let (written, end) = self.written(at)?;
        Some((dates::civil(written.year?, written.month?.into(), written.day?.into())?, end))
    }

    /// A date behind at most two words of a noun phrase ("the June 12 summit", "Sunday's match").
    fn within(self, at: usize) -> Option<(When, usize)> {
        let opener = |i: usize| self.atoms.get(i).is_some_and(|a| a.is(Class::DETERMINER | Class::POSSESSIVE));
        (at..at + 4)
            .take_while(|&i| i == at || (at..i).all(|before| opener(before) || self.plain(before)))
            .find_map(|i| self.date(i).or_else(|| self.in_period(i)).or_else(|| self.relative(i)))
    }

    fn plain(self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|a| a.is_word() && !a.is(Class::PREPOSITION | Class::VERB | Class::PRONOUN))
    }

    fn date(self, at: usize) -> Option<(When, usize)> {
        let (written, end) = self.written(at)?;
        let when = match written {
            Written { year: Some(year), month: Some(month), day: Some(day), .. } => {
                When::Day(dates::civil(year, month.into(), day.into())?)
            }
            Written { year: None, month: Some(month), day: Some(day), .. } => {
                dates::last_day_of_year(month, day, self.published)?
            }
            Written { year: Some(year), month: Some(month), day: None, .. } => When::Month(year as i16, month as i8),
            Written { weekday: Some(weekday), .. } => dates::last_weekday(weekday, self.published),
            _ => return None,
        };
        Some((when, end))
    }

    /// A month or a year by itself, after a preposition.
    fn in_period(self, at: usize) -> Option<(When, usize)> {
        let vague = "early late mid the spring summer autumn fall winter of this";
        let at = (at..at + 3).find(|&i| !self.word(i).is_any(vague))?;
        if let Some((when, end)) = self.date(at) {
            return Some((when, end));
        }
        if let Some(month) = self.month(at) {
            return Some((dates::last_month_named(month, self.published), at + 1));
        }
        self.year(at).map(|year| (When::Year(year as i16), at + 1))
    }

    /// "last week", "this year", "earlier this month", "last night", "last Tuesday", "last June".
    fn relative(self, at: usize) -> Option<(When, usize)> {
        let earlier = self.word(at).is("earlier");
        let at = at + usize::from(earlier);
        let last = self.word(at).is_any("last past previous");
        if !last && !self.word(at).is("this") {
            return (earlier && self.word(at).is("today")).then(|| self.time_at(at))?;
        }
        let named = (self.weekday(at + 1), self.month(at + 1));
        let unit = self.word(at + 1).find(UNITS);
        let Some(published) = self.published else {
            return (unit.is_some() || named != (None, None)).then_some((When::Unresolved, at + 2));
        };
        let when = match (unit, last) {
            (Some(NIGHT | EVENING), true) => self.days_back(1),
            (Some(EVENING..=AFTERNOON), false) => When::Day(published),
            (Some(WEEK), _) => dates::week_before(published, u16::from(last)),
            (Some(MONTH), _) => dates::month_before(published, u16::from(last)),
            (Some(YEAR), _) => When::Year(published.year() - i16::from(last)),
            (Some(WEEKEND), _) => self.weekend(),
            _ => match named {
                (Some(day), _) => match dates::last_weekday(day, self.published) {
                    When::Day(day) if last && day == published => dates::days_before(published, 7),
                    when => when,
                },
                (_, Some(month)) => dates::last_month_named(month, self.published),
                _ => return None,
            },
        };
        let whole = matches!(unit, Some(WEEK | MONTH | YEAR));
        Some((if whole && !last { when.after() } else { when }, at + 2))
    }

    /// "three days ago", "a week ago".
    fn ago(self, at: usize) -> Option<(When, usize)> {
        if !self.word(at + 2).is("ago") {
            return None;
        }
        let unit = Word(self.word(at + 1).0.trim_end_matches('s')).find(UNITS)?;
        let word = self.word(at);
        let spelled = word.find("a two three four five six seven eight nine ten").map(|at| at as u16 + 1);
        let count = if word.is_any("an one") { Some(1) } else { spelled.or_else(|| dates::number(word.0)) };
        let when = match (count, self.published) {
            (Some(count), Some(published)) => match unit {
                WEEK => dates::week_before(published, count),
                MONTH => dates::month_before(published, count),
                YEAR => When::Year(published.year().saturating_sub(i16::try_from(count).unwrap_or(0))),
                DAY | NIGHT => self.days_back(count),
                HOUR.. => self.days_back(0),
                _ => When::Sometime,
            },
            (None, _) => When::Sometime,
            (_, None) => When::Unresolved,
        };
        Some((when, at + 3))
    }

    /// "4.30pm", "7:52 a.m.": the day of publication.
    fn clock_time(self, at: usize) -> Option<(When, usize)> {
        self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        let half = |word: &str| Word(word.trim_end_matches('.')).is_any("am pm a.m p.m");
        let end = if half(self.word(at).0.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ':')) {
            at + 1
        } else if half(self.word(at + 1).0) {
            at + 2
        } else {
            return None;
        };
        Some((self.days_back(0), end))
    }

    fn weekend(self) -> When {
        let (sunday, saturday) = (dates::last_weekday(6, self.published), dates::last_weekday(5, self.published));
        match (saturday, sunday) {
            (When::Day(saturday), When::Day(sunday)) if saturday < sunday => When::Between(saturday, sunday),
            (saturday, _) => saturday,
        }
    }

    fn days_back(self, count: u16) -> When {
        self.published.map_or(When::Unresolved, |published| dates::days_before(published, count))
    }

    /// A date as written, from its first atom: "2018-07-02", "June 12, 2018", "Friday 24 January", "Monday".
    fn written(self, at: usize) -> Option<(Written, usize)> {
        if let Some(date) = self.atoms.get(at).and_then(|atom| dates::day(atom.span.of(self.text))) {
            let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
            return Some((Written { year: Some(year), month: Some(month), day: Some(day), weekday: None }, at + 1));
        }
        let mut written = Written { weekday: self.weekday(at), ..Written::default() };
        let mut end = at;
        if written.weekday.is_some() {
            end = self.past_comma(at + 1);
        }
        let (first, second) = (self.month(end), self.day(end));
        if let (Some(month), Some(day)) = (first, self.day(end + 1)) {
            (written.month, written.day, end) = (Some(month), Some(day), end + 2);
        } else if let (Some(day), Some(month)) = (second, self.month(end + 1)) {
            (written.month, written.day, end) = (Some(month), Some(day), end + 2);
        } else if let (Some(month), Some(year)) = (first, self.year(self.past_comma(end + 1))) {
            (written.month, written.year) = (Some(month), Some(year));
            return Some((written, self.past_comma(end + 1) + 1));
        } else {
            return written.weekday.map(|_| (written, at + 1));
        }
        let year_at = self.past_comma(end);
        if let Some(year) = self.year(year_at) {
            (written.year, end) = (Some(year), year_at + 1);
        }
        Some((written, end))
    }

    fn past_comma(self, at: usize) -> usize {
        at + usize::from(self.atoms.get(at).is_some_and(|atom| atom.is_mark(',')))
    }

    /// The word at an atom, without a possessive ending.
    pub fn word(self, at: usize) -> Word<'a> {
        word(self.text, self.atoms.get(at))
    }

    fn month(self, at: usize) -> Option<u8> {
        self.named(at, Class::MONTH, "jan feb mar apr may jun jul aug sep oct nov dec").map(|month| month + 1)
    }

    fn weekday(self, at: usize) -> Option<u8> {
        self.named(at, Class::WEEKDAY, "mon tue wed thu fri sat sun")
    }

    /// Which of these a capital word of a class begins with.
    fn named(self, at: usize, class: Class, names: &str) -> Option<u8> {
        let atom = self.atoms.get(at).filter(|atom| atom.capital && atom.is(class))?;
        Word(atom.span.of(self.text).get(..3)?).find(names).map(|at| at as u8)
    }

    /// "12", "12th".
    fn day(self, at: usize) -> Option<u8> {
        let atom = self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        let word = atom.span.of(self.text);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let ordinal = word.get(digits.len()..).is_some_and(|rest| ["", "st", "nd", "rd", "th"].contains(&rest));
        dates::number(digits).filter(|&day| ordinal && (1..=31).contains(&day)).map(|day| day as u8)
    }

    fn year(self, at: usize) -> Option<u16> {
        let atom = self.atoms.get(at).filter(|atom| atom.kind == AtomKind::Number)?;
        dates::number(atom.span.of(self.text)).filter(|year| (1000..=2999).contains(year))
    }
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
