//! What each connection is doing, and since when: the base of time limits and of who makes room.

use super::Limits;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

/// What a connection does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing has come since the last answer, or ever.
    Idle,
    /// A request's header is coming.
    Head,
    /// A request is served.
    Busy,
    /// The last answer is sent; what the client still sends is thrown away.
    Lingering,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    since: Instant,
    /// Since when the client takes nothing of an answer.
    stalled: Option<Instant>,
    asked_to_leave: bool,
}

#[derive(Debug)]
struct Entry {
    state: Mutex<State>,
    leave: Notify,
}

/// All connections of a listener.
pub(super) struct Shared {
    entries: Mutex<HashMap<u64, Arc<Entry>>>,
    next: AtomicU64,
    waiting: Notify,
    stop: watch::Receiver<bool>,
}

/// One connection, from accept to close.
pub(super) struct Watch {
    id: u64,
    entry: Arc<Entry>,
    shared: Arc<Shared>,
}

impl Shared {
    pub(super) fn new(stop: watch::Receiver<bool>) -> Self {
        Self { entries: Mutex::default(), next: AtomicU64::new(0), waiting: Notify::new(), stop }
    }

    /// Asks the connection that has waited longest to make room; those that serve a request are left alone.
    pub(super) fn evict(&self) {
        let entries = lock(&self.entries);
        let waiting = entries.values().filter_map(|entry| {
            let state = lock(&entry.state);
            (state.phase != Phase::Busy && !state.asked_to_leave).then_some((state.since, entry))
        });
        if let Some((_, entry)) = waiting.min_by_key(|(since, _)| *since) {
            lock(&entry.state).asked_to_leave = true;
            entry.leave.notify_one();
        }
    }

    /// The listener is told to stop.
    pub(super) async fn stopped(&self) {
        let _ = self.stop.clone().wait_for(|stop| *stop).await;
    }

    /// A connection has begun to wait.
    pub(super) async fn waiting(&self) {
        self.waiting.notified().await;
    }
}

/// Tells an answer that goes on for long when the listener stops; the listener hands it in with each request.
#[derive(Debug, Clone)]
pub(crate) struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// Ends when the listener is told to stop.
    pub(crate) async fn begun(mut self) {
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}

impl Watch {
    pub(super) fn stopping(&self) -> Stopping {
        Stopping(self.shared.stop.clone())
    }

    pub(super) fn enter(shared: &Arc<Shared>) -> Self {
        let id = shared.next.fetch_add(1, Ordering::Relaxed);
        let state = State { phase: Phase::Idle, since: Instant::now(), stalled: None, asked_to_leave: false };
        let entry = Arc::new(Entry { state: Mutex::new(state), leave: Notify::new() });
        lock(&shared.entries).insert(id, Arc::clone(&entry));
        Self { id, entry, shared: Arc::clone(shared) }
    }

    /// A handle for the parts of this connection.
    pub(super) fn marker(&self) -> Marker {
        Marker { entry: Arc::clone(&self.entry), shared: Arc::clone(&self.shared) }
    }

    /// Another connection needs the room.
    pub(super) async fn evicted(&self) {
        self.entry.leave.notified().await;
    }

    /// The listener is told to stop.
    pub(super) async fn stopped(&self) {
        self.shared.stopped().await;
    }

    pub(super) fn phase(&self) -> Phase {
        lock(&self.entry.state).phase
    }

    /// Ends when the connection has used up its time. A phase is looked at before the shortest limit can have passed
    /// in it, so no timer is set when phases change.
    pub(super) async fn expired(&self, limits: &Limits) {
        let look = limits.header.min(limits.idle).min(limits.progress);
        loop {
            let now = Instant::now();
            let deadline = self.deadline(limits);
            if deadline.is_some_and(|deadline| deadline <= now) {
                return;
            }
            let next = now + look;
            tokio::time::sleep_until(deadline.map_or(next, |deadline| deadline.min(next))).await;
        }
    }

    fn deadline(&self, limits: &Limits) -> Option<Instant> {
        let state = lock(&self.entry.state);
        let phase = match state.phase {
            Phase::Idle => Some(state.since + limits.idle),
            Phase::Head => Some(state.since + limits.header),
            Phase::Busy | Phase::Lingering => None,
        };
        let stalled = state.stalled.map(|since| since + limits.progress);
        phase.into_iter().chain(stalled).min()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        lock(&self.shared.entries).remove(&self.id);
    }
}

/// Writes down what one connection does.
#[derive(Clone)]
pub(super) struct Marker {
    entry: Arc<Entry>,
    shared: Arc<Shared>,
}

impl Marker {
    pub(super) fn enter(&self, phase: Phase) {
        let mut state = lock(&self.entry.state);
        (state.phase, state.since) = (phase, Instant::now());
        drop(state);
        if phase != Phase::Busy {
            self.shared.waiting.notify_one();
        }
    }

    /// Bytes have come: a header begins, unless a request is served.
    pub(super) fn received(&self) {
        let mut state = lock(&self.entry.state);
        if state.phase == Phase::Idle {
            (state.phase, state.since) = (Phase::Head, Instant::now());
        }
    }

    /// The client took something of an answer, or did not.
    pub(super) fn sent(&self, moved: bool) {
        let mut state = lock(&self.entry.state);
        match moved {
            true => state.stalled = None,
            false if state.stalled.is_none() => state.stalled = Some(Instant::now()),
            false => {}
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
