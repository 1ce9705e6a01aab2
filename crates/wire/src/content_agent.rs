//! Content Agent: resources, exports, operations, activities. Spelling (`resourceID`, `activityID`) is the original's.

use crate::absent::null_is_absent;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `GET /v1/contentResources`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentResources {
    /// All that match.
    pub content_resources: Vec<ContentResource>,
}

/// Something that can be transported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentResource {
    /// Technical id.
    pub id: String,
    /// Hidden identity.
    #[serde(rename = "resourceID")]
    pub resource_id: String,
    /// `Cloud Integration`, `Destination`.
    pub r#type: String,
    /// `package`, `Destination`.
    pub sub_type: String,
    /// Display name.
    pub name: String,
    pub title: String,
    pub version: String,
    pub components: Vec<Component>,
    /// What should travel along.
    pub dependencies: Vec<Value>,
}

/// A part of a resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Component {
    /// Hidden identity.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub id: String,
    /// Technical id.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub name: String,
    /// `IFlow`, `ScriptCollection`, …
    #[serde(default, deserialize_with = "null_is_absent")]
    pub r#type: String,
    #[serde(default, deserialize_with = "null_is_absent")]
    pub version: String,
    #[serde(default = "yes")]
    pub exportable: bool,
    /// In a request: whether it goes along; absent counts as yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selected: Option<bool>,
}

fn yes() -> bool {
    true
}

/// `POST /v1/contentResources/export`. Clients differ in nearly every field, so nearly all are optional.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ExportRequest {
    /// A number or a text; echoed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// What the client calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requestor: Option<String>,
    /// Of the form of this request: `1.0.0`; says nothing more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `TransportManagementService` or `download`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_mode: Option<String>,
    /// `MTAR`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_media_type: Option<String>,
    /// Becomes the description of the transport request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Name of the source node; `sourceSystemId` of the destination when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_node: Option<String>,
    /// Name of the destination; `TransportManagementService` when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transport_destination: Option<String>,
    /// Becomes the owner of the transport request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transport_user: Option<String>,
    /// Whether more may be put into the transport request later: only false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_modifiable: Option<bool>,
    /// What is to go.
    #[serde(deserialize_with = "null_is_absent")]
    pub content_resources: Vec<ExportResource>,
}

/// One resource of an export.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ExportResource {
    /// Technical id.
    pub id: String,
    /// Hidden identity.
    #[serde(rename = "resourceID", skip_serializing_if = "Option::is_none")]
    pub resource_id: Option<String>,
    /// What some clients repeat the type, or the identity, in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// `Cloud Integration`, in any case, with or without the blank.
    #[serde(deserialize_with = "null_is_absent")]
    pub r#type: String,
    /// `package`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_type: Option<String>,
    /// Display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The same, as it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Which parts; all when absent or empty.
    #[serde(deserialize_with = "null_is_absent", skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Component>,
    /// None: what is to travel along is named among the resources.
    #[serde(deserialize_with = "null_is_absent", skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<Value>,
    /// What must be deployed before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mta_descriptor_specific: Option<DescriptorWish>,
}

/// What a client wants in the descriptor.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescriptorWish {
    /// Ids of resources, among those of the export.
    #[serde(rename = "deployed-after", default, deserialize_with = "null_is_absent")]
    pub deployed_after: Vec<String>,
}

/// How an operation stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// What the client called the export.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// The activity; the same as the process here, since clients ask by either.
    pub activity_id: String,
    pub process_id: String,
    /// `EXPORT`.
    pub process_type: String,
    pub started_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    /// `INITIAL`, `RUNNING`, `FINISHED`, `ERROR` or `ABORTED`; never anything else, for some clients take an unknown
    /// state for success.
    pub state: String,
    /// In percent.
    pub progress: i64,
    /// Asked for with `messages=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<Message>>,
}

/// A line of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its place.
    pub id: i64,
    pub text: String,
    /// `INFO`, `WARNING`, `ERROR`.
    pub r#type: String,
    pub timestamp: String,
}

/// `GET /v1/operations/{id}/logs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logs {
    pub logs: Vec<Message>,
}

/// `GET /v1/operations/{id}/config`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Config {
    #[serde(rename = "activityID")]
    pub activity_id: String,
    /// The archive, once it is made.
    #[serde(rename = "fileID", default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
    /// The transport request, once there is one.
    #[serde(rename = "transportRequestID", default, skip_serializing_if = "Option::is_none")]
    pub transport_request_id: Option<i64>,
    /// Where it can be seen.
    #[serde(rename = "transportRequestURL", default, skip_serializing_if = "Option::is_none")]
    pub transport_request_url: Option<String>,
    /// The queues it came into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tr_status: Option<RequestStatus>,
    /// Asked for with `logs=true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logs: Option<Vec<Message>>,
}

/// Where a transport request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestStatus {
    /// One per queue.
    pub nodes: Vec<NodeStatus>,
}

/// A queue it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeStatus {
    pub name: String,
    pub status: String,
}

/// `GET /v1/activities`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activities {
    /// How many there are in all.
    pub count: i64,
    /// The newest of them.
    pub activities: Vec<Activity>,
}

/// An activity in that list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    pub activity_id: String,
    pub process_id: String,
    /// What the client calls itself.
    pub requestor: String,
    /// `EXPORT`.
    pub process_type: String,
    /// As in [`Operation`].
    pub state: String,
    pub started_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    /// What it led to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport_info: Option<TransportInfo>,
}

/// The transport request of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransportInfo {
    /// Its number.
    pub id: i64,
    pub url: String,
}
