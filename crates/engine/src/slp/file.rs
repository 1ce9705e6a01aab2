//! Files of the deploy service: archives, their parts, extension descriptors. They belong to a space.

use super::place::{Deployer, Reader};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::sealed_blob;
use bytes::Bytes;
use md5::{Digest, Md5};
use model::{DeployFileId, Time};
use store::blob::Writer;
use store::deploy_file::DeployFileRow;

/// The largest file.
const LARGEST: u64 = 4 << 30;

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: DeployFileId,
    /// As it was given.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// MD5 in upper-case hexadecimal: clients compare it to find what they need not upload again.
    pub digest: String,
    /// When it was uploaded.
    pub created_at: Time,
}

fn shown(row: DeployFileRow) -> File {
    File {
        id: DeployFileId(row.id),
        name: row.name,
        size: u64::try_from(row.size).unwrap_or(0),
        digest: row.md5,
        created_at: Time(row.created_at),
    }
}

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
    ///
    /// # Errors
    /// Of the store.
    pub async fn finish(self, cx: &Cx, place: &Deployer) -> Result<File> {
        let id = cx.random.uuid();
        let (blob, sealed) = match self.content {
            Incoming::Large(writer) => (writer.finish().await?.id, false),
            Incoming::Small(plain) => (sealed_blob::write(cx, &sealed_blob::deploy_file(id), &plain).await?, true),
        };
        let row = DeployFileRow {
            id,
            space: place.space().guid.0,
            name: self.name,
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            md5: self.md5.finalize().iter().map(|byte| format!("{byte:02X}")).collect(),
            blob: blob.to_string(),
            sealed,
            created_by: place.actor().to_owned(),
            created_at: cx.now().micros(),
        };
        let file = shown(row.clone());
        cx.db.write(async move |tx| Ok::<_, Error>(store::deploy_file::insert(tx, &row).await?)).await?;
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
///
/// # Errors
/// Of the store.
pub async fn list(cx: &Cx, place: &Reader) -> Result<Vec<File>> {
    let space = place.space().guid.0;
    let rows = cx.db.read(async move |tx| Ok::<_, Error>(store::deploy_file::of_space(tx, space).await?)).await?;
    Ok(rows.into_iter().map(shown).collect())
}

/// Forgets a file.
///
/// # Errors
/// Not found.
pub async fn delete(cx: &Cx, place: &Deployer, id: DeployFileId) -> Result<()> {
    let space = place.space().guid.0;
    cx.db
        .write(async move |tx| match store::deploy_file::delete(tx, space, id.0).await? {
            true => Ok(()),
            false => Err(missing()),
        })
        .await
}

/// Forgets all files of a space.
///
/// # Errors
/// Of the store.
pub async fn delete_all(cx: &Cx, place: &Deployer) -> Result<()> {
    let space = place.space().guid.0;
    cx.db.write(async move |tx| Ok::<_, Error>(store::deploy_file::delete_all(tx, space).await?)).await.map(drop)
}
