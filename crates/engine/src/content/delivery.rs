//! Packages on their way in and out: export zips on the one side, rows and blobs on the other.
//!
//! Everything slow happens here, before a transaction is opened: reading zips, writing blobs.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::memory::{self, Loaded, Room};
use bytes::Bytes;
use model::BlobId;
use model::artifact::Parameter;
use model::package::{ArtifactHead, Incoming, PackageHead};
use std::io::{Cursor, Read, Seek};

/// The largest package export; its contents are in memory while it is read.
pub const LARGEST: usize = 256 << 20;

/// A package that was read, its contents kept as blobs.
#[derive(Debug)]
pub struct Delivery {
    pub(super) head: Incoming,
    /// The package's own resource and attributes; its artifacts are in `parts`.
    pub(super) package: mta::Package,
    pub(super) parts: Vec<Part>,
    /// Things that do not stop the import.
    pub(super) findings: Vec<String>,
}

/// One artifact of it.
#[derive(Debug)]
pub(super) struct Part {
    /// Without its content.
    pub(super) artifact: mta::Artifact,
    pub(super) digest: Option<BlobId>,
    pub(super) size: u64,
    pub(super) parameters: Vec<Parameter>,
    pub(super) relations: Vec<mta::Object>,
}

impl Delivery {
    /// Technical id of the package.
    #[must_use]
    pub fn package_id(&self) -> &str {
        &self.head.package.id
    }

    /// Reads an export.
    ///
    /// # Errors
    /// `Invalid`, naming the artifact whose content is broken.
    pub async fn from_bytes(cx: &Cx, bytes: Bytes) -> Result<Self> {
        let Opened { mut package, parameters, findings } = blocking(move || read(Cursor::new(bytes))).await?;
        let tags = package.tags().map_err(unreadable)?;
        let mut parts = Vec::new();
        for (mut artifact, parameters) in std::mem::take(&mut package.artifacts).into_iter().zip(parameters) {
            let content = artifact.content.take();
            let size = content.as_ref().map_or(0, |bytes| bytes.len() as u64);
            let digest = match content {
                Some(bytes) => Some(keep(cx, bytes.into()).await?),
                None => None,
            };
            let relations = relations_of(&package, &artifact.reg_id);
            parts.push(Part { artifact, digest, size, parameters, relations });
        }
        let head = Incoming {
            package: PackageHead { id: package.id.clone(), reg_id: package.reg_id.clone(), name: package.name.clone() },
            artifacts: parts.iter().map(Part::head).collect(),
            tags,
        };
        Ok(Self { head, package, parts, findings })
    }
}

impl Part {
    pub(super) fn head(&self) -> ArtifactHead {
        let artifact = &self.artifact;
        ArtifactHead {
            reg_id: artifact.reg_id.clone(),
            id: artifact.unique_id.clone(),
            kind: artifact.resource_type.as_str().to_owned(),
            runnable: artifact.resource_type.is_bundle(),
            name: artifact.name.clone(),
            version: artifact.version.clone(),
            digest: self.digest.clone(),
        }
    }
}

/// What reading the zip came to; parameters are those of each artifact, in order.
struct Opened {
    package: mta::Package,
    parameters: Vec<Vec<Parameter>>,
    findings: Vec<String>,
}

fn read<R: Read + Seek>(reader: R) -> Result<Opened> {
    let package = mta::Package::read(reader, mta::Limits::package(LARGEST as u64)).map_err(unreadable)?;
    let mut findings = package.findings();
    let mut parameters = Vec::new();
    for artifact in &package.artifacts {
        let found = if artifact.resource_type.is_bundle() { parameters_of(artifact) } else { Ok(Vec::new()) };
        parameters.push(found.unwrap_or_else(|error| {
            findings.push(format!("the parameters of `{}` cannot be read: {error}", artifact.name));
            Vec::new()
        }));
    }
    Ok(Opened { package, parameters, findings })
}

fn parameters_of(artifact: &mta::Artifact) -> mta::Result<Vec<Parameter>> {
    Ok(artifact.bundle()?.parameters()?.into_iter().map(parameter).collect())
}

/// A parameter as we keep it.
pub(super) fn parameter(found: mta::bundle::Parameter) -> Parameter {
    Parameter { key: found.name, default: found.value, data_type: found.data_type, description: found.description }
}

fn relations_of(package: &mta::Package, reg_id: &str) -> Vec<mta::Object> {
    let to = package.relations.iter().filter(|relation| relation.target_id == reg_id);
    to.map(|relation| relation.raw.clone()).collect()
}

/// An archive that a caller sent and that cannot be used.
pub(super) fn unreadable(error: mta::Error) -> Error {
    if error.is_size_limit() {
        return Error::new(crate::error::Kind::TooLarge, error.to_string());
    }
    Error::invalid(error.to_string())
}

/// Keeps bytes as a blob.
pub(super) async fn keep(cx: &Cx, bytes: Bytes) -> Result<BlobId> {
    let mut writer = cx.blobs.writer(bytes.len() as u64);
    writer.write(bytes).await?;
    Ok(writer.finish().await?.id)
}

/// How many bytes a blob has.
pub(super) async fn size(cx: &Cx, blob: &BlobId) -> Result<u64> {
    Ok(cx.blobs.reader(blob).await?.size)
}

/// The bytes of a blob, with room for so many times of them: for what is made of them while they are there.
pub(super) async fn load(cx: &Cx, blob: &BlobId, times: u64) -> Result<Loaded> {
    let room = memory::room_beside_body(cx, size(cx, blob).await?.saturating_mul(times)).await?;
    Ok(Loaded { bytes: read_into(cx, &room, blob).await?, room })
}

/// The bytes of a blob, in room that its caller has.
pub(super) async fn read_into(cx: &Cx, _room: &Room, blob: &BlobId) -> Result<Vec<u8>> {
    let mut file = cx.blobs.file(blob)?;
    blocking(move || {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| Error::internal("a blob cannot be read").because(error))?;
        Ok(bytes)
    })
    .await
}

/// Work that blocks, off the async threads.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Error::internal("work on an archive broke off").because(error)))
}
