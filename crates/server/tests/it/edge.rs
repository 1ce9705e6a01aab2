//! What the edge does to every answer and every request, whatever the service.

use crate::content::land;
use serde_json::json;
use testkit::{Answer, TestApp};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// A route of each service that answers without a token, be it a refusal.
const EVERYWHERE: [&str; 14] = [
    "/healthz",
    "/tms/v2/nodes",
    "/cpi/x/api/v1/IntegrationPackages",
    "/cf/v3",
    "/cf-uaa/login",
    "/uaa/token_keys",
    "/deploy-service/public/ping",
    "/content-agent/v1/activities",
    "/accounts/v1/subaccounts",
    "/service-manager/v1/service_plans",
    "/destination-configuration/v1/subaccountDestinations",
    "/alm/x/api/calm-features/v1/Features",
    "/api/v1/openapi.json",
    "/nope",
];

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let app = TestApp::start().await;
    for path in EVERYWHERE {
        let answer = app.get(path).send().await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("content-security-policy", "frame-ancestors 'none'"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert_eq!(answer.header("strict-transport-security"), None, "{path}: plain http");
    }
    let admin = &app.first.administrator;
    let form = [("grant_type", "password"), ("username", &admin.user_name), ("password", &admin.password)];
    let token = app.post("/cf-uaa/oauth/token").basic("cf", "").form(&form).send().await.expect_status(200);
    assert_eq!(token.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_public_https_name_is_kept_to_https() {
    let named = model::address::Addresses::new("https://ropeway.example.org", None);
    let app = TestApp::start_with(|settings| settings.addresses = named).await;
    let kept = app.get("/healthz").send().await;
    assert_eq!(kept.header("strict-transport-security"), Some("max-age=31536000; includeSubDomains"));
}

#[tokio::test]
async fn an_encoded_body_is_refused_by_name_in_the_words_of_the_service() {
    let app = TestApp::start().await;
    for (path, at) in [
        ("/tms/v2/nodes", "/errorType"),
        ("/cpi/x/api/v1/IntegrationPackages", "/error/message/value"),
        ("/cf/v3/service_instances", "/errors/0/detail"),
        ("/uaa/x/oauth/token", "/error_description"),
        ("/content-agent/v1/contentResources/export", "/error/message"),
        ("/accounts/v1/subaccounts", "/error/message"),
        ("/service-manager/v1/service_instances", "/description"),
        ("/destination-configuration/v1/subaccountDestinations", "/ErrorMessage"),
        ("/alm/x/api/calm-features/v1/Features", "/error/message"),
        ("/api/v1/landscape", "/error/code"),
    ] {
        let gzip =
            app.post(path).header("content-encoding", "gzip").body("application/json", &b"\x1f\x8b"[..]).send().await;
        let gzip = gzip.expect_status(415);
        assert_eq!(gzip.header("accept-encoding"), Some("identity"), "{path}");
        assert!(gzip.text().contains("'gzip' is not supported"), "{path}: {}", gzip.text());
        assert!(gzip.json().pointer(at).is_some(), "{path}: {}", gzip.text());
    }
    let deploy =
        app.post("/deploy-service/x").header("content-encoding", "br").body("text/plain", &b"x"[..]).send().await;
    assert!(deploy.expect_status(415).text().starts_with("the body's Content-Encoding 'br'"));
    let plain =
        app.post("/tms/v2/nodes").header("content-encoding", "identity").body("text/plain", &b"x"[..]).send().await;
    assert_eq!(plain.status, 401);
}

fn package(land: &land::Tenant<'_>, body: &[u8]) -> testkit::Request {
    land.call("POST", "IntegrationPackages").body("application/json", body)
}

async fn half_a_package(app: &TestApp, token: &str, length: usize) -> TcpStream {
    let mut socket = TcpStream::connect(app.url.strip_prefix("http://").unwrap()).await.unwrap();
    let head = format!(
        "POST /cpi/dev/api/v1/IntegrationPackages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\
         Expect: 100-continue\r\nContent-Length: {length}\r\n\r\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    // The server asks for the body when it has made room for it.
    let mut go_on = [0; 25];
    let _ = tokio::io::AsyncReadExt::read_exact(&mut socket, &mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    socket
}

#[tokio::test]
async fn large_bodies_share_a_bounded_memory() {
    let app = TestApp::start_with(|settings| {
        settings.max_body_memory = 1 << 20;
        settings.body_patience = std::time::Duration::from_millis(100);
    })
    .await;
    let land = land::tenant(&app, "dev").await;
    let large = vec![b' '; 600_000];
    let first = half_a_package(&app, &land.token, large.len()).await;
    let refused: Answer = package(&land, &large).send().await.expect_status(503);
    assert_eq!(refused.header("retry-after"), Some("5"));
    assert!(refused.text().contains("too many large uploads"), "{}", refused.text());
    assert_eq!(package(&land, &large[..100_000]).send().await.status, 400, "a smaller one finds room");
    drop(first);
    while package(&land, &large).send().await.status == 503 {}
}

#[tokio::test]
async fn downloads_share_that_memory_and_give_it_back() {
    let app = TestApp::start_with(|settings| {
        settings.max_body_memory = 64 << 10;
        settings.body_patience = std::time::Duration::from_millis(100);
    })
    .await;
    let land = land::tenant(&app, "dev").await;
    land.package("P").await;
    land.flow("P", "F").await;
    let transport = "/cpi/dev/api/1.0/transportmodule/Transport/packages/P";
    let flow = "/cpi/dev/api/v1/IntegrationDesigntimeArtifacts(Id='F',Version='active')/$value";
    let package = "/cpi/dev/api/v1/IntegrationPackages('P')/$value";
    let get = async |path: &str| app.get(path).bearer(&land.token).send().await.status;
    // An upload that takes all the room there is.
    let held = half_a_package(&app, &land.token, 100_000).await;
    let resources = "/cpi/dev/api/v1/IntegrationDesigntimeArtifacts(Id='F',Version='active')/Resources";
    let one = format!("{resources}(Name='none',ResourceType='groovy')");
    let expanded = "/cpi/dev/api/v1/IntegrationPackages('P')/IntegrationDesigntimeArtifacts?$expand=Resources";
    for path in [flow, package, transport, resources, one.as_str(), expanded] {
        assert_eq!(get(path).await, 503, "{path}");
    }
    // What is changed, deployed or saved is read first.
    let body = json!({"Name": "n.groovy", "ResourceType": "groovy", "ResourceContent": "eA=="});
    let added = app.post(resources).bearer(&land.token).json(&body).send().await;
    assert_eq!(added.status, 503, "{}", added.text());
    let saved = "/cpi/dev/api/v1/IntegrationDesigntimeArtifactSaveAsVersion?Id='F'&SaveAsVersion='9.9.9'";
    assert_eq!(app.post(saved).bearer(&land.token).send().await.status, 503);
    let model = "/api/v1/tenants/dev/designtime/IFlow/F/model";
    assert_eq!(get(model).await, 503);
    drop(held);
    while get(flow).await == 503 {}
    for _ in 0..50 {
        assert_eq!(get(flow).await, 200, "each gives its room back");
    }
    assert_ne!(get(package).await, 503);
}
