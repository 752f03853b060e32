//! Style sheets that no content security policy stands against: constructed and adopted, never written into markup.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Node};

#[wasm_bindgen]
extern "C" {
    /// A document or a shadow root.
    type StyleRoot;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn sheets(this: &StyleRoot) -> Array;
    #[wasm_bindgen(method, setter, js_name = adoptedStyleSheets)]
    fn set_sheets(this: &StyleRoot, sheets: &Array);
}

/// A constructed style sheet.
pub fn sheet(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}

/// A style sheet adopted by a document or shadow root until it is dropped.
#[derive(Debug)]
pub struct Adopted {
    root: Node,
    sheet: CssStyleSheet,
}

impl Adopted {
    /// Adds `sheet` to those that `root` has.
    pub fn new(root: Node, sheet: CssStyleSheet) -> Self {
        let sheets = Array::from(&root.unchecked_ref::<StyleRoot>().sheets());
        sheets.push(&sheet);
        root.unchecked_ref::<StyleRoot>().set_sheets(&sheets);
        Self { root, sheet }
    }
}

impl Drop for Adopted {
    fn drop(&mut self) {
        let root = self.root.unchecked_ref::<StyleRoot>();
        let sheet: &JsValue = &self.sheet;
        let others = Array::from(&root.sheets()).filter(&mut |other, _, _| other != *sheet);
        root.set_sheets(&others);
    }
}
