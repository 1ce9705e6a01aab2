//! Refusals: a word and a description; what the broker refused carries the broker's own answer.

use crate::auth::Dialect;
use axum::Json;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::platform::code;
use engine::platform::right::{ManageServices, ViewServices};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use serde::de::DeserializeOwned;
use wire::service_manager::{BrokerError, ErrorBody};

/// A refusal of this service.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: Box<ErrorBody>,
}

impl Problem {
    pub(super) fn bad_request(description: impl Into<String>) -> Self {
        Self::from(Error::invalid(description))
    }
}

/// Reads a body.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    ::wire::json::read(body).map_err(|e| Problem::bad_request(format!("failed to decode request body: {e}")))
}

fn told(kind: Kind) -> (StatusCode, &'static str) {
    match kind {
        Kind::Unauthenticated => (StatusCode::UNAUTHORIZED, "Unauthorized"),
        Kind::Forbidden => (StatusCode::FORBIDDEN, "Forbidden"),
        Kind::NotFound => (StatusCode::NOT_FOUND, "NotFound"),
        Kind::Conflict => (StatusCode::CONFLICT, "Conflict"),
        Kind::Invalid | Kind::Unprocessable | Kind::TooLarge => (StatusCode::BAD_REQUEST, "BadRequest"),
        Kind::Overloaded => (StatusCode::TOO_MANY_REQUESTS, "TooManyRequests"),
        Kind::Unavailable | Kind::Upstream => (StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable"),
        Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError"),
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "service manager");
        }
        let (status, word) = told(error.kind());
        if error.code() == Some(code::BROKER) {
            return Self::of_broker(status, error.message());
        }
        let body = ErrorBody { error: word.to_owned(), description: error.message().to_owned(), broker_error: None };
        Self { status, body: Box::new(body) }
    }
}

impl Problem {
    /// To service manager, a broker that refuses is a gateway that fails.
    fn of_broker(status: StatusCode, description: &str) -> Self {
        let broker_error = BrokerError {
            status_code: status.as_u16(),
            error_message: None,
            description: description.to_owned(),
            response_error: None,
        };
        let description = format!("Service broker error: {description}");
        let body = ErrorBody { error: code::BROKER.to_owned(), description, broker_error: Some(broker_error) };
        Self { status: StatusCode::BAD_GATEWAY, body: Box::new(body) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl Dialect for ViewServices {
    type Problem = Problem;
}
impl Dialect for ManageServices {
    type Problem = Problem;
}
