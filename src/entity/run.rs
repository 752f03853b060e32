//! Runs of capital words that are names: where they begin, what joins them, where the title before ends.

use super::line::Line;
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind};
use std::ops::Range;

/// Words that are part of no name, whatever their capital.
pub(super) const NEVER: Class = Class::DETERMINER
    .or(Class::PRONOUN)
    .or(Class::OBJECT)
    .or(Class::POSSESSIVE)
    .or(Class::BE)
    .or(Class::HAVE)
    .or(Class::DO)
    .or(Class::NEGATION)
    .or(Class::COORDINATOR)
    .or(Class::RELATIVE)
    .or(Class::SUBORDINATOR)
    .or(Class::PREPOSITION)
    .or(Class::WEEKDAY)
    .or(Class::INDEFINITE);

/// Words that begin sentences and may not begin a name there.
const OPENS_SENTENCE: Class = Class::ADVERB.or(Class::MODAL).or(Class::TIME).or(Class::VERB).or(Class::FRAME);

/// Nouns that may stand before a name as its title.
pub(super) const OFFICE: Class = Class::TITLE.or(Class::ROLE);

/// The last words of names of organisations.
const BODY: Class = Class::ORGANISATION.or(Class::COLLECTIVE);

/// A run of more capital words is a title or a list.
pub(super) const LONGEST_NAME: usize = 12;

/// The run of capital words that begins at an atom.
pub(super) fn run(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    if !begins(line, at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + LONGEST_NAME && !line.before(end).is_some_and(|before| before.possessive) {
        if line.at(end).is_some_and(is_part) || is_prefixed(line, end) {
            end += 1;
        } else if let Some(next) = joint(line, at, end).or_else(|| nickname(line, end)) {
            end = next + 1;
        } else {
            break;
        }
    }
    while end > at + 1 && is_time(line, end - 1) {
        end -= 1;
    }
    // "of Ashton, Md.,": a state, not a name.
    let state = end == at + 1 && line.at(at).is_some_and(|a| a.is(Class::ABBREVIATION) && a.pointed && !a.is(OFFICE));
    (!state).then_some(at..end)
}

/// "Reyes Monday", "Reyes May 4" against "Theresa May": a time is no last name.
fn is_time(line: &Line<'_>, at: usize) -> bool {
    let first_name = line.is(at, Class::FIRST_NAME);
    let number = line.at(at + 1).is_some_and(|next| next.kind == AtomKind::Number);
    line.is(at, Class::TIME.or(Class::MONTH)) && !line.is(at, Class::OUTLET_WORD) && (number || !first_name)
}

#[inline(never)]
fn is_part(atom: &Atom) -> bool {
    atom.is_word()
        && atom.capital
        && (!atom.is(NEVER) || atom.pointed || atom.is(Class::PARTICLE.or(Class::ORGANISATION)))
}

/// "al-Masri"
fn is_prefixed(line: &Line<'_>, at: usize) -> bool {
    line.compound(at).and_then(|word| word.split_once('-')).is_some_and(|(prefix, name)| {
        name.starts_with(char::is_uppercase) && line.lexicon.look_up(prefix).class.has(Class::PARTICLE)
    })
}

/// Whether a name may begin here.
fn begins(line: &Line<'_>, at: usize) -> bool {
    // "Reyes-backed", "Lund-based"
    let modifies = |(_, ending): (&str, &str)| {
        ending.starts_with(char::is_lowercase)
            && (line.lexicon.by_ending(ending).has(Class::PAST_ENDING)
                || line.lexicon.look_up(ending).class.has(Class::VERB))
    };
    let is_name = |word: &str| !word.starts_with('#') && !word.rsplit_once('-').is_some_and(modifies);
    begins_alone(line, at) && line.compound(at).is_none_or(is_name)
}

/// The same for a word that begins no compound.
fn begins_alone(line: &Line<'_>, at: usize) -> bool {
    let Some(atom) = line.at(at).filter(|atom| atom.is_word()) else { return false };
    let next_is_part = || !atom.possessive && line.at(at + 1).is_some_and(is_part);
    if !atom.capital {
        // "van der Berg", "al-Masri".
        let small =
            Class::PREPOSITION.or(Class::DETERMINER).or(Class::COORDINATOR).or(Class::DOCUMENT).or(Class::OBJECT);
        return atom.is(Class::PARTICLE) && !atom.is(small) && next_is_part() || is_prefixed(line, at);
    }
    let first = line.begins_clause(at);
    if atom.is(NEVER) && !atom.pointed {
        return atom.is(Class::PARTICLE) && !first && next_is_part() && !atom.is(Class::COORDINATOR);
    }
    if !first {
        return !atom.is(Class::MODAL) || next_is_part();
    }
    // "Bill Reyes" begins like "Bill passes"; "Mark Reyes" like "Ask Reyes".
    let opens = atom.is(OPENS_SENTENCE) || atom.entry.verb.is_some() && !atom.is(OFFICE);
    if opens {
        return next_is_part() && atom.is(Class::DOCUMENT);
    }
    let word = line.word(at);
    let gerund = || line.lexicon.by_ending(word).has(Class::GERUND_ENDING);
    let plain = || !atom.is(OFFICE.or(BODY).or(Class::OUTLET_WORD)) && line.is_plain(word);
    !(next_is_part() && (gerund() || plain()))
}

/// `Ana "Nan" Reyes`: the atom after a short quotation within a name.
fn nickname(line: &Line<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 24;
    let atom = line.at(at).filter(|atom| atom.quotation().is_some() && atom.capital && !atom.pointed)?;
    let part = |i: usize| line.at(i).is_some_and(is_part);
    (atom.span.len() <= LONGEST && part(at - 1) && part(at + 1)).then_some(at + 1)
}

/// The last atom of what joins the run from `start` to a capital word: "de", "of the", "&".
fn joint(line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    let part = |i: usize| line.at(i).is_some_and(|atom| is_part(atom) && !atom.is(Class::WEEKDAY));
    if line.is_mark(at, '&') || line.word(at) == "&" {
        return part(at + 1).then_some(at + 1);
    }
    let atom = line.at(at).filter(|atom| atom.is_word() && !atom.capital)?;
    let joins = match () {
        () if atom.is(Class::THE) => return None,
        () if atom.is(Class::JOINING) => {
            // "Department of Health and Human Services", not "the Bank of Lund and Ana Reyes".
            let linked = (start..at).any(|i| line.is(i, Class::PREPOSITION) && !line.at(i).is_some_and(|a| a.capital));
            let closes = (at + 1..at + 4).take_while(|&i| part(i)).last();
            return closes.filter(|&i| linked && line.is(i, Class::ORGANISATION)).map(|_| at + 1);
        }
        () if atom.is(Class::OF) && line.is(at - 1, Class::TITLE) => true,
        () if atom.is(Class::WITHIN_NAME) => {
            line.is(at - 1, BODY.or(Class::GROUP)) && (start..at).any(|i| line.is(i, BODY))
        }
        () if !atom.is(Class::PARTICLE) => return None,
        () if line.is(at + 1, Class::PARTICLE) && part(at + 2) => return Some(at + 2),
        () => return part(at + 1).then_some(at + 1),
    };
    let next = at + 1 + usize::from(line.is(at + 1, Class::THE));
    (joins && part(next)).then_some(next)
}

/// The first atom of the name proper, after "Sen.", "Mayor", "Secretary of State".
pub(super) fn without_title(line: &Line<'_>, run: Range<usize>) -> usize {
    let mut last = run.end - 1;
    while last > run.start && line.is(last, Class::POSTNOMINAL) {
        last -= 1;
    }
    let body = line.is(last, Class::ORGANISATION.or(Class::OUTLET_WORD)) && !line.is(last, Class::TITLE);
    // "Dean Reyes" may be Dean's name.
    let first_name = |i: usize| i == run.start && i + 1 == last && line.is(i, Class::FIRST_NAME);
    let office = |i: usize| line.at(i).is_some_and(|a| a.is(OFFICE) && a.capital && !first_name(i));
    let Some(title) = (run.start..last).rev().find(|&i| office(i)) else { return run.start };
    // "the Republican National Convention", but "the Rev. Ana Reyes"; "die Ingenieurin Ana Reyes" is no body.
    let article = line.before(run.start).is_some_and(|before| before.is(Class::THE)) && !line.lexicon.is_verb_second();
    if article && !line.is(title, Class::TITLE) {
        return run.start;
    }
    if body && !(title == run.start && line.at(title).is_some_and(|a| a.pointed)) {
        return run.start;
    }
    if !line.is(title + 1, Class::OF) {
        return title + 1;
    }
    // "Secretary of State Ana Reyes", "Secretary of Defense Reyes"; the office alone is no name.
    match last - title {
        0..=2 => run.start,
        3 => last,
        // "Secretary of State Ana M. Reyes"
        _ if line.at(last - 1).is_some_and(|middle| middle.pointed) => last - 2,
        _ => last - 1,
    }
}
