//! Statements of the store on a bare rusqlite connection.

use anyhow::{Context, Result};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use std::path::Path;

/// Opens a database for writing as the store does.
pub(crate) fn writer(file: &Path) -> Result<Connection> {
    let db = Connection::open(file)?;
    db.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -16384;",
    )?;
    keep(&db)?;
    Ok(db)
}

/// Statements are prepared once, as in the store.
pub(super) fn keep(db: &Connection) -> Result<()> {
    db.set_prepared_statement_cache_capacity(512);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Runs a statement whose places are `$1 …`, and reads every column of what it answers. Tells how many rows came.
pub(crate) fn run(db: &Connection, sql: &str, values: &[Value]) -> Result<usize> {
    let mut statement = db.prepare_cached(sql)?;
    for (number, value) in (1..).zip(values) {
        let place = statement.parameter_index(&format!("${number}"))?;
        let place = place.with_context(|| format!("no ${number} in {sql}"))?;
        statement.raw_bind_parameter(place, value)?;
    }
    let (columns, mut count) = (statement.column_count(), 0);
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
        count += 1;
    }
    Ok(count)
}
