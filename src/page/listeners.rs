//! Listening to events of several kinds with one answer.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listeners on one target. Dropping it ends them.
pub struct Listeners {
    target: EventTarget,
    names: &'static [&'static str],
    answer: Closure<dyn Fn(Event)>,
}

impl Listeners {
    /// Listens to events of these names on their way down, before what `target` holds hears of them.
    pub fn new(target: EventTarget, names: &'static [&'static str], answer: Box<dyn Fn(Event)>) -> Self {
        let this = Self { target, names, answer: Closure::wrap(answer) };
        for name in names {
            // Cannot fail: the answer is a function.
            let _ =
                this.target.add_event_listener_with_callback_and_bool(name, this.answer.as_ref().unchecked_ref(), true);
        }
        this
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for name in self.names {
            let answer = self.answer.as_ref().unchecked_ref();
            // Cannot fail: the answer is a function.
            let _ = self.target.remove_event_listener_with_callback_and_bool(name, answer, true);
        }
    }
}
