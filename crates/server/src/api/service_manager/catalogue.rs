//! Offerings and plans that the subaccount is entitled to.

use super::error::Problem;
use super::paging::{ListOptions, OF_OFFERINGS, OF_PLANS, page};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use engine::platform::right::ViewServices;
use engine::platform::service_manager;
use engine::{Caller, Cx, Error};
use model::catalog::{self, Plan, Service};
use serde_json::Value;
use wire::service_manager::{Offering, Page, Plan as WirePlan};

async fn offered(cx: &Cx, caller: Caller<ViewServices>) -> Result<Vec<&'static Service>, Problem> {
    let plans = service_manager::plans(cx, caller).await?;
    Ok(catalog::brokered().filter(|service| plans.iter().any(|plan| plan.service == service.name)).collect())
}

pub(super) async fn offerings(
    At(cx, caller): At<ViewServices>,
    Query(wish): Query<ListOptions>,
) -> Result<Json<Page<Value>>, Problem> {
    let all = offered(&cx, caller).await?.into_iter().map(view::offering).collect();
    Ok(Json(page(all, &wish, &OF_OFFERINGS)?))
}

pub(super) async fn offering(
    At(cx, caller): At<ViewServices>,
    Path(id): Path<String>,
) -> Result<Json<Offering>, Problem> {
    let all = offered(&cx, caller).await?;
    let found = all.into_iter().find(|service| service.id().to_string() == id);
    Ok(Json(found.map(view::offering).ok_or_else(|| Error::not_found("could not find such service offering"))?))
}

pub(super) async fn plans(
    At(cx, caller): At<ViewServices>,
    Query(wish): Query<ListOptions>,
) -> Result<Json<Page<Value>>, Problem> {
    let all = service_manager::plans(&cx, caller).await?.into_iter().map(view::plan).collect();
    Ok(Json(page(all, &wish, &OF_PLANS)?))
}

pub(super) async fn plan(At(cx, caller): At<ViewServices>, Path(id): Path<String>) -> Result<Json<WirePlan>, Problem> {
    let all = service_manager::plans(&cx, caller).await?;
    let found = all.into_iter().find(|plan: &&Plan| plan.id().to_string() == id);
    Ok(Json(found.map(view::plan).ok_or_else(|| Error::not_found("could not find such service plan"))?))
}
