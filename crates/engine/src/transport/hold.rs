//! Holding queues: a use case that writes to several holds them in ascending order, so that two cannot wait for each
//! other, and looks at the routes again afterwards, because they may have changed before it held them.

use crate::error::{Error, Result};
use model::node::Node;
use model::queue::{self, Tail};
use model::{NodeId, QueueId, RequestId, SubaccountId, Time};
use std::collections::BTreeMap;
use store::Tx;

/// A queue that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) node: NodeId,
    pub(super) name: String,
    /// The last place before those that were given away.
    pub(super) tail: i64,
    /// How many were given away.
    pub(super) places: i64,
}

/// How often the routes may change under our hands before we give up.
const TRIES: usize = 5;

/// Holds the queues of a node and of those that follow it; answers the latter. `places` are given away in each of
/// them; if more are needed then, [`forward`] gives them.
pub(super) async fn with_successors(tx: &mut Tx, node: NodeId, places: i64) -> Result<Vec<Held>> {
    for _ in 0..TRIES {
        let successors = store::route::successors(tx, node).await?;
        let held = each(tx, node, &successors, places).await?;
        if store::route::successors(tx, node).await? == successors {
            return Ok(held);
        }
    }
    Err(Error::conflict("the routes behind this node are being changed; try again"))
}

async fn each(tx: &mut Tx, node: NodeId, successors: &[(NodeId, String)], places: i64) -> Result<Vec<Held>> {
    let mut held = Vec::with_capacity(successors.len());
    let mut own = Some(node);
    for (id, name) in successors {
        if let Some(first) = own.take_if(|own| *own < *id) {
            one(tx, first, 0).await?;
        }
        held.push(Held { node: *id, name: name.clone(), tail: one(tx, *id, places).await?, places });
    }
    if let Some(last) = own {
        one(tx, last, 0).await?;
    }
    Ok(held)
}

/// Holds one queue and gives away places in it.
pub(super) async fn one(tx: &mut Tx, node: NodeId, places: i64) -> Result<i64> {
    let tail = store::node::hold(tx, node, places).await?;
    tail.ok_or_else(|| Error::not_found(format!("node {node} does not exist any more")))
}

/// Holds the queue of a node of the subaccount, and reads the node as it is then.
pub(super) async fn node(tx: &mut Tx, subaccount: SubaccountId, id: NodeId) -> Result<Node> {
    super::node_of(tx, subaccount, id).await?;
    one(tx, id, 0).await?;
    super::node_of(tx, subaccount, id).await
}

/// Puts new requests at the end of queues that are held; answers the entries made.
pub(super) async fn enter(tx: &mut Tx, queues: &[Held], request: RequestId, now: Time) -> Result<Vec<QueueId>> {
    let tails: Vec<Tail> = queues.iter().map(|held| tail(held, BTreeMap::new())).collect();
    let mut entries = Vec::with_capacity(queues.len());
    for (node, placed) in queue::forward(&tails, &[request]) {
        entries.extend(store::queue::place(tx, node, &placed, now).await?.into_iter().map(|(_, id)| id));
    }
    Ok(entries)
}

/// Hands requests on to queues that are held, in the order given.
pub(super) async fn forward(tx: &mut Tx, queues: &[Held], requests: &[RequestId], now: Time) -> Result<()> {
    let mut tails = Vec::with_capacity(queues.len());
    for held in queues {
        let present = store::queue::present(tx, held.node, requests).await?;
        tails.push(tail(held, present.into_iter().map(|(id, (status, _))| (id, status)).collect()));
    }
    let wanted = i64::try_from(requests.len()).unwrap_or(i64::MAX);
    for (held, (node, placed)) in queues.iter().zip(queue::forward(&tails, requests)) {
        store::queue::place(tx, node, &placed, now).await?;
        if held.places < wanted {
            store::node::set_tail(tx, node, held.tail + wanted).await?;
        }
    }
    Ok(())
}

/// The names of queues, for the log.
pub(super) fn names(queues: &[Held]) -> Vec<String> {
    queues.iter().map(|held| held.name.clone()).collect()
}

fn tail(held: &Held, present: BTreeMap<RequestId, queue::Status>) -> Tail {
    Tail { node: held.node, last: held.tail, present }
}
