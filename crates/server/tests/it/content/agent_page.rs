//! The Content Agent over `/api/v1`, as the page uses it.

use super::configuration::flow_with;
use super::land;
use super::landscape::{self, Landscape, landscape};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::Caller;
use engine::platform::entitlement::{self, Assigning};
use engine::platform::subscription;
use model::SubaccountId;
use model::account::quota;
use serde_json::{Map, Value, json};
use std::io::Cursor;
use testkit::mta::{self, Archive, Bundle, Limits};
use testkit::{Request, TestApp};

const MODEL: &str = "src/main/resources/scenarioflows/integrationflow/F.iflw";

fn call(landscape: &Landscape<'_>, method: &str, path: &str) -> Request {
    let path = format!("/api/v1/subaccounts/dev/content-agent{path}");
    landscape.app.request(method, &path).bearer(&landscape.agent)
}

async fn see(landscape: &Landscape<'_>, path: &str) -> Value {
    call(landscape, "GET", path).good().await
}

/// Two packages: a flow of the first one needs a script collection of the second one, and one that nobody has.
async fn filled(app: &TestApp) -> Landscape<'_> {
    let landscape = landscape(app).await;
    let dev = &landscape.dev;
    for package in ["P", "Shared"] {
        dev.package(package).await;
    }
    dev.flow("P", "G").await;
    let step = |id: &str| format!("<p><key>scriptBundleId</key><value>{id}</value></p>");
    let model = format!("<d>{}{}</d>", step("Scripts"), step("Gone"));
    let files = [(MODEL.to_owned(), Some(model.into_bytes()))].into();
    let bytes = Bundle::open(&flow_with("F", &[])).expect("a bundle").with_files(&files).expect("a bundle");
    let flow = json!({"Id": "F", "Name": "Flow", "PackageId": "P", "ArtifactContent": STANDARD.encode(bytes)});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&flow).send().await.expect_status(201);
    let scripts = json!({"Id": "Scripts", "Name": "Scripts", "PackageId": "Shared"});
    dev.call("POST", "ScriptCollectionDesigntimeArtifacts").json(&scripts).send().await.expect_status(201);
    landscape
}

async fn export(landscape: &Landscape<'_>, body: &Value) -> Value {
    let started = call(landscape, "POST", "/exports").json(body).send().await.expect_status(202).json();
    landscape.app.run_jobs().await;
    see(landscape, &format!("/activities/{}", started["activityId"].as_str().expect("an id"))).await
}

fn keys(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap_or_else(|| panic!("no items: {page}"));
    items.iter().map(|one| format!("{}/{}", one["type"].as_str().unwrap(), one["id"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn what_can_be_exported_is_found_and_comes_in_pages() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = see(&landscape, &format!("/resources?limit=2&after={}", after.replace(' ', "%20"))).await;
        seen.extend(keys(&page));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    let destinations = ["CloudIntegration", "ContentAssemblyService", "TransportManagementService"];
    let mut all = vec!["Cloud Integration/P".to_owned(), "Cloud Integration/Shared".to_owned()];
    all.extend(destinations.map(|name| format!("Destination/{name}")));
    assert_eq!(seen, all);
    assert_eq!(keys(&see(&landscape, "/resources?type=Cloud+Integration").await).len(), 2);
    assert_eq!(keys(&see(&landscape, "/resources?text=SCRIPTS").await), ["Cloud Integration/Shared"]);
    let page = see(&landscape, "/resources?text=flow").await;
    let parts = page["items"][0]["components"].as_array().unwrap();
    assert!(parts.iter().any(|part| part["id"] == "F" && part["exportable"] == true), "{page}");
    assert_eq!(page["can"]["export"], json!({"allowed": true}));
    for (query, word) in [("limit=0", "limit"), ("colour=red", "colour"), ("type=Workflow", "Workflow")] {
        let refused = call(&landscape, "GET", &format!("/resources?{query}")).send().await.expect_status(400);
        assert!(refused.text().contains(word), "{}", refused.text());
    }
}

#[tokio::test]
async fn a_tenant_that_cannot_be_asked_is_told_and_hides_no_destinations() {
    let app = TestApp::start().await;
    let landscape = landscape::bare(&app).await;
    let page = see(&landscape, "/resources").await;
    assert_eq!((keys(&page).len(), &page["next"]), (0, &Value::Null));
    assert!(page["trouble"].as_str().unwrap().contains("'CloudIntegration' does not exist"), "{page}");
    let overview = see(&landscape, "").await;
    let types = overview["contentTypes"].as_array().unwrap();
    assert!(types[0]["trouble"].is_string() && types[0]["resources"].is_null(), "{overview}");
    assert_eq!(types[1]["resources"], 0);
    assert!(overview["transport"]["trouble"].as_str().unwrap().contains("TransportManagementService"), "{overview}");
    landscape.destination("ContentAssemblyService").await;
    assert_eq!(keys(&see(&landscape, "/resources").await), ["Destination/ContentAssemblyService"]);
    call(&landscape, "GET", "/dependencies?packages=P").send().await.expect_status(422);
}

#[tokio::test]
async fn the_overview_names_what_is_ready_and_the_nodes_that_take_content() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let overview = see(&landscape, "").await;
    let ready: Vec<_> =
        overview["contentTypes"].as_array().unwrap().iter().map(|one| one["resources"].clone()).collect();
    assert_eq!(ready, [json!(2), json!(3)]);
    assert_eq!((&overview["transport"]["node"], &overview["transport"]["nodes"]), (&json!("DEV"), &json!(["DEV"])));
}

#[tokio::test]
async fn packages_tell_what_they_need_of_others() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let found = see(&landscape, "/dependencies?packages=P,Shared").await;
    let one = |package: Value, artifact: &str| json!({"of": "P", "package": package, "type": "ScriptCollection", "artifact": artifact});
    let all = found["dependencies"].as_array().unwrap();
    assert!(all.contains(&one(json!("Shared"), "Scripts")) && all.contains(&one(Value::Null, "Gone")), "{found}");
    assert_eq!((all.len(), &found["unread"]), (2, &json!([])), "{found}");
    let flow = "IntegrationDesigntimeArtifacts(Id='G',Version='active')";
    landscape.dev.call("PUT", flow).json(&json!({"Name": "Changed"})).send().await.expect_status(200);
    let found = see(&landscape, "/dependencies?packages=P").await;
    assert!(found["unread"][0]["reason"].as_str().unwrap().contains("Changed"), "{found}");
    let many: Vec<String> = (0..21).map(|n| format!("P{n}")).collect();
    let refused = call(&landscape, "GET", &format!("/dependencies?packages={}", many.join(","))).send().await;
    assert!(refused.expect_status(400).text().contains("20"));
}

#[tokio::test]
async fn an_export_ends_in_a_request_whose_place_is_known() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let body = json!({"mode": "TransportManagementService", "description": "by hand", "resources": [
        {"type": "Cloud Integration", "id": "P", "components": ["G"], "after": ["Shared"]},
        {"type": "Cloud Integration", "id": "Shared"}, {"type": "Destination", "id": "CloudIntegration"}]});
    let ended = export(&landscape, &body).await;
    assert_eq!(
        (&ended["state"], &ended["progress"], &ended["requestor"]),
        (&json!("FINISHED"), &json!(100), &json!("CASUI")),
        "{ended}"
    );
    assert_eq!(ended["transportRequestPlace"], json!({"subaccount": "alm", "host": null}));
    assert_eq!(
        (&ended["node"], &ended["queues"], &ended["contents"]),
        (&json!("DEV"), &json!(["TEST"]), &json!(["P", "Shared", "CloudIntegration"]))
    );
    let queue = landscape.queue("TEST").await;
    assert_eq!((&queue[0]["id"], &queue[0]["description"]), (&ended["transportRequest"], &json!("by hand")));
    assert_eq!(ended["resources"][0], json!({"type": "Cloud Integration", "id": "P", "components": ["G"]}));
    let id = ended["id"].as_str().unwrap();
    let log = see(&landscape, &format!("/activities/{id}/log?limit=2")).await;
    assert_eq!((&log["items"][0]["severity"], &log["items"][1]["id"]), (&json!("INFO"), &json!(1)), "{log}");
    let rest = see(&landscape, &format!("/activities/{id}/log?after={}", log["next"].as_str().unwrap())).await;
    assert!(rest["items"].as_array().unwrap().last().unwrap()["text"].as_str().unwrap().contains("trId"), "{rest}");
    let file = call(&landscape, "GET", &format!("/activities/{id}/file")).send().await.expect_status(200);
    assert!(file.header("content-disposition").unwrap().contains("P%2Emtar"), "{:?}", file.headers);
    let mut archive = Archive::open(Cursor::new(file.bytes), Limits::default()).unwrap();
    let checked = mta::check(&mut archive).unwrap();
    assert_eq!(
        (checked.descriptor.modules.len(), &checked.descriptor.modules[0].deployed_after[..]),
        (3, &["Shared".to_owned()][..])
    );
}

#[tokio::test]
async fn activities_are_found_and_come_in_pages_and_one_that_failed_has_no_archive() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let download = json!({"mode": "download", "resources": [{"type": "Destination", "id": "CloudIntegration"}]});
    for _ in 0..2 {
        let ended = export(&landscape, &download).await;
        assert_eq!(
            (&ended["state"], &ended["transportRequest"], &ended["transportRequestPlace"]),
            (&json!("FINISHED"), &Value::Null, &Value::Null)
        );
    }
    let failed = json!({"mode": "TransportManagementService", "node": "dev", "resources": [{"type": "Cloud Integration", "id": "P"}]});
    let failed = export(&landscape, &failed).await;
    assert_eq!(
        (&failed["state"], failed["can"]["download"]["allowed"].as_bool()),
        (&json!("ERROR"), Some(false)),
        "{failed}"
    );
    let file = format!("/activities/{}/file", failed["id"].as_str().unwrap());
    call(&landscape, "GET", &file).send().await.expect_status(404);
    let (mut seen, mut after) = (0, String::new());
    loop {
        let page = see(&landscape, &format!("/activities?limit=2&after={after}")).await;
        seen += page["items"].as_array().unwrap().len();
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    assert_eq!(seen, 3);
    let count =
        async |query: &str| see(&landscape, &format!("/activities?{query}")).await["items"].as_array().unwrap().len();
    assert_eq!((count("state=ERROR").await, count("state=FINISHED").await), (1, 2));
    assert_eq!((count("text=casUI").await, count("text=nobody").await, count("text=%25").await), (3, 0, 0));
    for (query, word) in [("state=LOST", "LOST"), ("after=x", "after"), ("colour=red", "colour")] {
        let refused = call(&landscape, "GET", &format!("/activities?{query}")).send().await.expect_status(400);
        assert!(refused.text().contains(word), "{}", refused.text());
    }
    let other = land::tenant(&app, "other").await;
    let stranger = land::client_token(&app, "other", other.zone, "content-agent", &[]).await;
    let path = format!("/api/v1/subaccounts/other/content-agent/activities/{}", failed["id"].as_str().unwrap());
    app.get(&path).bearer(&stranger).send().await.expect_status(404);
}

#[tokio::test]
async fn a_subscription_brings_the_roles_and_who_lacks_one_is_told_which() {
    let app = TestApp::start().await;
    let landscape = filled(&app).await;
    let (subaccount, system) = (SubaccountId(landscape.dev.zone), SubaccountId(app.cx.random.uuid()));
    let wish = quota::QuotaChange { enable: Some(true), amount: None };
    let (service, plan) = ("content-agent".to_owned(), "free".to_owned());
    let assigning = Assigning { service, plan, unique_id: None, subaccount, wish, version: None };
    entitlement::assign(&app.cx, Caller::system("test", system), vec![assigning]).await.unwrap();
    let subscribe = async |plan: &str| {
        let caller = Caller::system("test", subaccount);
        subscription::subscribe(&app.cx, caller, "content-agent", plan, Map::new()).await.map(drop)
    };
    assert!(subscribe("standard").await.is_err(), "instances are made of that plan");
    subscribe("free").await.unwrap();
    landscape.dev.person("viewer", &["Content Agent Viewer"]).await;
    landscape.dev.person("operator", &["Content Agent Export Operator"]).await;
    let at = "/api/v1/subaccounts/dev/content-agent";
    let viewer = landscape.dev.person_token("viewer").await;
    let page = app.get(&format!("{at}/resources")).bearer(&viewer).good().await;
    assert!(page["can"]["export"]["reason"].as_str().unwrap().contains("Content Agent Export Operator"), "{page}");
    let body = json!({"mode": "download", "resources": [{"type": "Cloud Integration", "id": "P"}]});
    let refused = app.post(&format!("{at}/exports")).bearer(&viewer).json(&body).send().await.expect_status(403).json();
    assert!(refused["error"]["fix"].as_str().unwrap().contains("Content Agent Admin"), "{refused}");
    let operator = landscape.dev.person_token("operator").await;
    app.post(&format!("{at}/exports")).bearer(&operator).json(&body).send().await.expect_status(202);
    app.run_jobs().await;
    let activities = app.get(&format!("{at}/activities")).bearer(&viewer).good().await;
    assert_eq!(
        (&activities["items"][0]["startedBy"], &activities["items"][0]["state"]),
        (&json!("operator"), &json!("FINISHED"))
    );
    app.get(at).bearer(&landscape.dev.token).send().await.expect_status(403);
}
