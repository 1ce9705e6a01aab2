//! The error dialects: OAuth and SCIM on the one hand, the role administration on the other.

use crate::auth::speaks;
use crate::service::{self, Service};
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::identity::rights::{
    AssignRoles, LoggedIn, ReadAssignments, ReadPeople, ReadRoles, ReadUsers, WritePeople, WriteRoles, WriteUsers,
};
use engine::{Error, Kind};
use http::{HeaderValue, StatusCode, header};
use wire::xsuaa::{AdminError, OauthError};

/// The authorization service.
#[derive(Debug, Clone)]
pub struct Uaa;

/// An OAuth or SCIM error.
pub type Problem = service::Problem<Uaa>;

pub(super) type Result<T, E = Problem> = std::result::Result<T, E>;

speaks!(Uaa: LoggedIn, ReadUsers, WriteUsers, ReadPeople, WritePeople);

/// The word of an error, and whether somebody is asked to prove who he is.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    error: &'static str,
    challenge: bool,
}

impl Service for Uaa {
    const NAME: &'static str = "authorization service";
    const CHALLENGE: Option<&'static str> = None;
    type Detail = Detail;

    fn detail(error: &Error) -> Detail {
        let by_kind = match error.kind() {
            Kind::Unauthenticated => "unauthorized",
            Kind::Forbidden => "access_denied",
            Kind::NotFound => "not_found",
            Kind::Conflict => "scim_resource_already_exists",
            Kind::Invalid | Kind::Unprocessable | Kind::TooLarge => "invalid_request",
            Kind::Overloaded | Kind::Unavailable | Kind::Upstream => "temporarily_unavailable",
            Kind::Internal => "server_error",
        };
        let challenge = error.kind() == Kind::Unauthenticated;
        Detail { error: error.code().unwrap_or(by_kind), challenge }
    }

    fn envelope(problem: Problem) -> Response {
        let Problem { status, message, detail: Detail { error, challenge } } = problem;
        let challenge = if challenge { asked(error, &message) } else { None };
        let body = OauthError { error: error.to_owned(), error_description: message };
        let mut response = (status, uncached(Json(body))).into_response();
        if let Some(value) = challenge {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
        }
        response
    }
}

impl Problem {
    pub(super) fn named(status: StatusCode, error: &'static str, description: impl Into<String>) -> Self {
        Self { detail: Detail { error, challenge: false }, ..Self::new(status, description) }
    }

    /// The answer to a method that the token endpoint does not have.
    pub(super) fn method(method: &http::Method) -> Self {
        let text = format!("Request method '{method}' not supported");
        Self::named(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", text)
    }
}

/// Clients are told to send their secret, bearers that their token is no good.
fn asked(error: &str, description: &str) -> Option<HeaderValue> {
    let text = description.replace('"', "'");
    let scheme = if error == "invalid_token" { "Bearer realm=\"UAA/oauth\"" } else { "Basic realm=\"UAA/client\"" };
    HeaderValue::from_str(&format!("{scheme}, error=\"{error}\", error_description=\"{text}\"")).ok()
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

/// The role administration.
#[derive(Debug, Clone)]
pub struct Administration;

/// An error of the role administration: a sentence.
pub type AdminProblem = service::Problem<Administration>;

pub(super) type AdminResult<T> = std::result::Result<T, AdminProblem>;

speaks!(Administration: ReadRoles, WriteRoles, ReadAssignments, AssignRoles);

impl Service for Administration {
    const NAME: &'static str = "role administration";
    const CHALLENGE: Option<&'static str> = None;
    type Detail = ();

    fn envelope(problem: AdminProblem) -> Response {
        (problem.status, Json(AdminError { error: problem.message })).into_response()
    }
}

impl From<Problem> for AdminProblem {
    fn from(problem: Problem) -> Self {
        Self::new(problem.status, problem.message)
    }
}
