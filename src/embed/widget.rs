//! A widget on a page: it holds the article and what is shown of it, and does what readers and publishers ask.
//!
//! Events run the page's listeners, which may call the widget again: no cell stays borrowed while one is sent, nor while
//! focus moves.

use super::article::Article;
use super::config::{Config, Target};
use super::errors::WidgetError;
use super::events::{self, Kind};
use super::preview::{self, Preview};
use super::slices::Slices;
use super::stage::Stage;
use super::{Engine, host, phone, print, shown, tools};
use crate::newsroom::Problem;
use crate::page::{self, Adopted, Listeners, Observer};
use crate::panel::{Action, ArticleText, Notice};
use crate::report::Report;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlElement, ShadowRoot, Window};
use yew::NodeRef;

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
    pub(super) sheet: RefCell<Option<Adopted>>,
    pub(super) slices: Slices,
    /// What is being taken up, and whether it changed since.
    pub(super) under_way: RefCell<Option<Element>>,
    pub(super) again: Cell<bool>,
    /// How often in a row the page took the marks out of words that are the same, and when it last did.
    pub(super) fights: Cell<u32>,
    pub(super) fought: Cell<f64>,
    /// How many attributions the overview lists at most.
    pub(super) listed: Cell<usize>,
    pub(super) engine: Engine,
    pub(super) config: RefCell<Config>,
    pub(super) article: RefCell<Option<Article>>,
    pub(super) observer: RefCell<Option<Observer>>,
    /// What of the publisher's data cannot be used and was not told of yet.
    pub(super) problems: RefCell<Vec<Problem>>,
    /// Whether the publisher's data is another than the report was made with.
    pub(super) stale: Cell<bool>,
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
    /// Where the overview and the panel are drawn.
    pub(super) stage: RefCell<Option<Stage>>,
    listening: RefCell<Vec<Listeners>>,
    /// Whether a click in the widget was not heard of there yet.
    pub(super) unheard: Cell<bool>,
    /// Whether the reader has touched or moved anything since a sheet was brought up.
    pub(super) drawn: Cell<bool>,
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
        let stage = host::stage(&document, &frame.shadow)?;
        host::set_theme(&frame.element, config.theme);
        let widget = Rc::new(Self {
            slices: Slices::new(&window, &host),
            window,
            document,
            host,
            frame: frame.element,
            shadow: frame.shadow,
            root: stage.root.clone(),
            stage: RefCell::new(Some(stage)),
            sheet: RefCell::default(),
            under_way: RefCell::default(),
            again: Cell::default(),
            fights: Cell::default(),
            fought: Cell::default(),
            listed: Cell::default(),
            engine,
            config: RefCell::new(config),
            article: RefCell::default(),
            observer: RefCell::default(),
            problems: RefCell::default(),
            stale: Cell::default(),
            open: RefCell::default(),
            notice: Cell::default(),
            panel: NodeRef::default(),
            overview: NodeRef::default(),
            voices: Cell::default(),
            preview: RefCell::default(),
            notes: RefCell::default(),
            alone: RefCell::default(),
            listening: RefCell::default(),
            unheard: Cell::default(),
            drawn: Cell::default(),
            fading: RefCell::default(),
        });
        widget.listening.replace(shown::listen(&widget));
        Ok((widget, element))
    }

    /// Gives listeners a way back that keeps nothing alive.
    pub(super) fn weak(self: &Rc<Self>) -> Weak<Self> {
        Rc::downgrade(self)
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
        if !always && self.under_way.borrow().as_ref().is_some_and(|element| element.is_connected()) {
            // A page that never rests would otherwise keep the widget from ever being done.
            self.again.set(true);
            return;
        }
        let shown = self.article.borrow().as_ref().map(|article| article.element.clone());
        let element = match shown.filter(|element| element.is_connected()) {
            Some(element) => element,
            // The page shows another story, or none yet.
            None => match find(&self.document, &self.host, &self.config.borrow()) {
                Ok(element) if element.is_connected() => element,
                _ => return,
            },
        };
        spawn_local(Rc::clone(self).take_up(element, always));
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
            spawn_local(Rc::clone(self).take_up(wanted, true));
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
    pub fn destroy(self: &Rc<Self>) {
        self.slices.begin();
        self.observer.take();
        self.listening.take();
        self.open.take();
        self.fading.take();
        preview::end(self);
        self.alone.take();
        self.clear();
        drop(self.article.take());
        self.sheet.take();
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
