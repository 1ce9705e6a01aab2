//! Takes over what transport management says about transports: where they are, and which ones ALM has not heard of.
//!
//! Looking is done outside of transactions; each feature, or free transport, is then brought up to date in a
//! transaction of its own.

use super::ctms::{Ctms, Queued};
use super::feature::{self, Details};
use super::history::{self, Happened};
use super::record::{self, ObservedTransport};
use super::right::Work;
use super::tenant::enter;
use super::watch;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use crate::platform::subscription;
use crate::work::{self, Hold, Turn, Workflow};
use model::feature::way::{Change, Seen, TransportPath};
use model::landscape::Landscape;
use model::work::Lane;
use model::{FeatureId, SubaccountId, Time};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::time::Duration;
use store::Tx;
use store::alm_transport::TransportRow;

/// How often everything is looked at.
const PERIOD: Duration = Duration::from_secs(300);
/// Who did what ALM did not order.
const ELSEWHERE: &str = "Cloud Transport Management";

/// What transport management said at one moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Snapshot {
    landscape: Landscape,
    queues: BTreeMap<i64, BTreeMap<i64, Seen>>,
}

impl Snapshot {
    /// Looks at the landscape and at the queues on these ways.
    pub(super) async fn take(ctms: &Ctms<'_>, ways: &[TransportPath]) -> client::Result<Self> {
        let landscape = ctms.landscape().await?;
        let ways = ways.iter().map(|way| way.again(&landscape));
        let nodes: BTreeSet<i64> = ways.flat_map(|way| way.stops.into_iter().map(|stop| stop.node)).collect();
        let mut queues = BTreeMap::new();
        for node in nodes {
            queues.insert(node, statuses(&ctms.queue(node).await?));
        }
        Ok(Self { landscape, queues })
    }

    /// The same, with all queues; answers what is in them, too.
    async fn take_all(ctms: &Ctms<'_>) -> client::Result<(Self, Vec<(String, Queued)>)> {
        let landscape = ctms.landscape().await?;
        let (mut queues, mut found) = (BTreeMap::new(), Vec::new());
        for node in &landscape.nodes {
            let queue = ctms.queue(node.id).await?;
            queues.insert(node.id, statuses(&queue));
            found.extend(queue.into_iter().map(|request| (node.name.clone(), request)));
        }
        Ok((Self { landscape, queues }, found))
    }

    fn seen(&self, node: i64, id: i64) -> Option<Seen> {
        self.queues.get(&node)?.get(&id).copied()
    }
}

fn statuses(queue: &[Queued]) -> BTreeMap<i64, Seen> {
    queue.iter().filter_map(|request| Some((request.id, request.seen()?))).collect()
}

/// What became of a transport.
struct News {
    row: TransportRow,
    changes: Vec<Change>,
}

/// What a snapshot says about a transport.
fn news(row: &TransportRow, snapshot: &Snapshot, now: Time) -> Result<News> {
    let old: TransportPath = serde_json::from_str(&row.way)?;
    let mut way = old.again(&snapshot.landscape);
    let (id, ours) = (row.id, row.deployment.is_some());
    let nodes: Vec<i64> = way.stops.iter().map(|stop| stop.node).collect();
    let mut changes = Vec::new();
    for node in &nodes {
        let seen = snapshot.seen(*node, id);
        changes.extend(seen.and_then(|seen| way.observe(*node, seen, ours)));
    }
    let deleted = is_deleted(&way, snapshot, id);
    let mut fresh = TransportRow {
        way: serde_json::to_string(&way)?,
        complete: way.is_complete(),
        deleted,
        problem: if changes.is_empty() { row.problem.clone() } else { problem(&changes) },
        ..row.clone()
    };
    if fresh != *row {
        fresh.changed_at = now.micros();
    }
    Ok(News { row: fresh, changes })
}

/// Taken out of the queue where it should go next, or gone from all of them. What reached its last node is not deleted
/// when its entries are cleaned up later.
fn is_deleted(way: &TransportPath, snapshot: &Snapshot, id: i64) -> bool {
    let Some(target) = way.target() else { return false };
    let read = |node: i64| snapshot.queues.contains_key(&node);
    match snapshot.seen(target.node, id) {
        Some(seen) => seen == Seen::Deleted,
        None => {
            let nodes = || way.stops.iter().map(|stop| stop.node);
            nodes().all(read) && nodes().all(|node| matches!(snapshot.seen(node, id), None | Some(Seen::Deleted)))
        }
    }
}

fn problem(changes: &[Change]) -> Option<String> {
    changes.iter().find_map(|change| match change {
        Change::Failed(node) => Some(format!("the import into {node} failed; the action log of the node says why")),
        Change::Deployed(_) => None,
    })
}

/// Brings one transport up to date, within a transaction that holds its feature. `actor` is who ordered the import.
pub(super) async fn apply(
    tx: &mut Tx,
    row: &TransportRow,
    snapshot: &Snapshot,
    actor: Option<&str>,
    now: Time,
) -> Result<TransportRow> {
    let News { row: fresh, changes } = news(row, snapshot, now)?;
    if fresh == *row {
        return Ok(fresh);
    }
    store::alm_transport::update(tx, &fresh).await?;
    if let Some(feature) = fresh.feature.map(FeatureId) {
        for change in changes {
            note(tx, feature, (&fresh, change), actor.unwrap_or(ELSEWHERE), now).await?;
        }
        store::feature::touch(tx, feature.0, now.micros()).await?;
    }
    Ok(fresh)
}

async fn note(
    tx: &mut Tx,
    feature: FeatureId,
    (row, change): (&TransportRow, Change),
    actor: &str,
    now: Time,
) -> Result<()> {
    let heading = match change {
        Change::Deployed(node) => format!("Transport request deployed in {node}"),
        Change::Failed(node) => format!("Transport request deployment failed in {node}"),
    };
    history::add(tx, feature, Happened { actor, heading, value: row.id.to_string(), old_value: None }, now).await
}

/// Brings the transports of a feature up to date.
async fn update_feature(cx: &Cx, subaccount: SubaccountId, feature: FeatureId, snapshot: Snapshot) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            store::feature::lock(tx, subaccount.0, feature.0).await?;
            let active = store::alm_deployment::active(tx, feature.0).await?;
            for row in store::alm_transport::of_feature(tx, feature.0).await? {
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
            let active = store::alm_deployment::active(tx, id.0).await?;
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
    /// The tenant.
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
    let open = cx.db.read(async move |tx| Ok::<_, crate::Error>(store::alm_transport::open(tx, subaccount.0).await?));
    let (mut features, now) = (BTreeSet::new(), cx.now());
    for row in open.await? {
        match row.feature {
            Some(feature) => drop(features.insert(feature)),
            None if news(&row, &snapshot, now)?.row != row => update_free(cx, row, snapshot.clone()).await?,
            None => {}
        }
    }
    for feature in features {
        update_feature(cx, subaccount, FeatureId(feature), snapshot.clone()).await?;
    }
    Ok(())
}

async fn update_free(cx: &Cx, row: TransportRow, snapshot: Snapshot) -> Result<()> {
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
    let known = cx.db.read(async move |tx| Ok::<_, crate::Error>(store::alm_transport::known(tx, subaccount.0).await?));
    let known: HashSet<i64> = known.await?.into_iter().collect();
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
                    work::order(tx, &SyncTenant { subaccount: SubaccountId(subaccount) }, now).await?;
                }
                Ok::<_, crate::Error>(())
            })
            .await?;
        Ok(Turn::wait(self, PERIOD))
    }
}
