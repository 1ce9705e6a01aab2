//! What happens to every request before and after its handler: correlation id, host names to prefixes, logging,
//! metrics, panics.

use crate::api::unknown;
use axum::Router;
use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use engine::Cx;
use http::{HeaderValue, StatusCode, Uri, header};
use percent_encoding::percent_decode_str;
use std::panic::AssertUnwindSafe;
use std::time::Instant;
use tower::ServiceExt;

const FORWARDED: [&str; 4] = ["x-correlation-id", "x-correlationid", "x-vcap-request-id", "x-request-id"];

/// Puts the edge around the services.
pub(crate) fn wrap(services: Router, cx: Cx) -> Router {
    let inner = services.layer(middleware::from_fn(measured));
    let app = Router::new().fallback_service(inner);
    let rewritten = tower::service_fn(move |mut request: Request| {
        let (app, cx) = (app.clone(), cx.clone());
        async move {
            rewrite_host(&mut request, &cx);
            if percent_decode_str(request.uri().path()).decode_utf8().is_err() {
                return Ok(unknown::unreadable(request.method(), request.uri()));
            }
            app.oneshot(request).await
        }
    });
    Router::new().fallback_service(rewritten)
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
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", |m| m.as_str()).to_owned();
    let work = AssertUnwindSafe(next.run(request));
    let outcome = client_scope(id.clone(), futures_util::FutureExt::catch_unwind(work)).await;
    let mut response = outcome.unwrap_or_else(|_| panicked());
    let (status, took) = (response.status(), started.elapsed());
    metrics::counter!("ropeway_http_requests_total", "method" => method.to_string(), "route" => route.clone(), "status" => status.as_u16().to_string()).increment(1);
    metrics::histogram!("ropeway_http_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    tracing::debug!(%method, route, status = status.as_u16(), ms = took.as_secs_f64() * 1e3, correlation = %id, "request");
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-correlation-id", value);
    }
    response
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
