//! One claimed row in the hands of this process: its steps, one after the other, as long as the claim is good.

use super::slots::Slot;
use super::{Next, Turn, Workflow};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::live;
use futures_util::FutureExt;
use model::work::{SHORT_WAIT, STEPS_PER_CLAIM, backoff};
use std::future::{Future, poll_fn};
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;
use store::work::Claimed;
use store::{Tx, work as rows};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

/// What a step knows of the claim that it is done under.
#[derive(Debug)]
pub struct Hold {
    /// Whether this process itself did the last step and saved it just now, so that nothing can have happened since.
    pub is_fresh: bool,
}

/// How a worker treats the rows that it claims.
#[derive(Debug, Clone)]
pub(super) struct Manners {
    /// Waits up to this long keep the claim; tests and commands that look at the outcome give it back at once.
    pub(super) patience: Duration,
    /// Says when no further step is to be begun.
    pub(super) stop: watch::Receiver<bool>,
}

/// A row that was claimed.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) claimed: Claimed,
    pub(super) slot: Slot,
    /// Before the claim was asked for.
    pub(super) asked: Instant,
}

/// How the steps of one claim ended.
enum Ended {
    /// The row was given back, or is gone.
    Saved,
    /// Somebody else has it, or may have: nothing is written any more.
    Lost,
}

/// Until when this process may act, by a clock that nobody sets: a lease is over here before it is over in the database.
#[derive(Debug)]
struct Lease {
    span: Duration,
    end: Mutex<Instant>,
}

impl Lease {
    /// `asked`: before the claim was asked for.
    fn new(asked: Instant, span: Duration) -> Self {
        let lease = Self { span, end: Mutex::new(asked) };
        lease.extend(asked);
        lease
    }

    fn extend(&self, asked: Instant) {
        // Nobody acts on the very edge of it.
        *self.end.lock().unwrap_or_else(PoisonError::into_inner) = asked + self.span - self.span / 10;
    }

    fn end(&self) -> Instant {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends with the lease. Looks at the clock whenever it is asked: a process that stood still must not go on with what
    /// it was about to send.
    async fn over(&self) {
        loop {
            let end = self.end();
            let mut timer = pin!(sleep_until(end));
            poll_fn(|cx| if Instant::now() >= end { Poll::Ready(()) } else { timer.as_mut().poll(cx) }).await;
            if self.end() <= Instant::now() {
                return;
            }
        }
    }
}

/// Work that its orderer holds, for the first step.
#[derive(Debug)]
pub struct Held {
    claimed: Claimed,
    lease: Lease,
}

impl Held {
    pub(super) fn new(claimed: Claimed, asked: Instant, lease: Duration) -> Self {
        Self { claimed, lease: Lease::new(asked, lease) }
    }

    /// Does something under the claim; `None` when that takes longer than the claim holds.
    pub async fn during<T>(&self, doing: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            () = self.lease.over() => None,
            done = doing => Some(done),
        }
    }
}

/// Saves what the first step came to. `false` when the claim was lost: then nothing was saved.
///
/// # Errors
/// Of the store, and of what is written.
pub async fn settle<W: Workflow>(cx: &Cx, held: Held, from: &W, turn: Turn<W>) -> Result<bool> {
    match save(cx, from, &held.claimed, turn, Duration::ZERO).await? {
        Saved::Over => Ok(true),
        Saved::Go(next) | Saved::Rest(next, _) => Ok(matches!(give_back(cx, next).await?, Ended::Saved)),
        Saved::Not => Ok(false),
    }
}

/// Does the steps of a claimed row until it ends, waits, fails or is lost.
pub(super) async fn run<W: Workflow>(cx: &Cx, Taken { claimed, slot, asked }: Taken, manners: &Manners) {
    let lease = Lease::new(asked, cx.settings.lease);
    let (id, kind) = (claimed.id, claimed.kind.clone());
    let ended = tokio::select! {
        biased;
        () = lease.over() => Ok(Ended::Lost),
        never = renew(cx, &claimed, &lease) => never,
        ended = steps::<W>(cx, claimed.clone(), slot, manners) => ended,
    };
    match ended {
        Ok(Ended::Saved) => {}
        Ok(Ended::Lost) => tracing::warn!(kind, id, "work was lost to another worker and is dropped here"),
        Err(error) => fail(cx, claimed, &error).await,
    }
}

/// Keeps the claim; ends only when it is lost.
async fn renew(cx: &Cx, claimed: &Claimed, lease: &Lease) -> Result<Ended> {
    loop {
        sleep(lease.span / 3).await;
        let (asked, until, held) = (Instant::now(), cx.now().plus(lease.span), claimed.clone());
        let kept: Result<bool> = cx.db.write(async move |tx| Ok(rows::renew(tx, &held, until).await?)).await;
        match kept {
            Ok(true) => lease.extend(asked),
            Ok(false) => return Ok(Ended::Lost),
            Err(error) => tracing::warn!(error = %error.chain(), "a claim could not be renewed; trying again"),
        }
    }
}

async fn steps<W: Workflow>(cx: &Cx, mut held: Claimed, mut slot: Slot, manners: &Manners) -> Result<Ended> {
    let mut is_fresh = false;
    for _ in 0..STEPS_PER_CLAIM {
        let state: W = read(&held)?;
        if *manners.stop.borrow() || !slot.change(state.lane()) {
            break;
        }
        let turn = one::<W>(cx, state.clone(), &held, is_fresh).await?;
        match save(cx, &state, &held, turn, manners.patience).await? {
            Saved::Go(next) => (held, is_fresh) = (next, true),
            Saved::Rest(next, wait) => {
                sleep(wait).await;
                (held, is_fresh) = (next, false);
            }
            Saved::Over => return Ok(Ended::Saved),
            Saved::Not => match read_again(cx, &held).await? {
                Some(now) => (held, is_fresh) = (now, false),
                None => return Ok(Ended::Lost),
            },
        }
        tokio::task::yield_now().await;
    }
    give_back(cx, held).await
}

fn read<W: Workflow>(held: &Claimed) -> Result<W> {
    serde_json::from_str(&held.state).map_err(|e| {
        Error::internal(format!("the state of work {} ({}) cannot be read", held.id, held.kind)).because(e)
    })
}

/// One step, within its time; a panic is a failure like any other.
async fn one<W: Workflow>(cx: &Cx, state: W, held: &Claimed, is_fresh: bool) -> Result<Turn<W>> {
    let longest = state.lane().longest_step();
    let hold = Hold { is_fresh };
    let step = AssertUnwindSafe(state.step(cx, &hold)).catch_unwind();
    match tokio::time::timeout(longest, step).await {
        Ok(Ok(turn)) => turn,
        Ok(Err(_)) => Err(Error::internal(format!("a step of {} panicked", held.kind))),
        Err(_) => Err(Error::internal(format!("a step of {} took longer than {} s", held.kind, longest.as_secs()))),
    }
}

enum Saved {
    /// On at once.
    Go(Claimed),
    /// On after a wait that is too short to give the row back for.
    Rest(Claimed, Duration),
    /// The row is given back, or gone.
    Over,
    /// Something has changed since the state was read.
    Not,
}

/// Saves what a step came to. A short wait in the state it had already needs no save.
async fn save<W: Workflow>(cx: &Cx, from: &W, held: &Claimed, turn: Turn<W>, patience: Duration) -> Result<Saved> {
    if let Turn::Plain(Next::Wait(state, wait)) = &turn
        && *wait <= patience
        && serde_json::to_string(state)? == held.state
    {
        return Ok(Saved::Rest(held.clone(), *wait));
    }
    let (held, first, now) = (held.clone(), from.anew(), cx.now());
    cx.db
        .write(async move |tx: &mut Tx| {
            if !rows::fence(tx, &held).await? {
                return Ok(Saved::Not);
            }
            let next = match turn {
                Turn::Plain(next) => next,
                Turn::Write(decide) => {
                    let topic = held.kind.split('.').next().unwrap_or_default();
                    live::note(tx, &held.tenant, topic, now).await?;
                    decide(tx).await?
                }
            };
            put(tx, held, next, (&first, patience, now)).await
        })
        .await
}

async fn put<W: Workflow>(
    tx: &mut Tx,
    held: Claimed,
    next: Next<W>,
    (first, patience, now): (&W, Duration, model::Time),
) -> Result<Saved> {
    match next {
        Next::End => {
            rows::end(tx, &held, &serde_json::to_string(first)?, first.lane()).await?;
            Ok(Saved::Over)
        }
        Next::Go(state) => {
            let next = Claimed { state: serde_json::to_string(&state)?, rev: held.rev + 1, ..held };
            rows::keep(tx, &next, &next.state, state.lane()).await?;
            Ok(Saved::Go(next))
        }
        Next::Wait(state, wait) if wait <= patience => {
            let next = Claimed { state: serde_json::to_string(&state)?, rev: held.rev + 1, ..held };
            rows::keep(tx, &next, &next.state, state.lane()).await?;
            Ok(Saved::Rest(next, wait))
        }
        Next::Wait(state, wait) => {
            rows::release(tx, &held, &serde_json::to_string(&state)?, state.lane(), now.plus(wait)).await?;
            Ok(Saved::Over)
        }
    }
}

async fn read_again(cx: &Cx, held: &Claimed) -> Result<Option<Claimed>> {
    let held = held.clone();
    cx.db.read(async move |tx| Ok(rows::read_again(tx, &held).await?)).await
}

async fn give_back(cx: &Cx, held: Claimed) -> Result<Ended> {
    let now = cx.now();
    let kept: bool = cx.db.write(async move |tx| Ok::<_, Error>(rows::give_back(tx, &held, now).await?)).await?;
    Ok(if kept { Ended::Saved } else { Ended::Lost })
}

/// The step is tried again later, from the state that was saved last.
async fn fail(cx: &Cx, held: Claimed, error: &Error) {
    let text = error.chain();
    tracing::error!(kind = %held.kind, id = held.id, attempts = held.attempts, error = %text, "work failed; it will be tried again");
    let at = cx.now().plus(backoff(held.attempts));
    let saved: Result<bool> = cx.db.write(async move |tx| Ok(rows::fail(tx, &held, &text, at).await?)).await;
    if let Err(error) = saved {
        tracing::warn!(error = %error.chain(), "the failure of work could not be saved; it will be taken up again");
    }
}

/// That a wait in the state it had keeps the claim is worth it only below this.
pub(super) const PATIENCE: Duration = SHORT_WAIT;

/// Work of a kind that this version does not know waits for one that does.
pub(super) async fn unknown(cx: &Cx, Taken { claimed: held, .. }: Taken) {
    let error = Error::internal(format!("no work of the kind '{}' is known", held.kind));
    fail(cx, held, &error).await;
}
