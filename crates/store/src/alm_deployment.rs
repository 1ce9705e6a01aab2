//! Imports that Cloud ALM orders from transport management: one row per node and order.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::feature::watch::DeploymentState;
use model::{ActionId, DeploymentId, FeatureId, NodeId, RequestId, SubaccountId, Time};

record! {
    /// An import.
    pub struct Deployment of "alm_deployment" {
        /// Its number.
        pub id: DeploymentId,
        /// Whose.
        pub subaccount: SubaccountId,
        pub feature: FeatureId,
        pub node: NodeId,
        pub node_name: String,
        pub transports: Vec<RequestId>,
        /// The person who ordered it.
        pub named_user: String,
        pub state: DeploymentState,
        /// The action in transport management, once it is known.
        pub action: Option<ActionId>,
        pub ordered_at: Time,
        /// When it came to an end.
        pub ended_at: Option<Time>,
    }
}

const INSERT: &str = insert!(Deployment);

/// Stores the intent.
pub async fn insert(tx: &mut Tx, row: &Deployment) -> Result<()> {
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Deployment, "where id = $1");

/// An import.
pub async fn find(tx: &mut Tx, id: DeploymentId) -> Result<Option<Deployment>> {
    tx.query_opt(FIND, p![id]).await
}

const ACTIVE: &str = select!(Deployment, "where feature = $1 and state in ('ordered', 'running') order by id");

/// The imports of a feature that have not come to an end.
pub async fn active(tx: &mut Tx, feature: FeatureId) -> Result<Vec<Deployment>> {
    tx.query(ACTIVE, p![feature]).await
}

const STARTED: &str = "update alm_deployment set state = 'running', action = $2 where id = $1 and state = 'ordered'";

/// The import runs as this action; `false` if somebody else said so already.
pub async fn started(tx: &mut Tx, id: DeploymentId, action: ActionId) -> Result<bool> {
    Ok(tx.execute(STARTED, p![id, action]).await? == 1)
}

const ENDED: &str = "update alm_deployment set state = $2, ended_at = $3 \
    where id = $1 and state in ('ordered', 'running')";

/// The import came to an end; `false` if somebody else said so already.
pub async fn ended(tx: &mut Tx, id: DeploymentId, state: DeploymentState, now: Time) -> Result<bool> {
    Ok(tx.execute(ENDED, p![id, state, now]).await? == 1)
}

const HAS_ACTION: &str = "select count(*) from alm_deployment where subaccount = $1 and action = $2";

/// Whether an action of transport management is one of ours already.
pub async fn has_action(tx: &mut Tx, subaccount: SubaccountId, action: ActionId) -> Result<bool> {
    let known: i64 = tx.query_one(HAS_ACTION, p![subaccount, action]).await?;
    Ok(known > 0)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from alm_deployment where subaccount = $1";

/// Removes all imports that a tenant ordered, also those under way.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
