//! The global account and its subaccounts.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, row_of, select};
use model::account::{Contents, Labels, Production};
use model::{GlobalAccountId, SubaccountId, Time};

record! {
    /// The global account; there is one.
    pub struct GlobalAccount of "global_account" {
        /// Its GUID, which is its zone too.
        pub id: GlobalAccountId,
        /// Name for people.
        pub name: String,
        /// Name in addresses.
        pub subdomain: String,
        pub created_at: Time,
    }
}

const INSERT_GLOBAL: &str = insert!(GlobalAccount);

/// Adds the global account.
pub async fn insert_global(tx: &mut Tx, row: &GlobalAccount) -> Result<()> {
    tx.execute(INSERT_GLOBAL, row.params()).await.map(drop)
}

const GLOBAL: &str = select!(GlobalAccount, "order by created_at limit 1");

/// The global account, once there is one.
pub async fn global(tx: &mut Tx) -> Result<Option<GlobalAccount>> {
    tx.query_opt(GLOBAL, p![]).await
}

record! {
    /// A subaccount: a tenant, and a zone of tokens.
    pub struct Subaccount of "subaccount" {
        /// Its GUID, which is its zone too.
        pub id: SubaccountId,
        /// Counts subaccounts; the plan index of the applications in it.
        pub number: i64,
        /// Name for people.
        pub name: String,
        /// Name in addresses.
        pub subdomain: String,
        pub region: String,
        pub description: String,
        pub beta: bool,
        /// What it is used for.
        pub production: Production,
        pub labels: Labels,
        pub created_by: String,
        pub created_at: Time,
        pub modified_by: String,
        pub modified_at: Time,
    }
}

const INSERT: &str = insert!(Subaccount and "rev");

/// Adds a subaccount.
pub async fn insert(tx: &mut Tx, row: &Subaccount) -> Result<()> {
    tx.execute(INSERT, row.params().and(0)).await.map(drop)
}

const FIND: &str = select!(Subaccount, "where id = $1");

/// The subaccount with this GUID.
pub async fn find(tx: &mut Tx, id: SubaccountId) -> Result<Option<Subaccount>> {
    tx.query_opt(FIND, p![id]).await
}

const BY_ZONE: &str = select!(Subaccount, "where id = $1 or subdomain = $1");

/// The subaccount with this GUID or subdomain.
pub async fn by_zone(tx: &mut Tx, name_or_guid: &str) -> Result<Option<Subaccount>> {
    tx.query_opt(BY_ZONE, p![name_or_guid]).await
}

const ALL: &str = select!(Subaccount, "order by number");

/// All subaccounts, the oldest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Subaccount>> {
    tx.query(ALL, p![]).await
}

const PAGE: &str = select!(Subaccount, "where number > $1 order by number limit $2");

/// Subaccounts behind this number, the oldest first.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<Subaccount>> {
    tx.query(PAGE, p![after, limit]).await
}

const UPDATE: &str = "update subaccount set name = $2, description = $3, beta = $4, production = $5, labels = $6, \
    modified_by = $7, modified_at = $8 where id = $1";

/// Writes what can change.
pub async fn update(tx: &mut Tx, row: &Subaccount) -> Result<()> {
    let Subaccount { id, name, description, beta, production, labels, modified_by, modified_at, .. } = row;
    let values = p![id, name, description, beta, production, labels, modified_by, modified_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const LOCK: &str = "update subaccount set rev = rev + 1 where id = $1";

/// Makes this transaction the only one that adds to the subaccount or deletes it; `false` if it is gone.
pub async fn lock(tx: &mut Tx, id: SubaccountId) -> Result<bool> {
    Ok(tx.execute(LOCK, p![id]).await? == 1)
}

const CONTENTS: &str = "select \
    (select count(*) from subscription where subaccount = $1) as subscriptions, \
    (select count(*) from service_instance where subaccount = $1 and space <> '') as space_instances, \
    (select count(*) from service_instance where subaccount = $1 and space = '') as instances, \
    (select count(*) from environment where subaccount = $1) as environments";

row_of!(Contents { subscriptions: i64, space_instances: i64, instances: i64, environments: i64 });

/// What is in it.
pub async fn contents(tx: &mut Tx, id: SubaccountId) -> Result<Contents> {
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
pub async fn delete(tx: &mut Tx, id: SubaccountId) -> Result<()> {
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
