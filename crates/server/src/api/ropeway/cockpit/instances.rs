//! `…/subaccounts/{subaccount}/instances`: service instances and keys that are in no space.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::PageOptions;
use super::{InSubaccount, view};
use ::wire::ropeway::cockpit::services as wire;
use axum::Json;
use axum::extract::Path;
use engine::platform::binding::Binding;
use engine::platform::instance::Instance;
use engine::platform::right::{ManageServices, ViewServices};
use engine::platform::service_manager::{self as manager, NewInManager, Span};
use engine::{Caller, Cx, Error};
use http::StatusCode;
use model::account::Labels;
use model::catalog::{self, Plan};
use model::{BindingId, InstanceId};
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
struct OfInstance {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// GUID of the instance.
    id: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfKey {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// GUID of the instance.
    id: String,
    /// GUID of the key.
    key: String,
}

fn instance_id(text: &str) -> Result<InstanceId, Error> {
    text.parse().map_err(|_| Error::not_found("could not find such service instance"))
}

fn key_id(text: &str) -> Result<BindingId, Error> {
    text.parse().map_err(|_| Error::not_found("could not find such service binding"))
}

/// List offerings.
///
/// The services that the subaccount may make instances of, with their plans.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/offerings", operation_id = "listOfferings", tag = "services",
    params(InSubaccount),
    responses((status = 200, description = "The offerings.", body = Vec<wire::ServiceOffering>), Problem))]
async fn offerings(
    Here(cx, caller): Here<ViewServices>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<Vec<wire::ServiceOffering>>, Problem> {
    Ok(Json(view::offerings(manager::plans(&cx, caller).await?)))
}

/// List service instances.
///
/// Those of the subaccount that are in no space, by GUID.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/instances", operation_id = "listInstances", tag = "services",
    params(InSubaccount, PageOptions),
    responses((status = 200, description = "A page of them.", body = wire::ServiceInstancePage), Problem))]
async fn list(
    Here(cx, caller): Here<ViewServices>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<wire::ServiceInstancePage>, Problem> {
    let bad = |_| Error::invalid("after must be the next of the page before");
    let after = page.after.as_deref().filter(|text| !text.is_empty()).map(Uuid::parse_str).transpose().map_err(bad)?;
    let span = Span { after: after.unwrap_or_default(), limit: page.limit()? };
    let (_, found) = manager::instances(&cx, &caller, span).await?;
    let is_full = i64::try_from(found.len()).is_ok_and(|count| count >= span.limit);
    let next = found.last().filter(|_| is_full).map(|last| last.id.text());
    let items = found.iter().map(|one| instance(&caller, one)).collect();
    Ok(Json(wire::ServiceInstancePage {
        items,
        next,
        can: can::told(vec![("create", caller.may::<ManageServices>())]),
    }))
}

/// See a service instance.
///
/// With its keys, but not with what is in them.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/instances/{id}", operation_id = "readInstance", tag = "services",
    params(OfInstance),
    responses((status = 200, description = "The instance.", body = wire::ServiceInstanceDetails), Problem))]
async fn read(
    Here(cx, caller): Here<ViewServices>,
    Path(OfInstance { id, .. }): Path<OfInstance>,
) -> Result<Json<wire::ServiceInstanceDetails>, Problem> {
    Ok(Json(details(&cx, &caller, instance_id(&id)?).await?))
}

/// Make a service instance.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/instances", operation_id = "createInstance", tag = "services",
    params(InSubaccount), request_body = wire::NewServiceInstance,
    responses((status = 201, description = "The instance.", body = wire::ServiceInstance), Problem))]
async fn create(
    Here(cx, caller): Here<ManageServices>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(sent): Sent<wire::NewServiceInstance>,
) -> Result<(StatusCode, Json<wire::ServiceInstance>), Problem> {
    let plan = plan(&sent)?;
    let wanted =
        NewInManager { name: sent.name, plan, parameters: Value::Object(sent.parameters), labels: Labels::new() };
    let (_, made) = manager::create_instance(&cx, caller.clone(), wanted).await?;
    Ok((StatusCode::CREATED, Json(instance(&Caller::new(caller.shared())?, &made))))
}

/// The plan that is asked for.
pub(super) fn plan(sent: &wire::NewServiceInstance) -> Result<&'static Plan, Error> {
    let missing = || Error::not_found(format!("there is no plan '{}' of service '{}'", sent.plan, sent.service));
    catalog::plan(&sent.service, &sent.plan).filter(|plan| plan.brokered).ok_or_else(missing)
}

/// Delete a service instance.
///
/// One that has keys stays; delete them first.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/instances/{id}", operation_id = "deleteInstance",
    tag = "services", params(OfInstance),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete(
    Here(cx, caller): Here<ManageServices>,
    Path(OfInstance { id, .. }): Path<OfInstance>,
) -> Result<StatusCode, Problem> {
    manager::delete_instance(&cx, caller, instance_id(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Make a service key.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/instances/{id}/keys", operation_id = "createKey",
    tag = "services", params(OfInstance), request_body = wire::NewServiceKey,
    responses((status = 201, description = "The key.", body = wire::ServiceKey), Problem))]
async fn create_key(
    Here(cx, caller): Here<ManageServices>,
    Path(OfInstance { id, .. }): Path<OfInstance>,
    Sent(sent): Sent<wire::NewServiceKey>,
) -> Result<(StatusCode, Json<wire::ServiceKey>), Problem> {
    let given = (Value::Object(sent.parameters), Labels::new());
    let (_, (made, _)) = manager::create_binding(&cx, caller.clone(), instance_id(&id)?, sent.name, given).await?;
    Ok((StatusCode::CREATED, Json(key(&Caller::new(caller.shared())?, &made))))
}

/// Show what is in a service key.
///
/// With its secrets, for those who may make keys.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/instances/{id}/keys/{key}/credentials",
    operation_id = "showKey", tag = "services", params(OfKey),
    responses((status = 200, description = "What is in it.", body = wire::ServiceKeyCredentials), Problem))]
async fn show_key(
    Here(cx, caller): Here<ManageServices>,
    Path(OfKey { id, key, .. }): Path<OfKey>,
) -> Result<Json<wire::ServiceKeyCredentials>, Problem> {
    let credentials = manager::credentials(&cx, caller, (instance_id(&id)?, key_id(&key)?)).await?;
    Ok(Json(wire::ServiceKeyCredentials { credentials }))
}

/// Delete a service key.
///
/// Its secret gets no tokens any more.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/instances/{id}/keys/{key}", operation_id = "deleteKey",
    tag = "services", params(OfKey),
    responses((status = 204, description = "It is gone."), Problem))]
async fn delete_key(
    Here(cx, caller): Here<ManageServices>,
    Path(OfKey { id, key, .. }): Path<OfKey>,
) -> Result<StatusCode, Problem> {
    manager::delete_key(&cx, caller, (instance_id(&id)?, key_id(&key)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn details(
    cx: &Cx,
    caller: &Caller<ViewServices>,
    id: InstanceId,
) -> Result<wire::ServiceInstanceDetails, Problem> {
    let (_, found) = manager::instance(cx, caller.clone(), id).await?;
    let keys = manager::keys_of(cx, caller.clone(), id).await?;
    let retrievable = catalog::service(&found.service).is_some_and(|service| service.instances_retrievable);
    let parameters = if retrievable { Some(manager::parameters(cx, caller.clone(), id).await?) } else { None };
    let keys = keys.iter().map(|one| key(caller, one)).collect();
    Ok(wire::ServiceInstanceDetails { instance: instance(caller, &found), parameters, keys })
}

fn instance(caller: &Caller<ViewServices>, of: &Instance) -> wire::ServiceInstance {
    let may = caller.may::<ManageServices>();
    wire::ServiceInstance {
        id: of.id.text(),
        name: of.name.clone(),
        service: Some(of.service.clone()),
        service_name: catalog::service(&of.service).map(|service| service.display_name.to_owned()),
        plan: Some(of.plan.clone()),
        space: None,
        status: "succeeded".to_owned(),
        reason: None,
        created_at: of.created_at.rfc3339_millis(),
        can: can::told(vec![("delete", may.clone()), ("createKey", may)]),
    }
}

fn key(caller: &Caller<ViewServices>, of: &Binding) -> wire::ServiceKey {
    let may = caller.may::<ManageServices>();
    wire::ServiceKey {
        id: of.id.to_string(),
        name: of.name.clone(),
        status: "succeeded".to_owned(),
        reason: None,
        created_at: of.created_at.rfc3339_millis(),
        can: can::told(vec![("show", may.clone()), ("delete", may)]),
    }
}
