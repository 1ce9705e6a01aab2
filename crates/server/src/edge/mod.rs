//! What happens to every request before and after its handler, in this order: host names to prefixes, a bounded body,
//! refusals that need no handler, correlation id, logging, metrics, panics; then the headers of every answer.

mod body;
mod headers;

use crate::api::unknown;
use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{MatchedPath, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
pub use body::Progress;
use engine::Cx;
use http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use percent_encoding::percent_decode_str;
use std::panic::AssertUnwindSafe;
use std::time::Instant;
use tower::ServiceExt;

const CORRELATION: HeaderName = HeaderName::from_static("x-correlation-id");
const FORWARDED: [&str; 4] = ["x-correlation-id", "x-correlationid", "x-vcap-request-id", "x-request-id"];

/// Puts the edge around the services.
pub(crate) fn wrap(services: Router, cx: Cx) -> Router {
    let inner = services.layer(middleware::from_fn(measured));
    let app = Router::new().fallback_service(inner);
    let https_only = headers::is_https_only(cx.addresses().public());
    let edge = tower::service_fn(move |mut request: Request| {
        let (app, cx) = (app.clone(), cx.clone());
        async move {
            rewrite_host(&mut request, &cx);
            let mut response = body::guarded(request, |request| served(app, request)).await;
            headers::secure(&mut response, https_only);
            Ok(response)
        }
    });
    Router::new().fallback_service(edge)
}

async fn served(app: Router, request: Request) -> Response {
    let path = request.uri().path();
    if percent_decode_str(path).decode_utf8().is_err() {
        return unknown::unreadable(request.method(), path);
    }
    app.oneshot(request).await.unwrap_or_else(|never| match never {})
}

/// The encoding of a body, if it has one: as at the originals, nothing is decoded.
fn encoding(request: &Request) -> Option<&str> {
    let value = request.headers().get(header::CONTENT_ENCODING)?.to_str().unwrap_or("?").trim();
    let plain = value.is_empty() || value.eq_ignore_ascii_case("identity");
    (!plain && !request.body().is_end_stream()).then_some(value)
}

/// A request to a service's own host becomes one to its prefix, so that routing knows prefixes only.
fn rewrite_host(request: &mut Request, cx: &Cx) {
    let host = request.headers().get(header::HOST).and_then(|h| h.to_str().ok()).map(str::to_owned);
    let host = host.or_else(|| request.uri().authority().map(ToString::to_string));
    let Some(prefix) = host.and_then(|host| cx.addresses().prefix_of_host(&host)) else { return };
    let path = request.uri().path_and_query().map_or("/", |p| p.as_str());
    if let Ok(uri) = format!("{prefix}{path}").parse::<Uri>() {
        *request.uri_mut() = uri;
    }
}

async fn measured(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = correlation_id(&request);
    let (method, uri) = (label(request.method()), request.uri().clone());
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", |m| m.as_str()).to_owned();
    let work = AssertUnwindSafe(async {
        match encoding(&request) {
            Some(encoding) => unknown::encoded(request.uri().path(), encoding),
            None => unknown::reworded(&uri, next.run(request).await).await,
        }
    });
    let outcome = client_scope(id.clone(), futures_util::FutureExt::catch_unwind(work)).await;
    let mut response = outcome.unwrap_or_else(|_| panicked());
    let (status, took) = (response.status(), started.elapsed());
    metrics::counter!("ropeway_http_requests_total", "method" => method, "route" => route.clone(), "status" => status.as_u16().to_string()).increment(1);
    metrics::histogram!("ropeway_http_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    tracing::debug!(method, route, status = status.as_u16(), ms = took.as_secs_f64() * 1e3, correlation = %id, "request");
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(CORRELATION, value);
    }
    response
}

/// A method as a label: clients may invent any, so those that nobody has are one.
fn label(method: &Method) -> &'static str {
    const LABELS: [&str; 9] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];
    LABELS.into_iter().find(|known| *known == method.as_str()).unwrap_or("other")
}

async fn client_scope<F: Future>(id: String, work: F) -> F::Output {
    engine::correlation(id, work).await
}

fn correlation_id(request: &Request) -> String {
    let given = FORWARDED.iter().find_map(|name| request.headers().get(*name)?.to_str().ok());
    given.filter(|id| !id.is_empty() && id.len() <= 100).map_or_else(fresh_id, str::to_owned)
}

fn fresh_id() -> String {
    engine::random::Random::system().uuid().to_string()
}

fn panicked() -> Response {
    tracing::error!("a handler panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, Body::from("{\"error\":\"internal server error\"}")).into_response()
}
