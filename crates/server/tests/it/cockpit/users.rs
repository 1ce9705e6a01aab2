//! Users of a subaccount, their role collections, and people.

use super::{Land, VERA, not_seen_from_elsewhere, refused_to_viewers};
use serde_json::json;

#[tokio::test]
async fn somebody_is_made_known_and_gets_role_collections() {
    let land = Land::start().await;
    let body = json!({"name": "ada@example.org", "givenName": "Ada", "familyName": "Byron"});
    let made = land.call("POST", "users", Some(body.clone())).await.expect_status(201).json();
    assert_eq!(made["roleCollections"], json!([]));
    assert_eq!(land.call("POST", "users", Some(body)).await.status, 409);
    let assign = "users/ada@example.org/role-collections/Destination%20Administrator";
    let given = land.call("PUT", assign, None).await.good();
    assert_eq!(given["roleCollections"], json!(["Destination Administrator"]));
    let found = land.see("users?text=BYRON").await;
    assert_eq!(found["items"][0]["roleCollections"], json!(["Destination Administrator"]));
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    let all = land.see("role-collections").await;
    let one = all["items"].as_array().unwrap().iter().find(|one| one["name"] == "Destination Administrator").unwrap();
    assert_eq!((&one["users"], &one["isPredefined"]), (&json!(1), &json!(true)));
    assert!(
        one["roles"].as_array().unwrap().iter().any(|role| role["template"] == "Destination_Administrator"),
        "{one}"
    );
    assert_eq!(land.call("DELETE", assign, None).await.good()["roleCollections"], json!([]));
    assert_eq!(
        land.call("PUT", "users/nobody@example.org/role-collections/Subaccount%20Viewer", None).await.status,
        404
    );
    land.call("DELETE", "users/ada@example.org", None).await.expect_status(204);
    assert_eq!(land.see("users?text=ada").await["items"], json!([]));
}

#[tokio::test]
async fn users_come_in_pages_and_a_viewer_changes_none() {
    let land = Land::start().await;
    for name in ["a@x.example", "B@x.example", "c@x.example"] {
        land.call("POST", "users", Some(json!({"name": name}))).await.expect_status(201);
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = land.see(&format!("users?limit=2&after={after}")).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_lowercase()));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    let mut sorted = seen.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((seen.len(), &seen), (5, &sorted));
    let assign = format!("users/{VERA}/role-collections/Subaccount%20Administrator");
    let changes = [
        ("POST", "users", json!({"name": "d@x.example"})),
        ("DELETE", "users/a@x.example", json!({})),
        ("PUT", assign.as_str(), json!({})),
        ("DELETE", "users/a@x.example/role-collections/Subaccount%20Viewer", json!({})),
    ];
    refused_to_viewers(&land, &changes).await;
    not_seen_from_elsewhere(&land, &["users", "role-collections"]).await;
}

#[tokio::test]
async fn the_administrator_makes_people_who_can_log_in() {
    let land = Land::start().await;
    let body = json!({"name": "new@example.org", "givenName": "New", "password": "a good horse"});
    let admin = &land.app.first.administrator;
    let cf = land.app.cf_token(&admin.user_name, &admin.password).await;
    let made = land.call_as(&cf, "POST", "/api/v1/people", Some(body.clone())).await.expect_status(201);
    assert!(!made.text().contains("horse"), "{}", made.text());
    assert!(!land.app.cf_token("new@example.org", "a good horse").await.is_empty());
    assert_eq!(land.call_as(&cf, "POST", "/api/v1/people", Some(body.clone())).await.status, 409);
    let other = json!({"name": "other@example.org", "password": "a good horse"});
    assert_eq!(land.call_as(&land.admin, "POST", "/api/v1/people", Some(other.clone())).await.status, 401);
    let vera = land.app.cf_token(VERA, super::PASSWORD).await;
    assert_eq!(land.call_as(&vera, "POST", "/api/v1/people", Some(other)).await.status, 403);
    let without = json!({"name": "other@example.org"});
    assert_eq!(land.call_as(&cf, "POST", "/api/v1/people", Some(without)).await.status, 400);
}
