//! Entitlements.

use super::error::{Problem, read};
use super::{subaccounts, view};
use crate::auth::At;
use axum::Json;
use axum::extract::Query;
use bytes::Bytes;
use engine::platform::entitlement::{self, Assigning};
use engine::platform::right::{ManageGlobalAccount, ViewGlobalAccount};
use http::header::LOCATION;
use http::{HeaderMap, StatusCode};
use model::account::quota::QuotaChange;
use serde::Deserialize;
use wire::accounts::entitlements as wire;

/// Which entitlements are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Selection {
    #[serde(rename = "subaccountGUID")]
    subaccount_guid: Option<String>,
    assigned_service_name: Option<String>,
    service_name: Option<String>,
    plan_name: Option<String>,
    entitled_services_only: Option<bool>,
}

pub(super) async fn list(
    At(cx, caller): At<ViewGlobalAccount>,
    Query(query): Query<Selection>,
) -> Result<Json<wire::Assignments>, Problem> {
    let subaccount = query.subaccount_guid.as_deref().map(subaccounts::parse).transpose()?;
    let overview = entitlement::overview(&cx, caller, subaccount).await?;
    let filter = view::Filter {
        service: query.service_name.as_deref(),
        assigned_service: query.assigned_service_name.as_deref(),
        plan: query.plan_name.as_deref(),
        entitled_only: query.entitled_services_only.unwrap_or(false),
    };
    Ok(Json(view::assignments(&overview, &filter)))
}

pub(super) async fn assign(
    At(cx, caller): At<ManageGlobalAccount>,
    body: Bytes,
) -> Result<(StatusCode, HeaderMap), Problem> {
    let given: wire::SubaccountServicePlans = read(&body)?;
    let mut wishes = Vec::new();
    for plan in given.subaccount_service_plans {
        for wish in &plan.assignment_info {
            wishes.push(Assigning {
                service: plan.service_name.clone(),
                plan: plan.service_plan_name.clone(),
                unique_id: plan.service_plan_unique_identifier.clone().filter(|id| !id.is_empty()),
                subaccount: subaccounts::parse(&wish.subaccount_guid)?,
                wish: QuotaChange { amount: wish.amount, enable: wish.enable },
                version: None,
            });
        }
    }
    let job = entitlement::assign(&cx, caller, wishes).await?;
    Ok((StatusCode::ACCEPTED, location(&format!("/jobs-management/v1/jobs/{job}/status"))))
}

/// Where to ask how far it is.
pub(super) fn location(path: &str) -> HeaderMap {
    path.parse().map(|value| HeaderMap::from_iter([(LOCATION, value)])).unwrap_or_default()
}
