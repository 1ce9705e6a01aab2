//! Sees imports through: waits for their end, and after a crash finds out whether they were started at all.

use super::ctms::Ctms;
use super::snapshot::{Snapshot, apply};
use super::start_import::{attempt, find_import};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::feature::watch::{DeploymentState, DeploymentWatch, WatchAt};
use model::feature::way::TransportPath;
use model::work::{Lane, next_look};
use model::{ActionId, Time};
use std::time::Duration;
use store::Tx;
use store::alm_deployment::Deployment;
use store::alm_transport::Transport;

/// How long to wait before asking again what could not be asked.
const PAUSE: Duration = Duration::from_secs(5);
/// How long an order that was left behind is tried, should transport management not answer.
const LAST_TRY: Duration = Duration::from_secs(600);
impl Workflow for DeploymentWatch {
    const KIND: &'static str = "alm-deployment";

    fn key(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    fn tenant(&self) -> String {
        self.tenant.clone()
    }

    fn lane(&self) -> Lane {
        Lane::Polling
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let id = self.id;
        let order = cx.db.read(async move |tx| Ok::<_, Error>(store::alm_deployment::find(tx, id).await?)).await?;
        let Some(order) = order.filter(|order| order.ended_at.is_none()) else { return Ok(Turn::end()) };
        match (self.at, order.action) {
            (WatchAt::Running { action, since }, _) => watched(cx, self, order, (action, since)).await,
            (WatchAt::Ordered, Some(action)) => {
                Ok(Turn::go(Self { at: WatchAt::Running { action, since: cx.now() }, ..self }))
            }
            (WatchAt::Ordered, None) => left_behind(cx, self, order).await,
        }
    }
}

async fn watched(
    cx: &Cx,
    watch: DeploymentWatch,
    order: Deployment,
    (action, since): (ActionId, Time),
) -> Result<Turn<DeploymentWatch>> {
    match seen_end(cx, &order, action).await {
        Ok(Some(snapshot)) => {
            let now = cx.now();
            Ok(Turn::write(move |tx| {
                async move { finish(tx, &order, &snapshot, now).await.map(|()| Next::End) }.boxed()
            }))
        }
        Ok(None) => Ok(Turn::wait(watch, next_look(since, cx.now()))),
        Err(error) if error.is_hiccup() => Err(error),
        Err(error) => {
            tracing::warn!(error = %error.chain(), deployment = %order.id, "an import cannot be watched; trying again");
            Ok(Turn::wait(watch, PAUSE))
        }
    }
}

/// An order whose starter is gone: the import is looked for, and only started when there is none.
async fn left_behind(cx: &Cx, watch: DeploymentWatch, order: Deployment) -> Result<Turn<DeploymentWatch>> {
    let attempt = match find_import(cx, &order).await {
        Ok(Some(action)) => Ok(action),
        Ok(None) => attempt(cx, &order).await,
        Err(error) if error.is_hiccup() => return Err(error),
        Err(error) if cx.now() < order.ordered_at.plus(LAST_TRY) => {
            tracing::warn!(error = %error.chain(), deployment = %order.id, "an import cannot be looked for; trying again");
            return Ok(Turn::wait(watch, PAUSE));
        }
        Err(error) => Err(error),
    };
    match attempt {
        Err(error) if error.is_hiccup() => Err(error),
        attempt => Ok(after_attempt(watch, order, &attempt, cx.now())),
    }
}

/// What follows from an attempt to start an import: it is watched, or the transports get their labels back.
pub(super) fn after_attempt(
    watch: DeploymentWatch,
    order: Deployment,
    attempt: &Result<ActionId>,
    now: Time,
) -> Turn<DeploymentWatch> {
    match attempt {
        Ok(action) => {
            let action = *action;
            let running = DeploymentWatch { at: WatchAt::Running { action, since: now }, ..watch };
            Turn::write(move |tx| {
                async move {
                    store::alm_deployment::started(tx, order.id, action).await?;
                    Ok(Next::Wait(running, next_look(now, now)))
                }
                .boxed()
            })
        }
        Err(error) => {
            tracing::warn!(error = %error.chain(), deployment = %order.id, "an import that was ordered was not started");
            let why = error.message().to_owned();
            Turn::write(move |tx| async move { give_back(tx, &order, why, now).await.map(|()| Next::End) }.boxed())
        }
    }
}

/// Looks once, for somebody who asks; an import that has ended is then written down.
pub(super) async fn look(cx: &Cx, order: &Deployment) -> Result<()> {
    let Some(action) = order.action else { return Ok(()) };
    let Some(snapshot) = seen_end(cx, order, action).await? else { return Ok(()) };
    let (order, now) = (order.clone(), cx.now());
    cx.db.write(async move |tx| finish(tx, &order, &snapshot, now).await).await
}

/// What is where, if the import has ended.
async fn seen_end(cx: &Cx, order: &Deployment, action: ActionId) -> Result<Option<Snapshot>> {
    let ctms = Ctms::open(cx, order.subaccount).await?;
    if ctms.runs(action).await? {
        return Ok(None);
    }
    let feature = order.feature;
    let rows = cx.db.read(async move |tx| Ok::<_, Error>(store::alm_transport::of_feature(tx, feature).await?)).await?;
    let ways: Vec<TransportPath> = rows.into_iter().map(|row| row.way).collect();
    Ok(Some(Snapshot::take(&ctms, &ways).await?))
}

async fn finish(tx: &mut Tx, order: &Deployment, snapshot: &Snapshot, now: Time) -> Result<()> {
    store::feature::lock(tx, order.subaccount, order.feature).await?;
    if !store::alm_deployment::ended(tx, order.id, DeploymentState::Ended, now).await? {
        return Ok(());
    }
    for row in store::alm_transport::of_feature(tx, order.feature).await? {
        if row.deployment != Some(order.id) {
            continue;
        }
        let free = Transport { deployment: None, ..row };
        // The mark is taken off even when nothing else changes.
        store::alm_transport::update(tx, &free).await?;
        let mut seen = apply(tx, &free, snapshot, Some(&order.named_user), now).await?;
        if seen.way.is_scheduled() {
            seen.way.give_back(order.node);
            let text = format!("the import into {} ended without this transport; refresh", order.node_name);
            store::alm_transport::update(tx, &Transport { problem: Some(text), ..seen }).await?;
        }
    }
    Ok(())
}

/// The import was not started: the labels come back, and the reason stays visible.
async fn give_back(tx: &mut Tx, order: &Deployment, why: String, now: Time) -> Result<()> {
    store::feature::lock(tx, order.subaccount, order.feature).await?;
    if !store::alm_deployment::ended(tx, order.id, DeploymentState::Refused, now).await? {
        return Ok(());
    }
    for row in store::alm_transport::of_feature(tx, order.feature).await? {
        if row.deployment == Some(order.id) {
            let problem = Some(why.clone());
            let mut free = Transport { problem, changed_at: now, deployment: None, ..row };
            free.way.give_back(order.node);
            store::alm_transport::update(tx, &free).await?;
        }
    }
    Ok(())
}
