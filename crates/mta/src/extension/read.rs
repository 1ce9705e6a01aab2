//! From YAML to the model of an extension descriptor.

use super::{DependencyExtension, Extension, HookExtension, ModuleExtension, ResourceExtension};
use crate::descriptor::keys::Keys;
use crate::error::Result;
use crate::yaml;

const DOCUMENT: &str = "the extension descriptor";

pub(super) fn extension(bytes: &[u8]) -> Result<(Extension, Vec<String>)> {
    let value = yaml::read(bytes, DOCUMENT)?;
    let keys = Keys::root(DOCUMENT, &value)?;
    let mut warnings = Vec::new();
    let extension = Extension {
        schema_version: keys.schema_version(&mut warnings)?,
        id: keys.identifier("ID")?,
        extends: keys.identifier("extends")?,
        parameters: keys.map("parameters")?,
        modules: keys.list("modules", module)?,
        resources: keys.list("resources", resource)?,
    };
    Ok((extension, warnings))
}

fn module(keys: &Keys<'_>) -> Result<ModuleExtension> {
    Ok(ModuleExtension {
        name: keys.identifier("name")?,
        properties: keys.map("properties")?,
        parameters: keys.map("parameters")?,
        requires: keys.list("requires", dependency)?,
        provides: keys.list("provides", dependency)?,
        hooks: keys.list("hooks", hook)?,
    })
}

fn dependency(keys: &Keys<'_>) -> Result<DependencyExtension> {
    Ok(DependencyExtension {
        name: keys.identifier("name")?,
        properties: keys.map("properties")?,
        parameters: keys.map("parameters")?,
    })
}

fn hook(keys: &Keys<'_>) -> Result<HookExtension> {
    Ok(HookExtension {
        name: keys.identifier("name")?,
        parameters: keys.map("parameters")?,
        requires: keys.list("requires", dependency)?,
    })
}

fn resource(keys: &Keys<'_>) -> Result<ResourceExtension> {
    Ok(ResourceExtension {
        name: keys.identifier("name")?,
        active: keys.flag("active")?,
        optional: keys.flag("optional")?,
        properties: keys.map("properties")?,
        parameters: keys.map("parameters")?,
        requires: keys.list("requires", dependency)?,
    })
}
