//! Noticing that the article changed.

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// How long the article has to rest before it is read again, in milliseconds.
const REST: u32 = 200;
/// How often a page that never rests may put it off.
const PATIENCE: u32 = 5;

/// Tells when the article changed and came to rest. Dropping it ends the watch.
pub struct Observer {
    observer: MutationObserver,
    timer: Rc<RefCell<Option<Timeout>>>,
    _callback: Closure<dyn FnMut()>,
}

impl Observer {
    /// Watches `article`; `changed` is called once for many changes in a row.
    pub fn new(article: &Element, changed: impl Fn() + 'static) -> Option<Self> {
        let changed = Rc::new(changed);
        let timer = Rc::new(RefCell::new(None));
        let put_off = Rc::new(Cell::new(0));
        let pending = Rc::clone(&timer);
        let callback = Closure::<dyn FnMut()>::new(move || {
            if pending.borrow().is_some() && put_off.get() >= PATIENCE {
                return;
            }
            put_off.set(put_off.get() + 1);
            let (changed, put_off) = (Rc::clone(&changed), Rc::clone(&put_off));
            let done = Rc::downgrade(&pending);
            let rest = Timeout::new(REST, move || {
                put_off.set(0);
                // Nothing is pending while the article is read: what changes meanwhile starts anew.
                let finished = done.upgrade().and_then(|timer| timer.take());
                changed();
                drop(finished);
            });
            pending.replace(Some(rest));
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        // Both show or hide words; `style` changes many times a second where something moves.
        what.set_attribute_filter(&[JsValue::from("class"), JsValue::from("hidden")].iter().collect::<js_sys::Array>());
        observer.observe_with_options(article, &what).ok()?;
        Some(Self { observer, timer, _callback: callback })
    }

    /// Forgets what changed since the last report: the widget did it itself.
    pub fn ignore_own(&self) {
        self.observer.take_records();
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
        self.timer.take();
    }
}
