//! Integration packages of Cloud Integration tenants.

use crate::column::Object;
use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::package::Tags;
use model::{SubaccountId, Time};

record! {
    /// A package.
    pub struct Package of "package" {
        /// Technical id.
        pub id: String,
        /// Hidden identity.
        pub reg_id: String,
        /// Display name.
        pub name: String,
        /// The version people see.
        pub version: String,
        /// Its resource as in an export.
        pub resource: Object,
        /// Values of custom tags by tag name.
        pub tags: Tags,
        /// Grows with every change of it or of what is in it.
        pub rev: i64,
        pub created_by: String,
        pub created_at: Time,
        pub modified_by: String,
        pub modified_at: Time,
    }
}

const PAGE: &str = select!(Package, "where subaccount = $1 and id > $2 order by id limit $3");

/// Packages after `after`, by id.
pub async fn page(tx: &mut Tx, subaccount: SubaccountId, after: &str, limit: i64) -> Result<Vec<Package>> {
    tx.query(PAGE, p![subaccount, after, limit]).await
}

const COUNT: &str = "select count(*) from package where subaccount = $1";

/// How many there are.
pub async fn count(tx: &mut Tx, subaccount: SubaccountId) -> Result<i64> {
    tx.query_one(COUNT, p![subaccount]).await
}

const FIND: &str = select!(Package, "where subaccount = $1 and id = $2");

/// The package of this id.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<Option<Package>> {
    tx.query_opt(FIND, p![subaccount, id]).await
}

const TWINS: &str = select!(Package, "where subaccount = $1 and (id = $2 or reg_id = $3)");

/// Packages with this id or this GUID.
pub async fn twins(tx: &mut Tx, subaccount: SubaccountId, id: &str, reg_id: &str) -> Result<Vec<Package>> {
    tx.query(TWINS, p![subaccount, id, reg_id]).await
}

const LOCK: &str = "update package set rev = rev + 1 where subaccount = $1 and id = $2";

/// Takes the package for this transaction, so that two of them do not work on it at a time; `false` if it is not there.
pub async fn lock(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<bool> {
    Ok(tx.execute(LOCK, p![subaccount, id]).await? == 1)
}

const PUT: &str = insert!(
    Package and "subaccount",
    "on conflict (subaccount, id) do update set name = excluded.name, version = excluded.version, \
    resource = excluded.resource, tags = excluded.tags, rev = package.rev + 1, \
    modified_by = excluded.modified_by, modified_at = excluded.modified_at"
);

/// Adds a package, or saves what changed of it; who made it and its GUID stay.
pub async fn put(tx: &mut Tx, subaccount: SubaccountId, row: &Package) -> Result<()> {
    tx.execute(PUT, row.params().and(subaccount)).await.map(drop)
}

const TOUCH: &str = "update package set rev = rev + 1, modified_by = $3, modified_at = $4 \
    where subaccount = $1 and id = $2";

/// Notes that something in the package changed.
pub async fn touch(tx: &mut Tx, subaccount: SubaccountId, id: &str, by: &str, at: Time) -> Result<()> {
    tx.execute(TOUCH, p![subaccount, id, by, at]).await.map(drop)
}

const DELETE: &str = "delete from package where subaccount = $1 and id = $2";
const DELETE_PARTS: [&str; 4] = [
    "delete from artifact_lock where subaccount = $1 and reg_id in \
     (select reg_id from artifact where subaccount = $1 and package = $2)",
    "delete from artifact_value where subaccount = $1 and reg_id in \
     (select reg_id from artifact where subaccount = $1 and package = $2)",
    "delete from artifact_version where subaccount = $1 and reg_id in \
     (select reg_id from artifact where subaccount = $1 and package = $2)",
    "delete from artifact where subaccount = $1 and package = $2",
];

/// Removes a package with all that is in it; `false` if it is not there.
pub async fn delete(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<bool> {
    for statement in DELETE_PARTS {
        tx.execute(statement, p![subaccount, id]).await?;
    }
    Ok(tx.execute(DELETE, p![subaccount, id]).await? == 1)
}
