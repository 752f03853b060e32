//! Work in slices, between which the page has its turn.

use crate::steps::Steps;
use js_sys::{Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Performance, Window};

/// How long a slice lasts, in milliseconds. With a step more it stays below the 50 ms from which a reader feels it, also on
/// a processor four times slower.
const SLICE: f64 = 8.0;

#[wasm_bindgen]
extern "C" {
    type Scheduler;
    #[wasm_bindgen(method, catch, js_name = yield)]
    fn give_way(this: &Scheduler) -> Result<Promise, JsValue>;
}

/// What was begun, and whether it is still wanted.
#[derive(Debug, Default)]
pub(super) struct Slices {
    clock: Option<Performance>,
    /// When the slice under way ends.
    end: Cell<f64>,
    /// Counts what was begun: what began earlier is not gone on with.
    turn: Cell<u32>,
    /// Work is for this element only, as long as it stands on the page.
    host: Option<Element>,
}

impl Slices {
    /// For a widget on `host`: one of ours that leaves the page is not worked for any more.
    pub fn new(window: &Window, host: &Element) -> Self {
        let host = Some(host).filter(|host| host.is_connected() && host.local_name() == "who-said");
        Self { clock: window.performance(), host: host.cloned(), ..Self::default() }
    }

    /// Begins something new, and ends what went on.
    pub fn begin(&self) -> u32 {
        self.turn.set(self.turn.get() + 1);
        self.end.set(self.now() + SLICE);
        self.turn.get()
    }

    /// Whether what was begun with this number is still wanted.
    pub fn is_wanted(&self, turn: u32) -> bool {
        self.turn.get() == turn && self.host.as_ref().is_none_or(|host| host.is_connected())
    }

    /// The time, in milliseconds.
    pub fn now(&self) -> f64 {
        self.clock.as_ref().map_or(f64::INFINITY, Performance::now)
    }

    /// Does the work; nothing if it is not wanted any more.
    pub async fn work<T>(&self, turn: u32, mut steps: Steps<'_, T>) -> Option<T> {
        loop {
            if let Some(done) = steps.step() {
                return Some(done);
            }
            if !self.rest(turn).await {
                return None;
            }
        }
    }

    /// Lets the page have its turn if the slice is over; `false` if what was begun is not wanted any more.
    pub async fn rest(&self, turn: u32) -> bool {
        self.now() < self.end.get() || self.breathe(turn).await
    }

    /// Lets the page have its turn.
    pub async fn breathe(&self, turn: u32) -> bool {
        later().await;
        self.end.set(self.now() + SLICE);
        self.is_wanted(turn)
    }
}

/// Waits until the page had its turn.
async fn later() {
    let global = js_sys::global();
    let scheduler = Reflect::get(&global, &"scheduler".into()).ok().filter(JsValue::is_object);
    let given = scheduler.and_then(|scheduler| scheduler.unchecked_into::<Scheduler>().give_way().ok());
    let later = given.unwrap_or_else(|| {
        Promise::new(&mut |resolve, _| {
            // Cannot fail: every window has timers.
            let _ = global.unchecked_ref::<Window>().set_timeout_with_callback(&resolve);
        })
    });
    // Waiting cannot fail.
    let _ = JsFuture::from(later).await;
}
