//! Nodes: the end points of the landscape.

use super::right::{Display, ManageLandscape};
use super::{Actor, hold, node_of, record};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::platform::destination;
use model::node::{self, Draft, Node};
use model::queue::Status;
use model::{NodeId, SubaccountId, TargetId, Time};
use serde_json::json;
use store::Tx;

/// What a caller says about a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// All but what follows.
    pub draft: Draft,
    /// Whether imports are blocked; as before when absent.
    pub import_disabled: Option<bool>,
    /// Why; as before when absent.
    pub import_disabled_reason: Option<String>,
}

/// All nodes of the subaccount.
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, caller: Caller<Display>) -> Result<Vec<Node>> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| Ok(store::node::list(tx, subaccount).await?)).await
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
pub async fn create(cx: &Cx, caller: Caller<ManageLandscape>, wish: Wish) -> Result<Node> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    check(cx, actor.subaccount, &wish.draft).await?;
    cx.db
        .write(async move |tx| {
            let id = NodeId(tx.next_id());
            let target_id = wish.draft.target.is_some().then(|| TargetId(tx.next_id()));
            let fresh = Node {
                id,
                target_id,
                draft: wish.draft,
                import_disabled: wish.import_disabled.unwrap_or_default(),
                import_disabled_reason: wish.import_disabled_reason.unwrap_or_default(),
            };
            taken(store::node::insert(tx, actor.subaccount, &fresh).await, &fresh)?;
            audit(tx, &actor, "node.create", &fresh, now).await?;
            Ok(fresh)
        })
        .await
}

/// Changes a node: everything is replaced, its queue stays.
///
/// # Errors
/// Not found; what the rules forbid; a name that is taken.
pub async fn update(cx: &Cx, caller: Caller<ManageLandscape>, id: NodeId, wish: Wish) -> Result<Node> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    let subaccount = actor.subaccount;
    cx.db.read(async move |tx| node_of(tx, subaccount, id).await.map(drop)).await?;
    check(cx, subaccount, &wish.draft).await?;
    cx.db
        .write(async move |tx| {
            let before = hold::node(tx, actor.subaccount, id).await?;
            let target_id = match (&wish.draft.target, before.target_id) {
                (None, _) => None,
                (Some(_), Some(kept)) => Some(kept),
                (Some(_), None) => Some(TargetId(tx.next_id())),
            };
            let after = Node {
                id,
                target_id,
                draft: wish.draft,
                import_disabled: wish.import_disabled.unwrap_or(before.import_disabled),
                import_disabled_reason: wish.import_disabled_reason.unwrap_or(before.import_disabled_reason),
            };
            taken(store::node::update(tx, &after).await, &after)?;
            audit(tx, &actor, "node.update", &after, now).await?;
            Ok(after)
        })
        .await
}

/// Deletes a node and its queue; what was logged stays.
///
/// # Errors
/// Not found; unprocessable while a route begins or ends there or an import runs.
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
            store::queue::delete_of_node(tx, id).await?;
            store::ext_descriptor::delete_of_node(tx, id).await?;
            store::node::delete(tx, id).await?;
            audit(tx, &actor, "node.delete", &node, now).await
        })
        .await
}

/// The rules, and the URL of the destination if that exists already; a missing one shows when something is imported.
async fn check(cx: &Cx, subaccount: SubaccountId, draft: &Draft) -> Result<()> {
    node::check(draft)?;
    let Some(target) = &draft.target else { return Ok(()) };
    if let Some(found) = destination::find(cx, subaccount, target.destination.as_str()).await? {
        node::check_destination(target, found.masked().url(), cx.addresses().is_http())?;
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
    let detail = json!({
        "name": node.name(),
        "uploadAllowed": node.draft.upload_allowed,
        "forwardMode": node.draft.forward_mode.word(),
        "virtual": node.draft.is_virtual,
        "importDisabled": node.import_disabled,
        "destination": node.draft.target.as_ref().map(|target| target.destination.as_str()),
    });
    record::audit(tx, actor, event, format!("node {}", node.id), detail, now).await
}
