//! What ends in all areas when a subaccount or a subscription ends. The platform knows none of them; this module, above
//! all, tells each.

use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::Result;
use crate::platform::account::{self, GlobalAccount, Subaccount};
use crate::platform::right::{ManageGlobalAccount, ManageSubaccount};
use crate::platform::subscription;
use crate::{cf, change, content, transport};
use model::{JobId, SubaccountId};

/// Deletes a subaccount with everything that is in it; without `force` only an empty one. Its zone goes with it, so
/// no token of it is good any more.
///
/// # Errors
/// Not found; conflict when something is in it.
pub async fn delete_subaccount(
    cx: &Cx,
    caller: Caller<ManageGlobalAccount>,
    id: SubaccountId,
    force: bool,
) -> Result<(GlobalAccount, Subaccount, JobId)> {
    let now = cx.now();
    cx.db
        .write(async move |tx| {
            let subaccount = account::begin_delete(tx, id, force).await?;
            cf::org::forget_subaccount(tx, id, caller.actor(), now).await?;
            // Before what it works on: whoever holds some of it finds his claim lost, and saves nothing.
            store::work::delete_of_tenant(tx, &id.text()).await?;
            content::forget_subaccount(tx, id).await?;
            change::forget_subaccount(tx, id).await?;
            transport::forget_subaccount(tx, id).await?;
            let (global, job) = account::finish_delete(tx, &caller, &subaccount, now).await?;
            Ok((global, subaccount, job))
        })
        .await
}

/// Ends a subscription: the application's roles go, and a Cloud Integration tenant with everything in it. What is in
/// transport management and SAP Cloud ALM stays for another subscription.
///
/// # Errors
/// Not found, when there is no such application or no subscription.
pub async fn unsubscribe(cx: &Cx, caller: Caller<ManageSubaccount>, app: &str) -> Result<JobId> {
    let (app, now) = (app.to_owned(), cx.now());
    cx.db
        .write(async move |tx| {
            let ended = subscription::end(tx, &caller, &app, now).await?;
            if ended.had_tenant {
                content::tenant::forget(tx, ended.subaccount).await?;
            }
            Ok(ended.job)
        })
        .await
}
