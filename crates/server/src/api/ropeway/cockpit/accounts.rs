//! `…/accounts/…`: the subaccounts of the global account, and what each may use.

use super::super::body::{Asked, Sent};
use super::super::can;
use super::super::error::Problem;
use super::super::here::Here;
use super::super::paging::{PageOptions, next};
use super::super::version::IfMatch;
use ::wire::ropeway::{ErrorBody, cockpit::accounts as wire};
use axum::Json;
use axum::extract::Path;
use engine::platform::account::{self, NewSubaccount, Subaccount};
use engine::platform::entitlement::{self, Assigning, Overview};
use engine::platform::right::{ManageGlobalAccount, ViewGlobalAccount};
use engine::{Caller, Cx, Error, farewell};
use http::StatusCode;
use model::SubaccountId;
use model::account::quota::QuotaChange;
use model::catalog::{self, Category};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Cx> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(delete))
        .routes(routes!(entitlements))
        .routes(routes!(assign))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfSubaccount {
    /// GUID of the subaccount.
    id: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct OfPlan {
    /// GUID of the subaccount.
    id: String,
    /// Technical name of the service.
    service: String,
    /// Technical name of the plan.
    plan: String,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Force {
    /// Whether it goes with everything that is in it.
    #[serde(default)]
    force: bool,
}

fn subaccount_id(text: &str) -> Result<SubaccountId, Error> {
    text.parse().map_err(|_| Error::not_found(format!("Subaccount {text} not found")))
}

/// List subaccounts.
///
/// All of the global account, the oldest first.
#[utoipa::path(get, path = "/api/v1/accounts/subaccounts", operation_id = "listSubaccounts", tag = "accounts",
    params(PageOptions),
    responses((status = 200, description = "A page of them.", body = wire::SubaccountPage), Problem))]
async fn list(
    Here(cx, caller): Here<ViewGlobalAccount>,
    Asked(page): Asked<PageOptions>,
) -> Result<Json<wire::SubaccountPage>, Problem> {
    let limit = page.limit()?;
    let (global, found, can) = account::page(&cx, caller, page.after(0)?, limit).await?;
    let next = next(found.len(), limit, found.last().map(|last| last.number));
    let items = found.into_iter().map(subaccount).collect();
    Ok(Json(wire::SubaccountPage {
        items,
        next,
        global_account: global.name,
        subdomain: global.subdomain,
        can: can::told(can),
    }))
}

/// Make a subaccount.
#[utoipa::path(post, path = "/api/v1/accounts/subaccounts", operation_id = "createSubaccount", tag = "accounts",
    request_body = wire::NewSubaccount,
    responses((status = 201, description = "The subaccount.", body = wire::Subaccount),
        (status = 409, description = "The subdomain is taken.", body = ErrorBody), Problem))]
async fn create(
    Here(cx, caller): Here<ManageGlobalAccount>,
    Sent(sent): Sent<wire::NewSubaccount>,
) -> Result<(StatusCode, Json<wire::Subaccount>), Problem> {
    let wire::NewSubaccount { display_name, subdomain, region, description } = sent;
    let subdomain = Some(subdomain).filter(|text| !text.is_empty());
    let new = NewSubaccount { name: display_name, subdomain, region, description, ..NewSubaccount::default() };
    let (_, made, _) = account::create(&cx, caller, new).await?;
    Ok((StatusCode::CREATED, Json(subaccount(made))))
}

/// Delete a subaccount.
///
/// One in which something is stays, unless it is to go with everything.
#[utoipa::path(delete, path = "/api/v1/accounts/subaccounts/{id}", operation_id = "deleteSubaccount", tag = "accounts",
    params(OfSubaccount, Force),
    responses((status = 204, description = "It is gone."),
        (status = 409, description = "There is something in it.", body = ErrorBody), Problem))]
async fn delete(
    Here(cx, caller): Here<ManageGlobalAccount>,
    Path(OfSubaccount { id }): Path<OfSubaccount>,
    Asked(Force { force }): Asked<Force>,
) -> Result<StatusCode, Problem> {
    farewell::delete_subaccount(&cx, caller, subaccount_id(&id)?, force).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// List entitlements of a subaccount.
///
/// Every plan that the global account was granted: what the subaccount is assigned, and what is left.
#[utoipa::path(get, path = "/api/v1/accounts/subaccounts/{id}/entitlements", operation_id = "listEntitlements",
    tag = "accounts", params(OfSubaccount),
    responses((status = 200, description = "The entitlements.", body = wire::Entitlements), Problem))]
async fn entitlements(
    Here(cx, caller): Here<ViewGlobalAccount>,
    Path(OfSubaccount { id }): Path<OfSubaccount>,
) -> Result<Json<wire::Entitlements>, Problem> {
    Ok(Json(entitled(&cx, caller, subaccount_id(&id)?).await?))
}

/// Assign a plan to a subaccount.
#[utoipa::path(put, path = "/api/v1/accounts/subaccounts/{id}/entitlements/{service}/{plan}",
    operation_id = "assignEntitlement", tag = "accounts",
    params(OfPlan, ("If-Match" = Option<String>, Header, description = "The `version` of the entitlement that is changed; any, unless it is said.")),
    request_body = wire::EntitlementChange,
    responses((status = 200, description = "The entitlements.", body = wire::Entitlements),
        (status = 409, description = "It is to be taken away, but is in use.", body = ErrorBody),
        (status = 412, description = "Somebody else changed it meanwhile.", body = ErrorBody), Problem))]
async fn assign(
    Here(cx, caller): Here<ManageGlobalAccount>,
    Path(OfPlan { id, service, plan }): Path<OfPlan>,
    IfMatch(version): IfMatch,
    Sent(sent): Sent<wire::EntitlementChange>,
) -> Result<Json<wire::Entitlements>, Problem> {
    let subaccount = subaccount_id(&id)?;
    let wish = QuotaChange { amount: sent.amount, enable: sent.enable };
    let assigning = Assigning { service, plan, unique_id: None, subaccount, wish, version };
    entitlement::assign(&cx, caller.clone(), vec![assigning]).await?;
    Ok(Json(entitled(&cx, Caller::new(caller.shared())?, subaccount).await?))
}

async fn entitled(cx: &Cx, caller: Caller<ViewGlobalAccount>, id: SubaccountId) -> Result<wire::Entitlements, Error> {
    let can = can::told(vec![("assign", caller.may::<ManageGlobalAccount>())]);
    let Overview { granted, assigned, .. } = entitlement::overview(cx, caller, Some(id)).await?;
    let line = |one: entitlement::Granted| {
        let plan = one.plan;
        let amount = assigned.iter().find(|row| row.plan == plan).map_or(0, |row| row.amount);
        wire::Entitlement {
            service: plan.service.to_owned(),
            service_name: catalog::service(plan.service)
                .map_or(plan.service, |service| service.display_name)
                .to_owned(),
            plan: plan.name.to_owned(),
            plan_name: plan.display_name.to_owned(),
            is_application: plan.category == Category::Application,
            is_counted: plan.category.is_numeric(),
            assigned: amount,
            version: entitlement::version(amount),
            granted: one.amount,
            remaining: one.remaining,
        }
    };
    Ok(wire::Entitlements { items: granted.into_iter().map(line).collect(), can })
}

fn subaccount(of: Subaccount) -> wire::Subaccount {
    wire::Subaccount {
        id: of.id.text(),
        display_name: of.name,
        subdomain: of.subdomain,
        region: of.region,
        description: of.description,
        created_by: of.created_by,
        created_at: of.created_at.rfc3339_millis(),
    }
}
