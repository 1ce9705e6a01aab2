//! Cloud Integration tenants: what was set for one, what runs in it, the transports started in it.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::activity::ActivityState;
use model::artifact::Parameter;
use model::package::TagDefinitions;
use model::runtime::{Listener, RuntimeStatus, TaskStatus};
use model::{ActivityId, BlobId, RuntimeTaskId, SubaccountId, Time};

record! {
    /// What was set for a tenant.
    pub struct Settings of "tenant" {
        /// `TransportManagementService` or another mode; none: transports are off.
        pub transport_mode: Option<String>,
        /// Definitions of custom tags.
        pub tag_definitions: TagDefinitions,
    }
}

const FIND: &str = select!(Settings, "where subaccount = $1");

/// The settings; none when nothing was ever set.
pub async fn find(tx: &mut Tx, subaccount: SubaccountId) -> Result<Option<Settings>> {
    tx.query_opt(FIND, p![subaccount]).await
}

const HOLD: &str = "insert into tenant (subaccount, transport_mode, tag_definitions) values ($1, null, $2) \
    on conflict (subaccount) do update set transport_mode = tenant.transport_mode";

/// Holds the settings of a tenant until the transaction ends.
pub async fn hold(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    let no_tags = TagDefinitions::default();
    tx.execute(HOLD, p![subaccount, &no_tags]).await.map(drop)
}

const SET_MODE: &str = "insert into tenant (subaccount, transport_mode, tag_definitions) values ($1, $2, $3) \
    on conflict (subaccount) do update set transport_mode = excluded.transport_mode";

/// Sets the transport mode.
pub async fn set_mode(tx: &mut Tx, subaccount: SubaccountId, mode: Option<&str>) -> Result<()> {
    let no_tags = TagDefinitions::default();
    tx.execute(SET_MODE, p![subaccount, mode, &no_tags]).await.map(drop)
}

const SET_TAGS: &str = "insert into tenant (subaccount, transport_mode, tag_definitions) values ($1, null, $2) \
    on conflict (subaccount) do update set tag_definitions = excluded.tag_definitions";

/// Sets the definitions of custom tags.
pub async fn set_tag_definitions(tx: &mut Tx, subaccount: SubaccountId, definitions: &TagDefinitions) -> Result<()> {
    tx.execute(SET_TAGS, p![subaccount, definitions]).await.map(drop)
}

record! {
    /// A deployed artifact.
    pub struct Runtime of "runtime_artifact" {
        /// Technical id.
        pub id: String,
        /// The version that was deployed.
        pub version: String,
        /// Display name.
        pub name: String,
        /// `IFlow`, `ValueMapping`, …
        pub kind: String,
        /// The build task that brought it here.
        pub task: RuntimeTaskId,
        pub status: RuntimeStatus,
        /// Why it did not start.
        pub error: Option<String>,
        /// Where it listens.
        pub endpoints: Vec<Listener>,
        pub deployed_by: String,
        pub deployed_at: Time,
    }
}

const PUT_RUNTIME: &str = insert!(
    Runtime and "subaccount",
    "on conflict (subaccount, id) do update set version = excluded.version, name = excluded.name, \
    kind = excluded.kind, task = excluded.task, status = excluded.status, error = excluded.error, \
    endpoints = excluded.endpoints, deployed_by = excluded.deployed_by, deployed_at = excluded.deployed_at"
);

/// Deploys, or deploys again.
pub async fn put_runtime(tx: &mut Tx, subaccount: SubaccountId, row: &Runtime) -> Result<()> {
    tx.execute(PUT_RUNTIME, row.params().and(subaccount)).await.map(drop)
}

const RUNTIMES: &str = select!(Runtime, "where subaccount = $1 and id > $2 order by id limit $3");

/// Deployed artifacts of a tenant behind the id `after`, by id.
pub async fn runtimes(tx: &mut Tx, subaccount: SubaccountId, after: &str, limit: i64) -> Result<Vec<Runtime>> {
    tx.query(RUNTIMES, p![subaccount, after, limit]).await
}

const RUNTIME: &str = select!(Runtime, "where subaccount = $1 and id = $2");

/// A deployed artifact.
pub async fn runtime(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<Option<Runtime>> {
    tx.query_opt(RUNTIME, p![subaccount, id]).await
}

/// What came of a deployment.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How it is now.
    pub status: RuntimeStatus,
    /// Why it did not start.
    pub error: Option<String>,
    /// Where it listens.
    pub endpoints: Vec<Listener>,
}

const SET_RUNTIME: &str = "update runtime_artifact set status = $4, error = $5, endpoints = $6 \
    where subaccount = $1 and id = $2 and task = $3";

/// Says how a deployed artifact is, if the task is still the one that brought it.
pub async fn set_runtime(
    tx: &mut Tx,
    subaccount: SubaccountId,
    id: &str,
    task: RuntimeTaskId,
    outcome: Outcome,
) -> Result<()> {
    let Outcome { status, error, endpoints } = outcome;
    tx.execute(SET_RUNTIME, p![subaccount, id, task, status, error, &endpoints]).await.map(drop)
}

const DELETE_RUNTIME: &str = "delete from runtime_artifact where subaccount = $1 and id = $2";

/// Undeploys; `false` if it was not deployed.
pub async fn delete_runtime(tx: &mut Tx, subaccount: SubaccountId, id: &str) -> Result<bool> {
    Ok(tx.execute(DELETE_RUNTIME, p![subaccount, id]).await? == 1)
}

record! {
    /// A build and deploy task.
    pub struct Task of "build_task" {
        pub id: RuntimeTaskId,
        /// Technical id of the artifact.
        pub artifact: String,
        /// Digest of the content that is built.
        pub digest: Option<BlobId>,
        /// Parameters with the values in effect.
        pub parameters: Vec<(Parameter, String)>,
        pub status: TaskStatus,
    }
}

const INSERT_TASK: &str = insert!(Task and "subaccount, created_at");

/// Adds a task.
pub async fn insert_task(tx: &mut Tx, subaccount: SubaccountId, task: &Task, now: Time) -> Result<()> {
    tx.execute(INSERT_TASK, task.params().and(subaccount).and(now)).await.map(drop)
}

const TASK: &str = select!(Task, "where subaccount = $1 and id = $2");

/// A task.
pub async fn task(tx: &mut Tx, subaccount: SubaccountId, id: RuntimeTaskId) -> Result<Option<Task>> {
    tx.query_opt(TASK, p![subaccount, id]).await
}

const SET_TASK: &str = "update build_task set status = $3 where subaccount = $1 and id = $2";

/// Says how a task is.
pub async fn set_task_status(
    tx: &mut Tx,
    subaccount: SubaccountId,
    id: RuntimeTaskId,
    status: TaskStatus,
) -> Result<()> {
    tx.execute(SET_TASK, p![subaccount, id, status]).await.map(drop)
}

record! {
    /// A transport that somebody started in a tenant.
    pub struct Transport of "tenant_transport" {
        pub id: ActivityId,
        /// The tenant's.
        pub subaccount: SubaccountId,
        /// Technical id of the package.
        pub package: String,
        /// How it stands.
        pub state: ActivityState,
        /// What was asked and what was found out, as JSON.
        pub detail: String,
        pub started_by: String,
        pub started_at: Time,
        pub ended_at: Option<Time>,
    }
}

const INSERT_TRANSPORT: &str = insert!(Transport);

/// Adds a transport.
pub async fn insert_transport(tx: &mut Tx, row: &Transport) -> Result<()> {
    tx.execute(INSERT_TRANSPORT, row.params()).await.map(drop)
}

const TRANSPORT: &str = select!(Transport, "where id = $1");

/// A transport.
pub async fn transport(tx: &mut Tx, id: ActivityId) -> Result<Option<Transport>> {
    tx.query_opt(TRANSPORT, p![id]).await
}

const SET_TRANSPORT: &str = "update tenant_transport set state = $2, detail = $3, ended_at = $4 where id = $1";

/// Saves how a transport stands.
pub async fn set_transport(tx: &mut Tx, row: &Transport) -> Result<()> {
    tx.execute(SET_TRANSPORT, p![row.id, row.state, &row.detail, row.ended_at]).await.map(drop)
}

const DELETE: [&str; 9] = [
    "delete from artifact_lock where subaccount = $1",
    "delete from artifact_value where subaccount = $1",
    "delete from artifact_version where subaccount = $1",
    "delete from artifact where subaccount = $1",
    "delete from package where subaccount = $1",
    "delete from runtime_artifact where subaccount = $1",
    "delete from build_task where subaccount = $1",
    "delete from tenant_transport where subaccount = $1",
    "delete from tenant where subaccount = $1",
];

/// Removes everything a tenant had; its subscription ended.
pub async fn delete(tx: &mut Tx, subaccount: SubaccountId) -> Result<()> {
    for statement in DELETE {
        tx.execute(statement, p![subaccount]).await?;
    }
    Ok(())
}
