//! The account services: `/accounts`, `/entitlements`, `/provisioning`, `/saas-manager`, `/jobs-management`.

use axum::Router;
use engine::Cx;

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
}
