//! Nodes: the end points of the landscape.

use super::right::{Display, ManageLandscape};
use super::{Actor, hold, node_of, record};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::destination;
use crate::version;
use model::node::{self, Change, DraftTarget, Node};
use model::queue::Status;
use model::request::ContentType;
use model::{NodeId, SubaccountId, TargetId, Time};
use serde_json::{Value, json};
use store::Tx;

/// The nodes of the subaccount behind an id, in the order in which they were made.
pub async fn page(cx: &Cx, caller: Caller<Display>, after: NodeId, limit: i64) -> Result<Vec<Node>> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| Ok(store::node::page(tx, subaccount, after, limit).await?)).await
}

/// One node.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, caller: Caller<Display>, id: NodeId) -> Result<Node> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| node_of(tx, subaccount, id).await).await
}

/// Creates a node.
///
/// # Errors
/// What the rules forbid; a name that is taken.
pub async fn create(cx: &Cx, caller: Caller<ManageLandscape>, change: Change) -> Result<Node> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    check_target(cx, actor.subaccount, None, &change).await?;
    cx.db.write(async move |tx| add(tx, &actor, change, now).await).await
}

/// Adds a node whose target was checked.
pub(super) async fn add(tx: &mut Tx, actor: &Actor, change: Change, now: Time) -> Result<Node> {
    let id = NodeId(tx.next_id());
    let fresh = with_target_id(tx, change.create(id)?);
    taken(store::node::insert(tx, actor.subaccount, &fresh).await, &fresh)?;
    audit(tx, actor, "node.create", &fresh, now).await?;
    Ok(fresh)
}

/// The version of a node: of what people say about it, not of its queue.
#[must_use]
pub fn version(node: &Node) -> String {
    version::of(&json!([detail(node), node.draft.description, node.import_disabled_reason, content_type(node)]))
}

fn content_type(node: &Node) -> Option<&'static str> {
    node.draft.target.as_ref().map(|target| target.content_type.word())
}

/// Changes a node: what is not said stays, and so does its queue. With a version only that one.
///
/// # Errors
/// Not found; what the rules forbid; a name that is taken; with [`crate::error::CHANGED`], when it is another version.
pub async fn update(
    cx: &Cx,
    caller: Caller<ManageLandscape>,
    id: NodeId,
    change: Change,
    named: Option<String>,
) -> Result<Node> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    let subaccount = actor.subaccount;
    let before = cx.db.read(async move |tx| node_of(tx, subaccount, id).await).await?;
    check_target(cx, subaccount, before.draft.target.as_ref(), &change).await?;
    cx.db
        .write(async move |tx| {
            let before = hold::node(tx, actor.subaccount, id).await?;
            let what = format!("Node '{}'", before.name());
            version::check(named.as_deref(), || version(&before), &what)?;
            let after = with_target_id(tx, change.apply(before)?);
            taken(store::node::update(tx, &after).await, &after)?;
            audit(tx, &actor, "node.update", &after, now).await?;
            Ok(after)
        })
        .await
}

fn with_target_id(tx: &mut Tx, node: Node) -> Node {
    let target_id = match (&node.draft.target, node.target_id) {
        (Some(_), None) => Some(TargetId(tx.next_id())),
        (_, kept) => kept,
    };
    Node { target_id, ..node }
}

/// Deletes a node and its queue; what was logged stays.
///
/// # Errors
/// Not found; unprocessable while a route begins or ends there, an import runs, or requests wait for one.
pub async fn delete(cx: &Cx, caller: Caller<ManageLandscape>, id: NodeId) -> Result<()> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    cx.db
        .write(async move |tx| {
            let node = hold::node(tx, actor.subaccount, id).await?;
            if store::route::touching(tx, id).await? > 0 {
                let name = node.name();
                return Err(Error::unprocessable(format!("a route begins or ends at node '{name}'; delete it first")));
            }
            if store::queue::count(tx, id, Status::Running).await? > 0 {
                let name = node.name();
                return Err(Error::unprocessable(format!("an import is running in node '{name}'; wait for its end")));
            }
            refuse_waiting(tx, &node).await?;
            store::queue::delete_of_node(tx, id).await?;
            store::ext_descriptor::delete_of_node(tx, id).await?;
            store::carried::delete_of_node(tx, id).await?;
            store::node::delete(tx, id).await?;
            audit(tx, &actor, "node.delete", &node, now).await
        })
        .await
}

/// Requests that nobody imported would vanish without a word.
async fn refuse_waiting(tx: &mut Tx, node: &Node) -> Result<()> {
    let mut waiting = 0;
    for status in Status::ALL.into_iter().filter(|status| status.is_importable()) {
        waiting += store::queue::count(tx, node.id, status).await?;
    }
    if waiting == 0 {
        return Ok(());
    }
    let name = node.name();
    Err(Error::unprocessable(format!(
        "{waiting} transport request(s) wait in the queue of node '{name}' (initial, repeatable or fatal); import or \
         remove them first"
    )))
}

/// The destination of the target as it is to be, if that exists already; a missing one shows when something is imported.
pub(super) async fn check_target(
    cx: &Cx,
    subaccount: SubaccountId,
    before: Option<&DraftTarget>,
    change: &Change,
) -> Result<()> {
    for target in change.targets.iter().flatten() {
        let content_type = target.content_type.or(before.map(|target| target.content_type));
        let Some(name) = target.destination.as_ref().or(before.map(|target| &target.destination)) else { continue };
        if let Some(found) = destination::find(cx, subaccount, name.as_str()).await? {
            let url = found.masked().url().to_owned();
            node::check_destination(name, content_type, &url, cx.addresses().is_http())?;
            if content_type == Some(ContentType::Mta) {
                destination::callable(cx, subaccount, &found)?;
            }
        }
    }
    Ok(())
}

fn taken(outcome: Result<(), store::Error>, node: &Node) -> Result<()> {
    outcome.map_err(|error| match error.is_unique("node_subaccount_name_key") {
        true => Error::unprocessable(format!("a node named '{}' exists already; choose another name", node.name())),
        false => error.into(),
    })
}

async fn audit(tx: &mut Tx, actor: &Actor, event: &'static str, node: &Node, now: Time) -> Result<()> {
    record::audit(tx, actor, event, format!("node {}", node.id), detail(node), now).await
}

fn detail(node: &Node) -> Value {
    json!({
        "name": node.name(),
        "uploadAllowed": node.draft.upload_allowed,
        "forwardMode": node.draft.forward_mode.word(),
        "virtual": node.draft.is_virtual,
        "controlledBy": node.draft.controlled_by,
        "tags": node.draft.tags,
        "importDisabled": node.import_disabled,
        "destination": node.draft.target.as_ref().map(|target| target.destination.as_str()),
    })
}
