//! Externalised parameters of an artifact: the values in effect, and configuring them.

use super::artifact::{Which, must_find};
use super::rights::{ConfigureArtifacts, ReadPackages};
use super::rows;
use super::tenant::Tenant;
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::artifact::{Configured, Parameter};
use serde_json::json;

/// A parameter with the value in effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// As the bundle declares it.
    pub parameter: Parameter,
    /// The configured value, or the default.
    pub value: String,
}

/// All parameters of an artifact.
///
/// # Errors
/// `NotFound` without the artifact.
pub async fn list(
    cx: &Cx,
    _caller: &Caller<ReadPackages>,
    tenant: &Tenant,
    which: Which,
) -> Result<Vec<Configuration>> {
    let subaccount = tenant.key();
    cx.db
        .read(async move |tx| {
            let row = must_find(tx, &subaccount, &which).await?;
            let configured: Configured =
                store::artifact::values(tx, &subaccount, &row.reg_id).await?.into_iter().collect();
            let parameters = rows::parameters(&row)?.into_iter();
            let effective = parameters
                .map(|parameter| Configuration { value: parameter.effective(&configured).to_owned(), parameter });
            Ok(effective.collect())
        })
        .await
}

/// Configures a value. A lock does not matter: values belong to the tenant, not to the artifact.
///
/// # Errors
/// `NotFound` for a key the artifact does not have.
pub async fn set(
    cx: &Cx,
    _caller: &Caller<ConfigureArtifacts>,
    tenant: &Tenant,
    which: Which,
    key: String,
    value: String,
) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let subaccount = tenant.key();
            let row = must_find(tx, &subaccount, &which).await?;
            if !rows::parameters(&row)?.iter().any(|parameter| parameter.key == key) {
                return Err(Error::not_found(format!("Parameter key '{key}' not found.")));
            }
            store::artifact::set_value(tx, &subaccount, &row.reg_id, &key, &value).await?;
            let object = format!("{} {}", row.kind, row.id);
            audit::record(tx, now, tenant.event("artifact.configure", object, json!({"key": key}))).await
        })
        .await
}
