//! Signing in to the page, and what a session of the page may do.

use super::kit::{ADMIN, ALM, Answer, Kit, PASSWORD};
use model::role::platform::SUBACCOUNT_ADMINISTRATOR_RC;
use serde_json::json;
use std::time::Duration;

const ADA: &str = "ada@example.org";

async fn sign_in(kit: &Kit, user: &str, password: &str, next: &str) -> Answer {
    let form = serde_urlencoded::to_string([("username", user), ("password", password), ("next", next)]);
    kit.post("/sign-in").form(&form.expect("a form")).send().await
}

/// `name=value` of the cookie that an answer sets.
fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().expect("a cookie").to_owned()
}

async fn signed_in(kit: &Kit, user: &str) -> String {
    let answer = sign_in(kit, user, PASSWORD, "/").await;
    assert_eq!(answer.status, 303, "{answer:?}");
    cookie(&answer)
}

async fn session(kit: &Kit, cookie: &str) -> Answer {
    kit.get("/api/v1/session").header("cookie", cookie).send().await
}

async fn csrf(kit: &Kit, cookie: &str) -> String {
    session(kit, cookie).await.good()["csrfToken"].as_str().expect("a token").to_owned()
}

#[tokio::test]
async fn a_person_signs_in_sees_where_he_has_roles_and_signs_out() {
    let kit = Kit::start().await;
    let answer = sign_in(&kit, ADMIN, PASSWORD, "/s/alm/home?x=1").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/s/alm/home?x=1"));
    let set = answer.header("set-cookie").to_owned();
    for part in ["ropeway_session=", "; Path=/", "; HttpOnly", "; SameSite=Lax"] {
        assert!(set.contains(part), "{set}");
    }
    let cookie = cookie(&answer);
    let me = session(&kit, &cookie).await.good();
    assert_eq!((&me["user"]["name"], &me["isGlobalAdministrator"]), (&json!(ADMIN), &json!(true)));
    let here = json!([{"id": ALM.to_string(), "subdomain": "alm", "displayName": "alm", "areas": ["cockpit"],
        "roleCollections": [SUBACCOUNT_ADMINISTRATOR_RC]}]);
    assert_eq!(me["subaccounts"], here);
    let token = csrf(&kit, &cookie).await;
    let out = kit.call("DELETE", "/api/v1/session").header("cookie", &cookie).header("x-csrf-token", token);
    let out = out.send().await;
    assert_eq!(out.status, 204);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(session(&kit, &cookie).await.status, 401);
    let events = kit.events().await;
    assert!(["login", "logout"].iter().all(|kind| events.iter().any(|(event, ..)| event == kind)), "{events:?}");
}

#[tokio::test]
async fn a_wrong_password_says_so_and_shows_nothing_that_was_entered() {
    let kit = Kit::start().await;
    let answer = sign_in(&kit, "<script>alert(1)</script>", "wrong", "/\"><script>").await;
    assert_eq!(answer.status, 401);
    assert!(answer.header("set-cookie").is_empty());
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
    assert!(!answer.text.contains("<script"), "{}", answer.text);
    assert!(answer.text.contains("password are wrong"), "{}", answer.text);
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_signing_in() {
    let kit = Kit::start().await;
    for next in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        assert_eq!(sign_in(&kit, ADMIN, PASSWORD, next).await.header("location"), "/", "{next}");
    }
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let kit = Kit::start().await;
    let form = format!("username={ADMIN}&password=correct+horse");
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
        let answer = kit.post("/sign-in").form(&form).header(name, value).send().await;
        assert_eq!((answer.status.as_u16(), answer.header("set-cookie")), (403, ""), "{name}: {value}");
    }
    let own = kit.post("/sign-in").form(&form).header("origin", "http://127.0.0.1:4004").send().await;
    assert_eq!(own.status, 303);
    let cookie = cookie(&own);
    let token = csrf(&kit, &cookie).await;
    let path = "/api/v1/people/me/sessions";
    for (name, value) in [("x-csrf-token", "wrong"), ("x-other", ""), ("x-csrf-token", "")] {
        let answer = kit.call("DELETE", path).header("cookie", &cookie).header(name, value).send().await;
        assert_eq!((answer.status.as_u16(), &answer.body["error"]["code"]), (403, &json!("csrf")));
    }
    let foreign = kit.call("DELETE", path).header("cookie", &cookie).header("x-csrf-token", &token);
    assert_eq!(foreign.header("sec-fetch-site", "same-site").send().await.status, 403);
    let own = kit.call("DELETE", path).header("cookie", &cookie).header("x-csrf-token", &token).send().await;
    assert_eq!(own.status, 200);
    assert_eq!(session(&kit, &cookie).await.status, 401, "the session that asks ends, too");
}

#[tokio::test]
async fn signing_in_begins_a_session_of_its_own_and_ends_the_former() {
    let kit = Kit::start().await;
    // Somebody else's idea of a session is not taken over.
    let form = format!("username={ADMIN}&password=correct+horse");
    let chosen = kit.post("/sign-in").form(&form).header("cookie", "ropeway_session=chosen").send().await;
    assert_ne!(cookie(&chosen), "ropeway_session=chosen");
    assert_eq!(session(&kit, "ropeway_session=chosen").await.status, 401);
    let first = cookie(&chosen);
    let second = cookie(&kit.post("/sign-in").form(&form).header("cookie", &first).send().await);
    assert_ne!(first, second);
    assert_eq!(session(&kit, &first).await.status, 401);
    assert_eq!(session(&kit, &second).await.status, 200);
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_after_half_a_day_in_any_case() {
    let kit = Kit::start().await;
    let idle = signed_in(&kit, ADMIN).await;
    kit.advance(Duration::from_secs(3_601));
    assert_eq!(session(&kit, &idle).await.status, 401);
    let used = signed_in(&kit, ADMIN).await;
    for half_hour in 0..24 {
        assert_eq!(session(&kit, &used).await.status, 200, "{half_hour}");
        kit.advance(Duration::from_secs(1_800));
    }
    assert_eq!(session(&kit, &used).await.status, 401);
}

#[tokio::test]
async fn what_ends_tokens_ends_the_session() {
    let kit = Kit::start().await;
    kit.person(ADA).await;
    kit.assign(ALM, SUBACCOUNT_ADMINISTRATOR_RC, ADA).await;
    let cookie = signed_in(&kit, ADA).await;
    let id = session(&kit, &cookie).await.good()["user"]["id"].as_str().expect("an id").to_owned();
    let path = format!("/cf-uaa/Users/{id}/password");
    let body = json!({"password": "another horse"});
    kit.call("PUT", &path).bearer(&kit.cf_admin().await).json(&body).send().await.good();
    assert_eq!(session(&kit, &cookie).await.status, 401);
}

#[tokio::test]
async fn each_call_has_the_rights_of_the_place_it_goes_to() {
    let kit = Kit::start().await;
    kit.person(ADA).await;
    kit.assign(ALM, "TMS_Viewer_RC", ADA).await;
    let cookie = signed_in(&kit, ADA).await;
    let check = |zone: &str| {
        let path = format!("/api/v1/subaccounts/{zone}/destinations/x/check");
        let (cookie, kit) = (cookie.clone(), &kit);
        async move {
            let token = csrf(kit, &cookie).await;
            kit.post(&path).header("cookie", &cookie).header("x-csrf-token", token).send().await
        }
    };
    let refused = check("alm").await;
    assert_eq!(refused.status, 403);
    let fix = refused.body["error"]["fix"].as_str().unwrap_or_default();
    assert!(fix.contains("role collection"), "{:?}", refused.body);
    assert_eq!(check("nowhere").await.status, 404);
    let me = session(&kit, &cookie).await.good();
    assert_eq!(me["subaccounts"][0]["areas"], json!(["transport"]));
    assert_eq!(me["isGlobalAdministrator"], false);
}

#[tokio::test]
async fn the_page_says_so_where_it_was_not_built() {
    let kit = Kit::start().await;
    for path in ["/", "/s/alm/transport/nodes/1"] {
        let answer = kit.get(path).send().await;
        assert_eq!(answer.status, 200);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("script-src 'self'") && !policy.contains("script-src 'self' 'unsafe"), "{policy}");
        assert!(answer.text.starts_with("<!doctype html>"), "{}", answer.text);
    }
    assert_eq!(kit.get("/ui-assets/../../Cargo.toml").send().await.status, 404);
}
