//! Service instances.

use super::error::{Problem, read};
use super::operations::{Async, accepted};
use super::paging::{ListOptions, OF_INSTANCES, Reading};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use engine::Error;
use engine::platform::operation::Resource;
use engine::platform::right::{ManageServices, ViewServices};
use engine::platform::service_manager::{self, Changes, NewInManager};
use http::StatusCode;
use model::InstanceId;
use model::catalog::{self, Plan};
use serde_json::{Value, json};
use wire::service_manager as wire;

/// A GUID of another form never existed.
pub(super) fn parse(id: &str) -> Result<InstanceId, Problem> {
    Ok(id.parse().map_err(|_| Error::not_found("could not find such service instance"))?)
}

pub(super) async fn list(
    At(cx, caller): At<ViewServices>,
    Query(wish): Query<ListOptions>,
) -> Result<Json<wire::Page<Value>>, Problem> {
    let mut reading = Reading::of(&wish, &OF_INSTANCES, service_manager::count_instances(&cx, &caller)).await?;
    while let Some(span) = reading.next() {
        let (place, found) = service_manager::instances(&cx, &caller, span).await?;
        let shown = found.iter().map(|one| view::instance(&place, one)).collect::<Result<Vec<_>, _>>()?;
        reading.take(shown)?;
    }
    Ok(Json(reading.end()))
}

pub(super) async fn get(
    At(cx, caller): At<ViewServices>,
    Path(id): Path<String>,
) -> Result<Json<wire::Instance>, Problem> {
    let (place, one) = service_manager::instance(&cx, caller, parse(&id)?).await?;
    Ok(Json(view::instance(&place, &one)?))
}

pub(super) async fn parameters(
    At(cx, caller): At<ViewServices>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    Ok(Json(service_manager::parameters(&cx, caller, parse(&id)?).await?))
}

pub(super) async fn create(
    At(cx, caller): At<ManageServices>,
    Query(query): Query<Async>,
    body: Bytes,
) -> Result<Response, Problem> {
    let given: wire::CreateInstance = read(&body)?;
    let wanted = NewInManager {
        plan: wanted_plan(&given)?,
        name: given.name,
        parameters: given.parameters,
        labels: given.labels.unwrap_or_default(),
    };
    let (place, made) = service_manager::create_instance(&cx, caller, wanted).await?;
    if query.wanted() {
        return Ok(accepted(&cx, Resource::Instance, made.id.0, made.operation.id));
    }
    Ok((StatusCode::CREATED, Json(view::instance(&place, &made)?)).into_response())
}

/// By GUID, or by the names of offering and plan.
fn wanted_plan(given: &wire::CreateInstance) -> Result<&'static Plan, Problem> {
    let found = match (&given.service_plan_id, &given.service_offering_name, &given.service_plan_name) {
        (Some(id), ..) => plan_by_id(id),
        (None, Some(offering), Some(plan)) => catalog::plan(offering, plan),
        _ => {
            let text = "say service_plan_id, or service_offering_name and service_plan_name";
            return Err(Problem::bad_request(text));
        }
    };
    found.filter(|plan| plan.brokered).ok_or_else(|| Error::not_found("could not find such service plan").into())
}

fn plan_by_id(id: &str) -> Option<&'static Plan> {
    catalog::plans().find(|plan| plan.id().to_string() == id)
}

pub(super) async fn update(
    At(cx, caller): At<ManageServices>,
    Path(id): Path<String>,
    Query(query): Query<Async>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (place, after) = service_manager::update_instance(&cx, caller, parse(&id)?, changes(read(&body)?)?).await?;
    if query.wanted() {
        return Ok(accepted(&cx, Resource::Instance, after.id.0, after.operation.id));
    }
    Ok(Json(view::instance(&place, &after)?).into_response())
}

fn changes(given: wire::UpdateInstance) -> Result<Changes, Problem> {
    let plan = match &given.service_plan_id {
        None => None,
        Some(id) => Some(plan_by_id(id).ok_or_else(|| Error::not_found("could not find such service plan"))?),
    };
    let label = |change: wire::LabelChange| match change.op.as_str() {
        "add" => Ok((true, change.key, change.values)),
        "remove" => Ok((false, change.key, change.values)),
        other => Err(Problem::bad_request(format!("the label operation '{other}' is not known; use add or remove"))),
    };
    let labels = given.labels.unwrap_or_default().into_iter().map(label).collect::<Result<_, _>>()?;
    Ok(Changes { name: given.name, parameters: given.parameters, plan, labels })
}

pub(super) async fn delete(
    At(cx, caller): At<ManageServices>,
    Path(id): Path<String>,
    Query(query): Query<Async>,
) -> Result<Response, Problem> {
    let id = parse(&id)?;
    let operation = service_manager::delete_instance(&cx, caller, id).await?;
    if query.wanted() {
        return Ok(accepted(&cx, Resource::Instance, id.0, operation.id));
    }
    Ok(Json(json!({})).into_response())
}
