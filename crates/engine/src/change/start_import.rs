//! Starts imports in transport management, and finds those whose start was not heard of.

use super::ctms::Ctms;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::feature::way::Seen;
use model::{ActionId, RequestId, Time};
use std::collections::BTreeMap;
use std::time::Duration;
use store::alm_deployment::Deployment;

/// How far the clock of another system may be behind.
const SKEW: Duration = Duration::from_secs(30);

/// Tries once to start an import. One whose answer was lost is looked for.
pub(super) async fn attempt(cx: &Cx, order: &Deployment) -> Result<ActionId> {
    match call(cx, order).await {
        Ok(action) => Ok(action),
        Err(Refused { error, unsure: true }) => find_import(cx, order).await.ok().flatten().ok_or(error),
        Err(Refused { error, unsure: false }) => Err(error),
    }
}

/// Why an import was not started; `unsure` when it may have been after all.
struct Refused {
    error: Error,
    unsure: bool,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self { error, unsure: false }
    }
}

impl From<client::Error> for Refused {
    fn from(error: client::Error) -> Self {
        Self { error: refusal_of(error), unsure: false }
    }
}

/// A refusal by transport management is no failure of the connection.
fn refusal_of(error: client::Error) -> Error {
    match error.status() {
        Some(400..=499) => Error::unprocessable(error.to_string()).because(error),
        _ => error.into(),
    }
}

async fn call(cx: &Cx, order: &Deployment) -> Result<ActionId, Refused> {
    let ctms = Ctms::open(cx, order.subaccount).await?;
    if ctms.is_controlled(order.node).await? {
        return Err(Error::unprocessable(controlled(order)).into());
    }
    let queue = ctms.queue(order.node).await?;
    let seen: BTreeMap<RequestId, Seen> = queue.iter().filter_map(|one| Some((one.id, one.seen()?))).collect();
    let with = |state: &[Seen]| -> Vec<RequestId> {
        order.transports.iter().copied().filter(|id| seen.get(id).is_some_and(|seen| state.contains(seen))).collect()
    };
    let broken = with(&[Seen::Error]);
    if !broken.is_empty() {
        ctms.reset(order.node, &broken, &order.named_user).await?;
    }
    let ready = with(&[Seen::Waiting, Seen::Fatal, Seen::Error]);
    if ready.is_empty() {
        return match with(&[Seen::Running]).is_empty() {
            // Somebody else imports it: that import is the one to watch.
            false => running(&ctms, order, &with(&[Seen::Running])).await,
            true => Err(Error::unprocessable(nothing_waits(order)).into()),
        };
    }
    let imported = ctms.import(order.node, &ready, &order.named_user).await;
    imported.map_err(|error| Refused { unsure: error.may_pass(), error: refusal_of(error) })
}

async fn running(ctms: &Ctms<'_>, order: &Deployment, ids: &[RequestId]) -> Result<ActionId, Refused> {
    for id in ids {
        for action in ctms.imports_since(order.node, *id, Time(0)).await? {
            if ctms.runs(action).await? {
                return Ok(action);
            }
        }
    }
    Err(Error::unprocessable("an import that Cloud ALM did not start is under way; try again when it has ended").into())
}

fn controlled(order: &Deployment) -> String {
    format!(
        "the node {} is controlled by SAP Solution Manager, which alone starts imports there; empty its controlledBy to \
         deploy from here",
        order.node_name
    )
}

fn nothing_waits(order: &Deployment) -> String {
    let ids: Vec<String> = order.transports.iter().map(ToString::to_string).collect();
    format!(
        "nothing waits in the queue of {} for transport {}: check the forward mode of the node before it, and whether \
         the request was deleted or imported already; then refresh",
        order.node_name,
        ids.join(", ")
    )
}

/// The import that was started for an order, if there is one: begun after the order, and not another order's.
pub(super) async fn find_import(cx: &Cx, order: &Deployment) -> Result<Option<ActionId>> {
    let ctms = Ctms::open(cx, order.subaccount).await?;
    let since = order.ordered_at.minus(SKEW);
    for id in &order.transports {
        let found = ctms.imports_since(order.node, *id, since).await?;
        let (subaccount, known) = (order.subaccount, cx.db.clone());
        for action in found {
            let taken = known
                .read(async move |tx| Ok::<_, Error>(store::alm_deployment::has_action(tx, subaccount, action).await?));
            if !taken.await? {
                return Ok(Some(action));
            }
        }
    }
    Ok(None)
}
