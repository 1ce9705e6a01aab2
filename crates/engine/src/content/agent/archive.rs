//! Pulling content and assembling the archive: one module per resource, in one MTA.

use super::held::Work;
use super::resources;
use crate::content::delivery::{LARGEST, blocking, keep};
use crate::content::export::stamp;
use crate::content::remote::{Failure, resolve_destination};
use crate::cx::Cx;
use crate::memory::{self, Room};
use crate::platform::destination;
use bytes::Bytes;
use client::Target;
use model::activity::{Archive, ContentKind, ExportedResource};
use model::destination::hint::INTEGRATION;
use mta::assemble::Payload;
use mta::descriptor::{APPLICATION_CONTENT, Descriptor, Module, RequiredDependency, Resource, Settings};
use mta::resolve::escape;
use mta::{PackageModule, Stamp, module_name};
use serde_json::{Value, json};
use std::io::Cursor;
use wire::cpi::{TransportComponent, TransportPackage};

/// The service that destinations are deployed into.
const DESTINATION_SERVICE: &str = "destination_service";

/// A package that was pulled.
struct Pulled {
    module: PackageModule,
    name: String,
    zip: Bytes,
    /// For the zip, and for the same bytes in the archive.
    _room: Room,
}

/// Pulls what was asked for, assembles it, and keeps the archive.
pub(super) async fn assemble(cx: &Cx, work: &mut Work) -> Result<(), Failure> {
    let (packages, destinations): (Vec<ExportedResource>, Vec<ExportedResource>) =
        work.row.detail.wish.resources.iter().cloned().partition(|wanted| wanted.kind == ContentKind::Package);
    let pulled = pull_all(cx, work, &packages).await?;
    let configured = read_all(cx, work, &destinations).await?;
    if work.row.detail.wish.description.trim().is_empty() {
        let names: Vec<&str> =
            pulled.iter().map(|p| p.name.as_str()).chain(configured.iter().map(|(n, _)| n.as_str())).collect();
        work.row.detail.wish.description = names.join(" ");
    }
    let made_at = stamp(cx.now())?;
    let descriptor = descriptor(&pulled, &configured, &work.row.detail.wish.description, made_at);
    let descriptor = descriptor.map_err(|error| Failure::Final(error.to_string()))?;
    let first = work.row.detail.wish.resources.first().map_or("content", |wanted| wanted.id.as_str());
    let name = format!("{}.mtar", module_name(first));
    let version = descriptor.version.clone();
    let bytes = write(descriptor, &pulled, made_at).await?;
    let size = bytes.len() as u64;
    let digest = keep(cx, bytes.into()).await?;
    work.info(format!("the archive {name}, version {version}, was assembled: {size} bytes"));
    work.row.detail.archive = Some(Archive { digest, size, name });
    Ok(())
}

async fn pull_all(cx: &Cx, work: &mut Work, wanted: &[ExportedResource]) -> Result<Vec<Pulled>, Failure> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let present = resources::packages(cx, work.row.subaccount).await?;
    let (_, target) = resolve_destination(cx, work.row.subaccount, INTEGRATION).await?;
    let mut pulled = Vec::new();
    // They are in memory while the archive is made, and nobody takes a larger one.
    let mut left = cx.settings.max_archive;
    for wanted in wanted {
        let found = present
            .iter()
            .find(|package| is(package, wanted))
            .ok_or_else(|| Failure::Final(format!("the tenant has no package '{}' with this resourceID", wanted.id)))?;
        let artifacts = chosen(found, wanted)?;
        let zip = pull(cx, &target, &found.id, &artifacts).await?;
        left = left.checked_sub(zip.len() as u64).ok_or_else(|| too_much(cx, &found.id))?;
        let room = memory::room(cx, (zip.len() as u64).saturating_mul(2)).await?;
        let what = if artifacts.is_empty() { "whole".to_owned() } else { format!("{} artifacts", artifacts.len()) };
        work.info(format!("package {} version {} was read ({what})", found.id, found.version));
        let mut module = PackageModule::new(&found.id, &found.version);
        module.after.clone_from(&wanted.after);
        pulled.push(Pulled { module, name: found.name.clone(), zip, _room: room });
    }
    Ok(pulled)
}

fn too_much(cx: &Cx, package: &str) -> Failure {
    let limit = cx.settings.max_archive;
    Failure::Final(format!(
        "with package {package} the archive would be larger than the {limit} bytes allowed; export in several parts, or \
         raise limits.max_archive"
    ))
}

fn is(package: &TransportPackage, wanted: &ExportedResource) -> bool {
    let same = |reg_id: &String| reg_id.eq_ignore_ascii_case(&package.resource_id);
    package.id == wanted.id && wanted.reg_id.as_ref().is_none_or(same)
}

/// GUIDs of the chosen artifacts; none means all. Clients name a part by GUID, technical id or display name.
fn chosen(package: &TransportPackage, wanted: &ExportedResource) -> Result<Vec<String>, Failure> {
    let find = |(guid, name): &(String, String)| {
        let by = |fits: &dyn Fn(&TransportComponent) -> bool| package.components.iter().find(|part| fits(part));
        let found = by(&|part| part.id.eq_ignore_ascii_case(guid));
        found.or_else(|| by(&|part| part.technical_id == *name)).or_else(|| by(&|part| part.name == *name))
    };
    let parts = wanted.components.iter().map(|wish| {
        let missing = || Failure::Final(format!("package '{}' has no component '{}' ({})", package.id, wish.1, wish.0));
        find(wish).map(|part| part.id.clone()).ok_or_else(missing)
    });
    parts.collect()
}

async fn pull(cx: &Cx, target: &Target, package: &str, artifacts: &[String]) -> Result<Bytes, Failure> {
    let answer = client::cpi::export(&cx.http, target, package, artifacts).await?;
    Ok(answer.bytes(LARGEST).await?)
}

/// Destinations by name, without their secrets.
async fn read_all(cx: &Cx, work: &mut Work, wanted: &[ExportedResource]) -> Result<Vec<(String, Value)>, Failure> {
    let mut all = Vec::new();
    for wanted in wanted {
        let found = destination::find(cx, work.row.subaccount, &wanted.id).await?;
        let found = found.ok_or_else(|| Failure::Final(format!("there is no destination '{}'", wanted.id)))?;
        work.info(format!("destination {} was read, without its secrets", wanted.id));
        all.push((wanted.id.clone(), Value::Object(found.without_secrets())));
    }
    Ok(all)
}

fn descriptor(
    pulled: &[Pulled],
    configured: &[(String, Value)],
    description: &str,
    made_at: Stamp,
) -> mta::Result<Descriptor> {
    let modules: Vec<PackageModule> = pulled.iter().map(|package| package.module.clone()).collect();
    let mut descriptor = match (modules.is_empty(), configured.first()) {
        (true, Some((name, _))) => Descriptor {
            id: mta::mta_id(name),
            version: mta::mta_version("1.0.0", made_at),
            parameters: Settings::default().with("transport-description", escape(&Value::from(description))),
            ..Descriptor::default()
        },
        _ => Descriptor::of_packages(&modules, description, made_at)?,
    };
    descriptor.modules.extend(configured.iter().map(|(name, properties)| destination_module(name, properties)));
    if !configured.is_empty() {
        descriptor.resources.push(destination_service());
    }
    descriptor.check()?;
    Ok(descriptor)
}

/// Its content stands in the descriptor itself (content-agent-and-mtar reference, 3.5).
fn destination_module(name: &str, properties: &Value) -> Module {
    let content =
        json!({"subaccount": {"existing_destinations_policy": "update", "destinations": [escape(properties)]}});
    let target = RequiredDependency {
        name: DESTINATION_SERVICE.to_owned(),
        parameters: Settings::default().with("content-target", true),
        ..RequiredDependency::default()
    };
    Module {
        name: module_name(&format!("destination-{name}")),
        kind: APPLICATION_CONTENT.to_owned(),
        parameters: Settings::default().with("content", content),
        requires: vec![target],
        ..Module::default()
    }
}

fn destination_service() -> Resource {
    Resource {
        name: DESTINATION_SERVICE.to_owned(),
        kind: Some("org.cloudfoundry.managed-service".to_owned()),
        parameters: Settings::default().with("service", "destination").with("service-plan", "lite"),
        ..Resource::default()
    }
}

async fn write(descriptor: Descriptor, pulled: &[Pulled], made_at: Stamp) -> Result<Vec<u8>, Failure> {
    let zips: Vec<(String, Bytes)> =
        pulled.iter().map(|package| (module_name(&package.module.package_id), package.zip.clone())).collect();
    // What no receiver would take, such as a descriptor of too many destinations, is no better the next time.
    let written = blocking(move || {
        let payloads = zips.iter().map(|(module, zip)| Payload::package(module, &zip[..])).collect();
        Ok(mta::assemble(Cursor::new(Vec::new()), &descriptor, payloads, made_at).map(Cursor::into_inner))
    });
    written.await?.map_err(|error| Failure::Final(format!("the archive cannot be made: {error}")))
}
