//! Who may do what: plans, roles, and the nodes that roles are restricted to.

use super::kit::{Tms, upload};
use serde_json::json;
use testkit::mtar;

/// Every operation with whether the plans `export` and `transport_operator` allow it.
const MATRIX: [(&str, &str, bool, bool); 15] = [
    ("GET", "nodes", true, true),
    ("GET", "routes", true, true),
    ("POST", "nodes", false, false),
    ("PUT", "nodes/1", false, false),
    ("DELETE", "nodes/1", false, false),
    ("POST", "routes", false, false),
    ("POST", "files/upload", true, false),
    ("DELETE", "files/1", true, false),
    ("POST", "nodes/upload", true, false),
    ("POST", "nodes/export", true, false),
    ("POST", "nodes/1/transportRequests/import", false, true),
    ("POST", "nodes/1/transportRequests/importAll", false, true),
    ("POST", "nodes/1/transportRequests/reset", false, true),
    ("POST", "nodes/1/mtaExtDescriptors", false, true),
    ("GET", "nodes/1/transportRequests?status=in", true, true),
];

/// Scenario 47.
#[tokio::test]
async fn a_plan_allows_what_it_is_for() {
    let mut tms = Tms::start().await;
    for (plan, column) in [("export", 0), ("transport_operator", 1)] {
        tms.token = tms.token_of(plan).await;
        for (method, path, export, operator) in MATRIX {
            let allowed = [export, operator][column];
            let answer = tms.call(method, path).json(&json!({})).send().await;
            assert_eq!(answer.status != 403, allowed, "{plan} {method} {path}: {} {}", answer.status, answer.text());
            if !allowed {
                assert_eq!(answer.json()["error"], "unauthorized");
                assert!(answer.json()["error_description"].as_str().unwrap().contains("scope"));
            }
        }
    }
    tms.token = "nonsense".to_owned();
    for (method, path, ..) in MATRIX {
        let answer = tms.call(method, path).json(&json!({})).send().await;
        assert_eq!((answer.status, answer.json()["error"].as_str()), (401, Some("unauthorized")), "{method} {path}");
    }
}

/// Scenario 46. The kit gives the unrestricted role beside the restricted one.
#[tokio::test]
async fn an_import_operator_reaches_only_his_nodes() {
    let mut tms = Tms::start().await;
    let (t1, t2) = (tms.virtual_node("T1", "AUTO").await, tms.virtual_node("T2", "AUTO").await);
    tms.token = tms.person("op@example.org", "ImportOperator", "TmsNodesImport", "T1").await;
    tms.import_all(t1).await;
    let refused = tms.operate(t2, "importAll", &[]).await.expect_status(403).json();
    assert_eq!(refused["error"], "unauthorized");
    assert!(refused["error_description"].as_str().unwrap().contains("TmsNodesImport"));
    assert!(tms.audit().await.contains(&format!("transport.refused node {t2}")));
    assert_eq!(tms.operate(t1, "import", &[1]).await.status, 403, "import selected is another right");
    assert_eq!(tms.get("nodes").await["nodes"].as_array().unwrap().len(), 2, "everybody sees all nodes");
}

/// Scenario 48.
#[tokio::test]
async fn a_restricted_transport_operator_may_import_everywhere_but_reset_only_there() {
    let mut tms = Tms::start().await;
    let (t1, t2) = (tms.virtual_node("T1", "MANUAL").await, tms.virtual_node("T2", "MANUAL").await);
    let (r1, r2) = (tms.request("T1").await, tms.request("T2").await);
    tms.token = tms.person("to@example.org", "TransportOperator", "TmsNodesTransportOperator", "T1").await;
    tms.import_all(t1).await;
    tms.import_all(t2).await;
    for operation in ["reset", "remove", "forward"] {
        assert_eq!(tms.operate(t2, operation, &[r2]).await.status, 403, "{operation}");
    }
    let _ = tms.operate(t1, "reset", &[r1]).await.expect_status(204);
}

#[tokio::test]
async fn an_export_operator_uploads_only_into_his_nodes() {
    let mut tms = Tms::start().await;
    tms.node("A", json!({})).await;
    let b = tms.node("B", json!({})).await;
    tms.token = tms.person("ex@example.org", "ExportOperator", "TmsNodesExport", "A").await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    assert_eq!(tms.post("nodes/upload", upload("B", file)).await.status, 403);
    assert!(tms.whole(b).await.is_empty());
    assert!(tms.audit().await.contains(&"transport.refused node B".to_owned()));
    let answer = tms.post("nodes/upload", upload("A", file)).await.expect_status(200).json();
    assert!(answer["transportRequestId"].is_i64());
}

/// `apis/tms` is the list; a route that is not there, or not guarded, shows here.
#[tokio::test]
async fn every_operation_is_routed_and_wants_a_token() {
    let tms = Tms::start().await;
    for line in include_str!("../../../../../apis/tms/operations.txt").lines() {
        let (method, path) = line.split_once(' ').expect("METHOD /path");
        let path = path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>();
        let answer = tms.app.request(method, &path.join("/")).send().await;
        assert_eq!(answer.status, 401, "{line}: {}", answer.text());
    }
}
