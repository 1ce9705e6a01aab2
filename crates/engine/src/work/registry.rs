//! All kinds of work, one line each.

use super::collect::CollectBlobs;
use super::task::{self, Manners, Taken};
use super::{Workflow, order};
use crate::audit::chain::AuditChain;
use crate::change::sync::{SyncTenant, SyncTimer};
use crate::content;
use crate::cx::Cx;
use crate::error::Result;
use crate::live::ForgetChanges;
use crate::slp::operation::clean_up::CleanUpDeployments;
use crate::transport::clean_up::CleanUp;
use model::activity::{Export, Transport};
use model::cf::CallWork;
use model::feature::watch::DeploymentWatch;
use model::import::NodeImports;
use model::operation::Deployment;
use store::Tx;

/// Does the steps of claimed work. A kind that nobody knows was written by a newer version, and stays.
pub(super) async fn run(cx: &Cx, taken: Taken, manners: &Manners) {
    match taken.claimed.kind.as_str() {
        AuditChain::KIND => task::run::<AuditChain>(cx, taken, manners).await,
        Export::KIND => task::run::<Export>(cx, taken, manners).await,
        Transport::KIND => task::run::<Transport>(cx, taken, manners).await,
        content::runtime::FinishDeployment::KIND => {
            task::run::<content::runtime::FinishDeployment>(cx, taken, manners).await;
        }
        ForgetChanges::KIND => task::run::<ForgetChanges>(cx, taken, manners).await,
        CollectBlobs::KIND => task::run::<CollectBlobs>(cx, taken, manners).await,
        CleanUpDeployments::KIND => task::run::<CleanUpDeployments>(cx, taken, manners).await,
        Deployment::KIND => task::run::<Deployment>(cx, taken, manners).await,
        CallWork::KIND => task::run::<CallWork>(cx, taken, manners).await,
        CleanUp::KIND => task::run::<CleanUp>(cx, taken, manners).await,
        NodeImports::KIND => task::run::<NodeImports>(cx, taken, manners).await,
        SyncTenant::KIND => task::run::<SyncTenant>(cx, taken, manners).await,
        SyncTimer::KIND => task::run::<SyncTimer>(cx, taken, manners).await,
        DeploymentWatch::KIND => task::run::<DeploymentWatch>(cx, taken, manners).await,
        _ => task::unknown(cx, taken).await,
    }
}

/// Orders the work that goes on for ever, each kind once; a worker does it when it starts.
pub(super) async fn start_timers(cx: &Cx) -> Result<()> {
    let now = cx.now();
    cx.db
        .write(async move |tx: &mut Tx| {
            order(tx, &AuditChain {}, now).await?;
            order(tx, &CleanUp {}, now).await?;
            order(tx, &CleanUpDeployments {}, now).await?;
            order(tx, &CollectBlobs {}, now).await?;
            order(tx, &ForgetChanges {}, now).await?;
            order(tx, &SyncTimer {}, now).await
        })
        .await
}
