//! Names with their titles, and what their own words tell of whom they name.

use super::Gender;
use super::form::{Word, word};
use super::line::Line;
use super::run::{LONGEST_NAME, NEVER, OFFICE, run, without_title};
use crate::lexicon::Class;
use crate::syntax::Atom;
use crate::text::Span;
use std::ops::Range;

/// A name as it stands in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameMention {
    /// With its title, without a possessive ending.
    pub span: Span,
    /// Without its title.
    pub name: Span,
    /// What stands before it: "Sen.", "national security adviser", "The foreman,".
    pub title: Option<Span>,
    /// What is said of it after a comma: "a professor at the institute".
    pub apposition: Option<Span>,
    /// Its short form in brackets: "(NUF)".
    pub alias: Option<Span>,
    /// The last word of a title with a capital that tells no gender ("President"); 0 without one.
    pub office: Word,
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
    /// It is a common noun with a capital: it counts only where a person has that last name.
    pub common: bool,
    /// All words around it have capitals.
    pub title_case: bool,
}

/// Words of names that are common nouns too.
const COMMON: Class = OFFICE
    .or(Class::GROUP)
    .or(Class::COLLECTIVE)
    .or(Class::ORGANISATION)
    .or(Class::DOCUMENT)
    .or(Class::OUTLET_WORD)
    .or(Class::TIME)
    .or(Class::MONTH);

/// The atom after a date line ("VARESH, Sarovia (Press Union) —"), or the first of the sentence.
pub(super) fn after_dateline(line: &Line<'_>) -> usize {
    let start = line.sentence.start;
    let upper = start == 0 && line.word(start).len() > 2 && line.is_acronym(start);
    let dash = upper.then(|| (start..start + 14).find(|&at| line.is_mark(at, '—'))).flatten();
    dash.map_or(start, |dash| dash + 1)
}

/// Reads the name that begins at an atom; with it the atoms it takes.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<(NameMention, Range<usize>)> {
    let atom = line.at(at)?;
    if line.compound(at).is_some_and(|word| word.starts_with('@')) && atom.span.len() > 1 {
        return Some((NameMention { span: atom.span, name: atom.span, ..NameMention::default() }, at..at + 1));
    }
    let run = run(line, at)?;
    let start = without_title(line, run.clone());
    if start == at && is_common(line, run.clone()) {
        return None;
    }
    // "an American Muslim" names nobody; "a Reyes rally" does.
    let followed = line.at(run.end).is_some_and(|next| next.is_word() && !next.is(NEVER) && next.entry.verb.is_none());
    let mut opener = at;
    while opener + LONGEST_NAME > at && line.before(opener).is_some_and(|a| a.capital && !a.possessive) {
        opener -= 1;
    }
    if start == at && line.before(opener).is_some_and(|a| !a.capital && a.is(Class::INDEFINITE_ARTICLE)) && !followed {
        return None;
    }
    let (first, last) = (line.at(start)?, line.before(run.end)?);
    let name = Span::new(first.span.start, without_possessive(line.text, last.span));
    let mut mention = NameMention { name, span: name, title_case: line.title_case, ..NameMention::default() };
    let one_word = start == at && run.len() == 1;
    mention.weak =
        one_word && line.begins_clause(at) && !last.possessive && !last.is(Class::OUTLET) && !line.is_acronym(at);
    // Where nouns have capitals: "das Mädchen", "die Marke", but "der NDR".
    let determined = line.before(at).is_some_and(|a| a.is(Class::DETERMINER.or(Class::POSSESSIVE)));
    let known = Class::OUTLET.or(Class::ORGANISATION).or(Class::COLLECTIVE).or(Class::PLACE);
    if line.lexicon.is_verb_second() && one_word && determined && !last.is(known) && !line.is_acronym(at) {
        (mention.weak, mention.common) = (true, true);
    }
    mention.title = title(line, run.clone(), start);
    mention.span = mention.title.map_or(name, |title| title.cover(name));
    describe(line, start..run.end, &mut mention);
    super::context::weigh(line, run.clone(), &mut mention);
    let office = line.before(start).filter(|_| start > at && mention.gender == Gender::Unknown);
    mention.office = office.map_or(0, |office| word(office.span.of(line.text)));
    Some((mention, run))
}

/// Reads a common noun with a capital and no article as the last name of somebody ("Law said", "May and Bishop").
pub(super) fn read_common(line: &Line<'_>, at: usize) -> Option<NameMention> {
    const NAME: Class = OFFICE.or(Class::DOCUMENT).or(Class::MONTH).or(Class::OUTLET_WORD).or(Class::ADVERB);
    let atom = line.at(at).filter(|atom| atom.capital && atom.is(NAME) && !atom.is(NEVER.or(Class::GROUP)))?;
    let neighbour = |a: &Atom| a.is_word() && (a.capital || a.is(Class::DETERMINER.or(Class::POSSESSIVE)));
    if line.before(at).is_some_and(|a| neighbour(a) || a.possessive) || line.at(at + 1).is_some_and(neighbour) {
        return None;
    }
    let name = Span::new(atom.span.start, without_possessive(line.text, atom.span));
    let title_case = line.title_case;
    Some(NameMention { span: name, name, title_case, weak: true, common: true, ..NameMention::default() })
}

/// Whether a run of capital words names nobody: "President", "Council", "the Governor".
fn is_common(line: &Line<'_>, run: Range<usize>) -> bool {
    let common =
        |i: usize| line.is(i, COMMON) && !line.is(i, Class::OUTLET) && (!line.is_acronym(i) || line.is(i, OFFICE));
    if !run.clone().all(common) {
        return false;
    }
    let last = run.end - 1;
    let article = run.start > line.sentence.start && line.is(run.start - 1, Class::THE);
    let body = run.len() > 1 && line.is(last, Class::OUTLET_WORD.or(Class::ORGANISATION));
    // "the Herald", not "the Post": a paper's name by one word.
    let paper = article && line.is(last, Class::OUTLET_WORD) && !line.begins_clause(run.start);
    !(body || paper)
}

/// The title before a name: within the run of capitals, a noun for an office right before it, or before a comma.
fn title(line: &Line<'_>, run: Range<usize>, name_start: usize) -> Option<Span> {
    let at = run.start;
    let mut start = at;
    if name_start == at {
        let noun = if line.is_mark(at.wrapping_sub(1), ',') { at - 1 } else { at };
        if !line.before(noun).is_some_and(|atom| atom.is(OFFICE) && !atom.capital && is_modifier(line, noun - 1)) {
            return None;
        }
        start = noun - 1;
        while noun - start < 8 && line.before(start).is_some() && is_modifier(line, start - 1) {
            start -= 1;
        }
        // "the mayor, Ana Reyes,", not "a mayor, Ana Reyes and a judge".
        let opener = line.before(start).filter(|_| noun < at);
        let closes = line.at(run.end).is_none_or(|next| !next.is_word() && !next.is_mark('('));
        if noun < at && !closes {
            return None;
        }
        if noun < at && !opener.is_some_and(|a| a.is(Class::DETERMINER.or(Class::POSSESSIVE)) || a.possessive) {
            return None;
        }
        return Some(line.at(start)?.span.cover(line.at(noun - 1)?.span));
    }
    // Before "Mayor Reyes" only "former" and the like belong to the office: "after the game Mayor Reyes".
    while start > line.sentence.start && line.before(start).is_some_and(|a| !a.capital && a.is(Class::FORMER)) {
        start -= 1;
    }
    Some(line.at(start)?.span.cover(line.before(name_start)?.span))
}

/// Whether a word may stand before a noun for an office, as part of it.
fn is_modifier(line: &Line<'_>, at: usize) -> bool {
    let none = NEVER.or(Class::ADVERB).or(Class::VERB).or(Class::MODAL).or(Class::TIME);
    line.at(at).is_some_and(|a| a.is_word() && !a.possessive && !a.is(none) && (a.entry.verb.is_none() || a.is(OFFICE)))
}

/// What the words of the name say of what it names.
fn describe(line: &Line<'_>, words: Range<usize>, mention: &mut NameMention) {
    let last = words.end - 1;
    let many = words.len() > 1;
    let personal = mention.title.is_some();
    let article = words.start > line.sentence.start && line.is(words.start - 1, Class::THE);
    let of = words.clone().any(|i| line.is(i, Class::WITHIN_NAME));
    let named = words.clone().any(|i| line.is(i, Class::ORGANISATION) && !line.is(i, Class::ROLE));
    let ends = many && line.is(last, Class::ORGANISATION.or(Class::COLLECTIVE)) && !line.is(last, Class::OUTLET_WORD);
    mention.organisation = !personal && (ends || named && of || !many && line.is_acronym(last) && !mention.weak);
    let known = |i: usize| line.is(i, Class::OUTLET) && (line.is_acronym(i) || !line.is(i, COMMON));
    let paper = line.is(last, Class::OUTLET_WORD) && (many || article);
    mention.outlet = !personal && (paper || words.len() <= 2 && words.clone().any(known));
    mention.person = match () {
        () if mention.organisation || mention.outlet => -3,
        () if personal => 3,
        () if words.clone().any(|i| line.is(i, Class::PLACE)) => -2,
        () if article => -2,
        () if many => 1,
        () => 0,
    };
}

/// Where a word ends without its possessive ending.
fn without_possessive(text: &str, word: Span) -> usize {
    let letters = word.of(text);
    let bare = letters.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(['\'', '’']));
    bare.or_else(|| letters.strip_suffix(['\'', '’'])).map_or(word.end, |bare| word.start + bare.len())
}
