//! The element that a widget lives in, and its shadow root.

use super::config::Theme;
use super::errors::WidgetError;
use super::stage::Stage;
use crate::page::{Adopted, shadow, sheet};
use crate::panel;
use web_sys::{Document, Element, ShadowRoot};

/// The element that holds the shadow root where a widget is mounted on an element that is not ours.
const FRAME_TAG: &str = "who-said-view";

/// The attribute by which the style sheet knows the theme.
const THEME: &str = "data-theme";

/// An element with a shadow root for a widget.
pub(super) struct Frame {
    pub element: Element,
    pub shadow: ShadowRoot,
}

/// Makes room in `host`: a custom element carries the shadow root itself, any other gets a child, so that what it holds
/// stays in sight.
pub(super) fn frame(document: &Document, host: &Element) -> Result<Frame, WidgetError> {
    let refused = |_| WidgetError::TargetRefused;
    let element = if host.local_name().contains('-') {
        host.clone()
    } else {
        let child = document.create_element(FRAME_TAG).map_err(refused)?;
        host.append_child(&child).map_err(refused)?;
        child
    };
    let shadow = shadow(&element).ok_or(WidgetError::TargetRefused)?;
    Ok(Frame { element, shadow })
}

/// A stage in the shadow root.
pub(super) fn stage(document: &Document, shadow: &ShadowRoot) -> Result<Stage, WidgetError> {
    let stage = Stage::free(document).ok_or(WidgetError::TargetRefused)?;
    shadow.append_child(&stage.root).map_err(|_| WidgetError::TargetRefused)?;
    Ok(stage)
}

/// The style of overview and panel.
pub(super) fn style(shadow: &ShadowRoot) -> Option<Adopted> {
    sheet(panel::STYLE).map(|sheet| Adopted::new(shadow.clone().into(), sheet))
}

/// Sets the colours that the style sheet takes.
pub(super) fn set_theme(frame: &Element, theme: Theme) {
    // Cannot fail: the attribute's name is a valid one.
    let _ = match theme {
        Theme::Auto => frame.remove_attribute(THEME),
        theme => frame.set_attribute(THEME, theme.as_str()),
    };
}

/// Leaves `host` as it was.
pub(super) fn leave(host: &Element, frame: &Element) {
    let _ = frame.remove_attribute(THEME);
    if host != frame {
        frame.remove();
    }
}
