//! Our own management API: `/api/v1/…`, with a person's token, in JSON.

pub mod alm;
pub mod destinations;
pub mod error;
pub mod tenants;

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new().merge(alm::routes()).merge(destinations::routes()).merge(tenants::routes())
}

/// What somebody is told who asks for what there is not.
pub(super) fn refusal(error: engine::Error) -> axum::response::Response {
    axum::response::IntoResponse::into_response(error::Problem::from(error))
}
