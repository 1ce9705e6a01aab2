//! Operations: an archive on its way into a space.
//!
//! [`start`] stores what is wanted; durable work ([`run`]) does it step by step: [`prepare`] reads archive and extensions and
//! makes the [`plan`], then [`content`] brings one module after another into the tenant, and each step is saved
//! before the next begins. A step may run twice after a crash and does no harm then. What may be asked of an
//! operation in which state is a rule (`model::operation`).

pub(crate) mod clean_up;
mod content;
mod destinations;
mod ineffective;
mod plan;
mod prepare;
pub(crate) mod run;
mod services;
mod wanted;

use super::place::{Deployer, Reader};
use crate::audit::{self, Event};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work;
use model::message::MessageKind;
use model::operation::{Action, DeployAt, Deployment, ErrorType, Parameters, State};
use model::{OperationId, Time};
use serde_json::json;
use store::Tx;
use store::operation::Operation as Row;
use store::sealed::Hidden;

pub use model::operation::{DEPLOY, SERVICES};
pub use store::operation::Message;

/// The name of the one log that an operation has.
pub const LOG: &str = "OPERATION.log";

/// An operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    pub id: OperationId,
    /// The service that it was started at.
    pub service: String,
    pub state: State,
    /// What kind of failure it stands still after.
    pub error_type: Option<ErrorType>,
    /// What failed.
    pub failure: Option<String>,
    /// What it deploys, once that is known.
    pub mta_id: Option<String>,
    /// Names and values that it was started with.
    pub parameters: Vec<(String, String)>,
    /// Per cent of its steps that are done.
    pub progress: usize,
    /// Who started it.
    pub actor: String,
    pub started_at: Time,
    pub ended_at: Option<Time>,
}

fn shown(row: Row) -> Result<Operation> {
    let steps = plan::of(&row)?.map_or(0, |plan| plan.modules.len()) + 2;
    let done = row.step + usize::from(row.plan.is_some());
    Ok(Operation {
        progress: if row.state == State::Finished { 100 } else { done * 100 / steps },
        parameters: row.parameters.json()?,
        id: row.id,
        service: row.service,
        state: row.state,
        error_type: row.error_type,
        failure: row.failure,
        mta_id: row.mta_id,
        actor: row.actor,
        started_at: row.started_at,
        ended_at: row.ended_at,
    })
}

fn tenant(place: &Deployer) -> String {
    place.space().subaccount.map(|id| id.text()).unwrap_or_default()
}

fn missing() -> Error {
    Error::not_found("There is no such process in this space")
}

/// The operation, if it belongs to the space.
async fn row(tx: &mut Tx, place: &Reader, id: OperationId) -> Result<Row> {
    let row = store::operation::get(tx, id).await?;
    row.filter(|row| row.space == place.space().id).ok_or_else(missing)
}

/// Starts an operation. A client that lost the answer may start the same once more: it gets the one that is at work.
///
/// # Errors
/// Invalid: a parameter.
pub async fn start(cx: &Cx, place: &Deployer, service: &str, given: Vec<(String, String)>) -> Result<Operation> {
    let parameters = Parameters::read(given).map_err(|bad| Error::invalid(bad.to_string()))?;
    let (id, now, place, service) = (OperationId(cx.random.uuid()), cx.now(), place.clone(), service.to_owned());
    cx.db
        .write(async move |tx| {
            let stored = serde_json::to_string(&parameters.given)?;
            if let Some(same) = at_work(tx, &place, &service, &stored).await? {
                return shown(same);
            }
            let row = Row {
                id,
                space: place.space().id,
                service,
                state: State::Running,
                mta_id: parameters.mta_id,
                error_type: None,
                failure: None,
                actor: place.actor().to_owned(),
                parameters: Hidden(stored),
                plan: None,
                step: 0,
                begun: 0,
                rev: 0,
                started_at: now,
                ended_at: None,
            };
            store::operation::insert(tx, &row).await?;
            let text = format!("Processing the archive for space \"{}\"...", place.space().name);
            store::operation::say(tx, id, MessageKind::Info, &text, now).await?;
            let at = DeployAt::Read;
            work::order(tx, &Deployment { operation: id, tenant: tenant(&place), at }, now).await?;
            record(tx, &place, "deploy.start", &row, now).await?;
            shown(row)
        })
        .await
}

/// An operation of the same person with the same parameters that has not ended.
async fn at_work(tx: &mut Tx, place: &Deployer, service: &str, parameters: &str) -> Result<Option<Row>> {
    // Holds the space's row, so that two that start at once are one after the other.
    let space = store::space::get(tx, place.space().id).await?.ok_or_else(missing)?;
    store::space::update(tx, &space).await?;
    for row in store::operation::of_space(tx, place.space().id).await? {
        let same = row.service == service && row.parameters.0 == parameters && row.actor == place.actor();
        if same && !row.state.is_final() {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

/// The operations of a space, oldest first; of one service, or of all.
pub async fn list(cx: &Cx, place: &Reader, service: Option<&str>) -> Result<Vec<Operation>> {
    let space = place.space().id;
    let rows = cx.db.read(async move |tx| Ok::<_, Error>(store::operation::of_space(tx, space).await?)).await?;
    rows.into_iter().filter(|row| service.is_none_or(|service| row.service == service)).map(shown).collect()
}

/// One operation.
///
/// # Errors
/// Not found.
pub async fn get(cx: &Cx, place: &Reader, id: OperationId) -> Result<Operation> {
    let place = place.clone();
    cx.db.read(async move |tx| shown(row(tx, &place, id).await?)).await
}

/// What an operation said.
///
/// # Errors
/// Not found.
pub async fn messages(cx: &Cx, place: &Reader, id: OperationId) -> Result<Vec<Message>> {
    let place = place.clone();
    cx.db
        .read(async move |tx| {
            row(tx, &place, id).await?;
            Ok(store::operation::messages(tx, id).await?)
        })
        .await
}

/// The log of an operation, and when it last grew.
///
/// # Errors
/// Not found.
pub async fn log(cx: &Cx, place: &Reader, id: OperationId) -> Result<(String, Time)> {
    let operation = get(cx, place, id).await?;
    let messages = messages(cx, place, id).await?;
    let last = messages.last().map_or(operation.started_at, |message| message.at);
    let line = |m: &Message| format!("{} {:<7} {}\n", m.at.rfc3339_millis(), m.kind.word(), m.text);
    let head = format!("Process {} of {}, started by {}\n", operation.id, operation.service, operation.actor);
    Ok((head + &messages.iter().map(line).collect::<String>(), last))
}

/// Aborts an operation, or lets it go on.
///
/// # Errors
/// Not found; invalid, when its state does not allow it.
pub async fn act(cx: &Cx, place: &Deployer, id: OperationId, action: Action) -> Result<()> {
    let (now, place) = (cx.now(), place.clone());
    cx.db
        .write(async move |tx| {
            store::operation::lock(tx, id).await?;
            let mut row = row(tx, &place.reader(), id).await?;
            let before = row.state;
            let after = before.after(action).ok_or_else(|| {
                Error::invalid(format!("Action {} is not allowed in state {}", action.word(), before.word()))
            })?;
            row.state = after;
            (row.error_type, row.failure) = (None, None);
            let modules = plan::of(&row)?.map(|plan| plan.modules.len());
            let at = DeployAt::after(modules, row.step, action == Action::Resume);
            if after.is_final() {
                row.ended_at = Some(now);
            }
            // One that is given up while a step of it is under way keeps its lock until that has ended.
            work::order(tx, &Deployment { operation: id, tenant: tenant(&place), at }, now).await?;
            if before == State::Running {
                let same = Deployment { operation: id, tenant: String::new(), at: DeployAt::Begin };
                work::changed(tx, &same, now).await?;
            }
            store::operation::update(tx, &row).await?;
            let text = format!("Process was asked to {} by \"{}\"", action.word(), place.actor());
            store::operation::say(tx, id, MessageKind::Info, &text, now).await?;
            record(tx, &place, "deploy.action", &row, now).await
        })
        .await
}

/// Forgets an operation; one that is at work is aborted first, and stays to be looked at.
///
/// # Errors
/// Not found.
pub async fn remove(cx: &Cx, place: &Deployer, id: OperationId) -> Result<()> {
    let found = get(cx, &place.reader(), id).await?;
    if !found.state.is_final() {
        return act(cx, place, id, Action::Abort).await;
    }
    let (now, place) = (cx.now(), place.clone());
    cx.db
        .write(async move |tx| {
            let row = row(tx, &place.reader(), id).await?;
            store::operation::delete(tx, id).await?;
            record(tx, &place, "deploy.remove", &row, now).await
        })
        .await
}

async fn record(tx: &mut Tx, place: &Deployer, event: &'static str, row: &Row, now: Time) -> Result<()> {
    let event = Event {
        actor: place.actor().to_owned(),
        subaccount: place.space().subaccount.map(|id| id.text()).unwrap_or_default(),
        event,
        object: format!("deployment {}", row.id),
        detail: json!({"space": row.space, "service": row.service, "state": row.state}),
    };
    audit::record(tx, now, event).await
}
