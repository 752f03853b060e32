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
    Month(i16, i8),
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
        Some(match self {
            Self::Day(day) => iso(day),
            Self::DayOfYear(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Between(first, last) if first == last => iso(first),
            Self::Between(first, last) => format!("[{}..{}]", iso(first), iso(last)),
            Self::From(first) => match published.filter(|&published| published >= first) {
                Some(published) => Self::Between(first, published).edtf(None)?,
                None => format!("[{}..]", iso(first)),
            },
            Self::Until(last) => match published.filter(|&published| published < last) {
                Some(published) => format!("[..{}]", iso(published)),
                None => format!("[..{}]", iso(last)),
            },
            Self::Sometime => format!("[..{}]", iso(published?)),
            Self::Unresolved | Self::SameDay => return None,
        })
    }

    /// Whether it has no lower bound: the article gives no date.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Until(_) | Self::Sometime)
    }

    /// Whether it is known, but not to the day.
    pub fn is_vague(self) -> bool {
        !self.is_open() && !matches!(self, Self::Day(_) | Self::DayOfYear(..) | Self::Unresolved | Self::SameDay)
    }

    /// The first day it can be.
    fn first(self) -> Option<Date> {
        match self {
            Self::Day(day) | Self::From(day) | Self::Between(day, _) => Some(day),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
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

/// A day from an ISO 8601 date or date-time ("2025-03-06", "2025-03-06T09:00:00Z"): its calendar day as written.
/// Nothing for what is no day of the calendar.
pub fn day(iso: &str) -> Option<Date> {
    let iso = iso.trim();
    let rest = iso.get(10..).unwrap_or("");
    if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return None;
    }
    let mut parts = iso.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let widths = (year.len(), month.len(), day.len(), parts.next());
    (widths == (4, 2, 2, None)).then(|| civil(number(year)?, number(month)?, number(day)?))?
}

/// A day of the calendar, if there is such a day.
pub fn civil(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The last day of this month and number on or before `published`.
pub fn last_day_of_year(month: u8, day: u8, published: Option<Date>) -> Option<When> {
    let valid = Date::new(2024, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
    let Some(published) = published else { return valid.then_some(When::DayOfYear(month, day)) };
    // Eight years always hold a 29th of February, but for turns of a century.
    let years = (0..=8).map(|back| published.year() - back);
    let days = years.filter_map(|year| Date::new(year, month as i8, day as i8).ok());
    days.into_iter().find(|&day| day <= published).map(When::Day)
}

/// The last such month on or before `published`.
pub fn last_month_named(month: u8, published: Option<Date>) -> When {
    let Some(published) = published else { return When::Unresolved };
    let month = month as i8;
    When::Month(published.year() - i16::from(month > published.month()), month)
}

/// The last such day of the week on or before `published`, counted from Monday as 0.
pub fn last_weekday(weekday: u8, published: Option<Date>) -> When {
    let Some(published) = published else { return When::Unresolved };
    let today = published.weekday().to_monday_zero_offset();
    let back = (today - weekday as i8).rem_euclid(7);
    days_before(published, back.unsigned_abs().into())
}

/// So many days before.
pub fn days_before(day: Date, count: u16) -> When {
    // A year at most: a civil day at a time needs no arithmetic of spans.
    let mut day = day;
    for _ in 0..count.min(366) {
        day = day.yesterday().unwrap_or(day);
    }
    When::Day(day)
}

/// From Monday to Sunday, so many weeks before the week of `day`.
pub fn week_before(day: Date, weeks: u16) -> When {
    let since_monday = u16::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    let monday = days_before(day, since_monday + 7 * weeks.min(50)).first().unwrap_or(day);
    let mut sunday = monday;
    for _ in 0..6 {
        sunday = sunday.tomorrow().unwrap_or(sunday);
    }
    When::Between(monday, sunday)
}

/// So many months before the month of `day`.
pub fn month_before(day: Date, count: u16) -> When {
    let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 - i32::from(count);
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(day.year());
    When::Month(year, i8::try_from(months.rem_euclid(12) + 1).unwrap_or(1))
}

/// A number of ASCII digits only.
pub fn number(word: &str) -> Option<u16> {
    (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

/// A day as ISO 8601 has it.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
