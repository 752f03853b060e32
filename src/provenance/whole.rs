//! What the article as a whole tells of settings.

use super::carry::{as_inferred, is_apart, is_headline};
use super::dates::When;
use super::facts::{LEAKED, OWN_INTERVIEW, What, among};
use super::setting::{Setting, inferred, stated};
use super::{Context, Grounded, Name, is_unnamed, missing, stage};
use crate::lexicon::{Class, Sense};
use crate::syntax::Atom;
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, SourceKind};
use MediumKind::Interview;

/// What the article as a whole tells of settings: a document has one date and one outlet, wherever the article gives
/// them, and was leaked, or not, as a whole; unnamed people who "spoke on condition of anonymity" spoke to this
/// article's reporter; and a page of answers under the speaker's name is an interview.
#[inline(never)]
pub(super) fn whole(context: &Context<'_>, settings: &mut [Setting]) {
    let mut documents = vec![Setting::default(); context.entities.len()];
    for pass in 0..2 {
        for (index, setting) in settings.iter_mut().enumerate() {
            let known = context.entity_index(index).filter(|_| context.is_kind(index, SourceKind::Document));
            let Some(known) = known.and_then(|entity| documents.get_mut(entity)) else { continue };
            if pass == 0 {
                known.when = known.when.or(setting.when);
                known.outlet = known.outlet.or(setting.outlet);
                known.marks |= setting.marks & LEAKED;
            } else {
                setting.when = setting.when.or(known.when.map(as_inferred));
                setting.outlet = setting.outlet.or(known.outlet);
                setting.marks |= known.marks;
            }
        }
    }
    let formulas = missing::formulas(context.reading);
    // Who last did.
    let mut known = None;
    for (index, setting) in settings.iter_mut().enumerate() {
        let unnamed = context.is_top(index) && context.entity(index).is_some_and(is_unnamed);
        let Some(utterance) = context.utterances.get(index).filter(|_| unnamed) else { continue };
        let spoke = missing::formula(&formulas, utterance.block).is_some_and(|formula| formula.spoke)
            || known.is_some_and(|known| known == context.entity_index(index));
        if spoke && setting.medium.is_none() && setting.outlet.is_none() && !context.is_relayed(index) {
            setting.medium = Some(Grounded { value: Interview, basis: Basis::Inferred, at: None });
            setting.marks |= OWN_INTERVIEW;
            known = Some(context.entity_index(index));
        }
    }
    interview_page(context, settings);
    feature(context, settings);
}

/// Where a reporter tells in the first person of talking with people, those who speak there without another setting
/// speak to the reporter.
fn feature(context: &Context<'_>, settings: &mut [Setting]) {
    /// Paragraphs with "I" outside marks that make a story one.
    const TOLD: usize = 3;
    let first = |atom: &Atom| atom.is(Class::FIRST_PERSON) && atom.is(Class::PRONOUN);
    let paragraphs = context.reading.paragraphs.iter();
    let told = paragraphs.filter(|paragraph| paragraph.atoms.iter().any(first)).take(TOLD).count();
    let asked = settings.iter().any(|setting| setting.marks & OWN_INTERVIEW != 0 && setting.addressee.is_some());
    if told < TOLD || !asked {
        return;
    }
    for (index, setting) in settings.iter_mut().enumerate() {
        let person = context.entity(index).is_some_and(|entity| {
            matches!(entity.kind, SourceKind::PersonNamed | SourceKind::PersonByOffice | SourceKind::AnonymousPerson)
        });
        let silent = setting.medium.is_none() && setting.outlet.is_none() && setting.when.is_none();
        if person && silent && context.is_top(index) && !is_apart(context, index) {
            setting.medium = Some(Grounded { value: Interview, basis: Basis::Inferred, at: None });
            setting.marks |= OWN_INTERVIEW;
        }
    }
}

/// Where one speaker answers under her name ("Reyes: …") again and again, she was interviewed by this page's outlet: her
/// other words without a setting come from there too, and "we spoke in May" dates them all.
fn interview_page(context: &Context<'_>, settings: &mut [Setting]) {
    let answer = |index: usize| {
        let utterance = context.utterances.get(index).filter(|utterance| utterance.form == Form::Block)?;
        label(context, utterance.block)
    };
    let answers: Vec<usize> =
        (0..settings.len()).filter(|&index| context.is_top(index) && answer(index).is_some()).collect();
    let mut counts = vec![0usize; context.entities.len()];
    let mut names = Vec::new();
    for &answer in &answers {
        if let Some(count) = context.entity_index(answer).and_then(|guest| counts.get_mut(guest)) {
            *count += 1;
            names.extend(context.name_of(answer).split(' '));
        }
    }
    names.sort_unstable();
    let answered = |index: &usize| {
        let count = context.entity_index(*index).and_then(|guest| counts.get(guest));
        count.is_some_and(|&count| count > 1)
    };
    if counts.iter().all(|&count| count < 2) {
        return;
    }
    let when = spoken(context);
    for (index, setting) in settings.iter_mut().enumerate().filter(|(index, _)| answered(index)) {
        let at = answer(index).filter(|_| answers.binary_search(&index).is_ok());
        if at.is_none() && (setting.medium.is_some() || !context.is_top(index) || is_apart(context, index)) {
            continue;
        }
        let basis = if at.is_some() { Basis::Stated } else { Basis::Inferred };
        setting.medium = Some(Grounded { value: Interview, basis, at: None });
        setting.marks |= OWN_INTERVIEW;
        setting.when = setting.when.or(when);
        if let (Some(at), Some(utterance)) = (at, context.utterances.get(index)) {
            // Who asks: the name that the paragraph before begins with, else the article's own outlet.
            let asker = utterance.block.checked_sub(1).and_then(|before| label(context, before));
            // "Q:" is nobody's name, and another guest did not ask.
            let guest = |words: Span| {
                let last = words.of(context.reading.text).rsplit(' ').next();
                last.is_some_and(|last| names.binary_search(&last).is_ok())
            };
            let asker = asker.filter(|words| words.len() > 1 && !guest(*words));
            setting.addressee = asker.and_then(|words| stated(Name::Words(words).into(), at));
        }
    }
}

/// The name and colon that a paragraph begins with.
fn label(context: &Context<'_>, block: usize) -> Option<Span> {
    let atoms = &context.reading.paragraphs.get(block)?.atoms;
    let colon = atoms.iter().take(5).position(|atom| atom.is_mark(':'))?;
    let names = atoms.get(..colon)?;
    let capital = names.iter().all(|atom| atom.is_word() && atom.capital);
    Some(names.first()?.span.cover(names.last()?.span)).filter(|_| capital)
}

/// "We spoke in May", "The interview took place on Thursday": near the top or the end.
fn spoken(context: &Context<'_>) -> Option<Grounded<When>> {
    let paragraphs = &context.reading.paragraphs;
    let edge = |block: usize| block < 8 || block + 4 > paragraphs.len();
    let told = (0..paragraphs.len()).filter(|&block| edge(block) && !is_headline(context.reading, block));
    for paragraph in told.filter_map(|block| paragraphs.get(block)) {
        for range in &paragraph.sentences {
            let atoms = paragraph.atoms.get(range.clone())?;
            let any = |is: &dyn Fn(&Atom) -> bool| atoms.iter().any(is);
            let we = any(&|atom| atom.is(Class::FIRST_PERSON)) && any(&|atom| atom.tells(Sense::STAGING));
            if we || any(&|atom| atom.entry.medium() == Some(Interview)) {
                let facts = stage::read(context, atoms.first()?.span.cover(atoms.last()?.span)).facts;
                let times = facts.iter().filter_map(|fact| match fact.what {
                    What::Time(when) if !when.is_open() => Some((when, fact.span)),
                    _ => None,
                });
                // A day rather than a year ("since March … on Tuesday").
                let found = times.min_by_key(|(when, _)| !matches!(when, When::Day(_)));
                if let Some((when, at)) = found {
                    return inferred(when, at);
                }
            }
        }
    }
    None
}

/// The day of a scene. A meeting has one: what is said there without a date was said on the day last given for it, else
/// on the day that the story's first paragraph gives. A trial has many: only its first speaker takes that day.
pub(super) fn scene_days(context: &Context<'_>, settings: &mut [Setting], scenes: u32) {
    let mut meeting = None;
    let mut first = None;
    let lead = lead_day(context);
    for (index, setting) in settings.iter_mut().enumerate() {
        let kind = setting.kind();
        if !context.is_top(index) || !among(kind, scenes) || is_apart(context, index) {
            continue;
        }
        let day = if kind == MediumKind::Testimony {
            let speaker = context.entity_index(index);
            lead.filter(|_| setting.when.is_none() && first.get_or_insert(speaker) == &speaker)
        } else {
            meeting = setting.when.filter(|when| !when.value.is_open()).or(meeting);
            meeting.or(lead)
        };
        setting.when = setting.when.or(day.map(as_inferred));
    }
}

/// The first day that the first paragraph of the story itself gives.
fn lead_day(context: &Context<'_>) -> Option<Grounded<When>> {
    /// A shorter paragraph is a byline or a line of dates, in atoms.
    const SHORTEST: usize = 12;
    let paragraphs = context.reading.paragraphs.iter().enumerate().take(8);
    let told = paragraphs.filter(|(block, _)| !is_headline(context.reading, *block));
    let lead = told.map(|(_, paragraph)| paragraph).find(|paragraph| {
        paragraph.atoms.len() >= SHORTEST && paragraph.atoms.last().is_some_and(|atom| atom.is_mark('.'))
    })?;
    let facts = lead.sentences.iter().filter_map(|range| {
        let atoms = lead.atoms.get(range.clone())?;
        Some(stage::read(context, atoms.first()?.span.cover(atoms.last()?.span)).facts)
    });
    facts.flatten().find_map(|fact| match fact.what {
        What::Time(when @ When::Day(_)) => inferred(when, fact.span),
        _ => None,
    })
}
