//! Deploy service: `/deploy-service/slprot/…`, `/deploy-service/public/ping`.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
