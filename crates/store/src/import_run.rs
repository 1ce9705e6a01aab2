//! The plans of imports. How far one is, its work knows ([`crate::work`]); here only whether it is still open.

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::{p, record};
use model::import::Plan;
use model::{ActionId, NodeId, SubaccountId};
use uuid::Uuid;

/// A stored plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Whose it is.
    pub subaccount: SubaccountId,
    /// What will be done.
    pub plan: Plan,
}

record! {
    struct RunRow { action: i64, subaccount: Uuid, plan: String }
}

impl RunRow {
    fn parse(self) -> Result<Run> {
        let plan = serde_json::from_str(&self.plan).map_err(|e| Error::corrupt("import_run", self.action, e))?;
        Ok(Run { subaccount: SubaccountId(self.subaccount), plan })
    }
}

const INSERT: &str = "insert into import_run (action, node, subaccount, plan, is_open) values ($1, $2, $3, $4, $5)";

/// Stores a plan: one that waits for its turn, or one that was done at once.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, plan: &Plan, is_open: bool) -> Result<()> {
    let text = serde_json::to_string(plan).map_err(Error::other)?;
    tx.execute(INSERT, p![plan.action.get(), plan.node.get(), subaccount.0, text, is_open]).await.map(drop)
}

const FIRST_OPEN: &str = "select action, subaccount, plan from import_run \
    where node = $1 and is_open = true order by action limit 1";

/// The import whose turn it is in a node.
pub async fn first_open(tx: &mut Tx, node: NodeId) -> Result<Option<Run>> {
    tx.query_opt::<RunRow>(FIRST_OPEN, p![node.get()]).await?.map(RunRow::parse).transpose()
}

const HAS_OPEN: &str = "select count(*) from import_run where node = $1 and is_open = true";

/// Whether an import is at work in a node.
pub async fn has_open(tx: &mut Tx, node: NodeId) -> Result<bool> {
    Ok(tx.query_one::<i64>(HAS_OPEN, p![node.get()]).await? > 0)
}

const FIND: &str = "select action, subaccount, plan from import_run where action = $1";

/// The import behind an action.
pub async fn find(tx: &mut Tx, action: ActionId) -> Result<Option<Run>> {
    tx.query_opt::<RunRow>(FIND, p![action.get()]).await?.map(RunRow::parse).transpose()
}

const CLOSE: &str = "update import_run set is_open = false where action = $1";

/// An import has come to its end.
pub async fn close(tx: &mut Tx, action: ActionId) -> Result<()> {
    tx.execute(CLOSE, p![action.get()]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from import_run where subaccount = $1";

/// Removes all imports of a subaccount, also those at work.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount.0]).await.map(drop)
}
