//! The worker: claims what is due and fits into the slots, has it done, and waits for something to happen: a nudge
//! after a commit, the time of the next work, the end of a step, or the order to stop. Never for nothing.

use super::registry;
use super::slots::Slots;
use super::task::{Manners, PATIENCE, Taken};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use model::work::{Busy, LONGEST_OWN_WAIT, LONGEST_WAIT};
use std::time::Duration;
use store::Tx;
use store::work::{self as rows, Longest};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// The longest time between two looks at the table, should a nudge be lost.
const LONGEST_NAP: Duration = Duration::from_secs(5);
/// The shortest: what seems due but cannot be had is just being taken by somebody else.
const SHORTEST_NAP: Duration = Duration::from_millis(10);
/// By how much a clock may differ from the one before without having been set.
const SLACK: Duration = Duration::from_secs(1);
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
    let mut watch = ClockWatch::default();
    while !*stop.borrow() {
        let nudged = nudge.notified();
        let may_claim = watch.look(&cx).await;
        while tasks.try_join_next().is_some() {}
        let claimed = if may_claim { claim_or_log(&cx, &slots).await } else { Vec::new() };
        let idle = claimed.is_empty();
        for taken in claimed {
            let (cx, manners) = (cx.clone(), manners.clone());
            tasks.spawn(async move { registry::run(&cx, taken, &manners).await });
        }
        if idle {
            let nap = if may_claim { nap(&cx, &slots.now()).await } else { cx.settings.lease / 4 };
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
        repair(cx, false).await?;
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
    let (asked, now, lease, mut busy) = (Instant::now(), cx.now(), cx.settings.lease, slots.now());
    let open = busy.open_lanes();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let claimed = cx
        .db
        .write(async move |tx: &mut Tx| {
            let due = rows::due(tx, now, &open, &busy.capped(), LOOK).await?;
            Ok::<_, Error>(rows::claim(tx, &busy.choose(due), now, lease).await?)
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

/// Looks now and then through what waits, and watches whether the machine's clock was set. Set back, it made all waits too
/// long. Set forward, it made all leases too short: then nothing is claimed until their holders, who go by another clock,
/// must have noticed what was taken from them.
#[derive(Debug, Default)]
struct ClockWatch {
    seen: Option<(Instant, Time)>,
    repaired: Option<Instant>,
    quiet_until: Option<Instant>,
}

impl ClockWatch {
    /// Answers whether work may be claimed.
    async fn look(&mut self, cx: &Cx) -> bool {
        let (at, now) = (Instant::now(), cx.now());
        let expected = self.seen.replace((at, now)).map(|(then, time)| time.plus(at - then));
        let set_back = expected.is_some_and(|expected| now.plus(SLACK) < expected);
        if expected.is_some_and(|expected| expected.plus(SLACK) < now) {
            self.quiet_until = Some(at + cx.settings.lease);
        }
        if set_back || self.repaired.is_none_or(|then| at - then >= LONGEST_NAP.min(cx.settings.lease)) {
            self.repaired = Some(at);
            repair_or_log(cx, set_back).await;
        }
        self.quiet_until.is_none_or(|until| until <= at)
    }
}

async fn repair_or_log(cx: &Cx, set_back: bool) {
    match repair(cx, set_back).await {
        Ok((0, 0)) => {}
        Ok((voided, woken)) => tracing::warn!(voided, woken, "work was left by its worker, or waited for a wrong time"),
        Err(error) => tracing::warn!(error = %error.chain(), "waiting work could not be looked through"),
    }
}

async fn repair(cx: &Cx, set_back: bool) -> Result<(u64, u64)> {
    let (now, lease) = (cx.now(), cx.settings.lease);
    let (wait, own_wait) = if set_back { (SLACK, SLACK) } else { (LONGEST_WAIT, LONGEST_OWN_WAIT) };
    let longest = Longest { lease, wait, own_wait };
    cx.db.write(async move |tx| Ok(rows::repair(tx, now, longest).await?)).await
}
