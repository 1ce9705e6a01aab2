//! The Content Agent: exports as different clients ask for them, and what they come to.

use super::land;
use super::landscape::{self, landscape, text};
use model::ActivityId;
use model::activity::ActivityState;
use serde_json::{Value, json};
use testkit::TestApp;

const STATES: [&str; 5] = ["INITIAL", "RUNNING", "FINISHED", "ERROR", "ABORTED"];

async fn package(landscape: &landscape::Landscape<'_>) -> String {
    landscape.dev.package("P").await;
    for flow in ["F1", "F2", "F3", "F4", "F5"] {
        landscape.dev.flow("P", flow).await;
    }
    landscape.resource_id("P").await
}

fn piper(resource_id: &str) -> Value {
    json!({"id": 4711, "requestor": "MonitoringTeam", "version": "1.0.0", "exportMode": "TransportManagementService",
        "exportMediaType": "MTAR", "description": "This is for monitoring purpose", "contentResources": [{
            "id": "P", "resourceID": resource_id, "contentType": "d9c3fe08ceeb47a2991e53049f2ed766",
            "type": "CloudIntegration", "subType": "package", "name": "P", "version": "1.0.0"}]})
}

fn minimal(resource_id: &str) -> Value {
    json!({"id": "export_P", "exportMode": "download", "exportMediaType": "MTAR", "contentResources": [{
        "id": "P", "resourceID": resource_id, "type": "Cloud Integration", "subType": "package", "name": "P"}]})
}

#[tokio::test]
async fn a_piper_export_ends_in_the_queue_behind_the_source_node() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let body = piper(&resource_id);
    let started =
        landscape.agent("POST", "/contentResources/export").json(&body).send().await.expect_status(202).json();
    assert_eq!(
        (&started["state"], &started["id"], &started["processType"]),
        (&json!("INITIAL"), &json!(4711), &json!("EXPORT"))
    );
    let process = started["processId"].as_str().unwrap().to_owned();
    app.run_jobs().await;
    let ended = landscape.agent("GET", &format!("/operations/{process}?messages=true")).good().await;
    assert_eq!(ended["state"], "FINISHED", "{ended}");
    let config = landscape.config(&ended).await;
    let request = config["transportRequestID"].as_i64().unwrap();
    assert!(text(&ended).contains(&format!("trId {request}")), "{ended}");
    assert_eq!(config["trStatus"]["nodes"][0]["name"], "TEST");
    let queue = landscape.queue("TEST").await;
    assert_eq!((queue.len(), &queue[0]["id"], &queue[0]["origin"]), (1, &json!(request), &json!("DEV")));
    assert_eq!(queue[0]["description"], "This is for monitoring purpose");
    assert!(landscape.queue("DEV").await.is_empty(), "export, not upload");
    let (checked, _) = landscape.archive(&ended).await;
    assert_eq!(checked.descriptor.id, "cpi.P");
    assert_eq!(checked.descriptor.version, "1.0.0-20260504080000");
}

#[tokio::test]
async fn a_download_is_found_by_activity_and_by_process() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    landscape.destination("CloudIntegration").await;
    let resource_id = package(&landscape).await;
    let ended = landscape.export(&minimal(&resource_id)).await;
    assert_eq!(ended["state"], "FINISHED", "{ended}");
    let by_activity = format!("/operations/{}?messages=true", ended["activityId"].as_str().unwrap());
    assert_eq!(landscape.agent("GET", &by_activity).good().await, ended);
    let (checked, mut archive) = landscape.archive(&ended).await;
    let package = checked.package(&mut archive, "P").unwrap();
    assert_eq!((package.id.as_str(), package.artifacts.len()), ("P", 5));
    let wrong = format!("/operations/{}/file/other", ended["activityId"].as_str().unwrap());
    landscape.agent("GET", &wrong).send().await.expect_status(404);
}

#[tokio::test]
async fn states_are_only_those_that_every_client_knows() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let good = landscape.export(&piper(&resource_id)).await;
    let mut wrong = piper(&resource_id);
    wrong["sourceNode"] = json!("dev");
    let bad = landscape.export(&wrong).await;
    for operation in [good, bad] {
        assert!(STATES.contains(&operation["state"].as_str().unwrap()), "{operation}");
    }
}

#[tokio::test]
async fn a_draft_fails_the_export_and_is_named() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let flow = "IntegrationDesigntimeArtifacts(Id='F2',Version='active')";
    landscape.dev.call("PUT", flow).json(&json!({"Name": "Flow Two"})).send().await.expect_status(200);
    let ended = landscape.export(&piper(&resource_id)).await;
    assert_eq!(ended["state"], "ERROR");
    assert!(text(&ended).contains("{Type=IFlow, Name=Flow Two}"), "{ended}");
    let id = ended["processId"].as_str().unwrap();
    let logs = landscape.agent("GET", &format!("/operations/{id}/logs")).send().await.expect_status(200);
    assert!(logs.json()["logs"].as_array().unwrap().iter().any(|line| line["type"] == "ERROR"));
    assert!(landscape.queue("TEST").await.is_empty());
}

#[tokio::test]
async fn an_unknown_node_leaves_neither_request_nor_file() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let mut body = piper(&resource_id);
    body["sourceNode"] = json!("dev");
    let ended = landscape.export(&body).await;
    assert_eq!(ended["state"], "ERROR");
    assert!(text(&ended).contains("'dev'") && text(&ended).contains("DEV, TEST, PROD"), "{ended}");
    let files: engine::Result<Vec<i64>> =
        app.cx.db.read(async move |tx| Ok(tx.query("select id from file", store::Params::default()).await?)).await;
    assert!(files.unwrap().is_empty());
    body["sourceNode"] = json!("PROD");
    let ended = landscape.export(&body).await;
    assert!(text(&ended).contains("does not allow uploads"), "{ended}");
}

#[tokio::test]
async fn a_guid_of_another_package_is_refused_at_once() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    package(&landscape).await;
    let refused = landscape.agent("POST", "/contentResources/export").json(&piper("0123456789abcdef")).send().await;
    assert!(refused.expect_status(400).text().contains("does not belong to package 'P'"));
    let wrong = landscape.agent("POST", "/contentResources/export").json(&json!({"contentResources": []})).send().await;
    wrong.expect_status(400);
    landscape.agent("POST", "/contentResources/export").body("application/json", "{").send().await.expect_status(400);
    let none = landscape.agent("GET", "/activities").good().await;
    assert_eq!(none, json!({"count": 0, "activities": []}));
}

#[tokio::test]
async fn selected_components_make_a_package_with_exactly_those() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let resources = landscape.agent("GET", "/contentResources?filters=type eq 'Cloud Integration'").good().await;
    let components = resources["contentResources"][0]["components"].as_array().unwrap();
    let guid = components.iter().find(|part| part["name"] == "F1").unwrap()["id"].clone();
    let mut body = minimal(&resource_id);
    body["contentResources"][0]["components"] = json!([
        {"id": guid, "name": "Display Name", "type": "Integration Flow", "selected": true},
        {"id": "unknown", "name": "F3", "type": "IFlow", "selected": true},
        {"id": "x", "name": "F4", "type": "IFlow", "selected": false},
    ]);
    let ended = landscape.export(&body).await;
    assert_eq!(ended["state"], "FINISHED", "{ended}");
    let (checked, mut archive) = landscape.archive(&ended).await;
    let package = checked.package(&mut archive, "P").unwrap();
    let ids: Vec<&str> = package.artifacts.iter().map(|artifact| artifact.unique_id.as_str()).collect();
    assert_eq!(ids, ["F1", "F3"]);
    let test = land::tenant(&app, "test").await;
    let zip =
        testkit::mta::write_package(Vec::new(), &package, &testkit::mta::Selection::All, testkit::mta::Stamp::FIXED);
    test.import(&zip.unwrap()).await.expect_status(201);
    let list = test.get("IntegrationPackages('P')/IntegrationDesigntimeArtifacts").good().await;
    assert_eq!(land::results(&list).len(), 2);
}

#[tokio::test]
async fn two_packages_and_a_destination_are_one_archive_with_three_modules() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    landscape.dev.package("Q").await;
    landscape.dev.flow("Q", "G").await;
    let mut body = minimal(&resource_id);
    body["contentResources"][0]["mtaDescriptorSpecific"] = json!({"deployed-after": ["Q"]});
    let more =
        [json!({"id": "Q", "type": "Cloud Integration"}), json!({"id": "CloudIntegration", "type": "Destination"})];
    body["contentResources"].as_array_mut().unwrap().extend(more);
    let ended = landscape.export(&body).await;
    assert_eq!(ended["state"], "FINISHED", "{ended}");
    let (checked, _) = landscape.archive(&ended).await;
    assert_eq!(checked.descriptor.modules.len(), 3);
    assert_eq!(checked.descriptor.modules[0].deployed_after, ["Q"]);
    let written = checked.descriptor.write();
    assert!(written.contains("CloudIntegration") && !written.contains("clientSecret"), "{written}");
}

#[tokio::test]
async fn resources_are_filtered_by_type() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    package(&landscape).await;
    let list = |filter: &str| landscape.agent("GET", &format!("/contentResources{filter}")).good();
    let kinds = |list: &Value| -> Vec<String> {
        let all = list["contentResources"].as_array().unwrap();
        all.iter().map(|one| one["type"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&list("").await).len(), 4);
    assert_eq!(kinds(&list("?filters=type eq 'Cloud Integration'").await), ["Cloud Integration"]);
    assert_eq!(kinds(&list("?filters=type eq 'CloudIntegration'").await), ["Cloud Integration"]);
    assert_eq!(kinds(&list("?filters=(type eq 'Cloud Integration') or (type eq 'Destination')").await).len(), 4);
    landscape.agent("GET", "/contentResources?filters=type eq").send().await.expect_status(400);
}

#[tokio::test]
async fn activities_are_listed_by_requestor_and_stay_in_their_subaccount() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let ended = landscape.export(&piper(&resource_id)).await;
    landscape.export(&minimal(&resource_id)).await;
    let all = landscape.agent("GET", "/activities").good().await;
    assert_eq!((&all["count"], all["activities"].as_array().unwrap().len()), (&json!(2), 2));
    let one = landscape.agent("GET", "/activities?filters=requestor eq 'MonitoringTeam'&top=5").good().await;
    assert_eq!((&one["count"], &one["activities"][0]["state"]), (&json!(1), &json!("FINISHED")));
    assert!(one["activities"][0]["transportInfo"]["id"].is_i64());
    landscape.agent("GET", "/activities?filters=state eq 'ERROR'").send().await.expect_status(400);
    let other = land::tenant(&app, "other").await;
    let stranger = land::client_token(&app, "other", other.zone, "content-agent", &[]).await;
    let path = format!("/content-agent/v1/operations/{}", ended["activityId"].as_str().unwrap());
    app.get(&path).bearer(&stranger).send().await.expect_status(404);
    app.get(&path).send().await.expect_status(401);
    app.get(&path).bearer(&landscape.dev.token).send().await.expect_status(403);
}

#[tokio::test]
async fn a_missing_destination_is_told_by_name() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    let resource_id = package(&landscape).await;
    let ended = landscape.export(&minimal(&resource_id)).await;
    assert_eq!(ended["state"], "ERROR");
    assert!(text(&ended).contains("destination 'CloudIntegration' does not exist"), "{ended}");
    let ended = landscape.export(&piper(&resource_id)).await;
    assert!(text(&ended).contains("destination 'TransportManagementService' does not exist"), "{ended}");
}

#[tokio::test]
async fn the_root_asks_for_a_token() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    for path in ["/content-agent", "/content-agent/", "/content-agent/v2/x"] {
        app.get(path).send().await.expect_status(401);
        app.get(path).bearer(&landscape.agent).send().await.expect_status(404);
    }
}

/// A crash between the request and the saving of its answer: the job comes again, and finds the request in the queue.
#[tokio::test]
async fn an_interrupted_hand_over_makes_no_second_request() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let ended = landscape.export(&piper(&resource_id)).await;
    let id: ActivityId = ended["activityId"].as_str().unwrap().parse().unwrap();
    let request = landscape.config(&ended).await["transportRequestID"].clone();
    let now = app.cx.now();
    let again: engine::Result<()> = app
        .cx
        .db
        .write(async move |tx| {
            let mut row = store::activity::find(tx, id).await?.expect("the activity");
            (row.detail.request, row.detail.request_url) = (None, None);
            (row.state, row.ended_at) = (ActivityState::Running, None);
            store::activity::save(tx, &row).await?;
            // As an older version left it, which did not say how far it had come.
            let export: model::activity::Export = serde_json::from_value(json!({"activity": id}))?;
            engine::work::order(tx, &export, now).await
        })
        .await;
    again.unwrap();
    app.run_jobs().await;
    let config = landscape.config(&ended).await;
    assert_eq!(config["transportRequestID"], request);
    assert_eq!(landscape.queue("TEST").await.len(), 1);
}

#[tokio::test]
async fn what_clients_send_as_null_or_without_a_type_is_taken_and_refusals_are_json() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    landscape.destination("CloudIntegration").await;
    let resource_id = package(&landscape).await;
    let mut body = minimal(&resource_id);
    body["contentResources"][0]["components"] = json!(null);
    body["contentResources"][0]["dependencies"] = json!(null);
    body["contentResources"][0]["mtaDescriptorSpecific"] = json!({"deployed-after": null});
    body["description"] = json!(null);
    let text = body.to_string();
    let started = landscape.agent("POST", "/contentResources/export").body("text/plain", text).send().await;
    assert_eq!(started.expect_status(202).json()["state"], "INITIAL");
    let bad = landscape.agent("GET", "/activities?top=abc").send().await.expect_status(400).json();
    assert!(bad["error"]["message"].as_str().unwrap().contains("top"), "{bad}");
    for body in ["", "{", "7"] {
        let bad = landscape.agent("POST", "/contentResources/export").body("application/json", body).send().await;
        assert!(bad.expect_status(400).json()["error"]["message"].is_string());
    }
}

/// Log-in names are longer than what transport management takes as the owner.
#[tokio::test]
async fn a_user_with_a_long_name_owns_the_request_under_the_beginning_of_it() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let mut body = piper(&package(&landscape).await);
    let name = "ü".repeat(70);
    body["transportUser"] = json!(name);
    let ended = landscape.export(&body).await;
    assert_eq!(ended["state"], "FINISHED", "{ended}");
    assert!(text(&ended).contains("cut at 60 characters"), "{ended}");
    assert_eq!(landscape.queue("TEST").await[0]["createdByNamedUser"], json!("ü".repeat(60)));
}

#[tokio::test]
async fn what_is_named_twice_is_refused_before_anything_is_read() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let mut body = piper(&package(&landscape).await);
    let again = json!({"id": "P", "type": "Cloud Integration"});
    body["contentResources"].as_array_mut().unwrap().push(again);
    let refused = landscape.agent("POST", "/contentResources/export").json(&body).send().await.expect_status(400);
    assert!(refused.text().contains("'P' is named twice"), "{}", refused.text());
    assert_eq!(landscape.agent("GET", "/activities").good().await["count"], 0);
}

#[tokio::test]
async fn destinations_too_large_for_one_descriptor_end_the_export() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let names = ["A", "B", "C"];
    for name in names {
        let large = json!({"Name": name, "Type": "HTTP", "URL": "https://x.example", "ProxyType": "Internet",
            "Authentication": "NoAuthentication", "Description": "y".repeat(400_000)});
        landscape.write(large.as_object().unwrap()).await;
    }
    let resources: Vec<Value> = names.iter().map(|name| json!({"id": name, "type": "Destination"})).collect();
    let ended = landscape.export(&json!({"exportMode": "download", "contentResources": resources})).await;
    assert_eq!(ended["state"], "ERROR", "{ended}");
    assert!(text(&ended).contains("descriptor"), "{ended}");
}

#[tokio::test]
async fn packages_that_are_too_large_together_end_the_export() {
    let app = TestApp::start_with(|settings| settings.max_archive = 3000).await;
    let landscape = landscape(&app).await;
    let resource_id = package(&landscape).await;
    let ended = landscape.export(&minimal(&resource_id)).await;
    assert_eq!(ended["state"], "ERROR", "{ended}");
    assert!(text(&ended).contains("larger than the 3000 bytes allowed"), "{ended}");
}
