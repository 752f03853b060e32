//! A widget on a page: it holds the article and what is shown of it, and does what readers and publishers ask.
//!
//! Events run the page's listeners, which may call the widget again: no cell stays borrowed while one is sent, nor while
//! focus moves.

use super::article::{Article, Listener, visible};
use super::config::{Config, Target};
use super::errors::WidgetError;
use super::events::{self, Kind};
use super::view::{View, ViewProps};
use super::{Engine, host, language, shown};
use crate::page::{self, Adopted};
use crate::panel::{Action, ArticleText, Notice};
use crate::report::Report;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlElement, ShadowRoot, Window};
use yew::{AppHandle, AttrValue, Callback, NodeRef};

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
    root: Element,
    _sheets: Vec<Adopted>,
    engine: Engine,
    config: RefCell<Config>,
    pub(super) article: RefCell<Option<Article>>,
    pub(super) open: RefCell<Option<Open>>,
    notice: Cell<Option<Notice>>,
    pub(super) panel: NodeRef,
    app: RefCell<Option<AppHandle<View>>>,
    /// Listeners on the article for pointing at marks, and on the page while a panel is open.
    pub(super) pointing: RefCell<Vec<EventListener>>,
    pub(super) opened: RefCell<Vec<EventListener>>,
    pub(super) fading: RefCell<Option<Timeout>>,
}

impl Widget {
    /// Puts a widget on `host`. On an error the page is untouched.
    pub fn mount(host: Element, given: &JsValue, engine: Engine) -> Result<Rc<Self>, WidgetError> {
        let window = web_sys::window().ok_or(WidgetError::NoTarget)?;
        let document = host.owner_document().ok_or(WidgetError::NoTarget)?;
        let config = Config::default().with(given)?;
        let element = find(&document, &host, &config)?;
        let article = Article::read(&window, &document, element, engine, config.lang.as_deref());
        let frame = host::frame(&document, &host)?;
        let (root, sheets) = host::root(&document, &frame.shadow)?;
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
            article: RefCell::new(Some(article)),
            open: RefCell::new(None),
            notice: Cell::new(None),
            panel: NodeRef::default(),
            app: RefCell::new(None),
            pointing: RefCell::default(),
            opened: RefCell::default(),
            fading: RefCell::default(),
        });
        widget.once_it_speaks(Self::start);
        Ok(widget)
    }

    /// Does something once the interface has its language.
    fn once_it_speaks(self: &Rc<Self>, then: fn(&Rc<Self>)) {
        let wanted = self.article.borrow().as_ref().map(|article| article.wanted.clone());
        language::with(self, wanted, then);
    }

    fn start(self: &Rc<Self>) {
        self.mark();
        host::set_theme(&self.frame, self.config.borrow().theme);
        if let Some(props) = self.props() {
            let app = yew::Renderer::<View>::with_root_and_props(self.root.clone(), props).render();
            self.app.replace(Some(app));
        }
        shown::listen_for_pointing(self);
        self.tell_ready();
    }

    /// Gives `listener`s a way back that keeps nothing alive.
    pub(super) fn weak(self: &Rc<Self>) -> Weak<Self> {
        Rc::downgrade(self)
    }

    fn mark(self: &Rc<Self>) {
        let (pressed, changed) = (self.weak(), self.weak());
        let listener = Listener {
            pressed: Rc::new(move |id| {
                if let Some(widget) = pressed.upgrade() {
                    widget.toggle(id);
                }
            }),
            changed: Rc::new(move || {
                if let Some(widget) = changed.upgrade() {
                    widget.refresh(false);
                }
            }),
        };
        if let Some(article) = self.article.borrow_mut().as_mut() {
            article.mark(&self.document, listener);
        }
    }

    /// Says so once the caller has the handle and what was read is shown.
    fn tell_ready(self: &Rc<Self>) {
        let weak = self.weak();
        spawn_local(async move {
            let Some(widget) = weak.upgrade() else { return };
            let Some(report) = widget.report() else { return };
            let count = visible(&report).count() as u32;
            events::send(&widget.host, Kind::Ready, &[("attributions", JsValue::from(count))]);
        });
    }

    fn props(self: &Rc<Self>) -> Option<ViewProps> {
        let article = self.article.borrow();
        let article = article.as_ref()?;
        let config = self.config.borrow();
        let (acting, showing) = (self.weak(), self.weak());
        Some(ViewProps {
            report: Rc::clone(&article.report),
            article: Rc::clone(&article.text),
            open: self.open.borrow().as_ref().map(|open| AttrValue::from(open.id.clone())),
            lang: article.lang,
            newsroom: config.newsroom.clone().map(AttrValue::from),
            notice: self.notice.get(),
            overview: config.overview,
            panel: self.panel.clone(),
            on_action: Callback::from(move |action| {
                if let Some(widget) = acting.upgrade() {
                    widget.act(action);
                }
            }),
            on_shown: Callback::from(move |()| {
                if let Some(widget) = showing.upgrade() {
                    shown::panel_shown(&widget);
                }
            }),
        })
    }

    /// Shows what has changed.
    pub(super) fn render(self: &Rc<Self>) {
        let Some(props) = self.props() else { return };
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
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

    /// Reads the article again, if it changed or if `always`.
    pub fn refresh(self: &Rc<Self>, always: bool) {
        let connected = self.article.borrow().as_ref().is_some_and(|article| article.element.is_connected());
        if !connected {
            // The page shows another story, or none yet.
            let found = find(&self.document, &self.host, &self.config.borrow());
            if let Some(element) = found.ok().filter(|element| element.is_connected()) {
                self.take_up(element);
            }
            return;
        }
        let stands = |article: &mut Article| article.still_stands(&self.window, &self.document);
        if !always && self.article.borrow_mut().as_mut().is_some_and(stands) {
            return;
        }
        let Some(mut before) = self.article.take() else { return };
        before.release();
        let lang = self.config.borrow().lang.clone();
        let article = before.again(&self.window, &self.document, self.engine, lang.as_deref());
        self.carry_open_over(&before, &article);
        self.article.replace(Some(article));
        self.settle();
    }

    /// Keeps the panel open on the same words, or closes it where they are gone.
    fn carry_open_over(&self, before: &Article, after: &Article) {
        let mut open = self.open.borrow_mut();
        let Some(id) = open.as_ref().map(|open| open.id.clone()) else { return };
        let same = before.entry(&id).and_then(|entry| after.same_as(entry));
        match (open.as_mut(), same) {
            (Some(open), Some(entry)) => open.id = entry.id.clone(),
            _ => {
                open.take();
                self.opened.borrow_mut().clear();
            }
        }
    }

    /// Marks the article that was read anew, and shows it.
    fn settle(self: &Rc<Self>) {
        self.once_it_speaks(|widget| {
            widget.mark();
            shown::listen_for_pointing(widget);
            shown::show_open(widget);
            widget.render();
            widget.tell_ready();
        });
    }

    /// Changes the configuration. On an error everything stays.
    pub fn update(self: &Rc<Self>, given: &JsValue) -> Result<(), WidgetError> {
        let config = self.config.borrow().with(given)?;
        let wanted = find(&self.document, &self.host, &config)?;
        let lang_changed = config.lang != self.config.borrow().lang;
        host::set_theme(&self.frame, config.theme);
        let other = self.article.borrow().as_ref().is_none_or(|article| article.element != wanted);
        self.config.replace(config);
        if other {
            self.take_up(wanted);
        } else if lang_changed {
            self.refresh(true);
        } else {
            self.render();
        }
        Ok(())
    }

    /// Leaves the article for another one.
    fn take_up(self: &Rc<Self>, element: Element) {
        self.close(false);
        drop(self.article.take());
        let lang = self.config.borrow().lang.clone();
        let article = Article::read(&self.window, &self.document, element, self.engine, lang.as_deref());
        self.article.replace(Some(article));
        self.settle();
    }

    /// What a reader asked for in panel or overview.
    fn act(self: &Rc<Self>, action: Action) {
        match action {
            Action::Open(id) => self.open(&id, true),
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
            Action::CopyLink(id) => shown::copy_link(self, &id),
            Action::CopyCitation(id) => shown::copy_citation(self, &id, false),
            Action::CopyMarkup(id) => shown::copy_citation(self, &id, true),
            Action::ReportMistake(id) => {
                let taken = events::send(&self.host, Kind::ReportMistake, &[("id", JsValue::from(&*id))]);
                self.notify(taken.then_some(Notice::MistakeReported));
            }
            // The overview stands where the publisher put it.
            Action::OpenOverview | Action::CloseOverview => {}
        }
    }

    /// Says something in the open panel, until something else happens.
    pub(super) fn notify(self: &Rc<Self>, notice: Option<Notice>) {
        self.notice.set(notice);
        self.render();
    }

    /// A mark was pressed: its panel opens, or closes if it is open.
    fn toggle(self: &Rc<Self>, id: &str) {
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
        shown::listen_while_open(self);
        shown::show_open(self);
        self.render();
    }

    /// Closes the panel, if one is open. `back`: whether focus returns to where it came from even if it left the panel.
    pub fn close(self: &Rc<Self>, back: bool) {
        let Some(open) = self.open.take() else { return };
        self.opened.borrow_mut().clear();
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
        self.open.take();
        self.opened.borrow_mut().clear();
        self.pointing.borrow_mut().clear();
        self.fading.take();
        drop(self.article.take());
        if let Some(app) = self.app.take() {
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
