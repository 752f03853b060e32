//! Noticing that the article changed.

use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver};

/// How often a page that never rests may put it off.
const PATIENCE: u32 = 5;

/// Tells when the article changed and came to rest, or left the page. Dropping it ends the watch.
pub struct Observer {
    observers: [MutationObserver; 2],
    timer: Rc<RefCell<Option<Timeout>>>,
    _callbacks: [Closure<dyn FnMut()>; 2],
}

impl Observer {
    /// Watches `article`; `changed` is called once for many changes in a row, when it rested for `rest` milliseconds.
    pub fn new(article: &Element, rest: u32, changed: impl Fn() + 'static) -> Option<Self> {
        let changed = Rc::new(changed);
        let timer = Rc::new(RefCell::new(None));
        let put_off = Rc::new(Cell::new(0));
        let pending = Rc::clone(&timer);
        let wait = Rc::new(move || {
            if pending.borrow().is_some() && put_off.get() >= PATIENCE {
                return;
            }
            put_off.set(put_off.get() + 1);
            let (changed, put_off) = (Rc::clone(&changed), Rc::clone(&put_off));
            let done = Rc::downgrade(&pending);
            let resting = Timeout::new(rest, move || {
                put_off.set(0);
                // Nothing is pending while the article is read: what changes meanwhile starts anew.
                let finished = done.upgrade().and_then(|timer| timer.take());
                changed();
                drop(finished);
            });
            pending.replace(Some(resting));
        });
        let within = Rc::clone(&wait);
        let watched = article.clone();
        let callbacks = [
            Closure::<dyn FnMut()>::new(move || within()),
            // A page that shows another story takes the element away, and nothing inside it tells.
            Closure::<dyn FnMut()>::new(move || {
                if !watched.is_connected() {
                    wait();
                }
            }),
        ];
        let observer = |callback: &Closure<dyn FnMut()>| MutationObserver::new(callback.as_ref().unchecked_ref()).ok();
        let observers = [observer(&callbacks[0])?, observer(&callbacks[1])?];
        let root = super::dictionary(r#"{"childList":true,"subtree":true}"#);
        observers[1].observe_with_options(&article.get_root_node(), &root).ok()?;
        // These attributes show or hide words; `style` changes many times a second where something moves.
        let within = super::dictionary(
            r#"{"childList":true,"subtree":true,"characterData":true,"attributeFilter":["class","hidden","open"]}"#,
        );
        observers[0].observe_with_options(article, &within).ok()?;
        Some(Self { observers, timer, _callbacks: callbacks })
    }

    /// Passes over what was changed since the page had its last turn: it was changed by us.
    pub fn pass_over(&self) {
        self.observers.iter().for_each(|observer| drop(observer.take_records()));
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observers.iter().for_each(MutationObserver::disconnect);
        self.timer.take();
    }
}
