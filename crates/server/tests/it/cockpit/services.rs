//! Service instances and keys, of the subaccount and of its spaces.

use super::{Land, VERA, not_seen_from_elsewhere, refused_to_viewers};
use serde_json::{Value, json};

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

#[tokio::test]
async fn an_instance_is_made_with_a_key_that_is_shown_on_request_only() {
    let land = Land::start().await;
    land.entitle("destination", "lite", json!({"enable": true})).await.expect_status(200);
    let offered = land.see("offerings").await;
    assert!(offered.as_array().unwrap().iter().any(|one| one["name"] == "destination"), "{offered}");
    let wish = json!({"name": "dest", "service": "destination", "plan": "lite"});
    let made = land.call("POST", "instances", Some(wish.clone())).await.expect_status(201).json();
    let id = text(&made["id"]);
    assert_eq!(land.call("POST", "instances", Some(wish)).await.status, 409);
    let key = land.call("POST", &format!("instances/{id}/keys"), Some(json!({"name": "first"}))).await;
    let key = text(&key.expect_status(201).json()["id"]);
    let details = land.call("GET", &format!("instances/{id}"), None).await.expect_status(200);
    assert_eq!(details.json()["keys"][0]["name"], "first");
    let path = format!("instances/{id}/keys/{key}/credentials");
    let shown = land.see(&path).await;
    let secret = text(&shown["credentials"]["clientsecret"]);
    assert!(!details.text().contains(&secret));
    assert!(!land.call("GET", "instances", None).await.text().contains(&secret));
    let full = format!("/api/v1/subaccounts/dev/{path}");
    assert_eq!(land.call_as(&land.viewer, "GET", &full, None).await.status, 403);
    let seen = land.call_as(&land.viewer, "GET", &format!("/api/v1/subaccounts/dev/instances/{id}"), None).await.good();
    assert_eq!(seen["keys"][0]["can"]["show"]["allowed"], false);
    let kept = land.call("DELETE", &format!("instances/{id}"), None).await;
    assert_eq!(kept.status, 409, "it has a key");
    land.call("DELETE", &format!("instances/{id}/keys/{key}"), None).await.expect_status(204);
    assert_eq!(land.call("GET", &path, None).await.status, 404);
    land.call("DELETE", &format!("instances/{id}"), None).await.expect_status(204);
    assert_eq!(land.see("instances").await["items"], json!([]));
}

#[tokio::test]
async fn instances_come_in_pages_and_are_for_those_who_manage_services() {
    let land = Land::start().await;
    land.entitle("destination", "lite", json!({"enable": true})).await.expect_status(200);
    for name in ["a", "b", "c"] {
        let wish = json!({"name": name, "service": "destination", "plan": "lite"});
        land.call("POST", "instances", Some(wish)).await.expect_status(201);
    }
    let first = land.see("instances?limit=2").await;
    let rest = land.see(&format!("instances?limit=2&after={}", text(&first["next"]))).await;
    let count = |page: &Value| page["items"].as_array().unwrap().len();
    assert_eq!((count(&first), count(&rest), &rest["next"]), (2, 1, &Value::Null));
    let id = text(&rest["items"][0]["id"]);
    let one = format!("instances/{id}");
    let keys = format!("instances/{id}/keys");
    let new = json!({"name": "x", "service": "destination", "plan": "lite"});
    let changes = [
        ("POST", "instances", new),
        ("DELETE", one.as_str(), json!({})),
        ("POST", keys.as_str(), json!({"name": "k"})),
    ];
    refused_to_viewers(&land, &changes).await;
    not_seen_from_elsewhere(&land, &["instances", "offerings", &one]).await;
    let other = land.app.admin_token("other").await;
    let there = land.call_as(&other, "GET", &format!("/api/v1/subaccounts/other/{one}"), None).await;
    assert_eq!(there.status, 404, "{}", there.text());
    let unknown = json!({"name": "x", "service": "destination", "plan": "gold"});
    assert_eq!(land.call("POST", "instances", Some(unknown)).await.status, 404);
}

#[tokio::test]
async fn a_space_has_members_instances_and_keys() {
    let land = Land::start().await;
    land.entitle("cloudfoundry", "standard", json!({"enable": true})).await;
    land.entitle("destination", "lite", json!({"enable": true})).await.expect_status(200);
    let environment = land.call("POST", "environment", Some(json!({"orgName": "dev-org"}))).await;
    let org = text(&environment.expect_status(201).json()["org"]);
    let admin = &land.app.first.administrator;
    let cf = land.app.cf_token(&admin.user_name, &admin.password).await;
    let call = async |method: &str, path: &str, body: Option<Value>| {
        land.call_as(&cf, method, &format!("/api/v1/cloud-foundry/{path}"), body).await
    };
    let space = call("POST", &format!("organizations/{org}/spaces"), Some(json!({"name": "prod"}))).await;
    let space = text(&space.expect_status(201).json()["id"]);
    let orgs = call("GET", &format!("organizations?subaccountId={}", land.guid), None).await.good();
    assert_eq!((&orgs[0]["id"], &orgs[0]["spaces"][0]["name"]), (&json!(org), &json!("prod")));
    let members = format!("organizations/{org}/members");
    let developer = json!({"user": VERA, "role": "space_developer", "space": space});
    assert_eq!(call("POST", &members, Some(developer.clone())).await.status, 422, "no member of the organization");
    call("POST", &members, Some(json!({"user": VERA, "role": "organization_user"}))).await.expect_status(201);
    let role = text(&call("POST", &members, Some(developer)).await.expect_status(201).json()["id"]);
    let listed = call("GET", &format!("{members}?limit=2"), None).await.good();
    let rest = call("GET", &format!("{members}?limit=2&after={}", text(&listed["next"]).replace(' ', "+")), None).await;
    let rest = rest.good();
    let mut users: Vec<String> = [&listed, &rest]
        .iter()
        .flat_map(|page| page["items"].as_array().unwrap())
        .map(|one| text(&one["user"]))
        .collect();
    let all = users.len();
    users.dedup();
    assert_eq!((all, users.len()), (4, 2), "{listed} {rest}");
    let wish = json!({"name": "dest", "service": "destination", "plan": "lite"});
    let instances = format!("spaces/{space}/instances");
    call("POST", &instances, Some(wish)).await.expect_status(202);
    assert_eq!(call("GET", &instances, None).await.good()["items"][0]["status"], "in progress");
    land.app.run_jobs().await;
    let found = call("GET", &instances, None).await.good();
    assert_eq!(found["items"][0]["status"], "succeeded", "{found}");
    let id = text(&found["items"][0]["id"]);
    call("POST", &format!("instances/{id}/keys"), Some(json!({"name": "first"}))).await.expect_status(202);
    land.app.run_jobs().await;
    let key = text(&call("GET", &format!("instances/{id}"), None).await.good()["keys"][0]["id"]);
    let path = format!("instances/{id}/keys/{key}/credentials");
    assert!(call("GET", &path, None).await.good()["credentials"]["clientsecret"].is_string());
    // Who has no role in the space sees nothing of it.
    call("DELETE", &format!("roles/{role}"), None).await.expect_status(204);
    let vera = land.app.cf_token(VERA, super::PASSWORD).await;
    for path in [instances.as_str(), &format!("instances/{id}"), &path] {
        let unseen = land.call_as(&vera, "GET", &format!("/api/v1/cloud-foundry/{path}"), None).await;
        assert_eq!(unseen.status, 404, "{path}: {}", unseen.text());
    }
    let zone = land.call_as(&land.admin, "GET", &format!("/api/v1/cloud-foundry/{instances}"), None).await;
    assert_eq!(zone.status, 401, "a token of a subaccount is none of Cloud Foundry");
    call("DELETE", &format!("spaces/{space}"), None).await.expect_status(202);
    land.app.run_jobs().await;
    assert_eq!(call("GET", &instances, None).await.status, 404);
}
