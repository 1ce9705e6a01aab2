//! The Transport action of a tenant: from the developer's click to the request in the queue.

use super::land::{self, PASSWORD};
use super::landscape::{self, Landscape, landscape};
use serde_json::{Value, json};
use testkit::{Answer, TestApp};

async fn start(landscape: &Landscape<'_>, token: &str, body: &Value) -> Answer {
    landscape.app.post("/api/v1/tenants/dev/packages/P/transports").bearer(token).json(body).send().await
}

async fn ended(landscape: &Landscape<'_>, started: &Answer) -> Value {
    landscape.app.run_jobs().await;
    let id = started.json()["activityId"].as_str().expect("an activity").to_owned();
    landscape.app.get(&format!("/api/v1/tenants/dev/activities/{id}")).bearer(&landscape.dev.token).good().await
}

async fn filled(app: &TestApp) -> Landscape<'_> {
    let landscape = landscape(app).await;
    landscape.dev.package("P").await;
    landscape.dev.flow("P", "F").await;
    landscape
}

/// A developer with the one role that no collection brings.
async fn developer(landscape: &Landscape<'_>) -> String {
    landscape.dev.collection("Transporters", "WorkspacePackagesTransport").await;
    landscape.dev.person("dora", &["PI_Integration_Developer", "Transporters"]).await;
    assert!(!PASSWORD.is_empty());
    landscape.dev.person_token("dora").await
}

#[tokio::test]
async fn a_transport_ends_in_the_queue_with_its_description_and_owner() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let dora = developer(&landscape).await;
    let body = json!({"comment": "it's the first", "propagateOwner": true});
    let started = start(&landscape, &dora, &body).await.expect_status(202);
    let activity = ended(&landscape, &started).await;
    assert_eq!((&activity["state"], &activity["startedBy"]), (&json!("FINISHED"), &json!("dora")), "{activity}");
    let queue = landscape.queue("TEST").await;
    assert_eq!(queue[0]["id"], activity["transportRequestId"]);
    assert_eq!(activity["transportRequestPlace"], json!({"subaccount": "alm", "host": null}), "{activity}");
    assert_eq!(queue[0]["description"], "P it s the first");
    assert_eq!(queue[0]["createdByNamedUser"], "dora");
    assert!(activity["messages"].to_string().contains("replaced by blanks"), "{activity}");
}

#[tokio::test]
async fn without_propagation_the_service_user_owns_the_request() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let dora = developer(&landscape).await;
    let started = start(&landscape, &dora, &json!({"comment": "x", "propagateOwner": false})).await.expect_status(202);
    ended(&landscape, &started).await;
    assert_ne!(landscape.queue("TEST").await[0]["createdByNamedUser"], "dora");
}

#[tokio::test]
async fn nothing_goes_without_a_transport_mode() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    landscape.mode(Value::Null).await;
    let refused = start(&landscape, &landscape.dev.token, &json!({"comment": "x"})).await.expect_status(409);
    assert_eq!(refused.json()["error"]["code"], "transport_mode");
    let unknown = app.request("PUT", "/api/v1/tenants/dev/transport-settings").bearer(&landscape.dev.token);
    unknown.json(&json!({"mode": "CTS"})).send().await.expect_status(400);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_in_the_envelope() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let put = || app.request("PUT", "/api/v1/tenants/dev/transport-settings").bearer(&landscape.dev.token);
    for body in ["", "{", "{\"mode\": 7}"] {
        let refused = put().body("application/json", body).send().await.expect_status(400).json();
        assert_eq!(refused["error"]["code"], "invalid", "{refused}");
    }
    let huge = put().body("application/json", vec![b' '; 3 << 20]).send().await.expect_status(413).json();
    assert_eq!(huge["error"]["code"], "too_large");
}

#[tokio::test]
async fn a_bad_comment_is_refused_before_anything_leaves() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    for comment in ["x".repeat(513), "two\nlines".to_owned(), "<b>".to_owned()] {
        let refused = start(&landscape, &landscape.dev.token, &json!({"comment": comment})).await.expect_status(400);
        assert_eq!(refused.json()["error"]["code"], "comment");
    }
    assert_eq!(landscape.agent("GET", "/activities").good().await["count"], 0);
    let longest =
        start(&landscape, &landscape.dev.token, &json!({"comment": "x".repeat(512)})).await.expect_status(202);
    let activity = ended(&landscape, &longest).await;
    assert!(activity["messages"].to_string().contains("cut at 512"), "{activity}");
    assert_eq!(landscape.queue("TEST").await[0]["description"].as_str().unwrap().len(), 512);
}

#[tokio::test]
async fn drafts_unknown_things_and_strangers_are_refused() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let none = start(&landscape, &landscape.dev.token, &json!({"artifacts": ["nope"]})).await;
    none.expect_status(404);
    let elsewhere = app.post("/api/v1/tenants/dev/packages/Q/transports").bearer(&landscape.dev.token).json(&json!({}));
    elsewhere.send().await.expect_status(404);
    let reader = land::client_token(&app, "dev", landscape.dev.zone, "it-rt", &["WorkspacePackagesRead"]).await;
    start(&landscape, &reader, &json!({})).await.expect_status(403);
    landscape.dev.flow("P", "G").await;
    let flow = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";
    landscape.dev.call("PUT", flow).json(&json!({"Name": "Draft"})).send().await.expect_status(200);
    let draft = start(&landscape, &landscape.dev.token, &json!({})).await.expect_status(422);
    assert!(draft.text().contains("{Type=IFlow, Name=Draft}"), "{}", draft.text());
    let other = start(&landscape, &landscape.dev.token, &json!({"artifacts": ["G"]})).await.expect_status(202);
    assert_eq!(ended(&landscape, &other).await["state"], "FINISHED", "the draft does not go along");
}

#[tokio::test]
async fn a_failure_of_the_agent_is_the_failure_of_the_transport() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    landscape.dev.package("P").await;
    landscape.mode(json!("TransportManagementService")).await;
    let started = start(&landscape, &landscape.dev.token, &json!({})).await.expect_status(202);
    let activity = ended(&landscape, &started).await;
    assert_eq!(activity["state"], "ERROR");
    assert!(
        activity["messages"].to_string().contains("destination 'ContentAssemblyService' does not exist"),
        "{activity}"
    );
    landscape.destination("ContentAssemblyService").await;
    let started = start(&landscape, &landscape.dev.token, &json!({})).await.expect_status(202);
    let activity = ended(&landscape, &started).await;
    assert_eq!(activity["state"], "ERROR");
    assert!(activity["messages"].to_string().contains("'TransportManagementService'"), "{activity}");
    let other = land::tenant(&app, "other").await;
    let path = format!("/api/v1/tenants/other/activities/{}", activity["activityId"].as_str().unwrap());
    app.get(&path).bearer(&other.token).send().await.expect_status(404);
}

/// An empty or misspelt setting must not turn transports off, a misspelt wish not send everything.
#[tokio::test]
async fn what_is_not_known_is_refused_by_name_and_nothing_is_reset() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let put = || app.request("PUT", "/api/v1/tenants/dev/transport-settings").bearer(&landscape.dev.token);
    for (body, word) in [(json!({}), "mode"), (json!({"mod": null}), "mod"), (json!({"mode": null, "x": 1}), "x")] {
        let refused = put().json(&body).send().await.expect_status(400);
        assert!(refused.text().contains(&format!("`{word}`")), "{body}: {}", refused.text());
    }
    let wish = json!({"artefacts": ["F"], "comment": "x"});
    let refused = start(&landscape, &landscape.dev.token, &wish).await.expect_status(400);
    assert!(refused.text().contains("artefacts"), "{}", refused.text());
    start(&landscape, &landscape.dev.token, &json!({"comment": "x"})).await.expect_status(202);
    let off = put().json(&json!({"mode": null})).send().await.expect_status(200).json();
    assert_eq!(off, json!({"mode": null}));
}
