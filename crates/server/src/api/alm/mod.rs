//! Cloud ALM: `/alm/{tenant}/api/…`, the features API and the pass-through to transport management.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
