//! Entitlements, and steps 17 to 20.

use crate::failure::{Failure, Result};
use crate::session::{ALM, Session};
use crate::web;
use client::Method;
use serde_json::{Value, json};

/// How much of a plan a subaccount gets: elastic plans are switched on, numeric ones have an amount.
#[derive(Debug, Clone, Copy)]
pub(super) enum Share {
    /// On.
    On,
    /// So many.
    Amount(i64),
}

/// The token of the `cis` key: accounts and entitlements of the global account.
pub(super) async fn cis_token(s: &mut Session) -> Result<String> {
    s.key_token("cis", "/uaa").await
}

/// A service address out of the `cis` key.
pub(super) fn cis_url(s: &Session, service: &str) -> Result<String> {
    Ok(web::text(s.key("cis")?, &format!("/endpoints/{service}_service_url"))?.trim_end_matches('/').to_owned())
}

/// Assigns plans to subaccounts and waits for the job.
pub(super) async fn entitle(s: &mut Session, rows: &[(&str, &str, Share, &[&str])]) -> Result<usize> {
    let token = cis_token(s).await?;
    let url = format!("{}/entitlements/v1/subaccountServicePlans", cis_url(s, "entitlements")?);
    let plans = rows.iter().map(|row| plan(s, row)).collect::<Result<Vec<Value>>>()?;
    let answer = s.web.put(&url, &token, json!({ "subaccountServicePlans": plans })).await?;
    if let Some(location) = answer.location {
        job(s, &location, &token).await?;
    }
    Ok(rows.iter().map(|row| row.3.len()).sum())
}

fn plan(s: &Session, (service, plan, share, subaccounts): &(&str, &str, Share, &[&str])) -> Result<Value> {
    let assignments = subaccounts.iter().map(|name| {
        let guid = &s.subaccount(name)?.guid;
        Ok(match share {
            Share::On => json!({ "subaccountGUID": guid, "enable": true }),
            Share::Amount(amount) => json!({ "subaccountGUID": guid, "amount": amount }),
        })
    });
    let assignments = assignments.collect::<Result<Vec<Value>>>()?;
    Ok(json!({ "serviceName": service, "servicePlanName": plan, "assignmentInfo": assignments }))
}

/// Waits for a job of the account services.
pub(super) async fn job(s: &Session, location: &str, token: &str) -> Result<()> {
    let url = absolute(s, location);
    super::waiting::until(s, (&url, token), "the job", |seen| match seen["status"].as_str() {
        Some("COMPLETED") => Ok(Some(())),
        Some("FAILED") => Err(Failure::new(format!("the job failed: {}", seen["description"]))),
        _ => Ok(None),
    })
    .await
}

/// `Location` headers of these services are paths or whole URLs.
pub(super) fn absolute(s: &Session, location: &str) -> String {
    if location.contains("://") { location.to_owned() } else { format!("{}{location}", s.addresses.public()) }
}

/// What a subaccount is entitled to and could be entitled to.
pub(super) async fn assignments(s: &mut Session, subaccount: &str) -> Result<Value> {
    let token = cis_token(s).await?;
    let guid = s.subaccount(subaccount)?.guid.clone();
    let url = format!("{}/entitlements/v1/assignments?subaccountGUID={guid}", cis_url(s, "entitlements")?);
    s.web.get(&url, &token).await
}

/// What the global account has: the plans that can be added.
pub(super) async fn available(s: &mut Session) -> Result<Value> {
    let token = cis_token(s).await?;
    let url = format!("{}/entitlements/v1/globalAccountAssignments", cis_url(s, "entitlements")?);
    let login = web::Login::Bearer(&token);
    s.web.call(Method::GET, &url, login, web::Sent::Nothing).await?.demand(&[200])?.json()
}

/// The plan of a service in a list of services.
pub(super) fn plan_in<'a>(services: &'a Value, list: &str, service: &str, plan: &str) -> Option<&'a Value> {
    let service = services[list].as_array()?.iter().find(|s| s["name"] == service)?;
    service["servicePlans"].as_array()?.iter().find(|p| p["name"] == plan)
}

pub(super) async fn alm_api_listed(s: &mut Session) -> Result<String> {
    let seen = assignments(s, ALM).await?;
    Ok(match plan_in(&seen, "assignedServices", "SAPCloudALMAPIs", "standard") {
        Some(_) => "listed already".to_owned(),
        None => "not listed: steps 18 to 20 add it".to_owned(),
    })
}

pub(super) async fn alm_api_plans(s: &mut Session) -> Result<String> {
    let seen = available(s).await?;
    let plan = plan_in(&seen, "entitledServices", "SAPCloudALMAPIs", "standard")
        .ok_or_else(|| Failure::new("the global account has no plan standard of SAPCloudALMAPIs"))?;
    let saw = format!("plan standard, {} left", plan["remainingAmount"]);
    s.notes.insert("almApiCategory", plan["category"].clone());
    Ok(saw)
}

pub(super) fn alm_api_choose(s: &mut Session) -> Result<String> {
    let category = s.note("almApiCategory")?.as_str().unwrap_or_default().to_owned();
    Ok(format!("plan standard, category {category}"))
}

pub(super) async fn alm_api_save(s: &mut Session) -> Result<String> {
    entitle(s, &[("SAPCloudALMAPIs", "standard", Share::Amount(1), &[ALM])]).await?;
    let seen = assignments(s, ALM).await?;
    plan_in(&seen, "assignedServices", "SAPCloudALMAPIs", "standard")
        .ok_or_else(|| Failure::new("the entitlement does not show after it was saved"))?;
    Ok("SAPCloudALMAPIs standard is entitled".to_owned())
}
