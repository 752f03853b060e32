//! What the article leaves unsaid.

use super::chain::{Cast, Way, is_unnamed};
use super::setting::Setting;
use super::setting::asks;
use super::stage::Stage;
use super::words::word;
use super::words::{Sense, any_word, meaning};
use super::{Agent, Context, Kin};
use crate::attribution::Utterance;
use crate::lexicon::Class;
use crate::syntax::AtomKind;
use crate::text::Span;
use crate::vocabulary::{Basis, Form, MediumKind, Missing, Route, SourceKind};

/// What the codes depend on.
pub(super) struct Case<'a> {
    pub index: usize,
    pub kin: Kin,
    /// What the sentence itself says.
    pub stated: &'a Setting,
    /// With what is carried over.
    pub setting: &'a Setting,
    pub way: &'a Way,
    pub route: Route,
    pub linked: bool,
}

/// The codes that apply, in the order of the specification.
pub(super) fn codes(context: &Context<'_>, cast: &Cast<'_>, case: &Case<'_>) -> Vec<Missing> {
    Missing::ALL.iter().copied().filter(|&code| applies(context, cast, case, code)).collect()
}

fn applies(context: &Context<'_>, cast: &Cast<'_>, case: &Case<'_>, code: Missing) -> bool {
    use MediumKind::*;
    let Some(utterance) = context.utterances.get(case.index) else { return false };
    let inner = matches!(case.kin, Kin::Inner(_));
    let medium = case.setting.medium.as_ref().map_or(Unknown, |medium| medium.value);
    let is_stated = case.setting.medium.as_ref().is_some_and(|medium| medium.basis == Basis::Stated);
    let elsewhere = case.setting.outlet.as_ref().is_none_or(|outlet| !outlet.own) && !inner;
    let interviewed = is_stated && elsewhere && case.setting.outlet.is_some();
    let kind = context.entity(case.index).map(|entity| entity.kind);
    match code {
        // No address, and something was published or printed before to which one could lead.
        Missing::NoLink => !case.linked && !matches!(case.route, Route::OwnInterview | Route::EventOrPressConference),
        // No lower bound; of what an inner speaker says nobody expects one.
        Missing::NoDate => !inner && case.setting.when.as_ref().is_none_or(|when| when.value.is_open()),
        // Known, but not to the day.
        Missing::NoExactDate => case.setting.when.as_ref().is_some_and(|when| when.value.is_vague()),
        // Someone speaks, and the sentence says neither in what, nor to whom, nor where.
        Missing::NoVenueStated => {
            let speaks = !matches!(
                kind,
                Some(
                    SourceKind::NewsOutlet
                        | SourceKind::Document
                        | SourceKind::Account
                        | SourceKind::CrowdOrPoll
                        | SourceKind::Unattributed
                ) | None
            );
            let venue = case.stated.medium.is_some() || case.setting.addressee.is_some() || case.stated.place;
            speaks && !inner && !second_hand(context, cast, case) && !venue
        }
        // A broadcast interview elsewhere; its programme is not named.
        Missing::ProgrammeUnnamed => interviewed && medium == BroadcastInterview && !case.setting.programme,
        // An interview elsewhere without its question: neither the sentence nor the words before ask one.
        Missing::QuestionAbsent => {
            let question = asks(utterance);
            let answers = case
                .index
                .checked_sub(1)
                .and_then(|before| context.utterances.get(before))
                .is_some_and(|before| asks(before) && before.block == utterance.block);
            interviewed
                && matches!(medium, Interview | BroadcastInterview | Podcast)
                && !question
                && !answers
                && !context.stages.stage(case.index).is_some_and(|stage| has_question(stage, utterance))
        }
        // A recording elsewhere; not said whether its words were heard or read.
        Missing::TranscriptSourceAbsent => {
            interviewed && matches!(medium, BroadcastInterview | Podcast | Video) && !case.setting.transcript
        }
        Missing::SecondHand => second_hand(context, cast, case),
        // A passive of quoting without "by".
        Missing::QuotingOutletUnnamed => {
            let named = case.stated.relay.is_some() || case.stated.outlet.is_some();
            context.is_relayed(case.index) && !named && !context.quoted_by_subject(case.index)
        }
        Missing::Anonymous => context.entity(case.index).is_some_and(is_unnamed),
        // An earlier or later hop than the source is unnamed.
        Missing::AnonymousOrigin => case.way.hops.iter().any(|hop| match hop.agent {
            Agent::Entity(agent) if Some(agent) != context.entity_index(case.index) => {
                cast.get(agent).is_some_and(is_unnamed)
            }
            _ => false,
        }),
        Missing::AnonymityReasonAbsent => withheld(context, cast, case).is_some_and(|(_, _, words)| {
            let block = context.reading.paragraphs.partition_point(|paragraph| paragraph.span.end <= words.start);
            !context.anonymity.iter().any(|formula| formula.reason && formula.block == block)
        }),
        Missing::SourceCountAbsent => withheld(context, cast, case)
            .is_some_and(|(_, kind, words)| kind == SourceKind::AnonymousGroup && !has_count(context, words)),
        Missing::SourcePositionAbsent => {
            let described = |agent: usize| {
                let mentions = cast.get(agent).map_or(&[][..], |entity| &entity.mentions);
                mentions.iter().take(4).any(|&words| !is_pronoun(context, words) && has_position(context, words))
            };
            withheld(context, cast, case)
                .is_some_and(|(agent, _, words)| !has_position(context, words) && !described(agent))
        }
        Missing::Fragment => utterance.form == Form::Partial,
        // Begins with an ellipsis.
        Missing::TruncatedStart => {
            let words = utterance.content().of(context.reading.text).trim_start_matches(['[', '(', ' ']);
            words.starts_with("...") || words.starts_with('…') || words.starts_with(". . .")
        }
        // A document is the source or the medium, not given to this newsroom alone, and neither link nor text is there.
        Missing::DocumentAbsent => {
            let paper = matches!(medium, Report | CourtFiling | Letter | Email | IntelligenceAssessment);
            (paper || kind == Some(SourceKind::Document)) && case.route != Route::OwnInterview && !case.linked
        }
        // A post, and no account.
        Missing::AccountAbsent => medium == SocialPost && kind != Some(SourceKind::Account) && !case.setting.account,
    }
}

/// Another outlet stands between the source and this page.
fn second_hand(context: &Context<'_>, cast: &Cast<'_>, case: &Case<'_>) -> bool {
    matches!(case.route, Route::SecondhandViaOutlet | Route::Agency)
        || case.way.hops.iter().any(|hop| match hop.agent {
            Agent::Entity(agent) => cast.get(agent).is_some_and(|entity| {
                let own = entity.name.as_deref().is_some_and(|name| context.is_own(name));
                entity.kind == SourceKind::NewsOutlet && !own
            }),
            Agent::Article => false,
        })
}

/// Whether a sentence tells before the cue what was asked.
fn has_question(stage: &Stage<'_>, utterance: &Utterance) -> bool {
    stage.question.zip(utterance.cue).is_some_and(|(question, cue)| question < cue.span.start)
}

/// The unnamed source, or the unnamed origin that the record's own sentence mentions: its kind and its words. Not people
/// known by their relation to a speaker, bystanders, or whom a person's or a document's account lets speak.
fn withheld(context: &Context<'_>, cast: &Cast<'_>, case: &Case<'_>) -> Option<(usize, SourceKind, Span)> {
    let text = context.reading.text;
    let utterance = context.utterances.get(case.index)?;
    let outer_speaks = match case.kin {
        Kin::Inner(outer) => !context.is_other_outlet(outer),
        _ => false,
    };
    if let Some(entity) = context.entity(case.index).filter(|entity| is_unnamed(entity)) {
        let mention = utterance.source?;
        let words = mention.core.of(text).to_lowercase();
        let related = ["his ", "her ", "their ", "my ", "our "].iter().any(|own| words.starts_with(own));
        let bystander = any_word(mention.head.of(text), Sense::Bystander);
        return (!related && !bystander && !outer_speaks).then_some((
            context.entity_index(case.index)?,
            entity.kind,
            mention.span,
        ));
    }
    // What the sentence of the inner speaker does not mention is the outer record's.
    if matches!(case.kin, Kin::Inner(_)) {
        return None;
    }
    case.way.hops.iter().find_map(|hop| {
        let Agent::Entity(agent) = hop.agent else { return None };
        let entity =
            cast.get(agent).filter(|entity| is_unnamed(entity) && Some(agent) != context.entity_index(case.index))?;
        let own = |span: &&Span| utterance.sentence.contains(**span) || utterance.content().contains(**span);
        entity.mentions.iter().find(own).map(|&span| (agent, entity.kind, span))
    })
}

/// "two officials".
fn has_count(context: &Context<'_>, words: Span) -> bool {
    let counts = "one two three four five six seven eight nine ten dozen pair";
    let first = context.atoms_at(words).unwrap_or(&[]).iter().take(3);
    first.into_iter().any(|atom| atom.kind == AtomKind::Number || word(context.reading.text, Some(atom)).is_any(counts))
}

fn is_pronoun(context: &Context<'_>, words: Span) -> bool {
    let first = context.atoms_from(words.start).and_then(<[_]>::first);
    first.is_some_and(|atom| atom.is(Class::PRONOUN))
}

/// How they know: a trade or a part in the matter, or words that say so ("familiar with", "who was present").
fn has_position(context: &Context<'_>, words: Span) -> bool {
    let text = context.reading.text;
    let atoms = context.atoms_from(words.start).unwrap_or(&[]);
    let within = atoms.iter().take_while(|atom| atom.span.start < words.end).count();
    let core = atoms.get(..within).unwrap_or(&[]);
    let vague = core.iter().any(|atom| meaning(word(text, Some(atom)).0).has(Sense::Vague));
    let tells = |atom: &crate::syntax::Atom| {
        word(text, Some(atom)).is_any("familiar knowledge briefed close involved present attended voted worked with")
    };
    let after = atoms.get(within..within + 2).unwrap_or(&[]);
    // "one of them", "the other": what is known of the group is known of its part.
    let part = core.iter().any(|atom| word(text, Some(atom)).is_any("them other"))
        || words.of(text).to_lowercase().starts_with("one of ");
    if part {
        return true;
    }
    !vague && !is_pronoun(context, words)
        || core.iter().any(tells)
        || after.iter().take_while(|atom| !atom.is_mark('.')).any(tells)
}
