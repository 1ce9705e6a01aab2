//! The protocol: who may enter, forms of answers, pages, errors.

use super::land::{self, ALL_ROLES, PASSWORD, results};
use serde_json::json;
use testkit::TestApp;

#[tokio::test]
async fn without_credentials_there_is_a_challenge() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let answer = dev.anonymous("GET", "IntegrationPackages").send().await.expect_status(401);
    assert!(answer.header("www-authenticate").unwrap().starts_with("Basic realm="));
    let wrong = dev.anonymous("GET", "IntegrationPackages").basic("nobody", "x").send().await.expect_status(401);
    assert!(wrong.header("www-authenticate").is_some());
}

#[tokio::test]
async fn a_person_fetches_a_csrf_token_and_changes_with_it() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.person("dora", &["PI_Integration_Developer"]).await;
    let fetch = dev.anonymous("GET", "").basic("dora", PASSWORD).header("X-CSRF-Token", "fetch").send().await;
    let fetch = fetch.expect_status(200);
    let token = fetch.header("x-csrf-token").unwrap().to_owned();
    let cookie = fetch.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let body = json!({"Id": "P", "Name": "P", "ShortText": "x"});
    let post = |path: &str| dev.anonymous("POST", path).basic("dora", PASSWORD).json(&body);
    let refused = post("IntegrationPackages").send().await.expect_status(403);
    assert_eq!(refused.header("x-csrf-token"), Some("Required"));
    let stolen = post("IntegrationPackages").header("x-csrf-token", &token).send().await;
    assert_eq!(stolen.status, 403, "the token alone, without its session");
    let taken = post("IntegrationPackages").header("x-csrf-token", &token).header("cookie", &cookie).send().await;
    assert_eq!(taken.status, 201, "{}", taken.text());
}

/// A remembered log-in rests on the person and his password as every token does, and a new role counts soon.
#[tokio::test]
async fn a_log_in_that_is_remembered_ends_with_the_password() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.person("dora", &["PI_Integration_Developer"]).await;
    let ask = |password: &str| dev.anonymous("GET", "IntegrationPackages").basic("dora", password).send();
    ask(PASSWORD).await.expect_status(200);
    app.advance(std::time::Duration::from_secs(61));
    ask(PASSWORD).await.expect_status(200);
    let sessions = app.audit().await.iter().filter(|row| row.event == "login" && row.actor == "dora").count();
    assert_eq!(sessions, 1, "the session is continued");
    let found = app.cx.db.read(async move |tx| engine::identity::person::find(tx, "dora").await).await;
    let id = found.unwrap().expect("Dora").id;
    engine::identity::person::set_password(&app.cx, id, "another", "test").await.unwrap();
    ask(PASSWORD).await.expect_status(401);
    ask("another").await.expect_status(200);
    app.cx.db.write(async move |tx| store::person::delete(tx, id).await).await.unwrap();
    ask("another").await.expect_status(401);
}

#[tokio::test]
async fn no_csrf_token_is_asked_of_a_bearer() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let body = json!({"d": {"Id": "P", "Name": "P", "ShortText": "x"}});
    let created = dev.call("POST", "IntegrationPackages").json(&body).send().await.expect_status(201);
    assert_eq!(created.json()["d"]["Id"], "P");
    assert!(created.header("location").unwrap().ends_with("/cpi/dev/api/v1/IntegrationPackages('P')"));
}

#[tokio::test]
async fn the_root_is_open_to_everybody_known() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let poor = land::client_token(&app, "dev", dev.zone, "it-rt", &["ESBMessaging.send"]).await;
    dev.anonymous("GET", "").bearer(&poor).send().await.expect_status(200);
    dev.anonymous("GET", "$metadata").bearer(&poor).send().await.expect_status(200);
    let refused = dev.anonymous("GET", "IntegrationPackages").bearer(&poor).send().await.expect_status(403);
    assert!(refused.text().contains("WebToolingWorkspace.Read"), "{}", refused.text());
}

#[tokio::test]
async fn another_tenants_token_does_not_open_this_one() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let other = land::tenant(&app, "other").await;
    dev.package("P").await;
    dev.anonymous("GET", "IntegrationPackages").bearer(&other.token).send().await.expect_status(403);
    other.get("IntegrationPackages('P')").send().await.expect_status(404);
    let by_guid = format!("/cpi/{}/api/v1/IntegrationPackages('P')", dev.zone);
    app.get(&by_guid).bearer(&dev.token).send().await.expect_status(200);
}

#[tokio::test]
async fn every_right_is_asked_for() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("P").await;
    dev.flow("P", "F").await;
    let reader = land::client_token(&app, "dev", dev.zone, "it-rt", &["WorkspacePackagesRead"]).await;
    let flow = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";
    for (method, path) in [
        ("POST", "IntegrationPackages".to_owned()),
        ("PUT", "IntegrationPackages('P')".to_owned()),
        ("DELETE", "IntegrationPackages('P')".to_owned()),
        ("POST", "IntegrationDesigntimeArtifacts".to_owned()),
        ("PUT", flow.to_owned()),
        ("DELETE", flow.to_owned()),
        ("PUT", format!("{flow}/$links/Configurations('x')")),
        ("POST", "DeployIntegrationDesigntimeArtifact?Id='F'&Version='active'".to_owned()),
        ("GET", "IntegrationRuntimeArtifacts".to_owned()),
        ("GET", "IntegrationDesigntimeLocks".to_owned()),
        ("DELETE", "IntegrationDesigntimeLocks(ResourceId='x')".to_owned()),
        ("POST", "CustomTagConfigurations".to_owned()),
        ("POST", "IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='2'".to_owned()),
    ] {
        let answer = dev.anonymous(method, &path).bearer(&reader).json(&json!({})).send().await;
        assert_eq!(answer.status, 403, "{method} {path}: {}", answer.text());
    }
    dev.anonymous("GET", flow).bearer(&reader).send().await.expect_status(200);
    assert!(ALL_ROLES.contains(&"WorkspacePackagesTransport"));
    let transport = app.get("/cpi/dev/api/1.0/transportmodule/Transport").bearer(&reader).send().await;
    assert_eq!(transport.status, 403);
}

#[tokio::test]
async fn atom_is_the_default_and_json_by_accept_or_format() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("P").await;
    let plain = dev.anonymous("GET", "IntegrationPackages").bearer(&dev.token).send().await.expect_status(200);
    assert!(plain.header("content-type").unwrap().starts_with("application/atom+xml;type=feed"));
    assert!(plain.text().contains("<m:properties>") && plain.text().contains("<d:Id>P</d:Id>"), "{}", plain.text());
    let format = dev.anonymous("GET", "IntegrationPackages?$format=json").bearer(&dev.token).send().await;
    assert_eq!(results(&format.json())[0]["Id"], "P");
    let entity = dev.get("IntegrationPackages('P')").good().await;
    let uri = format!("{}/cpi/dev/api/v1/IntegrationPackages('P')", app.url);
    assert_eq!(entity["d"]["__metadata"]["uri"], uri);
    assert_eq!(entity["d"]["__metadata"]["media_src"], format!("{uri}/$value"));
    let nav = &entity["d"]["IntegrationDesigntimeArtifacts"]["__deferred"]["uri"];
    assert_eq!(nav, &json!(format!("{uri}/IntegrationDesigntimeArtifacts")));
}

#[tokio::test]
async fn a_long_list_comes_in_pages_without_gaps_or_doubles() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    land::many_packages(&dev, 1203).await;
    let first = dev.get("IntegrationPackages?$inlinecount=allpages").good().await;
    assert_eq!((results(&first).len(), first["d"]["__count"].as_str()), (1000, Some("1203")));
    let next = first["d"]["__next"].as_str().unwrap().strip_prefix(&app.url).unwrap().to_owned();
    let second = app.get(&next).bearer(&dev.token).header("accept", "application/json").good().await;
    assert_eq!(results(&second).len(), 203);
    assert!(second["d"].get("__next").is_none());
    let mut ids: Vec<String> = [first, second].iter().flat_map(results).map(|p| p["Id"].to_string()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 1203);
    let top = dev.get("IntegrationPackages?$top=2&$skip=1").good().await;
    assert_eq!(results(&top).iter().map(|p| p["Id"].as_str().unwrap()).collect::<Vec<_>>(), ["P0001", "P0002"]);
    assert_eq!(dev.get("IntegrationPackages/$count").send().await.expect_status(200).text(), "1203");
    let filter = dev.get("IntegrationPackages?$filter=Id+eq+'P1202'").good().await;
    assert_eq!(results(&filter).len(), 1);
}

#[tokio::test]
async fn what_is_missing_is_really_404_and_says_so_in_json() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    for path in ["IntegrationPackages('x')", "IntegrationDesigntimeArtifacts(Id='x',Version='active')", "Nothing"] {
        let answer = dev.get(path).send().await.expect_status(404);
        assert_eq!(answer.json()["error"]["code"], "Not Found", "{path}");
        assert_eq!(answer.json()["error"]["message"]["lang"], "en");
    }
    let xml = dev.anonymous("GET", "IntegrationPackages('x')").bearer(&dev.token).header("accept", "application/xml");
    assert!(xml.send().await.expect_status(404).text().contains("<code>Not Found</code>"));
    dev.get("IntegrationPackages?$top=x").send().await.expect_status(400);
    dev.get("IntegrationPackages?$apply=x").send().await.expect_status(501);
    dev.get("IntegrationPackages('x").send().await.expect_status(400);
}

#[tokio::test]
async fn metadata_and_service_document_list_our_sets() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let metadata = dev.anonymous("GET", "$metadata").bearer(&dev.token).send().await.expect_status(200);
    assert!(metadata.header("content-type").unwrap().starts_with("application/xml"));
    for part in [
        "Namespace=\"com.sap.hci.api\"",
        "EntitySet Name=\"IntegrationPackages\"",
        "DeployIntegrationDesigntimeArtifact",
    ] {
        assert!(metadata.text().contains(part), "{part}");
    }
    let document = dev.get("?$format=json").good().await;
    assert!(document["d"]["EntitySets"].as_array().unwrap().contains(&json!("IntegrationRuntimeArtifacts")));
}
