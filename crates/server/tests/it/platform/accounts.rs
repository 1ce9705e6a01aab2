//! Subaccounts and the global account.

use super::kit::{Kit, fields};
use serde_json::json;

#[tokio::test]
async fn a_subaccount_is_started_and_then_there() {
    let kit = Kit::start().await;
    let body = json!({"displayName": "dev", "region": "eu10", "subdomain": "dev-x1"});
    let started = kit.create(body).await.expect_status(201).json();
    assert_eq!(
        fields(&started),
        [
            "guid",
            "technicalName",
            "displayName",
            "globalAccountGUID",
            "parentGUID",
            "parentType",
            "region",
            "subdomain",
            "betaEnabled",
            "usedForProduction",
            "state",
            "createdDate",
            "createdBy",
            "modifiedDate",
            "contractStatus",
            "lastModifiedBy",
            "jobId"
        ]
    );
    assert_eq!((&started["state"], &started["technicalName"]), (&json!("STARTED"), &json!("N/A")));
    assert_eq!(started["createdDate"], "May 4, 2026, 8:00:00 AM");
    let job = started["jobId"].as_str().unwrap();
    let job = kit.app.get(&format!("/jobs-management/v1/jobs/{job}/status")).bearer(&kit.cis).good().await;
    assert_eq!(job, json!({"status": "COMPLETED", "description": "Subaccount created."}));

    let guid = started["guid"].as_str().unwrap();
    let read = kit.app.get(&format!("/accounts/v1/subaccounts/{guid}")).bearer(&kit.cis).good().await;
    assert_eq!((&read["state"], &read["technicalName"]), (&json!("OK"), &json!(guid)));
    assert_eq!(read["globalAccountGUID"], kit.app.first.global_account.guid);
    assert_eq!(read["closestEntitlementManagedParentGUID"], kit.app.first.global_account.guid);
    let list = kit.app.get("/accounts/v1/subaccounts").bearer(&kit.cis).good().await;
    assert_eq!(list["value"][0]["guid"], guid);
    assert_eq!(list["value"][0].get("closestEntitlementManagedParentGUID"), None);
}

#[tokio::test]
async fn fields_are_checked() {
    let kit = Kit::start().await;
    let _ = kit.subaccount("dev-x1").await;
    let bad = [
        (409, json!({"displayName": "dev", "region": "eu10", "subdomain": "dev-x1"})),
        (409, json!({"displayName": "dev", "region": "eu10", "subdomain": "global"})),
        (400, json!({"displayName": "dev", "region": "eu10", "subdomain": "-bad"})),
        (400, json!({"displayName": "a/b", "region": "eu10", "subdomain": "dev-x2"})),
        (400, json!({"displayName": "dev", "region": "cf-eu10", "subdomain": "dev-x2"})),
        (400, json!({"displayName": "dev", "region": "eu10", "usedForProduction": "maybe"})),
        (404, json!({"displayName": "dev", "region": "eu10", "parentGUID": "00000000-0000-0000-0000-000000000001"})),
    ];
    for (status, body) in bad {
        let error = kit.create(body.clone()).await.expect_status(status).json();
        assert_eq!(fields(&error["error"]), ["code", "message", "target", "details", "correlationID"], "{body}");
        assert_eq!(error["error"]["target"], "/accounts/v1/subaccounts");
    }
    let list = kit.app.get("/accounts/v1/subaccounts").bearer(&kit.cis).good().await;
    assert_eq!(list["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_update_is_done_at_once_and_dates_it_in_milliseconds() {
    let (kit, place) = Kit::dev().await;
    let path = format!("/accounts/v1/subaccounts/{}", place.guid);
    let body = json!({"displayName": "Development", "betaEnabled": true, "labels": {"team": ["a", "b"]}});
    let after = kit.app.request("PATCH", &path).bearer(&kit.cis).json(&body).good().await;
    assert_eq!((&after["state"], &after["displayName"]), (&json!("OK"), &json!("Development")));
    assert_eq!(after["createdDate"], 1_777_881_600_000_i64);
    assert_eq!(after["contentAutomationState"], json!(null));
    assert!(after.get("contentAutomationState").is_some());
    assert_eq!(after["customProperties"][0], json!({"accountGUID": place.guid, "key": "team", "value": "a"}));
    let selected = async |selector: &str| {
        let list = format!("/accounts/v1/subaccounts?labelSelector={selector}");
        kit.app.get(&list).bearer(&kit.cis).good().await["value"].as_array().unwrap().len()
    };
    assert_eq!((selected("team%3Da%20AND%20stage!%3Dprod").await, selected("team=c").await), (1, 0));
    let odd = kit.app.get("/accounts/v1/subaccounts?labelSelector=team").bearer(&kit.cis).send().await;
    assert_eq!(odd.expect_status(400).json()["error"]["code"], 12_003);
    let back = json!({"displayName": "Development", "betaEnabled": false});
    let _ = kit.app.request("PATCH", &path).bearer(&kit.cis).json(&back).send().await.expect_status(400);
}

#[tokio::test]
async fn a_subaccount_in_use_is_deleted_only_by_force() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let path = format!("/accounts/v1/subaccounts/{}", place.guid);
    let refused = kit.app.request("DELETE", &path).bearer(&kit.cis).send().await.expect_status(409).json();
    assert_eq!(refused["error"]["code"], 70_010);

    let force = format!("{path}?forceDelete=true");
    let gone = kit.app.request("DELETE", &force).bearer(&kit.cis).send().await.expect_status(200).json();
    assert_eq!(gone["state"], "DELETING");
    let missing = kit.app.get(&path).bearer(&kit.cis).send().await.expect_status(404).json();
    assert_eq!(missing["error"]["code"], 20_004);
    // Its zone went with it: no new token, and the name is free again.
    let form = [("grant_type", "password"), ("username", kit.admin.as_str()), ("password", "x")];
    let token = kit.app.post("/uaa/dev/oauth/token").basic("ropeway", "").form(&form).send().await;
    assert_eq!(token.status, 404, "{}", token.text());
    let _ = kit.subaccount("dev").await;
}

#[tokio::test]
async fn force_takes_the_organization_and_the_keys_along() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "cloudfoundry", "standard").await;
    kit.enable(&place.guid, "destination", "lite").await;
    let key = kit.key(&place, ("destination", "lite"), json!({})).await;
    let environment = json!({"environmentType": "cloudfoundry", "serviceName": "cloudfoundry",
        "planName": "standard", "parameters": {"instance_name": "dev"}});
    let request = kit.app.post("/provisioning/v1/environments").bearer(&place.token).json(&environment);
    let _ = request.send().await.expect_status(202);
    let path = format!("/accounts/v1/subaccounts/{}?forceDelete=true", place.guid);
    let _ = kit.app.request("DELETE", &path).bearer(&kit.cis).send().await.expect_status(200);
    let admin = &kit.app.first.administrator;
    let cf = kit.app.cf_token(&admin.user_name, &admin.password).await;
    let orgs = kit.app.get("/cf/v3/organizations").bearer(&cf).good().await;
    assert_eq!(orgs["resources"], json!([]));
    assert_ne!(kit.ask(&key).await.status, 200);
    assert_eq!(kit.assigned_anywhere("destination").await, 0);
}

#[tokio::test]
async fn every_sort_of_content_keeps_a_subaccount() {
    let (kit, place) = Kit::with_destinations().await;
    let instance = kit.made(&place, ("destination", "lite"), "d", json!({})).await;
    let path = format!("/accounts/v1/subaccounts/{}", place.guid);
    let refused = kit.app.request("DELETE", &path).bearer(&kit.cis).send().await.expect_status(409).json();
    assert_eq!(refused["error"]["code"], 70_012);
    let one = format!("/service-manager/v1/service_instances/{instance}");
    let _ = kit.app.request("DELETE", &one).bearer(&place.token).send().await.expect_status(200);
    let _ = kit.app.request("DELETE", &path).bearer(&kit.cis).send().await.expect_status(200);
}

#[tokio::test]
async fn the_global_account_shows_its_subaccounts_when_asked() {
    let (kit, place) = Kit::dev().await;
    let plain = kit.app.get("/accounts/v1/globalAccount").bearer(&kit.cis).good().await;
    assert_eq!(plain["guid"], kit.app.first.global_account.guid);
    assert_eq!((&plain["entityState"], plain.get("subaccounts")), (&json!("OK"), None));
    let whole = kit.app.get("/accounts/v1/globalAccount?expand=true").bearer(&kit.cis).good().await;
    assert_eq!(whole["subaccounts"][0]["guid"], place.guid);
    assert_eq!(whole["children"], json!([]));
}

#[tokio::test]
async fn only_the_global_account_manages_subaccounts() {
    let (kit, place) = Kit::dev().await;
    let _ = kit.app.get("/accounts/v1/subaccounts").send().await.expect_status(401);
    let denied = kit.app.get("/accounts/v1/subaccounts").bearer(&place.token).send().await.expect_status(403);
    assert_eq!(denied.json()["error"]["target"], "/accounts/v1/subaccounts");
    let admin = kit.app.admin_token(&kit.app.first.global_account.subdomain).await;
    let _ = kit.app.get("/accounts/v1/subaccounts").bearer(&admin).send().await.expect_status(200);
    let body = json!({"displayName": "by hand", "region": "eu10", "subdomain": "by-hand"});
    let _ = kit.app.post("/accounts/v1/subaccounts").bearer(&admin).json(&body).send().await.expect_status(201);
    // Who makes a subaccount becomes its administrator.
    let token = kit.app.admin_token("by-hand").await;
    let _ = kit.app.get("/saas-manager/v1/applications").bearer(&token).send().await.expect_status(200);
}

#[tokio::test]
async fn the_global_account_has_no_tenant() {
    let kit = Kit::start().await;
    for path in ["/provisioning/v1/environments", "/saas-manager/v1/applications"] {
        let _ = kit.app.get(path).bearer(&kit.cis).send().await.expect_status(403);
    }
    let _ = kit.app.get("/service-manager/v1/service_plans").bearer(&kit.cis).send().await.expect_status(403);
}

#[tokio::test]
async fn a_job_is_seen_only_where_it_was_started() {
    let (kit, place) = Kit::dev().await;
    let started = kit.create(json!({"displayName": "x", "region": "eu10"})).await.expect_status(201).json();
    let path = format!("/jobs-management/v1/jobs/{}/status", started["jobId"].as_str().unwrap());
    let _ = kit.app.get(&path).bearer(&kit.cis).send().await.expect_status(200);
    let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(404);
    let _ = kit.app.get("/jobs-management/v1/jobs/x/status").bearer(&kit.cis).send().await.expect_status(404);
}

/// A small edit never takes anything away, and a field that nobody reads is named.
#[tokio::test]
async fn what_an_update_does_not_say_stays() {
    let (kit, place) = Kit::dev().await;
    let path = format!("/accounts/v1/subaccounts/{}", place.guid);
    let patch = |body: serde_json::Value| kit.app.request("PATCH", &path).bearer(&kit.cis).json(&body);
    let full = json!({"displayName": "Development", "description": "d", "labels": {"team": ["a"]},
        "usedForProduction": "USED_FOR_PRODUCTION"});
    let before = patch(full).good().await;
    let after = patch(json!({"displayName": "Dev"})).good().await;
    assert_eq!(after["displayName"], "Dev");
    for field in ["description", "labels", "customProperties", "usedForProduction", "betaEnabled", "subdomain"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    let refused = patch(json!({"displayName": "X", "subdomain": "other"})).send().await.expect_status(400).json();
    assert!(refused["error"]["message"].as_str().unwrap().contains("subdomain"), "{refused}");
    let refused = kit.create(json!({"displayName": "n", "region": "eu10", "colour": "red"})).await.expect_status(400);
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("colour"));
    assert_eq!(kit.app.get(&path).bearer(&kit.cis).good().await["displayName"], "Dev");
}
