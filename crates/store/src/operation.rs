//! Operations of the deploy service, what they said, what they hold, and what was deployed.

use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Hidden, Sealed};
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::message::MessageKind;
use model::operation::{ErrorType, State};
use model::{OperationId, SpaceGuid, Time};
use uuid::Uuid;

record! {
    /// An operation.
    pub struct Operation of "deploy_operation" {
        pub id: OperationId,
        /// Where it deploys to.
        pub space: SpaceGuid,
        /// The service that it was started at.
        pub service: String,
        pub state: State,
        /// What it deploys, once that is known.
        pub mta_id: Option<String>,
        /// What kind of failure it stands still after.
        pub error_type: Option<ErrorType>,
        /// What failed.
        pub failure: Option<String>,
        /// Who started it.
        pub actor: String,
        /// JSON: names and values; sealed at rest.
        pub parameters: Hidden,
        /// JSON: what it does, once that is known; sealed at rest.
        pub plan: Option<Hidden>,
        /// Modules that are done.
        pub step: usize,
        /// Modules that were announced.
        pub begun: usize,
        /// Counts the changes.
        pub rev: i64,
        pub started_at: Time,
        pub ended_at: Option<Time>,
    }
}

/// A plan, and what clients give along, hold what the descriptor and its extensions configure.
impl Sealed for Operation {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        if let Some(plan) = &mut self.plan {
            text(Column::DeployPlan, self.id.0, &mut plan.0)?;
        }
        text(Column::DeployParameters, self.id.0, &mut self.parameters.0)
    }
}

const INSERT: &str = insert!(Operation);

/// Adds an operation.
pub async fn insert(tx: &mut Tx, row: &Operation) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const GET: &str = select!(Operation, "where id = $1");

/// The operation with this id, wherever it deploys to.
pub async fn get(tx: &mut Tx, id: OperationId) -> Result<Option<Operation>> {
    tx.opened_opt(GET, p![id]).await
}

const OF_SPACE: &str = select!(Operation, "where space = $1 order by started_at, id");

/// The operations of a space, oldest first.
pub async fn of_space(tx: &mut Tx, space: SpaceGuid) -> Result<Vec<Operation>> {
    tx.opened(OF_SPACE, p![space]).await
}

const LOCK: &str = "update deploy_operation set rev = rev + 1 where id = $1";

/// Makes this transaction the only one that changes the operation; `false` if there is none.
pub async fn lock(tx: &mut Tx, id: OperationId) -> Result<bool> {
    Ok(tx.execute(LOCK, p![id]).await? == 1)
}

const UPDATE: &str = "update deploy_operation set state = $2, mta_id = $3, error_type = $4, failure = $5, plan = $6, \
    step = $7, begun = $8, ended_at = $9 where id = $1";

/// Saves what can change. Only after [`lock`].
pub async fn update(tx: &mut Tx, row: &Operation) -> Result<()> {
    let row = tx.sealed(row)?;
    let values =
        p![row.id, row.state, &row.mta_id, row.error_type, &row.failure, &row.plan, row.step, row.begun, row.ended_at];
    tx.execute(UPDATE, values).await.map(drop)
}

record! {
    /// What an operation said.
    pub struct Message of "deploy_message" {
        /// Growing within an operation.
        pub id: i64,
        /// What sort.
        pub kind: MessageKind,
        pub text: String,
        pub at: Time,
    }
}

const LAST_MESSAGE: &str = "select max(id) from deploy_message where operation = $1";
const INSERT_MESSAGE: &str = "insert into deploy_message (operation, id, kind, text, at) values ($1, $2, $3, $4, $5)";

/// Adds to what an operation said. Only after [`lock`], or with a new operation.
pub async fn say(tx: &mut Tx, operation: OperationId, kind: MessageKind, text: &str, at: Time) -> Result<()> {
    let last: Option<i64> = tx.query_one(LAST_MESSAGE, p![operation]).await?;
    tx.execute(INSERT_MESSAGE, p![operation, last.unwrap_or(0) + 1, kind, text, at]).await.map(drop)
}

const MESSAGES: &str = select!(Message, "where operation = $1 order by id");

/// All that an operation said.
pub async fn messages(tx: &mut Tx, operation: OperationId) -> Result<Vec<Message>> {
    tx.query(MESSAGES, p![operation]).await
}

const TAKE: &str = "insert into deploy_lock (space, mta_id, operation) values ($1, $2, $3) on conflict do nothing";
const HOLDER: &str = "select operation from deploy_lock where space = $1 and mta_id = $2";

/// Takes the lock of an MTA in a space, and tells who holds it now.
pub async fn take(tx: &mut Tx, space: SpaceGuid, mta_id: &str, operation: OperationId) -> Result<OperationId> {
    tx.execute(TAKE, p![space, mta_id, operation]).await?;
    tx.query_one(HOLDER, p![space, mta_id]).await
}

const RELEASE: &str = "delete from deploy_lock where operation = $1";

/// Gives back what an operation holds.
pub async fn release(tx: &mut Tx, operation: OperationId) -> Result<()> {
    tx.execute(RELEASE, p![operation]).await.map(drop)
}

const DEPLOYED: &str = "select version from deploy_mta where space = $1 and mta_id = $2";

/// The version of an MTA that was deployed last, if it ever was.
pub async fn deployed(tx: &mut Tx, space: SpaceGuid, mta_id: &str) -> Result<Option<String>> {
    tx.query_opt(DEPLOYED, p![space, mta_id]).await
}

const SET_DEPLOYED: &str = "insert into deploy_mta (space, mta_id, version, deployed_at) values ($1, $2, $3, $4) \
    on conflict (space, mta_id) do update set version = excluded.version, deployed_at = excluded.deployed_at";

/// Notes what is deployed.
pub async fn set_deployed(tx: &mut Tx, space: SpaceGuid, mta_id: &str, version: &str, now: Time) -> Result<()> {
    tx.execute(SET_DEPLOYED, p![space, mta_id, version, now]).await.map(drop)
}

const OLD: &str = "select id from deploy_operation where started_at < $1 order by started_at limit $2";

/// The ids of operations that were started before `before`.
pub async fn old(tx: &mut Tx, before: Time, limit: i64) -> Result<Vec<OperationId>> {
    tx.query(OLD, p![before, limit]).await
}

const DELETE_MESSAGES: &str = "delete from deploy_message where operation = $1";
const DELETE: &str = "delete from deploy_operation where id = $1";

/// Removes an operation with all it said and held; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: OperationId) -> Result<bool> {
    release(tx, id).await?;
    tx.execute(DELETE_MESSAGES, p![id]).await?;
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}

const DELETE_OF_SPACE: [&str; 4] = [
    "delete from deploy_message where operation in (select id from deploy_operation where space = $1)",
    "delete from deploy_operation where space = $1",
    "delete from deploy_lock where space = $1",
    "delete from deploy_mta where space = $1",
];

/// Removes all operations of a space, also those at work, and what is known about the MTAs in it.
pub async fn delete_of_space(tx: &mut Tx, space: SpaceGuid) -> Result<()> {
    for statement in DELETE_OF_SPACE {
        tx.execute(statement, p![space]).await?;
    }
    Ok(())
}
