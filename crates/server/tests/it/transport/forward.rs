//! Handing on: the four modes, the end of the queue, all queues or none.

use super::kit::{Tms, rows};
use serde_json::json;
use testkit::slp::{Fake, Script};

/// A node that deploys, and one behind it.
async fn pair(tms: &Tms, mode: &str) -> (Fake, i64, i64) {
    let fake = Fake::start().await;
    tms.destination("d", &fake).await;
    let (qa, prod) = (tms.target_node("QA", mode, "d").await, tms.node("PROD", json!({})).await);
    tms.route(qa, prod).await;
    (fake, qa, prod)
}

/// Scenario 27.
#[tokio::test]
async fn pre_import_forwards_even_when_the_import_then_fails() {
    let tms = Tms::start().await;
    let (fake, qa, prod) = pair(&tms, "AUTO").await;
    fake.plays(Script { refuse: Some(404), ..Script::default() });
    let request = tms.request("QA").await;
    tms.import_all(qa).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.whole(qa).await, rows([(request, "fatal")]));
    assert_eq!(tms.whole(prod).await, rows([(request, "initial")]));
}

/// Scenario 28.
#[tokio::test]
async fn post_import_forwards_always_and_on_success_only_then() {
    for (mode, script, status, forwarded) in [
        ("POST_IMPORT", Script { states: vec!["ERROR"], ..Script::default() }, "error", true),
        ("POST_IMPORT", Script { refuse: Some(403), ..Script::default() }, "fatal", true),
        ("POST_IMPORT", Script::default(), "succeeded", true),
        ("ON_SUCCESS", Script { states: vec!["ERROR"], ..Script::default() }, "error", false),
        ("ON_SUCCESS", Script { refuse: Some(403), ..Script::default() }, "fatal", false),
        ("ON_SUCCESS", Script { messages: vec!["Warning: x"], ..Script::default() }, "warning", true),
        ("ON_SUCCESS", Script::default(), "succeeded", true),
    ] {
        let tms = Tms::start().await;
        let (fake, qa, prod) = pair(&tms, mode).await;
        fake.plays(script);
        let request = tms.request("QA").await;
        tms.import_all(qa).await;
        assert!(tms.whole(prod).await.is_empty(), "{mode}: not before the end");
        tms.app.run_jobs().await;
        assert_eq!(tms.whole(qa).await, rows([(request, status)]), "{mode}");
        assert_eq!(tms.whole(prod).await.len(), usize::from(forwarded), "{mode} {status}");
    }
}

/// Scenario 29.
#[tokio::test]
async fn manual_waits_for_somebody_and_takes_only_what_was_imported() {
    let tms = Tms::start().await;
    let (_fake, qa, prod) = pair(&tms, "MANUAL").await;
    let request = tms.request("QA").await;
    let refused = tms.operate(qa, "forward", &[request]).await.expect_status(422).json();
    assert!(refused["message"].as_str().unwrap().contains("its status is initial"));
    tms.import_all(qa).await;
    tms.app.run_jobs().await;
    assert!(tms.whole(prod).await.is_empty());
    let _ = tms.operate(qa, "forward", &[request]).await.expect_status(204);
    assert_eq!(tms.whole(prod).await, rows([(request, "initial")]));
    let logs = tms.get(&format!("nodes/{qa}/transportRequests/{request}/logs")).await;
    assert_eq!(logs["logs"][0]["actionType"], "FQ");
}

#[tokio::test]
async fn only_nodes_in_manual_mode_are_forwarded_by_hand() {
    let tms = Tms::start().await;
    let (v, w) = (tms.virtual_node("V", "AUTO").await, tms.virtual_node("W", "MANUAL").await);
    tms.route(v, w).await;
    let request = tms.request("V").await;
    tms.import_all(v).await;
    assert_eq!(tms.operate(v, "forward", &[request]).await.status, 422);
    tms.import_all(w).await;
    let alone = tms.operate(w, "forward", &[request]).await.expect_status(422).json();
    assert!(alone["message"].as_str().unwrap().contains("no node follows"));
}

/// Scenarios 30 and 33.
#[tokio::test]
async fn a_virtual_node_skips_and_hands_on_to_all_by_its_mode() {
    for (mode, forwarded) in [("AUTO", true), ("POST_IMPORT", true), ("ON_SUCCESS", true), ("MANUAL", false)] {
        let tms = Tms::start().await;
        let v = tms.virtual_node("V", mode).await;
        let (t1, t2) = (tms.node("T1", json!({})).await, tms.node("T2", json!({})).await);
        tms.route(v, t1).await;
        tms.route(v, t2).await;
        let before = tms.request("T2").await;
        let request = tms.request("V").await;
        let action = tms.import_all(v).await;
        assert_eq!(tms.action(action).await["status"], "succeeded", "at once");
        assert_eq!(tms.whole(v).await, rows([(request, "skipped")]));
        let expected = if forwarded { vec![(request, "initial".to_owned())] } else { vec![] };
        assert_eq!(tms.whole(t1).await, expected, "{mode}");
        let at_the_end = [rows([(before, "initial")]), expected].concat();
        assert_eq!(tms.whole(t2).await, at_the_end, "{mode}");
    }
}

/// Scenario 31.
#[tokio::test]
async fn what_arrives_again_is_last_and_repeatable_unless_it_still_waits() {
    let tms = Tms::start().await;
    let (v, t) = (tms.virtual_node("V", "AUTO").await, tms.virtual_node("T", "MANUAL").await);
    tms.route(v, t).await;
    let (done, waiting) = (tms.request("V").await, tms.request("V").await);
    tms.import_all(v).await;
    let _ = tms.operate(t, "import", &[done]).await.expect_status(200);
    assert_eq!(tms.whole(t).await, rows([(done, "skipped"), (waiting, "initial")]));
    let _ = tms.operate(v, "reset", &[done]).await.expect_status(204);
    tms.import_all(v).await;
    assert_eq!(tms.whole(t).await, rows([(waiting, "initial"), (done, "repeat")]));
    let _ = tms.operate(v, "reset", &[waiting]).await.expect_status(204);
    tms.import_all(v).await;
    assert_eq!(tms.whole(t).await, rows([(done, "repeat"), (waiting, "initial")]));
    let _ = tms.operate(t, "remove", &[done]).await.expect_status(204);
    let _ = tms.operate(v, "reset", &[done]).await.expect_status(204);
    tms.import_all(v).await;
    assert_eq!(tms.whole(t).await, rows([(waiting, "initial"), (done, "repeat")]));
}

/// Scenario 32.
#[tokio::test]
async fn a_manual_forward_keeps_the_order_of_the_selection() {
    let tms = Tms::start().await;
    let (v, t) = (tms.virtual_node("V", "MANUAL").await, tms.node("T", json!({})).await);
    tms.route(v, t).await;
    let (a, b) = (tms.request("V").await, tms.request("V").await);
    tms.import_all(v).await;
    let _ = tms.operate(v, "forward", &[b, a]).await.expect_status(204);
    assert_eq!(tms.whole(t).await, rows([(b, "initial"), (a, "initial")]));
    let positions = tms.get(&format!("nodes/{t}/transportRequests?status=in")).await;
    let positions: Vec<i64> =
        positions["transportRequests"].as_array().unwrap().iter().map(|r| r["position"].as_i64().unwrap()).collect();
    assert_eq!(positions, [1, 2]);
}

/// More than one step's worth, so that the work is done by the job.
#[tokio::test]
async fn a_long_queue_is_handed_on_in_its_order() {
    let tms = Tms::start().await;
    let (v, t) = (tms.virtual_node("V", "AUTO").await, tms.node("T", json!({})).await);
    tms.route(v, t).await;
    let mut requests = Vec::new();
    for n in 0..120 {
        let body = json!({"nodeName": "V", "contentType": "APP", "storageType": "REFERENCE", "description": "d", "entries": [{"uri": n}]});
        let answer = tms.post("nodes/upload", body).await.expect_status(200).json();
        requests.push(answer["transportRequestId"].as_i64().unwrap());
    }
    let action = tms.import_all(v).await;
    assert_eq!(tms.action(action).await["status"], "running");
    tms.app.run_jobs().await;
    assert_eq!(tms.action(action).await["status"], "succeeded");
    let forwarded: Vec<i64> = tms.whole(t).await.into_iter().map(|(id, _)| id).collect();
    assert_eq!(forwarded, requests);
    assert!(tms.whole(v).await.iter().all(|(_, status)| status == "skipped"));
}
