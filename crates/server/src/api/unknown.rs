//! Paths and methods that no service has: refused in the dialect of the service that the path belongs to, because
//! clients that read a refusal cannot read an empty body.

use super::{cf, content_agent, deploy, ropeway, tms, uaa};
use axum::response::Response;
use engine::Error;
use http::{HeaderValue, Method, StatusCode, Uri, header};

/// There is nothing at this path.
pub(crate) async fn path(method: Method, uri: Uri) -> Response {
    refusal(StatusCode::NOT_FOUND, &method, uri.path())
}

/// There is something at this path, but not for this method.
pub(crate) async fn method(method: Method, uri: Uri) -> Response {
    refusal(StatusCode::METHOD_NOT_ALLOWED, &method, uri.path())
}

/// A path whose escapes are no text.
pub(crate) fn unreadable(method: &Method, uri: &Uri) -> Response {
    refusal(StatusCode::BAD_REQUEST, method, uri.path())
}

fn refusal(status: StatusCode, method: &Method, path: &str) -> Response {
    let error = Error::not_found(format!("there is no operation {method} {path}"));
    let mut response = match path.split('/').nth(1).unwrap_or_default() {
        // Cloud Foundry tells neither apart.
        "cf" => return cf::unknown(),
        "tms" => tms::refusal(error),
        "uaa" | "cf-uaa" => uaa::refusal(error),
        "content-agent" => content_agent::refusal(error),
        "deploy-service" => deploy::refusal(status),
        _ => ropeway::refusal(error),
    };
    *response.status_mut() = status;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
