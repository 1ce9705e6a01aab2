//! Where deployed flows listen. Nothing answers there: a tenant here keeps and deploys content, it runs no messages.

use super::rights::SeeRuntime;
use super::rows;
use super::tenant::Tenant;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::Time;
use model::artifact::{Configured, Parameter};
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
    /// Its version.
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

/// What a flow listens at, by its sender channels; adapters that fetch by themselves have no address.
pub(super) fn of_senders(senders: &[mta::bundle::Sender], parameters: &[(Parameter, String)]) -> Vec<Listener> {
    let kept = senders.iter().filter_map(|sender| {
        let (protocol, property, root) = match sender.adapter.as_str() {
            "HTTPS" => ("REST", "urlPath", "http"),
            "SOAP" | "XI" | "IDOC" => ("SOAP", "address", "cxf"),
            _ => return None,
        };
        let address = filled(sender.properties.get(property)?, parameters);
        let address = address.trim_start_matches('/').to_owned();
        let path = format!("/{root}/{address}");
        Some(Listener { protocol: protocol.to_owned(), address, path })
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
    let (subaccount, after, limit) = (tenant.subaccount, after.to_owned(), rows::limit(limit));
    let rows = cx.db.read(async move |tx| store::tenant::runtimes(tx, subaccount, &after, limit).await).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), of_row(row))).collect())
}

/// The endpoints of one deployed artifact; none when it is not deployed.
///
/// # Errors
/// Of the store.
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
