//! Transports as Cloud ALM knows them.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::feature::way::TransportPath;
use model::{DeploymentId, FeatureId, RequestId, SubaccountId, Time};

record! {
    /// A transport.
    pub struct Transport of "alm_transport" {
        /// Whose.
        pub subaccount: SubaccountId,
        /// The request in transport management.
        pub id: RequestId,
        pub title: String,
        pub owner: String,
        /// `MTA` and its like.
        pub content_type: String,
        /// The nodes, and how far it came.
        pub way: TransportPath,
        /// Whether the last node is reached.
        pub complete: bool,
        /// Whether it was deleted in transport management.
        pub deleted: bool,
        /// The feature that it is assigned to, if any.
        pub feature: Option<FeatureId>,
        /// The import under way, if any.
        pub deployment: Option<DeploymentId>,
        /// What went wrong last, if anything.
        pub problem: Option<String>,
        pub released_at: Time,
        pub changed_at: Time,
    }
}

const INSERT: &str = insert!(Transport, "on conflict (subaccount, id) do nothing");

/// Adds a transport; `false` if it is known already.
pub async fn insert(tx: &mut Tx, row: &Transport) -> Result<bool> {
    Ok(tx.execute(INSERT, row.params()).await? == 1)
}

const FIND: &str = select!(Transport, "where subaccount = $1 and id = $2");

/// A transport of a tenant.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<Option<Transport>> {
    tx.query_opt(FIND, p![subaccount, id]).await
}

const OF_FEATURE: &str = select!(Transport, "where feature = $1 order by id");

/// The transports of a feature in the order of their release.
pub async fn of_feature(tx: &mut Tx, feature: FeatureId) -> Result<Vec<Transport>> {
    tx.query(OF_FEATURE, p![feature]).await
}

const PAGE: &str = select!(Transport, "where subaccount = $1 and id < $2 order by id desc limit $3");
const FREE_PAGE: &str = select!(
    Transport,
    "where subaccount = $1 and id < $2 and feature is null \
    order by id desc limit $3"
);
const TAKEN_PAGE: &str = select!(
    Transport,
    "where subaccount = $1 and id < $2 and feature is not null \
    order by id desc limit $3"
);

/// Transports of a tenant before a number, newest first; only assigned or unassigned ones when that is asked for.
pub async fn page(
    tx: &mut Tx,
    subaccount: SubaccountId,
    assigned: Option<bool>,
    before: RequestId,
    limit: i64,
) -> Result<Vec<Transport>> {
    let statement = match assigned {
        None => PAGE,
        Some(false) => FREE_PAGE,
        Some(true) => TAKEN_PAGE,
    };
    tx.query(statement, p![subaccount, before, limit]).await
}

const OPEN: &str = select!(Transport, "where subaccount = $1 and not complete order by id");

/// The transports of a tenant that have not reached their last node.
pub async fn open(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Transport>> {
    tx.query(OPEN, p![subaccount]).await
}

const KNOWN: &str = "select id from alm_transport where subaccount = $1";

/// The numbers of all known transports of a tenant.
pub async fn known(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<RequestId>> {
    tx.query(KNOWN, p![subaccount]).await
}

const ASSIGN: &str = "update alm_transport set feature = $3, changed_at = $4 \
    where subaccount = $1 and id = $2 and feature is null";

/// Assigns a transport that is free; `false` if it is not, or not there. Of two at the same time one gets it.
pub async fn assign(
    tx: &mut Tx,
    subaccount: SubaccountId,
    id: RequestId,
    feature: FeatureId,
    now: Time,
) -> Result<bool> {
    Ok(tx.execute(ASSIGN, p![subaccount, id, feature, now]).await? == 1)
}

const UNASSIGN: &str = "update alm_transport set feature = null, changed_at = $4 \
    where subaccount = $1 and id = $2 and feature = $3";

/// Takes a transport away from a feature; `false` if it was not assigned to it.
pub async fn unassign(
    tx: &mut Tx,
    subaccount: SubaccountId,
    id: RequestId,
    feature: FeatureId,
    now: Time,
) -> Result<bool> {
    Ok(tx.execute(UNASSIGN, p![subaccount, id, feature, now]).await? == 1)
}

const UPDATE: &str = "update alm_transport set way = $3, complete = $4, deleted = $5, deployment = $6, problem = $7, \
    changed_at = $8 where subaccount = $1 and id = $2";

/// Saves the way, the marks and the import under way; not the assignment.
pub async fn update(tx: &mut Tx, row: &Transport) -> Result<()> {
    let values =
        p![row.subaccount, row.id, &row.way, row.complete, row.deleted, row.deployment, &row.problem, row.changed_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const LOCK: &str = "update alm_transport set changed_at = changed_at where subaccount = $1 and id = $2";

/// Has everybody else who changes this transport wait.
pub async fn lock(tx: &mut Tx, subaccount: SubaccountId, id: RequestId) -> Result<()> {
    tx.execute(LOCK, p![subaccount, id]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from alm_transport where subaccount = $1";

/// Removes all that a tenant knows about transports.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
