//! Whether an extension may do what it does to the original descriptor.

use super::{DependencyExtension, Extension, ModuleExtension, ResourceExtension};
use crate::Object;
use crate::descriptor::{Descriptor, Module, RequiredDependency, Resource, Settings};
use crate::error::{Error, Result};

pub(super) fn extension(extension: &Extension, original: &Descriptor) -> Result<()> {
    if extension.schema_version.major != original.schema_version.major {
        return Err(Error::SchemaMajor {
            extension: extension.id.clone(),
            found: extension.schema_version.to_string(),
            expected: original.schema_version.to_string(),
        });
    }
    let check = Check { extension: &extension.id };
    check.settings("parameter", "", &original.parameters, &extension.parameters)?;
    for changed in &extension.modules {
        let module = original.module(&changed.name).ok_or_else(|| check.unknown("module", &changed.name))?;
        check.module(module, changed)?;
    }
    for changed in &extension.resources {
        let resource = original.resource(&changed.name).ok_or_else(|| check.unknown("resource", &changed.name))?;
        check.resource(resource, changed)?;
    }
    Ok(())
}

struct Check<'a> {
    extension: &'a str,
}

impl Check<'_> {
    fn unknown(&self, kind: &'static str, name: &str) -> Error {
        Error::UnknownElement { extension: self.extension.to_owned(), kind, name: name.to_owned() }
    }

    fn module(&self, module: &Module, changed: &ModuleExtension) -> Result<()> {
        let path = &module.name;
        self.settings("property", path, &module.properties, &changed.properties)?;
        self.settings("parameter", path, &module.parameters, &changed.parameters)?;
        self.requires(path, &module.requires, &changed.requires)?;
        for changed in &changed.provides {
            let provided = module.provides.iter().find(|provided| provided.name == changed.name);
            let path = format!("{path}#{}", changed.name);
            let provided = provided.ok_or_else(|| self.unknown("provided dependency", &path))?;
            self.settings("property", &path, &provided.properties, &changed.properties)?;
            self.settings("parameter", &path, &provided.parameters, &changed.parameters)?;
        }
        for changed in &changed.hooks {
            let path = format!("{path}#{}", changed.name);
            let hook = module.hooks.iter().find(|hook| hook.name == changed.name);
            let hook = hook.ok_or_else(|| self.unknown("hook", &path))?;
            self.settings("parameter", &path, &hook.parameters, &changed.parameters)?;
            self.requires(&path, &hook.requires, &changed.requires)?;
        }
        Ok(())
    }

    fn resource(&self, resource: &Resource, changed: &ResourceExtension) -> Result<()> {
        self.settings("property", &resource.name, &resource.properties, &changed.properties)?;
        self.settings("parameter", &resource.name, &resource.parameters, &changed.parameters)?;
        self.requires(&resource.name, &resource.requires, &changed.requires)
    }

    fn requires(&self, owner: &str, present: &[RequiredDependency], changed: &[DependencyExtension]) -> Result<()> {
        for changed in changed {
            let path = format!("{owner}#{}", changed.name);
            let required = present.iter().find(|required| required.name == changed.name);
            let required = required.ok_or_else(|| self.unknown("required dependency", &path))?;
            self.settings("property", &path, &required.properties, &changed.properties)?;
            self.settings("parameter", &path, &required.parameters, &changed.parameters)?;
        }
        Ok(())
    }

    /// A key marked `overwritable: false` takes null, its own value again, or anything while it is empty.
    fn settings(&self, kind: &'static str, owner: &str, original: &Settings, changed: &Object) -> Result<()> {
        let guarded = changed.iter().filter(|(key, value)| {
            !value.is_null() && original.metadata.get(*key).is_some_and(|metadata| !metadata.overwritable)
        });
        for (key, value) in guarded {
            let allowed = original.get(key).is_some_and(|present| present == value || is_empty(present));
            if !allowed {
                let path = if owner.is_empty() { key.clone() } else { format!("{owner}#{key}") };
                return Err(Error::NotOverwritable { extension: self.extension.to_owned(), kind, path });
            }
        }
        Ok(())
    }
}

fn is_empty(value: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Null, Object, String};
    match value {
        Null => true,
        String(text) => text.is_empty(),
        Array(items) => items.is_empty(),
        Object(map) => map.is_empty(),
        _ => false,
    }
}
