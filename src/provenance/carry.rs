//! Settings that one sentence states and others share.

use super::facts::{OUTSIDE, PLACE, among, media};
use super::setting::{Setting, inferred, stated};
use super::{Context, Grounded, Name};
use crate::lexicon::{Class, Sense};
use crate::options::BlockKind;
use crate::syntax::Reading;
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};
use MediumKind::{BroadcastInterview, Interview};

/// Paragraphs over which a speaker's setting is taken to last.
const REACH: usize = 2;

/// Bytes of marks and white space between the words of two who talk with one another.
const GAP: usize = 8;

/// Events at which several speak.
pub(super) const SCENES: u32 = media(&[MediumKind::Meeting, MediumKind::Debate, MediumKind::Testimony]);

/// Utterances that are compared with another.
pub(super) const COMPARED: usize = 12;

/// Hands settings on from utterance to utterance.
///
/// - Words without a medium of their own take medium, outlet and date of the same speaker's last words, at most two
///   paragraphs earlier; not to whom they were said. A cue in the perfect ("has said") begins anew.
/// - Words with a medium take the date alone, if the earlier medium is unknown or the same.
/// - Who answers shares the setting of the words answered.
/// - Who speaks next, at an event that the story is telling of, speaks there too.
#[inline(never)]
pub(super) fn carry(context: &Context<'_>, settings: &mut [Setting]) {
    let mut last: Vec<Option<usize>> = vec![None; context.entities.len()];
    let mut before: Option<usize> = None;
    for (index, utterance) in context.utterances.iter().enumerate() {
        if !context.is_top(index) {
            continue;
        }
        let slot = context.entity_index(index).and_then(|entity| last.get_mut(entity));
        let own = slot.and_then(|slot| slot.replace(index));
        if let Some(earlier) = own.filter(|&own| context.is_relayed(index) && near(context, own, index, REACH))
            && let Some(outlet) = settings.get(earlier).and_then(|earlier| earlier.outlet).filter(|it| !it.value.own)
            && let Some(setting) = settings.get_mut(index)
        {
            setting.outlet = setting.outlet.or(Some(as_inferred(outlet)));
        }
        definite_outlet(context, settings, index);
        paper(context, settings, index);
        let answered = before.filter(|&before| answers(context, index, before));
        if let Some(before) = answered {
            addressed(context, settings, before, index);
        }
        if let Some(before) = before {
            pronoun_hearer(context, settings, before, index);
        }
        let near = |&earlier: &usize| near(context, earlier, index, REACH);
        let apart = || is_apart(context, index) || is_headline(context.reading, utterance.block);
        let from = answered.or_else(|| group(context, index)).or_else(|| own.filter(near).filter(|_| !apart()));
        let from = from.or_else(|| before.filter(|&before| !apart() && shares_scene(context, settings, before, index)));
        let from = from.or_else(|| same_hearer(context, settings, index));
        let from = from.or_else(|| before.filter(|&before| is_host(context, settings, before, index)));
        if let Some(earlier) = from.and_then(|from| settings.get(from)).copied()
            && let Some(setting) = settings.get_mut(index)
        {
            same_occasion(context, setting, &earlier);
            take(setting, &earlier);
        }
        if let Some(earlier) = before.and_then(|before| settings.get(before)).copied()
            && let Some(setting) = settings.get_mut(index).filter(|setting| among(setting.kind(), SCENES))
            && before.is_some_and(|before| self::near(context, before, index, 0))
            && setting.kind() == earlier.kind()
        {
            // Within a paragraph a scene keeps its day.
            setting.when = setting.when.or(earlier.when.map(as_inferred));
        }
        before = Some(index);
    }
}

/// Whether two utterances stand within so many paragraphs.
pub(super) fn near(context: &Context<'_>, one: usize, other: usize, reach: usize) -> bool {
    let block = |index: usize| context.utterances.get(index).map_or(0, |utterance| utterance.block);
    block(one).abs_diff(block(other)) <= reach
}

/// The last utterances before one, the nearest first.
fn earlier(index: usize) -> impl Iterator<Item = usize> {
    (0..index).rev().take(COMPARED)
}

/// Whether a person who speaks right after words at a meeting, at a debate or in court speaks there as well: in the same
/// or the next paragraph, with a setting that says nothing else. (News conferences end sooner: of what is said after them
/// without a setting, as much is wrong as right.)
fn shares_scene(context: &Context<'_>, settings: &[Setting], before: usize, index: usize) -> bool {
    use SourceKind::{PersonByOffice, PersonNamed};
    let scene = settings.get(before).is_some_and(|setting| among(setting.kind(), SCENES));
    let silent = settings.get(index).is_some_and(|setting| {
        setting.medium.is_none() && setting.outlet.is_none() && setting.when.is_none() && !setting.is(PLACE | OUTSIDE)
    });
    let kind = context.entity(index).map(|entity| entity.kind);
    let person = kind.is_none_or(|kind| matches!(kind, PersonNamed | PersonByOffice));
    scene && silent && person && near(context, before, index, 1)
}

/// "told the agency", "told the paper": the outlet named last.
fn definite_outlet(context: &Context<'_>, settings: &mut [Setting], index: usize) {
    let silent = settings.get(index).filter(|setting| setting.outlet.is_none());
    let Some(at) = silent.and_then(|setting| setting.addressee?.at) else { return };
    let Some([article, noun]) = context.atoms_at(at) else { return };
    if !article.is(Class::THE) || !noun.tells(Sense::OUTLET.or(Sense::AGENCY)) {
        return;
    }
    let outlets = earlier(index).filter(|&earlier| near(context, earlier, index, REACH));
    let outlet = outlets.filter_map(|earlier| settings.get(earlier)?.outlet).find(|outlet| !outlet.value.own);
    if let (Some(outlet), Some(setting)) = (outlet, settings.get_mut(index)) {
        setting.addressee = stated(outlet.value.name.into(), at);
        setting.outlet = inferred(outlet.value, at);
        let kind = if outlet.value.broadcasts() { BroadcastInterview } else { Interview };
        setting.medium = setting.medium.or_else(|| inferred(kind, at));
    }
}

/// "according to the document": the last document's medium and date.
fn paper(context: &Context<'_>, settings: &mut [Setting], index: usize) {
    let document = earlier(index).find(|&earlier| context.is_kind(earlier, SourceKind::Document));
    let Some(document) = document.and_then(|earlier| settings.get(earlier)).copied() else { return };
    let Some(setting) = settings.get_mut(index) else { return };
    let Some(at) = setting.paper else { return };
    let general = context.atoms_at(at).and_then(<[_]>::last).is_some_and(|noun| noun.tells(Sense::PAPER));
    if general && document.medium.is_some() {
        setting.medium = document.medium.map(as_inferred);
    }
    setting.when = setting.when.or(document.when.map(as_inferred));
}

/// Whether who speaks right after words in an interview is who leads it: called so, or a name of the programme or of
/// whom they were said to.
fn is_host(context: &Context<'_>, settings: &[Setting], before: usize, index: usize) -> bool {
    const TALKS: u32 = media(&[Interview, BroadcastInterview, MediumKind::Podcast]);
    let (Some(setting), Some(earlier)) = (settings.get(index), settings.get(before)) else { return false };
    let source = context.utterances.get(index).and_then(|utterance| utterance.source);
    let name = context.name_of(index).rsplit(' ').next().filter(|name| name.len() > 2);
    let told = earlier.addressee.map(|addressee| addressee.value.name);
    let outlet = earlier.outlet.map(|outlet| outlet.value.name);
    let called = source.is_some_and(|mention| context.any_word(mention.span, Sense::HOST))
        || name.is_some_and(|name| [told, outlet].into_iter().flatten().any(|it| context.name(it).ends_with(name)));
    let silent = setting.medium.is_none() && setting.outlet.is_none();
    called && silent && among(earlier.kind(), TALKS) && near(context, before, index, 1)
}

/// The interview in which the speaker told the same person before ("told the host, Ida Petty", later "told Petty").
fn same_hearer(context: &Context<'_>, settings: &[Setting], index: usize) -> Option<usize> {
    let hearer = |index: usize| {
        let setting = settings.get(index)?;
        Some(context.name(setting.addressee?.value.name)).filter(|name| name.starts_with(char::is_uppercase))
    };
    let outlet = |index: usize| Some(context.name(settings.get(index)?.outlet?.value.name));
    let name = hearer(index)?.rsplit(' ').next()?;
    let told = |&other: &usize| {
        let same = context.entity_index(other) == context.entity_index(index);
        let media = settings.get(other).is_some_and(|other| other.medium.is_some());
        same && media && [hearer(other), outlet(other)].into_iter().flatten().any(|other| other.ends_with(name))
    };
    (0..index).rev().take(4 * COMPARED).find(told)
}

/// "in the same interview": whatever was said of it before.
fn same_occasion(context: &Context<'_>, setting: &mut Setting, earlier: &Setting) {
    let words = setting.medium.and_then(|medium| context.atoms_at(medium.at?)).unwrap_or(&[]);
    let same = words.iter().any(|atom| atom.tells(Sense::CLOCK) && atom.entry.value == super::time::SAME);
    if let (Some(medium), true) = (&mut setting.medium, same && earlier.medium.is_some()) {
        medium.value = earlier.kind();
        setting.outlet = setting.outlet.or(earlier.outlet.map(as_inferred));
    }
}

/// Takes an earlier setting, as far as this one leaves room.
#[inline(never)]
pub(super) fn take(setting: &mut Setting, earlier: &Setting) {
    if setting.medium.is_none() {
        setting.medium = earlier.medium.map(as_inferred);
        setting.outlet = setting.outlet.or(earlier.outlet.map(as_inferred));
        setting.relay = setting.relay.or(earlier.relay);
        setting.paper = setting.paper.or(earlier.paper);
        setting.via = setting.via.or(earlier.via);
        setting.marks |= earlier.marks & !PLACE;
    } else if earlier.medium.is_some() && earlier.kind() != setting.kind() {
        return;
    } else if setting.medium.is_some_and(|medium| medium.basis == Basis::Inferred) {
        setting.outlet = setting.outlet.or(earlier.outlet.map(as_inferred));
    }
    setting.when = setting.when.or(earlier.when.map(as_inferred));
}

pub(super) fn as_inferred<T>(field: Grounded<T>) -> Grounded<T> {
    Grounded { basis: Basis::Inferred, ..field }
}

/// Whether words take up somebody else's right before them, in the same paragraph: they answer or interrupt, a crowd
/// shouts, or they are said to "him" or "her".
fn answers(context: &Context<'_>, index: usize, before: usize) -> bool {
    let (Some(utterance), Some(earlier)) = (context.utterances.get(index), context.utterances.get(before)) else {
        return false;
    };
    let Some(cue) = utterance.cue else { return false };
    if utterance.block != earlier.block || context.entity_index(index) == context.entity_index(before) {
        return false;
    }
    // Nothing but white space between.
    let end = earlier.sentence.end.max(earlier.content().end);
    let takes_up = Sense::ANSWERING.or(Sense::ASKING).or(Sense::CHANTING);
    let known = context.reading.lexicon.look_up(cue.lemma).sense;
    let asked = context.asks(before) && utterance.sentence == earlier.sentence;
    let next = utterance.sentence.start.saturating_sub(end) <= GAP;
    next && (known.has(takes_up) || told_them(context, index).is_some() || asked)
}

/// "One of them", "the other", after several of whom they are: the last group that spoke in the paragraph.
fn group(context: &Context<'_>, index: usize) -> Option<usize> {
    let mention = context.utterances.get(index)?.source?;
    let part = context.is_kind(index, SourceKind::AnonymousPerson) && is_part(context, mention.span);
    let mut groups = earlier(index).filter(|&earlier| near(context, earlier, index, 0));
    groups.find(|&earlier| part && context.is_kind(earlier, SourceKind::AnonymousGroup))
}

/// "one of them", "the other", "another of the officials": of people just mentioned.
pub(super) fn is_part(context: &Context<'_>, words: Span) -> bool {
    match context.atoms_at(words) {
        Some([first, second, rest @ ..]) => {
            first.is(Class::SINGLE) && second.is(Class::OF)
                || second.tells(Sense::PARTNER)
                || rest.iter().any(|atom| atom.tells(Sense::PARTNER))
        }
        _ => false,
    }
}

/// "him", "her" or "them" right behind the cue; not "echoed her concerns".
pub(super) fn told_them(context: &Context<'_>, index: usize) -> Option<Span> {
    let (stage, cue) = (context.stage(index)?, context.utterances.get(index)?.cue?);
    let line = stage.line(context);
    let after = line.from(cue.span.end);
    let opens = Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::RELATIVE).or(Class::ADVERB).or(Class::TIME);
    let owner = line.is(after, Class::POSSESSIVE) && line.is_word(after + 1) && !line.is(after + 1, opens);
    let person = line.is(after, Class::OBJECT) && !line.is(after, Class::FIRST_OR_SECOND | Class::THING);
    line.span(after..after + 1).filter(|_| person && !owner)
}

/// "told them": those whom the same speaker told before; "told him": who spoke before.
fn pronoun_hearer(context: &Context<'_>, settings: &mut [Setting], before: usize, index: usize) {
    let Some(at) = told_them(context, index).filter(|_| near(context, before, index, 1)) else { return };
    let many = context.atoms_at(at).is_some_and(|atoms| atoms.iter().any(|atom| atom.is(Class::MANY)));
    let same = context.entity_index(before) == context.entity_index(index);
    let earlier = settings.get(before).and_then(|before| before.addressee).filter(|_| same && many);
    let speaker = context.entity_index(before).filter(|_| !same && !many);
    let speaker = speaker.filter(|_| context.is_kind(before, SourceKind::PersonNamed));
    let hearer = if same { earlier.map(|earlier| earlier.value) } else { speaker.map(|it| Name::Entity(it).into()) };
    if let (Some(hearer), Some(setting)) = (hearer, settings.get_mut(index).filter(|it| it.addressee.is_none())) {
        setting.addressee = inferred(hearer, at);
    }
}

/// Who asked is who was answered.
fn addressed(context: &Context<'_>, settings: &mut [Setting], asker: usize, answerer: usize) {
    let named =
        |index: usize| context.entity_index(index).filter(|_| context.entity(index).is_some_and(|e| e.name.is_some()));
    if let (Some(at), Some(entity), Some(setting)) =
        (told_them(context, answerer), named(asker), settings.get_mut(answerer))
    {
        setting.addressee = inferred(Name::Entity(entity).into(), at);
    }
    if !context.asks(asker) {
        return;
    }
    for (from, to) in [(asker, answerer), (answerer, asker)] {
        let at = context.utterances.get(from).and_then(|utterance| utterance.source).map(|mention| mention.span);
        if let (Some(entity), Some(setting)) = (context.entity_index(from), settings.get_mut(to))
            && !context.name(Name::Entity(entity)).is_empty()
        {
            setting.addressee = Some(Grounded { value: Name::Entity(entity).into(), basis: Basis::Stated, at });
        }
    }
}

/// Words of another occasion: "has said", "have long argued", "once said", and what was quoted elsewhere.
pub(super) fn is_apart(context: &Context<'_>, index: usize) -> bool {
    context.is_relayed(index) || context.cue_atoms(index, 1).iter().any(|atom| atom.tells(Sense::APART))
}

/// Whether a block is the headline: the page says so, or it is a first line without a full stop.
pub(super) fn is_headline(reading: &Reading<'_>, block: usize) -> bool {
    reading.paragraphs.get(block).is_some_and(|paragraph| {
        let line = paragraph.span.of(reading.text).trim_end_matches(['"', '”', '’', '\'']);
        let first = block == 0 && paragraph.kind == BlockKind::Paragraph && reading.paragraphs.len() > 1;
        paragraph.kind == BlockKind::Headline || first && !line.ends_with('.')
    })
}
