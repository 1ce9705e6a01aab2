//! Refusals: `{"ErrorMessage":"…"}`, with `violations` when a rule of a destination's type is broken.

use crate::auth::Dialect;
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::platform::destination::right::{Find, ReadInstance, ReadSubaccount, WriteInstance, WriteSubaccount};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use wire::destination::ErrorBody;

/// A refusal of this service.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: ErrorBody,
}

impl Problem {
    /// A body that cannot be read, or breaks rules.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// Rules of a destination's type are broken.
    pub(crate) fn violated(violation: &model::destination::Violation) -> Self {
        let mut problem = Self::invalid(violation.to_string());
        problem.body.violations = vec![super::view::violation(violation)];
        problem
    }

    /// The version asked about is not the present one.
    pub(crate) fn precondition_failed() -> Self {
        Self::new(StatusCode::PRECONDITION_FAILED, "the destination was changed since; read it again")
    }

    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, body: ErrorBody { error_message: message.into(), violations: Vec::new() } }
    }
}

/// The status of each kind of refusal.
pub(super) fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Invalid | Kind::Unprocessable => StatusCode::BAD_REQUEST,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::Overloaded | Kind::Unavailable | Kind::Upstream => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "destination service");
        }
        Self::new(status(error.kind()), error.message())
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

impl Dialect for Find {
    type Problem = Problem;
}
impl Dialect for ReadSubaccount {
    type Problem = Problem;
}
impl Dialect for WriteSubaccount {
    type Problem = Problem;
}
impl Dialect for ReadInstance {
    type Problem = Problem;
}
impl Dialect for WriteInstance {
    type Problem = Problem;
}
