//! Deploy service: `/deploy-service/public/ping`, and SLP below `…/slprot/{org}/{space}/slp` or
//! `…/slprot/{space-guid}/slp`.
//!
//! The root of a target may stand behind any prefix and holds names in which `%2F` is no separator, so the router only
//! hands the raw path over; [`dispatch`] finds target and resource in it. Not here: the `/api/v1` of the same service.

mod answer;
mod csrf;
mod dispatch;
pub(super) mod error;
mod files;
mod identity;
mod processes;
mod runs;
mod services;
mod view;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get};
use engine::Cx;

/// The prefix of the service.
const ROOT: &str = "/deploy-service";

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/deploy-service/public/ping", get(ping))
        .route("/deploy-service/{*path}", any(dispatch::slp))
        // Archives are streamed; what is read into memory is limited where it is read.
        .layer(DefaultBodyLimit::disable())
}

/// Whether somebody is there, for those who look for the right domain.
async fn ping() -> &'static str {
    "pong"
}
