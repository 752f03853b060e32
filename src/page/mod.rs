//! The article in the browser's DOM: finding and reading it, ranges for a report's offsets, marks and decorations,
//! noticing change. Knows nothing of panels.

mod boxed;
mod classify;
mod details;
mod find;
mod highlight;
mod json;
mod kerning;
mod listeners;
mod marks;
mod near;
mod observe;
mod place;
mod quotes;
mod reading;
mod splits;
mod style;
mod walk;

use wasm_bindgen::JsCast;

pub use find::{all, article as find_article};
pub use highlight::{Highlights, Layer};
pub use json::json;
pub use listeners::Listeners;
pub use marks::{MARK_TAG, Mark, Marks};
pub use near::Near;
pub use observe::Observer;
pub use place::{Area, Placement, Scene, place};
pub use reading::Reading;
pub use style::{Adopted, sheet};

/// Options for a call of the browser, from constant JSON: every setter of a dictionary would be an import of its own.
pub fn dictionary<T: JsCast>(json: &'static str) -> T {
    js_sys::JSON::parse(json).unwrap_or_default().unchecked_into()
}

/// An open shadow root on `host`, or the one it has.
pub fn shadow(host: &web_sys::Element) -> Option<web_sys::ShadowRoot> {
    host.shadow_root().or_else(|| host.attach_shadow(&dictionary(r#"{"mode":"open"}"#)).ok())
}

/// Style of the decorations, for the document or shadow root that the article stands in.
pub const STYLE: &str = include_str!("page.css");
