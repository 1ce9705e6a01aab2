//! What a feature looks like to those who ask, and what may be wished of it.

use model::ProjectId;
use model::feature::right::Powers;
use store::project::Project;

pub use store::alm_transport::Transport;
pub use store::feature::{ExternalReference, Feature, UrlReference};

/// A feature with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    pub feature: Feature,
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
    /// The project, which is said when a feature is made; afterwards only the same again.
    pub project: Option<String>,
    pub title: Option<String>,
    /// Description; an empty one clears it.
    pub description: Option<String>,
    /// Status code.
    pub status: Option<String>,
    /// Priority code.
    pub priority: Option<i64>,
    /// Release; `Some(None)` clears it, here and below.
    pub release_id: Option<Option<String>>,
    pub scope_id: Option<Option<String>>,
    pub workstream_id: Option<Option<String>>,
    pub responsible_id: Option<Option<String>>,
    /// Type code.
    pub kind: Option<String>,
    pub tags: Option<Vec<String>>,
    /// Only of this version, if it is said.
    pub version: Option<String>,
}

impl Edit {
    /// Whether anything but the status is to change.
    #[must_use]
    pub fn changes_fields(&self) -> bool {
        let Self { status, project, version, .. } = self.clone();
        *self != Self { status, project, version, ..Self::default() }
    }
}

/// A feature to be.
#[derive(Debug, Clone)]
pub struct NewFeature {
    /// The project that it belongs to.
    pub project: ProjectId,
    /// Its fields.
    pub edit: Edit,
    pub references: Vec<NewReference>,
}

/// A reference to be.
#[derive(Debug, Clone)]
pub struct NewReference {
    /// For a pointer, its id in the other system; none for a link.
    pub external: Option<String>,
    /// What people read.
    pub name: String,
    pub url: String,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A link.
    Url(UrlReference),
    /// A pointer.
    External(ExternalReference),
}
