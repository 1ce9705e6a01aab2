//! A transaction, as the code inside it sees it.

use crate::error::{Error, Result};
use crate::id_block::{Counter, Ids};
use crate::postgres::Session;
use crate::row::{FromRow, Row};
use crate::sealed::{Seal, Slot};
use crate::sql::{Params, Sql};
use crate::sqlite;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use std::any::Any;
use std::sync::Arc;

/// An open transaction. Only [`Db::write`](crate::Db::write) and [`Db::read`](crate::Db::read) make one, and they end it.
///
/// Once a statement failed, every further one answers [`Error::Poisoned`], and so does the transaction itself if the
/// closure swallows the error: PostgreSQL works so, and SQLite must not be more lenient. Finding no row
/// ([`Error::NotFound`]) or a row that does not fit is no failure of a statement.
#[derive(Debug)]
pub struct Tx {
    conn: Conn,
    failed: bool,
    wake: bool,
    revoke: bool,
    ids: Ids,
    seal: Slot,
}

/// What is done with each row.
pub(crate) type OnRow<'a> = dyn FnMut(&Row<'_>) -> Result<()> + Send + 'a;

#[derive(Debug)]
enum Conn {
    Sqlite(rusqlite::Connection),
    Postgres(Session),
}

/// Each statement is boxed: a use case holds dozens of them, and the compiler looks through its whole future wherever that
/// has to be `Send`, each time anew. A small allocation is nothing beside a statement.
impl Tx {
    /// All rows.
    pub fn query<'a, T: FromRow + 'a>(
        &'a mut self,
        sql: impl Into<Sql>,
        params: Params<'a>,
    ) -> BoxFuture<'a, Result<Vec<T>>> {
        let sql = sql.into();
        let all = async move {
            let mut rows = Vec::new();
            let mut take = |row: &Row<'_>| {
                rows.push(T::from_row(row)?);
                Ok(())
            };
            self.see(sql, &params, &mut take).await?;
            Ok(rows)
        };
        all.boxed()
    }

    /// The first row, if there is one.
    pub fn query_opt<'a, T: FromRow + 'a>(
        &'a mut self,
        sql: impl Into<Sql>,
        params: Params<'a>,
    ) -> BoxFuture<'a, Result<Option<T>>> {
        let sql = sql.into();
        let first = async move {
            let mut first = None;
            let mut take = |row: &Row<'_>| {
                let row = T::from_row(row)?;
                first.get_or_insert(row);
                Ok(())
            };
            self.see(sql, &params, &mut take).await?;
            Ok(first)
        };
        first.boxed()
    }

    /// The first row; [`Error::NotFound`] if there is none.
    pub async fn query_one<T: FromRow>(&mut self, sql: impl Into<Sql>, params: Params<'_>) -> Result<T> {
        self.query_opt(sql, params).await?.ok_or(Error::NotFound)
    }

    /// Hands over row by row, so that a long answer is never in memory as a whole. An error of `on_row` ends it.
    pub async fn each<T: FromRow>(
        &mut self,
        sql: impl Into<Sql>,
        params: Params<'_>,
        mut on_row: impl FnMut(T) -> Result<()> + Send,
    ) -> Result<()> {
        self.visit(sql.into(), params, &mut |row| T::from_row(row).and_then(&mut on_row)).await
    }

    /// Shows row by row before anything of it is copied.
    pub(crate) fn visit<'a>(
        &'a mut self,
        sql: Sql,
        params: Params<'a>,
        on_row: &'a mut OnRow<'_>,
    ) -> BoxFuture<'a, Result<()>> {
        async move { self.see(sql, &params, on_row).await }.boxed()
    }

    /// Compiled once, whatever the rows are read into.
    async fn see(&mut self, sql: Sql, params: &Params<'_>, on_row: &mut OnRow<'_>) -> Result<()> {
        self.check()?;
        let outcome = match &mut self.conn {
            Conn::Sqlite(conn) => sqlite::each(conn, sql.sqlite(), params, on_row),
            Conn::Postgres(session) => session.each(sql.postgres(), params, on_row).await,
        };
        self.note(outcome)?
    }

    /// Runs a statement that answers no rows, and tells how many it touched.
    pub fn execute<'a>(&'a mut self, sql: impl Into<Sql>, params: Params<'a>) -> BoxFuture<'a, Result<u64>> {
        let sql = sql.into();
        let touched = async move {
            self.check()?;
            let outcome = match &mut self.conn {
                Conn::Sqlite(conn) => sqlite::execute(conn, sql.sqlite(), &params),
                Conn::Postgres(session) => session.execute(sql.postgres(), &params).await,
            };
            self.note(outcome)
        };
        touched.boxed()
    }

    /// Runs one statement for each of many parameter lists, in order; on PostgreSQL without waiting in between.
    pub fn execute_many<'a>(&'a mut self, sql: impl Into<Sql>, rows: &'a [Params<'a>]) -> BoxFuture<'a, Result<u64>> {
        let sql = sql.into();
        let touched = async move {
            self.check()?;
            let outcome = match &mut self.conn {
                Conn::Sqlite(conn) => rows.iter().map(|row| sqlite::execute(conn, sql.sqlite(), row)).sum(),
                Conn::Postgres(session) => session.execute_many(sql.postgres(), rows).await,
            };
            self.note(outcome)
        };
        touched.boxed()
    }

    /// A new number for something shown to people: unique across replicas, growing, not without holes. It is taken
    /// from memory. In a read, and on PostgreSQL after more than a thousand without a statement in between, there is
    /// none: then the transaction fails as after a failed statement, and the number given means nothing.
    pub fn next_id(&mut self) -> i64 {
        self.ids.take().unwrap_or_else(|| {
            self.failed = true;
            0
        })
    }

    /// Has the workers woken once this transaction is committed, in all processes.
    pub fn wake_workers(&mut self) {
        self.wake = true;
    }

    /// Says that this transaction takes away what tokens rest on: [`Db::revocations`](crate::Db::revocations) counts it.
    pub(crate) fn revoke(&mut self) {
        self.revoke = true;
    }

    fn check(&self) -> Result<()> {
        if self.failed { Err(Error::Poisoned) } else { Ok(()) }
    }

    fn note<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.failed |= outcome.is_err();
        outcome
    }
}

/// For the engines only.
impl Tx {
    pub(crate) fn sqlite(conn: rusqlite::Connection, ids: Ids, seal: Slot) -> Tx {
        Tx { conn: Conn::Sqlite(conn), failed: false, wake: false, revoke: false, ids, seal }
    }

    pub(crate) fn postgres(session: Session, ids: Ids, seal: Slot) -> Tx {
        Tx { conn: Conn::Postgres(session), failed: false, wake: false, revoke: false, ids, seal }
    }

    pub(crate) fn sealer(&self) -> Option<&Arc<dyn Seal>> {
        self.seal.get()
    }

    /// Starts anew for the next closure on the same connection.
    pub(crate) fn reset(&mut self) {
        self.failed = false;
        self.wake = false;
        self.revoke = false;
    }

    pub(crate) fn wakes(&self) -> bool {
        self.wake
    }

    pub(crate) fn revokes(&self) -> bool {
        self.revoke
    }

    pub(crate) fn counter(&mut self) -> Option<&mut Counter> {
        match &mut self.ids {
            Ids::Counter(counter) => Some(counter),
            Ids::None | Ids::Shared(_) => None,
        }
    }

    pub(crate) fn sqlite_conn(&self) -> Option<&rusqlite::Connection> {
        match &self.conn {
            Conn::Sqlite(conn) => Some(conn),
            Conn::Postgres(_) => None,
        }
    }

    pub(crate) fn into_sqlite(self) -> Option<rusqlite::Connection> {
        match self.conn {
            Conn::Sqlite(conn) => Some(conn),
            Conn::Postgres(_) => None,
        }
    }

    pub(crate) fn into_session(self) -> Option<Session> {
        match self.conn {
            Conn::Sqlite(_) => None,
            Conn::Postgres(session) => Some(session),
        }
    }

    /// What the transaction comes to: `Ok` means commit.
    pub(crate) fn verdict<R, E: From<Error>>(
        &self,
        outcome: Result<Result<R, E>, Box<dyn Any + Send>>,
    ) -> Result<R, E> {
        match outcome {
            Err(panic) => Err(Error::Panicked(panic_text(panic.as_ref())).into()),
            Ok(Ok(_)) if self.failed => Err(Error::Poisoned.into()),
            Ok(outcome) => outcome,
        }
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message").to_owned()
}
