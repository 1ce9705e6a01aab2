//! Service Manager's own ways: pages, queries, operations, errors.

use super::kit::{Kit, Place, fields};
use serde_json::{Value, json};

const INSTANCES: &str = "/service-manager/v1/service_instances";
const LITE: (&str, &str) = ("destination", "lite");

#[tokio::test]
async fn offerings_and_plans_are_those_entitled() {
    let (kit, place) = Kit::with_destinations().await;
    kit.enable(&place.guid, "content-agent", "application").await;
    kit.amount(&place.guid, "SAPCloudALMAPIs", "standard", 1).await;
    let get = async |path: &str| kit.app.get(path).bearer(&place.token).good().await;
    let offerings = get("/service-manager/v1/service_offerings").await;
    // And the one that everybody may use.
    assert_eq!(offerings["num_items"], 4);
    let query = "/service-manager/v1/service_offerings?fieldQuery=name%20eq%20%27destination%27";
    let destination = get(query).await["items"][0].clone();
    assert_eq!(destination["tags"], json!(["destination", "conn", "connsvc"]));
    assert_eq!(destination["instances_retrievable"], false);
    assert_eq!(destination["metadata"]["displayName"], "Destination Service");
    let id = destination["id"].as_str().unwrap();
    assert_eq!(get(&format!("/service-manager/v1/service_offerings/{id}")).await, destination);
    let query =
        format!("/service-manager/v1/service_plans?fieldQuery=service_offering_id+eq+'{id}'+and+name+eq+'lite'");
    let plans = get(&query).await;
    assert_eq!((&plans["num_items"], &plans["items"][0]["name"]), (&json!(1), &json!("lite")));
    let missing = kit.app.get("/service-manager/v1/service_plans/x").bearer(&place.token).send().await;
    assert_eq!(missing.expect_status(404).json()["error"], "NotFound");
}

#[tokio::test]
async fn an_instance_is_made_by_the_guid_of_its_plan() {
    let (kit, place) = Kit::with_destinations().await;
    let plans = kit.app.get("/service-manager/v1/service_plans").bearer(&place.token).good().await;
    let plan = plans["items"][0]["id"].as_str().unwrap();
    let body = json!({"name": "d", "service_plan_id": plan, "labels": {"team": ["a"]}});
    let made = kit.app.post(INSTANCES).bearer(&place.token).json(&body).send().await.expect_status(201).json();
    assert_eq!(
        fields(&made),
        [
            "id",
            "ready",
            "last_operation",
            "name",
            "service_plan_id",
            "platform_id",
            "context",
            "usable",
            "subaccount_id",
            "protected",
            "created_by",
            "created_at",
            "updated_at",
            "labels"
        ]
    );
    assert_eq!(made["labels"], json!({"subaccount_id": [place.guid], "team": ["a"]}));
    assert_eq!(made["context"]["zone_id"], place.guid);
    assert_eq!(made["context"]["instance_name"], "d");
    assert_eq!(made["created_at"], "2026-05-04T08:00:00.000000Z");
    let operation = &made["last_operation"];
    assert_eq!((&operation["type"], &operation["state"]), (&json!("create"), &json!("succeeded")));
    assert_eq!(operation["reschedule_timestamp"], "0001-01-01T00:00:00Z");
    let path = format!("{INSTANCES}/{}", made["id"].as_str().unwrap());
    let read = kit.app.get(&path).bearer(&place.token).good().await;
    assert_eq!((&read["name"], &read["created_by"]), (&json!("d"), &json!(kit.admin)));
}

#[tokio::test]
async fn parameters_are_shown_where_the_service_shows_them() {
    let (kit, place) = Kit::with_destinations().await;
    let closed = kit.made(&place, LITE, "d", json!({})).await;
    let refused = kit.app.get(&format!("{INSTANCES}/{closed}/parameters")).bearer(&place.token).send().await;
    let refused = refused.expect_status(400).json();
    assert_eq!(refused, json!({"error": "BadRequest", "description": "this operation is not supported."}));
    kit.enable(&place.guid, "content-agent", "application").await;
    let parameters = json!({"roles": ["Import"]});
    let open = kit.made(&place, ("content-agent", "application"), "c", parameters.clone()).await;
    let shown = kit.app.get(&format!("{INSTANCES}/{open}/parameters")).bearer(&place.token).good().await;
    assert_eq!(shown, parameters);
}

#[tokio::test]
async fn operations_are_there_even_when_the_instance_is_gone() {
    let (kit, place) = Kit::with_destinations().await;
    let body = json!({"name": "d", "service_offering_name": "destination", "service_plan_name": "lite"});
    let path = format!("{INSTANCES}?async=true");
    let begun = kit.app.post(&path).bearer(&place.token).json(&body).send().await.expect_status(202);
    let seen = operation(&kit, &place, &begun).await;
    assert_eq!((&seen["type"], &seen["state"]), (&json!("create"), &json!("succeeded")));
    let id = seen["resource_id"].as_str().unwrap().to_owned();
    let path = format!("{INSTANCES}/{id}?async=true");
    let renamed = kit.app.request("PATCH", &path).bearer(&place.token).json(&json!({"name": "e"})).send().await;
    assert_eq!(operation(&kit, &place, &renamed.expect_status(202)).await["type"], "update");
    let gone = kit.app.request("DELETE", &path).bearer(&place.token).send().await.expect_status(202);
    let seen = operation(&kit, &place, &gone).await;
    assert_eq!((&seen["type"], &seen["resource_type"]), (&json!("delete"), &json!("/v1/service_instances")));
    let other = kit.subaccount("other").await;
    let url = gone.header("location").unwrap().to_owned();
    let foreign = testkit::Request::new(&kit.app.cx.http, "GET", &url).bearer(&other.token).send().await;
    assert_eq!(foreign.status, 404);
}

async fn operation(kit: &Kit, place: &Place, answer: &testkit::Answer) -> Value {
    let url = answer.header("location").expect("a location");
    testkit::Request::new(&kit.app.cx.http, "GET", url).bearer(&place.token).good().await
}

#[tokio::test]
async fn a_key_shows_what_is_in_it_only_by_itself() {
    let (kit, place) = Kit::with_destinations().await;
    let instance = kit.made(&place, LITE, "d", json!({})).await;
    let body = json!({"name": "k", "service_instance_id": instance});
    let path = "/service-manager/v1/service_bindings";
    let made = kit.app.post(path).bearer(&place.token).json(&body).send().await.expect_status(201).json();
    assert_eq!(made.get("credentials"), None);
    let listed = kit.app.get(path).bearer(&place.token).good().await["items"][0].clone();
    assert_eq!((&listed["id"], listed.get("credentials")), (&made["id"], None));
    let one = format!("{path}/{}", made["id"].as_str().unwrap());
    let read = kit.app.get(&one).bearer(&place.token).good().await;
    assert!(read["credentials"]["clientsecret"].is_string());
    assert_eq!(read["service_instance_id"], instance);
    let twice = kit.app.post(path).bearer(&place.token).json(&body).send().await.expect_status(409).json();
    assert_eq!(twice["error"], "Conflict");
    let mut x509 = body;
    x509["name"] = json!("x");
    x509["parameters"] = json!({"credential-type": "x509"});
    let _ = kit.app.post(path).bearer(&place.token).json(&x509).send().await.expect_status(502);
}

#[tokio::test]
async fn lists_come_in_pages_and_by_label() {
    let (kit, place) = Kit::with_destinations().await;
    for n in 0..5 {
        let body = json!({"name": format!("d{n}"), "service_offering_name": "destination", "service_plan_name": "lite",
            "labels": {"odd": [(n % 2 == 1).to_string()]}});
        let _ = kit.app.post(INSTANCES).bearer(&place.token).json(&body).send().await.expect_status(201);
    }
    let (mut names, mut token) = (Vec::new(), String::new());
    loop {
        let page = kit.app.get(&format!("{INSTANCES}?max_items=2{token}")).bearer(&place.token).good().await;
        assert_eq!(page["num_items"], 5);
        names.extend(page["items"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap().to_owned()));
        match page["token"].as_str() {
            Some(next) => token = format!("&token={next}"),
            None => break,
        }
    }
    names.sort();
    assert_eq!(names, ["d0", "d1", "d2", "d3", "d4"]);
    let odd = format!("{INSTANCES}?labelQuery=odd%20eq%20%27true%27");
    assert_eq!(kit.app.get(&odd).bearer(&place.token).good().await["num_items"], 2);
    let bad = format!("{INSTANCES}?fieldQuery=name%20like%20%27x%27");
    let _ = kit.app.get(&bad).bearer(&place.token).send().await.expect_status(400);
}

#[tokio::test]
async fn refusals_say_what_is_wrong() {
    let (kit, place) = Kit::with_destinations().await;
    let _ = kit.app.get(INSTANCES).send().await.expect_status(401);
    let _ = kit.made(&place, LITE, "d", json!({})).await;
    let taken = kit.instance(&place, LITE, "d", json!({})).await.expect_status(409).json();
    assert_eq!(fields(&taken), ["error", "description"]);
    let not_entitled = kit.instance(&place, ("transport", "standard"), "t", json!({})).await.expect_status(400);
    assert!(not_entitled.json()["description"].as_str().unwrap().contains("not entitled"));
    let unknown = kit.instance(&place, ("transport", "nope"), "t", json!({})).await.expect_status(404).json();
    assert_eq!(unknown["error"], "NotFound");
    let _ = kit.instance(&place, LITE, "", json!({})).await.expect_status(502);
    let _ = kit.instance(&place, LITE, "x", json!([])).await.expect_status(400);
    let body = kit.app.post(INSTANCES).bearer(&place.token).body("application/json", "{").send().await;
    assert_eq!(body.expect_status(400).json()["error"], "BadRequest");
}

#[tokio::test]
async fn another_subaccounts_things_do_not_exist() {
    let (kit, place) = Kit::with_destinations().await;
    let other = kit.subaccount("other").await;
    let instance = kit.made(&place, LITE, "d", json!({})).await;
    let binding = kit.bind(&place, &instance, "k").await;
    let paths = [format!("{INSTANCES}/{instance}"), format!("/service-manager/v1/service_bindings/{binding}")];
    for path in paths {
        let _ = kit.app.get(&path).bearer(&other.token).send().await.expect_status(404);
        let _ = kit.app.request("DELETE", &path).bearer(&other.token).send().await.expect_status(404);
        let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(200);
    }
    let body = json!({"name": "mine", "service_instance_id": instance});
    let stolen = kit.app.post("/service-manager/v1/service_bindings").bearer(&other.token).json(&body).send().await;
    let _ = stolen.expect_status(404);
}

/// A small edit never takes anything away. Fields that nobody knows are skipped, as the original does it.
#[tokio::test]
async fn what_an_update_does_not_say_stays() {
    let (kit, place) = Kit::with_destinations().await;
    let parameters = json!({"roles": ["Import"]});
    let body = json!({"name": "c", "service_offering_name": "content-agent", "service_plan_name": "application",
        "parameters": parameters, "labels": {"team": ["a"]}});
    kit.enable(&place.guid, "content-agent", "application").await;
    let made = kit.app.post(INSTANCES).bearer(&place.token).json(&body).send().await.expect_status(201).json();
    let path = format!("{INSTANCES}/{}", made["id"].as_str().unwrap());
    let patch = |body: Value| kit.app.request("PATCH", &path).bearer(&place.token).json(&body).send();
    let _ = patch(json!({"name": "d", "colour": "red"})).await.expect_status(200);
    let after = kit.app.get(&path).bearer(&place.token).good().await;
    assert_eq!(
        (&after["name"], &after["labels"], &after["service_plan_id"]),
        (&json!("d"), &made["labels"], &made["service_plan_id"])
    );
    assert!(after.get("colour").is_none());
    let shown = kit.app.get(&format!("{path}/parameters")).bearer(&place.token).good().await;
    assert_eq!(shown, parameters);
}

/// As the original's open source does.
#[tokio::test]
async fn an_unknown_field_is_skipped() {
    let (kit, place) = Kit::with_destinations().await;
    let plans = kit.app.get("/service-manager/v1/service_plans").bearer(&place.token).good().await;
    let body = json!({"name": "d", "service_plan_id": plans["items"][0]["id"], "colour": "red"});
    let made = kit.app.post(INSTANCES).bearer(&place.token).json(&body).send().await.expect_status(201).json();
    let path = format!("{INSTANCES}/{}", made["id"].as_str().unwrap());
    let changed = kit.app.request("PATCH", &path).bearer(&place.token).json(&json!({"name": "e", "colour": "red"}));
    let changed = changed.send().await.expect_status(200).json();
    assert_eq!((&changed["name"], changed.get("colour")), (&json!("e"), None));
}
