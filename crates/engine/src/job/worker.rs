//! The worker: claims due jobs under a lease, runs each once, saves the outcome, sleeps until a nudge or the next due
//! time.
//!
//! A job that fails is tried again with a growing delay and never dropped silently; the last error stays in its row.
//! A job that panics counts as failed. There is no limit on jobs that wait for something remote: waiting is a
//! re-scheduled row, never a held slot.

use super::{Next, registry};
use crate::cx::Cx;
use crate::error::{Error, Result};
use std::time::Duration;
use store::job::Claimed;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long a claim holds without being renewed; a worker that died is taken over after it.
pub const LEASE: Duration = Duration::from_secs(30);
/// How many jobs one process runs at a time.
const SLOTS: usize = 16;
/// The longest time between two looks at the table, should a nudge be lost.
const LONGEST_NAP: Duration = Duration::from_secs(5);

/// Runs until `stop` says so, then waits for the running jobs to end.
pub async fn run(cx: Cx, mut stop: watch::Receiver<bool>) {
    if let Err(error) = registry::start_timers(&cx).await {
        tracing::warn!(error = %error.chain(), "the recurring jobs could not be ordered");
    }
    let nudge = cx.db.work();
    let mut running: JoinSet<()> = JoinSet::new();
    while !*stop.borrow() {
        let nudged = nudge.notified();
        let free = SLOTS.saturating_sub(running.len());
        let claimed = claim_or_log(&cx, free).await;
        let idle = claimed.is_empty();
        for job in claimed {
            let cx = cx.clone();
            running.spawn(async move { run_one(&cx, job).await });
        }
        let nap = if idle || running.len() >= SLOTS { nap(&cx).await } else { Duration::ZERO };
        tokio::select! {
            () = nudged => {}
            () = tokio::time::sleep(nap) => {}
            _ = running.join_next(), if !running.is_empty() => {}
            _ = stop.changed() => {}
        }
    }
    while running.join_next().await.is_some() {}
}

/// Runs every job that is due now, one after another, and those they order, until none is due. For tests and for
/// commands that want to see the work done. Answers how many ran.
///
/// # Errors
/// Of the store; a job's own failure is in its row.
pub async fn run_due(cx: &Cx) -> Result<usize> {
    let mut ran = 0;
    loop {
        let claimed = claim(cx, SLOTS).await?;
        if claimed.is_empty() {
            return Ok(ran);
        }
        for job in claimed {
            run_one(cx, job).await;
            ran += 1;
        }
    }
}

async fn claim(cx: &Cx, limit: usize) -> Result<Vec<Claimed>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let (now, owner) = (cx.now(), cx.settings.worker.clone());
    let until = now.plus(LEASE);
    let limit = i64::try_from(limit).unwrap_or(1);
    cx.db.write(async move |tx| Ok(store::job::claim(tx, now.micros(), &owner, until.micros(), limit).await?)).await
}

async fn claim_or_log(cx: &Cx, limit: usize) -> Vec<Claimed> {
    claim(cx, limit).await.unwrap_or_else(|error| {
        tracing::warn!(error = %error.chain(), "jobs could not be claimed; trying again");
        Vec::new()
    })
}

async fn nap(cx: &Cx) -> Duration {
    let next: Result<Option<i64>> = cx.db.read(async move |tx| Ok(store::job::next_run_at(tx).await?)).await;
    match next {
        Ok(Some(at)) => model::Time(at).since(cx.now()).min(LONGEST_NAP),
        _ => LONGEST_NAP,
    }
}

async fn run_one(cx: &Cx, job: Claimed) {
    let outcome = tokio::select! {
        outcome = run_caught(cx, &job) => outcome,
        never = renew(cx, &job) => never,
    };
    if let Err(error) = save(cx, job.clone(), outcome).await {
        tracing::warn!(job = %job.name, id = job.id, error = %error.chain(), "the outcome of a job could not be saved; it will run again");
    }
}

/// Keeps the lease while the job runs. Never ends on its own.
async fn renew(cx: &Cx, job: &Claimed) -> Result<Next> {
    loop {
        tokio::time::sleep(LEASE / 3).await;
        let (until, job) = (cx.now().plus(LEASE).micros(), job.clone());
        let kept: Result<bool> = cx.db.write(async move |tx| Ok(store::job::renew(tx, &job, until).await?)).await;
        match kept {
            Ok(true) => {}
            Ok(false) => tracing::warn!("a lease was lost to another worker"),
            Err(error) => tracing::warn!(error = %error.chain(), "a lease could not be renewed"),
        }
    }
}

async fn run_caught(cx: &Cx, job: &Claimed) -> Result<Next> {
    let (cx, job) = (cx.clone(), job.clone());
    let task = tokio::spawn(async move { registry::run(&cx, &job.name, &job.payload).await });
    task.await.unwrap_or_else(|e| Err(Error::internal("a job panicked").because(e)))
}

async fn save(cx: &Cx, job: Claimed, outcome: Result<Next>) -> Result<()> {
    let now = cx.now();
    let kept: Result<bool> = match outcome {
        Ok(Next::Done) => cx.db.write(async move |tx| Ok(store::job::complete(tx, &job).await?)).await,
        Ok(Next::Again(after)) => {
            let at = now.plus(after).micros();
            cx.db.write(async move |tx| Ok(store::job::reschedule(tx, &job, at).await?)).await
        }
        Err(error) => {
            let text = error.chain();
            tracing::error!(job = %job.name, id = job.id, attempts = job.attempts, error = %text, "a job failed; it will be tried again");
            let at = now.plus(backoff(job.attempts)).micros();
            cx.db.write(async move |tx| Ok(store::job::fail(tx, &job, &text, Some(at)).await?)).await
        }
    };
    kept.map(|_| ())
}

/// 0.2 s, doubling to a minute.
fn backoff(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(0, 9)).unwrap_or(9);
    Duration::from_millis(200).saturating_mul(1 << doublings).min(Duration::from_secs(60))
}
