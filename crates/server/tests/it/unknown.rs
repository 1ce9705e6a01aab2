//! What there is not: every service refuses it in its own words, never with an empty body.

use testkit::{Answer, TestApp};

async fn asked(app: &TestApp, method: &str, path: &str) -> Answer {
    app.request(method, path).send().await
}

#[tokio::test]
async fn an_unknown_path_is_refused_in_the_words_of_its_service() {
    let app = TestApp::start().await;
    for (path, at) in [
        ("/tms", "/errorType"),
        ("/tms/", "/errorType"),
        ("/tms/v2/nope", "/errorType"),
        ("/cf/nope", "/errors/0/code"),
        ("/cf/v2/info", "/errors/0/code"),
        ("/cf/v3/nope", "/errors/0/code"),
        ("/cf-uaa", "/error_description"),
        ("/cf-uaa/nope", "/error_description"),
        ("/uaa/alm/nope", "/error_description"),
        ("/nope", "/error/code"),
        ("/api/v1/nope", "/error/code"),
    ] {
        let answer = asked(&app, "GET", path).await.expect_status(404).json();
        assert!(!answer.pointer(at).unwrap_or_default().is_null(), "{path}: {answer}");
    }
    assert_eq!(asked(&app, "GET", "/deploy-service").await.expect_status(404).text(), "Not Found");
    assert_eq!(asked(&app, "GET", "/deploy-service/nope").await.expect_status(404).text(), "Not Found");
}

#[tokio::test]
async fn a_method_that_is_not_there_is_refused_in_the_words_of_its_service() {
    let app = TestApp::start().await;
    for (method, path, at) in [
        ("DELETE", "/tms/v2/nodes", "/errorType"),
        ("PATCH", "/tms/v2/nodes/1", "/errorType"),
        ("GET", "/tms/v2/files/upload", "/errorType"),
        ("GET", "/tms//v2/files/upload", "/errorType"),
        ("OPTIONS", "/tms/v2/nodes", "/errorType"),
        ("POST", "/cf-uaa/login", "/error_description"),
        ("PUT", "/content-agent/v1/activities", "/error/message"),
    ] {
        let answer = asked(&app, method, path).await.expect_status(405);
        assert!(!answer.json().pointer(at).unwrap_or_default().is_null(), "{method} {path}: {}", answer.json());
        assert!(answer.header("allow").is_some(), "{method} {path}");
    }
    let ping = asked(&app, "POST", "/deploy-service/public/ping").await.expect_status(405);
    assert_eq!(ping.text(), "Method Not Allowed");
    // Cloud Foundry knows no 405.
    for path in ["/cf", "/cf/v3/organizations", "/cf/v3/apps"] {
        let answer = asked(&app, "PUT", path).await.expect_status(404).json();
        assert_eq!(answer["errors"][0]["detail"], "Unknown request", "{path}");
    }
}

#[tokio::test]
async fn a_path_whose_escapes_are_no_text_is_refused_in_the_words_of_its_service() {
    let app = TestApp::start().await;
    for (path, at) in [
        ("/tms/v2/nodes/%ff", "/errorType"),
        ("/content-agent/v1/operations/%c3%28", "/error/message"),
        ("/uaa/%ff/oauth/token", "/error_description"),
    ] {
        let answer = asked(&app, "GET", path).await.expect_status(400).json();
        assert!(!answer.pointer(at).unwrap_or_default().is_null(), "{path}: {answer}");
    }
    let answer = asked(&app, "GET", "/cf/v3/spaces/%ff").await.expect_status(404).json();
    assert_eq!(answer["errors"][0]["code"], 10000);
}

/// A query that cannot be read, or a body that is too long: neither is refused in bare text.
#[tokio::test]
async fn what_no_handler_can_take_is_refused_in_the_words_of_the_service() {
    let app = TestApp::start().await;
    let uaa = &app.first.cis.uaa;
    let cis = app.client_token(&uaa.url, &uaa.clientid, &uaa.clientsecret).await;
    let admin = &app.first.administrator;
    let cf = app.cf_token(&admin.user_name, &admin.password).await;
    for (token, path, at) in [
        (&cis, "/accounts/v1/subaccounts/00000000-0000-4000-8000-000000000001?forceDelete=maybe", "/error/message"),
        (&cis, "/accounts/v1/globalAccount?expand=maybe", "/error/message"),
        (&cis, "/entitlements/v1/assignments?entitledServicesOnly=maybe", "/error/message"),
        (&cf, "/cf-uaa/Users?startIndex=x", "/error_description"),
    ] {
        let method = if path.contains("forceDelete") { "DELETE" } else { "GET" };
        let refused = app.request(method, path).bearer(token).send().await.expect_status(400);
        assert!(refused.json().pointer(at).is_some_and(|text| text.to_string().contains("query")), "{path}");
    }
    let long = || app.post("/accounts/v1/subaccounts").bearer(&cis).body("application/json", vec![b' '; 3 << 20]);
    let refused = long().send().await;
    assert!(
        (400..=413).contains(&refused.status) && refused.json()["error"]["message"].is_string(),
        "{}",
        refused.text()
    );
}
