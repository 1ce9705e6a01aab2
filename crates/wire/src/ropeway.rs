//! Our own management API.

use serde::{Deserialize, Serialize};

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    /// What is wrong.
    pub error: ErrorDetail,
}

/// What is wrong, for programs and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorDetail {
    /// A stable word.
    pub code: String,
    /// A sentence: what is wrong, and what to do.
    pub message: String,
}

/// What a connection check came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialsCheck {
    /// `null` when only a call of the target itself could tell.
    pub ok: Option<bool>,
    /// What was tried, and what came of it.
    pub message: String,
}

/// A finding about the properties of a destination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransportSettings {
    /// `TransportManagementService`, or `null` to turn transports off.
    pub mode: Option<String>,
}
