//! Errors of the Content Agent. Clients only show them.

use crate::auth::Dialect;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use engine::content::rights::{ExportContent, ReadContent};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::json;

/// An error answer.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    message: String,
}

impl Problem {
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, message: message.into() }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "the Content Agent failed");
        }
        let status = match error.kind() {
            Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Invalid => StatusCode::BAD_REQUEST,
            Kind::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::Overloaded | Kind::Unavailable | Kind::Upstream => StatusCode::SERVICE_UNAVAILABLE,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self { status, message: error.message().to_owned() }
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let code = self.status.canonical_reason().unwrap_or("Error");
        let body = json!({ "error": { "code": code, "message": self.message } });
        let mut response = (self.status, Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl Dialect for ExportContent {
    type Problem = Problem;
}

impl Dialect for ReadContent {
    type Problem = Problem;
}
