//! Executing a plan. One piece of work per node does the imports of that node one after the other, step by step; nodes
//! work in parallel. What a step did, its log lines and the next step are saved together, once. Waiting for the deploy
//! service is work that is due later.

use super::deploy;
use super::importing::{Archive, Import};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Turn, Workflow};
use model::ActionId;
use model::deployment::Remote;
use model::import::{At, NodeImports, Plan, Step};
use model::work::Lane;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use store::Tx;

impl Workflow for NodeImports {
    const KIND: &'static str = "transport.import";

    fn key(&self) -> Option<String> {
        Some(self.node.to_string())
    }

    fn tenant(&self) -> String {
        self.subaccount.text()
    }

    fn lane(&self) -> Lane {
        NodeImports::lane(self)
    }

    fn anew(&self) -> Self {
        Self::of(self.node, self.subaccount)
    }

    async fn step(self, cx: &Cx, hold: &Hold) -> Result<Turn<Self>> {
        match self.at.clone() {
            At::Between => next_import(cx, self).await,
            At::Step { action, step, remote, .. } => {
                let Some(plan) = plan(cx, action).await? else { return Ok(Turn::go(self.anew())) };
                take(cx, Import { imports: self, plan, step, is_fresh: hold.is_fresh }, remote).await
            }
        }
    }
}

/// Begins the next import of a node, if one waits.
async fn next_import(cx: &Cx, imports: NodeImports) -> Result<Turn<NodeImports>> {
    let node = imports.node;
    let read = async move |tx: &mut Tx| Ok::<_, Error>(store::import_run::first_open(tx, node).await?);
    let Some(run) = cx.db.read(read).await? else { return Ok(Turn::end()) };
    let plan = cx.cache::<Plans>().keep(run.plan);
    let import = Import { imports, plan, step: 0, is_fresh: false };
    if import.plan.steps.is_empty() {
        return Ok(import.close(cx.now()));
    }
    Ok(Turn::go(import.at(0, None)))
}

async fn take(cx: &Cx, import: Import, remote: Option<Remote>) -> Result<Turn<NodeImports>> {
    match import.plan.steps.get(import.step).cloned() {
        Some(Step::Deploy { item, entry }) => deploy::step(cx, import, Archive { item, entry }, remote).await,
        Some(local) => Ok(import.local(local, cx.now())),
        None => Ok(import.close(cx.now())),
    }
}

/// Plans of imports at work: they never change, and reading a long one for each of its steps would take longer than the
/// step.
#[derive(Debug, Default)]
struct Plans(Mutex<VecDeque<Arc<Plan>>>);

/// As many as nodes are likely to be at work at once.
const PLANS: usize = 16;

impl Plans {
    fn get(&self, action: ActionId) -> Option<Arc<Plan>> {
        let plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.iter().find(|plan| plan.action == action).cloned()
    }

    fn keep(&self, plan: Plan) -> Arc<Plan> {
        let plan = Arc::new(plan);
        let mut plans = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        plans.retain(|kept| kept.node != plan.node);
        plans.truncate(PLANS - 1);
        plans.push_front(Arc::clone(&plan));
        plan
    }
}

/// The plan of an action; `None` when its subaccount is gone.
async fn plan(cx: &Cx, action: ActionId) -> Result<Option<Arc<Plan>>> {
    let plans = cx.cache::<Plans>();
    if let Some(plan) = plans.get(action) {
        return Ok(Some(plan));
    }
    let read = async move |tx: &mut Tx| Ok::<_, Error>(store::import_run::find(tx, action).await?);
    Ok(cx.db.read(read).await?.map(|run| plans.keep(run.plan)))
}
