//! Nodes and routes.

use super::kit::{Tms, id};
use serde_json::json;

#[tokio::test]
async fn a_node_is_created_read_changed_and_deleted() {
    let tms = Tms::start().await;
    let node = tms
        .node(
            "QA_EU",
            json!({"description": "EU test space", "targets": [{"contentType": "MTA", "destinationName": "qa"}]}),
        )
        .await;
    let read = tms.get(&format!("nodes/{node}")).await;
    let target = id(&read["targets"][0]["id"]);
    assert_eq!(
        read,
        json!({
            "id": node, "name": "QA_EU", "description": "EU test space", "uploadAllowed": true,
            "notificationEnabled": false, "forwardMode": "AUTO", "importDisabled": false, "importDisabledReason": "",
            "virtual": false, "targets": [{
                "id": target, "contentType": "MTA", "destinationName": "qa", "importOptions": {"strategy": "default"}
            }]
        })
    );
    let changed = json!({"name": "QA", "forwardMode": "ON_SUCCESS", "targets": read["targets"], "importDisabled": true, "importDisabledReason": "freeze"});
    let answer = tms.call("PUT", &format!("nodes/{node}")).json(&changed).send().await.expect_status(200).json();
    assert_eq!((answer["name"].as_str(), answer["uploadAllowed"].as_bool()), (Some("QA"), Some(true)));
    assert_eq!(answer["importDisabledReason"], "freeze");
    assert_eq!(id(&answer["targets"][0]["id"]), target);
    assert_eq!(tms.get("nodes").await["nodes"].as_array().unwrap().len(), 1);
    let _ = tms.call("DELETE", &format!("nodes/{node}")).send().await.expect_status(204);
    let gone = tms.call("GET", &format!("nodes/{node}")).send().await.expect_status(404).json();
    assert_eq!(gone["errorType"], "TsNotFoundException");
    assert!(gone["message"].as_str().unwrap().contains(&node.to_string()));
}

#[tokio::test]
async fn what_the_rules_forbid_is_refused_with_422_and_nothing_is_made() {
    let tms = Tms::start().await;
    tms.node("DEV", json!({})).await;
    for body in [
        json!({"name": "DEV"}),
        json!({"name": "x".repeat(31)}),
        json!({"name": ""}),
        json!({"name": "V", "virtual": true, "targets": [{"contentType": "MTA", "destinationName": "d"}]}),
        json!({"name": "T", "targets": [{"contentType": "MTA", "destinationName": ""}]}),
        json!({"name": "T", "targets": [{"contentType": "MTA", "destinationName": "a"}, {"contentType": "MTA", "destinationName": "b"}]}),
    ] {
        let answer = tms.post("nodes", body.clone()).await;
        assert_eq!(answer.status, 422, "{body} {}", answer.text());
        assert_eq!(answer.json()["errorType"], "TsUnprocessableEntityException");
    }
    for body in [json!({}), json!({"name": "T", "forwardMode": "SOMETIMES"})] {
        assert_eq!(tms.post("nodes", body).await.status, 400);
    }
    assert_eq!(tms.get("nodes").await["nodes"].as_array().unwrap().len(), 1);
}

/// Scenario 44.
#[tokio::test]
async fn a_second_incoming_route_a_cycle_and_a_self_loop_are_refused() {
    let tms = Tms::start().await;
    let (a, b, c) = (tms.node("A", json!({})).await, tms.node("B", json!({})).await, tms.node("C", json!({})).await);
    let first = tms.route(a, b).await;
    tms.route(b, c).await;
    let refused = async |source: i64, target: i64, name: &str| {
        let body = json!({"name": name, "sourceNodeId": source, "targetNodeId": target});
        tms.post("routes", body).await.expect_status(422).json()["message"].as_str().unwrap().to_owned()
    };
    assert!(refused(a, c, "x").await.contains("incoming route already"));
    assert!(refused(c, a, "x").await.contains("cycle"));
    assert!(refused(a, a, "x").await.contains("itself"));
    let d = tms.node("D", json!({})).await;
    assert!(refused(a, d, &format!("{a} to {b}")).await.contains("exists already"));
    let missing = json!({"name": "x", "sourceNodeId": a, "targetNodeId": 999_999});
    assert_eq!(tms.post("routes", missing).await.status, 404);
    let read = tms.get(&format!("routes/{first}")).await;
    assert_eq!(
        read,
        json!({"id": first, "description": null, "name": format!("{a} to {b}"), "sourceNodeId": a, "targetNodeId": b})
    );
    let moved = json!({"name": "moved", "sourceNodeId": a, "targetNodeId": d});
    let answer = tms.call("PUT", &format!("routes/{first}")).json(&moved).send().await.expect_status(200).json();
    assert_eq!((id(&answer["id"]), id(&answer["targetNodeId"])), (first, d));
    let _ = tms.call("DELETE", &format!("routes/{first}")).send().await.expect_status(204);
    assert_eq!(tms.get("routes").await["routes"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_node_with_routes_stays() {
    let tms = Tms::start().await;
    let (a, b) = (tms.node("A", json!({})).await, tms.node("B", json!({})).await);
    let route = tms.route(a, b).await;
    for node in [a, b] {
        let _ = tms.call("DELETE", &format!("nodes/{node}")).send().await.expect_status(422);
    }
    let _ = tms.call("DELETE", &format!("routes/{route}")).send().await.expect_status(204);
    let _ = tms.call("DELETE", &format!("nodes/{b}")).send().await.expect_status(204);
}

#[tokio::test]
async fn every_change_is_in_the_audit_trail() {
    let tms = Tms::start().await;
    let (a, b) = (tms.node("A", json!({})).await, tms.node("B", json!({})).await);
    let route = tms.route(a, b).await;
    let trail = tms.audit().await;
    for event in
        [format!("node.create node {a}"), format!("node.create node {b}"), format!("route.create route {route}")]
    {
        assert!(trail.contains(&event), "{event} in {trail:?}");
    }
}

#[tokio::test]
async fn another_subaccount_sees_and_reaches_nothing() {
    let mut tms = Tms::start().await;
    let node = tms.node("DEV", json!({})).await;
    let request = tms.request("DEV").await;
    let action = tms.import_all(node).await;
    let file = tms.file("a.txt", "x").await;
    tms.token = tms.token_in("other", "standard").await;
    assert_eq!(tms.get("nodes").await, json!({"nodes": []}));
    for path in [
        format!("nodes/{node}"),
        format!("nodes/{node}/transportRequests?status=in"),
        format!("nodes/{node}/transportRequests/{request}"),
        format!("nodes/{node}/transportRequests/{request}/logs"),
        format!("nodes/{node}/mtaExtDescriptors"),
        format!("transportRequests/{request}/tracking"),
        format!("actions/{action}"),
        format!("actions/{action}/logs"),
    ] {
        let answer = tms.call("GET", &path).send().await;
        assert_eq!(answer.status, 404, "{path}");
    }
    let one = [request];
    for (operation, named) in
        [("import", &one[..]), ("importAll", &[]), ("forward", &one), ("reset", &one), ("remove", &one)]
    {
        assert_eq!(tms.operate(node, operation, named).await.status, 404, "{operation}");
    }
    assert_eq!(tms.call("DELETE", &format!("files/{file}")).send().await.status, 404);
    assert_eq!(tms.call("DELETE", &format!("nodes/{node}")).send().await.status, 404);
    tms.node("DEV", json!({})).await;
    assert_eq!(tms.post("nodes/upload", super::kit::upload("DEV", file)).await.status, 404);
}
