//! Signing in to another program with a browser: authorization code and PKCE.

use super::kit::{ADMIN, ALM, Answer, CLIENT, Kit, PASSWORD, SECRET, claims};
use engine::identity::client;
use std::collections::BTreeMap;
use std::time::Duration;
use url::Url;

const BACK: &str = "https://app.example.org/login/callback?x=1";
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

async fn start() -> Kit {
    let kit = Kit::start().await;
    let grants = ["authorization_code", "refresh_token"].map(str::to_owned);
    let done = kit.cx.db.write(async move |tx| {
        client::set_terms(tx, CLIENT, &grants, client::DEFAULT_VALIDITY).await?;
        client::set_redirects(tx, CLIENT, &[BACK.to_owned()]).await
    });
    done.await.expect("a client with a page");
    kit
}

fn address(path: &str, params: &[(&str, &str)]) -> String {
    format!("{path}?{}", serde_urlencoded::to_string(params).expect("parameters"))
}

/// What an application router asks for.
fn asked(more: &[(&str, &str)]) -> String {
    let mut params = vec![("response_type", "code"), ("client_id", CLIENT), ("redirect_uri", BACK), ("state", "s t")];
    for (name, value) in more {
        params.retain(|(known, _)| known != name);
        params.extend((!value.is_empty()).then_some((*name, *value)));
    }
    address("/uaa/alm/oauth/authorize", &params)
}

async fn sign_in(kit: &Kit, next: &str) -> (String, Answer) {
    let form = serde_urlencoded::to_string([("username", ADMIN), ("password", PASSWORD), ("next", next)]);
    let answer = kit.post("/sign-in").form(&form.expect("a form")).send().await;
    let cookie = answer.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    (cookie, answer)
}

async fn go(kit: &Kit, uri: &str, cookie: &str) -> Answer {
    kit.get(uri).header("cookie", cookie).header("accept", "text/html").send().await
}

/// The parameters with which the browser goes back.
fn sent_back(answer: &Answer) -> BTreeMap<String, String> {
    assert_eq!(answer.status, 302, "{answer:?}");
    assert_eq!((answer.header("cache-control"), answer.header("referrer-policy")), ("no-store", "no-referrer"));
    let url = Url::parse(answer.header("location")).expect("an address");
    assert!(url.as_str().starts_with("https://app.example.org/login/callback?x=1&"), "{url}");
    url.query_pairs().into_owned().collect()
}

async fn redeem(kit: &Kit, code: &str, more: &[(&str, &str)]) -> Answer {
    let mut params = vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", BACK)];
    params.retain(|(known, _)| more.iter().all(|(name, _)| name != known));
    params.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    let form = serde_urlencoded::to_string(params).expect("a form");
    kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(&form).send().await
}

#[tokio::test]
async fn a_browser_comes_signs_in_and_goes_back_with_a_code_that_becomes_tokens() {
    let kit = start().await;
    let first = kit.get(&asked(&[("nonce", "n-1")])).send().await;
    assert_eq!(first.status, 302);
    let way = first.header("location").to_owned();
    let form = kit.get(&way).send().await;
    assert_eq!(form.status, 200, "{form:?}");
    let next = form.text.split("name=\"next\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let next = next.expect("the way on").replace("&amp;", "&");
    let (cookie, signed_in) = sign_in(&kit, &next).await;
    // The policy of the form lets it lead nowhere else, so the browser begins anew.
    assert_eq!(signed_in.status, 200);
    assert!(signed_in.text.contains("http-equiv=\"refresh\""), "{}", signed_in.text);

    let back = sent_back(&go(&kit, &next, &cookie).await);
    assert_eq!(back["state"], "s t");
    let tokens = redeem(&kit, &back["code"], &[]).await.good();
    let access = claims(tokens["access_token"].as_str().expect("a token"));
    assert_eq!(access["grant_type"], "authorization_code");
    assert_eq!(access["user_name"], ADMIN);
    assert_eq!(access["zid"], ALM.to_string());
    let id_token = tokens["id_token"].as_str().expect("an id token");
    let id = claims(id_token);
    assert_eq!((&id["nonce"], &id["aud"][0]), (&"n-1".into(), &CLIENT.into()));
    assert_eq!((&id["iss"], &id["sub"]), (&access["iss"], &access["user_id"]));
    // It says who it is and opens nothing.
    assert_eq!(kit.get("/uaa/alm/userinfo").bearer(id_token).send().await.status, 401);
    let refresh = tokens["refresh_token"].as_str().expect("a refresh token");
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    let _ = kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(&form).send().await.good();
    let events = kit.events().await;
    assert!(events.iter().any(|(event, ..)| event == "authorize"), "{events:?}");
}

#[tokio::test]
async fn a_code_is_good_once_for_five_minutes_and_for_its_client_and_address() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    let code = async || sent_back(&go(&kit, &asked(&[]), &cookie).await).remove("code").expect("a code");
    let used = code().await;
    let _ = redeem(&kit, &used, &[]).await.good();
    assert_eq!(redeem(&kit, &used, &[]).await.error(), (400, "invalid_grant", "Invalid authorization code"));
    assert_eq!(redeem(&kit, "", &[]).await.error().1, "invalid_request");
    let other = [("redirect_uri", "https://app.example.org/login/callback")];
    assert_eq!(redeem(&kit, &code().await, &other).await.error(), (400, "invalid_grant", "Redirect URI mismatch."));
    let late = code().await;
    kit.advance(Duration::from_secs(301));
    assert_eq!(redeem(&kit, &late, &[]).await.error().1, "invalid_grant");
    let foreign = format!("grant_type=authorization_code&client_id=ropeway&code={}", code().await);
    let foreign = kit.post("/uaa/alm/oauth/token").basic("ropeway", "").form(&foreign).send().await;
    assert_eq!(foreign.error().1, "invalid_grant");
    let before = code().await;
    let change = serde_json::json!({"oldPassword": PASSWORD, "password": "quite another one"});
    let me = claims(&kit.cf_admin().await)["user_id"].as_str().expect("an id").to_owned();
    let changed = kit.call("PUT", &format!("/cf-uaa/Users/{me}/password")).bearer(&kit.cf_admin().await).json(&change);
    assert_eq!(changed.send().await.status, 200);
    assert_eq!(redeem(&kit, &before, &[]).await.error().1, "invalid_grant", "a code rests on the password");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_show_a_code_at_once_one_gets_tokens() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    for _ in 0..3 {
        let code = sent_back(&go(&kit, &asked(&[]), &cookie).await).remove("code").expect("a code");
        let answers = futures_util::future::join_all((0..8).map(|_| redeem(&kit, &code, &[]))).await;
        let good = answers.iter().filter(|answer| answer.status == 200).count();
        let refused = answers.iter().filter(|answer| answer.error().1 == "invalid_grant").count();
        assert_eq!((good, refused), (1, 7), "{answers:?}");
    }
}

#[tokio::test]
async fn only_who_asked_can_use_a_code_with_a_challenge() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    let with = [("code_challenge", CHALLENGE), ("code_challenge_method", "S256")];
    let code = async || sent_back(&go(&kit, &asked(&with), &cookie).await).remove("code").expect("a code");
    assert_eq!(redeem(&kit, &code().await, &[]).await.error(), (400, "invalid_grant", "A code verifier is required"));
    let wrong = redeem(&kit, &code().await, &[("code_verifier", CHALLENGE)]).await;
    assert_eq!(wrong.error(), (400, "invalid_grant", "Invalid code verifier"));
    let _ = redeem(&kit, &code().await, &[("code_verifier", VERIFIER)]).await.good();
    // A downgrade is refused, as is a verifier to a code that has no challenge.
    for more in [vec![with[0]], vec![with[0], ("code_challenge_method", "plain")]] {
        let back = sent_back(&go(&kit, &asked(&more), &cookie).await);
        assert_eq!(back["error"], "invalid_request", "{more:?}");
    }
    let plain = sent_back(&go(&kit, &asked(&[]), &cookie).await);
    assert_eq!(redeem(&kit, &plain["code"], &[("code_verifier", VERIFIER)]).await.error().1, "invalid_grant");
}

#[tokio::test]
async fn nobody_is_sent_to_an_address_that_is_not_the_clients() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    let near = format!("{BACK}2");
    let wrong = [
        asked(&[("redirect_uri", "https://evil.example/")]),
        asked(&[("redirect_uri", near.as_str())]),
        asked(&[("redirect_uri", "https://app.example.org/login/callback")]),
        asked(&[("client_id", "nobody")]),
        asked(&[("client_id", "")]),
        asked(&[]) + "&redirect_uri=https%3A%2F%2Fevil.example%2F",
        asked(&[]).replace("/uaa/alm/", "/uaa/cpi-dev/"),
    ];
    for uri in wrong {
        let answer = go(&kit, &uri, &cookie).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (400, ""), "{uri}");
        assert!(answer.header("content-type").starts_with("text/html"), "{uri}");
        assert!(answer.text.contains("role=\"alert\""), "{uri}");
    }
    let shown = go(&kit, &(asked(&[("client_id", "")]) + "&%3Cscript%3E=1&%3Cscript%3E=2"), &cookie).await;
    assert!(!shown.text.contains("<script"), "{}", shown.text);
}

#[tokio::test]
async fn what_is_wrong_goes_back_to_the_client_with_its_state() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    for (more, cookie, error) in [
        (("response_type", "token"), cookie.as_str(), "unsupported_response_type"),
        (("response_mode", "fragment"), &cookie, "invalid_request"),
        (("scope", "sapcloudalm!b2.nothing"), &cookie, "invalid_scope"),
        (("prompt", "none"), "", "login_required"),
    ] {
        let back = sent_back(&go(&kit, &asked(&[more]), cookie).await);
        assert_eq!((back["error"].as_str(), back["state"].as_str()), (error, "s t"), "{more:?}");
        assert!(!back["error_description"].is_empty());
    }
    let quiet = sent_back(&go(&kit, &asked(&[("prompt", "none")]), &cookie).await);
    assert!(quiet.contains_key("code"), "{quiet:?}");
    let again = go(&kit, &asked(&[("prompt", "login")]), &cookie).await;
    let way = again.header("location").to_owned();
    assert!(way.starts_with("/sign-in?next=") && way.ends_with("&again=true") && !way.contains("prompt"), "{way}");
    let form = go(&kit, &way, &cookie).await;
    assert!(form.text.contains("name=\"password\""), "who is signed in is asked once more");
    let form = "grant_type=client_credentials";
    let other = kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(form).send().await;
    assert_eq!(other.error().1, "invalid_client", "only the grants of the client");
}

#[tokio::test]
async fn our_own_command_line_listens_where_a_port_is_free_and_needs_a_challenge() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    let back = "http://127.0.0.1:43123/callback";
    let own = |more: &[(&str, &str)]| {
        let params = [("response_type", "code"), ("client_id", "ropeway"), ("redirect_uri", back)];
        address("/uaa/alm/oauth/authorize", &[&params, more].concat())
    };
    let without = go(&kit, &own(&[]), &cookie).await;
    assert!(without.header("location").starts_with(&format!("{back}?error=invalid_request")), "{without:?}");
    let with = own(&[("code_challenge", CHALLENGE), ("code_challenge_method", "S256")]);
    let answer = go(&kit, &with, &cookie).await;
    let code = answer.header("location").split("code=").nth(1).expect("a code").to_owned();
    let form =
        [("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", back), ("code_verifier", VERIFIER)];
    let form = serde_urlencoded::to_string(form).expect("a form");
    let tokens = kit.post("/uaa/alm/oauth/token").basic("ropeway", "").form(&form).send().await.good();
    assert_eq!(claims(tokens["access_token"].as_str().expect("a token"))["client_id"], "ropeway");
    let elsewhere = own(&[]).replace("127.0.0.1", "127.0.0.1.evil.example");
    assert_eq!(go(&kit, &elsewhere, &cookie).await.status, 400);
}

#[tokio::test]
async fn a_client_that_keeps_only_the_host_of_its_service_gets_there_too() {
    let kit = start().await;
    let (cookie, _) = sign_in(&kit, "/").await;
    for path in ["/oauth/authorize", "/uaa/oauth/authorize"] {
        let back = sent_back(&go(&kit, &asked(&[]).replace("/uaa/alm/oauth/authorize", path), &cookie).await);
        let form = serde_urlencoded::to_string([
            ("grant_type", "authorization_code"),
            ("code", &back["code"]),
            ("redirect_uri", BACK),
        ]);
        let form = form.expect("a form");
        let _ = kit.post("/oauth/token").basic(CLIENT, SECRET).form(&form).send().await.good();
    }
}

#[tokio::test]
async fn who_signs_out_of_a_program_is_signed_out_here_and_sent_back_only_to_it() {
    let kit = start().await;
    for (redirect, to) in [(BACK, BACK), ("https://evil.example/", "/sign-in")] {
        let (cookie, _) = sign_in(&kit, "/").await;
        let out = address("/uaa/alm/logout.do", &[("client_id", CLIENT), ("redirect", redirect)]);
        let answer = go(&kit, &out, &cookie).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, to));
        assert!(answer.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(kit.get("/api/v1/session").header("cookie", &cookie).send().await.status, 401);
    }
}

#[tokio::test]
async fn the_discovery_document_says_what_there_is() {
    let kit = start().await;
    let known = kit.get("/uaa/alm/.well-known/openid-configuration").send().await.good();
    assert_eq!(known["response_types_supported"], serde_json::json!(["code"]));
    assert_eq!(known["code_challenge_methods_supported"], serde_json::json!(["S256"]));
    for endpoint in ["authorization_endpoint", "end_session_endpoint"] {
        let url = Url::parse(known[endpoint].as_str().expect("an address")).expect("an address");
        assert_ne!(kit.get(url.path()).send().await.status, 404, "{endpoint}");
    }
}
