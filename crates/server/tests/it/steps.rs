//! How far an installation is with the guide, as `/api/v1/guide` tells it.

use crate::guided::landscape;
use model::destination::{Level, Owner};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::TestApp;

async fn steps(app: &TestApp, token: &str) -> Vec<Value> {
    let seen = app.get("/api/v1/guide").bearer(token).send().await.expect_status(200).json();
    let steps = seen["steps"].as_array().expect("steps").clone();
    let done = steps.iter().filter(|step| step["status"] == "done").count();
    assert_eq!(seen["done"], done);
    steps
}

fn open(steps: &[Value]) -> Vec<u64> {
    let undone = steps.iter().filter(|step| step["status"] != "done");
    undone.map(|step| step["number"].as_u64().expect("a number")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_installation_is_told_what_to_do_and_a_whole_one_that_all_is_done() {
    let app = TestApp::start().await;
    let token = app.admin_token(&app.first.global_account.guid.to_string()).await;
    let first = steps(&app, &token).await;
    assert_eq!(first.len(), 55);
    for step in &first {
        let is_done = step["status"] == "done";
        assert_eq!(step["fix"].is_string(), !is_done, "{step}");
    }
    assert_eq!(first[0]["status"], "missing");

    landscape(&app).await;
    let token = app.admin_token(&app.first.global_account.guid.to_string()).await;
    let seen = steps(&app, &token).await;
    assert_eq!(open(&seen), [0_u64; 0], "{seen:#?}");
    assert_eq!((&seen[13]["screen"], &seen[13]["subaccount"]), (&json!("destinations"), &json!("cpi-dev")));
    assert_eq!((&seen[43]["screen"], &seen[43]["subaccount"]), (&json!("features"), &json!("alm")));
    assert_eq!(seen[41]["saw"], "DEV → TEST → PROD");

    // What breaks later is seen, at its own steps, with what to do; though the other tenants were there before.
    let source = seen[13]["subaccount"].as_str().expect("a subdomain").to_owned();
    let gone = app.cx.db.write(async move |tx| {
        let subaccount = store::account::by_zone(tx, &source).await?.expect("the source").id;
        let tenant = store::subscription::find(tx, subaccount, "integrationsuite").await?.expect("the tenant");
        store::subscription::delete(tx, tenant.id).await?;
        let created_at = tenant.created_at.plus(Duration::from_secs(60));
        store::subscription::insert(tx, &store::subscription::Subscription { created_at, ..tenant }).await?;
        let owner = Owner { subaccount, level: Level::Subaccount };
        store::destination::delete(tx, owner, "TransportManagementService").await
    });
    assert!(gone.await.expect("the store"));
    let broken = steps(&app, &token).await;
    assert_eq!(open(&broken), [27, 28, 29, 30, 31, 32, 42]);
    assert!(
        broken[27]["fix"].as_str().is_some_and(|fix| fix.contains("'TransportManagementService'")),
        "{}",
        broken[27]
    );

    let owner = app.admin_token("cpi-dev").await;
    let keys = app.get("/api/v1/guide").bearer(&owner).send().await;
    assert_eq!(
        keys.json()["error"]["code"],
        "forbidden",
        "of one subaccount's administrator it is none of the business"
    );
}
