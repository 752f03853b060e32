//! A record's date (EDTF) in plain words.

use super::messages::{Messages, form};
use super::template::say;

/// A day, or a month or year where no more is known; what is not known is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Day {
    /// Year of the Gregorian calendar.
    year: usize,
    /// 1 to 12.
    month: usize,
    /// 1 to 31; only with a month.
    day: usize,
}

impl Day {
    /// The day in the language's words; `forms` says where its parts stand.
    #[inline(never)]
    fn say(self, forms: &'static str, messages: Messages) -> String {
        let day = if self.day == 1 { messages.first_day().to_owned() } else { self.day.to_string() };
        let month = form(messages.months(), self.month.saturating_sub(1));
        let known = if self.day > 0 { 0 } else { 1 + usize::from(self.month == 0) };
        say(form(forms, known), &[&day, month, &self.year.to_string()])
    }
}

/// What an EDTF string says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    On(Day),
    NotAfter(Day),
    NotBefore(Day),
    Between(Day, Day),
}

/// An EDTF date in words, against the article's date line; none where it cannot be read.
pub fn date_in_words(edtf: &str, published: Option<&str>, messages: Messages) -> Option<String> {
    let (when, uncertain, approximate) = parse(edtf)?;
    let (alone, bound, range) = (messages.date(), messages.date_bound(), messages.date_range());
    let said = match when {
        When::On(on) => on.say(alone, messages),
        When::NotAfter(last) if published.and_then(parse_day) == Some(last) => {
            say(messages.no_later_than_article(), &[&last.say(alone, messages)])
        }
        When::NotAfter(last) => say(messages.no_later_than(), &[&last.say(bound, messages)]),
        When::NotBefore(first) => say(messages.no_earlier_than(), &[&first.say(bound, messages)]),
        When::Between(first, last) => {
            say(messages.between(), &[&first.say(range, messages), &last.say(range, messages)])
        }
    };
    let said = if approximate { say(messages.about(), &[&said]) } else { said };
    Some(if uncertain { say(messages.uncertain(), &[&said]) } else { said })
}

/// An ISO 8601 date in words; the string itself where it cannot be read.
pub fn day_in_words(date: &str, messages: Messages) -> String {
    parse_day(date).map_or_else(|| date.to_owned(), |day| day.say(messages.date(), messages))
}

/// The date, whether it is uncertain, whether it is approximate.
fn parse(edtf: &str) -> Option<(When, bool, bool)> {
    let bare = edtf.trim().trim_start_matches(['[', '{']).trim_end_matches([']', '}']);
    let uncertain = bare.contains(['?', '%']);
    let approximate = bare.contains(['~', '%']);
    let bounds = bare.split_once("..").filter(|_| !bare.contains('/')).or_else(|| bare.split_once('/'));
    let when = match bounds {
        None => match bare.split_once(',') {
            // One of several days: said by its bounds.
            Some((first, rest)) => between(parse_day(first)?, parse_day(rest.rsplit(',').next()?)?),
            None => When::On(parse_day(bare)?),
        },
        Some((first, last)) => match (open(first), open(last)) {
            (true, true) => return None,
            (true, false) => When::NotAfter(parse_day(last)?),
            (false, true) => When::NotBefore(parse_day(first)?),
            (false, false) => between(parse_day(first)?, parse_day(last)?),
        },
    };
    Some((when, uncertain, approximate))
}

fn between(first: Day, last: Day) -> When {
    if first == last { When::On(first) } else { When::Between(first, last) }
}

/// Whether a bound is left open.
fn open(bound: &str) -> bool {
    matches!(bound.trim(), "" | "..")
}

/// A day, month or year; a time of day, qualifiers and unspecified digits are left out.
fn parse_day(date: &str) -> Option<Day> {
    let date = date.trim_matches(|c: char| c.is_whitespace() || matches!(c, '?' | '~' | '%' | '.'));
    let date = date.split(['T', ' ']).next()?;
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut within = |last: usize| {
        let part = parts.next().filter(|part| part.len() == 2);
        part.and_then(|part| part.parse().ok()).filter(|number| *number <= last).unwrap_or(0)
    };
    let month = within(12);
    let day = if month > 0 { within(31) } else { 0 };
    Some(Day { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::super::Lang;
    use super::*;

    fn words(tag: &str, edtf: &str) -> String {
        let messages = Lang::from_tag(tag).messages();
        date_in_words(edtf, Some("2031-05-04T08:00:00Z"), messages).unwrap_or_else(|| "unreadable".into())
    }

    #[test]
    fn dates_are_put_in_words() {
        for (tag, edtf, expected) in [
            ("en", "2031-05-03", "3 May 2031"),
            ("en", "2031-05", "May 2031"),
            ("en", "2031", "2031"),
            ("en", "2031-05-XX", "May 2031"),
            ("en", "[..2031-05-02]", "no later than 2 May 2031"),
            ("en", "[..2031-05-04]", "not stated; no later than this article, 4 May 2031"),
            ("en", "[2031-04-12..]", "12 April 2031 or later"),
            ("en", "[2031-04-12..2031-05-04]", "between 12 April 2031 and 4 May 2031"),
            ("en", "2031-04-12/2031-05-04", "between 12 April 2031 and 4 May 2031"),
            ("en", "../2031-05-02", "no later than 2 May 2031"),
            ("en", "[2031-05-01,2031-05-02]", "between 1 May 2031 and 2 May 2031"),
            ("en", "2031-05-03~", "about 3 May 2031"),
            ("en", "2031-05-03?", "3 May 2031 (uncertain)"),
            ("en", "", "unreadable"),
            ("en", "[..]", "unreadable"),
            ("en", "yesterday", "unreadable"),
            ("de", "2031-05-03", "3. Mai 2031"),
            ("de", "[..2031-05-02]", "spätestens am 2. Mai 2031"),
            ("de", "[..2031-05]", "spätestens im Mai 2031"),
            ("de", "[2031-04-12..2031-05-01]", "zwischen dem 12. April 2031 und dem 1. Mai 2031"),
            ("fr", "2031-05-01", "1er mai 2031"),
            ("fr", "[..2031-05-02]", "au plus tard le 2 mai 2031"),
            ("fr", "[2031-04..2031-05]", "entre avril 2031 et mai 2031"),
            ("es", "2031-05-03", "3 de mayo de 2031"),
            ("es", "[2031-04-12..2031-05-01]", "entre el 12 de abril de 2031 y el 1 de mayo de 2031"),
            ("ar", "2031-05-03", "3 مايو 2031"),
        ] {
            assert_eq!(words(tag, edtf), expected, "{tag} {edtf}");
        }
    }
}
