//! The token endpoint: every known way to ask, and every refusal.

use super::kit::{ADMIN, CLIENT, Kit, PASSWORD, SECRET, claims, is_uncached};
use engine::identity::client;
use std::time::Duration;

const TOKEN: &str = "/uaa/alm/oauth/token";
const GRANT: &str = "grant_type=client_credentials";

fn encoded(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).expect("a form")[1..].to_owned()
}

#[tokio::test]
async fn a_client_gets_a_token_in_every_way_clients_are_known_to_ask() {
    let kit = Kit::start().await;
    let (id, secret) = (encoded(CLIENT), encoded(SECRET));
    let in_body = format!("{GRANT}&client_id={id}&client_secret={secret}");
    let misleading = format!("grant_type=password&username={id}&password={secret}");
    let query = format!("{TOKEN}?{GRANT}");
    let calls = [
        ("a body credentials", kit.post(TOKEN).form(&in_body)),
        ("b basic", kit.post(TOKEN).basic(CLIENT, SECRET).form(GRANT)),
        ("b basic, client repeated", kit.post(TOKEN).basic(CLIENT, SECRET).form(&format!("{GRANT}&client_id={id}"))),
        ("b basic, encoded", kit.post(TOKEN).basic(&id, &secret).form(GRANT)),
        (
            "c query over body",
            kit.post(&format!("{TOKEN}/?{GRANT}&response_type=token")).basic(CLIENT, SECRET).form(&misleading),
        ),
        ("d get", kit.get(&format!("{query}&response_type=token")).basic(CLIENT, SECRET)),
        ("e no body", kit.post(&query).basic(CLIENT, SECRET)),
        ("f query with client", kit.post(&format!("{query}&client_id={id}")).basic(CLIENT, SECRET)),
        ("f raw", kit.post(&format!("{query}&client_id={CLIENT}")).basic(CLIENT, SECRET)),
        ("i repeated", kit.post(&query).basic(CLIENT, SECRET).form(GRANT)),
        ("path below", kit.post(&format!("{TOKEN}/alias/x")).basic(CLIENT, SECRET).form(GRANT)),
        ("no zone, as xssec asks", kit.post("/oauth/token").form(&in_body)),
        ("no zone, basic", kit.post("/uaa/oauth/token").basic(CLIENT, SECRET).form(GRANT)),
        ("guid as zone", kit.post("/uaa/00000000-0000-0000-0000-0000000000a1/oauth/token").form(&in_body)),
    ];
    for (name, call) in calls {
        let answer = call.send().await;
        assert!(is_uncached(&answer), "{name}: {answer:?}");
        let token = answer.token();
        assert_eq!(claims(&token)["grant_type"], "client_credentials", "{name}");
        assert_eq!(claims(&token)["cid"], CLIENT, "{name}");
    }
}

#[tokio::test]
async fn without_a_zone_in_the_address_an_unknown_client_is_refused_as_one_with_a_wrong_secret() {
    let kit = Kit::start().await;
    for (client, secret) in [("nobody", SECRET), (CLIENT, "wrong")] {
        let answer = kit.post("/oauth/token").basic(client, secret).form(GRANT).send().await;
        assert_eq!(answer.error(), (401, "unauthorized", "Bad credentials"), "{client}");
    }
}

#[tokio::test]
async fn the_answer_has_exactly_the_fields_of_the_original() {
    let kit = Kit::start().await;
    let body = kit.post(TOKEN).basic(CLIENT, SECRET).form(GRANT).send().await.good();
    let names: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["access_token", "token_type", "expires_in", "scope", "jti"]);
    assert_eq!((body["token_type"].as_str(), body["expires_in"].as_i64()), (Some("bearer"), Some(43_199)));
    let scope = "uaa.resource sapcloudalm!b2.imp-cdm-feature-display-ui sapcloudalm!b2.imp-cdm-feature-manage-ui";
    assert_eq!(body["scope"], scope);
    assert_eq!(body["jti"], claims(body["access_token"].as_str().unwrap())["jti"]);
}

#[tokio::test]
async fn a_scope_asked_for_narrows_and_one_beyond_is_refused() {
    let kit = Kit::start().await;
    let ask = |scope: &str| {
        let form = format!("{GRANT}&scope={}", encoded(scope));
        kit.post(TOKEN).basic(CLIENT, SECRET).form(&form).send()
    };
    let one = "sapcloudalm!b2.imp-cdm-feature-display-ui";
    assert_eq!(ask(one).await.good()["scope"], one);
    assert!(ask("").await.good()["scope"].as_str().unwrap().starts_with("uaa.resource "));
    let answer = ask("sapcloudalm!b2.calm-api.features.read").await;
    assert_eq!((answer.error().0, answer.error().1), (400, "invalid_scope"));
}

#[tokio::test]
async fn az_attr_is_echoed() {
    let kit = Kit::start().await;
    let form = format!("{GRANT}&authorities={}", encoded(r#"{"az_attr":{"tenant":"x"}}"#));
    let token = kit.post(TOKEN).basic(CLIENT, SECRET).form(&form).send().await.token();
    assert_eq!(claims(&token)["az_attr"]["tenant"], "x");
    let wrong = kit.post(TOKEN).basic(CLIENT, SECRET).form(&format!("{GRANT}&authorities=x")).send().await;
    assert_eq!((wrong.error().0, wrong.error().1), (400, "invalid_request"));
}

#[tokio::test]
async fn a_wrong_or_unknown_client_is_told_bad_credentials_and_noted() {
    let kit = Kit::start().await;
    let calls = [
        kit.post(TOKEN).basic(CLIENT, "wrong").form(GRANT),
        kit.post(TOKEN).basic("nobody", SECRET).form(GRANT),
        kit.post(TOKEN).basic(CLIENT, "").form(GRANT),
        kit.post("/uaa/cpi-dev/oauth/token").basic(CLIENT, SECRET).form(GRANT),
        kit.post("/cf-uaa/oauth/token").basic(CLIENT, SECRET).form(GRANT),
    ];
    for call in calls {
        let answer = call.send().await;
        assert_eq!(answer.error(), (401, "unauthorized", "Bad credentials"));
        let challenge = r#"Basic realm="UAA/client", error="unauthorized", error_description="Bad credentials""#;
        assert_eq!(answer.header("www-authenticate"), challenge);
        assert!(is_uncached(&answer));
    }
    engine::audit::flush(&kit.cx, true).await;
    let events = kit.events().await;
    assert_eq!(events.iter().filter(|(event, ..)| event == "login.failed").count(), 5);
    assert!(!format!("{events:?}").contains("wrong") && !format!("{events:?}").contains(SECRET));
}

#[tokio::test]
async fn without_credentials_the_client_is_asked_for_them() {
    let kit = Kit::start().await;
    let answer = kit.post(TOKEN).form(GRANT).send().await;
    assert_eq!((answer.error().0, answer.error().1), (401, "unauthorized"));
    assert!(answer.header("www-authenticate").starts_with("Basic realm="));
}

#[tokio::test]
async fn a_wrong_grant_is_refused_as_the_original_does() {
    let kit = Kit::start().await;
    let ask = |form: &str| kit.post(TOKEN).basic(CLIENT, SECRET).form(form).send();
    assert_eq!(ask("x=1").await.error(), (400, "invalid_request", "Missing grant type"));
    assert_eq!(ask("grant_type=").await.error(), (400, "invalid_request", "Missing grant type"));
    assert_eq!(ask("grant_type=x").await.error(), (400, "unsupported_grant_type", "Unsupported grant type"));
    assert_eq!(ask("grant_type=implicit").await.error().1, "invalid_grant");
    assert_eq!(ask("grant_type=password").await.error(), (401, "invalid_client", "Unauthorized grant type"));
    let other = ask("grant_type=client_credentials&client_id=other").await;
    assert_eq!(other.error(), (401, "invalid_client", "Given client ID does not match authenticated client"));
    let cf =
        kit.post("/cf-uaa/oauth/token").form("grant_type=client_credentials&client_id=cf&client_secret=").send().await;
    assert_eq!(cf.error(), (401, "invalid_client", "Unauthorized grant type"));
}

#[tokio::test]
async fn other_methods_and_unknown_subdomains_are_refused() {
    let kit = Kit::start().await;
    for method in ["PUT", "DELETE", "PATCH"] {
        let answer = kit.call(method, TOKEN).send().await;
        let text = format!("Request method '{method}' not supported");
        assert_eq!(answer.error(), (405, "method_not_allowed", text.as_str()));
    }
    assert_eq!(kit.post("/uaa/nowhere/oauth/token").basic(CLIENT, SECRET).form(GRANT).send().await.status, 404);
}

#[tokio::test]
async fn a_person_logs_in_to_a_zone_and_renews_with_the_same_refresh_token() {
    let kit = Kit::start().await;
    let body = kit.log_in("alm", ADMIN, PASSWORD).await.good();
    let refresh = body["refresh_token"].as_str().unwrap().to_owned();
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    let renewed = kit.post(TOKEN).basic("ropeway", "").form(&form).send().await.good();
    assert_eq!(renewed["refresh_token"], refresh.as_str());
    assert_eq!(renewed["scope"], body["scope"]);
    assert_eq!(claims(renewed["access_token"].as_str().unwrap())["grant_type"], "refresh_token");
    let elsewhere = kit.post("/uaa/cpi-dev/oauth/token").basic("ropeway", "").form(&form).send().await;
    assert_eq!((elsewhere.error().0, elsewhere.error().1), (401, "invalid_token"));
    kit.advance(Duration::from_secs(604_801));
    let late = kit.post(TOKEN).basic("ropeway", "").form(&form).send().await;
    assert_eq!((late.error().0, late.error().1), (401, "invalid_token"));
}

#[tokio::test]
async fn a_refresh_token_never_widens_what_was_asked_for_at_first() {
    let kit = Kit::start().await;
    let login = format!("grant_type=password&username={}&password={}&scope=openid", encoded(ADMIN), encoded(PASSWORD));
    let body = kit.post(TOKEN).basic("ropeway", "").form(&login).send().await.good();
    assert_eq!(body["scope"], "openid");
    let refresh = body["refresh_token"].as_str().unwrap();
    let form = format!("grant_type=refresh_token&refresh_token={refresh}&scope=xs_user.write");
    let wider = kit.post(TOKEN).basic("ropeway", "").form(&form).send().await;
    assert_eq!((wider.error().0, wider.error().1), (400, "invalid_scope"));
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_noted_without_it() {
    let kit = Kit::start().await;
    let wrong = kit.log_in("alm", ADMIN, "battery staple").await;
    assert_eq!(wrong.error(), (401, "invalid_client", "Bad credentials"));
    assert_eq!(kit.log_in("alm", "nobody@example.org", PASSWORD).await.error().0, 401);
    assert_eq!(kit.cf_login(ADMIN, "battery staple").await.error(), (401, "unauthorized", "Bad credentials"));
    engine::audit::flush(&kit.cx, true).await;
    let events = kit.events().await;
    assert_eq!(events.iter().filter(|(event, ..)| event == "login.failed").count(), 3);
    assert!(!format!("{events:?}").contains("battery"));
}

#[tokio::test]
async fn an_origin_is_accepted_in_both_spellings_if_it_is_ours() {
    let kit = Kit::start().await;
    let form = format!("grant_type=password&username={}&password={}", encoded(ADMIN), encoded(PASSWORD));
    let ask = |more: String| kit.post("/cf-uaa/oauth/token").basic("cf", "").form(&format!("{form}{more}")).send();
    for origin in ["sap.default", "ldap", "uaa"] {
        assert_eq!(ask(format!("&origin={origin}")).await.status, 200);
        assert_eq!(ask(format!("&login_hint={}", encoded(&format!("{{\"origin\":\"{origin}\"}}")))).await.status, 200);
    }
    assert_eq!(ask("&origin=elsewhere".to_owned()).await.error().0, 401);
}

#[tokio::test]
async fn cf_gets_what_it_insists_on() {
    let kit = Kit::start().await;
    let form = format!("grant_type=password&scope=&username={}&password={}", encoded(ADMIN), encoded(PASSWORD));
    let body = kit.post("/cf-uaa/oauth/token").basic("cf", "").form(&form).send().await.good();
    assert_eq!((body["token_type"].as_str(), body["expires_in"].as_i64()), (Some("bearer"), Some(1_199)));
    let refresh = body["refresh_token"].as_str().unwrap();
    assert!(refresh.ends_with("-r"));
    let claims = claims(body["access_token"].as_str().unwrap());
    assert_eq!((claims["user_name"].as_str(), claims["origin"].as_str()), (Some(ADMIN), Some("uaa")));
    assert!(uuid::Uuid::parse_str(claims["user_id"].as_str().unwrap()).is_ok());
    assert_eq!(claims["revocable"], true);
    assert!(body["scope"].as_str().unwrap().contains("cloud_controller.write"));
    let again = format!("grant_type=refresh_token&refresh_token={refresh}");
    let renewed = kit.post("/cf-uaa/oauth/token").basic("cf", "").form(&again).send().await.good();
    assert_eq!(renewed["refresh_token"], refresh);
}

#[tokio::test]
async fn only_the_global_administrator_administers_cloud_foundry() {
    let kit = Kit::start().await;
    kit.person("dev@example.org").await;
    kit.assign(super::kit::ALM, "Subaccount Administrator", "dev@example.org").await;
    let scope = |body: serde_json::Value| body["scope"].as_str().unwrap().to_owned();
    let dev = scope(kit.cf_login("DEV@example.org", PASSWORD).await.good());
    assert!(dev.contains("cloud_controller.read") && !dev.contains("scim") && !dev.contains("admin"));
    assert!(scope(kit.cf_login(ADMIN, PASSWORD).await.good()).contains("scim.write"));
}

#[tokio::test]
async fn a_deleted_client_has_no_tokens_any_more_and_new_authorities_count_from_the_next_token_on() {
    let kit = Kit::start().await;
    let before = kit.client_token().await;
    let authorities = vec!["sapcloudalm!b2.calm-api.features.read".to_owned()];
    kit.cx.db.write(async move |tx| client::set_authorities(tx, CLIENT, &authorities).await).await.unwrap();
    assert_eq!(claims(&kit.client_token().await)["scope"][1], "sapcloudalm!b2.calm-api.features.read");
    assert!(engine::identity::token::verify(&kit.cx, &before).await.is_ok());
    kit.cx.db.write(async move |tx| client::remove(tx, CLIENT).await).await.unwrap();
    assert_eq!(kit.post(TOKEN).basic(CLIENT, SECRET).form(GRANT).send().await.status, 401);
    assert!(engine::identity::token::verify(&kit.cx, &before).await.is_err());
}

#[tokio::test]
async fn keys_of_one_instance_share_its_client_and_each_has_its_own_secret() {
    let kit = Kit::start().await;
    let vault = kit.cx.vault.clone();
    kit.cx.db.write(async move |tx| client::add_secret(tx, &vault, CLIENT, "key 2", "second").await).await.unwrap();
    let ask = |secret: &str| kit.post(TOKEN).basic(CLIENT, secret).form(GRANT).send();
    assert_eq!((ask(SECRET).await.status.as_u16(), ask("second").await.status.as_u16()), (200, 200));
    kit.cx.db.write(async move |tx| client::remove_secret(tx, CLIENT, "key 2").await).await.unwrap();
    assert_eq!((ask(SECRET).await.status.as_u16(), ask("second").await.status.as_u16()), (200, 401));
}
