//! What happened: actions, and their logs by action and by request. All lists come in pages.

use super::node_of;
use super::right::Display;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{ActionId, NodeId, RequestId, SubaccountId};
use store::Tx;
use store::action::{Action, ActionRequest, Message};

/// One action, without its requests.
///
/// # Errors
/// Not found.
pub async fn action(cx: &Cx, caller: Caller<Display>, id: ActionId) -> Result<Action> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| known(tx, subaccount, id).await).await
}

async fn known(tx: &mut Tx, subaccount: SubaccountId, id: ActionId) -> Result<Action> {
    let action = store::action::find(tx, subaccount, id).await?;
    action.ok_or_else(|| Error::not_found(format!("action {id} does not exist")))
}

/// The requests of an action behind the first `after`, in its order.
///
/// # Errors
/// Not found.
pub async fn requests(
    cx: &Cx,
    caller: Caller<Display>,
    id: ActionId,
    after: i64,
    limit: i64,
) -> Result<Vec<ActionRequest>> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            known(tx, subaccount, id).await?;
            Ok(store::action::requests_behind(tx, id, after, limit).await?)
        })
        .await
}

/// Requests of an action, and everything that was logged about them in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionLog {
    /// The requests, in the order of the action.
    pub requests: Vec<ActionRequest>,
    /// Their messages, newest first.
    pub messages: Vec<Message>,
}

/// The log of the requests of an action behind the first `after`.
///
/// # Errors
/// Not found.
pub async fn of_action(cx: &Cx, caller: Caller<Display>, id: ActionId, after: i64, limit: i64) -> Result<ActionLog> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            known(tx, subaccount, id).await?;
            let requests = store::action::requests_behind(tx, id, after, limit).await?;
            let messages = store::action::messages_behind(tx, id, after, limit).await?;
            Ok(ActionLog { requests, messages })
        })
        .await
}

/// What was done with a request in one node, newest first: each action, how the request fared in it, and the messages
/// of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLog {
    pub actions: Vec<(Action, ActionRequest)>,
    /// Their messages, newest first.
    pub messages: Vec<Message>,
}

/// The log of one request in one node, of the actions older than `before`.
///
/// # Errors
/// Not found, when there is no such node or the request is not in its queue.
pub async fn of_request(
    cx: &Cx,
    caller: Caller<Display>,
    (node, request): (NodeId, RequestId),
    before: ActionId,
    limit: i64,
) -> Result<RequestLog> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            node_of(tx, subaccount, node).await?;
            let actions = store::action::of_request(tx, (node, request), before, limit).await?;
            let Some((oldest, _)) = actions.last() else {
                in_queue(tx, node, request, before).await?;
                return Ok(RequestLog { actions, messages: Vec::new() });
            };
            let from = oldest.id;
            let messages = store::action::messages_of_request(tx, (node, request), from, before).await?;
            Ok(RequestLog { actions, messages })
        })
        .await
}

/// A request without any action must at least be there; behind the last action there simply are no more.
async fn in_queue(tx: &mut Tx, node: NodeId, request: RequestId, before: ActionId) -> Result<()> {
    if before == ActionId(i64::MAX) && !store::queue::has(tx, node, request).await? {
        return Err(Error::not_found(format!("transport request {request} is not in the queue of this node")));
    }
    Ok(())
}
