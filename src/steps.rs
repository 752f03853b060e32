//! Long work in steps, so that whoever asked for it can do something else between two of them.
//!
//! The work is an asynchronous function that waits for nothing but [`pause`]: the compiler makes of it a machine that goes
//! on where it stopped, and no stage has to write down by hand where it is.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Work under way.
pub struct Steps<'a, T>(Pin<Box<dyn Future<Output = T> + 'a>>);

impl<'a, T> Steps<'a, T> {
    /// The steps of `work`, which must wait for [`pause`] only: nothing else would ever wake it.
    pub fn of(work: impl Future<Output = T> + 'a) -> Self {
        Self(Box::pin(work))
    }

    /// Does the next step; the result with the last one, after which there must be no other.
    pub fn step(&mut self) -> Option<T> {
        match self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    /// Does all that remains.
    pub fn finish(mut self) -> T {
        loop {
            if let Some(done) = self.step() {
                return done;
            }
        }
    }
}

/// Ends a step.
pub async fn pause() {
    let mut paused = false;
    poll_fn(|_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_ends_at_each_pause() {
        let mut work = Steps::of(async {
            let mut sum = 0;
            for number in 1..4 {
                sum += number;
                pause().await;
            }
            sum
        });
        assert_eq!([work.step(), work.step(), work.step(), work.step()], [None, None, None, Some(6)]);
        assert_eq!(Steps::of(async { pause().await }).finish(), ());
    }
}
