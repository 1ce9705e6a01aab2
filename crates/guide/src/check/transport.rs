//! Looks at transport management: nodes, routes, queues and logs.

use super::calls::Calls;
use super::destinations::{PASS_THROUGH, source_system_id};
use super::findings::{Finding, Looked};
use crate::report::Status;
use crate::web;
use serde_json::Value;
use std::collections::BTreeSet;

const EVERY_STATUS: &str = "status=in,ru,re,su,sk,wa,er,fa,de";

async fn get(calls: &mut Calls<'_>, path: &str) -> Looked<Value> {
    let url = format!("{}/v2/{path}", calls.text("transport", "/uri")?.trim_end_matches('/'));
    calls.get("transport", url).await
}

async fn nodes(calls: &mut Calls<'_>) -> Looked<Vec<Value>> {
    Ok(web::list(&get(calls, "nodes").await?, "/nodes")?.clone())
}

async fn routes(calls: &mut Calls<'_>) -> Looked<Vec<Value>> {
    Ok(web::list(&get(calls, "routes").await?, "/routes")?.clone())
}

fn name(node: &Value) -> &str {
    node["name"].as_str().unwrap_or_default()
}

fn has_target(node: &Value) -> bool {
    node["targets"].as_array().is_some_and(|targets| !targets.is_empty())
}

fn listed(nodes: &[Value]) -> String {
    nodes.iter().map(name).collect::<Vec<_>>().join(", ")
}

pub(super) async fn answers(calls: &mut Calls<'_>) -> Looked {
    Ok(Finding::done(format!("transport management answers, {} nodes", nodes(calls).await?.len())))
}

/// Each node's name with the destinations that it uses.
pub(super) async fn used_destinations(calls: &mut Calls<'_>) -> Looked<Vec<(String, String)>> {
    let nodes = nodes(calls).await?;
    let of = |node: &Value| {
        let targets = node["targets"].as_array().into_iter().flatten();
        let names = targets.filter_map(|target| target["destinationName"].as_str());
        names.map(|destination| (name(node).to_owned(), destination.to_owned())).collect::<Vec<_>>()
    };
    Ok(nodes.iter().flat_map(of).collect())
}

pub(super) async fn source_node(calls: &mut Calls<'_>) -> Looked {
    let nodes = nodes(calls).await?;
    let wanted = source_system_id(calls).await.map_err(|finding| match finding.status {
        Status::NotCheckable => finding,
        _ => Finding::not_checkable(format!("{PASS_THROUGH} does not say the node's name: see steps 27 to 31")),
    })?;
    let Some(node) = nodes.iter().find(|node| name(node) == wanted) else {
        return Ok(Finding::missing(format!("there is no node {wanted}; there are {}", listed(&nodes))));
    };
    Ok(match node["uploadAllowed"] == true {
        true => Finding::done(format!("{wanted}, uploads allowed")),
        false => Finding::wrong(format!("{wanted} does not allow uploads")),
    })
}

pub(super) async fn target_nodes(calls: &mut Calls<'_>) -> Looked {
    let nodes = nodes(calls).await?;
    for known in &calls.files.landscape.nodes {
        if !nodes.iter().any(|node| name(node) == known.name) {
            return Ok(Finding::missing(format!("there is no node {}; there are {}", known.name, listed(&nodes)))
                .fix("create or rename the node, or correct landscape.json"));
        }
    }
    let targets: Vec<Value> = nodes.into_iter().filter(has_target).collect();
    let other = |node: &&Value| !node["targets"].as_array().into_iter().flatten().any(|t| t["contentType"] == "MTA");
    if let Some(node) = targets.iter().find(other) {
        return Ok(Finding::wrong(format!("the node {} does not take the content type MTA", name(node))));
    }
    Ok(match targets.is_empty() {
        true => Finding::missing("no node has a target"),
        false => Finding::done(listed(&targets)),
    })
}

pub(super) async fn all_routes(calls: &mut Calls<'_>) -> Looked {
    let (nodes, routes) = (nodes(calls).await?, routes(calls).await?);
    let reached: BTreeSet<i64> = routes.iter().filter_map(|route| route["targetNodeId"].as_i64()).collect();
    let unreached = |node: &&Value| has_target(node) && node["id"].as_i64().is_some_and(|id| !reached.contains(&id));
    Ok(match nodes.iter().find(unreached) {
        Some(node) => Finding::missing(format!("no route leads to the node {}", name(node)))
            .fix(format!("create a route from the node before it to {}", name(node))),
        None if routes.is_empty() => Finding::missing("there is no route"),
        None => Finding::done(format!("{} routes, every target node is reached", routes.len())),
    })
}

pub(super) async fn linear(calls: &mut Calls<'_>) -> Looked {
    let (nodes, routes) = (nodes(calls).await?, routes(calls).await?);
    let mut sources: Vec<i64> = routes.iter().filter_map(|route| route["sourceNodeId"].as_i64()).collect();
    sources.sort_unstable();
    if let Some(pair) = sources.windows(2).find(|pair| pair[0] == pair[1]) {
        let node = nodes.iter().find(|node| node["id"] == pair[0]).map(name).unwrap_or_default();
        return Ok(Finding::wrong(format!(
            "the node {node} has several successors: only linear landscapes are supported"
        )));
    }
    let names: Vec<&str> = way(&nodes, &routes).into_iter().map(name).collect();
    Ok(match names.len() {
        0 | 1 => Finding::missing("there is no route"),
        _ => Finding::done(names.join(" → ")),
    })
}

/// The longest way: from a node that nothing leads to, along the routes.
fn way<'a>(nodes: &'a [Value], routes: &[Value]) -> Vec<&'a Value> {
    let find = |id: &Value| nodes.iter().find(|node| node["id"] == *id);
    let start = |node: &&Value| !routes.iter().any(|route| route["targetNodeId"] == node["id"]);
    let from = |first: &'a Value| {
        let mut way = vec![first];
        while let Some(next) = way
            .last()
            .and_then(|last| routes.iter().find(|route| route["sourceNodeId"] == last["id"]))
            .and_then(|route| find(&route["targetNodeId"]))
            .filter(|next| !way.contains(next))
        {
            way.push(next);
        }
        way
    };
    nodes.iter().filter(start).map(from).max_by_key(Vec::len).unwrap_or_default()
}

pub(super) async fn forward_modes(calls: &mut Calls<'_>) -> Looked {
    let nodes = nodes(calls).await?;
    let manual: Vec<Value> = nodes.into_iter().filter(|node| node["forwardMode"] == "MANUAL").collect();
    Ok(match manual.is_empty() {
        true => Finding::done("no node forwards manually"),
        false => Finding::wrong(format!("{} forwards manually", listed(&manual))),
    })
}

/// Where in the way of a change a target node stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    Test,
    Production,
}

/// The target node, and the last request in its queue.
async fn last_request(calls: &mut Calls<'_>, stop: Stop) -> Looked<(Value, Value)> {
    let (nodes, routes) = (nodes(calls).await?, routes(calls).await?);
    let targets = way(&nodes, &routes).into_iter().filter(|node| has_target(node)).collect::<Vec<_>>();
    let node = if stop == Stop::Test { targets.first() } else { targets.last() };
    let node = (*node.ok_or_else(|| Finding::missing("no route leads to a node with a target"))?).clone();
    let id = web::number(&node, "/id")?;
    let seen = get(calls, &format!("nodes/{id}/transportRequests?{EVERY_STATUS}")).await?;
    let requests = web::list(&seen, "/transportRequests")?;
    let last = requests.iter().max_by_key(|request| request["id"].as_i64()).cloned();
    let last = last.ok_or_else(|| Finding::missing(format!("{} has no transport request yet", name(&node))))?;
    Ok((node, last))
}

pub(super) async fn exported(calls: &mut Calls<'_>) -> Looked {
    let (node, request) = last_request(calls, Stop::Test).await?;
    Ok(Finding::done(format!("transport request {} came to {}: {}", request["id"], name(&node), words(&request))))
}

fn words(request: &Value) -> &str {
    request["description"].as_str().unwrap_or_default()
}

pub(super) async fn imported(calls: &mut Calls<'_>, stop: Stop) -> Looked {
    let (node, request) = last_request(calls, stop).await?;
    let (node, id) = (name(&node), &request["id"]);
    Ok(match request["status"].as_str().unwrap_or_default() {
        "succeeded" | "warning" => Finding::done(format!("{id} is imported into {node}")),
        "initial" | "running" | "repeatable" => Finding::missing(format!("{id} is not imported into {node} yet")),
        other => Finding::wrong(format!("{id} is {other} in {node}")),
    })
}

pub(super) async fn logs(calls: &mut Calls<'_>) -> Looked {
    let (node, request) = last_request(calls, Stop::Production).await?;
    let path = format!("nodes/{}/transportRequests/{}/logs", node["id"], request["id"]);
    let seen = get(calls, &path).await?;
    let logs = web::list(&seen, "/logs")?;
    Ok(match logs.iter().find(|log| log["actionType"] == "I") {
        Some(import) => {
            let (status, at) = (import["status"].as_str(), import["actionStartedAt"].as_str());
            Finding::done(format!("Import to Node, {}, {}", status.unwrap_or("?"), at.unwrap_or("?")))
        }
        None => Finding::missing(format!("{} has no import action for {} yet", name(&node), request["id"])),
    })
}
