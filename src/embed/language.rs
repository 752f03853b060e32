//! Languages that the module does not hold: what the interface says, and the words by which the engine reads.

use crate::lexicon;
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

/// Has the words there by which the engine reads an article in this language, if there are any. Without them the article is
/// read as one in a language that nobody reads.
pub(super) async fn words_of(article: &str) {
    if lexicon::is_missing(article) {
        learn(article).await;
    }
}

/// Takes up a language's file: what the interface says, and after a line of `%` the engine's words.
async fn learn(wanted: &str) -> Option<Lang> {
    let primary = wanted.split(['-', '_']).next()?.to_ascii_lowercase();
    let promise = fetch(&primary).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    let text = JsFuture::from(promise).await.ok()?.as_string()?;
    let (messages, words) = text.split_once("\n%\n").unwrap_or((&text, ""));
    if !words.is_empty() {
        lexicon::learn(&primary, words.to_owned());
    }
    Lang::learn(messages)
}
