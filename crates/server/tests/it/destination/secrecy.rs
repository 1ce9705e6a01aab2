//! No secret of a destination is seen where it does not belong.

use super::{FIND, SUBACCOUNT, Tenant, oauth};
use engine::Error;
use serde_json::json;
use std::io::Write;
use std::sync::{Arc, Mutex};
use testkit::TestApp;
use testkit::scripted::{Server, reply};

/// Where the log goes.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Four columns of a table, as they are stored.
async fn rows(app: &TestApp, sql: &'static str) -> String {
    let rows: Result<Vec<(String, String, String, String)>, Error> =
        app.cx.db.read(async move |tx| Ok(tx.query(sql, Default::default()).await?)).await;
    format!("{:?}", rows.unwrap())
}

/// Everything the service can do with a destination, the failures too; the bodies that may hold secrets are dropped.
async fn use_it(app: &TestApp, dev: &Tenant<'_>) -> Vec<String> {
    let token_server =
        Server::start(|asked| reply(401, format!("{{\"error_description\":\"{}\"}}", asked.text()))).await;
    let given = oauth("A", &app.url, &format!("{}/oauth/token", token_server.url()));
    let mut seen = Vec::new();
    dev.create(&given).await;
    seen.push(dev.request("POST", SUBACCOUNT).json(&given).send().await.text());
    let mut bad = given.clone();
    bad["Type"] = json!("X");
    seen.push(dev.request("POST", SUBACCOUNT).json(&bad).send().await.text());
    seen.push(dev.request("POST", SUBACCOUNT).json(&json!([given, bad])).send().await.text());
    seen.push(dev.find("A").await["authTokens"].to_string());
    seen.push(dev.request("GET", &format!("{FIND}/A?$skipCredentials=true")).send().await.text());
    let path = format!("/api/v1/subaccounts/{}/destinations/A/check", dev.guid);
    seen.push(dev.request("POST", &path).send().await.text());
    seen.push(dev.request("PUT", SUBACCOUNT).json(&given).send().await.text());
    seen.push(dev.request("DELETE", &format!("{SUBACCOUNT}/A")).send().await.text());
    seen
}

#[tokio::test]
async fn neither_log_nor_audit_nor_refusal_holds_a_secret() {
    let log = Log::default();
    let sink = log.clone();
    // With a single subscriber alive, a log line that another thread reaches first is switched off for all of them.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let all = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || sink.clone());
    let _guard = tracing::subscriber::set_default(all.finish());
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let seen = use_it(&app, &dev).await;
    let audit = rows(&app, "select actor, event, object, detail from audit").await;
    let log = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(log.contains("/destination-configuration/v1/destinations/{name}"), "the log was captured");
    for event in ["destination.create", "destination.update", "destination.delete"] {
        assert!(audit.contains(event), "{event}");
    }
    for (place, text) in [("log", &log), ("audit", &audit), ("answers", &seen.join("\n"))] {
        for secret in ["dest-s3cr3t", "instance-secret", &dev.token] {
            assert!(!text.contains(secret), "{secret} is in the {place}");
        }
    }
}

#[tokio::test]
async fn stored_properties_cannot_be_read_in_the_database() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    dev.create(&oauth("A", "https://very-inner.example", "https://t.example/oauth/token")).await;
    let stored = rows(&app, "select instance, name, etag, sealed from destination").await;
    assert!(stored.contains("(\"\", \"A\", "), "{stored}");
    for part in ["dest-s3cr3t", "very-inner", "clientId"] {
        assert!(!stored.contains(part), "{part}");
    }
}

#[tokio::test]
async fn a_secret_that_comes_back_hidden_stays_what_it_was() {
    let app = TestApp::start().await;
    let dev = Tenant::new(&app, "cpi-dev").await;
    let mut given = oauth("A", "https://a.example", "https://t.example/oauth/token");
    dev.create(&given).await;
    given["clientSecret"] = json!("<redacted>");
    given["URL"] = json!("https://b.example");
    dev.request("PUT", SUBACCOUNT).json(&given).good().await;
    let kept = dev.find("A?$skipTokenRetrieval=true").await["destinationConfiguration"].clone();
    assert_eq!((&kept["clientSecret"], &kept["URL"]), (&json!("dest-s3cr3t"), &json!("https://b.example")));
}
