//! What each reading of the mentions asks of the words around them, looked up once.

use super::description::Description;
use super::scan::{Event, What};
use crate::lexicon::{Class, Lexicon};

/// What the words around a mention say of it.
#[derive(Debug, Default)]
pub(super) struct Note {
    /// A word that joins stands between the mention before and this one: "Reyes and Okafor".
    pub joined: bool,
    /// A relative pronoun of the mention before stands right before it: "Okafor, whom she met".
    pub hangs: bool,
    /// The words of a description.
    pub description: Option<Description>,
}

/// The notes on all mentions.
pub(super) fn notes(text: &str, lexicon: &Lexicon, events: &[Event]) -> Vec<Note> {
    let mut notes = Vec::with_capacity(events.len());
    let mut before: Option<&Event> = None;
    for event in events {
        let mut note = Note::default();
        if let What::Noun(noun) = &event.what {
            note.description = Some(Description::new(text, lexicon, noun));
        }
        if let Some(before) = before {
            let gap = text.get(before.span.end..event.span.start).unwrap_or("");
            let between = gap.trim_start_matches(',').trim();
            // Most gaps are several words.
            let one = !between.is_empty() && !between.contains(' ') && before.quoted == event.quoted;
            note.joined = one && lexicon.look_up(between).class.has(Class::JOINING);
            if matches!(event.what, What::Pronoun(_)) {
                let last = gap.split_whitespace().last().unwrap_or("");
                let class = lexicon.look_up(last).class;
                note.hangs = class.has(Class::RELATIVE) && !class.has(Class::SUBORDINATOR.or(Class::DETERMINER));
            }
        }
        notes.push(note);
        before = Some(event);
    }
    notes
}
