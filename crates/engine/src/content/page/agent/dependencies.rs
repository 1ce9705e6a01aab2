//! What packages refer to in other packages: it has to be in the target, too.

use super::resources::told;
use crate::caller::Caller;
use crate::content::agent::resources::packages;
use crate::content::delivery::{LARGEST, blocking};
use crate::content::remote::{Failure, resolve_destination};
use crate::content::rights::ReadContent;
use crate::cx::Cx;
use crate::error::{Error, Result};
use bytes::Bytes;
use model::destination::hint::INTEGRATION;
use std::collections::BTreeSet;
use std::io::Cursor;
use wire::cpi::TransportPackage;

/// Of how many packages at once: each of them is read.
pub const MOST: usize = 20;

/// Something in another package that a package needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    /// Technical id of the package that needs it.
    pub of: String,
    /// Technical id of the package that has it; none has it, where this is empty.
    pub package: Option<String>,
    /// `ScriptCollection`, `MessageMapping`.
    pub kind: String,
    /// Technical id of what is needed.
    pub artifact: String,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Dependencies {
    pub found: BTreeSet<Dependency>,
    /// Packages that could not be read, each with the reason: one with drafts cannot leave.
    pub unread: Vec<(String, String)>,
}

/// What these packages refer to outside of themselves. Each is read as an export would.
///
/// # Errors
/// Invalid for too many packages; unprocessable, when the tenant cannot be asked.
pub async fn dependencies(cx: &Cx, caller: &Caller<ReadContent>, wanted: BTreeSet<String>) -> Result<Dependencies> {
    if wanted.len() > MOST {
        let text = format!("dependencies are looked for in {MOST} packages at once at most; ask for fewer");
        return Err(Error::invalid(text));
    }
    let subaccount = caller.subaccount()?;
    let mut all = Dependencies::default();
    if wanted.is_empty() {
        return Ok(all);
    }
    let present = match packages(cx, subaccount).await.map_err(told) {
        Ok(present) => present,
        Err(failure) => return Err(Error::unprocessable(failure?)),
    };
    for id in wanted {
        match references(cx, caller, &id).await.map_err(told) {
            Ok(found) => all.found.extend(found.into_iter().filter_map(|reference| outside(&id, reference, &present))),
            Err(failure) => all.unread.push((id, failure?)),
        }
    }
    Ok(all)
}

async fn references(
    cx: &Cx,
    caller: &Caller<ReadContent>,
    package: &str,
) -> Result<BTreeSet<mta::bundle::Reference>, Failure> {
    let (_, target) = resolve_destination(cx, caller.subaccount()?, INTEGRATION).await?;
    let answer = client::cpi::export(&cx.http, &target, package, &[]).await?;
    let zip = answer.bytes(LARGEST).await?;
    let read = blocking(move || Ok(read(zip))).await?;
    read.map_err(|error| Failure::Final(format!("package {package} cannot be read: {error}")))
}

fn read(zip: Bytes) -> mta::Result<BTreeSet<mta::bundle::Reference>> {
    let package = mta::Package::read(Cursor::new(zip), mta::Limits::package(LARGEST as u64))?;
    let mut all = BTreeSet::new();
    for artifact in package.artifacts.iter().filter(|artifact| artifact.resource_type.is_bundle()) {
        all.extend(artifact.bundle()?.references()?);
    }
    Ok(all)
}

fn outside(of: &str, needed: mta::bundle::Reference, present: &[TransportPackage]) -> Option<Dependency> {
    let has = |package: &&TransportPackage| {
        package.components.iter().any(|part| part.kind == needed.kind && part.technical_id == needed.id)
    };
    let package = present.iter().find(has).map(|package| package.id.clone());
    if package.as_deref() == Some(of) {
        return None;
    }
    Some(Dependency { of: of.to_owned(), package, kind: needed.kind, artifact: needed.id })
}
