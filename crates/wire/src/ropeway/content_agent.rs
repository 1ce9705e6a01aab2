//! The Content Agent of a subaccount as the page shows it.

use super::RequestPlace;
use super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How the Content Agent stands: what it can export, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContentAgent {
    /// The types of content.
    pub content_types: Vec<ContentTypeState>,
    /// Transport management.
    pub transport: ExportTarget,
    /// What may be done: `export`.
    pub can: BTreeMap<String, Allowed>,
}

/// A type of content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContentTypeState {
    /// `Cloud Integration`, `Destination`.
    pub r#type: String,
    /// The destination that leads to the content, where one is needed.
    pub destination: Option<String>,
    /// How many resources there are; none, where they cannot be asked for.
    pub resources: Option<usize>,
    /// Why they cannot be asked for.
    pub trouble: Option<String>,
}

/// Transport management as the destination leads to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportTarget {
    /// Name of the destination.
    pub destination: String,
    /// The node that requests start from unless another is named.
    pub node: Option<String>,
    /// Names of the nodes that content can be uploaded to.
    pub nodes: Vec<String>,
    /// Why there are none.
    pub trouble: Option<String>,
}

/// A page of what can be exported, by type and id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContentResourcePage {
    /// The items of this page.
    pub items: Vec<ContentResource>,
    /// For the next page, as `after`.
    pub next: Option<String>,
    /// Why packages are missing, where the tenant cannot be asked.
    pub trouble: Option<String>,
    /// What may be done: `export`.
    pub can: BTreeMap<String, Allowed>,
}

/// Something that can be exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContentResource {
    /// Technical id.
    pub id: String,
    /// `Cloud Integration`, `Destination`.
    pub r#type: String,
    /// `package`, `Destination`.
    pub sub_type: String,
    /// What it is called.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its parts; each can be exported alone.
    pub components: Vec<ContentComponent>,
}

/// A part of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContentComponent {
    /// Technical id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `IFlow`, `ScriptCollection`, …
    pub r#type: String,
    /// Its version.
    pub version: String,
    /// Whether it can leave: a draft cannot.
    pub exportable: bool,
}

/// What packages need of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContentDependencies {
    /// Each once.
    pub dependencies: Vec<ContentDependency>,
    /// Packages that could not be looked into.
    pub unread: Vec<UnreadPackage>,
}

/// Something in another package that a package needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContentDependency {
    /// Technical id of the package that needs it.
    pub of: String,
    /// Technical id of the package that has it; none, where no package of the tenant has it.
    pub package: Option<String>,
    /// `ScriptCollection`, `MessageMapping`.
    pub r#type: String,
    /// Technical id of what is needed.
    pub artifact: String,
}

/// A package that could not be looked into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnreadPackage {
    /// Its technical id.
    pub package: String,
    /// Why.
    pub reason: String,
}

/// An export to be started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewExport {
    /// `TransportManagementService`, or `download`: then there is only an archive.
    pub mode: String,
    /// Name of the node that the transport request starts from; that of the destination, when empty.
    pub node: String,
    /// Of the transport request; the names of what is exported, when empty. At most 512 characters.
    pub description: String,
    /// Whether the caller becomes the owner of the transport request.
    pub propagate_owner: bool,
    /// What is exported.
    pub resources: Vec<NewExportResource>,
}

/// One resource of an export.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewExportResource {
    /// `Cloud Integration`, `Destination`.
    pub r#type: String,
    /// Technical id.
    pub id: String,
    /// Technical ids of the components that go along; all of them, when empty.
    pub components: Vec<String>,
    /// Technical ids of packages of this export that are deployed before it.
    pub after: Vec<String>,
}

/// An export that was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StartedExport {
    /// The activity that shows how it goes.
    pub activity_id: String,
}

/// A page of activities, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportActivityPage {
    /// The items of this page.
    pub items: Vec<ExportActivity>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// An export, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportActivity {
    /// Its id; the process has the same.
    pub id: String,
    /// `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`.
    pub state: String,
    /// In percent.
    pub progress: i64,
    /// `TransportManagementService` or `download`.
    pub mode: String,
    /// What the client calls itself: the page is `CASUI`.
    pub requestor: String,
    /// The person or client that started it.
    pub started_by: String,
    /// When.
    #[schema(format = DateTime)]
    pub started_at: String,
    /// When it ended.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// Description of the transport request.
    pub description: String,
    /// Technical ids of what was asked for.
    pub contents: Vec<String>,
    /// The transport request, once there is one.
    pub transport_request: Option<i64>,
    /// Where it is.
    pub transport_request_place: Option<RequestPlace>,
}

/// An export with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportActivityDetails {
    /// How it stands.
    #[serde(flatten)]
    pub activity: ExportActivity,
    /// What was asked for.
    pub resources: Vec<ExportedContent>,
    /// The node that the transport request starts from.
    pub node: Option<String>,
    /// The nodes whose queues it came into.
    pub queues: Vec<String>,
    /// Where transport management has it.
    pub transport_request_url: Option<String>,
    /// Name of the archive, once it is made.
    pub file_name: Option<String>,
    /// Bytes of the archive.
    pub file_size: Option<u64>,
    /// What may be done: `download`.
    pub can: BTreeMap<String, Allowed>,
}

/// What an export was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportedContent {
    /// `Cloud Integration`, `Destination`.
    pub r#type: String,
    /// Technical id.
    pub id: String,
    /// The chosen components; all of them, when empty.
    pub components: Vec<String>,
}

/// A page of an activity's log, the oldest line first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportLogPage {
    /// The items of this page.
    pub items: Vec<ExportLogLine>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A line of an activity's log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportLogLine {
    /// Its place in the log.
    pub id: i64,
    /// `INFO`, `WARNING`, `ERROR`.
    pub severity: String,
    /// For people.
    pub text: String,
    /// When it was written.
    #[schema(format = DateTime)]
    pub at: String,
}
