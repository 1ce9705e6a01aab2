//! Subscriptions to applications.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{SubaccountId, SubscriptionId, Time};
use serde_json::{Map, Value};

record! {
    /// A subscription.
    pub struct Subscription of "subscription" {
        /// Its GUID.
        pub id: SubscriptionId,
        /// Who subscribed.
        pub subaccount: SubaccountId,
        /// To which application.
        pub app: String,
        pub plan: String,
        pub parameters: Map<String, Value>,
        /// The client that another application of ours uses.
        pub client_id: Option<String>,
        /// Its secret, sealed.
        pub secret: Option<String>,
        pub created_by: String,
        pub created_at: Time,
        pub modified_at: Time,
    }
}

const INSERT: &str = insert!(Subscription);

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &Subscription) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Subscription, "where subaccount = $1 and app = $2");

/// A subaccount's subscription to an application.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId, app: &str) -> Result<Option<Subscription>> {
    tx.query_opt(FIND, p![subaccount, app]).await
}

const OF_SUBACCOUNT: &str = select!(Subscription, "where subaccount = $1 order by app");

/// All of a subaccount.
pub async fn of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<Vec<Subscription>> {
    tx.query(OF_SUBACCOUNT, p![subaccount]).await
}

const DELETE: &str = "delete from subscription where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: SubscriptionId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
