//! Executing a plan. One job per node does the imports of that node one after the other, step by step; nodes work in
//! parallel. A step saves what it did, its log lines and the next step in one transaction that succeeds only if
//! nobody else has moved the import meanwhile, so each outcome is recorded exactly once. Waiting for the deploy
//! service is putting the job off.

use super::conclude::{self, Range};
use super::{Actor, deploy, hold, record};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::job::{Job, Next};
use model::action::{ActionStatus, Line};
use model::deployment::Remote;
use model::import::{Plan, Step, forwards_after};
use model::queue::{Outcome, after_import};
use model::{NodeId, RequestId, SubaccountId, Time, import_log};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use store::Tx;
use store::import_run::{Position, Run};

/// Does what is to be imported into a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunImport {
    /// The node.
    pub node: NodeId,
}

impl Job for RunImport {
    const NAME: &'static str = "transport.import";

    fn dedup_key(&self) -> Option<String> {
        Some(self.node.to_string())
    }

    async fn run(self, cx: &Cx) -> Result<Next> {
        while let Some(mut work) = Work::load(cx, self.node).await? {
            if let Some(wait) = work.go_on(cx).await? {
                return Ok(Next::Again(wait));
            }
        }
        Ok(Next::Done)
    }
}

/// What a step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Saved; there may be more to do at once.
    Moved,
    /// Nothing can be done for so long.
    Wait(Duration),
    /// Somebody else has moved the import.
    Raced,
}

/// An import in the hands of this process.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) subaccount: SubaccountId,
    pub(super) plan: Arc<Plan>,
    pub(super) step: usize,
    pub(super) remote: Option<Remote>,
    pub(super) rev: i64,
    /// Whether this process itself took the last step, so that nothing can have happened since.
    pub(super) is_fresh: bool,
}

/// What one move writes besides the position.
#[derive(Debug, Default)]
pub(super) struct Move {
    pub(super) step: usize,
    pub(super) remote: Option<Remote>,
    pub(super) lines: Vec<Line>,
    /// Request, entry, and how far both are now.
    pub(super) entity: Option<(usize, usize, ActionStatus)>,
}

impl Work {
    async fn load(cx: &Cx, node: NodeId) -> Result<Option<Self>> {
        let read = async move |tx: &mut Tx| Ok::<_, Error>(store::import_run::first_open(tx, node).await?);
        let Some(Run { subaccount, plan, step, remote, rev }) = cx.db.read(read).await? else { return Ok(None) };
        let remote = remote.map(|text| serde_json::from_str(&text)).transpose()?;
        Ok(Some(Self { subaccount, plan: Arc::new(plan), step, remote, rev, is_fresh: false }))
    }

    /// Goes on until the import has ended (`None`), or for how long it must wait.
    async fn go_on(&mut self, cx: &Cx) -> Result<Option<Duration>> {
        while let Some(step) = self.plan.steps.get(self.step).cloned() {
            let turn = match step {
                Step::Deploy { item, entry } => deploy::step(cx, self, item, entry).await?,
                local => self.local(cx, local).await?,
            };
            match turn {
                Turn::Moved => self.is_fresh = true,
                Turn::Wait(wait) => return Ok(Some(wait)),
                Turn::Raced => return Ok(None),
            }
        }
        Ok(None)
    }

    /// A step that needs nobody outside.
    async fn local(&mut self, cx: &Cx, step: Step) -> Result<Turn> {
        let (work, now) = (self.clone(), cx.now());
        let moved = cx.db.write(async move |tx| {
            if !work.advance(tx, &Move { step: work.step + 1, ..Move::default() }).await? {
                return Ok::<_, Error>(false);
            }
            match step {
                Step::Forward { first, count } => work.forward(tx, first, count, now).await?,
                Step::Conclude { .. } => work.conclude(tx, &step, now).await?,
                Step::End { item } => work.end(tx, item, now).await?,
                Step::Deploy { .. } => return Err(Error::internal("a deployment is no local step")),
            }
            work.finish_if_last(tx, work.step + 1, now).await?;
            Ok(true)
        });
        let moved = moved.await?;
        Ok(self.moved(moved, self.step + 1, None))
    }

    /// Saves a move of the deployment.
    pub(super) async fn save(&mut self, cx: &Cx, to: Move) -> Result<Turn> {
        let (work, now, step, remote) = (self.clone(), cx.now(), to.step, to.remote.clone());
        let moved = cx.db.write(async move |tx| {
            if !work.advance(tx, &to).await? {
                return Ok::<_, Error>(false);
            }
            if let Some((item, entry, status)) = to.entity {
                work.set_entity(tx, item, entry, status).await?;
            }
            store::action::append(tx, work.plan.action, &to.lines, now).await?;
            Ok(true)
        });
        let moved = moved.await?;
        Ok(self.moved(moved, step, remote))
    }

    fn moved(&mut self, moved: bool, step: usize, remote: Option<Remote>) -> Turn {
        if !moved {
            return Turn::Raced;
        }
        self.rev += 1;
        self.step = step;
        self.remote = remote;
        Turn::Moved
    }

    async fn advance(&self, tx: &mut Tx, to: &Move) -> Result<bool> {
        let remote = to.remote.as_ref().map(serde_json::to_string).transpose()?;
        let position = Position { step: to.step, remote, is_open: to.step < self.plan.steps.len() };
        Ok(store::import_run::advance(tx, self.plan.action, self.rev, &position).await?)
    }

    async fn set_entity(&self, tx: &mut Tx, item: usize, entry: usize, status: ActionStatus) -> Result<()> {
        let Some(item) = self.plan.items.get(item) else { return Err(no_such_item()) };
        let mut row = store::action::request(tx, self.plan.action, item.request).await?;
        row.status = ActionStatus::Running;
        if let Some(entity) = row.entities.get_mut(entry) {
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
        Ok(())
    }

    async fn finish_if_last(&self, tx: &mut Tx, step: usize, now: Time) -> Result<()> {
        if step < self.plan.steps.len() {
            return Ok(());
        }
        let action = self.plan.action;
        let status = ActionStatus::roll_up(store::action::statuses(tx, action).await?);
        store::action::finish(tx, action, status, now).await?;
        let actor = Actor { subaccount: self.subaccount, name: "transport-management".to_owned() };
        let detail = json!({ "node": self.plan.node_name, "action": action, "status": status.word() });
        record::audit(tx, &actor, "import.end", format!("node {}", self.plan.node), detail, now).await
    }
}

fn places(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn no_such_item() -> Error {
    Error::internal("a step names a request that the plan does not have")
}
