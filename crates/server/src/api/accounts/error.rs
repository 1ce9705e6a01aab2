//! Refusals: one envelope with a technical code, the resource and the correlation id.

use crate::auth::Dialect;
use axum::Json;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::platform::code;
use engine::platform::right::{ManageGlobalAccount, ManageSubaccount, ViewGlobalAccount, ViewJobs, ViewSubaccount};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use serde::de::DeserializeOwned;
use wire::accounts::{ErrorBody, ErrorDetail};

/// A refusal of these services. The body is put in by [`render`], which knows the path.
#[derive(Debug, Clone)]
pub struct Problem {
    status: StatusCode,
    code: i64,
    message: String,
}

impl Problem {
    /// A body or a parameter that cannot be read.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self::from(Error::invalid(message).with_code(code::VALIDATION))
    }
}

/// Reads a body.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    wire::json::read(body).map_err(|e| Problem::validation(format!("the body cannot be read: {e}")))
}

fn told(kind: Kind) -> (StatusCode, i64) {
    match kind {
        Kind::Unauthenticated => (StatusCode::UNAUTHORIZED, 11_001),
        Kind::Forbidden => (StatusCode::FORBIDDEN, 11_003),
        Kind::NotFound => (StatusCode::NOT_FOUND, 11_004),
        Kind::Conflict => (StatusCode::CONFLICT, 12_009),
        Kind::Invalid | Kind::Unprocessable | Kind::TooLarge => (StatusCode::BAD_REQUEST, 12_003),
        Kind::Overloaded => (StatusCode::TOO_MANY_REQUESTS, 11_006),
        Kind::Unavailable | Kind::Upstream => (StatusCode::SERVICE_UNAVAILABLE, 10_003),
        Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, 10_000),
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "account services");
        }
        let (status, general) = told(error.kind());
        let code = error.code().and_then(|code| code.parse().ok()).unwrap_or(general);
        Self { status, code, message: error.message().to_owned() }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the body of a refusal.
pub(super) async fn render(request: Request, next: Next) -> Response {
    let target = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Problem>() {
        Some(problem) => problem.at(target),
        None => response,
    }
}

impl Problem {
    /// The whole refusal of a call to this path.
    pub(super) fn at(self, target: String) -> Response {
        let Self { status, code, message } = self;
        let correlation_id = engine::current_correlation().unwrap_or_default();
        let error = ErrorDetail { code, message, target, details: Vec::new(), correlation_id };
        let mut response = (status, Json(ErrorBody { error })).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl Dialect for ViewGlobalAccount {
    type Problem = Problem;
}
impl Dialect for ManageGlobalAccount {
    type Problem = Problem;
}
impl Dialect for ViewSubaccount {
    type Problem = Problem;
}
impl Dialect for ManageSubaccount {
    type Problem = Problem;
}
impl Dialect for ViewJobs {
    type Problem = Problem;
}
