//! Atoms: words with what the lexicon knows of them, and quotations as single opaque units.

use crate::lexicon::{Class, Entry, Lexicon, Sense, VerbForm};
use crate::quotation::Quotation;
use crate::text::{Span, Token, TokenKind};
use std::ops::Range;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtomKind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// A mark, by its first character.
    Mark(char),
    /// A quotation, by index.
    Quotation(usize),
}

/// The smallest unit of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Atom {
    /// What it is.
    pub kind: AtomKind,
    /// Where it stands.
    pub span: Span,
    /// What the lexicon knows of it. Of a quotation, only whether it begins with a finite verb.
    pub entry: Entry,
    /// It begins with a capital; for a quotation, the words within do.
    pub capital: bool,
    /// It ends in a possessive.
    pub possessive: bool,
    /// A point belongs to it ("Sen."). For a quotation: it ends in a comma, question or exclamation mark, so that an
    /// attribution may follow.
    pub pointed: bool,
    /// It ends like a plural: a word of no list may be one, or a verb in the third person.
    pub plural: bool,
    /// What it tells of a setting it tells with the word before ("press conference").
    pub paired: bool,
    /// It consists of ASCII letters and digits: there is no hyphen in it.
    pub plain: bool,
}

impl Atom {
    /// Whether it is in any of these classes.
    pub fn is(&self, any: Class) -> bool {
        self.entry.class.has(any)
    }

    /// Whether it has any of these senses.
    pub fn tells(&self, any: Sense) -> bool {
        self.entry.sense.has(any)
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        matches!(self.kind, AtomKind::Mark(own) if own == mark)
    }

    /// Whether it is a word, not a mark or a quotation.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, AtomKind::Word)
    }

    /// The quotation it stands for.
    pub fn quotation(&self) -> Option<usize> {
        match self.kind {
            AtomKind::Quotation(index) => Some(index),
            _ => None,
        }
    }
}

/// The atoms of a run of tokens. `quotations` are all those of the text, by start; of these the outermost ones that
/// begin within the run become one atom each.
#[inline(never)]
pub fn atoms(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    quotations: &[Quotation],
    lexicon: &Lexicon,
) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(range.len());
    let mut next_quotation = quotations.partition_point(|q| q.open < range.start);
    let mut at = range.start;
    while at < range.end {
        while quotations.get(next_quotation).is_some_and(|q| q.open < at) {
            next_quotation += 1;
        }
        if let Some(quotation) = quotations.get(next_quotation).filter(|q| q.open == at && q.end <= range.end) {
            let verb = !lexicon.is_verb_second()
                && begins_with_verb(text, tokens.get(quotation.open + 1..).unwrap_or(&[]), lexicon);
            atoms.push(Atom {
                kind: AtomKind::Quotation(next_quotation),
                span: quotation.outer,
                entry: Entry { class: if verb { Class::VERB } else { Class::NONE }, ..Entry::default() },
                capital: quotation.inner.of(text).starts_with(char::is_uppercase),
                possessive: false,
                pointed: quotation.inner.of(text).trim_end_matches(['"', '”', '’', '\'']).ends_with([',', '?', '!'])
                    || lexicon.is_verb_second() && tokens.get(quotation.end).is_some_and(|next| next.first == ','),
                plural: false,
                paired: false,
                plain: false,
            });
            at = quotation.end.max(at + 1);
            continue;
        }
        let Some(token) = tokens.get(at) else { break };
        match token.kind {
            TokenKind::Break => {}
            TokenKind::Apostrophe => {
                if let Some(last) = atoms.last_mut().filter(|last| last.span.end == token.span.start) {
                    last.possessive = true;
                    last.span.end = token.span.end;
                }
            }
            TokenKind::Quote | TokenKind::Punctuation => {
                let joins = joins_point(text, tokens, at, &atoms, lexicon);
                match atoms.last_mut().filter(|_| joins) {
                    Some(last) => {
                        last.pointed = true;
                        last.span.end = token.span.end;
                    }
                    None => atoms.push(mark(token)),
                }
            }
            TokenKind::Word | TokenKind::Number => {
                let within = atoms.last().is_some_and(|before| before.is_word() && !before.pointed);
                let mut atom = word(text, token, lexicon, within);
                if let Some(first) = atoms.last().filter(|_| atom.entry.sense.has(Sense::PAIR)) {
                    pair(text, first, &mut atom, lexicon);
                }
                atoms.push(atom);
            }
        }
        at += 1;
    }
    atoms
}

/// Whether a quotation that begins with this word goes on with a sentence whose subject stands before it.
fn begins_with_verb(text: &str, words: &[Token], lexicon: &Lexicon) -> bool {
    const FINITE: Class =
        Class::BE.or(Class::HAVE).or(Class::DO).or(Class::MODAL).or(Class::VERB).or(Class::PAST_ENDING);
    let Some(first) = words.first().filter(|first| first.kind == TokenKind::Word) else { return false };
    let atom = word(text, first, lexicon, true);
    // "wishes every member a good day"
    let next = words.get(1).map_or(Class::NONE, |next| lexicon.look_up(next.span.of(text)).class);
    let unknown = atom.entry.class == Class::NONE
        && atom.plural
        && next.has(Class::DETERMINER | Class::POSSESSIVE | Class::OBJECT);
    let finite =
        atom.entry.forms.has(VerbForm::Past) || atom.entry.forms.has(VerbForm::Third) && !atom.is(Class::NOUN_TOO);
    !atom.capital && !atom.is(Class::PRONOUN) && (finite || unknown || atom.is(FINITE))
}

fn mark(token: &Token) -> Atom {
    let first = match token.first {
        '–' | '—' | '―' | '⸺' => '—',
        // A lone hyphen between spaces, or two in a row, is a dash.
        '-' if token.space_before || token.span.len() > 1 => '—',
        '…' => '…',
        '.' if token.span.len() > 1 => '…',
        other => other,
    };
    Atom {
        kind: AtomKind::Mark(first),
        span: token.span,
        entry: Entry::default(),
        capital: false,
        possessive: false,
        pointed: false,
        plural: false,
        paired: false,
        plain: token.plain,
    }
}

/// Whether the point at token `at` belongs to the abbreviation or initial before it.
fn joins_point(text: &str, tokens: &[Token], at: usize, atoms: &[Atom], lexicon: &Lexicon) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.first == '.' && token.span.len() == 1) else { return false };
    let Some(last) = atoms.last().filter(|last| last.span.end == token.span.start && !last.pointed) else {
        return false;
    };
    let word = last.span.of(text);
    if last.kind == AtomKind::Number && lexicon.is_verb_second() {
        // "am 3. Mai", "die 2. Kammer".
        let before = atoms.len().checked_sub(2).and_then(|before| atoms.get(before));
        let month = tokens.get(at + 1).is_some_and(|next| lexicon.look_up(next.span.of(text)).class.has(Class::MONTH));
        return word.len() <= 2 && (month || before.is_some_and(|a| a.is(Class::DETERMINER | Class::PREPOSITION)));
    }
    if last.kind != AtomKind::Word {
        return false;
    }
    let initial = last.capital && word.chars().count() == 1 && word != "I";
    initial || (last.is(Class::ABBREVIATION) && (last.capital || lexicon.is_verb_second()))
}

/// The atom of a word; `within` a sentence it tells more that it has a capital.
fn word(text: &str, token: &Token, lexicon: &Lexicon, within: bool) -> Atom {
    let word = token.span.of(text);
    let mut capital = match token.first {
        '@' => word.len() > 1,
        '#' | '$' => word.trim_start_matches(['@', '#', '$']).starts_with(char::is_uppercase),
        first => first.is_uppercase(),
    };
    let (stem, ending) = if token.plain { (word, Ending::None) } else { split_ending(word) };
    let (mut entry, ends) = (lexicon.look_up(stem), lexicon.by_ending(stem));
    // "the US", "the WHO"
    if within
        && capital
        && entry.class.has(Class::OBJECT | Class::PERSONAL_RELATIVE)
        && stem.len() > 1
        && is_upper(stem)
    {
        entry = Entry::default();
    }
    let mut possessive = false;
    match ending {
        Ending::None => {}
        Ending::Possessive if entry.class.has(CONTRACTS) => entry.class |= Class::BE,
        Ending::Possessive => possessive = true,
        Ending::Verb => entry.class |= Class::MODAL,
        Ending::Negation => {
            entry.class |= Class::NEGATION | if entry.class == Class::NONE { Class::MODAL } else { Class::NONE }
        }
    }
    if !capital && entry.verb.is_none() {
        // What an ending tells of a lower-case word that the lexicon does not have.
        if entry.class == Class::NONE && (token.plain || !stem.contains('-')) {
            entry.class = ends.and(BY_ENDING);
        }
    }
    if lexicon.is_verb_second() {
        by_capital(ends, &mut entry, &mut capital, within);
    }
    Atom {
        kind: if token.kind == TokenKind::Number { AtomKind::Number } else { AtomKind::Word },
        span: token.span,
        entry,
        capital,
        possessive,
        pointed: false,
        plural: ends.has(Class::PLURAL_ENDING),
        paired: false,
        plain: token.plain,
    }
}

fn is_upper(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Gives the second word of a pair ("press conference") what the pair tells of a setting.
fn pair(text: &str, first: &Atom, second: &mut Atom, lexicon: &Lexicon) {
    let stem = |atom: &Atom| split_ending(atom.span.of(text)).0;
    let pair = lexicon.pair(stem(first), stem(second)).filter(|_| first.is_word());
    second.paired = pair.is_some();
    if let Some(pair) = pair {
        (second.entry.sense, second.entry.value) = (pair.sense, pair.value);
    }
}

/// Where nouns have capitals, a capital makes a noun, and the capital of a common noun is no name's. What has neither a
/// capital nor an ending of adjectives is taken for an adverb.
fn by_capital(ending: Class, entry: &mut Entry, capital: &mut bool, within: bool) {
    const FUNCTION: Class = Class::DETERMINER
        .or(Class::PRONOUN)
        .or(Class::OBJECT)
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::COORDINATOR)
        .or(Class::SUBORDINATOR)
        .or(Class::ADVERB)
        .or(Class::NEGATION)
        .or(Class::BE)
        .or(Class::HAVE)
        .or(Class::MODAL);
    if *capital && !within && entry.class == Class::NONE && ending.has(Class::ADVERB) {
        (entry.class, *capital) = (Class::ADVERB, false);
    }
    // "sagte Anders Reyes", not "sagten Sie".
    if *capital && within && entry.class.has(FUNCTION) && !entry.class.has(Class::PRONOUN.or(Class::POSSESSIVE)) {
        *entry = Entry::default();
    }
    if *capital && !entry.class.has(FUNCTION) {
        let common = entry.class.has(Class::COMMON) || entry.class == Class::NONE && ending.has(Class::COMMON);
        entry.class |= Class::NOUN;
        *capital = !common;
    } else if !*capital && entry.class == Class::NONE && entry.verb.is_none() && !ending.has(Class::ADJECTIVE_ENDING) {
        entry.class = Class::ADVERB;
    }
}

/// Classes that a word may belong to by its ending.
const BY_ENDING: Class = Class::ADVERB.or(Class::GERUND_ENDING).or(Class::PAST_ENDING);

/// Words after which 's is a verb.
const CONTRACTS: Class = Class::PRONOUN;

enum Ending {
    None,
    Possessive,
    Verb,
    Negation,
}

fn split_ending(word: &str) -> (&str, Ending) {
    let Some(at) = word.rfind(['\'', '’']) else { return (word, Ending::None) };
    let (stem, ending) = word.split_at(at);
    let ending = ending.trim_start_matches(['\'', '’']);
    match ending {
        "s" | "S" => (stem, Ending::Possessive),
        "d" | "ll" | "ve" | "re" | "m" => (stem, Ending::Verb),
        "t" | "T" => (stem.strip_suffix(['n', 'N']).unwrap_or(stem), Ending::Negation),
        _ => (word, Ending::None),
    }
}
