//! Looks at what has no public API, with our own and as the people of landscape.json: in a landscape of ours only.

use super::calls::Calls;
use super::findings::{Finding, Looked};
use crate::landscape::Role;
use crate::session::{ALM, DEV};
use crate::web;
use client::Method;
use serde_json::Value;

/// Whether the landscape operator has both roles.
pub(super) async fn operator_roles(calls: &mut Calls<'_>) -> Looked {
    let token = calls.login(Role::LandscapeOperator, ALM).await?;
    let scopes = token["scope"].as_str().unwrap_or_default().to_owned();
    let has = |scope: &&str| scopes.split(' ').any(|have| have.starts_with("alm-ts!") && have.ends_with(scope));
    let missing: Vec<&str> = [".Display", ".LandscapeManage"].into_iter().filter(|scope| !has(scope)).collect();
    let who = &calls.person(Role::LandscapeOperator)?.user_name;
    Ok(match missing.is_empty() {
        true => Finding::done(format!("{who} may see and change the landscape")),
        false => Finding::missing(format!("{who} lacks the scope alm-ts{}", missing.join(" and alm-ts")))
            .fix("assign TMS_Viewer_RC and TMS_LandscapeOperator_RC"),
    })
}

pub(super) async fn application(calls: &mut Calls<'_>) -> Looked {
    let seen = calls.own(Method::GET, "/tms/v2/nodes", (Role::LandscapeOperator, ALM)).await?;
    Ok(Finding::done(format!("opened as landscape operator, {} nodes", web::list(&seen, "/nodes")?.len())))
}

async fn configuration(calls: &mut Calls<'_>) -> Looked<Vec<Value>> {
    calls.ours().await?;
    let tenant = &calls.subaccount(DEV)?.subdomain;
    let path = format!("/api/v1/tenants/{tenant}/configuration-check");
    let seen = calls.own(Method::POST, &path, (Role::Administrator, DEV)).await?;
    Ok(seen.as_array().cloned().unwrap_or_default())
}

fn line(line: &Value) -> Finding {
    let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    let saw = format!("{}: {}", text("check"), text("text"));
    match line["state"].as_str() {
        Some("ok") => Finding::done(saw),
        Some("missing") => Finding::missing(saw).fix(text("fix")),
        _ => Finding::wrong(saw).fix(text("fix")),
    }
}

pub(super) async fn transport_mode(calls: &mut Calls<'_>) -> Looked {
    let lines = configuration(calls).await?;
    Ok(lines.first().map_or_else(|| Finding::wrong("the configuration check says nothing"), line))
}

pub(super) async fn configuration_check(calls: &mut Calls<'_>) -> Looked {
    let lines = configuration(calls).await?;
    let bad = lines.iter().find(|one| one["state"] != "ok");
    Ok(bad.map_or_else(|| Finding::done(format!("{} lines, all ok", lines.len())), line))
}

/// The feature that came furthest: the one with most transports.
async fn feature(calls: &mut Calls<'_>) -> Looked<Value> {
    calls.ours().await?;
    let path = format!("/api/v1/alm/{}/features", calls.subaccount(ALM)?.subdomain);
    let seen = calls.own(Method::GET, &path, (Role::ProjectLead, ALM)).await?;
    let all = seen.as_array().cloned().unwrap_or_default();
    let found = all.into_iter().max_by_key(|one| one["transports"].as_array().map_or(0, Vec::len));
    found.ok_or_else(|| Finding::missing("there is no feature yet"))
}

pub(super) async fn created(calls: &mut Calls<'_>) -> Looked {
    let found = feature(calls).await?;
    Ok(Finding::done(format!("{} {}", web::text(&found, "/displayId")?, web::text(&found, "/title")?)))
}

/// Whether the feature's history tells of this.
pub(super) async fn happened(calls: &mut Calls<'_>, heading: &str, value: &str) -> Looked {
    let found = feature(calls).await?;
    let (id, shown) = (web::text(&found, "/uuid")?, web::text(&found, "/displayId")?);
    let path = format!("/api/v1/alm/{}/features/{id}/history", calls.subaccount(ALM)?.subdomain);
    let seen = calls.own(Method::GET, &path, (Role::ProjectLead, ALM)).await?;
    let entries = seen.as_array().into_iter().flatten();
    let is = |entry: &&Value| entry["heading"] == heading && (value.is_empty() || entry["value"] == value);
    Ok(match entries.clone().find(is) {
        Some(entry) => {
            Finding::done(format!("{shown}: {heading} {}, by {}", words(entry, "value"), words(entry, "actor")))
        }
        None => Finding::missing(format!("{shown} is {}", words(&found, "statusName"))),
    })
}

fn words<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}
