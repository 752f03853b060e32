//! Languages of the interface that the module does not hold.

use super::widget::Widget;
use crate::panel::Lang;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// A promise of a language's text; nothing for one that there is not. `cargo xtask build` writes it into the glue;
    /// a Yew application has none and holds its languages itself.
    #[wasm_bindgen(catch, js_name = whosaidLanguage)]
    fn fetch(tag: &str) -> Result<JsValue, JsValue>;
}

/// Does something once the widget's language is there: at once, or when its text has come. The interface speaks English
/// where it does not come.
pub(super) fn with(widget: &Rc<Widget>, wanted: Option<String>, then: fn(&Rc<Widget>)) {
    let promise = wanted.filter(|tag| Lang::known(tag).is_none()).and_then(|tag| {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        fetch(&primary).ok()?.dyn_into::<js_sys::Promise>().ok()
    });
    let Some(promise) = promise else { return then(widget) };
    let weak = widget.weak();
    spawn_local(async move {
        let text = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
        let lang = text.and_then(|text| Lang::learn(&text));
        let Some(widget) = weak.upgrade() else { return };
        if let (Some(lang), Some(article)) = (lang, widget.article.borrow_mut().as_mut()) {
            article.lang = lang;
        }
        then(&widget);
    });
}
