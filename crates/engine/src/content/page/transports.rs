//! The transports that were started in a tenant.

use crate::caller::Caller;
use crate::content::page::key::Key;
use crate::content::rights::StartTransports;
use crate::content::tenant::Tenant;
use crate::content::transport::{Activity, seen};
use crate::cx::Cx;
use crate::error::Result;
use store::tenant::Transport;

/// Transports of a package, or of all (an empty id), the newest first.
///
/// # Errors
/// Of the store.
pub async fn list(
    cx: &Cx,
    _caller: &Caller<StartTransports>,
    tenant: &Tenant,
    package: String,
    (key, limit): (Key, i64),
) -> Result<Vec<Activity>> {
    let subaccount = tenant.subaccount;
    let read = cx.db.report(async move |tx| {
        Ok(store::tenant_list::transports(tx, subaccount, &package, (key.at, &key.id), limit).await?)
    });
    let found: Result<Vec<Transport>> = read.await;
    seen(cx, found?).await
}
