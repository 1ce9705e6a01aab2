//! What happens when things break between transport management and the deploy service: nothing runs twice, nothing is
//! lost, each outcome is recorded once.

use super::kit::Tms;
use engine::Error;
use engine::work::collect::CollectBlobs;
use model::deployment::Remote;
use model::import::{At, NodeImports};
use std::time::Duration;
use store::p;
use testkit::mtaext;
use testkit::slp::{Fake, Script};

pub(super) async fn ready(tms: &Tms) -> (Fake, i64, i64) {
    let fake = Fake::start().await;
    tms.destination("d", &fake).await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    (fake, node, request)
}

/// Puts an import back to where it stood before its last save, as a crash right before that would have left it.
async fn forget_start(tms: &Tms, node: i64, archive: &str) {
    let (archive, now) = (archive.to_owned(), tms.app.cx.now());
    let back = async move |tx: &mut store::Tx| {
        let state: String = tx.query_one(STATE, p![node_key(node)]).await?;
        let mut imports: NodeImports = serde_json::from_str(&state)?;
        let At::Step { remote, .. } = &mut imports.at else { panic!("{state}") };
        *remote = Some(Remote::Uploaded { archive, extension: None, away_since: None });
        let state = serde_json::to_string(&imports)?;
        assert_eq!(tx.execute(SET_STATE, p![node_key(node), state, now.micros()]).await?, 1);
        Ok::<_, Error>(())
    };
    tms.app.cx.db.write(back).await.expect("the store");
}

const STATE: &str = "select state from work where work_key = $1";
const SET_STATE: &str = "update work set state = $2, run_at = $3, rev = rev + 1 where work_key = $1";

fn node_key(node: i64) -> String {
    format!("transport.import:{node}")
}

#[tokio::test]
async fn after_a_crash_the_process_that_was_started_is_found_again() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    let action = tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
    forget_start(&tms, node, "f1").await;
    // It has even ended in the meantime.
    fake.plays(Script { states: vec!["FINISHED"], ..Script::default() });
    tms.app.run_jobs().await;
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1, "not started a second time");
    assert_eq!(tms.status(node, request).await, "succeeded");
    assert_eq!(tms.action(action).await["status"], "succeeded");
}

#[tokio::test]
async fn after_a_crash_before_the_start_it_is_started_once() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    fake.seen.lock().unwrap().processes.clear();
    fake.seen.lock().unwrap().looks.clear();
    forget_start(&tms, node, "f1").await;
    fake.plays(Script::default());
    tms.app.run_jobs().await;
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
    assert_eq!(tms.status(node, request).await, "succeeded");
}

#[tokio::test]
async fn a_lost_answer_does_not_start_a_second_process() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { lose_answer: true, ..Script::default() });
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
    assert_eq!(tms.status(node, request).await, "succeeded");
}

#[tokio::test]
async fn a_deploy_service_that_is_away_for_minutes_is_waited_for() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    let action = tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    fake.plays(Script { refuse: Some(503), ..Script::default() });
    for _ in 0..8 {
        tms.app.advance(Duration::from_secs(60));
        engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    }
    assert_eq!(tms.status(node, request).await, "running");
    fake.plays(Script { states: vec!["FINISHED"], ..Script::default() });
    tms.app.run_jobs().await;
    assert_eq!(tms.action(action).await["status"], "succeeded");
}

/// Transition T13.
#[tokio::test]
async fn what_a_process_did_that_nobody_knows_any_more_is_not_known() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    let action = tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    fake.seen.lock().unwrap().looks.clear();
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "error");
    let lines = tms.lines(action).await;
    let line = lines.iter().find(|line| line.contains("process p0 cannot be read")).expect("a line about it");
    assert!(line.starts_with("E ") && line.contains("is not known") && line.contains("reset"), "{line}");
}

#[tokio::test]
async fn a_process_that_runs_for_ever_is_given_up_after_four_hours() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    tms.app.advance(Duration::from_secs(4 * 60 * 60 - 60));
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    assert_eq!(tms.status(node, request).await, "running");
    tms.app.advance(Duration::from_secs(120));
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "error", "it may still end");
}

/// The plan of an import names the descriptor as it was; nothing else refers to it when somebody removes it meanwhile.
#[tokio::test]
async fn the_collector_leaves_the_descriptor_of_an_import_that_is_under_way() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    let part = client::multipart::Part::bytes(mtaext("any", "shop")).file_name("x.mtaext");
    let form = client::multipart::Form::new().part("file", part).text("mtaVersion", "*");
    let path = format!("nodes/{node}/mtaExtDescriptors");
    let made = tms.call("POST", &path).multipart(form).send().await.expect_status(201).json();
    tms.import_all(node).await;
    let _ = tms.call("DELETE", &format!("{path}/{}", made["id"])).send().await.expect_status(204);
    tms.app.advance(Duration::from_secs(50 * 366 * 24 * 60 * 60));
    let collect = async || {
        let now = tms.app.cx.now();
        let order = tms.app.cx.db.write(async move |tx| engine::work::order(tx, &CollectBlobs {}, now).await);
        order.await.unwrap();
        engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    };
    collect().await;
    tms.app.run_jobs().await;
    let (sent, _) = fake.take();
    assert_eq!(sent[1], ("any.mtaext".to_owned(), mtaext("any", "shop")));
    let blobs = async || tms.app.cx.blobs.old(None, 9, model::Time(i64::MAX)).await.unwrap().old.len();
    assert_eq!(blobs().await, 1);
    collect().await;
    assert_eq!(blobs().await, 0, "afterwards nobody needs it");
    let tms = tms.again().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
}

/// The destination goes while nobody knows whether a start was heard: that is not "nothing was deployed".
#[tokio::test]
async fn a_target_that_goes_after_a_lost_answer_leaves_the_end_unknown() {
    let tms = Tms::start().await;
    let (fake, node, request) = ready(&tms).await;
    fake.plays(Script { lose_answer: true, states: vec!["RUNNING"], ..Script::default() });
    let action = tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
    forget_start(&tms, node, "f1").await;
    tms.no_destination("d").await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "running", "it may come back");
    tms.app.advance(Duration::from_secs(11 * 60));
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "error");
    let lines = tms.lines(action).await;
    let line = lines.iter().find(|line| line.contains("is not known")).expect("a line about it");
    assert!(line.contains("destination 'd' does not exist"), "{line}");
}
