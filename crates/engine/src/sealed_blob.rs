//! Small files that may hold secrets: their blobs are sealed, so that neither the folder nor a copy of it shows them.
//!
//! Extension descriptors carry passwords and keys of one landscape. Those of transport nodes are always sealed; of what
//! the deploy service is given, everything that is small and no zip, since only the start of an operation says which of
//! the files is a descriptor. What an older release stored in the open is sealed by [`seal_existing`].

use crate::cx::Cx;
use crate::error::{Error, Result};
use bytes::Bytes;
use model::{DeployFileId, ExtDescriptorId};
use store::blob::BlobId;
use store::sealed::MARK;
use tokio::io::AsyncReadExt;
use uuid::Uuid;

/// The largest file that is sealed: no extension descriptor is larger.
pub(crate) const LARGEST: u64 = 1 << 20;
/// The place of a descriptor of a transport node: the blob's name, which is in its row, says which one it is.
pub(crate) const DESCRIPTOR: &str = "ext_descriptor";
/// What every zip begins with.
const ZIP: &[u8] = b"PK";
/// How many rows are read at a time.
const PAGE: i64 = 200;

/// The place of a file of the deploy service.
pub(crate) fn deploy_file(id: DeployFileId) -> String {
    format!("deploy_file {id}")
}

/// Whether a file that begins so is none to be sealed.
pub(crate) fn is_archive(begin: &[u8]) -> bool {
    begin.starts_with(ZIP)
}

/// Writes a sealed blob.
pub(crate) async fn write(cx: &Cx, context: &str, plain: &[u8]) -> Result<BlobId> {
    let sealed = cx.vault.seal(&cx.random, context, plain)?;
    let mut writer = cx.blobs.writer(sealed.len() as u64);
    writer.write(Bytes::from(sealed)).await?;
    Ok(writer.finish().await?.id)
}

/// What a sealed blob holds.
pub(crate) async fn read(cx: &Cx, context: &str, blob: &BlobId) -> Result<Vec<u8>> {
    let stored = String::from_utf8(stored(cx, blob).await?);
    let text = stored.map_err(|e| Error::internal(format!("the sealed file of {context} is damaged")).because(e))?;
    cx.vault.open(context, &text)
}

/// As [`read`]; what an older release stored in the open is read as it is.
pub(crate) async fn read_either(cx: &Cx, context: &str, blob: &BlobId) -> Result<Vec<u8>> {
    let stored = stored(cx, blob).await?;
    match std::str::from_utf8(&stored) {
        Ok(text) if text.starts_with(MARK) => cx.vault.open(context, text),
        _ => Ok(stored),
    }
}

async fn stored(cx: &Cx, blob: &BlobId) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut reader = cx.blobs.reader(blob).await?.file;
    reader.read_to_end(&mut bytes).await.map_err(store::Error::from)?;
    Ok(bytes)
}

/// Seals what an older release stored in the open, and tells how many files that were. Their old blobs are collected as
/// soon as no import that was planned before needs them.
pub async fn seal_existing(cx: &Cx) -> Result<u64> {
    Ok(seal_descriptors(cx).await? + seal_deploy_files(cx).await?)
}

async fn seal_descriptors(cx: &Cx) -> Result<u64> {
    let (mut count, mut after) = (0, ExtDescriptorId(0));
    loop {
        let page = cx.db.read(async move |tx| store::ext_descriptor::unsealed(tx, after, PAGE).await);
        let page = page.await?;
        let Some((last, _)) = page.last() else { return Ok(count) };
        after = *last;
        for (id, old) in page {
            let Some(blob) = sealed(cx, DESCRIPTOR, &old, |_| true).await? else { continue };
            let done = cx.db.write(async move |tx| store::ext_descriptor::set_sealed(tx, id, &old, &blob).await);
            count += u64::from(done.await?);
        }
    }
}

async fn seal_deploy_files(cx: &Cx) -> Result<u64> {
    let (mut count, mut after) = (0, DeployFileId(Uuid::nil()));
    loop {
        let page = cx.db.read(async move |tx| store::deploy_file::unsealed(tx, after, LARGEST, PAGE).await);
        let page = page.await?;
        let Some((last, _)) = page.last() else { return Ok(count) };
        after = *last;
        for (id, old) in page {
            let Some(blob) = sealed(cx, &deploy_file(id), &old, |bytes| !is_archive(bytes)).await? else { continue };
            let done = cx.db.write(async move |tx| store::deploy_file::set_sealed(tx, id, &old, &blob).await);
            count += u64::from(done.await?);
        }
    }
}

/// The name of a new blob with the same content; nothing where there is nothing to be sealed.
async fn sealed(cx: &Cx, context: &str, blob: &BlobId, is_wanted: fn(&[u8]) -> bool) -> Result<Option<BlobId>> {
    let plain = match stored(cx, blob).await {
        Ok(plain) => plain,
        Err(gone) => {
            tracing::warn!(%blob, reason = gone.chain(), "a file cannot be sealed because it cannot be read");
            return Ok(None);
        }
    };
    if !is_wanted(&plain) {
        return Ok(None);
    }
    Ok(Some(write(cx, context, &plain).await?))
}
