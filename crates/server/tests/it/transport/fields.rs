//! Every field of every body has an effect or is refused by name; what a body does not say stays.

use super::kit::{Tms, id};
use client::multipart::{Form, Part};
use serde_json::{Value, json};
use testkit::Answer;

fn message(answer: &Answer) -> String {
    answer.json()["message"].as_str().unwrap_or_default().to_owned()
}

async fn put(tms: &Tms, path: &str, body: Value) -> Answer {
    tms.call("PUT", path).json(&body).send().await
}

async fn full_node(tms: &Tms) -> i64 {
    tms.node(
        "QA",
        json!({
            "description": "EU test space", "forwardMode": "ON_SUCCESS", "controlledBy": "CHARM", "tags": ["eu", "test"],
            "importDisabled": true, "importDisabledReason": "freeze",
            "targets": [{"contentType": "MTA", "destinationName": "qa"}]
        }),
    )
    .await
}

#[tokio::test]
async fn a_small_edit_of_a_node_changes_only_what_it_says() {
    let tms = Tms::start().await;
    let path = format!("nodes/{}", full_node(&tms).await);
    let mut expected = tms.get(&path).await;
    for (change, field, value) in [
        (json!({"name": "QB"}), "name", json!("QB")),
        (json!({"description": "moved"}), "description", json!("moved")),
        (json!({"uploadAllowed": false}), "uploadAllowed", json!(false)),
        (json!({"forwardMode": "MANUAL"}), "forwardMode", json!("MANUAL")),
        (json!({"importDisabled": false}), "importDisabled", json!(false)),
        (json!({"importDisabledReason": ""}), "importDisabledReason", json!("")),
        (json!({"tags": ["us"]}), "tags", json!(["us"])),
    ] {
        expected[field] = value;
        assert_eq!(put(&tms, &path, change).await.expect_status(200).json(), expected);
    }
    let moved = put(&tms, &path, json!({"targets": [{"destinationName": "qb"}]})).await.expect_status(200).json();
    expected["targets"][0]["destinationName"] = json!("qb");
    assert_eq!(moved, expected);
    let nulls = json!({"description": null, "forwardMode": null, "controlledBy": null, "tags": null, "targets": null});
    assert_eq!(put(&tms, &path, nulls).await.expect_status(200).json(), expected);
    // What was read can be sent back as it is.
    assert_eq!(put(&tms, &path, expected.clone()).await.expect_status(200).json(), expected);
    let cleared = json!({"description": "", "controlledBy": "", "tags": [], "targets": []});
    let bare = put(&tms, &path, cleared).await.expect_status(200).json();
    for field in ["description", "controlledBy", "tags"] {
        assert_eq!(bare[field], Value::Null, "{bare}");
    }
    assert_eq!(bare["targets"], json!([]));
}

#[tokio::test]
async fn a_small_edit_of_a_route_changes_only_what_it_says() {
    let tms = Tms::start().await;
    let (a, b, c) = (tms.node("A", json!({})).await, tms.node("B", json!({})).await, tms.node("C", json!({})).await);
    let body = json!({"name": "hop", "description": "first", "sourceNodeId": a, "targetNodeId": b.to_string()});
    let route = tms.post("routes", body).await.expect_status(201).json();
    let path = format!("routes/{}", route["id"]);
    let moved = put(&tms, &path, json!({"targetNodeId": c})).await.expect_status(200).json();
    let mut expected = route.clone();
    expected["targetNodeId"] = json!(c);
    assert_eq!(moved, expected);
    assert_eq!(put(&tms, &path, expected.clone()).await.expect_status(200).json(), expected);
    let other = put(&tms, &path, json!({"id": 1})).await.expect_status(422);
    assert!(message(&other).contains("the id of a route"));
}

#[tokio::test]
async fn fields_without_an_effect_are_refused_by_name_and_nothing_is_made() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({})).await;
    let (queue, target) =
        (format!("nodes/{node}/transportRequests"), json!({"contentType": "MTA", "destinationName": "d"}));
    let with = |field: &str, value: Value| {
        let mut target = target.clone();
        target[field] = value;
        json!({"name": "N", "targets": [target]})
    };
    let upload = json!({"nodeName": "QA", "contentType": "MTA", "storageType": "FILE", "description": "d", "entries": [{"uri": "1"}]});
    let mut odd_upload = upload.clone();
    odd_upload["schedule"] = json!("now");
    let mut odd_entry = upload;
    odd_entry["entries"][0]["fileName"] = json!("x.mtar");
    let selection = json!({"transportRequests": [1], "stopOnError": true});
    for (path, body, status, word) in [
        ("nodes", json!({"name": "N", "automaticImport": true}), 400, "automaticImport"),
        ("nodes", json!({"name": "N", "schedule": {"pattern": "Daily"}}), 400, "schedule"),
        ("nodes", json!({"name": "N", "importAutomatically": true}), 422, "importAutomatically"),
        ("nodes", json!({"name": "N", "notificationEnabled": true}), 422, "notificationEnabled"),
        ("nodes", json!({"name": "N", "id": 7}), 422, "id"),
        ("nodes", json!({"uploadAllowed": true}), 400, "'name'"),
        ("nodes", with("deployType", json!("SLP_CTS")), 400, "deployType"),
        ("nodes", with("id", json!(7)), 422, "id of a target"),
        ("nodes", with("importOptions", json!({"strategy": "default", "noConfirm": true})), 400, "noConfirm"),
        ("nodes", with("importOptions", json!({"strategy": "blue-green"})), 422, "blue-green"),
        ("nodes", json!({"name": "N", "targets": [{"destinationName": "d"}]}), 422, "contentType"),
        ("routes", json!({"name": "R", "sourceNodeId": node, "targetNodeId": 1, "mode": "x"}), 400, "mode"),
        ("routes", json!({"name": "R", "sourceNodeId": node}), 400, "targetNodeId"),
        ("nodes/upload", odd_upload.clone(), 400, "schedule"),
        ("nodes/export", odd_upload, 400, "schedule"),
        ("nodes/upload", odd_entry, 400, "fileName"),
        (&format!("{queue}/import"), selection.clone(), 400, "stopOnError"),
        (&format!("{queue}/forward"), selection.clone(), 400, "stopOnError"),
        (&format!("{queue}/reset"), selection.clone(), 400, "stopOnError"),
        (&format!("{queue}/remove"), selection, 400, "stopOnError"),
        (&format!("{queue}/importAll"), json!({"transportRequests": [1]}), 400, "transportRequests"),
    ] {
        let answer = tms.post(path, body.clone()).await;
        assert_eq!(answer.status, status, "{path} {body} {}", answer.text());
        assert!(message(&answer).contains(word), "{path} {body} {}", answer.text());
        assert!(answer.json()["errorType"].as_str().is_some_and(|kind| kind.starts_with("Ts")));
    }
    let _ = tms.post("nodes", json!({"name": "N", "importAutomatically": false})).await.expect_status(201);
    assert_eq!(tms.get("nodes").await["nodes"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn fields_of_forms_without_an_effect_are_refused_by_name() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({"targets": [{"contentType": "MTA", "destinationName": "d"}]})).await;
    let file = || Form::new().part("file", Part::bytes(b"x".to_vec()).file_name("a.bin"));
    let descriptors = format!("nodes/{node}/mtaExtDescriptors");
    for (path, form, word) in [
        ("files/upload", file().text("retention", "7"), "retention"),
        ("files/upload", file().part("file", Part::bytes(b"y".to_vec()).file_name("b.bin")), "more than one file"),
        (descriptors.as_str(), file().text("mtaID", "shop"), "mtaID"),
    ] {
        let answer = tms.call("POST", path).multipart(form).send().await.expect_status(400);
        assert!(message(&answer).contains(word), "{}", answer.text());
    }
    let described = file().text("description", "of the request").text("namedUser", "ci");
    let _ = tms.call("POST", "files/upload").multipart(described).send().await.expect_status(201);
}

#[tokio::test]
async fn a_descriptor_keeps_its_version_and_description() {
    let tms = Tms::start().await;
    let node = tms.node("QA", json!({"targets": [{"contentType": "MTA", "destinationName": "d"}]})).await;
    let path = format!("nodes/{node}/mtaExtDescriptors");
    let form = |id: &str| {
        let text = format!("_schema-version: '3.1'\nID: {id}\nextends: shop\n");
        Form::new().part("file", Part::bytes(text.into_bytes()).file_name("shop.mtaext"))
    };
    let first = form("shop.one").text("mtaVersion", "1.4.2").text("description", "for one version");
    let made = tms.call("POST", &path).multipart(first).send().await.expect_status(201).json();
    let path = format!("{path}/{}", made["id"]);
    let after = tms.call("PUT", &path).multipart(form("shop.two")).send().await.expect_status(200).json();
    assert_eq!((&after["mtaVersion"], &after["description"]), (&made["mtaVersion"], &made["description"]));
    assert_eq!(after["mtaExtId"], "shop.two");
}

/// Scenario 22.
#[tokio::test]
async fn people_do_not_import_where_solution_manager_does() {
    let mut tms = Tms::start().await;
    let node = tms.node("CHARM", json!({"controlledBy": "CHARM", "virtual": true})).await;
    let request = tms.request("CHARM").await;
    let key = tms.token.clone();
    tms.token = tms.person("o@acme.example", "TransportOperator", "TmsNodesTransportOperator", "CHARM").await;
    for (operation, named) in [("import", vec![request]), ("importAll", vec![])] {
        let refused = tms.operate(node, operation, &named).await.expect_status(422);
        assert!(message(&refused).contains("controlled by SAP Solution Manager"), "{operation}");
    }
    assert_eq!(tms.status(node, request).await, "initial");
    tms.token = key;
    let _ = tms.operate(node, "import", &[request]).await.expect_status(200);
}

#[tokio::test]
async fn single_requests_are_not_imported_into_an_abap_system() {
    let tms = Tms::start().await;
    let node = tms.node("ABAP", json!({"targets": [{"contentType": "BTP_ABAP", "destinationName": "d"}]})).await;
    let body = json!({"nodeName": "ABAP", "contentType": "BTP_ABAP", "storageType": "REFERENCE", "description": "d", "entries": [{"uri": "sc:1"}]});
    let request = id(&tms.post("nodes/upload", body).await.expect_status(200).json()["transportRequestId"]);
    let refused = tms.operate(node, "import", &[request]).await.expect_status(422);
    assert!(message(&refused).contains("BTP_ABAP; import all"));
    assert_eq!(tms.status(node, request).await, "initial");
}

#[tokio::test]
async fn a_node_with_waiting_requests_stays() {
    let tms = Tms::start().await;
    let node = tms.virtual_node("V", "MANUAL").await;
    let request = tms.request("V").await;
    let path = format!("nodes/{node}");
    let refused = tms.call("DELETE", &path).send().await.expect_status(422);
    assert!(message(&refused).contains("1 transport request(s) wait in the queue of node 'V'"));
    tms.import_all(node).await;
    let _ = tms.operate(node, "reset", &[request]).await.expect_status(204);
    let _ = tms.call("DELETE", &path).send().await.expect_status(422);
    let _ = tms.operate(node, "remove", &[request]).await.expect_status(204);
    let _ = tms.call("DELETE", &path).send().await.expect_status(204);
}

/// A wrong address is told when it is saved, whichever of the two is saved last, and however little is said.
#[tokio::test]
async fn a_target_that_cannot_be_deployed_to_is_refused_when_the_node_is_saved() {
    let tms = Tms::start().await;
    let at = |name: &'static str, url: &'static str| tms.destination_at(name, url, "u", "p");
    at("good", "https://deploy-service.cf.eu10.example.com/slprot/org/space/slp").await;
    at("half", "https://deploy-service.cf.eu10.example.com").await;
    at("api", "https://api.cf.eu10.example.com").await;
    let strange = json!({"Name": "saml", "Type": "HTTP", "ProxyType": "Internet", "Authentication": "SAMLAssertion",
        "URL": "https://deploy-service.cf.eu10.example.com/slprot/org/space/slp"});
    tms.destination_of(&strange).await;
    let mta = |destination: &str| json!([{"contentType": "MTA", "destinationName": destination}]);
    let node = tms.node("QA", json!({"targets": mta("good")})).await;
    let app = tms.node("APP", json!({"targets": [{"contentType": "APP", "destinationName": "half"}]})).await;
    for (destination, word) in
        [("half", "/slprot/<org>/<space>/slp"), ("api", "Cloud Foundry"), ("saml", "SAMLAssertion")]
    {
        let refused = tms.post("nodes", json!({"name": "N", "targets": mta(destination)})).await.expect_status(422);
        assert!(message(&refused).contains(word), "{}", refused.text());
        let small = json!({"targets": [{"destinationName": destination}]});
        let refused = put(&tms, &format!("nodes/{node}"), small).await.expect_status(422);
        assert!(message(&refused).contains(word), "{}", refused.text());
    }
    let refused = put(&tms, &format!("nodes/{app}"), json!({"targets": [{"contentType": "MTA"}]})).await;
    assert!(message(&refused.expect_status(422)).contains("/slprot/<org>/<space>/slp"));
    assert_eq!(tms.get(&format!("nodes/{node}")).await["targets"][0]["destinationName"], "good");
}
