//! Looks at subaccounts, entitlements and keys.

use super::calls::Calls;
use super::findings::{Finding, Looked};
use crate::landscape::Subaccount;
use crate::web;
use serde_json::Value;

const DISPLAY: &str = "imp-cdm-feature-display-ui";
const MANAGE: &str = "imp-cdm-feature-manage-ui";

/// What is looked at in an entitlement, in the order of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entitlement {
    Listed,
    Plan,
    Choice,
    Saved,
}

pub(super) async fn subaccounts(calls: &mut Calls<'_>) -> Looked {
    let all = &calls.files.landscape.subaccounts;
    if all.is_empty() {
        return Ok(Finding::missing("landscape.json names no subaccount").fix("name them, with their GUIDs"));
    }
    for one in all {
        is_there(calls, one).await?;
    }
    let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
    Ok(Finding::done(format!("{} subaccounts: {}", names.len(), names.join(", "))))
}

/// What a subaccount is called, when it is there and well.
async fn is_there(calls: &mut Calls<'_>, one: &Subaccount) -> Looked<String> {
    let base = calls.text("cis", "/endpoints/accounts_service_url")?.trim_end_matches('/');
    let url = format!("{base}/accounts/v1/subaccounts/{}", one.guid);
    let seen = calls.find("cis", url).await?.ok_or_else(|| {
        Finding::missing(format!("there is no subaccount {} with the GUID {}", one.name, one.guid))
            .fix("create it, or correct its GUID in landscape.json")
    })?;
    let (name, state) = (web::text(&seen, "/displayName")?.to_owned(), web::text(&seen, "/state")?);
    match state {
        "OK" => Ok(name),
        other => Err(Finding::wrong(format!("the subaccount {name} is in state {other}"))),
    }
}

pub(super) async fn alm_subaccount(calls: &mut Calls<'_>) -> Looked {
    let alm = calls.alm()?;
    Ok(Finding::done(format!("{}, OK", is_there(calls, alm).await?)))
}

pub(super) async fn entitlement(calls: &mut Calls<'_>, service: &str, what: Entitlement) -> Looked {
    let alm = calls.alm()?;
    let base = calls.text("cis", "/endpoints/entitlements_service_url")?.trim_end_matches('/');
    let url = format!("{base}/entitlements/v1/assignments?subaccountGUID={}", alm.guid);
    let seen = calls.get("cis", url).await?;
    let services = web::list(&seen, "/assignedServices")?;
    let Some(found) = services.iter().find(|one| one["name"] == service) else {
        return Ok(Finding::missing(format!("{service} is not entitled")).fix("add the entitlement to the subaccount"));
    };
    if what == Entitlement::Listed {
        return Ok(Finding::done(format!("{service} is entitled")));
    }
    let plans = found["servicePlans"].as_array().into_iter().flatten();
    let Some(plan) = plans.clone().find(|plan| plan["name"] == "standard") else {
        let others: Vec<&str> = plans.filter_map(|plan| plan["name"].as_str()).collect();
        return Ok(Finding::missing(format!("{service} has no plan standard here, only {}", others.join(", "))));
    };
    Ok(planned(service, plan, &alm.guid, what))
}

fn planned(service: &str, plan: &Value, subaccount: &str, what: Entitlement) -> Finding {
    let infos = plan["assignmentInfo"].as_array().into_iter().flatten();
    let own = infos.clone().find(|info| info["entityId"] == subaccount).unwrap_or(&Value::Null);
    let category = plan["category"].as_str().unwrap_or("unknown");
    match (what, own["entityState"].as_str()) {
        (Entitlement::Saved, Some("OK")) => Finding::done(format!("{service} standard is assigned, OK")),
        (Entitlement::Saved, Some(state)) => Finding::wrong(format!("the assignment is in state {state}")),
        (Entitlement::Saved, None) => Finding::missing("the plan is not assigned to the subaccount"),
        (Entitlement::Choice, _) => Finding::done(format!("plan standard, category {category}")),
        _ => Finding::done(format!("{service} has the plan standard")),
    }
}

pub(super) async fn key_works(calls: &mut Calls<'_>, name: &str) -> Looked {
    calls.token(name).await?;
    Ok(Finding::done(format!("the key {name} gives a token")))
}

/// The Content Agent takes the token of its key.
pub(super) async fn content_agent(calls: &mut Calls<'_>) -> Looked {
    let url = calls.text("content-agent-dev", "/url")?.trim_end_matches('/').to_owned();
    calls.token("content-agent-dev").await?;
    Ok(Finding::done(format!("the key content-agent-dev gives a token for {url}")))
}

pub(super) async fn alm_key(calls: &mut Calls<'_>) -> Looked {
    calls.text("calm-api", "/endpoints/Api")?;
    let token = calls.token("calm-api").await?;
    let scopes = token["scope"].as_str().unwrap_or_default().to_owned();
    let has = |scope: &&str| scopes.split(' ').any(|have| have.ends_with(&format!(".{scope}")));
    let missing: Vec<&str> = [DISPLAY, MANAGE].into_iter().filter(|scope| !has(scope)).collect();
    Ok(match missing.as_slice() {
        [] => Finding::done("the key gives a token with both scopes"),
        missing => Finding::wrong(format!("the token lacks {}", missing.join(" and ")))
            .fix("create the instance with both authorities in its parameters"),
    })
}
