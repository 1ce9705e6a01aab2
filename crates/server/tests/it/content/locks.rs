//! Locks: who holds one is told, deleting it lets others in.

use super::land::{self, results};
use serde_json::json;
use testkit::TestApp;

const FLOW: &str = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";

#[tokio::test]
async fn a_locked_artifact_refuses_imports_and_changes_until_the_lock_is_deleted() {
    let app = TestApp::start().await;
    let (dev, test) = (land::tenant(&app, "dev").await, land::tenant(&app, "test").await);
    dev.package("P").await;
    dev.flow("P", "F").await;
    test.import(&dev.export("P").await).await.expect_status(201);
    test.person("dora", &["PI_Integration_Developer"]).await;
    let dora = test.person_token("dora").await;
    app.request("PUT", "/api/v1/tenants/test/artifacts/F/lock").bearer(&dora).send().await.expect_status(204);
    dev.call("POST", "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='1.0.1'")
        .send()
        .await
        .expect_status(200);
    let export = dev.export("P").await;
    let refused = test.import(&export).await.expect_status(400);
    assert!(refused.text().contains("locked by dora"), "{}", refused.text());
    test.call("PUT", FLOW).json(&json!({"Name": "x"})).send().await.expect_status(400);
    test.call("POST", "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='9'")
        .send()
        .await
        .expect_status(500);
    let locks = test.get("IntegrationDesigntimeLocks?$format=json").good().await;
    let lock = &results(&locks)[0];
    assert_eq!(
        (&lock["ArtifactId"], &lock["CreatedBy"], &lock["PackageId"]),
        (&json!("F"), &json!("dora"), &json!("P"))
    );
    assert!(lock["CreatedAt"].as_str().unwrap().starts_with("/Date("));
    let key = format!("IntegrationDesigntimeLocks(ResourceId='{}')", lock["ResourceId"].as_str().unwrap());
    test.call("DELETE", &key).send().await.expect_status(200);
    test.call("DELETE", &key).send().await.expect_status(404);
    test.import(&export).await.expect_status(201);
    assert_eq!(test.get(FLOW).good().await["d"]["Version"], "1.0.1");
}
