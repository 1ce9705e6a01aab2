//! SQLite: the data directory, its connections, and how a statement runs there.
//!
//! Writes go to the one thread in `writer`; reads run on the calling thread, with read-only connections.

use crate::db::Options;
use crate::error::{Error, Result};
use crate::id_block::Ids;
use crate::private;
use crate::row::{Raw, Row};
use crate::sealed::Slot;
use crate::sql::Params;
use crate::tx::{OnRow, Tx};
use crate::writer::{Writer, poll_once};
use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, ErrorCode, OpenFlags, ffi};
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

pub(crate) const FILE: &str = "ropeway.db";
const LOCK: &str = "lock";

/// As many texts as one process has statements, so that each is prepared once per connection.
const STATEMENTS: usize = 512;

/// The embedded database.
#[derive(Debug, Clone)]
pub struct Sqlite(Arc<Inner>);

// The fields drop in this order: the writer closes the file last, and so can tidy up the log.
#[derive(Debug)]
struct Inner {
    readers: Mutex<Vec<Connection>>,
    file: PathBuf,
    keep: usize,
    seal: Slot,
    writer: Writer,
}

impl Sqlite {
    pub(crate) async fn open(dir: &Path, options: &Options) -> Result<Sqlite> {
        private::make_dir(dir)?;
        let lock = lock(dir)?;
        let file = dir.join(FILE);
        // What SQLite makes beside it has the mode of the database.
        drop(private::open(&file)?);
        for beside in ["ropeway.db-wal", "ropeway.db-shm"] {
            private::close(&dir.join(beside))?;
        }
        let seal = Slot::default();
        let writer = Writer::start(file.clone(), lock, Arc::clone(&seal)).await?;
        Ok(Sqlite(Arc::new(Inner { readers: Mutex::default(), file, keep: options.readers, seal, writer })))
    }

    pub(crate) fn work(&self) -> Arc<Notify> {
        self.0.writer.work()
    }

    pub(crate) fn seal(&self) -> &Slot {
        &self.0.seal
    }

    pub(crate) fn revocations(&self) -> u64 {
        self.0.writer.revocations()
    }

    pub(crate) async fn write<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E> + Send + 'static,
        R: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.0.writer.write(f).await
    }

    pub(crate) fn read<R, E, F>(&self, f: F) -> Result<R, E>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<R, E>,
        E: From<Error>,
    {
        let mut tx = self.begin_read()?;
        let outcome = poll_once(f, &mut tx);
        let answer = tx.verdict(outcome);
        self.end_read(tx);
        answer
    }

    fn begin_read(&self) -> Result<Tx> {
        let conn = self.reader()?;
        run(&conn, "begin deferred")?;
        Ok(Tx::sqlite(conn, Ids::None, Arc::clone(&self.0.seal)))
    }

    fn reader(&self) -> Result<Connection> {
        let idle = self.0.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match idle {
            Some(conn) => Ok(conn),
            None => open_reader(&self.0.file),
        }
    }

    /// A connection that cannot end its snapshot is closed instead.
    fn end_read(&self, tx: Tx) {
        let Some(conn) = tx.into_sqlite().filter(|conn| run(conn, "rollback").is_ok()) else { return };
        let mut readers = self.0.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < self.0.keep {
            readers.push(conn);
        }
    }
}

/// The lock of a data directory, also given back by a process that was killed.
#[derive(Debug)]
pub(crate) struct Held(File);

/// Closing the file is not enough: a process that is just being started has it, too, until it becomes its own program.
impl Drop for Held {
    fn drop(&mut self) {
        drop(self.0.unlock());
    }
}

fn lock(dir: &Path) -> Result<Held> {
    let mut file = private::open(&dir.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Error::Locked { dir: dir.to_owned(), holder: holder(&mut file) }),
        Err(TryLockError::Error(cause)) => return Err(cause.into()),
    }
    let mut held = Held(file);
    held.0.set_len(0)?;
    held.0.rewind()?;
    write!(held.0, "{}", std::process::id())?;
    Ok(held)
}

fn holder(file: &mut File) -> String {
    let mut pid = String::new();
    match file.read_to_string(&mut pid) {
        Ok(_) if !pid.is_empty() => format!("process {pid}"),
        _ => "another process".to_owned(),
    }
}

pub(crate) fn open_writer(file: &Path) -> Result<Connection> {
    let conn = Connection::open(file).map_err(error)?;
    conn.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; \
         pragma busy_timeout = 5000; pragma temp_store = memory; pragma cache_size = -16384;",
    )
    .map_err(error)?;
    keep_statements(&conn)?;
    Ok(conn)
}

fn open_reader(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file, flags).map_err(error)?;
    conn.execute_batch("pragma busy_timeout = 5000; pragma temp_store = memory;").map_err(error)?;
    keep_statements(&conn)?;
    Ok(conn)
}

/// Each statement is prepared once. Left alone, SQLite plans one with `limit $1` anew whenever another number is bound.
fn keep_statements(conn: &Connection) -> Result<()> {
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop).map_err(error)
}

/// Runs a statement without parameters that steers a transaction.
pub(crate) fn run(conn: &Connection, sql: &'static str) -> Result<()> {
    conn.prepare_cached(sql).and_then(|mut statement| statement.raw_execute()).map(drop).map_err(error)
}

/// The outer error is one of the statement, the inner one of a row.
pub(crate) fn each(
    conn: &Connection,
    sql: &'static str,
    params: &Params<'_>,
    on_row: &mut OnRow<'_>,
) -> Result<Result<()>> {
    let mut statement = bound(conn, sql, params)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(error)? {
        let taken = on_row(&Row(Raw::Sqlite(row)));
        if taken.is_err() {
            return Ok(taken);
        }
    }
    Ok(Ok(()))
}

pub(crate) fn execute(conn: &Connection, sql: &'static str, params: &Params<'_>) -> Result<u64> {
    let count = bound(conn, sql, params)?.raw_execute().map_err(error)?;
    Ok(count as u64)
}

/// SQLite numbers `$2, $1` by first appearance, so a parameter is found by its name.
fn bound<'c>(conn: &'c Connection, sql: &'static str, params: &Params<'_>) -> Result<CachedStatement<'c>> {
    #[cfg(feature = "test-support")]
    crate::testing::note(sql);
    let mut statement = conn.prepare_cached(sql).map_err(error)?;
    let count = statement.parameter_count();
    if count != params.0.len() {
        return Err(Error::other(format!("{} parameters for {count} places in: {sql}", params.0.len())));
    }
    for place in 1..=count {
        let number = statement.parameter_name(place).and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok());
        let value = number.and_then(|number| params.0.get(number.checked_sub(1)?));
        let value = value.ok_or_else(|| Error::other(format!("a parameter that is not $1 to ${count} in: {sql}")))?;
        statement.raw_bind_parameter(place, value).map_err(error)?;
    }
    Ok(statement)
}

/// An error of SQLite as PostgreSQL would have told it.
pub(crate) fn error(cause: rusqlite::Error) -> Error {
    let rusqlite::Error::SqliteFailure(failure, text) = &cause else {
        return Error::other(cause);
    };
    let text = text.as_deref().unwrap_or_default();
    match failure.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE => return Error::Unique { constraint: unique_name(text) },
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            return Error::Unique { constraint: primary_name(text) };
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => return Error::ForeignKey { constraint: None },
        _ => {}
    }
    match failure.code {
        ErrorCode::ReadOnly => Error::ReadOnly,
        ErrorCode::DiskFull => Error::Full(cause.to_string()),
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::SystemIoFailure
        | ErrorCode::CannotOpen
        | ErrorCode::OutOfMemory => Error::Unavailable(cause.to_string()),
        _ => Error::other(cause),
    }
}

/// `UNIQUE constraint failed: node.tenant, node.name` is `node_tenant_name_key`; an index on an expression is named.
fn unique_name(text: &str) -> String {
    let list = text.rsplit_once("failed: ").map_or(text, |(_, list)| list);
    if let Some(index) = list.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    let mut name = String::new();
    for (table, column) in list.split(", ").filter_map(|column| column.split_once('.')) {
        if name.is_empty() {
            name.push_str(table);
        }
        name.push('_');
        name.push_str(column);
    }
    name + "_key"
}

fn primary_name(text: &str) -> String {
    let list = text.rsplit_once("failed: ").map_or(text, |(_, list)| list);
    format!("{}_pkey", list.split('.').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    /// A copy of the open file is what a process has that is being started.
    #[tokio::test]
    async fn the_lock_is_free_when_the_writer_is_gone_whoever_has_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let held = lock(dir.path()).unwrap();
        let copy = held.0.try_clone().unwrap();
        let writer = Writer::start(dir.path().join(FILE), held, Slot::default()).await.unwrap();
        assert!(matches!(lock(dir.path()), Err(Error::Locked { .. })));
        drop(writer);
        drop(lock(dir.path()).unwrap());
        drop(copy);
    }

    #[test]
    fn a_statement_is_prepared_once() {
        let dir = tempfile::tempdir().unwrap();
        let conn = open_writer(&dir.path().join(FILE)).unwrap();
        conn.execute_batch("create table t (id integer primary key, at bigint); create index t_at on t (at)").unwrap();
        let mut statement = conn.prepare("select id from t where at > $1 order by at limit $2").unwrap();
        for limit in 1..5 {
            let rows = statement.query_map((limit, limit), |row| row.get::<_, i64>(0)).unwrap();
            assert_eq!(rows.count(), 0);
        }
        assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
    }
}
