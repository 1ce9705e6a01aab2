//! Builds an MTA archive from a descriptor and payloads, streaming. The bytes of the original are not public; this is a
//! dialect that its published rules allow (SAP-docs/btp-cloud-platform, "Content Deployment").

use std::collections::HashSet;
use std::io::{self, Read, Seek, Write};

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::archive::name;
use crate::descriptor::{DESCRIPTOR, Descriptor, INTEGRATION, Module, RequiredDependency, Resource, Settings};
use crate::error::{Error, Result};
use crate::manifest::{Headers, MANIFEST, Manifest, Section};
use crate::naming::{module_name, mta_id, mta_version, payload_entry};
use crate::resolve::escape;
use crate::stamp::Stamp;

/// The service instance of the target space that the deploy service hands content to.
pub const TARGET_INSTANCE: &str = "process_integration_transport_instance";

/// The content of one module.
pub struct Payload<'a> {
    pub module: String,
    /// The entry to write, usually [`payload_entry`] of the module.
    pub entry: String,
    pub content_type: String,
    pub content: Box<dyn Read + Send + 'a>,
}

impl<'a> Payload<'a> {
    /// A package export zip under the usual entry name.
    pub fn package(module: &str, content: impl Read + Send + 'a) -> Self {
        let content = Box::new(content);
        let content_type = "application/zip".to_owned();
        Payload { module: module.to_owned(), entry: payload_entry(module), content_type, content }
    }
}

/// Writes manifest, descriptor and payloads, in this order. The bytes depend on nothing but the arguments.
pub fn assemble<W: Write + Seek>(
    out: W,
    descriptor: &Descriptor,
    payloads: Vec<Payload<'_>>,
    made_at: Stamp,
) -> Result<W> {
    check(descriptor, &payloads)?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(made_at.zip_time());
    let mut zip = ZipWriter::new(out);
    zip.start_file(MANIFEST, options)?;
    zip.write_all(&manifest(&payloads).write())?;
    zip.start_file(DESCRIPTOR, options)?;
    zip.write_all(descriptor.write().as_bytes())?;
    for mut payload in payloads {
        zip.start_file(payload.entry, options)?;
        io::copy(&mut payload.content, &mut zip)?;
    }
    Ok(zip.finish()?)
}

fn check(descriptor: &Descriptor, payloads: &[Payload<'_>]) -> Result<()> {
    // Reading back what is written finds everything a receiver would refuse.
    Descriptor::read(descriptor.write().as_bytes())?;
    if descriptor.modules.is_empty() {
        return Err(Error::NoModules);
    }
    let wrong = |reason: String| Err(Error::Assemble { reason });
    let (mut modules, mut entries) =
        (HashSet::new(), HashSet::from([MANIFEST.to_lowercase(), DESCRIPTOR.to_lowercase()]));
    for payload in payloads {
        if descriptor.module(&payload.module).is_none() {
            return wrong(format!(
                "there is a payload for module `{}`, which the descriptor does not have",
                payload.module
            ));
        }
        if !modules.insert(payload.module.as_str()) {
            return wrong(format!("module `{}` has more than one payload", payload.module));
        }
        if let Err(reason) = name::check(&payload.entry) {
            return Err(Error::EntryName { entry: payload.entry.clone(), reason });
        }
        if !entries.insert(payload.entry.to_lowercase()) {
            return wrong(format!("the entry `{}` is used more than once", payload.entry));
        }
    }
    let lacking = |module: &&Module| module.needs_payload() && !modules.contains(module.name.as_str());
    match descriptor.modules.iter().find(lacking) {
        Some(module) => wrong(format!("module `{}` has no payload", module.name)),
        None => Ok(()),
    }
}

fn manifest(payloads: &[Payload<'_>]) -> Manifest {
    let mut manifest = Manifest::default();
    manifest.main.set("Manifest-Version", "1.0");
    manifest.main.set("Created-By", "Ropeway");
    let mut section = |entry: &str, headers: &[(&str, &str)]| {
        let mut section = Section { entry: entry.to_owned(), headers: Headers::default() };
        headers.iter().for_each(|(name, value)| section.headers.set(name, *value));
        manifest.sections.push(section);
    };
    section(DESCRIPTOR, &[("Content-Type", "text/plain")]);
    for payload in payloads {
        section(&payload.entry, &[("MTA-Module", &payload.module), ("Content-Type", &payload.content_type)]);
    }
    manifest
}

/// An integration package that becomes a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageModule {
    pub package_id: String,
    pub package_version: String,
    /// Ids of packages, among those delivered together, that must be there first.
    pub after: Vec<String>,
}

impl PackageModule {
    pub fn new(package_id: &str, package_version: &str) -> Self {
        let (package_id, package_version) = (package_id.to_owned(), package_version.to_owned());
        PackageModule { package_id, package_version, after: Vec::new() }
    }

    fn module(&self) -> Module {
        let target = RequiredDependency {
            name: TARGET_INSTANCE.to_owned(),
            parameters: Settings::default().with("content-target", true),
            ..RequiredDependency::default()
        };
        Module {
            name: module_name(&self.package_id),
            kind: INTEGRATION.to_owned(),
            deployed_after: self.after.iter().map(|id| module_name(id)).collect(),
            parameters: Settings::default()
                .with("package-id", meant(&self.package_id))
                .with("package-version", meant(&self.package_version)),
            requires: vec![target],
            ..Module::default()
        }
    }
}

impl Descriptor {
    /// The descriptor of a delivery of packages. The first package names the archive; `description` is shown with the
    /// request.
    pub fn of_packages(packages: &[PackageModule], description: &str, made_at: Stamp) -> Result<Self> {
        let first = packages.first().ok_or(Error::NoModules)?;
        let parameters = match description {
            "" => Settings::default(),
            text => Settings::default().with("transport-description", meant(text)),
        };
        let descriptor = Descriptor {
            id: mta_id(&first.package_id),
            version: mta_version(&first.package_version, made_at),
            modules: packages.iter().map(PackageModule::module).collect(),
            resources: vec![target_instance()],
            parameters,
            ..Descriptor::default()
        };
        descriptor.check()?;
        Ok(descriptor)
    }
}

/// A text that people wrote, which may look like a placeholder.
fn meant(text: &str) -> Value {
    escape(&Value::from(text))
}

fn target_instance() -> Resource {
    // The last one so that an extension of a target may set values of flows.
    let roles =
        ["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit", "WorkspacePackagesConfigure"];
    let config = Settings::default().with("roles", roles.to_vec()).with("grant-types", vec!["client_credentials"]);
    Resource {
        name: TARGET_INSTANCE.to_owned(),
        kind: Some("org.cloudfoundry.managed-service".to_owned()),
        parameters: Settings::default()
            .with("service", "it-rt")
            .with("service-plan", "api")
            .with("config", Value::Object(config.values)),
        ..Resource::default()
    }
}
