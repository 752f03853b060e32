//! What an utterance's own sentence, and a silent one right before it, say of its setting.

use super::before::{embedded, from_before};
use super::dates::When;
use super::facts::*;
use super::line::{Line, Outlet};
use super::names::any_word;
use super::stage::Stage;
use super::{Context, Grounded, Hearer, Name, called};
use crate::attribution::Utterance;
use crate::lexicon::{Class, Frames, Sense};
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};
use MediumKind::*;

/// An outlet as part of a setting.
#[derive(Clone, Copy)]
pub(super) struct Carrier {
    pub name: Name,
    /// A broadcaster, an agency.
    pub sense: Sense,
    /// The article's own.
    pub own: bool,
}

impl Carrier {
    /// Radio or television: what was said there was open to all.
    pub fn broadcasts(&self) -> bool {
        self.sense.has(Sense::BROADCASTER)
    }
}

/// What is known of an utterance's setting.
#[derive(Clone, Copy, Default)]
pub(super) struct Setting {
    pub medium: Option<Grounded<MediumKind>>,
    pub outlet: Option<Grounded<Carrier>>,
    pub addressee: Option<Grounded<Hearer>>,
    pub when: Option<Grounded<When>>,
    /// The outlet that carried it ("in a statement carried by X").
    pub relay: Option<Outlet>,
    /// The words for an earlier source ("citing two officials").
    pub origin: Option<Span>,
    /// The words for somebody who read it out.
    pub reader: Option<Span>,
    /// The words for a document that they stand in ("according to the affidavit").
    pub paper: Option<Span>,
    pub marks: Marks,
    /// The outlet that hands the words on, as an entity.
    pub via: Option<usize>,
}

impl Setting {
    /// Its medium, unknown where there is none.
    pub fn kind(&self) -> MediumKind {
        self.medium.map_or(Unknown, |medium| medium.value)
    }

    /// Whether it has any of these marks.
    pub fn is(&self, marks: Marks) -> bool {
        self.marks & marks != 0
    }
}

pub(super) fn stated<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Stated, at: Some(at) })
}

pub(super) fn inferred<T>(value: T, at: Span) -> Option<Grounded<T>> {
    Some(Grounded { value, basis: Basis::Inferred, at: Some(at) })
}

/// Reads the setting of an utterance.
#[inline(never)]
pub(super) fn read(context: &Context<'_>, index: usize) -> Setting {
    let (Some(utterance), Some(stage)) = (context.utterances.get(index), context.stage(index)) else {
        return Setting::default();
    };
    let line = stage.line(context);
    let cue = utterance.cue.map_or(utterance.sentence, |cue| cue.span);
    let mut setting = Setting::default();
    gather(context, stage, line, utterance, &mut setting);
    if let Some(hearer) = told(line, utterance) {
        setting.addressee = Some(hearer);
    }
    if let Some(at) = setting.addressee.and_then(|addressee| addressee.at) {
        // "told The Daily Ledger", "told the Post's Ana Ruiz"
        let (first, last) = (line.from(at.start), line.from(at.end));
        let opens = |i: &usize| *i == first || line.is(i - 1, Class::PREPOSITION);
        let outlet = (first..last).filter(opens).find_map(|i| line.outlet(i));
        let outlet = outlet.filter(|o| utterance.source.is_none_or(|m| !m.span.contains(o.span)));
        if line.own_outlet(first).is_some() {
            let own = Carrier { name: Name::Own, sense: Sense::default(), own: true };
            setting.outlet = context.own.first().and_then(|_| stated(own, at));
            setting.medium = setting.medium.or_else(|| inferred(Interview, at));
            setting.marks |= OWN_INTERVIEW;
        } else if let Some(outlet) = outlet {
            setting.outlet = context.carrier(outlet);
        }
    }
    // "wrote to the minister to say"
    let written = told(line, utterance).is_some() && context.has_frame(utterance, Frames::WRITTEN);
    if written && setting.medium.is_none() && setting.outlet.is_none() {
        setting.medium = inferred(Letter, cue);
    }
    by_cue(context, utterance, cue, &mut setting);
    by_source(context, line, index, &mut setting);
    askers_outlet(context, line, utterance, index, &mut setting);
    quoting_outlet(context, line, utterance, index, &mut setting);
    told_reporter(context, line, utterance, &mut setting);
    written_in(context, line, utterance, &mut setting);
    by_addressee(context, &mut setting);
    by_outlet(&mut setting);
    from_before(context, index, &mut setting);
    embedded(context, utterance, &mut setting);
    if context.is_kind(index, SourceKind::Account) && setting.medium.is_none() {
        setting.medium = inferred(SocialPost, cue);
    }
    setting
}

/// Takes what the sentence says; of several of a kind the nearest to the cue, what stands behind it before what stands
/// in front of it.
#[inline(never)]
pub(super) fn gather(
    context: &Context<'_>,
    stage: &Stage<'_>,
    line: Line<'_>,
    utterance: &Utterance,
    setting: &mut Setting,
) {
    /// By how much a fact in front of the cue is further away than one behind it, in bytes.
    const IN_FRONT: usize = 40;
    let cue = utterance.cue.map_or(utterance.sentence, |cue| cue.span);
    let source = utterance.source.map(|mention| mention.span).unwrap_or_default();
    let reach = stage.reach(utterance);
    let mut nearest = [usize::MAX; 9];
    let (mut paper, mut network) = (None, None);
    for fact in stage.facts.iter().filter(|fact| stage.belongs(line, utterance, reach, fact)) {
        let at = fact.span;
        let distance = match at.start.checked_sub(cue.end) {
            Some(behind) => behind,
            None => IN_FRONT + cue.start.saturating_sub(at.end),
        };
        let kind = match fact.what {
            What::Addressee(_) if source.overlaps(at) => continue,
            What::Paper(_) if source.overlaps(at) || cue.overlaps(at) => continue,
            What::Mark(marks) => {
                setting.marks |= marks;
                continue;
            }
            What::Time(_) => 0,
            What::Medium(_) => 1,
            What::Addressee(_) => 2,
            What::Outlet(_) => 3,
            What::Relay(_) => 4,
            What::Paper(_) => 5,
            What::Origin => 6,
            What::Reader => 7,
            What::Network(_) => 8,
        };
        let Some(best) = nearest.get_mut(kind).filter(|best| distance < **best) else { continue };
        *best = distance;
        match fact.what {
            What::Time(when) => setting.when = stated(when, at),
            What::Medium(kind) => setting.medium = stated(kind, at),
            What::Addressee(hearer) => setting.addressee = stated(hearer, at),
            What::Outlet(outlet) => setting.outlet = context.carrier(outlet),
            What::Relay(outlet) => setting.relay = Some(outlet),
            What::Paper(kind) => (setting.paper, paper) = (Some(at), stated(kind, at)),
            What::Origin => setting.origin = Some(at),
            What::Reader => setting.reader = Some(at),
            What::Network(name) => network = Some((name, at)),
            What::Mark(_) => {}
        }
    }
    setting.medium = setting.medium.or(paper);
    // An interview on a network's page is one.
    if let Some((name, at)) = network.filter(|_| setting.kind() != Interview) {
        setting.medium = stated(SocialPost, at);
        setting.outlet = stated(Carrier { name: Name::Words(name), sense: Sense::NETWORK, own: false }, at);
    }
}

/// The words right after a verb of telling: to whom ("told the committee", "explained to the committee").
fn told(line: Line<'_>, utterance: &Utterance) -> Option<Grounded<Hearer>> {
    let cue = utterance.cue?;
    let verb = line.context.reading.lexicon.verb(cue.verb?)?;
    let after = line.from(cue.span.end);
    let passive = (after.saturating_sub(3)..after).any(|i| line.is(i, Class::BE));
    let to = line.is(after, Class::INFINITIVE_MARKER);
    // Behind an inverted subject: „sagte Reyes dem Kurier“.
    let subject = utterance.source.map(|mention| mention.span);
    let inverted = subject.filter(|subject| subject.start >= cue.span.end && subject.start < cue.span.end + 2);
    let after = inverted.map_or(after, |subject| line.from(subject.end));
    // „sagte Reyes unserer Zeitung“: no owner of Reyes.
    let head =
        utterance.source.map(|mention| line.from(mention.head.end)).filter(|&head| inverted.is_some() && head < after);
    let after = head
        .filter(|&head| line.own_outlet(head).or(line.outlet(head).map(|it| it.end)) == Some(after))
        .unwrap_or(after);
    let after = after + usize::from(to);
    // „sagte dieser Zeitung“, „sagte dem Sender“
    let dative = line.context.reading.lexicon.is_verb_second()
        && (line.is(after, Class::OBLIQUE) || line.own_outlet(after).is_some() || line.outlet(after).is_some());
    if passive || !(to || dative || verb.frames.has(Frames::ADDRESSEE)) {
        return None;
    }
    let (hearer, end) = line.hearer(after)?;
    // "pointed to reports"
    let span = line.span(after..end).filter(|_| !to || line.medium(end - 1).is_none())?;
    let content = utterance.segments.iter().any(|segment| segment.overlaps(span));
    stated(hearer, span).filter(|_| !content)
}

/// "asked by Harbour FM's Lucy Gant": where the question was put.
fn askers_outlet(context: &Context<'_>, line: Line<'_>, utterance: &Utterance, index: usize, setting: &mut Setting) {
    let Some(mention) = utterance.source.filter(|_| context.asks(index) && setting.outlet.is_none()) else { return };
    let from = line.from(mention.span.start);
    let named = [0, 2, 3].into_iter().find_map(|back| line.outlet(from.checked_sub(back)?));
    // Only the possessive's own person.
    let near = |outlet: &Outlet| outlet.possessive && outlet.span.end + 8 >= mention.span.start;
    if let Some(outlet) = named.filter(near) {
        // To whom the sentence's frame speaks is whom the asker works for.
        setting.addressee = None;
        setting.outlet = context.carrier(outlet);
    }
}

/// The outlet before the cue of who quotes: "The Tape, a newsletter, quoted a director as saying".
fn quoting_outlet(context: &Context<'_>, line: Line<'_>, utterance: &Utterance, index: usize, setting: &mut Setting) {
    let Some(cue) = utterance.cue.filter(|_| context.is_relayed(index)) else { return };
    let begins = |i: &usize| line.is_capital(*i) && !line.is_capital(i.wrapping_sub(1));
    let before = (0..line.from(cue.span.start)).filter(begins).take(16);
    if let Some(outlet) = before.filter_map(|i| line.outlet(i)).last() {
        setting.outlet = context.carrier(outlet);
    }
}

/// "wrote in The Velm Review": who writes there writes an article.
fn written_in(context: &Context<'_>, line: Line<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(cue) = utterance.cue.filter(|_| context.has_frame(utterance, Frames::WRITTEN)) else { return };
    let at = line.from(cue.span.end);
    if setting.medium.is_some() || setting.addressee.is_some() || !line.tells(at, Sense::IN) {
        return;
    }
    let start = at + 1 + usize::from(line.is(at + 1, Class::THE) && !line.is_capital(at + 1));
    let end = line.capital_run(start);
    let several = end > start + 1 || start > at + 1;
    let place = (start..end).any(|i| line.is(i, Class::PLACE));
    let Some(span) = line.name(start..end).filter(|_| end > start && several && !place) else { return };
    let named = context.carrier(Outlet { span, end, possessive: false, sense: Sense::default() });
    setting.outlet = setting.outlet.or(named);
    setting.medium = inferred(Article, span);
}

/// What the verb itself tells: tweeted, testified, texted.
fn by_cue(context: &Context<'_>, utterance: &Utterance, at: Span, setting: &mut Setting) {
    let Some(cue) = utterance.cue else { return };
    let known = context.reading.lexicon.look_up(cue.lemma);
    if known.sense.has(Sense::CHANTING) {
        setting.marks |= IN_PUBLIC;
    }
    let posted = known.sense.has(Sense::TWEETING);
    if setting.medium.is_none() && known.sense.has(Sense::MEDIAL) || posted {
        setting.medium = known.medium().and_then(|kind| stated(kind, at));
    }
    if posted && !setting.outlet.is_some_and(|outlet| outlet.value.sense.has(Sense::NETWORK)) {
        setting.outlet = inferred(Carrier { name: Name::Twitter, sense: Sense::NETWORK, own: false }, at);
    }
    // "believes": an assessment, where a secret service does.
    let assesses = cue.verb.and_then(|verb| context.reading.lexicon.verb(verb));
    if setting.medium.is_none()
        && assesses.is_some_and(|verb| verb.frames.has(Frames::MENTAL))
        && utterance.source.is_some_and(|mention| context.any_word(mention.span, Sense::INTELLIGENCE))
    {
        setting.medium = inferred(IntelligenceAssessment, at);
    }
}

/// What the source itself tells: a document is its own medium, an outlet reports.
fn by_source(context: &Context<'_>, line: Line<'_>, index: usize, setting: &mut Setting) {
    let (Some(utterance), Some(entity)) = (context.utterances.get(index), context.entity(index)) else { return };
    let at = utterance.source.map_or(utterance.sentence, |mention| mention.span);
    if context.is_other_outlet(index) && setting.kind() != SocialPost {
        setting.medium = stated(NewsReport, at);
        let mut sense = Sense::default();
        for kind in [Sense::AGENCY, Sense::BROADCASTER] {
            let mentioned = kind == Sense::AGENCY && context.any_word(at, kind);
            if mentioned || any_word(context.reading.lexicon, called(entity), kind) {
                sense |= kind;
            }
        }
        let name = context.entity_index(index).map_or(Name::Words(at), Name::Entity);
        setting.outlet = stated(Carrier { name, sense, own: false }, at);
    }
    let Some(mention) = utterance.source else { return };
    let (from, to) = (line.from(mention.span.start), line.from(mention.span.end));
    // "a statement from the club said": the noun before "from" or "by" and the source, or at the head of its words.
    if setting.medium.is_none() {
        const WRITTEN: u32 = media(&[Statement, Letter, Email, SocialPost, CourtFiling, Report, TextMessage, Article]);
        let noun = (from..to + 1).find(|&i| i > 1 && line.is(i - 1, Class::AGENT_MARKER | Class::AFFILIATING));
        let noun = noun.and_then(|i| i.checked_sub(2)).filter(|&noun| noun + 2 >= from);
        let kind = noun.and_then(|noun| Some((line.medium(noun).filter(|&kind| among(kind, WRITTEN))?, noun)));
        if let Some((kind, at)) = kind.and_then(|(kind, noun)| Some((kind, line.span(noun..noun + 1)?))) {
            setting.medium = stated(kind, at);
        }
    }
    const OWN_WORDS: u32 = media(&[Statement, Letter, Email, SocialPost, TextMessage, Article, Book]);
    // What kind of document a phrase names: its last noun before any preposition.
    let core = (from..to).find(|&i| i > from && line.is(i, Class::PREPOSITION | Class::RELATIVE)).unwrap_or(to);
    let kind = (from..core).rev().find_map(|i| line.medium(i));
    match (entity.kind, kind) {
        (SourceKind::Document, Some(kind)) => setting.medium = stated(kind, at),
        // "a study, released on Monday, which found": called so elsewhere.
        (SourceKind::Document, None) if setting.medium.is_none() => {
            setting.medium = entity.mentions.iter().take(4).find_map(|&mention| {
                let words = context.atoms_at(mention)?.iter();
                let core = words.take_while(|atom| !atom.is(Class::PREPOSITION | Class::RELATIVE));
                inferred(core.filter_map(|atom| atom.entry.medium()).last()?, mention)
            });
        }
        // A survey is what the people asked said it in.
        (SourceKind::CrowdOrPoll, _)
            if setting.medium.is_none() && (from..to).any(|i| line.medium(i) == Some(Survey)) =>
        {
            setting.medium = stated(Survey, at);
        }
        // "her letter said", "its own post read"
        (_, Some(kind))
            if setting.medium.is_none() && line.medium(core - 1) == Some(kind) && among(kind, OWN_WORDS) =>
        {
            setting.medium = stated(kind, at);
        }
        _ => {}
    }
}

/// "told me", "tells us", outside marks: said to this article's reporter.
fn told_reporter(context: &Context<'_>, line: Line<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(cue) = utterance.cue.filter(|_| utterance.parent.is_none() && setting.addressee.is_none()) else { return };
    let after = line.from(cue.span.end);
    if !(line.is(after, Class::OBJECT) && line.is(after, Class::FIRST_PERSON)) {
        return;
    }
    let Some(me) = line.span(after..after + 1) else { return };
    setting.marks |= OWN_INTERVIEW;
    setting.addressee = context.own.first().and_then(|_| stated(Name::Own.into(), me));
    if setting.medium.is_none() {
        setting.medium = inferred(Interview, me);
    }
}

/// What the addressee tells: reporters hear a news conference, a jury testimony.
pub(super) fn by_addressee(context: &Context<'_>, setting: &mut Setting) {
    let Some(at) = setting.addressee.and_then(|addressee| addressee.at) else { return };
    if setting.medium.is_some() || setting.outlet.is_some() {
        return;
    }
    let kinds = [
        (Sense::PRESS, NewsConference),
        (Sense::TRIBUNAL, Testimony),
        (Sense::CHAMBER, Speech),
        (Sense::BODY, Meeting),
    ];
    let last = context.atoms_at(at).and_then(<[_]>::last).map(|atom| atom.entry);
    let event =
        last.and_then(|word| word.medium()).filter(|&kind| among(kind, media(&[Rally, NewsConference, Meeting])));
    let kind = kinds.into_iter().find(|&(sense, _)| context.any_word(at, sense));
    if let Some(kind) = event.or(kind.map(|(_, kind)| kind)) {
        setting.medium = inferred(kind, at);
    }
}

/// What the outlet tells: an interview with a broadcaster is broadcast, and what was told an outlet was an interview.
pub(super) fn by_outlet(setting: &mut Setting) {
    let Some(outlet) = setting.outlet else { return };
    let Some(at) = outlet.at else { return };
    let broadcast = outlet.value.broadcasts() && !outlet.value.own;
    if let Some(medium) = &mut setting.medium {
        if medium.value == Interview && broadcast {
            medium.value = BroadcastInterview;
        }
        return;
    }
    let addressed = setting.addressee.and_then(|addressee| addressee.at).is_some_and(|span| span.overlaps(at));
    setting.medium = match (broadcast, addressed) {
        (true, true) => stated(BroadcastInterview, at),
        (true, false) => inferred(BroadcastInterview, at),
        (false, true) => inferred(Interview, at),
        (false, false) => None,
    };
}
