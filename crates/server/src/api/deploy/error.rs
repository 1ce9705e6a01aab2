//! Refusals: plain text, no envelope.

use crate::service::{self, Service};
use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// What a handler answers.
pub(super) type Result<T, E = Problem> = std::result::Result<T, E>;

/// The deploy service.
#[derive(Debug, Clone)]
pub struct DeployService;

/// A refusal of the deploy service.
pub type Problem = service::Problem<DeployService>;

impl Service for DeployService {
    const NAME: &'static str = "deploy service";
    const CHALLENGE: Option<&'static str> = Some("Basic realm=\"CF Deploy Service\"");
    /// Whether a token of the session is missing.
    type Detail = bool;

    fn envelope(problem: Problem) -> Response {
        (problem.status, problem.message).into_response()
    }
}

impl Problem {
    /// A write without the token of its session. Clients fetch one and try again.
    pub(super) fn csrf() -> Self {
        let text = "CSRF token is missing or expired: read a resource first, and send its X-CSRF-TOKEN and cookies";
        Self { detail: true, ..Self::new(StatusCode::FORBIDDEN, text) }
    }

    pub(super) fn needs_csrf_token(&self) -> bool {
        self.detail
    }

    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Not Found")
    }
}
