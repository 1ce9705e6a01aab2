//! Single values of the whole installation: the sealed data key, and what was decided once.

use crate::error::Result;
use crate::p;
use crate::tx::Tx;

const GET: &str = "select value from setting where name = $1";

/// The value, when it is set.
pub async fn get(tx: &mut Tx, name: &str) -> Result<Option<String>> {
    tx.query_opt(GET, p![name]).await
}

const INSERT_MISSING: &str = "insert into setting (name, value) values ($1, $2) on conflict (name) do nothing";

/// Sets the value unless there is one.
pub async fn insert_missing(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    tx.execute(INSERT_MISSING, p![name, value]).await.map(|_| ())
}

const PUT: &str = "insert into setting (name, value) values ($1, $2) \
    on conflict (name) do update set value = excluded.value";

/// Sets the value.
pub async fn put(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    tx.execute(PUT, p![name, value]).await.map(|_| ())
}

const LOCK: &str = "update setting set value = value where name = $1";

/// Holds the value, if it is set, until the transaction ends.
pub async fn lock(tx: &mut Tx, name: &str) -> Result<()> {
    tx.execute(LOCK, p![name]).await.map(|_| ())
}
