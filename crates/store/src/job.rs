//! The rows of work: ordered in the transaction that caused them, claimed with a lease, done at least once.
//!
//! All times are microseconds that the caller hands in.

use crate::dialect;
use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};

/// Work to be ordered.
#[derive(Debug, Clone, Copy)]
pub struct NewJob<'a> {
    /// Which kind of work.
    pub name: &'a str,
    /// Its ids, as JSON.
    pub payload: &'a str,
    /// With a key there is at most one such job. Ordering it again while it waits can only make it earlier; ordering
    /// it while it runs has it run once more afterwards, since it may have read what was there before.
    pub dedup_key: Option<&'a str>,
    /// Not before then.
    pub run_at: i64,
    /// When it was ordered.
    pub now: i64,
}

/// A job in the hands of a worker, until the lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Its number.
    pub id: i64,
    /// Which kind of work.
    pub name: String,
    /// Its ids, as JSON.
    pub payload: String,
    /// How often it was claimed since it last came to an end, this time included.
    pub attempts: i64,
    /// Who claimed it.
    pub owner: String,
}

record! {
    struct ClaimedRow { id: i64, name: String, payload: String, attempts: i64 }
}

/// A job that waits for nothing any more but a person.
const NEVER: i64 = i64::MAX;

const ENQUEUE: &str = "insert into job (id, name, payload, dedup_key, run_at, attempts, created_at) \
    values ($1, $2, $3, $4, $5, 0, $6) on conflict (dedup_key) do update set \
    run_at = case when job.lease_owner is null and excluded.run_at < job.run_at then excluded.run_at \
             else job.run_at end, \
    again_at = case when job.lease_owner is null then null when job.again_at < excluded.run_at then job.again_at \
               else excluded.run_at end";

/// Orders work and has the workers woken after the commit.
pub async fn enqueue(tx: &mut Tx, job: NewJob<'_>) -> Result<()> {
    let id = tx.next_id();
    tx.execute(ENQUEUE, p![id, job.name, job.payload, job.dedup_key, job.run_at, job.now]).await?;
    tx.wake_workers();
    Ok(())
}

/// Takes up to `limit` due jobs for `owner`, for `lease` microseconds; also those whose owner let the lease run out.
pub async fn claim(tx: &mut Tx, now: i64, owner: &str, lease: i64, limit: i64) -> Result<Vec<Claimed>> {
    let until = now.saturating_add(lease);
    let mut rows: Vec<ClaimedRow> = tx.query(dialect::CLAIM_JOBS, p![now, owner, until, limit]).await?;
    rows.sort_by_key(|row| row.id);
    let claimed =
        |ClaimedRow { id, name, payload, attempts }| Claimed { id, name, payload, attempts, owner: owner.to_owned() };
    Ok(rows.into_iter().map(claimed).collect())
}

const RENEW: &str = "update job set lease_until = $3, run_at = $3 where id = $1 and lease_owner = $2";

/// Keeps a job for longer. `false` means that the lease was lost to another owner, here and below.
pub async fn renew(tx: &mut Tx, job: &Claimed, until: i64) -> Result<bool> {
    Ok(tx.execute(RENEW, p![job.id, &job.owner, until]).await? == 1)
}

const COMPLETE: &str = "delete from job where id = $1 and lease_owner = $2 and again_at is null";
const RUN_AGAIN: &str = "update job set run_at = again_at, again_at = null, lease_owner = null, lease_until = null, \
    attempts = 0, last_error = null where id = $1 and lease_owner = $2 and again_at is not null";

/// Ends a job that is done; if it was ordered once more meanwhile, it waits for its next turn instead.
pub async fn complete(tx: &mut Tx, job: &Claimed) -> Result<bool> {
    if tx.execute(COMPLETE, p![job.id, &job.owner]).await? == 1 {
        return Ok(true);
    }
    tx.wake_workers();
    Ok(tx.execute(RUN_AGAIN, p![job.id, &job.owner]).await? == 1)
}

const RESCHEDULE: &str = "update job set run_at = case when again_at < $3 then again_at else $3 end, again_at = null, \
    lease_owner = null, lease_until = null, attempts = 0, last_error = null where id = $1 and lease_owner = $2";

/// Gives a job back that went well and has more to do at `run_at`.
pub async fn reschedule(tx: &mut Tx, job: &Claimed, run_at: i64) -> Result<bool> {
    tx.wake_workers();
    Ok(tx.execute(RESCHEDULE, p![job.id, &job.owner, run_at]).await? == 1)
}

const FAIL: &str = "update job set run_at = case when again_at < $3 then again_at else $3 end, again_at = null, \
    lease_owner = null, lease_until = null, last_error = $4 where id = $1 and lease_owner = $2";

/// Gives a job back that failed, to be tried again at `retry_at`; without a time it stays for a person to look at.
pub async fn fail(tx: &mut Tx, job: &Claimed, error: &str, retry_at: Option<i64>) -> Result<bool> {
    tx.wake_workers();
    Ok(tx.execute(FAIL, p![job.id, &job.owner, retry_at.unwrap_or(NEVER), error]).await? == 1)
}

pub(crate) const VOID_LEASES: &str =
    "update job set lease_owner = null, lease_until = null, run_at = 0 where lease_owner is not null";

/// Makes every claimed job due at once. Only for a start where nobody else can be at work; SQLite does it by itself.
pub async fn void_leases(tx: &mut Tx) -> Result<u64> {
    tx.execute(VOID_LEASES, p![]).await
}

const DUE: &str = "select count(*) from job where run_at <= $1";

/// How many jobs could be claimed now.
pub async fn due(tx: &mut Tx, now: i64) -> Result<i64> {
    tx.query_one(DUE, p![now]).await
}

const NEXT: &str = "select min(run_at) from job where run_at < $1";

/// When the next job can be claimed, the end of a lease included.
pub async fn next_run_at(tx: &mut Tx) -> Result<Option<i64>> {
    tx.query_one(NEXT, p![NEVER]).await
}

const LEFT: &str = "select count(*) from job";

/// How many jobs there are at all: waiting, running, or failed for good.
pub async fn left(tx: &mut Tx) -> Result<i64> {
    tx.query_one(LEFT, p![]).await
}
