//! Externalised parameters: defaults, configured values, and what an import does to them.

use super::land::{self, results};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::collections::BTreeMap;
use testkit::TestApp;
use testkit::mta;
use testkit::mta::Bundle;

const FLOW: &str = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";

/// A flow with these parameters and defaults.
pub fn flow_with(id: &str, values: &[(&str, &str)]) -> Vec<u8> {
    let bytes = mta::bundle::minimal_bundle(&mta::ResourceType::IFlow, id, id).expect("a bundle");
    let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Bundle::open(&bytes).expect("a bundle").with_values(&values).expect("a bundle")
}

#[tokio::test]
async fn a_value_with_blank_and_slash_in_its_key_is_set() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("P").await;
    let content = STANDARD.encode(flow_with("F", &[("my key/1", "a"), ("host", "h")]));
    let body = json!({"Id": "F", "Name": "F", "PackageId": "P", "ArtifactContent": content});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    let link = |key: &str| format!("{FLOW}/$links/Configurations('{key}')");
    let wish = json!({"ParameterValue": "b", "DataType": "xsd:string"});
    dev.call("PUT", &link("my%20key%2F1")).json(&wish).send().await.expect_status(202);
    assert_eq!(dev.value("F", "my key/1").await, "b");
    assert_eq!(dev.value("F", "host").await, "h");
    let unknown = dev.call("PUT", &link("x")).json(&wish).send().await.expect_status(404);
    assert!(unknown.text().contains("Parameter key 'x' not found."), "{}", unknown.text());
    let filter = dev.get(&format!("{FLOW}/Configurations?$filter=ParameterKey eq 'host'&$select=ParameterValue"));
    assert_eq!(results(&filter.good().await)[0]["ParameterValue"], "h");
    assert_eq!(dev.get(&format!("{FLOW}/Configurations/$count")).send().await.text(), "2");
}

#[tokio::test]
async fn configured_values_survive_an_import_and_other_keys_follow_the_default() {
    let app = TestApp::start().await;
    let (dev, test) = (land::tenant(&app, "dev").await, land::tenant(&app, "test").await);
    dev.package("P").await;
    let content = STANDARD.encode(flow_with("F", &[("host", "dev"), ("port", "80"), ("old", "x")]));
    let body = json!({"Id": "F", "Name": "F", "PackageId": "P", "ArtifactContent": content});
    dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
    test.import(&dev.export("P").await).await.expect_status(201);
    for (key, value) in [("host", "test"), ("old", "y")] {
        let wish = json!({"ParameterValue": value});
        let link = format!("{FLOW}/$links/Configurations('{key}')");
        test.call("PUT", &link).json(&wish).send().await.expect_status(202);
    }
    let newer = flow_with("F", &[("host", "dev2"), ("port", "81"), ("new", "z")]);
    let body = json!({"Name": "F", "ArtifactContent": STANDARD.encode(newer)});
    dev.call("PUT", FLOW).json(&body).send().await.expect_status(200);
    test.import(&dev.export("P").await).await.expect_status(201);
    let mut values = Vec::new();
    for key in ["host", "port", "new"] {
        values.push(test.value("F", key).await);
    }
    assert_eq!(values, ["test", "81", "z"]);
    let again = flow_with("F", &[("old", "default")]);
    let body = json!({"Name": "F", "ArtifactContent": STANDARD.encode(again)});
    dev.call("PUT", FLOW).json(&body).send().await.expect_status(200);
    test.import(&dev.export("P").await).await.expect_status(201);
    assert_eq!(test.value("F", "old").await, "default", "the value went with the parameter");
}
