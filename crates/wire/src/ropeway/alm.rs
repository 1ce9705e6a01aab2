//! Cloud ALM through our own API: features and their transports, as people see them.

use super::transport::Allowed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A feature to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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
    /// Its references.
    pub references: Vec<Reference>,
    /// Where the caller can take it from here.
    pub next: Vec<Step>,
    /// Every step from here, whoever may take it.
    pub steps: Vec<StepSeen>,
    /// What a deployment would bring where now.
    pub deployments: Vec<Deployment>,
    /// What may be done with it: `edit`, `assign`, `unassign`, `deploy`.
    pub can: BTreeMap<String, Allowed>,
    /// Its version, for `If-Match`.
    pub version: String,
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

/// A step to another status, and what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepSeen {
    /// The status it leads to.
    pub status_code: String,
    /// What the button says.
    pub name: String,
    /// Whether the caller may take it now.
    pub allowed: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What a deployment would import into one node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deployment {
    /// The node.
    pub node: String,
    /// Whether it is the last one.
    pub production: bool,
    /// The transports, in the order of their release.
    pub transports: Vec<String>,
}

/// A reference of a feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reference {
    /// Its id; of a pointer into another system, the id there.
    pub id: String,
    /// What people read.
    pub name: String,
    /// Where it leads.
    pub url: String,
    /// Whether it points to something in another system that has an id there.
    pub external: bool,
}

/// A reference to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReference {
    /// Of a pointer into another system, the id there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What people read.
    pub name: String,
    /// Where it leads: `https://`, `http://` or `mailto:`.
    pub url: String,
}

/// What is to change of a feature; what is not said stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FeatureChange {
    /// What it is about.
    pub title: Option<String>,
    /// More, as HTML; an empty one clears it.
    pub description: Option<String>,
    /// How urgent it is: 10 (very high), 20, 30 or 40 (low).
    pub priority_code: Option<i64>,
}

/// A line of the overview of features.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeatureLine {
    /// Its id.
    pub uuid: String,
    /// `6-<number>`.
    pub display_id: String,
    /// What it is about.
    pub title: String,
    /// The project.
    pub project_id: String,
    /// Its name.
    pub project_name: String,
    /// Where it stands.
    pub status_code: String,
    /// How urgent it is.
    pub priority_code: i64,
    /// When made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When changed last.
    #[schema(format = DateTime)]
    pub modified_at: String,
    /// The numbers of its transports, in the order of their release.
    pub transports: Vec<String>,
}

/// A page of the overview of features.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FeaturePage {
    /// The features.
    pub items: Vec<FeatureLine>,
    /// For the next page, as `after`.
    pub next: Option<String>,
}

/// A project with its team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProjectDetails {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `O` for open.
    pub status: String,
    /// `public`, `restricted` or `private`.
    pub access: String,
    /// Its team, by name.
    pub members: Vec<ProjectMember>,
    /// What may be done in it: `createFeature`.
    pub can: BTreeMap<String, Allowed>,
}

/// Somebody in a project's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProjectMember {
    /// Log-in name.
    pub user: String,
    /// `lead`, `member` or `viewer`.
    pub role: String,
}

/// What the caller may do in Cloud ALM.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AlmRights {
    /// `createProject`, `createFeature`.
    pub can: BTreeMap<String, Allowed>,
    /// The statuses in which a feature waits for the caller: to confirm its test, to approve it, or to deploy it to production.
    pub waiting: Vec<String>,
}

/// A node on a transport's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Stop {
    /// The node.
    pub node: String,
    /// `ahead`, `scheduled`, `deployed` or `failed`.
    pub state: String,
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
    /// The nodes that it goes through, the last one is production; empty while the landscape does not say.
    pub path: Vec<Stop>,
}

/// What is sent to change the status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StatusWish {
    /// The status wanted.
    pub status_code: String,
}

/// What is sent to deploy; nothing means: everything that may go on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
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
