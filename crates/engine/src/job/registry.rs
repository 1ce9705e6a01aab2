//! All jobs, one line each.

use super::collect::CollectBlobs;
use super::{Job, Next, enqueue};
use crate::audit::chain::AuditChain;
use crate::change::sync::{SyncTenant, SyncTimer};
use crate::change::watch::WatchDeployment;
use crate::content;
use crate::cx::Cx;
use crate::deploy;
use crate::deploy::operation::clean_up::CleanUpDeployments;
use crate::deploy::operation::run::DeployStep;
use crate::error::{Error, Result};
use crate::transport::clean_up::CleanUp;
use crate::transport::run::RunImport;
use store::Tx;

/// Runs the job of this name; an unknown name (written by a newer version) is an error and stays in the table.
pub(super) async fn run(cx: &Cx, name: &str, payload: &str) -> Result<Next> {
    match name {
        AuditChain::NAME => step::<AuditChain>(cx, payload).await,
        content::agent::job::RunExport::NAME => step::<content::agent::job::RunExport>(cx, payload).await,
        content::transport::RunTransport::NAME => step::<content::transport::RunTransport>(cx, payload).await,
        content::runtime::FinishDeployment::NAME => step::<content::runtime::FinishDeployment>(cx, payload).await,
        CollectBlobs::NAME => step::<CollectBlobs>(cx, payload).await,
        CleanUpDeployments::NAME => step::<CleanUpDeployments>(cx, payload).await,
        DeployStep::NAME => step::<DeployStep>(cx, payload).await,
        deploy::work::RunCall::NAME => step::<deploy::work::RunCall>(cx, payload).await,
        CleanUp::NAME => step::<CleanUp>(cx, payload).await,
        RunImport::NAME => step::<RunImport>(cx, payload).await,
        SyncTenant::NAME => step::<SyncTenant>(cx, payload).await,
        SyncTimer::NAME => step::<SyncTimer>(cx, payload).await,
        WatchDeployment::NAME => step::<WatchDeployment>(cx, payload).await,
        _ => Err(Error::internal(format!("no job is called '{name}'"))),
    }
}

/// Orders the jobs that run for ever, each once; a worker does it when it starts.
pub(super) async fn start_timers(cx: &Cx) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx: &mut Tx| {
            enqueue(tx, &AuditChain {}, now).await?;
            enqueue(tx, &CleanUp {}, now).await?;
            enqueue(tx, &CleanUpDeployments {}, now).await?;
            enqueue(tx, &CollectBlobs {}, now).await?;
            enqueue(tx, &SyncTimer {}, now).await
        })
        .await
}

/// Reads the payload and runs it.
async fn step<J: Job>(cx: &Cx, payload: &str) -> Result<Next> {
    serde_json::from_str::<J>(payload)?.run(cx).await
}
