//! Externalised parameters of an artifact: the values in effect, and configuring them.

use super::artifact::{self, Artifact, Which, must_find, newest, version_of};
use super::delivery;
use super::rights::{ConfigureArtifacts, ReadPackages};
use super::tenant::Tenant;
use crate::audit;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::Loaded;
use crate::version;
use model::Time;
use model::artifact::{Configured, Parameter};
use serde_json::json;
use store::Tx;
use store::artifact::Artifact as Row;

/// A parameter with the value in effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// As the bundle declares it.
    pub parameter: Parameter,
    /// The configured value, or the default.
    pub value: String,
}

/// All parameters of an artifact. Those of a version that was kept are the ones of its own content.
///
/// # Errors
/// `NotFound` without the artifact or the version.
pub async fn list(
    cx: &Cx,
    _caller: &Caller<ReadPackages>,
    tenant: &Tenant,
    which: Which,
) -> Result<Vec<Configuration>> {
    let (subaccount, wanted) = (tenant.subaccount, which.clone());
    let (row, chosen, configured) = cx
        .db
        .read(async move |tx| {
            let row = must_find(tx, subaccount, &wanted).await?;
            let chosen = version_of(tx, subaccount, &wanted).await?;
            let configured = store::artifact::values(tx, subaccount, &row.reg_id).await?;
            Ok::<_, Error>((row, chosen, configured))
        })
        .await?;
    let parameters = of_version(cx, &row, &chosen, &which).await?.into_iter();
    let configured: Configured = configured.into_iter().collect();
    let effective =
        parameters.map(|parameter| Configuration { value: parameter.effective(&configured).to_owned(), parameter });
    Ok(effective.collect())
}

async fn of_version(cx: &Cx, row: &Row, chosen: &Artifact, which: &Which) -> Result<Vec<Parameter>> {
    if chosen.digest == row.digest {
        return Ok(row.parameters.clone());
    }
    let Loaded { bytes, room: _room } = artifact::bytes(cx, chosen, which).await?;
    delivery::blocking(move || {
        let mut bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        Ok(bundle.parameters().map_err(delivery::unreadable)?.into_iter().map(delivery::parameter).collect())
    })
    .await
}

/// The version of what was configured of an artifact.
#[must_use]
pub fn version(configured: &Configured) -> String {
    version::of(&json!(configured))
}

/// What is to be configured.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// By key.
    pub values: Vec<(String, String)>,
    /// Only of this version, if it is said.
    pub version: Option<String>,
}

/// Configures values: all of them or none.
///
/// # Errors
/// `NotFound` for a key the artifact does not have; with [`crate::error::CHANGED`], when it is another version.
pub async fn set_all(
    cx: &Cx,
    _caller: &Caller<ConfigureArtifacts>,
    tenant: &Tenant,
    which: Which,
    Wish { values, version: named }: Wish,
) -> Result<()> {
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let row = newest(tx, tenant.subaccount, &which).await?;
            store::package::lock(tx, tenant.subaccount, &row.package).await?;
            let there = store::artifact::values(tx, tenant.subaccount, &row.reg_id).await?.into_iter().collect();
            let what = format!("What is configured of '{}'", row.id);
            version::check(named.as_deref(), || version(&there), &what)?;
            for (key, value) in &values {
                put(tx, &tenant, &row, (key, value), now).await?;
            }
            Ok(())
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
            let row = newest(tx, tenant.subaccount, &which).await?;
            put(tx, &tenant, &row, (&key, &value), now).await
        })
        .await
}

async fn put(tx: &mut Tx, tenant: &Tenant, row: &Row, (key, value): (&str, &str), now: Time) -> Result<()> {
    if !row.parameters.iter().any(|parameter| parameter.key == key) {
        return Err(Error::not_found(format!("Parameter key '{key}' not found.")));
    }
    store::artifact::set_value(tx, tenant.subaccount, &row.reg_id, key, value).await?;
    let object = format!("{} {}", row.kind, row.id);
    audit::record(tx, now, tenant.event("artifact.configure", object, json!({"key": key}))).await
}
