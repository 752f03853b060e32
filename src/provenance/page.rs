//! Pages that are an interview: answers under the speaker's name, questions under the outlet's.

use super::carry::is_headline;
use super::dates::When;
use super::scene::What;
use super::setting::Setting;
use super::stage::Stage;
use super::words::{Word, word};
use super::{Context, Grounded, Kin, Name};
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind};

/// Labelled answers that make a page an interview.
const ANSWERS: usize = 2;

/// Where one speaker answers under her name ("Reyes: …") again and again, she was interviewed by this page's outlet: her
/// other words without a setting come from there too, and "we spoke in May" dates them all.
pub(super) fn interview(context: &Context<'_>, kin: &[Kin], settings: &mut [Setting]) {
    let labelled: Vec<(usize, usize)> = (0..context.utterances.len())
        .filter(|&index| kin.get(index) == Some(&Kin::Top))
        .filter_map(|index| Some((index, context.entity_index(index).filter(|_| label(context, index).is_some())?)))
        .collect();
    let Some(&(_, guest)) = labelled.first() else { return };
    if labelled.iter().filter(|&&(_, entity)| entity == guest).count() < ANSWERS {
        return;
    }
    let when = spoken(context);
    for (index, setting) in settings.iter_mut().enumerate() {
        let answer = labelled.iter().any(|&(labelled, entity)| labelled == index && entity == guest);
        let alone = kin.get(index) == Some(&Kin::Top) && context.entity_index(index) == Some(guest);
        if !(answer || alone && setting.medium.is_none() && !is_apart(context, index)) {
            continue;
        }
        let basis = if answer { Basis::Stated } else { Basis::Inferred };
        if answer || setting.medium.is_none() {
            setting.medium = Some(Grounded { value: MediumKind::Interview, basis, at: None });
        }
        setting.own_interview = true;
        setting.when = setting.when.or(when);
        if let Some(at) = label(context, index).filter(|_| answer) {
            setting.addressee =
                asker(context, index).map(|name| Grounded { value: name.into(), basis: Basis::Stated, at: Some(at) });
        }
    }
}

/// The name and colon that a paragraph begins with, if its words are the utterance.
fn label(context: &Context<'_>, index: usize) -> Option<Span> {
    let utterance = context.utterances.get(index).filter(|utterance| utterance.form == Form::Block)?;
    let paragraph = context.reading.paragraphs.get(utterance.block)?;
    let colon = paragraph.atoms.iter().take(4).position(|atom| atom.is_mark(':')).filter(|&colon| colon > 0)?;
    let before = paragraph.atoms.get(..colon)?;
    let names = before.iter().all(|atom| atom.is_word() && atom.capital);
    names.then(|| Some(before.first()?.span.cover(before.last()?.span)))?
}

/// Who asks: the name that the paragraph before begins with, else the article's own outlet.
fn asker(context: &Context<'_>, index: usize) -> Option<Name> {
    let before = context.utterances.get(index)?.block.checked_sub(1)?;
    let paragraph = context.reading.paragraphs.get(before)?;
    let colon = paragraph.atoms.iter().take(5).position(|atom| atom.is_mark(':')).filter(|&colon| colon > 0);
    let words = colon.and_then(|colon| Some(paragraph.atoms.first()?.span.cover(paragraph.atoms.get(colon - 1)?.span)));
    words.map(Name::Words).or_else(|| context.own_outlets.first().map(|_| Name::Own))
}

/// "We spoke in May".
fn spoken(context: &Context<'_>) -> Option<Grounded<When>> {
    let text = context.reading.text;
    let first =
        context.reading.paragraphs.iter().enumerate().filter(|(block, _)| !is_headline(context.reading, *block));
    first.take(8).find_map(|(_, paragraph)| {
        paragraph.sentences.iter().find_map(|range| {
            let atoms = paragraph.atoms.get(range.clone())?;
            let we = atoms.iter().any(|atom| Word(atom.span.of(text)).is_any("We I we"));
            let met = atoms.iter().any(|atom| word(text, Some(atom)).is_any("spoke met talked"));
            let span = atoms.first()?.span.cover(atoms.last()?.span);
            let stage = (we && met).then(|| Stage::read(context.reading, span, &[], context.published))?;
            stage.facts.iter().find_map(|fact| match fact.what {
                What::Time(when) if !when.is_open() => {
                    Some(Grounded { value: when, basis: Basis::Inferred, at: Some(fact.span) })
                }
                _ => None,
            })
        })
    })
}

/// Words of another occasion are none of the interview's.
fn is_apart(context: &Context<'_>, index: usize) -> bool {
    context.is_relayed(index) || super::carry::is_perfect(context, index)
}
