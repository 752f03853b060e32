//! Decorations on the article's words that change none of its nodes (CSS Custom Highlight API).
//!
//! The registry belongs to the page: only names of our own are touched, and several widgets share them.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::StaticRange;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch, js_class = "Highlight")]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Registry, name: &str) -> Result<Option<Highlight>, JsValue>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &Registry, name: &str) -> bool;
}

/// A kind of decoration; a later one is painted over an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Words whose source the software found.
    Quote,
    /// Words whose source the newsroom entered or confirmed.
    Checked,
    /// The words whose panel is open, or whose mark is pointed at.
    Open,
    /// Words that a field of the panel was read from.
    Evidence,
}

impl Layer {
    const ALL: [Self; 4] = [Self::Quote, Self::Checked, Self::Open, Self::Evidence];

    fn name(self) -> &'static str {
        match self {
            Self::Quote => "who-said-quote",
            Self::Checked => "who-said-checked",
            Self::Open => "who-said-open",
            Self::Evidence => "who-said-evidence",
        }
    }
}

/// The decorations of one widget. Dropping it takes them away and leaves those of others.
#[derive(Debug, Default)]
pub struct Highlights {
    painted: [Vec<StaticRange>; 4],
}

impl Highlights {
    /// Decorates these words, and no others, in this way.
    pub fn paint(&mut self, layer: Layer, ranges: Vec<StaticRange>) {
        let Some(painted) = self.painted.get_mut(layer as usize) else { return };
        // Forced colours make a block of colour of every decoration: then only what is asked for is shown.
        let ranges =
            if matches!(layer, Layer::Quote | Layer::Checked) && are_colours_forced() { Vec::new() } else { ranges };
        if painted.is_empty() && ranges.is_empty() {
            return;
        }
        let old = std::mem::replace(painted, ranges);
        // Without the API, or with one that a page has broken, the mark's button alone tells where a quotation ends.
        let Some((registry, highlight)) = registered(layer) else { return };
        for range in &old {
            highlight.delete(range);
        }
        for range in painted.iter() {
            highlight.add(range);
        }
        if highlight.size() == 0 {
            registry.delete(layer.name());
        } else {
            registry.set(layer.name(), &highlight);
        }
    }
}

/// The registry, and what is decorated there in this way, or may be.
fn registered(layer: Layer) -> Option<(Registry, Highlight)> {
    let registry = registry()?;
    let highlight = match registry.get(layer.name()).ok()? {
        Some(highlight) => highlight,
        None => {
            let highlight = Highlight::new().ok()?;
            highlight.set_priority(layer as i32);
            highlight
        }
    };
    Some((registry, highlight))
}

impl Drop for Highlights {
    fn drop(&mut self) {
        for layer in Layer::ALL {
            self.paint(layer, Vec::new());
        }
    }
}

/// The page's registry, where the browser has one.
fn registry() -> Option<Registry> {
    let global = js_sys::global();
    let css = Reflect::get(&global, &"CSS".into()).ok().filter(JsValue::is_object)?;
    let has = Reflect::has(&global, &"Highlight".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    (has && registry.is_object()).then(|| registry.unchecked_into())
}

fn are_colours_forced() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(forced-colors: active)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
