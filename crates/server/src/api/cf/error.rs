//! Refusals: `{"errors":[{"code","title","detail"}]}`. Details are compared by clients: keep the wording.

use crate::auth::Dialect;
use axum::Json;
use axum::extract::FromRequest;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::cf::rights::{CfRead, CfWrite};
use engine::{Error, Kind};
use http::StatusCode;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fmt::Display;
use std::marker::PhantomData;
use wire::cf;

/// What a handler answers.
pub(super) type Result<T, E = Problem> = std::result::Result<T, E>;

/// A refusal of Cloud Foundry.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    error: cf::Error,
}

impl Problem {
    pub(super) fn new(status: StatusCode, code: i64, title: &str, detail: impl Into<String>) -> Self {
        Self { status, error: cf::Error { code, title: title.to_owned(), detail: detail.into() } }
    }

    /// No token at all.
    pub(super) fn not_authenticated() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, 10002, "CF-NotAuthenticated", "Authentication error")
    }

    /// A filter, page or order that is none.
    pub(super) fn query(detail: impl Into<String>) -> Self {
        let detail = format!("The query parameter is invalid: {}", detail.into());
        Self::new(StatusCode::BAD_REQUEST, 10005, "CF-BadQueryParameter", detail)
    }

    /// A body that is well formed and wrong.
    pub(super) fn unprocessable(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, 10008, "CF-UnprocessableEntity", detail)
    }

    /// `Organization not found`, …
    pub(super) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, 10010, "CF-ResourceNotFound", format!("{what} not found"))
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = error.message();
        match error.kind() {
            Kind::Unauthenticated => {
                Self::new(StatusCode::UNAUTHORIZED, 1000, "CF-InvalidAuthToken", "Invalid Auth Token")
            }
            Kind::Forbidden => Self::new(StatusCode::FORBIDDEN, 10003, "CF-NotAuthorized", detail),
            Kind::NotFound => Self::new(StatusCode::NOT_FOUND, 10010, "CF-ResourceNotFound", detail),
            Kind::Invalid => Self::new(StatusCode::BAD_REQUEST, 10005, "CF-BadQueryParameter", detail),
            Kind::Conflict if error.code() == Some(engine::cf::async_call::IN_PROGRESS) => {
                Self::new(StatusCode::CONFLICT, 60016, "CF-AsyncServiceInstanceOperationInProgress", detail)
            }
            Kind::Conflict | Kind::Unprocessable => Self::unprocessable(detail),
            Kind::TooLarge => Self::new(StatusCode::PAYLOAD_TOO_LARGE, 10008, "CF-UnprocessableEntity", detail),
            Kind::Overloaded | Kind::Unavailable | Kind::Upstream => {
                log(&error);
                Self::new(StatusCode::SERVICE_UNAVAILABLE, 10015, "CF-ServiceUnavailable", detail)
            }
            Kind::Internal => {
                log(&error);
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, 10001, "UnknownError", detail)
            }
        }
    }
}

fn log(error: &Error) {
    tracing::error!(error = %error.chain(), "cloud foundry");
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(cf::Errors { errors: vec![self.error] })).into_response()
    }
}

/// A path that is none; clients know this detail.
pub(super) async fn unknown() -> Problem {
    unknown_request()
}

pub(super) fn unknown_request() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, 10000, "CF-NotFound", "Unknown request")
}

impl Dialect for CfRead {
    type Problem = Problem;
}
impl Dialect for CfWrite {
    type Problem = Problem;
}

/// A JSON body, whatever its content type says. It is read by saying which fields there may be: [`Body::only`].
pub(super) struct Body<T> {
    fields: Map<String, Value>,
    read: PhantomData<fn() -> T>,
}

fn unreadable(detail: impl Display) -> Problem {
    let detail = format!("Request invalid due to parse error: {detail}");
    Problem::new(StatusCode::BAD_REQUEST, 1001, "CF-MessageParseError", detail)
}

impl<S: Send + Sync, T> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self> {
        let bytes = Bytes::from_request(request, state).await.map_err(|_| unreadable("invalid request body"))?;
        let fields = wire::json::read(&bytes).map_err(unreadable)?;
        Ok(Self { fields, read: PhantomData })
    }
}

impl<T: DeserializeOwned> Body<T> {
    /// Refuses every field but these; `relationships.space` is one inside another. Metadata has labels and annotations.
    pub(super) fn only(self, known: &[&str]) -> Result<T> {
        let top: Vec<&str> = known.iter().filter_map(|field| field.split('.').next()).collect();
        if let Some(unknown) = unknown_fields(&self.fields, &top, ", ") {
            return Err(Problem::unprocessable(format!("Unknown field(s): {unknown}")));
        }
        let inner = |name: &str| self.fields.get(name).and_then(Value::as_object);
        let related: Vec<&str> = known.iter().filter_map(|field| field.strip_prefix("relationships.")).collect();
        if let Some(unknown) = inner("relationships").and_then(|fields| unknown_fields(fields, &related, ", ")) {
            return Err(Problem::unprocessable(format!("Relationships Unknown field(s): {unknown}")));
        }
        let labelled = ["labels", "annotations"];
        if let Some(unknown) = inner("metadata").and_then(|fields| unknown_fields(fields, &labelled, " ")) {
            return Err(Problem::unprocessable(format!("Metadata has unexpected field(s): {unknown}")));
        }
        serde_json::from_value(Value::Object(self.fields)).map_err(unreadable)
    }

    /// The field `type`, by which it is decided what else there may be.
    pub(super) fn kind(&self) -> Option<&str> {
        self.fields.get("type").and_then(Value::as_str)
    }
}

fn unknown_fields(fields: &Map<String, Value>, known: &[&str], between: &str) -> Option<String> {
    let unknown: Vec<String> =
        fields.keys().filter(|key| !known.contains(&key.as_str())).map(|key| format!("'{key}'")).collect();
    (!unknown.is_empty()).then(|| unknown.join(between))
}
