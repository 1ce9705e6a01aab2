//! Refusals: a word and a description; what the broker refused carries the broker's own answer.

use crate::auth::speaks;
use crate::service::{self, Service, word};
use axum::Json;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::platform::code;
use engine::platform::right::{ManageServices, ViewServices};
use engine::{Error, Kind};
use http::StatusCode;
use serde::de::DeserializeOwned;
use wire::service_manager::{BrokerError, ErrorBody};

/// Service manager.
#[derive(Debug, Clone)]
pub struct ServiceManager;

/// A refusal of this service.
pub type Problem = service::Problem<ServiceManager>;

speaks!(ServiceManager: ViewServices, ManageServices);

impl Service for ServiceManager {
    const NAME: &'static str = "service manager";
    /// Whether it was the broker that refused.
    type Detail = bool;

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::TooLarge => StatusCode::BAD_REQUEST,
            Kind::Overloaded => StatusCode::TOO_MANY_REQUESTS,
            kind => service::status(kind),
        }
    }

    fn detail(error: &Error) -> bool {
        error.code() == Some(code::BROKER)
    }

    fn envelope(problem: Problem) -> Response {
        let Problem { status, message: description, detail: by_broker } = problem;
        if by_broker {
            return of_broker(status, description);
        }
        (status, Json(ErrorBody { error: word(status), description, broker_error: None })).into_response()
    }
}

/// To service manager, a broker that refuses is a gateway that fails.
fn of_broker(status: StatusCode, refused: String) -> Response {
    let description = format!("Service broker error: {refused}");
    let broker_error =
        BrokerError { status_code: status.as_u16(), error_message: None, description: refused, response_error: None };
    let body = ErrorBody { error: code::BROKER.to_owned(), description, broker_error: Some(broker_error) };
    (StatusCode::BAD_GATEWAY, Json(body)).into_response()
}

impl Problem {
    pub(super) fn bad_request(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, description)
    }
}

/// Reads a body.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    ::wire::json::read(body).map_err(|e| Problem::bad_request(format!("failed to decode request body: {e}")))
}
