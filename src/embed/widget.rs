//! A widget on a page: it holds the article and what is shown of it, and does what readers and publishers ask.
//!
//! Events run the page's listeners, which may call the widget again: no cell stays borrowed while one is sent, nor while
//! focus moves.

use super::article::{Article, visible};
use super::config::{Config, Target};
use super::errors::WidgetError;
use super::events::{self, Kind};
use super::preview::{self, Preview};
use super::view::View;
use super::{Engine, host, language, phone, print, publisher, shown, tools};
use crate::newsroom::Problem;
use crate::page::{self, Adopted, Listeners, Observer, Reading};
use crate::panel::{Action, ArticleText, Lang, Notice};
use crate::report::Report;
use crate::{Options, lexicon};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, HtmlElement, ShadowRoot, Window};
use yew::{AppHandle, NodeRef};

/// The open panel.
pub(super) struct Open {
    pub id: String,
    /// Where focus goes when it closes, unless to the mark.
    pub opener: Option<HtmlElement>,
    /// Whether the words are to be brought into sight: the reader asked for them from elsewhere.
    pub reveal: bool,
    /// Whether focus was given to the panel.
    pub entered: bool,
}

/// Of more mistakes in a publisher's data the first ones are told: they are mostly the same.
const MOST_PROBLEMS: usize = 5;

/// A widget on a page.
pub(crate) struct Widget {
    pub(super) window: Window,
    pub(super) document: Document,
    /// The element that was mounted on: events start here.
    pub(super) host: Element,
    /// The element with the shadow root: `host`, or a child of it.
    pub(super) frame: Element,
    pub(super) shadow: ShadowRoot,
    pub(super) root: Element,
    _sheets: Vec<Adopted>,
    engine: Engine,
    pub(super) config: RefCell<Config>,
    pub(super) article: RefCell<Option<Article>>,
    observer: RefCell<Option<Observer>>,
    /// What of the publisher's data cannot be used and was not told of yet.
    problems: RefCell<Vec<Problem>>,
    /// Counts how often the article was taken up: what began earlier is not gone on with.
    turn: Cell<u32>,
    /// Whether the publisher's data is another than the report was made with.
    stale: Cell<bool>,
    pub(super) open: RefCell<Option<Open>>,
    pub(super) notice: Cell<Option<Notice>>,
    pub(super) panel: NodeRef,
    pub(super) overview: NodeRef,
    /// Whether the launcher's overview is open.
    pub(super) voices: Cell<bool>,
    pub(super) preview: RefCell<Preview>,
    /// What is on paper beside the article.
    pub(super) notes: RefCell<Option<Element>>,
    /// Hides all but the overview while that is printed.
    pub(super) alone: RefCell<Option<Adopted>>,
    /// The overview and the panel.
    pub(super) apps: [RefCell<Option<AppHandle<View>>>; 2],
    listening: RefCell<Vec<Listeners>>,
    /// Whether a click in the widget was not heard of there yet.
    pub(super) unheard: Cell<bool>,
    pub(super) fading: RefCell<Option<Timeout>>,
}

impl Widget {
    /// Makes room for a widget in `host`; the answer's second part is the article to take up. On an error the page is
    /// untouched.
    pub fn new(host: Element, given: &JsValue, engine: Engine) -> Result<(Rc<Self>, Element), WidgetError> {
        let window = web_sys::window().ok_or(WidgetError::NoTarget)?;
        let document = host.owner_document().ok_or(WidgetError::NoTarget)?;
        let config = Config::default().with(given)?;
        let element = find(&document, &host, &config)?;
        let frame = host::frame(&document, &host)?;
        let (root, sheets) = host::root(&document, &frame.shadow)?;
        host::set_theme(&frame.element, config.theme);
        let widget = Rc::new(Self {
            window,
            document,
            host,
            frame: frame.element,
            shadow: frame.shadow,
            root,
            _sheets: sheets,
            engine,
            config: RefCell::new(config),
            article: RefCell::default(),
            observer: RefCell::default(),
            problems: RefCell::default(),
            turn: Cell::default(),
            stale: Cell::default(),
            open: RefCell::default(),
            notice: Cell::default(),
            panel: NodeRef::default(),
            overview: NodeRef::default(),
            voices: Cell::default(),
            preview: RefCell::default(),
            notes: RefCell::default(),
            alone: RefCell::default(),
            apps: Default::default(),
            listening: RefCell::default(),
            unheard: Cell::default(),
            fading: RefCell::default(),
        });
        widget.listening.replace(shown::listen(&widget));
        Ok((widget, element))
    }

    /// Gives listeners a way back that keeps nothing alive.
    pub(super) fn weak(self: &Rc<Self>) -> Weak<Self> {
        Rc::downgrade(self)
    }

    /// Reads `element` and shows what is found in it. Between the steps the page has its turn; a later call ends an
    /// earlier one.
    pub async fn take_up(self: Rc<Self>, element: Element) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        self.watch(&element);
        let reading = self.read(&element);
        let known = self.known_report(&reading);
        if known.is_none() && !self.breathe(turn).await {
            return;
        }
        let article = reading.options().language.clone().unwrap_or_else(|| lexicon::detect(reading.text()).to_owned());
        language::words_of(&article).await;
        if self.turn.get() != turn {
            return;
        }
        let report = known.unwrap_or_else(|| self.report_on(&element, &reading));
        let wanted = self.config.borrow().lang.clone().or_else(|| reading.options().language.clone());
        let lang = language::of(wanted.as_deref().unwrap_or(&report.language)).await;
        if !self.breathe(turn).await {
            return;
        }
        self.put(element, reading, report, lang);
        while self.mark_some() {
            if !self.breathe(turn).await {
                return;
            }
        }
        shown::show_open(&self);
        self.render_voices();
        self.render();
        spawn_local(async move {
            // The caller has the handle then, and what was read is shown.
            if self.breathe(turn).await {
                self.tell_ready();
            }
        });
    }

    /// Lets the page have its turn; `false` if the widget has meanwhile begun something else, or is gone.
    async fn breathe(&self, turn: u32) -> bool {
        let later = js_sys::Promise::new(&mut |resolve, _| {
            // Cannot fail: every window has timers.
            let _ = self.window.set_timeout_with_callback(&resolve);
        });
        let _ = JsFuture::from(later).await;
        self.turn.get() == turn
    }

    fn read(&self, element: &Element) -> Reading {
        Reading::of(&self.window, &self.document, element, Options::default())
    }

    /// The report that is shown, if `reading` says what it was made of.
    fn known_report(&self, reading: &Reading) -> Option<Rc<Report>> {
        let article = self.article.borrow();
        let known = |article: &&Article| !self.stale.take() && reading.says_the_same_as(&article.reading);
        let article = article.as_ref().filter(known)?;
        Some(Rc::clone(&article.report))
    }

    /// What the engine finds, and what the publisher says over it.
    fn report_on(&self, element: &Element, reading: &Reading) -> Rc<Report> {
        let report = (self.engine)(reading.text(), reading.options());
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
        let observer = Observer::new(element, move || {
            if let Some(widget) = weak.upgrade() {
                widget.refresh(false);
            }
        });
        self.observer.replace(observer);
    }

    /// Puts an article in the place of the one before, whose marks go. `reading` was made while they stood.
    fn put(self: &Rc<Self>, element: Element, mut reading: Reading, mut report: Rc<Report>, lang: Lang) {
        let before = self.article.take();
        let open = before.as_ref().filter(|before| before.element == element).and_then(|before| {
            let open = self.open.borrow();
            before.entry(&open.as_ref()?.id).cloned()
        });
        if before.is_some() {
            drop(before);
            // The text nodes are whole again.
            let now = self.read(&element);
            if !now.says_the_same_as(&reading) {
                report = self.report_on(&element, &now);
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
    }

    fn mark_some(&self) -> bool {
        let more = self.article.borrow_mut().as_mut().is_some_and(|article| article.mark_some(&self.document));
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

    /// The report that is shown.
    pub fn report(&self) -> Option<Rc<Report>> {
        self.article.borrow().as_ref().map(|article| Rc::clone(&article.report))
    }

    /// The text that the report's offsets count in.
    pub fn text(&self) -> Option<Rc<ArticleText>> {
        self.article.borrow().as_ref().map(|article| Rc::clone(&article.text))
    }

    /// Reads the article again, if it changed or if `always`: with what the publisher says of it, then.
    pub fn refresh(self: &Rc<Self>, always: bool) {
        self.stale.set(self.stale.get() || always);
        let shown = self.article.borrow().as_ref().map(|article| article.element.clone());
        let element = match shown.filter(|element| element.is_connected()) {
            Some(element) => {
                let stands = |article: &mut Article| article.still_stands(self.read(&element));
                if !always && self.article.borrow_mut().as_mut().is_some_and(stands) {
                    return;
                }
                element
            }
            // The page shows another story, or none yet.
            None => match find(&self.document, &self.host, &self.config.borrow()) {
                Ok(element) if element.is_connected() => element,
                _ => return,
            },
        };
        spawn_local(Rc::clone(self).take_up(element));
    }

    /// Changes the configuration. On an error everything stays.
    pub fn update(self: &Rc<Self>, given: &JsValue) -> Result<(), WidgetError> {
        let config = self.config.borrow().with(given)?;
        let wanted = find(&self.document, &self.host, &config)?;
        let lang_changed = config.lang != self.config.borrow().lang;
        let data_changed = config.report != self.config.borrow().report;
        host::set_theme(&self.frame, config.theme);
        let other = self.article.borrow().as_ref().is_none_or(|article| article.element != wanted);
        self.config.replace(config);
        self.stale.set(self.stale.get() || data_changed);
        if other || lang_changed || data_changed {
            spawn_local(Rc::clone(self).take_up(wanted));
        } else {
            self.render_voices();
            self.render();
        }
        Ok(())
    }

    /// What a reader asked for in panel or overview.
    pub(super) fn act(self: &Rc<Self>, action: Action) {
        match action {
            Action::Open(id) => {
                self.hide_voices();
                self.open(&id, true);
            }
            Action::Close => self.close(true),
            Action::Step(steps) => {
                let id = self.open.borrow().as_ref().map(|open| open.id.clone());
                let next = id.and_then(|id| self.article.borrow().as_ref()?.neighbour(&id, steps));
                if let Some(id) = next {
                    self.open(&id, true);
                }
            }
            Action::Point(extents) => shown::point(self, &extents),
            Action::Unpoint => shown::point(self, &[]),
            Action::Reveal(extent) => shown::reveal(self, extent),
            Action::CopyLink(id) => tools::copy_link(self, &id),
            Action::CopyCitation(id) => tools::copy_citation(self, &id, false),
            Action::CopyMarkup(id) => tools::copy_citation(self, &id, true),
            Action::ReportMistake(id) => tools::report_mistake(self, &id),
            Action::OpenOverview => self.show_voices(true),
            Action::CloseOverview => self.hide_voices(),
            Action::Resize => {
                let panel = self.panel.cast::<Element>().filter(|_| self.open.borrow().is_some());
                panel.or_else(|| self.voices_sheet()).iter().for_each(phone::resize);
            }
            Action::Download => tools::download(self),
            Action::Print => print::overview(self),
        }
    }

    /// Says something in the open panel, until something else happens.
    pub(super) fn notify(self: &Rc<Self>, notice: Option<Notice>) {
        self.notice.set(notice);
        self.render();
    }

    /// A mark was pressed: its panel opens, or closes if it is open.
    pub(super) fn toggle(self: &Rc<Self>, id: &str) {
        if self.open.borrow().as_ref().is_some_and(|open| open.id == id) {
            self.close(true);
        } else {
            self.open(id, false);
        }
    }

    /// Opens the panel of an attribution; does nothing for an unknown one. `reveal`: whether to scroll to the words.
    pub fn open(self: &Rc<Self>, id: &str, reveal: bool) {
        if self.article.borrow().as_ref().is_none_or(|article| article.entry(id).is_none()) {
            return;
        }
        if events::send(&self.host, Kind::Open, &[("id", JsValue::from(id))]) {
            return;
        }
        let focused = shown::focused(self);
        preview::end(self);
        {
            let mut open = self.open.borrow_mut();
            // Stepping on from quotation to quotation, focus stays in the panel and goes back to the last one's mark.
            let (opener, entered) = match open.take() {
                Some(before) => (None, before.entered && shown::in_panel(self, focused.as_ref())),
                None => (focused.filter(|_| reveal), false),
            };
            *open = Some(Open { id: id.to_owned(), opener, reveal, entered });
        }
        self.notice.set(None);
        shown::show_open(self);
        self.render();
    }

    /// Closes the panel, if one is open. `back`: whether focus returns to where it came from even if it left the panel.
    pub fn close(self: &Rc<Self>, back: bool) {
        let Some(open) = self.open.take() else { return };
        self.notice.set(None);
        let focused = shown::focused(self);
        let return_focus = back || shown::in_panel(self, focused.as_ref());
        shown::show_open(self);
        if return_focus {
            shown::focus_after(self, &open);
        }
        self.render();
        events::send(&self.host, Kind::Close, &[("id", JsValue::from(&*open.id))]);
    }

    /// Takes everything away; the article's DOM is as it was.
    pub fn destroy(&self) {
        self.turn.set(self.turn.get() + 1);
        self.observer.take();
        self.listening.take();
        self.open.take();
        self.fading.take();
        preview::end(self);
        self.alone.take();
        drop(self.article.take());
        for app in self.apps.iter().filter_map(RefCell::take) {
            app.destroy();
        }
        self.root.remove();
        host::leave(&self.host, &self.frame);
    }
}

fn find(document: &Document, host: &Element, config: &Config) -> Result<Element, WidgetError> {
    let named = match &config.article {
        Target::Element(element) => return Ok(element.clone()),
        Target::Named(wanted) => Some(wanted.as_str()),
        Target::Usual => None,
    };
    page::find_article(document, host, named).ok_or_else(|| WidgetError::NoArticle { wanted: named.map(str::to_owned) })
}

/// The element itself, if it can have focus.
pub(super) fn focusable(element: Option<Element>) -> Option<HtmlElement> {
    element?.dyn_into::<HtmlElement>().ok()
}
