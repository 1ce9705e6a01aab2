//! Takes a package out of a tenant: the same export zip that the original writes, from what is stored.

use super::delivery::{blocking, read_into, size};
use super::rights::ReadPackages;
use super::rows;
use super::tenant::Tenant;
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::{self, Room};
use bytes::Bytes;
use model::Time;
use std::collections::BTreeSet;
use store::artifact::Artifact;
use store::package::Package;

/// Which artifacts go along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All.
    All,
    /// Those of these technical ids or GUIDs.
    Artifacts(BTreeSet<String>),
}

impl Selection {
    /// Those of these ids; all, when none is given.
    #[must_use]
    pub fn of(ids: BTreeSet<String>) -> Self {
        if ids.is_empty() { Self::All } else { Self::Artifacts(ids) }
    }

    pub(super) fn has(&self, row: &Artifact) -> bool {
        match self {
            Self::All => true,
            Self::Artifacts(ids) => ids.contains(&row.id) || ids.contains(&row.reg_id),
        }
    }

    fn of_archive(&self) -> mta::Selection {
        match self {
            Self::All => mta::Selection::All,
            Self::Artifacts(ids) => mta::Selection::Artifacts(ids.clone()),
        }
    }
}

/// An export zip.
#[derive(Debug)]
pub struct Exported {
    /// The zip.
    pub bytes: Bytes,
    /// What the browser calls it.
    pub file_name: String,
    /// What it takes up.
    pub room: Room,
}

/// Exports a package for whoever may read it: a read-only one does not go out.
///
/// # Errors
/// As [`export`]; `Unprocessable` when the package is read-only.
pub async fn download(cx: &Cx, _caller: &Caller<ReadPackages>, tenant: &Tenant, package: &str) -> Result<Exported> {
    let (row, _) = load_rows(cx, tenant, package).await?;
    super::package::refuse_read_only(&row)?;
    export(cx, tenant, package, Selection::All).await
}

/// Room for what an export takes up while it is made, taken at once, so that none waits with half of it: what is in it,
/// and the zip.
async fn room(cx: &Cx, artifacts: &[Artifact], selection: &Selection) -> Result<Room> {
    let mut all = 0_u64;
    for digest in artifacts.iter().filter(|row| goes(row, selection)).filter_map(|row| row.digest.as_ref()) {
        all = all.saturating_add(size(cx, digest).await?);
    }
    memory::room(cx, all.saturating_mul(2)).await
}

/// Tag values always go along, so their content is needed too.
fn goes(row: &Artifact, selection: &Selection) -> bool {
    selection.has(row) || row.kind == mta::ResourceType::CustomTags.as_str()
}

/// Exports, for transports.
///
/// # Errors
/// `NotFound`; `Unprocessable` with the original's sentence when drafts are among what is chosen.
pub async fn export(cx: &Cx, tenant: &Tenant, package: &str, selection: Selection) -> Result<Exported> {
    let (row, artifacts) = load_rows(cx, tenant, package).await?;
    may_leave(package, &artifacts, &selection)?;
    let room = room(cx, &artifacts, &selection).await?;
    let package = put_together(cx, &room, (&row, &artifacts), &selection).await?;
    let (made_at, chosen) = (stamp(cx.now())?, selection.of_archive());
    let bytes = blocking(move || {
        mta::write_package(Vec::new(), &package, &chosen, made_at)
            .map_err(|error| Error::internal("a package cannot be written").because(error))
    })
    .await?;
    Ok(Exported { bytes: bytes.into(), file_name: format!("{}.zip", row.id), room })
}

pub(super) async fn load_rows(cx: &Cx, tenant: &Tenant, package: &str) -> Result<(Package, Vec<Artifact>)> {
    let (subaccount, id) = (tenant.subaccount, package.to_owned());
    cx.db
        .read(async move |tx| {
            let row = store::package::find(tx, subaccount, &id).await?.ok_or_else(super::package::missing)?;
            Ok((row, store::artifact::of_package(tx, subaccount, &id).await?))
        })
        .await
}

/// Whether what is chosen is there and without drafts.
pub(super) fn may_leave(package: &str, artifacts: &[Artifact], selection: &Selection) -> Result<()> {
    if let Selection::Artifacts(ids) = selection {
        let unknown = |id: &&String| !artifacts.iter().any(|row| row.id == **id || row.reg_id == **id);
        if let Some(unknown) = ids.iter().find(unknown) {
            return Err(Error::not_found(format!("package '{package}' has no artifact '{unknown}'")));
        }
    }
    match model::package::drafts_block(&rows::drafts(artifacts.iter().filter(|row| selection.has(row)))) {
        Some(sentence) => Err(Error::unprocessable(sentence).with_code("draft")),
        None => Ok(()),
    }
}

async fn put_together(
    cx: &Cx,
    room: &Room,
    (row, artifacts): (&Package, &[Artifact]),
    selection: &Selection,
) -> Result<mta::Package> {
    let mut package = rows::package(row)?;
    for row in artifacts {
        let (mut artifact, relations) = rows::artifact(row)?;
        if let (true, Some(digest)) = (goes(row, selection), &row.digest) {
            artifact.content = Some(read_into(cx, room, digest).await?);
        }
        package.relations.extend(relations);
        package.artifacts.push(artifact);
    }
    Ok(package)
}

/// A moment as archives carry it.
pub(super) fn stamp(now: Time) -> Result<mta::Stamp> {
    let text = now.format("%Y%m%d%H%M%S");
    mta::Stamp::parse(&text).map_err(|error| Error::internal("the clock shows an impossible time").because(error))
}
