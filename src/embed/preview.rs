//! A look at a mark: whose words they are, beside it, before a panel is opened.
//!
//! It comes after a while of pointing or of focus, stays while it is pointed at itself, and goes by `Escape`. A finger opens
//! the panel at once, and a screen reader has the same in the mark's own name.

use super::article::Article;
use super::placing::{area, viewport};
use super::widget::Widget;
use crate::panel::essentials;
use crate::report::Attribution;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, Node};

/// After how long a pointer that stays brings it, and one that left takes it away, in milliseconds: time enough to pass
/// over a mark, and to reach what is shown.
const SHOW: u32 = 400;
const HIDE: u32 = 250;
/// Distance from the mark and from the window's edge, in CSS pixels.
const GAP: f64 = 4.0;

/// What is shown or about to be.
#[derive(Default)]
pub(super) struct Preview {
    waiting: Option<Timeout>,
    shown: Option<(String, Element)>,
}

/// The pointer or the focus came to the mark with this id.
pub(super) fn come(widget: &Rc<Widget>, event: &Event, id: &str) {
    // Whoever touches wants the panel, and has the focus without having asked for it.
    let kind = Reflect::get(event, &"pointerType".into()).ok().and_then(|kind| kind.as_string());
    let asked = match kind {
        Some(kind) => kind != "touch",
        None => event.composed_path().get(0).dyn_ref().is_some_and(is_seen_focused),
    };
    let mut preview = widget.preview.borrow_mut();
    preview.waiting = None;
    if !asked || preview.shown.as_ref().is_some_and(|(shown, _)| shown == id) {
        return;
    }
    let (weak, id) = (widget.weak(), id.to_owned());
    preview.waiting = Some(Timeout::new(SHOW, move || {
        if let Some(widget) = weak.upgrade() {
            show(&widget, id);
        }
    }));
}

fn is_seen_focused(element: &Element) -> bool {
    element.matches(":focus-visible").unwrap_or(false)
}

/// They left the mark, or what is shown.
pub(super) fn leave(widget: &Rc<Widget>) {
    let weak = widget.weak();
    let waiting = Timeout::new(HIDE, move || {
        if let Some(widget) = weak.upgrade() {
            end(&widget);
        }
    });
    widget.preview.borrow_mut().waiting = Some(waiting);
}

/// The pointer came to or left something else: what is shown stays while it is pointed at.
pub(super) fn pass(widget: &Rc<Widget>, event: &Event, on: bool) {
    let within = |shown: &Element| event.composed_path().includes(shown, 0);
    let on_it = widget.preview.borrow().shown.as_ref().is_some_and(|(_, shown)| within(shown));
    if on_it && on {
        widget.preview.borrow_mut().waiting = None;
    } else if on_it {
        leave(widget);
    }
}

/// Takes away what is shown or about to be; whether anything was.
pub(super) fn end(widget: &Widget) -> bool {
    let preview = widget.preview.take();
    let shown = preview.shown.map(|(_, element)| element.remove()).is_some();
    // Last of all: this may run in the timer itself.
    drop(preview.waiting);
    shown
}

fn show(widget: &Rc<Widget>, id: String) {
    end(widget);
    if widget.open.borrow().is_some() {
        return;
    }
    let Some((element, mark)) = build(widget, &id) else { return };
    let (bead, look, window) = (area(&mark), area(&element), viewport(widget));
    let below = bead.top + bead.height + GAP;
    let top = if below + look.height <= window.height { below } else { bead.top - look.height - GAP };
    let left = bead.left.min(window.width - look.width - 2.0 * GAP).max(2.0 * GAP);
    let (x, y) = (widget.window.page_x_offset(), widget.window.page_y_offset());
    for (name, at) in [("left", left + x.unwrap_or(0.0)), ("top", top + y.unwrap_or(0.0))] {
        // Cannot fail: an unknown value is ignored.
        let _ = element.style().set_property(name, &[&(at as i32).to_string(), "px"].concat());
    }
    widget.preview.borrow_mut().shown = Some((id, element.into()));
}

/// The look at the mark with this id, in the top layer, and the mark.
fn build(widget: &Widget, id: &str) -> Option<(HtmlElement, HtmlElement)> {
    let article = widget.article.borrow();
    let article = article.as_ref()?;
    let mark = article.marks.button(id)?.clone();
    let element = spoken(widget, article, "div", "preview")?;
    for (name, value) in [("popover", "manual"), ("aria-hidden", "true")] {
        element.set_attribute(name, value).ok()?;
    }
    tell(widget, article, &element, article.entry(id)?)?;
    element.show_popover().ok()?;
    Some((element, mark))
}

/// An element of the widget in its language.
pub(super) fn spoken(widget: &Widget, article: &Article, name: &str, class: &str) -> Option<HtmlElement> {
    let spoken = element(widget, &widget.shadow, name, class, "")?;
    spoken.set_attribute("lang", article.lang.tag()).ok()?;
    spoken.set_attribute("dir", article.lang.direction()).ok()?;
    Some(spoken)
}

/// Puts the essentials of an attribution into an element: a line of whose words they are, a line of what is known of them.
pub(super) fn tell(widget: &Widget, article: &Article, parent: &Node, entry: &Attribution) -> Option<()> {
    let whose = element(widget, parent, "p", "whose", "")?;
    let known = element(widget, parent, "p", "known", "")?;
    for (at, words) in essentials(&article.report, entry, article.lang).iter().enumerate() {
        // The class sets each apart, in direction as well.
        element(widget, if at == 0 { &whose } else { &known }, "span", "item", words)?;
    }
    Some(())
}

/// Puts an element with a class, which is its part as well, and words into another.
#[inline(never)]
pub(super) fn element(widget: &Widget, parent: &Node, name: &str, class: &str, words: &str) -> Option<HtmlElement> {
    let element = widget.document.create_element(name).ok()?;
    if !class.is_empty() {
        element.set_attribute("class", class).ok()?;
        element.set_attribute("part", class).ok()?;
    }
    element.set_text_content(Some(words));
    parent.append_child(&element).ok()?;
    Some(element.unchecked_into())
}
