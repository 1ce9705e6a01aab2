//! Refusals: `{"errors":[{"code","title","detail"}]}`. Details are compared by clients: keep the wording.

use crate::auth::speaks;
use crate::service::{self, Service};
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

/// Cloud Foundry.
#[derive(Debug, Clone)]
pub struct CloudFoundry;

/// A refusal of Cloud Foundry.
pub type Problem = service::Problem<CloudFoundry>;

speaks!(CloudFoundry: CfRead, CfWrite);

/// Code and title.
pub type Named = (i64, &'static str);

const UNPROCESSABLE: Named = (10008, "CF-UnprocessableEntity");
const NOT_FOUND: Named = (10010, "CF-ResourceNotFound");
const BAD_QUERY: Named = (10005, "CF-BadQueryParameter");

impl Service for CloudFoundry {
    const NAME: &'static str = "Cloud Foundry";
    const CHALLENGE: Option<&'static str> = None;
    type Detail = Named;

    fn status(error: &Error) -> StatusCode {
        match error.kind() {
            Kind::Conflict if is_in_progress(error) => StatusCode::CONFLICT,
            Kind::Conflict | Kind::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            kind => service::status(kind),
        }
    }

    fn detail(error: &Error) -> Named {
        match error.kind() {
            Kind::Unauthenticated => (1000, "CF-InvalidAuthToken"),
            Kind::Forbidden => (10003, "CF-NotAuthorized"),
            Kind::NotFound => NOT_FOUND,
            Kind::Invalid => BAD_QUERY,
            Kind::Conflict if is_in_progress(error) => (60016, "CF-AsyncServiceInstanceOperationInProgress"),
            Kind::Conflict | Kind::Unprocessable | Kind::TooLarge => UNPROCESSABLE,
            Kind::Overloaded | Kind::Unavailable | Kind::Upstream => (10015, "CF-ServiceUnavailable"),
            Kind::Internal => (10001, "UnknownError"),
        }
    }

    /// Told apart from a bad token, because clients renew their token only for the latter.
    fn without_token() -> Problem {
        Problem::named(StatusCode::UNAUTHORIZED, (10002, "CF-NotAuthenticated"), "Authentication error")
    }

    fn envelope(problem: Problem) -> Response {
        let (code, title) = problem.detail;
        let detail = match code {
            1000 => "Invalid Auth Token".to_owned(),
            _ => problem.message,
        };
        (problem.status, Json(cf::Errors { errors: vec![cf::Error { code, title: title.to_owned(), detail }] }))
            .into_response()
    }
}

fn is_in_progress(error: &Error) -> bool {
    error.code() == Some(engine::cf::async_call::IN_PROGRESS)
}

impl Problem {
    /// A refusal with its code and title.
    pub(super) fn named(status: StatusCode, name: Named, message: impl Into<String>) -> Self {
        Self { detail: name, ..Self::new(status, message) }
    }

    /// A filter, page or order that is none.
    pub(super) fn query(detail: impl Into<String>) -> Self {
        let detail = format!("The query parameter is invalid: {}", detail.into());
        Self::named(StatusCode::BAD_REQUEST, BAD_QUERY, detail)
    }

    /// A body that is well formed and wrong.
    pub(super) fn unprocessable(detail: impl Into<String>) -> Self {
        Self::named(StatusCode::UNPROCESSABLE_ENTITY, UNPROCESSABLE, detail)
    }

    /// `Organization not found`, …
    pub(super) fn not_found(what: &str) -> Self {
        Self::named(StatusCode::NOT_FOUND, NOT_FOUND, format!("{what} not found"))
    }

    /// A path that is none; clients know this detail.
    pub(crate) fn unknown_request() -> Self {
        Self::named(StatusCode::NOT_FOUND, (10000, "CF-NotFound"), "Unknown request")
    }
}

/// The answer to a path that is none.
pub(super) async fn unknown() -> Problem {
    Problem::unknown_request()
}

/// A JSON body, whatever its content type says. It is read by saying which fields there may be: [`Body::only`].
pub(super) struct Body<T> {
    fields: Map<String, Value>,
    read: PhantomData<fn() -> T>,
}

fn unreadable(detail: impl Display) -> Problem {
    let detail = format!("Request invalid due to parse error: {detail}");
    Problem::named(StatusCode::BAD_REQUEST, (1001, "CF-MessageParseError"), detail)
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
