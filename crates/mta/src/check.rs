//! The check of a whole archive that a transport service runs when content reaches a node, and the way to a module's
//! payload
//! afterwards.
//!
//! Which entry belongs to which module: `MtaArchiveHelper` of cloudfoundry/multiapps-controller, but names match
//! exactly or as
//! directories, where the original matches prefixes.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read, Seek};

use crate::archive::{Archive, EntryReader, Limits};
use crate::descriptor::{DESCRIPTOR, Descriptor, INTEGRATION, Module};
use crate::error::{Error, Result};
use crate::manifest::{MANIFEST, Manifest, Mapping};
use crate::package::Package;

/// What to do about a payload that is no readable package export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PayloadPolicy {
    #[default]
    Reject,
    Warn,
}

/// An archive that was found to be usable.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub descriptor: Descriptor,
    pub warnings: Vec<String>,
    pub mappings: Vec<Mapping>,
    /// The modules in the order of the descriptor.
    pub modules: Vec<CheckedModule>,
}

/// A module and where its content is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedModule {
    pub name: String,
    pub kind: String,
    pub content: Content,
}

/// Where the content of a module is in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Content {
    File(String),
    /// The name ends with `/` and stands for everything below it.
    Directory(String),
    /// The module parameter `content`, as destinations have it.
    Inline,
    None,
}

/// Checks an archive and refuses payloads that are no package exports.
pub fn check<R: Read + Seek>(archive: &mut Archive<R>) -> Result<Checked> {
    check_with(archive, PayloadPolicy::default())
}

/// Checks an archive; inflates every entry once, so that damage anywhere surfaces.
pub fn check_with<R: Read + Seek>(archive: &mut Archive<R>, policy: PayloadPolicy) -> Result<Checked> {
    let limit = archive.limits().document;
    let manifest = Manifest::read(&archive.read(MANIFEST, limit)?)?;
    let (descriptor, warnings) = Descriptor::read(&archive.read(DESCRIPTOR, limit)?)?;
    if descriptor.modules.is_empty() {
        return Err(Error::NoModules);
    }
    let mappings = located(archive, manifest.mappings()?);
    check_sections(archive, &mappings, &descriptor)?;
    let modules = locate_all(&descriptor, &mappings)?;
    archive.verify()?;
    let mut checked = Checked { descriptor, warnings, mappings, modules };
    checked.warn_about_targets();
    checked.warn_about_unmapped(archive);
    checked.look_into_payloads(archive, policy)?;
    Ok(checked)
}

impl Checked {
    /// The module of this name with its content.
    pub fn module(&self, name: &str) -> Option<&CheckedModule> {
        self.modules.iter().find(|module| module.name == name)
    }

    /// Opens the payload of a module whose content is one file.
    pub fn open<'a, R: Read + Seek>(&self, archive: &'a mut Archive<R>, module: &str) -> Result<EntryReader<'a, R>> {
        match self.content(module) {
            Content::File(entry) => archive.open_entry(&entry),
            _ => Err(self.no_content(module)),
        }
    }

    /// Names of the files that make up a module's content: one, or those of a directory.
    pub fn files<R: Read + Seek>(&self, archive: &Archive<R>, module: &str) -> Vec<String> {
        self.content(module).files(archive)
    }

    /// The package export of a module: the payload file, a zip in the payload directory, or the directory as an
    /// unpacked export.
    pub fn package<R: Read + Seek>(&self, archive: &mut Archive<R>, module: &str) -> Result<Package> {
        let content = self.content(module);
        let package = match &content {
            Content::File(entry) => packed(archive, entry),
            Content::Directory(directory) => match zip_in(&content.files(archive)) {
                Some(entry) => packed(archive, entry),
                None => Package::from_archive(archive, directory),
            },
            Content::Inline | Content::None => return Err(self.no_content(module)),
        };
        package.map_err(|error| Error::Payload { module: module.to_owned(), source: Box::new(error) })
    }

    fn content(&self, module: &str) -> Content {
        self.module(module).map_or(Content::None, |module| module.content.clone())
    }

    fn no_content(&self, module: &str) -> Error {
        without_content(module, self.module(module).map_or("", |module| &module.kind))
    }

    /// Refused when content is deployed, only warned about before: an extension may still add it.
    fn warn_about_targets(&mut self) {
        let content = self.descriptor.modules.iter().filter(|module| module.is_content());
        let warnings = content.filter_map(|module| module.content_target().err()).map(|error| error.to_string());
        self.warnings.extend(warnings);
    }

    fn warn_about_unmapped<R: Read + Seek>(&mut self, archive: &Archive<R>) {
        let mapped: HashSet<&str> = self.mappings.iter().map(|mapping| mapping.entry.as_str()).collect();
        let covered = |name: &str| {
            let above = name.match_indices('/').map(|(at, _)| &name[..=at]);
            mapped.contains(name) || above.into_iter().any(|directory| mapped.contains(directory))
        };
        let known = |name: &str| name == MANIFEST || name == DESCRIPTOR || name.ends_with('/');
        let unmapped = archive.entries().iter().filter(|entry| !known(&entry.name) && !covered(&entry.name));
        let names: Vec<&str> = unmapped.map(|entry| entry.name.as_str()).collect();
        if let Some(first) = names.first() {
            self.warnings.push(format!("{} entries are in no manifest section, the first is `{first}`", names.len()));
        }
    }

    /// Several modules may share a payload; it is looked into once.
    fn look_into_payloads<R: Read + Seek>(&mut self, archive: &mut Archive<R>, policy: PayloadPolicy) -> Result<()> {
        let mut seen = HashSet::new();
        let integration =
            self.modules.iter().filter(|module| module.kind == INTEGRATION && module.content.is_payload());
        let fresh = integration.filter(|module| seen.insert(&module.content));
        for module in fresh.cloned().collect::<Vec<_>>() {
            let name = &module.name;
            if module.content.size(archive) > archive.limits().in_memory {
                self.warnings.push(format!("the content of module `{name}` is too large to be looked into"));
                continue;
            }
            match (self.package(archive, name), policy) {
                (Ok(package), _) => self.warnings.extend(package.findings()),
                (Err(error), PayloadPolicy::Reject) => return Err(error),
                (Err(error), PayloadPolicy::Warn) => self.warnings.push(error.to_string()),
            }
        }
        Ok(())
    }
}

impl Content {
    fn is_payload(&self) -> bool {
        matches!(self, Content::File(_) | Content::Directory(_))
    }

    fn files<R: Read + Seek>(&self, archive: &Archive<R>) -> Vec<String> {
        match self {
            Content::File(entry) => vec![entry.clone()],
            Content::Directory(directory) => archive.below(directory).map(|entry| entry.name.clone()).collect(),
            Content::Inline | Content::None => Vec::new(),
        }
    }

    fn size<R: Read + Seek>(&self, archive: &Archive<R>) -> u64 {
        self.files(archive).iter().filter_map(|name| archive.entry(name)).map(|entry| entry.size).sum()
    }
}

/// The one zip of a payload directory, or its only file, unless the directory is an unpacked export.
fn zip_in(files: &[String]) -> Option<&String> {
    let ends = |name: &str, end: &str| name.to_ascii_lowercase().ends_with(end);
    let unpacked = files.iter().any(|name| ends(name, "resources.cnt"));
    let mut zips = files.iter().filter(|name| files.len() == 1 || ends(name, ".zip"));
    match (unpacked, zips.next(), zips.next()) {
        (false, only, None) => only,
        _ => None,
    }
}

fn packed<R: Read + Seek>(archive: &mut Archive<R>, entry: &str) -> Result<Package> {
    let limit = archive.limits().in_memory;
    let bytes = archive.read(entry, limit)?;
    Package::read(Cursor::new(bytes), Limits::package(limit))
}

/// Writers leave out the slash at the end of a folder's name.
fn located<R: Read + Seek>(archive: &Archive<R>, mut mappings: Vec<Mapping>) -> Vec<Mapping> {
    for mapping in &mut mappings {
        let folder = format!("{}/", mapping.entry);
        if !archive.has(&mapping.entry) && archive.has(&folder) {
            mapping.entry = folder;
        }
    }
    mappings
}

/// Every section names an entry that is there, and modules and resources that the descriptor has.
fn check_sections<R: Read + Seek>(archive: &Archive<R>, mappings: &[Mapping], descriptor: &Descriptor) -> Result<()> {
    let modules: HashSet<&str> = descriptor.modules.iter().map(|module| module.name.as_str()).collect();
    let pairs = descriptor
        .modules
        .iter()
        .flat_map(|module| module.requires.iter().map(move |required| format!("{}/{}", module.name, required.name)));
    let required: HashSet<String> = pairs.collect();
    let mut seen = HashSet::new();
    for mapping in mappings {
        let entry = mapping.entry.clone();
        if !archive.has(&entry) {
            return Err(Error::SectionWithoutEntry { entry });
        }
        if !seen.insert(mapping.entry.as_str()) {
            let (first, second) = (entry.clone(), entry.clone());
            return Err(Error::MappedTwice { kind: "entry", name: entry, first, second });
        }
        let known = |kind: &str, name: &str| match kind {
            "module" => modules.contains(name),
            "resource" => descriptor.resource(name).is_some(),
            _ => required.contains(name),
        };
        if let Some((kind, name)) = mapping.names().find(|(kind, name)| !known(kind, name)) {
            return Err(Error::SectionForUnknown { entry, kind, name: name.clone() });
        }
    }
    Ok(())
}

fn locate_all(descriptor: &Descriptor, mappings: &[Mapping]) -> Result<Vec<CheckedModule>> {
    let named = mappings.iter().flat_map(|mapping| mapping.modules.iter().map(move |name| (name.as_str(), mapping)));
    let by_module: HashMap<&str, &Mapping> = named.collect();
    descriptor.modules.iter().map(|module| locate(module, by_module.get(module.name.as_str()).copied())).collect()
}

fn locate(module: &Module, mapping: Option<&Mapping>) -> Result<CheckedModule> {
    let content = match mapping {
        Some(mapping) if mapping.entry.ends_with('/') => Content::Directory(mapping.entry.clone()),
        Some(mapping) => Content::File(mapping.entry.clone()),
        None if module.needs_payload() => return Err(without_content(&module.name, &module.kind)),
        None if module.is_content() => Content::Inline,
        None => Content::None,
    };
    Ok(CheckedModule { name: module.name.clone(), kind: module.kind.clone(), content })
}

fn without_content(module: &str, kind: &str) -> Error {
    Error::ModuleWithoutContent { module: module.to_owned(), kind: kind.to_owned() }
}
