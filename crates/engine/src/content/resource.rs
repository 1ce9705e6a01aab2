//! Scripts, mappings, schemas and libraries inside of an artifact.

use super::artifact::{self, Which};
use super::rights::{EditPackages, ReadPackages};
use super::tenant::Tenant;
use super::{bundle, delivery};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::{self, Loaded};
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

/// All resources of an artifact.
///
/// # Errors
/// `NotFound` without the artifact.
pub async fn list(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, which: &Which) -> Result<Vec<Resource>> {
    let artifact = artifact::find(cx, caller, tenant, which).await?;
    let Loaded { bytes, room: _room } = artifact::bytes(cx, &artifact, which).await?;
    delivery::blocking(move || Ok(resources(&mta::Bundle::open(&bytes).map_err(delivery::unreadable)?))).await
}

fn resources(bundle: &mta::Bundle<'_>) -> Vec<Resource> {
    let seen = |found: mta::bundle::BundleResource| Resource {
        kind: canonical(&found.resource_type).to_owned(),
        name: found.name,
        size: found.size,
        path: found.path,
    };
    bundle.resources().into_iter().map(seen).collect()
}

/// The original's name of a type that goes by several endings: clients call a `.gsh` file `groovy`.
fn canonical(kind: &str) -> &str {
    match kind {
        "gsh" => "groovy",
        "xsl" => "xslt",
        other => other,
    }
}

fn missing(name: &str, kind: &str) -> Error {
    Error::not_found(format!("Resource '{name}' of type '{kind}' not found."))
}

fn pick(bundle: &mta::Bundle<'_>, name: &str, kind: &str) -> Option<Resource> {
    resources(bundle).into_iter().find(|resource| resource.name == name && resource.kind == canonical(kind))
}

/// One resource.
///
/// # Errors
/// `NotFound`.
pub async fn find(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, at: At) -> Result<Resource> {
    let artifact = artifact::find(cx, caller, tenant, &at.which).await?;
    let Loaded { bytes, room: _room } = artifact::bytes(cx, &artifact, &at.which).await?;
    delivery::blocking(move || {
        let bundle = mta::Bundle::open(&bytes).map_err(delivery::unreadable)?;
        pick(&bundle, &at.name, &at.kind).ok_or_else(|| missing(&at.name, &at.kind))
    })
    .await
}

/// One resource and its bytes.
///
/// # Errors
/// `NotFound`; `Unprocessable` when the package is read-only.
pub async fn content(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, at: At) -> Result<(Resource, Loaded)> {
    let Loaded { bytes: zip, room: _room } = artifact::content(cx, caller, tenant, &at.which).await?;
    let (found, zip) = delivery::blocking(move || {
        let bundle = mta::Bundle::open(&zip).map_err(delivery::unreadable)?;
        let found = pick(&bundle, &at.name, &at.kind).ok_or_else(|| missing(&at.name, &at.kind))?;
        Ok((found, zip))
    })
    .await?;
    // Unpacked, it may be much more than the zip.
    let room = memory::room(cx, found.size).await?;
    delivery::blocking(move || {
        let mut bundle = mta::Bundle::open(&zip).map_err(delivery::unreadable)?;
        let bytes = bundle.read(&found.path).map_err(delivery::unreadable)?;
        Ok((found, Loaded { bytes, room }))
    })
    .await
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
            let (subaccount, which) = (tenant.subaccount, which.clone());
            async move |tx| artifact::newest(tx, subaccount, &which).await
        })
        .await?;
    let digest = before.digest.clone().ok_or_else(|| missing(&name, &kind))?;
    let Loaded { bytes: stored, room: _room } = delivery::load(cx, &digest, 3).await?;
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
            row.parameters = content.parameters;
            row.draft = true;
            artifact::save(tx, &tenant, row, now, "artifact.resource").await.map(drop)
        })
        .await
}

fn rewritten(stored: &[u8], name: &str, kind: &str, change: Change) -> Result<Vec<u8>> {
    let mut bundle = mta::Bundle::open(stored).map_err(delivery::unreadable)?;
    let present = pick(&bundle, name, kind);
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

/// Where a resource of this type lies in a bundle. Its type is told by the ending of its name again, so both must say
/// the same.
fn path_of(name: &str, kind: &str) -> Result<String> {
    if name.is_empty() || name.contains(['/', '\\']) || name.chars().any(char::is_control) {
        return Err(Error::invalid(format!("'{name}' cannot be the name of a resource")));
    }
    let folder = match canonical(kind) {
        "groovy" | "js" => "script",
        "mmap" | "opmap" | "xslt" => "mapping",
        "jar" => "lib",
        "edmx" | "wsdl" | "xsd" | "json" => kind,
        _ => return Err(Error::invalid(format!("'{kind}' is no type of a resource"))),
    };
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if canonical(&ending) != canonical(kind) {
        return Err(Error::invalid(format!(
            "the name '{name}' does not end as one of a resource of type '{kind}' does"
        )));
    }
    Ok(format!("src/main/resources/{folder}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn the_type_of_a_new_resource_is_that_of_its_name() {
        for (name, kind, folder) in [
            ("a.groovy", "groovy", "script"),
            ("a.gsh", "groovy", "script"),
            ("a.GSH", "gsh", "script"),
            ("a.xsl", "xslt", "mapping"),
            ("b.xsd", "xsd", "xsd"),
        ] {
            assert_eq!(path_of(name, kind).unwrap(), format!("src/main/resources/{folder}/{name}"));
        }
        for (name, kind) in [("a.groovy", "xsd"), ("a", "groovy"), ("../a.js", "js"), ("a.txt", "txt"), ("", "js")] {
            assert!(path_of(name, kind).is_err(), "{name} {kind}");
        }
    }
}
