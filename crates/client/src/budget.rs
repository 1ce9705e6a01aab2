//! How long a call may take in all.
//!
//! Connecting and each silence have limits of their own, but a target that sends a byte now and then would hold a
//! call for ever. So each has a budget: a fixed one, or, where content travels, one that grows with what has travelled,
//! at the least rate that counts as progress. It covers the token, the second attempt, and the reading of the answer.

use crate::call::{Pace, Stream};
use crate::http::Options;
use futures_util::StreamExt;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The budget is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooSlow;

/// The budget of one call.
#[derive(Debug, Clone)]
pub(crate) struct Budget {
    started: Instant,
    base: Duration,
    /// Bytes per second that count as progress; none where only the base counts.
    rate: Option<u64>,
    moved: Arc<AtomicU64>,
}

impl Budget {
    pub(crate) fn new(options: &Options, pace: Pace, limit: Option<Duration>) -> Self {
        let (base, rate) = match (limit, pace) {
            (Some(limit), _) => (limit, None),
            (None, Pace::Call) => (options.call_timeout, None),
            (None, Pace::Poll) => (options.poll_timeout, None),
            (None, Pace::Transfer) => (options.transfer_timeout, Some(options.transfer_rate)),
        };
        Self { started: Instant::now(), base, rate, moved: Arc::default() }
    }

    /// Waits for `work` as long as the budget lasts, also if it grows meanwhile.
    pub(crate) async fn spend<F: Future>(&self, work: F) -> Result<F::Output, TooSlow> {
        let mut work = pin!(work);
        loop {
            let end = self.end();
            match timeout_at(end, &mut work).await {
                Ok(done) => return Ok(done),
                Err(_) if self.end() > end => {}
                Err(_) => return Err(TooSlow),
            }
        }
    }

    /// So many bytes have travelled.
    pub(crate) fn moved(&self, bytes: usize) {
        self.moved.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// The same content, counted while it is sent.
    pub(crate) fn counting(&self, content: Stream) -> Stream {
        let budget = self.clone();
        content.inspect(move |piece| budget.moved(piece.as_ref().map_or(0, bytes::Bytes::len))).boxed()
    }

    fn end(&self) -> Instant {
        self.started + length(self.base, self.rate, self.moved.load(Ordering::Relaxed))
    }
}

/// The base, and the time that so many bytes may take.
fn length(base: Duration, rate: Option<u64>, moved: u64) -> Duration {
    let travelling = rate.map_or(Duration::ZERO, |rate| Duration::from_secs(moved / rate.max(1)));
    base.saturating_add(travelling).min(LONGEST)
}

/// No content takes longer.
const LONGEST: Duration = Duration::from_hours(24);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_grows_with_what_has_travelled_but_not_without_end() {
        let seconds = Duration::from_secs;
        for (base, rate, moved, all) in [
            (10, None, 1 << 40, 10),
            (120, Some(64 << 10), 0, 120),
            (120, Some(64 << 10), (64 << 10) - 1, 120),
            (120, Some(64 << 10), 64 << 20, 120 + 1024),
            (120, Some(0), 7, 127),
            (120, Some(1), u64::MAX, 24 * 60 * 60),
        ] {
            assert_eq!(length(seconds(base), rate, moved), seconds(all), "{base} {rate:?} {moved}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn work_without_progress_ends_and_work_with_progress_goes_on() {
        let options = Options { transfer_timeout: Duration::from_secs(10), transfer_rate: 100, ..Options::default() };
        let trickle = |bytes: usize| {
            let budget = Budget::new(&options, Pace::Transfer, None);
            async move {
                let mut second = tokio::time::interval(Duration::from_secs(1));
                let work = async {
                    for _ in 0..=60 {
                        second.tick().await;
                        budget.moved(bytes);
                    }
                };
                (budget.spend(work).await, budget.started.elapsed().as_secs())
            }
        };
        assert_eq!(trickle(1).await, (Err(TooSlow), 10));
        assert_eq!(trickle(50).await.0, Err(TooSlow));
        assert_eq!(trickle(100).await, (Ok(()), 60));
    }
}
