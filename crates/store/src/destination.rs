//! Destinations: their keys in the clear, their properties sealed.
//!
//! A level is a subaccount and a service instance in it; the instance is empty for the subaccount's own level.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A destination.
    pub struct DestinationRow {
        /// The tenant.
        pub subaccount: Uuid,
        /// The service instance, or empty.
        pub instance: String,
        /// Its name, unique in its level.
        pub name: String,
        /// A digest of its properties, under a key.
        pub etag: String,
        /// All properties, sealed.
        pub sealed: String,
        /// When it was written first, in microseconds.
        pub created_at: i64,
        /// When it was written last.
        pub modified_at: i64,
    }
}

const INSERT: &str = "insert into destination \
    (subaccount, instance, name, etag, sealed, created_at, modified_at) values ($1, $2, $3, $4, $5, $6, $7) \
    on conflict (subaccount, instance, name) do nothing";

/// Adds one; `false` if there is one of that name in the level.
pub async fn insert(tx: &mut Tx, row: &DestinationRow) -> Result<bool> {
    let DestinationRow { subaccount, instance, name, etag, sealed, created_at, modified_at } = row;
    let params = p![*subaccount, instance, name, etag, sealed, *created_at, *modified_at];
    Ok(tx.execute(INSERT, params).await? == 1)
}

const UPDATE: &str = "update destination set etag = $4, sealed = $5, modified_at = $6 \
    where subaccount = $1 and instance = $2 and name = $3";

/// Replaces one; `false` if there is none of that name in the level.
pub async fn update(tx: &mut Tx, row: &DestinationRow) -> Result<bool> {
    let DestinationRow { subaccount, instance, name, etag, sealed, modified_at, .. } = row;
    let params = p![*subaccount, instance, name, etag, sealed, *modified_at];
    Ok(tx.execute(UPDATE, params).await? == 1)
}

const FIND: &str = "select subaccount, instance, name, etag, sealed, created_at, modified_at from destination \
    where subaccount = $1 and instance = $2 and name = $3";

/// The one of this name in the level.
pub async fn find(tx: &mut Tx, subaccount: Uuid, instance: &str, name: &str) -> Result<Option<DestinationRow>> {
    tx.query_opt(FIND, p![subaccount, instance, name]).await
}

const LIST: &str = "select subaccount, instance, name, etag, sealed, created_at, modified_at from destination \
    where subaccount = $1 and instance = $2 order by name";

/// All of the level, by name; their number is limited.
pub async fn list(tx: &mut Tx, subaccount: Uuid, instance: &str) -> Result<Vec<DestinationRow>> {
    tx.query(LIST, p![subaccount, instance]).await
}

const NAMES: &str = "select name from destination where subaccount = $1 and instance = $2 order by name";

/// The names of all of the level, in their order.
pub async fn names(tx: &mut Tx, subaccount: Uuid, instance: &str) -> Result<Vec<String>> {
    tx.query(NAMES, p![subaccount, instance]).await
}

const FROM: &str = "select subaccount, instance, name, etag, sealed, created_at, modified_at from destination \
    where subaccount = $1 and instance = $2 and name >= $3 order by name limit $4";

/// Some of the level, by name, from this name on.
pub async fn from(
    tx: &mut Tx,
    subaccount: Uuid,
    instance: &str,
    name: &str,
    limit: i64,
) -> Result<Vec<DestinationRow>> {
    tx.query(FROM, p![subaccount, instance, name, limit]).await
}

const COUNT: &str = "select count(*) from destination where subaccount = $1 and instance = $2";

/// How many the level has.
pub async fn count(tx: &mut Tx, subaccount: Uuid, instance: &str) -> Result<i64> {
    tx.query_one(COUNT, p![subaccount, instance]).await
}

const DELETE: &str = "delete from destination where subaccount = $1 and instance = $2 and name = $3";

/// Removes one; `false` if there is none of that name in the level.
pub async fn delete(tx: &mut Tx, subaccount: Uuid, instance: &str, name: &str) -> Result<bool> {
    Ok(tx.execute(DELETE, p![subaccount, instance, name]).await? == 1)
}

const DELETE_LEVEL: &str = "delete from destination where subaccount = $1 and instance = $2";

/// Removes all of a level, when its service instance goes.
pub async fn delete_level(tx: &mut Tx, subaccount: Uuid, instance: &str) -> Result<u64> {
    tx.execute(DELETE_LEVEL, p![subaccount, instance]).await
}

const DELETE_SUBACCOUNT: &str = "delete from destination where subaccount = $1";

/// Removes all of a subaccount, its instances' too.
pub async fn delete_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<u64> {
    tx.execute(DELETE_SUBACCOUNT, p![subaccount]).await
}
