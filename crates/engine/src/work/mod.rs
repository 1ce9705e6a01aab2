//! Durable work: ordered in a transaction, done step by step outside of it.
//!
//! A kind of work is a state, an enum with data that is stored as JSON, and a step that says what becomes of it
//! ([`Workflow`]). The order is written in the transaction of its cause ([`order`]). A worker claims a row under a lease
//! ([`worker`]), has the step done, and saves what came of it ([`task`]): the next state, and everything else that the
//! step changes, in one transaction that succeeds only while the claim is good and nothing has changed meanwhile. So a
//! step may be begun twice, but its outcome is recorded once. Who lost a claim is dropped where it stands.
//!
//! "The target refuses" is a state like any other; an [`Error`](crate::Error) of a step is our own trouble and ends
//! nothing: the step is tried again later. The list of all kinds is [`registry`].

pub mod collect;
pub mod registry;
mod slots;
mod task;
pub mod worker;

use crate::cx::Cx;
use crate::error::{Error, Result};
use futures_util::future::BoxFuture;
use model::Time;
use model::work::Lane;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::Future;
use std::time::Duration;
use store::Tx;
use store::work::NewWork;
use tokio::time::Instant;

pub use task::{Held, Hold, settle};

/// A kind of work, as its state.
pub trait Workflow: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Its name in the table.
    const KIND: &'static str;

    /// At most one piece of work per key; `None`: as many as are ordered.
    fn key(&self) -> Option<String> {
        None
    }

    /// The subaccount it is done for; empty for the server's own.
    fn tenant(&self) -> String {
        String::new()
    }

    /// What its next step mostly waits for.
    fn lane(&self) -> Lane {
        Lane::Local
    }

    /// The state in which it begins again, when it was ordered once more while it ran.
    #[must_use]
    fn anew(&self) -> Self {
        self.clone()
    }

    /// Does the next thing. Runs without a transaction; what it changes it hands back.
    ///
    /// # Errors
    /// Our own trouble: the step is tried again later.
    fn step(self, cx: &Cx, hold: &Hold) -> impl Future<Output = Result<Turn<Self>>> + Send;
}

/// What becomes of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next<S> {
    /// The next step can be done at once.
    Go(S),
    /// The next step is due after this long.
    Wait(S, Duration),
    /// Nothing is left to do.
    End,
}

type Decide<S> = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<Next<S>>> + Send>;

/// What a step came to.
pub enum Turn<S> {
    /// Nothing is to be written but the state.
    Plain(Next<S>),
    /// What is to be written with it, in the same transaction; there it is also decided how it goes on.
    Write(Decide<S>),
}

impl<S> fmt::Debug for Turn<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain(Next::Go(_)) => "go on",
            Self::Plain(Next::Wait(..)) => "wait",
            Self::Plain(Next::End) => "end",
            Self::Write(_) => "write",
        })
    }
}

impl<S> Turn<S> {
    /// On to this state, with nothing else to write.
    #[must_use]
    pub const fn go(state: S) -> Self {
        Self::Plain(Next::Go(state))
    }

    /// This state, after this long.
    #[must_use]
    pub const fn wait(state: S, wait: Duration) -> Self {
        Self::Plain(Next::Wait(state, wait))
    }

    /// Nothing is left to do.
    #[must_use]
    pub const fn end() -> Self {
        Self::Plain(Next::End)
    }

    /// Writes, and decides there how it goes on.
    #[must_use]
    pub fn write(decide: impl for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<Next<S>>> + Send + 'static) -> Self {
        Self::Write(Box::new(decide))
    }
}

/// Orders work in the transaction of its cause, to be done at once; workers are woken after the commit.
pub async fn order<W: Workflow>(tx: &mut Tx, work: &W, now: Time) -> Result<()> {
    order_at(tx, work, now, now).await
}

/// Orders work for later.
pub async fn order_at<W: Workflow>(tx: &mut Tx, work: &W, now: Time, run_at: Time) -> Result<()> {
    let texts = Texts::of(work)?;
    Ok(store::work::order(tx, texts.row::<W>(work.lane(), now, run_at)).await?)
}

/// Orders work whose first step the orderer does himself, right after the commit, because somebody waits for its outcome.
/// Should he not come so far, a worker takes it up when the lease ends.
///
/// # Errors
/// Of the store; conflict, when there is such work already.
pub async fn order_held<W: Workflow>(tx: &mut Tx, work: &W, now: Time, lease: Duration) -> Result<Held> {
    let (asked, texts) = (Instant::now(), Texts::of(work)?);
    let claimed = store::work::order_held(tx, texts.row::<W>(work.lane(), now, now), lease).await?;
    let claimed = claimed.ok_or_else(|| Error::conflict("this is being done already"))?;
    Ok(Held::new(claimed, asked, lease))
}

/// What a row of work is made of.
struct Texts {
    state: String,
    key: Option<String>,
    tenant: String,
}

impl Texts {
    fn of<W: Workflow>(work: &W) -> Result<Self> {
        Ok(Self { state: serde_json::to_string(work)?, key: key(work), tenant: work.tenant() })
    }

    fn row<W: Workflow>(&self, lane: Lane, now: Time, run_at: Time) -> NewWork<'_> {
        let Self { state, key, tenant } = self;
        NewWork { kind: W::KIND, key: key.as_deref(), tenant, lane, state, run_at, now }
    }
}

/// Says in the transaction of a change that what this work rests on is not what it was: the step that is being done does
/// not count, and the work looks again.
pub async fn changed<W: Workflow>(tx: &mut Tx, work: &W, now: Time) -> Result<()> {
    let Some(key) = key(work) else { return Ok(()) };
    store::work::changed(tx, &key, now).await?;
    Ok(())
}

fn key<W: Workflow>(work: &W) -> Option<String> {
    work.key().map(|key| format!("{}:{key}", W::KIND))
}
