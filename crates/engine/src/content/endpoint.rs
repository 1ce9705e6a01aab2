//! Where deployed flows listen. Nothing answers there: a tenant here keeps and deploys content, it runs no messages.

use super::rights::SeeRuntime;
use super::runtime;
use super::tenant::Tenant;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use model::runtime::Listener;
use std::collections::BTreeSet;
use store::tenant::Runtime;

/// An address at which a deployed flow listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Technical id of the flow.
    pub flow: String,
    /// Its display name.
    pub title: String,
    pub version: String,
    /// When it was deployed.
    pub updated_at: Time,
    /// `REST` or `SOAP`.
    pub protocol: String,
    /// As in the flow, without a slash at its start.
    pub address: String,
    /// Below the tenant: `/http/orders`.
    pub path: String,
}

/// Deployed artifacts behind the id `after`, by id, each with its endpoints.
pub async fn page(
    cx: &Cx,
    caller: &Caller<SeeRuntime>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<(String, Vec<Endpoint>)>> {
    let rows = runtime::page(cx, caller, tenant, after, limit).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), of_row(row))).collect())
}

/// The endpoints of one deployed artifact; none when it is not deployed.
pub async fn of_flow(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, flow: &str) -> Result<Vec<Endpoint>> {
    let (subaccount, flow) = (tenant.subaccount, flow.to_owned());
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::runtime(tx, subaccount, &flow).await?)).await?;
    Ok(row.map(of_row).unwrap_or_default())
}

/// An address is told once: it is what clients know an endpoint by.
fn of_row(row: Runtime) -> Vec<Endpoint> {
    let mut listeners = row.endpoints;
    let mut told = BTreeSet::new();
    listeners.retain(|one| told.insert(one.address.clone()));
    let endpoint = |Listener { protocol, address, path }| Endpoint {
        flow: row.id.clone(),
        title: row.name.clone(),
        version: row.version.clone(),
        updated_at: row.deployed_at,
        protocol,
        address,
        path,
    };
    listeners.into_iter().map(endpoint).collect()
}
