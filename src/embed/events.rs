//! The events that a page may listen to: composed, bubbling `CustomEvent`s on the widget's element. `whosaid:error` is
//! sent by the loader as well, which knows what goes wrong before this module is there.

use crate::page::dictionary;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// An event's name, and whether `preventDefault()` means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The article was read; again after each change of it. `detail.attributions` counts them.
    Ready,
    /// A panel is about to open; cancelling keeps it shut. `detail.id`.
    Open,
    /// A panel was closed. `detail.id`.
    Close,
    /// Some of the publisher's data cannot be used. `detail.code`, `detail.message`.
    Error,
    /// A reader reports a mistake; cancelling says that the page takes care of it. `detail.id`.
    ReportMistake,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Ready => "whosaid:ready",
            Self::Open => "whosaid:open",
            Self::Close => "whosaid:close",
            Self::ReportMistake => "whosaid:report-mistake",
            Self::Error => "whosaid:error",
        }
    }
}

/// Sends an event from `host`; `true` if a listener called `preventDefault()`.
///
/// Listeners run before it returns and may call the widget: nothing may be borrowed.
pub(super) fn send(host: &Element, kind: Kind, detail: &[(&str, JsValue)]) -> bool {
    let object = Object::new();
    for (key, value) in detail {
        // Cannot fail: the object is ours and extensible.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    let init: CustomEventInit = dictionary(match kind {
        Kind::Open | Kind::ReportMistake => r#"{"bubbles":true,"composed":true,"cancelable":true}"#,
        Kind::Ready | Kind::Close | Kind::Error => r#"{"bubbles":true,"composed":true}"#,
    });
    // Cannot fail: the object is ours and extensible.
    let _ = Reflect::set(&init, &"detail".into(), &object);
    let Ok(event) = CustomEvent::new_with_event_init_dict(kind.name(), &init) else { return false };
    // Fails for an event under dispatch only; this one is new.
    let _ = host.dispatch_event(&event);
    event.default_prevented()
}
