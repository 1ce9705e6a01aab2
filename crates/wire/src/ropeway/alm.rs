//! Cloud ALM through our own API: features and their transports, as people see them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A feature to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewFeature {
    /// What it is about.
    pub title: String,
    /// The project that it belongs to.
    pub project_id: String,
    /// More, as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How urgent it is: 10 (very high), 20, 30 or 40 (low); 30 unless something is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_code: Option<i64>,
}

/// A feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Feature {
    /// Its id.
    pub uuid: String,
    /// `6-<number>`.
    pub display_id: String,
    /// What it is about.
    pub title: String,
    /// More, as HTML.
    pub description: String,
    /// The project.
    pub project_id: String,
    /// Its name.
    pub project_name: String,
    /// Where it stands.
    pub status_code: String,
    /// The same, for people.
    pub status_name: String,
    /// How urgent it is.
    pub priority_code: i64,
    /// When made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// Its transports, in the order of their release.
    pub transports: Vec<Transport>,
    /// Where the caller can take it from here.
    pub next: Vec<Step>,
    /// What people should know.
    pub warnings: Vec<String>,
}

/// A step to another status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The status it leads to.
    pub status_code: String,
    /// What the button says.
    pub name: String,
}

/// A transport of Cloud ALM.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Transport {
    /// Its number in transport management, as text.
    pub id: String,
    /// Its description.
    pub title: String,
    /// `MTA` and its like.
    pub r#type: String,
    /// `Deployed in TEST` and its like.
    pub status: String,
    /// Where it comes from; `Unknown` when that node is gone.
    pub source: String,
    /// Where it goes next; empty when production is reached.
    pub target: String,
    /// Who made it.
    pub owner: String,
    /// When changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
    /// Whether it was deleted in transport management.
    pub deleted: bool,
    /// The feature that it is assigned to.
    pub feature: Option<String>,
    /// What went wrong last.
    pub error: Option<String>,
}

/// What is sent to change the status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatusWish {
    /// The status wanted.
    pub status_code: String,
}

/// What is sent to deploy; nothing means: everything that may go on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeployWish {
    /// The node wanted.
    #[serde(default)]
    pub target: Option<String>,
}

/// What was started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DeployAnswer {
    /// The actions in transport management.
    pub action_ids: Vec<i64>,
    /// What people should know.
    pub warnings: Vec<String>,
}

/// Something that happened to a feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// When.
    #[schema(format = DateTime)]
    pub at: String,
    /// Who.
    pub actor: String,
    /// What.
    pub heading: String,
    /// The new value.
    pub value: String,
    /// The old one.
    pub old_value: Option<String>,
}
