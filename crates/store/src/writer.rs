//! The one thread that writes to SQLite.
//!
//! It takes closures from a bounded channel, runs each in a savepoint of one transaction, commits that once for all
//! that were waiting, and only then answers them. One disk flush thus serves many callers, and nobody waits for a
//! group to fill: while one is being flushed, the next one gathers by itself.

use crate::error::{Error, Result};
use crate::id_block::{Counter, Ids};
use crate::sealed::Slot;
use crate::sqlite::Held;
use crate::tx::Tx;
use crate::{migrate, sqlite, work};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::mpsc::error::{SendTimeoutError, TrySendError};
use tokio::sync::{Notify, mpsc, oneshot};

/// How many closures may wait, how long one more waits for a place, and how many share a commit.
const QUEUE: usize = 1_024;
const PATIENCE: Duration = Duration::from_secs(5);
const GROUP: usize = 64;

const MARK: &str = "update id_block set next = $1";

/// The way to the writer thread. Dropping it lets the thread finish what waits, and waits for that.
#[derive(Debug)]
pub(crate) struct Writer {
    queue: Option<mpsc::Sender<Box<dyn Work>>>,
    thread: Option<JoinHandle<()>>,
    work: Arc<Notify>,
    revocations: Arc<AtomicU64>,
}

impl Writer {
    /// Opens the file on the thread itself, which then keeps the lock as long as it works.
    pub(crate) async fn start(file: PathBuf, lock: Held, seal: Slot) -> Result<Writer> {
        let (queue, incoming) = mpsc::channel(QUEUE);
        let (ready, opened) = oneshot::channel();
        let work = Arc::new(Notify::new());
        let notify = Arc::clone(&work);
        let revocations = Arc::new(AtomicU64::new(0));
        let revoked = Arc::clone(&revocations);
        let body = move || {
            let tx = match open(&file, seal) {
                Ok(tx) => tx,
                Err(why) => {
                    // Before the answer: whoever has it may try again.
                    drop(lock);
                    return drop(ready.send(Err(why)));
                }
            };
            match ready.send(Ok(())) {
                Ok(()) => serve(tx, incoming, &notify, &revoked),
                Err(_) => drop(tx),
            }
            drop(lock);
        };
        let thread = std::thread::Builder::new().name("store-writer".to_owned()).spawn(body)?;
        opened.await.map_err(|_| gone())??;
        Ok(Writer { queue: Some(queue), thread: Some(thread), work, revocations })
    }

    pub(crate) fn work(&self) -> Arc<Notify> {
        Arc::clone(&self.work)
    }

    pub(crate) fn revocations(&self) -> u64 {
        self.revocations.load(Ordering::SeqCst)
    }

    pub(crate) async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        if INSIDE.get() {
            return Err(Error::Suspended.into());
        }
        let (reply, answer) = oneshot::channel();
        if let Some(work) = self.offer(Box::new(Pending { closure: Some(f), outcome: None, reply }))? {
            self.wait_for_room(work).await?;
        }
        answer.await.unwrap_or_else(|_| Err(gone().into()))
    }

    fn queue(&self) -> Result<&mpsc::Sender<Box<dyn Work>>> {
        self.queue.as_ref().ok_or_else(gone)
    }

    /// Gives the work back when the queue is full.
    fn offer(&self, work: Box<dyn Work>) -> Result<Option<Box<dyn Work>>> {
        match self.queue()?.try_send(work) {
            Ok(()) => Ok(None),
            Err(TrySendError::Full(work)) => Ok(Some(work)),
            Err(TrySendError::Closed(_)) => Err(gone()),
        }
    }

    /// Boxed, for the reason that statements are ([`Tx`]).
    fn wait_for_room(&self, work: Box<dyn Work>) -> BoxFuture<'_, Result<()>> {
        let sent = async {
            self.queue()?.send_timeout(work, PATIENCE).await.map_err(|e| match e {
                SendTimeoutError::Timeout(_) => Error::Overloaded,
                SendTimeoutError::Closed(_) => gone(),
            })
        };
        sent.boxed()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        // A closure may hold the last handle; the thread cannot wait for itself.
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != std::thread::current().id()) {
            drop(thread.join());
        }
    }
}

fn gone() -> Error {
    Error::Unavailable("the writer has stopped".to_owned())
}

/// A closure of some caller, and its answer until the commit.
trait Work: Send {
    /// Runs the closure and tells whether to keep what it did.
    fn run(&mut self, tx: &mut Tx) -> bool;
    /// Answers the caller. `lost` says why nothing of the group is kept.
    fn answer(self: Box<Self>, lost: Option<&str>);
}

struct Pending<F, R, E> {
    closure: Option<F>,
    outcome: Option<Result<R, E>>,
    reply: oneshot::Sender<Result<R, E>>,
}

impl<F, R, E> Work for Pending<F, R, E>
where
    F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
    R: Send + 'static,
    E: From<Error> + Send + 'static,
{
    fn run(&mut self, tx: &mut Tx) -> bool {
        let Some(closure) = self.closure.take() else { return false };
        let outcome = poll_once(closure, tx);
        let verdict = tx.verdict(outcome);
        let keep = verdict.is_ok();
        self.outcome = Some(verdict);
        keep
    }

    fn answer(self: Box<Self>, lost: Option<&str>) {
        let lost = lost.map(|why| Err(Error::Unavailable(why.to_owned()).into()));
        let answer = match (self.outcome, lost) {
            (Some(Ok(_)) | None, Some(lost)) => lost,
            (Some(outcome), _) => outcome,
            (None, None) => Err(gone().into()),
        };
        // The caller may be gone; what was done stays.
        drop(self.reply.send(answer));
    }
}

thread_local! {
    /// Whether this thread is inside a closure, where no other transaction may begin.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Runs a closure whose awaits are all ready at once; one that is not is [`Error::Suspended`].
pub(crate) fn poll_once<R, E, F>(f: F, tx: &mut Tx) -> Result<Result<R, E>, Box<dyn Any + Send>>
where
    F: AsyncFnOnce(&mut Tx) -> Result<R, E>,
    E: From<Error>,
{
    if INSIDE.replace(true) {
        return Ok(Err(Error::Suspended.into()));
    }
    let polled = catch_unwind(AssertUnwindSafe(|| {
        let mut future = pin!(f(tx));
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(outcome) => outcome,
            Poll::Pending => Err(Error::Suspended.into()),
        }
    }));
    INSIDE.set(false);
    polled
}

fn open(file: &Path, seal: Slot) -> Result<Tx> {
    let mut conn = sqlite::open_writer(file)?;
    migrate::sqlite(&mut conn)?;
    sqlite::execute(&conn, work::VOID_CLAIMS, &crate::p![])?;
    let mark = conn.query_row("select next from id_block", [], |row| row.get(0)).map_err(sqlite::error)?;
    Ok(Tx::sqlite(conn, Ids::Counter(Counter::at(mark)), seal))
}

/// What the closures of a group want done once it is committed.
#[derive(Default)]
struct Wishes {
    /// How many want the workers woken.
    wakes: usize,
    /// How many took away what tokens rest on.
    revokes: u64,
}

fn serve(mut tx: Tx, mut incoming: mpsc::Receiver<Box<dyn Work>>, notify: &Notify, revocations: &AtomicU64) {
    while let Some(first) = incoming.blocking_recv() {
        let mut group = Vec::with_capacity(GROUP);
        let outcome = run_group(&mut tx, first, &mut incoming, &mut group);
        if outcome.is_err()
            && let Some(conn) = tx.sqlite_conn().filter(|conn| !conn.is_autocommit())
        {
            drop(sqlite::run(conn, "rollback"));
        }
        let lost = outcome.as_ref().err().map(ToString::to_string);
        let wishes = outcome.unwrap_or_default();
        // Before the answer: whoever has it may rely on it.
        revocations.fetch_add(wishes.revokes, Ordering::SeqCst);
        group.into_iter().for_each(|work| work.answer(lost.as_deref()));
        (0..wishes.wakes).for_each(|_| notify.notify_one());
    }
}

/// Runs what waits, commits it, and tells what is to be done then.
fn run_group(
    tx: &mut Tx,
    first: Box<dyn Work>,
    incoming: &mut mpsc::Receiver<Box<dyn Work>>,
    group: &mut Vec<Box<dyn Work>>,
) -> Result<Wishes> {
    let mut next = Some(first);
    let mut wishes = Wishes::default();
    let mut begun = false;
    while let Some(work) = next {
        group.push(work);
        if !begun {
            steer(tx, "begin immediate")?;
            begun = true;
        }
        if let Some(work) = group.last_mut()
            && run_one(tx, work.as_mut())?
        {
            wishes.wakes += usize::from(tx.wakes());
            wishes.revokes += u64::from(tx.revokes());
        }
        next = if group.len() < GROUP { incoming.try_recv().ok() } else { None };
    }
    let mark = raise_mark(tx)?;
    steer(tx, "commit")?;
    if let (Some(mark), Some(counter)) = (mark, tx.counter()) {
        counter.marked(mark);
    }
    Ok(wishes)
}

/// Runs one closure in its savepoint and tells whether what it did is kept.
fn run_one(tx: &mut Tx, work: &mut dyn Work) -> Result<bool> {
    tx.reset();
    steer(tx, "savepoint closure")?;
    let keep = work.run(tx);
    // A full disk makes SQLite roll back everything at once, the work of the others too.
    if tx.sqlite_conn().is_some_and(rusqlite::Connection::is_autocommit) {
        return Err(Error::Unavailable("the engine rolled the transaction back".to_owned()));
    }
    if !keep {
        steer(tx, "rollback to closure")?;
    }
    steer(tx, "release closure")?;
    Ok(keep)
}

/// Numbers that were handed out are marked even if their closure failed, so they never come again.
fn raise_mark(tx: &mut Tx) -> Result<Option<i64>> {
    let mark = tx.counter().and_then(|counter| counter.unmarked());
    if let (Some(mark), Some(conn)) = (mark, tx.sqlite_conn()) {
        sqlite::execute(conn, MARK, &crate::p![mark])?;
    }
    Ok(mark)
}

fn steer(tx: &Tx, sql: &'static str) -> Result<()> {
    tx.sqlite_conn().map_or_else(|| Err(gone()), |conn| sqlite::run(conn, sql))
}
