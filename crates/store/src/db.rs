//! The database: which engine, and how a transaction begins and ends.

use crate::error::{Error, Result};
use crate::postgres::{self, Postgres};
use crate::sealed::Seal;
use crate::sqlite::Sqlite;
use crate::tx::Tx;
use futures_util::future::FutureExt;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use tokio::sync::Notify;

/// A database of either engine. Cloning is cheap and gives the same one.
#[derive(Debug, Clone)]
pub enum Db {
    /// The embedded one: a single process, a single writer.
    Sqlite(Sqlite),
    /// Several identical processes, which share the folder of blobs, too.
    Postgres(Postgres),
}

/// Where the data is.
#[derive(Clone, PartialEq, Eq)]
pub enum DbUrl {
    /// `sqlite:<directory>`.
    Sqlite(PathBuf),
    /// `postgres://…`, as libpq reads it.
    Postgres(String),
}

/// A database address that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a database address starts with 'sqlite:', followed by a directory, or with 'postgres://'")]
pub struct BadUrl;

impl FromStr for DbUrl {
    type Err = BadUrl;

    fn from_str(text: &str) -> Result<DbUrl, BadUrl> {
        match text.strip_prefix("sqlite:") {
            Some("") => Err(BadUrl),
            Some(dir) => Ok(DbUrl::Sqlite(PathBuf::from(dir))),
            None if text.starts_with("postgres://") || text.starts_with("postgresql://") => {
                Ok(DbUrl::Postgres(text.to_owned()))
            }
            None => Err(BadUrl),
        }
    }
}

// A PostgreSQL address may hold a password, so it is never shown.
impl fmt::Debug for DbUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DbUrl::Sqlite(dir) => write!(f, "sqlite:{}", dir.display()),
            DbUrl::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

/// What can be tuned.
#[derive(Debug, Clone)]
pub struct Options {
    /// SQLite: how many idle connections for reads are kept.
    pub readers: usize,
    /// PostgreSQL: how many connections at most, besides two for listening and for numbers.
    pub connections: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options { readers: 8, connections: 16 }
    }
}

impl Db {
    /// Opens the database and brings its schema up to date. On SQLite it also takes the lock of the data directory
    /// and voids all leases, since nobody else can hold one.
    pub async fn open(url: &DbUrl, options: Options) -> Result<Db> {
        match url {
            DbUrl::Sqlite(dir) => Sqlite::open(dir, &options).await.map(Db::Sqlite),
            DbUrl::Postgres(url) => Postgres::open(url, &options).await.map(Db::Postgres),
        }
    }

    /// How values are sealed that may hold secrets, from now on. Known once; saying it again changes nothing.
    pub fn seal_with(&self, seal: Arc<dyn Seal>) {
        let slot = match self {
            Db::Sqlite(sqlite) => sqlite.seal(),
            Db::Postgres(postgres) => postgres.seal(),
        };
        slot.get_or_init(|| seal);
    }

    /// Runs a closure as one transaction: what it did is committed if it answers `Ok`, and gone if not.
    ///
    /// The answer comes after the commit. On SQLite the closure runs on the writer thread and shares its commit with
    /// others; so it may await nothing but its statements, and must not block. If the caller goes away, a closure
    /// that started still commits on SQLite and is rolled back on PostgreSQL.
    pub async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match self {
            Db::Sqlite(sqlite) => sqlite.write(f).await,
            Db::Postgres(postgres) => {
                let mut tx = postgres.begin_write().await?;
                let outcome = AssertUnwindSafe(f(&mut tx)).catch_unwind().await;
                let verdict = tx.verdict(outcome);
                match &verdict {
                    Ok(_) => postgres.commit(tx).await?,
                    Err(_) => postgres::roll_back(tx).await,
                }
                verdict
            }
        }
    }

    /// Runs a closure on one consistent snapshot. It cannot write.
    ///
    /// On SQLite it runs on the calling thread: for what may take longer than 5 ms there is [`Db::report`].
    pub async fn read<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match self {
            Db::Sqlite(sqlite) => sqlite.read(f),
            Db::Postgres(postgres) => read_postgres(postgres, f).await,
        }
    }

    /// A [`Db::read`] that may take long: on SQLite it runs on a thread where blocking is allowed.
    pub async fn report<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match self {
            Db::Sqlite(sqlite) => {
                let sqlite = sqlite.clone();
                let answer = tokio::task::spawn_blocking(move || sqlite.read(f)).await;
                answer.unwrap_or_else(|gone| Err(Error::Unavailable(gone.to_string()).into()))
            }
            Db::Postgres(postgres) => read_postgres(postgres, f).await,
        }
    }

    /// Grows with each commit of this process that removed or changed what tokens rest on: a zone, a client, a secret.
    /// Who remembers verified tokens, zones or clients looks again when it has grown; what other processes do is not
    /// counted.
    #[must_use]
    pub fn revocations(&self) -> u64 {
        match self {
            Db::Sqlite(sqlite) => sqlite.revocations(),
            Db::Postgres(postgres) => postgres.revocations(),
        }
    }

    /// Notified after each commit that called [`Tx::wake_workers`], in this process or, on PostgreSQL, in another.
    /// One waiting worker wakes; if none waits, the next one does not wait. A worker that leaves work behind passes
    /// it on with `notify_one`. There is also a timer: a notification may get lost with a connection.
    #[must_use]
    pub fn work(&self) -> Arc<Notify> {
        match self {
            Db::Sqlite(sqlite) => sqlite.work(),
            Db::Postgres(postgres) => postgres.work(),
        }
    }
}

async fn read_postgres<R, E, F>(postgres: &Postgres, f: F) -> Result<R, E>
where
    F: AsyncFnOnce(&mut Tx) -> Result<R, E>,
    E: From<Error>,
{
    let mut tx = postgres.begin_read().await?;
    let outcome = AssertUnwindSafe(f(&mut tx)).catch_unwind().await;
    let verdict = tx.verdict(outcome);
    postgres::roll_back(tx).await;
    verdict
}
