//! One import at one of its steps: what each step that needs nobody outside does, and how it ends.

use super::conclude::{self, Range};
use super::{Actor, hold, record};
use crate::error::{Error, Result};
use crate::work::{Next, Turn, Workflow};
use futures_util::FutureExt;
use model::action::{ActionStatus, Line};
use model::deployment::Remote;
use model::import::{Item, NodeImports, Plan, Step, forwards_after};
use model::queue::{Outcome, after_import};
use model::{RequestId, Time, import_log};
use serde_json::json;
use std::sync::Arc;
use store::Tx;

/// One archive of the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Archive {
    pub(super) item: usize,
    pub(super) entry: usize,
}

/// An import at one of its steps.
#[derive(Debug, Clone)]
pub(super) struct Import {
    pub(super) imports: NodeImports,
    pub(super) plan: Arc<Plan>,
    pub(super) step: usize,
    /// Whether this process itself took the last step, so that nothing can have happened since.
    pub(super) is_fresh: bool,
}

impl Import {
    /// The work, at this step of the plan.
    pub(super) fn at(&self, step: usize, remote: Option<Remote>) -> NodeImports {
        self.imports.at(&self.plan, step, remote)
    }

    /// Ends an import that has no step left; only data of older versions has one.
    pub(super) fn close(self, now: Time) -> Turn<NodeImports> {
        Turn::write(move |tx| async move { self.finish(tx, now).await.map(|()| Next::Go(self.imports.anew())) }.boxed())
    }

    /// A step that needs nobody outside.
    pub(super) fn local(self, step: Step, now: Time) -> Turn<NodeImports> {
        Turn::write(move |tx| {
            async move {
                match step {
                    Step::Forward { first, count } => self.forward(tx, first, count, now).await?,
                    Step::Conclude { .. } => self.conclude(tx, &step, now).await?,
                    Step::End { item } => self.end(tx, item, now).await?,
                    Step::Deploy { .. } => return Err(Error::internal("a deployment is no local step")),
                }
                self.on(tx, now).await
            }
            .boxed()
        })
    }

    /// On to the next step. A request ends with its last archive, and the action with its last step.
    pub(super) async fn on(&self, tx: &mut Tx, now: Time) -> Result<Next<NodeImports>> {
        let mut next = self.step + 1;
        if let Some(&Step::End { item }) = self.plan.steps.get(next) {
            self.end(tx, item, now).await?;
            next += 1;
        }
        if next >= self.plan.steps.len() {
            self.finish(tx, now).await?;
        }
        Ok(Next::Go(self.at(next, None)))
    }

    pub(super) async fn set_entity(&self, tx: &mut Tx, at: Archive, status: ActionStatus) -> Result<()> {
        let Some(item) = self.plan.items.get(at.item) else { return Err(no_such_item()) };
        let mut row = store::action::request(tx, self.plan.action, item.request).await?;
        row.status = ActionStatus::Running;
        if let Some(entity) = row.entities.get_mut(at.entry) {
            entity.status = status;
        }
        Ok(store::action::set_request(tx, self.plan.action, &row).await?)
    }

    /// Pre-Import: into the queues that follow, before anything is deployed.
    async fn forward(&self, tx: &mut Tx, first: usize, count: usize, now: Time) -> Result<()> {
        let queues = hold::with_successors(tx, self.plan.node, places(count)).await?;
        let items = self.plan.items.iter().skip(first).take(count);
        let requests: Vec<RequestId> = items.map(|item| item.request).collect();
        hold::forward(tx, &queues, &requests, now).await?;
        let names = hold::names(&queues);
        let lines: Vec<Line> = requests.iter().map(|request| import_log::forwarded(*request, &names)).collect();
        Ok(store::action::append(tx, self.plan.action, &lines, now).await?)
    }

    async fn conclude(&self, tx: &mut Tx, step: &Step, now: Time) -> Result<()> {
        let &Step::Conclude { first, count, outcome, forward } = step else { return Ok(()) };
        let queues = hold::with_successors(tx, self.plan.node, if forward { places(count) } else { 0 }).await?;
        let range = Range { first, count, outcome, forward, queues: &queues };
        let lines = conclude::conclude(tx, &self.plan, &range, now).await?;
        let items = self.plan.items.iter().skip(first).take(count);
        let requests: Vec<RequestId> = items.clone().map(|item| item.request).collect();
        self.set_ended(tx, &requests, outcome, now).await?;
        for item in items {
            let entries = item.entries.iter().map(|planned| &planned.entry);
            let row = record::action_request(item.request, entries, outcome.into());
            store::action::set_request(tx, self.plan.action, &row).await?;
        }
        Ok(store::action::append(tx, self.plan.action, &lines, now).await?)
    }

    /// Sums a request up, and hands it on if the mode says so.
    async fn end(&self, tx: &mut Tx, item: usize, now: Time) -> Result<()> {
        let Some(item) = self.plan.items.get(item) else { return Err(no_such_item()) };
        let mut row = store::action::request(tx, self.plan.action, item.request).await?;
        let outcome = Outcome::worst(row.entities.iter().filter_map(|entity| entity.status.outcome()));
        let mut lines = Vec::new();
        if forwards_after(self.plan.forward_mode, outcome) {
            let queues = hold::with_successors(tx, self.plan.node, 1).await?;
            hold::forward(tx, &queues, &[item.request], now).await?;
            lines.push(import_log::forwarded(item.request, &hold::names(&queues)));
        } else {
            hold::one(tx, self.plan.node, 0).await?;
        }
        lines.push(import_log::end(item.request, outcome, now));
        self.set_ended(tx, &[item.request], outcome, now).await?;
        row.status = outcome.into();
        store::action::set_request(tx, self.plan.action, &row).await?;
        Ok(store::action::append(tx, self.plan.action, &lines, now).await?)
    }

    /// The status in the queue: the outcome, except for requests that arrived anew while they were running.
    async fn set_ended(&self, tx: &mut Tx, requests: &[RequestId], outcome: Outcome, now: Time) -> Result<()> {
        let present = store::queue::present(tx, self.plan.node, requests).await?;
        for arrived_again in [false, true] {
            let these = present.iter().filter(|(_, (_, again))| *again == arrived_again);
            let these: Vec<RequestId> = these.map(|(request, _)| *request).collect();
            let status = after_import(outcome, arrived_again);
            store::queue::set_status(tx, self.plan.node, &these, status, now).await?;
        }
        conclude::arrived(tx, self.plan.node, requests, outcome, now).await
    }

    async fn finish(&self, tx: &mut Tx, now: Time) -> Result<()> {
        let action = self.plan.action;
        store::import_run::close(tx, action).await?;
        let status = ActionStatus::roll_up(store::action::statuses(tx, action).await?);
        if !store::action::finish(tx, action, status, now).await? {
            return Ok(());
        }
        let actor = Actor { subaccount: self.imports.subaccount, name: "transport-management".to_owned() };
        let detail = json!({ "node": self.plan.node_name, "action": action, "status": status.word() });
        record::audit(tx, &actor, "import.end", format!("node {}", self.plan.node), detail, now).await
    }
}

impl Import {
    pub(super) fn item(&self, at: Archive) -> Result<(&Item, &model::import::PlannedEntry)> {
        let item = self.plan.items.get(at.item);
        let found = item.and_then(|item| item.entries.get(at.entry).map(|entry| (item, entry)));
        found.ok_or_else(|| Error::internal("a step names an entry that the plan does not have"))
    }
}

fn places(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn no_such_item() -> Error {
    Error::internal("a step names a request that the plan does not have")
}
