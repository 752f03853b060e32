//! The sources of a publisher's data.

use super::limits::MOST_ENTRIES;
use super::problem::{Effect, Fault};
use super::reader::{self, Reader};
use super::record::pick;
use crate::json::Json;
use crate::report::{Source, SourceKind};

/// The sources that were read.
#[derive(Default)]
pub(super) struct Speakers {
    pub all: Vec<Source>,
    /// How many ids were made up.
    made: usize,
}

impl Speakers {
    /// Reads the list `sources` of a report.
    pub fn read(&mut self, reader: &mut Reader, data: &Json) {
        let sources = reader.list(data, "sources");
        reader.within("sources", |reader| {
            if sources.len() > MOST_ENTRIES {
                reader.note(Fault::TooManyEntries, Effect::FieldRefused);
            }
            for (index, value) in sources.iter().enumerate().take(MOST_ENTRIES) {
                reader.enter(index);
                self.source(reader, value);
                reader.leave();
            }
        });
    }

    /// Reads one of them.
    pub fn source(&mut self, reader: &mut Reader, value: &Json) {
        let fault = match value.get("id") {
            Some(Json::Text(id)) if self.knows(id) => Fault::Twice,
            Some(Json::Text(id)) if !id.trim().is_empty() => {
                let mentions = reader.list(value, "mentions").iter();
                let mentions = mentions.filter_map(|mention| reader::extent(mention).ok().flatten()).collect();
                let Some(id) = reader.text(value, "id") else { return };
                let source = self.described(reader, value);
                self.all.push(Source { id, mentions, ..source });
                return;
            }
            _ => Fault::Text,
        };
        reader.within("id", |reader| reader.note(fault, Effect::EntryRefused));
    }

    /// What is said of a source. Of one whose kind is not given it is `unattributed`, whatever its name.
    fn described(&self, reader: &mut Reader, value: &Json) -> Source {
        Source {
            name: reader.text(value, "name"),
            label: reader.text(value, "label"),
            kind: pick(reader, value, "kind", SourceKind::WORDS, SourceKind::ALL).unwrap_or_default(),
            role: match value.get("role").and_then(Json::as_text) {
                // That there is none.
                Some("") => Some(String::new()),
                _ => reader.text(value, "role"),
            },
            ..Source::default()
        }
    }

    /// The id of a source that an entry describes itself; none if it does not say who it is.
    pub fn given(&mut self, reader: &mut Reader, value: &Json) -> Option<String> {
        let source = self.described(reader, value);
        if source.name.is_none() && source.label.is_none() {
            reader.refuse("name", Fault::Name);
            return None;
        }
        Some(self.add(source))
    }

    /// The id of this source: of one that is known already, or a new one.
    pub fn add(&mut self, mut source: Source) -> String {
        source.id.clear();
        let same = |known: &&Source| {
            known.name == source.name
                && known.label == source.label
                && known.kind == source.kind
                && known.role == source.role
        };
        if let Some(known) = self.all.iter().find(same) {
            return known.id.clone();
        }
        while source.id.is_empty() || self.knows(&source.id) {
            self.made += 1;
            source.id = ["n", &self.made.to_string()].concat();
        }
        let id = source.id.clone();
        self.all.push(source);
        id
    }

    /// Whether a source has this id.
    pub fn knows(&self, id: &str) -> bool {
        self.all.iter().any(|source| source.id == id)
    }
}
