//! What readers do with marks and panel: pointing, pressing, keys, focus.

use super::placing::{area, bring_into_sight, covers_dialog, is_narrow, place_panel, scroll_to, viewport};
use super::widget::{Open, Widget, focusable};
use super::{phone, preview, print};
use crate::page::{Listeners, dictionary};
use crate::report::Extent;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node};

/// How long words stay lit after a reader was brought to them, in milliseconds.
const LIT: u32 = 3000;

/// What can have focus in a panel.
const FOCUSABLE: &str = "a[href],button:not([disabled]),input,summary,[tabindex=\"0\"]";

/// The element that has focus, also within the widget's own shadow root.
pub(super) fn focused(widget: &Widget) -> Option<HtmlElement> {
    focusable(widget.shadow.active_element().or_else(|| widget.document.active_element()))
}

/// Whether focus is in the panel.
pub(super) fn in_panel(widget: &Widget, focused: Option<&HtmlElement>) -> bool {
    let panel = widget.panel.get();
    panel.is_some_and(|panel| focused.is_some_and(|focused| panel.contains(Some(focused))))
}

/// Gives focus back once the panel is closed: to what opened it, or to the mark.
pub(super) fn focus_after(widget: &Widget, open: &Open) {
    let mark = button(widget, &open.id);
    let opener = open.opener.clone().filter(|opener| opener.is_connected());
    if let Some(target) = opener.or(mark) {
        focus(&target);
        // Whoever comes from the panel has seen more than a look would show.
        preview::end(widget);
    }
}

/// Gives focus back once the launcher's overview is closed, unless the reader has moved on.
pub(super) fn focus_launcher(widget: &Widget) {
    let launcher = widget.shadow.query_selector(".launcher").ok().flatten();
    let overview = widget.overview.cast::<Element>();
    let left = match focused(widget) {
        Some(focused) => focused.local_name() == "body" || overview.is_some_and(|it| it.contains(Some(&focused))),
        None => true,
    };
    if let Some(launcher) = launcher.and_then(|launcher| focusable(Some(launcher))).filter(|_| left) {
        focus(&launcher);
    }
}

pub(super) fn focus(element: &HtmlElement) {
    // An element that cannot take focus stays without it.
    let _ = element.focus_with_options(&dictionary(r#"{"preventScroll":true}"#));
}

pub(super) fn button(widget: &Widget, id: &str) -> Option<HtmlElement> {
    widget.article.borrow().as_ref()?.marks.button(id).cloned()
}

pub(super) fn open_id(widget: &Widget) -> Option<String> {
    widget.open.borrow().as_ref().map(|open| open.id.clone())
}

/// Shows in the article which panel is open.
pub(super) fn show_open(widget: &Widget) {
    let id = open_id(widget);
    if let Some(article) = widget.article.borrow_mut().as_mut() {
        article.marks.expand(id.as_deref());
        let ids: Vec<&str> = id.as_deref().into_iter().collect();
        article.paint_open(&ids);
        article.paint_evidence(&[]);
    }
}

/// What is listened to before the page hears of it: some pages let nothing through.
const EVENTS: &[&str] = &[
    "click",
    "pointerdown",
    "keydown",
    "pointerover",
    "pointerout",
    "focusin",
    "focusout",
    "resize",
    "beforeprint",
    "afterprint",
];

/// Listens to what is done with marks and panel.
pub(super) fn listen(widget: &Rc<Widget>) -> Vec<Listeners> {
    let (hearing, within, moving) = (widget.weak(), widget.weak(), widget.weak());
    let hear = move |event: Event| {
        if let Some(widget) = hearing.upgrade() {
            heard(&widget, &event);
        }
    };
    let arrived = move |_| within.upgrade().iter().for_each(|widget| widget.unheard.set(false));
    let moved = move |event: Event| moving.upgrade().iter().for_each(|widget| phone::moved(widget, &event));
    vec![
        Listeners::new(widget.window.clone().into(), EVENTS, Box::new(hear)),
        Listeners::new(widget.root.clone().into(), &["click"], Box::new(arrived)),
        Listeners::new(widget.root.clone().into(), &["scroll", "toggle"], Box::new(moved)),
    ]
}

fn heard(widget: &Rc<Widget>, event: &Event) {
    let open = widget.open.borrow().is_some();
    let kind = event.type_();
    if kind == "pointerdown" || kind == "keydown" {
        widget.drawn.set(true);
    }
    match kind.as_str() {
        "click" => clicked(widget, event),
        "pointerdown" if open => pressed_elsewhere(widget, event),
        "keydown" if open => key_pressed(widget, event),
        "keydown" => end_preview(widget, event),
        "resize" => {
            phone::resized(widget);
            place_panel(widget);
        }
        "pointerover" | "focusin" => pointed_at(widget, event, true),
        "pointerout" | "focusout" => pointed_at(widget, event, false),
        "beforeprint" => print::before(widget),
        "afterprint" => print::after(widget),
        _ => {}
    }
}

/// The id of the mark that an event happened on.
fn mark_at(widget: &Widget, event: &Event) -> Option<String> {
    // Button, shadow root, host.
    let host: Node = event.composed_path().get(2).dyn_into().ok()?;
    widget.article.borrow().as_ref()?.marks.id_of(&host).map(str::to_owned)
}

fn clicked(widget: &Rc<Widget>, event: &Event) {
    if let Some(id) = mark_at(widget, event) {
        // Not a press on the card, the row or the link around it.
        event.stop_propagation();
        widget.toggle(&id);
        return;
    }
    let path = event.composed_path();
    if !path.includes(&widget.root, 0) {
        return;
    }
    // A page that swallows the click on its way down keeps it from panel and overview: they are told once it is over.
    widget.unheard.set(true);
    let (weak, target) = (widget.weak(), path.get(0));
    let tell = Timeout::new(0, move || {
        let unheard = weak.upgrade().is_some_and(|widget| widget.unheard.take());
        let event = Event::new_with_event_init_dict("click", &dictionary(r#"{"bubbles":true}"#));
        if let (true, Ok(event), Some(target)) = (unheard, event, target.dyn_ref::<Node>()) {
            // Fails for an event under dispatch only; this one is new.
            let _ = target.dispatch_event(&event);
        }
    });
    tell.forget();
}

/// Lights up the words of a quotation while its mark is pointed at or focused, and shows after a while whose they are.
fn pointed_at(widget: &Rc<Widget>, event: &Event, on: bool) {
    let Some(id) = mark_at(widget, event) else {
        preview::pass(widget, event, on);
        if on && event.type_() == "focusin" && covers_dialog(widget, None) {
            widget.close(false);
        }
        return;
    };
    if on {
        preview::come(widget, event, &id);
    } else {
        preview::leave(widget);
    }
    let open = open_id(widget);
    let pointed = Some(id).filter(|_| on);
    let ids: Vec<&str> = open.iter().chain(pointed.iter()).map(String::as_str).collect();
    if let Some(article) = widget.article.borrow_mut().as_mut() {
        article.paint_open(&ids);
    }
}

fn key_pressed(widget: &Rc<Widget>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    match key.key().as_str() {
        "Escape" if !key.is_composing() => {
            // The page's own dialogs stay: this press was for the panel.
            event.stop_propagation();
            event.prevent_default();
            widget.close(true);
        }
        "Tab" if leaves_panel(widget, key.shift_key()) => {
            event.prevent_default();
            widget.close(true);
        }
        _ => {}
    }
}

/// `Escape` takes a look away; the page's own dialogs stay.
fn end_preview(widget: &Rc<Widget>, event: &Event) {
    let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
    if escape && preview::end(widget) {
        event.stop_propagation();
        event.prevent_default();
    }
}

/// Whether the next Tab would leave the panel: focus then goes back to where the reader came from.
fn leaves_panel(widget: &Widget, back: bool) -> bool {
    let focused = focused(widget);
    if !in_panel(widget, focused.as_ref()) {
        return false;
    }
    let Some(panel) = widget.panel.cast::<Element>() else { return false };
    let Some(focused) = focused else { return false };
    let Ok(all) = panel.query_selector_all(FOCUSABLE) else { return false };
    let seen = |at: u32| all.item(at).filter(|node| node.dyn_ref::<Element>().is_some_and(|it| area(it).height > 0.0));
    let edge = if back { (0..all.length()).find_map(seen) } else { (0..all.length()).rev().find_map(seen) };
    let at_edge = edge.is_none_or(|edge| edge.is_same_node(Some(&focused)));
    at_edge || (back && panel.is_same_node(Some(&focused)))
}

fn pressed_elsewhere(widget: &Rc<Widget>, event: &Event) {
    let inside = event.composed_path().includes(&widget.frame, 0);
    if !inside && mark_at(widget, event).is_none() {
        widget.close(false);
    }
}

/// The open panel has been rendered: into the top layer with it, beside its mark, and focus into it.
pub(super) fn panel_shown(widget: &Rc<Widget>) {
    let Some(panel) = widget.panel.cast::<HtmlElement>() else { return };
    let Some((id, reveal, entered)) =
        widget.open.borrow_mut().as_mut().map(|open| {
            (open.id.clone(), std::mem::take(&mut open.reveal), std::mem::replace(&mut open.entered, true))
        })
    else {
        return;
    };
    if panel.has_attribute("popover") && !panel.matches(":popover-open").unwrap_or(true) {
        // Refused only for an element that left the page meanwhile.
        let _ = panel.show_popover();
    }
    phone::raise(widget, &panel, entered);
    // A sheet may cover the very words that it is about.
    if reveal || is_narrow(viewport(widget)) {
        bring_into_sight(widget, &id);
    }
    let area = place_panel(widget);
    if covers_dialog(widget, area) {
        widget.close(false);
    } else if !entered {
        focus(&panel);
    }
}

/// The launcher's overview has been rendered: into the top layer with it, and focus into it.
pub(super) fn voices_shown(widget: &Rc<Widget>) {
    let (Some(sheet), Some(overview)) = (widget.voices_sheet(), widget.overview.cast::<HtmlElement>()) else { return };
    // Refused only for an element that left the page meanwhile.
    let _ = sheet.unchecked_ref::<HtmlElement>().show_popover();
    phone::raise(widget, &sheet, false);
    focus(&overview);
}

/// Lights up evidence; nothing with an empty list.
pub(super) fn point(widget: &Widget, extents: &[Extent]) {
    if extents.is_empty() && widget.fading.borrow().is_some() {
        return;
    }
    widget.fading.take();
    if let Some(article) = widget.article.borrow_mut().as_mut() {
        article.paint_evidence(extents);
    }
}

/// Brings a reader to words of the article.
pub(super) fn reveal(widget: &Rc<Widget>, extent: Extent) {
    point(widget, &[extent]);
    let range = widget.article.borrow().as_ref().and_then(|article| article.reading.ranges(extent).into_iter().next());
    let node = range.and_then(|range| range.start_container().ok());
    if let Some(element) = node.and_then(|node| node.parent_element()) {
        let view = viewport(widget);
        let rect = element.get_bounding_client_rect();
        if rect.top() < 0.0 || rect.bottom() > view.height {
            scroll_to(&element);
        }
    }
    let weak = widget.weak();
    let fade = Timeout::new(LIT, move || {
        if let Some(widget) = weak.upgrade() {
            let finished = widget.fading.take();
            point(&widget, &[]);
            drop(finished);
        }
    });
    widget.fading.replace(Some(fade));
}
