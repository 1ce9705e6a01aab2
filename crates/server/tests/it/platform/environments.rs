//! Environments.

use super::kit::{Kit, Place};
use serde_json::{Value, json};
use testkit::Answer;

const PATH: &str = "/provisioning/v1/environments";

fn wanted(kit: &Kit, org: &str) -> Value {
    json!({"environmentType": "cloudfoundry", "serviceName": "cloudfoundry", "planName": "standard", "name": org,
        "parameters": {"instance_name": org}, "user": kit.admin})
}

async fn create(kit: &Kit, place: &Place, body: &Value) -> Answer {
    kit.app.post(PATH).bearer(&place.token).json(body).send().await
}

#[tokio::test]
async fn an_environment_tells_where_its_organization_is() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "cloudfoundry", "standard").await;
    kit.amount(&place.guid, "APPLICATION_RUNTIME", "MEMORY", 2).await;
    let available = kit.app.get("/provisioning/v1/availableEnvironments").bearer(&place.token).good().await;
    assert_eq!(available["availableEnvironments"][0]["environmentType"], "cloudfoundry");

    let begun = create(&kit, &place, &wanted(&kit, "dev")).await.expect_status(202).json();
    assert_eq!(begun["state"], "CREATING");
    let id = begun["id"].as_str().unwrap();
    assert_eq!(id, id.to_uppercase());
    let seen = kit.app.get(&format!("{PATH}/{id}")).bearer(&place.token).good().await;
    assert_eq!((&seen["state"], &seen["type"]), (&json!("OK"), &json!("Provision")));
    let labels: Value = serde_json::from_str(seen["labels"].as_str().unwrap()).unwrap();
    assert_eq!(labels["API Endpoint"], format!("{}/cf", kit.app.url));
    assert_eq!((&labels["Org Name"], &labels["Org ID"]), (&json!("dev"), &seen["platformId"]));
    assert_eq!(labels["Org Memory Limit"], "2,048MB");
    assert_eq!(seen["parameters"], "{\"instance_name\":\"dev\"}");
    let list = kit.app.get(PATH).bearer(&place.token).good().await;
    assert_eq!(list["environmentInstances"][0]["id"], id);

    let admin = &kit.app.first.administrator;
    let cf = kit.app.cf_token(&admin.user_name, &admin.password).await;
    let org = kit.app.get("/cf/v3/organizations?names=dev").bearer(&cf).good().await;
    assert_eq!(org["resources"][0]["guid"], labels["Org ID"]);

    let gone = kit.app.request("DELETE", &format!("{PATH}/{id}")).bearer(&place.token).send().await;
    assert_eq!(gone.expect_status(202).json()["state"], "DELETING");
    let missing = kit.app.get(&format!("{PATH}/{id}")).bearer(&place.token).send().await.expect_status(404);
    assert_eq!(missing.json()["error"]["code"], 41_000);
    let org = kit.app.get("/cf/v3/organizations?names=dev").bearer(&cf).good().await;
    assert_eq!(org["resources"], json!([]));
}

#[tokio::test]
async fn an_environment_needs_an_entitlement_a_name_and_a_user() {
    let kit = Kit::start().await;
    let (dev, test) = (kit.subaccount("dev").await, kit.subaccount("test").await);
    let none = kit.app.get("/provisioning/v1/availableEnvironments").bearer(&dev.token).good().await;
    assert_eq!(none["availableEnvironments"], json!([]));
    let _ = create(&kit, &dev, &wanted(&kit, "org")).await.expect_status(400);
    for place in [&dev, &test] {
        kit.enable(&place.guid, "cloudfoundry", "standard").await;
    }
    let mut nobody = wanted(&kit, "org");
    nobody["user"] = json!("nobody@example.org");
    let _ = create(&kit, &dev, &nobody).await.expect_status(400);
    let mut kyma = wanted(&kit, "org");
    kyma["environmentType"] = json!("kyma");
    let _ = create(&kit, &dev, &kyma).await.expect_status(400);
    let _ = create(&kit, &dev, &wanted(&kit, "org")).await.expect_status(202);
    let _ = create(&kit, &dev, &wanted(&kit, "second")).await.expect_status(409);
    let taken = create(&kit, &test, &wanted(&kit, "org")).await.expect_status(409).json();
    assert!(taken["error"]["message"].as_str().unwrap().contains("'org'"), "{taken}");
    let list = kit.app.get(PATH).bearer(&test.token).good().await;
    assert_eq!(list["environmentInstances"], json!([]));
    let used = kit.assign(&dev.guid, ("cloudfoundry", "standard"), json!({"enable": false})).await;
    let _ = used.expect_status(409);
}

#[tokio::test]
async fn an_environment_of_another_subaccount_does_not_exist() {
    let kit = Kit::start().await;
    let (dev, test) = (kit.subaccount("dev").await, kit.subaccount("test").await);
    kit.enable(&dev.guid, "cloudfoundry", "standard").await;
    let begun = create(&kit, &dev, &wanted(&kit, "dev")).await.expect_status(202).json();
    let path = format!("{PATH}/{}", begun["id"].as_str().unwrap());
    let _ = kit.app.get(&path).bearer(&test.token).send().await.expect_status(404);
    let _ = kit.app.request("DELETE", &path).bearer(&test.token).send().await.expect_status(404);
    let _ = kit.app.get(&path).bearer(&dev.token).send().await.expect_status(200);
}

#[tokio::test]
async fn what_an_environment_would_not_take_up_is_refused_by_name() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "cloudfoundry", "standard").await;
    for (field, value, word) in [
        ("description", json!("for tests"), "description"),
        ("landscapeLabel", json!("cf-us99"), "cf-us99"),
        ("technicalKey", json!("cf-us99"), "cf-us99"),
        ("origin", json!("corporate"), "corporate"),
        ("parameters", json!({"instance_name": "dev", "memory": 4}), "memory"),
    ] {
        let mut body = wanted(&kit, "dev");
        body[field] = value;
        let refused = create(&kit, &place, &body).await.expect_status(400);
        assert!(refused.text().contains(word), "{field}: {}", refused.text());
    }
    let available = kit.app.get("/provisioning/v1/availableEnvironments").bearer(&place.token).good().await;
    let mut body = wanted(&kit, "dev");
    for field in ["landscapeLabel", "technicalKey"] {
        body[field] = available["availableEnvironments"][0][field].clone();
    }
    body["origin"] = json!("sap.default");
    let _ = create(&kit, &place, &body).await.expect_status(202);
}
