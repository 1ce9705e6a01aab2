//! Sees imports through: waits for their end, and after a crash finds out whether they were started at all.

use super::ctms::Ctms;
use super::deploy;
use super::sync::{self, Snapshot};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::job::{self, Job, Next};
use model::feature::way::Way;
use model::{SubaccountId, Time};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::Tx;
use store::alm_deployment::DeploymentRow;
use store::alm_transport::TransportRow;

const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How long an order that was left behind is tried, should transport management not answer.
const LAST_TRY: Duration = Duration::from_secs(600);
/// How far the clock of another system may be behind.
const SKEW: Duration = Duration::from_secs(30);

/// Watches one import.
#[derive(Debug, Serialize, Deserialize)]
pub struct WatchDeployment {
    /// The order.
    pub id: i64,
}

impl Job for WatchDeployment {
    const NAME: &'static str = "alm-deployment";

    fn dedup_key(&self) -> Option<String> {
        Some(self.id.to_string())
    }

    async fn run(self, cx: &Cx) -> Result<Next> {
        let id = self.id;
        let order = cx.db.read(async move |tx| Ok::<_, Error>(store::alm_deployment::find(tx, id).await?)).await?;
        match order {
            Some(order) if order.state == "ordered" => left_behind(cx, &order).await,
            Some(order) if order.state == "running" => match look(cx, &order).await {
                Ok(true) => Ok(Next::Done),
                Ok(false) => Ok(Next::Again(pause(order.polls))),
                Err(error) => {
                    tracing::warn!(error = %error.chain(), deployment = id, "an import cannot be watched; trying again");
                    Ok(Next::Again(LONGEST_PAUSE))
                }
            },
            _ => Ok(Next::Done),
        }
    }
}

fn pause(polls: i64) -> Duration {
    let doublings = u32::try_from(polls.clamp(0, 9)).unwrap_or(9);
    FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE)
}

/// An order whose starter is gone: the import is looked for, and only started when there is none.
async fn left_behind(cx: &Cx, order: &DeploymentRow) -> Result<Next> {
    let found = match find_import(cx, order).await {
        Ok(Some(action)) => started(cx, order, action).await,
        Ok(None) => deploy::start(cx, order).await.map(drop),
        Err(error) if cx.now() < Time(order.ordered_at).plus(LAST_TRY) => {
            tracing::warn!(error = %error.chain(), deployment = order.id, "an import cannot be looked for; trying again");
            return Ok(Next::Again(LONGEST_PAUSE));
        }
        Err(error) => Err(give_back(cx, order, error).await?),
    };
    if let Err(error) = found {
        tracing::warn!(error = %error.chain(), deployment = order.id, "an import that was ordered was not started");
        return Ok(Next::Done);
    }
    Ok(Next::Again(FIRST_PAUSE))
}

/// The import that was started for an order, if there is one: begun after the order, and not another order's.
pub(super) async fn find_import(cx: &Cx, order: &DeploymentRow) -> Result<Option<i64>> {
    let ids: Vec<i64> = serde_json::from_str(&order.transports)?;
    let ctms = Ctms::open(cx, SubaccountId(order.subaccount)).await?;
    let since = Time(order.ordered_at).minus(SKEW);
    for id in ids {
        let found = ctms.imports_since(order.node, id, since).await?;
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

/// The order runs as this action; from now on it is watched closely.
pub(super) async fn started(cx: &Cx, order: &DeploymentRow, action: i64) -> Result<()> {
    let (id, now) = (order.id, cx.now());
    let soon = now.plus(FIRST_PAUSE);
    cx.db
        .write(async move |tx| {
            store::alm_deployment::started(tx, id, action).await?;
            job::enqueue_at(tx, &WatchDeployment { id }, now, soon).await
        })
        .await
}

/// Looks once; answers whether the import has ended, and is then written down.
pub(super) async fn look(cx: &Cx, order: &DeploymentRow) -> Result<bool> {
    let Some(action) = order.action else { return Ok(false) };
    let (id, feature) = (order.id, order.feature);
    let ctms = Ctms::open(cx, SubaccountId(order.subaccount)).await?;
    if ctms.runs(action).await? {
        cx.db.write(async move |tx| Ok::<_, Error>(store::alm_deployment::polled(tx, id).await?)).await?;
        return Ok(false);
    }
    let rows = cx.db.read(async move |tx| Ok::<_, Error>(store::alm_transport::of_feature(tx, feature).await?)).await?;
    let ways = rows.iter().map(|row| Ok(serde_json::from_str(&row.way)?)).collect::<Result<Vec<Way>>>()?;
    let snapshot = Snapshot::take(&ctms, &ways).await?;
    let (order, now) = (order.clone(), cx.now());
    cx.db.write(async move |tx| finish(tx, &order, &snapshot, now).await).await?;
    Ok(true)
}

async fn finish(tx: &mut Tx, order: &DeploymentRow, snapshot: &Snapshot, now: Time) -> Result<()> {
    store::feature::lock(tx, order.subaccount, order.feature).await?;
    if !store::alm_deployment::ended(tx, order.id, "ended", now.micros()).await? {
        return Ok(());
    }
    for row in store::alm_transport::of_feature(tx, order.feature).await? {
        if row.deployment != Some(order.id) {
            continue;
        }
        let free = TransportRow { deployment: None, ..row };
        // The mark is taken off even when nothing else changes.
        store::alm_transport::update(tx, &free).await?;
        let row = sync::apply(tx, &free, snapshot, Some(&order.named_user), now).await?;
        let mut way: Way = serde_json::from_str(&row.way)?;
        if way.is_scheduled() {
            way.give_back(order.node);
            let text = format!("the import into {} ended without this transport; refresh", order.node_name);
            let (way, problem) = (serde_json::to_string(&way)?, Some(text));
            store::alm_transport::update(tx, &TransportRow { way, problem, ..row }).await?;
        }
    }
    Ok(())
}

/// The import was not started: the labels come back, and the reason stays visible. Answers the reason.
pub(super) async fn give_back(cx: &Cx, order: &DeploymentRow, why: Error) -> Result<Error> {
    let (order, text, now) = (order.clone(), why.message().to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            store::feature::lock(tx, order.subaccount, order.feature).await?;
            if !store::alm_deployment::ended(tx, order.id, "refused", now.micros()).await? {
                return Ok(());
            }
            for row in store::alm_transport::of_feature(tx, order.feature).await? {
                if row.deployment == Some(order.id) {
                    let mut way: Way = serde_json::from_str(&row.way)?;
                    way.give_back(order.node);
                    let (way, problem, changed_at) = (serde_json::to_string(&way)?, Some(text.clone()), now.micros());
                    let row = TransportRow { way, problem, changed_at, deployment: None, ..row };
                    store::alm_transport::update(tx, &row).await?;
                }
            }
            Ok::<_, Error>(())
        })
        .await?;
    Ok(why)
}
