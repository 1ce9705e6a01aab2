//! Ending requests: handing them on, and what the log says about it.

use super::hold::{self, Held};
use crate::error::Result;
use model::action::Line;
use model::import::{Item, Plan, Treatment};
use model::import_log as say;
use model::node::ForwardMode;
use model::queue::Outcome;
use model::{NodeId, RequestId, Time};
use store::Tx;

/// Requests of a plan that end alike without being deployed.
pub(super) struct Range<'a> {
    pub(super) first: usize,
    pub(super) count: usize,
    pub(super) outcome: Outcome,
    /// Whether they are handed on.
    pub(super) forward: bool,
    pub(super) queues: &'a [Held],
}

/// Hands the requests on and says so. Their own status is the caller's to set.
pub(super) async fn conclude(tx: &mut Tx, plan: &Plan, range: &Range<'_>, now: Time) -> Result<Vec<Line>> {
    let items: Vec<&Item> = plan.items.iter().skip(range.first).take(range.count).collect();
    let requests: Vec<RequestId> = items.iter().map(|item| item.request).collect();
    if range.forward {
        hold::forward(tx, range.queues, &requests, now).await?;
    }
    let names = hold::names(range.queues);
    Ok(items.iter().flat_map(|item| lines(plan, item, range, &names, now)).collect())
}

/// What came to a node for good, if it did.
pub(super) async fn arrived(
    tx: &mut Tx,
    node: NodeId,
    requests: &[RequestId],
    outcome: Outcome,
    now: Time,
) -> Result<()> {
    match outcome.is_success() {
        true => Ok(store::carried::arrived(tx, node, requests, now).await?),
        false => Ok(()),
    }
}

fn lines(plan: &Plan, item: &Item, range: &Range<'_>, names: &[String], now: Time) -> Vec<Line> {
    let what = match &plan.way {
        Treatment::Refuse(why) => say::refused(item.request, why),
        Treatment::HandOn | Treatment::Deploy(_) => say::skipped(plan, item.request),
    };
    let forwarded = range.forward.then(|| say::forwarded(item.request, names));
    let (before, after) = match plan.forward_mode {
        ForwardMode::Auto => (forwarded, None),
        _ => (None, forwarded),
    };
    let begin = [say::start(plan, item, now)].into_iter().chain(before);
    begin.chain([what]).chain(after).chain([say::end(item.request, range.outcome, now)]).collect()
}
