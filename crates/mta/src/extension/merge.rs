//! Merges extensions into a descriptor (`PropertiesUtil.mergeExtensionProperties` of cloudfoundry/multiapps).

use serde_json::Value;

use super::{DependencyExtension, Extension, HookExtension, ModuleExtension, ResourceExtension};
use crate::Object;
use crate::descriptor::{Descriptor, Hook, Module, RequiredDependency, Resource};
use crate::error::{Error, Result};

pub(super) fn into_descriptor(descriptor: &mut Descriptor, extension: &Extension) -> Result<()> {
    let merge = Merge { extension: &extension.id };
    merge.map("parameters", &mut descriptor.parameters.values, &extension.parameters)?;
    for changed in &extension.modules {
        if let Some(module) = descriptor.modules.iter_mut().find(|module| module.name == changed.name) {
            merge.module(module, changed)?;
        }
    }
    for changed in &extension.resources {
        if let Some(resource) = descriptor.resources.iter_mut().find(|resource| resource.name == changed.name) {
            merge.resource(resource, changed)?;
        }
    }
    Ok(())
}

struct Merge<'a> {
    extension: &'a str,
}

impl Merge<'_> {
    fn module(&self, module: &mut Module, changed: &ModuleExtension) -> Result<()> {
        let path = format!("modules/{}", module.name);
        self.map(&format!("{path}/properties"), &mut module.properties.values, &changed.properties)?;
        self.map(&format!("{path}/parameters"), &mut module.parameters.values, &changed.parameters)?;
        self.requires(&path, &mut module.requires, &changed.requires)?;
        for changed in &changed.provides {
            let Some(provided) = module.provides.iter_mut().find(|p| p.name == changed.name) else { continue };
            let path = format!("{path}/provides/{}", changed.name);
            self.map(&format!("{path}/properties"), &mut provided.properties.values, &changed.properties)?;
            self.map(&format!("{path}/parameters"), &mut provided.parameters.values, &changed.parameters)?;
        }
        changed.hooks.iter().try_for_each(|changed| {
            let hook = module.hooks.iter_mut().find(|hook| hook.name == changed.name);
            hook.map_or(Ok(()), |hook| self.hook(&path, hook, changed))
        })
    }

    fn hook(&self, owner: &str, hook: &mut Hook, changed: &HookExtension) -> Result<()> {
        let path = format!("{owner}/hooks/{}", hook.name);
        self.map(&format!("{path}/parameters"), &mut hook.parameters.values, &changed.parameters)?;
        self.requires(&path, &mut hook.requires, &changed.requires)
    }

    fn resource(&self, resource: &mut Resource, changed: &ResourceExtension) -> Result<()> {
        let path = format!("resources/{}", resource.name);
        resource.active = changed.active.or(resource.active);
        resource.optional = changed.optional.or(resource.optional);
        self.map(&format!("{path}/properties"), &mut resource.properties.values, &changed.properties)?;
        self.map(&format!("{path}/parameters"), &mut resource.parameters.values, &changed.parameters)?;
        self.requires(&path, &mut resource.requires, &changed.requires)
    }

    fn requires(&self, owner: &str, present: &mut [RequiredDependency], changed: &[DependencyExtension]) -> Result<()> {
        for changed in changed {
            let Some(required) = present.iter_mut().find(|r| r.name == changed.name) else { continue };
            let path = format!("{owner}/requires/{}", changed.name);
            self.map(&format!("{path}/properties"), &mut required.properties.values, &changed.properties)?;
            self.map(&format!("{path}/parameters"), &mut required.parameters.values, &changed.parameters)?;
        }
        Ok(())
    }

    /// Maps merge key by key; null resets; everything else replaces, lists too. The depth is bounded by that of the
    /// YAML reader.
    fn map(&self, path: &str, original: &mut Object, changed: &Object) -> Result<()> {
        for (key, value) in changed {
            let path = format!("{path}/{key}");
            match (original.get_mut(key), value) {
                (Some(Value::Object(original)), Value::Object(changed)) => self.map(&path, original, changed)?,
                (Some(present), value) if conflicts(present, value) => {
                    return Err(Error::Incompatible { extension: self.extension.to_owned(), path });
                }
                (Some(present), value) => *present = value.clone(),
                (None, value) => {
                    original.insert(key.clone(), value.clone());
                }
            }
        }
        Ok(())
    }
}

/// A map never meets a value that is none, except null on either side.
fn conflicts(present: &Value, value: &Value) -> bool {
    !present.is_null() && !value.is_null() && present.is_object() != value.is_object()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn merged(original: Value, changed: Value) -> Result<Value> {
        let (Value::Object(mut original), Value::Object(changed)) = (original, changed) else { panic!("maps only") };
        Merge { extension: "x" }.map("parameters", &mut original, &changed)?;
        Ok(Value::Object(original))
    }

    #[test]
    fn the_merge_table() {
        let cases = [
            (json!({}), json!({"a": 1}), json!({"a": 1})),
            (json!({"a": null}), json!({"a": {"b": 1}}), json!({"a": {"b": 1}})),
            (json!({"a": {"b": 1}}), json!({"a": null}), json!({"a": null})),
            (json!({"a": 1}), json!({"a": "x"}), json!({"a": "x"})),
            (json!({"a": [1, 2, 3]}), json!({"a": [4]}), json!({"a": [4]})),
            (json!({"a": [1, 2, 3]}), json!({"a": 4}), json!({"a": 4})),
            (json!({"a": {"b": 1, "c": 2}}), json!({"a": {"c": 3, "d": 4}}), json!({"a": {"b": 1, "c": 3, "d": 4}})),
        ];
        for (original, changed, expected) in cases {
            assert_eq!(merged(original, changed).unwrap(), expected);
        }
    }

    #[test]
    fn a17_a_map_and_a_scalar_do_not_merge() {
        for (original, changed) in
            [(json!({"a": {"b": {}}}), json!({"a": {"b": 1}})), (json!({"a": {"b": 1}}), json!({"a": {"b": {}}}))]
        {
            let error = merged(original, changed).unwrap_err();
            assert!(matches!(&error, Error::Incompatible { path, .. } if path == "parameters/a/b"), "{error}");
        }
    }
}
