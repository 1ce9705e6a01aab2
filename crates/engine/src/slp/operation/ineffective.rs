//! What the original gives a meaning that nothing here has: it concerns apps, of which there are none. Said, so that
//! nobody waits for an effect. The whole list is in `docs/mta.md`.

use super::plan::EXISTING_KEY;
use mta::descriptor::{Descriptor, Module, Resource, Settings};

/// Of modules: how an app is built, started, reached and watched.
const OF_MODULES: [&str; 49] = [
    "app-features",
    "apps-stage-timeout",
    "apps-start-timeout",
    "apps-task-execution-timeout",
    "apps-upload-timeout",
    "buildpack",
    "buildpacks",
    "check-deploy-id",
    "command",
    "config",
    "create-service-broker",
    "dependency-type",
    "disk-quota",
    "docker",
    "enable-parallel-service-bindings",
    "enable-ssh",
    "execute-app",
    "failure-marker",
    "health-check-http-endpoint",
    "health-check-interval",
    "health-check-invocation-timeout",
    "health-check-timeout",
    "health-check-type",
    "keep-existing",
    "keep-existing-routes",
    "lifecycle",
    "memory",
    "no-route",
    "no-start",
    "readiness-health-check-http-endpoint",
    "readiness-health-check-interval",
    "readiness-health-check-invocation-timeout",
    "readiness-health-check-type",
    "register-service-url",
    "restart-on-env-change",
    "route",
    "routes",
    "service-broker-name",
    "service-broker-password",
    "service-broker-space-scoped",
    "service-broker-url",
    "service-broker-user",
    "stack",
    "stop-app",
    "success-marker",
    "tasks",
    "tcp",
    "tcps",
    "apply-namespace",
];
/// Of resources: what only another broker or another instance could mean.
const OF_RESOURCES: [&str; 7] = [
    "apply-namespace",
    "fail-on-service-update",
    "service-broker",
    "service-provider",
    "service-version",
    "log-level",
    "destination",
];
const OF_THE_MTA: [&str; 9] = [
    "apply-namespace",
    "apps-stage-timeout",
    "apps-start-timeout",
    "apps-task-execution-timeout",
    "apps-upload-timeout",
    "bg-dependency-aware-stop-order",
    "deploy_mode",
    "enable-parallel-deployments",
    "keep-existing-routes",
];

/// One sentence for each element that has none.
pub(super) fn warnings(descriptor: &Descriptor) -> Vec<String> {
    let mut warnings = parameters("the MTA", &descriptor.parameters, &OF_THE_MTA);
    warnings.extend(descriptor.modules.iter().flat_map(of_module));
    warnings.extend(descriptor.resources.iter().flat_map(of_resource));
    warnings
}

fn of_module(module: &Module) -> Vec<String> {
    let name = format!("module \"{}\"", module.name);
    let mut warnings = parameters(&name, &module.parameters, &OF_MODULES);
    if !module.properties.values.is_empty() {
        warnings.push(no_effect("the properties", &name));
    }
    if !module.hooks.is_empty() {
        warnings.push(no_effect("the hooks", &name));
    }
    for required in &module.requires {
        let owner = format!("the required dependency \"{}\" of {name}", required.name);
        if required.list.is_some() || required.group.is_some() {
            warnings.push(no_effect("list or group", &owner));
        }
        if !required.properties.values.is_empty() {
            warnings.push(no_effect("the properties", &owner));
        }
    }
    if module.provides.iter().any(|provided| provided.public == Some(true)) {
        warnings
            .push(format!("public: true in provides of {name}: no effect, because other MTAs cannot refer to it here"));
    }
    warnings
}

fn of_resource(resource: &Resource) -> Vec<String> {
    let name = format!("resource \"{}\"", resource.name);
    let mut warnings = parameters(&name, &resource.parameters, &OF_RESOURCES);
    if resource.kind.as_deref() != Some(EXISTING_KEY) && resource.parameters.get("service-key-name").is_some() {
        warnings.push(format!(
            "the parameter service-key-name of {name}: no effect, because it names the key of a resource of type \
             {EXISTING_KEY}; elsewhere a required dependency names it (service-key)"
        ));
    }
    warnings
}

fn parameters(owner: &str, settings: &Settings, known: &[&str]) -> Vec<String> {
    let there = known.iter().filter(|key| settings.get(key).is_some());
    there.map(|key| no_effect(&format!("the parameter {key}"), owner)).collect()
}

fn no_effect(what: &str, owner: &str) -> String {
    format!("{what} of {owner}: no effect, because content is deployed here and no app")
}
