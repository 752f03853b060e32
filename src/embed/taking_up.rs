//! How a widget takes an article up: it reads it, has it analysed, sets the marks, draws the overview, in slices between
//! which the page has its turn.

use super::article::{Article, visible};
use super::config::Voices;
use super::events::{self, Kind};
use super::widget::Widget;
use super::{host, language, publisher, shown};
use crate::page::{Observer, Reading};
use crate::panel::{FIRST, Lang};
use crate::report::Report;
use crate::steps::Steps;
use crate::{Options, lexicon};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// How many attributions are added to the overview before the page has its turn, when it is drawn first.
const LISTED: usize = 8;

/// How long the article has to rest before it is read again, in milliseconds: doubled for every fight about its marks, of
/// which those count that come sooner than [`CALM`] after each other.
const REST: u32 = 200;
const MOST_FIGHTS: u32 = 6;
const CALM: f64 = 30_000.0;

/// Of more mistakes in a publisher's data the first ones are told: they are mostly the same.
const MOST_PROBLEMS: usize = 5;

impl Widget {
    /// Reads `element` and shows what is found in it; a later call ends an earlier one. What stands there already stays as it
    /// is, unless `always`.
    pub async fn take_up(self: Rc<Self>, element: Element, always: bool) {
        let turn = self.slices.begin();
        self.under_way.replace(Some(element.clone()));
        self.watch(&element);
        if !self.slices.breathe(turn).await {
            return;
        }
        let Some(reading) = self.slices.work(turn, self.read(&element)).await else { return };
        let stands = |article: &Article| article.element == element && article.still_stands(&reading);
        if !always && self.article.borrow().as_ref().is_some_and(stands) {
            if let Some(article) = self.article.borrow_mut().as_mut() {
                article.renew(reading);
            }
        } else {
            self.note_fight(!always, &element, &reading);
            if self.show(turn, element, reading).await.is_none() {
                return;
            }
        }
        self.under_way.take();
        if self.again.take() {
            self.refresh(false);
        }
    }

    /// Where the page takes marks out of words that are the same as before, again and again, they come back later each time.
    fn note_fight(self: &Rc<Self>, changed: bool, element: &Element, reading: &Reading) {
        let same = |article: &Article| article.element == *element && reading.says_the_same_as(&article.reading);
        let now = self.slices.now();
        let again =
            changed && now - self.fought.replace(now) < CALM && self.article.borrow().as_ref().is_some_and(same);
        self.fights.set(if again { MOST_FIGHTS.min(self.fights.get() + 1) } else { 0 });
        if again {
            self.watch(element);
        }
    }

    /// Shows what is found in what was read of `element`; nothing if that is not wanted any more.
    async fn show(self: &Rc<Self>, turn: u32, element: Element, reading: Reading) -> Option<()> {
        let article = reading.options().language.clone().unwrap_or_else(|| lexicon::detect(reading.text()).to_owned());
        language::words_of(&article).await;
        let known = self.known_report(&reading);
        let report = match known.filter(|_| self.slices.is_wanted(turn)) {
            Some(known) => known,
            None => {
                let inferred = (self.engine)(reading.text(), reading.options());
                let inferred = self.slices.work(turn, inferred).await?;
                self.overlaid(&element, &reading, inferred)
            }
        };
        let wanted = self.config.borrow().lang.clone().or_else(|| reading.options().language.clone());
        let lang = language::of(wanted.as_deref().unwrap_or(&report.language)).await;
        self.slices.breathe(turn).await.then_some(())?;
        self.put(turn, element, reading, report, lang).await?;
        while self.change_some(Article::mark_some) {
            self.slices.rest(turn).await.then_some(())?;
        }
        self.slices.rest(turn).await.then_some(())?;
        self.decorate();
        shown::show_open(self);
        self.slices.rest(turn).await.then_some(())?;
        self.list(turn).await?;
        self.render();
        let widget = Rc::clone(self);
        spawn_local(async move {
            // The caller has the handle then, and what was read is shown.
            if widget.slices.breathe(turn).await {
                widget.tell_ready();
            }
            if widget.slices.breathe(turn).await {
                widget.rehearse();
            }
        });
        Some(())
    }

    /// Decorates the quotations, now and whenever others come near.
    fn decorate(self: &Rc<Self>) {
        let weak = self.weak();
        let told = move |entries| {
            if let Some(widget) = weak.upgrade() {
                widget.article.borrow_mut().iter_mut().for_each(|article| article.paint_near(&entries));
            }
        };
        if let Some(article) = self.article.borrow_mut().as_mut() {
            article.paint(Box::new(told));
        }
    }

    /// Draws the overview, the first time a few attributions after the other.
    async fn list(self: &Rc<Self>, turn: u32) -> Option<()> {
        if self.sheet.borrow().is_none() {
            self.sheet.replace(host::style(&self.shadow));
            self.slices.breathe(turn).await.then_some(())?;
        }
        let is_drawn = matches!(self.config.borrow().overview, Voices::Shown);
        let count = self.report().filter(|_| is_drawn).map_or(0, |report| report.attributions.len().min(FIRST));
        while self.listed.get() < usize::MAX && count > 0 {
            self.render_voices();
            // Without height and unseen: what stands below the list would be seen to move.
            self.fold_voices(true);
            self.slices.breathe(turn).await.then_some(())?;
            // It is laid out as it is drawn, and not all of it when it is shown.
            self.overview.cast::<Element>().iter().for_each(|overview| drop(overview.get_bounding_client_rect()));
            self.slices.rest(turn).await.then_some(())?;
            // What stands above the list, then the charts and one of the list, then more of it.
            self.listed.set(match self.listed.get() {
                0 => 1,
                listed if listed >= count => usize::MAX,
                listed => listed + LISTED,
            });
        }
        self.listed.set(usize::MAX);
        self.render_voices();
        self.fold_voices(false);
        Some(())
    }

    /// Folds the overview up where it stands on the page, or unfolds it.
    fn fold_voices(&self, folded: bool) {
        let place = self.root.first_element_child().and_then(|place| place.dyn_into::<HtmlElement>().ok());
        let Some(style) = place.map(|place| place.style()) else { return };
        for (name, value) in [("height", "0"), ("overflow", "hidden"), ("visibility", "hidden")] {
            // Cannot fail: the values are valid ones.
            let _ = style.set_property(name, if folded { value } else { "" });
        }
    }

    fn read<'a>(&'a self, element: &'a Element) -> Steps<'a, Reading> {
        Steps::of(Reading::of(&self.window, &self.document, element, Options::default()))
    }

    /// The report that is shown, if `reading` says what it was made of.
    fn known_report(&self, reading: &Reading) -> Option<Rc<Report>> {
        let article = self.article.borrow();
        let known = |article: &&Article| !self.stale.take() && reading.says_the_same_as(&article.reading);
        let article = article.as_ref().filter(known)?;
        Some(Rc::clone(&article.report))
    }

    /// What the engine found, and what the publisher says over it.
    fn overlaid(&self, element: &Element, reading: &Reading, report: Report) -> Rc<Report> {
        let given = self.config.borrow().report.clone();
        let mut problems = Vec::new();
        let places = (&self.host, element);
        let report = publisher::lay_over(report, reading.text(), places, given.as_ref(), &mut problems);
        self.problems.replace(problems);
        Rc::new(report)
    }

    /// Is told of the article's changes from now on.
    fn watch(self: &Rc<Self>, element: &Element) {
        let weak = self.weak();
        let observer = Observer::new(element, REST << self.fights.get(), move || {
            if let Some(widget) = weak.upgrade() {
                widget.refresh(false);
            }
        });
        self.observer.replace(observer);
    }

    /// Puts an article in the place of the one before, whose marks go. `reading` was made while they stood.
    async fn put(
        self: &Rc<Self>,
        turn: u32,
        element: Element,
        mut reading: Reading,
        mut report: Rc<Report>,
        lang: Lang,
    ) -> Option<()> {
        let open = self.article.borrow().as_ref().filter(|before| before.element == element).and_then(|before| {
            let open = self.open.borrow();
            before.entry(&open.as_ref()?.id).cloned()
        });
        if self.article.borrow().is_some() {
            while self.change_some(Article::unmark_some) {
                self.slices.rest(turn).await.then_some(())?;
            }
            // The text nodes are whole again.
            let now = self.slices.work(turn, self.read(&element)).await?;
            if !now.says_the_same_as(&reading) {
                let inferred = self.slices.work(turn, (self.engine)(now.text(), now.options())).await?;
                report = self.overlaid(&element, &now, inferred);
            }
            reading = now;
        }
        let article = Article::new(element, reading, report, lang);
        // The panel stays open on the same words, where they are still there.
        let same = open.and_then(|entry| article.same_as(&entry).map(|entry| entry.id.clone()));
        self.article.replace(Some(article));
        match same {
            Some(id) => self.open.borrow_mut().iter_mut().for_each(|open| open.id.clone_from(&id)),
            None => self.close(false),
        }
        Some(())
    }

    /// Changes some of the article's DOM; whether there is more to change.
    fn change_some(&self, change: fn(&mut Article) -> bool) -> bool {
        let more = self.article.borrow_mut().as_mut().is_some_and(change);
        if let Some(observer) = self.observer.borrow().as_ref() {
            observer.pass_over();
        }
        more
    }

    fn tell_ready(&self) {
        let Some(report) = self.report() else { return };
        let count = visible(&report).count() as u32;
        events::send(&self.host, Kind::Ready, &[("attributions", JsValue::from(count))]);
        for problem in self.problems.take().iter().take(MOST_PROBLEMS) {
            let message = ["the publisher's data, ", &problem.message()].concat();
            web_sys::console::warn_1(&["who-said: ", &message].concat().into());
            let detail = [("code", JsValue::from("data")), ("message", JsValue::from(message))];
            events::send(&self.host, Kind::Error, &detail);
        }
    }
}
