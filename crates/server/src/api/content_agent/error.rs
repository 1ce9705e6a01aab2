//! Errors of the Content Agent. Clients only show them.

use crate::auth::speaks;
use crate::service::{self, Service, reason};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use engine::content::rights::{ExportContent, ReadContent};
use engine::{Error, Kind};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::json;

/// The Content Agent.
#[derive(Debug, Clone)]
pub struct ContentAgent;

/// An error answer.
pub type Problem = service::Problem<ContentAgent>;

speaks!(ContentAgent: ExportContent, ReadContent);

impl Service for ContentAgent {
    const NAME: &'static str = "Content Agent";
    type Detail = ();

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            kind => service::status(kind),
        }
    }

    fn envelope(problem: Problem) -> Response {
        let body = json!({ "error": { "code": reason(problem.status), "message": problem.message } });
        (problem.status, Json(body)).into_response()
    }
}

impl Problem {
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }
}

impl From<odata::Error> for Problem {
    fn from(error: odata::Error) -> Self {
        Self::bad_request(error.to_string())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::bad_request(rejection.body_text())
    }
}

/// A JSON body, whatever its content type says.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|e| Problem::bad_request(e.body_text()))?;
        let value = wire::json::read(&bytes);
        value
            .map(Self)
            .map_err(|e| Problem::bad_request(format!("the body is not the JSON that is expected here: {e}")))
    }
}
