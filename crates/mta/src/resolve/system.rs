//! Parameters that nobody writes, because the target knows them (`SystemParameters` of
//! cloudfoundry/multiapps-controller), and those among them that nobody may write.

use serde_json::{Value, json};

use crate::Object;
use crate::descriptor::{Descriptor, Settings};
use crate::error::{Error, Result};

/// Where the MTA is deployed, by whom, and when.
#[derive(Debug, Clone, Default)]
pub struct Target {
    pub org: String,
    pub org_guid: String,
    pub space: String,
    pub space_guid: String,
    pub user: String,
    /// The domain of routes.
    pub domain: String,
    /// Address of the Cloud Foundry API.
    pub controller_url: String,
    pub authorization_url: String,
    pub deploy_url: String,
    /// `yyyymmddHHMMSS`.
    pub timestamp: String,
}

const OF_ROOT: [&str; 11] = [
    "authorization-url",
    "controller-url",
    "default-domain",
    "default-idle-domain",
    "org",
    "org-guid",
    "space",
    "space-guid",
    "user",
    "xs-type",
    "timestamp",
];
const OF_MODULE: [&str; 10] = [
    "default-domain",
    "default-host",
    "protocol",
    "generated-user",
    "generated-password",
    "default-uri",
    "default-url",
    "default-app-name",
    "default-instances",
    "default-live-url",
];
const OF_RESOURCE: [&str; 5] =
    ["default-container-name", "default-xsappname", "generated-user", "generated-password", "default-service-name"];

/// The parameters behind those that are written.
pub(super) struct System {
    pub(super) general: Object,
    pub(super) modules: Vec<Object>,
    pub(super) resources: Vec<Object>,
}

impl System {
    pub(super) fn new(descriptor: &Descriptor, target: &Target, generate: &mut dyn FnMut() -> String) -> Result<Self> {
        not_written(&descriptor.parameters, &OF_ROOT, || "the MTA".to_owned())?;
        for module in &descriptor.modules {
            not_written(&module.parameters, &OF_MODULE, || format!("module `{}`", module.name))?;
        }
        for resource in &descriptor.resources {
            not_written(&resource.parameters, &OF_RESOURCE, || format!("resource `{}`", resource.name))?;
        }
        Ok(System {
            general: general(descriptor, target),
            modules: descriptor.modules.iter().map(|m| of_module(&m.name, target, generate)).collect(),
            resources: descriptor.resources.iter().map(|r| of_resource(&r.name, target, generate)).collect(),
        })
    }
}

fn not_written(settings: &Settings, reserved: &[&str], owner: impl Fn() -> String) -> Result<()> {
    match settings.values.keys().find(|key| reserved.contains(&key.as_str())) {
        Some(key) => Err(Error::ReadOnlyParameter { owner: owner(), name: key.clone() }),
        None => Ok(()),
    }
}

fn general(descriptor: &Descriptor, target: &Target) -> Object {
    let deploy_target = format!("{} {}", target.org, target.space);
    object(&[
        ("deploy-target", &deploy_target),
        ("org", &target.org),
        ("org-guid", &target.org_guid),
        ("space", &target.space),
        ("space-guid", &target.space_guid),
        ("user", &target.user),
        ("default-domain", &target.domain),
        ("controller-url", &target.controller_url),
        ("xs-api-url", &target.controller_url),
        ("xs-type", "CF"),
        ("authorization-url", &target.authorization_url),
        ("xs-auth-url", &target.authorization_url),
        ("deploy-url", &target.deploy_url),
        ("timestamp", &target.timestamp),
        ("mta-id", &descriptor.id),
        ("mta-version", &descriptor.version),
    ])
}

fn of_module(name: &str, target: &Target, generate: &mut dyn FnMut() -> String) -> Object {
    let host = format!("{}-{}-{name}", target.org, target.space).to_lowercase();
    let host: String = host.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let protocol = target.controller_url.split("://").next().unwrap_or("https");
    let mut map = object(&[
        ("default-app-name", name),
        ("default-host", &host),
        ("protocol", protocol),
        ("generated-user", &generate()),
        ("generated-password", &generate()),
    ]);
    // These are marks on purpose: who sets `host` changes the URL.
    for (key, value) in [
        ("app-name", json!("${default-app-name}")),
        ("domain", json!("${default-domain}")),
        ("host", json!("${default-host}")),
        ("default-uri", json!("${host}.${domain}")),
        ("default-url", json!("${protocol}://${default-uri}")),
        ("default-instances", json!(1)),
        ("instances", json!("${default-instances}")),
    ] {
        map.insert(key.to_owned(), value);
    }
    map
}

fn of_resource(name: &str, target: &Target, generate: &mut dyn FnMut() -> String) -> Object {
    let word = |text: String| text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let container: String = word(format!("{}_{}_{name}", target.org, target.space).to_uppercase());
    let mut map = object(&[
        ("default-service-name", name),
        ("default-container-name", &container),
        ("default-xsappname", name),
        ("generated-user", &generate()),
        ("generated-password", &generate()),
    ]);
    map.insert("service-name".to_owned(), json!("${default-service-name}"));
    map
}

/// Names of people and places are texts, whatever they look like.
fn object(pairs: &[(&str, &str)]) -> Object {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), super::text::escape(&Value::from(*value)))).collect()
}
