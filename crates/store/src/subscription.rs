//! Subscriptions to applications.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A subscription.
    pub struct SubscriptionRow {
        /// Its GUID.
        pub id: Uuid,
        /// Who subscribed.
        pub subaccount: Uuid,
        /// To which application.
        pub app: String,
        /// With which plan.
        pub plan: String,
        /// JSON, as given.
        pub parameters: String,
        /// The client that another application of ours uses.
        pub client_id: Option<String>,
        /// Its secret, sealed.
        pub secret: Option<String>,
        /// Who made it.
        pub created_by: String,
        /// When, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub modified_at: i64,
    }
}

const INSERT: &str = "insert into subscription \
    (id, subaccount, app, plan, parameters, client_id, secret, created_by, created_at, modified_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &SubscriptionRow) -> Result<()> {
    let values = p![
        row.id,
        row.subaccount,
        &row.app,
        &row.plan,
        &row.parameters,
        row.client_id.as_deref(),
        row.secret.as_deref(),
        &row.created_by,
        row.created_at,
        row.modified_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const FIND: &str = "select id, subaccount, app, plan, parameters, client_id, secret, created_by, created_at, \
    modified_at from subscription where subaccount = $1 and app = $2";

/// A subaccount's subscription to an application.
pub async fn find(tx: &mut Tx, subaccount: Uuid, app: &str) -> Result<Option<SubscriptionRow>> {
    tx.query_opt(FIND, p![subaccount, app]).await
}

const OF_SUBACCOUNT: &str = "select id, subaccount, app, plan, parameters, client_id, secret, created_by, \
    created_at, modified_at from subscription where subaccount = $1 order by app";

/// All of a subaccount.
pub async fn of_subaccount(tx: &mut Tx, subaccount: Uuid) -> Result<Vec<SubscriptionRow>> {
    tx.query(OF_SUBACCOUNT, p![subaccount]).await
}

const DELETE: &str = "delete from subscription where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
