//! Finding a destination, with what is needed to be let in at the target.

use super::{FIND, INSTANCE, SUBACCOUNT, Tenant, client, oauth, open, register};
use engine::Error;
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use testkit::TestApp;
use testkit::scripted::{Asked, Reply, Server, reply};

/// Hands out `t1`, `t2`, …
fn tokens() -> impl Fn(&Asked) -> Reply + Send + Sync + 'static {
    let count = AtomicUsize::new(0);
    move |_| {
        let n = count.fetch_add(1, Ordering::SeqCst) + 1;
        reply(200, format!(r#"{{"access_token":"t{n}","token_type":"bearer","expires_in":43199,"scope":"a b"}}"#))
    }
}

#[tokio::test]
async fn a_missing_destination_is_missing_in_the_exact_words() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let answer = dev.request("GET", &format!("{FIND}/Nobody?$skipTokenRetrieval=true")).send().await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.text(), r#"{"ErrorMessage":"Configuration with the specified name was not found"}"#);
}

#[tokio::test]
async fn the_instance_comes_before_the_subaccount() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("A", "https://subaccount.example")).await;
    dev.request("POST", INSTANCE).json(&open("A", "https://instance.example")).good().await;
    let found = dev.find("A").await;
    assert_eq!(found["owner"], json!({"SubaccountId": dev.guid, "InstanceId": dev.instance}));
    assert_eq!(found["destinationConfiguration"]["URL"], "https://instance.example");
    let v2 = |name: &str| format!("/destination-configuration/v2/destinations/{name}");
    let lower = dev.request("GET", &v2("A@subaccount")).good().await;
    assert_eq!(lower["destinationConfiguration"]["URL"], "https://subaccount.example");
    let upper = dev.request("GET", &v2("A@instance")).good().await;
    assert_eq!(upper["destinationConfiguration"]["URL"], "https://instance.example");
    dev.request("DELETE", &format!("{INSTANCE}/A")).good().await;
    let found = dev.find("A").await;
    assert_eq!(found["owner"], json!({"SubaccountId": dev.guid, "InstanceId": null}));
    assert_eq!(dev.request("GET", &v2("A@instance")).send().await.status, 404);
    assert_eq!(dev.request("GET", &v2("A@planet")).send().await.status, 400);
    assert_eq!(dev.request("GET", &v2("A")).good().await["owner"]["InstanceId"], json!(null));
}

#[tokio::test]
async fn a_token_is_fetched_once_and_again_after_a_change() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(tokens()).await;
    let token_url = format!("{}/oauth/token", server.url());
    dev.create(&oauth("A", "https://a.example", &token_url)).await;
    let found = dev.find("A").await;
    let first = json!([{
        "type": "Bearer", "value": "t1", "http_header": {"key": "Authorization", "value": "Bearer t1"},
        "expires_in": "43199", "scope": "a b",
    }]);
    assert_eq!(found["destinationConfiguration"], oauth("A", "https://a.example", &token_url));
    assert_eq!(found["authTokens"][0]["value"], first[0]["value"]);
    assert_eq!(found["authTokens"][0]["http_header"], first[0]["http_header"]);
    let expires: i64 = found["authTokens"][0]["expires_in"].as_str().unwrap().parse().unwrap();
    assert!((43_190..=43_199).contains(&expires));
    assert_eq!(dev.find("A").await["authTokens"][0]["value"], "t1");
    assert_eq!(server.count("/oauth/token"), 1);
    dev.request("PUT", SUBACCOUNT).json(&oauth("A", "https://b.example", &token_url)).good().await;
    let found = dev.find("A").await;
    assert_eq!(found["destinationConfiguration"]["URL"], "https://b.example");
    assert_eq!(found["authTokens"][0]["value"], "t2");
    assert_eq!(
        server.asked()[0].text(),
        "grant_type=client_credentials&client_id=sb-c%21b1%7Capp%21b2&client_secret=dest-s3cr3t"
    );
}

#[tokio::test]
async fn a_token_that_cannot_be_got_is_told_in_its_place_and_not_remembered() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server =
        Server::start(|_| reply(401, r#"{"error":"unauthorized","error_description":"Bad credentials"}"#)).await;
    dev.create(&oauth("A", "https://a.example", &format!("{}/oauth/token", server.url()))).await;
    for _ in 0..2 {
        let token = dev.find("A").await["authTokens"][0].clone();
        assert_eq!((&token["type"], &token["value"]), (&json!(""), &json!("")));
        let error = token["error"].as_str().unwrap();
        assert!(error.contains("401 Unauthorized (unauthorized: Bad credentials)"), "{error}");
        assert!(token.get("http_header").is_none());
    }
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn token_and_credentials_can_be_left_out() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(tokens()).await;
    dev.create(&oauth("A", "https://a.example", &format!("{}/oauth/token", server.url()))).await;
    let found = dev.find("A?$skipTokenRetrieval=true").await;
    assert!(found.get("authTokens").is_none());
    assert_eq!(found["destinationConfiguration"]["clientSecret"], "dest-s3cr3t");
    assert!(server.asked().is_empty());
    let found = dev.find("A?$skipCredentials=true").await;
    assert!(found["destinationConfiguration"].get("clientSecret").is_none());
    assert_eq!(found["destinationConfiguration"]["clientId"], "sb-c!b1|app!b2");
}

#[tokio::test]
async fn without_authentication_there_is_no_token() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("A", "https://a.example")).await;
    assert!(dev.find("A").await.get("authTokens").is_none());
}

#[tokio::test]
async fn user_and_password_become_a_header() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(
        &json!({"Name": "B", "Type": "HTTP", "URL": "https://b.example", "Authentication": "BasicAuthentication",
        "User": "jürgen", "Password": "pä55"}),
    )
    .await;
    let value = "asO8cmdlbjpww6Q1NQ==";
    assert_eq!(
        dev.find("B").await["authTokens"],
        json!([{"type": "Basic", "value": value, "http_header": {"key": "Authorization", "value": format!("Basic {value}")}}])
    );
}

#[tokio::test]
async fn the_tenant_of_a_common_token_url_is_filled_in() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(tokens()).await;
    let mut common = oauth("Common", "https://a.example", &format!("{}/uaa/{{tenant}}/oauth/token", server.url()));
    common["tokenServiceURLType"] = json!("Common");
    dev.create(&common).await;
    dev.create(&oauth("Dedicated", "https://a.example", &format!("{}/oauth/token", server.url()))).await;
    let find = |name: &str| dev.request("GET", &format!("{FIND}/{name}"));
    find("Common").header("X-tenant", "subscriber").good().await;
    find("Common").good().await;
    find("Common").header("X-user-token", &dev.token).good().await;
    let paths: Vec<String> = server.asked().into_iter().map(|asked| asked.path).collect();
    // The user's tenant is the caller's own, whose token is there already.
    assert_eq!(paths, ["/uaa/subscriber/oauth/token", "/uaa/cpi-dev/oauth/token"]);
    for refused in [
        find("Dedicated").header("X-tenant", "subscriber"),
        find("Common").header("X-tenant", "subscriber").header("X-user-token", &dev.token),
        find("Common").header("X-tenant", "evil.example/x"),
        find("Common").header("X-user-token", "nonsense"),
        find("Dedicated").header("X-fragment-name", "f"),
    ] {
        let answer = refused.send().await;
        assert_eq!(answer.status, 400, "{}", answer.text());
    }
    assert!(find("Dedicated").header("X-user-token", &dev.token).good().await["authTokens"][0]["value"].is_string());
}

#[tokio::test]
async fn types_without_a_flow_are_kept_and_say_so() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let mut saml = oauth("S", "https://a.example", "https://t.example/oauth/token");
    saml["Authentication"] = json!("OAuth2SAMLBearerAssertion");
    saml["audience"] = json!("https://aud.example");
    dev.create(&saml).await;
    let found = dev.find("S").await;
    assert_eq!(found["destinationConfiguration"], saml);
    assert_eq!(
        found["authTokens"],
        json!([{"type": "", "value": "",
            "error": "retrieving a token for authentication type OAuth2SAMLBearerAssertion is not supported"}])
    );
}

#[tokio::test]
async fn the_key_of_a_destination_is_deleted() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let zone = dev.guid.parse().unwrap();
    register(&app, client("target-client", zone, None)).await;
    let mut own = oauth("T", &app.url, &format!("{}/oauth/token", app.cx.addresses().uaa("cpi-dev")));
    own["clientId"] = json!("target-client");
    own["clientSecret"] = json!("instance-secret");
    dev.create(&own).await;
    let value = dev.find("T").await["authTokens"][0]["value"].as_str().unwrap().to_owned();
    assert_eq!(value.split('.').count(), 3);
    let removed: Result<(), Error> =
        app.cx.db.write(async move |tx| engine::identity::client::remove(tx, "target-client").await).await;
    removed.unwrap();
    own["Description"] = json!("changed, so that the token in hand is not used again");
    dev.request("PUT", SUBACCOUNT).json(&own).good().await;
    let token = dev.find("T").await["authTokens"][0].clone();
    assert_eq!(token["value"], "");
    assert!(token["error"].as_str().unwrap().contains("check client id and secret"), "{token}");
}

#[tokio::test]
async fn a_token_is_renewed_when_its_time_is_over() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(|_| reply(200, r#"{"access_token":"t","expires_in":5}"#)).await;
    dev.create(&oauth("A", "https://a.example", &format!("{}/oauth/token", server.url()))).await;
    dev.find("A").await;
    app.advance(Duration::from_secs(1));
    dev.find("A").await;
    assert_eq!(server.asked().len(), 2, "a token of five seconds is too short-lived to be kept");
}
