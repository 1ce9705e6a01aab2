//! What happened: actions, and their logs by action and by request.

use super::node_of;
use super::right::Display;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::{ActionId, NodeId, RequestId, SubaccountId};
use store::Tx;
use store::action::{Action, ActionRequest, Message};

/// An action with its requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionView {
    /// The action.
    pub action: Action,
    /// Its requests, in its order.
    pub requests: Vec<ActionRequest>,
}

/// One action.
///
/// # Errors
/// Not found.
pub async fn action(cx: &Cx, caller: Caller<Display>, id: ActionId) -> Result<ActionView> {
    let subaccount = caller.subaccount()?;
    cx.db.read(async move |tx| view(tx, subaccount, id).await).await
}

/// One action with all its messages, newest first.
///
/// # Errors
/// Not found.
pub async fn of_action(cx: &Cx, caller: Caller<Display>, id: ActionId) -> Result<(ActionView, Vec<Message>)> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            let action = view(tx, subaccount, id).await?;
            Ok((action, store::action::messages(tx, id).await?))
        })
        .await
}

async fn view(tx: &mut Tx, subaccount: SubaccountId, id: ActionId) -> Result<ActionView> {
    let action = store::action::find(tx, subaccount, id).await?;
    let action = action.ok_or_else(|| Error::not_found(format!("action {id} does not exist")))?;
    Ok(ActionView { action, requests: store::action::requests(tx, id).await? })
}

/// What was done with a request in one node, newest first: each action, how the request fared in it, and the messages
/// of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLog {
    /// The actions.
    pub actions: Vec<(Action, ActionRequest)>,
    /// Their messages, newest first.
    pub messages: Vec<Message>,
}

/// The log of one request in one node.
///
/// # Errors
/// Not found, when there is no such node or the request is not in its queue.
pub async fn of_request(cx: &Cx, caller: Caller<Display>, node: NodeId, request: RequestId) -> Result<RequestLog> {
    let subaccount = caller.subaccount()?;
    cx.db
        .read(async move |tx| {
            node_of(tx, subaccount, node).await?;
            let actions = store::action::of_request(tx, node, request).await?;
            if actions.is_empty() && store::queue::one(tx, node, request).await?.is_none() {
                return Err(Error::not_found(format!("transport request {request} is not in the queue of this node")));
            }
            Ok(RequestLog { actions, messages: store::action::messages_of_request(tx, node, request).await? })
        })
        .await
}
