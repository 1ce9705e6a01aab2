//! The first step: parts are joined, archive and extensions are read and checked, the plan is made, and each payload
//! becomes a blob of its own, so that it can be sent without opening the archive again.

use super::plan::{Failure, Payload, Plan, Planned, Stop};
use super::wanted::{self, Chosen};
use crate::cf::{org, space};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::sealed_blob;
use bytes::Bytes;
use model::operation::{Parameters, order_parts};
use model::{DeployFileId, OperationId, SpaceGuid};
use mta::descriptor::INTEGRATION;
use mta::extension::{ChainMode, Extension, apply};
use mta::{Archive, Checked, Descriptor, Limits, Selection, Stamp, Target, write_package};
use std::fs::File;
use std::io::Read;
use store::blob::BlobId;
use store::deploy_file::DeployFile;
use store::operation::Operation;
use tokio::io::AsyncReadExt;
use tokio::runtime::Handle;

/// The largest extension descriptor.
const EXTENSION: u64 = 1 << 20;
/// How much of a file is in memory while it is copied.
const CHUNK: usize = 256 << 10;

/// Makes the plan of an operation, and tells what somebody should know about the archive.
pub(super) async fn prepare(cx: &Cx, row: &Operation) -> Result<(Plan, Vec<String>), Stop> {
    let parameters = Parameters::read(row.parameters.json()?).map_err(|bad| Failure::content(bad.to_string()))?;
    let files = Files::find(cx, row.space, &parameters).await?;
    let archive = files.joined(cx).await?;
    let reading = Reading {
        cx: cx.clone(),
        operation: row.id,
        target: target(cx, row).await?,
        file: cx.blobs.file(&archive)?,
        limit: cx.settings.max_archive,
        extensions: files.read_extensions(cx).await?,
        parameters,
        made_at: Stamp::parse(&cx.now().format("%Y%m%d%H%M%S"))?,
    };
    let runtime = Handle::current();
    let read = tokio::task::spawn_blocking(move || reading.plan(&runtime)).await;
    read.unwrap_or_else(|gone| Err(Error::internal("the reading of an archive panicked").because(gone).into()))
}

/// What placeholders of the descriptor can name.
async fn target(cx: &Cx, row: &Operation) -> Result<Target, Stop> {
    let guid = row.space;
    let found = cx.db.read(async move |tx| {
        let Some(space) = space::find(tx, guid).await? else { return Ok(None) };
        Ok::<_, Error>(org::find(tx, space.org).await?.map(|org| (org, space)))
    });
    let (org, space) = found.await?.ok_or_else(|| Failure::infrastructure("the space was deleted meanwhile"))?;
    let addresses = cx.addresses();
    Ok(Target {
        org: org.name,
        org_guid: org.id.to_string(),
        space: space.name,
        space_guid: space.id.to_string(),
        user: row.actor.clone(),
        domain: addresses.apps_domain(),
        controller_url: addresses.cf(),
        authorization_url: addresses.cf_uaa(),
        deploy_url: addresses.deploy_service(),
        timestamp: cx.now().format("%Y%m%d%H%M%S"),
    })
}

/// What the parameters name.
struct Files {
    archive: Vec<DeployFile>,
    extensions: Vec<DeployFile>,
}

impl Files {
    async fn find(cx: &Cx, space: SpaceGuid, parameters: &Parameters) -> Result<Self, Stop> {
        let mut archive = found(cx, space, [&parameters.archive[..], &parameters.extensions[..]].concat()).await?;
        let extensions = archive.split_off(parameters.archive.len());
        Ok(Self { archive, extensions })
    }

    /// The archive as one blob.
    async fn joined(&self, cx: &Cx) -> Result<BlobId, Stop> {
        let parts = self.archive.iter().map(|row| (row.name.clone(), row)).collect();
        let parts = order_parts(parts).map_err(Failure::content)?;
        let size: u64 = parts.iter().map(|row| row.size).sum();
        let limit = cx.settings.max_archive;
        if size > limit {
            return Err(Failure::content(format!("the archive has {size} bytes and the limit is {limit}")).into());
        }
        if let [only] = parts.as_slice()
            && !only.sealed
        {
            return Ok(only.blob.clone());
        }
        let mut writer = cx.blobs.writer(limit);
        for part in parts {
            if part.sealed {
                writer.write(Bytes::from(unsealed(cx, part).await?)).await?;
                continue;
            }
            let mut reader = cx.blobs.reader(&part.blob).await?.file;
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
            if row.size > EXTENSION {
                let text = format!("the extension descriptor \"{}\" has more than {EXTENSION} bytes", row.name);
                return Err(Failure::content(text).into());
            }
            let bytes = unsealed(cx, row).await?;
            let read = Extension::read(&bytes);
            let said = |error| Failure::content(format!("extension descriptor \"{}\": {error}", row.name));
            all.push(read.map_err(said)?.0);
        }
        Ok(all)
    }
}

/// A small file, whole.
async fn unsealed(cx: &Cx, row: &DeployFile) -> Result<Vec<u8>> {
    if row.sealed {
        return sealed_blob::read(cx, &sealed_blob::deploy_file(row.id), &row.blob).await;
    }
    let mut bytes = Vec::new();
    cx.blobs.reader(&row.blob).await?.file.read_to_end(&mut bytes).await.map_err(store::Error::from)?;
    Ok(bytes)
}

async fn found(cx: &Cx, space: SpaceGuid, ids: Vec<String>) -> Result<Vec<DeployFile>, Stop> {
    let rows = cx.db.read(async move |tx| {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let row = match id.parse::<DeployFileId>() {
                Ok(file) => store::deploy_file::find(tx, space, file).await?,
                Err(_) => None,
            };
            rows.push(row.ok_or(id));
        }
        Ok::<_, Error>(rows)
    });
    let missing = |id| Failure::content(format!("the file with id \"{id}\" is not in this space; upload it again"));
    rows.await?.into_iter().map(|row| Ok(row.map_err(missing)?)).collect()
}

/// Everything that reading needs, on a thread where blocking is allowed.
struct Reading {
    cx: Cx,
    operation: OperationId,
    target: Target,
    file: File,
    limit: u64,
    extensions: Vec<Extension>,
    parameters: Parameters,
    made_at: Stamp,
}

impl Reading {
    fn plan(self, runtime: &Handle) -> Result<(Plan, Vec<String>), Stop> {
        let mut archive = Archive::open(&self.file, Limits::mtar(self.limit))?;
        let checked = mta::check(&mut archive)?;
        let effective = self.effective(&checked, &mut archive)?;
        let chosen =
            Chosen { modules: self.parameters.modules.as_deref(), resources: self.parameters.resources.as_deref() };
        let (wanted, warnings) = wanted::wanted_modules(&effective, chosen)?;
        let mut modules = Vec::with_capacity(wanted.len());
        for module in wanted {
            let mut planned = Planned::new(module.module.name.clone(), module.target, module.services);
            planned.seal(&self.cx, self.operation, &module.values)?;
            if module.module.kind == INTEGRATION {
                planned.payload = self.payload(&checked, &mut archive, &planned.name, runtime)?;
            }
            modules.push(planned);
        }
        let warnings = [checked.warnings, warnings, self.parameters.without_effect()].concat();
        Ok((Plan { mta_id: effective.id, version: effective.version, modules }, warnings))
    }

    /// The descriptor as it counts: with extensions, without placeholders, and with what files of the archive say
    /// about its resources.
    fn effective(&self, checked: &Checked, archive: &mut Archive<&File>) -> Result<Descriptor, Failure> {
        let id = &checked.descriptor.id;
        if let Some(other) = self.parameters.mta_id.as_ref().filter(|wanted| *wanted != id) {
            return Err(Failure::content(format!("the archive has the MTA ID \"{id}\", not \"{other}\"")));
        }
        let merged = apply(&checked.descriptor, &self.extensions, ChainMode::Strict)?;
        let random = &self.cx.random;
        let mut effective = mta::resolve(&merged, &self.target, &mut || random.secret()[..16].to_owned())?;
        mta::configure(&mut effective, &checked.mappings, archive)?;
        Ok(effective)
    }

    fn payload(
        &self,
        checked: &Checked,
        archive: &mut Archive<&File>,
        module: &str,
        runtime: &Handle,
    ) -> Result<Payload, Stop> {
        let package = checked.package(archive, module)?;
        let is_file = checked.module(module).is_some_and(|found| wanted::is_single_file(&found.content));
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
            self.cx.blobs.writer(self.limit)
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
