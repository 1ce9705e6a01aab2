//! Destination service. A configuration is a flat JSON object of texts and is passed on as it is.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A configuration: flat, all values texts, keys case-sensitive.
pub type Configuration = Map<String, Value>;

/// The answer of a find.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct FindResult {
    /// Whose the destination is.
    pub owner: Owner,
    /// Its properties.
    #[serde(rename = "destinationConfiguration")]
    pub destination_configuration: Configuration,
    /// How to prove oneself to the target. Absent where nothing is to be proven; never empty, since clients read the
    /// first element whenever the key is there.
    #[serde(rename = "authTokens", default, skip_serializing_if = "Option::is_none")]
    pub auth_tokens: Option<Vec<AuthToken>>,
}

/// Whose a destination is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    #[serde(rename = "SubaccountId")]
    pub subaccount_id: Option<String>,
    /// The service instance; `null` for the subaccount's own level.
    #[serde(rename = "InstanceId")]
    pub instance_id: Option<String>,
}

/// One way to prove oneself. After a failure `type` and `value` are empty and `error` says why.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthToken {
    /// `Bearer` or `Basic`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What goes after the type.
    pub value: String,
    /// The whole header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http_header: Option<HttpHeader>,
    /// Seconds, as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<String>,
    /// Blank-separated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Why there is no token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// A header to be sent to the target.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HttpHeader {
    /// Its name.
    pub key: String,
    pub value: String,
}

/// How many were changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    #[serde(rename = "Count")]
    pub count: usize,
}

/// What became of each configuration of an array.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteStatus {
    pub name: String,
    /// The status it would have had alone.
    pub status: u16,
    /// Its version, when it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// The answer to a deletion by filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    /// How many were deleted.
    #[serde(rename = "Count")]
    pub count: usize,
    /// What became of each.
    #[serde(rename = "Summary")]
    pub summary: Vec<DeleteStatus>,
}

/// What became of one name of a deletion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteStatus {
    pub name: String,
    /// `DELETED` or `NOT_FOUND`.
    pub status: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorBody {
    #[serde(rename = "ErrorMessage")]
    pub error_message: String,
    /// What is wrong with which configuration, when a rule of its type is broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub violations: Vec<Violation>,
}

/// What is wrong with one configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Its name.
    pub configuration: String,
    /// Each thing that is wrong.
    pub errors: Vec<String>,
}

crate::unprinted!(FindResult, AuthToken, HttpHeader);
