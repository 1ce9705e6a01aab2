//! Steps 37 to 41: nodes and routes of transport management.

use super::destinations::{source_node, target_destination};
use crate::failure::{Failure, Result};
use crate::landscape::{Node, Role};
use crate::session::{ALM, Session, TARGETS};
use crate::web;
use serde_json::{Value, json};
use std::collections::HashMap;

async fn create(s: &mut Session, path: &str, body: Value) -> Result<Value> {
    let token = s.token(Role::LandscapeOperator, ALM).await?;
    let url = format!("{}/v2/{path}", s.addresses.tms());
    s.web.post(&url, &token, body, &[200, 201]).await?.json()
}

async fn get(s: &mut Session, path: &str) -> Result<Value> {
    let token = s.token(Role::LandscapeOperator, ALM).await?;
    s.web.get(&format!("{}/v2/{path}", s.addresses.tms()), &token).await
}

async fn node(s: &mut Session, name: &str, upload: bool, targets: Value) -> Result<i64> {
    let body = json!({
        "name": name, "description": format!("{name}, made by the guide"), "uploadAllowed": upload, "notificationEnabled": false,
        "forwardMode": "AUTO", "virtual": false, "targets": targets,
    });
    let id = web::number(&create(s, "nodes", body).await?, "/id")?;
    s.landscape.nodes.push(Node { id, name: name.to_owned() });
    Ok(id)
}

pub(super) async fn source(s: &mut Session) -> Result<String> {
    let name = source_node(s);
    let id = node(s, &name, true, json!([])).await?;
    Ok(format!("{name} ({id}), uploads allowed"))
}

pub(super) async fn targets(s: &mut Session) -> Result<String> {
    let mut saw = Vec::new();
    for (_, name) in TARGETS {
        let target = json!([{ "contentType": "MTA", "destinationName": target_destination(name), "importOptions": { "strategy": "default" } }]);
        let id = node(s, name, false, target).await?;
        saw.push(format!("{name} ({id})"));
    }
    Ok(saw.join(", "))
}

pub(super) async fn routes(s: &mut Session) -> Result<String> {
    let chain: Vec<Node> = s.landscape.nodes.clone();
    let mut saw = Vec::new();
    for pair in chain.windows(2) {
        let name = format!("{}_{}", pair[0].name, pair[1].name);
        let body = json!({ "name": name, "sourceNodeId": pair[0].id, "targetNodeId": pair[1].id });
        create(s, "routes", body).await?;
        saw.push(format!("{} to {}", pair[0].name, pair[1].name));
    }
    Ok(saw.join(", "))
}

pub(super) async fn forward_modes(s: &mut Session) -> Result<String> {
    let seen = get(s, "nodes").await?;
    for node in web::list(&seen, "/nodes")? {
        if node["forwardMode"] == "MANUAL" {
            return Err(Failure::new(format!("the node {} forwards manually", node["name"])));
        }
    }
    Ok("AUTO (Pre-Import) on every node".to_owned())
}

pub(super) async fn linear(s: &mut Session) -> Result<String> {
    let seen = get(s, "routes").await?;
    let mut successors: HashMap<i64, usize> = HashMap::new();
    for route in web::list(&seen, "/routes")? {
        *successors.entry(web::number(route, "/sourceNodeId")?).or_default() += 1;
    }
    if let Some((node, count)) = successors.iter().find(|(_, count)| **count > 1) {
        return Err(Failure::new(format!("the node {node} has {count} successors: a fan-out is not supported")));
    }
    Ok(s.landscape.nodes.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(" → "))
}
