//! What the browser's own parser made of JSON, as a tree.

use crate::json::Json;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// A parsed value; what is deeper than `depth` is left out.
pub fn json(value: &JsValue, depth: usize) -> Json {
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Json::Number(number);
    }
    if let Some(value) = value.as_bool() {
        return Json::Bool(value);
    }
    if depth == 0 || !value.is_object() {
        return Json::Null;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Json::List(list.iter().map(|value| json(&value, depth - 1)).collect());
    }
    let members = Object::entries(value.unchecked_ref());
    let member = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        Some((pair.get(0).as_string()?, json(&pair.get(1), depth - 1)))
    };
    Json::Object(members.iter().filter_map(member).collect())
}
