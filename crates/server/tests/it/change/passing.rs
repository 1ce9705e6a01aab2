//! The pass-through, with the server's own transport management behind it, and with a fake one that misbehaves.

use super::fake::Fake;
use super::kit::{Land, PASS, TENANT};
use engine::change::pass_through::{Answer, Passed, pass};
use engine::platform::instance::NewInstance;
use engine::platform::{binding, instance};
use futures_util::StreamExt;
use model::role::alm::{CDM_DISPLAY, CDM_MANAGE};
use serde_json::{Value, json};

fn export(node: &str, file: &Value) -> Value {
    json!({
        "nodeName": node, "contentType": "MTA", "storageType": "FILE", "description": "Pricing", "namedUser": "jo",
        "entries": [{ "uri": file }],
    })
}

async fn transports(land: &Land) -> Vec<Value> {
    let wish = engine::change::transport::ListOptions { assigned: Some(false), before: None, limit: 100 };
    let found = engine::change::transport::list(&land.cx, land.developer(), TENANT, wish).await.unwrap();
    let shown = |one: engine::change::feature::Transport| {
        json!([one.id, one.way.label(), one.way.source, one.way.target().map(|stop| stop.name.clone()), one.owner])
    };
    found.into_iter().map(shown).collect()
}

#[tokio::test]
async fn the_root_is_not_found_with_a_hint_with_and_without_a_token() {
    let land = Land::start().await;
    let token = land.token(&[CDM_DISPLAY]).await;
    for path in [PASS.to_owned(), format!("{PASS}/"), format!("{PASS}//")] {
        let open = land.app.get(&path).send().await.expect_status(404);
        assert!(open.json()["message"].as_str().unwrap().contains("v2/nodes"));
        let _ = land.app.get(&path).bearer(&token).send().await.expect_status(404);
    }
}

#[tokio::test]
async fn without_a_token_or_scope_nothing_is_handed_on() {
    let land = Land::start().await;
    let refused = land.app.get(&format!("{PASS}/v2/nodes")).send().await.expect_status(401);
    assert_eq!(refused.json()["error"], "unauthorized");
    assert!(refused.header("www-authenticate").is_some());
    let reader = land.token(&["calm-api.features.read"]).await;
    let refused = land.pass("POST", "/v2/nodes/export", &reader).json(&json!({})).send().await.expect_status(403);
    assert!(refused.text().contains("imp-cdm-feature-manage-ui"), "{}", refused.text());
    let display = land.token(&[CDM_DISPLAY]).await;
    let _ = land.pass("POST", "/v2/nodes/export", &display).json(&json!({})).send().await.expect_status(403);
    assert!(land.pass("GET", "/v2/nodes", &display).good().await["nodes"].is_array());
    let manage = land.token(&[CDM_MANAGE]).await;
    assert!(land.pass("GET", "/v2/nodes", &manage).good().await["nodes"].is_array());
    let other = "/alm/other/api/imp-cdm-transport-management-api/v1/v2/nodes";
    let _ = land.app.get(other).bearer(&manage).send().await.expect_status(403);
}

#[tokio::test]
async fn a_key_with_both_authorities_exports_and_the_transport_is_offered() {
    let land = Land::start().await;
    land.landscape().await;
    let key = key(&land, &["imp-cdm-feature-display-ui", "imp-cdm-feature-manage-ui"]).await;
    assert!(key.get("uri").is_none());
    let base = key["endpoints"]["Api"].as_str().unwrap().to_owned();
    assert!(base.ends_with("/alm/alm/api"), "{base}");
    let uaa = &key["uaa"];
    let (url, id, secret) = (uaa["url"].as_str(), uaa["clientid"].as_str(), uaa["clientsecret"].as_str());
    let token = land.app.client_token(url.unwrap(), id.unwrap(), secret.unwrap()).await;

    let content = testkit::mtar("shop", "1.0.0");
    let file = land.upload(&token, &content).await;
    let answer = land.pass("POST", "//v2/nodes/export", &token).json(&export("DEV", &file)).send().await;
    let answer = answer.expect_status(200).json();
    assert_eq!(answer["queueEntries"].as_array().unwrap().len(), 1);
    assert_eq!(answer["queueEntries"][0]["nodeName"], "TEST");
    let request = &answer["transportRequestId"];
    assert_eq!(transports(&land).await, [json!([request, "Released", "DEV", "TEST", "jo"])]);

    assert_eq!(stored(&land, file.as_i64().unwrap()).await, i64::try_from(content.len()).unwrap());
}

/// How large an uploaded file is in transport management.
async fn stored(land: &Land, id: i64) -> i64 {
    let sql = "select size from file where id = $1";
    let found: engine::Result<i64> = land.cx.db.read(async move |tx| Ok(tx.query_one(sql, store::p![id]).await?)).await;
    found.unwrap()
}

/// A service key of an instance with these authorities.
async fn key(land: &Land, authorities: &[&str]) -> Value {
    let made = instance::create(&land.app.cx, wanted(land, authorities)).await.expect("an instance");
    let bound = binding::create(&land.app.cx, made.id, "key", json!({}), "admin").await.expect("a key");
    binding::credentials(&land.app.cx, bound.id).await.expect("the key")
}

fn wanted(land: &Land, authorities: &[&str]) -> NewInstance {
    let authorities: Vec<String> = authorities.iter().map(|name| format!("$XSMASTERAPPNAME.{name}")).collect();
    NewInstance {
        subaccount: land.subaccount,
        space: None,
        service: "SAPCloudALMAPIs".to_owned(),
        plan: "standard".to_owned(),
        name: "CALMFeatureDeployment".to_owned(),
        parameters: json!({ "xs-security": { "xsappname": "CALMFeatureDeployment", "authorities": authorities } }),
        created_by: "admin".to_owned(),
    }
}

#[tokio::test]
async fn an_unknown_authority_is_named() {
    let land = Land::start().await;
    let refused = instance::create(&land.app.cx, wanted(&land, &["imp-cdm-feature-mange-ui"])).await.unwrap_err();
    assert!(refused.message().contains("imp-cdm-feature-mange-ui"), "{}", refused.message());
}

#[tokio::test]
async fn an_upload_into_test_has_the_source_in_front_of_it() {
    let land = Land::start().await;
    land.landscape().await;
    let token = land.token(&[CDM_MANAGE]).await;
    let file = land.upload(&token, &testkit::mtar("shop", "1.0.0")).await;
    let answer = land.pass("POST", "/v2/nodes/upload", &token).json(&export("TEST", &file)).good().await;
    let request = &answer["transportRequestId"];
    assert_eq!(transports(&land).await, [json!([request, "Released", "DEV", "TEST", "jo"])]);
}

#[tokio::test]
async fn a_wrong_node_name_or_a_missing_route_reaches_the_producer_unchanged() {
    let land = Land::start().await;
    land.landscape().await;
    let token = land.token(&[CDM_MANAGE]).await;
    let file = land.upload(&token, &testkit::mtar("shop", "1.0.0")).await;
    let refused = land.pass("POST", "/v2/nodes/export", &token).json(&export("dev", &file)).send().await;
    assert_eq!(refused.status, 404);
    assert!(refused.json()["errorType"].is_string(), "{}", refused.text());
    let refused = land.pass("POST", "/v2/nodes/export", &token).json(&export("PROD", &file)).send().await;
    assert!(refused.status >= 400, "{}", refused.text());
    assert!(transports(&land).await.is_empty());
}

#[tokio::test]
async fn what_would_go_round_the_features_is_refused() {
    let land = Land::start().await;
    land.landscape().await;
    let token = land.token(&[CDM_DISPLAY, CDM_MANAGE]).await;
    for (method, path) in [
        ("POST", "/v2/nodes/1/transportRequests/importAll"),
        ("POST", "/v2/nodes"),
        ("DELETE", "/v2/nodes/1"),
        ("PUT", "/v2/routes/1"),
    ] {
        let _ = land.pass(method, path, &token).json(&json!({})).send().await.expect_status(403);
    }
}

fn passed(method: &str, path: &str, kind: &str, body: &[u8]) -> Passed {
    let content = futures_util::stream::iter([Ok(bytes::Bytes::copy_from_slice(body))]).boxed();
    Passed {
        method: method.to_owned(),
        path: path.to_owned(),
        query: None,
        headers: vec![("tms-named-user".to_owned(), "jo".to_owned())],
        content_type: Some(kind.to_owned()),
        length: Some(body.len() as u64),
        content,
    }
}

async fn text(answer: Answer) -> (u16, String) {
    let pieces: Vec<_> = answer.content.collect().await;
    let bytes: Vec<u8> = pieces.into_iter().flat_map(|piece| piece.unwrap().to_vec()).collect();
    (answer.status, String::from_utf8(bytes).unwrap())
}

async fn land_with_fake() -> (Land, Fake) {
    Land::with_fake().await
}

#[tokio::test]
async fn refusals_of_transport_management_come_back_byte_for_byte() {
    let (land, fake) = land_with_fake().await;
    for status in [400, 404, 422, 500, 503] {
        let body = format!("{{\"errorType\" : \"X{status}\" }}");
        fake.state.lock().unwrap().answer = Some((status, body.clone()));
        let sent =
            passed("POST", "/v2/nodes/export", "application/json", export("DEV", &json!("1")).to_string().as_bytes());
        let answer = pass(&land.cx, land.producer(), TENANT, sent).await.unwrap();
        assert_eq!(text(answer).await, (status, body));
    }
    assert!(transports(&land).await.is_empty());
}

#[tokio::test]
async fn a_body_goes_through_as_it_came() {
    let (land, fake) = land_with_fake().await;
    let (kind, body) = ("multipart/form-data; boundary=\"--x 1\"", b"--\0\xff odd \r\n bytes".as_slice());
    let answer = pass(&land.cx, land.producer(), TENANT, passed("POST", "/v2/files/upload", kind, body)).await.unwrap();
    assert_eq!(answer.status, 404, "the fake knows no files");
    assert_eq!(fake.state.lock().unwrap().bodies.last().unwrap(), &(kind.to_owned(), body.to_vec()));
}

#[tokio::test]
async fn a_transport_that_could_not_be_noted_is_found_by_the_sync() {
    let (land, _fake) = land_with_fake().await;
    let sent =
        passed("POST", "/v2/nodes/export", "application/json", export("DEV", &json!("1")).to_string().as_bytes());
    let answer = pass(&land.cx, land.producer(), TENANT, sent).await.unwrap();
    assert_eq!(answer.status, 200);
    let sql = "delete from alm_transport";
    let lost: engine::Result<u64> = land.cx.db.write(async move |tx| Ok(tx.execute(sql, store::p![]).await?)).await;
    assert_eq!(lost.unwrap(), 1);
    land.run_jobs().await;
    let found = transports(&land).await;
    assert_eq!((&found[0][1], &found[0][2], &found[0][3]), (&json!("Released"), &json!("DEV"), &json!("TEST")));
}

#[tokio::test]
async fn nobody_there_is_an_error_of_the_gateway() {
    let mut land = Land::start().await;
    land.redirect("http://127.0.0.1:9");
    let refused = pass(&land.cx, land.producer(), TENANT, passed("GET", "/v2/nodes", "text/plain", b"")).await;
    assert_eq!(refused.err().unwrap().code(), Some("bad_gateway"));
}
