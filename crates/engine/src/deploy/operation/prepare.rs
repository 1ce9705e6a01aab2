//! The first step: parts are joined, archive and extensions are read and checked, the plan is made, and each payload
//! becomes a blob of its own, so that it can be sent without opening the archive again.

use super::plan::{self, Failure, Payload, Plan, Planned, Stop};
use crate::cx::Cx;
use crate::error::{Error, Result};
use bytes::Bytes;
use model::operation::{Parameters, order_parts};
use mta::extension::{ChainMode, Extension, apply};
use mta::{Archive, Checked, Descriptor, Limits, Selection, Stamp, write_package};
use std::fs::File;
use std::io::Read;
use store::blob::{BlobId, Blobs};
use store::deploy_file::DeployFileRow;
use store::operation::OperationRow;
use tokio::io::AsyncReadExt;
use tokio::runtime::Handle;
use uuid::Uuid;

/// The largest extension descriptor.
const EXTENSION: usize = 1 << 20;
/// How much of a file is in memory while it is copied.
const CHUNK: usize = 256 << 10;

/// Makes the plan of an operation, and tells what somebody should know about the archive.
pub(super) async fn prepare(cx: &Cx, row: &OperationRow) -> Result<(Plan, Vec<String>), Stop> {
    let given: Vec<(String, String)> = serde_json::from_str(&row.parameters).map_err(Error::from)?;
    let parameters = Parameters::read(given).map_err(|bad| Failure::content(bad.to_string()))?;
    let files = Files::find(cx, row.space, &parameters).await?;
    let archive = files.joined(cx).await?;
    let reading = Reading {
        file: cx.blobs.file(&archive)?,
        limit: cx.settings.max_archive,
        extensions: files.read_extensions(cx).await?,
        parameters,
        blobs: cx.blobs.clone(),
        made_at: Stamp::parse(&cx.now().format("%Y%m%d%H%M%S"))?,
    };
    let runtime = Handle::current();
    let read = tokio::task::spawn_blocking(move || reading.plan(&runtime)).await;
    read.unwrap_or_else(|gone| Err(Error::internal("the reading of an archive panicked").because(gone).into()))
}

/// What the parameters name.
struct Files {
    archive: Vec<DeployFileRow>,
    extensions: Vec<DeployFileRow>,
}

impl Files {
    async fn find(cx: &Cx, space: Uuid, parameters: &Parameters) -> Result<Self, Stop> {
        let mut archive = found(cx, space, [&parameters.archive[..], &parameters.extensions[..]].concat()).await?;
        let extensions = archive.split_off(parameters.archive.len());
        Ok(Self { archive, extensions })
    }

    /// The archive as one blob.
    async fn joined(&self, cx: &Cx) -> Result<BlobId, Stop> {
        let parts = self.archive.iter().map(|row| (row.name.clone(), row)).collect();
        let parts = order_parts(parts).map_err(Failure::content)?;
        let size: u64 = parts.iter().map(|row| u64::try_from(row.size).unwrap_or(0)).sum();
        let limit = cx.settings.max_archive;
        if size > limit {
            return Err(Failure::content(format!("the archive has {size} bytes and the limit is {limit}")).into());
        }
        if let [only] = parts.as_slice() {
            return Ok(blob(&only.blob)?);
        }
        let mut writer = cx.blobs.writer(limit);
        for part in parts {
            let mut reader = cx.blobs.reader(&blob(&part.blob)?).await?.file;
            loop {
                let mut chunk = Vec::with_capacity(CHUNK);
                if reader.read_buf(&mut chunk).await.map_err(store::Error::from)? == 0 {
                    break;
                }
                writer.write(Bytes::from(chunk)).await?;
            }
        }
        Ok(writer.finish().await?.id)
    }

    async fn read_extensions(&self, cx: &Cx) -> Result<Vec<Extension>, Stop> {
        let mut all = Vec::with_capacity(self.extensions.len());
        for row in &self.extensions {
            if usize::try_from(row.size).is_ok_and(|size| size > EXTENSION) {
                let text = format!("the extension descriptor \"{}\" has more than {EXTENSION} bytes", row.name);
                return Err(Failure::content(text).into());
            }
            let mut bytes = Vec::new();
            let mut reader = cx.blobs.reader(&blob(&row.blob)?).await?.file;
            reader.read_to_end(&mut bytes).await.map_err(store::Error::from)?;
            let read = Extension::read(&bytes);
            let said = |error| Failure::content(format!("extension descriptor \"{}\": {error}", row.name));
            all.push(read.map_err(said)?.0);
        }
        Ok(all)
    }
}

async fn found(cx: &Cx, space: Uuid, ids: Vec<String>) -> Result<Vec<DeployFileRow>, Stop> {
    let rows = cx.db.read(async move |tx| {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let row = match Uuid::parse_str(&id) {
                Ok(uuid) => store::deploy_file::find(tx, space, uuid).await?,
                Err(_) => None,
            };
            rows.push(row.ok_or(id));
        }
        Ok::<_, Error>(rows)
    });
    let missing = |id| Failure::content(format!("the file with id \"{id}\" is not in this space; upload it again"));
    rows.await?.into_iter().map(|row| Ok(row.map_err(missing)?)).collect()
}

fn blob(text: &str) -> Result<BlobId> {
    text.parse().map_err(|bad: store::blob::BadBlobId| Error::internal("a file's blob has no proper name").because(bad))
}

/// Everything that reading needs, on a thread where blocking is allowed.
struct Reading {
    file: File,
    limit: u64,
    extensions: Vec<Extension>,
    parameters: Parameters,
    blobs: Blobs,
    made_at: Stamp,
}

impl Reading {
    fn plan(self, runtime: &Handle) -> Result<(Plan, Vec<String>), Stop> {
        let mut archive = Archive::open(&self.file, Limits::mtar(self.limit))?;
        let checked = mta::check(&mut archive)?;
        let effective = self.effective(&checked)?;
        let wishes = plan::wishes(&effective, self.parameters.modules.as_deref())?;
        let mut modules = Vec::with_capacity(wishes.len());
        for wish in wishes {
            let name = wish.module.name.clone();
            let payload = self.payload(&checked, &mut archive, &name, runtime)?;
            let configuration = plan::configuration(wish.module)?;
            modules.push(Planned { name, target: wish.target, payload, configuration });
        }
        Ok((Plan { mta_id: effective.id, version: effective.version, modules }, checked.warnings))
    }

    fn effective(&self, checked: &Checked) -> Result<Descriptor, Failure> {
        let id = &checked.descriptor.id;
        if let Some(other) = self.parameters.mta_id.as_ref().filter(|wanted| *wanted != id) {
            return Err(Failure::content(format!("the archive has the MTA ID \"{id}\", not \"{other}\"")));
        }
        Ok(apply(&checked.descriptor, &self.extensions, ChainMode::Strict)?)
    }

    fn payload(
        &self,
        checked: &Checked,
        archive: &mut Archive<&File>,
        module: &str,
        runtime: &Handle,
    ) -> Result<Payload, Stop> {
        let package = checked.package(archive, module)?;
        let is_file = checked.module(module).is_some_and(|found| plan::is_single_file(&found.content));
        let (blob, size) = if is_file {
            self.copy(&mut checked.open(archive, module)?, runtime)?
        } else {
            let packed = write_package(Vec::new(), &package, &Selection::All, self.made_at)?;
            self.copy(&mut packed.as_slice(), runtime)?
        };
        Ok(Payload { package: package.id, blob, size })
    }

    /// Copies what is read into a blob of its own.
    fn copy(&self, reader: &mut impl Read, runtime: &Handle) -> Result<(String, u64), Stop> {
        let mut writer = {
            let _inside = runtime.enter();
            self.blobs.writer(self.limit)
        };
        let mut buffer = vec![0; CHUNK];
        loop {
            let count = reader.read(&mut buffer).map_err(mta::Error::from)?;
            if count == 0 {
                break;
            }
            runtime.block_on(writer.write(Bytes::copy_from_slice(&buffer[..count])))?;
        }
        let stored = runtime.block_on(writer.finish())?;
        Ok((stored.id.to_string(), stored.size))
    }
}
