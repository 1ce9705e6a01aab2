//! Pages of a long queue with rusqlite alone.

use super::statement;
use anyhow::{Result, anyhow, ensure};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::{Duration, Instant};

/// As the store has it, for the status `initial`.
pub(super) const PAGE: &str = "select q.id as queue, q.status, q.pos, q.queued_at, r.id, r.description, r.origin, \
    r.content_type, r.storage_type, r.entries, r.shown, r.created_at, r.created_by, r.named_user \
    from queue_entry q join request r on r.id = q.request where q.node = $1 and q.pos > $2 \
    and q.queued_at between $4 and $5 and r.created_at between $6 and $7 and ($8 = '' or r.created_by = $8) \
    and ($9 = '' or lower(r.description) like $9 escape '!' or lower(r.origin) like $9 escape '!' \
    or lower(coalesce(r.named_user, r.created_by)) like $9 escape '!' or r.id = $10) \
    and q.status = $11 order by q.pos limit $3";

/// Pages a second, read by as many threads as there are cores.
pub(crate) fn rate(file: &Path, node: i64, after: i64, span: Duration) -> Result<f64> {
    let threads = std::thread::available_parallelism()?.get();
    let counts: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(move || read(file, node, after, span))).collect();
        workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut total = 0;
    for count in counts {
        total += count.map_err(|_| anyhow!("a reading thread panicked"))??;
    }
    Ok(f64::from(total) / span.as_secs_f64())
}

fn read(file: &Path, node: i64, after: i64, span: Duration) -> Result<u32> {
    let db = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    statement::keep(&db)?;
    let values = [
        Value::Integer(node),
        Value::Integer(after),
        Value::Integer(crate::seed::PAGE),
        Value::Integer(i64::MIN),
        Value::Integer(i64::MAX),
        Value::Integer(i64::MIN),
        Value::Integer(i64::MAX),
        Value::Text(String::new()),
        Value::Text(String::new()),
        Value::Null,
        Value::Text("initial".to_owned()),
    ];
    let (mut count, began) = (0, Instant::now());
    while began.elapsed() < span {
        let rows = statement::run(&db, PAGE, &values)?;
        ensure!(rows == usize::try_from(crate::seed::PAGE)?, "a raw page has {rows} rows");
        count += 1;
    }
    Ok(count)
}
