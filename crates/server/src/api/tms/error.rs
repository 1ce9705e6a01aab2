//! Refusals: `errorType` and `message`, except that 401 and 403 speak OAuth.

use crate::auth::Dialect;
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::transport::right::{Display, Export, ImportAll, ImportSelected, ManageLandscape, Operate};
use engine::{Error, Kind};
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use wire::tms::{AuthErrorBody, ErrorBody};

/// A refusal of this service.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    error_type: &'static str,
    message: String,
}

fn told(kind: Kind) -> (StatusCode, &'static str) {
    match kind {
        Kind::Unauthenticated => (StatusCode::UNAUTHORIZED, "unauthorized"),
        Kind::Forbidden => (StatusCode::FORBIDDEN, "unauthorized"),
        Kind::NotFound => (StatusCode::NOT_FOUND, "TsNotFoundException"),
        Kind::Invalid => (StatusCode::BAD_REQUEST, "TsBadRequestException"),
        Kind::Conflict | Kind::Unprocessable | Kind::TooLarge => {
            (StatusCode::UNPROCESSABLE_ENTITY, "TsUnprocessableEntityException")
        }
        Kind::Overloaded => (StatusCode::TOO_MANY_REQUESTS, "TsTooManyRequestsException"),
        Kind::Unavailable | Kind::Upstream => (StatusCode::SERVICE_UNAVAILABLE, "TsServiceUnavailableException"),
        Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "TsInternalServerErrorException"),
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if matches!(error.kind(), Kind::Internal | Kind::Unavailable | Kind::Upstream) {
            tracing::error!(error = %error.chain(), "transport management");
        }
        let (status, error_type) = told(error.kind());
        Self { status, error_type, message: error.message().to_owned() }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { status, error_type, message } = self;
        if matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
            let body = AuthErrorBody { error: error_type.to_owned(), error_description: message };
            let mut response = (status, Json(body)).into_response();
            if status == StatusCode::UNAUTHORIZED {
                response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            return response;
        }
        let mut response = (status, Json(ErrorBody { error_type: error_type.to_owned(), message })).into_response();
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

impl Dialect for Display {
    type Problem = Problem;
}
impl Dialect for ManageLandscape {
    type Problem = Problem;
}
impl Dialect for Export {
    type Problem = Problem;
}
impl Dialect for ImportAll {
    type Problem = Problem;
}
impl Dialect for ImportSelected {
    type Problem = Problem;
}
impl Dialect for Operate {
    type Problem = Problem;
}
