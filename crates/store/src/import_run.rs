//! Imports at work: the plan, and how far it is.

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record};
use model::import::Plan;
use model::{ActionId, NodeId, SubaccountId};
use uuid::Uuid;

/// An import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whose it is.
    pub subaccount: SubaccountId,
    /// What will be done.
    pub plan: Plan,
    /// Which step is next.
    pub step: usize,
    /// What the remote side was asked for in this step, as JSON.
    pub remote: Option<String>,
    /// Raised with each move, so that no move is made twice.
    pub rev: i64,
}

record! {
    struct RunRow { action: i64, subaccount: Uuid, plan: String, step: i64, remote: Option<String>, rev: i64 }
}

impl RunRow {
    fn parse(self) -> Result<Run> {
        let corrupt = |what: String| Error::corrupt("import_run", self.action, what);
        Ok(Run {
            subaccount: SubaccountId(self.subaccount),
            plan: serde_json::from_str(&self.plan).map_err(|e| corrupt(e.to_string()))?,
            step: usize::try_from(self.step).map_err(|_| corrupt(format!("step is {}", self.step)))?,
            remote: self.remote,
            rev: self.rev,
        })
    }
}

const INSERT: &str = "insert into import_run (action, node, subaccount, plan, step, remote, rev, is_open) \
    values ($1, $2, $3, $4, $5, null, 0, $6)";

/// Stores a plan: one that waits for its turn, or one that was done at once.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, plan: &Plan, is_open: bool) -> Result<()> {
    let text = serde_json::to_string(plan).map_err(Error::other)?;
    let done = if is_open { 0 } else { i64::try_from(plan.steps.len()).unwrap_or(i64::MAX) };
    tx.execute(INSERT, p![plan.action.get(), plan.node.get(), subaccount.0, text, done, is_open]).await.map(drop)
}

const FIRST_OPEN: &str = "select action, subaccount, plan, step, remote, rev from import_run \
    where node = $1 and is_open = true order by action limit 1";

/// The import that is at work in a node.
pub async fn first_open(tx: &mut Tx, node: NodeId) -> Result<Option<Run>> {
    tx.query_opt::<RunRow>(FIRST_OPEN, p![node.get()]).await?.map(RunRow::parse).transpose()
}

const HAS_OPEN: &str = "select count(*) from import_run where node = $1 and is_open = true";

/// Whether an import is at work in a node.
pub async fn has_open(tx: &mut Tx, node: NodeId) -> Result<bool> {
    Ok(tx.query_one::<i64>(HAS_OPEN, p![node.get()]).await? > 0)
}

const FIND: &str = "select action, subaccount, plan, step, remote, rev from import_run where action = $1";

/// The import behind an action.
pub async fn find(tx: &mut Tx, action: ActionId) -> Result<Option<Run>> {
    tx.query_opt::<RunRow>(FIND, p![action.get()]).await?.map(RunRow::parse).transpose()
}

/// Where an import stands after a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Which step is next.
    pub step: usize,
    /// What the remote side was asked for in this step, as JSON.
    pub remote: Option<String>,
    /// Whether there is a next step.
    pub is_open: bool,
}

const ADVANCE: &str = "update import_run set step = $3, remote = $4, rev = rev + 1, is_open = $5 \
    where action = $1 and rev = $2 and is_open = true";

/// Moves an import on; `false` when somebody else has moved it since it was read at `rev`.
pub async fn advance(tx: &mut Tx, action: ActionId, rev: i64, to: &Position) -> Result<bool> {
    let step = i64::try_from(to.step).unwrap_or(i64::MAX);
    let params = p![action.get(), rev, step, to.remote.as_deref(), to.is_open];
    Ok(tx.execute(ADVANCE, params).await? == 1)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from import_run where subaccount = $1";

/// Removes all imports of a subaccount, also those at work.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount.0]).await.map(drop)
}
