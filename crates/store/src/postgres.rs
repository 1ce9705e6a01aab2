//! PostgreSQL: the pool, the two connections beside it, and how a transaction and a statement run there.
//!
//! What begins and ends a transaction is boxed, for the reason that statements are ([`Tx`]).

use crate::db::Options;
use crate::error::{Error, Result};
use crate::id_block::{BLOCK, Blocks, Ids};
use crate::migrate;
use crate::postgres_tls::Server;
use crate::row::{Raw, Row};
use crate::sealed::Slot;
use crate::sql::Params;
use crate::tx::{OnRow, Tx};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime};
use futures_util::future::{BoxFuture, try_join, try_join_all};
use futures_util::{FutureExt, StreamExt, pin_mut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, Notify};
use tokio::task::AbortHandle;
use tokio_postgres::error::SqlState;
use tokio_postgres::{AsyncMessage, Client, Statement};

const WRITE: &str = "begin";
const READ: &str = "begin isolation level repeatable read read only";

/// How long a transaction waits for a connection before it is refused.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long after a lost connection listening starts again.
const RECONNECT: Duration = Duration::from_secs(1);

const DRAW: &str = "update id_block set next = next + $1 returning next";

/// A database on a PostgreSQL server.
#[derive(Debug, Clone)]
pub struct Postgres(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    pool: Pool,
    ids: Arc<Blocks>,
    drawer: Arc<Drawer>,
    work: Arc<Notify>,
    revocations: AtomicU64,
    listener: AbortHandle,
    seal: Slot,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.listener.abort();
    }
}

impl Postgres {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Postgres> {
        let server = Server::read(url)?;
        migrate::postgres(&mut connect(&server).await?).await?;
        let work = Arc::new(Notify::new());
        let listener = tokio::spawn(listen_for_ever(server.clone(), Arc::clone(&work))).abort_handle();
        let ids = Arc::new(Blocks::default());
        let drawer = Arc::new(Drawer { server: server.clone(), client: Mutex::default(), ids: Arc::clone(&ids) });
        let pool = pool(server, options)?;
        Ok(Postgres(Arc::new(Inner {
            pool,
            ids,
            drawer,
            work,
            revocations: AtomicU64::new(0),
            listener,
            seal: Slot::default(),
        })))
    }

    pub(crate) fn work(&self) -> Arc<Notify> {
        Arc::clone(&self.0.work)
    }

    pub(crate) fn seal(&self) -> &Slot {
        &self.0.seal
    }

    pub(crate) fn revocations(&self) -> u64 {
        self.0.revocations.load(Ordering::SeqCst)
    }

    /// A transaction that writes. It begins on the server with its first statement.
    pub(crate) fn begin_write(&self) -> BoxFuture<'_, Result<Tx>> {
        let begin = async {
            self.0.drawer.refill().await?;
            self.begin(WRITE, Ids::Shared(Arc::clone(&self.0.ids))).await
        };
        begin.boxed()
    }

    /// One that reads.
    pub(crate) fn begin_read(&self) -> BoxFuture<'_, Result<Tx>> {
        self.begin(READ, Ids::None).boxed()
    }

    async fn begin(&self, begin: &'static str, ids: Ids) -> Result<Tx> {
        let object = self.0.pool.get().await.map_err(pool_error)?;
        let drawer = Arc::clone(&self.0.drawer);
        let session = Session { object: Some(object), begin, open: false, drawer };
        Ok(Tx::postgres(session, ids, Arc::clone(&self.0.seal)))
    }

    pub(crate) fn commit(&self, tx: Tx) -> BoxFuture<'_, Result<()>> {
        let commit = async move {
            let (wake, revoke) = (tx.wakes(), tx.revokes());
            let Some(session) = tx.into_session() else { return Ok(()) };
            session.commit(wake).await?;
            self.0.revocations.fetch_add(u64::from(revoke), Ordering::SeqCst);
            if wake {
                self.0.work.notify_one();
            }
            Ok(())
        };
        commit.boxed()
    }
}

/// Gives up what a transaction did, if it did anything.
pub(crate) fn roll_back(tx: Tx) -> BoxFuture<'static, ()> {
    let roll_back = async {
        if let Some(session) = tx.into_session() {
            session.roll_back().await;
        }
    };
    roll_back.boxed()
}

fn pool(server: Server, options: &Options) -> Result<Pool> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = Manager::from_config(server.config, server.tls, recycling);
    Pool::builder(manager)
        .max_size(options.connections)
        .wait_timeout(Some(PATIENCE))
        .create_timeout(Some(PATIENCE))
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(Error::other)
}

fn pool_error(cause: PoolError) -> Error {
    match cause {
        PoolError::Timeout(deadpool_postgres::TimeoutType::Wait) => Error::Overloaded,
        PoolError::Backend(cause) => Error::Unavailable(server_message(&cause)),
        other => Error::Unavailable(other.to_string()),
    }
}

/// A connection of its own, outside the pool.
async fn connect(server: &Server) -> Result<Client> {
    let (client, connection) =
        server.config.connect(server.tls.clone()).await.map_err(|e| Error::Unavailable(server_message(&e)))?;
    tokio::spawn(connection);
    Ok(client)
}

/// Hears of work ordered by other processes. After a gap it wakes the workers, since it cannot know what it missed.
async fn listen_for_ever(server: Server, work: Arc<Notify>) {
    loop {
        if let Err(cause) = listen(&server, &work).await {
            tracing::warn!(error = %cause, "lost the connection that listens for work");
        }
        tokio::time::sleep(RECONNECT).await;
    }
}

async fn listen(server: &Server, work: &Notify) -> Result<()> {
    let (client, mut connection) = server.config.connect(server.tls.clone()).await.map_err(error)?;
    let mut messages = futures_util::stream::poll_fn(|cx| connection.poll_message(cx));
    let hear = async {
        while let Some(message) = messages.next().await {
            if let AsyncMessage::Notification(_) = message.map_err(error)? {
                work.notify_one();
            }
        }
        Err::<(), _>(Error::Unavailable("the server closed it".to_owned()))
    };
    let ask = async {
        client.batch_execute("listen ropeway_work").await.map_err(error)?;
        work.notify_one();
        // Ending here would drop the client, and that would end the connection.
        std::future::pending::<Result<()>>().await
    };
    try_join(hear, ask).await.map(drop)
}

/// Draws blocks of numbers on a connection of its own: a transaction that waited for a second one of the pool could
/// wait for ever.
#[derive(Debug)]
pub(crate) struct Drawer {
    server: Server,
    client: Mutex<Option<Client>>,
    ids: Arc<Blocks>,
}

impl Drawer {
    async fn refill(&self) -> Result<()> {
        while self.ids.is_low() {
            let mut slot = self.client.lock().await;
            if !self.ids.is_low() {
                break;
            }
            // Taken out, so that a connection in an unknown state is not used again.
            let client = match slot.take().filter(|client| !client.is_closed()) {
                Some(client) => client,
                None => connect(&self.server).await?,
            };
            let row = client.query_one(DRAW, &[&BLOCK]).await.map_err(error)?;
            let end: i64 = row.get(0);
            self.ids.add(end - BLOCK..end);
            *slot = Some(client);
        }
        Ok(())
    }
}

/// A connection of the pool with a transaction on it, which begins together with the first statement.
#[derive(Debug)]
pub(crate) struct Session {
    object: Option<Object>,
    begin: &'static str,
    open: bool,
    drawer: Arc<Drawer>,
}

impl Session {
    fn object(&self) -> Result<&Object> {
        self.object.as_ref().ok_or_else(|| Error::Unavailable("the connection is gone".to_owned()))
    }

    /// Prepares the statement and checks what the driver would panic over.
    async fn prepared(&self, sql: &'static str, params: &Params<'_>) -> Result<Statement> {
        if self.begin == WRITE {
            self.drawer.refill().await?;
        }
        let statement = self.object()?.prepare_cached(sql).await.map_err(error)?;
        let count = statement.params().len();
        if count != params.0.len() {
            return Err(Error::other(format!("{} parameters for {count} places in: {sql}", params.0.len())));
        }
        Ok(statement)
    }

    pub(crate) async fn each(
        &mut self,
        sql: &'static str,
        params: &Params<'_>,
        on_row: &mut OnRow<'_>,
    ) -> Result<Result<()>> {
        let statement = self.prepared(sql, params).await?;
        let rows = self.begun(async |object| object.query_raw(&statement, params.0.iter()).await).await?;
        pin_mut!(rows);
        while let Some(row) = rows.next().await {
            let taken = on_row(&Row(Raw::Postgres(&row.map_err(error)?)));
            if taken.is_err() {
                return Ok(taken);
            }
        }
        Ok(Ok(()))
    }

    pub(crate) async fn execute(&mut self, sql: &'static str, params: &Params<'_>) -> Result<u64> {
        let statement = self.prepared(sql, params).await?;
        self.begun(async |object| object.execute_raw(&statement, params.0.iter()).await).await
    }

    pub(crate) async fn execute_many(&mut self, sql: &'static str, rows: &[Params<'_>]) -> Result<u64> {
        let mut touched = 0;
        for chunk in rows.chunks(PIPELINE) {
            let mut statement = None;
            for row in chunk {
                statement = Some(self.prepared(sql, row).await?);
            }
            let Some(statement) = statement else { continue };
            let run = async |object: &Object| {
                try_join_all(chunk.iter().map(|row| object.execute_raw(&statement, row.0.iter()))).await
            };
            touched += self.begun(run).await?.iter().sum::<u64>();
        }
        Ok(touched)
    }

    /// Runs a statement; the first one of the transaction travels together with `begin`.
    async fn begun<T>(
        &mut self,
        statement: impl AsyncFnOnce(&Object) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T> {
        let begun = std::mem::replace(&mut self.open, true);
        let object = self.object()?;
        if begun {
            return statement(object).await.map_err(error);
        }
        let (_, answer) = try_join(object.batch_execute(self.begin), statement(object)).await.map_err(error)?;
        Ok(answer)
    }

    async fn commit(mut self, wake: bool) -> Result<()> {
        if self.open || wake {
            let text = match (self.open, wake) {
                (true, true) => "notify ropeway_work; commit",
                (true, false) => "commit",
                (false, _) => "notify ropeway_work",
            };
            self.open = true;
            self.object()?.batch_execute(text).await.map_err(error)?;
            self.open = false;
        }
        Ok(())
    }

    /// A connection that cannot roll back is closed, which does it too.
    async fn roll_back(mut self) {
        if let (true, Ok(object)) = (self.open, self.object())
            && object.batch_execute("rollback").await.is_ok()
        {
            self.open = false;
        }
    }
}

impl Drop for Session {
    /// Somebody went away in the middle: nobody may get this connection, and the server rolls back when it closes.
    fn drop(&mut self) {
        if let Some(object) = self.object.take().filter(|_| self.open) {
            drop(Object::take(object));
        }
    }
}

/// Statements on their way at once. Up to here `try_join_all` starts them in their order.
const PIPELINE: usize = 30;

/// What the server said, without the statement's values.
fn server_message(cause: &tokio_postgres::Error) -> String {
    match (cause.as_db_error(), std::error::Error::source(cause)) {
        (Some(server_message), _) => server_message.message().to_owned(),
        (None, Some(source)) => format!("{cause}: {source}"),
        (None, None) => cause.to_string(),
    }
}

/// An error of PostgreSQL as this crate tells it.
pub(crate) fn error(cause: tokio_postgres::Error) -> Error {
    let Some(told_by_server) = cause.as_db_error() else {
        return if cause.is_closed() || is_io(&cause) {
            Error::Unavailable(server_message(&cause))
        } else {
            Error::other(cause)
        };
    };
    let constraint = told_by_server.constraint().map(str::to_owned);
    match told_by_server.code() {
        &SqlState::UNIQUE_VIOLATION => Error::Unique { constraint: constraint.unwrap_or_default() },
        &SqlState::FOREIGN_KEY_VIOLATION => Error::ForeignKey { constraint },
        &SqlState::READ_ONLY_SQL_TRANSACTION => Error::ReadOnly,
        code if is_passing(code) => Error::Unavailable(server_message(&cause)),
        _ => Error::other(cause),
    }
}

fn is_io(cause: &tokio_postgres::Error) -> bool {
    std::error::Error::source(cause).is_some_and(|source| source.is::<std::io::Error>())
}

/// Classes 08 (connection), 40 (dead-lock), 53 (resources) and 57 (operator): trying again may help.
fn is_passing(code: &SqlState) -> bool {
    ["08", "40", "53", "57"].iter().any(|class| code.code().starts_with(class))
}
