//! Uploading files: bytes first, piece by piece, then a row. A file lives on its own until a request refers to it.

use super::right::Export;
use super::{Actor, record};
use crate::caller::Caller;
use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use bytes::{Bytes, BytesMut};
use model::request::{base_name, named_user};
use model::{FileId, Time};
use serde_json::json;
use store::blob;
use store::file::{Content, NewFile};

/// Up to this size a file's bytes go into its row: one durable write instead of several.
const INLINE_MAX: usize = 16 * 1024;

/// The bytes of an upload on their way in. Memory stays flat; dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Incoming {
    limit: u64,
    cx: Cx,
    state: State,
}

#[derive(Debug)]
enum State {
    Small(BytesMut),
    Large(blob::Writer),
}

/// What was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploaded {
    pub id: FileId,
    /// Its base name.
    pub name: String,
}

/// Bytes that are safe on the disk, or small enough to go into a row.
#[derive(Debug)]
pub struct Received {
    content: Content,
    size: u64,
}

impl Incoming {
    /// Begins a file of at most `limit` bytes.
    #[must_use]
    pub fn new(cx: &Cx, limit: u64) -> Self {
        Self { limit, cx: cx.clone(), state: State::Small(BytesMut::new()) }
    }

    /// Adds bytes.
    ///
    /// # Errors
    /// Too large, or of the disk. The file is lost then.
    pub async fn write(&mut self, chunk: Bytes) -> Result<()> {
        match &mut self.state {
            State::Small(bytes) if bytes.len() + chunk.len() <= INLINE_MAX => {
                bytes.extend_from_slice(&chunk);
                self.check(self.small_len())
            }
            State::Small(bytes) => {
                let start = std::mem::take(bytes).freeze();
                let mut writer = self.cx.blobs.writer(self.limit);
                for piece in [start, chunk] {
                    writer.write(piece).await.map_err(|e| too_large(e, self.limit))?;
                }
                self.state = State::Large(writer);
                Ok(())
            }
            State::Large(writer) => writer.write(chunk).await.map_err(|e| too_large(e, self.limit)),
        }
    }

    fn small_len(&self) -> u64 {
        match &self.state {
            State::Small(bytes) => bytes.len() as u64,
            State::Large(_) => 0,
        }
    }

    fn check(&self, size: u64) -> Result<()> {
        if size > self.limit {
            Err(too_large(store::Error::TooLarge { limit: self.limit }, self.limit))
        } else {
            Ok(())
        }
    }

    /// Waits until the bytes are safe.
    ///
    /// # Errors
    /// Of the disk.
    pub async fn finish(self) -> Result<Received> {
        match self.state {
            State::Small(bytes) => Ok(Received { size: bytes.len() as u64, content: Content::Inline(bytes.to_vec()) }),
            State::Large(writer) => {
                let stored = writer.finish().await.map_err(|e| too_large(e, self.limit))?;
                Ok(Received { size: stored.size, content: Content::Blob(stored.id) })
            }
        }
    }
}

fn too_large(error: store::Error, limit: u64) -> Error {
    match error {
        store::Error::TooLarge { .. } => {
            Error::new(Kind::TooLarge, format!("the file is larger than the {limit} bytes allowed"))
        }
        other => other.into(),
    }
}

/// Registers a file whose bytes have been received.
///
/// # Errors
/// A file name or named user that cannot be; of the store.
pub async fn register(
    cx: &Cx,
    caller: Caller<Export>,
    received: Received,
    file_name: &str,
    on_behalf: Option<&str>,
) -> Result<Uploaded> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    let name = base_name(file_name).to_owned();
    if name.is_empty() {
        return Err(Error::invalid("the file part has no file name"));
    }
    let Received { content, size } = received;
    let named_user = named_user(on_behalf)?;
    let file = NewFile { name, content, size, created_by: actor.name.clone(), named_user };
    cx.db.write(async move |tx| insert(tx, &actor, file, now).await).await
}

async fn insert(tx: &mut store::Tx, actor: &Actor, file: NewFile, now: Time) -> Result<Uploaded> {
    let id = store::file::insert(tx, actor.subaccount, &file, now).await?;
    let detail = json!({ "name": file.name, "size": file.size });
    record::audit(tx, actor, "file.upload", format!("file {id}"), detail, now).await?;
    Ok(Uploaded { id, name: file.name })
}

/// Deletes a file that no request refers to.
///
/// # Errors
/// Not found; unprocessable while a request refers to it.
pub async fn delete(cx: &Cx, caller: Caller<Export>, id: FileId) -> Result<()> {
    let (now, actor) = (cx.now(), Actor::of(&caller)?);
    cx.db
        .write(async move |tx| {
            let found = store::file::find(tx, actor.subaccount, id).await?;
            found.ok_or_else(|| Error::not_found(format!("file {id} does not exist")))?;
            if !store::file::delete_unattached(tx, id).await? {
                return Err(Error::unprocessable(format!(
                    "file {id} belongs to a transport request and stays with it"
                )));
            }
            record::audit(tx, &actor, "file.delete", format!("file {id}"), json!({}), now).await
        })
        .await
}
