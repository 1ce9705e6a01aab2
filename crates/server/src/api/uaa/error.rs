//! The error dialects: OAuth and SCIM on the one hand, the role administration on the other.

use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::identity::rights::{
    AssignRoles, LoggedIn, ReadAssignments, ReadPeople, ReadRoles, ReadUsers, WritePeople, WriteRoles, WriteUsers,
};
use engine::{Error, Kind};
use http::{HeaderValue, StatusCode, header};
use wire::xsuaa::{AdminError, OauthError};

use crate::auth::Dialect;

/// An OAuth or SCIM error.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: OauthError,
    challenge: bool,
}

pub(super) type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    pub(super) fn new(status: StatusCode, error: &str, description: impl Into<String>) -> Self {
        let body = OauthError { error: error.to_owned(), error_description: description.into() };
        Self { status, body, challenge: false }
    }

    /// The answer to a method that the token endpoint does not have.
    pub(super) fn method(method: &http::Method) -> Self {
        let text = format!("Request method '{method}' not supported");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", text)
    }
}

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

fn code(error: &Error) -> &'static str {
    let by_kind = match error.kind() {
        Kind::Unauthenticated => "unauthorized",
        Kind::Forbidden => "access_denied",
        Kind::NotFound => "not_found",
        Kind::Conflict => "scim_resource_already_exists",
        Kind::Invalid | Kind::Unprocessable | Kind::TooLarge => "invalid_request",
        Kind::Overloaded | Kind::Unavailable | Kind::Upstream => "temporarily_unavailable",
        Kind::Internal => "server_error",
    };
    error.code().unwrap_or(by_kind)
}

/// Failures that are ours are logged here, once.
pub(super) fn logged(error: &Error) {
    if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
        tracing::error!(error = %error.chain(), "the authorization service failed");
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        logged(&error);
        let challenge = error.kind() == Kind::Unauthenticated;
        Self { challenge, ..Self::new(status(error.kind()), code(&error), error.message()) }
    }
}

/// Clients are told to send their secret, bearers that their token is no good.
fn challenge(body: &OauthError) -> Option<HeaderValue> {
    let OauthError { error, error_description } = body;
    let text = error_description.replace('"', "'");
    let scheme = if error == "invalid_token" { "Bearer realm=\"UAA/oauth\"" } else { "Basic realm=\"UAA/client\"" };
    HeaderValue::from_str(&format!("{scheme}, error=\"{error}\", error_description=\"{text}\"")).ok()
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let challenge = if self.challenge { challenge(&self.body) } else { None };
        let mut response = (self.status, uncached(Json(self.body))).into_response();
        if let Some(value) = challenge {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
        }
        response
    }
}

/// What is about tokens must not be kept by anybody in between.
pub(super) fn uncached(body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json;charset=UTF-8"));
    response
}

impl Dialect for LoggedIn {
    type Problem = Problem;
}

impl Dialect for ReadUsers {
    type Problem = Problem;
}

impl Dialect for WriteUsers {
    type Problem = Problem;
}

impl Dialect for ReadPeople {
    type Problem = Problem;
}

impl Dialect for WritePeople {
    type Problem = Problem;
}

/// An error of the role administration: a sentence.
#[derive(Debug)]
pub struct AdminProblem {
    status: StatusCode,
    body: AdminError,
}

pub(super) type AdminResult<T> = std::result::Result<T, AdminProblem>;

impl From<Error> for AdminProblem {
    fn from(error: Error) -> Self {
        logged(&error);
        Self { status: status(error.kind()), body: AdminError { error: error.message().to_owned() } }
    }
}

impl From<Problem> for AdminProblem {
    fn from(problem: Problem) -> Self {
        Self { status: problem.status, body: AdminError { error: problem.body.error_description } }
    }
}

impl IntoResponse for AdminProblem {
    fn into_response(self) -> Response {
        (self.status, Json(self.body)).into_response()
    }
}

impl Dialect for ReadRoles {
    type Problem = AdminProblem;
}

impl Dialect for WriteRoles {
    type Problem = AdminProblem;
}

impl Dialect for ReadAssignments {
    type Problem = AdminProblem;
}

impl Dialect for AssignRoles {
    type Problem = AdminProblem;
}
