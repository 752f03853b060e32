//! What an element is to a reader of the article: [`crate::text::markup`] by the element itself, and what only a browser
//! knows, its computed style, on top.

use crate::options::BlockKind;
use crate::text::markup::{self, Role};
use std::borrow::Cow;
use web_sys::{CssStyleDeclaration, Element, Window};

/// What to do with `element`, named `name`, in a block of kind `outer`.
pub(super) fn role(window: &Window, element: &Element, name: &str, outer: BlockKind) -> Role {
    if name.starts_with("who-said") {
        return Role::Skip;
    }
    let by_markup = markup::role(name, outer, |attribute| element.get_attribute(attribute).map(Cow::Owned));
    if matches!(by_markup, Role::Skip | Role::LineBreak) {
        return by_markup;
    }
    let style = window.get_computed_style(element).ok().flatten();
    let display = property(style.as_ref(), "display");
    if display == "none" || property(style.as_ref(), "visibility") == "hidden" {
        return Role::Skip;
    }
    match by_markup {
        Role::Inline if is_line(&display) => Role::Inline,
        // A floating or lifted phrase (a drop cap) computes to a block and is read on in the line.
        Role::Inline if property(style.as_ref(), "float") != "none" => Role::Inline,
        Role::Inline if matches!(property(style.as_ref(), "position").as_str(), "absolute" | "fixed") => {
            // Lifted and clipped to a pixel: the usual way to hide words from sight.
            if property(style.as_ref(), "width") == "1px" { Role::Skip } else { Role::Inline }
        }
        Role::Inline => Role::Block(outer),
        Role::Block(BlockKind::Paragraph) if display == "inline" => Role::Inline,
        role => role,
    }
}

/// Whether a box of this `display` stands in a line. Empty where the element is not rendered at all.
fn is_line(display: &str) -> bool {
    display.is_empty() || display.starts_with("inline") || display.starts_with("ruby") || display == "contents"
}

/// A property of a computed style; empty where there is none.
pub(super) fn property(style: Option<&CssStyleDeclaration>, name: &str) -> String {
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}
