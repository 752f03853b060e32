//! What of a widget is shown, and when it changes.

use super::article::visible;
use super::config::Voices;
use super::shown;
use super::stage::Stage;
use super::view::{Shows, ViewProps};
use super::widget::Widget;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{AttrValue, Callback};

impl Widget {
    fn props(self: &Rc<Self>, shows: Shows) -> Option<ViewProps> {
        let article = self.article.borrow();
        let article = article.as_ref()?;
        let (acting, showing) = (self.weak(), self.weak());
        let is_panel = matches!(shows, Shows::Panel(_));
        Some(ViewProps {
            shows,
            report: Rc::clone(&article.report),
            article: Rc::clone(&article.text),
            lang: article.lang,
            newsroom: self.config.borrow().newsroom.clone().map(AttrValue::from),
            notice: self.notice.get(),
            most: self.listed.get(),
            root: if is_panel { self.panel.clone() } else { self.overview.clone() },
            on_action: Callback::from(move |action| {
                if let Some(widget) = acting.upgrade() {
                    widget.act(action);
                }
            }),
            on_shown: Callback::from(move |()| match showing.upgrade() {
                Some(widget) if is_panel => shown::panel_shown(&widget),
                Some(widget) => shown::voices_shown(&widget),
                None => {}
            }),
        })
    }

    /// Shows what has changed of the panel.
    pub(super) fn render(self: &Rc<Self>) {
        let open = self.open.borrow().as_ref().map(|open| AttrValue::from(open.id.clone()));
        self.render_as(Shows::Panel(open));
    }

    /// Draws the panel of the first attribution nowhere.
    pub(super) fn rehearse(self: &Rc<Self>) {
        let first = self.report().and_then(|report| visible(&report).next().map(|entry| entry.id.clone().into()));
        self.props(Shows::Panel(first)).iter().for_each(ViewProps::rehearse);
    }

    /// Shows what has changed of the overview.
    pub(super) fn render_voices(self: &Rc<Self>) {
        let (how, open, whole) = (self.config.borrow().overview, self.voices.get(), self.alone.borrow().is_some());
        self.render_as(Shows::Overview { how, open, whole });
    }

    fn render_as(self: &Rc<Self>, shows: Shows) {
        if let (Some(props), Some(stage)) = (self.props(shows), self.stage.borrow_mut().as_mut()) {
            stage.draw(props);
        }
    }

    /// Shows nothing any more.
    pub(super) fn clear(self: &Rc<Self>) {
        self.render_as(Shows::Overview { how: Voices::Absent, open: false, whole: false });
        self.render_as(Shows::Panel(None));
        self.stage.take().into_iter().for_each(Stage::leave);
    }

    /// The element that holds the launcher's overview in the top layer.
    pub(super) fn voices_sheet(&self) -> Option<Element> {
        self.overview.cast::<Element>()?.parent_element().filter(|sheet| sheet.has_attribute("popover"))
    }

    /// Puts the launcher's overview on the page or takes it off.
    pub(super) fn show_voices(self: &Rc<Self>, open: bool) {
        self.voices.set(open);
        self.render_voices();
    }

    /// Closes the launcher's overview; it then goes.
    pub(super) fn hide_voices(&self) {
        if let Some(sheet) = self.voices_sheet() {
            // Refused only where it is closed already.
            let _ = sheet.unchecked_ref::<HtmlElement>().hide_popover();
            shown::focus_launcher(self);
        }
    }

    /// The publisher's mail address for mistakes.
    pub(super) fn corrections(&self) -> Option<String> {
        self.config.borrow().corrections.clone()
    }
}
