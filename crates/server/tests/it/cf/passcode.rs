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
async fn a_browser_signs_in_first_and_needs_no_script() {
    let kit = Kit::start("acme", &[]).await;
    let _ = kit.person(DORA).await;
    let html = "text/html,application/xhtml+xml";
    let away = kit.app.get("/cf-uaa/passcode").header("accept", html).send().await.expect_status(303);
    let way = away.header("location").expect("a way").to_owned();
    assert_eq!(way, "/sign-in?next=%2Fcf-uaa%2Fpasscode");
    let form = kit.app.get(&way).send().await.expect_status(200).text();
    assert!(form.contains("name=\"next\" value=\"/cf-uaa/passcode\"") && !form.contains("<script"), "{form}");
    let form = [("username", DORA), ("password", PASSWORD), ("next", "/cf-uaa/passcode")];
    let signed_in = kit.app.post("/sign-in").form(&form).send().await.expect_status(303);
    assert_eq!(signed_in.header("location"), Some("/cf-uaa/passcode"));
    let cookie = signed_in.header("set-cookie").and_then(|set| set.split(';').next()).expect("a cookie").to_owned();
    let shown = kit.app.get("/cf-uaa/passcode").header("accept", html).header("cookie", &cookie).send().await;
    let text = shown.expect_status(200).text();
    let code = text.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a code");
    let _ = log_in(&kit, code).await.expect_status(200);
}
