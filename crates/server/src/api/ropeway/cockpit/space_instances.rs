//! `…/cloud-foundry/…`: service instances and keys of spaces. They are made after the answer, as Cloud Foundry does it.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::PageOptions;
use super::behind::Behind;
use super::instances::plan;
use super::view;
use ::wire::ropeway::cockpit::services as wire;
use axum::Json;
use axum::extract::Path;
use engine::caller::Can;
use engine::cf::instance::{self, ServiceInstance};
use engine::cf::key::{self, Key};
use engine::cf::last_operation::Progress;
use engine::cf::market;
use engine::cf::metadata::Metadata;
use engine::cf::overview;
use engine::cf::rights::{CfRead, CfWrite};
use engine::{Cx, Error};
use http::StatusCode;
use model::SpaceGuid;
use model::catalog;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(offerings))
        .routes(routes!(list, create))
        .routes(routes!(read, delete))
        .routes(routes!(create_key))
        .routes(routes!(show_key))
        .routes(routes!(delete_key))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct InSpace {
    /// GUID of the space.
    space: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfInstance {
    /// GUID of the instance.
    id: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfKey {
    /// GUID of the instance.
    id: String,
    /// GUID of the key.
    key: String,
}

fn space_id(text: &str) -> Result<SpaceGuid, Error> {
    text.parse().map_err(|_| Error::not_found("Space not found"))
}

fn guid(text: &str, what: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| Error::not_found(format!("{what} not found")))
}

fn ordered(job: Uuid) -> (StatusCode, Json<wire::Ordered>) {
    (StatusCode::ACCEPTED, Json(wire::Ordered { job: job.to_string() }))
}

/// List offerings of a space.
///
/// The services that instances can be made of in the space, with their plans.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/spaces/{space}/offerings", operation_id = "listSpaceOfferings",
    tag = "services", params(InSpace),
    responses((status = 200, description = "The offerings.", body = Vec<wire::ServiceOffering>), Problem))]
async fn offerings(
    Here(cx, caller): Here<CfRead>,
    Path(InSpace { space }): Path<InSpace>,
) -> Result<Json<Vec<wire::ServiceOffering>>, Problem> {
    let filter = market::Filter { spaces: Some(vec![space_id(&space)?.text()]), ..market::Filter::default() };
    Ok(Json(view::offerings(market::plans(&cx, caller, filter).await?)))
}

/// List service instances of a space.
///
/// By name, with those that are being made.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/spaces/{space}/instances", operation_id = "listSpaceInstances",
    tag = "services", params(InSpace, PageOptions),
    responses((status = 200, description = "A page of them.", body = wire::ServiceInstancePage), Problem))]
async fn list(
    Here(cx, caller): Here<CfRead>,
    Path(InSpace { space }): Path<InSpace>,
    Asked(asked): Asked<PageOptions>,
) -> Result<Json<wire::ServiceInstancePage>, Problem> {
    let space = space_id(&space)?;
    let can = overview::space(&cx, caller.clone(), space).await?;
    let page =
        Behind::new(asked.after.clone(), asked.limit()?, |one: &ServiceInstance| format!("{} {}", one.name, one.guid));
    let filter = instance::Filter { spaces: Some(vec![space.text()]), ..instance::Filter::default() };
    let (found, next) = instance::list(&cx, caller, filter, page).await?.page();
    let items = found.iter().map(|one| instance_view(one, &can)).collect();
    let can = can.into_iter().filter(|(what, _)| *what == "create").collect();
    Ok(Json(wire::ServiceInstancePage { items, next, can: can::told(can) }))
}

/// See a service instance of a space.
///
/// With its keys, but not with what is in them.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/instances/{id}", operation_id = "readSpaceInstance", tag = "services",
    params(OfInstance),
    responses((status = 200, description = "The instance.", body = wire::ServiceInstanceDetails), Problem))]
async fn read(
    Here(cx, caller): Here<CfRead>,
    Path(OfInstance { id }): Path<OfInstance>,
) -> Result<Json<wire::ServiceInstanceDetails>, Problem> {
    let id = guid(&id, "Service instance")?;
    let found = instance::get(&cx, caller.clone(), id).await?;
    let can = overview::space(&cx, caller.clone(), found.space).await?;
    let filter = key::Filter { instances: Some(vec![id.to_string()]), ..key::Filter::default() };
    let keys: Vec<Key> = key::list(&cx, caller.clone(), filter, Vec::new()).await?;
    // One that is being made has none yet.
    let parameters = match found.last.progress {
        Progress::Succeeded => instance::parameters(&cx, caller, id).await?,
        _ => None,
    };
    let keys = keys.iter().map(|one| key_view(one, &can)).collect();
    Ok(Json(wire::ServiceInstanceDetails { instance: instance_view(&found, &can), parameters, keys }))
}

/// Make a service instance in a space.
#[utoipa::path(post, path = "/api/v1/cloud-foundry/spaces/{space}/instances", operation_id = "createSpaceInstance",
    tag = "services", params(InSpace), request_body = wire::NewServiceInstance,
    responses((status = 202, description = "It is being made.", body = wire::Ordered), Problem))]
async fn create(
    Here(cx, caller): Here<CfWrite>,
    Path(InSpace { space }): Path<InSpace>,
    Sent(sent): Sent<wire::NewServiceInstance>,
) -> Result<(StatusCode, Json<wire::Ordered>), Problem> {
    let new = instance::NewInstance {
        plan: plan(&sent)?.id(),
        name: sent.name,
        space: space_id(&space)?,
        parameters: Value::Object(sent.parameters),
        tags: Vec::new(),
        metadata: Metadata::default(),
    };
    Ok(ordered(instance::create(&cx, caller, new).await?))
}

/// Delete a service instance of a space.
///
/// With its keys.
#[utoipa::path(delete, path = "/api/v1/cloud-foundry/instances/{id}", operation_id = "deleteSpaceInstance",
    tag = "services", params(OfInstance),
    responses((status = 202, description = "It is being deleted.", body = wire::Ordered), Problem))]
async fn delete(
    Here(cx, caller): Here<CfWrite>,
    Path(OfInstance { id }): Path<OfInstance>,
) -> Result<(StatusCode, Json<wire::Ordered>), Problem> {
    Ok(ordered(instance::delete(&cx, caller, guid(&id, "Service instance")?).await?))
}

/// Make a service key in a space.
#[utoipa::path(post, path = "/api/v1/cloud-foundry/instances/{id}/keys", operation_id = "createSpaceKey", tag = "services",
    params(OfInstance), request_body = wire::NewServiceKey,
    responses((status = 202, description = "It is being made.", body = wire::Ordered), Problem))]
async fn create_key(
    Here(cx, caller): Here<CfWrite>,
    Path(OfInstance { id }): Path<OfInstance>,
    Sent(sent): Sent<wire::NewServiceKey>,
) -> Result<(StatusCode, Json<wire::Ordered>), Problem> {
    let new = key::NewKey {
        name: sent.name,
        instance: guid(&id, "Service instance")?,
        parameters: Value::Object(sent.parameters),
        metadata: Metadata::default(),
    };
    Ok(ordered(key::create(&cx, caller, new).await?))
}

/// Show what is in a service key of a space.
///
/// With its secrets, for Space Developers.
#[utoipa::path(get, path = "/api/v1/cloud-foundry/instances/{id}/keys/{key}/credentials", operation_id = "showSpaceKey",
    tag = "services", params(OfKey),
    responses((status = 200, description = "What is in it.", body = wire::ServiceKeyCredentials), Problem))]
async fn show_key(
    Here(cx, caller): Here<CfRead>,
    Path(OfKey { id, key }): Path<OfKey>,
) -> Result<Json<wire::ServiceKeyCredentials>, Problem> {
    let (id, guid) = (guid(&id, "Service instance")?, guid(&key, "Service credential binding")?);
    belongs(key::get(&cx, caller.clone(), guid).await?.0, id)?;
    let credentials = key::credentials(&cx, caller, guid).await?;
    Ok(Json(wire::ServiceKeyCredentials { credentials }))
}

/// Delete a service key of a space.
///
/// Its secret gets no tokens any more.
#[utoipa::path(delete, path = "/api/v1/cloud-foundry/instances/{id}/keys/{key}", operation_id = "deleteSpaceKey",
    tag = "services", params(OfKey),
    responses((status = 202, description = "It is being deleted.", body = wire::Ordered), Problem))]
async fn delete_key(
    Here(cx, caller): Here<CfWrite>,
    Path(OfKey { id, key }): Path<OfKey>,
) -> Result<(StatusCode, Json<wire::Ordered>), Problem> {
    let (id, guid) = (guid(&id, "Service instance")?, guid(&key, "Service credential binding")?);
    let reader = engine::Caller::<CfRead>::new(caller.shared())?;
    belongs(key::get(&cx, reader, guid).await?.0, id)?;
    Ok(ordered(key::delete(&cx, caller, guid).await?))
}

fn belongs(key: Key, instance: Uuid) -> Result<(), Error> {
    match key.instance == instance {
        true => Ok(()),
        false => Err(Error::not_found("Service credential binding not found")),
    }
}

fn word(progress: Progress) -> String {
    match progress {
        Progress::InProgress => "in progress",
        Progress::Succeeded => "succeeded",
        Progress::Failed => "failed",
    }
    .to_owned()
}

/// What Space Developers may do, with what is there.
fn developer(can: &Can) -> Result<(), String> {
    can.iter().find(|(what, _)| *what == "create").map_or(Ok(()), |(_, outcome)| outcome.clone())
}

fn instance_view(of: &ServiceInstance, can: &Can) -> wire::ServiceInstance {
    let is_there = match (of.last.progress, of.plan()) {
        (Progress::InProgress, _) => Err("something is being done with it; wait until that is over".to_owned()),
        (_, None) => Err("nobody makes keys for an instance that somebody provides".to_owned()),
        _ => Ok(()),
    };
    wire::ServiceInstance {
        id: of.guid.to_string(),
        name: of.name.clone(),
        service: of.plan().map(|plan| plan.service.to_owned()),
        service_name: of.plan().and_then(|plan| catalog::service(plan.service)).map(|one| one.display_name.to_owned()),
        plan: of.plan().map(|plan| plan.name.to_owned()),
        space: Some(of.space.text()),
        status: word(of.last.progress),
        reason: of.last.description.clone(),
        created_at: of.created_at.rfc3339_millis(),
        can: can::told(vec![("delete", developer(can)), ("createKey", developer(can).and(is_there))]),
    }
}

fn key_view(of: &Key, can: &Can) -> wire::ServiceKey {
    let is_made = match of.last.progress {
        Progress::Succeeded => Ok(()),
        _ => Err("it is not made yet, or could not be".to_owned()),
    };
    wire::ServiceKey {
        id: of.guid.to_string(),
        name: of.name.clone(),
        status: word(of.last.progress),
        reason: of.last.description.clone(),
        created_at: of.created_at.rfc3339_millis(),
        can: can::told(vec![("show", developer(can).and(is_made)), ("delete", developer(can))]),
    }
}
