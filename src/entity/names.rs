//! Names: runs of capital words with their titles, and what the words around them tell of whom they name.

use super::Gender;
use super::scan::Stretch;
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind};
use crate::text::Span;
use std::ops::Range;

/// A name as it stands in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameMention {
    /// With its title, without a possessive ending.
    pub span: Span,
    /// Without its title.
    pub name: Span,
    /// What stands before it: "Sen.", "national security adviser".
    pub title: Option<Span>,
    /// What is said of it after a comma: "a professor at the institute".
    pub apposition: Option<Span>,
    /// Its short form in brackets: "(NUF)".
    pub alias: Option<Span>,
    /// The gender that title and apposition give.
    pub gender: Gender,
    /// How much its own words and title tell of a person (above 0) or of something else (below 0).
    pub person: i8,
    /// The same of what stands around it.
    pub context: i8,
    /// Its own words say that it is an organisation.
    pub organisation: bool,
    /// Its own words say that it is a newspaper, broadcaster or network.
    pub outlet: bool,
    /// Its capital may be that of a first word: it counts only where the name stands elsewhere too.
    pub weak: bool,
    /// All words around it have capitals.
    pub title_case: bool,
}

/// Words that are part of no name, whatever their capital.
const NEVER: Class = Class::DETERMINER
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
const OPENS_SENTENCE: Class = Class::ADVERB.or(Class::MODAL).or(Class::TIME).or(Class::VERB);

const OFFICE: Class = Class::TITLE.or(Class::ROLE);

/// The atom after a date line ("VARESH, Sarovia (Press Union) —"), or the first of the sentence.
pub(super) fn after_dateline(text: &str, atoms: &[Atom], sentence: &Range<usize>) -> usize {
    let first = atoms.get(sentence.start).filter(|atom| sentence.start == 0 && atom.is_word());
    let upper = first.is_some_and(|atom| is_upper(atom.span.of(text)) && atom.span.len() > 2);
    let high = sentence.end.min(sentence.start + 14);
    let dash = (sentence.start..high).find(|&at| atoms.get(at).is_some_and(|atom| atom.is_mark('—')));
    dash.filter(|_| upper).map_or(sentence.start, |dash| dash + 1)
}

fn is_upper(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Reads the name that begins at an atom; with it the atoms it takes.
pub(super) fn read(
    text: &str,
    stretch: &Stretch<'_>,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(NameMention, Range<usize>)> {
    let atoms = stretch.atoms;
    let atom = atoms.get(at)?;
    if atom.span.of(text).starts_with('@') && atom.span.len() > 1 {
        let mention = NameMention { span: atom.span, name: atom.span, ..NameMention::default() };
        return Some((mention, at..at + 1));
    }
    let end = run_end(text, atoms, sentence, at)?;
    let last = atoms.get(end - 1)?;
    let name_start = without_title(text, atoms, at..end);
    let only_nouns =
        (at..end).all(|i| atoms.get(i).is_some_and(|a| a.is(COMMON) && !a.is(Class::OUTLET) && !acronym(text, a)));
    let before = at.checked_sub(1).filter(|&before| before >= sentence.start).and_then(|before| atoms.get(before));
    if only_nouns && name_start == at && !(end - at > 1 && last.is(Class::OUTLET_WORD | Class::ORGANISATION)) {
        let article = before.is_some_and(|before| before.span.of(text).eq_ignore_ascii_case("the"));
        let outlet = article && last.is(Class::OUTLET_WORD) && !last.is(Class::DOCUMENT);
        if at == sentence.start || !outlet {
            return None;
        }
    }
    let first = atoms.get(name_start)?;
    let name = Span::new(first.span.start, without_possessive(text, last.span));
    let mut mention = NameMention { name, span: name, ..NameMention::default() };
    mention.weak =
        stretch.title_case || at == sentence.start && name_start == at && end - at == 1 && is_plain(text, last);
    mention.title = title(text, atoms, sentence, at, name_start);
    mention.span = mention.title.map_or(name, |title| title.cover(name));
    describe_words(text, atoms, name_start..end, before, &mut mention);
    super::context::weigh(text, atoms, sentence, at..end, &mut mention);
    Some((mention, at..end))
}

/// Words of names that are common nouns too.
const COMMON: Class = Class::ROLE
    .or(Class::GROUP)
    .or(Class::TITLE)
    .or(Class::COLLECTIVE)
    .or(Class::ORGANISATION)
    .or(Class::DOCUMENT)
    .or(Class::OUTLET_WORD)
    .or(Class::TIME)
    .or(Class::MONTH);

/// A first word of a sentence with nothing of a name but its capital.
fn is_plain(text: &str, atom: &Atom) -> bool {
    !atom.possessive && !atom.is(Class::OUTLET) && !acronym(text, atom)
}

fn acronym(text: &str, atom: &Atom) -> bool {
    let word = atom.span.of(text);
    word.len() > 1 && is_upper(word) && word.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// One past the last atom of the run of capital words at `at`.
fn run_end(text: &str, atoms: &[Atom], sentence: &Range<usize>, at: usize) -> Option<usize> {
    if !begins(text, atoms, sentence, at) {
        return None;
    }
    let mut end = at + 1;
    while end < sentence.end.min(at + LONGEST_NAME) {
        let before = atoms.get(end - 1)?;
        if before.possessive {
            break;
        }
        let Some(atom) = atoms.get(end) else { break };
        if is_part(atom) {
            end += 1;
        } else if let Some(next) = joint(text, atoms, at, end).filter(|&next| next < sentence.end) {
            end = next + 1;
        } else {
            break;
        }
    }
    // "Reyes Monday": a time is no last name.
    while end > at + 1
        && atoms.get(end - 1).is_some_and(|last| last.is(Class::MONTH | Class::TIME) && !last.is(Class::OUTLET_WORD))
        && last_is_time(text, atoms, end - 1)
    {
        end -= 1;
    }
    Some(end)
}

/// A run of more capital words is a title or a list.
const LONGEST_NAME: usize = 12;

fn last_is_time(text: &str, atoms: &[Atom], at: usize) -> bool {
    // "Theresa May" against "Ms. Reyes May 4".
    atoms.get(at).is_some_and(|atom| {
        atom.is(Class::TIME)
            || atom.span.of(text) != "May" && atom.span.of(text) != "June" && atom.span.of(text) != "April"
    }) || atoms.get(at + 1).is_some_and(|next| next.kind == AtomKind::Number)
}

fn is_part(atom: &Atom) -> bool {
    atom.is_word()
        && atom.capital
        && (!atom.is(NEVER) || atom.pointed || atom.is(Class::PARTICLE | Class::ORGANISATION))
}

/// Whether a name may begin here.
fn begins(text: &str, atoms: &[Atom], sentence: &Range<usize>, at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return false };
    let first = at == sentence.start
        || atoms.get(at - 1).is_some_and(|before| matches!(before.kind, AtomKind::Mark(':' | '—')));
    let word = atom.span.of(text);
    let next_is_part = !atom.possessive && at + 1 < sentence.end && atoms.get(at + 1).is_some_and(is_part);
    if !atom.is_word() || word.starts_with('#') {
        return false;
    }
    if !atom.capital {
        // "van der Berg", "al-Masri".
        let particle = atom.is(Class::PARTICLE)
            && !atom.is(Class::PREPOSITION | Class::DETERMINER | Class::COORDINATOR | Class::DOCUMENT);
        return (particle && next_is_part && !atom.is(Class::OBJECT)) || word.starts_with("al-") && word.len() > 4;
    }
    if atom.is(NEVER) && !atom.pointed {
        return atom.is(Class::PARTICLE) && !first && next_is_part && !atom.is(Class::COORDINATOR);
    }
    if !first {
        return !atom.is(Class::MODAL) || next_is_part || !word.eq_ignore_ascii_case("will");
    }
    if atom.is(OPENS_SENTENCE) || atom.entry.verb.is_some() && !atom.is(OFFICE) {
        // "Mark Reyes" begins like "Ask Reyes"; only base forms are first names.
        return next_is_part && atom.is(Class::DOCUMENT);
    }
    let gerund = word.len() > 5 && word.ends_with("ing");
    !(atom.is(Class::FRAME) || gerund && next_is_part)
}

/// The last atom of what joins the run from `at` to a capital word: "de", "of the", "&".
fn joint(text: &str, atoms: &[Atom], at: usize, end: usize) -> Option<usize> {
    let atom = atoms.get(end)?;
    let part = |i: usize| atoms.get(i).is_some_and(|atom| is_part(atom) && !atom.is(Class::WEEKDAY));
    let word = atom.span.of(text);
    if atom.is_mark('&') || word == "&" {
        return part(end + 1).then_some(end + 1);
    }
    if !atom.is_word() || atom.capital {
        return None;
    }
    if matches!(word, "of" | "for" | "on" | "and" | "the") {
        let before = (at..end).filter_map(|i| atoms.get(i));
        let before_last = atoms.get(end - 1)?;
        let formal = match word {
            "and" => {
                // "Department of Health and Human Services"
                let linked = (at..end).any(|i| atoms.get(i).is_some_and(|a| !a.capital && a.is(Class::PREPOSITION)));
                let closes = (end + 1..end + 4).take_while(|&i| part(i)).filter_map(|i| atoms.get(i)).last();
                return (linked && closes.is_some_and(|a| a.is(Class::ORGANISATION) && a.possessive | true))
                    .then_some(end + 1)
                    .filter(|&i| part(i));
            }
            "the" => return None,
            _ => {
                let office = word == "of" && before_last.is(Class::TITLE);
                office
                    || before.clone().any(|a| a.is(Class::ORGANISATION | Class::COLLECTIVE))
                        && before_last.is(Class::ORGANISATION | Class::COLLECTIVE | Class::GROUP)
            }
        };
        let next = if atoms.get(end + 1).is_some_and(|a| a.span.of(text) == "the") { end + 2 } else { end + 1 };
        return (formal && part(next)).then_some(next);
    }
    if atom.is(Class::PARTICLE) && part(end + 1) {
        return Some(end + 1);
    }
    // "van der Berg"
    (atom.is(Class::PARTICLE) && atoms.get(end + 1).is_some_and(|a| a.is(Class::PARTICLE)) && part(end + 2))
        .then_some(end + 2)
}

/// The first atom of the name proper, after "Sen.", "Mayor", "Secretary of State".
fn without_title(text: &str, atoms: &[Atom], run: Range<usize>) -> usize {
    let at = |i: usize| atoms.get(i);
    let mut last = run.end - 1;
    while last > run.start && at(last).is_some_and(|a| a.is(Class::POSTNOMINAL)) {
        last -= 1;
    }
    let is_organisation =
        at(last).is_some_and(|a| a.is(Class::ORGANISATION | Class::OUTLET_WORD) && !a.is(Class::TITLE));
    let titled = (run.start..last).rev().find(|&i| at(i).is_some_and(|a| a.is(OFFICE) && (a.capital || a.pointed)));
    let Some(title) =
        titled.filter(|&title| !is_organisation || title == run.start && at(title).is_some_and(|a| a.pointed))
    else {
        return run.start;
    };
    let of = at(title + 1).is_some_and(|a| a.span.of(text) == "of");
    if !of {
        return title + 1;
    }
    // "Secretary of State Ana Reyes", "Secretary of Defense Reyes"; the office alone is no name.
    match last - title {
        0..=2 => run.start,
        3 => last,
        _ => last - 1,
    }
}

/// The title before a name: within the run of capitals, or a noun for an office right before it.
fn title(text: &str, atoms: &[Atom], sentence: &Range<usize>, at: usize, name_start: usize) -> Option<Span> {
    let before =
        |at: usize| at.checked_sub(1).filter(|&before| before >= sentence.start).and_then(|before| atoms.get(before));
    let leads = |atom: &Atom| {
        atom.is_word() && !atom.capital && !atom.possessive && !atom.is(NEVER) && atom.entry.verb.is_none()
    };
    let mut start = at;
    let nearest = before(at).filter(|_| name_start == at);
    if nearest.is_some_and(|atom| leads(atom) && atom.is(OFFICE)) || name_start > at {
        while at - start < 8 {
            let Some(atom) = before(start) else { break };
            let names_office = atom.is_word()
                && !atom.possessive
                && !atom.is(NEVER.or(Class::ADVERB).or(Class::VERB).or(Class::MODAL).or(Class::TIME))
                && atom.entry.verb.is_none();
            // Before "Mayor Reyes" only "former" and the like belong to the office: "after the game Mayor Reyes".
            let qualifies =
                matches!(atom.span.of(text), "former" | "then" | "acting" | "deputy" | "retired" | "interim");
            if !names_office || name_start > at && !qualifies {
                break;
            }
            start -= 1;
        }
    }
    let first = atoms.get(start)?;
    let last = name_start.checked_sub(1).and_then(|last| atoms.get(last)).filter(|_| name_start > start)?;
    Some(first.span.cover(last.span))
}

/// What the words of the name say of what it names.
fn describe_words(text: &str, atoms: &[Atom], words: Range<usize>, before: Option<&Atom>, mention: &mut NameMention) {
    let of = |i: usize| atoms.get(i);
    let many = words.len() > 1;
    let Some(last) = words.end.checked_sub(1).and_then(of) else { return };
    let article = before.is_some_and(|before| before.span.of(text).eq_ignore_ascii_case("the"));
    let joined = words.clone().any(|i| {
        of(i).is_some_and(|a| {
            !a.capital && a.is(Class::PREPOSITION) && !a.is(Class::PARTICLE) || a.span.of(text) == "of"
        })
    });
    let named = words.clone().any(|i| of(i).is_some_and(|a| a.is(Class::ORGANISATION) && !a.is(Class::ROLE)));
    let personal = mention.title.is_some();
    mention.organisation = !personal
        && (last.is(Class::ORGANISATION | Class::COLLECTIVE) && many
            || named && joined
            || !many && acronym(text, last) && !mention.weak);
    mention.outlet = !personal
        && (words.len() <= 2
            && words
                .clone()
                .any(|i| of(i).is_some_and(|a| a.is(Class::OUTLET) && (acronym(text, a) || !a.is(COMMON))))
            || last.is(Class::OUTLET_WORD) && (many || article));
    mention.person = match () {
        () if mention.organisation || mention.outlet => -3,
        () if personal => 3,
        () if words.clone().any(|i| of(i).is_some_and(|a| a.is(Class::PLACE))) => -2,
        () if article => -2,
        () if many => 1,
        () => 0,
    };
}

/// Where a word ends without its possessive ending.
pub(super) fn without_possessive(text: &str, word: Span) -> usize {
    let letters = word.of(text);
    let bare = letters.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(['\'', '’']));
    bare.or_else(|| letters.strip_suffix(['\'', '’'])).map_or(word.end, |bare| word.start + bare.len())
}
