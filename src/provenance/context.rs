//! What all steps look at, and what they ask of it.

use super::dates::Date;
use super::names::{self, same_outlet};
use super::setting::{self, Carrier};
use super::stage::Stage;
use super::{Grounded, Kin, Name, line};
use crate::attribution::Utterance;
use crate::entity::{Entity, Resolution};
use crate::lexicon::{Class, Frames, Sense};
use crate::syntax::{Atom, Paragraph, Reading};
use crate::text::Span;
use crate::vocabulary::SourceKind;
use std::ops::Range;

/// What all steps look at.
pub(super) struct Context<'a> {
    pub reading: &'a Reading<'a>,
    pub utterances: &'a [Utterance],
    pub resolutions: &'a [Option<Resolution>],
    /// Those that speak, and later those that take part in a chain without speaking on this page.
    pub entities: Vec<Entity>,
    pub published: Option<Date>,
    /// Names of the article's own outlet.
    pub own: Vec<&'a str>,
    pub kin: Vec<Kin>,
    /// Outlets that the article calls so somewhere ("the broadcaster Radio Velm").
    pub introduced: Vec<line::Outlet>,
    /// By their spans.
    pub stages: Vec<Stage<'a>>,
    /// By utterance: somebody cites it.
    pub cited: Vec<bool>,
}

impl<'a> Context<'a> {
    /// The words of a name; nothing for an entity that is no speaker.
    pub fn name(&self, name: Name) -> &str {
        match name {
            Name::Words(span) => span.of(self.reading.text),
            Name::Entity(entity) => self.entities.get(entity).map_or("", called),
            Name::Own => self.own.first().copied().unwrap_or(""),
            Name::Twitter => "Twitter",
        }
    }

    #[inline(never)]
    pub fn entity_index(&self, utterance: usize) -> Option<usize> {
        let resolution = self.resolutions.get(utterance)?.as_ref()?;
        resolution.entity.filter(|&entity| entity < self.entities.len())
    }

    #[inline(never)]
    pub fn entity(&self, utterance: usize) -> Option<&Entity> {
        self.entities.get(self.entity_index(utterance)?)
    }

    /// What the speaker of an utterance is called.
    pub fn name_of(&self, utterance: usize) -> &str {
        self.entity(utterance).map_or("", called)
    }

    pub fn is_kind(&self, utterance: usize, kind: SourceKind) -> bool {
        self.entity(utterance).is_some_and(|entity| entity.kind == kind)
    }

    pub fn is_top(&self, utterance: usize) -> bool {
        self.kin.get(utterance) == Some(&Kin::Top)
    }

    /// The sentence of an utterance.
    #[inline(never)]
    pub fn stage(&self, utterance: usize) -> Option<&Stage<'a>> {
        let sentence = self.utterances.get(utterance)?.sentence;
        let at = self.stages.binary_search_by(|stage| stage.span.cmp(&sentence)).ok()?;
        self.stages.get(at)
    }

    /// Names of outlets that speak in the article, that it introduces as such, and of its own.
    pub fn outlets(&self) -> impl Iterator<Item = &str> {
        let outlets = self.entities.iter().filter(|entity| entity.kind == SourceKind::NewsOutlet);
        let introduced = self.introduced.iter().map(|outlet| outlet.span.of(self.reading.text));
        outlets.filter_map(|entity| entity.name.as_deref()).chain(introduced).chain(self.own.iter().copied())
    }

    /// What the article says elsewhere of an outlet: a broadcaster, an agency.
    pub fn known_sense(&self, name: &str) -> Sense {
        let text = self.reading.text;
        let known = self.introduced.iter().find(|known| same_outlet(known.span.of(text), name));
        known.map_or(Sense::default(), |known| known.sense)
    }

    /// Whether a name is that of the article's own outlet.
    pub fn is_own(&self, name: &str) -> bool {
        self.own.iter().any(|own| same_outlet(own, name))
    }

    /// Whether an entity is an outlet, and not the article's own.
    #[inline(never)]
    pub fn is_foreign(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|entity| {
            entity.kind == SourceKind::NewsOutlet && !entity.name.as_deref().is_some_and(|name| self.is_own(name))
        })
    }

    /// Whether an utterance is the claim of an outlet that is not the article's own.
    pub fn is_other_outlet(&self, utterance: usize) -> bool {
        self.entity_index(utterance).is_some_and(|entity| self.is_foreign(entity))
    }

    /// An outlet that a sentence names, as part of a setting.
    pub fn carrier(&self, outlet: line::Outlet) -> Option<Grounded<Carrier>> {
        let name = outlet.span.of(self.reading.text);
        let sense = outlet.sense.or(self.known_sense(name));
        // "the Ledger" is the "Morning Ledger" that speaks elsewhere.
        let whole = self.entities.iter().position(|entity| {
            let known = entity.name.as_deref().filter(|_| entity.kind == SourceKind::NewsOutlet);
            known.is_some_and(|known| known.len() > name.len() && same_outlet(known, name))
        });
        let own = self.is_own(name);
        let name = whole.map_or(Name::Words(outlet.span), Name::Entity);
        setting::stated(Carrier { name, sense, own }, outlet.span)
    }

    /// The atoms of an utterance's cue, with so many before it.
    #[inline(never)]
    pub fn cue_atoms(&self, utterance: usize, before: usize) -> &[Atom] {
        let Some(cue) = self.utterances.get(utterance).and_then(|utterance| utterance.cue) else { return &[] };
        let Some(stage) = self.stage(utterance) else { return &[] };
        let line = stage.line(self);
        let from = line.from(cue.span.start).saturating_sub(before);
        stage.atoms.get(from..line.from(cue.span.end)).unwrap_or(&[])
    }

    /// The words were quoted elsewhere: "was quoted as saying", whatever of it the cue holds.
    pub fn is_relayed(&self, utterance: usize) -> bool {
        self.utterances.get(utterance).is_some_and(|utterance| utterance.relayed) || self.is_cited(utterance)
    }

    /// "was quoted as saying", "quoted one lawmaker as saying": somebody cites the words.
    pub fn is_cited(&self, utterance: usize) -> bool {
        self.cited.get(utterance).copied().unwrap_or_default()
    }

    /// The same, read from its sentence.
    pub fn cites(&self, utterance: usize) -> bool {
        let as_saying = self.cue_atoms(utterance, 1).first().is_some_and(|atom| atom.is(Class::ROLE_MARKER));
        let before = if as_saying { 12 } else { 4 };
        self.cue_atoms(utterance, before).iter().any(|atom| atom.tells(Sense::CITING))
    }

    /// Whether it is a reported question.
    #[inline(never)]
    pub fn asks(&self, utterance: usize) -> bool {
        let cue = self.utterances.get(utterance).and_then(|utterance| utterance.cue);
        cue.is_some_and(|cue| self.reading.lexicon.look_up(cue.lemma).sense.has(Sense::ASKING))
    }

    /// Whether the cue is a verb that takes this.
    pub fn has_frame(&self, utterance: &Utterance, frame: Frames) -> bool {
        let verb = utterance.cue.and_then(|cue| self.reading.lexicon.verb(cue.verb?));
        verb.is_some_and(|verb| verb.frames.has(frame))
    }

    pub fn any_word(&self, span: Span, sense: Sense) -> bool {
        names::any_word(self.reading.lexicon, span.of(self.reading.text), sense)
    }

    /// The paragraph at an offset.
    pub fn paragraph(&self, at: usize) -> Option<&'a Paragraph> {
        let paragraphs = &self.reading.paragraphs;
        paragraphs.get(paragraphs.partition_point(|paragraph| paragraph.span.end <= at))
    }

    /// The atoms from an offset on, if one begins there.
    #[inline(never)]
    pub fn atoms_from(&self, at: usize) -> Option<&[Atom]> {
        // Words within marks are no atoms of the paragraph: one of the sentences that begin last before them has them.
        let until = self.stages.partition_point(|stage| stage.span.start <= at);
        let near = self.stages.get(..until)?.iter().rev().take(8).map(|stage| &*stage.atoms);
        let lines = self.paragraph(at).map(|paragraph| paragraph.atoms.as_slice()).into_iter();
        lines.chain(near).find_map(|atoms| {
            let from = atoms.partition_point(|atom| atom.span.start < at);
            atoms.get(from..).filter(|atoms| atoms.first().is_some_and(|atom| atom.span.start == at))
        })
    }

    /// The atoms of a span.
    pub fn atoms_at(&self, span: Span) -> Option<&[Atom]> {
        let atoms = self.atoms_from(span.start)?;
        atoms.get(..atoms.partition_point(|atom| atom.span.start < span.end))
    }

    /// Up to two sentences right before an utterance's in its paragraph that hold no utterance, the nearest first.
    pub fn silent_before(&self, utterance: usize) -> Vec<Span> {
        let mut silent = Vec::new();
        let start = self.utterances.get(utterance).map_or(0, |utterance| utterance.sentence.start);
        let Some(paragraph) = self.paragraph(start) else { return silent };
        let begins = |range: &Range<usize>| paragraph.atoms.get(range.start).map_or(0, |first| first.span.start);
        let own = paragraph.sentences.partition_point(|range| begins(range) < start);
        for range in paragraph.sentences.iter().take(own).rev().take(2) {
            let Some([first, .., last]) = paragraph.atoms.get(range.clone()) else { break };
            let span = first.span.cover(last.span);
            if span.end > start || self.stages.binary_search_by(|stage| stage.span.cmp(&span)).is_ok() {
                break;
            }
            silent.push(span);
        }
        silent
    }
}

/// What an entity is called.
pub(super) fn called(entity: &Entity) -> &str {
    entity.name.as_deref().or(entity.label.as_deref()).unwrap_or("")
}

pub(super) fn is_unnamed(entity: &Entity) -> bool {
    matches!(entity.kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup)
}
