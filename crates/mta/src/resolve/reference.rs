//! `~{name}`: properties of what is required. In a required dependency the name is a property of that dependency;
//! elsewhere it is `dependency/property`, and the dependency must be required by the element.

use serde_json::Value;

use super::owner::{Owner, each};
use super::state::{Names, State};
use super::text::Sign;
use crate::Object;
use crate::descriptor::{Descriptor, RequiredDependency};
use crate::error::Result;

/// Replaces every `~{name}`.
pub(super) fn all(source: &Descriptor, state: &mut State) -> Result<Descriptor> {
    let mut replaced = source.clone();
    each(&mut replaced, &mut |owner, place, settings| {
        let names = Properties::of(source, owner);
        for (key, value) in &mut settings.values {
            state.begin(place, key);
            *value = state.walk(value, &names)?;
        }
        Ok(())
    })?;
    Ok(replaced)
}

/// What an element can refer to.
struct Properties<'a> {
    source: &'a Descriptor,
    requires: &'a [RequiredDependency],
    /// The dependency whose values these are.
    within: Option<&'a RequiredDependency>,
    lenient: bool,
}

impl<'a> Properties<'a> {
    fn of(source: &'a Descriptor, owner: Owner) -> Self {
        let at = |requires: &'a [RequiredDependency], at: Option<usize>| {
            let within = at.map(|at| &requires[at]);
            // A dependency with a list takes what there is (MTA specification, as the original has it).
            let lenient = within.is_some_and(|within| within.list.is_some());
            Properties { source, requires, within, lenient }
        };
        match owner {
            Owner::Root => at(&[], None),
            Owner::Module(module) | Owner::Provided { module, .. } | Owner::Hook { module, .. } => {
                at(&source.modules[module].requires, None)
            }
            Owner::Required { module, at: nth } => at(&source.modules[module].requires, Some(nth)),
            Owner::HookRequired { module, hook, at: nth } => {
                at(&source.modules[module].hooks[hook].requires, Some(nth))
            }
            Owner::Resource(resource) => {
                let resource = &source.resources[resource];
                Properties { lenient: resource.optional == Some(true), ..at(&resource.requires, None) }
            }
            Owner::ResourceRequired { resource, at: nth } => at(&source.resources[resource].requires, Some(nth)),
        }
    }

    /// The properties of a dependency, and what they in turn can refer to.
    fn provided(&self, name: &str) -> Option<(&'a Object, Properties<'a>)> {
        for (at, module) in self.source.modules.iter().enumerate() {
            if let Some(provided) = module.provides.iter().find(|provided| provided.name == name) {
                return Some((&provided.properties.values, Properties::of(self.source, Owner::Module(at))));
            }
        }
        let at = self.source.resources.iter().position(|resource| resource.name == name)?;
        Some((&self.source.resources[at].properties.values, Properties::of(self.source, Owner::Resource(at))))
    }

    fn has(&self, dependency: &str, key: &str) -> bool {
        self.provided(dependency).is_some_and(|(properties, _)| properties.contains_key(key))
    }

    /// Which dependency and which of its properties a name means.
    fn split<'n>(&self, name: &'n str) -> Result<(&'n str, &'n str), String>
    where
        'a: 'n,
    {
        let qualified = name.split_once('/').filter(|(dependency, key)| !dependency.is_empty() && !key.is_empty());
        let required = |dependency: &str| self.requires.iter().any(|required| required.name == dependency);
        match (self.within, qualified) {
            // A parameter of the module may hold the long form and be named in the dependency.
            (Some(within), Some((dependency, key))) if required(dependency) && !self.has(&within.name, name) => {
                Ok((dependency, key))
            }
            (Some(within), _) => Ok((&within.name, name)),
            (None, Some((dependency, key))) if required(dependency) => Ok((dependency, key)),
            (None, Some((dependency, _))) => {
                Err(format!("`{dependency}` is not among what is required there; add it to `requires`"))
            }
            (None, None) => {
                Err("outside of a required dependency it must be written as ~{dependency/property}".to_owned())
            }
        }
    }
}

impl Names for Properties<'_> {
    const SIGN: Sign = Sign::Reference;

    fn value(&self, name: &str, state: &mut State) -> Result<Result<Value, String>> {
        let (dependency, key) = match self.split(name) {
            Ok(split) => split,
            Err(reason) => return Ok(Err(reason)),
        };
        let found = self.provided(dependency);
        match found.as_ref().and_then(|(properties, names)| Some((properties.get(key)?, names))) {
            Some((value, names)) => state.inside(format!("~{{{dependency}/{key}}}"), value, names).map(Ok),
            None => Ok(Err(format!("`{dependency}` has no property `{key}`"))),
        }
    }

    fn is_lenient(&self) -> bool {
        self.lenient
    }
}
