//! What is deployed in a tenant, and undeploying it.

use crate::caller::{Caller, Can};
use crate::content::rights::{DeployArtifacts, SeeRuntime};
use crate::content::tenant::Tenant;
use crate::cx::Cx;
use crate::error::Result;
use store::tenant::Runtime;

/// Which deployed artifacts are looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Those behind this id.
    pub after: String,
    /// Only those that have this text in id or name, in whatever case.
    pub text: String,
    /// Only those in these statuses: codes with commas.
    pub statuses: String,
    pub limit: i64,
}

/// Deployed artifacts that fit, by id, and what may be done with each.
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, caller: &Caller<SeeRuntime>, tenant: &Tenant, wish: Search) -> Result<(Vec<Runtime>, Can)> {
    let subaccount = tenant.subaccount;
    let read = cx.db.report(async move |tx| {
        let filter = (wish.text.as_str(), wish.statuses.as_str());
        Ok(store::tenant_list::runtimes(tx, subaccount, filter, &wish.after, wish.limit).await?)
    });
    let found: Result<Vec<Runtime>> = read.await;
    Ok((found?, vec![("undeploy", caller.may::<DeployArtifacts>())]))
}
