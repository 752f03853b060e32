//! What stands before an utterance and tells of its setting: a silent sentence, or the block that it is embedded in.

use super::carry::told_them;
use super::dates::When;
use super::facts::{self, *};
use super::line::Line;
use super::setting::{Carrier, Setting, by_addressee, by_outlet, gather, inferred, stated};
use super::stage::{self, Stage};
use super::time::Clock;
use super::{Context, Grounded, Name};
use crate::attribution::Utterance;
use crate::lexicon::{Class, Sense};
use crate::options::BlockKind;
use crate::text::Span;
use crate::vocabulary::{Form, MediumKind};
use MediumKind::*;

/// What silent sentences right before say. One that sets the scene gives the whole setting: it tells of speaking or
/// appearing, and names the speaker or is about the one whom a pronoun means ("Reyes has been speaking to Coast Radio.
/// \"…,\" she said."). One that gives a day gives it to an event without a date ("They voted on Wednesday. Reyes told the
/// meeting that …"), and to "the same day".
pub(super) fn from_before(context: &Context<'_>, index: usize, setting: &mut Setting) {
    let same = setting.when.is_some_and(|when| when.value == When::SameDay);
    let undated = |setting: &Setting| same || setting.when.is_none() && among(setting.kind(), EVENTS);
    let Some(utterance) = context.utterances.get(index) else { return };
    if setting.medium.is_some() && !undated(setting) {
        return;
    }
    let mut day = None;
    for sentence in context.silent_before(index) {
        let scene = Scene { stage: stage::read(context, sentence), context, index };
        day = day.or_else(|| scene.day());
        let about = scene.is_about(utterance);
        let lately =
            |day: &Grounded<When>| context.published.is_some_and(|published| day.value.is_within(published, 7));
        if about && setting.medium.is_none() && utterance.form != Form::Indirect {
            setting.when = setting.when.or(day.filter(lately));
        }
        scene.hearers(setting);
        let exhibit = scene.any(|what| matches!(what, What::Mark(EXHIBIT)));
        if setting.medium.is_none() && (exhibit || about && scene.is_set()) {
            scene.give(utterance, setting);
        }
    }
    if undated(setting) {
        setting.when = day.or(setting.when);
    }
}

const EVENTS: u32 = media(&[Meeting, Testimony, Debate, Speech, Rally, NewsConference]);

/// A silent sentence before an utterance.
struct Scene<'a> {
    stage: Stage<'a>,
    context: &'a Context<'a>,
    index: usize,
}

impl Scene<'_> {
    fn any(&self, is: impl Fn(What) -> bool) -> bool {
        self.stage.facts.iter().any(|fact| is(fact.what))
    }

    /// The first day that it gives.
    fn day(&self) -> Option<Grounded<When>> {
        self.stage.facts.iter().find_map(|fact| match fact.what {
            What::Time(when @ When::Day(_)) => inferred(when, self.stage.span),
            _ => None,
        })
    }

    /// Whether it is about who speaks: names the speaker, or has a pronoun where the speaker is one; or it tells of posts,
    /// and one of many wrote.
    fn is_about(&self, utterance: &Utterance) -> bool {
        let (context, line) = (self.context, self.stage.line(self.context));
        let last = context.name_of(self.index).rsplit(' ').next().filter(|last| last.len() > 2);
        let source = utterance.source;
        let first = |span| context.atoms_at(span).and_then(<[_]>::first).copied();
        let pronoun = context.asks(self.index)
            || source.and_then(|mention| first(mention.head)).is_some_and(|atom| atom.is(Class::PRONOUN));
        let one = source.and_then(|mention| first(mention.span)).is_some_and(|atom| atom.is(Class::SINGLE));
        last.is_some_and(|last| self.stage.span.of(line.text()).contains(last))
            || pronoun && line.is(0, Class::PRONOUN)
            || one && self.any(|what| matches!(what, What::Network(_) | What::Medium(SocialPost)))
    }

    /// "At a news conference later, Reyes was less cheerful.", "Reyes is giving a news conference."
    fn is_set(&self) -> bool {
        let line = self.stage.line(self.context);
        line.find(0..line.atoms.len(), Sense::STAGING).is_some()
            || self.stage.facts.iter().any(|fact| match fact.what {
                What::Medium(SocialPost) | What::Network(_) => true,
                What::Medium(kind) => fact.span.start == self.stage.span.start || among(kind, EVENTS),
                _ => false,
            })
    }

    /// "Reyes said nothing to reporters. His lawyer told them:"
    fn hearers(&self, setting: &mut Setting) {
        let line = self.stage.line(self.context);
        let group = line.find(0..line.atoms.len(), Sense::PRESS.or(Sense::TRIBUNAL).or(Sense::CHAMBER));
        let Some(group) = group.and_then(|at| line.span(at..at + 1)).filter(|_| setting.addressee.is_none()) else {
            return;
        };
        let many = |them: &Span| {
            self.context.atoms_at(*them).is_some_and(|atoms| atoms.iter().any(|atom| atom.is(Class::MANY)))
        };
        if let Some(them) = told_them(self.context, self.index).filter(many) {
            setting.addressee = stated(Name::Words(group).into(), group);
            by_addressee(self.context, setting);
            setting.addressee = stated(Name::Words(group).into(), them);
        }
    }

    /// Gives its whole setting.
    fn give(&self, utterance: &Utterance, setting: &mut Setting) {
        let mut before = Setting::default();
        let sentence = self.stage.span;
        let whole = Utterance { sentence, cue: None, source: None, segments: Vec::new(), ..utterance.clone() };
        gather(self.context, &self.stage, self.stage.line(self.context), &whole, &mut before);
        by_addressee(self.context, &mut before);
        by_outlet(&mut before);
        if before.medium.is_some() {
            setting.medium = before.medium;
            setting.outlet = setting.outlet.or(before.outlet);
            setting.addressee = setting.addressee.or(before.addressee);
            setting.when = setting.when.or(before.when);
            setting.marks |= before.marks & (PROGRAMME | EXHIBIT);
        }
    }
}

/// An embedded post: its account, and its day, stand in its block.
pub(super) fn embedded(context: &Context<'_>, utterance: &Utterance, setting: &mut Setting) {
    let Some(paragraph) = context.reading.paragraphs.get(utterance.block) else { return };
    if paragraph.kind != BlockKind::Post {
        return;
    }
    let line = Line { context, atoms: &paragraph.atoms };
    if setting.kind() != SocialPost {
        setting.medium = stated(SocialPost, paragraph.span);
    }
    if paragraph.span.of(line.text()).contains('@') {
        setting.marks |= ACCOUNT;
    }
    // "By Monday it was trending on Mastodon:"
    let before = (utterance.block.saturating_sub(3)..utterance.block).rev();
    let network = before.filter_map(|block| context.reading.paragraphs.get(block)).find_map(|paragraph| {
        let line = Line { context, atoms: &paragraph.atoms };
        facts::read(line).into_iter().rev().find_map(|fact| match fact.what {
            What::Network(name) => Some((name, fact.span)),
            _ => None,
        })
    });
    if let Some((name, at)) = network.filter(|_| setting.outlet.is_none()) {
        setting.outlet = inferred(Carrier { name: Name::Words(name), sense: Sense::NETWORK, own: false }, at);
    }
    let clock = Clock { text: line.text(), atoms: line.atoms, published: None };
    let dated = (0..line.atoms.len()).rev().find_map(|at| Some((at, clock.full_date(at)?)));
    if let Some((at, (day, end))) = dated {
        setting.when = line.span(at..end).and_then(|span| stated(When::Day(day), span));
    }
}
