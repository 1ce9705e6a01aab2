//! Refusals: plain text, no envelope.

use axum::response::{IntoResponse, Response};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};

/// What a handler answers.
pub(super) type Result<T, E = Problem> = std::result::Result<T, E>;

/// A refusal of the deploy service.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    text: String,
    needs_csrf_token: bool,
}

impl Problem {
    pub(super) fn new(status: StatusCode, text: impl Into<String>) -> Self {
        Self { status, text: text.into(), needs_csrf_token: false }
    }

    /// A write without the token of its session. Clients fetch one and try again.
    pub(super) fn csrf() -> Self {
        let text = "CSRF token is missing or expired: read a resource first, and send its X-CSRF-TOKEN and cookies";
        Self { needs_csrf_token: true, ..Self::new(StatusCode::FORBIDDEN, text) }
    }

    pub(super) fn needs_csrf_token(&self) -> bool {
        self.needs_csrf_token
    }

    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Not Found")
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = match error.kind() {
            Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Invalid | Kind::Unprocessable => StatusCode::BAD_REQUEST,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Overloaded | Kind::Unavailable | Kind::Upstream => StatusCode::SERVICE_UNAVAILABLE,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "deploy service");
        }
        Self::new(status, error.message())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.text).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let realm = HeaderValue::from_static("Basic realm=\"CF Deploy Service\"");
            response.headers_mut().insert(WWW_AUTHENTICATE, realm);
        }
        response
    }
}
