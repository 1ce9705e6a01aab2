//! From YAML to the model, key by key as the schema has them (`handlers/v3/Schemas.java` of cloudfoundry/multiapps).

use super::keys::Keys;
use super::{Descriptor, Hook, Module, ProvidedDependency, RequiredDependency, Resource};
use crate::error::Result;
use crate::naming::coerced;
use crate::yaml;

const DOCUMENT: &str = "the descriptor";

pub(super) fn descriptor(bytes: &[u8]) -> Result<(Descriptor, Vec<String>)> {
    let value = yaml::read(bytes, DOCUMENT)?;
    let keys = Keys::root(DOCUMENT, &value)?;
    let mut warnings = Vec::new();
    let descriptor = Descriptor {
        schema_version: keys.schema_version(&mut warnings)?,
        id: keys.identifier("ID")?,
        version: version(&keys)?,
        modules: keys.list("modules", module)?,
        resources: keys.list("resources", resource)?,
        parameters: keys.settings("parameters")?,
    };
    Ok((descriptor, warnings))
}

fn version(keys: &Keys<'_>) -> Result<String> {
    let version = keys.required_text("version")?;
    match coerced(&version) {
        Some(_) => Ok(version),
        None => Err(keys.bad("version", format!("`{version}` has no number in it; write a version such as 1.0.0"))),
    }
}

fn module(keys: &Keys<'_>) -> Result<Module> {
    Ok(Module {
        name: keys.identifier("name")?,
        kind: keys.required_text("type")?,
        description: keys.text("description")?,
        path: keys.text("path")?,
        properties: keys.settings("properties")?,
        parameters: keys.settings("parameters")?,
        requires: keys.list("requires", required)?,
        provides: keys.list("provides", provided)?,
        deployed_after: keys.texts("deployed-after")?,
        hooks: keys.list("hooks", hook)?,
    })
}

fn required(keys: &Keys<'_>) -> Result<RequiredDependency> {
    Ok(RequiredDependency {
        name: keys.identifier("name")?,
        list: keys.text("list")?,
        group: keys.text("group")?,
        properties: keys.settings("properties")?,
        parameters: keys.settings("parameters")?,
    })
}

fn provided(keys: &Keys<'_>) -> Result<ProvidedDependency> {
    Ok(ProvidedDependency {
        name: keys.identifier("name")?,
        public: keys.flag("public")?,
        properties: keys.settings("properties")?,
        parameters: keys.settings("parameters")?,
    })
}

fn hook(keys: &Keys<'_>) -> Result<Hook> {
    let kind = keys.required_text("type")?;
    if kind != "task" {
        return Err(keys.bad("type", format!("`{kind}` is not a hook type, only `task` is")));
    }
    let phases = keys.texts("phases")?;
    if phases.is_empty() {
        return Err(keys.bad("phases", "a hook needs at least one phase"));
    }
    Ok(Hook {
        name: keys.identifier("name")?,
        kind,
        phases,
        parameters: keys.settings("parameters")?,
        requires: keys.list("requires", required)?,
    })
}

fn resource(keys: &Keys<'_>) -> Result<Resource> {
    Ok(Resource {
        name: keys.identifier("name")?,
        kind: keys.text("type")?,
        description: keys.text("description")?,
        active: keys.flag("active")?,
        optional: keys.flag("optional")?,
        properties: keys.settings("properties")?,
        parameters: keys.settings("parameters")?,
        requires: keys.list("requires", required)?,
        processed_after: keys.texts("processed-after")?,
    })
}
