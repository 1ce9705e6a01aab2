//! The way of transports through the landscape, and what holds them up.

use super::fake::Fake;
use super::kit::{ADMIN, CHANGE_MANAGER, Land, TENANT, TESTER};
use engine::Kind;
use engine::change::deploy::deploy;
use engine::change::feature::{self, Edit};
use engine::change::sync::refresh;
use engine::change::transport::{assign, unassign};
use model::role::alm;
use model::{ActionId, FeatureId, RequestId};

/// A land whose ALM knows these transports, exported from DEV.
pub(super) async fn land_with(transports: &[i64]) -> (Land, Fake) {
    let (land, fake) = Land::with_fake().await;
    fake.exported(transports);
    sync(&land).await;
    (land, fake)
}

/// Takes over what the fake says, as the timer does.
pub(super) async fn sync(land: &Land) {
    let (now, subaccount) = (land.cx.now(), land.subaccount);
    let job = engine::change::sync::SyncTenant { subaccount };
    let ordered: engine::Result<()> = land.cx.db.write(async move |tx| engine::work::order(tx, &job, now).await).await;
    ordered.expect("the order");
    engine::work::worker::run_due(&land.cx).await.expect("the sync");
}

async fn to_test(land: &Land, id: FeatureId) -> Vec<i64> {
    let done = deploy(&land.cx, land.deployer(), TENANT, id, Some("TEST".to_owned())).await.expect("a deployment");
    done.actions.into_iter().map(ActionId::get).collect()
}

fn pair(label: &str, target: &str) -> (String, String) {
    (label.to_owned(), target.to_owned())
}

#[tokio::test]
async fn a_deployment_moves_label_target_and_history() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    assert_eq!(land.labels(id).await, [pair("Released", "TEST")]);
    assert_eq!(to_test(&land, id).await.len(), 1);
    assert_eq!(land.labels(id).await, [pair("Deployment scheduled in TEST", "TEST")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Deployment scheduled in TEST", "TEST")]);
    fake.finish(&[(7, "succeeded")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Deployed in TEST", "PROD")]);
    let deployed = ("Transport request deployed in TEST".to_owned(), "deployer".to_owned());
    assert_eq!(land.history(id).await[0], deployed);
    land.run_jobs().await;
    assert_eq!(land.history(id).await.iter().filter(|entry| **entry == deployed).count(), 1);
}

#[tokio::test]
async fn the_job_sees_an_import_through_without_anybody_looking() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    to_test(&land, id).await;
    fake.finish(&[(7, "warning")]);
    land.run_jobs().await;
    assert_eq!(land.labels(id).await, [pair("Deployed in TEST", "PROD")]);
}

#[tokio::test]
async fn one_of_two_may_fail_and_is_deployed_again_alone() {
    let (land, fake) = land_with(&[7, 8]).await;
    let id = land.started_with(&[7, 8]).await;
    to_test(&land, id).await;
    fake.finish(&[(7, "succeeded"), (8, "fatal")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    let labels = [pair("Deployed in TEST", "PROD"), pair("Deployment failed in TEST", "TEST")];
    assert_eq!(land.labels(id).await, labels);
    assert_eq!(land.see(id).await.feature.status.word(), "IN_REALIZATION");
    let again = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap();
    assert_eq!(again.actions.len(), 1);
    fake.finish(&[(8, "succeeded")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Deployed in TEST", "PROD"), pair("Deployed in TEST", "PROD")]);
}

#[tokio::test]
async fn what_is_scheduled_is_not_deployed_again_nor_taken_away() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    to_test(&land, id).await;
    let again = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap_err();
    assert_eq!(again.kind(), Kind::Conflict);
    let away = unassign(&land.cx, land.developer(), TENANT, id, RequestId(7)).await.unwrap_err();
    assert_eq!(away.kind(), Kind::Conflict);
    assert_eq!(fake.called("/import"), 1);
}

#[tokio::test]
async fn a_new_feature_is_not_deployed_before_its_implementation_starts() {
    let (land, _fake) = land_with(&[7]).await;
    let id = land.feature().await;
    land.assign(id, 7).await;
    let refused = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Invalid);
    land.step(land.developer(), id, "IN_REALIZATION").await.unwrap();
    assert!(deploy(&land.cx, land.deployer(), TENANT, id, None).await.is_ok());
}

#[tokio::test]
async fn what_failed_in_test_is_not_approved_although_it_waits_for_production() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    to_test(&land, id).await;
    fake.finish(&[(7, "fatal")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    assert_eq!(fake.state.lock().unwrap().queues[&3][&7], "initial");
    land.step(land.developer(), id, "IN_TESTING").await.expect("only a warning");
    let tested = land.step(land.person("tester", TESTER), id, "SUCCESSFULLY_TESTED").await.unwrap_err();
    assert!(tested.message().contains("Deployment failed in TEST"), "{}", tested.message());
    let refused = deploy(&land.cx, land.deployer(), TENANT, id, Some("PROD".to_owned())).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Invalid);
}

#[tokio::test]
async fn manual_forwarding_is_warned_about() {
    let (land, fake) = land_with(&[7]).await;
    fake.state.lock().unwrap().manual.push(2);
    sync(&land).await;
    let id = land.started_with(&[7]).await;
    let done = deploy(&land.cx, land.deployer(), TENANT, id, None).await.unwrap();
    assert!(done.warnings[0].contains("the queue of PROD stays empty"), "{:?}", done.warnings);
}

/// Brings a feature with transport 7 to Ready for Production.
async fn approved(land: &Land, fake: &Fake) -> FeatureId {
    let id = land.started_with(&[7]).await;
    to_test(land, id).await;
    fake.finish(&[(7, "succeeded")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    land.step(land.developer(), id, "IN_TESTING").await.unwrap();
    land.step(land.person("tester", TESTER), id, "SUCCESSFULLY_TESTED").await.unwrap();
    land.step(land.person("manager", CHANGE_MANAGER), id, "APPROVED_FOR_DEPLOYMENT").await.unwrap();
    id
}

#[tokio::test]
async fn approval_and_both_deployments_are_separate_duties() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    to_test(&land, id).await;
    fake.finish(&[(7, "succeeded")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    land.step(land.developer(), id, "IN_TESTING").await.unwrap();
    land.step(land.person("tester", TESTER), id, "SUCCESSFULLY_TESTED").await.unwrap();
    let lead = land.step(land.lead(), id, "APPROVED_FOR_DEPLOYMENT").await.unwrap_err();
    assert_eq!(lead.kind(), Kind::Forbidden);
    land.step(land.person("manager", CHANGE_MANAGER), id, "APPROVED_FOR_DEPLOYMENT").await.unwrap();
    let test_only = land.person("deployer", &[alm::DEPLOY_TEST, alm::PROJECT_MEMBER]);
    let refused = deploy(&land.cx, test_only, TENANT, id, None).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Forbidden);
    assert!(refused.message().contains(alm::DEPLOY_PROD));
    assert!(deploy(&land.cx, land.deployer(), TENANT, id, None).await.is_ok());
}

#[tokio::test]
async fn a_confirmed_feature_is_frozen_and_keeps_its_label() {
    let (land, fake) = land_with(&[7, 8]).await;
    let id = approved(&land, &fake).await;
    let early = land.step(land.lead(), id, "CONFIRMED").await.unwrap_err();
    assert_eq!(early.kind(), Kind::Invalid);
    deploy(&land.cx, land.deployer(), TENANT, id, Some("PROD".to_owned())).await.unwrap();
    fake.finish(&[(7, "succeeded")]);
    refresh(&land.cx, land.deployer(), TENANT, id).await.unwrap();
    land.step(land.lead(), id, "CONFIRMED").await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Deployed in PROD", "")]);

    let edit = Edit { title: Some("Other".to_owned()), ..Edit::default() };
    let admin = || land.person("admin", ADMIN);
    let refused = [
        feature::change(&land.cx, admin(), TENANT, id, edit).await.map(drop),
        land.step(admin(), id, "IN_TESTING").await.map(drop),
        assign(&land.cx, admin(), TENANT, id, RequestId(8)).await.map(drop),
        unassign(&land.cx, admin(), TENANT, id, RequestId(7)).await.map(drop),
        deploy(&land.cx, admin(), TENANT, id, None).await.map(drop),
    ];
    assert!(refused.into_iter().all(|one| one.unwrap_err().kind() == Kind::Invalid));

    // Imported into TEST once more, by hand: Pre-Import makes PROD repeatable.
    fake.set(2, 7, "fatal");
    fake.set(3, 7, "repeat");
    refresh(&land.cx, land.lead(), TENANT, id).await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Deployed in PROD", "")]);
}

#[tokio::test]
async fn an_entry_in_error_is_reset_and_imported_once() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    fake.set(2, 7, "error");
    to_test(&land, id).await;
    assert_eq!((fake.called("/reset"), fake.called("/import")), (1, 1));
}

#[tokio::test]
async fn a_node_that_solution_manager_controls_is_not_deployed_to_from_here() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    fake.state.lock().unwrap().controlled.push(2);
    let refused = deploy(&land.cx, land.deployer(), TENANT, id, Some("TEST".to_owned())).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Unprocessable);
    assert!(refused.message().contains("TEST is controlled by SAP Solution Manager"), "{}", refused.message());
    assert_eq!((fake.called("/import"), land.labels(id).await), (0, vec![pair("Released", "TEST")]));
    fake.state.lock().unwrap().controlled.clear();
    assert_eq!(to_test(&land, id).await.len(), 1);
}

#[tokio::test]
async fn a_deleted_request_is_marked_and_can_be_unassigned() {
    let (land, fake) = land_with(&[7]).await;
    let id = approved(&land, &fake).await;
    let still = unassign(&land.cx, land.developer(), TENANT, id, RequestId(7)).await.unwrap_err();
    assert_eq!(still.kind(), Kind::Invalid);
    fake.set(3, 7, "deleted");
    refresh(&land.cx, land.lead(), TENANT, id).await.unwrap();
    let seen = land.see(id).await;
    assert!(seen.transports[0].deleted);
    assert_eq!(seen.transports[0].way.label(), "Deployed in TEST");
    let rest = unassign(&land.cx, land.developer(), TENANT, id, RequestId(7)).await.unwrap();
    assert!(rest.transports.is_empty());
}

#[tokio::test]
async fn a_renamed_node_is_followed() {
    let (land, fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    fake.state.lock().unwrap().names.insert(2, "QA".to_owned());
    refresh(&land.cx, land.lead(), TENANT, id).await.unwrap();
    assert_eq!(land.labels(id).await, [pair("Released", "QA")]);
}
