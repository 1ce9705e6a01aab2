//! Our own management API: `/api/v1/…`, with a person's token, in JSON, described by [`document`].

pub mod alm;
mod body;
mod can;
mod cockpit;
mod content_agent;
pub mod destinations;
pub mod document;
pub mod error;
mod events;
mod guide;
mod here;
mod integration;
mod paging;
pub mod people;
mod place;
mod session;
pub mod tenants;
mod transport;
mod version;

use axum::Router;
use axum::routing::any;
use engine::Cx;
use utoipa_axum::router::OpenApiRouter;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    let (routes, _) = documented().split_for_parts();
    routes.method_not_allowed_fallback(error::wrong_method).route("/api/v1/{*rest}", any(error::unknown))
}

/// The routes with their descriptions: the one source of both.
pub(crate) fn documented() -> OpenApiRouter<Cx> {
    document::head()
        .merge(alm::routes())
        .merge(cockpit::routes())
        .merge(destinations::routes())
        .merge(people::routes())
        .merge(session::routes())
        .merge(events::routes())
        .merge(guide::routes())
        .merge(transport::routes())
        .merge(tenants::routes())
        .merge(integration::routes())
        .merge(content_agent::routes())
}
