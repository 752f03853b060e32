//! Days, months and years: what the calendar and EDTF make of them.

pub use jiff::civil::Date;

/// When something was said, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// On this day.
    Day(Date),
    /// On a day of this month of an unknown year.
    DayOfYear(u8, u8),
    /// In this month.
    Month(i16, u8),
    /// In this year.
    Year(i16),
    /// On one day from this to that, both included.
    Between(Date, Date),
    /// On this day or later.
    From(Date),
    /// On this day or earlier.
    Until(Date),
    /// On the day that the sentence before gives ("the same day").
    SameDay,
    /// A date is given against a date line that is not ("Monday").
    Unresolved,
    /// At some time ("recently").
    Sometime,
}

impl When {
    /// As EDTF level 2. What has no upper bound ends with the day of publication; what has no bound at all and no day of
    /// publication is nothing.
    pub fn edtf(self, published: Option<Date>) -> Option<String> {
        let interval = |first: Option<Date>, last: Option<Date>| {
            let end = |day: Option<Date>| day.map(iso).unwrap_or_default();
            ["[", &end(first), "..", &end(last), "]"].concat()
        };
        let by = |day: Date| published.filter(|&published| published < day).unwrap_or(day);
        Some(match self {
            Self::Day(day) => iso(day),
            Self::DayOfYear(month, day) => ["XXXX", &parts(month, day)].concat(),
            Self::Month(year, month) => year_of(year) + &parts(month, 0),
            Self::Year(year) => year_of(year),
            Self::Between(first, last) if first == last => iso(first),
            Self::Between(first, last) => interval(Some(first), Some(last)),
            Self::From(first) => match published.filter(|&published| published >= first) {
                Some(published) => Self::Between(first, published).edtf(None)?,
                None => interval(Some(first), None),
            },
            Self::Until(last) => interval(None, Some(by(last))),
            // The day that it is the same as is not known.
            Self::Sometime | Self::SameDay => interval(None, Some(published?)),
            Self::Unresolved => return None,
        })
    }

    /// Whether it has no lower bound: the article gives no date.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Until(_) | Self::Sometime | Self::SameDay)
    }

    /// Whether it is known, but not to the day.
    pub fn is_vague(self) -> bool {
        matches!(self, Self::Month(..) | Self::Year(_) | Self::Between(..) | Self::From(_))
    }

    /// Whether it is a day at most so many days before another.
    pub fn is_within(self, other: Date, days: u16) -> bool {
        matches!(self, Self::Day(day) if day <= other && days_before(other, days) <= day)
    }

    /// The first day it can be.
    fn first(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::From(day) | Self::Between(day, _) => Some(day),
            Self::Month(year, month) => Date::new(year, month as i8, 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            _ => None,
        }
    }

    /// "after" it.
    pub fn after(self) -> Self {
        self.first().map_or(self, Self::From)
    }

    /// "before" it.
    pub fn before(self) -> Self {
        match self {
            Self::Between(_, day) => Self::Until(day),
            other => other.first().map_or(other, Self::Until),
        }
    }
}

/// A day from an ISO 8601 date or date-time ("2025-03-06", "2025-03-06T09:00:00Z"), or with points ("6.3.2025"): its
/// calendar day as written. Nothing for what is no day of the calendar.
pub fn day(iso: &str) -> Option<Date> {
    let iso = iso.trim();
    let mut parts = iso.splitn(3, '.').map(number);
    if let (Some(Some(day)), Some(Some(month)), Some(Some(year @ 1000..))) = (parts.next(), parts.next(), parts.next())
    {
        return Date::new(year as i16, month.try_into().ok()?, day.try_into().ok()?).ok();
    }
    let rest = iso.get(10..).unwrap_or("");
    if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return None;
    }
    let mut parts = iso.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = year.len() == 4 && month.len() == 2 && parts.next().is_none();
    Date::new(number(year).filter(|_| whole)? as i16, number(month)? as i8, number(day)? as i8).ok()
}

/// The last day of this month and number on or before `published`.
pub fn last_day_of_year(month: u8, day: u8, published: Option<Date>) -> Option<When> {
    let Some(published) = published else {
        // A leap year has all days.
        return Date::new(2024, month as i8, day as i8).is_ok().then_some(When::DayOfYear(month, day));
    };
    // Eight years always hold a 29th of February, but for turns of a century.
    let days = (0..=8).filter_map(|back| Date::new(published.year() - back, month as i8, day as i8).ok());
    days.into_iter().find(|&day| day <= published).map(When::Day)
}

/// The last such day of the week on or before `published`, from Monday as 1.
pub fn last_weekday(weekday: u8, published: Date) -> Date {
    let back = published.weekday().to_monday_one_offset() - weekday as i8;
    days_before(published, back.rem_euclid(7).unsigned_abs().into())
}

/// So many days before, a year at most: a civil day at a time needs no arithmetic of spans.
pub fn days_before(mut day: Date, count: u16) -> Date {
    for _ in 0..count.min(366) {
        day = day.yesterday().unwrap_or(day);
    }
    day
}

/// From Monday to Sunday, so many weeks before the week of `day`.
pub fn week_before(day: Date, weeks: u16) -> When {
    let within = days_before(day, 7 * weeks.min(50));
    let mut sunday = last_weekday(7, within);
    if sunday < within {
        for _ in 0..7 {
            sunday = sunday.tomorrow().unwrap_or(sunday);
        }
    }
    When::Between(days_before(sunday, 6), sunday)
}

/// So many months before the month of `day`.
pub fn month_before(day: Date, count: u16) -> When {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 - i32::from(count);
    When::Month(months.div_euclid(12) as i16, months.rem_euclid(12) as u8 + 1)
}

/// A number of at most four ASCII digits only.
pub fn number(word: &str) -> Option<u16> {
    let digits = !word.is_empty() && word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.bytes().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
}

/// A day as ISO 8601 has it.
pub fn iso(day: Date) -> String {
    year_of(day.year()) + &parts(day.month() as u8, day.day() as u8)
}

fn year_of(year: i16) -> String {
    let year = year.unsigned_abs();
    [1000, 100, 10, 1].iter().map(|unit| digit(year / unit)).collect()
}

/// "-MM-DD", or "-MM" where there is no day.
fn parts(month: u8, day: u8) -> String {
    let mut text = String::new();
    for part in [month, day].into_iter().filter(|&part| part > 0) {
        text.extend(['-', digit(u16::from(part) / 10), digit(part.into())]);
    }
    text
}

fn digit(number: u16) -> char {
    char::from(b'0' + (number % 10) as u8)
}
