//! Packages and artifacts: created, changed, versioned, downloaded, deployed, deleted.

use super::land::{self, Tenant, results};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use testkit::TestApp;

const FLOW: &str = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";

async fn dev(app: &TestApp) -> Tenant<'_> {
    let dev = land::tenant(app, "dev").await;
    dev.package("P").await;
    dev
}

#[tokio::test]
async fn a_package_is_created_once_and_needs_its_short_text() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let wish = |id: &str, short: Value| json!({"Id": id, "Name": id, "ShortText": short, "Vendor": "us"});
    let no_text = dev.call("POST", "IntegrationPackages").json(&wish("Q", json!(""))).send().await.expect_status(400);
    assert!(no_text.text().contains("ShortText must not be empty"), "{}", no_text.text());
    let again = dev.call("POST", "IntegrationPackages").json(&wish("P", json!("x"))).send().await.expect_status(409);
    assert!(again.text().contains("Entity with the specified IntegrationPackage id already exist."));
    let made = dev.call("POST", "IntegrationPackages").json(&wish("Q", json!("x"))).good().await;
    assert_eq!((&made["d"]["Vendor"], &made["d"]["Mode"]), (&json!("us"), &json!("EDIT_ALLOWED")));
    assert_eq!(made["d"]["ResourceId"].as_str().unwrap().len(), 32);
    assert_eq!(made["d"]["CreationDate"], app.cx.now().millis().to_string());
}

#[tokio::test]
async fn a_package_is_changed_and_deleted_with_its_artifacts() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let change = json!({"d": {"Name": "New", "Version": "2.0"}});
    dev.call("PUT", "IntegrationPackages('P')").json(&change).send().await.expect_status(202);
    let seen = dev.get("IntegrationPackages('P')").good().await;
    assert_eq!(
        (&seen["d"]["Name"], &seen["d"]["Version"], &seen["d"]["ShortText"]),
        (&json!("New"), &json!("2.0"), &json!("test"))
    );
    dev.call("DELETE", "IntegrationPackages('P')").header("content-type", "").send().await.expect_status(202);
    dev.get("IntegrationPackages('P')").send().await.expect_status(404);
    dev.get(FLOW).send().await.expect_status(404);
    dev.call("DELETE", "IntegrationPackages('P')").send().await.expect_status(404);
    dev.package("P").await;
    dev.flow("P", "F").await;
}

#[tokio::test]
async fn active_is_read_in_any_case_and_versions_by_number() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    for version in ["active", "Active", "1.0.0"] {
        let path = format!("IntegrationDesigntimeArtifacts(Id='F',Version='{version}')");
        let seen = dev.get(&path).good().await;
        assert_eq!((&seen["d"]["Id"], &seen["d"]["Version"]), (&json!("F"), &json!("1.0.0")), "{version}");
    }
    dev.get("IntegrationDesigntimeArtifacts(Id='F',Version='9')").send().await.expect_status(404);
    let list = dev.get("IntegrationPackages('P')/IntegrationDesigntimeArtifacts").good().await;
    assert_eq!(results(&list)[0]["PackageId"], "P");
    let none = dev.get("IntegrationPackages('P')/ValueMappingDesigntimeArtifacts").good().await;
    assert!(results(&none).is_empty());
    dev.get("IntegrationPackages('x')/IntegrationDesigntimeArtifacts").send().await.expect_status(404);
}

#[tokio::test]
async fn downloads_name_their_file_and_never_refuse_a_media_type() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let value = dev.get(&format!("{FLOW}/$value")).send().await.expect_status(200);
    assert_eq!(value.header("content-disposition"), Some("attachment; filename=F.zip"));
    assert_eq!(value.header("content-type"), Some("application/zip"));
    assert!(value.bytes.starts_with(b"PK"));
    let blank = json!({"Id": "A B", "Name": "A B", "ShortText": "x"});
    dev.call("POST", "IntegrationPackages").json(&blank).send().await.expect_status(201);
    let package = dev.get("IntegrationPackages('A%20B')/$value").send().await.expect_status(200);
    assert_eq!(package.header("content-disposition"), Some("attachment; filename=\"A B.zip\""));
}

#[tokio::test]
async fn names_and_ids_follow_the_rules() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.package("Q").await;
    dev.flow("Q", "F").await;
    let create = |body: Value| dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body);
    create(json!({"Id": "1", "Name": "1x", "PackageId": "P"})).send().await.expect_status(400);
    let taken = create(json!({"Id": "F", "Name": "F", "PackageId": "P"})).send().await.expect_status(500);
    let text = "already exists in the Q package. Please rename the artifact ID.";
    assert!(taken.text().contains(text), "{}", taken.text());
    create(json!({"Id": "G", "Name": "G", "PackageId": "nowhere"})).send().await.expect_status(404);
    create(json!({"Id": "G", "Name": "G", "PackageId": "P", "ArtifactContent": "bm8gemlw"}))
        .send()
        .await
        .expect_status(400);
}

/// The bytes of an artifact, and the same with another file in it.
async fn download(dev: &Tenant<'_>, path: &str) -> Vec<u8> {
    dev.get(&format!("{path}/$value")).send().await.expect_status(200).bytes
}

#[tokio::test]
async fn content_is_stable_and_another_symbolic_name_is_refused() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    dev.flow("P", "G").await;
    let before = download(&dev, FLOW).await;
    assert_eq!(before, download(&dev, FLOW).await);
    let other = download(&dev, "IntegrationDesigntimeArtifacts(Id='G',Version='active')").await;
    let body = json!({"Name": "F", "ArtifactContent": STANDARD.encode(&other)});
    let refused = dev.call("PUT", FLOW).json(&body).send().await.expect_status(400);
    assert!(refused.text().contains("due to change in the Bundle-symbolicName"), "{}", refused.text());
    assert_eq!(before, download(&dev, FLOW).await);
    let same = json!({"Name": "F", "ArtifactContent": STANDARD.encode(&before)});
    dev.call("PUT", FLOW).json(&same).send().await.expect_status(200);
    assert_eq!(before, download(&dev, FLOW).await);
    let created = json!({"Id": "H", "Name": "H", "PackageId": "P", "ArtifactContent": STANDARD.encode(&before)});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&created).send().await.expect_status(201);
    let body = json!({"ArtifactContent": STANDARD.encode(&before)});
    let text = dev.call("PUT", "IntegrationDesigntimeArtifacts(Id='H',Version='active')").json(&body).send().await;
    assert_eq!(text.status, 400, "the id became the symbolic name: {}", text.text());
}

#[tokio::test]
async fn a_draft_keeps_its_package_from_leaving_until_it_is_a_version() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    dev.call("PUT", FLOW).json(&json!({"Name": "Flow X"})).send().await.expect_status(200);
    assert_eq!(dev.get(FLOW).good().await["d"]["Version"], "Active");
    let blocked = dev.get("IntegrationPackages('P')/$value").send().await.expect_status(500);
    let sentence =
        "Package export failed. It contains the following artifacts are in draft state: [ {Type=IFlow, Name=Flow X} ].";
    assert_eq!(blocked.json()["error"]["message"]["value"], sentence);
    let save = "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='1.0.5'";
    let saved = dev.call("POST", save).good().await;
    assert_eq!(saved["d"]["Version"], "1.0.5");
    dev.get("IntegrationPackages('P')/$value").send().await.expect_status(200);
    let old = "IntegrationDesigntimeArtifacts(Id='F',Version='1.0.0')";
    assert_eq!(dev.get(old).good().await["d"]["Name"], "F");
    assert_ne!(download(&dev, old).await, download(&dev, FLOW).await);
    dev.call("POST", "IntegrationDesigntimeArtifactSaveAsVersion?Id='x'&SaveAsVersion='2'")
        .send()
        .await
        .expect_status(404);
}

#[tokio::test]
async fn a_value_mapping_is_replaced_by_deleting_it_first() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let body = json!({"Id": "V", "Name": "V", "PackageId": "P"});
    let create = || dev.call("POST", "ValueMappingDesigntimeArtifacts").json(&body).send();
    create().await.expect_status(201);
    let path = "ValueMappingDesigntimeArtifacts(Id='V',Version='active')";
    dev.call("PUT", path).json(&json!({"Name": "V"})).send().await.expect_status(501);
    dev.call("DELETE", path).send().await.expect_status(200);
    create().await.expect_status(201);
}

#[tokio::test]
async fn a_message_mapping_with_another_name_has_its_own_code() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    for id in ["M", "N"] {
        let body = json!({"Id": id, "Name": id, "PackageId": "P"});
        dev.call("POST", "MessageMappingDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    }
    let other = download(&dev, "MessageMappingDesigntimeArtifacts(Id='N',Version='active')").await;
    let path = "MessageMappingDesigntimeArtifacts(Id='M',Version='active')";
    let body = json!({"ArtifactContent": STANDARD.encode(&other)});
    let refused = dev.call("PUT", path).json(&body).send().await.expect_status(500);
    assert_eq!(refused.json()["error"]["code"], "BUNDLE_SYMBOLIC_NAME_CANNOT_BE_UPDATED");
    dev.call("PUT", path).json(&json!({"PackageId": "P"})).send().await.expect_status(400);
}

#[tokio::test]
async fn a_deployment_goes_from_starting_to_started() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let missing = dev.get("IntegrationRuntimeArtifacts('F')").send().await.expect_status(404);
    assert!(missing.text().contains("Requested entity could not be found"));
    let deploy = "DeployIntegrationDesigntimeArtifact?Id='F'&Version='active'";
    let task = dev.call("POST", deploy).send().await.expect_status(202).text();
    let status = format!("BuildAndDeployStatus(TaskId='{task}')");
    let runtime = "IntegrationRuntimeArtifacts('F')";
    assert_eq!(dev.get(&status).good().await["d"]["Status"], "DEPLOYING");
    assert_eq!(dev.get(runtime).good().await["d"]["Status"], "STARTING");
    app.run_jobs().await;
    assert_eq!(dev.get(&status).good().await["d"]["Status"], "SUCCESS");
    let started = dev.get("IntegrationRuntimeArtifacts('F')?$select=Status").good().await;
    assert_eq!(started["d"]["Status"], "STARTED");
    let list =
        dev.get("IntegrationRuntimeArtifacts?$filter=Status eq 'STARTED' or Status eq 'ERROR'&$inlinecount=allpages");
    let list = list.good().await;
    assert_eq!((list["d"]["__count"].as_str(), &results(&list)[0]["Type"]), (Some("1"), &json!("INTEGRATION_FLOW")));
    assert!(results(&list)[0]["DeployedOn"].as_str().unwrap().starts_with("/Date("));
    assert_eq!(dev.get("IntegrationRuntimeArtifacts/$count").send().await.text(), "1");
    dev.call("DELETE", runtime).send().await.expect_status(202);
    dev.get(runtime).send().await.expect_status(404);
    dev.call("POST", "DeployIntegrationDesigntimeArtifact?Id='x'&Version='active'").send().await.expect_status(404);
}

#[tokio::test]
async fn resources_are_added_read_replaced_and_removed() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.flow("P", "F").await;
    let content = |text: &str| STANDARD.encode(text);
    let body = json!({"Name": "s.groovy", "ResourceType": "groovy", "ResourceContent": content("one")});
    let all = format!("{FLOW}/Resources");
    let added = dev.call("POST", &all).json(&body).send().await.expect_status(201);
    assert_eq!(added.json()["d"]["ResourceSize"], "3");
    dev.call("POST", &all).json(&body).send().await.expect_status(409);
    let one = "(Name='s.groovy',ResourceType='groovy')";
    let link = format!("{FLOW}/$links/Resources{one}");
    dev.call("PUT", &link).json(&json!({"ResourceContent": content("two")})).send().await.expect_status(200);
    assert_eq!(dev.get(&format!("{all}{one}/$value")).send().await.text(), "two");
    assert_eq!(dev.get(&format!("{all}/$count")).send().await.text(), "1");
    assert_eq!(dev.get(FLOW).good().await["d"]["Version"], "Active", "a change is a draft");
    dev.call("DELETE", &link).send().await.expect_status(200);
    dev.get(&format!("{all}{one}")).send().await.expect_status(404);
    dev.call("DELETE", &link).send().await.expect_status(404);
}

#[tokio::test]
async fn custom_tags_are_defined_given_and_searched_for() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.package("Q").await;
    let definitions =
        json!({"customTagsConfiguration": [{"tagName": "Author", "permittedValues": [], "isMandatory": false}]});
    let body = json!({"CustomTagsConfigurationContent": STANDARD.encode(definitions.to_string())});
    let put = |value: &str| {
        dev.call("PUT", "IntegrationPackages('P')/$links/CustomTags('Author')").json(&json!({"Value": value}))
    };
    put("Fred").send().await.expect_status(404);
    dev.call("POST", "CustomTagConfigurations").json(&body).send().await.expect_status(201);
    dev.call("POST", "CustomTagConfigurations").json(&body).send().await.expect_status(409);
    dev.call("POST", "CustomTagConfigurations?Overwrite=true").json(&body).send().await.expect_status(201);
    let read = dev.get("CustomTagConfigurations('CustomTags')/$value").send().await.expect_status(200);
    assert_eq!(read.json(), definitions);
    put("Fred|Ann").send().await.expect_status(202);
    let tags = dev.get("IntegrationPackages('P')/CustomTags").good().await;
    assert_eq!(results(&tags)[0]["Value"], "Fred|Ann");
    let found = dev.get("IntegrationPackages?Author=Fred%7CJohn").good().await;
    assert_eq!(results(&found).iter().map(|p| p["Id"].as_str().unwrap()).collect::<Vec<_>>(), ["P"]);
    assert!(results(&dev.get("IntegrationPackages?Author=John").good().await).is_empty());
}

/// As the original's OData library: a property that there is none of is an error, not nothing.
#[tokio::test]
async fn what_an_entity_does_not_have_is_refused_by_name_and_what_it_has_counts() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    dev.package("Q").await;
    let flow = json!({"Id": "F", "Name": "F", "PackageId": "P", "Description": "orders"});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&flow).send().await.expect_status(201);
    assert_eq!(dev.get(FLOW).good().await["d"]["Description"], "orders");
    let package = |more: Value| {
        let mut body = json!({"Id": "R", "Name": "R", "ShortText": "x"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    for (method, path, body, word) in [
        ("POST", "IntegrationPackages", package(json!({"Vendors": "us"})), "Vendors"),
        ("POST", "IntegrationPackages", package(json!({"Mode": "READ_ONLY"})), "READ_ONLY"),
        ("PUT", "IntegrationPackages('P')", json!({"name": "New"}), "name"),
        ("PUT", "IntegrationPackages('P')", json!({"Id": "Z"}), "Id"),
        ("PUT", "IntegrationPackages('P')", json!({"PackageContent": "eA=="}), "PackageContent"),
        ("POST", "IntegrationDesigntimeArtifacts", json!({"Id": "G", "Name": "G", "PackageID": "P"}), "PackageID"),
        ("PUT", FLOW, json!({"Name": "F", "PackageId": "Q"}), "PackageId"),
        ("PUT", FLOW, json!({"Name": "F", "Id": "G"}), "Id"),
        ("PUT", FLOW, json!({"Content": "eA=="}), "Content"),
        ("PUT", "IntegrationPackages('P')/$links/CustomTags('Author')", json!({"value": "x"}), "value"),
        ("PUT", "IntegrationPackages('P')/$links/CustomTags('Author')", json!({}), "Value"),
    ] {
        let refused = dev.call(method, path).json(&body).send().await.expect_status(400);
        assert!(refused.text().contains(word), "{method} {path} {body}: {}", refused.text());
    }
    // What was read can be sent back as it is.
    let read = dev.get("IntegrationPackages('P')").good().await;
    let mut back = read.clone();
    back["d"].as_object_mut().unwrap().remove("PackageContent");
    dev.call("PUT", "IntegrationPackages('P')").json(&back).send().await.expect_status(202);
    let mut back = dev.get(FLOW).good().await;
    back["d"]["Description"] = json!("returns");
    let described = dev.call("PUT", FLOW).json(&back).send().await.expect_status(200);
    assert_eq!(described.json()["d"]["Description"], "returns");
    assert_eq!(dev.get(FLOW).good().await["d"]["PackageId"], "P");
}
