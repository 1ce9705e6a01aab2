//! Scenario 6: `cf login --sso-passcode`.

use super::kit::{Kit, PASSWORD};
use serde_json::json;
use std::time::Duration;
use testkit::Answer;

const DORA: &str = "dora@example.org";

async fn code(kit: &Kit) -> String {
    let ask = kit.app.get("/cf-uaa/passcode").basic(DORA, PASSWORD).header("accept", "application/json");
    ask.send().await.expect_status(200).json().as_str().expect("a code").to_owned()
}

async fn log_in(kit: &Kit, code: &str) -> Answer {
    let form = [("grant_type", "password"), ("passcode", code)];
    kit.app.post("/cf-uaa/oauth/token").basic("cf", "").form(&form).send().await
}

#[tokio::test]
async fn a_code_logs_in_once_within_five_minutes() {
    let kit = Kit::start("acme", &[]).await;
    let _ = kit.person(DORA).await;
    let first = code(&kit).await;
    let answer = log_in(&kit, &first).await.expect_status(200).json();
    assert_eq!(answer["token_type"], "bearer");
    assert!(answer["refresh_token"].is_string());
    let token = answer["access_token"].as_str().unwrap();
    let whoami = kit.app.get("/cf-uaa/userinfo").bearer(token).send().await.expect_status(200).json();
    assert_eq!(whoami["user_name"], DORA);
    let again = log_in(&kit, &first).await.expect_status(401).json();
    assert_eq!(again, json!({"error": "unauthorized", "error_description": "Invalid passcode"}));
    let late = code(&kit).await;
    kit.app.advance(Duration::from_secs(301));
    let _ = log_in(&kit, &late).await.expect_status(401);
    let _ = log_in(&kit, "nothing").await.expect_status(401);
    // A code is no refresh token, and a refresh token no code.
    let fresh = code(&kit).await;
    let form = [("grant_type", "refresh_token"), ("refresh_token", fresh.as_str())];
    let _ = kit.app.post("/cf-uaa/oauth/token").basic("cf", "").form(&form).send().await.expect_status(401);
    let refresh = answer["refresh_token"].as_str().unwrap();
    let _ = log_in(&kit, refresh).await.expect_status(401);
    let _ = log_in(&kit, &fresh).await.expect_status(200);
}

#[tokio::test]
async fn a_code_is_for_those_who_log_in_and_the_prompt_says_where() {
    let kit = Kit::start("acme", &[]).await;
    let _ = kit.person(DORA).await;
    let info = kit.app.get("/cf-uaa/login").send().await.expect_status(200).json();
    let prompt = info["prompts"]["passcode"].as_array().unwrap();
    assert_eq!(prompt[0], "password");
    assert!(prompt[1].as_str().unwrap().contains(&format!("{}/cf-uaa/passcode", kit.app.url)));
    for ask in [kit.app.get("/cf-uaa/passcode"), kit.app.get("/cf-uaa/passcode").basic(DORA, "wrong")] {
        let refused = ask.send().await.expect_status(401);
        assert!(refused.header("www-authenticate").is_some_and(|scheme| scheme.starts_with("Basic")));
        assert_eq!(refused.json()["error"], "unauthorized");
    }
    let page = kit.app.get("/cf-uaa/passcode").basic(DORA, PASSWORD).send().await.expect_status(200);
    assert!(page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")));
    assert!(page.text().contains("Temporary Authentication Code"));
}

#[tokio::test]
async fn a_browser_gets_a_page_to_log_in_that_needs_no_script() {
    let kit = Kit::start("acme", &[]).await;
    let _ = kit.person(DORA).await;
    let html = "text/html,application/xhtml+xml";
    let page = kit.app.get("/cf-uaa/passcode").header("accept", html).send().await.expect_status(200);
    assert!(page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")));
    let text = page.text();
    for part in ["<form method=\"post\">", "name=\"username\"", "name=\"password\" type=\"password\"", "<button>"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("<script"));
    let send = async |password: &str| {
        let form = [("username", DORA), ("password", password)];
        kit.app.post("/cf-uaa/passcode").header("accept", html).form(&form).send().await
    };
    let wrong = send("<b>wrong</b>").await.expect_status(401);
    assert!(wrong.text().contains("role=\"alert\"") && wrong.text().contains("<form"));
    assert!(!wrong.text().contains("<b>") && wrong.header("www-authenticate").is_none());
    let right = send(PASSWORD).await.expect_status(200);
    let text = right.text();
    let code = text.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a code");
    let _ = log_in(&kit, code).await.expect_status(200);
    let empty = kit.app.post("/cf-uaa/passcode").body("text/plain", "x").send().await.expect_status(400);
    assert!(empty.text().contains("<form"));
}
