//! Between stored rows and the types of `model` and `mta`.

use crate::error::{Error, Result};
use model::package::{ArtifactHead, Draft, PackageHead, PresentArtifact};
use store::artifact::Artifact;
use store::package::Package;

/// How many rows the store is asked for.
pub(super) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

pub(super) fn package_head(row: &Package) -> PackageHead {
    PackageHead { id: row.id.clone(), reg_id: row.reg_id.clone(), name: row.name.clone() }
}

pub(super) fn present(row: Artifact, locked_by: Option<String>) -> PresentArtifact {
    let (package, draft) = (row.package.clone(), row.draft);
    PresentArtifact { head: head(row), package, draft, locked_by }
}

fn head(row: Artifact) -> ArtifactHead {
    let Artifact { reg_id, id, kind, runnable, name, version, digest, .. } = row;
    ArtifactHead { reg_id, id, kind, runnable, name, version, digest }
}

/// The artifacts that keep their package from leaving.
pub(super) fn drafts<'a>(rows: impl IntoIterator<Item = &'a Artifact>) -> Vec<Draft> {
    let drafts = rows.into_iter().filter(|row| row.draft);
    drafts.map(|row| Draft { kind: row.kind.clone(), name: row.name.clone() }).collect()
}

/// The package as it is written into an export, still without artifacts.
pub(super) fn package(row: &Package) -> Result<mta::Package> {
    let mut package = mta::Package::from_resource(row.resource.clone()).map_err(|e| corrupt(&row.id, e))?;
    package.name.clone_from(&row.name);
    package.version.clone_from(&row.version);
    Ok(package)
}

/// The artifact as it is written into an export, still without its content, and its relations.
pub(super) fn artifact(row: &Artifact) -> Result<(mta::Artifact, Vec<mta::package::Relation>)> {
    let mut artifact = mta::Artifact::from_resource(row.resource.clone()).map_err(|e| corrupt(&row.id, e))?;
    artifact.name.clone_from(&row.name);
    artifact.version.clone_from(&row.version);
    let relations = row.relations.iter().cloned().map(mta::package::Relation::from_json).collect::<mta::Result<_>>();
    Ok((artifact, relations.map_err(|e| corrupt(&row.id, e))?))
}

/// The first value of an attribute of an artifact's resource.
pub(super) fn attribute_of(resource: &mta::Object, id: &str, key: &str) -> Result<String> {
    let artifact = mta::Artifact::from_resource(resource.clone()).map_err(|e| corrupt(id, e))?;
    Ok(artifact.attribute(key).unwrap_or_default().trim().to_owned())
}

fn corrupt(id: &str, error: mta::Error) -> Error {
    Error::internal(format!("what is stored of '{id}' cannot be read")).because(error)
}
