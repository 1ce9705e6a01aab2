//! Refusals of the public APIs: `{"error":{"code":"…","message":"…"}}`.

use crate::auth::speaks;
use crate::service::{self, Service};
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::change::right::{ReadFeatures, ReadProjects, WriteFeatures, WriteProjects};
use http::StatusCode;

/// Below this path everything is what transport management says.
pub(crate) const PASS_THROUGH: &str = "/imp-cdm-transport-management-api/";

/// Cloud ALM.
#[derive(Debug, Clone)]
pub struct CloudAlm;

/// A refusal.
pub type Problem = service::Problem<CloudAlm>;

speaks!(CloudAlm: ReadFeatures, WriteFeatures, ReadProjects, WriteProjects);

impl Service for CloudAlm {
    const NAME: &'static str = "Cloud ALM";
    type Detail = ();

    fn envelope(problem: Problem) -> Response {
        let body = odata::v4::error(problem.status.as_str(), &problem.message);
        (problem.status, Json(body)).into_response()
    }
}

impl Problem {
    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(super) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("{what} does not exist"))
    }
}

impl From<odata::Error> for Problem {
    fn from(error: odata::Error) -> Self {
        Self::invalid(error.to_string())
    }
}
