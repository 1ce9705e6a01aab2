//! Destinations: their keys in the clear, their properties sealed.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::destination::{Level, Owner};
use model::{SubaccountId, Time};

record! {
    /// A destination.
    pub struct DestinationRow of "destination" {
        /// The tenant.
        pub subaccount: SubaccountId,
        pub instance: Level,
        /// Its name, unique in its level.
        pub name: String,
        /// A digest of its properties, under a key.
        pub etag: String,
        /// All properties, sealed.
        pub sealed: String,
        /// When it was written first.
        pub created_at: Time,
        /// When it was written last.
        pub modified_at: Time,
    }
}

const INSERT: &str = insert!(DestinationRow, "on conflict (subaccount, instance, name) do nothing");

/// Adds one; `false` if there is one of that name in the level.
pub async fn insert(tx: &mut Tx, row: &DestinationRow) -> Result<bool> {
    Ok(tx.execute(INSERT, row.params()).await? == 1)
}

const UPDATE: &str = "update destination set etag = $4, sealed = $5, modified_at = $6 \
    where subaccount = $1 and instance = $2 and name = $3";

/// Replaces one; `false` if there is none of that name in the level.
pub async fn update(tx: &mut Tx, row: &DestinationRow) -> Result<bool> {
    let DestinationRow { subaccount, instance, name, etag, sealed, modified_at, .. } = row;
    let params = p![subaccount, instance, name, etag, sealed, modified_at];
    Ok(tx.execute(UPDATE, params).await? == 1)
}

const REPLACE: &str = "update destination set etag = $4, sealed = $5, modified_at = $6 \
    where subaccount = $1 and instance = $2 and name = $3 and etag = $7";

/// Replaces one of this version; `false` if there is none, or another one.
pub async fn replace(tx: &mut Tx, row: &DestinationRow, version: &str) -> Result<bool> {
    let DestinationRow { subaccount, instance, name, etag, sealed, modified_at, .. } = row;
    let params = p![subaccount, instance, name, etag, sealed, modified_at, version];
    Ok(tx.execute(REPLACE, params).await? == 1)
}

const FIND: &str = select!(DestinationRow, "where subaccount = $1 and instance = $2 and name = $3");

/// The one of this name in the level.
pub async fn find(tx: &mut Tx, owner: Owner, name: &str) -> Result<Option<DestinationRow>> {
    tx.query_opt(FIND, p![owner.subaccount, &owner.level, name]).await
}

const LIST: &str = select!(DestinationRow, "where subaccount = $1 and instance = $2 order by name");

/// All of the level, by name; their number is limited.
pub async fn list(tx: &mut Tx, owner: Owner) -> Result<Vec<DestinationRow>> {
    tx.query(LIST, p![owner.subaccount, &owner.level]).await
}

const NAMES: &str = "select name from destination where subaccount = $1 and instance = $2 order by name";

/// The names of all of the level, in their order.
pub async fn names(tx: &mut Tx, owner: Owner) -> Result<Vec<String>> {
    tx.query(NAMES, p![owner.subaccount, &owner.level]).await
}

const FROM: &str =
    select!(DestinationRow, "where subaccount = $1 and instance = $2 and name >= $3 order by name limit $4");

/// Some of the level, by name, from this name on.
pub async fn from(tx: &mut Tx, owner: Owner, name: &str, limit: i64) -> Result<Vec<DestinationRow>> {
    tx.query(FROM, p![owner.subaccount, &owner.level, name, limit]).await
}

const BEHIND: &str =
    select!(DestinationRow, "where subaccount = $1 and instance = $2 and name > $3 order by name limit $4");

/// Some of the level, by name, behind this name.
pub async fn behind(tx: &mut Tx, owner: Owner, name: &str, limit: i64) -> Result<Vec<DestinationRow>> {
    tx.query(BEHIND, p![owner.subaccount, &owner.level, name, limit]).await
}

const COUNT: &str = "select count(*) from destination where subaccount = $1 and instance = $2";

/// How many the level has.
pub async fn count(tx: &mut Tx, owner: Owner) -> Result<i64> {
    tx.query_one(COUNT, p![owner.subaccount, &owner.level]).await
}

const DELETE: &str = "delete from destination where subaccount = $1 and instance = $2 and name = $3";

/// Removes one; `false` if there is none of that name in the level.
pub async fn delete(tx: &mut Tx, owner: Owner, name: &str) -> Result<bool> {
    Ok(tx.execute(DELETE, p![owner.subaccount, &owner.level, name]).await? == 1)
}

const DELETE_LEVEL: &str = "delete from destination where subaccount = $1 and instance = $2";

/// Removes all of a level, when its service instance goes.
pub async fn delete_level(tx: &mut Tx, owner: Owner) -> Result<u64> {
    tx.execute(DELETE_LEVEL, p![owner.subaccount, &owner.level]).await
}

const DELETE_SUBACCOUNT: &str = "delete from destination where subaccount = $1";

/// Removes all of a subaccount, its instances' too.
pub async fn delete_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<u64> {
    tx.execute(DELETE_SUBACCOUNT, p![subaccount]).await
}
