//! What is refused before a handler is reached, such as paths and methods that no service has: in the dialect of the
//! service that the path belongs to, because clients that read a refusal cannot read an empty body.

use super::{accounts, alm, cf, content_agent, cpi, deploy, destination, ropeway, service_manager, tms, uaa};
use axum::response::Response;
use engine::Error;
use http::{HeaderValue, Method, StatusCode, Uri, header};

/// There is nothing at this path.
pub(crate) async fn path(method: Method, uri: Uri) -> Response {
    no_operation(StatusCode::NOT_FOUND, &method, uri.path())
}

/// There is something at this path, but not for this method.
pub(crate) async fn method(method: Method, uri: Uri) -> Response {
    no_operation(StatusCode::METHOD_NOT_ALLOWED, &method, uri.path())
}

/// A path whose escapes are no text.
pub(crate) fn unreadable(method: &Method, path: &str) -> Response {
    no_operation(StatusCode::BAD_REQUEST, method, path)
}

/// A body that stopped coming.
pub(crate) fn too_slow(path: &str) -> Response {
    let error = Error::invalid("the request's body came too slowly; send it again, faster or in smaller parts");
    refusal(StatusCode::REQUEST_TIMEOUT, path, error)
}

/// A body in an encoding that is not decoded.
pub(crate) fn encoded(path: &str, encoding: &str) -> Response {
    let message = format!("the body's Content-Encoding '{encoding}' is not supported: send it without one");
    let mut response = refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, path, Error::invalid(message));
    response.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    response
}

fn no_operation(status: StatusCode, method: &Method, path: &str) -> Response {
    match service(path) {
        // Cloud Foundry tells neither apart.
        "cf" => cf::unknown(),
        "deploy-service" => deploy::refusal(status),
        _ => refusal(status, path, Error::not_found(format!("there is no operation {method} {path}"))),
    }
}

fn service(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

fn refusal(status: StatusCode, path: &str, error: Error) -> Response {
    let mut response = match service(path) {
        "cf" => cf::refusal(error),
        "tms" => tms::refusal(error),
        "uaa" | "cf-uaa" | "oauth" => uaa::refusal(error),
        "content-agent" => content_agent::refusal(error),
        "deploy-service" => deploy::refused(error),
        "cpi" => cpi::refusal(error),
        "destination-configuration" => destination::refusal(error),
        "service-manager" => service_manager::refusal(error),
        "accounts" | "entitlements" | "provisioning" | "saas-manager" | "jobs-management" => {
            accounts::refusal(error, path)
        }
        "alm" => alm::refusal(error),
        _ => ropeway::refusal(error),
    };
    *response.status_mut() = status;
    response
}
