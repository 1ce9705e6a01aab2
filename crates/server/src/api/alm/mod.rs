//! Cloud ALM: `/alm/{tenant}/api/…`, the features API, the projects API and the pass-through to transport management.
//!
//! `features` and `references` speak OData V4, `projects` plain JSON; `pass_through` hands on what it gets.

pub(super) mod error;
mod features;
mod options;
mod pass_through;
mod projects;
mod references;
mod view;

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .merge(features::routes())
        .merge(references::routes())
        .merge(projects::routes())
        .merge(pass_through::routes())
}
