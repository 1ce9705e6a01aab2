//! Refusals: one envelope with a technical code, the resource and the correlation id.

use crate::auth::speaks;
use crate::service::{self, Service};
use axum::Json;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::platform::code;
use engine::platform::right::{ManageGlobalAccount, ManageSubaccount, ViewGlobalAccount, ViewJobs, ViewSubaccount};
use engine::{Error, Kind};
use http::StatusCode;
use serde::de::DeserializeOwned;
use wire::accounts::{ErrorBody, ErrorDetail};

/// The account services.
#[derive(Debug, Clone)]
pub struct Accounts;

/// A refusal of these services. The body is put in by [`render`], which knows the path.
pub type Problem = service::Problem<Accounts>;

speaks!(Accounts: ViewGlobalAccount, ManageGlobalAccount, ViewSubaccount, ManageSubaccount, ViewJobs);

impl Service for Accounts {
    const NAME: &'static str = "account services";
    /// The code, where it is not the status's own.
    type Detail = Option<i64>;

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::TooLarge => StatusCode::BAD_REQUEST,
            Kind::Overloaded => StatusCode::TOO_MANY_REQUESTS,
            kind => service::status(kind),
        }
    }

    fn detail(error: &Error) -> Option<i64> {
        error.code().and_then(|code| code.parse().ok())
    }

    fn envelope(problem: Problem) -> Response {
        let mut response = problem.status.into_response();
        response.extensions_mut().insert(problem);
        response
    }
}

impl Problem {
    /// A body or a parameter that cannot be read.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self::from(Error::invalid(message).with_code(code::VALIDATION))
    }

    fn code(&self) -> i64 {
        self.detail.unwrap_or(match self.status {
            StatusCode::UNAUTHORIZED => 11_001,
            StatusCode::FORBIDDEN => 11_003,
            StatusCode::NOT_FOUND => 11_004,
            StatusCode::CONFLICT => 12_009,
            StatusCode::BAD_REQUEST => 12_003,
            StatusCode::TOO_MANY_REQUESTS => 11_006,
            StatusCode::SERVICE_UNAVAILABLE => 10_003,
            _ => 10_000,
        })
    }
}

/// Reads a body.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    wire::json::read(body).map_err(|e| Problem::validation(format!("the body cannot be read: {e}")))
}

/// Writes the body of a refusal.
pub(super) async fn render(request: Request, next: Next) -> Response {
    let target = request.uri().path().to_owned();
    about(target, next.run(request).await)
}

/// The answer to a call of this path: a refusal gets its body.
pub(crate) fn about(target: String, mut response: Response) -> Response {
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let code = problem.code();
    let correlation_id = engine::current_correlation().unwrap_or_default();
    let error = ErrorDetail { code, message: problem.message, target, details: Vec::new(), correlation_id };
    (response.status(), response.headers().clone(), Json(ErrorBody { error })).into_response()
}
