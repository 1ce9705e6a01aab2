//! Orders imports. The order is stored first; only then is transport management called.

use super::feature;
use super::right::Work;
use super::start_import::attempt;
use super::tenant::{audited, enter};
use super::watch;
use crate::caller::{Caller, Identity};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{self, Held};
use model::feature::deploy::{Group, plan};
use model::feature::watch::{DeploymentState, DeploymentWatch, WatchAt};
use model::{ActionId, DeploymentId, FeatureId, SubaccountId, Time};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::Duration;
use store::Tx;
use store::alm_deployment::Deployment;
use store::alm_transport::Transport;

/// What was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deployed {
    /// The imports, as transport management numbers its actions.
    pub actions: Vec<ActionId>,
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
            let groups = plan(opened.feature.status, &opened.powers, &assigned, target.as_deref())?;
            let warnings: BTreeSet<_> = assigned.iter().filter_map(|transport| transport.way.warning()).collect();
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
    let row = Deployment {
        id: DeploymentId(tx.next_id()),
        subaccount,
        feature,
        node: group.node,
        node_name: group.name.clone(),
        transports: group.transports.clone(),
        named_user: identity.actor().to_owned(),
        state: DeploymentState::Ordered,
        action: None,
        ordered_at: now,
        ended_at: None,
    };
    store::alm_deployment::insert(tx, &row).await?;
    for transport in store::alm_transport::of_feature(tx, feature).await? {
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

async fn schedule(tx: &mut Tx, transport: Transport, order: &Deployment, now: Time) -> Result<()> {
    let mut scheduled = Transport { deployment: Some(order.id), problem: None, changed_at: now, ..transport };
    scheduled.way.schedule(order.node);
    Ok(store::alm_transport::update(tx, &scheduled).await?)
}

/// An order that was stored, in our hands: if we die, a worker finds out whether the import was started.
struct Order {
    row: Deployment,
    watch: DeploymentWatch,
    held: Held,
}

/// Starts what was ordered; when that is refused or not possible, the transports get their labels back.
async fn start(cx: &Cx, order: Order) -> Result<ActionId> {
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
