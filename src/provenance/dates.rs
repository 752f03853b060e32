//! Days, months and years: from words to EDTF.

pub use jiff::civil::Date;

/// A day from an ISO 8601 date or date-time ("2025-03-06", "2025-03-06T09:00:00Z"): its calendar day as written.
/// Nothing for what is no day of the calendar.
pub fn day(iso: &str) -> Option<Date> {
    let iso = iso.trim();
    let date = iso.get(..10).unwrap_or(iso);
    let rest = iso.get(10..).unwrap_or("");
    if !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
        return None;
    }
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    civil(year, month, day)
}

/// A day of the calendar, if there is such a day.
pub fn civil(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A number of just so many ASCII digits.
fn digits(word: &str, count: usize) -> Option<u16> {
    (word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

/// A day as ISO 8601 has it.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
