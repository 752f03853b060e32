//! Words for days, months and years.

use super::dates::{self, Date, When};
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

impl<'a> Clock<'a> {
    /// The time that begins at an atom, with one past its last. Reads a preposition that bounds it ("after the June 12
    /// summit", "since Monday") and one that a month or year alone needs ("in June").
    pub fn time_at(self, at: usize) -> Option<(When, usize)> {
        // Most words are none of these.
        let may = Class::TIME.or(Class::WEEKDAY).or(Class::MONTH).or(Class::PREPOSITION).or(Class::DETERMINER);
        let may = may.or(Class::SUBORDINATOR).or(Class::ADVERB);
        let atom = self.atoms.get(at)?;
        let other = ["last", "past", "previous", "this", "next", "coming", "same", "lately", "early", "late", "mid"];
        let word = self.lower(at);
        if atom.kind != AtomKind::Number && !atom.is(may) && !other.contains(&word.as_str()) {
            return None;
        }
        let before = at.checked_sub(1).map(|before| self.lower(before)).unwrap_or_default();
        // "between January 1 and March 3", "News Sunday", "next Monday"
        if matches!(before.as_str(), "between" | "news" | "next" | "coming") {
            return None;
        }
        match word.as_str() {
            "after" | "since" | "following" => self.within(at + 1).map(|(when, end)| (when.after(), end)),
            "before" | "until" => self.within(at + 1).map(|(when, end)| (when.before(), end)),
            "in" | "during" | "from" => self.in_period(at + 1),
            "early" | "late" | "mid" => self.in_period(at + 1),
            "same" | "that"
                if matches!(self.lower(at + 1).as_str(), "day" | "night" | "evening" | "morning" | "afternoon") =>
            {
                Some((When::SameDay, at + 2))
            }
            "recently" | "lately" => Some((When::Sometime, at + 1)),
            "last" | "past" | "this" | "earlier" => self.relative(at),
            // "next Monday" is no time to have said something.
            "next" | "coming" => None,
            "a" | "an" | "one" | "two" | "three" | "four" | "five" | "six" | "several" => self.ago(at),
            // "USA Today"
            "today" | "tonight" if at > 0 && self.atoms.get(at).is_some_and(|atom| atom.capital) => None,
            "today" | "tonight" => Some((self.published.map_or(When::Unresolved, When::Day), at + 1)),
            "yesterday" => Some((self.days_back(1), at + 1)),
            _ => self.ago(at).or_else(|| self.date(at)).or_else(|| self.clock_time(at)),
        }
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
        let vague = ["early", "late", "mid", "the", "spring", "summer", "autumn", "fall", "winter", "of", "this"];
        let at = (at..at + 3).find(|&i| !vague.contains(&self.lower(i).as_str()))?;
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
        let first = self.lower(at);
        let at = at + usize::from(first == "earlier");
        let which = self.lower(at);
        let last = matches!(which.as_str(), "last" | "past" | "previous");
        if !last && which != "this" {
            return (first == "earlier" && which == "today").then(|| self.time_at(at))?;
        }
        let unit = self.lower(at + 1);
        let Some(published) = self.published else {
            let known = self.unit(&unit) || self.weekday(at + 1).is_some() || self.month(at + 1).is_some();
            return known.then_some((When::Unresolved, at + 2));
        };
        let when = match (unit.as_str(), last) {
            ("night" | "evening", true) => self.days_back(1),
            ("morning" | "afternoon" | "evening", false) => When::Day(published),
            ("week", true) => dates::week_before(published, 1),
            ("month", true) => dates::month_before(published, 1),
            ("year", true) => When::Year(published.year() - 1),
            ("week", false) => dates::week_before(published, 0).after(),
            ("month", false) => dates::month_before(published, 0).after(),
            ("year", false) => When::Year(published.year()).after(),
            ("weekend", _) => self.weekend(),
            _ => match (self.weekday(at + 1), self.month(at + 1)) {
                (Some(day), _) if last => match dates::last_weekday(day, self.published) {
                    When::Day(day) if day == published => dates::days_before(published, 7),
                    when => when,
                },
                (Some(day), _) => dates::last_weekday(day, self.published),
                (_, Some(month)) => dates::last_month_named(month, self.published),
                _ => return None,
            },
        };
        Some((when, at + 2))
    }

    fn unit(self, word: &str) -> bool {
        matches!(
            word.trim_end_matches('s'),
            "day" | "week" | "month" | "year" | "night" | "weekend" | "hour" | "minute"
        )
    }

    /// "three days ago", "a week earlier".
    fn ago(self, at: usize) -> Option<(When, usize)> {
        if self.atoms.get(at + 2).is_none_or(|atom| atom.span.of(self.text) != "ago") {
            return None;
        }
        let unit = self.lower(at + 1);
        if !self.unit(&unit) {
            return None;
        }
        let words = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        let word = self.lower(at);
        let count = match word.as_str() {
            "an" | "one" => Some(1),
            word => words.iter().position(|&known| known == word).map(|n| n as u16 + 1).or_else(|| dates::number(word)),
        };
        let when = match (count, self.published) {
            (Some(count), Some(published)) => match unit.trim_end_matches('s') {
                "hour" | "minute" => When::Day(published),
                "day" | "night" => self.days_back(count),
                "week" => dates::week_before(published, count),
                "month" => dates::month_before(published, count),
                "year" => When::Year(published.year().saturating_sub(i16::try_from(count).unwrap_or(0))),
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
        let word = self.lower(at);
        if !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let half = |word: &str| matches!(word.trim_end_matches('.'), "am" | "pm" | "a.m" | "p.m");
        let end = if half(word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ':')) {
            at + 1
        } else if half(&self.lower(at + 1)) {
            at + 2
        } else {
            return None;
        };
        Some((self.published.map_or(When::Unresolved, When::Day), end))
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

    /// The word at an atom in small letters, without a possessive ending.
    pub fn lower(self, at: usize) -> String {
        lower(self.text, self.atoms.get(at))
    }

    fn month(self, at: usize) -> Option<u8> {
        let atom = self.atoms.get(at).filter(|atom| atom.capital && atom.is(Class::MONTH))?;
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        let word = lower(self.text, Some(atom));
        names.iter().position(|name| word.starts_with(name)).map(|month| month as u8 + 1)
    }

    fn weekday(self, at: usize) -> Option<u8> {
        let atom = self.atoms.get(at).filter(|atom| atom.capital && atom.is(Class::WEEKDAY))?;
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let word = lower(self.text, Some(atom));
        names.iter().position(|name| word.starts_with(name)).map(|day| day as u8)
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

/// A word in small letters, without possessive ending and abbreviation point; empty for marks and quotations.
pub(super) fn lower(text: &str, atom: Option<&Atom>) -> String {
    let Some(atom) = atom.filter(|atom| matches!(atom.kind, AtomKind::Word | AtomKind::Number)) else {
        return String::new();
    };
    let word = atom.span.of(text);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let word = word.trim_end_matches(['\'', '’']);
    // Overlong words are none of ours.
    word.get(..word.len().min(48)).unwrap_or("").to_lowercase()
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
