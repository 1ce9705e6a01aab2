//! What is in a token, how it is checked, and the keys.

use super::kit::{ADMIN, ALM, CLIENT, INSTANCE, Kit, PASSWORD, SECRET, START, claims, part};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use engine::caller::Zone;
use engine::identity::{keys, token};
use model::role::App;
use model::{GlobalAccountId, InstanceId, SubaccountId};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_clients_token_says_what_clients_of_the_original_read() {
    let kit = Kit::start().await;
    let token = kit.client_token().await;
    let header = part(&token, 0);
    assert_eq!((header["alg"].as_str(), header["typ"].as_str()), (Some("RS256"), Some("JWT")));
    assert_eq!(header["jku"], "http://127.0.0.1:4004/uaa/alm/token_keys");
    assert!(header["kid"].as_str().unwrap().starts_with("default-jwt-key-"));
    let mut claims = claims(&token);
    let scopes = json!([
        "uaa.resource",
        "sapcloudalm!b2.imp-cdm-feature-display-ui",
        "sapcloudalm!b2.imp-cdm-feature-manage-ui"
    ]);
    for random in ["jti", "rev_sig"] {
        assert!(claims.as_object_mut().unwrap().remove(random).unwrap().is_string());
    }
    let expected = json!({
        "ext_attr": {
            "enhancer": "XSUAA", "subaccountid": ALM.to_string(), "zdn": "alm", "serviceinstanceid": INSTANCE.to_string()
        },
        "sub": CLIENT, "authorities": scopes, "scope": scopes, "client_id": CLIENT, "cid": CLIENT, "azp": CLIENT,
        "grant_type": "client_credentials", "iat": START.seconds(), "exp": START.seconds() + 43_200,
        "iss": "http://127.0.0.1:4004/uaa/alm/oauth/token", "zid": ALM.to_string(),
        "aud": [CLIENT, "uaa", "sapcloudalm!b2"]
    });
    assert_eq!(claims, expected);
}

#[tokio::test]
async fn a_persons_token_carries_the_roles_of_that_zone_only() {
    let kit = Kit::start().await;
    let there = claims(&kit.admin("alm").await);
    let scopes = there["scope"].to_string();
    assert!(scopes.contains("cis-local!b4.Subaccount_Admin") && scopes.contains("xs_user.write"), "{scopes}");
    assert_eq!(there["xs.system.attributes"]["xs.rolecollections"], json!(["Subaccount Administrator"]));
    assert_eq!((there["origin"].as_str(), there["user_name"].as_str()), (Some("sap.default"), Some(ADMIN)));
    assert_eq!((there["given_name"].as_str(), there["family_name"].as_str()), (Some("Ada"), Some("Admin")));
    assert_eq!((there["email"].as_str(), there["sub"].as_str()), (Some(ADMIN), there["user_id"].as_str()));
    assert!(there.get("authorities").is_none());
    let elsewhere = claims(&kit.admin("cpi-dev").await);
    assert_eq!(elsewhere["scope"], json!(["openid", "uaa.user"]));
    let global = claims(&kit.admin("global").await);
    assert!(global["scope"].to_string().contains("cis-central!b14.GlobalAccount_Admin"));
    assert!(global["ext_attr"].get("subaccountid").is_none());
}

#[tokio::test]
async fn a_valid_token_becomes_an_identity() {
    let kit = Kit::start().await;
    let bearer = kit.client_token().await;
    let identity = token::verify(&kit.cx, &bearer).await.unwrap();
    assert_eq!((identity.zone.clone(), identity.zone_name.as_str()), (Zone::Subaccount(SubaccountId(ALM.0)), "alm"));
    assert_eq!((identity.client_id.as_str(), identity.instance), (CLIENT, Some(InstanceId(INSTANCE))));
    assert!(identity.has_scope(&[App::CloudAlm], "imp-cdm-feature-manage-ui"));
    let person = token::verify(&kit.cx, &kit.cf_admin().await).await.unwrap();
    assert_eq!((person.zone.clone(), person.actor()), (Zone::CloudFoundry, ADMIN));
    let global = token::verify(&kit.cx, &kit.admin("global").await).await.unwrap();
    assert_eq!(global.zone, Zone::GlobalAccount(GlobalAccountId(kit.global.0)));
}

#[tokio::test]
async fn a_token_that_was_touched_is_refused() {
    let kit = Kit::start().await;
    let bearer = kit.client_token().await;
    let parts: Vec<&str> = bearer.split('.').collect();
    let encode = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let mut payload = claims(&bearer);
    payload["zid"] = json!("00000000-0000-0000-0000-0000000000de");
    let mut none = part(&bearer, 0);
    none["alg"] = json!("none");
    let mut hs = part(&bearer, 0);
    hs["alg"] = json!("HS256");
    let mut kid = part(&bearer, 0);
    kid["kid"] = json!("another");
    let mut signature = URL_SAFE_NO_PAD.decode(parts[2]).unwrap();
    signature[7] ^= 1;
    let touched = [
        format!("{}.{}.{}", parts[0], encode(&payload), parts[2]),
        format!("{}.{}.", encode(&none), parts[1]),
        format!("{}.{}.{}", encode(&hs), parts[1], parts[2]),
        format!("{}.{}.{}", encode(&kid), parts[1], parts[2]),
        format!("{}.{}.{}", parts[0], parts[1], URL_SAFE_NO_PAD.encode(signature)),
        format!("{}.{}", parts[0], parts[1]),
        "x".to_owned(),
        String::new(),
    ];
    assert!(token::verify(&kit.cx, &bearer).await.is_ok());
    for token in touched {
        let error = token::verify(&kit.cx, &token).await.unwrap_err();
        assert_eq!(error.kind(), engine::Kind::Unauthenticated, "{token}");
    }
}

#[tokio::test]
async fn a_token_of_another_installation_is_refused_although_the_key_is_known() {
    let kit = Kit::start().await;
    let set = keys::current(&kit.cx).await.unwrap();
    let mut foreign: engine::identity::jwt::Claims = serde_json::from_value(claims(&kit.client_token().await)).unwrap();
    foreign.iss = "https://alm.authentication.example.org/oauth/token".to_owned();
    let bearer = engine::identity::jwt::encode(set.signer().unwrap(), "x", &foreign).unwrap();
    assert!(token::verify(&kit.cx, &bearer).await.is_err());
}

#[tokio::test]
async fn a_token_is_good_for_a_minute_more_than_it_says_and_then_no_more() {
    let kit = Kit::start().await;
    let (fresh, cached) = (kit.client_token().await, kit.client_token().await);
    token::verify(&kit.cx, &cached).await.unwrap();
    kit.advance(Duration::from_secs(43_200 + 30));
    assert!(token::verify(&kit.cx, &cached).await.is_ok());
    assert!(token::verify(&kit.cx, &fresh).await.is_ok());
    kit.advance(Duration::from_secs(90));
    assert!(token::verify(&kit.cx, &cached).await.is_err());
    assert!(token::verify(&kit.cx, &fresh).await.is_err());
}

#[tokio::test]
async fn the_published_keys_verify_and_can_be_kept_until_they_change() {
    let kit = Kit::start().await;
    let kid = part(&kit.client_token().await, 0)["kid"].clone();
    let addresses = ["/uaa/alm/token_keys", "/uaa/token_keys", "/cf-uaa/token_keys"];
    let by_zone = format!("/uaa/token_keys?zid={ALM}");
    let mut etag = String::new();
    for address in addresses.into_iter().chain([by_zone.as_str()]) {
        let answer = kit.get(address).send().await;
        etag = answer.header("etag").to_owned();
        let key = answer.good()["keys"][0].clone();
        assert_eq!(
            (key["kid"].clone(), key["kty"].as_str(), key["e"].as_str()),
            (kid.clone(), Some("RSA"), Some("AQAB"))
        );
        assert_eq!((key["alg"].as_str(), key["use"].as_str()), (Some("RS256"), Some("sig")));
        assert!(key["value"].as_str().unwrap().starts_with("-----BEGIN PUBLIC KEY-----\nMII"));
        assert!(key["value"].as_str().unwrap().ends_with("\n-----END PUBLIC KEY-----"));
        assert_eq!(URL_SAFE_NO_PAD.decode(key["n"].as_str().unwrap()).unwrap().len(), 256);
    }
    let known = kit.get("/uaa/alm/token_keys").header("if-none-match", etag.clone()).send().await;
    assert_eq!((known.status.as_u16(), known.header("etag")), (304, etag.as_str()));
    keys::rotate(&kit.cx, "test").await.unwrap();
    assert_eq!(kit.get("/uaa/alm/token_keys").header("if-none-match", etag).send().await.status, 200);
    assert_eq!(kit.get("/uaa/token_keys?zid=nowhere").send().await.status, 400);
    assert_eq!(kit.get("/uaa/nowhere/token_keys").send().await.status, 404);
}

#[tokio::test]
async fn after_a_rotation_the_old_key_stays_until_its_last_token_ran_out() {
    let kit = Kit::start().await;
    let old = kit.client_token().await;
    let new_kid = keys::rotate(&kit.cx, "test").await.unwrap();
    let kids = || async {
        let keys = kit.get("/uaa/alm/token_keys").send().await.good()["keys"].clone();
        keys.as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(part(&kit.client_token().await, 0)["kid"], new_kid.as_str());
    assert_eq!(kit.get("/uaa/alm/token_key").send().await.good()["kid"], new_kid.as_str());
    assert!(token::verify(&kit.cx, &old).await.is_ok());
    assert_eq!(kids().await.len(), 2);
    kit.advance(Duration::from_secs(43_200 + 59));
    assert!(token::verify(&kit.cx, &old).await.is_ok());
    assert_eq!(kids().await.len(), 2);
    kit.advance(Duration::from_secs(120));
    assert_eq!(kids().await, [new_kid]);
    assert!(token::verify(&kit.cx, &old).await.is_err());
    assert!(kit.events().await.iter().any(|(event, actor, _)| event == "key.rotate" && actor == "test"));
}

#[tokio::test]
async fn introspection_tells_a_client_what_a_token_of_its_zone_says() {
    let kit = Kit::start().await;
    let token = kit.client_token().await;
    let ask =
        |token: &str| kit.post("/uaa/alm/introspect").basic(CLIENT, SECRET).form(&format!("token={token}")).send();
    let body = ask(&token).await.good();
    assert_eq!((body["active"].as_bool(), body["cid"].as_str()), (Some(true), Some(CLIENT)));
    assert_eq!(ask("x").await.good(), json!({"active": false}));
    let foreign = kit.admin("cpi-dev").await;
    assert_eq!(ask(&foreign).await.good(), json!({"active": false}));
    assert_eq!(kit.post("/uaa/alm/introspect").form(&format!("token={token}")).send().await.status, 401);
    let public = kit.post("/uaa/alm/introspect").basic("ropeway", "").form(&format!("token={token}")).send().await;
    assert_eq!(public.status, 403);
}

#[tokio::test]
async fn an_opaque_token_says_nothing_by_itself_until_it_is_revoked_or_runs_out() {
    let kit = Kit::start().await;
    let form = "grant_type=client_credentials&token_format=opaque";
    let body = kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(form).send().await.good();
    let token = body["access_token"].as_str().unwrap();
    assert!(!token.contains('.') && token.len() < 64, "{token}");
    assert_eq!((&body["jti"], body["token_type"].as_str()), (&body["access_token"], Some("bearer")));
    assert_eq!(body["expires_in"], 43_199);
    assert!(token::verify(&kit.cx, token).await.is_err(), "only introspection knows it");
    let ask =
        |token: &str| kit.post("/uaa/alm/introspect").basic(CLIENT, SECRET).form(&format!("token={token}")).send();
    let told = ask(token).await.good();
    assert_eq!((&told["active"], &told["jti"], &told["cid"]), (&json!(true), &body["jti"], &json!(CLIENT)));
    let scopes: Vec<_> = told["scope"].as_array().unwrap().iter().map(|scope| scope.as_str().unwrap()).collect();
    assert_eq!(scopes.join(" "), body["scope"].as_str().unwrap());
    let check = kit.post("/uaa/alm/check_token").basic(CLIENT, SECRET).form(&format!("token={token}"));
    assert_eq!(check.send().await.good()["client_id"], CLIENT);
    let revoke = format!("/uaa/alm/oauth/token/revoke/{token}");
    assert_eq!(kit.call("DELETE", &revoke).send().await.status, 401);
    assert_eq!(kit.call("DELETE", &revoke).bearer(token).send().await.status, 200);
    assert_eq!(ask(token).await.good(), json!({"active": false}));
    let other = kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(form).send().await.token();
    assert_eq!(ask(&other).await.good()["active"], true);
    kit.advance(Duration::from_secs(43_201));
    assert_eq!(ask(&other).await.good(), json!({"active": false}));
}

#[tokio::test]
async fn check_token_refuses_bad_tokens_and_missing_scopes() {
    let kit = Kit::start().await;
    let token = kit.client_token().await;
    let ask = |form: String| kit.post("/uaa/alm/check_token").basic(CLIENT, SECRET).form(&form).send();
    assert_eq!(ask(format!("token={token}&scopes=uaa.resource")).await.good()["client_id"], CLIENT);
    let bad = ask("token=x".to_owned()).await;
    assert_eq!((bad.error().0, bad.error().1), (400, "invalid_token"));
    let missing = ask(format!("token={token}&scopes=uaa.resource,other")).await;
    assert_eq!((missing.error().0, missing.error().1), (400, "invalid_scope"));
}

#[tokio::test]
async fn discovery_and_userinfo_answer_in_every_realm() {
    let kit = Kit::start().await;
    let found = kit.get("/uaa/alm/.well-known/openid-configuration").send().await.good();
    assert_eq!(found["token_endpoint"], "http://127.0.0.1:4004/uaa/alm/oauth/token");
    assert_eq!(found["jwks_uri"], "http://127.0.0.1:4004/uaa/alm/token_keys");
    let found = kit.get("/cf-uaa/.well-known/openid-configuration").send().await.good();
    assert_eq!(found["issuer"], "http://127.0.0.1:4004/cf-uaa/oauth/token");
    let token = kit.admin("alm").await;
    let me = kit.get("/uaa/alm/userinfo").bearer(&token).send().await.good();
    assert_eq!((me["user_name"].as_str(), me["name"].as_str()), (Some(ADMIN), Some("Ada Admin")));
    assert_eq!(kit.get("/uaa/cpi-dev/userinfo").bearer(&token).send().await.status, 403);
    assert_eq!(kit.get("/uaa/alm/userinfo").send().await.status, 401);
}

#[tokio::test]
async fn logging_out_of_cf_ends_token_and_session() {
    let kit = Kit::start().await;
    let body = kit.cf_login(ADMIN, PASSWORD).await.good();
    let token = body["access_token"].as_str().unwrap();
    token::verify(&kit.cx, token).await.unwrap();
    let jti = body["jti"].as_str().unwrap();
    let wrong = kit.call("DELETE", "/cf-uaa/oauth/token/revoke/other").bearer(token).send().await;
    assert_eq!(wrong.status, 404);
    let revoke = format!("/cf-uaa/oauth/token/revoke/{jti}");
    assert_eq!(kit.call("DELETE", &revoke).bearer(token).send().await.status, 200);
    assert!(token::verify(&kit.cx, token).await.is_err());
    let refresh = format!("grant_type=refresh_token&refresh_token={}", body["refresh_token"].as_str().unwrap());
    assert_eq!(kit.post("/cf-uaa/oauth/token").basic("cf", "").form(&refresh).send().await.status, 401);
    assert_eq!(kit.call("DELETE", &revoke).send().await.status, 401);
}

#[tokio::test]
async fn cf_is_told_what_it_asks_before_it_logs_in() {
    let kit = Kit::start().await;
    let url = "http://127.0.0.1:4004/cf-uaa";
    let code = format!("Temporary Authentication Code ( Get one at {url}/passcode )");
    let expected = json!({
        "app": {"version": "77.18.0"}, "links": {"login": url, "uaa": url}, "zone_name": "uaa",
        "prompts": {
            "username": ["text", "Email"], "password": ["password", "Password"], "passcode": ["password", code]
        }
    });
    assert_eq!(kit.get("/cf-uaa/login").header("accept", "application/json").send().await.good(), expected);
}
