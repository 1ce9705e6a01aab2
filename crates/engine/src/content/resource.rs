//! Scripts, mappings, schemas and libraries inside of an artifact.

use super::artifact::{self, Which};
use super::rights::{EditPackages, ReadPackages};
use super::tenant::Tenant;
use super::{bundle, delivery};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use bytes::Bytes;
use std::collections::BTreeMap;

/// A resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// File name.
    pub name: String,
    /// `groovy`, `xslt`, …
    pub kind: String,
    /// Bytes.
    pub size: u64,
    path: String,
}

/// All resources of an artifact.
///
/// # Errors
/// `NotFound` without the artifact.
pub async fn list(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, which: &Which) -> Result<Vec<Resource>> {
    let bytes = artifact::content(cx, caller, tenant, which).await?;
    delivery::blocking(move || {
        let bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        Ok(bundle.resources().into_iter().map(resource).collect())
    })
    .await
}

fn resource(found: mta::bundle::BundleResource) -> Resource {
    Resource { name: found.name, kind: found.resource_type, size: found.size, path: found.path }
}

fn missing(name: &str, kind: &str) -> Error {
    Error::not_found(format!("Resource '{name}' of type '{kind}' not found."))
}

/// One resource and its bytes.
///
/// # Errors
/// `NotFound`.
pub async fn content(
    cx: &Cx,
    caller: &Caller<ReadPackages>,
    tenant: &Tenant,
    which: &Which,
    name: String,
    kind: String,
) -> Result<(Resource, Vec<u8>)> {
    let bytes = artifact::content(cx, caller, tenant, which).await?;
    delivery::blocking(move || {
        let mut bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        let found = bundle.resources().into_iter().map(resource).find(|r| r.name == name && r.kind == kind);
        let found = found.ok_or_else(|| missing(&name, &kind))?;
        let bytes = bundle.read(&found.path).map_err(delivery::unreadable)?;
        Ok((found, bytes))
    })
    .await
}

/// Where a resource is.
#[derive(Debug, Clone)]
pub struct At {
    /// In which artifact.
    pub which: Which,
    /// File name.
    pub name: String,
    /// `groovy`, `xslt`, …
    pub kind: String,
}

/// What happens to a resource.
#[derive(Debug, Clone)]
pub enum Change {
    /// It must be new.
    Add(Bytes),
    /// It must be there.
    Replace(Bytes),
    /// It must be there.
    Remove,
}

/// Changes a resource; the artifact becomes a draft.
///
/// # Errors
/// `NotFound` or `Conflict` when it is not as the change demands, or when somebody else has the artifact open.
pub async fn change(cx: &Cx, _caller: &Caller<EditPackages>, tenant: &Tenant, at: At, change: Change) -> Result<()> {
    let At { which, name, kind } = at;
    let before = cx
        .db
        .read({
            let (subaccount, which) = (tenant.key(), which.clone());
            async move |tx| artifact::must_find(tx, &subaccount, &which).await
        })
        .await?;
    let digest = before.digest.clone().ok_or_else(|| missing(&name, &kind))?;
    let stored = delivery::load(cx, &digest).await?;
    let bytes = delivery::blocking(move || rewritten(&stored, &name, &kind, change)).await?;
    let content = bundle::kept(cx, bytes.into()).await?;
    let (now, tenant) = (cx.now(), tenant.clone());
    cx.db
        .write(async move |tx| {
            let mut row = artifact::for_change(tx, &tenant, &which).await?;
            if row.digest != before.digest {
                return Err(Error::conflict("the artifact was changed meanwhile; try again"));
            }
            row.digest = Some(content.digest);
            row.size = content.size;
            row.parameters = serde_json::to_string(&content.parameters)?;
            row.draft = true;
            artifact::save(tx, &tenant, row, now, "artifact.resource").await.map(drop)
        })
        .await
}

fn rewritten(stored: &[u8], name: &str, kind: &str, change: Change) -> Result<Vec<u8>> {
    let mut bundle = mta::Bundle::open(stored).map_err(delivery::unreadable)?;
    let present = bundle.resources().into_iter().find(|r| r.name == name && r.resource_type == kind);
    let (path, bytes) = match (change, present) {
        (Change::Add(_), Some(_)) => {
            return Err(Error::conflict(format!("Resource '{name}' of type '{kind}' already exists.")));
        }
        (Change::Add(bytes), None) => (path_of(name, kind)?, Some(bytes.to_vec())),
        (Change::Replace(bytes), Some(found)) => (found.path, Some(bytes.to_vec())),
        (Change::Remove, Some(found)) => (found.path, None),
        (_, None) => return Err(missing(name, kind)),
    };
    bundle.with_files(&BTreeMap::from([(path, bytes)])).map_err(delivery::unreadable)
}

/// Where a resource of this type lies in a bundle.
fn path_of(name: &str, kind: &str) -> Result<String> {
    if name.is_empty() || name.contains(['/', '\\']) || name.chars().any(char::is_control) {
        return Err(Error::invalid(format!("'{name}' cannot be the name of a resource")));
    }
    let folder = match kind {
        "groovy" | "gsh" | "js" => "script",
        "mmap" | "opmap" | "xslt" => "mapping",
        "jar" => "lib",
        "edmx" | "wsdl" | "xsd" | "json" => kind,
        _ => return Err(Error::invalid(format!("'{kind}' is no type of a resource"))),
    };
    Ok(format!("src/main/resources/{folder}/{name}"))
}
