//! Content Agent: `/content-agent/v1/…`.

mod activities;
pub(super) mod error;
mod export;
mod resources;
mod view;

use crate::auth::At;
use axum::Router;
use axum::routing::{any, get, post};
use engine::content::rights::ReadContent;
use engine::{Cx, Error};
use http::{Method, Uri};

/// Its routes, below the root of the server.
pub fn routes() -> Router<Cx> {
    Router::new()
        .route("/content-agent/v1/contentResources", get(resources::list))
        .route("/content-agent/v1/contentResources/export", post(export::start))
        .route("/content-agent/v1/operations/{id}", get(activities::operation))
        .route("/content-agent/v1/operations/{id}/logs", get(activities::logs))
        .route("/content-agent/v1/operations/{id}/config", get(activities::config))
        .route("/content-agent/v1/operations/{id}/file/{file}", get(activities::file))
        .route("/content-agent/v1/activities", get(activities::list))
        .route("/content-agent", any(nothing_here))
        .route("/content-agent/", any(nothing_here))
        .route("/content-agent/{*rest}", any(nothing_here))
}

/// The connection check of a destination comes here without a token, and is to see 401, as from the original.
async fn nothing_here(_: At<ReadContent>, method: Method, uri: Uri) -> error::Problem {
    Error::not_found(format!("there is no operation {method} {}", uri.path())).into()
}
