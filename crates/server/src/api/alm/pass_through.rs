//! `/imp-cdm-transport-management-api/v1/…`: handed on to transport management, bytes and all.

use crate::auth;
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Json, Router};
use engine::change::pass_through::{self, Answer, Passed};
use engine::{Cx, Error, Kind};
use futures_util::StreamExt;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, StatusCode};
use wire::alm::PassThroughError;

const API: &str = "/imp-cdm-transport-management-api/v1";
const ROOT: &str = "/alm/{tenant}/api/imp-cdm-transport-management-api/v1";
/// Who the caller says to act for.
const NAMED_USER: &str = "tms-named-user";

pub(super) fn routes() -> Router<Cx> {
    Router::new()
        .route(ROOT, any(root))
        .route(&format!("{ROOT}/"), any(root))
        .route(&format!("{ROOT}/{{*rest}}"), any(pass))
}

/// A connection check comes here, without a token; 404 is what it expects.
async fn root() -> Response {
    let text = "this is the root of the transport management API of SAP Cloud ALM; nothing is here, but the address is \
                right: the calls of Cloud Transport Management go below it, for example v2/nodes";
    refusal(StatusCode::NOT_FOUND, "not_found", text)
}

async fn pass(State(cx): State<Cx>, parameters: RawPathParams, request: Request) -> Response {
    let tenant = parameters.iter().find(|(name, _)| *name == "tenant").map(|(_, value)| value.to_owned());
    let path = request.uri().path().split_once(API).map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    if path.chars().all(|c| c == '/') {
        return root().await;
    }
    match handed_on(&cx, tenant.unwrap_or_default(), path, request).await {
        Ok(answer) => answered(answer),
        Err(error) => refused(&error),
    }
}

async fn handed_on(cx: &Cx, tenant: String, path: String, request: Request) -> Result<Answer, Error> {
    let identity = auth::identity(request.headers(), cx).await?;
    let (parts, body) = request.into_parts();
    let text = |name: &HeaderName| parts.headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let named = [ACCEPT, ACCEPT_LANGUAGE, HeaderName::from_static(NAMED_USER)];
    let headers = named.iter().filter_map(|name| Some((name.as_str().to_owned(), text(name)?))).collect();
    let content = body.into_data_stream().map(|piece| piece.map_err(std::io::Error::other)).boxed();
    let passed = Passed {
        method: parts.method.to_string(),
        path,
        query: parts.uri.query().map(str::to_owned),
        headers,
        content_type: text(&CONTENT_TYPE),
        length: text(&CONTENT_LENGTH).and_then(|length| length.parse().ok()),
        content,
    };
    pass_through::pass(cx, identity, &tenant, passed).await
}

fn answered(answer: Answer) -> Response {
    let mut headers = HeaderMap::new();
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            headers.insert(name, value);
        }
    }
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::BAD_GATEWAY);
    (status, headers, Body::from_stream(answer.content)).into_response()
}

fn refused(error: &Error) -> Response {
    if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
        tracing::error!(error = %error.chain(), "pass-through");
    }
    let (status, word) = match (error.kind(), error.code()) {
        (Kind::Unauthenticated, _) => (StatusCode::UNAUTHORIZED, "unauthorized"),
        (Kind::Forbidden, _) => (StatusCode::FORBIDDEN, "forbidden"),
        (Kind::NotFound, _) => (StatusCode::NOT_FOUND, "not_found"),
        (Kind::TooLarge, _) => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        (Kind::Overloaded, _) => (StatusCode::SERVICE_UNAVAILABLE, "overloaded"),
        (Kind::Internal, _) => (StatusCode::INTERNAL_SERVER_ERROR, "internal_error"),
        (Kind::Upstream, Some("gateway_timeout")) => (StatusCode::GATEWAY_TIMEOUT, "gateway_timeout"),
        (Kind::Unavailable | Kind::Upstream, _) => (StatusCode::BAD_GATEWAY, "bad_gateway"),
        _ => (StatusCode::BAD_REQUEST, "bad_request"),
    };
    refusal(status, word, error.message())
}

fn refusal(status: StatusCode, word: &str, text: &str) -> Response {
    let about_rights = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    let body = PassThroughError {
        error: word.to_owned(),
        error_description: about_rights.then(|| text.to_owned()),
        message: (!about_rights).then(|| text.to_owned()),
    };
    let mut response = (status, Json(body)).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
