//! Errors of a tenant: the envelope of OData V2, in JSON unless XML was asked for.

use axum::response::{IntoResponse, Response};
use engine::content::rights;
use engine::{Error, Kind};
use http::{HeaderValue, StatusCode, header};

/// An error answer.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: String,
    message: String,
    xml: bool,
    csrf_required: bool,
}

impl Problem {
    pub(super) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        let code = status.canonical_reason().unwrap_or("Error").to_owned();
        Self { status, code, message: message.into(), xml: false, csrf_required: false }
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
        Self { csrf_required: true, ..Self::new(StatusCode::FORBIDDEN, "CSRF token validation failed") }
    }

    pub(super) fn xml(mut self, wanted: bool) -> Self {
        self.xml = wanted;
        self
    }

    /// The same refusal with another status, where one operation of the original differs from the rest.
    pub(super) fn when(mut self, from: StatusCode, status: StatusCode) -> Self {
        if self.status == from {
            self.status = status;
            status.canonical_reason().unwrap_or("Error").clone_into(&mut self.code);
        }
        self
    }

    /// The same refusal under a code of its own.
    pub(super) fn coded(mut self, code: &str) -> Self {
        code.clone_into(&mut self.code);
        self
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "a tenant's API failed");
        }
        Self::new(status(&error), error.message())
    }
}

fn status(error: &Error) -> StatusCode {
    match (error.kind(), error.code()) {
        (_, Some("locked")) => StatusCode::BAD_REQUEST,
        (_, Some("draft" | "artifact_exists")) => StatusCode::INTERNAL_SERVER_ERROR,
        (Kind::Unauthenticated, _) => StatusCode::UNAUTHORIZED,
        (Kind::Forbidden, _) => StatusCode::FORBIDDEN,
        (Kind::NotFound, _) => StatusCode::NOT_FOUND,
        (Kind::Conflict, _) => StatusCode::CONFLICT,
        (Kind::Invalid | Kind::Unprocessable, _) => StatusCode::BAD_REQUEST,
        (Kind::TooLarge, _) => StatusCode::PAYLOAD_TOO_LARGE,
        (Kind::Overloaded, _) => StatusCode::TOO_MANY_REQUESTS,
        (Kind::Unavailable | Kind::Upstream, _) => StatusCode::SERVICE_UNAVAILABLE,
        (Kind::Internal, _) => StatusCode::INTERNAL_SERVER_ERROR,
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (kind, body) = if self.xml {
            ("application/xml;charset=utf-8", odata::v2::xml_error(&self.code, &self.message))
        } else {
            ("application/json;charset=utf-8", odata::v2::json_error(&self.code, &self.message).to_string())
        };
        let mut response = (self.status, [(header::CONTENT_TYPE, kind)], body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let realm = HeaderValue::from_static("Basic realm=\"SAP Cloud Integration\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, realm);
        }
        if self.csrf_required {
            response.headers_mut().insert("x-csrf-token", HeaderValue::from_static("Required"));
        }
        response
    }
}

impl crate::auth::Dialect for rights::ExportTransports {
    type Problem = Problem;
}

impl crate::auth::Dialect for rights::ImportTransports {
    type Problem = Problem;
}
