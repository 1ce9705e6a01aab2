//! Token service of all zones and of Cloud Foundry: `/uaa/{zone}/…`, `/cf-uaa/…`, roles and users.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
