//! Refusals of our own API: `{"error":{"code":"…","message":"…"}}`.

use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
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
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable) {
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
        Kind::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
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
