//! One thing after the other is broken in a finished landscape: the check names the step, the cause and the fix.

use super::Ground;
use crate::kit::{Api, Sent};
use serde_json::{Value, json};
use std::fs;

const DESTINATIONS: &str = "/destination-configuration/v1/subaccountDestinations";

impl Ground {
    /// These steps are not done, each for a reason and with a fix that has the word; all others are.
    #[track_caller]
    fn broken(&self, wanted: &[(usize, &str, &str)]) {
        let steps = self.steps();
        for (number, step) in steps.iter().enumerate() {
            let bad = matches!(step["status"].as_str(), Some("missing" | "wrong"));
            let Some((_, status, word)) = wanted.iter().find(|(one, ..)| *one == number) else {
                assert!(!bad, "{number} is broken, too: {step}");
                continue;
            };
            assert_eq!(step["status"], *status, "{number}: {step}");
            assert!(step["saw"].as_str().unwrap().contains(word), "{number}: no '{word}' in {step}");
            assert!(step["fix"].as_str().is_some_and(|fix| !fix.is_empty()), "{number}: {step}");
        }
    }

    /// Changes a JSON file, has the check look, and puts the file back.
    #[track_caller]
    fn with_file(&self, name: &str, change: impl FnOnce(&mut Value), wanted: &[(usize, &str, &str)]) {
        let path = self.out().join(name);
        let kept = fs::read(&path).unwrap();
        let mut value = self.read(name);
        change(&mut value);
        fs::write(&path, value.to_string()).unwrap();
        self.broken(wanted);
        fs::write(&path, kept).unwrap();
    }
}

async fn put(api: &Api, path: &str, body: &Value) {
    api.call("PUT", path, Sent::Json(body)).await.unwrap().good(path);
}

async fn find(api: &Api, path: &str, list: &str, name: &str) -> Value {
    let seen = api.get(path).await.unwrap();
    let all = if list.is_empty() { &seen } else { &seen[list] };
    let found = all.as_array().unwrap().iter().find(|one| one["name"] == name || one["Name"] == name);
    found.unwrap_or_else(|| panic!("no {name} in {seen}")).clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_broken_thing_is_named() {
    let ground = Ground::start(&[]);
    assert_eq!(super::code(&ground.run(&[])), 0);
    ground.broken(&[]);
    keys(&ground);
    source_destinations(&ground).await;
    target_destinations(&ground).await;
    nodes_and_routes(&ground).await;
}

fn keys(ground: &Ground) {
    let spoil = |key: &mut Value| key["uaa"]["clientsecret"] = json!("spoilt");
    let no_token = "the key transport gives no token";
    let steps = [6, 7, 37, 38, 39, 40, 41, 45, 47, 48, 52, 53];
    ground.with_file("keys/transport.json", spoil, &steps.map(|step| (step, "wrong", no_token)));
    let forget = |key: &mut Value| drop(key["oauth"].as_object_mut().unwrap().remove("clientid"));
    ground.with_file(
        "keys/it-rt-dev.json",
        forget,
        &[(11, "wrong", "keys/it-rt-dev.json has nothing at /oauth/clientid")],
    );
    let elsewhere = |l: &mut Value| l["subaccounts"][2]["guid"] = json!("00000000-0000-4000-8000-000000000000");
    ground.with_file("landscape.json", elsewhere, &[(0, "missing", "cpi-test")]);
    let rename = |l: &mut Value| l["nodes"][1]["name"] = json!("QA");
    ground.with_file("landscape.json", rename, &[(38, "missing", "there is no node QA; there are DEV, TEST, PROD")]);
    let wrong = |l: &mut Value| l["people"][1]["password"] = json!("spoilt");
    ground.with_file("landscape.json", wrong, &[(8, "wrong", "cannot log in"), (9, "wrong", "cannot log in")]);
}

async fn source_destinations(ground: &Ground) {
    let api = ground.client("destination-dev", "uri").await;
    let pass = find(&api, DESTINATIONS, "", "TransportManagementService").await;
    let mut other = pass.clone();
    other.as_object_mut().unwrap().remove("sourceSystemId");
    other["sourcesystemid"] = json!("DEV");
    put(&api, DESTINATIONS, &other).await;
    let spelled = "spelled sourcesystemid";
    let changed = ground.steps();
    assert_eq!(
        (&changed[31]["status"], changed[31]["saw"].as_str().unwrap().contains(spelled)),
        (&json!("wrong"), true)
    );
    assert!(changed[31]["fix"].as_str().unwrap().contains("sourceSystemId"), "{}", changed[31]);
    put(&api, DESTINATIONS, &pass).await;

    let agent = find(&api, DESTINATIONS, "", "ContentAssemblyService").await;
    let mut secret = agent.clone();
    secret["clientSecret"] = json!("spoilt");
    put(&api, DESTINATIONS, &secret).await;
    ground.broken(&[(13, "wrong", "give no token"), (42, "wrong", "ContentAssemblyService")]);
    let path = format!("{DESTINATIONS}/ContentAssemblyService");
    api.call("DELETE", &path, Sent::Nothing).await.unwrap().good(&path);
    ground
        .broken(&[(13, "missing", "no destination ContentAssemblyService"), (42, "missing", "ContentAssemblyService")]);
    api.post(DESTINATIONS, &agent).await.unwrap();
    ground.broken(&[]);
}

async fn target_destinations(ground: &Ground) {
    let api = ground.client("destination-alm", "uri").await;
    let test = find(&api, DESTINATIONS, "", "CPI_TEST_CF").await;
    let mut password = test.clone();
    password["Password"] = json!("spoilt");
    put(&api, DESTINATIONS, &password).await;
    ground.broken(&[(36, "wrong", "does not let deploy.user@ropeway.example in")]);
    let mut domain = test.clone();
    domain["URL"] = json!("http://127.0.0.1:9/slprot/o/s/slp");
    put(&api, DESTINATIONS, &domain).await;
    ground.broken(&[(35, "wrong", "http://127.0.0.1:9/public/ping"), (36, "wrong", "http://127.0.0.1:9")]);
    let path = format!("{DESTINATIONS}/CPI_TEST_CF");
    api.call("DELETE", &path, Sent::Nothing).await.unwrap().good(&path);
    let gone = "no destination CPI_TEST_CF, which the node TEST uses";
    ground.broken(&[33, 34, 35, 36].map(|step| (step, "missing", gone)));
    api.post(DESTINATIONS, &test).await.unwrap();
    ground.broken(&[]);
}

async fn nodes_and_routes(ground: &Ground) {
    let api = ground.client("transport", "uri").await;
    let route = find(&api, "/v2/routes", "routes", "TEST_PROD").await;
    let path = format!("/v2/routes/{}", route["id"]);
    api.call("DELETE", &path, Sent::Nothing).await.unwrap().good(&path);
    let steps = ground.steps();
    assert_eq!(steps[39]["status"], "missing");
    assert_eq!(steps[39]["saw"], "no route leads to the node PROD");
    assert!(steps[39]["fix"].as_str().unwrap().contains("to PROD"));
    let body =
        json!({ "name": "TEST_PROD", "sourceNodeId": route["sourceNodeId"], "targetNodeId": route["targetNodeId"] });
    api.post("/v2/routes", body).await.unwrap();
    ground.broken(&[]);

    let mut node = find(&api, "/v2/nodes", "nodes", "DEV").await;
    let path = format!("/v2/nodes/{}", node["id"]);
    node["name"] = json!("DEVELOPMENT");
    put(&api, &path, &node).await;
    let steps = ground.steps();
    for (number, word) in
        [(37, "there is no node DEV; there are DEVELOPMENT, TEST, PROD"), (38, "no node DEV"), (42, "DEV")]
    {
        assert_eq!(steps[number]["status"], "missing", "{}", steps[number]);
        assert!(steps[number]["saw"].as_str().unwrap().contains(word), "{}", steps[number]);
    }
    node["name"] = json!("DEV");
    node["forwardMode"] = json!("MANUAL");
    put(&api, &path, &node).await;
    ground.broken(&[(40, "wrong", "DEV forwards manually")]);
}
