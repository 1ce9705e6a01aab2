//! From the effective descriptor to what is wanted: which modules, through which service instances and keys. Everything
//! is looked at before anything is changed; what cannot be done is refused by its name.

use super::destinations;
use super::ineffective;
use super::plan::{Batch, CONFIGURATION, CONFIGURE_ROLE, EXISTING_KEY, Failure, Service, Setting, Target, Values};
use mta::check::Content;
use mta::descriptor::{APPLICATION_CONTENT, Descriptor, INTEGRATION, Module, RequiredDependency, Resource, Settings};
use serde_json::{Map, Value, json};

/// What an instance must be able to do, when the archive does not say how to make one.
const ROLE: &str = "WorkspacePackagesTransport";

const MANAGED: &str = "org.cloudfoundry.managed-service";
const EXISTING: &str = "org.cloudfoundry.existing-service";
const SERVICES: [&str; 3] = [MANAGED, EXISTING, EXISTING_KEY];

/// What an operation was asked to keep to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Chosen<'a> {
    /// Only these modules.
    pub(super) modules: Option<&'a [String]>,
    /// Only these resources are made or changed.
    pub(super) resources: Option<&'a [String]>,
}

/// A module to be deployed, with where it goes; its content is still in the archive.
#[derive(Debug, PartialEq)]
pub(super) struct WantedModule<'a> {
    pub(super) module: &'a Module,
    pub(super) target: Target,
    pub(super) services: Vec<Service>,
    pub(super) values: Values,
}

/// The modules to be deployed, in their order, and what somebody should know.
pub(super) fn wanted_modules<'a>(
    descriptor: &'a Descriptor,
    chosen: Chosen<'_>,
) -> Result<(Vec<WantedModule<'a>>, Vec<String>), Failure> {
    descriptor.check_deployable()?;
    all_there("modulesForDeployment", chosen.modules, |name| descriptor.module(name).is_some())?;
    all_there("resourcesForDeployment", chosen.resources, |name| descriptor.resource(name).is_some())?;
    let mut reading = Reading { descriptor, chosen, warnings: Vec::new() };
    let mut wanted_modules = Vec::new();
    for module in descriptor.deployment_order()? {
        if chosen.modules.is_none_or(|chosen| chosen.contains(&module.name)) {
            wanted_modules.extend(reading.module(module)?);
        }
    }
    reading.warnings.extend(ineffective::warnings(descriptor));
    let rest = reading.rest()?;
    match wanted_modules.first_mut() {
        Some(first) => first.services.splice(0..0, rest).for_each(drop),
        None => reading.warnings.push("nothing of the archive is to be deployed".to_owned()),
    }
    Ok((wanted_modules, reading.warnings))
}

fn all_there(parameter: &str, names: Option<&[String]>, is_there: impl Fn(&str) -> bool) -> Result<(), Failure> {
    match names.into_iter().flatten().find(|name| !is_there(name)) {
        Some(unknown) => Err(Failure::content(format!("\"{unknown}\" of {parameter} is not in the archive"))),
        None => Ok(()),
    }
}

struct Reading<'a, 'c> {
    descriptor: &'a Descriptor,
    chosen: Chosen<'c>,
    warnings: Vec<String>,
}

impl<'a> Reading<'a, '_> {
    /// `None`: the module is left out, as it or its target says.
    fn module(&mut self, module: &'a Module) -> Result<Option<WantedModule<'a>>, Failure> {
        if is_true(module.parameters.get("skip-deploy")) {
            self.warnings.push(format!("module \"{}\" is left out, as its parameter skip-deploy says", module.name));
            return Ok(None);
        }
        let (service, plan) = service_of(module)?;
        let required = module.content_target()?;
        let resource = self.descriptor.resource(&required.name).ok_or_else(|| {
            Failure::content(format!(
                "the content target \"{}\" of module \"{}\" is not a resource of the archive",
                required.name, module.name
            ))
        })?;
        if resource.active == Some(false) {
            let (module, resource) = (&module.name, &resource.name);
            self.warnings.push(format!(
                "module \"{module}\" is left out: its content target \"{resource}\" is marked active: false"
            ));
            return Ok(None);
        }
        let mut target = self.target(Use { module: Some(&module.name), required: Some(required), resource })?;
        target.service = text(&resource.parameters, "service").unwrap_or_else(|| service.to_owned());
        target.plan = text(&resource.parameters, "service-plan").unwrap_or_else(|| plan.to_owned());
        if target.service != service {
            return Err(Failure::content(format!(
                "the content of module \"{}\", of type {}, goes into service {service}, but its target \"{}\" is of \
                 service {}",
                module.name, module.kind, resource.name, target.service
            )));
        }
        if service == INTEGRATION_SERVICE {
            target.parameters = self.integration_config(resource, target.parameters);
        }
        let values = Values { configuration: configuration(module)?, destinations: inline(module)? };
        Ok(Some(WantedModule { module, target, services: self.required(module, &required.name)?, values }))
    }

    /// Services that a module requires beside its target: their instances and keys are made before.
    fn required(&mut self, module: &Module, target: &str) -> Result<Vec<Service>, Failure> {
        let mut services = Vec::new();
        for required in module.requires.iter().filter(|required| required.name != target) {
            let Some(resource) = self.descriptor.resource(&required.name) else { continue };
            services.extend(self.service(Use { module: Some(&module.name), required: Some(required), resource })?);
        }
        Ok(services)
    }

    /// Resources that no module requires are made, too.
    fn rest(&mut self) -> Result<Vec<Service>, Failure> {
        let required = |name: &String| {
            self.descriptor.modules.iter().any(|module| module.requires.iter().any(|required| required.name == *name))
        };
        let free: Vec<&Resource> = self.descriptor.resources.iter().filter(|r| !required(&r.name)).collect();
        let mut services = Vec::new();
        for resource in free {
            services.extend(self.service(Use { module: None, required: None, resource })?);
        }
        Ok(services)
    }

    /// A resource that is no content target; `None`: it is nothing that is made.
    fn service(&mut self, with: Use<'_>) -> Result<Option<Service>, Failure> {
        let Use { resource, required, .. } = with;
        let Some(kind) = resource.kind.as_deref() else { return Ok(None) };
        if resource.active == Some(false) {
            let text = format!("resource \"{}\" is left out: it is marked active: false", resource.name);
            if !self.warnings.contains(&text) {
                self.warnings.push(text);
            }
            return Ok(None);
        }
        let optional = resource.optional == Some(true);
        if !SERVICES.contains(&kind) {
            if optional {
                self.warnings.push(format!("optional resource \"{}\" is left out: no {kind} here", resource.name));
                return Ok(None);
            }
            return Err(unsupported(resource, kind));
        }
        let target = self.target(with)?;
        if kind == MANAGED && (target.service.is_empty() || target.plan.is_empty()) {
            return Err(Failure::content(format!(
                "resource \"{}\" of type {MANAGED} needs the parameters service and service-plan",
                resource.name
            )));
        }
        Ok(Some(Service { target, with_key: required.is_some(), keys: service_keys(resource)?, optional }))
    }

    fn target(&self, with: Use<'_>) -> Result<Target, Failure> {
        let Use { module, required, resource } = with;
        let kind = resource.kind.as_deref().unwrap_or(MANAGED);
        if !SERVICES.contains(&kind) {
            return Err(unsupported(resource, kind));
        }
        if let Some(tags) = ["service-tags", "syslog-drain-url"].iter().find(|k| resource.parameters.get(k).is_some()) {
            return Err(Failure::content(format!(
                "resource \"{}\" has the parameter {tags}, which managed services do not have here; leave it out",
                resource.name
            )));
        }
        let parameter = |key: &str| required.and_then(|required| required.parameters.get(key));
        let wanted_key = parameter("service-key");
        let own_key = wanted_key.and_then(|key| key.get("name")).and_then(Value::as_str).map(str::to_owned);
        let given = text(&resource.parameters, "service-key-name");
        let key = if kind == EXISTING_KEY { Some(given.unwrap_or_else(|| resource.name.clone())) } else { own_key };
        let config = object(resource, "config")?;
        let listed = self.chosen.resources.is_none_or(|chosen| chosen.contains(&resource.name));
        let skips = resource.parameters.get("skip-service-updates").is_some_and(|s| is_true(s.get("parameters")));
        Ok(Target {
            instance: text(&resource.parameters, "service-name").unwrap_or_else(|| resource.name.clone()),
            service: text(&resource.parameters, "service").unwrap_or_default(),
            plan: text(&resource.parameters, "service-plan").unwrap_or_default(),
            may_make: kind == MANAGED && listed,
            may_update: kind == MANAGED && listed && !skips && config.is_some(),
            parameters: Value::Object(config.unwrap_or_default()),
            key: key.unwrap_or_else(|| format!("{}-{}-credentials", module.unwrap_or_default(), resource.name)),
            key_parameters: wanted_key.and_then(|key| key.get("config")).cloned().unwrap_or_else(|| json!({})),
            may_make_key: kind != EXISTING_KEY,
            delete_key: kind != EXISTING_KEY && is_true(parameter("delete-service-key-after-deployment")),
        })
    }

    /// How an instance is made: as the archive says, and able to set the values that modules carry into it.
    fn integration_config(&self, resource: &Resource, given: Value) -> Value {
        if resource.parameters.get("config").is_none() {
            return json!({"roles": [ROLE, CONFIGURE_ROLE], "grant-types": ["client_credentials"]});
        }
        let carries_values = |module: &Module| {
            module.parameters.get(CONFIGURATION).is_some()
                && module.content_target().is_ok_and(|target| target.name == resource.name)
        };
        let mut config = given;
        if self.descriptor.modules.iter().any(carries_values)
            && let Some(roles) = config.get_mut("roles").and_then(Value::as_array_mut)
            && !roles.iter().any(|role| role == CONFIGURE_ROLE)
        {
            roles.push(json!(CONFIGURE_ROLE));
        }
        config
    }
}

/// A resource, and who requires it.
#[derive(Clone, Copy)]
struct Use<'r> {
    module: Option<&'r str>,
    required: Option<&'r RequiredDependency>,
    resource: &'r Resource,
}

const INTEGRATION_SERVICE: &str = "it-rt";

/// Service and plan that the content of a module goes into.
fn service_of(module: &Module) -> Result<(&'static str, &'static str), Failure> {
    match module.kind.as_str() {
        INTEGRATION => Ok((INTEGRATION_SERVICE, "api")),
        APPLICATION_CONTENT => Ok((destinations::SERVICE, "lite")),
        kind => Err(Failure::content(format!(
            "module \"{}\" has the type \"{kind}\", which cannot be deployed here; only {INTEGRATION} and \
             {APPLICATION_CONTENT} can",
            module.name
        ))),
    }
}

/// The content of a module that stands in the descriptor.
fn inline(module: &Module) -> Result<Vec<Batch>, Failure> {
    if module.kind != APPLICATION_CONTENT {
        return Ok(Vec::new());
    }
    match module.parameters.get("content") {
        Some(content) => destinations::read(&module.name, content),
        None => Err(Failure::content(format!(
            "module \"{}\" of type {APPLICATION_CONTENT} has no parameter content; only destinations can be deployed \
             here, and they stand there",
            module.name
        ))),
    }
}

fn unsupported(resource: &Resource, kind: &str) -> Failure {
    Failure::content(format!(
        "resource \"{}\" has the type \"{kind}\", which cannot be made or used here; use {MANAGED}, or mark the \
         resource active: false or optional: true",
        resource.name
    ))
}

fn service_keys(resource: &Resource) -> Result<Vec<(String, Value)>, Failure> {
    let wrong = || {
        Failure::content(format!(
            "service-keys of resource \"{}\" must be a list of maps with a name and perhaps a config",
            resource.name
        ))
    };
    let Some(keys) = resource.parameters.get("service-keys") else { return Ok(Vec::new()) };
    let key = |key: &Value| {
        let name = key.get("name").and_then(Value::as_str).filter(|name| !name.is_empty());
        let config = key.get("config").cloned().unwrap_or_else(|| json!({}));
        Some((name?.to_owned(), config.is_object().then_some(config)?))
    };
    keys.as_array().ok_or_else(wrong)?.iter().map(|value| key(value).ok_or_else(wrong)).collect()
}

fn object(resource: &Resource, key: &str) -> Result<Option<Map<String, Value>>, Failure> {
    match resource.parameters.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(map)) => Ok(Some(map.clone())),
        Some(_) => {
            Err(Failure::content(format!("the parameter {key} of resource \"{}\" must be a map", resource.name)))
        }
    }
}

fn text(settings: &Settings, key: &str) -> Option<String> {
    settings.text(key).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn is_true(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(set)) => *set,
        Some(Value::String(text)) => text == "true",
        _ => false,
    }
}

/// What a module wants to be set after its content is in: per flow the values of externalised parameters. Numbers and
/// truth values are written as texts, which is all that a tenant knows.
fn configuration(module: &Module) -> Result<Vec<Setting>, Failure> {
    let Some(flows) = module.parameters.get(CONFIGURATION) else { return Ok(Vec::new()) };
    let flows = flows.as_object().ok_or_else(|| no_configuration(module, "a map of flows"))?;
    let mut settings = Vec::new();
    for (flow, values) in flows {
        let values = values.as_object();
        for (key, value) in values.ok_or_else(|| no_configuration(module, "keys and values for each flow"))? {
            let value = match value {
                Value::String(text) => text.clone(),
                Value::Number(_) | Value::Bool(_) => value.to_string(),
                _ => return Err(no_configuration(module, "texts, numbers or truth values")),
            };
            settings.push(Setting { flow: flow.clone(), key: key.clone(), value });
        }
    }
    Ok(settings)
}

/// Values can be secrets, so none is repeated.
fn no_configuration(module: &Module, wanted: &str) -> Failure {
    Failure::content(format!("{CONFIGURATION} of module \"{}\" must hold {wanted}", module.name))
}

/// Whether the content of a module is one file of the archive; else it is put together from a directory.
pub(super) fn is_single_file(content: &Content) -> bool {
    matches!(content, Content::File(_))
}

#[cfg(test)]
mod tests;
