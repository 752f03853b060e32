//! Whether a sentence goes on after a quotation with who said it.

use super::content::is_that;
use super::subject::{is_adverbial, is_speaker_like};
use crate::lexicon::Class;
use crate::syntax::{Atom, AtomKind, noun_phrase_from};

/// Whether an attribution of the quotation before it begins at atom `at`: a verb of speech with its subject, and no
/// content after it.
pub fn begins_attribution(atoms: &[Atom], at: usize) -> bool {
    let verb_at = |i: usize| atoms.get(i).is_some_and(|a| a.is_word() && !a.capital && a.entry.verb.is_some());
    const REACH: usize = 20;
    let high = atoms.len().min(at + REACH);
    let mut end = match atoms.get(at) {
        Some(_) if verb_at(at) => return true,
        _ => match noun_phrase_from(atoms, at, high) {
            Some(phrase) if is_speaker_like(atoms, &phrase) => phrase.end,
            _ => return false,
        },
    };
    // "Dana Reyes, head of the school, said"
    if atoms.get(end).is_some_and(|a| a.is_mark(',')) {
        let closing = (end + 1..high).find(|&i| atoms.get(i).is_some_and(|a| a.is_mark(',') || a.is_mark('.')));
        end = closing.filter(|&closing| verb_at(closing + 1)).map_or(end, |closing| closing + 1);
    }
    while atoms.get(end).is_some_and(is_adverbial) {
        end += 1;
    }
    // A quotation that ends in a point ends its sentence, unless the attribution is all there is.
    let pointed = at.checked_sub(1).and_then(|before| atoms.get(before)).is_none_or(|a| a.pointed);
    let closes = |a: &Atom| a.is_mark('.');
    let that = (end + 1..end + 5).any(|i| atoms.get(i).is_some_and(is_that));
    // `"Why?" Reyes asked the keeper.`
    let told = noun_phrase_from(atoms, end + 1, atoms.len())
        .is_some_and(|told| atoms.get(told.end).is_none_or(|a| matches!(a.kind, AtomKind::Mark('.' | ',' | ';'))));
    verb_at(end)
        && !that
        && (pointed || atoms.get(end + 1).is_none_or(closes))
        && (pointed && told
            || atoms.get(end + 1).is_none_or(|a| match a.kind {
                AtomKind::Mark(mark) => {
                    mark != ':' && !(mark == ',' && atoms.get(end + 2).is_some_and(|q| q.quotation().is_some()))
                }
                AtomKind::Quotation(_) => false,
                _ => {
                    a.is(Class::PREPOSITION
                        .or(Class::TIME)
                        .or(Class::WEEKDAY)
                        .or(Class::OBJECT)
                        .or(Class::SUBORDINATOR))
                        || is_adverbial(a)
                }
            }))
}
