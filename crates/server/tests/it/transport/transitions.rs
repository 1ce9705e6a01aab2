//! The state machine of a request in a queue as clients see it: one story per transition of the reference, T1 to T15,
//! with the action that it leaves.

use super::kit::{Tms, id, rows, upload};
use serde_json::json;
use testkit::mtar;
use testkit::slp::Script;

/// The types of the actions of a request in a node, newest first.
async fn kinds(tms: &Tms, node: i64, request: i64) -> Vec<String> {
    let logs = tms.get(&format!("nodes/{node}/transportRequests/{request}/logs")).await;
    logs["logs"].as_array().unwrap().iter().map(|log| log["actionType"].as_str().unwrap().to_owned()).collect()
}

/// Virtual nodes V → T; T takes what V hands on.
async fn chain(tms: &Tms, mode: &str) -> (i64, i64) {
    let (v, t) = (tms.virtual_node("V", mode).await, tms.virtual_node("T", "MANUAL").await);
    tms.route(v, t).await;
    (v, t)
}

/// Imports once more what was imported, so that it is handed on once more.
async fn hand_on_again(tms: &Tms, node: i64, request: i64) {
    let _ = tms.operate(node, "reset", &[request]).await.expect_status(204);
    tms.import_all(node).await;
    tms.app.run_jobs().await;
}

/// One request imported into a node whose deploy service plays the script.
async fn imported(script: Script) -> (Tms, i64, i64) {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    fake.plays(script);
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.action(action).await["type"], "I");
    (tms, node, request)
}

fn failing(code: &'static str) -> Script {
    Script { states: vec!["RUNNING", "ERROR"], failure: (code, "it broke"), ..Script::default() }
}

#[tokio::test]
async fn t1_an_upload_into_a_node_is_initial_there() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let request = tms.request("QA").await;
    assert_eq!(tms.whole(node).await, rows([(request, "initial")]));
    assert_eq!(kinds(&tms, node, request).await, ["NU"]);
}

#[tokio::test]
async fn t2_an_export_is_initial_in_each_node_that_follows() {
    let tms = Tms::start().await;
    let mut nodes = Vec::new();
    for name in ["DEV", "T1", "T2"] {
        nodes.push(tms.node(name, json!({})).await);
    }
    tms.route(nodes[0], nodes[1]).await;
    tms.route(nodes[0], nodes[2]).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let answer = tms.post("nodes/export", upload("DEV", file)).await.expect_status(200).json();
    let request = id(&answer["transportRequestId"]);
    assert!(tms.whole(nodes[0]).await.is_empty());
    for node in &nodes[1..] {
        assert_eq!(tms.whole(*node).await, rows([(request, "initial")]));
    }
}

#[tokio::test]
async fn t3_what_is_forwarded_is_initial_and_last() {
    let tms = Tms::start().await;
    let (v, t) = chain(&tms, "MANUAL").await;
    let (moved, there) = (tms.request("V").await, tms.request("T").await);
    tms.import_all(v).await;
    let _ = tms.operate(v, "forward", &[moved]).await.expect_status(204);
    assert_eq!(tms.whole(t).await, rows([(there, "initial"), (moved, "initial")]));
    assert_eq!(kinds(&tms, v, moved).await[0], "FQ");
}

#[tokio::test]
async fn t4_what_waits_and_arrives_again_keeps_its_status_and_is_last() {
    let tms = Tms::start().await;
    let (v, t) = chain(&tms, "AUTO").await;
    let (a, b) = (tms.request("V").await, tms.request("V").await);
    tms.import_all(v).await;
    hand_on_again(&tms, v, a).await;
    assert_eq!(tms.whole(t).await, rows([(b, "initial"), (a, "initial")]));
    let _ = tms.operate(t, "import", &[b]).await.expect_status(200);
    let _ = tms.operate(t, "reset", &[b]).await.expect_status(204);
    hand_on_again(&tms, v, b).await;
    assert_eq!(tms.whole(t).await, rows([(a, "initial"), (b, "repeat")]));
}

#[tokio::test]
async fn t5_what_was_finished_and_arrives_again_is_repeatable_and_last() {
    let (tms, fake) = Tms::with_target().await;
    let (v, qa) = (tms.virtual_node("V", "AUTO").await, tms.target_node("QA", "MANUAL", "d").await);
    tms.route(v, qa).await;
    for (script, status) in [
        (Script::default(), "succeeded"),
        (Script { messages: vec!["Warning: x"], ..Script::default() }, "warning"),
        (failing("CONTENT"), "error"),
        (Script { refuse: Some(404), ..Script::default() }, "fatal"),
    ] {
        let request = tms.request("V").await;
        tms.import_all(v).await;
        fake.plays(script);
        let _ = tms.operate(qa, "import", &[request]).await.expect_status(200);
        tms.app.run_jobs().await;
        assert_eq!(tms.status(qa, request).await, status);
        let behind = tms.request("QA").await;
        hand_on_again(&tms, v, request).await;
        let queue = tms.whole(qa).await;
        assert_eq!(queue[queue.len() - 2..], rows([(behind, "initial"), (request, "repeat")]), "after {status}");
    }
}

#[tokio::test]
async fn t5_what_was_skipped_or_removed_and_arrives_again_is_repeatable() {
    let tms = Tms::start().await;
    let (v, t) = chain(&tms, "AUTO").await;
    let request = tms.request("V").await;
    tms.import_all(v).await;
    let _ = tms.operate(t, "import", &[request]).await.expect_status(200);
    assert_eq!(tms.status(t, request).await, "skipped");
    hand_on_again(&tms, v, request).await;
    assert_eq!(tms.status(t, request).await, "repeat");
    let _ = tms.operate(t, "remove", &[request]).await.expect_status(204);
    hand_on_again(&tms, v, request).await;
    assert_eq!(tms.status(t, request).await, "repeat");
}

#[tokio::test]
async fn t6_what_arrives_while_it_runs_is_repeatable_after_its_end() {
    let (tms, _target) = Tms::with_target().await;
    let (v, qa) = (tms.virtual_node("V", "AUTO").await, tms.target_node("QA", "MANUAL", "d").await);
    tms.route(v, qa).await;
    let request = tms.request("V").await;
    tms.import_all(v).await;
    let action = tms.import_all(qa).await;
    let _ = tms.operate(v, "reset", &[request]).await.expect_status(204);
    tms.import_all(v).await;
    assert_eq!(tms.whole(qa).await, rows([(request, "running")]));
    tms.app.run_jobs().await;
    assert_eq!(tms.whole(qa).await, rows([(request, "repeat")]));
    assert_eq!(tms.action(action).await["status"], "succeeded");
}

#[tokio::test]
async fn t7_an_accepted_import_is_running() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    for (script, before) in [
        (Script { refuse: Some(404), ..Script::default() }, "initial"),
        (Script::default(), "fatal"),
        (Script::default(), "repeat"),
    ] {
        assert_eq!(tms.status(node, request).await, before);
        fake.plays(script);
        tms.import_all(node).await;
        assert_eq!(tms.status(node, request).await, "running", "from {before}");
        tms.app.run_jobs().await;
        if before == "fatal" {
            let _ = tms.operate(node, "reset", &[request]).await.expect_status(204);
        }
    }
}

#[tokio::test]
async fn t8_a_good_deployment_succeeded() {
    let (tms, node, request) = imported(Script::default()).await;
    assert_eq!(tms.status(node, request).await, "succeeded");
}

#[tokio::test]
async fn t9_a_deployment_that_warns_is_a_warning() {
    let (tms, node, request) = imported(Script { messages: vec!["Warning: x"], ..Script::default() }).await;
    assert_eq!(tms.status(node, request).await, "warning");
}

#[tokio::test]
async fn t10_a_failure_of_the_content_is_an_error_and_needs_a_reset() {
    let (tms, node, request) = imported(failing("CONTENT")).await;
    assert_eq!(tms.status(node, request).await, "error");
    assert_eq!(tms.operate(node, "import", &[request]).await.status, 422);
}

#[tokio::test]
async fn t11_a_failure_of_the_infrastructure_is_fatal_and_may_be_imported_again_at_once() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    fake.plays(failing("INFRASTRUCTURE"));
    let action = tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "fatal");
    assert_eq!(tms.action(action).await["status"], "fatal");
    assert!(tms.lines(action).await.contains(&"F it broke".to_owned()));
    assert_eq!(fake.seen.lock().unwrap().aborted, [0], "the lock is let go");
    fake.plays(Script::default());
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
}

#[tokio::test]
async fn t12_a_virtual_node_skips() {
    let tms = Tms::start().await;
    let (v, _) = chain(&tms, "MANUAL").await;
    let request = tms.request("V").await;
    tms.import_all(v).await;
    assert_eq!(tms.whole(v).await, rows([(request, "skipped")]));
}

#[tokio::test]
async fn t13_a_deployment_that_the_tool_does_not_know_is_an_error_because_nobody_knows_what_it_did() {
    let (tms, fake) = Tms::with_target().await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    fake.seen.lock().unwrap().looks.clear();
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "error");
}

#[tokio::test]
async fn t14_a_reset_makes_it_repeatable_where_it_stands() {
    for script in [Script::default(), Script { messages: vec!["Warning: x"], ..Script::default() }, failing("CONTENT")]
    {
        let (tms, node, request) = imported(script).await;
        let behind = tms.request("QA").await;
        let _ = tms.operate(node, "reset", &[request]).await.expect_status(204);
        assert_eq!(tms.whole(node).await, rows([(request, "repeat"), (behind, "initial")]));
        assert_eq!(kinds(&tms, node, request).await[0], "RQ");
        assert_eq!(tms.operate(node, "reset", &[behind]).await.status, 422);
    }
}

#[tokio::test]
async fn t15_a_removed_request_is_deleted_and_its_file_stays() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let file = tms.file("shop.mtar", mtar("shop", "1.0.0")).await;
    let answer = tms.post("nodes/upload", upload("QA", file)).await.expect_status(200).json();
    let request = id(&answer["transportRequestId"]);
    let _ = tms.operate(node, "remove", &[request]).await.expect_status(204);
    assert_eq!(tms.whole(node).await, rows([(request, "deleted")]));
    assert_eq!(kinds(&tms, node, request).await, ["DQ", "NU"]);
    assert_eq!(tms.call("DELETE", &format!("files/{file}")).send().await.status, 422, "the request still has it");
    assert_eq!(tms.operate(node, "import", &[request]).await.status, 422);
}
