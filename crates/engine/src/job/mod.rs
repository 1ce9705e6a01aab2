//! Work that was ordered in a transaction and is done outside of it.
//!
//! A job row is written in the transaction that caused it ([`enqueue`]); its payload is ids only; its handler reads
//! the truth from the database and may run twice. Workers are woken by a nudge after the commit and by a timer.
//! The list of all jobs is [`registry`].

pub mod collect;
pub mod registry;
pub mod worker;

use crate::cx::Cx;
use crate::error::Result;
use model::Time;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::time::Duration;
use store::Tx;

/// What a run of a job came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing is left to do.
    Done,
    /// Call again after this long: something remote is not ready, or there is more to do.
    Again(Duration),
}

/// One kind of work.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the table.
    const NAME: &'static str;

    /// At most one waiting job per key; `None`: as many as are ordered.
    fn dedup_key(&self) -> Option<String> {
        None
    }

    /// One idempotent step. Runs without a transaction; holds none across an outbound call.
    fn run(self, cx: &Cx) -> impl Future<Output = Result<Next>> + Send;
}

/// Orders work in the transaction of its cause, to be done at once; workers are woken after the commit.
///
/// # Errors
/// Of the store.
pub async fn enqueue<J: Job>(tx: &mut Tx, job: &J, now: Time) -> Result<()> {
    enqueue_at(tx, job, now, now).await
}

/// Orders work for later.
///
/// # Errors
/// Of the store.
pub async fn enqueue_at<J: Job>(tx: &mut Tx, job: &J, now: Time, run_at: Time) -> Result<()> {
    let payload = serde_json::to_string(job)?;
    let key = job.dedup_key().map(|key| format!("{}:{key}", J::NAME));
    let (run_at, now) = (run_at.micros(), now.micros());
    let row = store::job::NewJob { name: J::NAME, payload: &payload, dedup_key: key.as_deref(), run_at, now };
    Ok(store::job::enqueue(tx, row).await?)
}
