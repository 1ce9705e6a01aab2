//! Import queues: showing them, and what people do in them besides importing. Each operation takes a list of requests
//! and does all or nothing.

use super::hold;
use super::record::{self, NewAction};
use super::right::{self, Display, Operate};
use super::{Actor, node_of};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::action::{ActionStatus, ActionType, Line};
use model::import::Candidate;
use model::import_log;
use model::node::{ForwardMode, Node};
use model::queue::{self, Event};
use model::request::{Entries, Entry};
use model::route::Route;
use model::{ActionId, NodeId, RequestId, SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::queue::QueuedEntries;
pub use store::queue::{Filter, Queued, Span, Track, Written};
use store::request::Request;
use wire::tms::RequestEntry;

/// Requests that were named, and on whose behalf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The requests, in the order given.
    pub requests: Vec<RequestId>,
    /// Checked already.
    pub named_user: Option<String>,
}

/// A page of a queue, as `write` adds each request, with what is shown of its entries, to a text.
///
/// # Errors
/// Not found, when there is no such node.
pub async fn page(
    cx: &Cx,
    caller: Caller<Display>,
    node: NodeId,
    filter: Filter,
    span: Span,
    write: impl FnMut(&Queued<'_>, &str, &mut Vec<u8>) + Send + 'static,
) -> Result<Written> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            there_is(tx, subaccount, node).await?;
            Ok(store::queue::page(tx, node, &filter, span, with_entries(write)).await?)
        })
        .await
}

/// One request in a queue, as `write` adds it to a text.
///
/// # Errors
/// Not found.
pub async fn get(
    cx: &Cx,
    caller: Caller<Display>,
    node: NodeId,
    request: RequestId,
    write: impl FnMut(&Queued<'_>, &str, &mut Vec<u8>) + Send + 'static,
) -> Result<Vec<u8>> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            there_is(tx, subaccount, node).await?;
            let found = store::queue::one(tx, node, request, with_entries(write)).await?;
            found.ok_or_else(|| not_in_queue(request))
        })
        .await
}

async fn there_is(tx: &mut Tx, subaccount: SubaccountId, node: NodeId) -> Result<()> {
    let found = store::node::exists(tx, subaccount, node).await?;
    found.then_some(()).ok_or_else(|| Error::not_found(format!("node {node} does not exist")))
}

/// The entries of a request that an older release made are read and shown now.
fn with_entries(
    mut write: impl FnMut(&Queued<'_>, &str, &mut Vec<u8>) + Send,
) -> impl FnMut(&Queued<'_>, &mut Vec<u8>) -> store::Result<()> + Send {
    move |queued, text| {
        match queued.entries {
            QueuedEntries::Shown(shown) => write(queued, shown, text),
            QueuedEntries::Stored(content_type, storage_type, entries) => {
                let stored: Entries = serde_json::from_str(entries)
                    .map_err(|e| store::Error::corrupt("request", queued.request, format!("entries: {e}")))?;
                write(queued, &shown(content_type, storage_type, &stored.entries), text);
            }
        }
        Ok(())
    }
}

/// What lists show of a request's entries. It is stored with the request, because there it is only passed on.
pub(super) fn shown(content_type: &str, storage_type: &str, entries: &[Entry]) -> String {
    let entry = |entry| {
        let Entry { id, uri, .. }: &Entry = entry;
        RequestEntry {
            id: id.get(),
            storage_type: storage_type.into(),
            content_type: content_type.into(),
            uri: uri.into(),
        }
    };
    wire::tms::queued::entries(entries.iter().map(entry))
}

/// Where a request is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracked {
    pub request: Request,
    pub queues: Vec<Track>,
    /// The routes between their nodes.
    pub routes: Vec<Route>,
}

/// All queues a request is in.
///
/// # Errors
/// Not found.
pub async fn track(cx: &Cx, caller: Caller<Display>, id: RequestId) -> Result<Tracked> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let request = store::request::find(tx, subaccount, id).await?;
            let request = request.ok_or_else(|| Error::not_found(format!("transport request {id} does not exist")))?;
            let queues = store::queue::tracks(tx, id).await?;
            let nodes: BTreeSet<NodeId> = queues.iter().map(|track| track.node).collect();
            let mut routes = store::route::list(tx, subaccount).await?;
            // The first route of the way begins at the node of origin, whose own queue the request never was in.
            routes.retain(|route| nodes.contains(&route.draft.target));
            Ok(Tracked { request, queues, routes })
        })
        .await
}

fn not_in_queue(request: RequestId) -> Error {
    Error::not_found(format!("transport request {request} is not in the queue of this node"))
}

/// What is done with named requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operation {
    Reset,
    Remove,
    Forward,
}

/// Makes finished requests repeatable.
///
/// # Errors
/// Not found; unprocessable for a status that forbids it.
pub async fn reset(cx: &Cx, caller: Caller<Operate>, node: NodeId, named: Named) -> Result<()> {
    operate(cx, caller, node, named, Operation::Reset).await
}

/// Takes requests out of the queue.
///
/// # Errors
/// Not found; unprocessable while one is being imported.
pub async fn remove(cx: &Cx, caller: Caller<Operate>, node: NodeId, named: Named) -> Result<()> {
    operate(cx, caller, node, named, Operation::Remove).await
}

/// Hands requests on to the nodes that follow, in the order given.
///
/// # Errors
/// Not found; unprocessable when the node does it by itself, when no node follows, or for a status that forbids it.
pub async fn forward(cx: &Cx, caller: Caller<Operate>, node: NodeId, named: Named) -> Result<()> {
    operate(cx, caller, node, named, Operation::Forward).await
}

async fn operate(cx: &Cx, caller: Caller<Operate>, node: NodeId, named: Named, operation: Operation) -> Result<()> {
    if named.requests.is_empty() {
        return Err(Error::invalid("transportRequests must name at least one transport request"));
    }
    let (now, actor, by) = (cx.now(), Actor::of(&caller)?, caller.clone());
    let work = async move |tx: &mut Tx| {
        let node = node_of(tx, actor.subaccount, node).await?;
        right::check_node(&by, node.name().as_str())?;
        match operation {
            Operation::Forward => forward_named(tx, &actor, &node, named, now).await,
            Operation::Reset => set_status(tx, &actor, &node, named, Change::RESET, now).await,
            Operation::Remove => set_status(tx, &actor, &node, named, Change::REMOVE, now).await,
        }
    };
    let outcome = cx.db.write(work).await;
    right::audited(cx, &caller, format!("node {node}"), outcome).await
}

/// A change of status, and how it is recorded.
struct Change {
    event: Event,
    kind: ActionType,
    audit: &'static str,
}

impl Change {
    const RESET: Self = Self { event: Event::Reset, kind: ActionType::Reset, audit: "queue.reset" };
    const REMOVE: Self = Self { event: Event::Remove, kind: ActionType::Remove, audit: "queue.remove" };
}

async fn set_status(tx: &mut Tx, actor: &Actor, node: &Node, named: Named, change: Change, now: Time) -> Result<()> {
    hold::one(tx, node.id, 0).await?;
    let there = all_named(tx, node.id, &named.requests).await?;
    let mut to = None;
    for candidate in &there {
        to = Some(queue::next(candidate.request, candidate.status, change.event)?);
    }
    let requests: Vec<RequestId> = there.iter().map(|candidate| candidate.request).collect();
    if let Some(to) = to {
        store::queue::set_status(tx, node.id, &requests, to, now).await?;
    }
    let new = action(tx, change.kind, node, &named, &there);
    record::done(tx, actor, new, now).await?;
    audit(tx, actor, change.audit, node, &requests, now).await
}

async fn forward_named(tx: &mut Tx, actor: &Actor, node: &Node, named: Named, now: Time) -> Result<()> {
    let mode = node.draft.forward_mode;
    if mode != ForwardMode::Manual {
        let name = node.name();
        return Err(Error::unprocessable(format!("node '{name}' forwards by itself (forward mode {mode})")));
    }
    let mut requests = named.requests.clone();
    let mut seen = BTreeSet::new();
    requests.retain(|request| seen.insert(*request));
    let places = i64::try_from(requests.len()).unwrap_or(i64::MAX);
    let queues = hold::with_successors(tx, node.id, places).await?;
    let there = all_named(tx, node.id, &requests).await?;
    if queues.is_empty() {
        return Err(Error::unprocessable(format!("no node follows '{}'; create a route from it first", node.name())));
    }
    if let Some(wrong) = there.iter().find(|candidate| !candidate.status.is_forwardable()) {
        let (request, status) = (wrong.request, wrong.status);
        return Err(Error::unprocessable(format!(
            "transport request {request} cannot be forwarded: its status is {status}; import it first"
        )));
    }
    hold::forward(tx, &queues, &requests, now).await?;
    let new = action(tx, ActionType::Forward, node, &named, &there);
    let id = new.id;
    let names = hold::names(&queues);
    let lines: Vec<Line> = requests.iter().map(|request| import_log::forwarded(*request, &names)).collect();
    record::action(tx, actor, new, now).await?;
    store::action::append(tx, id, &lines, now).await?;
    audit(tx, actor, "queue.forward", node, &requests, now).await
}

/// The named requests; one that is not in the queue fails them all.
async fn all_named(tx: &mut Tx, node: NodeId, requests: &[RequestId]) -> Result<Vec<Candidate>> {
    let there = store::queue::named(tx, node, requests).await?;
    let known: BTreeSet<RequestId> = there.iter().map(|candidate| candidate.request).collect();
    match requests.iter().find(|request| !known.contains(request)) {
        Some(missing) => Err(not_in_queue(*missing)),
        None => Ok(there),
    }
}

fn action<'a>(tx: &mut Tx, kind: ActionType, node: &'a Node, named: &'a Named, there: &[Candidate]) -> NewAction<'a> {
    let row =
        |candidate: &Candidate| record::action_request(candidate.request, &candidate.entries, ActionStatus::Succeeded);
    NewAction {
        id: ActionId(tx.next_id()),
        kind,
        node: node.id,
        node_name: node.name().as_str(),
        named_user: named.named_user.as_deref(),
        requests: there.iter().map(row).collect(),
    }
}

async fn audit(
    tx: &mut Tx,
    actor: &Actor,
    event: &'static str,
    node: &Node,
    requests: &[RequestId],
    now: Time,
) -> Result<()> {
    let detail = json!({ "node": node.name(), "requests": requests });
    record::audit(tx, actor, event, format!("node {}", node.id), detail, now).await
}
