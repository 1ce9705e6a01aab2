//! Cloud Transport Management, `/tms/v2`: its JSON, spelled as the original does. Operations: `apis/tms`.
//!
//! Ids are numbers in answers; in requests a numeric string is as good ([`Number`]).

mod flexible;
mod landscape;
mod log;
pub mod queued;

pub use flexible::{Number, Uri};
pub use landscape::{
    ImportOptions, ImportOptionsRequest, Node, NodeRequest, NodeTarget, Nodes, Route, RouteRequest, Routes,
    TargetRequest,
};
pub use log::{Action, ActionLog, ActionLogs, ActionRequest, Entity, EntityLog, Message, RequestLog, RequestLogs};

use crate::absent::null_is_absent;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// `GET /versions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Versions {
    pub supported_versions: Vec<Version>,
}

/// One version of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number, as text.
    pub version: String,
    pub path: String,
}

/// What `POST /v2/files/upload` answers, with 201.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadedFile {
    pub file_id: i64,
    /// Its base name.
    pub file_name: String,
}

/// What `nodes/upload` and `nodes/export` are sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeUpload {
    /// Exactly the node's name.
    pub node_name: String,
    /// `MTA`, `XSCDU`, `APP` or `BTP_ABAP`.
    pub content_type: String,
    /// `FILE` or `REFERENCE`.
    pub storage_type: String,
    /// At most 512 characters, of a narrow set.
    pub description: String,
    /// May be empty or absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_user: Option<String>,
    /// At least one.
    #[serde(default, deserialize_with = "null_is_absent")]
    pub entries: Vec<UploadEntry>,
}

/// One entry of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UploadEntry {
    /// Id of an uploaded file, or the reference.
    pub uri: Uri,
}

/// What they answer, with 200.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeUploadAnswer {
    /// The new request.
    pub transport_request_id: i64,
    pub transport_request_description: String,
    /// Where it is now; never empty.
    pub queue_entries: Vec<QueueEntry>,
}

/// A queue that a new request is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QueueEntry {
    pub queue_id: i64,
    pub node_id: i64,
    pub node_name: String,
}

/// `GET /v2/nodes/{id}/transportRequests`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportRequests<'a> {
    /// In the order of the queue.
    pub transport_requests: Vec<TransportRequest<'a>>,
}

/// A request in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TransportRequest<'a> {
    pub id: i64,
    /// In this queue.
    pub status: Cow<'a, str>,
    /// Whether its files are gone.
    pub archived: bool,
    pub position: i64,
    pub created_at: Cow<'a, str>,
    /// When it came into this queue.
    pub queued_at: Cow<'a, str>,
    /// Technical.
    pub created_by: Cow<'a, str>,
    /// For people.
    pub created_by_named_user: Cow<'a, str>,
    pub description: Cow<'a, str>,
    /// Name of the node where it entered the landscape.
    pub origin: Cow<'a, str>,
    pub entries: Vec<RequestEntry<'a>>,
}

/// What a request carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestEntry<'a> {
    pub id: i64,
    /// `FILE` or `REFERENCE`.
    pub storage_type: Cow<'a, str>,
    /// `MTA`, …
    pub content_type: Cow<'a, str>,
    /// The file's id in decimal, or the reference.
    pub uri: Cow<'a, str>,
}

/// `GET /v2/transportRequests/{id}/tracking`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracking {
    /// The request.
    pub id: i64,
    pub description: String,
    /// The queues it is in.
    pub nodes: Vec<TrackedNode>,
    /// The routes between these nodes.
    pub routes: Vec<Route>,
}

/// One queue it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrackedNode {
    pub node_id: i64,
    pub node_name: String,
    /// When it hands on.
    pub forward_mode: String,
    /// The request's status there.
    pub status: String,
    pub position: i64,
    pub queued_at: String,
}

/// What import, forward, reset and remove are sent; importAll only the user, or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Selection {
    #[serde(default, deserialize_with = "null_is_absent", skip_serializing_if = "Vec::is_empty")]
    pub transport_requests: Vec<Number>,
    /// May be empty or absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_user: Option<String>,
}

/// What an import answers, with 200.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportAnswer {
    /// What was started; never 0.
    pub action_id: i64,
    /// Where it can be watched, relative to the root of the API.
    #[serde(rename = "monitoringURL")]
    pub monitoring_url: String,
}

/// `GET /v2/nodes/{id}/mtaExtDescriptors`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtDescriptors {
    /// Those that matched.
    pub mta_ext_descriptors: Vec<ExtDescriptor>,
}

/// An MTA extension descriptor of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtDescriptor {
    pub id: i64,
    pub description: String,
    /// `extends`.
    pub mta_id: String,
    pub mta_ext_id: String,
    /// `*`, or one version.
    pub mta_version: String,
    pub last_changed_at: String,
}

/// A refusal with 400, 404, 422 or 500.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    /// Reads like the name of an exception.
    pub error_type: String,
    pub message: String,
}

/// A refusal with 401 or 403.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthErrorBody {
    /// `unauthorized`.
    pub error: String,
    pub error_description: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_uris_come_as_numbers_or_strings() {
        let selection: Selection =
            serde_json::from_str(r#"{"transportRequests":[7100,"7104"],"namedUser":""}"#).unwrap();
        assert_eq!(selection.transport_requests, [Number(7100), Number(7104)]);
        let entry: UploadEntry = serde_json::from_str(r#"{"uri":9001}"#).unwrap();
        assert_eq!(entry.uri, Uri("9001".into()));
        assert!(serde_json::from_str::<Selection>(r#"{"transportRequests":["x"]}"#).is_err());
        assert_eq!(serde_json::to_string(&Number(5)).unwrap(), "5");
    }

    #[test]
    fn null_is_as_good_as_absent() {
        let node: Node = serde_json::from_str(
            r#"{"name":"DEV","description":null,"uploadAllowed":null,"forwardMode":null,"virtual":null,"targets":null}"#,
        )
        .unwrap();
        assert_eq!(node, serde_json::from_str(r#"{"name":"DEV"}"#).unwrap());
        let selection: Selection = serde_json::from_str(r#"{"transportRequests":null,"namedUser":null}"#).unwrap();
        assert_eq!(selection, Selection::default());
    }

    #[test]
    fn a_node_needs_only_its_name() {
        let node: Node = serde_json::from_str(r#"{"name":"DEV"}"#).unwrap();
        assert_eq!((node.forward_mode.as_str(), node.upload_allowed, node.targets.len()), ("AUTO", false, 0));
    }
}
