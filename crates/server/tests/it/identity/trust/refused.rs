//! What is not believed.

use super::super::kit::Answer;
use super::stub::{ORIGIN, cookie, leave, session_of, sign_in, start, with_header};
use engine::identity::keys;
use serde_json::{Value, json};
use std::time::Duration;

fn refused(answer: &Answer, status: u16, text: &str) {
    assert_eq!((answer.status.as_u16(), cookie(answer, "ropeway_session")), (status, String::new()), "{answer:?}");
    assert!(answer.text.contains(text), "{text}: {}", answer.text);
}

#[tokio::test]
async fn a_token_is_believed_only_if_everything_about_it_is_right() {
    let (kit, stub) = start().await;
    let now = kit.cx.now().seconds();
    for (changes, status, text) in [
        (json!({"nonce": "other"}), 401, "another sign-in"),
        (json!({"nonce": null}), 401, "another sign-in"),
        (json!({"aud": "other"}), 401, "another client"),
        (json!({"aud": ["rope:way", "other"]}), 401, "another client"),
        (json!({"azp": "other"}), 401, "another client"),
        (json!({"iss": "https://evil.example"}), 401, "another issuer"),
        (json!({"exp": now - 61}), 401, "run out"),
        (json!({"iat": now + 61}), 401, "not good yet"),
        (json!({"sub": null}), 401, "who signed in"),
        (json!({"email": null}), 401, "user_name_claim"),
        (json!({"email_verified": false}), 403, "verified"),
        (json!({"groups": null, "_claim_names": {"groups": "src1"}}), 403, "more groups"),
    ] {
        refused(&sign_in(&kit, &stub, &["viewers"], changes).await, status, text);
    }
    let failed = kit.events().await.into_iter().filter(|(event, ..)| event == "login.failed").count();
    assert!(failed > 0, "refusals are in the audit trail");
}

/// What comes back with a token that was changed after it was signed.
async fn with_changed(header: Option<Value>, change: impl FnOnce(&str) -> String) -> Answer {
    let (kit, stub) = start().await;
    let there = leave(&kit, "/").await;
    let token = stub.signed(&kit, &there.asked["nonce"], &[], &json!({})).await;
    let token = header.map_or(token.clone(), |header| with_header(&token, &header));
    stub.set(|script| script.id_token = change(&token));
    there.come_back(&kit).await
}

#[tokio::test]
async fn a_token_does_not_choose_how_it_is_checked() {
    let unsigned = |token: &str| format!("{}.", token.rsplit_once('.').expect("a signature").0);
    refused(&with_changed(Some(json!({"alg": "none"})), unsigned).await, 401, "must be signed");
    refused(&with_changed(Some(json!({"alg": "HS256"})), str::to_owned).await, 401, "must be signed");
    // The key is no key for this algorithm.
    refused(&with_changed(Some(json!({"alg": "ES256"})), str::to_owned).await, 401, "no such key");
    refused(&with_changed(None, unsigned).await, 401, "signature");
    refused(&with_changed(Some(json!({"alg": "RS256"})), str::to_owned).await, 401, "signature");
    refused(&with_changed(None, |_| "x".to_owned()).await, 401, "no signed token");
}

#[tokio::test]
async fn a_provider_changes_its_keys_and_made_up_ones_do_not_make_it_busy() {
    let (kit, stub) = start().await;
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    assert_eq!((stub.count("/.well-known"), stub.count("/jwks")), (1, 1));
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    assert_eq!(stub.count("/jwks"), 1, "keys are kept");

    keys::rotate(&kit.cx, "test").await.expect("another key");
    kit.advance(Duration::from_secs(31));
    // It signs with a key that it does not publish: asked for once, and not for each token.
    for _ in 0..3 {
        refused(&sign_in(&kit, &stub, &[], json!({})).await, 401, "no such key");
    }
    assert_eq!(stub.count("/jwks"), 2);
    stub.publish(&kit).await;
    kit.advance(Duration::from_secs(31));
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    assert_eq!(stub.count("/jwks"), 3);
    kit.advance(Duration::from_secs(3_600));
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    assert_eq!(stub.count("/jwks"), 4, "what is old is asked for anew");
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_asked_again_later() {
    let (kit, stub) = start().await;
    stub.set(|script| script.down = true);
    let down = kit.get(&format!("/sign-in/{ORIGIN}?next=/profile")).send().await;
    refused(&down, 502, "cannot be used at the moment");
    assert!(down.text.contains("type=\"password\""), "the other way in is there: {}", down.text);
    let asked = stub.count("/.well-known");
    let _ = kit.get(&format!("/sign-in/{ORIGIN}")).send().await;
    assert_eq!(stub.count("/.well-known"), asked, "not for everybody who tries");
    stub.set(|script| script.down = false);
    kit.advance(Duration::from_secs(6));
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
}

#[tokio::test]
async fn a_code_or_a_secret_that_is_not_taken_is_told_to_whom_it_concerns() {
    let (kit, stub) = start().await;
    for (status, code, shown, text) in
        [(400, "invalid_grant", 400, "sign in again"), (401, "invalid_client", 502, "operator")]
    {
        stub.set(|script| script.refusal = Some((status, json!({"error": code}))));
        refused(&sign_in(&kit, &stub, &[], json!({})).await, shown, text);
    }
}

#[tokio::test]
async fn metadata_of_another_provider_is_not_taken() {
    for metadata in [
        json!({"issuer": "https://evil.example"}),
        json!({"token_endpoint": "ftp://evil.example"}),
        json!({"jwks_uri": null}),
    ] {
        let (kit, stub) = start().await;
        stub.set(|script| script.metadata = metadata.clone());
        refused(&kit.get(&format!("/sign-in/{ORIGIN}")).send().await, 502, "identity provider");
    }
}

#[tokio::test]
async fn an_answer_of_another_provider_is_not_taken() {
    let (kit, stub) = start().await;
    stub.set(|script| script.metadata = json!({"authorization_response_iss_parameter_supported": true}));
    let there = leave(&kit, "/").await;
    let token = stub.signed(&kit, &there.asked["nonce"], &[], &json!({})).await;
    stub.set(|script| script.id_token = token);
    for iss in ["", "&iss=https%3A%2F%2Fevil.example"] {
        let answer = kit.get(&format!("{}{iss}", there.back())).header("cookie", &there.cookie).send().await;
        refused(&answer, 400, "answered");
    }
    let iss = serde_urlencoded::to_string([("iss", stub.server.url())]).expect("a query");
    let answer = kit.get(&format!("{}&{iss}", there.back())).header("cookie", &there.cookie).send().await;
    session_of(&answer);
}
