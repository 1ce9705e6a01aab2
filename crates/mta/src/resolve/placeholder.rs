//! `${name}`: parameters. The nearest one counts: of the element itself, then of what it belongs to, then of the MTA,
//! then what the target knows.

use serde_json::Value;

use super::owner::{Owner, each};
use super::state::{Names, State};
use super::system::System;
use super::text::Sign;
use crate::Object;
use crate::descriptor::{Descriptor, Module, RequiredDependency};
use crate::error::Result;

/// Replaces every `${name}`.
pub(super) fn all(source: &Descriptor, system: &System, state: &mut State) -> Result<Descriptor> {
    let mut replaced = source.clone();
    each(&mut replaced, &mut |owner, place, settings| {
        let chain = Chain::of(source, system, owner);
        for (key, value) in &mut settings.values {
            state.begin(place, key);
            *value = state.walk(value, &chain)?;
        }
        Ok(())
    })?;
    Ok(replaced)
}

/// Maps of parameters, nearest first.
struct Chain<'a>(Vec<&'a Object>);

impl<'a> Chain<'a> {
    fn of(source: &'a Descriptor, system: &'a System, owner: Owner) -> Self {
        let mut maps: Vec<&Object> = Vec::new();
        match owner {
            Owner::Root => {}
            Owner::Module(at) | Owner::Hook { module: at, .. } => {
                if let Owner::Hook { module, at } = owner {
                    maps.push(&source.modules[module].hooks[at].parameters.values);
                }
                push_module(&mut maps, source, system, at);
            }
            Owner::Required { module: at, .. }
            | Owner::Provided { module: at, .. }
            | Owner::HookRequired { module: at, .. } => {
                let module = &source.modules[at];
                maps.push(own(module, owner));
                if let Owner::HookRequired { hook, .. } = owner {
                    maps.push(&module.hooks[hook].parameters.values);
                }
                maps.extend(module.requires.iter().map(parameters));
                push_module(&mut maps, source, system, at);
            }
            Owner::Resource(at) => push_resource(&mut maps, source, system, at),
            Owner::ResourceRequired { resource, at } => {
                maps.push(parameters(&source.resources[resource].requires[at]));
                push_resource(&mut maps, source, system, resource);
            }
        }
        maps.extend([&source.parameters.values, &system.general]);
        Chain(maps)
    }

    /// A name may lead into lists and maps: `routes/0/host`. Keys may themselves hold slashes, so longer ones are
    /// tried where a shorter one is not there.
    fn find(&self, name: &str) -> Option<&'a Value> {
        if let Some(value) = self.flat(name) {
            return Some(value);
        }
        let mut parts = name.split('/').filter(|part| !part.is_empty());
        let mut found = self.flat(parts.next()?)?;
        let mut open = String::new();
        for part in parts {
            if !open.is_empty() {
                open.push('/');
            }
            open.push_str(part);
            match found {
                Value::Array(items) => found = items.get(open.parse::<usize>().ok()?)?,
                Value::Object(map) => match map.get(&open).filter(|value| !value.is_null()) {
                    Some(value) => found = value,
                    None => continue,
                },
                _ => return None,
            }
            open.clear();
        }
        open.is_empty().then_some(found)
    }

    fn flat(&self, name: &str) -> Option<&'a Value> {
        self.0.iter().find_map(|map| map.get(name))
    }
}

fn own(module: &Module, owner: Owner) -> &Object {
    match owner {
        Owner::Provided { at, .. } => &module.provides[at].parameters.values,
        Owner::HookRequired { hook, at, .. } => parameters(&module.hooks[hook].requires[at]),
        Owner::Required { at, .. } => parameters(&module.requires[at]),
        _ => &module.parameters.values,
    }
}

fn parameters(required: &RequiredDependency) -> &Object {
    &required.parameters.values
}

fn push_module<'a>(maps: &mut Vec<&'a Object>, source: &'a Descriptor, system: &'a System, at: usize) {
    maps.extend([&source.modules[at].parameters.values, &system.modules[at]]);
}

fn push_resource<'a>(maps: &mut Vec<&'a Object>, source: &'a Descriptor, system: &'a System, at: usize) {
    maps.extend([&source.resources[at].parameters.values, &system.resources[at]]);
}

impl Names for Chain<'_> {
    const SIGN: Sign = Sign::Placeholder;

    fn value(&self, name: &str, state: &mut State) -> Result<Result<Value, String>> {
        match self.find(name) {
            Some(value) => state.inside(Sign::Placeholder.marked(name), value, self).map(Ok),
            None if name == "service-guid" => {
                Ok(Err("it is known only once the instance is there, which is not supported".to_owned()))
            }
            None => Ok(Err("no parameter of this name stands there, above it, or is known of the target".to_owned())),
        }
    }

    fn is_lenient(&self) -> bool {
        false
    }
}
