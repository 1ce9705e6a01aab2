//! `…/subaccounts/{subaccount}/subscriptions` and `…/environment`: what a subaccount has of what it is entitled to.

use super::super::body::Sent;
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::InSubaccount;
use ::wire::ropeway::{ErrorBody, cockpit::accounts as wire};
use axum::Json;
use axum::extract::Path;
use engine::cf::environment::{self, PLAN, SERVICE};
use engine::platform::right::{ManageSubaccount, ViewSubaccount};
use engine::platform::subscription::{self, Application};
use engine::{Caller, Cx, Error, farewell};
use http::StatusCode;
use serde::Deserialize;
use serde_json::Map;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(subscribe, unsubscribe))
        .routes(routes!(read_environment, enable_environment))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfApp {
    /// Subdomain or GUID.
    #[serde(rename = "subaccount")]
    _subaccount: String,
    /// Technical name of the application.
    app: String,
}

/// List subscriptions.
///
/// The applications that the subaccount is entitled or subscribed to.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/subscriptions", operation_id = "listSubscriptions",
    tag = "accounts", params(InSubaccount),
    responses((status = 200, description = "The applications.", body = Vec<wire::Subscription>), Problem))]
async fn list(
    Here(cx, caller): Here<ViewSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<Vec<wire::Subscription>>, Problem> {
    let found = subscription::list(&cx, caller.clone()).await?;
    Ok(Json(found.into_iter().map(|one| application(&caller, one)).collect()))
}

/// Subscribe to an application.
///
/// Its roles and role collections are there from then on.
#[utoipa::path(put, path = "/api/v1/subaccounts/{subaccount}/subscriptions/{app}", operation_id = "subscribe",
    tag = "accounts", params(OfApp), request_body = wire::NewSubscription,
    responses((status = 200, description = "The subscription.", body = wire::Subscription),
        (status = 409, description = "The subaccount is subscribed already.", body = ErrorBody), Problem))]
async fn subscribe(
    Here(cx, caller): Here<ManageSubaccount>,
    Path(OfApp { app, .. }): Path<OfApp>,
    Sent(wire::NewSubscription { plan }): Sent<wire::NewSubscription>,
) -> Result<Json<wire::Subscription>, Problem> {
    subscription::subscribe(&cx, caller.clone(), &app, &plan, Map::new()).await?;
    let reader = Caller::<ViewSubaccount>::new(caller.shared())?;
    let found = subscription::get(&cx, reader.clone(), &app, None).await?;
    Ok(Json(application(&reader, found)))
}

/// End a subscription.
///
/// The application's roles go with it, and a tenant of Cloud Integration with everything in it.
#[utoipa::path(delete, path = "/api/v1/subaccounts/{subaccount}/subscriptions/{app}", operation_id = "unsubscribe",
    tag = "accounts", params(OfApp),
    responses((status = 204, description = "It ended."), Problem))]
async fn unsubscribe(
    Here(cx, caller): Here<ManageSubaccount>,
    Path(OfApp { app, .. }): Path<OfApp>,
) -> Result<StatusCode, Problem> {
    farewell::unsubscribe(&cx, caller, &app).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn application(caller: &Caller<ViewSubaccount>, of: Application) -> wire::Subscription {
    let may = caller.may::<ManageSubaccount>();
    let is_subscribed = of.subscription.is_some();
    let can_begin = match (is_subscribed, of.quota > 0) {
        (true, _) => Err("the subaccount is subscribed already".to_owned()),
        (_, false) => Err("the subaccount is not entitled to it; assign the plan under Entitlements".to_owned()),
        _ => Ok(()),
    };
    let can_end = if is_subscribed { Ok(()) } else { Err("the subaccount is not subscribed".to_owned()) };
    wire::Subscription {
        app: of.service.name.to_owned(),
        name: of.service.display_name.to_owned(),
        description: of.service.description.to_owned(),
        plan: of.plan.name.to_owned(),
        status: if is_subscribed { "SUBSCRIBED" } else { "NOT_SUBSCRIBED" }.to_owned(),
        created_by: of.subscription.as_ref().map(|row| row.created_by.clone()),
        created_at: of.subscription.as_ref().map(|row| row.created_at.rfc3339_millis()),
        can: can::told(vec![("subscribe", may.clone().and(can_begin)), ("unsubscribe", may.and(can_end))]),
    }
}

/// See the Cloud Foundry environment.
#[utoipa::path(get, path = "/api/v1/subaccounts/{subaccount}/environment", operation_id = "readEnvironment",
    tag = "accounts", params(InSubaccount),
    responses((status = 200, description = "The environment, or what keeps it from being there.",
        body = wire::Environment), Problem))]
async fn read_environment(
    Here(cx, caller): Here<ViewSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
) -> Result<Json<wire::Environment>, Problem> {
    Ok(Json(environment_of(&cx, caller).await?))
}

/// Enable Cloud Foundry.
///
/// The subaccount gets an organization; the caller becomes its manager.
#[utoipa::path(post, path = "/api/v1/subaccounts/{subaccount}/environment", operation_id = "enableEnvironment",
    tag = "accounts", params(InSubaccount), request_body = wire::NewEnvironment,
    responses((status = 201, description = "The environment.", body = wire::Environment),
        (status = 409, description = "There is one already.", body = ErrorBody), Problem))]
async fn enable_environment(
    Here(cx, caller): Here<ManageSubaccount>,
    Path(InSubaccount { .. }): Path<InSubaccount>,
    Sent(wire::NewEnvironment { org_name }): Sent<wire::NewEnvironment>,
) -> Result<(StatusCode, Json<wire::Environment>), Problem> {
    let new = environment::NewEnvironment {
        kind: SERVICE.to_owned(),
        service: SERVICE.to_owned(),
        plan: PLAN.to_owned(),
        name: Some(org_name),
        ..environment::NewEnvironment::default()
    };
    environment::create(&cx, caller.clone(), new).await?;
    Ok((StatusCode::CREATED, Json(environment_of(&cx, Caller::new(caller.shared())?).await?)))
}

async fn environment_of(cx: &Cx, caller: Caller<ViewSubaccount>) -> Result<wire::Environment, Error> {
    let found = environment::list(cx, caller.clone()).await?.into_iter().next();
    let is_entitled = environment::available(cx, caller.clone()).await?.is_some();
    let can = match (&found, is_entitled) {
        (Some(_), _) => Err("the subaccount has Cloud Foundry already".to_owned()),
        (None, false) => {
            Err("the subaccount is not entitled to Cloud Foundry; assign the plan under Entitlements".to_owned())
        }
        (None, true) => Ok(()),
    };
    let can = can::told(vec![("enable", caller.may::<ManageSubaccount>().and(can))]);
    let (org, org_name) = found.map(|one| (one.org.text(), one.org_name)).unzip();
    Ok(wire::Environment { org, org_name, can })
}
