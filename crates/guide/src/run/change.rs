//! Steps 43, 44, 46 to 54: the feature, and its way through test to production.

use crate::failure::{Failure, Result};
use crate::landscape::Role;
use crate::session::{ALM, Session};
use crate::web;
use serde_json::{Value, json};

fn base(s: &Session) -> Result<String> {
    Ok(format!("{}/api/v1/alm/{}", s.addresses.public(), s.subaccount(ALM)?.subdomain))
}

fn feature(s: &Session) -> Result<String> {
    Ok(format!("{}/features/{}", base(s)?, s.note("feature")?.as_str().unwrap_or_default()))
}

fn transport(s: &Session) -> Result<String> {
    Ok(s.note("request")?.to_string())
}

async fn post(s: &mut Session, role: Role, path: &str, body: Value) -> Result<Value> {
    let token = s.token(role, ALM).await?;
    let url = format!("{}{path}", feature(s)?);
    s.web.post(&url, &token, body, &[200, 201, 202, 204]).await?.json()
}

async fn set_status(s: &mut Session, role: Role, code: &str) -> Result<String> {
    post(s, role, "/status", json!({ "statusCode": code })).await?;
    let token = s.token(role, ALM).await?;
    let seen = s.web.get(&feature(s)?, &token).await?;
    let now = web::text(&seen, "/statusCode")?;
    if now != code {
        return Err(Failure::new(format!("the feature is {now}, not {code}")));
    }
    Ok(code.to_owned())
}

pub(super) async fn create_feature(s: &mut Session) -> Result<String> {
    let token = s.token(Role::ProjectLead, ALM).await?;
    let body = json!({ "title": "Bring the package to production", "projectId": s.note("project")?.clone() });
    let made = s.web.post(&format!("{}/features", base(s)?), &token, body, &[200, 201]).await?.json()?;
    s.notes.insert("feature", Value::from(web::text(&made, "/uuid")?));
    Ok(format!("{}, {}", web::text(&made, "/displayId")?, web::text(&made, "/statusCode")?))
}

pub(super) async fn start_implementation(s: &mut Session) -> Result<String> {
    set_status(s, Role::Developer, "IN_REALIZATION").await
}

pub(super) async fn assign_transport(s: &mut Session) -> Result<String> {
    let id = transport(s)?;
    let token = s.token(Role::Developer, ALM).await?;
    let offered = s.web.get(&format!("{}/transports?assigned=false", base(s)?), &token).await?;
    if !offered.to_string().contains(&format!("\"{id}\"")) {
        return Err(Failure::new(format!("the transport {id} is not offered for assignment")));
    }
    s.web.put(&format!("{}/transports/{id}", feature(s)?), &token, Value::Null).await?;
    see_transport(s, Role::Developer).await.map(|(status, target)| format!("{id}: {status}, next {target}"))
}

/// The transport's label and next target, as the feature shows it.
async fn see_transport(s: &mut Session, role: Role) -> Result<(String, String)> {
    let token = s.token(role, ALM).await?;
    let seen = s.web.get(&feature(s)?, &token).await?;
    let status = web::text(&seen, "/transports/0/status")?.to_owned();
    Ok((status, seen["transports"][0]["target"].as_str().unwrap_or_default().to_owned()))
}

async fn deploy(s: &mut Session, target: &str) -> Result<String> {
    let started = post(s, Role::DeploymentManager, "/deploy", json!({ "target": target })).await?;
    let actions = web::list(&started, "/actionIds")?.clone();
    Ok(format!("import action {}", actions.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")))
}

/// Refreshes until the transport is deployed in `node`.
async fn deployed(s: &mut Session, node: &str) -> Result<String> {
    let token = s.token(Role::DeploymentManager, ALM).await?;
    let (url, wanted) = (format!("{}/refresh", feature(s)?), format!("Deployed in {node}"));
    let (mut pause, started) = (std::time::Duration::from_millis(10), std::time::Instant::now());
    loop {
        let seen = s.web.post(&url, &token, Value::Null, &[200]).await?.json()?;
        let status = web::text(&seen, "/transports/0/status")?;
        if status == wanted {
            let target = seen["transports"][0]["target"].as_str().filter(|t| !t.is_empty());
            return Ok(
                target.map_or_else(|| format!("{wanted}, production reached"), |t| format!("{wanted}, next {t}"))
            );
        }
        if status.contains("failed") || started.elapsed().as_secs() > 120 {
            return Err(Failure::new(format!("the transport is '{status}'")));
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(std::time::Duration::from_secs(1));
    }
}

pub(super) async fn deploy_to_test(s: &mut Session) -> Result<String> {
    deploy(s, "TEST").await
}

pub(super) async fn see_test(s: &mut Session) -> Result<String> {
    deployed(s, "TEST").await
}

pub(super) async fn hand_over(s: &mut Session) -> Result<String> {
    set_status(s, Role::Developer, "IN_TESTING").await
}

pub(super) async fn confirm_test(s: &mut Session) -> Result<String> {
    set_status(s, Role::Tester, "SUCCESSFULLY_TESTED").await
}

pub(super) async fn approve(s: &mut Session) -> Result<String> {
    set_status(s, Role::ChangeManager, "APPROVED_FOR_DEPLOYMENT").await
}

pub(super) async fn deploy_to_production(s: &mut Session) -> Result<String> {
    let action = deploy(s, "PROD").await?;
    Ok(format!("{action}; {}", deployed(s, "PROD").await?))
}

/// The logs of a request in a node, grouped by action, each with at least one message.
pub(crate) async fn logs(s: &mut Session, node: &str) -> Result<Vec<Value>> {
    let token = s.token(Role::LandscapeOperator, ALM).await?;
    let (id, request) = (s.node(node)?, transport(s)?);
    let url = format!("{}/v2/nodes/{id}/transportRequests/{request}/logs", s.addresses.tms());
    let seen = s.web.get(&url, &token).await?;
    Ok(web::list(&seen, "/logs")?.clone())
}

pub(super) async fn action_logs(s: &mut Session) -> Result<String> {
    let logs = logs(s, "PROD").await?;
    let import = logs.iter().find(|log| log["actionType"] == "I");
    let import = import.ok_or_else(|| Failure::new("PROD has no import action for this request"))?;
    let status = web::text(import, "/status")?;
    // A warning counts as success: custom tags that the target does not define, for example.
    if !matches!(status, "succeeded" | "warning") {
        return Err(Failure::new(format!("the import into PROD ended as {status}")));
    }
    let who = import["actionTriggeredByNamedUser"].as_str().unwrap_or_default();
    Ok(format!("Import to Node, {status}, {} by {who}", web::text(import, "/actionStartedAt")?))
}

pub(super) async fn confirm_deployment(s: &mut Session) -> Result<String> {
    set_status(s, Role::ProjectLead, "CONFIRMED").await
}

/// The feature's history, newest first.
pub(crate) async fn history(s: &mut Session) -> Result<Vec<Value>> {
    let token = s.token(Role::ProjectLead, ALM).await?;
    let seen = s.web.get(&format!("{}/history", feature(s)?), &token).await?;
    Ok(seen.as_array().or_else(|| seen["history"].as_array()).cloned().unwrap_or_default())
}
