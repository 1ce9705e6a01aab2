//! Our own management API. Doc comments here are the descriptions in its OpenAPI document.

pub mod alm;
pub mod cockpit;
pub mod content_agent;
pub mod guide;
pub mod integration;
pub mod landscape;
pub mod session;
pub mod transport;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ErrorBody {
    /// What is wrong.
    pub error: ErrorDetail,
}

/// What is wrong, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ErrorDetail {
    /// A stable word.
    pub code: String,
    /// A sentence: what is wrong, and what to do.
    pub message: String,
    /// What would help, where that is known: a role collection that is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
    /// Under which the server's log has the call.
    #[serde(default, rename = "correlationId", skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
}

/// What a connection check came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConnectionCheck {
    /// Whether the other side is there.
    pub reachable: bool,
    /// Its status code, when it answered.
    pub status: Option<u16>,
    /// The name of that status.
    pub reason: Option<String>,
    /// The line people know from the cockpit.
    pub message: String,
    /// `success`, `warning` or `error`.
    pub severity: String,
    /// What the answer means for this destination.
    pub meaning: String,
    /// Whether the credentials work; the check itself sends none.
    pub credentials: CredentialsCheck,
    /// What is likely to be wrong with the properties.
    #[serde(default)]
    pub hints: Vec<DestinationHint>,
}

/// Whether credentials work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CredentialsCheck {
    /// `null` when only a call of the target itself could tell.
    pub ok: Option<bool>,
    /// What was tried, and what came of it.
    pub message: String,
}

/// A finding about the properties of a destination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DestinationHint {
    /// `warning` or `error`.
    pub severity: String,
    /// A stable word.
    pub code: String,
    /// What is wrong.
    pub text: String,
    /// What to write instead.
    pub fix: String,
}

/// Where transports of a tenant go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransportSettings {
    /// `TransportManagementService`, or `null` to turn transports off; it has to be said.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    pub mode: Option<String>,
}

/// One line of a tenant's configuration check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConfigurationLine {
    /// What was looked at.
    pub check: String,
    /// `ok`, `warning`, `missing`, `misconfigured`, `unreachable`, `unauthorized`, `invalid`.
    pub state: String,
    /// A stable word.
    pub code: String,
    /// What was found.
    pub text: String,
    /// What to do; empty when nothing is to be done.
    pub fix: String,
}

/// A transport to be started in a tenant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewTransport {
    /// Technical ids or GUIDs of artifacts; the whole package when absent or empty.
    pub artifacts: Vec<String>,
    /// At most 512 characters, one line.
    pub comment: String,
    /// Whether the person who starts it becomes the owner of the transport request.
    pub propagate_owner: bool,
}

/// A transport that was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StartedTransport {
    /// The activity that shows how it goes.
    pub activity_id: String,
}

/// How a transport of a tenant stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TransportActivity {
    /// The activity.
    pub activity_id: String,
    /// Technical id of the package.
    pub package: String,
    /// `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`.
    pub state: String,
    /// Who started it.
    pub started_by: String,
    /// When.
    #[schema(format = DateTime)]
    pub started_at: String,
    /// When it ended.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// Description of the transport request.
    pub description: String,
    /// The process of the Content Agent.
    pub process_id: Option<String>,
    /// The transport request, once there is one.
    pub transport_request_id: Option<i64>,
    /// Where it can be seen.
    pub transport_request_url: Option<String>,
    /// Where it is.
    pub transport_request_place: Option<RequestPlace>,
    /// What happened.
    pub messages: Vec<ActivityMessage>,
}

/// Where a transport request is: in a subaccount of this server, or elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestPlace {
    /// Subdomain of the subaccount whose transport management has it, where that is this server's.
    pub subaccount: Option<String>,
    /// The host of another transport management.
    pub host: Option<String>,
}

/// A line of its log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActivityMessage {
    /// `INFO`, `WARNING`, `ERROR`.
    pub severity: String,
    /// For people.
    pub text: String,
    /// When it was written.
    #[schema(format = DateTime)]
    pub at: String,
}

/// A session: what a person's log-in began. Its tokens end with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonSession {
    /// Its id; `sid` in its tokens.
    pub id: String,
    /// The zone: the subdomain of a subaccount or of the global account; `uaa` is Cloud Foundry.
    pub zone: String,
    /// The client the person logged in with.
    pub client: String,
    /// Where from.
    pub address: String,
    /// When it began.
    #[schema(format = DateTime)]
    pub started_at: String,
    /// When a token was got last.
    #[schema(format = DateTime)]
    pub used_at: String,
    /// When it ends by itself.
    #[schema(format = DateTime)]
    pub expires_at: String,
}

/// How many sessions were ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionsEnded {
    /// The number.
    pub ended: u64,
}
