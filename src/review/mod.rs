//! The page on which a newsroom reviews an article: what was read from it, in the widget's own panels, with forms beside them.
//!
//! All that is decided is decided in [`crate::editing`]; here it is shown and asked for. Nothing is fetched, stored or sent:
//! an article and a report come from the editor's own files, and go back into one.

mod app;
mod choose;
mod fields;
mod files;
mod form;
mod list;
mod start;
mod work;

use app::Desk;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Puts the review page into `element`.
#[wasm_bindgen]
pub fn review(element: Element) {
    // What a panic says may hold words of the article.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    yew::Renderer::<Desk>::with_root(element).render();
}
