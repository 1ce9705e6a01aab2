//! Every map of values of a descriptor, with whose it is and the words for the place where it stands.

use crate::descriptor::{Descriptor, Module, RequiredDependency, Resource, Settings};
use crate::error::Result;

/// Whose values they are; the numbers are positions in the lists of the descriptor.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner {
    Root,
    Module(usize),
    Required { module: usize, at: usize },
    Provided { module: usize, at: usize },
    Hook { module: usize, at: usize },
    HookRequired { module: usize, hook: usize, at: usize },
    Resource(usize),
    ResourceRequired { resource: usize, at: usize },
}

/// Where a map of values stands: the sort of its values, and whose they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    kind: &'static str,
    owner: String,
}

impl Place {
    /// The key of this place, for people.
    pub(super) fn of(&self, key: &str) -> String {
        format!("{} `{key}` of {}", self.kind, self.owner)
    }
}

pub(super) type Visit<'a> = dyn FnMut(Owner, &Place, &mut Settings) -> Result<()> + 'a;

/// Calls `visit` with each map of values.
pub(super) fn each(descriptor: &mut Descriptor, visit: &mut Visit<'_>) -> Result<()> {
    let place = Place { kind: "parameter", owner: "the MTA".to_owned() };
    visit(Owner::Root, &place, &mut descriptor.parameters)?;
    descriptor.modules.iter_mut().enumerate().try_for_each(|(at, module)| of_module(at, module, visit))?;
    descriptor.resources.iter_mut().enumerate().try_for_each(|(at, resource)| of_resource(at, resource, visit))
}

fn of_module(at: usize, module: &mut Module, visit: &mut Visit<'_>) -> Result<()> {
    let label = format!("module `{}`", module.name);
    both(Owner::Module(at), &label, [&mut module.properties, &mut module.parameters], visit)?;
    required(&label, &mut module.requires, &|nth| Owner::Required { module: at, at: nth }, visit)?;
    for (nth, provided) in module.provides.iter_mut().enumerate() {
        let label = format!("provided dependency `{}` of {label}", provided.name);
        let settings = [&mut provided.properties, &mut provided.parameters];
        both(Owner::Provided { module: at, at: nth }, &label, settings, visit)?;
    }
    for (nth, hook) in module.hooks.iter_mut().enumerate() {
        let label = format!("hook `{}` of {label}", hook.name);
        let place = Place { kind: "parameter", owner: label.clone() };
        visit(Owner::Hook { module: at, at: nth }, &place, &mut hook.parameters)?;
        let owner = |of| Owner::HookRequired { module: at, hook: nth, at: of };
        required(&label, &mut hook.requires, &owner, visit)?;
    }
    Ok(())
}

fn of_resource(at: usize, resource: &mut Resource, visit: &mut Visit<'_>) -> Result<()> {
    let label = format!("resource `{}`", resource.name);
    both(Owner::Resource(at), &label, [&mut resource.properties, &mut resource.parameters], visit)?;
    required(&label, &mut resource.requires, &|nth| Owner::ResourceRequired { resource: at, at: nth }, visit)
}

fn required(
    label: &str,
    requires: &mut [RequiredDependency],
    owner: &dyn Fn(usize) -> Owner,
    visit: &mut Visit<'_>,
) -> Result<()> {
    for (nth, required) in requires.iter_mut().enumerate() {
        let label = format!("required dependency `{}` of {label}", required.name);
        both(owner(nth), &label, [&mut required.properties, &mut required.parameters], visit)?;
    }
    Ok(())
}

fn both(owner: Owner, label: &str, settings: [&mut Settings; 2], visit: &mut Visit<'_>) -> Result<()> {
    for (kind, settings) in ["property", "parameter"].into_iter().zip(settings) {
        visit(owner, &Place { kind, owner: label.to_owned() }, settings)?;
    }
    Ok(())
}
