//! What transport management said at one moment, and what follows from it for a transport.

use super::ctms::{Ctms, Queued};
use super::history::HistoryEntry;
use crate::error::Result;
use model::feature::way::{Change, Seen, TransportPath};
use model::landscape::Landscape;
use model::{FeatureId, NodeId, RequestId, Time};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::alm_transport::Transport;

/// Who did what ALM did not order.
const ELSEWHERE: &str = "Cloud Transport Management";

/// What transport management said at one moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Snapshot {
    pub(super) landscape: Landscape,
    queues: BTreeMap<NodeId, BTreeMap<RequestId, Seen>>,
}

impl Snapshot {
    /// Looks at the landscape and at the queues on these ways.
    pub(super) async fn take(ctms: &Ctms<'_>, ways: &[TransportPath]) -> client::Result<Self> {
        let landscape = ctms.landscape().await?;
        let ways = ways.iter().map(|way| way.again(&landscape));
        let nodes: BTreeSet<NodeId> = ways.flat_map(|way| way.stops.into_iter().map(|stop| stop.node)).collect();
        let mut queues = BTreeMap::new();
        for node in nodes {
            queues.insert(node, statuses(&ctms.queue(node).await?));
        }
        Ok(Self { landscape, queues })
    }

    /// The same, with all queues; answers what is in them, too.
    pub(super) async fn take_all(ctms: &Ctms<'_>) -> client::Result<(Self, Vec<(String, Queued)>)> {
        let landscape = ctms.landscape().await?;
        let (mut queues, mut found) = (BTreeMap::new(), Vec::new());
        for node in &landscape.nodes {
            let queue = ctms.queue(node.id).await?;
            queues.insert(node.id, statuses(&queue));
            found.extend(queue.into_iter().map(|request| (node.name.clone(), request)));
        }
        Ok((Self { landscape, queues }, found))
    }

    fn seen(&self, node: NodeId, id: RequestId) -> Option<Seen> {
        self.queues.get(&node)?.get(&id).copied()
    }
}

fn statuses(queue: &[Queued]) -> BTreeMap<RequestId, Seen> {
    queue.iter().filter_map(|request| Some((request.id, request.seen()?))).collect()
}

/// What became of a transport.
pub(super) struct News {
    pub(super) transport: Transport,
    changes: Vec<Change>,
}

/// What a snapshot says about a transport.
pub(super) fn news(old: &Transport, snapshot: &Snapshot, now: Time) -> News {
    let mut way = old.way.again(&snapshot.landscape);
    let (id, ours) = (old.id, old.deployment.is_some());
    let nodes: Vec<NodeId> = way.stops.iter().map(|stop| stop.node).collect();
    let mut changes = Vec::new();
    for node in &nodes {
        let seen = snapshot.seen(*node, id);
        changes.extend(seen.and_then(|seen| way.observe(*node, seen, ours)));
    }
    let deleted = is_deleted(&way, snapshot, id);
    let mut fresh = Transport {
        complete: way.is_complete(),
        way,
        deleted,
        problem: if changes.is_empty() { old.problem.clone() } else { problem(&changes) },
        ..old.clone()
    };
    if fresh != *old {
        fresh.changed_at = now;
    }
    News { transport: fresh, changes }
}

/// Taken out of the queue where it should go next, or gone from all of them. What reached its last node is not deleted
/// when its entries are cleaned up later.
fn is_deleted(way: &TransportPath, snapshot: &Snapshot, id: RequestId) -> bool {
    let Some(target) = way.target() else { return false };
    let read = |node: NodeId| snapshot.queues.contains_key(&node);
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
    old: &Transport,
    snapshot: &Snapshot,
    actor: Option<&str>,
    now: Time,
) -> Result<Transport> {
    let News { transport: fresh, changes } = news(old, snapshot, now);
    if fresh == *old {
        return Ok(fresh);
    }
    store::alm_transport::update(tx, &fresh).await?;
    crate::live::note(tx, &old.subaccount.text(), "feature", now).await?;
    if let Some(feature) = fresh.feature {
        for change in changes {
            store::feature::add_history(tx, &entry(feature, fresh.id, change, actor.unwrap_or(ELSEWHERE), now)).await?;
        }
        store::feature::touch(tx, feature, now).await?;
    }
    Ok(fresh)
}

fn entry(feature: FeatureId, id: RequestId, change: Change, actor: &str, now: Time) -> HistoryEntry {
    let heading = match change {
        Change::Deployed(node) => format!("Transport request deployed in {node}"),
        Change::Failed(node) => format!("Transport request deployment failed in {node}"),
    };
    HistoryEntry { feature, at: now, actor: actor.to_owned(), heading, value: id.to_string(), old_value: None }
}
