//! Transport management is down, slow to answer, or the server dies in between.

use super::deploy::land_with;
use super::kit::{Land, TENANT};
use engine::Kind;
use engine::change::deploy::deploy;
use engine::change::feature;
use store::p;

/// As if the server had died after the order was stored.
async fn forget_the_start(land: &Land) {
    let order = "update alm_deployment set state = 'ordered', action = null";
    let work = "update work set run_at = run_at + 30000000, state = replace(state, $1, '\"Ordered\"}') \
        where kind = 'alm-deployment'";
    let done: engine::Result<(u64, u64)> = land
        .cx
        .db
        .write(async move |tx| {
            let running: String = tx.query_one("select state from work where kind = 'alm-deployment'", p![]).await?;
            let at = running.find("{\"Running").expect("a running import");
            Ok((tx.execute(order, p![]).await?, tx.execute(work, p![&running[at..]]).await?))
        })
        .await;
    assert_eq!(done.unwrap(), (1, 1));
}

#[tokio::test]
async fn nothing_is_scheduled_while_transport_management_is_down() {
    let (mut land, _fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    land.redirect("http://127.0.0.1:9");
    let refused = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Upstream);
    let seen = land.see(id).await;
    assert_eq!(seen.transports[0].way.label(), "Released");
    assert!(seen.transports[0].problem.is_some(), "the reason is visible");
    land.run_jobs().await;
    assert_eq!(land.labels(id).await[0].0, "Released");
}

#[tokio::test]
async fn an_answer_that_means_failure_gives_the_label_back() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    fake.state.lock().unwrap().answer = Some((503, "busy".to_owned()));
    let refused = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Upstream);
    assert_eq!(land.labels(id).await[0].0, "Released");
}

#[tokio::test]
async fn an_import_whose_answer_was_lost_is_found_and_not_started_again() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    fake.state.lock().unwrap().loses_answers = true;
    let done = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap();
    assert_eq!(done.actions.len(), 1);
    fake.finish(&[(7, "succeeded")]);
    land.run_jobs().await;
    assert_eq!(fake.called("/import"), 1);
    assert_eq!(land.labels(id).await[0].0, "Deployed in TEST");
}

#[tokio::test]
async fn after_a_crash_the_import_is_looked_for_in_any_state() {
    for finished in [false, true] {
        let (land, fake) = land_with(&[7]).await;
        let id = land.started_with(&[7]).await;
        deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap();
        if finished {
            fake.finish(&[(7, "succeeded")]);
        }
        forget_the_start(&land).await;
        engine::work::worker::run_due(&land.cx).await.unwrap();
        land.cx.clock.advance_to(land.cx.now().plus(std::time::Duration::from_secs(61)));
        engine::work::worker::run_due(&land.cx).await.unwrap();
        fake.finish(&[(7, "succeeded")]);
        land.run_jobs().await;
        assert_eq!(fake.called("/import"), 1);
        assert_eq!(land.labels(id).await[0].0, "Deployed in TEST");
    }
}

#[tokio::test]
async fn after_a_crash_before_the_call_it_is_made_once() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap();
    forget_the_start(&land).await;
    {
        let mut state = fake.state.lock().unwrap();
        state.actions.clear();
        state.calls.clear();
    }
    fake.set(2, 7, "initial");
    land.cx.clock.advance_to(land.cx.now().plus(std::time::Duration::from_secs(61)));
    engine::work::worker::run_due(&land.cx).await.unwrap();
    assert_eq!(fake.called("/import"), 1);
    fake.finish(&[(7, "succeeded")]);
    land.run_jobs().await;
    assert_eq!(fake.called("/import"), 1);
    assert_eq!(land.labels(id).await[0].0, "Deployed in TEST");
    assert!(feature::get(&land.cx, land.lead(), TENANT, id).await.unwrap().transports[0].problem.is_none());
}
