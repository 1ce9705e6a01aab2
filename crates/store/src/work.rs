//! The rows of durable work: ordered in the transaction that caused them, claimed under a lease, moved on by saves that
//! nobody but the holder of the claim can make.
//!
//! Every claim has a number that no other has; whoever lost it, to another worker in this process or elsewhere, finds
//! with the next save that the row is not his any more. A lease that ran out does not pass to the next one at once
//! ([`repair`]).

use crate::dialect;
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record, row_of, select};
use model::Time;
use model::work::{Due, Lane};
use std::time::Duration;

/// Work to be ordered.
#[derive(Debug, Clone, Copy)]
pub struct NewWork<'a> {
    pub kind: &'a str,
    /// With a key there is at most one such row. Ordering it again while it waits can only make it earlier; ordering it
    /// while it is held has it run once more afterwards, since it may have read what was there before.
    pub key: Option<&'a str>,
    /// Whose it is; empty for the server's own.
    pub tenant: &'a str,
    /// Where it waits.
    pub lane: Lane,
    /// Its first state, as JSON.
    pub state: &'a str,
    /// Not before then.
    pub run_at: Time,
    /// When it was ordered.
    pub now: Time,
}

record! {
    /// Work in the hands of a worker, until the lease ends.
    pub struct Claimed of "work" {
        /// Its number.
        pub id: i64,
        pub kind: String,
        /// Whose it is.
        pub tenant: String,
        /// Where it waited.
        pub lane: Lane,
        /// Its state, as JSON.
        pub state: String,
        /// Raised by every save.
        pub rev: i64,
        /// How often it was claimed since it last came forward, this time included.
        pub attempts: i64,
        /// The number of this claim.
        pub claim: i64,
    }
}

row_of! { Due { id: i64, lane: Lane, tenant: String } "work" }

/// A time that no work reaches by itself: it waits for a person.
const NEVER: Time = Time(i64::MAX);

const ORDER: &str = "insert into work (id, kind, work_key, tenant, lane, state, rev, run_at, attempts, created_at) \
    values ($1, $2, $3, $4, $5, $6, 0, $7, 0, $8) on conflict (work_key) do update set \
    run_at = case when work.claim is null and excluded.run_at < work.run_at then excluded.run_at else work.run_at end, \
    again_at = case when work.claim is null then null when work.again_at < excluded.run_at then work.again_at \
               else excluded.run_at end";

/// Orders work and has the workers woken after the commit.
pub async fn order(tx: &mut Tx, new: NewWork<'_>) -> Result<()> {
    let id = tx.next_id();
    tx.execute(ORDER, params(id, &new)).await?;
    tx.wake_workers();
    Ok(())
}

/// Orders work that its orderer begins with himself: it is claimed already. Should he die, it is due when the lease ends.
pub async fn order_held(tx: &mut Tx, new: NewWork<'_>, lease: Duration) -> Result<Option<Claimed>> {
    let id = tx.next_id();
    tx.execute(ORDER, params(id, &new)).await?;
    Ok(claim(tx, &[id], new.now, lease).await?.pop())
}

fn params<'a>(id: i64, new: &NewWork<'a>) -> crate::Params<'a> {
    p![id, new.kind, new.key, new.tenant, new.lane, new.state, new.run_at, new.now]
}

const CHANGED: &str = "update work set rev = rev + 1, \
    run_at = case when claim is null and $2 < run_at then $2 else run_at end, \
    again_at = case when claim is null then null when again_at < $2 then again_at else $2 end where work_key = $1";

/// Says that what the work rests on has changed: what its holder is about to save does not count any more, and it looks
/// again. `false` when there is no such work.
pub async fn changed(tx: &mut Tx, key: &str, now: Time) -> Result<bool> {
    tx.wake_workers();
    Ok(tx.execute(CHANGED, p![key, now]).await? > 0)
}

/// The work that is due in these lanes, except what belongs to a tenant that has all it may have there; at most `limit`,
/// the longest waiting first. On PostgreSQL it stays held by this transaction.
pub async fn due(tx: &mut Tx, now: Time, open: &[Lane], capped: &[(Lane, &str)], limit: i64) -> Result<Vec<Due>> {
    let (open, capped) = (lanes(open)?, tenants(capped)?);
    tx.query(dialect::DUE_WORK, p![now, open, capped, limit]).await
}

fn lanes(lanes: &[Lane]) -> Result<String> {
    serde_json::to_string(lanes).map_err(Error::other)
}

fn tenants(capped: &[(Lane, &str)]) -> Result<String> {
    let keys: Vec<String> = capped.iter().map(|(lane, tenant)| format!("{lane}:{tenant}")).collect();
    serde_json::to_string(&keys).map_err(Error::other)
}

/// Takes these rows for as long as `lease`, unless somebody else was faster.
pub async fn claim(tx: &mut Tx, ids: &[i64], now: Time, lease: Duration) -> Result<Vec<Claimed>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let claim = tx.next_id();
    let ids = serde_json::to_string(ids).map_err(Error::other)?;
    let mut rows: Vec<Claimed> = tx.query(dialect::CLAIM_WORK, p![ids, claim, now.plus(lease), now]).await?;
    rows.sort_by_key(|row| row.id);
    Ok(rows)
}

const RENEW: &str = "update work set lease_until = $3, run_at = $3 where id = $1 and claim = $2";

/// Keeps work for longer. `false` means that the claim was lost, here and below.
pub async fn renew(tx: &mut Tx, held: &Claimed, until: Time) -> Result<bool> {
    Ok(tx.execute(RENEW, p![held.id, held.claim, until]).await? == 1)
}

const FENCE: &str = "update work set rev = rev + 1 where id = $1 and claim = $2 and rev = $3";

/// Holds the row for this transaction if the claim is still good and nothing has changed since its state was read. What
/// a step does to the rest of the database, it does after this.
pub async fn fence(tx: &mut Tx, held: &Claimed) -> Result<bool> {
    Ok(tx.execute(FENCE, p![held.id, held.claim, held.rev]).await? == 1)
}

const READ_AGAIN: &str = select!(Claimed, "where id = $1 and claim = $2");

/// The row as it is now, if the claim is still good.
pub async fn read_again(tx: &mut Tx, held: &Claimed) -> Result<Option<Claimed>> {
    tx.query_opt(READ_AGAIN, p![held.id, held.claim]).await
}

const KEEP: &str =
    "update work set state = $3, lane = $4, attempts = 1, last_error = null where id = $1 and claim = $2";

/// The next state, in the same hands. After [`fence`].
pub async fn keep(tx: &mut Tx, held: &Claimed, state: &str, lane: Lane) -> Result<()> {
    tx.execute(KEEP, p![held.id, held.claim, state, lane]).await.map(drop)
}

const RELEASE: &str = "update work set state = $3, lane = $4, \
    run_at = case when again_at < $5 then again_at else $5 end, again_at = null, claim = null, lease_until = null, \
    attempts = 0, last_error = null where id = $1 and claim = $2";

/// The next state, which waits until `run_at` for whoever comes. After [`fence`].
pub async fn release(tx: &mut Tx, held: &Claimed, state: &str, lane: Lane, run_at: Time) -> Result<()> {
    tx.wake_workers();
    tx.execute(RELEASE, p![held.id, held.claim, state, lane, run_at]).await.map(drop)
}

const END: &str = "delete from work where id = $1 and claim = $2 and again_at is null";
const BEGIN_AGAIN: &str = "update work set state = $3, lane = $4, run_at = again_at, again_at = null, claim = null, \
    lease_until = null, attempts = 0, last_error = null where id = $1 and claim = $2";

/// Ends work; if it was ordered once more meanwhile, it begins again in the state given instead. After [`fence`].
pub async fn end(tx: &mut Tx, held: &Claimed, first: &str, lane: Lane) -> Result<()> {
    if tx.execute(END, p![held.id, held.claim]).await? == 0 {
        tx.wake_workers();
        tx.execute(BEGIN_AGAIN, p![held.id, held.claim, first, lane]).await?;
    }
    Ok(())
}

const FAIL: &str = "update work set run_at = case when again_at < $3 then again_at else $3 end, again_at = null, \
    claim = null, lease_until = null, last_error = $4 where id = $1 and claim = $2";

/// Gives work back whose step failed by our own fault, in the state it had, to be tried again at `retry_at`.
pub async fn fail(tx: &mut Tx, held: &Claimed, error: &str, retry_at: Time) -> Result<bool> {
    tx.wake_workers();
    Ok(tx.execute(FAIL, p![held.id, held.claim, retry_at, error]).await? == 1)
}

const GIVE_BACK: &str = "update work set run_at = $3, again_at = null, claim = null, lease_until = null, attempts = 0 where id = $1 and claim = $2";

/// Gives work back as it is, due at once: the worker stops, or others shall have their turn.
pub async fn give_back(tx: &mut Tx, held: &Claimed, now: Time) -> Result<bool> {
    tx.wake_workers();
    Ok(tx.execute(GIVE_BACK, p![held.id, held.claim, now]).await? == 1)
}

pub(crate) const VOID_CLAIMS: &str =
    "update work set claim = null, lease_until = null, run_at = 0 where claim is not null";

/// Makes all claimed work due at once. Only for a start where nobody else can be at work; SQLite does it by itself.
pub async fn void_claims(tx: &mut Tx) -> Result<u64> {
    tx.execute(VOID_CLAIMS, p![]).await
}

/// How long leases and waits can be, so that what lies beyond was written while a clock was wrong.
#[derive(Debug, Clone, Copy)]
pub struct Longest {
    pub lease: Duration,
    /// A wait of work that is done for a tenant.
    pub wait: Duration,
    /// A wait of the server's own work.
    pub own_wait: Duration,
}

const VOID: &str = "update work set claim = null, lease_until = null, run_at = $2 \
    where claim is not null and (lease_until <= $1 or lease_until > $3)";
const WAKE: &str = "update work set run_at = $1 where claim is null and run_at < $4 \
    and ((tenant <> '' and run_at > $2) or (tenant = '' and run_at > $3))";

/// Takes claims away whose lease has run out, or ends so late that no clock can have meant it, and makes work due that
/// waits for such a time. Answers how much there was of both.
///
/// What was taken away waits for one more lease: by then whoever held it knows by his own clock, which nobody can set,
/// that he holds it no more. So nobody begins what another may just be doing, whatever the clocks say.
pub async fn repair(tx: &mut Tx, now: Time, longest: Longest) -> Result<(u64, u64)> {
    let until = |span| now.plus(span);
    let params = p![now, until(longest.lease), until(longest.lease * 2)];
    let voided = tx.execute(VOID, params).await?;
    let params = p![now, until(longest.wait), until(longest.own_wait), NEVER];
    let woken = tx.execute(WAKE, params).await?;
    if voided + woken > 0 {
        tx.wake_workers();
    }
    Ok((voided, woken))
}

const COUNT_DUE: &str = "select count(*) from work where run_at <= $1";

/// How much work is due.
pub async fn count_due(tx: &mut Tx, now: Time) -> Result<i64> {
    tx.query_one(COUNT_DUE, p![now]).await
}

const NEXT_CHANGE: &str = "select min(run_at) from work where run_at < $1";

/// When the next work is due or the next lease ends.
pub async fn next_change(tx: &mut Tx) -> Result<Option<Time>> {
    tx.query_one(NEXT_CHANGE, p![NEVER]).await
}

/// When the next work in these lanes can be claimed.
pub async fn next_run_at(tx: &mut Tx, open: &[Lane], capped: &[(Lane, &str)]) -> Result<Option<Time>> {
    let (open, capped) = (lanes(open)?, tenants(capped)?);
    tx.query_one(dialect::NEXT_WORK, p![NEVER, open, capped]).await
}

const LEFT: &str = "select count(*) from work";

/// How much work there is at all: waiting, held, or failing.
pub async fn left(tx: &mut Tx) -> Result<i64> {
    tx.query_one(LEFT, p![]).await
}

const DELETE_OF_TENANT: &str = "delete from work where tenant = $1";

/// Forgets all work of a subaccount; whoever holds some of it finds its claim lost.
pub async fn delete_of_tenant(tx: &mut Tx, tenant: &str) -> Result<()> {
    tx.execute(DELETE_OF_TENANT, p![tenant]).await.map(drop)
}
