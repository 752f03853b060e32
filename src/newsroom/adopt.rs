//! Sources of the newsroom's data as sources of the report: known ones are taken for the same, others are added.

use super::merge::Merging;
use crate::report::{ARTICLE_AGENT, Hop, Source, SourceKind, SourceRef};

impl Merging<'_> {
    /// A mention of a source of the newsroom's data as one of the report.
    pub fn adopt(&mut self, mut source: SourceRef) -> SourceRef {
        source.source = source.source.map(|id| self.adopt_source(&id));
        source
    }

    /// A hop whose agent is a source of the newsroom's data as one of the report.
    pub fn adopt_hop(&mut self, mut hop: Hop) -> Hop {
        if hop.agent != ARTICLE_AGENT {
            hop.agent = self.adopt_source(&hop.agent);
        }
        hop
    }

    /// The id in the report of a source of the newsroom's data; the source is added where the report does not have it.
    pub fn adopt_source(&mut self, id: &str) -> String {
        match self.sources.iter().find(|source| source.id == id).cloned() {
            Some(theirs) => self.adopted(&theirs),
            None => String::new(),
        }
    }

    /// The id in the report of who is the same as this source: by name, or by what it is called and its kind.
    pub fn adopted(&mut self, theirs: &Source) -> String {
        let same = |mine: &Source| match &theirs.name {
            Some(name) => mine.name.as_ref().is_some_and(|mine| mine.trim() == name),
            None => mine.name.is_none() && mine.label == theirs.label && mine.kind == theirs.kind,
        };
        let unknown_kind = theirs.kind == SourceKind::Unattributed;
        // Of two of that name, the one of that kind.
        let sources = &mut self.report.sources;
        let exactly = sources.iter().position(|mine| same(mine) && mine.kind == theirs.kind);
        let index = exactly.or_else(|| sources.iter().position(same));
        if let Some(mine) = index.and_then(|index| sources.get_mut(index)) {
            if !unknown_kind {
                mine.kind = theirs.kind;
            }
            mine.role = theirs.role.clone().or(mine.role.take()).filter(|role| !role.is_empty());
            mine.label = theirs.label.clone().or(mine.label.take());
            return mine.id.clone();
        }
        let mut source = theirs.clone();
        source.mentions.clear();
        source.role.take_if(|role| role.is_empty());
        if unknown_kind {
            source.kind = if source.name.is_some() { SourceKind::PersonNamed } else { SourceKind::AnonymousPerson };
        }
        let taken = |id: &str| self.report.sources.iter().any(|source| source.id == id);
        let mut number = self.report.sources.len();
        while taken(&source.id) {
            number += 1;
            source.id = ["s", &number.to_string()].concat();
        }
        let id = source.id.clone();
        self.report.sources.push(source);
        id
    }
}
