//! Subaccounts, entitlements, subscriptions and environments.

use super::{Land, not_seen_from_elsewhere, refused_to_viewers};
use serde_json::{Value, json};

const SUBACCOUNTS: &str = "/api/v1/accounts/subaccounts";

fn line<'a>(entitlements: &'a Value, service: &str) -> &'a Value {
    let items = entitlements["items"].as_array().unwrap();
    items.iter().find(|one| one["service"] == service).unwrap_or_else(|| panic!("no {service}: {entitlements}"))
}

#[tokio::test]
async fn subaccounts_come_in_pages_and_one_with_something_in_it_stays() {
    let land = Land::start().await;
    let first = land.call_as(&land.global, "GET", &format!("{SUBACCOUNTS}?limit=1"), None).await.good();
    let next = first["next"].as_str().unwrap();
    let rest = land.call_as(&land.global, "GET", &format!("{SUBACCOUNTS}?limit=5&after={next}"), None).await.good();
    let names = [&first, &rest].map(|page| page["items"][0]["displayName"].clone());
    assert_eq!(names, [json!("dev"), json!("other")]);
    assert_eq!(first["can"]["create"]["allowed"], true);
    let taken = json!({"displayName": "x", "subdomain": "dev", "region": "eu10"});
    assert_eq!(land.call_as(&land.global, "POST", SUBACCOUNTS, Some(taken)).await.status, 409);
    land.entitle("destination", "lite", json!({"enable": true})).await.expect_status(200);
    let wish = json!({"name": "dest", "service": "destination", "plan": "lite"});
    land.call("POST", "instances", Some(wish)).await.expect_status(201);
    let one = format!("{SUBACCOUNTS}/{}", land.guid);
    assert_eq!(land.call_as(&land.global, "DELETE", &one, None).await.status, 409);
    land.call_as(&land.global, "DELETE", &format!("{one}?force=true"), None).await.expect_status(204);
    assert_eq!(land.call_as(&land.global, "DELETE", &one, None).await.status, 404);
    for (method, path) in [("GET", SUBACCOUNTS.to_owned()), ("DELETE", one)] {
        let refused = land.call_as(&land.app.admin_token("other").await, method, &path, None).await;
        assert_eq!(refused.status, 403, "{method} {path}: {}", refused.text());
    }
}

#[tokio::test]
async fn a_plan_is_assigned_and_what_is_left_is_said() {
    let land = Land::start().await;
    let path = format!("{SUBACCOUNTS}/{}/entitlements", land.guid);
    let before = land.call_as(&land.global, "GET", &path, None).await.good();
    let counted = line(&before, "SAPCloudALMAPIs").clone();
    assert_eq!((&counted["assigned"], &counted["isCounted"]), (&json!(0), &json!(true)));
    let plan = counted["plan"].as_str().unwrap().to_owned();
    let left = counted["remaining"].as_i64().unwrap();
    let after = land.entitle("SAPCloudALMAPIs", &plan, json!({"amount": 1})).await.good();
    let counted = line(&after, "SAPCloudALMAPIs");
    assert_eq!((&counted["assigned"], counted["remaining"].as_i64()), (&json!(1), Some(left - 1)));
    let refused = land.entitle("SAPCloudALMAPIs", &plan, json!({"amount": left + 1})).await;
    assert!(refused.status == 400 && refused.text().contains("remaining quota"), "{}", refused.text());
    let both = land.entitle("SAPCloudALMAPIs", &plan, json!({"amount": 1, "enable": true})).await;
    assert_eq!(both.status, 400);
    let zone = land.call_as(&land.admin, "GET", &path, None).await;
    assert_eq!(zone.status, 403, "a subaccount's administrator is none of the global account: {}", zone.text());
}

#[tokio::test]
async fn an_application_is_subscribed_to_and_its_roles_come_and_go() {
    let land = Land::start().await;
    assert_eq!(land.see("subscriptions").await, json!([]));
    let not_entitled = land.call("PUT", "subscriptions/alm-ts", Some(json!({"plan": "standard"}))).await;
    assert_eq!(not_entitled.status, 422, "{}", not_entitled.text());
    land.entitle("alm-ts", "standard", json!({"enable": true})).await.expect_status(200);
    assert_eq!(land.see("subscriptions").await[0]["status"], "NOT_SUBSCRIBED");
    let made = land.call("PUT", "subscriptions/alm-ts", Some(json!({"plan": "standard"}))).await.good();
    assert_eq!((&made["status"], &made["can"]["subscribe"]["allowed"]), (&json!("SUBSCRIBED"), &json!(false)));
    let has_roles = async || land.see("role-collections").await.to_string().contains("TMS_Viewer_RC");
    assert!(has_roles().await);
    let taken = land.entitle("alm-ts", "standard", json!({"enable": false})).await;
    assert_eq!(taken.status, 409, "it is in use");
    let changes = [
        ("PUT", "subscriptions/alm-ts", json!({"plan": "standard"})),
        ("DELETE", "subscriptions/alm-ts", json!({})),
        ("POST", "environment", json!({"orgName": "x"})),
    ];
    refused_to_viewers(&land, &changes).await;
    not_seen_from_elsewhere(&land, &["subscriptions", "environment"]).await;
    land.call("DELETE", "subscriptions/alm-ts", None).await.expect_status(204);
    assert!(!has_roles().await);
    assert_eq!(land.see("environment").await["org"], Value::Null);
}

#[tokio::test]
async fn of_two_who_assign_an_amount_the_second_hears_of_it() {
    let land = Land::start().await;
    let path = format!("/api/v1/accounts/subaccounts/{}/entitlements", land.guid);
    let of_memory = async || {
        let all = land.call_as(&land.global, "GET", &path, None).await.good();
        let items = all["items"].as_array().unwrap().clone();
        items.into_iter().find(|one| one["isCounted"] == true).unwrap()
    };
    let seen = of_memory().await;
    let one = format!("{path}/{}/{}", seen["service"].as_str().unwrap(), seen["plan"].as_str().unwrap());
    let put = async |version: &str, amount: i64| {
        let call = land.app.request("PUT", &one).bearer(&land.global).header("if-match", &format!("\"{version}\""));
        call.json(&json!({ "amount": amount })).send().await
    };
    let version = seen["version"].as_str().unwrap().to_owned();
    put(&version, 2).await.expect_status(200);
    assert_eq!(put(&version, 3).await.expect_status(412).json()["error"]["code"], "changed");
    let now = of_memory().await;
    assert_eq!(now["assigned"], 2);
    put(now["version"].as_str().unwrap(), 3).await.expect_status(200);
}
