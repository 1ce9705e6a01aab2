//! The plans of imports. How far one is, its work knows ([`crate::work`]); here only whether it is still open.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record, select};
use model::import::Plan;
use model::{ActionId, NodeId, SubaccountId};

record! {
    /// A stored plan.
    pub struct Run of "import_run" {
        /// Whose it is.
        pub subaccount: SubaccountId,
        /// What will be done.
        pub plan: Plan,
    }
}

const INSERT: &str = "insert into import_run (action, node, subaccount, plan, is_open) values ($1, $2, $3, $4, $5)";

/// Stores a plan: one that waits for its turn, or one that was done at once.
pub async fn insert(tx: &mut Tx, subaccount: SubaccountId, plan: &Plan, is_open: bool) -> Result<()> {
    tx.execute(INSERT, p![plan.action, plan.node, subaccount, plan, is_open]).await.map(drop)
}

const FIRST_OPEN: &str = select!(Run, "where node = $1 and is_open = true order by action limit 1");

/// The import whose turn it is in a node.
pub async fn first_open(tx: &mut Tx, node: NodeId) -> Result<Option<Run>> {
    tx.query_opt(FIRST_OPEN, p![node]).await
}

const HAS_OPEN: &str = "select count(*) from import_run where node = $1 and is_open = true";

/// Whether an import is at work in a node.
pub async fn has_open(tx: &mut Tx, node: NodeId) -> Result<bool> {
    Ok(tx.query_one::<i64>(HAS_OPEN, p![node]).await? > 0)
}

const FIND: &str = select!(Run, "where action = $1");

/// The import behind an action.
pub async fn find(tx: &mut Tx, action: ActionId) -> Result<Option<Run>> {
    tx.query_opt(FIND, p![action]).await
}

const CLOSE: &str = "update import_run set is_open = false where action = $1";

/// An import has come to its end.
pub async fn close(tx: &mut Tx, action: ActionId) -> Result<()> {
    tx.execute(CLOSE, p![action]).await.map(drop)
}

const DELETE_OF_SUBACCOUNT: &str = "delete from import_run where subaccount = $1";

/// Removes all imports of a subaccount, also those at work.
pub async fn delete_of_subaccount(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    tx.execute(DELETE_OF_SUBACCOUNT, p![subaccount]).await.map(drop)
}
