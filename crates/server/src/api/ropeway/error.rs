//! Refusals of our own API: `{"error":{"code":"…","message":"…","correlationId":"…"}}`.

use crate::service::{self, Service};
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::error::CHANGED;
use engine::{Error, Kind};
use http::{Method, StatusCode, Uri};
use std::collections::BTreeMap;
use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};
use wire::ropeway::{ErrorBody, ErrorDetail};

/// Our own API.
#[derive(Debug, Clone)]
pub struct Management;

/// A refusal of our own API.
pub type Problem = service::Problem<Management>;

/// What a refusal says besides status and message.
#[derive(Debug, Clone, Default)]
pub struct Detail {
    pub code: &'static str,
    /// What would help.
    pub fix: Option<String>,
}

impl Service for Management {
    const NAME: &'static str = "management API";
    type Detail = Detail;

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Conflict if error.code() == Some(CHANGED) => StatusCode::PRECONDITION_FAILED,
            kind => service::status(kind),
        }
    }

    fn detail(error: &Error) -> Detail {
        let code = error.code().unwrap_or(match error.kind() {
            Kind::Unauthenticated => "unauthenticated",
            Kind::Forbidden => "forbidden",
            Kind::NotFound => "not_found",
            Kind::Conflict => "conflict",
            Kind::Invalid => "invalid",
            Kind::Unprocessable => "unprocessable",
            Kind::TooLarge => "too_large",
            Kind::Overloaded => "overloaded",
            Kind::Unavailable | Kind::Upstream => "unavailable",
            Kind::Internal => "internal",
        });
        Detail { code, fix: None }
    }

    fn envelope(problem: Problem) -> Response {
        let Detail { code, fix } = problem.detail;
        let correlation_id = engine::current_correlation();
        let error = ErrorDetail { code: code.to_owned(), message: problem.message, fix, correlation_id };
        (problem.status, Json(ErrorBody { error })).into_response()
    }
}

/// Every operation may refuse in these ways; what is special to one is said there.
impl IntoResponses for Problem {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let all = [
            ("400", "Something in the call is wrong; the message says what."),
            ("401", "There is no valid token."),
            ("403", "The token lacks the right, or belongs to another subaccount."),
            ("404", "It does not exist, or not for this caller."),
            ("default", "Any other refusal; 503 when something that is needed does not answer, which may pass."),
        ];
        all.into_iter().map(|(status, text)| (status.to_owned(), refusal(text))).collect()
    }
}

fn refusal(text: &str) -> RefOr<utoipa::openapi::Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ErrorBody"))).build();
    ResponseBuilder::new().description(text).content("application/json", content).build().into()
}

/// What is answered where there is nothing.
pub(super) async fn unknown(method: Method, uri: Uri) -> Problem {
    let message = format!("there is no {method} {}; GET /api/v1/openapi.json describes what there is", uri.path());
    Problem { detail: Detail { code: "unknown_route", fix: None }, ..Problem::new(StatusCode::NOT_FOUND, message) }
}

/// What is answered where the path is known and the method is not.
pub(super) async fn wrong_method(method: Method, uri: Uri) -> Problem {
    let message = format!("{} is not for {method}; GET /api/v1/openapi.json describes what it is for", uri.path());
    Problem {
        detail: Detail { code: "wrong_method", fix: None },
        ..Problem::new(StatusCode::METHOD_NOT_ALLOWED, message)
    }
}
