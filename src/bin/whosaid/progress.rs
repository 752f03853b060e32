//! How far a long work is, for somebody who watches.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(200);

/// Goes back to the beginning of the line and clears it.
const CLEAR: &str = "\r\u{1b}[K";

/// Whether a line of progress stands on the terminal.
static SHOWN: Mutex<bool> = Mutex::new(false);

/// A count on standard error, only where that is a terminal.
pub struct Progress {
    what: &'static str,
    done: usize,
    last: Option<Instant>,
}

impl Progress {
    /// Counts `what`. Nothing is shown of a work that is done at once.
    pub fn of(what: &'static str) -> Self {
        Self { what, done: 0, last: stderr().is_terminal().then(Instant::now) }
    }

    /// One more is done.
    pub fn step(&mut self) {
        self.done += 1;
        if self.last.is_some_and(|last| last.elapsed() >= PAUSE) {
            self.last = Some(Instant::now());
            if let Ok(mut shown) = SHOWN.lock() {
                // Where nobody listens, there is nobody to tell.
                let _ = write!(stderr(), "{CLEAR}{} {}", self.done, self.what);
                *shown = true;
            }
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        clear();
    }
}

/// Makes room for a message where progress stands.
pub fn clear() {
    if let Ok(mut shown) = SHOWN.lock()
        && std::mem::take(&mut *shown)
    {
        let _ = write!(stderr(), "{CLEAR}");
    }
}
