//! `META-INF/mtad.yaml`: the deployment descriptor of an MTA, schema 2.x and 3.x.
//!
//! Rules: `handlers/v3/Schemas.java` and `model/SupportedVersions.java` of cloudfoundry/multiapps. Unknown keys are
//! ignored; a known key with a wrong type or null is an error.

mod cross;
pub(crate) mod keys;
mod order;
mod read;
mod write;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Object;
use crate::error::{Error, Result};

/// The name of the descriptor in an archive.
pub const DESCRIPTOR: &str = "META-INF/mtad.yaml";
/// The module type of Cloud Integration packages.
pub const INTEGRATION: &str = "com.sap.integration";
/// The module type of content that a service takes over a key of it, such as destinations.
pub const APPLICATION_CONTENT: &str = "com.sap.application.content";
/// Types of modules whose payload is deployed into a service, not into an app (SAP-docs/btp-cloud-platform,
/// "Content Deployment").
pub const CONTENT_TYPES: [&str; 3] = [INTEGRATION, "com.sap.api.management", APPLICATION_CONTENT];

/// A whole descriptor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Descriptor {
    pub schema_version: SchemaVersion,
    pub id: String,
    pub version: String,
    pub modules: Vec<Module>,
    pub resources: Vec<Resource>,
    pub parameters: Settings,
}

/// `_schema-version`, major and minor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaVersion {
    pub major: u32,
    pub minor: u32,
}

impl Default for SchemaVersion {
    /// The first version with content modules.
    fn default() -> Self {
        SchemaVersion { major: 3, minor: 1 }
    }
}

impl std::fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// A map of properties or parameters with what is said about its keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    pub values: Object,
    pub metadata: BTreeMap<String, Metadata>,
}

impl Settings {
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_str)
    }

    /// Sets a value and gives the settings back, to build a descriptor in one expression.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.values.insert(key.to_owned(), value.into());
        self
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.metadata.is_empty()
    }
}

/// `properties-metadata` and `parameters-metadata` of one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    pub optional: bool,
    pub overwritable: bool,
    pub sensitive: bool,
    pub datatype: Option<String>,
}

impl Default for Metadata {
    fn default() -> Self {
        Metadata { optional: false, overwritable: true, sensitive: false, datatype: None }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Module {
    pub name: String,
    pub kind: String,
    pub description: Option<String>,
    /// Build-time only: the manifest decides what the payload is.
    pub path: Option<String>,
    pub properties: Settings,
    pub parameters: Settings,
    pub requires: Vec<RequiredDependency>,
    pub provides: Vec<ProvidedDependency>,
    pub deployed_after: Vec<String>,
    pub hooks: Vec<Hook>,
}

impl Module {
    /// Whether the payload goes into a service instead of an app.
    pub fn is_content(&self) -> bool {
        CONTENT_TYPES.contains(&self.kind.as_str())
    }

    /// Whether a manifest section must name the module: content that does not stand in the descriptor itself.
    pub(crate) fn needs_payload(&self) -> bool {
        self.is_content() && self.parameters.get("content").is_none()
    }

    /// The one required dependency that is marked `content-target: true`: where the content goes.
    pub fn content_target(&self) -> Result<&RequiredDependency> {
        let targets: Vec<_> = self.requires.iter().filter(|required| required.is_content_target()).collect();
        match targets[..] {
            [target] => Ok(target),
            _ => Err(Error::ContentTarget { module: self.name.clone(), found: targets.len() }),
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct RequiredDependency {
    pub name: String,
    pub list: Option<String>,
    pub group: Option<String>,
    pub properties: Settings,
    pub parameters: Settings,
}

impl RequiredDependency {
    fn is_content_target(&self) -> bool {
        match self.parameters.get("content-target") {
            Some(Value::Bool(set)) => *set,
            Some(Value::String(text)) => text == "true",
            _ => false,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProvidedDependency {
    pub name: String,
    pub public: Option<bool>,
    pub properties: Settings,
    pub parameters: Settings,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hook {
    pub name: String,
    pub kind: String,
    pub phases: Vec<String>,
    pub parameters: Settings,
    pub requires: Vec<RequiredDependency>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resource {
    pub name: String,
    pub kind: Option<String>,
    pub description: Option<String>,
    pub active: Option<bool>,
    pub optional: Option<bool>,
    pub properties: Settings,
    pub parameters: Settings,
    pub requires: Vec<RequiredDependency>,
    pub processed_after: Vec<String>,
}

impl Descriptor {
    /// Reads and checks a descriptor. Warnings are for people and do not stop a transport.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<String>)> {
        let (descriptor, warnings) = read::descriptor(bytes)?;
        descriptor.check()?;
        Ok((descriptor, warnings))
    }

    /// Names are unique, dependencies resolve, and nothing waits for itself.
    pub fn check(&self) -> Result<()> {
        cross::check(self)
    }

    /// What must hold before content is deployed, beyond what an upload asks for: schema 3.1, and one target per
    /// content module.
    pub fn check_deployable(&self) -> Result<()> {
        for module in self.modules.iter().filter(|module| module.is_content()) {
            if self.schema_version < SchemaVersion::default() {
                let (module, kind) = (module.name.clone(), module.kind.clone());
                return Err(Error::SchemaTooOld { version: self.schema_version.to_string(), module, kind });
            }
            module.content_target()?;
        }
        Ok(())
    }

    /// The modules in the order in which they are deployed: each behind those it names in `deployed-after`, else as
    /// written.
    pub fn deployment_order(&self) -> Result<Vec<&Module>> {
        let nodes = self.modules.iter().map(|m| (m.name.as_str(), m.deployed_after.as_slice()));
        let order = order::order(nodes).map_err(|names| Error::Circular { kind: "deployment", names })?;
        Ok(order.into_iter().filter_map(|at| self.modules.get(at)).collect())
    }

    pub fn module(&self, name: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.name == name)
    }

    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// The YAML text, quoted so that every reader gets the same types back.
    pub fn write(&self) -> String {
        write::descriptor(self)
    }
}
