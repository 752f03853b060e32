//! What is left once the chains are known: what utterances within others have of these.

use super::setting::{Carrier, Setting, inferred, stated};
use super::{Context, Grounded, Kin, Name};
use crate::lexicon::{Class, Sense};
use crate::text::Span;
use crate::vocabulary::{Basis, MediumKind, SourceKind};
use MediumKind::Interview;

/// Fragments share all with the words around them. The outlet of relayed words
/// is the one that hands them on. Within an outlet's words "us" is the outlet: they told it.
#[inline(never)]
pub(super) fn inward(context: &Context<'_>, settings: &mut [Setting]) {
    for index in 0..settings.len() {
        let outer = match context.kin.get(index) {
            Some(&(Kin::Mirror(outer) | Kin::Inner(outer))) => settings.get(outer).copied(),
            _ => None,
        };
        let Some(setting) = settings.get_mut(index) else { return };
        match (context.kin.get(index), outer) {
            (Some(Kin::Mirror(_)), Some(outer)) => *setting = outer,
            (Some(&Kin::Inner(of)), Some(outer)) if context.is_other_outlet(of) => {
                if let (Some(outlet), Some(at)) = (outer.outlet, told_us(context, index)) {
                    setting.addressee = stated(outlet.value.name.into(), at);
                    setting.medium = inferred(Interview, at);
                    setting.outlet = Some(outlet);
                }
            }
            (Some(&Kin::Inner(of)), _) => heard_by_speaker(context, index, of, setting),
            _ => relayed(context, index, setting),
        }
    }
}

/// Within a person's words "me" is that person: "“They told me it was over,” she said."
fn heard_by_speaker(context: &Context<'_>, index: usize, outer: usize, setting: &mut Setting) {
    let person = context.entity_index(outer).filter(|_| context.is_kind(outer, SourceKind::PersonNamed));
    let told = told_us(context, index).filter(|_| context.entity_index(index) != context.entity_index(outer));
    if let (Some(person), Some(at)) = (person, told) {
        setting.addressee = setting.addressee.or_else(|| stated(Name::Entity(person).into(), at));
    }
}

fn relayed(context: &Context<'_>, index: usize, setting: &mut Setting) {
    let named = |via: &usize| context.entities.get(*via).is_some_and(|outlet| outlet.name.is_some());
    let Some(via) = setting.via.filter(named) else { return };
    let at = setting.relay.map(|relay| relay.span);
    if setting.outlet.is_none() || at.is_some() {
        let basis = if at.is_some() { Basis::Stated } else { Basis::Inferred };
        let value = Carrier { name: Name::Entity(via), sense: Sense::default(), own: false };
        setting.outlet = Some(Grounded { value, basis, at });
    }
    if setting.medium.is_none() && context.is_relayed(index) {
        setting.medium = Some(Grounded { value: Interview, basis: Basis::Inferred, at: None });
    }
}

/// "us" or "me" right after the cue, or as its last word.
fn told_us(context: &Context<'_>, index: usize) -> Option<Span> {
    let cue = context.utterances.get(index)?.cue?;
    let line = context.stage(index)?.line(context);
    let (from, after) = (line.from(cue.span.start), line.from(cue.span.end));
    let us = (from..after + 1).find(|&at| line.is(at, Class::OBJECT) && line.is(at, Class::FIRST_PERSON))?;
    line.span(us..us + 1)
}
