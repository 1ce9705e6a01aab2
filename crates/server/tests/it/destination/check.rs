//! The connection check.

use super::{Tenant, oauth, open};
use engine::Caller;
use engine::platform::destination::right::Check;
use serde_json::{Value, json};
use std::time::Duration;
use testkit::scripted::{Server, reply};
use testkit::{Answer, TestApp};

async fn try_check(tenant: &Tenant<'_>, subaccount: &str, name: &str) -> Answer {
    tenant.request("POST", &format!("/api/v1/subaccounts/{subaccount}/destinations/{name}/check")).send().await
}

async fn check(tenant: &Tenant<'_>, name: &str) -> Value {
    try_check(tenant, &tenant.guid, name).await.good()
}

#[tokio::test]
async fn the_root_of_the_pass_through_is_not_found_which_is_fine() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(|asked| match asked.path.as_str() {
        "/oauth/token" => reply(200, r#"{"access_token":"t","expires_in":60}"#),
        _ => reply(404, "{}"),
    });
    let server = server.await;
    let url = format!("{}/api/imp-cdm-transport-management-api/v1", server.url());
    let mut given = oauth("TransportManagementService", &url, &format!("{}/oauth/token", server.url()));
    given["sourceSystemId"] = json!("DEV");
    dev.create(&given).await;
    let told = check(&dev, "TransportManagementService").await;
    assert_eq!(
        told,
        json!({
            "reachable": true, "status": 404, "reason": "Not Found",
            "message": "Connection to \"TransportManagementService\" is established. Response returned: \"404: Not Found\"",
            "severity": "warning",
            "meaning": "normal: the pass-through API of Cloud ALM has nothing at its root; transports are not affected",
            "credentials": {"ok": true, "message": "a token was fetched: client and secret are right"},
            "hints": [],
        })
    );
}

#[tokio::test]
async fn any_answer_below_500_means_that_somebody_is_there() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    for (status, reachable) in [(401, true), (403, true), (302, true), (499, true), (500, false)] {
        let server = Server::start(move |_| reply(status, "")).await;
        let name = format!("D{status}");
        dev.create(&open(&name, &server.url())).await;
        let told = check(&dev, &name).await;
        assert_eq!((&told["reachable"], &told["status"]), (&json!(reachable), &json!(status)), "{told}");
    }
}

#[tokio::test]
async fn nobody_no_name_and_no_answer_are_failures_that_say_why() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&open("NoName", "https://nobody.invalid")).await;
    dev.create(&open("Nobody", "http://127.0.0.1:1")).await;
    for (name, why) in [("NoName", "its name is not known"), ("Nobody", "no connection could be made")] {
        let told = check(&dev, name).await;
        assert_eq!(
            (&told["reachable"], &told["status"], &told["severity"]),
            (&json!(false), &json!(null), &json!("error"))
        );
        assert!(told["meaning"].as_str().unwrap().contains(why), "{told}");
        assert_eq!(told["message"], format!("Connection to \"{name}\" could not be established"));
    }
}

#[tokio::test]
async fn a_silent_target_is_given_up() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let silent = Server::start(|_| reply(0, "")).await;
    dev.create(&open("Silent", &silent.url())).await;
    let mut cx = app.cx.clone();
    cx.http = cx.http.changed(|options| options.short_timeout = Duration::from_millis(50)).unwrap();
    let caller = Caller::<Check>::system("test", dev.guid.parse().unwrap());
    let told = engine::platform::destination::check::check(&cx, caller, &dev.guid, "Silent").await.unwrap();
    assert!(!told.reachable && told.meaning.contains("did not answer in time"), "{told:?}");
}

#[tokio::test]
async fn the_check_sends_no_credentials_and_tells_about_them_apart() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let server = Server::start(|asked| match asked.path.as_str() {
        "/oauth/token" => reply(401, r#"{"error":"unauthorized"}"#),
        _ => reply(401, ""),
    });
    let server = server.await;
    dev.create(&oauth("ContentAssemblyService", &server.url(), &format!("{}/oauth/token", server.url()))).await;
    let told = check(&dev, "ContentAssemblyService").await;
    assert_eq!((&told["reachable"], &told["severity"]), (&json!(true), &json!("success")));
    assert!(told["meaning"].as_str().unwrap().starts_with("normal: the Content Agent asks for a token"));
    assert_eq!(told["credentials"]["ok"], false);
    assert!(told["credentials"]["message"].as_str().unwrap().contains("401 Unauthorized (unauthorized)"));
    let probe = server.asked().into_iter().find(|asked| asked.path == "/").unwrap();
    assert_eq!((probe.method.as_str(), probe.header("authorization")), ("GET", None));
    assert!(!probe.text().contains("dest-s3cr3t"));
}

#[tokio::test]
async fn inner_addresses_are_refused_with_the_same_words() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let inner = Server::start(|_| reply(200, "")).await;
    let names = [
        // Never a metadata service's: the test would call it, if the filter had a hole.
        ("Six", format!("http://[::ffff:127.0.0.1]:{}/", inner.port)),
        ("Local", format!("http://localhost:{}/", inner.port)),
        ("Loop", format!("http://127.0.0.1:{}/", inner.port)),
        ("Public", format!("http://public.example:{}/", inner.port)),
    ];
    for (name, url) in &names {
        dev.create(&open(name, url)).await;
    }
    let mut cx = app.cx.clone();
    let hosts = [("public.example".to_owned(), vec!["127.0.0.1".parse().unwrap()])].into();
    let strict = cx.http.changed(|options| {
        options.allow_private = false;
        options.hosts = hosts;
    });
    cx.http = strict.unwrap();
    let mut told = Vec::new();
    for (name, url) in &names {
        let caller = Caller::<Check>::system("test", dev.guid.parse().unwrap());
        let report = engine::platform::destination::check::check(&cx, caller, &dev.guid, name).await.unwrap();
        assert!(!report.reachable && report.answer.is_none());
        let host = url.trim_start_matches("http://").trim_end_matches('/').rsplit_once(':').unwrap().0;
        let shown = if host.starts_with('[') { "[::ffff:7f00:1]" } else { host };
        told.push(report.meaning.replace(shown, "H"));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("calls to 'H' are not allowed"), "{told:?}");
    assert!(inner.asked().is_empty());
}

#[tokio::test]
async fn a_token_service_inside_is_refused_on_find_too() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    // An address that nobody may call, and that leads no farther than to this machine.
    let inner = Server::start(|_| reply(200, "")).await;
    dev.create(&oauth("A", "https://a.example", &format!("http://0.0.0.0:{}/oauth/token", inner.port))).await;
    let token = dev.find("A").await["authTokens"][0].clone();
    assert!(token["error"].as_str().unwrap().contains("calls to '0.0.0.0' are not allowed"), "{token}");
    assert!(inner.asked().is_empty());
}

#[tokio::test]
async fn a_misspelt_property_is_pointed_out() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let mut given = open("TransportManagementService", &app.url);
    given["SourceSystemId"] = json!("DEV");
    dev.create(&given).await;
    let told = check(&dev, "TransportManagementService").await;
    assert_eq!(told["hints"][0]["code"], "source-system-spelling");
    assert_eq!(told["hints"][0]["fix"], "rename 'SourceSystemId' to 'sourceSystemId'");
}

#[tokio::test]
async fn a_check_is_for_ones_own_subaccount() {
    let app = TestApp::start().await;
    let (dev, prod) = (Tenant::new(&app, "cpi-dev").await, Tenant::new(&app, "cpi-prod").await);
    dev.create(&open("A", "https://a.example")).await;
    let other = try_check(&prod, &dev.guid, "A").await;
    assert_eq!((other.status, &other.json()["error"]["code"]), (403, &json!("forbidden")));
    assert_eq!(try_check(&prod, &prod.guid, "A").await.status, 404);
    let path = format!("/api/v1/subaccounts/{}/destinations/A/check", dev.guid);
    assert_eq!(app.post(&path).send().await.status, 401);
    let poor = Tenant::with_scopes(&app, "poor", Vec::new()).await;
    assert_eq!(try_check(&poor, &poor.guid, "A").await.status, 403);
}

#[tokio::test]
async fn only_what_is_called_over_http_can_be_checked() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&json!({"Name": "R", "Type": "RFC"})).await;
    assert_eq!(try_check(&dev, &dev.guid, "R").await.status, 422);
}
