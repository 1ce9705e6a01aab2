//! What is deployed in a tenant: a task builds and deploys, the artifact goes from `STARTING` to `STARTED`.

use super::artifact::{Which, must_find};
use super::rights::{DeployArtifacts, SeeRuntime};
use super::tenant::Tenant;
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::job::{self, Job, Next};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::tenant::{RuntimeRow, TaskRow};

const DEPLOYING: &str = "DEPLOYING";
const SUCCESS: &str = "SUCCESS";
const STARTING: &str = "STARTING";
const STARTED: &str = "STARTED";

/// A deployed artifact.
#[derive(Debug, Clone)]
pub struct Runtime {
    /// Technical id.
    pub id: String,
    /// The version that was deployed.
    pub version: String,
    /// Display name.
    pub name: String,
    /// `INTEGRATION_FLOW`, …
    pub kind: &'static str,
    /// Who deployed it.
    pub deployed_by: String,
    /// When, in milliseconds.
    pub deployed_at: i64,
    /// `STARTING`, `STARTED`, …
    pub status: String,
}

fn seen(row: RuntimeRow) -> Runtime {
    Runtime {
        kind: match row.kind.as_str() {
            "ValueMapping" => "VALUE_MAPPING",
            "MessageMapping" => "MESSAGE_MAPPING",
            "ScriptCollection" => "SCRIPT_COLLECTION",
            _ => "INTEGRATION_FLOW",
        },
        id: row.id,
        version: row.version,
        name: row.name,
        deployed_by: row.deployed_by,
        deployed_at: row.deployed_at / 1000,
        status: row.status,
    }
}

fn missing() -> Error {
    Error::not_found("Requested entity could not be found.")
}

/// Starts the deployment of an artifact's newest state and answers the task.
///
/// # Errors
/// `NotFound` without the artifact.
pub async fn deploy(cx: &Cx, _caller: &Caller<DeployArtifacts>, tenant: &Tenant, which: Which) -> Result<String> {
    let (now, tenant) = (cx.now(), tenant.clone());
    let task = cx.random.uuid().to_string();
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.key();
            let row = must_find(tx, &subaccount, &which).await?;
            let wish = TaskRow { id: task.clone(), artifact: row.id.clone(), status: DEPLOYING.to_owned() };
            store::tenant::insert_task(tx, &subaccount, &wish, now.micros()).await?;
            let runtime = RuntimeRow {
                id: row.id.clone(),
                version: row.version.clone(),
                name: row.name.clone(),
                kind: row.kind.clone(),
                task: task.clone(),
                status: STARTING.to_owned(),
                deployed_by: tenant.actor.clone(),
                deployed_at: now.micros(),
            };
            store::tenant::put_runtime(tx, &subaccount, &runtime).await?;
            job::enqueue(tx, &FinishDeployment { subaccount: subaccount.clone(), task: task.clone() }, now).await?;
            let event = tenant.event("artifact.deploy", format!("{} {}", row.kind, row.id), json!({"task": task}));
            audit::record(tx, now, event).await?;
            Ok(task)
        })
        .await
}

/// Brings a deployment to its end.
#[derive(Debug, Serialize, Deserialize)]
pub struct FinishDeployment {
    subaccount: String,
    task: String,
}

impl Job for FinishDeployment {
    const NAME: &'static str = "content.finish_deployment";

    async fn run(self, cx: &Cx) -> Result<Next> {
        cx.db
            .write(async move |tx| {
                let Some(task) = store::tenant::task(tx, &self.subaccount, &self.task).await? else {
                    return Ok(Next::Done);
                };
                store::tenant::set_task_status(tx, &self.subaccount, &self.task, SUCCESS).await?;
                store::tenant::set_runtime_status(tx, &self.subaccount, &task.artifact, &self.task, STARTED).await?;
                Ok(Next::Done)
            })
            .await
    }
}

/// How a task stands: `DEPLOYING`, `SUCCESS`.
///
/// # Errors
/// `NotFound`.
pub async fn task(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, id: String) -> Result<String> {
    let subaccount = tenant.key();
    let task = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::task(tx, &subaccount, &id).await?)).await?;
    task.map(|task| task.status).ok_or_else(missing)
}

/// All deployed artifacts.
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant) -> Result<Vec<Runtime>> {
    let subaccount = tenant.key();
    let rows: Vec<RuntimeRow> =
        cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::runtimes(tx, &subaccount).await?)).await?;
    Ok(rows.into_iter().map(seen).collect())
}

/// One deployed artifact.
///
/// # Errors
/// `NotFound`, with the words that clients look for.
pub async fn find(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, id: String) -> Result<Runtime> {
    let subaccount = tenant.key();
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::runtime(tx, &subaccount, &id).await?)).await?;
    row.map(seen).ok_or_else(missing)
}

/// Undeploys.
///
/// # Errors
/// `NotFound`.
pub async fn undeploy(cx: &Cx, _caller: &Caller<DeployArtifacts>, tenant: &Tenant, id: String) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            if !store::tenant::delete_runtime(tx, &tenant.key(), &id).await? {
                return Err(missing());
            }
            audit::record(tx, now, tenant.event("artifact.undeploy", format!("artifact {id}"), json!({}))).await
        })
        .await
}
