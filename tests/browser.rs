//! What only a browser can show: reading the DOM, marks, panel, events, and leaving no trace.
#![cfg(target_arch = "wasm32")]

#[path = "browser/guest.rs"]
mod guest;
#[path = "browser/interface.rs"]
mod interface;
#[path = "browser/reading.rs"]
mod reading;
#[path = "browser/support.rs"]
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
