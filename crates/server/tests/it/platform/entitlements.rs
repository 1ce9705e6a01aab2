//! Entitlements and quotas.

use super::kit::{Kit, fields};
use serde_json::{Value, json};

#[tokio::test]
async fn enabling_a_plan_ends_in_an_assignment() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    let answer = kit.assign(&place.guid, ("alm-ts", "standard"), json!({"enable": true})).await.expect_status(202);
    let location = answer.header("location").unwrap().to_owned();
    let job = kit.app.get(&location).bearer(&kit.cis).good().await;
    assert_eq!(job["status"], "COMPLETED");
    let info = kit.assigned(&place.guid, "alm-ts", "standard").await;
    assert_eq!(
        fields(&info),
        [
            "entityId",
            "entityType",
            "amount",
            "requestedAmount",
            "entityState",
            "stateMessage",
            "autoAssign",
            "autoAssigned",
            "autoDistributeAmount",
            "createdDate",
            "modifiedDate",
            "unlimitedAmountAssigned",
            "parentId",
            "parentType",
            "parentRemainingAmount",
            "parentAmount",
            "resources"
        ]
    );
    assert_eq!((&info["entityState"], &info["amount"]), (&json!("OK"), &json!(1.0)));
    assert_eq!(info["createdDate"], 1_777_881_600_000_i64);
    assert_eq!(info["parentId"], kit.app.first.global_account.guid);
}

#[tokio::test]
async fn a_quota_is_shared_out_and_never_overdrawn() {
    let kit = Kit::start().await;
    let (dev, test) = (kit.subaccount("dev").await, kit.subaccount("test").await);
    kit.amount(&dev.guid, "it-rt", "api", 98).await;
    let more = kit.assign(&test.guid, ("it-rt", "api"), json!({"amount": 3})).await.expect_status(400).json();
    let message = more["error"]["message"].as_str().unwrap();
    assert!(message.contains("'api'") && message.contains("remaining quota of 2"), "{message}");
    assert_eq!(kit.assigned(&test.guid, "it-rt", "api").await, Value::Null);
    kit.amount(&test.guid, "it-rt", "api", 2).await;
    assert_eq!(kit.assigned(&test.guid, "it-rt", "api").await["parentRemainingAmount"], 0.0);
    // What is given back can be given to others.
    kit.amount(&dev.guid, "it-rt", "api", 0).await;
    assert_eq!(kit.assigned(&dev.guid, "it-rt", "api").await, Value::Null);
    kit.amount(&test.guid, "it-rt", "api", 100).await;
}

#[tokio::test]
async fn assignments_at_the_same_time_do_not_overdraw() {
    let kit = Kit::start().await;
    let mut places = Vec::new();
    for n in 0..8 {
        places.push(kit.subaccount(&format!("s{n}")).await);
    }
    let all = places.iter().map(|place| kit.assign(&place.guid, ("it-rt", "api"), json!({"amount": 30})));
    let answers = futures_util::future::join_all(all).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 202).count(), 3);
    assert_eq!(answers.iter().filter(|answer| answer.status == 400).count(), 5);
}

#[tokio::test]
async fn enable_is_for_plans_without_an_amount() {
    let (kit, place) = Kit::dev().await;
    let refused = kit.assign(&place.guid, ("it-rt", "api"), json!({"enable": true})).await.expect_status(400).json();
    assert!(refused["error"]["message"].as_str().unwrap().contains("'api'"), "{refused}");
    assert_eq!(kit.assigned(&place.guid, "it-rt", "api").await, Value::Null);
    // An amount of 1 enables.
    kit.amount(&place.guid, "transport", "export", 1).await;
    assert_eq!(kit.assigned(&place.guid, "transport", "export").await["amount"], 1.0);
    let both = json!({"amount": 1, "enable": true});
    let _ = kit.assign(&place.guid, ("transport", "export"), both).await.expect_status(400);
    let _ = kit.assign(&place.guid, ("transport", "nope"), json!({"enable": true})).await.expect_status(400);
    let nobody = "00000000-0000-0000-0000-000000000001";
    let _ = kit.assign(nobody, ("transport", "export"), json!({"enable": true})).await.expect_status(404);
}

#[tokio::test]
async fn all_of_a_request_or_nothing() {
    let (kit, place) = Kit::dev().await;
    let info =
        |wish: Value| json!([{"subaccountGUID": place.guid, "enable": wish["enable"], "amount": wish["amount"]}]);
    let body = json!({"subaccountServicePlans": [
        {"serviceName": "destination", "servicePlanName": "lite", "assignmentInfo": info(json!({"enable": true}))},
        {"serviceName": "it-rt", "servicePlanName": "api", "assignmentInfo": info(json!({"amount": 101}))}]});
    let request = kit.app.request("PUT", "/entitlements/v1/subaccountServicePlans").bearer(&kit.cis).json(&body);
    let _ = request.send().await.expect_status(400);
    assert_eq!(kit.assigned(&place.guid, "destination", "lite").await, Value::Null);
}

#[tokio::test]
async fn a_plan_in_use_stays_assigned() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "alm-ts", "standard").await;
    kit.enable(&place.guid, "transport", "standard").await;
    let _ = kit.subscribe(&place, "alm-ts", "standard").await.expect_status(202);
    let instance = kit.made(&place, ("transport", "standard"), "t", json!({})).await;
    for service in ["alm-ts", "transport"] {
        let refused = kit.assign(&place.guid, (service, "standard"), json!({"enable": false})).await;
        let refused = refused.expect_status(409).json();
        assert!(refused["error"]["message"].as_str().unwrap().contains("in use"), "{refused}");
    }
    let path = format!("/service-manager/v1/service_instances/{instance}");
    let _ = kit.app.request("DELETE", &path).bearer(&place.token).send().await.expect_status(200);
    let _ = kit.assign(&place.guid, ("transport", "standard"), json!({"enable": false})).await.expect_status(202);
    assert_eq!(kit.assigned(&place.guid, "transport", "standard").await, Value::Null);
}

#[tokio::test]
async fn the_list_says_what_could_be_assigned() {
    let kit = Kit::start().await;
    let all = kit.app.get("/entitlements/v1/globalAccountAssignments").bearer(&kit.cis).good().await;
    assert_eq!(all["assignedServices"], json!([]));
    assert_eq!(all["fetchErrorFromExternalProviderRegistry"], Value::Null);
    let services = all["entitledServices"].as_array().unwrap();
    let find = |name: &str| services.iter().find(|s| s["name"] == name).unwrap();
    let plan = &find("alm-ts")["servicePlans"][0];
    assert_eq!(plan["uniqueIdentifier"], "internal-transport-service-application");
    assert_eq!((&plan["category"], &plan["provisioningMethod"]), (&json!("APPLICATION"), &json!("NONE_REQUIRED")));
    let numeric = &find("SAPCloudALMAPIs")["servicePlans"][0];
    assert_eq!((&numeric["amount"], &numeric["remainingAmount"]), (&json!(100.0), &json!(100.0)));
    let shown = "/entitlements/v1/assignments?serviceName=transport&planName=export&entitledServicesOnly=true";
    let shown = kit.app.get(shown).bearer(&kit.cis).good().await;
    assert_eq!(shown["entitledServices"][0]["servicePlans"].as_array().unwrap().len(), 1);
    let other = "/entitlements/v1/assignments?subaccountGUID=00000000-0000-0000-0000-000000000001";
    let _ = kit.app.get(other).bearer(&kit.cis).send().await.expect_status(404);
}

#[tokio::test]
async fn an_unknown_field_is_refused_by_name_and_nothing_is_assigned() {
    let (kit, place) = Kit::dev().await;
    let body = json!({"subaccountServicePlans": [{"serviceName": "destination", "servicePlanName": "lite",
        "assignmentInfo": [{"subaccountGUID": place.guid, "enable": true, "colour": "red"}]}]});
    let request = kit.app.request("PUT", "/entitlements/v1/subaccountServicePlans").bearer(&kit.cis).json(&body);
    let refused = request.send().await.expect_status(400);
    assert!(refused.text().contains("colour"), "{}", refused.text());
    assert_eq!(kit.assigned(&place.guid, "destination", "lite").await, Value::Null);
}

#[tokio::test]
async fn a_call_has_a_bounded_number_of_assignments() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    let info = json!({"subaccountGUID": place.guid, "enable": true});
    let body = json!({"subaccountServicePlans": [
        {"serviceName": "alm-ts", "servicePlanName": "standard", "assignmentInfo": vec![info; 1001]}]});
    let path = "/entitlements/v1/subaccountServicePlans";
    let refused = kit.app.request("PUT", path).bearer(&kit.cis).json(&body).send().await.expect_status(400).json();
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("1001 assignments, at most 1000"), "{message}");
    assert_eq!(kit.assigned(&place.guid, "alm-ts", "standard").await, Value::Null);
}
