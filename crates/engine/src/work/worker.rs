//! The worker: claims what is due and fits into the slots, has it done, and waits for something to happen: a nudge
//! after a commit, the time of the next work, the end of a step, or the order to stop. Never for nothing.

use super::registry;
use super::slots::Slots;
use super::task::{Manners, PATIENCE, Taken};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::work::{Busy, LEASE, LONGEST_WAIT};
use std::time::Duration;
use store::Tx;
use store::work as rows;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// The longest time between two looks at the table, should a nudge be lost.
const LONGEST_NAP: Duration = Duration::from_secs(5);
/// The shortest: what seems due but cannot be had is just being taken by somebody else.
const SHORTEST_NAP: Duration = Duration::from_millis(10);
/// How much due work is looked at for one claim.
const LOOK: i64 = 64;

/// Runs until `stop` says so, then waits until every step that was begun is saved. Whoever cannot wait so long drops it:
/// what was not saved is taken up by whoever comes.
pub async fn run(cx: Cx, stop: watch::Receiver<bool>) {
    if let Err(error) = registry::start_timers(&cx).await {
        tracing::warn!(error = %error.chain(), "the recurring work could not be ordered");
    }
    let manners = Manners { patience: PATIENCE, stop: stop.clone() };
    let (nudge, slots, mut tasks, mut stop) = (cx.db.work(), Slots::default(), JoinSet::new(), stop);
    let mut repaired = None;
    while !*stop.borrow() {
        let nudged = nudge.notified();
        if repaired.is_none_or(|at: Instant| at.elapsed() >= LONGEST_NAP) {
            repair(&cx).await;
            repaired = Some(Instant::now());
        }
        while tasks.try_join_next().is_some() {}
        let claimed = claim_or_log(&cx, &slots).await;
        let idle = claimed.is_empty();
        for taken in claimed {
            let (cx, manners) = (cx.clone(), manners.clone());
            tasks.spawn(async move { registry::run(&cx, taken, &manners).await });
        }
        if idle {
            let nap = nap(&cx, &slots.now()).await;
            tokio::select! {
                () = nudged => {}
                () = tokio::time::sleep(nap) => {}
                () = slots.freed() => {}
                _ = stop.changed() => {}
            }
        }
    }
    while tasks.join_next().await.is_some() {}
}

/// Does all work that is due now, one piece after another, and what that orders, until none is due. For tests and for
/// commands that want to see it done. Answers how many claims that took.
///
/// # Errors
/// Of the store; the failure of a step is in its row.
pub async fn run_due(cx: &Cx) -> Result<usize> {
    let (_stop, stopping) = watch::channel(false);
    let manners = Manners { patience: Duration::ZERO, stop: stopping };
    let (slots, mut ran) = (Slots::default(), 0);
    loop {
        let claimed = claim(cx, &slots).await?;
        if claimed.is_empty() {
            return Ok(ran);
        }
        for taken in claimed {
            registry::run(cx, taken, &manners).await;
            ran += 1;
        }
    }
}

/// Claims what fits, and takes the slots for it.
async fn claim(cx: &Cx, slots: &Slots) -> Result<Vec<Taken>> {
    let (asked, now, mut busy) = (Instant::now(), cx.now(), slots.now());
    let open = busy.open_lanes();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let claimed = cx
        .db
        .write(async move |tx: &mut Tx| {
            let due = rows::due(tx, now, &open, &busy.capped(), LOOK).await?;
            Ok::<_, Error>(rows::claim(tx, &busy.choose(due), now, LEASE).await?)
        })
        .await?;
    let taken = |claimed: rows::Claimed| Taken { slot: slots.take(claimed.lane, &claimed.tenant), claimed, asked };
    Ok(claimed.into_iter().map(taken).collect())
}

async fn claim_or_log(cx: &Cx, slots: &Slots) -> Vec<Taken> {
    claim(cx, slots).await.unwrap_or_else(|error| {
        tracing::warn!(error = %error.chain(), "work could not be claimed; trying again");
        Vec::new()
    })
}

/// How long there is nothing to do but to wait for events. Work that there is no slot for does not count: the end of a
/// step is its event.
async fn nap(cx: &Cx, busy: &Busy) -> Duration {
    let (open, busy) = (busy.open_lanes(), busy.clone());
    if open.is_empty() {
        return LONGEST_NAP;
    }
    let next = cx.db.read(async move |tx| Ok::<_, Error>(rows::next_run_at(tx, &open, &busy.capped()).await?));
    match next.await {
        Ok(Some(at)) => at.since(cx.now()).clamp(SHORTEST_NAP, LONGEST_NAP),
        _ => LONGEST_NAP,
    }
}

/// Leases and waits that were written while a clock was wrong.
async fn repair(cx: &Cx) {
    let now = cx.now();
    let repaired: Result<u64> =
        cx.db.write(async move |tx| Ok(rows::repair(tx, now, LEASE * 2, LONGEST_WAIT).await?)).await;
    match repaired {
        Ok(0) => {}
        Ok(count) => tracing::warn!(count, "work waited for a time that no clock should have named; it is due now"),
        Err(error) => tracing::warn!(error = %error.chain(), "waiting work could not be looked through"),
    }
}
