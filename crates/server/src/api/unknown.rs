//! What is refused before a handler is reached, such as paths and methods that no service has: in the dialect of the
//! service that the path belongs to, because clients that read a refusal cannot read an empty body.

use super::accounts::error as accounts;
use super::alm::error as alm;
use super::cf::error as cf;
use super::content_agent::error as content_agent;
use super::cpi::error as cpi;
use super::deploy::error as deploy;
use super::destination::error as destination;
use super::ropeway::error as ropeway;
use super::service_manager::error as service_manager;
use super::tms::error as tms;
use super::uaa::error as uaa;
use crate::service::reason;
use axum::body::to_bytes;
use axum::response::{IntoResponse, Response};
use engine::{Error, Kind};
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

/// What the arguments of a handler refuse by themselves (a query, or a body that is too long) comes as a plain text: says
/// it in the words of the service. What a service says in plain text itself stays.
pub(crate) async fn reworded(uri: &Uri, response: Response) -> Response {
    let is_plain = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/plain; charset=utf-8");
    let path = uri.path();
    let says_so_itself = service(path) == "deploy-service" || path.contains(alm::PASS_THROUGH);
    if !is_plain || says_so_itself || !response.status().is_client_error() || !is_known(service(path)) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let text = to_bytes(body, LONGEST).await.unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let error = match parts.status {
        StatusCode::PAYLOAD_TOO_LARGE => Error::new(Kind::TooLarge, text),
        _ => Error::invalid(text),
    };
    refusal(parts.status, path, error)
}

/// The most of a refusal that is reworded.
const LONGEST: usize = 64 << 10;

fn is_known(service: &str) -> bool {
    const SERVICES: [&str; 16] = [
        "cf",
        "tms",
        "uaa",
        "cf-uaa",
        "oauth",
        "content-agent",
        "cpi",
        "destination-configuration",
        "service-manager",
        "accounts",
        "entitlements",
        "provisioning",
        "saas-manager",
        "jobs-management",
        "alm",
        "api",
    ];
    SERVICES.contains(&service)
}

fn no_operation(status: StatusCode, method: &Method, path: &str) -> Response {
    match service(path) {
        // Cloud Foundry tells neither apart.
        "cf" => cf::Problem::unknown_request().into_response(),
        "deploy-service" => deploy::Problem::new(status, reason(status)).into_response(),
        _ => refusal(status, path, Error::not_found(format!("there is no operation {method} {path}"))),
    }
}

fn service(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

fn refusal(status: StatusCode, path: &str, error: Error) -> Response {
    let mut response = match service(path) {
        "cf" => cf::Problem::from(error).into_response(),
        "tms" => tms::Problem::from(error).into_response(),
        "uaa" | "cf-uaa" | "oauth" => uaa::Problem::from(error).into_response(),
        "content-agent" => content_agent::Problem::from(error).into_response(),
        "deploy-service" => deploy::Problem::from(error).into_response(),
        "cpi" => cpi::Problem::from(error).into_response(),
        "destination-configuration" => destination::Problem::from(error).into_response(),
        "service-manager" => service_manager::Problem::from(error).into_response(),
        "accounts" | "entitlements" | "provisioning" | "saas-manager" | "jobs-management" => {
            accounts::about(path.to_owned(), accounts::Problem::from(error).into_response())
        }
        "alm" => alm::Problem::from(error).into_response(),
        _ => ropeway::Problem::from(error).into_response(),
    };
    *response.status_mut() = status;
    response
}
