//! A publisher's data over the inferred report, field by field.

use super::overlay::{
    common_with, follow_medium, follow_source, forget_places, kind_of, letters, overlay_setting, overlay_source,
    overlay_way, settle, status,
};
use super::record::UNKNOWN;
use super::{Entry, Field, Published};
use crate::anchor::{Anchorer, ChangeKind, Outcome, Selector};
use crate::report::{
    ArticleInfo, Attribution, Basis, Content, Extent, Form, Hop, Report, Source, SourceKind, SourceRef, Status,
};
use crate::text::{ScalarIndex, Span, is_quote};

/// Share of their common stretch, of 100, at which two records are of the same words.
const SAME_WORDS: usize = 50;
/// Share at which they differ in marks and the like only.
const SAME_EXTENT: usize = 80;

/// Lays what the newsroom says over the report of the engine on the same text. See the [module](super) for what wins.
///
/// Total. What the newsroom withheld is gone, with sources that nobody else refers to; what it entered for words that do
/// not stand in the text is in [`Report::orphans`].
pub fn merge(report: Report, text: &str, published: Published) -> Report {
    let mut merging = Merging::new(report, text, published.sources);
    merging.article(published.article);
    let anchorer = Anchorer::new(text);
    for entry in published.entries {
        merging.entry(&anchorer, entry);
    }
    merging.done()
}

/// Where the words of an entry stand.
pub(super) struct Found {
    pub extent: Extent,
    /// Whether the words are others than in the entry.
    pub changed: bool,
}

/// What of the report is of the same words as an entry.
pub(super) enum Same {
    /// The attribution at this index.
    As(usize),
    /// One that an earlier entry spoke of: that one holds.
    Twice,
    None,
}

pub(super) struct Merging<'t> {
    text: &'t str,
    scalars: ScalarIndex<'t>,
    pub report: Report,
    /// The sources of the newsroom's data.
    pub sources: Vec<Source>,
    /// Which attributions the newsroom spoke of already.
    taken: Vec<bool>,
    /// Ids of entries, and which attribution each is now.
    pub renamed: Vec<(String, usize)>,
    /// Which attributions the newsroom withheld.
    pub withheld: Vec<usize>,
}

impl<'t> Merging<'t> {
    pub fn new(report: Report, text: &'t str, sources: Vec<Source>) -> Self {
        Self {
            text,
            scalars: ScalarIndex::new(text),
            taken: vec![false; report.attributions.len()],
            renamed: Vec::new(),
            withheld: Vec::new(),
            report,
            sources,
        }
    }

    fn article(&mut self, given: ArticleInfo) {
        let article = &mut self.report.article;
        for (mine, theirs) in [
            (&mut article.url, given.url),
            (&mut article.headline, given.headline),
            (&mut article.published, given.published),
            (&mut article.publisher, given.publisher),
        ] {
            if mine.is_none() {
                *mine = theirs;
            }
        }
    }

    fn entry(&mut self, anchorer: &Anchorer<'_>, mut entry: Entry) {
        let withheld = entry.attribution.status == Status::Withheld;
        let Some(found) = self.find(anchorer, &entry.attribution.content, withheld) else {
            // What was withheld is shown nowhere, least of all apart.
            if !withheld {
                self.orphan(entry.attribution);
            }
            return;
        };
        let same = self.same_words(found.extent, &entry);
        if withheld {
            self.withhold(found.extent, same);
            return;
        }
        if found.changed {
            entry.attribution.was = Some(std::mem::take(&mut entry.attribution.content.exact));
        }
        let moved = entry.attribution.content.start != found.extent.start;
        self.keep_evidence(&mut entry.attribution, found.extent.start);
        if moved {
            forget_places(&mut entry.attribution);
        }
        let index = match same {
            Same::As(index) => index,
            Same::Twice => return,
            Same::None => self.add(&entry, found.extent),
        };
        if let Some(taken) = self.taken.get_mut(index) {
            *taken = true;
        }
        if !entry.attribution.id.is_empty() {
            self.renamed.push((entry.attribution.id.clone(), index));
        }
        self.overlay(index, entry, found);
    }

    /// Whatever else is said of these words, they are withheld.
    fn withhold(&mut self, extent: Extent, same: Same) {
        if let Same::As(index) = same {
            self.withheld.push(index);
        }
        let all = self.report.attributions.iter().enumerate();
        self.withheld.extend(
            all.filter(|(_, entry)| common_with(extent, &entry.content) >= SAME_EXTENT).map(|(index, _)| index),
        );
    }

    /// Where the words of an entry stand; nowhere if they are other words there, unless they are `withheld`.
    pub fn find(&self, anchorer: &Anchorer<'_>, content: &Content, withheld: bool) -> Option<Found> {
        let mut selector = Selector::from(content);
        selector.start = selector.start.filter(|&start| start != UNKNOWN);
        let outcome = anchorer.anchor(&selector);
        let is_found = matches!(outcome, Outcome::Found(_));
        if let Some(extent) = (!is_found).then(|| self.in_pieces(content)).flatten() {
            return Some(Found { extent, changed: false });
        }
        let changed = match &outcome {
            Outcome::Found(_) => false,
            Outcome::Changed { changes, .. } => {
                let is_other = |kind| matches!(kind, ChangeKind::Negation | ChangeKind::Number | ChangeKind::Name);
                if !withheld && changes.iter().any(|change| is_other(change.kind)) {
                    return None;
                }
                true
            }
            Outcome::Lost => return None,
        };
        let span = outcome.span()?;
        let extent = Extent::new(self.scalars.scalar(span.start), self.scalars.scalar(span.end));
        Some(Found { extent, changed })
    }

    /// Where an utterance stands that is given without the words which interrupt it in the article: where it says
    /// itself, or where the engine found it.
    fn in_pieces(&self, given: &Content) -> Option<Extent> {
        let sought = letters(&given.exact);
        let all = std::iter::once(given).chain(self.report.attributions.iter().map(|entry| &entry.content));
        let found = all.into_iter().filter(|content| content.segments.len() > 1).find(|content| {
            let words = |piece: &Extent| {
                let span = Span::new(self.scalars.byte(piece.start), self.scalars.byte(piece.end));
                letters(span.of(self.text))
            };
            content.segments.iter().map(words).collect::<String>() == sought
        })?;
        Some(Extent::new(found.start, found.end))
    }

    /// The attribution of the same words: the one with most in common, of equals the one whose source it names. Of an
    /// attribution that another entry spoke of, the next best takes the place if it is as good.
    pub fn same_words(&self, extent: Extent, entry: &Entry) -> Same {
        let named = self.named(entry.attribution.source.as_ref());
        let mut best = None;
        for (index, other) in self.report.attributions.iter().enumerate() {
            let share = common_with(extent, &other.content);
            if share < SAME_WORDS {
                continue;
            }
            let taken = self.taken.get(index) == Some(&true);
            let same_source = named.is_some() && self.name_of(other.source.as_ref()) == named;
            // A tenth more or less is a matter of marks.
            let rank = (share / 10, !taken, same_source, share);
            if best.is_none_or(|(most, _)| rank > most) {
                best = Some((rank, index));
            }
        }
        match best {
            Some(((_, true, ..), index)) => Same::As(index),
            Some(((_, _, _, share), _)) if share >= SAME_EXTENT && entry.attribution.nested_in.is_none() => Same::Twice,
            _ => Same::None,
        }
    }

    /// The name of a source of the newsroom's data.
    fn named(&self, source: Option<&SourceRef>) -> Option<&str> {
        self.sources
            .iter()
            .find(|known| source.is_some_and(|source| Some(&known.id) == source.source.as_ref()))?
            .name
            .as_deref()
    }

    /// The name of a source of the report.
    fn name_of(&self, source: Option<&SourceRef>) -> Option<&str> {
        self.report
            .sources
            .iter()
            .find(|known| source.is_some_and(|source| Some(&known.id) == source.source.as_ref()))?
            .name
            .as_deref()
    }

    /// Offsets of words that do not stand where the data says are of another text.
    fn keep_evidence(&self, entry: &mut Attribution, start: usize) {
        let stands = |from: usize, to: usize, words: &str| {
            let shift = |at: usize| (at + start).checked_sub(entry.content.start);
            let span = Span::new(self.scalars.byte(shift(from)?), self.scalars.byte(shift(to)?));
            (!words.is_empty() && span.of(self.text) == words).then_some(Extent::new(shift(from)?, shift(to)?))
        };
        entry.cue.take_if(|cue| match stands(cue.start, cue.end, &cue.text) {
            Some(at) => {
                (cue.start, cue.end) = (at.start, at.end);
                false
            }
            None => true,
        });
        if let Some(source) = &mut entry.source {
            let at = source.start.zip(source.end).and_then(|(from, to)| stands(from, to, &source.text));
            (source.start, source.end) = (at.map(|at| at.start), at.map(|at| at.end));
            if at.is_none() {
                source.text.clear();
            }
        }
    }

    /// A new attribution for words of which the engine says nothing.
    fn add(&mut self, entry: &Entry, extent: Extent) -> usize {
        let form = if entry.says(Field::Form) { entry.attribution.form } else { self.form(extent) };
        let fresh = Attribution {
            form,
            content: self.content(extent),
            missing: Vec::new(),
            confidence: 1.0,
            rule: "newsroom".into(),
            ..Attribution::default()
        };
        self.report.attributions.push(fresh);
        self.taken.push(false);
        self.report.attributions.len() - 1
    }

    /// Words between marks are quoted.
    fn form(&self, extent: Extent) -> Form {
        let before = self.text.get(..self.scalars.byte(extent.start)).unwrap_or("");
        if before.chars().next_back().is_some_and(is_quote) { Form::Direct } else { Form::Indirect }
    }

    fn content(&self, extent: Extent) -> Content {
        let span = Span::new(self.scalars.byte(extent.start), self.scalars.byte(extent.end));
        let selector = Selector::of(self.text, span);
        Content {
            start: extent.start,
            end: extent.end,
            segments: vec![extent],
            exact: selector.exact,
            prefix: selector.prefix,
            suffix: selector.suffix,
        }
    }

    /// The fields of an entry over those of the attribution at `index`.
    fn overlay(&mut self, index: usize, entry: Entry, found: Found) {
        let content = self.content_of(index, &entry, found.extent);
        let source = entry.attribution.source.clone().map(|source| self.adopt(source));
        let chain: Vec<_> = entry.attribution.chain.iter().cloned().map(|hop| self.adopt_hop(hop)).collect();
        let Some(mine) = self.report.attributions.get_mut(index) else { return };
        let before = mine.speaker().map(str::to_owned);
        let medium = mine.medium.as_ref().map(|medium| medium.kind);
        let outlet = mine.outlet.as_ref().map(|outlet| outlet.name.clone());
        mine.content = content;
        overlay_source(mine, source, entry.clears(Field::Source));
        overlay_setting(mine, &entry);
        if entry.says(Field::Chain) {
            mine.chain = chain;
        } else {
            follow_source(mine, before.as_deref());
            follow_medium(mine, medium);
            self.follow_outlet(index, outlet.as_deref());
        }
        let Some(mine) = self.report.attributions.get_mut(index) else { return };
        overlay_way(mine, &entry);
        mine.status = match status(&entry, before.as_deref(), mine.source.as_ref()) {
            _ if found.changed => Status::Inferred,
            given => given.unwrap_or(mine.status),
        };
        let theirs = entry.attribution;
        mine.terms = theirs.terms.or(mine.terms);
        mine.original = theirs.original.or(mine.original.take());
        mine.confirmed_on = theirs.confirmed_on.filter(|_| mine.status != Status::Inferred);
        mine.was = theirs.was;
        let kind = mine.speaker().and_then(|id| kind_of(&self.report.sources, id));
        settle(mine, kind);
    }

    /// A chain by way of the outlet that was inferred goes by the one that was given.
    fn follow_outlet(&mut self, index: usize, before: Option<&str>) {
        let Some(mine) = self.report.attributions.get(index) else { return };
        let own = mine.speaker();
        let Some(now) = mine.outlet.as_ref().map(|outlet| outlet.name.clone()) else { return };
        let is_before = |hop: &Hop| {
            let agent = self.report.sources.iter().find(|source| source.id == hop.agent);
            agent.is_some_and(|agent| agent.name.as_deref() == before && Some(agent.id.as_str()) != own)
        };
        let hops: Vec<usize> =
            mine.chain.iter().enumerate().filter(|(_, hop)| is_before(hop)).map(|(index, _)| index).collect();
        if before.is_none() || before == Some(now.as_str()) || hops.is_empty() {
            return;
        }
        let outlet = Source { name: Some(now), kind: SourceKind::NewsOutlet, ..Source::default() };
        let id = self.adopted(&outlet);
        let chain = self.report.attributions.get_mut(index).map(|mine| &mut mine.chain);
        for (_, hop) in chain.into_iter().flatten().enumerate().filter(|(index, _)| hops.contains(index)) {
            hop.agent.clone_from(&id);
            hop.basis = Basis::Newsroom;
        }
    }

    /// Whose extent holds: the engine's where both agree but for marks, else the newsroom's.
    fn content_of(&self, index: usize, entry: &Entry, extent: Extent) -> Content {
        let mine = self.report.attributions.get(index).map(|mine| &mine.content);
        if let Some(mine) = mine
            && common_with(extent, mine) >= SAME_EXTENT
        {
            return mine.clone();
        }
        let theirs = &entry.attribution.content;
        let mut content = self.content(extent);
        let unchanged = content.exact == theirs.exact || extent == Extent::new(theirs.start, theirs.end);
        if unchanged && !theirs.segments.is_empty() {
            let shift = |at: usize| at + extent.start - theirs.start;
            content.segments =
                theirs.segments.iter().map(|segment| Extent::new(shift(segment.start), shift(segment.end))).collect();
        }
        content
    }

    fn orphan(&mut self, mut entry: Attribution) {
        if entry.content.start == UNKNOWN || entry.content.end == UNKNOWN {
            (entry.content.start, entry.content.end) = (0, 0);
        }
        entry.nested_in = None;
        entry.source = entry.source.take().map(|source| self.adopt(source));
        entry.chain = std::mem::take(&mut entry.chain).into_iter().map(|hop| self.adopt_hop(hop)).collect();
        self.report.orphans.push(entry);
    }
}
