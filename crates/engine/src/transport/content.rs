//! The bytes of an uploaded file: small ones are in its row, larger ones in the folder of blobs.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::sealed_blob;
use client::call::Source;
use futures_util::{FutureExt, StreamExt, stream};
use model::BlobId;
use model::request::MtaIdentity;
use std::io::{Cursor, Read, Seek};
use std::sync::Arc;
use store::file::{Content, File};
use tokio_util::io::ReaderStream;

/// How much of a file is in memory while it is sent.
const CHUNK: usize = 64 * 1024;

/// Bytes that can be read and sought in, wherever they are.
pub(super) trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

/// Opens a file for blocking code.
pub(super) fn open(cx: &Cx, file: &File) -> Result<Box<dyn Bytes>> {
    Ok(match &file.content {
        Content::Inline(bytes) => Box::new(Cursor::new(bytes.clone())),
        Content::Blob(blob) => Box::new(cx.blobs.file(blob)?),
    })
}

/// Checks an MTA archive as a whole and tells what it says about itself. Never call it inside a transaction.
pub(super) async fn check_mta(cx: &Cx, file: File) -> Result<MtaIdentity> {
    let cx = cx.clone();
    let checked = tokio::task::spawn_blocking(move || check_mta_blocking(&cx, &file)).await;
    checked.unwrap_or_else(|gone| Err(Error::internal("the check of an archive panicked").because(gone)))
}

fn check_mta_blocking(cx: &Cx, file: &File) -> Result<MtaIdentity> {
    let limits = mta::Limits::mtar(cx.settings.max_archive);
    let refuse = |why: mta::Error| Error::unprocessable(format!("'{}' is not a usable MTA archive: {why}", file.name));
    let mut archive = mta::Archive::open(open(cx, file)?, limits).map_err(refuse)?;
    let checked = mta::check(&mut archive).map_err(refuse)?;
    if checked.descriptor.modules.is_empty() {
        let name = &file.name;
        return Err(Error::unprocessable(format!("'{name}' has no modules; such MTA archives are not supported")));
    }
    Ok(MtaIdentity { id: checked.descriptor.id, version: checked.descriptor.version })
}

/// The bytes as something that can be sent, more than once if need be.
pub(super) fn source(cx: &Cx, content: Content) -> Source {
    let blobs = cx.blobs.clone();
    Arc::new(move || {
        let (blobs, content) = (blobs.clone(), content.clone());
        async move {
            Ok(match content {
                Content::Inline(bytes) => stream::once(async move { Ok(bytes.into()) }).boxed(),
                Content::Blob(blob) => {
                    let reader = blobs.reader(&blob).await.map_err(std::io::Error::other)?;
                    ReaderStream::with_capacity(reader.file, CHUNK).boxed()
                }
            })
        }
        .boxed()
    })
}

/// An extension descriptor as something that can be sent, and its length. A plan of an older release names one that is
/// not sealed.
pub(super) async fn descriptor_source(cx: &Cx, blob: &BlobId) -> Result<(u64, Source)> {
    let plain = sealed_blob::read_either(cx, sealed_blob::DESCRIPTOR, blob).await?;
    Ok((plain.len() as u64, source(cx, Content::Inline(plain))))
}
