//! Lists of any length come whole, page by page; `top` and `after` cut them.

use super::kit::{Tms, ZONE, id};
use engine::Caller;
use engine::transport::right::ManageLandscape;
use engine::transport::{node, route};
use model::node::Change;
use model::route::Draft;
use model::{NodeId, NodeName};
use serde_json::{Value, json};

fn landscape() -> Caller<ManageLandscape> {
    Caller::system("test", ZONE)
}

fn ids(list: &Value, name: &str, field: &str) -> Vec<i64> {
    list[name].as_array().expect("a list").iter().map(|row| id(&row[field])).collect()
}

/// The list whole, cut at `top`, and behind its first: in the same order, each thing once.
async fn cut(tms: &Tms, path: &str, name: &str, whole: &[i64]) {
    let get = async |query: &str| ids(&tms.get(&format!("{path}{query}")).await, name, "id");
    assert_eq!(get("").await, whole);
    assert_eq!(get("top=9223372036854775807").await, whole);
    assert_eq!(get("top=510").await, whole[..510]);
    assert_eq!(get("top=500").await, whole[..500]);
    assert_eq!(get("top=3").await, whole[..3]);
    assert!(get("top=0").await.is_empty());
    for wrong in ["top=-1", "top=x", "after=-5"] {
        let refused = tms.call("GET", &format!("{path}{wrong}")).send().await.expect_status(400);
        assert!(refused.json()["message"].as_str().unwrap().contains("must be a number"));
    }
}

#[tokio::test]
async fn a_landscape_of_any_size_is_listed() {
    let tms = Tms::start().await;
    let (mut nodes, mut routes) = (Vec::<i64>::new(), Vec::new());
    for number in 0..512 {
        let name = Some(NodeName(format!("N{number}")));
        let change = Change { name, is_virtual: Some(true), ..Change::default() };
        let made = node::create(&tms.app.cx, landscape(), change).await.expect("a node").id;
        nodes.push(made.get());
    }
    cut(&tms, "nodes?", "nodes", &nodes).await;
    let behind = tms.get(&format!("nodes?after={}&top=2", nodes[499])).await;
    assert_eq!(ids(&behind, "nodes", "id"), nodes[500..502]);
    for number in 1..5 {
        let draft = Draft {
            name: format!("R{number}"),
            description: None,
            source: NodeId(nodes[0]),
            target: NodeId(nodes[number]),
        };
        routes.push(route::create(&tms.app.cx, landscape(), draft).await.expect("a route").id.get());
    }
    assert_eq!(ids(&tms.get("routes?top=2").await, "routes", "id"), routes[..2]);
    let behind = tms.get(&format!("routes?after={}", routes[1])).await;
    assert_eq!(ids(&behind, "routes", "id"), routes[2..]);
}

#[tokio::test]
async fn a_long_queue_and_the_log_of_its_import_are_listed() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let mut requests = Vec::new();
    for number in 0..512 {
        let body = json!({"nodeName": "V", "contentType": "XSCDU", "storageType": "REFERENCE", "description": "d",
            "entries": [{"uri": format!("du:{number}")}]});
        requests.push(id(&tms.post("nodes/upload", body).await.expect_status(200).json()["transportRequestId"]));
    }
    cut(&tms, &format!("nodes/{node}/transportRequests?status=in&"), "transportRequests", &requests).await;
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    let shown = tms.action(action).await;
    assert_eq!((&shown["status"], ids(&shown, "transportRequests", "id")), (&json!("succeeded"), requests.clone()));
    let logs = tms.get(&format!("actions/{action}/logs")).await;
    assert_eq!(ids(&logs, "logs", "transportRequestId"), requests);
    for log in logs["logs"].as_array().unwrap() {
        assert!(!log["messages"].as_array().unwrap().is_empty(), "{log}");
    }
    let last = requests[511];
    for _ in 0..3 {
        let _ = tms.operate(node, "reset", &[last]).await.expect_status(204);
        tms.import_all(node).await;
    }
    let logs = tms.get(&format!("nodes/{node}/transportRequests/{last}/logs")).await;
    let actions = ids(&logs, "logs", "actionId");
    assert_eq!(actions.len(), 8, "{actions:?}");
    assert!(actions.is_sorted_by(|a, b| a > b));
}

#[tokio::test]
async fn requests_of_an_older_release_are_listed_as_new_ones_are() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let body = json!({"nodeName": "V", "contentType": "XSCDU", "storageType": "REFERENCE", "description": "d",
        "entries": [{"uri": "du:\"1\""}, {"uri": "du:2"}]});
    let made = tms.post("nodes/upload", body).await.expect_status(200).json();
    let paths = [
        format!("nodes/{node}/transportRequests?status=in"),
        format!("nodes/{node}/transportRequests/{}", made["transportRequestId"]),
    ];
    let new = [tms.get(&paths[0]).await, tms.get(&paths[1]).await];
    assert_eq!(new[0]["transportRequests"][0]["entries"][0]["uri"], "du:\"1\"");
    assert_eq!(new[0]["transportRequests"][0], new[1]);
    let forget = async |tx: &mut store::Tx| tx.execute("update request set shown = null", store::p![]).await;
    tms.app.cx.db.write(forget).await.expect("the column may be empty");
    assert_eq!([tms.get(&paths[0]).await, tms.get(&paths[1]).await], new);
    let spoil = async |tx: &mut store::Tx| tx.execute("update request set entries = '[]'", store::p![]).await;
    tms.app.cx.db.write(spoil).await.expect("a text");
    tms.call("GET", &paths[0]).send().await.expect_status(500);
}
