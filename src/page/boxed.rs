//! Marks at words that stand in a flexible box or a grid by themselves: they are taken out of the layout and drawn where the
//! words end.

use super::classify::property;
use web_sys::{Element, HtmlElement, Range, Text};

/// Whether text in `parent` would be laid out as several boxes where it is split.
pub(super) fn is_parted(parent: Option<Element>) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let mut around = parent;
    while let Some(element) = around {
        let style = window.get_computed_style(&element).ok().flatten();
        let display = property(style.as_ref(), "display");
        if display != "contents" {
            return display.ends_with("flex") || display.ends_with("grid");
        }
        around = element.parent_element();
    }
    false
}

/// Takes `host` out of the layout and draws it behind the first `unit` UTF-16 units of `node`.
pub(super) fn lift(host: &Element, node: &Text, unit: u32) -> Option<()> {
    let host: &HtmlElement = wasm_bindgen::JsCast::dyn_ref(host)?;
    let style = host.style();
    style.set_property("--who-said-position", "absolute").ok()?;
    let range = Range::new().ok()?;
    range.set_start(node, unit.checked_sub(1)?).ok()?;
    range.set_end(node, unit).ok()?;
    let (letter, here) = (range.get_bounding_client_rect(), host.get_bounding_client_rect());
    let computed = web_sys::window()?.get_computed_style(host).ok()??;
    let rtl = property(Some(&computed), "direction") == "rtl";
    let across = if rtl { letter.left() - here.right() } else { letter.right() - here.left() };
    let pixels = |value: f64| [&(value as i32).to_string(), "px"].concat();
    let shift = [pixels(across), pixels(letter.bottom() - here.bottom())].join(" ");
    style.set_property("--who-said-shift", &shift).ok()
}
