//! Refusals: `errorType` and `message`, except that 401 and 403 speak OAuth.

use crate::auth::speaks;
use crate::service::{self, Service, word};
use axum::Json;
use axum::response::{IntoResponse, Response};
use engine::transport::right::{Display, Export, ImportAll, ImportSelected, ManageLandscape, Operate};
use engine::{Error, Kind};
use http::StatusCode;
use http::header::RETRY_AFTER;
use wire::tms::{AuthErrorBody, ErrorBody};

/// Transport management.
#[derive(Debug, Clone)]
pub struct Tms;

/// A refusal of this service.
pub type Problem = service::Problem<Tms>;

speaks!(Tms: Display, ManageLandscape, Export, ImportAll, ImportSelected, Operate);

impl Service for Tms {
    const NAME: &'static str = "transport management";
    type Detail = ();

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::Conflict | Kind::Unprocessable | Kind::TooLarge => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Overloaded => StatusCode::TOO_MANY_REQUESTS,
            kind => service::status(kind),
        }
    }

    fn envelope(problem: Problem) -> Response {
        let Problem { status, message, .. } = problem;
        let body = ErrorBody { error_type: format!("Ts{}Exception", word(status)), message };
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
                let body = AuthErrorBody { error: "unauthorized".to_owned(), error_description: body.message };
                (status, Json(body)).into_response()
            }
            StatusCode::TOO_MANY_REQUESTS => (status, [(RETRY_AFTER, "1")], Json(body)).into_response(),
            _ => (status, Json(body)).into_response(),
        }
    }
}
