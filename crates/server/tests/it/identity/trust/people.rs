//! Who somebody is who comes from a provider, and what he may do.

use super::super::kit::{ALM, Kit};
use super::stub::{ADA, ORIGIN, VIEWERS, roles, session, session_of, sign_in, start};
use engine::identity::trust::settle::settle;
use serde_json::{Value, json};
use store::person::PersonRow;

async fn person(kit: &Kit, origin: &'static str, name: &'static str) -> Option<PersonRow> {
    kit.cx.db.read(async move |tx| store::person::find_of(tx, origin, name).await).await.expect("the store")
}

const USERS: &str = "/api/v1/subaccounts/alm/users";

async fn user(kit: &Kit, name: &str) -> Value {
    let found = kit.get(&format!("{USERS}?text={name}")).bearer(&kit.admin("alm").await).send().await.good();
    found["items"][0].clone()
}

#[tokio::test]
async fn what_a_group_gave_goes_with_it_and_what_people_gave_stays() {
    let (kit, stub) = start().await;
    let first = session_of(&sign_in(&kit, &stub, &["viewers", "administrators"], json!({})).await);
    assert_eq!(roles(&kit, &first).await, json!(["Subaccount Administrator", VIEWERS]));
    assert_eq!(session(&kit, &first).await.good()["isGlobalAdministrator"], true);
    let shown = user(&kit, ADA).await;
    assert_eq!((&shown["origin"], &shown["givenName"]), (&json!(ORIGIN), &json!("Ada")));
    assert_eq!(shown["fromGroups"], json!(["Subaccount Administrator", VIEWERS]));
    let own = |collection: &str| format!("{USERS}/{ADA}/role-collections/{collection}?origin={ORIGIN}");
    let admin = kit.admin("alm").await;
    // By hand, too: then both must go before it is gone.
    for collection in [VIEWERS, "Subaccount%20Viewer"] {
        kit.call("PUT", &own(collection)).bearer(&admin).send().await.good();
    }
    let held = kit.call("DELETE", &own("Subaccount%20Administrator")).bearer(&admin).send().await;
    assert_eq!(held.status, 409, "{held:?}");
    assert!(held.text.contains("group"), "{}", held.text);

    let second = session_of(&sign_in(&kit, &stub, &[], json!({"groups": null})).await);
    assert_eq!(roles(&kit, &second).await, json!(["Subaccount Viewer", VIEWERS]));
    // The session that is there loses it, too: rights are those of now.
    assert_eq!(session(&kit, &first).await.good()["isGlobalAdministrator"], false);
    assert_eq!(user(&kit, ADA).await["fromGroups"], json!([]));
    kit.call("DELETE", &own(VIEWERS)).bearer(&admin).send().await.good();
    assert_eq!(roles(&kit, &second).await, json!(["Subaccount Viewer"]));
    let events = kit.events().await;
    let taken = events.iter().filter(|(event, actor, _)| event == "role_collection.unassign" && actor.contains(ORIGIN));
    assert_eq!(taken.count(), 3, "{events:?}");
}

#[tokio::test]
async fn somebody_of_the_same_name_here_is_somebody_else() {
    let (kit, stub) = start().await;
    kit.person(ADA).await;
    kit.assign(ALM, "Subaccount Administrator", ADA).await;
    let cookie = session_of(&sign_in(&kit, &stub, &["viewers"], json!({})).await);
    assert_eq!(roles(&kit, &cookie).await, json!([VIEWERS]), "nobody inherits the rights of a namesake");
    let (own, other) = (person(&kit, "sap.default", ADA).await.unwrap(), person(&kit, ORIGIN, ADA).await.unwrap());
    assert_ne!(own.id, other.id);
    assert!(own.subject.is_none() && other.password.is_none());
    // Both are in the list, one behind the other, whatever the size of a page.
    let admin = kit.admin("alm").await;
    let (mut origins, mut after) = (Vec::new(), String::new());
    loop {
        let query = serde_urlencoded::to_string([("limit", "1"), ("text", ADA), ("after", &after)]).unwrap();
        let page = kit.get(&format!("{USERS}?{query}")).bearer(&admin).send().await.good();
        origins.extend(page["items"].as_array().unwrap().iter().map(|one| one["origin"].clone()));
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => break,
        }
    }
    assert_eq!(json!(origins), json!([ORIGIN, "sap.default"]));
    // A token of his says where he is from, and a password opens nothing.
    let scim = format!("/uaa/alm/Users?filter=userName%20eq%20%22{ADA}%22%20and%20origin%20eq%20%22{ORIGIN}%22");
    let found = kit.get(&scim).bearer(&admin).send().await.good();
    assert_eq!((&found["totalResults"], &found["resources"][0]["origin"]), (&json!(1), &json!(ORIGIN)));
}

#[tokio::test]
async fn somebody_who_was_named_before_is_he_who_comes_first_and_nobody_after_him() {
    let (kit, stub) = start().await;
    let body = json!({"name": ADA, "origin": ORIGIN});
    let admin = kit.admin("alm").await;
    let made = kit.post(USERS).bearer(&admin).json(&body).send().await;
    assert_eq!(made.status, 201, "{made:?}");
    let assign = format!("{USERS}/{ADA}/role-collections/Subaccount%20Viewer?origin={ORIGIN}");
    kit.call("PUT", &assign).bearer(&admin).send().await.good();
    let cookie = session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    assert_eq!(roles(&kit, &cookie).await, json!(["Subaccount Viewer"]));
    let other = sign_in(&kit, &stub, &[], json!({"sub": "4712"})).await;
    assert_eq!(other.status, 403, "{other:?}");
    assert!(other.text.contains("belongs to another account"), "{}", other.text);
    // He himself may get another address; he stays who he is.
    let renamed = session_of(&sign_in(&kit, &stub, &[], json!({"email": "ada.king@example.org"})).await);
    let me = session(&kit, &renamed).await.good();
    assert_eq!((&me["user"]["name"], &me["user"]["email"]), (&json!(ADA), &json!("ada.king@example.org")));
    let unknown = json!({"name": ADA, "origin": "sap.other"});
    assert_eq!(kit.post(USERS).bearer(&admin).json(&unknown).send().await.status, 400);
}

#[tokio::test]
async fn somebody_who_is_not_active_is_signed_out_and_stays_outside() {
    let (kit, stub) = start().await;
    let cookie = session_of(&sign_in(&kit, &stub, &["viewers"], json!({})).await);
    let id = person(&kit, ORIGIN, ADA).await.unwrap().id;
    let admin = kit.cf_admin().await;
    let set = async |active: bool| {
        let body = json!({"userName": ADA, "active": active});
        let call = kit.call("PUT", &format!("/cf-uaa/Users/{id}")).bearer(&admin).header("if-match", "*");
        assert_eq!(call.json(&body).send().await.good()["active"], active);
    };
    set(false).await;
    assert_eq!(session(&kit, &cookie).await.status, 401);
    let refused = sign_in(&kit, &stub, &["viewers"], json!({})).await;
    assert!(refused.status == 403 && refused.text.contains("not active"), "{refused:?}");
    set(true).await;
    session_of(&sign_in(&kit, &stub, &["viewers"], json!({})).await);
}

#[tokio::test]
async fn what_is_configured_no_more_ends_at_the_next_start() {
    let (kit, stub) = start().await;
    let cookie = session_of(&sign_in(&kit, &stub, &["viewers", "administrators"], json!({})).await);
    assert_eq!(settle(&kit.cx).await.unwrap(), (0, 0), "what holds stays");
    let mut less = kit.cx.clone();
    let mut settings = engine::Settings::clone(&less.settings);
    settings.providers[0].mappings.retain(|mapping| mapping.group == "viewers");
    less.settings = settings.clone().into();
    assert_eq!(settle(&less).await.unwrap(), (2, 0));
    assert_eq!(roles(&kit, &cookie).await, json!([VIEWERS]));
    settings.providers.clear();
    less.settings = settings.into();
    assert_eq!(settle(&less).await.unwrap(), (1, 1));
    assert_eq!(session(&kit, &cookie).await.status, 401);
}
