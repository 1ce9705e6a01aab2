//! What is written beside every change: the audit row, and the action with its log.

use super::Actor;
use crate::audit::{self, Event};
use crate::error::Result;
use model::action::{ActionEntity, ActionStatus, ActionType, Line};
use model::request::Entry;
use model::{ActionId, NodeId, RequestId, Time};
use serde_json::Value;
use store::Tx;
use store::action::{Action, ActionRequest};

/// Writes the audit row of a change.
pub(super) async fn audit(
    tx: &mut Tx,
    actor: &Actor,
    event: &'static str,
    object: String,
    detail: Value,
    now: Time,
) -> Result<()> {
    let (name, subaccount) = (actor.name.clone(), actor.subaccount.to_string());
    audit::record(tx, now, Event { actor: name, subaccount, event, object, detail }).await
}

/// An action to be written.
#[derive(Debug)]
pub(super) struct NewAction<'a> {
    pub(super) id: ActionId,
    pub(super) kind: ActionType,
    pub(super) node: NodeId,
    pub(super) node_name: &'a str,
    pub(super) named_user: Option<&'a str>,
    pub(super) requests: Vec<ActionRequest>,
}

/// Writes an action that is done, or, when its status says so, one that has only begun.
pub(super) async fn action(tx: &mut Tx, actor: &Actor, new: NewAction<'_>, now: Time) -> Result<()> {
    let status = ActionStatus::roll_up(new.requests.iter().map(|request| request.status));
    let action = Action {
        id: new.id,
        kind: new.kind,
        status,
        node: new.node,
        node_name: new.node_name.to_owned(),
        started_at: now,
        ended_at: (status != ActionStatus::Running).then_some(now),
        triggered_by: actor.name.clone(),
        named_user: new.named_user.map(str::to_owned),
    };
    store::action::insert(tx, actor.subaccount, &action).await?;
    store::action::insert_requests(tx, new.id, &new.requests).await?;
    Ok(())
}

/// Writes an action that was done at once, with one line per request.
pub(super) async fn done(tx: &mut Tx, actor: &Actor, new: NewAction<'_>, now: Time) -> Result<()> {
    let line = |request: &ActionRequest| model::import_log::done(new.id, new.kind, request.request, new.node_name, now);
    let lines: Vec<Line> = new.requests.iter().map(line).collect();
    let id = new.id;
    action(tx, actor, new, now).await?;
    Ok(store::action::append(tx, id, &lines, now).await?)
}

/// A request as an action shows it, all its entries in one status.
pub(super) fn action_request<'a>(
    request: RequestId,
    entries: impl IntoIterator<Item = &'a Entry>,
    status: ActionStatus,
) -> ActionRequest {
    let entity = |entry: &Entry| ActionEntity {
        id: entry.id,
        uri: entry.uri.clone(),
        file_name: entry.file_name.clone(),
        status,
    };
    ActionRequest { request, status, entities: entries.into_iter().map(entity).collect() }
}
