//! People see and change destinations with their role collections, but no secrets.

use super::{FIND, SUBACCOUNT, Tenant, oauth, open};
use engine::Error;
use engine::identity::roles::{self, Assignment};
use model::PersonId;
use serde_json::json;
use testkit::TestApp;

/// The administrator's token in the tenant, with this role collection.
async fn person(tenant: &Tenant<'_>, zone: &str, collection: &str) -> String {
    let app = tenant.app;
    let assignment = Assignment {
        zone: tenant.guid.parse().unwrap(),
        collection: collection.to_owned(),
        user_name: app.first.administrator.user_name.clone(),
        origin: "sap.default".to_owned(),
        create_if_missing: Some(PersonId(app.cx.random.uuid())),
        actor: "test".to_owned(),
    };
    let now = app.cx.now();
    let assigned: Result<(), Error> =
        app.cx.db.write(async move |tx| roles::assign(tx, &assignment, now).await.map(drop)).await;
    assigned.unwrap();
    app.admin_token(zone).await
}

#[tokio::test]
async fn administrators_of_destinations_and_of_the_subaccount_check_connections() {
    let app = TestApp::start().await;
    for (zone, collection) in [("one", "Destination Administrator"), ("two", "Subaccount Administrator")] {
        let tenant = Tenant::new(&app, zone).await;
        tenant.create(&open("A", &app.url)).await;
        let token = person(&tenant, zone, collection).await;
        let path = format!("/api/v1/subaccounts/{}/destinations/A/check", tenant.guid);
        assert_eq!(app.post(&path).bearer(&token).good().await["reachable"], true, "{collection}");
    }
    let tenant = Tenant::new(&app, "three").await;
    tenant.create(&open("A", &app.url)).await;
    let token = person(&tenant, "three", "Subaccount Viewer").await;
    let path = format!("/api/v1/subaccounts/{}/destinations/A/check", tenant.guid);
    assert_eq!(app.post(&path).bearer(&token).send().await.status, 403);
}

#[tokio::test]
async fn a_person_sees_no_secret_and_does_not_lose_it_by_saving() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&oauth("A", "https://a.example", "https://t.example/oauth/token")).await;
    let token = person(&dev, "cpi-dev", "Destination Administrator").await;
    let mut seen = app.get(&format!("{SUBACCOUNT}/A")).bearer(&token).good().await;
    assert_eq!(seen["clientSecret"], "<redacted>");
    assert_eq!(app.get(SUBACCOUNT).bearer(&token).good().await[0], seen);
    seen["Description"] = json!("seen by a person");
    app.request("PUT", SUBACCOUNT).bearer(&token).json(&seen).good().await;
    let kept = dev.find("A?$skipTokenRetrieval=true").await["destinationConfiguration"].clone();
    assert_eq!((&kept["clientSecret"], &kept["Description"]), (&json!("dest-s3cr3t"), &json!("seen by a person")));
    let refused = app.get(&format!("{FIND}/A")).bearer(&token).send().await;
    assert_eq!(refused.status, 403, "{}", refused.text());
}

#[tokio::test]
async fn what_is_not_known_to_be_public_is_seen_by_clients_only() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let mut given = open("A", "https://a.example/?apikey=s3cr3t&sap-client=100");
    for key in
        ["x.passwd", "URL.headers.X-Api-Key", "URL.queries.k", "tokenServiceURL.headers.X-K", "tokenService.body.b"]
    {
        given[key] = json!("s3cr3t");
    }
    dev.create(&given).await;
    let viewer = person(&dev, "cpi-dev", "Subaccount Viewer").await;
    for path in [SUBACCOUNT.to_owned(), format!("{SUBACCOUNT}/A"), format!("{SUBACCOUNT}?$filter=Name in ('A')")] {
        let seen = app.get(&path.replace(' ', "%20")).bearer(&viewer).good().await.to_string();
        assert!(!seen.contains("s3cr3t"), "{path}: {seen}");
        assert!(seen.contains("URL.headers.X-Api-Key") && seen.contains("sap-client=100"), "{path}: {seen}");
    }
    // The Cloud SDK needs them.
    let found = dev.find("A").await["destinationConfiguration"].clone();
    assert_eq!((&found["URL.headers.X-Api-Key"], &found["URL"]), (&json!("s3cr3t"), &given["URL"]));
    let without = dev.find("A?$skipCredentials=true").await.to_string();
    assert!(!without.contains("s3cr3t"), "{without}");
    // Whoever saves what he saw changes nothing.
    let admin = person(&dev, "cpi-dev", "Destination Administrator").await;
    let seen = app.get(&format!("{SUBACCOUNT}/A")).bearer(&admin).good().await;
    app.request("PUT", SUBACCOUNT).bearer(&admin).json(&seen).good().await;
    assert_eq!(dev.find("A").await["destinationConfiguration"], found);
}
