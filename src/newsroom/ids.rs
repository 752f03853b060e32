//! Who is called what once all entries are merged, and what is left out.

use super::merge::Merging;
use crate::report::{Report, SourceRef};

/// Stands before an id of the newsroom's data while entries are merged; no id begins with a control.
pub(super) const NEWSROOM_ID: &str = "\u{1}";

impl Merging<'_> {
    /// The report with what was withheld taken away, in the order of the text, under ids that are unique.
    pub fn done(mut self) -> Report {
        self.rename();
        let gone: Vec<(String, Option<String>)> = self
            .withheld
            .iter()
            .filter_map(|&index| self.report.attributions.get(index))
            .map(|entry| (entry.id.clone(), entry.nested_in.clone()))
            .collect();
        let report = &mut self.report;
        report.attributions.retain(|entry| gone.iter().all(|(id, _)| *id != entry.id));
        for entry in &mut report.attributions {
            // What stood within words that are gone stands where those stood.
            for _ in 0..gone.len() {
                let Some((_, outer)) = gone.iter().find(|(id, _)| Some(id) == entry.nested_in.as_ref()) else { break };
                entry.nested_in.clone_from(outer);
            }
        }
        report.attributions.sort_by_key(|entry| (entry.content.start, std::cmp::Reverse(entry.content.end)));
        drop_unused(report);
        self.report
    }

    /// Gives merged attributions the ids of their entries, and others new ones where those are taken.
    fn rename(&mut self) {
        let mut ids: Vec<String> = self.report.attributions.iter().map(|entry| entry.id.clone()).collect();
        for (id, index) in &self.renamed {
            if let Some(slot) = ids.get_mut(*index) {
                slot.clone_from(id);
            }
        }
        let renamed = |index: usize| self.renamed.iter().any(|(_, other)| *other == index);
        let mut number = ids.len();
        for index in 0..ids.len() {
            while !renamed(index)
                && ids.get(index).is_some_and(|id| {
                    id.is_empty() || ids.iter().enumerate().any(|(other, taken)| other != index && taken == id)
                })
            {
                number += 1;
                if let Some(slot) = ids.get_mut(index) {
                    *slot = ["q", &number.to_string()].concat();
                }
            }
        }
        let old: Vec<String> = self.report.attributions.iter().map(|entry| entry.id.clone()).collect();
        for (index, entry) in self.report.attributions.iter_mut().enumerate() {
            entry.nested_in = entry.nested_in.take().and_then(|outer| match outer.strip_prefix(NEWSROOM_ID) {
                Some(given) => {
                    self.renamed.iter().find(|(id, _)| id == given).and_then(|(_, at)| ids.get(*at)).cloned()
                }
                None => old.iter().position(|id| *id == outer).and_then(|at| ids.get(at)).cloned(),
            });
            if let Some(id) = ids.get(index) {
                entry.id.clone_from(id);
            }
        }
        self.uncircle();
    }

    /// What stands in itself, by way of others, stands in nothing.
    fn uncircle(&mut self) {
        let entries = &mut self.report.attributions;
        let outer: Vec<Option<usize>> = (entries.iter())
            .map(|entry| {
                let id = entry.nested_in.as_ref()?;
                entries.iter().position(|other| other.id == *id)
            })
            .collect();
        for (index, entry) in entries.iter_mut().enumerate() {
            let mut at = Some(index);
            // A way out is at most as long as there are entries.
            for _ in 0..outer.len() {
                at = at.and_then(|at| outer.get(at).copied().flatten());
            }
            if at.is_some() {
                entry.nested_in = None;
            }
        }
    }
}

/// Sources that nothing refers to are not listed.
fn drop_unused(report: &mut Report) {
    let mut sources = std::mem::take(&mut report.sources);
    sources.retain(|source| {
        let is_it = |reference: &SourceRef| reference.source.as_ref() == Some(&source.id);
        report.attributions.iter().chain(&report.orphans).any(|entry| {
            entry.source.iter().chain(&entry.candidates).any(is_it)
                || entry.chain.iter().any(|hop| hop.agent == source.id)
        })
    });
    report.sources = sources;
}
