//! Errors of a tenant: the envelope of OData V2, in JSON unless XML was asked for.

use crate::auth::speaks;
use crate::service::{self, Service, reason};
use axum::response::{IntoResponse, Response};
use engine::content::rights::{ExportTransports, ImportTransports};
use engine::{Error, Kind};
use http::{HeaderValue, StatusCode, header};

/// The API of a tenant.
#[derive(Debug, Clone)]
pub struct Tenant;

/// An error answer.
pub type Problem = service::Problem<Tenant>;

speaks!(Tenant: ExportTransports, ImportTransports);

/// What an error answer says besides, and how.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    code: Option<String>,
    xml: bool,
    csrf_required: bool,
}

impl Service for Tenant {
    const NAME: &'static str = "Cloud Integration";
    const CHALLENGE: Option<&'static str> = Some("Basic realm=\"SAP Cloud Integration\"");
    type Detail = Detail;

    fn status(error: &Error) -> StatusCode {
        match (error.kind(), error.code()) {
            (_, Some("locked")) => StatusCode::BAD_REQUEST,
            (_, Some("draft" | "artifact_exists")) => StatusCode::INTERNAL_SERVER_ERROR,
            (Kind::Overloaded, _) => StatusCode::TOO_MANY_REQUESTS,
            (kind, _) => service::status(kind),
        }
    }

    fn envelope(problem: Problem) -> Response {
        let Problem { status, message, detail } = problem;
        let code = detail.code.as_deref().unwrap_or_else(|| reason(status));
        let (kind, body) = if detail.xml {
            ("application/xml;charset=utf-8", odata::v2::xml_error(code, &message))
        } else {
            ("application/json;charset=utf-8", odata::v2::json_error(code, &message).to_string())
        };
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
        if detail.csrf_required {
            response.headers_mut().insert("x-csrf-token", HeaderValue::from_static("Required"));
        }
        response
    }
}

impl Problem {
    /// A method that the resource does not have.
    pub(super) fn not_allowed() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "This method is not allowed here")
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Requested entity could not be found.")
    }

    pub(super) fn not_implemented(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_IMPLEMENTED, message)
    }

    /// A change by a session that does not prove that it wanted it.
    pub(super) fn csrf() -> Self {
        let mut problem = Self::new(StatusCode::FORBIDDEN, "CSRF token validation failed");
        problem.detail.csrf_required = true;
        problem
    }

    pub(super) fn xml(mut self, wanted: bool) -> Self {
        self.detail.xml = wanted;
        self
    }

    /// The same refusal with another status, where one operation of the original differs from the rest.
    pub(super) fn when(mut self, from: StatusCode, status: StatusCode) -> Self {
        if self.status == from {
            self.status = status;
            self.detail.code = None;
        }
        self
    }

    /// The same refusal under a code of its own.
    pub(super) fn coded(mut self, code: &str) -> Self {
        self.detail.code = Some(code.to_owned());
        self
    }
}

impl From<odata::Error> for Problem {
    fn from(error: odata::Error) -> Self {
        match error {
            odata::Error::UnknownOption(_) => Self::not_implemented(error.to_string()),
            _ => Self::bad_request(error.to_string()),
        }
    }
}
