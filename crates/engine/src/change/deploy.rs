//! Orders imports. The order is stored first; only then is transport management called.

use super::ctms::Ctms;
use super::feature;
use super::right::Work;
use super::tenant::{audited, enter};
use super::watch;
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{self, Held};
use model::feature::deploy::{Group, plan};
use model::feature::watch::{DeploymentWatch, WatchAt};
use model::feature::way::{Seen, TransportPath};
use model::{FeatureId, SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Duration;
use store::Tx;
use store::alm_deployment::DeploymentRow;
use store::alm_transport::TransportRow;

/// What was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deployed {
    /// The imports, as transport management numbers its actions.
    pub actions: Vec<i64>,
    /// What people should know.
    pub warnings: Vec<String>,
}

/// Imports the transports of a feature into the nodes that they go to next, or into one of them.
///
/// # Errors
/// Not found; invalid, when status or landscape do not allow it; conflict while another import is under way; forbidden
/// without the right; unavailable or unprocessable, when transport management does not take the order.
pub async fn deploy(
    cx: &Cx,
    caller: Caller<Work>,
    tenant: &str,
    id: FeatureId,
    target: Option<String>,
) -> Result<Deployed> {
    let (identity, tenant) = (caller.identity().clone(), tenant.to_owned());
    let (now, lease) = (cx.now(), cx.settings.lease);
    let (orders, warnings) = cx
        .db
        .write(async move |tx| {
            let subaccount = enter(tx, &identity, &tenant).await?;
            let opened = feature::locked(tx, &identity, subaccount, id).await?;
            let assigned = feature::assigned(tx, id).await?;
            let groups = plan(opened.status, &opened.powers, &assigned, target.as_deref())?;
            let warnings: std::collections::BTreeSet<_> =
                assigned.iter().filter_map(|transport| transport.way.warning()).collect();
            let mut orders = Vec::new();
            for group in groups {
                orders.push(order(tx, &identity, (subaccount, id), &group, (now, lease)).await?);
            }
            Ok::<_, Error>((orders, warnings))
        })
        .await?;
    let (mut actions, mut failure) = (Vec::new(), None);
    for order in orders {
        match start(cx, order).await {
            Ok(action) => actions.push(action),
            Err(error) => failure = Some(error),
        }
    }
    match failure {
        Some(error) if actions.is_empty() => Err(error),
        _ => Ok(Deployed { actions, warnings: warnings.into_iter().collect() }),
    }
}

async fn order(
    tx: &mut Tx,
    identity: &Identity,
    (subaccount, feature): (SubaccountId, FeatureId),
    group: &Group,
    (now, lease): (Time, Duration),
) -> Result<Order> {
    let row = DeploymentRow {
        id: tx.next_id(),
        subaccount: subaccount.0,
        feature: feature.0,
        node: group.node,
        node_name: group.name.clone(),
        transports: serde_json::to_string(&group.transports)?,
        named_user: identity.actor().to_owned(),
        state: "ordered".to_owned(),
        action: None,
        ordered_at: now.micros(),
        ended_at: None,
    };
    store::alm_deployment::insert(tx, &row).await?;
    for transport in store::alm_transport::of_feature(tx, feature.0).await? {
        if group.transports.contains(&transport.id) {
            schedule(tx, transport, &row, now).await?;
        }
    }
    let watch = DeploymentWatch { id: row.id, tenant: subaccount.text(), at: WatchAt::Ordered };
    let held = work::order_held(tx, &watch, now, lease).await?;
    let detail = json!({ "node": group.name, "transports": group.transports });
    audited(tx, identity, "feature.deploy", format!("feature {feature}"), detail, now).await?;
    Ok(Order { row, watch, held })
}

async fn schedule(tx: &mut Tx, transport: TransportRow, order: &DeploymentRow, now: Time) -> Result<()> {
    let mut way: TransportPath = serde_json::from_str(&transport.way)?;
    way.schedule(order.node);
    let row = TransportRow {
        way: serde_json::to_string(&way)?,
        deployment: Some(order.id),
        problem: None,
        changed_at: now.micros(),
        ..transport
    };
    Ok(store::alm_transport::update(tx, &row).await?)
}

/// An order that was stored, in our hands: if we die, a worker finds out whether the import was started.
struct Order {
    row: DeploymentRow,
    watch: DeploymentWatch,
    held: Held,
}

/// Starts what was ordered; when that is refused or not possible, the transports get their labels back.
async fn start(cx: &Cx, order: Order) -> Result<i64> {
    let Order { row, watch, held } = order;
    let late = || Error::upstream("Cloud Transport Management did not answer in time; the import is looked for");
    let attempt = held.during(attempt(cx, &row)).await.ok_or_else(late)?;
    // Our own trouble: nobody has refused anything, and a worker finds out what became of the import.
    let attempt = match attempt {
        Err(error) if error.is_hiccup() => return Err(error),
        attempt => attempt,
    };
    let turn = watch::after_attempt(watch.clone(), row, &attempt, cx.now());
    work::settle(cx, held, &watch, turn).await?;
    attempt
}

/// Tries once to start an import. One whose answer was lost is looked for.
pub(super) async fn attempt(cx: &Cx, order: &DeploymentRow) -> Result<i64> {
    match call(cx, order).await {
        Ok(action) => Ok(action),
        Err(Refused { error, unsure: true }) => watch::find_import(cx, order).await.ok().flatten().ok_or(error),
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

async fn call(cx: &Cx, order: &DeploymentRow) -> Result<i64, Refused> {
    let wanted: Vec<i64> = serde_json::from_str(&order.transports).map_err(Error::from)?;
    let ctms = Ctms::open(cx, SubaccountId(order.subaccount)).await?;
    if ctms.is_controlled(order.node).await? {
        return Err(Error::unprocessable(controlled(order)).into());
    }
    let queue = ctms.queue(order.node).await?;
    let seen: BTreeMap<i64, Seen> = queue.iter().filter_map(|one| Some((one.id, one.seen()?))).collect();
    let with = |state: &[Seen]| -> Vec<i64> {
        wanted.iter().copied().filter(|id| seen.get(id).is_some_and(|seen| state.contains(seen))).collect()
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
            true => Err(Error::unprocessable(nothing_waits(order, &wanted)).into()),
        };
    }
    let imported = ctms.import(order.node, &ready, &order.named_user).await;
    imported.map_err(|error| Refused { unsure: error.may_pass(), error: refusal_of(error) })
}

async fn running(ctms: &Ctms<'_>, order: &DeploymentRow, ids: &[i64]) -> Result<i64, Refused> {
    for id in ids {
        for action in ctms.imports_since(order.node, *id, Time(0)).await? {
            if ctms.runs(action).await? {
                return Ok(action);
            }
        }
    }
    Err(Error::unprocessable("an import that Cloud ALM did not start is under way; try again when it has ended").into())
}

fn controlled(order: &DeploymentRow) -> String {
    format!(
        "the node {} is controlled by SAP Solution Manager, which alone starts imports there; empty its controlledBy to \
         deploy from here",
        order.node_name
    )
}

fn nothing_waits(order: &DeploymentRow, wanted: &[i64]) -> String {
    let ids: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    format!(
        "nothing waits in the queue of {} for transport {}: check the forward mode of the node before it, and whether \
         the request was deleted or imported already; then refresh",
        order.node_name,
        ids.join(", ")
    )
}
