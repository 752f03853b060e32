//! The sheet that panel and overview are on a phone.
//!
//! It is scrolled: the style sheet has it come to rest shut, at half and at full height, so that drawing and swiping are the
//! browser's own, and arrow keys and focus move it as well.

use super::widget::Widget;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

/// The part of the window that a sheet takes at half and at full height, in percent: `style.css` rests there.
const HALF: i32 = 56;
const FULL: i32 = 92;

/// Brings a sheet up to half its height; one that is up (`again`) stays where it is, but begins at its top. On wide windows
/// nothing scrolls.
pub(super) fn raise(widget: &Widget, sheet: &Element, again: bool) {
    widget.drawn.set(false);
    let [half, full] = rests(sheet);
    let top = if again { sheet.scroll_top().clamp(half, full) } else { half };
    sheet.set_scroll_top(top);
}

/// The window has another size: what stood beside the words on a wide one is a sheet that was never brought up.
pub(super) fn resized(widget: &Widget) {
    let sheets = [widget.panel.cast::<Element>(), widget.voices_sheet()];
    for sheet in sheets.iter().flatten().filter(|sheet| sheet.scroll_top() <= 1) {
        raise(widget, sheet, false);
    }
}

/// Makes a sheet high if it is low, and low if it is high.
pub(super) fn resize(sheet: &Element) {
    let [half, full] = rests(sheet);
    sheet.set_scroll_top(if sheet.scroll_top() > (half + full) / 2 { half } else { full });
}

/// How far a sheet is scrolled at half and at full height.
fn rests(sheet: &Element) -> [i32; 2] {
    [HALF, FULL].map(|part| sheet.client_height() * part / 100)
}

/// Something was scrolled or toggled in the widget: a sheet that was drawn down is closed, and the overview that the
/// browser closed goes.
pub(super) fn moved(widget: &Rc<Widget>, event: &Event) {
    let at = event.composed_path().get(0);
    let is_at = |element: &Element| *AsRef::<JsValue>::as_ref(element) == at;
    let is_shut = |sheet: &Element| event.type_() == "scroll" && follow(widget, sheet);
    if widget.panel.cast::<Element>().is_some_and(|panel| is_at(&panel) && is_shut(&panel)) {
        widget.close(true);
    }
    let Some(sheet) = widget.voices_sheet().filter(|sheet| is_at(sheet)) else { return };
    if is_shut(&sheet) {
        widget.hide_voices();
    } else if event.type_() == "toggle" && !sheet.matches(":popover-open").unwrap_or(true) {
        super::shown::focus_launcher(widget);
        widget.show_voices(false);
    }
}

/// Follows a sheet that was scrolled: the answer is whether the reader has drawn it down to where it is shut. What jumps
/// there at once and untouched was moved by a program that looked for something in it, such as one that reads aloud: it is
/// brought up again.
fn follow(widget: &Widget, sheet: &Element) -> bool {
    let top = sheet.scroll_top();
    if top > 1 {
        let [half, _] = rests(sheet);
        if top < half - 2 {
            widget.drawn.set(true);
        }
        return false;
    }
    let drawn = widget.drawn.get();
    if !drawn {
        raise(widget, sheet, false);
    }
    drawn
}
