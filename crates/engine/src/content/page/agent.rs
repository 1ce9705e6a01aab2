//! What the page shows of the Content Agent: what can be exported, where to, and how exports went.

mod activities;
mod dependencies;
mod resources;

pub use activities::{Details, Line, Search as ActivitySearch, activities, activity, archive, log};
pub use dependencies::{Dependencies, Dependency, MOST as MOST_PACKAGES, dependencies};
pub use resources::{Overview, Page, Search, State, Target, overview, resources};

use crate::caller::{Caller, Can};
use crate::content::agent::activity::Activity;
use crate::content::agent::export;
use crate::content::rights::{ExportContent, ReadContent};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::activity::ContentKind;
use wire::content_agent::{Component, DescriptorWish, ExportRequest, ExportResource};

/// What the page calls itself as a client, as the original does.
const REQUESTOR: &str = "CASUI";

/// A type of content, as it is written on the wire.
///
/// # Errors
/// `Invalid`.
pub fn content_kind(text: &str) -> Result<ContentKind> {
    let wrong = || Error::invalid(format!("there is no content type '{text}'; use Cloud Integration or Destination"));
    crate::content::agent::resources::content_kind(text).ok_or_else(wrong)
}

fn can(caller: &Caller<ReadContent>) -> Can {
    vec![("export", caller.may::<ExportContent>())]
}

/// What somebody at the page wants to have exported.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// `TransportManagementService` or `download`.
    pub mode: String,
    /// The node the request starts from; that of the destination, when empty.
    pub node: String,
    /// Of the transport request.
    pub description: String,
    /// Whether who starts it becomes the owner of the request.
    pub propagate_owner: bool,
    pub resources: Vec<Wished>,
}

/// One resource of it.
#[derive(Debug, Clone, Default)]
pub struct Wished {
    /// `Cloud Integration`, `Destination`.
    pub content_type: String,
    /// Technical id.
    pub id: String,
    /// Technical ids of the chosen components; all when empty.
    pub components: Vec<String>,
    /// Technical ids of packages that are to be deployed before it.
    pub after: Vec<String>,
}

/// Starts an export.
///
/// # Errors
/// As [`export::start`].
pub async fn start(cx: &Cx, caller: Caller<ExportContent>, wish: Wish) -> Result<Activity> {
    let person = caller.identity().person.as_ref().map(|person| person.name.clone());
    let request = ExportRequest {
        requestor: Some(REQUESTOR.to_owned()),
        export_mode: Some(wish.mode),
        export_media_type: Some("MTAR".to_owned()),
        description: Some(wish.description),
        source_node: Some(wish.node),
        transport_user: person.filter(|_| wish.propagate_owner),
        content_resources: wish.resources.into_iter().map(resource).collect(),
        ..ExportRequest::default()
    };
    export::start(cx, caller, request).await
}

fn resource(wished: Wished) -> ExportResource {
    let component = |id: String| Component {
        id: String::new(),
        name: id,
        r#type: String::new(),
        version: String::new(),
        exportable: true,
        selected: Some(true),
    };
    ExportResource {
        id: wished.id,
        r#type: wished.content_type,
        components: wished.components.into_iter().map(component).collect(),
        mta_descriptor_specific: Some(DescriptorWish { deployed_after: wished.after }),
        ..ExportResource::default()
    }
}
