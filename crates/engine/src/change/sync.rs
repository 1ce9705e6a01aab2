//! Takes over what transport management says about transports: where they are, and which ones ALM has not heard of.
//!
//! Looking is done outside of transactions; each feature, or free transport, is then brought up to date in a
//! transaction of its own.

use super::ctms::{Ctms, Queued};
use super::feature::{self, Details};
use super::record::{self, ObservedTransport};
use super::right::Work;
use super::snapshot::{Snapshot, apply, news};
use super::tenant::enter;
use super::watch;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use crate::platform::subscription;
use crate::work::{self, Hold, Turn, Workflow};
use model::feature::way::TransportPath;
use model::landscape::Landscape;
use model::work::Lane;
use model::{FeatureId, RequestId, SubaccountId, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::time::Duration;
use store::Tx;
use store::alm_transport::Transport;

/// How often everything is looked at.
const PERIOD: Duration = Duration::from_secs(300);
/// When a sync looks whether a transport was left out because the server died in between.
const SECOND_LOOK: Duration = Duration::from_secs(60);

/// Before the call: whatever happens then, a sync will look for what came of it.
pub(super) async fn expect(cx: &Cx, subaccount: SubaccountId) -> Result<()> {
    let now = cx.now();
    let later = now.plus(SECOND_LOOK);
    cx.db.write(async move |tx| work::order_at(tx, &SyncTenant { subaccount }, now, later).await).await
}

/// Brings the transports of a feature up to date.
async fn update_feature(cx: &Cx, subaccount: SubaccountId, feature: FeatureId, snapshot: Snapshot) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            store::feature::lock(tx, subaccount, feature).await?;
            let active = store::alm_deployment::active(tx, feature).await?;
            for row in store::alm_transport::of_feature(tx, feature).await? {
                let order = active.iter().find(|order| row.deployment == Some(order.id));
                apply(tx, &row, &snapshot, order.map(|order| order.named_user.as_str()), now).await?;
            }
            Ok::<_, crate::Error>(())
        })
        .await
}

/// Looks at the transports of a feature now, and answers the feature.
///
/// # Errors
/// Not found; unavailable, when transport management cannot be reached.
pub async fn refresh(cx: &Cx, caller: Caller<Work>, tenant: &str, id: FeatureId) -> Result<Details> {
    let (identity, name) = (caller.identity().clone(), tenant.to_owned());
    let (subaccount, ways, active) = cx
        .db
        .read(async move |tx| {
            let subaccount = enter(tx, &identity, &name).await?;
            feature::open(tx, &identity, subaccount, id).await?;
            let ways: Vec<TransportPath> = feature::assigned(tx, id).await?.into_iter().map(|one| one.way).collect();
            let active = store::alm_deployment::active(tx, id).await?;
            Ok::<_, crate::Error>((subaccount, ways, active))
        })
        .await?;
    if !ways.is_empty() {
        for deployment in &active {
            watch::look(cx, deployment).await?;
        }
        let ctms = Ctms::open(cx, subaccount).await?;
        let snapshot = Snapshot::take(&ctms, &ways).await?;
        update_feature(cx, subaccount, id, snapshot).await?;
    }
    feature::get(cx, caller, tenant, id).await
}

/// Brings all transports of a tenant up to date, and takes in those that ALM has not heard of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SyncTenant {
    pub subaccount: SubaccountId,
}

impl Workflow for SyncTenant {
    const KIND: &'static str = "alm-sync";

    fn key(&self) -> Option<String> {
        Some(self.subaccount.text())
    }

    fn tenant(&self) -> String {
        self.subaccount.text()
    }

    fn lane(&self) -> Lane {
        Lane::Polling
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        if subscription::transport_client(cx, self.subaccount).await?.is_some() {
            tenant(cx, self.subaccount).await?;
        }
        Ok(Turn::end())
    }
}

async fn tenant(cx: &Cx, subaccount: SubaccountId) -> Result<()> {
    let ctms = Ctms::open(cx, subaccount).await?;
    let (snapshot, found) = Snapshot::take_all(&ctms).await?;
    take_in(cx, subaccount, &snapshot.landscape, found).await?;
    let open = cx.db.read(async move |tx| Ok::<_, crate::Error>(store::alm_transport::open(tx, subaccount).await?));
    let (mut features, now) = (BTreeSet::new(), cx.now());
    for row in open.await? {
        match row.feature {
            Some(feature) => drop(features.insert(feature)),
            None if news(&row, &snapshot, now).transport != row => update_free(cx, row, snapshot.clone()).await?,
            None => {}
        }
    }
    for feature in features {
        update_feature(cx, subaccount, feature, snapshot.clone()).await?;
    }
    Ok(())
}

async fn update_free(cx: &Cx, row: Transport, snapshot: Snapshot) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            store::alm_transport::lock(tx, row.subaccount, row.id).await?;
            let row = store::alm_transport::find(tx, row.subaccount, row.id).await?;
            if let Some(row) = row.filter(|row| row.feature.is_none()) {
                apply(tx, &row, &snapshot, None, now).await?;
            }
            Ok(())
        })
        .await
}

async fn take_in(cx: &Cx, subaccount: SubaccountId, landscape: &Landscape, found: Vec<(String, Queued)>) -> Result<()> {
    let known = cx.db.read(async move |tx| Ok::<_, crate::Error>(store::alm_transport::known(tx, subaccount).await?));
    let known: HashSet<RequestId> = known.await?.into_iter().collect();
    let mut fresh = BTreeMap::new();
    for (node, request) in found.into_iter().filter(|(_, request)| !known.contains(&request.id)) {
        fresh.entry(request.id).or_insert_with(|| heard(landscape, &node, &request));
    }
    if fresh.is_empty() {
        return Ok(());
    }
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            for heard in fresh.into_values() {
                record::note(tx, subaccount, heard, now).await?;
            }
            Ok(())
        })
        .await
}

fn heard(landscape: &Landscape, node: &str, request: &Queued) -> ObservedTransport {
    let origin = request.origin.as_deref().unwrap_or(node);
    let way = match landscape.named(origin) {
        Some(_) if origin == node => TransportPath::into_node(landscape, origin),
        Some(source) => TransportPath::from_source(landscape, source.id),
        None => TransportPath::unknown(origin),
    };
    ObservedTransport {
        id: request.id,
        title: request.description.clone().unwrap_or_default(),
        owner: request.owner(),
        content_type: request.content_type(),
        released_at: Time::parse_rfc3339(&request.created_at),
        way,
    }
}

/// Orders [`SyncTenant`] for every tenant, again and again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SyncTimer {}

impl Workflow for SyncTimer {
    const KIND: &'static str = "alm-sync-timer";

    fn key(&self) -> Option<String> {
        Some("all".to_owned())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let now = cx.now();
        cx.db
            .write(async move |tx: &mut Tx| {
                for subaccount in store::project::tenants(tx).await? {
                    work::order(tx, &SyncTenant { subaccount }, now).await?;
                }
                Ok::<_, crate::Error>(())
            })
            .await?;
        Ok(Turn::wait(self, PERIOD))
    }
}
