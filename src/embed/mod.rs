//! What JavaScript sees: `mount(target, config)` and the handle it gives. The only exports of the module.

mod article;
mod config;
mod errors;
mod events;
mod host;
mod language;
mod link;
mod phone;
mod placing;
mod preview;
mod print;
mod publisher;
mod render;
mod shown;
mod slices;
mod stage;
mod taking_up;
mod tools;
mod view;
mod widget;

use crate::Options;
use crate::report::Report;
use crate::steps::Steps;
pub use errors::WidgetError;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use widget::Widget;

/// What reads an article: [`crate::analysis`], or a stand-in with the same shape.
pub type Engine = for<'a> fn(&'a str, &'a Options) -> Steps<'a, Report>;

thread_local! {
    /// Every widget on this page. It lives until it is destroyed, whether its handle is kept or not.
    static WIDGETS: RefCell<Vec<Rc<Widget>>> = const { RefCell::new(Vec::new()) };
}

/// Puts a widget on the page. `target` is an element or a selector; a widget that is there already is replaced.
///
/// The answer is there once the article is read and marked.
///
/// # Errors
/// Throws a `WhoSaidError` with a `code`; the page is untouched then.
#[wasm_bindgen]
pub async fn mount(target: JsValue, config: JsValue) -> Result<Handle, JsValue> {
    mount_with(target, &config, crate::analysis).await
}

/// [`mount`] with another engine, for Rust applications that bring their own report.
///
/// # Errors
/// As [`mount`].
pub async fn mount_with(target: JsValue, config: &JsValue, engine: Engine) -> Result<Handle, JsValue> {
    // What a panic says may hold words of the article.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let host = element(target).ok_or(WidgetError::NoTarget)?;
    remove(|widget| widget.host == host);
    let (widget, article) = Widget::new(host, config, engine)?;
    WIDGETS.with_borrow_mut(|widgets| widgets.push(Rc::clone(&widget)));
    let handle = Handle { widget: Rc::downgrade(&widget) };
    widget.take_up(article, true).await;
    Ok(handle)
}

fn element(target: JsValue) -> Option<Element> {
    match target.dyn_into::<Element>() {
        Ok(element) => Some(element),
        Err(target) => web_sys::window()?.document()?.query_selector(&target.as_string()?).ok().flatten(),
    }
}

/// Destroys the widgets that `which` picks.
fn remove(which: impl Fn(&Widget) -> bool) {
    let gone: Vec<Rc<Widget>> =
        WIDGETS.with_borrow_mut(|widgets| widgets.extract_if(.., |widget| which(widget)).collect());
    for widget in gone {
        widget.destroy();
    }
}

/// A widget on the page. After `destroy()` every method does nothing.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    widget: std::rc::Weak<Widget>,
}

#[wasm_bindgen]
impl Handle {
    /// Opens the panel of the attribution with this id and brings its words into sight.
    pub fn open(&self, id: &str) {
        if let Some(widget) = self.widget.upgrade() {
            widget.open(id, true);
        }
    }

    /// Closes the panel.
    pub fn close(&self) {
        if let Some(widget) = self.widget.upgrade() {
            widget.close(false);
        }
    }

    /// Reads the article again.
    pub fn refresh(&self) {
        if let Some(widget) = self.widget.upgrade() {
            widget.refresh(true);
        }
    }

    /// Changes the keys that `config` has.
    ///
    /// # Errors
    /// Throws a `WhoSaidError`; the widget stays as it was.
    pub fn update(&self, config: &JsValue) -> Result<(), JsValue> {
        match self.widget.upgrade() {
            Some(widget) => Ok(widget.update(config)?),
            None => Ok(()),
        }
    }

    /// The report on the article, as plain data; `undefined` after `destroy()`.
    pub fn report(&self) -> JsValue {
        let report = self.widget.upgrade().and_then(|widget| widget.report());
        // Cannot fail: a report has no maps with keys that are no strings.
        report.and_then(|report| report.serialize(&Serializer::json_compatible()).ok()).unwrap_or(JsValue::UNDEFINED)
    }

    /// The text that the report's offsets count in, in Unicode scalar values.
    pub fn text(&self) -> Option<String> {
        let text = self.widget.upgrade()?.text()?;
        Some(text.as_str().to_owned())
    }

    /// Takes the widget away; the article's DOM is then as it was, node for node.
    pub fn destroy(&self) {
        if let Some(widget) = self.widget.upgrade() {
            remove(|other| std::ptr::eq(other, Rc::as_ptr(&widget)));
        }
    }
}
