//! Where an open panel stands, and what is brought into sight for it.
//!
//! A browser that is asked for a place between two changes lays the page out for the answer: all is measured first.

use super::shown::{button, open_id};
use super::widget::Widget;
use crate::page::{Area, Placement, Scene, dictionary, place};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a page may ask before anything else, such as for consent.
const DIALOG: &str = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";

/// What is seen of the open panel: on a phone its root is the whole window.
fn panel_in_sight(widget: &Widget) -> Option<Element> {
    widget.panel.cast::<Element>()?.first_element_child()
}

/// Whether the open panel stands over a dialog of the page. Its `area` is measured where it is not known.
pub(super) fn covers_dialog(widget: &Widget, area: Option<Area>) -> bool {
    // To ask what lies at a spot costs milliseconds on a long page: only where a dialog may.
    let Ok(dialogs) = widget.document.query_selector_all(DIALOG) else { return false };
    if dialogs.length() == 0 {
        return false;
    }
    let Some(area) = area.or_else(|| panel_in_sight(widget).as_ref().map(self::area)) else { return false };
    let is_near = |at| dialogs.item(at).is_some_and(|dialog| self::area(dialog.unchecked_ref()).meets(area));
    if !(0..dialogs.length()).any(is_near) {
        return false;
    }
    let article = widget.article.borrow().as_ref().map(|article| article.element.clone());
    // Its corners and its middle.
    let spots = [(0.05, 0.05), (0.95, 0.05), (0.5, 0.5), (0.05, 0.95), (0.95, 0.95)];
    spots.into_iter().any(|(across, down)| {
        let (x, y) = (area.left + area.width * across, area.top + area.height * down);
        let under = widget.document.elements_from_point(x as f32, y as f32);
        let under = under.iter().filter_map(|element| element.dyn_into::<Element>().ok());
        let dialog =
            under.filter(|element| *element != widget.frame).find_map(|element| element.closest(DIALOG).ok()?);
        // An article may itself be shown in a dialog.
        dialog.is_some_and(|dialog| article.as_ref().is_none_or(|article| !dialog.contains(Some(article))))
    })
}

/// Scrolls the mark of an attribution into the part of the window that no sheet covers, unless it is there.
pub(super) fn bring_into_sight(widget: &Widget, id: &str) {
    let Some(mark) = button(widget, id) else { return };
    let view = viewport(widget);
    let panel = panel_in_sight(widget).filter(|_| is_narrow(view));
    let sheet = panel.map_or(0.0, |panel| (view.height - area(&panel).top).max(0.0));
    let free = view.height - sheet;
    let rect = area(&mark);
    if rect.top > free * 0.1 && rect.top + rect.height < free * 0.9 {
        return;
    }
    scroll_to(&mark);
    if sheet > 0.0 {
        let rect = area(&mark);
        widget.window.scroll_by_with_x_and_y(0.0, rect.top + rect.height - free * 0.8);
    }
}

/// Scrolls to an element at once: the panel is placed where the words are.
pub(super) fn scroll_to(element: &Element) {
    let options = dictionary(r#"{"block":"center","inline":"nearest","behavior":"instant"}"#);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The visible part of the page.
pub(super) fn viewport(widget: &Widget) -> Area {
    // On a page without a document type it is not the root that has the size of the window.
    let root = widget.document.scrolling_element().or_else(|| widget.document.document_element());
    let size = |f: fn(&Element) -> i32| root.as_ref().map_or(0.0, |root| f64::from(f(root)));
    Area { left: 0.0, top: 0.0, width: size(Element::client_width), height: size(Element::client_height) }
}

/// Whether panels are sheets at the lower edge.
pub(super) fn is_narrow(viewport: Area) -> bool {
    viewport.width < 600.0
}

/// Where an element stands in the viewport.
pub(super) fn area(element: &Element) -> Area {
    let rect = element.get_bounding_client_rect();
    Area { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

/// Puts the open panel beside its mark; the answer is where it then stands in the viewport, unless it is a sheet.
pub(super) fn place_panel(widget: &Widget) -> Option<Area> {
    let panel = widget.panel.cast::<HtmlElement>()?;
    let mark = open_id(widget).and_then(|id| button(widget, &id))?;
    let style = panel.style();
    for name in ["position", "left", "top", "max-height"] {
        // Cannot fail: they are names of properties.
        let _ = style.remove_property(name);
    }
    let (scene, [x, y]) =
        (scene(widget, &panel, &mark), [widget.window.page_x_offset(), widget.window.page_y_offset()]);
    let Placement::At { left, top, max_height } = place(&scene) else { return None };
    let is_cut = scene.height > max_height;
    let set = |name: &str, value: &str| {
        // Cannot fail: an unknown value is ignored.
        let _ = style.set_property(name, value);
    };
    let pixels = |value: f64| [&(value as i32).to_string(), "px"].concat();
    set("position", "absolute");
    set("left", &pixels(left + x.unwrap_or(0.0)));
    set("top", &pixels(top + y.unwrap_or(0.0)));
    if is_cut {
        set("max-height", &pixels(max_height));
    }
    Some(Area { left, top, width: scene.width, height: scene.height.min(max_height) })
}

/// What the panel is placed by.
fn scene(widget: &Widget, panel: &Element, mark: &Element) -> Scene {
    let natural = area(panel);
    let computed = |element: &Element, name: &str| {
        let style = widget.window.get_computed_style(element).ok().flatten();
        style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
    };
    let block = block_around(mark, &computed);
    // `parseFloat` takes "28.8px" as it is, and Rust's own would bring 10 kB of tables along.
    let number = |name: &str| Some(js_sys::parse_float(&computed(&block, name))).filter(|number| number.is_finite());
    let line = number("line-height").unwrap_or_else(|| number("font-size").unwrap_or(16.0) * 1.4);
    Scene {
        viewport: viewport(widget),
        column: area(&block),
        mark: area(mark),
        line,
        width: natural.width,
        height: natural.height,
        rtl: computed(&block, "direction") == "rtl",
    }
}

/// The block of text that a mark stands in.
fn block_around(mark: &Element, computed: &impl Fn(&Element, &str) -> String) -> Element {
    let root = mark.get_root_node();
    let host = root.dyn_ref::<web_sys::ShadowRoot>().map(|shadow| shadow.host());
    let mut block = host.unwrap_or_else(|| mark.clone());
    while computed(&block, "display").starts_with("inline") {
        match block.parent_element() {
            Some(parent) => block = parent,
            None => break,
        }
    }
    block
}
