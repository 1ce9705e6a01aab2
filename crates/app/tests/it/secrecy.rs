//! Guarantee 6 on the real binary: at the most talkative log level no secret shows in logs, errors or metrics.

use crate::kit::{Api, Home, Landscape, Sent, service_token};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::fs;

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_shows_in_logs_errors_or_metrics() {
    let config = Home::new();
    let said = nothing_shows(Home::with(&["--config", &everything_logged(&config)])).await;
    assert!(said.contains("DEBUG") || said.contains("TRACE"), "the log is not at its most talkative");
}

/// Its driver would print every value of every statement, also when somebody asks for it by name.
#[tokio::test(flavor = "multi_thread")]
async fn the_driver_of_postgresql_prints_no_values_at_any_level() {
    let config = Home::new();
    let Some(home) = Home::with(&["--config", &everything_logged(&config)]).on_postgres() else { return };
    let said = nothing_shows(home).await;
    assert!(!said.contains("with parameters"), "{}", around(&said, "with parameters"));
    assert!(!said.contains("insert into "), "{}", around(&said, "insert into "));
}

/// A configuration with the log at its most talkative.
fn everything_logged(config: &Home) -> String {
    let file = config.beside("debug.toml");
    fs::write(&file, "[log]\nlevel = \"trace,tokio_postgres=trace,tokio_postgres::query=trace\"\n").unwrap();
    file.to_str().unwrap().to_owned()
}

/// Uses a server, the failures too; everything it printed.
async fn nothing_shows(home: Home) -> String {
    let server = home.start();
    let first = home.first();
    let api = Api::new(&server.url);
    let landscape = Landscape::make(&api, &server.url, &first).await;
    let token = service_token(&api, &landscape.key).await.unwrap();
    let answers = provoke(&api, &landscape, &token, "a-wrong-secret-4711").await;
    let metrics = api.call("GET", "/metrics", Sent::Nothing).await.unwrap().text;
    assert!(metrics.lines().any(|line| line.contains("http")), "no counter of requests in:\n{metrics}");
    server.terminate();
    let said = server.ended().said;
    let logs = said.as_str();

    let master = fs::read_to_string(home.data().join("master.key")).unwrap();
    let mut secrets = vec![first.administrator.password.clone(), master.trim().to_owned(), token.clone()];
    secrets.push("a-wrong-secret-4711".to_owned());
    secrets.push(first.cis.uaa.clientsecret.clone());
    collect(&landscape.key, &mut secrets);
    assert!(secrets.len() >= 6);
    for secret in &secrets {
        let coded = STANDARD.encode(secret);
        for (place, text) in [("logs", logs), ("answers", &answers), ("metrics", &metrics)] {
            assert!(!text.contains(secret.as_str()), "a secret is in the {place}: {}", around(text, secret));
            assert!(!text.contains(&coded), "a secret is in the {place}: {}", around(text, &coded));
        }
    }
    said
}

/// Calls that fail with the secrets in hand; what the server says to each.
async fn provoke(api: &Api, landscape: &Landscape, token: &str, wrong: &str) -> String {
    let tms = api.at(landscape.key["uri"].as_str().unwrap(), token);
    let uaa = &landscape.key["uaa"];
    let (url, client) = (uaa["url"].as_str().unwrap(), uaa["clientid"].as_str().unwrap());
    let secret = uaa["clientsecret"].as_str().unwrap();
    let mut said = String::new();
    let forms = [
        (client, wrong, "client_credentials"),
        (client, secret, "no_such_grant"),
        (client, secret, "password"),
        ("nobody", secret, "client_credentials"),
    ];
    for (client, secret, grant) in forms {
        let fields = [("grant_type", grant), ("client_id", client), ("client_secret", secret), ("password", secret)];
        let answer = api.call("POST", &format!("{url}/oauth/token"), Sent::Form(&fields)).await.unwrap();
        assert!(answer.status >= 400, "{}", answer.text);
        said += &answer.text;
    }
    let body = json!({ "name": "SRC", "virtual": true, "password": secret });
    for (method, path, sent) in [
        ("GET", "/v2/nodes/1/transportRequests", Sent::Nothing),
        ("POST", "/v2/nodes", Sent::Json(&body)),
        ("POST", "/v2/nodes/upload", Sent::Bytes("application/json", secret.as_bytes().to_vec())),
    ] {
        let answer = tms.call(method, path, sent).await.unwrap();
        assert!(answer.status >= 400, "{path}: {}", answer.text);
        said += &answer.text;
    }
    let forged = api.at(landscape.key["uri"].as_str().unwrap(), &format!("{token}x"));
    said + &forged.call("GET", "/v2/nodes", Sent::Nothing).await.unwrap().text
}

/// Every value whose name says that it is secret.
fn collect(value: &Value, secrets: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| match value {
            Value::String(text) if name.contains("secret") => secrets.push(text.clone()),
            other => collect(other, secrets),
        }),
        Value::Array(items) => items.iter().for_each(|item| collect(item, secrets)),
        _ => {}
    }
}

/// Where it is, without showing it.
fn around(text: &str, secret: &str) -> String {
    let line = text.lines().find(|line| line.contains(secret)).unwrap_or_default();
    line.replace(secret, "<secret>").chars().take(400).collect()
}
