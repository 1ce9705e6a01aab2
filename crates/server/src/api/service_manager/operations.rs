//! Operations: what a call with `async=true` started. They are over when the call is answered.

use super::error::Problem;
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use engine::platform::operation::{self, Resource};
use engine::platform::right::ViewServices;
use engine::{Caller, Cx, Error};
use http::StatusCode;
use http::header::LOCATION;
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;
use wire::service_manager::Operation;

/// Whether the answer shall not wait for the operation.
#[derive(Debug, Deserialize)]
pub(super) struct Async {
    r#async: Option<String>,
}

impl Async {
    /// It shall not.
    pub(super) fn wanted(&self) -> bool {
        self.r#async.as_deref() == Some("true")
    }
}

/// The answer of a call that does not wait.
pub(super) fn accepted(cx: &Cx, resource: Resource, id: Uuid, operation: Uuid) -> Response {
    let base = cx.addresses().service_manager();
    let location = format!("{base}/v1/{}/{id}/operations/{operation}", resource.path());
    (StatusCode::ACCEPTED, [(LOCATION, location)], Json(json!({"id": id}))).into_response()
}

async fn find(
    cx: &Cx,
    caller: Caller<ViewServices>,
    resource: Resource,
    ids: &(String, String),
) -> Result<Json<Operation>, Problem> {
    let parse = |id: &str| Uuid::parse_str(id).map_err(|_| Error::not_found("could not find such operation"));
    let done = operation::find(cx, caller, resource, parse(&ids.0)?, parse(&ids.1)?).await?;
    Ok(Json(view::done(&done)))
}

pub(super) async fn of_instance(
    At(cx, caller): At<ViewServices>,
    Path(ids): Path<(String, String)>,
) -> Result<Json<Operation>, Problem> {
    find(&cx, caller, Resource::Instance, &ids).await
}

pub(super) async fn of_binding(
    At(cx, caller): At<ViewServices>,
    Path(ids): Path<(String, String)>,
) -> Result<Json<Operation>, Problem> {
    find(&cx, caller, Resource::Binding, &ids).await
}
