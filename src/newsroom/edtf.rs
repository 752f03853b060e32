//! Whether a text is a date in EDTF, as far as a report uses it.

/// Whether this is a date of ISO 8601-2 (EDTF): a year, month or day, `X` for an unknown digit, `?`, `~` or `%` after
/// it; two of them as an interval, with `/`, `..` for an open end; a set in brackets, with `..` and commas. A time of
/// day is passed over.
pub fn is_valid(date: &str) -> bool {
    if let Some(inner) = bracketed(date, '[', ']').or_else(|| bracketed(date, '{', '}')) {
        return inner.split(',').all(|part| is_range(part, ".."));
    }
    if date.contains('/') { is_range(date, "/") } else { is_point(date) }
}

fn bracketed(date: &str, open: char, close: char) -> Option<&str> {
    date.strip_prefix(open)?.strip_suffix(close)
}

/// A date, or two with `between`, of which one may be open.
fn is_range(part: &str, between: &str) -> bool {
    match part.split_once(between) {
        None => is_point(part),
        Some((from, to)) => {
            let is_open = |end: &str| matches!(end, "" | "..");
            (is_open(from) || is_point(from)) && (is_open(to) || is_point(to)) && !(is_open(from) && is_open(to))
        }
    }
}

fn is_point(date: &str) -> bool {
    let date = date.split_once('T').map_or(date, |(day, _)| day);
    let mut parts = date.trim_end_matches(['?', '~', '%']).split('-');
    let year = parts.next().is_some_and(|year| year.len() == 4 && is_digits(year));
    let month = parts.next().is_none_or(|month| is_within(month, 41));
    let day = parts.next().is_none_or(|day| is_within(day, 31));
    year && month && day && parts.next().is_none()
}

/// Two digits from 01 to `most`, or unknown ones. Months above 12 are seasons and quarters.
fn is_within(part: &str, most: u8) -> bool {
    let known = part.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number));
    part.len() == 2 && is_digits(part) && (known || part.contains('X'))
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
}

/// Whether this is a day, `YYYY-MM-DD`.
pub fn is_day(day: &str) -> bool {
    day.len() == 10 && !day.contains('X') && is_point(day) && day.get(5..7).is_some_and(|month| month <= "12")
}

#[cfg(test)]
mod tests {
    use super::{is_day, is_valid};

    #[test]
    fn dates() {
        for date in [
            "2024",
            "2024-05",
            "2024-05-03",
            "2024-05-03?",
            "2024~",
            "201X",
            "2024-21",
            "2024-05-XX",
            "2024/2025",
            "../2024-05-03",
            "2024-05-03/",
            "[..2024-05-03]",
            "[2024-05-01..2024-05-03]",
            "[2024,2025-01..]",
            "{2024-05-01,2024-05-02}",
            "2024-05-03T10:00:00Z",
        ] {
            assert!(is_valid(date), "{date}");
        }
        for date in [
            "",
            "May 3",
            "2024-5-3",
            "24",
            "2024-00",
            "2024-05-32",
            "2024-05-03-01",
            "[..]",
            "..",
            "/",
            "[2024",
            "2024]",
            "<b>",
            "2024-05-03\u{202e}",
            "[..2024-05-03],x",
            "٢٠٢٤",
        ] {
            assert!(!is_valid(date), "{date}");
        }
        assert!(is_day("2024-12-31") && !is_day("2024-21-01") && !is_day("2024-05") && !is_day("[..2024-05]"));
    }
}
