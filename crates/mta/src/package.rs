//! Package export zips of Cloud Integration: the model, and what can be asked of it.
//!
//! Layout: as measured on 86 exports that people published. The model keeps the JSON of every resource and the bytes of
//! every content as they
//! came, so that a package that is read and written again is the same one; typed fields stand beside it and win when
//! writing.

mod read;
mod resource;
mod write;

use std::collections::BTreeMap;

use serde_json::Value;

pub use self::write::{Selection, write_package};
use crate::Object;
use crate::bundle::Bundle;
use crate::error::{Error, Result};

/// Attributes (`additionalAttributes`) by key, each with its values.
pub type Attributes = BTreeMap<String, Vec<String>>;

/// An integration package with all its artifacts, in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Technical id (`uniqueId`), for example `EMISSample`.
    pub id: String,
    /// Hidden identity: a GUID of 32 hexadecimal digits, created per tenant and kept by transports.
    pub reg_id: String,
    /// Display name.
    pub name: String,
    /// The attribute `Version` that people see; without it the semantic version.
    pub version: String,
    pub attributes: Attributes,
    /// Everything but the package itself, in the order of the export.
    pub artifacts: Vec<Artifact>,
    pub relations: Vec<Relation>,
    /// The package's own resource as it came.
    pub resource: Object,
}

/// An artifact, a file, a link or the tag values of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Artifact {
    /// Hidden identity; also the name of the content entry.
    pub reg_id: String,
    /// Technical id (`uniqueId`), equal to `Bundle-SymbolicName` for bundles.
    pub unique_id: String,
    /// Display name.
    pub name: String,
    pub version: String,
    pub resource_type: ResourceType,
    pub attributes: Attributes,
    /// The bytes of `<reg_id>_content`, untouched.
    pub content: Option<Vec<u8>>,
    /// The resource as it came.
    pub resource: Object,
}

/// The relation between a package and one of its artifacts.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub source_id: String,
    pub target_id: String,
    /// `Default`, `Licenses` or `MediaLinks`.
    pub name: String,
    /// The relation as it came.
    pub raw: Object,
}

/// What an artifact is (`resourceType` in `resources.cnt`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ResourceType {
    IFlow,
    ValueMapping,
    MessageMapping,
    ScriptCollection,
    RestApiProvider,
    SoapApiProvider,
    ODataService,
    FunctionLibraries,
    ImportedArchives,
    DataType,
    MessageType,
    IntegrationAdapter,
    Url,
    File,
    MediaLink,
    CustomTags,
    /// A type we do not know; kept verbatim.
    Other(String),
}

const TYPES: [(ResourceType, &str); 16] = [
    (ResourceType::IFlow, "IFlow"),
    (ResourceType::ValueMapping, "ValueMapping"),
    (ResourceType::MessageMapping, "MessageMapping"),
    (ResourceType::ScriptCollection, "ScriptCollection"),
    (ResourceType::RestApiProvider, "RESTAPIProvider"),
    (ResourceType::SoapApiProvider, "SOAPAPIProvider"),
    (ResourceType::ODataService, "ODataService"),
    (ResourceType::FunctionLibraries, "FunctionLibraries"),
    (ResourceType::ImportedArchives, "ImportedArchives"),
    (ResourceType::DataType, "DataType"),
    (ResourceType::MessageType, "MessageType"),
    (ResourceType::IntegrationAdapter, "IntegrationAdapter"),
    (ResourceType::Url, "Url"),
    (ResourceType::File, "File"),
    (ResourceType::MediaLink, "MediaLink"),
    (ResourceType::CustomTags, "Configured_Custom_Tags"),
];

impl ResourceType {
    /// The type of this spelling in `resources.cnt`.
    pub fn parse(text: &str) -> Self {
        let known = TYPES.iter().find(|(_, spelling)| *spelling == text);
        known.map_or_else(|| ResourceType::Other(text.to_owned()), |(kind, _)| kind.clone())
    }

    pub fn as_str(&self) -> &str {
        match self {
            ResourceType::Other(text) => text,
            known => TYPES.iter().find(|(kind, _)| kind == known).map_or("", |(_, spelling)| spelling),
        }
    }

    /// Whether the content is a zip with a manifest. Files, links and tags are not.
    pub fn is_bundle(&self) -> bool {
        use ResourceType::{CustomTags, File, MediaLink, Other, Url};
        !matches!(self, Url | File | MediaLink | CustomTags | Other(_))
    }
}

impl std::fmt::Display for ResourceType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Artifact {
    /// The name of the content in the export zip.
    pub fn content_entry(&self) -> String {
        format!("{}_content", self.reg_id)
    }

    /// Opens the content of a bundle-type artifact.
    pub fn bundle(&self) -> Result<Bundle<'_>> {
        let open = || match &self.content {
            Some(bytes) => Bundle::open(bytes),
            None => Err(Error::bundle("it has no content")),
        };
        open().map_err(|error| error.of_artifact(&self.name, &self.content_entry()))
    }

    /// A text of the resource by its JSON key, for example `createdBy` or `versionComment`.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.resource.get(key).and_then(Value::as_str)
    }

    /// The first value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).and_then(|values| values.first()).map(String::as_str)
    }
}

impl Package {
    /// The artifact of this technical or hidden id.
    pub fn artifact(&self, id: &str) -> Option<&Artifact> {
        let by_name = self.artifacts.iter().find(|artifact| artifact.unique_id == id);
        by_name.or_else(|| self.artifacts.iter().find(|artifact| artifact.reg_id == id))
    }

    /// The first value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).and_then(|values| values.first()).map(String::as_str)
    }

    /// Values of custom tags by tag name (resource `Configured_Custom_Tags`); empty without a tag resource.
    pub fn tags(&self) -> Result<Attributes> {
        let Some(holder) = self.artifacts.iter().find(|artifact| artifact.resource_type == ResourceType::CustomTags)
        else {
            return Ok(Attributes::new());
        };
        let content = holder.content.as_deref().unwrap_or(b"{}");
        crate::json::read(content)
            .and_then(|tags| serde_json::from_value(tags).map_err(|error| error.to_string()))
            .map_err(|error| Error::package(format!("the custom tags are not readable: {error}")))
            .map_err(|error| error.of_artifact(&holder.name, &holder.content_entry()))
    }

    /// Sets the values of custom tags. `reg_id` names the tag resource if the package has none yet.
    pub fn set_tags(&mut self, tags: &Attributes, reg_id: &str) {
        const NAME: &str = "Configured_Custom_Tags";
        let content = Some(serde_json::json!(tags).to_string().into_bytes());
        match self.artifacts.iter_mut().find(|artifact| artifact.resource_type == ResourceType::CustomTags) {
            Some(holder) => holder.content = content,
            None => {
                let holder = Artifact::new(reg_id, reg_id, NAME, "1.0.0", ResourceType::CustomTags);
                self.put(Artifact { content, ..holder });
            }
        }
    }

    /// Things that do not stop a transport but that somebody should look at.
    pub fn findings(&self) -> Vec<String> {
        let bundles = self.artifacts.iter().filter(|artifact| artifact.resource_type.is_bundle());
        bundles.filter_map(Artifact::identity_finding).collect()
    }
}

impl Artifact {
    /// The technical id equals the symbolic name in all packages that were measured; one that differs was made by hand.
    fn identity_finding(&self) -> Option<String> {
        let bundle = self.bundle().ok()?;
        let symbolic = bundle.symbolic_name()?;
        (symbolic != self.unique_id).then(|| {
            format!("artifact `{}` has the id `{}`, but its bundle says `{symbolic}`", self.name, self.unique_id)
        })
    }
}
