//! Files of the deploy service: archives, their parts, extension descriptors. They belong to a space.

use super::place::{Deployer, Reader};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::sealed_blob;
use bytes::Bytes;
use md5::{Digest, Md5};
use model::DeployFileId;
use store::blob::Writer;

pub use store::deploy_file::DeployFile;

/// The largest file.
const LARGEST: u64 = 4 << 30;

fn missing() -> Error {
    Error::not_found("There is no such file in this space")
}

/// A file that is coming in.
pub struct Receiver {
    content: Incoming,
    size: u64,
    md5: Md5,
    name: String,
}

/// Where it goes: to memory, as long as it may be one that is sealed, or straight to a blob.
enum Incoming {
    Small(Vec<u8>),
    Large(Writer),
}

impl Receiver {
    /// Begins a file.
    ///
    /// # Errors
    /// Invalid without a name.
    pub fn new(name: &str) -> Result<Self> {
        // Some clients send a path.
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned();
        if name.is_empty() || name.chars().any(char::is_control) {
            return Err(Error::invalid("A file must have a name"));
        }
        Ok(Self { content: Incoming::Small(Vec::new()), size: 0, md5: Md5::new(), name })
    }

    /// Takes the next piece.
    ///
    /// # Errors
    /// Too large; invalid, when it is neither an archive nor small enough to be an extension descriptor.
    pub async fn take(&mut self, cx: &Cx, piece: Bytes) -> Result<()> {
        self.md5.update(&piece);
        self.size += piece.len() as u64;
        match &mut self.content {
            Incoming::Large(writer) => writer.write(piece).await?,
            Incoming::Small(begun) => {
                begun.extend_from_slice(&piece);
                let is_large = begun.len() as u64 > sealed_blob::LARGEST;
                if is_large && !sealed_blob::is_archive(begun) && !is_later_part(&self.name) {
                    return Err(neither(&self.name));
                }
                if is_large || sealed_blob::is_archive(begun) {
                    let mut writer = cx.blobs.writer(LARGEST);
                    writer.write(Bytes::from(std::mem::take(begun))).await?;
                    self.content = Incoming::Large(writer);
                }
            }
        }
        Ok(())
    }

    /// Keeps the file.
    pub async fn finish(self, cx: &Cx, place: &Deployer) -> Result<DeployFile> {
        let id = DeployFileId(cx.random.uuid());
        let (blob, sealed) = match self.content {
            Incoming::Large(writer) => (writer.finish().await?.id, false),
            Incoming::Small(plain) => (sealed_blob::write(cx, &sealed_blob::deploy_file(id), &plain).await?, true),
        };
        let file = DeployFile {
            id,
            space: place.space().id,
            name: self.name,
            size: self.size,
            md5: self.md5.finalize().iter().map(|byte| format!("{byte:02X}")).collect(),
            blob,
            sealed,
            created_by: place.actor().to_owned(),
            created_at: cx.now(),
        };
        let stored = file.clone();
        cx.db.write(async move |tx| Ok::<_, Error>(store::deploy_file::insert(tx, &stored).await?)).await?;
        Ok(file)
    }
}

/// Whether it is what follows the first part of an archive: only that begins as one.
fn is_later_part(name: &str) -> bool {
    name.rsplit_once(".part.").and_then(|(_, number)| number.parse::<usize>().ok()).is_some_and(|number| number > 0)
}

/// No operation could use it, and what it holds would lie open.
fn neither(name: &str) -> Error {
    let limit = sealed_blob::LARGEST;
    Error::invalid(format!("\"{name}\" is no archive, and an extension descriptor may have at most {limit} bytes"))
}

/// The files of a space, oldest first.
pub async fn list(cx: &Cx, place: &Reader) -> Result<Vec<DeployFile>> {
    let space = place.space().id;
    cx.db.read(async move |tx| Ok(store::deploy_file::of_space(tx, space).await?)).await
}

/// Forgets a file.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, place: &Deployer, id: DeployFileId) -> Result<()> {
    let space = place.space().id;
    cx.db
        .write(async move |tx| match store::deploy_file::delete(tx, space, id).await? {
            true => Ok(()),
            false => Err(missing()),
        })
        .await
}

/// Forgets all files of a space.
pub async fn delete_all(cx: &Cx, place: &Deployer) -> Result<()> {
    let space = place.space().id;
    cx.db.write(async move |tx| Ok::<_, Error>(store::deploy_file::delete_all(tx, space).await?)).await.map(drop)
}
