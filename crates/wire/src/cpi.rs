//! Cloud Integration: bodies of the OData V2 API, and the transport module.

use serde::{Deserialize, Serialize};

/// What a client says about a package when it creates or changes one. What the tenant computes is skipped, as clients
/// send back what they read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct PackageWish {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub products: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub countries: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub industries: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_of_business: Option<String>,
    /// Only `EDIT_ALLOWED`: others come from the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// An export zip in base64; the other fields are then those of the zip.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package_content: Option<String>,
}

/// What a client says about an artifact when it creates or changes one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ArtifactWish {
    pub id: Option<String>,
    pub name: Option<String>,
    pub package_id: Option<String>,
    /// An empty one clears it.
    pub description: Option<String>,
    /// The bundle zip in base64.
    pub artifact_content: Option<String>,
}

/// A value of an externalised parameter. Clients also send its type and description; the bundle decides those.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ConfigurationWish {
    pub parameter_value: Option<String>,
}

/// A resource of an artifact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ResourceWish {
    pub name: Option<String>,
    pub resource_type: Option<String>,
    /// Its bytes in base64.
    pub resource_content: Option<String>,
}

/// Values of a custom tag, separated by `|`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagWish {
    #[serde(rename = "Value")]
    pub value: String,
}

/// Definitions of custom tags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TagConfigurationWish {
    /// JSON in base64.
    pub custom_tags_configuration_content: String,
}

/// What can be transported out of a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransportPackages {
    pub packages: Vec<TransportPackage>,
}

/// A package in the transport module's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportPackage {
    /// Technical id.
    pub id: String,
    /// Hidden identity.
    #[serde(rename = "resourceID")]
    pub resource_id: String,
    /// Display name.
    pub name: String,
    /// The version people see.
    pub version: String,
    pub components: Vec<TransportComponent>,
}

/// An artifact in that list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportComponent {
    /// Hidden identity.
    pub id: String,
    pub technical_id: String,
    /// Display name.
    pub name: String,
    /// `IFlow`, `ScriptCollection`, …
    #[serde(rename = "type")]
    pub kind: String,
    pub version: String,
    /// Whether it can leave: a draft cannot.
    pub exportable: bool,
}

/// What an import over the transport module came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportImported {
    /// Technical id of the package.
    pub package: String,
    pub new_package: bool,
    /// Technical ids of new artifacts.
    pub created: Vec<String>,
    /// Technical ids of overwritten ones.
    pub overwritten: Vec<String>,
    /// Technical ids of those that were the same already.
    pub unchanged: Vec<String>,
    /// What somebody should know.
    pub warnings: Vec<String>,
}
