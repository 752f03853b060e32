//! The article of a widget: what was read and reported of it, and what stands on the page for it.

use crate::page::{Adopted, Highlights, Layer, MARK_TAG, Mark, Marks, Near, Reading};
use crate::panel::{ArticleText, Lang, mark_label};
use crate::report::{Attribution, Extent, Report, Status};
use js_sys::Array;
use std::rc::Rc;
use web_sys::{Element, StaticRange};

/// The article of a widget. Dropping it gives the page's DOM back as it was.
pub(super) struct Article {
    // Dropped in this order.
    highlights: Highlights,
    /// Where there are many marks: which are near what is in sight.
    near: Option<Near>,
    pub marks: Marks,
    /// How many attributions were looked at for a mark, and how many have one.
    planned: usize,
    numbered: usize,
    _style: Option<Adopted>,
    pub element: Element,
    pub reading: Reading,
    pub report: Rc<Report>,
    pub text: Rc<ArticleText>,
    pub lang: Lang,
}

/// More quotations are decorated only near what is in sight: a browser looks at each of them whenever it draws.
const MOST_PAINTED: usize = 100;

/// How many marks are planned in a step.
const AT_ONCE: usize = 8;

impl Article {
    /// An article without marks.
    pub fn new(element: Element, reading: Reading, report: Rc<Report>, lang: Lang) -> Self {
        // Another widget's marks stand here already: a second set would be in its way. A saved page has their elements alone.
        let taken = element.query_selector(MARK_TAG).ok().flatten().is_some_and(|mark| mark.shadow_root().is_some());
        Self {
            highlights: Highlights::default(),
            near: None,
            marks: Marks::default(),
            planned: if taken { report.attributions.len() } else { 0 },
            numbered: 0,
            _style: crate::page::sheet(crate::page::STYLE).map(|sheet| Adopted::new(element.get_root_node(), sheet)),
            lang,
            text: Rc::new(ArticleText::new(reading.text())),
            element,
            reading,
            report,
        }
    }

    /// Plans or sets some of the marks; `false` when all stand.
    pub fn mark_some(&mut self) -> bool {
        let all = self.report.attributions.len();
        if self.planned == all {
            return self.marks.set_some(&self.element, &mut self.reading);
        }
        let report = Rc::clone(&self.report);
        for entry in report.attributions.iter().skip(self.planned).take(AT_ONCE).filter(is_visible) {
            self.numbered += 1;
            self.marks.plan(&self.reading, self.mark_of(self.numbered, entry));
        }
        self.planned = all.min(self.planned + AT_ONCE);
        if self.planned == all {
            self.marks.planned();
        }
        true
    }

    /// Takes some of the marks away, and all that is decorated; `false` when none stands.
    pub fn unmark_some(&mut self) -> bool {
        self.near = None;
        self.highlights = Highlights::default();
        self.marks.unset_some()
    }

    /// Decorates the quotations. Of many only those near what is in sight: `told` is given what [`Article::paint_near`]
    /// takes, whenever that changes.
    pub fn paint(&mut self, told: Box<dyn Fn(Array)>) {
        if visible(&self.report).count() > MOST_PAINTED {
            self.near = Near::watch(self.marks.hosts(), told);
        }
        self.paint_quotations();
    }

    /// Decorates the quotations that are near now.
    pub fn paint_near(&mut self, entries: &Array) {
        self.near.iter_mut().for_each(|near| near.note(entries));
        self.paint_quotations();
    }

    /// Whether `reading` is what was read and every mark stands where it was set.
    pub fn still_stands(&self, reading: &Reading) -> bool {
        reading.says_the_same_as(&self.reading) && self.marks.stand()
    }

    /// Renews the way back to the nodes.
    pub fn renew(&mut self, reading: Reading) {
        self.reading = reading;
        self.paint_quotations();
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
        let near: Option<Vec<&str>> =
            self.near.as_ref().map(|near| near.places().filter_map(|place| self.marks.id_at(place)).collect());
        let (checked, inferred): (Vec<_>, Vec<_>) = visible(&self.report)
            .filter(|entry| near.as_ref().is_none_or(|near| near.contains(&entry.id.as_str())))
            .partition(|entry| is_checked(entry));
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
    report.attributions.iter().filter(is_visible)
}

fn is_visible(entry: &&Attribution) -> bool {
    entry.status != Status::Withheld
}

fn is_checked(entry: &Attribution) -> bool {
    matches!(entry.status, Status::Confirmed | Status::Corrected)
}

/// Controls of writing direction, which reach beyond the words they stand in.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
