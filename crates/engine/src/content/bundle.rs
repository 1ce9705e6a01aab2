//! The zip of an artifact as it comes from a caller: opened, checked, perhaps rewritten, kept.

use super::delivery::{blocking, keep, load, parameter, unreadable};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::Loaded;
use bytes::Bytes;
use model::BlobId;
use model::artifact::Parameter;
use store::artifact::Artifact;

/// A zip that was kept, and what it says about itself.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) digest: BlobId,
    pub(super) size: u64,
    pub(super) name: Option<String>,
    pub(super) version: Option<String>,
    pub(super) parameters: Vec<Parameter>,
}

/// What a new artifact starts with. Its symbolic name becomes the id, as the original does.
pub(super) async fn create(cx: &Cx, kind: &'static str, id: &str, name: &str, given: Option<Bytes>) -> Result<Content> {
    let (id, name) = (id.to_owned(), name.to_owned());
    let bytes = blocking(move || {
        let Some(given) = given else {
            let kind = mta::ResourceType::parse(kind);
            let minimal = mta::bundle::minimal_bundle(&kind, &id, &name);
            return minimal.map(Bytes::from).map_err(|e| Error::internal("no bundle could be made").because(e));
        };
        let mut bundle = mta::Bundle::open(&given).map_err(unreadable)?;
        if bundle.symbolic_name() == Some(id.as_str()) {
            return Ok(given);
        }
        bundle.renamed(&id, None).map(Bytes::from).map_err(unreadable)
    })
    .await?;
    kept(cx, bytes).await
}

/// New content of an artifact. Its symbolic name must be the id; the sentence ends like the original's.
pub(super) async fn replace(cx: &Cx, id: &str, bytes: Bytes) -> Result<Content> {
    let (id, given) = (id.to_owned(), bytes.clone());
    blocking(move || {
        let bundle = mta::Bundle::open(&given).map_err(unreadable)?;
        match bundle.symbolic_name() {
            Some(symbolic) if symbolic == id => Ok(()),
            symbolic => Err(Error::invalid(format!(
                "The artifact {id} cannot be updated with content of {}: update is not possible due to change in the \
                 Bundle-symbolicName",
                symbolic.unwrap_or("no symbolic name")
            ))
            .with_code("symbolic_name")),
        }
    })
    .await?;
    kept(cx, bytes).await
}

/// The content of an artifact under another version.
pub(super) async fn with_version(cx: &Cx, row: &Artifact, version: &str) -> Result<Content> {
    let digest = row.digest.clone().ok_or_else(|| Error::unprocessable(format!("{} has no content", row.id)))?;
    let Loaded { bytes: stored, room: _room } = load(cx, &digest, 2).await?;
    let (version, name) = (version.to_owned(), row.name.clone());
    let bytes = blocking(move || {
        let mut bundle = mta::Bundle::open(&stored).map_err(unreadable)?;
        if bundle.version() == Some(version.as_str()) && bundle.name() == Some(name.as_str()) {
            return Ok(stored);
        }
        bundle.with_headers(&[("Bundle-Version", version), ("Bundle-Name", name)]).map_err(unreadable)
    })
    .await?;
    kept(cx, bytes.into()).await
}

pub(super) async fn kept(cx: &Cx, bytes: Bytes) -> Result<Content> {
    let given = bytes.clone();
    let (name, version, parameters) = blocking(move || {
        let mut bundle = mta::Bundle::open(&given).map_err(unreadable)?;
        let (name, version) = (bundle.name().map(str::to_owned), bundle.version().map(str::to_owned));
        let parameters = bundle.parameters().map_err(unreadable)?;
        Ok((name, version, parameters.into_iter().map(parameter).collect()))
    })
    .await?;
    let size = bytes.len() as u64;
    Ok(Content { digest: keep(cx, bytes).await?, size, name, version, parameters })
}
