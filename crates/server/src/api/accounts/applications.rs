//! Applications and subscriptions to them.

use super::entitlements::location;
use super::error::{Problem, read};
use super::view;
use crate::auth::At;
use axum::Json;
use axum::extract::{Path, Query};
use bytes::Bytes;
use engine::farewell;
use engine::platform::right::{ManageSubaccount, ViewSubaccount};
use engine::platform::subscription;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use wire::accounts::saas as wire;

pub(super) async fn list(At(cx, caller): At<ViewSubaccount>) -> Result<Json<wire::Applications>, Problem> {
    let all = subscription::list(&cx, caller).await?;
    Ok(Json(wire::Applications { applications: all.iter().map(|one| view::application(&cx, one)).collect() }))
}

/// Which plan is asked for.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Selection {
    plan_name: Option<String>,
}

pub(super) async fn get(
    At(cx, caller): At<ViewSubaccount>,
    Path(app): Path<String>,
    Query(query): Query<Selection>,
) -> Result<Json<wire::Application>, Problem> {
    let one = subscription::get(&cx, caller, &app, query.plan_name.as_deref()).await?;
    Ok(Json(view::application(&cx, &one)))
}

pub(super) async fn subscribe(
    At(cx, caller): At<ManageSubaccount>,
    Path(app): Path<String>,
    body: Bytes,
) -> Result<(StatusCode, HeaderMap), Problem> {
    let given: wire::CreateSubscription = read(&body)?;
    let plan = given.plan_name.ok_or_else(|| Problem::validation("planName is missing"))?;
    let parameters = given.subscription_params.unwrap_or_default();
    let job = subscription::subscribe(&cx, caller, &app, &plan, parameters).await?;
    Ok((StatusCode::ACCEPTED, location(&format!("/api/v2.0/jobs/{job}"))))
}

pub(super) async fn unsubscribe(
    At(cx, caller): At<ManageSubaccount>,
    Path(app): Path<String>,
) -> Result<(StatusCode, HeaderMap), Problem> {
    let job = farewell::unsubscribe(&cx, caller, &app).await?;
    Ok((StatusCode::ACCEPTED, location(&format!("/api/v2.0/jobs/{job}"))))
}
