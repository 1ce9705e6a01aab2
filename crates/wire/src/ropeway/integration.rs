//! Cloud Integration tenants as the page shows them.

use super::TransportActivity;
use super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A page of packages, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PackagePage {
    /// The items of this page.
    pub items: Vec<PackageLine>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done: `import`.
    pub can: BTreeMap<String, Allowed>,
}

/// An integration package in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PackageLine {
    /// Technical id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The version people see; artifacts have versions of their own.
    pub version: String,
    /// Who made it.
    pub vendor: String,
    /// What it is for.
    pub short_text: String,
    /// `EDIT_ALLOWED` or `READ_ONLY`.
    pub mode: String,
    /// Who changed it last.
    pub modified_by: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// How many artifacts it has.
    pub artifacts: i64,
    /// How many of them changed since their last version.
    pub drafts: i64,
    /// How many of them are deployed, for whoever may know.
    pub deployed: Option<i64>,
}

/// An integration package with its artifacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PackageDetails {
    /// Technical id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The version people see.
    pub version: String,
    /// Who made it.
    pub vendor: String,
    /// What it is for.
    pub short_text: String,
    /// More, as HTML.
    pub description: String,
    /// `EDIT_ALLOWED` or `READ_ONLY`.
    pub mode: String,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Who changed it last.
    pub modified_by: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// Values of custom tags.
    pub tags: BTreeMap<String, Vec<String>>,
    /// Its artifacts, in their order.
    pub artifacts: Vec<PackageArtifact>,
    /// What may be done with it: `import`, `delete`, `download`, `seeTransports`, `transport`.
    pub can: BTreeMap<String, Allowed>,
}

/// An artifact of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PackageArtifact {
    /// Technical id.
    pub id: String,
    /// `IFlow`, `ValueMapping`, `Url`, …
    pub r#type: String,
    /// What it is called.
    pub name: String,
    /// The last version.
    pub version: String,
    /// Whether it changed since.
    pub draft: bool,
    /// How large its content is.
    pub size_bytes: u64,
    /// What it is for.
    pub description: String,
    /// Who changed it last.
    pub modified_by: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// Who has it open.
    pub locked_by: Option<String>,
    /// `STARTING`, `STARTED` or `ERROR`, for whoever may know; none: it is not deployed.
    pub runtime_status: Option<String>,
    /// The version that is deployed.
    pub deployed_version: Option<String>,
    /// Whether its content can be looked into.
    pub has_page: bool,
}

/// What came of an import of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportedPackage {
    /// Technical id of the package.
    pub package: String,
    /// Whether it is new in the tenant.
    pub is_new: bool,
    /// Artifacts that are new.
    pub created: Vec<String>,
    /// Artifacts that were overwritten.
    pub overwritten: Vec<String>,
    /// Artifacts that were the same already.
    pub unchanged: Vec<String>,
    /// What somebody should know.
    pub warnings: Vec<String>,
}

/// An artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactDetails {
    /// Technical id.
    pub id: String,
    /// `IFlow`, `ValueMapping`, …
    pub r#type: String,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Technical id of its package.
    pub package: String,
    /// What its package is called.
    pub package_name: String,
    /// The last version.
    pub version: String,
    /// Whether it changed since.
    pub draft: bool,
    /// How large its content is.
    pub size_bytes: u64,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Who changed it last.
    pub modified_by: String,
    /// When it was changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// Who has it open.
    pub locked_by: Option<String>,
    /// Its externalised parameters.
    pub parameters: Vec<ArtifactParameter>,
    /// The newest of its versions.
    pub versions: Vec<ArtifactVersion>,
    /// What is deployed, for whoever may know.
    pub runtime: Option<RuntimeArtifact>,
    /// What may be done with it: `configure`, `deploy`, `undeploy`, `seeRuntime`, `download`.
    pub can: BTreeMap<String, Allowed>,
    /// The version of what is configured, for `If-Match`.
    pub configuration_version: String,
}

/// An externalised parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactParameter {
    /// What it is called.
    pub key: String,
    /// `xsd:string`, `custom:schedule`, …
    pub data_type: String,
    /// What it is for.
    pub description: String,
    /// The value of the designer.
    pub default_value: String,
    /// The value of this tenant; without it the default holds.
    pub configured_value: Option<String>,
}

/// Values of externalised parameters, by key. They take effect with the next deployment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParameterValues {
    /// The values, by key; what is not named stays as it is.
    pub values: BTreeMap<String, String>,
}

/// A version of an artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactVersion {
    /// The version.
    pub version: String,
    /// What whoever saved it said.
    pub comment: String,
    /// Who saved it.
    pub created_by: String,
    /// When.
    #[schema(format = DateTime)]
    pub created_at: String,
}

/// A deployed artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeArtifact {
    /// Technical id.
    pub id: String,
    /// `IFlow`, `ValueMapping`, …
    pub r#type: String,
    /// What it is called.
    pub name: String,
    /// The version that was deployed.
    pub version: String,
    /// `STARTING`, `STARTED` or `ERROR`.
    pub status: String,
    /// Why it did not start.
    pub error: Option<String>,
    /// Where it listens.
    pub endpoints: Vec<RuntimeEndpoint>,
    /// Who deployed it.
    pub deployed_by: String,
    /// When.
    #[schema(format = DateTime)]
    pub deployed_at: String,
}

/// Where a deployed artifact listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuntimeEndpoint {
    /// `REST` or `SOAP`.
    pub protocol: String,
    /// Below the tenant: `/http/orders`.
    pub path: String,
}

/// A page of deployed artifacts, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RuntimePage {
    /// The items of this page.
    pub items: Vec<RuntimeArtifact>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// What may be done with each: `undeploy`.
    pub can: BTreeMap<String, Allowed>,
}

/// A deployment that began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BegunDeployment {
    /// The build task.
    pub task: String,
}

/// A script, mapping, schema or library inside of an artifact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArtifactResource {
    /// Name of the file.
    pub name: String,
    /// `groovy`, `xslt`, `wsdl`, …
    pub r#type: String,
    /// How large it is.
    pub size_bytes: u64,
}

/// A resource with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResourceText {
    /// The resource.
    pub resource: ArtifactResource,
    /// None, where it is not text or larger than 1 MiB.
    pub text: Option<String>,
}

/// A page of a value mapping, in the order of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ValueMappingPage {
    /// The systems whose values are mapped.
    pub sides: Vec<ValueMappingSide>,
    /// The items of this page.
    pub items: Vec<ValueMappingRow>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A system, and a sort of value in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ValueMappingSide {
    /// The system.
    pub agency: String,
    /// What sort of value it is there.
    pub schema: String,
}

/// What means the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ValueMappingRow {
    /// Its place in the file.
    pub number: usize,
    /// The value of each side, in their order.
    pub values: Vec<Option<String>>,
}

/// The transport settings of a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransportSettingsSeen {
    /// `TransportManagementService`, or none: transports are off.
    pub mode: Option<String>,
    /// The node that transport requests start from: `sourceSystemId` of the destination `TransportManagementService`.
    pub node: Option<String>,
    /// What may be done: `change`, `check`.
    pub can: BTreeMap<String, Allowed>,
    /// Their version, for `If-Match`.
    pub version: String,
}

/// A page of transports, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransportActivityPage {
    /// The items of this page.
    pub items: Vec<TransportActivity>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}
