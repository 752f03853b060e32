//! The article of a widget: what was read and reported of it, and what stands on the page for it.

use super::Engine;
use crate::Options;
use crate::page::{Adopted, Highlights, Layer, Mark, Marks, Observer, Reading};
use crate::panel::{ArticleText, Lang, mark_label};
use crate::report::{Attribution, Extent, Report, Status};
use std::rc::Rc;
use web_sys::{Document, Element, StaticRange, Window};

/// The article of a widget. Dropping it gives the page's DOM back as it was.
pub(super) struct Article {
    // Dropped in this order: nobody watches while marks and decorations go.
    observer: Option<Observer>,
    highlights: Highlights,
    pub marks: Marks,
    _style: Option<Adopted>,
    pub element: Element,
    pub reading: Reading,
    pub report: Rc<Report>,
    pub text: Rc<ArticleText>,
    /// The tag of the language wanted, and the language there is.
    pub wanted: String,
    pub lang: Lang,
}

/// What an article tells its widget.
#[derive(Clone)]
pub(super) struct Listener {
    /// A mark was pressed.
    pub pressed: Rc<dyn Fn(&str)>,
    /// The article changed.
    pub changed: Rc<dyn Fn()>,
}

impl Article {
    /// Reads `element` and reports, without touching the page.
    pub fn read(window: &Window, document: &Document, element: Element, engine: Engine, lang: Option<&str>) -> Self {
        let reading = Reading::of(window, document, &element, Options::default());
        let report = Rc::new(engine(reading.text(), reading.options()));
        Self::with(element, reading, report, lang)
    }

    fn with(element: Element, reading: Reading, report: Rc<Report>, lang: Option<&str>) -> Self {
        let text = Rc::new(ArticleText::new(reading.text()));
        let lang = lang.or(reading.options().language.as_deref()).unwrap_or(&report.language);
        let (wanted, lang) = (lang.to_owned(), Lang::from_tag(lang));
        Self {
            observer: None,
            highlights: Highlights::default(),
            marks: Marks::default(),
            _style: None,
            element,
            reading,
            report,
            text,
            wanted,
            lang,
        }
    }

    /// Reads the article again, after [`Article::release`]; `self` is what stood before.
    pub fn again(&self, window: &Window, document: &Document, engine: Engine, lang: Option<&str>) -> Self {
        let reading = Reading::of(window, document, &self.element, Options::default());
        let report = match reading.says_the_same_as(&self.reading) {
            true => Rc::clone(&self.report),
            false => Rc::new(engine(reading.text(), reading.options())),
        };
        Self::with(self.element.clone(), reading, report, lang)
    }

    /// Whether the page shows what was read, and every mark stands where it was set; where it does, the way back to the
    /// nodes is renewed.
    pub fn still_stands(&mut self, window: &Window, document: &Document) -> bool {
        let reading = Reading::of(window, document, &self.element, Options::default());
        let stands = reading.says_the_same_as(&self.reading) && self.marks.stand();
        if stands {
            self.reading = reading;
            self.paint_quotations();
        }
        stands
    }

    /// Sets the marks and decorations, and watches for change.
    pub fn mark(&mut self, document: &Document, listener: Listener) {
        // Another widget's marks stand here already: a second set would be in its way.
        let taken = self.element.query_selector(crate::page::MARK_TAG).ok().flatten().is_some();
        if !taken {
            let marks = visible(&self.report).map(|entry| self.mark_of(entry)).collect();
            self.marks = Marks::set(document, &self.element, &mut self.reading, marks, listener.pressed);
        }
        self._style =
            crate::page::sheet(crate::page::STYLE).map(|sheet| Adopted::new(self.element.get_root_node(), sheet));
        self.paint_quotations();
        let changed = listener.changed;
        self.observer = Observer::new(&self.element, move || changed());
    }

    /// Takes marks and decorations away and stops watching.
    pub fn release(&mut self) {
        self.observer = None;
        self.highlights = Highlights::default();
        self.marks = Marks::default();
        self._style = None;
    }

    fn mark_of(&self, entry: &Attribution) -> Mark {
        Mark {
            id: entry.id.clone(),
            end: entry.content.end,
            label: mark_label(&self.report, entry, self.lang),
            checked: is_checked(entry),
            unclear: entry.source.is_none(),
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
