//! Keys. What is in a key is shown when it is read by itself, not in lists and not in answer to its creation.

use super::error::{Problem, read};
use super::operations::{Async, accepted};
use super::paging::{ListOptions, OF_BINDINGS, Reading};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::Error;
use engine::platform::operation::Resource;
use engine::platform::right::{ManageServices, ViewServices};
use engine::platform::service_manager;
use http::StatusCode;
use model::BindingId;
use serde_json::{Value, json};
use wire::service_manager as wire;

/// A GUID of another form never existed.
fn parse(id: &str) -> Result<BindingId, Problem> {
    Ok(id.parse().map_err(|_| Error::not_found("could not find such service binding"))?)
}

pub(super) async fn list(
    At(cx, caller): At<ViewServices>,
    Query(wish): Query<ListOptions>,
) -> Result<Json<wire::Page<Value>>, Problem> {
    let mut reading = Reading::of(&wish, &OF_BINDINGS, service_manager::count_bindings(&cx, &caller)).await?;
    while let Some(span) = reading.next() {
        let (place, found) = service_manager::bindings(&cx, &caller, span).await?;
        reading.take(found.iter().map(|bound| view::binding(&place, bound, None)))?;
    }
    Ok(Json(reading.end()))
}

pub(super) async fn get(
    At(cx, caller): At<ViewServices>,
    Path(id): Path<String>,
) -> Result<Json<wire::Binding>, Problem> {
    let (place, bound, credentials) = service_manager::binding(&cx, caller, parse(&id)?).await?;
    Ok(Json(view::binding(&place, &bound, credentials)))
}

/// No service of ours shows the parameters of its keys.
pub(super) async fn parameters(
    At(cx, caller): At<ViewServices>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    service_manager::binding(&cx, caller, parse(&id)?).await?;
    Err(Problem::bad_request("this operation is not supported."))
}

pub(super) async fn create(
    At(cx, caller): At<ManageServices>,
    Query(query): Query<Async>,
    body: Bytes,
) -> Result<Response, Problem> {
    let given: wire::CreateBinding = read(&body)?;
    let instance = super::instances::parse(&given.service_instance_id)?;
    let more = (given.parameters, given.labels.unwrap_or_default());
    let (place, bound) = service_manager::create_binding(&cx, caller, instance, given.name, more).await?;
    if query.wanted() {
        return Ok(accepted(&cx, Resource::Binding, bound.0.id.0, bound.0.operation.id));
    }
    Ok((StatusCode::CREATED, Json(view::binding(&place, &bound, None))).into_response())
}

pub(super) async fn delete(
    At(cx, caller): At<ManageServices>,
    Path(id): Path<String>,
    Query(query): Query<Async>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let operation = service_manager::delete_binding(&cx, caller, id).await?;
    if query.wanted() {
        return Ok(accepted(&cx, Resource::Binding, id.0, operation.id));
    }
    Ok(Json(json!({})).into_response())
}
