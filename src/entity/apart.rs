//! Whom a pronoun does not mean, by what stands around it.

use super::clause::Part;
use super::discourse::Discourse;
use super::form::Ranking;
use super::pronoun::Pronoun;
use super::scan::{Event, What};

/// How likely it still is that someone speaks whom the words name: with less, candidates who name themselves are lost on
/// polnear-dev. So many mentions of the words are looked at.
pub(super) const TOLD_OF: f32 = 0.3;
const MOST_TOLD_OF: usize = 12;

/// "himself", in letters: it means the subject, "him" and "them" do not.
const SHORTEST_REFLEXIVE: usize = 6;

impl Discourse<'_> {
    /// Whom the relative clause is about that begins with a pronoun: "Okafor, whom she met". It is another.
    pub(super) fn relative_of(&self, at: usize) -> Option<usize> {
        self.notes.get(at).filter(|note| note.hangs)?;
        self.meanings.get(at.checked_sub(1)?)?.referent()
    }

    /// Who does something to another: "Okafor answered him".
    pub(super) fn acts_on(&self, events: &[Event], at: usize, pronoun: Pronoun) -> Option<usize> {
        let event =
            events.get(at).filter(|e| pronoun.object && e.part == Part::Object && e.span.len() < SHORTEST_REFLEXIVE)?;
        let of_clause = |&before: &usize| {
            events.get(before).is_some_and(|e| e.sentence == event.sentence && e.quoted == event.quoted)
        };
        let subject =
            |before: &usize| events.get(*before).is_some_and(|e| matches!(e.part, Part::Subject | Part::Subordinate));
        let mut subjects = (at.saturating_sub(5)..at).rev().take_while(of_clause).filter(subject);
        let before = subjects.next().filter(|_| subjects.next().is_none())?;
        let named = events.get(before).is_some_and(|e| matches!(e.what, What::Name(_)));
        self.meanings.get(before)?.referent().filter(|_| named)
    }

    /// Those whom the words of a source name: they are not who speaks. "Reyes is late," he said.
    pub(super) fn told_of(&self, events: &[Event], event: &Event) -> Ranking {
        let mut told = Ranking::default();
        if !event.speaks || event.quoted {
            return told;
        }
        let first = events.partition_point(|other| other.head.start < event.content.start);
        for (at, other) in events.iter().enumerate().skip(first).take(MOST_TOLD_OF) {
            if other.head.end > event.content.end {
                break;
            }
            let apart = other.quoted && !other.requoted;
            let named = matches!(other.what, What::Name(_)) && other.part != Part::Modifier;
            if let Some((id, _)) =
                self.clusters.of.get(at).filter(|r| apart && named && r.second() == 0.0).and_then(Ranking::first)
            {
                told.add(id, 1.0);
            }
        }
        told
    }
}
