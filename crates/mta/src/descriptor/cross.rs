//! Checks across the elements of a descriptor, as the deploy service makes them before it deploys.

use std::collections::HashSet;

use super::order::order;
use super::{Descriptor, RequiredDependency};
use crate::error::{Error, Result};

const DOCUMENT: &str = "the descriptor";

pub(super) fn check(descriptor: &Descriptor) -> Result<()> {
    unique_names(descriptor)?;
    required_dependencies(descriptor)?;
    targets(descriptor)?;
    descriptor.deployment_order()?;
    resources(descriptor)
}

fn unique_names(descriptor: &Descriptor) -> Result<()> {
    let modules = descriptor.modules.iter().enumerate();
    unique(modules.clone().map(|(at, module)| (format!("modules[{at}]"), module.name.as_str())))?;
    let resources = descriptor.resources.iter().enumerate();
    unique(resources.map(|(at, resource)| (format!("resources[{at}]"), resource.name.as_str())))?;
    // Provided dependencies are found by name from anywhere, so they are unique in the whole descriptor.
    unique(modules.flat_map(|(at, module)| {
        let provides = module.provides.iter().enumerate();
        provides.map(move |(nth, provided)| (format!("modules[{at}].provides[{nth}]"), provided.name.as_str()))
    }))?;
    owners(descriptor).try_for_each(|owner| {
        let names = owner.requires.iter().enumerate();
        unique(names.map(|(nth, required)| (format!("{}.requires[{nth}]", owner.path), required.name.as_str())))
    })
}

fn unique<'a>(names: impl Iterator<Item = (String, &'a str)>) -> Result<()> {
    let mut seen = HashSet::new();
    for (path, name) in names {
        if !seen.insert(name) {
            return Err(Error::DuplicateName { document: DOCUMENT, path, name: name.to_owned() });
        }
    }
    Ok(())
}

/// Something that can require something else.
struct Owner<'a> {
    path: String,
    label: String,
    requires: &'a [RequiredDependency],
}

fn owners(descriptor: &Descriptor) -> impl Iterator<Item = Owner<'_>> {
    let modules = descriptor.modules.iter().enumerate().flat_map(|(at, module)| {
        let path = format!("modules[{at}]");
        let hooks = module.hooks.iter().enumerate().map({
            let path = path.clone();
            move |(nth, hook)| owner(format!("{path}.hooks[{nth}]"), "hook", &hook.name, &hook.requires)
        });
        std::iter::once(owner(path, "module", &module.name, &module.requires)).chain(hooks)
    });
    let resources = descriptor
        .resources
        .iter()
        .enumerate()
        .map(|(at, resource)| owner(format!("resources[{at}]"), "resource", &resource.name, &resource.requires));
    modules.chain(resources)
}

fn owner<'a>(path: String, kind: &str, name: &str, requires: &'a [RequiredDependency]) -> Owner<'a> {
    Owner { path, label: format!("{kind} `{name}`"), requires }
}

fn required_dependencies(descriptor: &Descriptor) -> Result<()> {
    let mut known: HashSet<&str> = descriptor.resources.iter().map(|resource| resource.name.as_str()).collect();
    for module in &descriptor.modules {
        known.insert(&module.name);
        known.extend(module.provides.iter().map(|provided| provided.name.as_str()));
    }
    for owner in owners(descriptor) {
        if let Some(required) = owner.requires.iter().find(|required| !known.contains(required.name.as_str())) {
            return Err(Error::Unresolved { owner: owner.label, name: required.name.clone() });
        }
    }
    Ok(())
}

fn targets(descriptor: &Descriptor) -> Result<()> {
    let modules: HashSet<&str> = descriptor.modules.iter().map(|module| module.name.as_str()).collect();
    for module in &descriptor.modules {
        let owner = || format!("module `{}`", module.name);
        known(&modules, &module.deployed_after)
            .map_err(|target| unknown(owner(), "deployed-after", "module", target))?;
    }
    let resources: HashSet<&str> = descriptor.resources.iter().map(|resource| resource.name.as_str()).collect();
    for resource in &descriptor.resources {
        let owner = || format!("resource `{}`", resource.name);
        known(&resources, &resource.processed_after)
            .map_err(|target| unknown(owner(), "processed-after", "resource", target))?;
    }
    Ok(())
}

fn known(names: &HashSet<&str>, targets: &[String]) -> Result<(), String> {
    targets.iter().find(|target| !names.contains(target.as_str())).map_or(Ok(()), |target| Err(target.clone()))
}

fn unknown(owner: String, key: &'static str, kind: &'static str, target: String) -> Error {
    Error::UnknownTarget { owner, key, kind, target }
}

/// Resources neither wait for themselves nor need themselves.
fn resources(descriptor: &Descriptor) -> Result<()> {
    let circular = |names| Error::Circular { kind: "resource", names };
    let after = descriptor.resources.iter().map(|r| (r.name.as_str(), r.processed_after.as_slice()));
    order(after).map_err(circular)?;
    let required: Vec<Vec<String>> = descriptor
        .resources
        .iter()
        .map(|r| r.requires.iter().map(|required| required.name.clone()).collect())
        .collect();
    let needs = descriptor.resources.iter().zip(&required).map(|(r, names)| (r.name.as_str(), names.as_slice()));
    order(needs).map_err(circular)?;
    Ok(())
}
