//! Tokens rest on a zone, a client and the secret that got them: when one of these goes, they are refused.

use super::kit::{Kit, Place};
use serde_json::{Value, json};
use std::time::Duration;

/// A subaccount with an instance of transport management.
async fn ready() -> (Kit, Place, String) {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.enable(&place.guid, "transport", "standard").await;
    let instance = kit.made(&place, ("transport", "standard"), "tms", json!({})).await;
    (kit, place, instance)
}

/// A key of the instance, and a token that was got with it.
async fn token(kit: &Kit, place: &Place, instance: &str, name: &str) -> (String, String) {
    let binding = kit.bind(place, instance, name).await;
    let key = kit.credentials(place, &binding).await;
    (binding, kit.ask(&key).await.token())
}

async fn nodes(kit: &Kit, token: &str) -> u16 {
    kit.app.get("/tms/v2/nodes").bearer(token).send().await.status
}

async fn delete(kit: &Kit, token: &str, path: &str) {
    let _ = kit.app.request("DELETE", path).bearer(token).send().await.expect_status(200);
}

#[tokio::test]
async fn a_token_goes_with_its_key_and_the_other_keys_stay() {
    let (kit, place, instance) = ready().await;
    let (gone, first) = token(&kit, &place, &instance, "first").await;
    let (_, second) = token(&kit, &place, &instance, "second").await;
    assert_eq!((nodes(&kit, &first).await, nodes(&kit, &second).await), (200, 200));
    delete(&kit, &place.token, &format!("/service-manager/v1/service_bindings/{gone}")).await;
    assert_eq!((nodes(&kit, &first).await, nodes(&kit, &second).await), (401, 200));
}

#[tokio::test]
async fn a_token_goes_with_its_instance() {
    let (kit, place, instance) = ready().await;
    let (binding, token) = token(&kit, &place, &instance, "key").await;
    assert_eq!(nodes(&kit, &token).await, 200);
    delete(&kit, &place.token, &format!("/service-manager/v1/service_bindings/{binding}")).await;
    delete(&kit, &place.token, &format!("/service-manager/v1/service_instances/{instance}")).await;
    assert_eq!(nodes(&kit, &token).await, 401);
}

#[tokio::test]
async fn all_tokens_go_with_their_subaccount() {
    let (kit, place, instance) = ready().await;
    let (_, machine) = token(&kit, &place, &instance, "key").await;
    let applications = async || kit.app.get("/saas-manager/v1/applications").bearer(&place.token).send().await.status;
    assert_eq!((nodes(&kit, &machine).await, applications().await), (200, 200));
    delete(&kit, &kit.cis, &format!("/accounts/v1/subaccounts/{}?forceDelete=true", place.guid)).await;
    assert_eq!((nodes(&kit, &machine).await, applications().await), (401, 401));
    // Who gets the name later is somebody else.
    let again = kit.subaccount("alm").await;
    assert_eq!((nodes(&kit, &machine).await, applications().await), (401, 401));
    let fresh = kit.app.get("/saas-manager/v1/applications").bearer(&again.token).send().await;
    assert_eq!(fresh.status, 200);
}

#[tokio::test]
async fn introspection_says_it_too() {
    let (kit, place, instance) = ready().await;
    let (gone, first) = token(&kit, &place, &instance, "first").await;
    let (other, _) = token(&kit, &place, &instance, "second").await;
    let key = kit.credentials(&place, &other).await;
    let (id, secret) = (key["uaa"]["clientid"].as_str().unwrap(), key["uaa"]["clientsecret"].as_str().unwrap());
    let active = async || -> Value {
        let ask = kit.app.post("/uaa/alm/introspect").basic(id, secret).form(&[("token", first.as_str())]);
        ask.send().await.expect_status(200).json()["active"].clone()
    };
    assert_eq!(active().await, true);
    delete(&kit, &place.token, &format!("/service-manager/v1/service_bindings/{gone}")).await;
    assert_eq!(active().await, false);
}

/// Another replica removes something: this one is not told, and looks again soon.
#[tokio::test]
async fn what_another_process_removed_is_noticed_within_seconds() {
    let (kit, place, instance) = ready().await;
    let (_, token) = token(&kit, &place, &instance, "key").await;
    assert_eq!(nodes(&kit, &token).await, 200);
    let behind =
        async |tx: &mut store::Tx| tx.execute("delete from client_secret where holder <> ''", store::p![]).await;
    kit.app.cx.db.write(behind).await.unwrap();
    kit.app.advance(Duration::from_secs(11));
    assert_eq!(nodes(&kit, &token).await, 401);
}
