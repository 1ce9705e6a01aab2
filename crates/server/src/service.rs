//! A service is a value: what its refusals look like, and in what it differs from the others.
//!
//! Status, challenge and log are the same for all of them and stand here; each service's `error.rs` adds its envelope
//! and its codes. When to come again is said at the edge ([`crate::edge`]).

use crate::auth::no_token;
use axum::response::{IntoResponse, Response};
use engine::{Error, Kind};
use http::header::WWW_AUTHENTICATE;
use http::{HeaderValue, StatusCode};
use std::fmt::Debug;

/// A service, and the dialect in which it refuses.
pub trait Service: Debug + Clone + Send + Sync + 'static {
    /// What the log calls it.
    const NAME: &'static str;
    /// How somebody without a valid token is asked for one.
    const CHALLENGE: Option<&'static str> = Some("Bearer");
    /// What its refusals say besides status and message.
    type Detail: Debug + Clone + Default + Send + Sync;

    /// The status of an error.
    fn status(error: &Error) -> StatusCode {
        status(error.kind())
    }

    /// What its refusal says besides the message.
    fn detail(_: &Error) -> Self::Detail {
        Self::Detail::default()
    }

    /// What a call without a token is told.
    fn without_token() -> Problem<Self> {
        no_token().into()
    }

    /// The refusal in its envelope.
    fn envelope(problem: Problem<Self>) -> Response;
}

/// A refusal of the service `S`.
#[derive(Debug, Clone)]
pub struct Problem<S: Service> {
    pub status: StatusCode,
    /// What is wrong, and what to do.
    pub message: String,
    /// What only this service says.
    pub detail: S::Detail,
}

impl<S: Service> Problem<S> {
    /// A refusal that is no error of a use case.
    pub fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), detail: S::Detail::default() }
    }
}

impl<S: Service> From<Error> for Problem<S> {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(service = S::NAME, error = %error.chain(), "a call failed");
        }
        Self { status: S::status(&error), message: error.message().to_owned(), detail: S::detail(&error) }
    }
}

impl<S: Service> IntoResponse for Problem<S> {
    fn into_response(self) -> Response {
        let mut response = S::envelope(self);
        if let (StatusCode::UNAUTHORIZED, Some(challenge)) = (response.status(), S::CHALLENGE) {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        }
        response
    }
}

/// The status of each kind of error, where a service has no other.
#[must_use]
pub fn status(kind: Kind) -> StatusCode {
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

/// `Not Found`.
pub(crate) fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Error")
}

/// `NotFound`.
pub(crate) fn word(status: StatusCode) -> String {
    reason(status).replace(' ', "")
}
