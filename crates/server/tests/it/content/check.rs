//! The configuration check: one line per thing, and what to do.

use super::landscape::{self, DESTINATIONS, Landscape, landscape};
use serde_json::{Value, json};
use testkit::TestApp;

async fn check(landscape: &Landscape<'_>) -> Vec<Value> {
    let path = "/api/v1/tenants/dev/configuration-check";
    let answer = landscape.app.post(path).bearer(&landscape.dev.token).json(&Value::Null).good().await;
    answer.as_array().expect("a list").clone()
}

fn of<'a>(lines: &'a [Value], check: &str) -> &'a Value {
    lines.iter().find(|line| line["check"] == check).unwrap_or_else(|| panic!("no {check} in {lines:?}"))
}

#[tokio::test]
async fn everything_is_fine() {
    let app = TestApp::start().await;
    let lines = check(&landscape(&app).await).await;
    assert!(lines.iter().all(|line| line["state"] == "ok"), "{lines:#?}");
    for name in DESTINATIONS {
        of(&lines, name);
    }
    assert_eq!(of(&lines, "Transport landscape")["text"], "the way is DEV -> TEST -> PROD");
}

#[tokio::test]
async fn what_is_missing_is_named_with_a_fix() {
    let app = TestApp::start().await;
    let lines = check(&landscape::bare(&app).await).await;
    for name in DESTINATIONS {
        let line = of(&lines, name);
        assert_eq!((&line["state"], &line["code"]), (&json!("missing"), &json!("not-found")));
        assert!(line["fix"].as_str().unwrap().contains(name));
    }
    assert_eq!(of(&lines, "Transport mode")["state"], "missing");
}

#[tokio::test]
async fn a_node_in_the_wrong_case_fails_that_line_only() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let mut properties = landscape.properties("TransportManagementService").await;
    properties["sourceSystemId"] = json!("dev");
    landscape.write(&properties).await;
    let lines = check(&landscape).await;
    let line = of(&lines, "Source node");
    assert_eq!((&line["state"], &line["code"]), (&json!("missing"), &json!("source-node")));
    assert!(line["fix"].as_str().unwrap().contains("'DEV'"), "{line}");
    for name in DESTINATIONS {
        assert_eq!(of(&lines, name)["state"], "ok");
    }
}

#[tokio::test]
async fn a_misspelt_property_wrong_credentials_and_an_empty_address_are_told_apart() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let mut misspelt = landscape.properties("TransportManagementService").await;
    misspelt.remove("sourceSystemId");
    misspelt.insert("SourceSystemId".to_owned(), json!("DEV"));
    landscape.write(&misspelt).await;
    let mut wrong = landscape.properties("CloudIntegration").await;
    wrong["clientSecret"] = json!("wrong");
    landscape.write(&wrong).await;
    let mut gone = landscape.properties("ContentAssemblyService").await;
    gone["URL"] = json!("http://127.0.0.1:1/content-agent");
    landscape.write(&gone).await;
    let lines = check(&landscape).await;
    let transport = of(&lines, "TransportManagementService");
    assert_eq!((&transport["state"], &transport["code"]), (&json!("misconfigured"), &json!("source-system-spelling")));
    assert_eq!(of(&lines, "CloudIntegration")["state"], "unauthorized");
    assert_eq!(of(&lines, "ContentAssemblyService")["state"], "unreachable");
}

#[tokio::test]
async fn a_way_that_splits_is_a_warning() {
    let app = TestApp::start().await;
    let landscape = landscape(&app).await;
    let nodes = landscape.tms("GET", "/v2/nodes").good().await;
    let dev = nodes["nodes"].as_array().unwrap().iter().find(|n| n["name"] == "DEV").unwrap()["id"].as_i64().unwrap();
    let other = landscape.node("SIDE", false).await;
    landscape.route(dev, other).await;
    let lines = check(&landscape).await;
    assert_eq!(of(&lines, "Transport landscape")["code"], "not-linear");
}
