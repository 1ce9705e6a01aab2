//! Transport management: `/tms/versions`, `/tms/v2/…`.
//!
//! One file per resource, [`view`] for everything that goes out, [`read`] for everything that comes in, [`error`] for
//! refusals. The tenant comes from the token.

mod actions;
mod descriptors;
pub(super) mod error;
mod files;
mod nodes;
mod operations;
mod paging;
mod queue;
mod read;
mod requests;
mod routes;
mod slashes;
mod view;

use crate::auth;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::{any, delete, get, post, put};
use axum::{Json, Router};
use engine::Cx;
use error::Problem;
use http::HeaderMap;
use wire::tms::{Version, Versions};

/// Its routes, below the root of the server. A path with too many slashes is served as if it had them not.
pub fn routes() -> Router<Cx> {
    exact().route("/tms/{*rest}", any(slashes::collapse))
}

fn exact() -> Router<Cx> {
    Router::new().route("/tms/versions", get(versions)).merge(landscape()).merge(content()).merge(transport())
}

fn landscape() -> Router<Cx> {
    Router::new()
        .route("/tms/v2/nodes", get(nodes::list).post(nodes::create))
        .route("/tms/v2/nodes/{node}", get(nodes::get).put(nodes::update).delete(nodes::remove))
        .route("/tms/v2/routes", get(routes::list).post(routes::create))
        .route("/tms/v2/routes/{route}", get(routes::get).put(routes::update).delete(routes::remove))
}

/// Bodies of any size; each handler has its own limit.
fn content() -> Router<Cx> {
    Router::new()
        .route("/tms/v2/files/upload", post(files::upload))
        .route("/tms/v2/files/{file}", delete(files::remove))
        .route("/tms/v2/nodes/upload", post(requests::upload))
        .route("/tms/v2/nodes/export", post(requests::export))
        .route("/tms/v2/nodes/{node}/mtaExtDescriptors", get(descriptors::list).post(descriptors::create))
        .route(
            "/tms/v2/nodes/{node}/mtaExtDescriptors/{descriptor}",
            put(descriptors::update).delete(descriptors::remove),
        )
        .layer(DefaultBodyLimit::disable())
}

fn transport() -> Router<Cx> {
    const QUEUE: &str = "/tms/v2/nodes/{node}/transportRequests";
    Router::new()
        .route(QUEUE, get(queue::list))
        .route(&format!("{QUEUE}/import"), post(operations::import))
        .route(&format!("{QUEUE}/importAll"), post(operations::import_all))
        .route(&format!("{QUEUE}/forward"), post(operations::forward))
        .route(&format!("{QUEUE}/reset"), post(operations::reset))
        .route(&format!("{QUEUE}/remove"), post(operations::remove))
        .route(&format!("{QUEUE}/{{request}}"), get(queue::one))
        .route(&format!("{QUEUE}/{{request}}/logs"), get(actions::of_request))
        .route("/tms/v2/transportRequests/{request}/tracking", get(queue::track))
        .route("/tms/v2/actions/{action}", get(actions::get))
        .route("/tms/v2/actions/{action}/logs", get(actions::of_action))
}

/// Any valid token will do.
async fn versions(headers: HeaderMap, State(cx): State<Cx>) -> Result<Json<Versions>, Problem> {
    auth::identity(&headers, &cx).await?;
    let version = |n: &str| Version { version: n.to_owned(), path: format!("v{n}") };
    Ok(Json(Versions { supported_versions: vec![version("1"), version("2")] }))
}
