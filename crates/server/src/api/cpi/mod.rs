//! Cloud Integration tenants: `/cpi/{tenant}/api/v1` (OData V2) and the transport module.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
