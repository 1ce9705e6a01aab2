//! The least that a job costs: one row in a commit of its own.

use super::statement;
use anyhow::Result;
use rusqlite::types::Value;
use std::path::Path;
use std::time::{Duration, Instant};

const INSERT: &str = "insert into setting (name, value) values ($1, $2)";

/// Commits a second of one insert each, into an embedded database that the store has made.
pub(crate) fn commits(file: &Path, span: Duration) -> Result<f64> {
    let db = statement::writer(file)?;
    let (mut count, began) = (0_u32, Instant::now());
    while began.elapsed() < span {
        let values = [Value::Text(format!("bench {count}")), Value::Text("{}".to_owned())];
        statement::run(&db, INSERT, &values)?;
        count += 1;
    }
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}
