//! What a feature looks like to those who ask, and what may be wished of it.

use super::super::project::Project;
use super::super::reference::{ExternalReference, NewReference, UrlReference};
use model::feature::Status;
use model::feature::right::Powers;
use model::feature::way::TransportPath;
use model::{FeatureId, ProjectId, Time};

/// A feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// Its id.
    pub id: FeatureId,
    /// Its running number in the tenant.
    pub number: i64,
    /// The project that it belongs to.
    pub project: ProjectId,
    /// What it is about.
    pub title: String,
    /// More, as HTML.
    pub description: String,
    /// Where it stands.
    pub status: Status,
    /// How urgent it is.
    pub priority: i64,
    /// Release, if any.
    pub release_id: Option<String>,
    /// Scope, if any.
    pub scope_id: Option<String>,
    /// Workstream, if any.
    pub workstream_id: Option<String>,
    /// Who is responsible, if anybody.
    pub responsible_id: Option<String>,
    /// Type code.
    pub kind: String,
    /// Tags.
    pub tags: Vec<String>,
    /// When made.
    pub created_at: Time,
    /// When changed last.
    pub modified_at: Time,
}

/// A transport as Cloud ALM sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transport {
    /// Its number in transport management.
    pub id: i64,
    /// Its description.
    pub title: String,
    /// Who made it.
    pub owner: String,
    /// `MTA` and its like.
    pub content_type: String,
    /// The nodes, and how far it came.
    pub way: TransportPath,
    /// Whether it was deleted in transport management.
    pub deleted: bool,
    /// The feature that it is assigned to, if any.
    pub feature: Option<FeatureId>,
    /// What went wrong last, if anything.
    pub problem: Option<String>,
    /// When changed last.
    pub changed_at: Time,
}

/// A feature with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The feature.
    pub feature: Feature,
    /// Its project.
    pub project: Project,
    /// Its transports, in the order of their release.
    pub transports: Vec<Transport>,
    /// Its links.
    pub urls: Vec<UrlReference>,
    /// Its pointers into other systems.
    pub externals: Vec<ExternalReference>,
    /// What the caller may do with it.
    pub powers: Powers,
}

/// What is to change; what is not said stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// Title.
    pub title: Option<String>,
    /// Description; an empty one clears it.
    pub description: Option<String>,
    /// Status code.
    pub status: Option<String>,
    /// Priority code.
    pub priority: Option<i64>,
    /// Release; `Some(None)` clears it, here and below.
    pub release_id: Option<Option<String>>,
    /// Scope.
    pub scope_id: Option<Option<String>>,
    /// Workstream.
    pub workstream_id: Option<Option<String>>,
    /// Who is responsible.
    pub responsible_id: Option<Option<String>>,
    /// Type code.
    pub kind: Option<String>,
    /// Tags.
    pub tags: Option<Vec<String>>,
}

impl Edit {
    /// Whether anything but the status is to change.
    #[must_use]
    pub fn changes_fields(&self) -> bool {
        *self != Self { status: self.status.clone(), ..Self::default() }
    }
}

/// A feature to be.
#[derive(Debug, Clone)]
pub struct NewFeature {
    /// The project that it belongs to.
    pub project: ProjectId,
    /// Its fields.
    pub edit: Edit,
    /// Its references.
    pub references: Vec<NewReference>,
}
