//! From mentions to entities.

use super::{Entity, Resolution, Speaking};
use crate::syntax::Reading;
use crate::vocabulary::{Basis, SourceKind};

/// Says for each utterance who speaks, and lists everyone who does. `speaking` is in the order of the text.
pub fn resolve(reading: &Reading<'_>, speaking: &[Speaking]) -> (Vec<Entity>, Vec<Option<Resolution>>) {
    let mut entities: Vec<Entity> = Vec::new();
    let resolutions = speaking
        .iter()
        .map(|speaking| {
            let mention = speaking.mention?;
            let name = mention.core.of(reading.text).to_owned();
            let known = entities.iter().position(|entity| entity.name.as_ref() == Some(&name));
            let entity = known.unwrap_or(entities.len());
            if known.is_none() {
                let kind = SourceKind::PersonNamed;
                entities.push(Entity { name: Some(name), label: None, kind, role: None, mentions: vec![mention.span] });
            }
            Some(Resolution { entity: Some(entity), basis: Basis::Stated, confidence: 1.0, candidates: Vec::new() })
        })
        .collect();
    (entities, resolutions)
}
