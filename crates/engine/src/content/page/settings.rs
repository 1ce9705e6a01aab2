//! Where transports of a tenant go.

use crate::caller::{Caller, Can};
use crate::content::agent::source_node;
use crate::content::rights::{ChangeSettings, ReadPackages};
use crate::content::tenant::{self, Tenant};
use crate::cx::Cx;
use crate::error::Result;
use crate::platform::destination;
use model::destination::hint::TRANSPORT;

/// The transport settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `TransportManagementService`, or none.
    pub mode: Option<String>,
    /// The node that requests start from, as the destination says.
    pub node: Option<String>,
    pub can: Can,
}

/// The transport settings, for whoever sees packages.
///
/// # Errors
/// Of the store.
pub async fn read(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant) -> Result<Settings> {
    let subaccount = tenant.subaccount;
    let mode = cx.db.read(async move |tx| tenant::transport_mode(tx, subaccount).await).await?;
    let found = destination::find(cx, subaccount, TRANSPORT).await?;
    let node = found.and_then(|found| source_node(&found).ok());
    let change = caller.may::<ChangeSettings>();
    Ok(Settings { mode, node, can: vec![("change", change.clone()), ("check", change)] })
}
