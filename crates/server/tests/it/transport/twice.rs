//! Imports that have nothing to do: a second click, and what older versions left behind by one.

use super::kit::Tms;
use engine::Error;
use model::import::{NodeImports, Plan};
use model::{ActionId, NodeId, Time};
use store::p;
use testkit::slp::{Fake, Script};

async fn busy_node(tms: &Tms) -> (Fake, i64, i64) {
    let fake = Fake::start().await;
    tms.destination("d", &fake).await;
    let node = tms.target_node("QA", "MANUAL", "d").await;
    let request = tms.request("QA").await;
    fake.plays(Script { states: vec!["RUNNING"], ..Script::default() });
    (fake, node, request)
}

#[tokio::test]
async fn a_second_import_all_while_the_first_runs_ends_at_once_and_holds_nothing_up() {
    let tms = Tms::start().await;
    let (fake, node, request) = busy_node(&tms).await;
    let first = tms.import_all(node).await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    let second = tms.import_all(node).await;
    assert_ne!(first, second);
    let ended = tms.action(second).await;
    assert_eq!((&ended["status"], ended["endedAt"].is_string()), (&"succeeded".into(), true), "nothing was to be done");
    assert!(tms.action(first).await["endedAt"].is_null());
    fake.plays(Script::default());
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
    let third = tms.request("QA").await;
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, third).await, "succeeded", "the node is not stuck");
}

/// Makes what a version left behind that stored a plan without steps as one that is at work.
async fn leave_an_empty_import(tms: &Tms, node: i64) -> ActionId {
    let action = ActionId(tms.import_all(node).await);
    let now = tms.app.cx.now();
    let damage = async move |tx: &mut store::Tx| {
        tx.execute("update import_run set is_open = true where action = $1", p![action.get()]).await?;
        tx.execute("update action set ended_at = null, status = 'initial' where id = $1", p![action.get()]).await?;
        let run = store::import_run::find(tx, action).await?.expect("a run");
        assert!(run.plan.steps.is_empty());
        engine::work::order(tx, &NodeImports::of(NodeId(node), run.subaccount), now).await?;
        Ok::<Plan, Error>(run.plan)
    };
    tms.app.cx.db.write(damage).await.expect("the store");
    action
}

#[tokio::test]
async fn imports_without_steps_that_an_older_version_left_open_are_closed() {
    let tms = Tms::start().await;
    let (fake, node, _) = busy_node(&tms).await;
    fake.plays(Script::default());
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    let empty = leave_an_empty_import(&tms, node).await;
    let also_empty = leave_an_empty_import(&tms, node).await;
    let request = tms.request("QA").await;
    tms.import_all(node).await;
    let claims = tms.app.run_jobs().await;
    assert!(claims < 100, "{claims} claims: it spins");
    assert_eq!(tms.status(node, request).await, "succeeded");
    for action in [empty, also_empty] {
        assert!(tms.action(action.get()).await["endedAt"].is_string(), "action {action}");
    }
}

/// 429 with a time is no refusal, and the other side is left alone for so long.
#[tokio::test]
async fn a_deploy_service_that_asks_for_patience_is_left_alone_for_so_long() {
    let tms = Tms::start().await;
    let (fake, node, request) = busy_node(&tms).await;
    let asked = || fake.seen.lock().unwrap().users.len();
    let busy = || Script { refuse: Some(429), retry_after: Some("60"), ..Script::default() };
    for states in [vec![], vec!["RUNNING"]] {
        // Before anything was sent, and while a process runs.
        if !states.is_empty() {
            fake.plays(Script { states, ..Script::default() });
            tms.app.advance(std::time::Duration::from_secs(61));
            engine::work::worker::run_due(&tms.app.cx).await.unwrap();
        } else {
            fake.plays(busy());
            tms.import_all(node).await;
            engine::work::worker::run_due(&tms.app.cx).await.unwrap();
        }
        fake.plays(busy());
        tms.app.advance(std::time::Duration::from_secs(1));
        engine::work::worker::run_due(&tms.app.cx).await.unwrap();
        let before = asked();
        tms.app.advance(std::time::Duration::from_secs(58));
        engine::work::worker::run_due(&tms.app.cx).await.unwrap();
        assert_eq!(asked(), before, "not asked again within the minute");
        assert_eq!(tms.status(node, request).await, "running");
    }
    fake.plays(Script::default());
    tms.app.run_jobs().await;
    assert_eq!(tms.status(node, request).await, "succeeded");
    assert_eq!(fake.seen.lock().unwrap().processes.len(), 1);
}

/// Our own database being away is no answer of the target.
#[tokio::test]
async fn trouble_of_our_own_is_not_recorded_as_the_targets() {
    let tms = Tms::start().await;
    let (fake, node, request) = busy_node(&tms).await;
    let action = tms.import_all(node).await;
    let rename = async |from: &'static str| {
        let away = tms.app.cx.db.write(async move |tx| Ok::<u64, Error>(tx.execute(from, p![]).await?));
        away.await.expect("the store");
    };
    rename("alter table destination rename to destination_away").await;
    engine::work::worker::run_due(&tms.app.cx).await.unwrap();
    assert_eq!(tms.status(node, request).await, "running");
    let error = async |tx: &mut store::Tx| {
        let text = "select last_error from work where kind = 'transport.import'";
        Ok::<Option<String>, Error>(tx.query_one(text, p![]).await?)
    };
    assert!(tms.app.cx.db.read(error).await.unwrap().is_some(), "what went wrong is kept");
    rename("alter table destination_away rename to destination").await;
    fake.plays(Script::default());
    tms.app.run_jobs().await;
    assert_eq!(tms.action(action).await["status"], "succeeded");
    assert!(Time(0) < tms.app.cx.now());
}
