//! Artifacts of integration packages: their content, versions, configured values and locks.

use crate::column::Object;
use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select, text};
use model::artifact::Parameter;
use model::{BlobId, SubaccountId, Time};

record! {
    /// An artifact, a file, a link or the tag values of a package.
    pub struct Artifact of "artifact" {
        /// Hidden identity.
        pub reg_id: String,
        /// Technical id.
        pub id: String,
        /// Technical id of its package.
        pub package: String,
        /// `IFlow`, `ValueMapping`, `Url`, …
        pub kind: String,
        /// Whether it is a bundle.
        pub runnable: bool,
        /// Display name.
        pub name: String,
        /// The last version.
        pub version: String,
        /// Whether it changed since.
        pub draft: bool,
        /// The blob with its content.
        pub digest: Option<BlobId>,
        /// Bytes of its content.
        pub size: u64,
        /// Its resource as in an export.
        pub resource: Object,
        /// Its relations as in an export.
        pub relations: Vec<Object>,
        /// Its externalised parameters.
        pub parameters: Vec<Parameter>,
        /// Its place in the package.
        pub pos: i64,
        pub created_by: String,
        pub created_at: Time,
        pub modified_by: String,
        pub modified_at: Time,
    }
}

const OF_PACKAGE: &str = select!(Artifact, "where subaccount = $1 and package = $2 order by pos, reg_id");

/// All artifacts of a package, in their order.
pub async fn of_package(tx: &mut Tx, subaccount: SubaccountId, package: &str) -> Result<Vec<Artifact>> {
    tx.query(OF_PACKAGE, p![subaccount, package]).await
}

const OF_KIND: &str =
    select!(Artifact, "where subaccount = $1 and package = $2 and kind = $3 and id > $4 order by id limit $5");

/// Artifacts of one kind in a package behind the id `after`, by id.
pub async fn of_kind(
    tx: &mut Tx,
    subaccount: SubaccountId,
    (package, kind): (&str, &str),
    after: &str,
    limit: i64,
) -> Result<Vec<Artifact>> {
    tx.query(OF_KIND, p![subaccount, package, kind, after, limit]).await
}

record! {
    /// What a list shows of an artifact.
    pub struct Listed of "artifact" {
        /// Hidden identity.
        pub reg_id: String,
        /// Technical id.
        pub id: String,
        /// Technical id of its package.
        pub package: String,
        /// `IFlow`, `ValueMapping`, `Url`, …
        pub kind: String,
        /// Display name.
        pub name: String,
        /// The last version.
        pub version: String,
        /// Whether it changed since.
        pub draft: bool,
    }
}

const OF_TENANT: &str = select!(Listed, "where subaccount = $1 order by package, pos, reg_id");

/// All artifacts of a tenant, package by package.
pub async fn of_tenant(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Listed>> {
    tx.query(OF_TENANT, p![subaccount]).await
}

const FIND: &str = select!(Artifact, "where subaccount = $1 and id = $2 and kind = $3");

/// The artifact of this id and kind.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: &str, kind: &str) -> Result<Option<Artifact>> {
    tx.query_opt(FIND, p![subaccount, id, kind]).await
}

const TWINS: &str = select!(Artifact, "where subaccount = $1 and (id = $2 or reg_id = $3) order by reg_id");

/// Artifacts with this id or this GUID, of any kind.
pub async fn twins(tx: &mut Tx, subaccount: SubaccountId, id: &str, reg_id: &str) -> Result<Vec<Artifact>> {
    tx.query(TWINS, p![subaccount, id, reg_id]).await
}

const PUT: &str = insert!(
    Artifact and "subaccount",
    "on conflict (subaccount, reg_id) do update set id = excluded.id, package = excluded.package, \
    kind = excluded.kind, runnable = excluded.runnable, name = excluded.name, version = excluded.version, \
    draft = excluded.draft, digest = excluded.digest, size = excluded.size, resource = excluded.resource, \
    relations = excluded.relations, parameters = excluded.parameters, \
    modified_by = excluded.modified_by, modified_at = excluded.modified_at"
);

/// Adds an artifact, or saves what changed of it; its place, who made it and when stay.
pub async fn put(tx: &mut Tx, subaccount: SubaccountId, row: &Artifact) -> Result<()> {
    tx.execute(PUT, row.params().and(subaccount)).await.map(drop)
}

const LAST_POS: &str = "select max(pos) from artifact where subaccount = $1 and package = $2";

/// The place after the last artifact of a package.
pub async fn next_pos(tx: &mut Tx, subaccount: SubaccountId, package: &str) -> Result<i64> {
    let last: Option<i64> = tx.query_one(LAST_POS, p![subaccount, package]).await?;
    Ok(last.map_or(0, |last| last + 1))
}

const DELETE_PARTS: [&str; 4] = [
    "delete from artifact_lock where subaccount = $1 and reg_id = $2",
    "delete from artifact_value where subaccount = $1 and reg_id = $2",
    "delete from artifact_version where subaccount = $1 and reg_id = $2",
    "delete from artifact where subaccount = $1 and reg_id = $2",
];

/// Removes an artifact with its versions, values and lock.
pub async fn delete(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str) -> Result<()> {
    for statement in DELETE_PARTS {
        tx.execute(statement, p![subaccount, reg_id]).await?;
    }
    Ok(())
}

record! {
    /// A version of an artifact.
    pub struct Version of "artifact_version" {
        pub version: String,
        /// Display name then.
        pub name: String,
        /// The blob with its content.
        pub digest: Option<BlobId>,
        /// What whoever saved it said.
        pub comment: String,
        /// Who saved it.
        pub created_by: String,
        pub created_at: Time,
    }
}

const PUT_VERSION: &str = insert!(
    Version and "subaccount, reg_id",
    "on conflict (subaccount, reg_id, version) do update set name = excluded.name, digest = excluded.digest, \
    comment = excluded.comment, created_by = excluded.created_by, created_at = excluded.created_at"
);

/// Keeps a version; one of the same number is replaced.
pub async fn put_version(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, row: &Version) -> Result<()> {
    tx.execute(PUT_VERSION, row.params().and(subaccount).and(reg_id)).await.map(drop)
}

const VERSION: &str = select!(Version, "where subaccount = $1 and reg_id = $2 and version = $3");

/// A version of an artifact.
pub async fn version(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, version: &str) -> Result<Option<Version>> {
    tx.query_opt(VERSION, p![subaccount, reg_id, version]).await
}

const VERSIONS: &str =
    select!(Version, "where subaccount = $1 and reg_id = $2 order by created_at desc, version desc limit $3");

/// The newest versions of an artifact.
pub async fn versions(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, limit: i64) -> Result<Vec<Version>> {
    tx.query(VERSIONS, p![subaccount, reg_id, limit]).await
}

const VALUES: &str = "select name, value from artifact_value where subaccount = $1 and reg_id = $2 order by name";

/// The configured values of an artifact.
pub async fn values(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str) -> Result<Vec<(String, String)>> {
    tx.query(VALUES, p![subaccount, reg_id]).await
}

const SET_VALUE: &str = "insert into artifact_value (subaccount, reg_id, name, value) values ($1, $2, $3, $4) \
    on conflict (subaccount, reg_id, name) do update set value = excluded.value";

/// Configures a value.
pub async fn set_value(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, name: &str, value: &str) -> Result<()> {
    tx.execute(SET_VALUE, p![subaccount, reg_id, name, value]).await.map(drop)
}

const DELETE_VALUE: &str = "delete from artifact_value where subaccount = $1 and reg_id = $2 and name = $3";

/// Forgets a configured value.
pub async fn delete_value(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, name: &str) -> Result<()> {
    tx.execute(DELETE_VALUE, p![subaccount, reg_id, name]).await.map(drop)
}

record! {
    /// A lock, with what it locks.
    pub struct Lock {
        /// Hidden identity of the artifact.
        pub reg_id: String,
        /// Who holds it.
        pub holder: String,
        pub created_at: Time,
        /// Technical id of the artifact.
        pub id: String,
        /// Its display name.
        pub name: String,
        pub kind: String,
        /// Technical id of the package.
        pub package: String,
        /// Display name of the package.
        pub package_name: String,
    }
}

const OF_LOCKS: &str = "select l.reg_id, l.holder, l.created_at, a.id, a.name, a.kind, a.package, \
    p.name as package_name from artifact_lock l \
    join artifact a on a.subaccount = l.subaccount and a.reg_id = l.reg_id \
    join package p on p.subaccount = a.subaccount and p.id = a.package where l.subaccount = $1 ";
const LOCKS: &str = text!(OF_LOCKS, "and l.reg_id > $2 and a.reg_id > $2 order by l.reg_id limit $3");

/// Locks of a tenant behind the GUID `after`, by GUID.
pub async fn locks(tx: &mut Tx, subaccount: SubaccountId, after: &str, limit: i64) -> Result<Vec<Lock>> {
    tx.query(LOCKS, p![subaccount, after, limit]).await
}

const LOCK: &str = text!(OF_LOCKS, "and l.reg_id = $2");

/// The lock of an artifact.
pub async fn lock(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str) -> Result<Option<Lock>> {
    tx.query_opt(LOCK, p![subaccount, reg_id]).await
}

const HOLDER: &str = "select holder from artifact_lock where subaccount = $1 and reg_id = $2";

/// Who holds the lock of an artifact.
pub async fn lock_holder(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str) -> Result<Option<String>> {
    tx.query_opt(HOLDER, p![subaccount, reg_id]).await
}

const INSERT_LOCK: &str = "insert into artifact_lock (subaccount, reg_id, holder, created_at) \
    values ($1, $2, $3, $4) on conflict do nothing";

/// Locks an artifact, unless somebody did already.
pub async fn insert_lock(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str, holder: &str, now: Time) -> Result<()> {
    tx.execute(INSERT_LOCK, p![subaccount, reg_id, holder, now]).await.map(drop)
}

const DELETE_LOCK: &str = "delete from artifact_lock where subaccount = $1 and reg_id = $2";

/// Unlocks an artifact; `false` if it was not locked.
pub async fn delete_lock(tx: &mut Tx, subaccount: SubaccountId, reg_id: &str) -> Result<bool> {
    Ok(tx.execute(DELETE_LOCK, p![subaccount, reg_id]).await? == 1)
}
