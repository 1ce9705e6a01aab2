//! Role collections: made, edited, deleted, and given to people a whole set at a time.

use super::{Land, VERA, not_seen_from_elsewhere, refused_to_viewers};
use serde_json::{Value, json};
use testkit::Answer;

const XSUAA: &str = "xsuaa!t1";

fn auditors() -> Value {
    let role = json!({"application": XSUAA, "template": "xsuaa_auditor", "name": "xsuaa_auditor"});
    json!({"name": "Auditors", "description": "They look only", "roles": [role]})
}

/// A role of the zone, whichever has this description's beginning.
async fn some_role(land: &Land, number: usize) -> Value {
    let all = land.see("roles").await;
    let one = all[number].clone();
    json!({"application": one["application"], "template": one["template"], "name": one["name"]})
}

async fn put(land: &Land, path: &str, body: &Value, version: &str) -> Answer {
    let path = format!("/api/v1/subaccounts/dev/{path}");
    land.app.request("PUT", &path).bearer(&land.admin).header("if-match", version).json(body).send().await
}

#[tokio::test]
async fn a_role_collection_is_made_changed_renamed_and_deleted() {
    let land = Land::start().await;
    let (one, two) = (some_role(&land, 0).await, some_role(&land, 1).await);
    let draft = json!({"name": " Auditors ", "description": "They look only", "roles": [one]});
    let made = land.call("POST", "role-collections", Some(draft.clone())).await.expect_status(201);
    let version = made.header("etag").unwrap().to_owned();
    let made = made.json();
    assert_eq!((&made["name"], &made["isPredefined"], &made["users"]), (&json!("Auditors"), &json!(false), &json!(0)));
    assert_eq!(made["can"]["edit"], json!({"allowed": true}));
    assert_eq!(land.call("POST", "role-collections", Some(draft)).await.status, 409);
    land.call("PUT", &format!("users/{VERA}/role-collections/Auditors"), None).await.expect_status(200);

    let changed = json!({"name": "Reviewers", "description": "", "roles": [two, one]});
    let after = put(&land, "role-collections/Auditors", &changed, &version).await.expect_status(200);
    assert_ne!(after.header("etag").unwrap(), version);
    assert_eq!((after.json()["roles"].as_array().unwrap().len(), &after.json()["users"]), (2, &json!(1)));
    let late = put(&land, "role-collections/Reviewers", &changed, &version).await.expect_status(412).json();
    assert_eq!(late["error"]["code"], "changed");
    assert_eq!(land.call("GET", "role-collections/Auditors", None).await.status, 404);
    let holders = land.see("users?roleCollection=Reviewers").await;
    assert_eq!((&holders["items"][0]["name"], &holders["next"]), (&json!(VERA), &Value::Null), "{holders}");
    assert_eq!(land.call("GET", "users?roleCollection=Auditors", None).await.status, 404);

    let delete = |version: &str| {
        let path = "/api/v1/subaccounts/dev/role-collections/Reviewers";
        land.app.request("DELETE", path).bearer(&land.admin).header("if-match", version).send()
    };
    delete(&version).await.expect_status(412);
    delete(after.header("etag").unwrap()).await.expect_status(204);
    let vera = land.see(&format!("users/{VERA}")).await;
    assert_eq!(vera["roleCollections"], json!(["Subaccount Viewer"]));
}

#[tokio::test]
async fn what_a_role_collection_cannot_be_is_refused_and_nothing_of_it_stays() {
    let land = Land::start().await;
    let role = some_role(&land, 0).await;
    let unknown = json!({"name": "X", "roles": [role, {"application": "x!b1", "template": "T", "name": "T"}]});
    assert_eq!(land.call("POST", "role-collections", Some(unknown)).await.status, 404);
    assert_eq!(land.call("GET", "role-collections/X", None).await.status, 404);
    for wrong in [
        json!({"name": " "}),
        json!({"name": "X", "colour": 1}),
        json!({"name": "X", "description": "x".repeat(1_001)}),
    ] {
        assert_eq!(land.call("POST", "role-collections", Some(wrong.clone())).await.status, 400, "{wrong}");
    }
    let predefined = "role-collections/Subaccount%20Administrator";
    let seen = land.see(predefined).await;
    for what in ["edit", "delete"] {
        assert!(seen["can"][what]["reason"].as_str().unwrap().contains("predefined"), "{seen}");
    }
    let refused = land.call("PUT", predefined, Some(json!({"name": "Mine"}))).await.expect_status(422);
    assert!(refused.text().contains("make a copy"), "{}", refused.text());
    assert_eq!(land.call("DELETE", predefined, None).await.status, 422);
    let taken = json!({"name": "Subaccount Viewer"});
    land.call("POST", "role-collections", Some(json!({"name": "Own"}))).await.expect_status(201);
    assert_eq!(land.call("PUT", "role-collections/Own", Some(taken)).await.status, 409);
    let changes = [
        ("POST", "role-collections", auditors()),
        ("PUT", "role-collections/Own", auditors()),
        ("DELETE", "role-collections/Own", json!({})),
        ("PUT", "users/vera@example.org/role-collections", json!({"roleCollections": []})),
    ];
    refused_to_viewers(&land, &changes).await;
    not_seen_from_elsewhere(&land, &["role-collections", "role-collections/Own", "roles", "users/vera@example.org"])
        .await;
}

#[tokio::test]
async fn role_collections_are_found_and_come_in_pages_by_name() {
    let land = Land::start().await;
    for name in ["b", "a"] {
        let draft = json!({"name": format!("Own {name}"), "description": "made HERE"});
        land.call("POST", "role-collections", Some(draft)).await.expect_status(201);
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = land.see(&format!("role-collections?limit=3&after={after}")).await;
        assert_eq!(page["can"]["create"], json!({"allowed": true}));
        seen.extend(page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = next.replace(' ', "%20"),
            None => break,
        }
    }
    assert!(seen.is_sorted() && seen.len() > 4, "{seen:?}");
    let found = land.see("role-collections?text=made%20here").await;
    assert_eq!(found["items"].as_array().unwrap().len(), 2, "{found}");
    assert_eq!(land.call("GET", "role-collections?colour=red", None).await.status, 400);
}

#[tokio::test]
async fn a_user_gets_a_whole_set_of_role_collections_or_nothing() {
    let land = Land::start().await;
    let (user, path) = (format!("users/{VERA}"), format!("users/{VERA}/role-collections"));
    let looked_at = land.call("GET", &user, None).await;
    let version = looked_at.header("etag").unwrap().to_owned();
    let wanted = json!({"roleCollections": ["Destination Administrator", "Subaccount Administrator"]});
    let unknown = json!({"roleCollections": ["Destination Administrator", "No Such Thing"]});
    assert_eq!(put(&land, &path, &unknown, &version).await.status, 404);
    assert_eq!(land.see(&user).await["roleCollections"], json!(["Subaccount Viewer"]), "nothing of it happened");
    let set = put(&land, &path, &wanted, &version).await.expect_status(200);
    assert_eq!(set.json()["roleCollections"], wanted["roleCollections"]);
    assert_eq!(land.see(&user).await["roleCollections"], wanted["roleCollections"]);
    assert_eq!(put(&land, &path, &wanted, &version).await.expect_status(412).json()["error"]["code"], "changed");
    let fresh = land.call("GET", &user, None).await;
    assert_eq!(fresh.header("etag"), set.header("etag"));
    let none = put(&land, &path, &json!({"roleCollections": []}), set.header("etag").unwrap()).await;
    assert_eq!(none.expect_status(200).json()["roleCollections"], json!([]));
    assert_eq!(put(&land, "users/nobody/role-collections", &wanted, "*").await.status, 404);
}

#[tokio::test]
async fn the_global_account_has_its_own_under_its_subdomain() {
    let land = Land::start().await;
    let subdomain = land.app.first.global_account.subdomain.clone();
    let path = format!("/api/v1/subaccounts/{subdomain}/role-collections");
    let page = land.call_as(&land.global, "GET", &path, None).await.good();
    let names: Vec<&str> = page["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"Global Account Administrator"), "{names:?}");
    let made = land.call_as(&land.global, "POST", &path, Some(json!({"name": "Own"}))).await.expect_status(201);
    assert_eq!(made.json()["name"], "Own");
    assert_eq!(land.call_as(&land.admin, "GET", &path, None).await.status, 403);
    let accounts = land.call_as(&land.global, "GET", "/api/v1/accounts/subaccounts", None).await.good();
    assert_eq!(accounts["subdomain"], json!(subdomain));
}
