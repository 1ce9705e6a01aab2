//! Accepting an import: what it takes is decided and written down as a plan, in one transaction. What needs nobody
//! outside (a virtual node, or one that cannot deploy) is done in the same transaction.

use super::conclude::{self, Range};
use super::hold::{self, Held};
use super::queue::Named;
use super::record::{self, NewAction};
use super::right::{self, ImportAll, ImportSelected, OnNode};
use super::{Actor, node_of};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use crate::work;
use model::action::{ActionStatus, ActionType};
use model::import::{self, Candidate, NodeImports, Plan, Selection, Step};
use model::node::Node;
use model::queue::Status;
use model::request::ContentType;
use model::{ActionId, NodeId, RequestId, Time};
use serde_json::json;
use store::Tx;
use store::action::ActionRequest;

/// An import that was asked for.
struct Order {
    actor: Actor,
    node: NodeId,
    selection: Selection,
    named_user: Option<String>,
}

/// Imports the named requests, in the order of the queue.
///
/// # Errors
/// Not found, for a request that is not in the queue; unprocessable, for one whose status forbids it; then none starts.
pub async fn selected(cx: &Cx, caller: Caller<ImportSelected>, node: NodeId, named: Named) -> Result<ActionId> {
    accept(cx, caller, node, Selection::Only(named.requests), named.named_user).await
}

/// Imports everything that can be imported, in the order of the queue. With nothing to import, the action has ended.
///
/// # Errors
/// Not found; unprocessable, when imports are disabled.
pub async fn all(cx: &Cx, caller: Caller<ImportAll>, node: NodeId, named_user: Option<String>) -> Result<ActionId> {
    accept(cx, caller, node, Selection::All, named_user).await
}

async fn accept<P: OnNode>(
    cx: &Cx,
    caller: Caller<P>,
    node: NodeId,
    selection: Selection,
    named_user: Option<String>,
) -> Result<ActionId> {
    let (now, by) = (cx.now(), caller.clone());
    let order = Order { actor: Actor::of(&caller)?, node, selection, named_user };
    let outcome = cx.db.write(async move |tx| start(tx, &by, order, now).await).await;
    right::audited(cx, &caller, format!("node {node}"), outcome).await
}

async fn start<P: OnNode>(tx: &mut Tx, caller: &Caller<P>, order: Order, now: Time) -> Result<ActionId> {
    let node = node_of(tx, order.actor.subaccount, order.node).await?;
    right::check_node(caller, node.name().as_str())?;
    import::check_starter(&node, caller.identity().person.is_some())?;
    let queues = hold_queues(tx, &node).await?;
    let candidates = candidates(tx, node.id, &order.selection).await?;
    let chosen = import::select(&node, &order.selection, candidates)?;
    let descriptors = descriptors(tx, &node).await?;
    let action = ActionId(tx.next_id());
    let plan = import::plan(action, order.selection.kind(), &node, chosen, &descriptors);
    // A plan without steps has nothing to wait for: nobody would ever end it.
    if plan.steps.is_empty() || (plan.is_immediate() && !store::import_run::has_open(tx, node.id).await?) {
        at_once(tx, &order, &plan, &queues, now).await?;
    } else {
        begin(tx, &order, &plan, now).await?;
    }
    let requests: Vec<RequestId> = plan.items.iter().map(|item| item.request).collect();
    let detail = json!({ "node": plan.node_name, "action": action, "requests": requests });
    record::audit(tx, &order.actor, "import.start", format!("node {}", node.id), detail, now).await?;
    Ok(action)
}

/// A node that deploys needs only its own queue now; the others may hand on at once.
async fn hold_queues(tx: &mut Tx, node: &Node) -> Result<Vec<Held>> {
    if deploys_mta(node) {
        hold::one(tx, node.id, 0).await?;
        return Ok(Vec::new());
    }
    hold::with_successors(tx, node.id, 0).await
}

fn deploys_mta(node: &Node) -> bool {
    node.draft.target.as_ref().is_some_and(|target| target.content_type == ContentType::Mta)
}

async fn candidates(tx: &mut Tx, node: NodeId, selection: &Selection) -> Result<Vec<Candidate>> {
    Ok(match selection {
        Selection::All => store::queue::importable(tx, node).await?,
        Selection::Only(requests) => store::queue::named(tx, node, requests).await?,
    })
}

async fn descriptors(tx: &mut Tx, node: &Node) -> Result<Vec<model::ext_descriptor::ExtDescriptor>> {
    if !deploys_mta(node) {
        return Ok(Vec::new());
    }
    Ok(store::ext_descriptor::list(tx, node.id).await?)
}

fn requests(plan: &Plan, status: ActionStatus) -> Vec<ActionRequest> {
    let row = |item: &import::Item| {
        record::action_request(item.request, item.entries.iter().map(|planned| &planned.entry), status)
    };
    plan.items.iter().map(row).collect()
}

async fn insert(tx: &mut Tx, order: &Order, plan: &Plan, status: ActionStatus, now: Time) -> Result<()> {
    let new = NewAction {
        id: plan.action,
        kind: ActionType::Import,
        node: plan.node,
        node_name: &plan.node_name,
        named_user: order.named_user.as_deref(),
        requests: requests(plan, status),
    };
    record::action(tx, &order.actor, new, now).await
}

/// Nobody outside is needed: done here and now.
async fn at_once(tx: &mut Tx, order: &Order, plan: &Plan, queues: &[Held], now: Time) -> Result<()> {
    store::import_run::insert(tx, order.actor.subaccount, plan, false).await?;
    let Some(&Step::Conclude { first, count, outcome, forward }) = plan.steps.first() else {
        return insert(tx, order, plan, ActionStatus::Succeeded, now).await;
    };
    insert(tx, order, plan, outcome.into(), now).await?;
    let range = Range { first, count, outcome, queues: if forward { queues } else { &[] }, forward };
    let lines = conclude::conclude(tx, plan, &range, now).await?;
    let requests: Vec<RequestId> = plan.items.iter().map(|item| item.request).collect();
    store::queue::set_status(tx, plan.node, &requests, outcome.status(), now).await?;
    conclude::arrived(tx, plan.node, &requests, outcome, now).await?;
    Ok(store::action::append(tx, plan.action, &lines, now).await?)
}

/// The plan is stored, the requests are running, and the work is ordered.
async fn begin(tx: &mut Tx, order: &Order, plan: &Plan, now: Time) -> Result<()> {
    insert(tx, order, plan, ActionStatus::Initial, now).await?;
    store::import_run::insert(tx, order.actor.subaccount, plan, true).await?;
    let requests: Vec<RequestId> = plan.items.iter().map(|item| item.request).collect();
    store::queue::set_status(tx, plan.node, &requests, Status::Running, now).await?;
    work::order(tx, &NodeImports::of(plan.node, order.actor.subaccount), now).await
}
