//! Refusals of our own API: `{"error":{"code":"…","message":"…"}}`.

use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, Method, StatusCode, Uri};
use std::collections::BTreeMap;
use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use wire::ropeway::{ErrorBody, ErrorDetail};

/// A refusal of our own API.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: String,
    message: String,
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "management API");
        }
        let (status, code) = status(error.kind());
        let code = error.code().unwrap_or(code).to_owned();
        Self { status, code, message: error.message().to_owned() }
    }
}

fn status(kind: Kind) -> (StatusCode, &'static str) {
    match kind {
        Kind::Unauthenticated => (StatusCode::UNAUTHORIZED, "unauthenticated"),
        Kind::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
        Kind::NotFound => (StatusCode::NOT_FOUND, "not_found"),
        Kind::Conflict => (StatusCode::CONFLICT, "conflict"),
        Kind::Invalid => (StatusCode::BAD_REQUEST, "invalid"),
        Kind::Unprocessable => (StatusCode::UNPROCESSABLE_ENTITY, "unprocessable"),
        Kind::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        Kind::Overloaded => (StatusCode::SERVICE_UNAVAILABLE, "overloaded"),
        Kind::Unavailable | Kind::Upstream => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = ErrorBody { error: ErrorDetail { code: self.code, message: self.message } };
        let mut response = (self.status, Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// Every operation may refuse in these ways; what is special to one is said there.
impl IntoResponses for Problem {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let all = [
            ("400", "Something in the call is wrong; the message says what."),
            ("401", "There is no valid token."),
            ("403", "The token lacks the right, or belongs to another subaccount."),
            ("404", "It does not exist, or not for this caller."),
            ("default", "Any other refusal; 503 when something that is needed does not answer, which may pass."),
        ];
        all.into_iter().map(|(status, text)| (status.to_owned(), refusal(text))).collect()
    }
}

fn refusal(text: &str) -> RefOr<utoipa::openapi::Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ErrorBody"))).build();
    ResponseBuilder::new().description(text).content("application/json", content).build().into()
}

/// What is answered where there is nothing.
pub(super) async fn unknown(method: Method, uri: Uri) -> Problem {
    let message = format!("there is no {method} {}; GET /api/v1/openapi.json describes what there is", uri.path());
    Problem { status: StatusCode::NOT_FOUND, code: "unknown_route".to_owned(), message }
}

/// What is answered where the path is known and the method is not.
pub(super) async fn wrong_method(method: Method, uri: Uri) -> Problem {
    let message = format!("{} is not for {method}; GET /api/v1/openapi.json describes what it is for", uri.path());
    Problem { status: StatusCode::METHOD_NOT_ALLOWED, code: "wrong_method".to_owned(), message }
}
