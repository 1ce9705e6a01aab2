//! Service instances and keys over their life.

use super::kit::Kit;
use engine::platform::{binding, instance};
use serde_json::{Value, json};

const DESTINATION: (&str, &str) = ("destination", "lite");

#[tokio::test]
async fn a_deleted_key_has_no_tokens_any_more() {
    let (kit, place) = Kit::with_destinations().await;
    let id = kit.made(&place, DESTINATION, "d", json!({})).await;
    let (first, second) = (kit.bind(&place, &id, "one").await, kit.bind(&place, &id, "two").await);
    let (one, two) = (kit.credentials(&place, &first).await, kit.credentials(&place, &second).await);
    assert_eq!(one["clientid"], two["clientid"]);
    assert_ne!(one["clientsecret"], two["clientsecret"]);
    let issued = kit.ask(&one).await.token();
    let path = format!("/service-manager/v1/service_bindings/{first}");
    let gone = kit.app.request("DELETE", &path).bearer(&place.token).send().await.expect_status(200);
    assert_eq!(gone.json(), json!({}));
    let _ = kit.ask(&one).await.expect_status(401);
    let _ = kit.ask(&two).await.expect_status(200);
    let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(404);
    // What was issued goes with it.
    let destinations = "/destination-configuration/v1/subaccountDestinations";
    let _ = kit.app.get(destinations).bearer(&issued).send().await.expect_status(401);
}

#[tokio::test]
async fn a_shared_secret_goes_with_the_last_key() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.amount(&place.guid, "SAPCloudALMAPIs", "standard", 1).await;
    let parameters = json!({"xs-security": {"xsappname": "App"}});
    let id = kit.made(&place, ("SAPCloudALMAPIs", "standard"), "App", parameters).await;
    let (first, second) = (kit.bind(&place, &id, "one").await, kit.bind(&place, &id, "two").await);
    let (one, two) = (kit.credentials(&place, &first).await, kit.credentials(&place, &second).await);
    assert_eq!(one, two);
    let delete = async |binding: &str| {
        let path = format!("/service-manager/v1/service_bindings/{binding}");
        kit.app.request("DELETE", &path).bearer(&place.token).send().await.expect_status(200)
    };
    let _ = delete(&first).await;
    let _ = kit.ask(&two).await.expect_status(200);
    let _ = delete(&second).await;
    let _ = kit.ask(&two).await.expect_status(401);
    let third = kit.bind(&place, &id, "three").await;
    let three = kit.credentials(&place, &third).await;
    assert_ne!(three["uaa"]["clientsecret"], two["uaa"]["clientsecret"]);
    let _ = kit.ask(&three).await.expect_status(200);
    let _ = kit.ask(&two).await.expect_status(401);
}

#[tokio::test]
async fn secrets_are_sealed_in_the_database() {
    let (kit, place) = Kit::with_destinations().await;
    let id = kit.made(&place, DESTINATION, "d", json!({})).await;
    let binding = kit.bind(&place, &id, "k").await;
    let key = kit.credentials(&place, &binding).await;
    assert_eq!(kit.credentials(&place, &binding).await, key);
    let row = binding.parse::<model::BindingId>().unwrap();
    let row: engine::Result<Option<store::binding::Binding>> =
        kit.app.cx.db.read(async move |tx| Ok(store::binding::find(tx, row).await?)).await;
    let sealed = row.unwrap().unwrap().secret.unwrap();
    assert!(sealed.starts_with("v1.") && !sealed.contains(key["clientsecret"].as_str().unwrap()));
}

#[tokio::test]
async fn a_deleted_instance_takes_its_client_along() {
    let (kit, place) = Kit::with_destinations().await;
    let id = kit.made(&place, DESTINATION, "d", json!({})).await;
    let binding = kit.bind(&place, &id, "k").await;
    let key = kit.credentials(&place, &binding).await;
    let path = format!("/service-manager/v1/service_instances/{id}");
    let bound = kit.app.request("DELETE", &path).bearer(&place.token).send().await.expect_status(409).json();
    assert_eq!(bound["error"], "Conflict");
    // As Cloud Foundry deletes: with its keys.
    instance::delete(&kit.app.cx, id.parse().unwrap(), "test").await.unwrap();
    let _ = kit.ask(&key).await.expect_status(401);
    let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(404);
    let lost = binding::credentials(&kit.app.cx, binding.parse().unwrap()).await.unwrap_err();
    assert_eq!(lost.kind(), engine::Kind::NotFound);
}

#[tokio::test]
async fn an_instance_in_a_space_is_found_by_name_and_is_not_service_managers() {
    let (kit, place) = Kit::with_destinations().await;
    let (subaccount, space) = (place.guid.parse().unwrap(), model::SpaceGuid(kit.app.cx.random.uuid()));
    let new = instance::NewInstance {
        subaccount,
        space: Some(space),
        service: "destination".into(),
        plan: "lite".into(),
        name: "d".into(),
        parameters: Value::Null,
        created_by: "somebody".into(),
    };
    let made = instance::create(&kit.app.cx, new.clone()).await.unwrap();
    let again = instance::create(&kit.app.cx, new.clone()).await.unwrap_err();
    assert_eq!(again.kind(), engine::Kind::Conflict);
    let elsewhere = model::SpaceGuid(kit.app.cx.random.uuid());
    instance::create(&kit.app.cx, instance::NewInstance { space: Some(elsewhere), ..new }).await.unwrap();
    let found: engine::Result<_> = kit
        .app
        .cx
        .db
        .read(async move |tx| {
            let one = instance::find_by_name(tx, subaccount, Some(space), "d").await?;
            let mut listed = Vec::new();
            let on = |row: store::cf_service::Managed| {
                listed.push(row.id);
                Ok(())
            };
            store::cf_service::managed(tx, space, store::cf_service::Pick::All, on).await?;
            Ok((one, listed))
        })
        .await;
    let (one, listed) = found.unwrap();
    assert_eq!(one.as_ref(), Some(&made));
    assert_eq!(listed, [made.id]);
    let path = format!("/service-manager/v1/service_instances/{}", made.id);
    let _ = kit.app.get(&path).bearer(&place.token).send().await.expect_status(404);
    let key = binding::create(&kit.app.cx, made.id, "k", Value::Null, "somebody").await.unwrap();
    let credentials = binding::credentials(&kit.app.cx, key.id).await.unwrap();
    let _ = kit.ask(&credentials).await.expect_status(200);
    binding::delete(&kit.app.cx, key.id, "somebody").await.unwrap();
    let _ = kit.ask(&credentials).await.expect_status(401);
}

#[tokio::test]
async fn destinations_of_an_instance_go_with_it() {
    let (kit, place) = Kit::with_destinations().await;
    let id = kit.made(&place, DESTINATION, "d", json!({})).await;
    let binding = kit.bind(&place, &id, "k").await;
    let token = kit.ask(&kit.credentials(&place, &binding).await).await.token();
    let one = json!({"Name": "X", "Type": "HTTP", "URL": "http://example.org", "ProxyType": "Internet",
        "Authentication": "NoAuthentication"});
    let path = "/destination-configuration/v1/instanceDestinations";
    let _ = kit.app.post(path).bearer(&token).json(&one).send().await.expect_status(201);
    assert_eq!(kit.app.get(path).bearer(&token).good().await.as_array().unwrap().len(), 1);
    instance::delete(&kit.app.cx, id.parse().unwrap(), "test").await.unwrap();
    let _ = kit.app.get(path).bearer(&token).send().await.expect_status(401);
    let count = async |tx: &mut store::Tx| tx.query_one::<i64>("select count(*) from destination", store::p![]).await;
    assert_eq!(kit.app.cx.db.read(count).await.unwrap(), 0);
}
