//! Parameters of services that stand in files of the archive: the manifest says with `MTA-Resource` for which resource,
//! and with `MTA-Requires` for which required dependency.
//!
//! Rule: `DetermineServiceCreateUpdateServiceActionsStep` of cloudfoundry/multiapps-controller: what the descriptor
//! says wins over the file, maps are merged.

use std::io::{Read, Seek};

use serde_json::Value;

use crate::Object;
use crate::archive::Archive;
use crate::descriptor::{Descriptor, Settings};
use crate::error::{Error, Result};
use crate::json;
use crate::manifest::Mapping;

/// Puts what files say into the descriptor: for a resource into its parameter `config`, for a required dependency into
/// that of its `service-key`.
pub fn configure<R: Read + Seek>(
    descriptor: &mut Descriptor,
    mappings: &[Mapping],
    archive: &mut Archive<R>,
) -> Result<()> {
    for mapping in mappings.iter().filter(|mapping| !mapping.resources.is_empty() || !mapping.requires.is_empty()) {
        let file = read(archive, &mapping.entry)?;
        let settings = settings(descriptor, mapping);
        for (settings, path) in settings {
            let config = path.iter().try_fold(&mut settings.values, |map, key| {
                map.entry(*key).or_insert_with(|| Value::Object(Object::new())).as_object_mut()
            });
            let config = config.ok_or_else(|| wrong(&mapping.entry, "the descriptor has no map in its place"))?;
            fill(config, &file, &mapping.entry)?;
        }
    }
    let mapped = |name: &String| mappings.iter().any(|mapping| mapping.resources.contains(name));
    let lacking = descriptor.resources.iter().filter(|resource| !mapped(&resource.name)).find_map(|resource| {
        let key = ["path", "config-path"].into_iter().find(|key| resource.parameters.get(key).is_some())?;
        Some(Error::FileNotMapped { resource: resource.name.clone(), key })
    });
    lacking.map_or(Ok(()), Err)
}

/// The settings that a file belongs to, and the way to the map in them.
fn settings<'d>(descriptor: &'d mut Descriptor, mapping: &Mapping) -> Vec<(&'d mut Settings, &'static [&'static str])> {
    let mut found: Vec<(&mut Settings, &'static [&'static str])> = Vec::new();
    for resource in descriptor.resources.iter_mut().filter(|resource| mapping.resources.contains(&resource.name)) {
        found.push((&mut resource.parameters, &["config"]));
    }
    for module in &mut descriptor.modules {
        for required in &mut module.requires {
            if mapping.requires.contains(&format!("{}/{}", module.name, required.name)) {
                found.push((&mut required.parameters, &["service-key", "config"]));
            }
        }
    }
    found
}

fn read<R: Read + Seek>(archive: &mut Archive<R>, entry: &str) -> Result<Object> {
    if archive.entry(entry).is_none() {
        return Err(wrong(entry, "it must be one file, not a folder"));
    }
    let limit = archive.limits().document;
    match json::read(&archive.read(entry, limit)?) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(wrong(entry, "it must hold a JSON object")),
        Err(reason) => Err(wrong(entry, &format!("it is not JSON: {reason}"))),
    }
}

fn wrong(entry: &str, reason: &str) -> Error {
    Error::ConfigFile { entry: entry.to_owned(), reason: reason.to_owned() }
}

/// Adds what is not there yet.
fn fill(config: &mut Object, file: &Object, entry: &str) -> Result<()> {
    for (key, value) in file {
        match (config.get_mut(key), value) {
            (None | Some(Value::Null), value) => drop(config.insert(key.clone(), value.clone())),
            (Some(Value::Object(config)), Value::Object(file)) => fill(config, file, entry)?,
            (Some(present), value) if present.is_object() != value.is_object() => {
                return Err(wrong(
                    entry,
                    &format!("`{key}` is a map in one place and none in the descriptor, or reverse"),
                ));
            }
            _ => {}
        }
    }
    Ok(())
}
