//! Where deployed flows listen. Nothing answers there: a tenant here keeps and deploys content, it runs no messages.

use super::rights::SeeRuntime;
use super::runtime;
use super::tenant::Tenant;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::artifact::{Configured, Parameter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::tenant::RuntimeRow;

/// An address at which a deployed flow listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// Technical id of the flow.
    pub flow: String,
    /// Its display name.
    pub title: String,
    /// Its version.
    pub version: String,
    /// When it was deployed, in milliseconds.
    pub updated_at: i64,
    /// `REST` or `SOAP`.
    pub protocol: String,
    /// As in the flow, without a slash at its start.
    pub address: String,
    /// Below the tenant: `/http/orders`.
    pub path: String,
}

/// What is kept of an endpoint with a deployed artifact.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    protocol: String,
    address: String,
    path: String,
}

/// What a flow listens at, by its sender channels; adapters that fetch by themselves have no address.
pub(super) fn of_senders(senders: &[mta::bundle::Sender], parameters: &[(Parameter, String)]) -> Vec<Kept> {
    let kept = senders.iter().filter_map(|sender| {
        let (protocol, property, root) = match sender.adapter.as_str() {
            "HTTPS" => ("REST", "urlPath", "http"),
            "SOAP" | "XI" | "IDOC" => ("SOAP", "address", "cxf"),
            _ => return None,
        };
        let address = filled(sender.properties.get(property)?, parameters);
        let address = address.trim_start_matches('/').to_owned();
        let path = format!("/{root}/{address}");
        Some(Kept { protocol: protocol.to_owned(), address, path })
    });
    kept.collect()
}

/// The values of parameters in place of their names: `{{name}}`.
fn filled(text: &str, parameters: &[(Parameter, String)]) -> String {
    parameters
        .iter()
        .fold(text.to_owned(), |text, (parameter, value)| text.replace(&format!("{{{{{}}}}}", parameter.key), value))
}

/// The parameters with their values in effect.
pub(super) fn effective(parameters: Vec<Parameter>, configured: &Configured) -> Vec<(Parameter, String)> {
    parameters.into_iter().map(|parameter| (parameter.clone(), parameter.effective(configured).to_owned())).collect()
}

/// Deployed artifacts behind the id `after`, by id, each with its endpoints.
///
/// # Errors
/// Of the store.
pub async fn page(
    cx: &Cx,
    _caller: &Caller<SeeRuntime>,
    tenant: &Tenant,
    after: &str,
    limit: usize,
) -> Result<Vec<(String, Vec<Endpoint>)>> {
    let rows = runtime::rows_after(cx, tenant, after, limit).await?;
    rows.into_iter().map(|row| Ok((row.id.clone(), of_row(&row)?))).collect()
}

/// The endpoints of one deployed artifact; none when it is not deployed.
///
/// # Errors
/// Of the store.
pub async fn of_flow(cx: &Cx, _caller: &Caller<SeeRuntime>, tenant: &Tenant, flow: &str) -> Result<Vec<Endpoint>> {
    let (subaccount, flow) = (tenant.key(), flow.to_owned());
    let row = cx.db.read(async move |tx| Ok::<_, Error>(store::tenant::runtime(tx, &subaccount, &flow).await?)).await?;
    row.as_ref().map_or(Ok(Vec::new()), of_row)
}

/// An address is told once: it is what clients know an endpoint by.
fn of_row(row: &RuntimeRow) -> Result<Vec<Endpoint>> {
    let mut kept: Vec<Kept> = serde_json::from_str(&row.endpoints)?;
    let mut told = BTreeSet::new();
    kept.retain(|one| told.insert(one.address.clone()));
    let endpoint = |Kept { protocol, address, path }| Endpoint {
        flow: row.id.clone(),
        title: row.name.clone(),
        version: row.version.clone(),
        updated_at: row.deployed_at / 1000,
        protocol,
        address,
        path,
    };
    Ok(kept.into_iter().map(endpoint).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(key: &str, default: &str) -> Parameter {
        Parameter {
            key: key.to_owned(),
            default: default.to_owned(),
            data_type: "xsd:string".to_owned(),
            description: String::new(),
        }
    }

    #[test]
    fn addresses_have_the_values_in_effect() {
        let sender = |adapter: &str, property: &str| mta::bundle::Sender {
            adapter: adapter.to_owned(),
            properties: [(property.to_owned(), "/{{root}}/{{unknown}}".to_owned())].into(),
        };
        let configured = [("root".to_owned(), "b".to_owned())].into();
        let parameters = effective(vec![parameter("root", "a")], &configured);
        let senders = [sender("HTTPS", "urlPath"), sender("SOAP", "address"), sender("Mail", "address")];
        let paths: Vec<_> = of_senders(&senders, &parameters).into_iter().map(|kept| kept.path).collect();
        assert_eq!(paths, ["/http/b/{{unknown}}", "/cxf/b/{{unknown}}"]);
    }
}
