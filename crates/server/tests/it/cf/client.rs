//! Scenario 5: `cf auth ID SECRET --client-credentials`.

use super::kit::{Kit, guid, names, role};
use serde_json::{Value, json};
use testkit::Answer;

const ID: &str = "pipeline";

async fn make(kit: &Kit, token: &str, body: Value) -> Answer {
    kit.app.post("/cf-uaa/oauth/clients").bearer(token).json(&body).send().await
}

async fn log_in(kit: &Kit, secret: &str) -> Answer {
    let form = [("grant_type", "client_credentials"), ("client_id", ID), ("client_secret", secret)];
    kit.app.post("/cf-uaa/oauth/token").form(&form).send().await
}

#[tokio::test]
async fn a_client_logs_in_with_its_secret_and_works_by_its_roles() {
    let kit = Kit::start("acme", &[]).await;
    let space = kit.space("dev").await;
    let body = json!({"client_id": ID, "client_secret": "s3cret", "authorized_grant_types": ["client_credentials"],
        "authorities": ["cloud_controller.read", "cloud_controller.write"], "name": "x"});
    let made = make(&kit, &kit.admin, body.clone()).await.expect_status(201).json();
    assert_eq!((&made["client_id"], made.get("client_secret")), (&json!(ID), None));
    let twice = make(&kit, &kit.admin, body).await.expect_status(409).json();
    assert_eq!(twice["error_description"], "Client already exists: pipeline");
    let answer = log_in(&kit, "s3cret").await.expect_status(200).json();
    assert!(answer.get("refresh_token").is_none());
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(names(&kit.get(token, "/v3/organizations").await.good()), [""; 0]);
    for (kind, level, place) in [("organization_user", "organization", &kit.org), ("space_developer", "space", &space)]
    {
        let given = role(kind, json!({"guid": ID}), level, place);
        let _ = kit.post(&kit.admin, "/v3/roles", given).await.expect_status(201);
    }
    assert_eq!(names(&kit.get(token, "/v3/organizations").await.good()), ["acme"]);
    let body = json!({"type": "user-provided", "name": "ups", "relationships": {"space": {"data": {"guid": space}}}});
    let made = kit.post(token, "/v3/service_instances", body).await.expect_status(201).json();
    assert!(!guid(&made).is_empty());
    let known = kit.app.get("/cf-uaa/oauth/clients/pipeline").bearer(token).send().await.expect_status(200).json();
    assert_eq!(known["authorized_grant_types"], json!(["client_credentials"]));
    let own = "/cf-uaa/oauth/clients/pipeline";
    let _ = kit.app.request("DELETE", own).bearer(&kit.admin).send().await.expect_status(200);
    let _ = kit.app.get(own).bearer(&kit.admin).send().await.expect_status(404);
    let _ = log_in(&kit, "s3cret").await.expect_status(401);
    assert_eq!(kit.get(token, "/v3/organizations").await.status, 401);
}

#[tokio::test]
async fn only_the_administrator_makes_clients_and_none_is_one_itself() {
    let kit = Kit::start("acme", &[]).await;
    let dora = kit.person("dora@example.org").await;
    let good = json!({"client_id": ID, "client_secret": "s"});
    let _ = make(&kit, &dora, good.clone()).await.expect_status(403);
    for (field, value) in [
        ("client_id", json!("cf")),
        ("client_id", json!("")),
        ("client_secret", json!("")),
        ("authorized_grant_types", json!(["password"])),
        ("authorities", json!(["cloud_controller.admin"])),
    ] {
        let mut body = good.clone();
        body[field] = value;
        assert_eq!(make(&kit, &kit.admin, body).await.expect_status(400).json()["error"], "invalid_client", "{field}");
    }
    let _ = make(&kit, &kit.admin, good).await.expect_status(201);
    let wrong = log_in(&kit, "x").await.expect_status(401).json();
    assert_eq!(wrong["error"], "unauthorized");
    // Its tokens are Cloud Foundry's only, and a zone does not know it.
    let form = [("grant_type", "client_credentials"), ("client_id", ID), ("client_secret", "s")];
    let _ = kit.app.post("/uaa/dev/oauth/token").form(&form).send().await.expect_status(401);
    let answer = log_in(&kit, "s").await.expect_status(200).json();
    let token = answer["access_token"].as_str().unwrap();
    let _ = kit.app.get("/cf-uaa/Users").bearer(token).send().await.expect_status(403);
}
