//! Our own API: what is described is what is served, and what is refused is refused in one envelope.

use serde_json::{Value, json};
use server::api::ropeway::document::document;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use testkit::TestApp;

const SESSION: &str = "/api/v1/session";
const DESCRIPTION: &str = "/api/v1/openapi.json";
const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

fn described() -> Value {
    serde_json::to_value(document()).unwrap()
}

/// Method, path and description of every operation.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let all = paths.flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter().filter(|(method, _)| METHODS.contains(&method.as_str()));
        methods.map(|(method, one)| (method.to_uppercase(), path.clone(), one.clone()))
    });
    all.collect()
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[tokio::test]
async fn every_described_operation_is_served_and_asks_for_a_token() {
    let app = TestApp::start().await;
    let all = operations(&described());
    assert!(all.len() >= 18, "only {} operations", all.len());
    for (method, path, one) in all {
        let real = path.replace(['{', '}'], "");
        let answer = app.request(&method, &real).send().await;
        if path == DESCRIPTION {
            assert_eq!((answer.status, one["security"].clone()), (200, json!([{}])));
            continue;
        }
        assert_eq!(answer.status, 401, "{method} {path}: {}", answer.text());
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        let of_page = path == SESSION && one["security"] == json!([{ "session": [] }]);
        let described = one["responses"]["401"].is_object() && (of_page || one["security"].is_null());
        assert!(described, "{method} {path}: {one}");
    }
}

/// The router is made of the described routes; this finds a route that was added beside it.
#[test]
fn no_route_of_this_api_is_made_elsewhere() {
    let ours = project("crates/server/src/api/ropeway");
    for file in sources(&project("crates/server/src")) {
        let text = fs::read_to_string(&file).unwrap();
        let plain = text.lines().filter(|line| line.contains(".route(")).filter(|line| !line.contains("{*rest}"));
        let wrong: Vec<&str> = match file.starts_with(&ours) {
            true => plain.collect(),
            false => text.lines().filter(|line| line.contains("route(\"/api/v1/")).collect(),
        };
        assert!(wrong.is_empty(), "{}: {wrong:?}: describe it with utoipa::path and routes!", file.display());
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

#[test]
fn the_committed_document_is_the_present_one() {
    let committed = fs::read_to_string(project("apis/ropeway/openapi.json")).unwrap_or_default();
    let present = document().to_pretty_json().unwrap();
    assert!(
        committed.trim_end() == present,
        "apis/ropeway/openapi.json is not what the code says. If the change is meant, and breaks nobody who calls the \
         API, take it over with:\n  cargo run -- openapi > apis/ropeway/openapi.json\nand commit it. First difference: {}",
        first_difference(&committed, &present)
    );
}

fn first_difference(committed: &str, present: &str) -> String {
    let pairs = committed.lines().zip(present.lines());
    let different = pairs.enumerate().find(|(_, (a, b))| a != b);
    different.map_or("one is longer".to_owned(), |(line, (a, b))| format!("line {}: `{a}` is `{b}` now", line + 1))
}

#[test]
fn the_list_of_operations_is_that_of_the_document() {
    let listed = fs::read_to_string(project("apis/ropeway/operations.txt")).unwrap();
    let listed = listed.lines().map(|line| line.split('#').next().unwrap().trim()).filter(|line| !line.is_empty());
    let described = operations(&described());
    let described = described.iter().map(|(method, path, _)| format!("{method} {path}"));
    assert_eq!(listed.map(str::to_owned).collect::<BTreeSet<_>>(), described.collect::<BTreeSet<_>>());
}

#[test]
fn everything_is_explained() {
    let document = described();
    let mut names = BTreeSet::new();
    for (method, path, one) in operations(&document) {
        assert!(one["summary"].as_str().is_some_and(|text| text.ends_with('.')), "{method} {path} has no summary");
        assert!(
            names.insert(one["operationId"].as_str().unwrap().to_owned()),
            "{method} {path}: its id is not its own"
        );
        for parameter in one["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{method} {path}: {parameter}");
        }
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema["description"].is_string(), "{name} has no description");
        // One that begins with another has its own part beside it; a word has no fields.
        let own = schema["allOf"].as_array().into_iter().flatten().map(|part| &part["properties"]);
        let fields = own.chain([&schema["properties"]]).filter_map(serde_json::Value::as_object).flatten();
        for (field, schema) in fields {
            // Of an object that may be missing it stands beside the reference.
            let said = schema["description"].is_string() || schema["oneOf"][0]["description"].is_string();
            assert!(said, "{name}.{field} has no description: {schema}");
        }
    }
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
}

#[tokio::test]
async fn the_served_document_carries_the_address_of_the_server() {
    let app = TestApp::start().await;
    let served = app.get(DESCRIPTION).good().await;
    assert_eq!(served["servers"], json!([{ "url": app.url }]));
    assert_eq!(served["paths"], described()["paths"]);
}

#[tokio::test]
async fn whatever_is_refused_has_the_envelope() {
    let app = TestApp::start().await;
    let nowhere = app.get("/api/v1/nothing/here").send().await.expect_status(404);
    assert_eq!(nowhere.json()["error"]["code"], "unknown_route");
    let method = app.request("PATCH", "/api/v1/alm/a/features").send().await.expect_status(405);
    assert_eq!(method.json()["error"]["code"], "wrong_method");
    assert!(method.header("allow").is_some_and(|allowed| allowed.contains("POST")), "{:?}", method.headers);
    let forged = app.get("/api/v1/alm/a/features").bearer("x.y.z").send().await.expect_status(401);
    assert!(forged.json()["error"]["message"].is_string());
    for refused in [nowhere, method, forged] {
        let id = refused.json()["error"]["correlationId"].clone();
        assert_eq!(
            id.as_str(),
            refused.header("x-correlation-id"),
            "the id of the log is in the body and in the header"
        );
    }
}
