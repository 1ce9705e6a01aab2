//! What is deployed in a tenant: a task builds and deploys, the artifact goes from `STARTING` to `STARTED` or `ERROR`.

use super::artifact::{Which, must_find, version_of};
use super::rights::{DeployArtifacts, SeeRuntime};
use super::tenant::Tenant;
use super::{delivery, listener, rows};
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::Loaded;
use crate::work::{self, Hold, Next, Turn, Workflow};
use futures_util::FutureExt;
use model::artifact::is_active;
use model::runtime::{Listener, RuntimeStatus, TaskStatus};
use model::{RuntimeTaskId, SubaccountId, Time};
use mta::bundle::Reference;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use store::Tx;
use store::tenant::{Outcome, Task};

pub use store::tenant::Runtime;

fn missing() -> Error {
    Error::not_found("Requested entity could not be found.")
}

/// Starts the deployment of an artifact, as a version or in its newest state, and answers the task.
///
/// # Errors
/// `NotFound` without the artifact or the version.
pub async fn deploy(
    cx: &Cx,
    _caller: &Caller<DeployArtifacts>,
    tenant: &Tenant,
    which: Which,
) -> Result<RuntimeTaskId> {
    let (now, tenant) = (cx.now(), tenant.clone());
    let task = RuntimeTaskId(cx.random.uuid());
    cx.db.write(async move |tx| start(tx, &tenant, &which, task, now).await).await
}

async fn start(tx: &mut Tx, tenant: &Tenant, which: &Which, task: RuntimeTaskId, now: Time) -> Result<RuntimeTaskId> {
    let subaccount = tenant.subaccount;
    let row = must_find(tx, subaccount, which).await?;
    let chosen = version_of(tx, subaccount, which).await?;
    let configured = store::artifact::values(tx, subaccount, &row.reg_id).await?.into_iter().collect();
    let parameters = listener::effective(row.parameters, &configured);
    let wish =
        Task { id: task, artifact: row.id.clone(), digest: chosen.digest, parameters, status: TaskStatus::Deploying };
    store::tenant::insert_task(tx, subaccount, &wish, now).await?;
    let runtime = Runtime {
        id: row.id.clone(),
        version: if is_active(&chosen.version) { row.version } else { chosen.version },
        name: chosen.name,
        kind: row.kind.clone(),
        task,
        status: RuntimeStatus::Starting,
        error: None,
        endpoints: Vec::new(),
        deployed_by: tenant.actor.clone(),
        deployed_at: now,
    };
    store::tenant::put_runtime(tx, subaccount, &runtime).await?;
    work::order(tx, &FinishDeployment { subaccount, task }, now).await?;
    let event = tenant.event("artifact.deploy", format!("{} {}", row.kind, row.id), json!({"task": task}));
    audit::record(tx, now, event).await?;
    Ok(task)
}

/// Brings a deployment to its end: builds what is to run, and tells how that went.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FinishDeployment {
    subaccount: SubaccountId,
    task: RuntimeTaskId,
}

impl Workflow for FinishDeployment {
    const KIND: &'static str = "content.finish_deployment";

    fn tenant(&self) -> String {
        self.subaccount.text()
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let (subaccount, id) = (self.subaccount, self.task);
        let found = cx
            .db
            .read(async move |tx| {
                let Some(task) = store::tenant::task(tx, subaccount, id).await? else { return Ok(None) };
                let runtime = store::tenant::runtime(tx, subaccount, &task.artifact).await?;
                Ok::<_, Error>(Some((task, runtime.filter(|runtime| runtime.task == id))))
            })
            .await?;
        let Some((task, runtime)) = found else { return Ok(Turn::end()) };
        let kind = runtime.as_ref().map(|runtime| runtime.kind.clone()).unwrap_or_default();
        let built = build(cx, task, kind).await?;
        Ok(Turn::write(move |tx| async move { finish(tx, &self, runtime, built).await.map(|()| Next::End) }.boxed()))
    }
}

/// What came of a build: where the artifact listens and what it refers to, or why it cannot run.
type Built = std::result::Result<(Vec<Listener>, BTreeSet<Reference>), String>;

async fn build(cx: &Cx, task: Task, kind: String) -> Result<Built> {
    let Some(digest) = &task.digest else { return Ok(Err("The artifact has no content.".to_owned())) };
    let Loaded { bytes, room: _room } = delivery::load(cx, digest, 2).await?;
    delivery::blocking(move || {
        let opened = || -> mta::Result<_> {
            let mut bundle = mta::Bundle::open(&bytes)?;
            let senders = if kind == "IFlow" { bundle.senders()? } else { Vec::new() };
            Ok((listener::of_senders(&senders, &task.parameters), bundle.references()?))
        };
        match opened() {
            Ok(found) => Ok(Ok(found)),
            Err(error) => Ok(Err(format!("The artifact cannot be built: {error}"))),
        }
    })
    .await
}

/// What an artifact refers to and cannot find. The original tells it when the artifact is deployed. Whether it also
/// wants the other one deployed is not public; here it is enough that the tenant has it, or runs it.
async fn missing_references(
    tx: &mut Tx,
    subaccount: SubaccountId,
    references: &BTreeSet<Reference>,
) -> Result<Option<String>> {
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

async fn finish(tx: &mut Tx, job: &FinishDeployment, runtime: Option<Runtime>, built: Built) -> Result<()> {
    let built = match built {
        Ok((endpoints, references)) => {
            missing_references(tx, job.subaccount, &references).await?.map_or(Ok(endpoints), Err)
        }
        Err(error) => Err(error),
    };
    let status = if built.is_ok() { TaskStatus::Success } else { TaskStatus::Fail };
    store::tenant::set_task_status(tx, job.subaccount, job.task, status).await?;
    let Some(runtime) = runtime else { return Ok(()) };
    let outcome = match built {
        Ok(endpoints) => Outcome { status: RuntimeStatus::Started, error: None, endpoints },
        Err(error) => Outcome { status: RuntimeStatus::Error, error: Some(error), endpoints: Vec::new() },
    };
    Ok(store::tenant::set_runtime(tx, job.subaccount, &runtime.id, job.task, outcome).await?)
}

/// How a task stands.
///
/// # Errors
/// `NotFound`.
pub async fn task(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, id: &str) -> Result<TaskStatus> {
    let id = id.parse().map_err(|_| missing())?;
    let subaccount = tenant.subaccount;
    let task = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::task(tx, subaccount, id).await?)).await?;
    task.map(|task| task.status).ok_or_else(missing)
}

/// Deployed artifacts behind the id `after`, by id.
pub async fn page(
    cx: &Cx,
    _caller: &Caller<SeeRuntime>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<Runtime>> {
    let (subaccount, after, limit) = (tenant.subaccount, after.to_owned(), rows::limit(limit));
    cx.db.read(async move |tx| Ok(store::tenant::runtimes(tx, subaccount, &after, limit).await?)).await
}

/// One deployed artifact.
///
/// # Errors
/// `NotFound`, with the words that clients look for.
pub async fn find(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, id: String) -> Result<Runtime> {
    let subaccount = tenant.subaccount;
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::runtime(tx, subaccount, &id).await?)).await?;
    row.ok_or_else(missing)
}

/// Undeploys.
///
/// # Errors
/// `NotFound`.
pub async fn undeploy(cx: &Cx, _caller: &Caller<DeployArtifacts>, tenant: &Tenant, id: String) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            if !store::tenant::delete_runtime(tx, tenant.subaccount, &id).await? {
                return Err(missing());
            }
            audit::record(tx, now, tenant.event("artifact.undeploy", format!("artifact {id}"), json!({}))).await
        })
        .await
}
