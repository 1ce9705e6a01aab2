//! Every part of a path has an effect, or there is nothing; and what is answered is what was stored.

use super::land::{self, Tenant};
use serde_json::json;
use testkit::TestApp;

const FLOW: &str = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";

async fn dev(app: &TestApp) -> Tenant<'_> {
    let dev = land::tenant(app, "dev").await;
    dev.package("P").await;
    dev.package("Q").await;
    let content = base64(&super::configuration::flow_with("F", &[("a", "1"), ("b", "2")]));
    let body = json!({"Id": "F", "Name": "F", "PackageId": "P", "ArtifactContent": content});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    dev
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[tokio::test]
async fn a_key_behind_a_navigation_names_one_entity() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let one = dev.get(&format!("{FLOW}/Configurations('b')")).good().await;
    assert_eq!((&one["d"]["ParameterKey"], &one["d"]["ParameterValue"]), (&json!("b"), &json!("2")));
    dev.get(&format!("{FLOW}/Configurations('c')")).send().await.expect_status(404);
    let through = dev.get(&format!("IntegrationPackages('P')/{FLOW}")).good().await;
    assert_eq!(through["d"]["Id"], "F");
    dev.get(&format!("IntegrationPackages('P')/{FLOW}/Configurations('a')")).good().await;
    dev.get(&format!("IntegrationPackages('Q')/{FLOW}")).send().await.expect_status(404);
    dev.call("DELETE", &format!("IntegrationPackages('Q')/{FLOW}")).send().await.expect_status(404);
    dev.get(FLOW).good().await;
}

#[tokio::test]
async fn what_leads_nowhere_is_not_passed_over() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    for path in [
        "IntegrationPackages/P".to_owned(),
        "IntegrationPackages('P')/CustomTags/x".to_owned(),
        "IntegrationPackages('P')/$value/x".to_owned(),
        "IntegrationPackages('P')/IntegrationDesigntimeArtifacts/x".to_owned(),
        format!("{FLOW}/Configurations/x"),
        format!("{FLOW}/Configurations('a')/x"),
        format!("{FLOW}/Resources/x"),
        format!("{FLOW}/$value('x')"),
        format!("{FLOW}/Nothing"),
        "IntegrationDesigntimeArtifacts/x".to_owned(),
        "IntegrationRuntimeArtifacts/x".to_owned(),
        "IntegrationRuntimeArtifacts('F')/ErrorInformation('x')".to_owned(),
        "BuildAndDeployStatus(TaskId='x')/y".to_owned(),
        "IntegrationDesigntimeLocks/x".to_owned(),
        "IntegrationDesigntimeLocks('x')/y".to_owned(),
        "ServiceEndpoints('x')/y".to_owned(),
        "CustomTagConfigurations('CustomTags')/x".to_owned(),
        "CustomTagConfigurations('Other')".to_owned(),
        "ValueMappingDesigntimeArtifacts(Id='F',Version='active')/Resources".to_owned(),
        "MessageProcessingLogs('x')".to_owned(),
        "$metadata/x".to_owned(),
    ] {
        let answer = dev.get(&path).send().await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text());
    }
    for path in [
        "DeployIntegrationDesigntimeArtifact('x')?Id='F'&Version='active'",
        "DeployIntegrationDesigntimeArtifact/x?Id='F'&Version='active'",
    ] {
        dev.call("POST", path).send().await.expect_status(404);
    }
    for path in [
        "IntegrationPackages(Name='P')",
        "IntegrationDesigntimeArtifacts('F')",
        "IntegrationDesigntimeArtifacts(Id='F')",
        "IntegrationDesigntimeArtifacts(Id='F',Version='active',Other='x')",
        "IntegrationRuntimeArtifacts(Name='F')",
    ] {
        dev.get(path).send().await.expect_status(400);
        dev.call("DELETE", path).send().await.expect_status(400);
    }
}

#[tokio::test]
async fn a_method_that_is_not_there_does_nothing() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    for (method, path) in [
        ("DELETE", "IntegrationPackages('P')/$value".to_owned()),
        ("PUT", format!("{FLOW}/$value")),
        ("POST", "IntegrationPackages('P')/IntegrationDesigntimeArtifacts".to_owned()),
        ("DELETE", "BuildAndDeployStatus(TaskId='x')".to_owned()),
        ("POST", "$metadata".to_owned()),
        ("DELETE", format!("{FLOW}/Configurations('a')")),
        ("DELETE", "CustomTagConfigurations('CustomTags')".to_owned()),
    ] {
        let answer = dev.call(method, &path).json(&json!({})).send().await;
        assert_eq!(answer.status, 405, "{method} {path}: {}", answer.text());
    }
}

#[tokio::test]
async fn the_version_in_the_key_is_the_one_that_is_meant() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let save = "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='2.0.0'";
    dev.call("POST", save).send().await.expect_status(200);
    let old = FLOW.replace("active", "1.0.0");
    let never = FLOW.replace("active", "7");
    assert_eq!(dev.get(&format!("{old}/Configurations/$count")).send().await.expect_status(200).text(), "2");
    dev.get(&format!("{never}/Configurations")).send().await.expect_status(404);
    for (path, status) in [(&old, 400), (&never, 404)] {
        dev.call("DELETE", path).send().await.expect_status(status);
        dev.call("PUT", path).json(&json!({"Name": "G"})).send().await.expect_status(status);
        let link = format!("{path}/$links/Configurations('a')");
        dev.call("PUT", &link).json(&json!({"ParameterValue": "x"})).send().await.expect_status(status);
        let body = json!({"Name": "a.js", "ResourceType": "js", "ResourceContent": "eA=="});
        dev.call("POST", &format!("{path}/Resources")).json(&body).send().await.expect_status(status);
    }
    assert_eq!(dev.get(FLOW).good().await["d"]["Name"], "F");
    assert_eq!(dev.value("F", "a").await, "1");
    dev.call("DELETE", &FLOW.replace("active", "2.0.0")).send().await.expect_status(200);
}

#[tokio::test]
async fn a_resource_is_answered_as_it_was_stored() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let all = format!("{FLOW}/Resources");
    for (name, kind, stored) in [("a.gsh", "groovy", "groovy"), ("b.gsh", "gsh", "groovy"), ("c.xsl", "xslt", "xslt")] {
        let body = json!({"Name": name, "ResourceType": kind, "ResourceContent": "eHl6"});
        let made = dev.call("POST", &all).json(&body).send().await.expect_status(201).json();
        assert_eq!((&made["d"]["Name"], &made["d"]["ResourceType"]), (&json!(name), &json!(stored)));
        for kind in [kind, stored] {
            let key = format!("(Name='{name}',ResourceType='{kind}')");
            assert_eq!(dev.get(&format!("{all}{key}")).good().await["d"], made["d"]);
            assert_eq!(dev.get(&format!("{all}{key}/$value")).send().await.expect_status(200).text(), "xyz");
        }
        let link = format!("{FLOW}/$links/Resources(Name='{name}',ResourceType='{kind}')");
        dev.call("PUT", &link).json(&json!({"ResourceContent": "eA=="})).send().await.expect_status(200);
        dev.call("DELETE", &link).send().await.expect_status(200);
    }
    let odd = json!({"Name": "a.groovy", "ResourceType": "xsd", "ResourceContent": "eA=="});
    let refused = dev.call("POST", &all).json(&odd).send().await.expect_status(400);
    assert!(refused.text().contains("a.groovy"), "{}", refused.text());
    assert_eq!(dev.get(&format!("{all}/$count")).send().await.text(), "0");
}

#[tokio::test]
async fn who_may_not_see_the_answer_does_not_get_half_of_the_work() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let zip = dev.export("P").await;
    let body = json!({"Id": "Other", "PackageContent": base64(&zip)});
    let refused = dev.call("POST", "IntegrationPackages?Overwrite=true").json(&body).send().await.expect_status(400);
    assert!(refused.text().contains("'Other'") && refused.text().contains("'P'"), "{}", refused.text());
}

/// `apis/cloud-integration` is the list: what is missing is refused, what is listed without a key or a parameter answers.
#[tokio::test]
async fn what_is_listed_is_there_and_what_is_missing_is_refused() {
    let app = TestApp::start().await;
    let dev = dev(&app).await;
    let lines = |text: &'static str| text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let operations = |text| lines(text).filter_map(|line| line.strip_prefix("GET /api/v1/")).collect::<Vec<&str>>();
    let all = operations(include_str!("../../../../../apis/cloud-integration/operations.txt"));
    let missing = operations(include_str!("../../../../../apis/cloud-integration/missing.txt"));
    let plain = |path: &&&str| !path.contains(['{', '(']);
    for path in all.iter().filter(plain).filter(|path| !missing.contains(path)) {
        let answer = dev.get(path).send().await;
        assert!(matches!(answer.status, 200 | 400), "{path}: {} {}", answer.status, answer.text());
    }
    for path in missing.iter().filter(plain) {
        let answer = dev.get(path).send().await;
        assert!(matches!(answer.status, 404 | 501), "{path}: {} {}", answer.status, answer.text());
    }
}
