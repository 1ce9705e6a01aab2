//! What the guide looks at over all subaccounts: one row each, found by key.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use model::{FeatureId, RequestId, SubaccountId};

const WITH_APP: &str = "select s.subaccount from subscription s where s.app = $1 \
    order by (select count(*) from destination d where d.subaccount = s.subaccount and d.instance = '' \
        and d.name in ($2, $3, $4)) desc, s.created_at, s.subaccount limit 1";

/// The subaccount that is subscribed to this application; of several, the one that has most of the destinations, then
/// the oldest.
pub async fn with_app(tx: &mut Tx, app: &str, destinations: [&str; 3]) -> Result<Option<SubaccountId>> {
    let [first, second, third] = destinations;
    tx.query_opt(WITH_APP, p![app, first, second, third]).await
}

record! {
    /// A service instance with the number of its keys.
    pub struct WithKeys {
        pub name: String,
        pub app_id: String,
        pub keys: i64,
    }
}

const INSTANCE: &str = "select i.name, i.app_id, \
    (select count(*) from service_binding b where b.instance = i.id) as keys \
    from service_instance i where i.subaccount = $1 and i.service = $2 and i.plan = $3 order by 3 desc, i.name limit 1";

/// The instance of a plan that has most keys.
pub async fn instance(tx: &mut Tx, subaccount: SubaccountId, service: &str, plan: &str) -> Result<Option<WithKeys>> {
    tx.query_opt(INSTANCE, p![subaccount, service, plan]).await
}

const NEWEST_REQUEST: &str = "select id from request where subaccount = $1 order by id desc limit 1";

/// The request that was made last.
pub async fn newest_request(tx: &mut Tx, subaccount: SubaccountId) -> Result<Option<RequestId>> {
    tx.query_opt(NEWEST_REQUEST, p![subaccount]).await
}

const CARRIED: &str = "select feature from alm_transport where subaccount = $1 and feature is not null \
    order by id desc limit 1";
const NEWEST: &str = "select id from alm_feature where subaccount = $1 order by number desc limit 1";

/// The feature whose transport is the newest; the newest one, where none has any.
pub async fn feature(tx: &mut Tx, subaccount: SubaccountId) -> Result<Option<FeatureId>> {
    match tx.query_opt(CARRIED, p![subaccount]).await? {
        Some(feature) => Ok(Some(feature)),
        None => tx.query_opt(NEWEST, p![subaccount]).await,
    }
}
