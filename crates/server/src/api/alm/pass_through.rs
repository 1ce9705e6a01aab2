//! `/imp-cdm-transport-management-api/v1/…`: handed on to transport management, bytes and all.

use crate::auth;
use crate::service::{self, Service};
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Json, Router};
use engine::change::pass_through::{self, Answer, Passed};
use engine::{Cx, Error, Kind};
use futures_util::StreamExt;
use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
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
    Problem::new(StatusCode::NOT_FOUND, text).into_response()
}

async fn pass(State(cx): State<Cx>, parameters: RawPathParams, request: Request) -> Response {
    let tenant = parameters.iter().find(|(name, _)| *name == "tenant").map(|(_, value)| value.to_owned());
    let path = request.uri().path().split_once(API).map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    if path.chars().all(|c| c == '/') {
        return root().await;
    }
    match handed_on(&cx, tenant.unwrap_or_default(), path, request).await {
        Ok(answer) => answered(answer),
        Err(error) => Problem::from(error).into_response(),
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

/// The pass-through: what it refuses itself.
#[derive(Debug, Clone)]
struct PassThrough;

type Problem = service::Problem<PassThrough>;

impl Service for PassThrough {
    const NAME: &'static str = "pass-through";
    type Detail = ();

    fn status(error: &Error) -> StatusCode {
        match (error.kind(), error.code()) {
            (Kind::Conflict, _) => StatusCode::BAD_REQUEST,
            (Kind::Upstream, Some("gateway_timeout")) => StatusCode::GATEWAY_TIMEOUT,
            (Kind::Unavailable | Kind::Upstream, _) => StatusCode::BAD_GATEWAY,
            (kind, _) => service::status(kind),
        }
    }

    fn envelope(problem: Problem) -> Response {
        let Problem { status, message, .. } = problem;
        let error = match status {
            StatusCode::PAYLOAD_TOO_LARGE => "too_large".to_owned(),
            StatusCode::SERVICE_UNAVAILABLE => "overloaded".to_owned(),
            StatusCode::INTERNAL_SERVER_ERROR => "internal_error".to_owned(),
            status => service::reason(status).to_ascii_lowercase().replace(' ', "_"),
        };
        let (error_description, message) = match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => (Some(message), None),
            _ => (None, Some(message)),
        };
        (status, Json(PassThroughError { error, error_description, message })).into_response()
    }
}
