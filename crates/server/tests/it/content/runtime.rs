//! What monitoring tells: where deployed flows listen, why one did not start, which messages there were; and what
//! `$expand` and `$select` make of lists.

use super::land::{self, Tenant, results};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{TestApp, mta};

const MODEL: &str = "src/main/resources/scenarioflows/integrationflow/F.iflw";

/// The zip of a flow with these files in place of its own; `None` takes one away.
fn flow(files: &[(&str, Option<&str>)]) -> Value {
    let kind = mta::ResourceType::parse("IFlow");
    let zip = mta::bundle::minimal_bundle(&kind, "F", "F").expect("a bundle");
    let changes = files.iter().map(|(path, text)| ((*path).to_owned(), text.map(|text| text.as_bytes().to_vec())));
    let changes: BTreeMap<String, Option<Vec<u8>>> = changes.collect();
    let zip = mta::Bundle::open(&zip).expect("a bundle").with_files(&changes).expect("a zip");
    json!({"Id": "F", "Name": "F", "PackageId": "P", "ArtifactContent": STANDARD.encode(zip)})
}

pub fn channel(adapter: &str, key: &str, address: &str) -> String {
    format!(
        "<bpmn2:messageFlow><ifl:property><key>ComponentType</key><value>{adapter}</value></ifl:property>\
         <ifl:property><key>direction</key><value>Sender</value></ifl:property>\
         <ifl:property><key>{key}</key><value>{address}</value></ifl:property></bpmn2:messageFlow>"
    )
}

async fn dev(app: &TestApp) -> Tenant<'_> {
    let dev = land::tenant(app, "dev").await;
    dev.package("P").await;
    dev
}

async fn deploy(dev: &Tenant<'_>) -> String {
    let call = dev.call("POST", "DeployIntegrationDesigntimeArtifact?Id='F'&Version='active'");
    call.send().await.expect_status(202).text()
}

#[tokio::test]
async fn a_deployed_flow_tells_where_it_listens() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let model = format!("<d>{}{}</d>", channel("HTTPS", "urlPath", "/{{path}}"), channel("SOAP", "address", "/s"));
    let body = flow(&[(MODEL, Some(&model)), ("src/main/resources/parameters.prop", Some("path=orders\n"))]);
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    assert_eq!(results(&dev.get("ServiceEndpoints").good().await).len(), 0);
    let link = "IntegrationDesigntimeArtifacts(Id='F',Version='active')/$links/Configurations('path')";
    dev.call("PUT", link).json(&json!({"ParameterValue": "invoices"})).send().await.expect_status(202);
    deploy(&dev).await;
    app.run_jobs().await;
    // As Piper asks and reads.
    let list = dev.get("ServiceEndpoints?$expand=EntryPoints").good().await;
    let rest = results(&list).into_iter().find(|one| one["Protocol"] == "REST").expect("the HTTPS channel");
    assert_eq!((&rest["Name"], &rest["Id"]), (&json!("F"), &json!("F$endpointAddress=invoices")));
    assert_eq!(rest["EntryPoints"]["results"][0]["Url"], format!("{}/cpi/dev/http/invoices", app.url));
    let soap = dev.get("ServiceEndpoints?$filter=Protocol eq 'SOAP'&$inlinecount=allpages").good().await;
    assert_eq!(soap["d"]["__count"], "1");
    let points = soap["d"]["results"][0]["EntryPoints"]["__deferred"]["uri"].as_str().unwrap();
    let points = points.strip_prefix(&app.url).unwrap();
    let points = app.get(points).bearer(&dev.token).header("accept", "application/json").good().await;
    assert_eq!(results(&points)[0]["Url"], format!("{}/cpi/dev/cxf/s", app.url));
    assert_eq!(dev.get("ServiceEndpoints/$count").send().await.text(), "2");
    dev.call("DELETE", "IntegrationRuntimeArtifacts('F')").send().await.expect_status(202);
    assert_eq!(dev.get("ServiceEndpoints/$count").send().await.text(), "0");
}

#[tokio::test]
async fn a_flow_that_cannot_be_built_fails_and_says_why() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let body = flow(&[(MODEL, None), ("src/main/resources/script/a.js", Some("x"))]);
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    let task = deploy(&dev).await;
    let error = "IntegrationRuntimeArtifacts('F')/ErrorInformation";
    dev.get(&format!("{error}/$value")).send().await.expect_status(204);
    app.run_jobs().await;
    let status = dev.get(&format!("BuildAndDeployStatus(TaskId='{task}')")).good().await;
    assert_eq!(status["d"]["Status"], "FAIL");
    let runtime = dev.get("IntegrationRuntimeArtifacts('F')?$expand=ErrorInformation").good().await;
    assert_eq!((&runtime["d"]["Status"], &runtime["d"]["ErrorInformation"]["Id"]), (&json!("ERROR"), &json!("F")));
    let text = dev.get(&format!("{error}/$value")).good().await;
    assert!(text["parameter"][0].as_str().unwrap().contains("has 0 models"), "{text}");
    dev.get(error).good().await;
    let whole = flow(&[]);
    let one = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";
    let content = json!({"ArtifactContent": whole["ArtifactContent"]});
    dev.call("PUT", one).json(&content).send().await.expect_status(200);
    deploy(&dev).await;
    app.run_jobs().await;
    assert_eq!(dev.get("IntegrationRuntimeArtifacts('F')").good().await["d"]["Status"], "STARTED");
    dev.get(&format!("{error}/$value")).send().await.expect_status(204);
}

#[tokio::test]
async fn a_flow_whose_script_collection_is_missing_does_not_start() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let step = "<d><p><key>scriptBundleId</key><value>Shared</value></p></d>";
    let body = flow(&[(MODEL, Some(step))]);
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    let task = deploy(&dev).await;
    app.run_jobs().await;
    assert_eq!(dev.get(&format!("BuildAndDeployStatus(TaskId='{task}')")).good().await["d"]["Status"], "FAIL");
    assert_eq!(dev.get("IntegrationRuntimeArtifacts('F')").good().await["d"]["Status"], "ERROR");
    let why = dev.get("IntegrationRuntimeArtifacts('F')/ErrorInformation/$value").good().await;
    assert!(why["parameter"][0].as_str().unwrap().contains("ScriptCollection 'Shared'"), "{why}");
    let shared = json!({"Id": "Shared", "Name": "Shared", "PackageId": "P"});
    dev.call("POST", "ScriptCollectionDesigntimeArtifacts").json(&shared).send().await.expect_status(201);
    deploy(&dev).await;
    app.run_jobs().await;
    assert_eq!(dev.get("IntegrationRuntimeArtifacts('F')").good().await["d"]["Status"], "STARTED");
}

#[tokio::test]
async fn our_sample_listens_and_starts() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.import(&guide::sample_package().expect("a package")).await.expect_status(201);
    for flow in ["OrderIntake", "OrderToErp", "OrderStatus"] {
        let deploy = format!("DeployIntegrationDesigntimeArtifact?Id='{flow}'&Version='active'");
        dev.call("POST", &deploy).send().await.expect_status(202);
    }
    app.run_jobs().await;
    let started = dev.get("IntegrationRuntimeArtifacts?$filter=Status eq 'STARTED'").good().await;
    assert_eq!(results(&started).len(), 3);
    let listens = results(&dev.get("ServiceEndpoints?$expand=EntryPoints").good().await);
    let url = &listens[0]["EntryPoints"]["results"][0]["Url"];
    assert_eq!((listens.len(), url), (1, &json!(format!("{}/cpi/dev/http/orders", app.url))));
}

#[tokio::test]
async fn a_version_that_is_no_more_the_newest_can_be_deployed_and_one_that_never_was_not() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let save = "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='2.0.0'";
    dev.call("POST", save).send().await.expect_status(200);
    let deploy =
        |version: &str| dev.call("POST", &format!("DeployIntegrationDesigntimeArtifact?Id='F'&Version='{version}'"));
    deploy("9").send().await.expect_status(404);
    deploy("1.0.0").send().await.expect_status(202);
    assert_eq!(dev.get("IntegrationRuntimeArtifacts('F')").good().await["d"]["Version"], "1.0.0");
    deploy("active").send().await.expect_status(202);
    assert_eq!(dev.get("IntegrationRuntimeArtifacts('F')").good().await["d"]["Version"], "2.0.0");
}

#[tokio::test]
async fn there_are_no_messages_and_the_question_is_answered() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    // As Piper asks.
    let query = "MessageProcessingLogs?$filter=IntegrationArtifact/Id+eq+'F'+and+Status+ne+'DISCARDED'\
                 &$orderby=LogEnd+desc&$top=1";
    assert_eq!(dev.get(query).good().await["d"]["results"], json!([]));
    assert_eq!(dev.get("MessageProcessingLogs/$count").send().await.text(), "0");
    dev.get("MessageProcessingLogs('x')/ErrorInformation/$value").send().await.expect_status(404);
}

#[tokio::test]
async fn related_entities_come_with_the_answer_when_asked_for() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let list = dev.get("IntegrationPackages?$expand=IntegrationDesigntimeArtifacts,CustomTags").good().await;
    let package = &results(&list)[0];
    assert_eq!(package["IntegrationDesigntimeArtifacts"]["results"][0]["Id"], "F");
    assert_eq!(package["CustomTags"]["results"], json!([]));
    assert!(package["ValueMappingDesigntimeArtifacts"]["__deferred"].is_object());
    let one =
        "IntegrationDesigntimeArtifacts(Id='F',Version='active')?$expand=Configurations,Resources&$select=Id,Resources";
    let one = dev.get(one).good().await;
    assert_eq!((&one["d"]["Id"], &one["d"]["Resources"]["results"]), (&json!("F"), &json!([])));
    assert!(one["d"].get("Name").is_none());
    let atom = dev.anonymous("GET", "IntegrationPackages('P')?$expand=IntegrationDesigntimeArtifacts");
    let atom = atom.bearer(&dev.token).send().await.expect_status(200).text();
    assert!(atom.contains("<m:inline>") && atom.contains("<d:Id>F</d:Id>"), "{atom}");
    for unknown in ["$expand=Nothing", "$select=Id,Nothing"] {
        dev.get(&format!("IntegrationPackages?{unknown}")).send().await.expect_status(400);
    }
}
