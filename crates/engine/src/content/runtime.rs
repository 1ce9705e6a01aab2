//! What is deployed in a tenant: a task builds and deploys, the artifact goes from `STARTING` to `STARTED` or `ERROR`.

use super::artifact::{Which, must_find, version_of};
use super::rights::{DeployArtifacts, SeeRuntime};
use super::tenant::Tenant;
use super::{delivery, endpoint, rows};
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{self, Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::Time;
use model::artifact::{Parameter, is_active};
use mta::bundle::Reference;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::tenant::{Outcome, RuntimeRow, TaskRow};

const DEPLOYING: &str = "DEPLOYING";
const SUCCESS: &str = "SUCCESS";
const FAIL: &str = "FAIL";
const STARTING: &str = "STARTING";
const STARTED: &str = "STARTED";
const ERROR: &str = "ERROR";

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
    /// `STARTING`, `STARTED`, `ERROR`.
    pub status: String,
    /// Why it did not start.
    pub error: Option<String>,
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
        error: row.error,
    }
}

fn missing() -> Error {
    Error::not_found("Requested entity could not be found.")
}

/// Starts the deployment of an artifact, as a version or in its newest state, and answers the task.
///
/// # Errors
/// `NotFound` without the artifact or the version.
pub async fn deploy(cx: &Cx, _caller: &Caller<DeployArtifacts>, tenant: &Tenant, which: Which) -> Result<String> {
    let (now, tenant) = (cx.now(), tenant.clone());
    let task = cx.random.uuid().to_string();
    cx.db.write(async move |tx| start(tx, &tenant, &which, task, now).await).await
}

async fn start(tx: &mut Tx, tenant: &Tenant, which: &Which, task: String, now: Time) -> Result<String> {
    let subaccount = tenant.key();
    let row = must_find(tx, &subaccount, which).await?;
    let chosen = version_of(tx, &subaccount, which).await?;
    let configured = store::artifact::values(tx, &subaccount, &row.reg_id).await?.into_iter().collect();
    let parameters = endpoint::effective(rows::parameters(&row)?, &configured);
    let wish = TaskRow {
        id: task.clone(),
        artifact: row.id.clone(),
        digest: chosen.digest,
        parameters: serde_json::to_string(&parameters)?,
        status: DEPLOYING.to_owned(),
    };
    store::tenant::insert_task(tx, &subaccount, &wish, now.micros()).await?;
    let runtime = RuntimeRow {
        id: row.id.clone(),
        version: if is_active(&chosen.version) { row.version } else { chosen.version },
        name: chosen.name,
        kind: row.kind.clone(),
        task: task.clone(),
        status: STARTING.to_owned(),
        error: None,
        endpoints: "[]".to_owned(),
        deployed_by: tenant.actor.clone(),
        deployed_at: now.micros(),
    };
    store::tenant::put_runtime(tx, &subaccount, &runtime).await?;
    work::order(tx, &FinishDeployment { subaccount, task: task.clone() }, now).await?;
    let event = tenant.event("artifact.deploy", format!("{} {}", row.kind, row.id), json!({"task": task}));
    audit::record(tx, now, event).await?;
    Ok(task)
}

/// Brings a deployment to its end: builds what is to run, and tells how that went.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FinishDeployment {
    subaccount: String,
    task: String,
}

impl Workflow for FinishDeployment {
    const KIND: &'static str = "content.finish_deployment";

    fn tenant(&self) -> String {
        self.subaccount.clone()
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let (subaccount, id) = (self.subaccount.clone(), self.task.clone());
        let found = cx
            .db
            .read(async move |tx| {
                let Some(task) = store::tenant::task(tx, &subaccount, &id).await? else { return Ok(None) };
                let runtime = store::tenant::runtime(tx, &subaccount, &task.artifact).await?;
                Ok::<_, Error>(Some((task, runtime.filter(|runtime| runtime.task == id))))
            })
            .await?;
        let Some((task, runtime)) = found else { return Ok(Turn::end()) };
        let kind = runtime.as_ref().map(|runtime| runtime.kind.clone()).unwrap_or_default();
        let built = build(cx, &task, kind).await?;
        Ok(Turn::write(move |tx| async move { finish(tx, &self, runtime, built).await.map(|()| Next::End) }.boxed()))
    }
}

/// What came of a build: where the artifact listens and what it refers to, or why it cannot run.
type Built = std::result::Result<(String, BTreeSet<Reference>), String>;

async fn build(cx: &Cx, task: &TaskRow, kind: String) -> Result<Built> {
    let Some(digest) = &task.digest else { return Ok(Err("The artifact has no content.".to_owned())) };
    let bytes = delivery::load(cx, digest).await?;
    let parameters: Vec<(Parameter, String)> = serde_json::from_str(&task.parameters)?;
    delivery::blocking(move || {
        let opened = || -> mta::Result<_> {
            let mut bundle = mta::Bundle::open(&bytes)?;
            let senders = if kind == "IFlow" { bundle.senders()? } else { Vec::new() };
            Ok((endpoint::of_senders(&senders, &parameters), bundle.references()?))
        };
        match opened() {
            Ok((kept, references)) => Ok(Ok((serde_json::to_string(&kept)?, references))),
            Err(error) => Ok(Err(format!("The artifact cannot be built: {error}"))),
        }
    })
    .await
}

/// What an artifact refers to and cannot find. The original tells it when the artifact is deployed. Whether it also
/// wants the other one deployed is not public; here it is enough that the tenant has it, or runs it.
async fn missing_references(tx: &mut Tx, subaccount: &str, references: &BTreeSet<Reference>) -> Result<Option<String>> {
    let mut missing = Vec::new();
    for Reference { kind, id } in references {
        let designed = store::artifact::find(tx, subaccount, id, kind).await?.is_some();
        let runs = store::tenant::runtime(tx, subaccount, id).await?.is_some_and(|runtime| runtime.kind == *kind);
        if !designed && !runs {
            missing.push(format!("{kind} '{id}'"));
        }
    }
    Ok((!missing.is_empty()).then(|| {
        let missing = missing.join(", ");
        format!("The artifact cannot be started: it refers to {missing}, which this tenant does not have. Import or create that, then deploy again.")
    }))
}

async fn finish(tx: &mut Tx, job: &FinishDeployment, runtime: Option<RuntimeRow>, built: Built) -> Result<()> {
    let built = match built {
        Ok((endpoints, references)) => {
            missing_references(tx, &job.subaccount, &references).await?.map_or(Ok(endpoints), Err)
        }
        Err(error) => Err(error),
    };
    let status = if built.is_ok() { SUCCESS } else { FAIL };
    store::tenant::set_task_status(tx, &job.subaccount, &job.task, status).await?;
    let Some(runtime) = runtime else { return Ok(()) };
    let (status, error, endpoints) = match &built {
        Ok(endpoints) => (STARTED, None, endpoints.as_str()),
        Err(error) => (ERROR, Some(error.as_str()), "[]"),
    };
    let outcome = Outcome { status, error, endpoints };
    Ok(store::tenant::set_runtime(tx, &job.subaccount, &runtime.id, &job.task, outcome).await?)
}

/// How a task stands: `DEPLOYING`, `SUCCESS`, `FAIL`.
///
/// # Errors
/// `NotFound`.
pub async fn task(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, id: String) -> Result<String> {
    let subaccount = tenant.key();
    let task = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::task(tx, &subaccount, &id).await?)).await?;
    task.map(|task| task.status).ok_or_else(missing)
}

/// Deployed artifacts behind the id `after`, by id.
///
/// # Errors
/// Of the store.
pub async fn page(
    cx: &Cx,
    _caller: &Caller<SeeRuntime>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<Runtime>> {
    Ok(rows_after(cx, tenant, after, limit).await?.into_iter().map(seen).collect())
}

pub(super) async fn rows_after(cx: &Cx, tenant: &Tenant, after: &str, limit: usize) -> Result<Vec<RuntimeRow>> {
    let (subaccount, after, limit) = (tenant.key(), after.to_owned(), rows::limit(limit));
    cx.db.read(async move |tx| Ok(store::tenant::runtimes(tx, &subaccount, &after, limit).await?)).await
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
