//! Languages of the interface that the module does not hold.

use crate::panel::Lang;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// A promise of a language's text; nothing for one that there is not. `cargo xtask build` writes it into the glue;
    /// a Yew application has none and holds its languages itself.
    #[wasm_bindgen(catch, js_name = whosaidLanguage)]
    fn fetch(tag: &str) -> Result<JsValue, JsValue>;
}

/// The interface's language for a tag: one that is there, or once its text has come. English where it does not come.
pub(super) async fn of(wanted: &str) -> Lang {
    match Lang::known(wanted) {
        Some(lang) => lang,
        None => learn(wanted).await.unwrap_or_else(|| Lang::from_tag(wanted)),
    }
}

async fn learn(wanted: &str) -> Option<Lang> {
    let primary = wanted.split(['-', '_']).next()?.to_ascii_lowercase();
    let promise = fetch(&primary).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    Lang::learn(&JsFuture::from(promise).await.ok()?.as_string()?)
}
