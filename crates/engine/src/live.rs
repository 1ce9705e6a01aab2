//! What changes while somebody looks: every change of a subaccount is told to those who listen.
//!
//! A change is noted as a row in its own transaction ([`note`]), so that what is told has happened, whichever process did
//! it. As long as somebody listens, a process reads the newest rows a few times a second and hands them on
//! ([`listen`]). Rows of other processes may be committed a little late and out of order, so each look goes back some
//! seconds and skips what it has seen. Nobody is told twice in one connection, but maybe once more after a new one.

use crate::cx::Cx;
use crate::error::Result;
use crate::work::{Hold, Turn, Workflow};
use model::Time;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Tx;
pub use store::live::Change;
use tokio::sync::broadcast::{self, Receiver, Sender};

/// How often a process looks while somebody listens.
const LOOK: Duration = Duration::from_millis(200);
/// How late a row may become visible: the longest transaction, and clocks that differ.
const LATE: Duration = Duration::from_secs(10);
/// How many rows one look reads.
const ROWS: i64 = 1_000;
/// How many changes wait for a listener who is slow; more, and he is told to read everything again.
const WAITING: usize = 512;
/// How long changes are kept for those who come back.
pub const KEPT: Duration = Duration::from_secs(600);

/// The sort of thing that an event of the audit trail is about; none, where nobody has it on a screen.
fn topic(event: &'static str) -> Option<&'static str> {
    let (topic, _) = event.split_once('.')?;
    let silent = ["audit", "blobs", "call", "client", "key", "login", "session", "zone"];
    (!silent.contains(&topic)).then_some(topic)
}

/// Notes a change in its transaction.
pub(crate) async fn note(tx: &mut Tx, subaccount: &str, topic: &str, now: Time) -> Result<()> {
    if subaccount.is_empty() {
        return Ok(());
    }
    Ok(store::live::note(tx, subaccount, topic, now).await?)
}

/// Notes what the audit trail tells.
pub(crate) async fn audited(tx: &mut Tx, subaccount: &str, event: &'static str, now: Time) -> Result<()> {
    match topic(event) {
        Some(topic) => note(tx, subaccount, topic, now).await,
        None => Ok(()),
    }
}

/// Who listens in this process, and what was told.
struct Hub {
    sender: Sender<Arc<Change>>,
    listeners: AtomicUsize,
    looking: Mutex<bool>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { sender: broadcast::channel(WAITING).0, listeners: AtomicUsize::new(0), looking: Mutex::new(false) }
    }
}

/// Hears every change from now on, until it is dropped.
pub struct Listener {
    hub: Arc<Hub>,
    receiver: Receiver<Arc<Change>>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.hub.listeners.fetch_sub(1, Ordering::SeqCst);
    }
}

/// What a listener hears.
#[derive(Debug, Clone)]
pub enum Heard {
    Change(Arc<Change>),
    /// More changed than could wait for him: everything may be different.
    Missed,
}

impl Listener {
    /// The next change; none, when the process ends.
    pub async fn next(&mut self) -> Option<Heard> {
        match self.receiver.recv().await {
            Ok(change) => Some(Heard::Change(change)),
            Err(broadcast::error::RecvError::Lagged(_)) => Some(Heard::Missed),
            Err(broadcast::error::RecvError::Closed) => None,
        }
    }
}

/// Listens to the changes of all subaccounts; whoever hands them on chooses.
#[must_use]
pub fn listen(cx: &Cx) -> Listener {
    let hub = cx.cache::<Hub>();
    let receiver = hub.sender.subscribe();
    hub.listeners.fetch_add(1, Ordering::SeqCst);
    let mut looking = hub.looking.lock().unwrap_or_else(PoisonError::into_inner);
    if !std::mem::replace(&mut *looking, true) {
        // What is being committed now bears an earlier time.
        tokio::spawn(look(cx.clone(), Arc::clone(&hub), cx.now().minus(LATE)));
    }
    drop(looking);
    Listener { hub, receiver }
}

/// Looks until nobody listens any more.
async fn look(cx: Cx, hub: Arc<Hub>, begun: Time) {
    let (mut seen, mut from) = (HashMap::new(), begun);
    loop {
        tokio::time::sleep(LOOK).await;
        let mut looking = hub.looking.lock().unwrap_or_else(PoisonError::into_inner);
        if hub.listeners.load(Ordering::SeqCst) == 0 {
            *looking = false;
            return;
        }
        drop(looking);
        match cx.db.read(async move |tx| store::live::since(tx, from, ROWS).await).await {
            Ok(rows) => from = told(&hub, &mut seen, rows, from),
            Err(error) => tracing::warn!(%error, "changes could not be read; trying again"),
        }
    }
}

/// Tells what is new; from when the next look goes back.
fn told(hub: &Hub, seen: &mut HashMap<i64, Time>, rows: Vec<Change>, from: Time) -> Time {
    let last = rows.last().map_or(from, |row| row.at);
    let is_full = i64::try_from(rows.len()).is_ok_and(|count| count >= ROWS);
    for row in rows {
        if seen.insert(row.id, row.at).is_none() {
            // Nobody may listen just now.
            let _none = hub.sender.send(Arc::new(row));
        }
    }
    // After a burst the next look goes on where this one ended.
    let next = if is_full { last } else { last.minus(LATE).max(from) };
    seen.retain(|_, at| *at >= next);
    next
}

/// What changed since somebody was told last, for one who comes back.
///
/// # Errors
/// Of the store.
pub async fn since(cx: &Cx, at: Time) -> Result<Option<Vec<Change>>> {
    if at < cx.now().minus(KEPT) {
        return Ok(None);
    }
    let from = at.minus(LATE);
    let rows = cx.db.read(async move |tx| store::live::since(tx, from, ROWS).await).await?;
    let is_full = i64::try_from(rows.len()).is_ok_and(|count| count >= ROWS);
    Ok((!is_full).then_some(rows))
}

/// Forgets what nobody asks for any more; runs for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgetChanges {}

impl Workflow for ForgetChanges {
    const KIND: &'static str = "live.forget";

    fn key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let before = cx.now().minus(KEPT);
        cx.db.write(async move |tx| store::live::prune(tx, before).await).await?;
        Ok(Turn::wait(self, KEPT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: i64, seconds: i64) -> Change {
        Change { id, at: Time::from_seconds(seconds), subaccount: "s".to_owned(), topic: "node".to_owned() }
    }

    #[test]
    fn what_is_committed_late_is_told_and_nothing_twice() {
        let (hub, mut seen) = (Hub::default(), HashMap::new());
        let mut receiver = hub.sender.subscribe();
        let from = told(&hub, &mut seen, vec![row(7, 100)], Time::from_seconds(90));
        let from = told(&hub, &mut seen, vec![row(3, 99), row(7, 100), row(9, 101)], from);
        assert_eq!(from, Time::from_seconds(91));
        let mut ids = Vec::new();
        while let Ok(change) = receiver.try_recv() {
            ids.push(change.id);
        }
        assert_eq!(ids, [7, 3, 9]);
        assert_eq!(seen.len(), 3);
    }

    #[test]
    fn log_ins_are_on_no_screen() {
        assert_eq!(topic("login.failed"), None);
        assert_eq!(topic("node.create"), Some("node"));
    }
}
