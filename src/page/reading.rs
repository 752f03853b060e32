//! The article as the page shows it: its text, what is known of it, and the way back to the DOM.

use super::{details, walk};
use crate::options::Options;
use crate::report::Extent;
use crate::text::pieces::{Pieces, Place, Run};
use web_sys::{Document, Element, Range, StaticRange, StaticRangeInit, Text, Window};

/// An article read from the page.
///
/// Its offsets count Unicode scalar values of [`Reading::text`], as a report's do.
#[derive(Debug, Default)]
pub struct Reading {
    pub(super) pieces: Pieces,
    pub(super) nodes: Vec<Text>,
    options: Options,
}

impl Reading {
    /// Reads `article` as it is rendered, in steps. `known` holds what the publisher says of it and wins over the page.
    pub async fn of(window: &Window, document: &Document, article: &Element, known: Options) -> Self {
        let (collected, nodes) = walk::walk(window, article).await;
        let mut options = Options { blocks: collected.blocks, links: collected.links, ..known };
        details::fill(document, article, &mut options);
        Self { pieces: collected.pieces, nodes, options }
    }

    /// The text, block by block with `\n` between them.
    pub fn text(&self) -> &str {
        &self.pieces.text
    }

    /// What the page says of the article, for the engine.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Whether an engine would be given the same as with `other`.
    pub fn says_the_same_as(&self, other: &Reading) -> bool {
        let (mine, theirs) = (&self.options, &other.options);
        self.text() == other.text()
            && mine.blocks == theirs.blocks
            && mine.links == theirs.links
            && mine.language == theirs.language
            && mine.published == theirs.published
            && mine.headline == theirs.headline
            && mine.publisher == theirs.publisher
    }

    /// The words of `extent` on the page: one range for each stretch with nothing left out in between.
    pub fn ranges(&self, extent: Extent) -> Vec<Range> {
        self.pieces.runs(extent).into_iter().filter_map(|run| self.range(run)).collect()
    }

    /// The same for decorations: ranges that a browser need not keep up to date at every change of the page.
    pub fn static_ranges(&self, extent: Extent) -> Vec<StaticRange> {
        self.pieces.runs(extent).into_iter().filter_map(|run| self.static_range(run)).collect()
    }

    fn static_range(&self, run: Run) -> Option<StaticRange> {
        let (start, end) = (self.node(run.start)?, self.node(run.end)?);
        StaticRange::new(&StaticRangeInit::new(end, run.end.unit, start, run.start.unit)).ok()
    }

    fn range(&self, run: Run) -> Option<Range> {
        let range = Range::new().ok()?;
        // A node that the page changed meanwhile may be shorter than it was: no range then.
        range.set_start(self.node(run.start)?, run.start.unit).ok()?;
        range.set_end(self.node(run.end)?, run.end.unit).ok()?;
        Some(range)
    }

    pub(super) fn node(&self, place: Place) -> Option<&Text> {
        self.nodes.get(place.node as usize)
    }
}
