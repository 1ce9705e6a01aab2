//! Subscriptions.

use super::kit::{Kit, texts};
use engine::platform::subscription;
use serde_json::{Value, json};

#[tokio::test]
async fn without_entitlement_there_is_no_subscription() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    let refused = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(400).json();
    assert!(refused["error"]["message"].as_str().unwrap().contains("not entitled"), "{refused}");
    assert_eq!(kit.application(&place, "alm-ts").await["state"], "NOT_SUBSCRIBED");
    let list = kit.app.get("/saas-manager/v1/applications").bearer(&place.token).good().await;
    assert_eq!(list["applications"], json!([]));
}

#[tokio::test]
async fn a_subscription_brings_its_role_collections() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    assert!(!collections(&kit, &place.token).await.iter().any(|name| name.starts_with("TMS_")));
    let ordered = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let location = ordered.header("location").unwrap().to_owned();
    assert!(location.starts_with("/api/v2.0/jobs/"), "{location}");
    let job = kit.app.get(&location).bearer(&place.token).good().await;
    assert_eq!(job["state"], "SUCCEEDED");

    let seen = kit.application(&place, "alm-ts").await;
    assert_eq!(seen["state"], "SUBSCRIBED");
    let app_id = seen["appId"].as_str().unwrap();
    assert!(app_id.strip_prefix("alm-ts!t").unwrap().parse::<u32>().is_ok(), "{app_id}");
    assert_eq!(seen["createdDate"], "May 4, 2026, 8:00:00 AM");
    assert_eq!(seen["modifiedDate"], "May 4, 2026, 8:00:00 AM");
    assert_eq!(seen["subscribedTenantId"], place.guid);
    assert_eq!(seen["subscribedSubaccountId"], place.guid);
    assert_eq!((&seen["planName"], &seen["authenticationProvider"]), (&json!("standard"), &json!("XSUAA")));
    let names = collections(&kit, &place.token).await;
    for expected in ["TMS_LandscapeOperator_RC", "TMS_Viewer_RC"] {
        assert!(names.iter().any(|name| name == expected), "{names:?}");
    }
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(409);
}

async fn collections(kit: &Kit, token: &str) -> Vec<String> {
    let path = "/uaa/alm/sap/rest/authorization/v2/rolecollections";
    let all = kit.app.get(path).bearer(token).good().await;
    texts(&all.as_array().expect("a list").iter().map(|one| one["name"].clone()).collect::<Value>())
}

#[tokio::test]
async fn an_ended_subscription_can_still_be_read() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let path = "/saas-manager/v1/applications/alm-ts/subscription";
    let ended = kit.app.request("DELETE", path).bearer(&place.token).send().await.expect_status(202);
    assert!(ended.header("location").is_some());
    let seen = kit.application(&place, "alm-ts").await;
    assert_eq!((&seen["state"], &seen["createdDate"]), (&json!("NOT_SUBSCRIBED"), &Value::Null));
    assert!(!collections(&kit, &place.token).await.iter().any(|name| name.starts_with("TMS_")));
    let _ = kit.app.request("DELETE", path).bearer(&place.token).send().await.expect_status(404);
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
}

#[tokio::test]
async fn applications_and_plans_must_exist() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    for app in ["nope", "transport", "it-rt"] {
        let path = format!("/saas-manager/v1/applications/{app}");
        let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(404);
    }
    let _ = kit.subscribe(&place, "alm-ts", "nope").await.expect_status(404);
    let path = "/saas-manager/v1/applications/alm-ts/subscription";
    let _ = kit.app.post(path).bearer(&place.token).json(&json!({})).send().await.expect_status(400);
}

#[tokio::test]
async fn tenants_are_where_subscriptions_are() {
    let kit = Kit::start().await;
    let (alm, dev) = (kit.subaccount("alm").await, kit.subaccount("dev").await);
    kit.enable(&alm.guid, "sapcloudalm", "standard").await;
    kit.enable(&dev.guid, "integrationsuite", "enterprise_agreement").await;
    let _ = kit.subscribe(&alm, "sapcloudalm", "standard").await.expect_status(202);
    let _ = kit.subscribe(&dev, "integrationsuite", "enterprise_agreement").await.expect_status(202);
    let seen = kit.application(&dev, "integrationsuite").await;
    assert_eq!(seen["subscriptionUrl"], format!("{}/cpi/dev", kit.app.url));
    let (a, d) = (alm.guid.parse().unwrap(), dev.guid.parse().unwrap());
    let active: engine::Result<[bool; 4]> = kit
        .app
        .cx
        .db
        .read(async move |tx| {
            Ok([
                subscription::is_active(tx, a, "sapcloudalm").await?,
                subscription::is_active(tx, d, "sapcloudalm").await?,
                subscription::is_active(tx, a, "integrationsuite").await?,
                subscription::is_active(tx, d, "integrationsuite").await?,
            ])
        })
        .await;
    assert_eq!(active.unwrap(), [true, false, false, true]);
}

#[tokio::test]
async fn cloud_alm_has_a_client_of_its_own_for_transport_management() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    let id = place.guid.parse().unwrap();
    assert!(subscription::transport_client(&kit.app.cx, id).await.unwrap().is_none());
    kit.enable(&place.guid, "alm-ts", "standard").await;
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let client = subscription::transport_client(&kit.app.cx, id).await.unwrap().unwrap();
    assert_eq!(client.token_url, format!("{}/uaa/alm/oauth/token", kit.app.url));
    let base = client.token_url.trim_end_matches("/oauth/token");
    let token = kit.app.client_token(base, &client.client_id, &client.client_secret).await;
    let scopes = texts(&super::kit::claims(&token)["scope"]);
    assert!(scopes.iter().any(|s| s.starts_with("alm-ts-backend!b") && s.ends_with(".Import")), "{scopes:?}");
    assert!(!format!("{client:?}").contains(&client.client_secret));
}

#[tokio::test]
async fn what_an_application_would_not_take_up_is_refused_by_name() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    let path = "/saas-manager/v1/applications/alm-ts/subscription";
    for (body, word) in [
        (json!({"planName": "standard", "subscriptionParams": {"size": "large"}}), "size"),
        (json!({"planName": "standard", "parameters": {}}), "parameters"),
    ] {
        let refused = kit.app.post(path).bearer(&place.token).json(&body).send().await.expect_status(400);
        assert!(refused.text().contains(word), "{}", refused.text());
    }
    assert_eq!(kit.application(&place, "alm-ts").await["state"], "NOT_SUBSCRIBED");
}
