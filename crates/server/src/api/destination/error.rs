//! Refusals: `{"ErrorMessage":"…"}`, with `violations` when a rule of a destination's type is broken.

use crate::auth::speaks;
use crate::service::{self, Service};
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::platform::destination::right::{Find, ReadInstance, ReadSubaccount, WriteInstance, WriteSubaccount};
use http::StatusCode;
use wire::destination::{ErrorBody, Violation};

/// The destination service.
#[derive(Debug, Clone)]
pub struct Destinations;

/// A refusal of this service.
pub type Problem = service::Problem<Destinations>;

speaks!(Destinations: Find, ReadSubaccount, WriteSubaccount, ReadInstance, WriteInstance);

impl Service for Destinations {
    const NAME: &'static str = "destination service";
    type Detail = Vec<Violation>;

    fn envelope(problem: Problem) -> Response {
        let body = ErrorBody { error_message: problem.message, violations: problem.detail };
        (problem.status, Json(body)).into_response()
    }
}

impl Problem {
    /// A body that cannot be read, or breaks rules.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// Rules of a destination's type are broken.
    pub(crate) fn violated(violation: &model::destination::Violation) -> Self {
        let model::destination::Violation { configuration, errors } = violation.clone();
        Self { detail: vec![Violation { configuration, errors }], ..Self::invalid(violation.to_string()) }
    }

    /// The version asked about is not the present one.
    pub(crate) fn precondition_failed() -> Self {
        Self::new(StatusCode::PRECONDITION_FAILED, "the destination was changed since; read it again")
    }
}
