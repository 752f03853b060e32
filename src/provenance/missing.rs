//! What the article leaves unsaid.

use super::carry::near;
use super::chain::agent;
use super::facts::{ACCOUNT, PLACE, PROGRAMME, TRANSCRIPT, among, media};
use super::setting::Setting;
use super::{Context, Hop, Kin, is_unnamed};
use crate::lexicon::{Class, Sense};
use crate::syntax::{Atom, AtomKind, Reading};
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind};
use MediumKind::*;

/// A paragraph that tells that a name is withheld.
pub(super) struct Formula {
    pub block: usize,
    /// It says why.
    reason: bool,
    /// They spoke to this article's reporter: "on condition of anonymity".
    pub spoke: bool,
}

/// Finds them, in order: a word for anonymity, or one for naming near a negation or "only" ("asked not to be named").
#[inline(never)]
pub(super) fn formulas(reading: &Reading<'_>) -> Vec<Formula> {
    /// Words between the two.
    const BETWEEN: usize = 4;
    let mut found = Vec::new();
    for (block, paragraph) in reading.paragraphs.iter().enumerate() {
        let (mut spoke, mut reason) = (false, false);
        let (mut naming, mut negated) = (0, 0);
        let mut unnamed = false;
        let near = |holds: bool, left: usize| if holds { BETWEEN + 1 } else { left.saturating_sub(1) };
        for atom in &paragraph.atoms {
            negated = near(atom.is(Class::NEGATION) || atom.tells(Sense::ONLY), negated);
            naming = near(atom.tells(Sense::NAMING), naming);
            unnamed |= negated > 0 && naming > 0;
            spoke |= atom.tells(Sense::WITHHOLDING);
            reason |= atom.tells(Sense::REASON);
        }
        if spoke || unnamed {
            found.push(Formula { block, reason, spoke });
        }
    }
    found
}

/// The formula of a block.
pub(super) fn formula(formulas: &[Formula], block: usize) -> Option<&Formula> {
    formulas.binary_search_by_key(&block, |formula| formula.block).ok().and_then(|at| formulas.get(at))
}

/// What the codes depend on.
pub(super) struct Case<'a> {
    pub context: &'a Context<'a>,
    pub formulas: &'a [Formula],
    pub index: usize,
    /// What the sentence itself says.
    pub stated: &'a Setting,
    /// With what is carried over.
    pub setting: &'a Setting,
    pub hops: &'a [Hop],
    pub route: Route,
    pub linked: bool,
}

/// An unnamed source.
struct Withheld {
    entity: usize,
    kind: SourceKind,
    words: Span,
}

impl Case<'_> {
    /// Whether a code applies.
    #[inline(never)]
    pub fn applies(&self, code: Missing) -> bool {
        let (context, setting) = (self.context, self.setting);
        let Some(utterance) = context.utterances.get(self.index) else { return false };
        let inner = matches!(context.kin.get(self.index), Some(Kin::Inner(_)));
        let medium = setting.kind();
        let is_stated = setting.medium.is_some_and(|medium| medium.basis == Basis::Stated);
        let elsewhere = is_stated && !inner && setting.outlet.is_some_and(|outlet| !outlet.value.own);
        let kind = context.entity(self.index).map(|entity| entity.kind);
        let source = |hop: &Hop| agent(hop) == context.entity_index(self.index);
        let when = setting.when.map(|when| when.value);
        match code {
            // No address, and something was published or printed before to which one could lead.
            Missing::NoLink => {
                !self.linked && !matches!(self.route, Route::OwnInterview | Route::EventOrPressConference)
            }
            // No lower bound; of what an inner speaker says nobody expects one.
            Missing::NoDate => !inner && when.is_none_or(|when| when.is_open()),
            // Known, but not to the day.
            Missing::NoExactDate => when.is_some_and(|when| when.is_vague()),
            // Someone speaks, and the sentence says neither in what, nor to whom, nor where.
            Missing::NoVenueStated => {
                use SourceKind::*;
                let speaks = kind
                    .is_some_and(|kind| !matches!(kind, NewsOutlet | Document | Account | CrowdOrPoll | Unattributed));
                let told = setting.medium.is_some_and(|medium| medium.basis == Basis::Stated);
                let venue =
                    told || self.stated.medium.is_some() || setting.addressee.is_some() || self.stated.is(PLACE);
                speaks && !inner && !venue && !self.is_second_hand()
            }
            // A broadcast interview elsewhere; its programme is not named.
            Missing::ProgrammeUnnamed => elsewhere && medium == BroadcastInterview && !setting.is(PROGRAMME),
            // An interview elsewhere without its question: neither the sentence nor the words before ask one.
            Missing::QuestionAbsent => {
                let interview = among(medium, media(&[Interview, BroadcastInterview, Podcast]));
                elsewhere && interview && !context.asks(self.index) && !self.has_question()
            }
            // A recording elsewhere; not said whether its words were heard or read.
            Missing::TranscriptSourceAbsent => {
                elsewhere && among(medium, media(&[BroadcastInterview, Podcast, Video])) && !setting.is(TRANSCRIPT)
            }
            Missing::SecondHand => self.is_second_hand(),
            // A passive of quoting without "by".
            Missing::QuotingOutletUnnamed => {
                let named = self.stated.relay.is_some() || self.stated.outlet.is_some();
                let passive = context.cue_atoms(self.index, 4).iter().any(|atom| atom.is(Class::BE));
                context.is_relayed(self.index) && !named && passive
            }
            Missing::Anonymous => context.entity(self.index).is_some_and(is_unnamed),
            // An earlier or later hop than the source is unnamed.
            Missing::AnonymousOrigin => {
                let others = self.hops.iter().filter(|hop| !source(hop)).filter_map(agent);
                others.filter_map(|agent| context.entities.get(agent)).any(is_unnamed)
            }
            Missing::AnonymityReasonAbsent => self.withheld().is_some_and(|withheld| {
                let block = context.reading.paragraphs.partition_point(|p| p.span.end <= withheld.words.start);
                !formula(self.formulas, block).is_some_and(|formula| formula.reason)
            }),
            Missing::SourceCountAbsent => self.withheld().is_some_and(|withheld| {
                withheld.kind == SourceKind::AnonymousGroup
                    && !has_count(context.atoms_at(withheld.words).unwrap_or(&[]))
            }),
            Missing::SourcePositionAbsent => self.withheld().is_some_and(|withheld| {
                let entity = context.entities.get(withheld.entity);
                let mentions = entity.map_or(&[][..], |entity| &entity.mentions);
                let mut all = mentions.iter().copied().take(4).chain([withheld.words]);
                !all.any(|words| has_position(context, words))
            }),
            Missing::Fragment => utterance.form == Form::Partial,
            // Begins with an ellipsis.
            Missing::TruncatedStart => {
                let words = utterance.content().of(context.reading.text).trim_start_matches(['[', '(', ' ']);
                ["...", "…", ". . ."].iter().any(|dots| words.starts_with(dots))
            }
            // A document is the source or the medium, not given to this newsroom alone, and neither link nor text is there.
            Missing::DocumentAbsent => {
                let paper = among(medium, media(&[Report, CourtFiling, Letter, Email, IntelligenceAssessment]));
                let own = self.route == Route::OwnInterview;
                (paper || kind == Some(SourceKind::Document)) && !own && !self.linked
            }
            // A post, and no account.
            Missing::AccountAbsent => medium == SocialPost && kind != Some(SourceKind::Account) && !setting.is(ACCOUNT),
        }
    }

    /// Another outlet stands between the source and this page.
    fn is_second_hand(&self) -> bool {
        matches!(self.route, Route::SecondhandViaOutlet | Route::Agency)
            || self.hops.iter().filter_map(agent).any(|agent| self.context.is_foreign(agent))
    }

    /// Whether the sentence tells before the cue what was asked, or the words before ask.
    fn has_question(&self) -> bool {
        let (context, index) = (self.context, self.index);
        let before = index.checked_sub(1);
        let asked = before.is_some_and(|before| context.asks(before) && near(context, before, index, 0));
        let cue = context.utterances.get(index).and_then(|utterance| utterance.cue).map_or(0, |cue| cue.span.start);
        let stage = context.stage(index);
        asked
            || stage.is_some_and(|stage| {
                stage.atoms.iter().take_while(|atom| atom.span.start < cue).any(|atom| atom.tells(Sense::QUESTION))
            })
    }

    /// The unnamed source, or the unnamed origin that the record's own sentence mentions. Not people known by their
    /// relation to a speaker, or whom a person's or a document's account lets speak.
    fn withheld(&self) -> Option<Withheld> {
        let context = self.context;
        let utterance = context.utterances.get(self.index)?;
        let outer = match context.kin.get(self.index) {
            Some(&Kin::Inner(outer)) => Some(outer),
            _ => None,
        };
        if let Some(source) = context.entity(self.index).filter(|entity| is_unnamed(entity)) {
            let mention = utterance.source?;
            let related = context.atoms_at(mention.span)?.first()?.is(Class::POSSESSIVE);
            let told = outer.is_some_and(|outer| !context.is_other_outlet(outer));
            let entity = context.entity_index(self.index)?;
            let withheld = Withheld { entity, kind: source.kind, words: mention.span };
            return Some(withheld).filter(|_| !related && !told);
        }
        // What the sentence of the inner speaker does not mention is the outer record's.
        if outer.is_some() {
            return None;
        }
        self.hops.iter().filter_map(agent).find_map(|entity| {
            let source = context.entities.get(entity).filter(|source| is_unnamed(source))?;
            let own = |span: &&Span| utterance.sentence.contains(**span) || utterance.content().contains(**span);
            Some(Withheld { entity, kind: source.kind, words: *source.mentions.iter().find(own)? })
        })
    }
}

/// "two officials".
fn has_count(words: &[Atom]) -> bool {
    let counts = |atom: &Atom| atom.kind == AtomKind::Number || atom.tells(Sense::NUMBER) && atom.entry.value > 1;
    words.iter().take(3).any(counts)
}

/// How they know: a trade or a part in the matter, or words that say so ("familiar with", "who was present").
fn has_position(context: &Context<'_>, words: Span) -> bool {
    let atoms = context.atoms_from(words.start).unwrap_or(&[]);
    let within = atoms.iter().take_while(|atom| atom.span.start < words.end).count();
    let (core, behind) = atoms.split_at_checked(within).unwrap_or((&[], &[]));
    if core.first().is_none_or(|first| first.is(Class::PRONOUN)) {
        return false;
    }
    let knows = |atom: &Atom| atom.tells(Sense::KNOWING);
    !core.iter().any(|atom| atom.tells(Sense::VAGUE))
        || core.iter().any(knows)
        || behind.iter().take(2).take_while(|atom| !atom.is_mark('.')).any(knows)
}
