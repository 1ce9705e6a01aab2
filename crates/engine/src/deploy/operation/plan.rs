//! What an operation is going to do: made once from archive and extensions, stored, and not changed any more.

use crate::error::{Error, Result};
use model::operation::ErrorType;
use mta::check::Content;
use mta::descriptor::{Descriptor, INTEGRATION, Module, RequiredDependency, Resource, Settings};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use store::operation::OperationRow;

/// What a service instance for content is of.
pub(super) const SERVICE: &str = "it-rt";
const PLAN: &str = "api";
/// What an instance must be able to do, when the archive does not say how to make one; the second if values are set.
const ROLE: &str = "WorkspacePackagesTransport";
pub(super) const CONFIGURE_ROLE: &str = "WorkspacePackagesConfigure";

/// The parameter of a module that holds values for its flows.
pub(super) const CONFIGURATION: &str = "configuration-values";

const MANAGED: &str = "org.cloudfoundry.managed-service";
const EXISTING: &str = "org.cloudfoundry.existing-service";
const EXISTING_KEY: &str = "org.cloudfoundry.existing-service-key";

/// The whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Plan {
    pub(super) mta_id: String,
    pub(super) version: String,
    /// In the order in which they are deployed.
    pub(super) modules: Vec<Planned>,
}

/// One module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Planned {
    pub(super) name: String,
    pub(super) target: Target,
    pub(super) payload: Payload,
    /// Values that are to be set after the content is in.
    #[serde(default)]
    pub(super) configuration: Vec<Setting>,
}

/// The value of one externalised parameter of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Setting {
    pub(super) flow: String,
    pub(super) key: String,
    pub(super) value: String,
}

/// The content of a module, as the tenant takes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) package: String,
    pub(super) blob: String,
    pub(super) size: u64,
}

/// Where a module goes: through a key of a service instance of the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Target {
    pub(super) instance: String,
    pub(super) service: String,
    pub(super) plan: String,
    pub(super) parameters: Value,
    /// Whether the instance may be made.
    pub(super) may_make: bool,
    pub(super) key: String,
    pub(super) key_parameters: Value,
    /// Whether the key may be made.
    pub(super) may_make_key: bool,
    pub(super) delete_key: bool,
}

/// Why an operation cannot go on.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) kind: ErrorType,
    pub(super) text: String,
}

impl Failure {
    pub(super) fn content(text: impl Into<String>) -> Self {
        Self { kind: ErrorType::Content, text: text.into() }
    }

    pub(super) fn infrastructure(text: impl Into<String>) -> Self {
        Self { kind: ErrorType::Infrastructure, text: text.into() }
    }
}

impl From<mta::Error> for Failure {
    fn from(error: mta::Error) -> Self {
        Self::content(error.to_string())
    }
}

/// Why a step ends early: the operation cannot go on, or the step itself could not be done and is tried again.
#[derive(Debug)]
pub(super) enum Stop {
    Failed(Failure),
    Broken(Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<mta::Error> for Stop {
    fn from(error: mta::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// The plan of an operation, once it has one.
pub(super) fn of(row: &OperationRow) -> Result<Option<Plan>> {
    Ok(row.plan.as_deref().map(serde_json::from_str).transpose()?)
}

/// A module to be deployed, with where it goes; its content is still in the archive.
#[derive(Debug, PartialEq)]
pub(super) struct Wish<'a> {
    pub(super) module: &'a Module,
    pub(super) target: Target,
}

/// The modules to be deployed, in their order. Everything is looked at before anything is changed.
pub(super) fn wishes<'a>(descriptor: &'a Descriptor, chosen: Option<&[String]>) -> Result<Vec<Wish<'a>>, Failure> {
    descriptor.check_deployable()?;
    if let Some(unknown) = chosen.into_iter().flatten().find(|name| descriptor.module(name).is_none()) {
        return Err(Failure::content(format!("module \"{unknown}\" of modulesForDeployment is not in the archive")));
    }
    let ordered = descriptor.deployment_order()?;
    let wanted = |module: &&Module| chosen.is_none_or(|chosen| chosen.contains(&module.name));
    ordered.into_iter().filter(wanted).map(|module| wish(descriptor, module)).collect()
}

fn wish<'a>(descriptor: &'a Descriptor, module: &'a Module) -> Result<Wish<'a>, Failure> {
    if module.kind != INTEGRATION {
        return Err(Failure::content(format!(
            "module \"{}\" has the type \"{}\", which cannot be deployed here; only {INTEGRATION} can",
            module.name, module.kind
        )));
    }
    let required = module.content_target()?;
    let resource = descriptor.resource(&required.name).ok_or_else(|| {
        Failure::content(format!(
            "the content target \"{}\" of module \"{}\" is not a resource of the archive",
            required.name, module.name
        ))
    })?;
    Ok(Wish { module, target: target(module, required, resource)? })
}

fn target(module: &Module, required: &RequiredDependency, resource: &Resource) -> Result<Target, Failure> {
    let kind = resource.kind.as_deref().unwrap_or(MANAGED);
    if ![MANAGED, EXISTING, EXISTING_KEY].contains(&kind) {
        return Err(Failure::content(format!(
            "resource \"{}\" has the type \"{kind}\", which cannot be a content target here; use {MANAGED}",
            resource.name
        )));
    }
    let default_key = format!("{}-{}-credentials", module.name, resource.name);
    let wanted_key = required.parameters.get("service-key");
    let own_key = wanted_key.and_then(|key| key.get("name")).and_then(Value::as_str).map(str::to_owned);
    let key_parameters = wanted_key.and_then(|key| key.get("config")).cloned();
    let existing_key = resource.parameters.text("service-key-name").map(str::to_owned);
    let key = if kind == EXISTING_KEY { Some(existing_key.unwrap_or_else(|| resource.name.clone())) } else { own_key };
    Ok(Target {
        instance: text(&resource.parameters, "service-name").unwrap_or_else(|| resource.name.clone()),
        service: text(&resource.parameters, "service").unwrap_or_else(|| SERVICE.to_owned()),
        plan: text(&resource.parameters, "service-plan").unwrap_or_else(|| PLAN.to_owned()),
        parameters: config(module, &resource.parameters),
        may_make: kind == MANAGED,
        key: key.unwrap_or(default_key),
        key_parameters: key_parameters.unwrap_or_else(|| Value::Object(Map::new())),
        may_make_key: kind != EXISTING_KEY,
        delete_key: kind != EXISTING_KEY && is_true(required.parameters.get("delete-service-key-after-deployment")),
    })
}

fn text(settings: &Settings, key: &str) -> Option<String> {
    settings.text(key).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// How an instance is made: as the archive says, and able to set the values that the module carries.
fn config(module: &Module, settings: &Settings) -> Value {
    let mut config = match settings.get("config") {
        Some(config @ Value::Object(_)) => config.clone(),
        _ => json!({"roles": [ROLE], "grant-types": ["client_credentials"]}),
    };
    if module.parameters.get(CONFIGURATION).is_some()
        && let Some(roles) = config.get_mut("roles").and_then(Value::as_array_mut)
        && !roles.iter().any(|role| role == CONFIGURE_ROLE)
    {
        roles.push(json!(CONFIGURE_ROLE));
    }
    config
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
pub(super) fn configuration(module: &Module) -> Result<Vec<Setting>, Failure> {
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
mod tests {
    use super::*;

    const HEAD: &str = "_schema-version: '3.1'\nID: a\nversion: '1.0.0'\n";
    const TARGET: &str = "    requires:\n      - name: r\n        parameters: {content-target: true}\n";
    const RESOURCE: &str = "resources:\n  - name: r\n    type: org.cloudfoundry.managed-service\n";

    fn descriptor(text: &str) -> Descriptor {
        Descriptor::read(text.as_bytes()).unwrap().0
    }

    fn refused(text: &str, chosen: Option<&[String]>) -> String {
        let failure = wishes(&descriptor(text), chosen).unwrap_err();
        assert_eq!(failure.kind, ErrorType::Content);
        failure.text
    }

    fn module(name: &str, kind: &str) -> String {
        format!("  - name: {name}\n    type: {kind}\n")
    }

    #[test]
    fn modules_come_in_deployment_order_with_their_target() {
        let text = format!(
            "{HEAD}modules:\n{}    deployed-after: [b]\n{TARGET}{}{TARGET}{RESOURCE}    parameters: {{service-name: pit, config: {{roles: [X]}}}}\n",
            module("a", INTEGRATION),
            module("b", INTEGRATION)
        );
        let descriptor = descriptor(&text);
        let wishes = wishes(&descriptor, None).unwrap();
        assert_eq!(wishes.iter().map(|wish| wish.module.name.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        let target = &wishes[0].target;
        assert_eq!((target.instance.as_str(), target.service.as_str(), target.plan.as_str()), ("pit", "it-rt", "api"));
        assert_eq!((target.key.as_str(), target.may_make), ("b-r-credentials", true));
        assert_eq!(target.parameters, json!({"roles": ["X"]}));
        let only = super::wishes(&descriptor, Some(&["a".to_owned()])).unwrap();
        assert_eq!(only.len(), 1);
        assert!(refused(&text, Some(&["c".to_owned()])).contains("\"c\""));
    }

    #[test]
    fn keys_can_be_named_and_taken_back() {
        let text = format!(
            "{HEAD}modules:\n{}    requires:\n      - name: r\n        parameters:\n          content-target: true\n          delete-service-key-after-deployment: true\n          service-key: {{name: k, config: {{x: 1}}}}\n{RESOURCE}",
            module("a", INTEGRATION)
        );
        let target = wishes(&descriptor(&text), None).unwrap().remove(0).target;
        assert_eq!((target.key.as_str(), target.delete_key, target.may_make_key), ("k", true, true));
        assert_eq!((target.key_parameters, target.instance.as_str()), (json!({"x": 1}), "r"));
        let existing = text.replace(MANAGED, EXISTING_KEY).replace("service-key:", "other:")
            + "    parameters: {service-name: i, service-key-name: theirs}\n";
        let target = wishes(&descriptor(&existing), None).unwrap().remove(0).target;
        assert_eq!((target.instance.as_str(), target.key.as_str()), ("i", "theirs"));
        assert!(!target.may_make && !target.may_make_key && !target.delete_key);
    }

    #[test]
    fn values_for_flows_are_read_as_texts() {
        let with = |values: &str| {
            let text = format!(
                "{HEAD}modules:\n{}    parameters:\n      configuration-values: {values}\n{TARGET}{RESOURCE}",
                module("a", INTEGRATION)
            );
            let descriptor = descriptor(&text);
            let read = configuration(descriptor.module("a").unwrap());
            let roles = wishes(&descriptor, None).unwrap().remove(0).target.parameters["roles"].clone();
            (read, roles)
        };
        let (read, roles) = with("{F: {host: h, size: 50, on: true}, G: {}}");
        let setting = |key: &str, value: &str| Setting { flow: "F".into(), key: key.into(), value: value.into() };
        assert_eq!(read.unwrap(), [setting("host", "h"), setting("size", "50"), setting("on", "true")]);
        assert_eq!(roles, json!([ROLE, CONFIGURE_ROLE]), "an instance that is made must be able to");
        for wrong in ["[a]", "{F: x}", "{F: {host: [secret]}}", "{F: {host: null}}"] {
            let text = with(wrong).0.unwrap_err().text;
            assert!(text.contains("configuration-values") && !text.contains("secret"), "{text}");
        }
        assert_eq!(configuration(&Module::default()).unwrap(), []);
    }

    #[test]
    fn what_cannot_be_deployed_is_named_before_anything_is_done() {
        let app = format!(
            "{HEAD}modules:\n{}{TARGET}{}{RESOURCE}",
            module("a", INTEGRATION),
            module("web", "javascript.nodejs")
        );
        let said = refused(&app, None);
        assert!(said.contains("\"web\"") && said.contains("javascript.nodejs"), "{said}");
        let two = format!(
            "{HEAD}modules:\n{}{TARGET}      - name: s\n        parameters: {{content-target: true}}\n{RESOURCE}  - name: s\n",
            module("a", INTEGRATION)
        );
        assert!(refused(&two, None).contains("exactly one"));
        let none = format!("{HEAD}modules:\n{}", module("a", INTEGRATION));
        assert!(refused(&none, None).contains("exactly one"));
        let old = format!("{HEAD}modules:\n{}{TARGET}{RESOURCE}", module("a", INTEGRATION)).replace("'3.1'", "'2.1'");
        assert!(refused(&old, None).contains("too old"));
        let other = format!("{HEAD}modules:\n{}{TARGET}{RESOURCE}", module("a", INTEGRATION))
            .replace(MANAGED, "org.cloudfoundry.user-provided-service");
        assert!(refused(&other, None).contains("user-provided"));
    }
}
