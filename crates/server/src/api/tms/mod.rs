//! Transport management: `/tms/versions`, `/tms/v2/…`.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
