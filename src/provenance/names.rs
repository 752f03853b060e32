//! Names of outlets, as words.

use crate::lexicon::{Lexicon, Sense};
use crate::syntax::Reading;

/// A name without its possessive ending.
#[inline(never)]
pub(super) fn without_possessive(name: &str) -> &str {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    name.trim_end_matches(['\'', '’'])
}

/// A name without its article.
#[inline(never)]
pub(super) fn bare(name: &str) -> &str {
    let name = name.trim();
    ["the ", "a ", "an "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// "WKFR", "KQED".
#[inline(never)]
pub(super) fn is_call_sign(name: &str) -> bool {
    let word = name.split([' ', '-']).next().unwrap_or("");
    word.len() == 4 && word.starts_with(['K', 'W']) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether two names mean one outlet: equal without article, or the one the last words of the other ("the Courier" of
/// the "Kelm River Courier"), or its first in capitals ("CBS" of "CBS News"; "New York" is no newspaper).
#[inline(never)]
pub(super) fn same_outlet(one: &str, other: &str) -> bool {
    // "The Ledger" begins a sentence as well as a name.
    let (one, other) = (bare(one).trim_start_matches("The "), bare(other).trim_start_matches("The "));
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    let at = long.len() - short.len();
    let equal = |part: Option<&str>| part.is_some_and(|part| part.eq_ignore_ascii_case(short));
    let acronym = short.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let ends = equal(long.get(at..)) && (at == 0 || long.get(..at).is_some_and(|rest| rest.ends_with(' ')));
    let begins =
        acronym && equal(long.get(..short.len())) && long.get(short.len()..).is_some_and(|r| r.starts_with(' '));
    !short.is_empty() && (ends || begins)
}

/// Whether any word of a text has a sense.
#[inline(never)]
pub(super) fn any_word(lexicon: &Lexicon, text: &str, sense: Sense) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| lexicon.look_up(word).sense.has(sense))
}

/// The agency or outlet in a dateline: "PARIS (Reuters) —".
pub(super) fn in_dateline<'a>(reading: &Reading<'a>) -> Option<&'a str> {
    reading.paragraphs.iter().take(8).find_map(|paragraph| {
        let (line, rest) = paragraph.span.of(reading.text).split_once(')')?;
        let (place, name) = line.split_once('(')?;
        let dash = rest.trim_start().starts_with(['—', '–', '-']);
        let town = place.split([' ', ',']).next().unwrap_or("");
        let capitals = place.len() < 60 && !town.is_empty() && !town.chars().any(char::is_lowercase);
        (dash && capitals && name.starts_with(char::is_uppercase)).then_some(name)
    })
}
