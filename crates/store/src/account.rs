//! The global account and its subaccounts.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// The global account; there is one.
    pub struct GlobalRow {
        /// Its GUID, which is its zone too.
        pub id: Uuid,
        /// Name for people.
        pub name: String,
        /// Name in addresses.
        pub subdomain: String,
        /// When made, in microseconds.
        pub created_at: i64,
    }
}

const INSERT_GLOBAL: &str = "insert into global_account (id, name, subdomain, created_at) values ($1, $2, $3, $4)";

/// Adds the global account.
pub async fn insert_global(tx: &mut Tx, row: &GlobalRow) -> Result<()> {
    let GlobalRow { id, name, subdomain, created_at } = row;
    tx.execute(INSERT_GLOBAL, p![*id, name, subdomain, *created_at]).await.map(drop)
}

const GLOBAL: &str = "select id, name, subdomain, created_at from global_account order by created_at limit 1";

/// The global account, once there is one.
pub async fn global(tx: &mut Tx) -> Result<Option<GlobalRow>> {
    tx.query_opt(GLOBAL, p![]).await
}

record! {
    /// A subaccount.
    pub struct SubaccountRow {
        /// Its GUID, which is its zone too.
        pub id: Uuid,
        /// Counts subaccounts; the plan index of the applications in it.
        pub number: i64,
        /// Name for people.
        pub name: String,
        /// Name in addresses.
        pub subdomain: String,
        /// The region.
        pub region: String,
        /// Free text.
        pub description: String,
        /// Whether beta features are on.
        pub beta: bool,
        /// What it is used for.
        pub production: String,
        /// JSON: key to list of values.
        pub labels: String,
        /// Who made it.
        pub created_by: String,
        /// When, in microseconds.
        pub created_at: i64,
        /// Who changed it last.
        pub modified_by: String,
        /// When, in microseconds.
        pub modified_at: i64,
    }
}

const INSERT: &str = "insert into subaccount (id, number, name, subdomain, region, description, beta, production, \
    labels, created_by, created_at, modified_by, modified_at, rev) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)";

/// Adds a subaccount.
pub async fn insert(tx: &mut Tx, row: &SubaccountRow) -> Result<()> {
    let values = p![
        row.id,
        row.number,
        &row.name,
        &row.subdomain,
        &row.region,
        &row.description,
        row.beta,
        &row.production,
        &row.labels,
        &row.created_by,
        row.created_at,
        &row.modified_by,
        row.modified_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const FIND: &str = "select id, number, name, subdomain, region, description, beta, production, labels, created_by, \
    created_at, modified_by, modified_at from subaccount where id = $1";

/// The subaccount with this GUID.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<SubaccountRow>> {
    tx.query_opt(FIND, p![id]).await
}

const BY_ZONE: &str = "select id, number, name, subdomain, region, description, beta, production, labels, \
    created_by, created_at, modified_by, modified_at from subaccount where id = $1 or subdomain = $1";

/// The subaccount with this GUID or subdomain.
pub async fn by_zone(tx: &mut Tx, name_or_guid: &str) -> Result<Option<SubaccountRow>> {
    tx.query_opt(BY_ZONE, p![name_or_guid]).await
}

const ALL: &str = "select id, number, name, subdomain, region, description, beta, production, labels, created_by, \
    created_at, modified_by, modified_at from subaccount order by number";

/// All subaccounts, the oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<SubaccountRow>> {
    tx.query(ALL, p![]).await
}

const UPDATE: &str = "update subaccount set name = $2, description = $3, beta = $4, production = $5, labels = $6, \
    modified_by = $7, modified_at = $8 where id = $1";

/// Writes what can change.
pub async fn update(tx: &mut Tx, row: &SubaccountRow) -> Result<()> {
    let SubaccountRow { id, name, description, production, labels, modified_by, .. } = row;
    let values = p![*id, name, description, row.beta, production, labels, modified_by, row.modified_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const LOCK: &str = "update subaccount set rev = rev + 1 where id = $1";

/// Makes this transaction the only one that adds to the subaccount or deletes it; `false` if it is gone.
pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.execute(LOCK, p![id]).await? == 1)
}

const CONTENTS: &str = "select \
    (select count(*) from subscription where subaccount = $1) as subscriptions, \
    (select count(*) from service_instance where subaccount = $1 and space <> '') as in_spaces, \
    (select count(*) from service_instance where subaccount = $1 and space = '') as instances, \
    (select count(*) from environment where subaccount = $1) as environments";

/// How many subscriptions, service instances in spaces, other service instances, and environments are in it.
pub async fn contents(tx: &mut Tx, id: Uuid) -> Result<(i64, i64, i64, i64)> {
    tx.query_one(CONTENTS, p![id]).await
}

const DELETE: &str = "delete from subaccount where id = $1";
const DELETE_ASSIGNMENTS: &str = "delete from assignment where subaccount = $1";
const DELETE_BINDINGS: &str =
    "delete from service_binding where instance in (select id from service_instance where subaccount = $1)";
const DELETE_INSTANCES: &str = "delete from service_instance where subaccount = $1";
const DELETE_OPERATIONS: &str = "delete from service_operation where subaccount = $1";
const DELETE_SUBSCRIPTIONS: &str = "delete from subscription where subaccount = $1";
const DELETE_ENVIRONMENTS: &str = "delete from environment where subaccount = $1";

/// Removes a subaccount with everything of this area that is in it.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    let all = [
        DELETE_ASSIGNMENTS,
        DELETE_BINDINGS,
        DELETE_INSTANCES,
        DELETE_OPERATIONS,
        DELETE_SUBSCRIPTIONS,
        DELETE_ENVIRONMENTS,
        DELETE,
    ];
    for statement in all {
        tx.execute(statement, p![id]).await?;
    }
    Ok(())
}
