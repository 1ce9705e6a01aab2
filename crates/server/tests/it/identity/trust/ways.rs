//! The way there and back.

use super::super::kit::{ADMIN, Kit, PASSWORD};
use super::stub::{CLIENT, ORIGIN, SECRET, cookie, leave, roles, session, session_of, sign_in, start, start_with};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

#[tokio::test]
async fn somebody_signs_in_with_the_provider_and_goes_on_to_where_he_wanted() {
    let (kit, stub) = start().await;
    let form = kit.get("/sign-in?next=/s/alm/home").send().await;
    assert!(form.text.contains("Sign in with Example &lt;Corp&gt;"), "{}", form.text);
    assert!(form.text.contains("href=\"/sign-in/sap.custom?next=%2Fs%2Falm%2Fhome\""), "{}", form.text);

    let there = leave(&kit, "/s/alm/home?x=1").await;
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", "http://127.0.0.1:4004/sign-in/sap.custom/callback"),
        ("scope", "openid email"),
        ("code_challenge_method", "S256"),
        ("tenant", "t"),
    ] {
        assert_eq!(there.asked[name], value, "{name}");
    }
    assert!(there.asked["state"].len() >= 43 && there.asked["nonce"].len() >= 43, "{:?}", there.asked);
    let token = stub.signed(&kit, &there.asked["nonce"], &["viewers", "others"], &json!({})).await;
    stub.set(|script| script.id_token = token);
    let answer = there.come_back(&kit).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/s/alm/home?x=1"));
    assert_eq!((answer.header("cache-control"), answer.header("referrer-policy")), ("no-store", "no-referrer"));
    assert_eq!(cookie(&answer, "ropeway_sign_in"), "ropeway_sign_in=", "its cookie is taken away");

    let asked = stub.server.asked().into_iter().find(|asked| asked.path == "/token").expect("a call for tokens");
    // RFC 6749, 2.3.1: id and secret are form-encoded first.
    let basic = STANDARD.encode("rope%3Away:s3cret%2F%2B");
    assert_eq!(asked.header("authorization"), Some(format!("Basic {basic}").as_str()));
    assert!(asked.text().contains("code_verifier=") && !asked.text().contains(SECRET), "{}", asked.text());
    assert_eq!(roles(&kit, &session_of(&answer)).await, json!(["TMS_Viewer_RC"]));
    let events = kit.events().await;
    for event in ["person.create", "role_collection.assign", "login"] {
        assert!(events.iter().any(|(name, ..)| name == event), "{event}: {events:?}");
    }
}

#[tokio::test]
async fn the_cookie_of_the_way_is_seen_by_no_script_and_holds_nothing_readable() {
    let (kit, _stub) = start().await;
    let answer = kit.get(&format!("/sign-in/{ORIGIN}?next=/profile")).send().await;
    let set = answer.header("set-cookie");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600"] {
        assert!(set.contains(part), "{set}");
    }
    assert!(!set.contains("profile") && !set.contains("state"), "{set}");
}

#[tokio::test]
async fn a_way_that_another_browser_began_ends_nowhere() {
    let (kit, stub) = start().await;
    let (mine, other) = (leave(&kit, "/").await, leave(&kit, "/").await);
    let token = stub.signed(&kit, &mine.asked["nonce"], &["viewers"], &json!({})).await;
    stub.set(|script| script.id_token = token);
    let calls = [
        kit.get(&mine.back()).header("cookie", &other.cookie),
        kit.get(&mine.back()),
        kit.get(&mine.back()).header("cookie", "ropeway_sign_in=v1:AAAA"),
        kit.get(&format!("/sign-in/{ORIGIN}/callback?code=c0de&state=x")).header("cookie", &mine.cookie),
        kit.get(&format!("/sign-in/{ORIGIN}/callback?code=c0de")).header("cookie", &mine.cookie),
    ];
    for call in calls {
        let answer = call.send().await;
        assert_eq!(answer.status, 400, "{answer:?}");
        assert_eq!(cookie(&answer, "ropeway_session"), "");
        assert!(answer.text.contains("sign in again") && answer.text.contains("correlation id"), "{}", answer.text);
    }
    assert_eq!(stub.count("/token"), 0, "nobody else's code is redeemed");
}

#[tokio::test]
async fn a_way_ends_once_and_within_ten_minutes() {
    let (kit, stub) = start().await;
    let there = leave(&kit, "/").await;
    let token = stub.signed(&kit, &there.asked["nonce"], &[], &json!({})).await;
    stub.set(|script| script.id_token = token);
    session_of(&there.come_back(&kit).await);
    let again = there.come_back(&kit).await;
    assert_eq!((again.status.as_u16(), cookie(&again, "ropeway_session")), (400, String::new()));
    let late = leave(&kit, "/").await;
    kit.advance(std::time::Duration::from_secs(601));
    let token = stub.signed(&kit, &late.asked["nonce"], &[], &json!({})).await;
    stub.set(|script| script.id_token = token);
    let answer = late.come_back(&kit).await;
    assert!(answer.status == 400 && answer.text.contains("ten minutes"), "{answer:?}");
}

#[tokio::test]
async fn nobody_is_led_to_another_site_and_no_session_is_taken_over() {
    let (kit, stub) = start().await;
    for next in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let there = leave(&kit, next).await;
        let token = stub.signed(&kit, &there.asked["nonce"], &[], &json!({})).await;
        stub.set(|script| script.id_token = token);
        let both = format!("ropeway_session=chosen; {}", there.cookie);
        let answer = kit.get(&there.back()).header("cookie", both).send().await;
        assert_eq!(answer.header("location"), "/", "{next}");
        assert_ne!(session_of(&answer), "ropeway_session=chosen");
    }
    assert_eq!(session(&kit, "ropeway_session=chosen").await.status, 401);
    let first = session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    let there = leave(&kit, "/").await;
    let token = stub.signed(&kit, &there.asked["nonce"], &[], &json!({})).await;
    stub.set(|script| script.id_token = token);
    let both = format!("{first}; {}", there.cookie);
    let second = session_of(&kit.get(&there.back()).header("cookie", both).send().await);
    assert_eq!(session(&kit, &first).await.status, 401, "the former session of the browser ends");
    assert_eq!(session(&kit, &second).await.status, 200);
}

#[tokio::test]
async fn a_program_that_sent_the_browser_gets_it_back_after_the_provider() {
    let (kit, stub) = start().await;
    let next = "/uaa/alm/oauth/authorize?client_id=ropeway&response_type=code";
    let there = leave(&kit, next).await;
    let token = stub.signed(&kit, &there.asked["nonce"], &["viewers"], &json!({})).await;
    stub.set(|script| script.id_token = token);
    let answer = there.come_back(&kit).await;
    assert!(answer.status == 200 && answer.text.contains("http-equiv=\"refresh\""), "{answer:?}");
    // The same session draws a code for the command line.
    let cookie = cookie(&answer, "ropeway_session=");
    let code = kit.get("/cf-uaa/passcode").header("cookie", cookie).header("accept", "text/html").send().await;
    assert_eq!(code.status, 200, "{code:?}");
}

async fn with_password(kit: &Kit, user: &str) -> super::super::kit::Answer {
    let form = serde_urlencoded::to_string([("username", user), ("password", PASSWORD)]).expect("a form");
    kit.post("/sign-in").form(&form).send().await
}

#[tokio::test]
async fn where_people_sign_in_with_the_provider_only_administrators_are_not_locked_out() {
    let (kit, stub) = start_with(|settings| settings.password_form = false).await;
    kit.person("bob@example.org").await;
    let page = kit.get("/sign-in?next=/profile").send().await;
    assert!(!page.text.contains("type=\"password\""), "{}", page.text);
    assert!(page.text.contains("/sign-in?with=password&amp;next=%2Fprofile"), "{}", page.text);
    let form = kit.get("/sign-in?with=password").send().await;
    assert!(form.text.contains("type=\"password\""), "{}", form.text);
    let refused = with_password(&kit, "bob@example.org").await;
    assert_eq!((refused.status.as_u16(), refused.header("set-cookie")), (403, ""), "{refused:?}");
    assert_eq!(with_password(&kit, ADMIN).await.status, 303);
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
}

#[tokio::test]
async fn what_the_provider_refuses_is_told_and_nothing_of_it_is_run() {
    let (kit, stub) = start().await;
    let there = leave(&kit, "/").await;
    let query = [
        ("error", "access_denied"),
        ("error_description", "<script>alert(1)</script>"),
        ("state", there.asked["state"].as_str()),
    ];
    let query = serde_urlencoded::to_string(query).expect("a query");
    let uri = format!("/sign-in/{ORIGIN}/callback?{query}");
    let answer = kit.get(&uri).header("cookie", &there.cookie).send().await;
    assert!(answer.status == 400 && answer.text.contains("access_denied"), "{answer:?}");
    assert!(!answer.text.contains("<script"), "{}", answer.text);
    assert_eq!(stub.count("/token"), 0);
    assert_eq!(kit.get("/sign-in/unknown").send().await.status, 404);
}
