//! Steps 1 to 9: Cloud Transport Management in the Cloud ALM subaccount.

use super::accounts::{self, Share};
use crate::failure::{Failure, Result};
use crate::landscape::Role;
use crate::session::{ALM, Session};
use crate::web;
use serde_json::{Value, json};

/// The application of Cloud Transport Management.
const APP: &str = "alm-ts";
const PLAN: &str = "standard";

pub(super) async fn open_subaccount(s: &mut Session) -> Result<String> {
    let token = accounts::cis_token(s).await?;
    let url = format!("{}/accounts/v1/subaccounts/{}", accounts::cis_url(s, "accounts")?, s.subaccount(ALM)?.guid);
    let seen = s.web.get(&url, &token).await?;
    Ok(format!(
        "{} ({}), {}",
        web::text(&seen, "/displayName")?,
        web::text(&seen, "/region")?,
        web::text(&seen, "/state")?
    ))
}

pub(super) async fn look_for_entitlement(s: &mut Session) -> Result<String> {
    let seen = accounts::assignments(s, ALM).await?;
    Ok(match accounts::plan_in(&seen, "assignedServices", APP, PLAN) {
        Some(_) => "entitled already".to_owned(),
        None => "absent: steps 3 to 5 add it".to_owned(),
    })
}

pub(super) async fn find_plans(s: &mut Session) -> Result<String> {
    let seen = accounts::available(s).await?;
    let plan = accounts::plan_in(&seen, "entitledServices", APP, PLAN)
        .ok_or_else(|| Failure::new("the global account has no plan standard of Cloud Transport Management"))?;
    s.notes.insert("transportPlan", plan.clone());
    Ok(format!("plan standard of {APP}"))
}

pub(super) fn choose_plan(s: &mut Session) -> Result<String> {
    let plan = s.note("transportPlan")?;
    let category = web::text(plan, "/category")?;
    if !category.ends_with("APPLICATION") {
        return Err(Failure::new(format!("the plan has category {category}: it is the instance plan")));
    }
    Ok(format!("{}, category {category}", web::text(plan, "/uniqueIdentifier")?))
}

pub(super) async fn save_entitlement(s: &mut Session) -> Result<String> {
    accounts::entitle(s, &[(APP, PLAN, Share::On, &[ALM])]).await?;
    let seen = accounts::assignments(s, ALM).await?;
    let plan = accounts::plan_in(&seen, "assignedServices", APP, PLAN)
        .ok_or_else(|| Failure::new("the entitlement does not show after it was saved"))?;
    Ok(format!("entitled, state {}", web::text(plan, "/assignmentInfo/0/entityState")?))
}

pub(super) async fn subscribe(s: &mut Session) -> Result<String> {
    start_subscription(s, ALM, APP, PLAN).await
}

/// Orders a subscription in a subaccount, as its administrator.
pub(super) async fn start_subscription(s: &mut Session, subaccount: &str, app: &str, plan: &str) -> Result<String> {
    let token = s.token(Role::Administrator, subaccount).await?;
    let url = format!("{}/saas-manager/v1/applications/{app}/subscription", s.addresses.accounts());
    let body = json!({ "planName": plan, "subscriptionParams": {} });
    s.web.post(&url, &token, body, &[202]).await?;
    Ok("subscription ordered".to_owned())
}

/// Waits until it is there.
pub(super) async fn subscribed(s: &mut Session, subaccount: &str, app: &str) -> Result<Value> {
    let token = s.token(Role::Administrator, subaccount).await?;
    let url = format!("{}/saas-manager/v1/applications/{app}", s.addresses.accounts());
    super::waiting::until(s, (&url, &token), "the subscription", |seen| match seen["state"].as_str() {
        Some("SUBSCRIBED") => Ok(Some(seen.clone())),
        Some("SUBSCRIBE_FAILED") => Err(Failure::new("the subscription failed")),
        _ => Ok(None),
    })
    .await
}

pub(super) async fn see_subscription(s: &mut Session) -> Result<String> {
    let seen = subscribed(s, ALM, APP).await?;
    Ok(format!("SUBSCRIBED, {}", web::text(&seen, "/appId")?))
}

pub(super) async fn assign_roles(s: &mut Session) -> Result<String> {
    for collection in ["TMS_Viewer_RC", "TMS_LandscapeOperator_RC"] {
        super::prepare::assign(s, ALM, collection, Role::LandscapeOperator).await?;
    }
    super::prepare::assign(s, ALM, "TMS_Viewer_RC", Role::DeploymentManager).await?;
    s.forget_tokens();
    Ok(format!("assigned to {}", s.person(Role::LandscapeOperator)?.user_name))
}

pub(super) async fn open_application(s: &mut Session) -> Result<String> {
    let token = s.token(Role::LandscapeOperator, ALM).await?;
    let seen = s.web.get(&format!("{}/v2/nodes", s.addresses.tms()), &token).await?;
    Ok(format!("opened as landscape operator, {} nodes", web::list(&seen, "/nodes")?.len()))
}
