//! The edits: what an article looks like after them, and where its quotation then stands.

use crate::corpus::{Case, Random};

/// What an edit must lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Found,
    Changed,
    Lost,
    /// Changed or lost.
    NotFound,
}

/// The edited text, and the bytes of it at which the quotation stands.
type Edited = Option<(String, (usize, usize))>;

pub struct Edit {
    pub name: &'static str,
    pub expected: Expected,
    pub make: fn(&Case<'_>, &mut Random) -> Edited,
}

const fn edit(name: &'static str, expected: Expected, make: fn(&Case<'_>, &mut Random) -> Edited) -> Edit {
    Edit { name, expected, make }
}

use Expected::{Changed, Found, Lost, NotFound};

pub const EDITS: [Edit; 44] = [
    edit("none", Found, |c, _| around(c, c.exact().into())),
    edit("typography: to ASCII", Found, |c, _| everywhere(c, to_ascii)),
    edit("typography: to fine", Found, |c, _| everywhere(c, to_fine)),
    edit("typography: guillemets, spaced dash", Found, |c, _| everywhere(c, to_french)),
    edit("reflow", Found, |c, _| everywhere(c, reflow)),
    edit("lines joined by single spaces", Found, |c, _| everywhere(c, |text| text.replace('\n', " "))),
    edit("soft hyphens", Found, |c, _| everywhere(c, |text| within_words(text, 3, '\u{AD}'))),
    edit("zero-width characters", Found, |c, _| everywhere(c, |text| within_words(text, 1, '\u{200B}'))),
    edit("direction marks", Found, |c, _| everywhere(c, |text| text.replace(' ', " \u{200E}"))),
    edit("ligatures", Found, |c, _| {
        everywhere(c, |text| text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ"))
    }),
    edit("2,000 characters above", Found, |c, _| joined(&(head(c, 2000) + c.before()), c.exact(), c.after())),
    edit("same, and fine typography", Found, |c, _| {
        joined(&to_fine(&(head(c, 2000) + c.before())), &to_fine(c.exact()), &to_fine(c.after()))
    }),
    edit("what stood before it rewritten", Found, |c, _| joined(&rewritten(c, c.before(), true), c.exact(), c.after())),
    edit("what stood after it rewritten", Found, |c, _| joined(c.before(), c.exact(), &rewritten(c, c.after(), false))),
    edit("pull quote above", Found, |c, _| joined(&pulled(c), c.exact(), c.after())),
    edit("pull quote above, soft hyphens", Found, |c, _| {
        let soft = |text: &str| within_words(text, 3, '\u{AD}');
        joined(&soft(&pulled(c)), &soft(c.exact()), &soft(c.after()))
    }),
    edit("pull quote below", Found, |c, _| {
        joined(c.before(), c.exact(), &format!("{}\n\n“{}”\n", c.after(), c.exact()))
    }),
    edit("paragraph moved to the end", Found, |c, _| {
        let (from, to) = paragraph(c);
        let moved = format!("{}{}\n\n", c.before().get(..from)?, c.after().get(to..)?);
        joined(&(moved + c.before().get(from..)?), c.exact(), c.after().get(..to)?)
    }),
    edit("a word replaced", Changed, |c, r| around(c, with_word(c, r, |_, new| new.to_string())?)),
    edit("a word added", Changed, |c, r| around(c, with_word(c, r, |old, new| format!("{new} {old}"))?)),
    edit("a word dropped", Changed, |c, r| {
        (c.exact().split_whitespace().count() > 2).then_some(())?;
        around(c, with_word(c, r, |_, _| String::new())?)
    }),
    edit("first word replaced", Changed, |c, r| {
        let (_, rest) = c.exact().split_once(' ')?;
        around(c, format!("{} {rest}", strange_word(c, r)?))
    }),
    edit("a word replaced, pull quote above", Changed, |c, r| {
        joined(&pulled(c), &with_word(c, r, |_, new| new.to_string())?, c.after())
    }),
    edit("noise in the quotation", Changed, |c, r| around(c, noise(c.exact(), r))),
    edit("noise everywhere", Changed, |c, r| joined(&noise(c.before(), r), &noise(c.exact(), r), &noise(c.after(), r))),
    edit("noise, letters added and dropped", Changed, |c, r| around(c, shaken(c.exact(), r))),
    edit("first third cut", Changed, |c, _| around(c, third(c.exact(), 0)?)),
    edit("middle third cut", Changed, |c, _| around(c, third(c.exact(), 1)?)),
    edit("last third cut", Changed, |c, _| around(c, third(c.exact(), 2)?)),
    edit("middle cut, 2,000 above, fine", Changed, |c, _| {
        joined(&to_fine(&(head(c, 2000) + c.before())), &to_fine(&third(c.exact(), 1)?), &to_fine(c.after()))
    }),
    edit("quotation deleted", Lost, |c, _| around(c, String::new())),
    edit("deleted, and 2,000 above", Lost, |c, _| joined(&(head(c, 2000) + c.before()), "", c.after())),
    edit("paragraph deleted", Lost, |c, _| {
        let (from, to) = paragraph(c);
        joined(c.before().get(..from)?, "", c.after().get(to..)?)
    }),
    edit("another quotation in its place", Lost, |c, r| {
        let words: Vec<&str> = c.other.text.split_whitespace().collect();
        let many = c.exact().split_whitespace().count();
        let from = r.below(words.len().saturating_sub(many));
        around(c, words.get(from..from + many)?.join(" ")).map(|(text, _)| (text, (0, 0)))
    }),
    edit("other article", Lost, |c, _| Some((c.other.text.clone(), (0, 0)))),
    edit("negation dropped", NotFound, |c, _| around(c, without_negation(c.exact())?)),
    edit("negation added", NotFound, |c, r| around(c, with_word(c, r, |old, _| format!("not {old}"))?)),
    edit("negation before the first word", NotFound, |c, _| around(c, beside_words(c.exact(), "Not ", ""))),
    edit("negation after the last word", NotFound, |c, _| around(c, beside_words(c.exact(), "", " not"))),
    edit("verb denied (is, isn’t)", NotFound, |c, _| around(c, denied(c.exact())?)),
    edit("number changed, digits", NotFound, |c, r| around(c, other_digits(c.exact(), r)?)),
    edit("number changed, words", NotFound, |c, r| around(c, other_number(c.exact(), r)?)),
    edit("name changed", NotFound, |c, r| around(c, other_name(c.exact(), r)?)),
    edit("negation dropped, pull quote above", NotFound, |c, _| {
        joined(&pulled(c), &without_negation(c.exact())?, c.after())
    }),
];

fn joined(before: &str, exact: &str, after: &str) -> Edited {
    let place = (before.len(), before.len() + exact.len());
    Some(([before, exact, after].concat(), place))
}

/// The article with other words for the quotation; none if they are the same.
fn around(case: &Case<'_>, exact: String) -> Edited {
    joined(case.before(), &exact, case.after())
}

fn everywhere(case: &Case<'_>, change: impl Fn(&str) -> String) -> Edited {
    joined(&change(case.before()), &change(case.exact()), &change(case.after()))
}

fn head(case: &Case<'_>, count: usize) -> String {
    case.other.text.chars().take(count).chain("\n\n".chars()).collect()
}

pub fn to_ascii(text: &str) -> String {
    let text = text.replace(['“', '”', '„', '«', '»'], "\"").replace(['‘', '’'], "'");
    text.replace('—', "--").replace('–', "-").replace('…', "...").replace('\u{A0}', " ")
}

pub fn to_fine(text: &str) -> String {
    let text = text.replace(" \"", " “").replace('"', "”").replace('\'', "’");
    text.replace("--", "—")
        .replace("...", "…")
        .replace(" - ", " – ")
        .replace(" the ", " the\u{A0}")
        .replace("“ ", "“\u{202F}")
}

fn to_french(text: &str) -> String {
    let text = text.replace('“', "«\u{202F}").replace('”', "\u{202F}»").replace('"', "»");
    text.replace('—', " – ").replace("--", " – ")
}

fn reflow(text: &str) -> String {
    let mut column = 0;
    text.chars()
        .flat_map(|c| {
            column += 1;
            if c == ' ' && column > 40 {
                column = 0;
                vec!['\n', ' ', '\t']
            } else if c == ' ' && column % 3 == 0 {
                vec![' ', ' ']
            } else {
                vec![c]
            }
        })
        .collect()
}

fn within_words(text: &str, every: usize, put: char) -> String {
    let mut run = 0;
    let mut out = String::new();
    for c in text.chars() {
        run = if c.is_alphanumeric() { run + 1 } else { 0 };
        if run > 1 && (run - 1) % every == 0 {
            out.push(put);
        }
        out.push(c);
    }
    out
}

/// A paragraph's worth of text beside the quotation in other words.
fn rewritten(case: &Case<'_>, text: &str, is_before: bool) -> String {
    let count = text.chars().count();
    let new: String = case.other.text.chars().skip(100).take(80).collect();
    if is_before {
        text.chars().take(count.saturating_sub(80)).chain(new.chars()).chain(" “".chars()).collect()
    } else {
        "” ".chars().chain(new.chars()).chain(text.chars().skip(80)).collect()
    }
}

/// The text before, with the quotation repeated at the head of the second paragraph.
fn pulled(case: &Case<'_>) -> String {
    let at = case.before().find("\n\n").map_or(0, |at| at + 2);
    let (top, rest) = case.before().split_at(at);
    format!("{top}“{}”\n\n{rest}", case.exact())
}

/// Where the paragraph begins in the text before, and ends in the text after.
fn paragraph(case: &Case<'_>) -> (usize, usize) {
    (case.before().rfind("\n\n").map_or(0, |at| at + 2), case.after().find("\n\n").unwrap_or(case.after().len()))
}

fn strange_word<'a>(case: &Case<'a>, random: &mut Random) -> Option<&'a str> {
    let words: Vec<&str> = case.other.text.split_whitespace().collect();
    (0..50).find_map(|_| {
        let word = random.pick(&words)?.trim_matches(|c: char| !c.is_alphanumeric());
        (word.len() > 3 && !case.exact().to_lowercase().contains(&word.to_lowercase())).then_some(word)
    })
}

/// The quotation with one of its words, not the first, replaced by what `make` makes of it and of a strange word.
fn with_word(case: &Case<'_>, random: &mut Random, make: impl Fn(&str, &str) -> String) -> Option<String> {
    let mut words: Vec<String> = case.exact().split(' ').map(str::to_owned).collect();
    let is_word = |&index: &usize| words.get(index).is_some_and(|word| word.contains(char::is_alphanumeric));
    let which: Vec<usize> = (1..words.len()).filter(is_word).collect();
    let word = words.get_mut(*random.pick(&which)?)?;
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    *word = word.replacen(core, &make(core, strange_word(case, random)?), 1);
    Some(words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

fn letter(random: &mut Random) -> char {
    char::from(b'a' + random.below(26) as u8)
}

fn noise(text: &str, random: &mut Random) -> String {
    let mut noisy: String =
        text.chars().map(|c| if c != '\n' && random.one_in(10) { letter(random) } else { c }).collect();
    if noisy == text {
        noisy = noisy.chars().skip(1).chain(['q']).collect();
    }
    noisy
}

fn shaken(text: &str, random: &mut Random) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match random.below(30) {
            0 => out.extend([c, letter(random)]),
            1 => {}
            2 => out.push(letter(random)),
            _ => out.push(c),
        }
    }
    if out == text { out + "q" } else { out }
}

fn third(text: &str, which: usize) -> Option<String> {
    let count = text.chars().count();
    (count > 8).then_some(())?;
    let cut = which * count / 3..(which + 1) * count / 3;
    Some(text.chars().enumerate().filter(|(at, _)| !cut.contains(at)).map(|(_, c)| c).collect())
}

pub fn without_negation(text: &str) -> Option<String> {
    for (from, to) in [
        (" not ", " "),
        ("n’t", ""),
        ("n't", ""),
        (" never ", " "),
        (" no ", " "),
        ("No ", ""),
        (" without ", " with "),
    ] {
        if text.contains(from) {
            return Some(text.replacen(from, to, 1));
        }
    }
    None
}

/// Something before the first and after the last word, within the marks.
pub fn beside_words(text: &str, before: &str, after: &str) -> String {
    let first = text.find(char::is_alphanumeric).unwrap_or(0);
    let end = text.len() - text.chars().rev().take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    [
        text.get(..first).unwrap_or(""),
        before,
        text.get(first..end).unwrap_or(text),
        after,
        text.get(end..).unwrap_or(""),
    ]
    .concat()
}

pub fn denied(text: &str) -> Option<String> {
    for (from, to) in [
        (" is ", " isn’t "),
        (" was ", " wasn’t "),
        (" will ", " won't "),
        (" can ", " cannot "),
        (" and ", " nor "),
        (" with ", " without "),
        (" are ", " are hardly "),
    ] {
        if text.contains(from) {
            return Some(text.replacen(from, to, 1));
        }
    }
    None
}

pub fn other_digits(text: &str, random: &mut Random) -> Option<String> {
    let digits: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).collect();
    let &(at, old) = random.pick(&digits)?;
    let new = char::from(b'0' + ((old as u8 - b'0') + 1 + random.below(8) as u8) % 10);
    let mut changed = text.to_owned();
    match random.below(4) {
        0 => changed.insert(at, new),
        1 if digits.len() > 1 => drop(changed.remove(at)),
        _ => changed.replace_range(at..at + 1, &new.to_string()),
    }
    Some(changed)
}

pub fn other_number(text: &str, random: &mut Random) -> Option<String> {
    let numbers = [
        "one", "two", "three", "four", "five", "six", "ten", "twenty", "hundred", "thousand", "million", "billion",
        "half", "first", "second",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    let which: Vec<usize> =
        (0..words.len()).filter(|&i| words.get(i).is_some_and(|word| numbers.contains(word))).collect();
    let at = *random.pick(&which)?;
    let new = (0..).find_map(|_| random.pick(&numbers).filter(|&new| Some(new) != words.get(at)))?;
    Some(
        words
            .iter()
            .enumerate()
            .map(|(i, word)| if i == at { new } else { word })
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

pub fn other_name(text: &str, random: &mut Random) -> Option<String> {
    let names = ["Okafor", "Lindqvist", "Marisol", "Tanaka", "Brennan", "Delacroix", "Amara", "Whitfield"];
    let words: Vec<&str> = text.split(' ').collect();
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) && word.len() > 2;
    let which: Vec<usize> = (1..words.len()).filter(|&i| words.get(i).is_some_and(is_name)).collect();
    let at = *random.pick(&which)?;
    let new = random.pick(&names)?;
    Some(
        words
            .iter()
            .enumerate()
            .map(|(i, word)| if i == at { new } else { word })
            .copied()
            .collect::<Vec<_>>()
            .join(" "),
    )
}
