//! The article of a widget: what was read and reported of it, and what stands on the page for it.

use crate::page::{Adopted, Highlights, Layer, MARK_TAG, Mark, Marks, Reading};
use crate::panel::{ArticleText, Lang, mark_label};
use crate::report::{Attribution, Extent, Report, Status};
use std::rc::Rc;
use web_sys::{Document, Element, StaticRange};

/// The article of a widget. Dropping it gives the page's DOM back as it was.
pub(super) struct Article {
    // Dropped in this order.
    highlights: Highlights,
    pub marks: Marks,
    _style: Option<Adopted>,
    pub element: Element,
    pub reading: Reading,
    pub report: Rc<Report>,
    pub text: Rc<ArticleText>,
    pub lang: Lang,
}

impl Article {
    /// An article with marks planned, none of which stands yet.
    pub fn new(element: Element, reading: Reading, report: Rc<Report>, lang: Lang) -> Self {
        let mut this = Self {
            highlights: Highlights::default(),
            marks: Marks::default(),
            _style: crate::page::sheet(crate::page::STYLE).map(|sheet| Adopted::new(element.get_root_node(), sheet)),
            lang,
            text: Rc::new(ArticleText::new(reading.text())),
            element,
            reading,
            report,
        };
        // Another widget's marks stand here already: a second set would be in its way.
        let taken = this.element.query_selector(MARK_TAG).ok().flatten().is_some();
        if !taken {
            let marks = visible(&this.report).enumerate().map(|(at, entry)| this.mark_of(at + 1, entry)).collect();
            this.marks = Marks::plan(&this.reading, marks);
        }
        this
    }

    /// Sets some of the marks; `false` when all stand and the quotations are decorated.
    pub fn mark_some(&mut self, document: &Document) -> bool {
        let more = self.marks.set_some(document, &self.element, &mut self.reading);
        if !more {
            self.paint_quotations();
        }
        more
    }

    /// Whether `reading` is what was read and every mark stands where it was set; where it does, the way back to the
    /// nodes is renewed.
    pub fn still_stands(&mut self, reading: Reading) -> bool {
        let stands = reading.says_the_same_as(&self.reading) && self.marks.stand();
        if stands {
            self.reading = reading;
            self.paint_quotations();
        }
        stands
    }

    fn mark_of(&self, number: usize, entry: &Attribution) -> Mark {
        Mark {
            id: entry.id.clone(),
            number,
            end: entry.content.end,
            // A name in plain text has nothing to isolate its direction with.
            label: mark_label(&self.report, entry, self.lang).replace(turns_direction, ""),
            checked: is_checked(entry),
            unclear: entry.speaker().is_none(),
        }
    }

    fn paint_quotations(&mut self) {
        let (checked, inferred): (Vec<_>, Vec<_>) = visible(&self.report).partition(|entry| is_checked(entry));
        let ranges = |entries: Vec<&Attribution>| entries.into_iter().flat_map(|entry| self.ranges_of(entry)).collect();
        let (checked, inferred) = (ranges(checked), ranges(inferred));
        self.highlights.paint(Layer::Checked, checked);
        self.highlights.paint(Layer::Quote, inferred);
    }

    /// Decorates the words of the attributions with these ids, and no others, as open.
    pub fn paint_open(&mut self, ids: &[&str]) {
        let entries = visible(&self.report).filter(|entry| ids.contains(&entry.id.as_str()));
        let ranges = entries.flat_map(|entry| self.ranges_of(entry)).collect();
        self.highlights.paint(Layer::Open, ranges);
    }

    /// Decorates these words, and no others, as evidence.
    pub fn paint_evidence(&mut self, extents: &[Extent]) {
        let ranges = extents.iter().flat_map(|&extent| self.reading.static_ranges(extent)).collect();
        self.highlights.paint(Layer::Evidence, ranges);
    }

    fn ranges_of(&self, entry: &Attribution) -> Vec<StaticRange> {
        let content = &entry.content;
        if content.segments.is_empty() {
            return self.reading.static_ranges(Extent::new(content.start, content.end));
        }
        content.segments.iter().flat_map(|&segment| self.reading.static_ranges(segment)).collect()
    }

    /// The attribution with this id, unless it was taken back.
    pub fn entry(&self, id: &str) -> Option<&Attribution> {
        visible(&self.report).find(|entry| entry.id == id)
    }

    /// The id of the attribution `steps` away from the one with this id, in the order of the text.
    pub fn neighbour(&self, id: &str, steps: isize) -> Option<String> {
        let entries: Vec<&Attribution> = visible(&self.report).collect();
        let at = entries.iter().position(|entry| entry.id == id)?;
        entries.get(at.checked_add_signed(steps)?).map(|entry| entry.id.clone())
    }

    /// The attribution in this article that has the words of `entry`, which may be from an earlier reading: the nearest.
    pub fn same_as(&self, entry: &Attribution) -> Option<&Attribution> {
        let distance = |other: &Attribution| other.content.start.abs_diff(entry.content.start);
        visible(&self.report)
            .filter(|other| other.content.exact == entry.content.exact && other.form == entry.form)
            .min_by_key(|other| distance(other))
    }
}

/// The attributions that are shown.
pub(super) fn visible(report: &Report) -> impl Iterator<Item = &Attribution> {
    report.attributions.iter().filter(|entry| entry.status != Status::Withheld)
}

fn is_checked(entry: &Attribution) -> bool {
    matches!(entry.status, Status::Confirmed | Status::Corrected)
}

/// Controls of writing direction, which reach beyond the words they stand in.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
