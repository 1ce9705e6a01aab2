//! What ends a token: it rests on its person, its session, its client and its zone, whatever kind of token it is.

use super::kit::{ADMIN, ALM, Answer, CLIENT, Kit, PASSWORD, SECRET, claims, client};
use engine::identity::client::{self, NewClient};
use engine::identity::token;
use model::role::platform::SUBACCOUNT_ADMINISTRATOR_RC;
use serde_json::{Value, json};
use std::time::Duration;

const ADA: &str = "ada@example.org";

/// Everything somebody can hold after logging in.
struct Held {
    zone: String,
    opaque: String,
    cf: String,
    refresh: String,
    cf_refresh: String,
    passcode: String,
}

async fn held(kit: &Kit, user: &str) -> Held {
    let form = |more: &str| format!("grant_type=password&username={user}&password=correct+horse{more}");
    let token = |path: &'static str, id: &'static str, form: String| async move {
        kit.post(path).basic(id, "").form(&form).send().await.good()
    };
    let zone = token("/uaa/alm/oauth/token", "ropeway", form("")).await;
    let opaque = token("/uaa/alm/oauth/token", "ropeway", form("&token_format=opaque")).await;
    let cf = token("/cf-uaa/oauth/token", "cf", form("")).await;
    let code = kit.get("/cf-uaa/passcode").basic(user, PASSWORD).header("accept", "application/json").send().await;
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    Held {
        zone: text(&zone["access_token"]),
        refresh: text(&zone["refresh_token"]),
        opaque: text(&opaque["access_token"]),
        cf: text(&cf["access_token"]),
        cf_refresh: text(&cf["refresh_token"]),
        passcode: text(&code.good()),
    }
}

async fn refreshed(kit: &Kit, path: &str, id: &str, refresh: &str) -> Answer {
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    kit.post(path).basic(id, "").form(&form).send().await
}

/// What each of them is good for now, by name.
async fn good(kit: &Kit, held: &Held) -> Vec<&'static str> {
    let introspect = async |token: &str| {
        let call = kit.post("/uaa/alm/introspect").basic(CLIENT, SECRET).form(&format!("token={token}"));
        call.send().await.good()["active"] == true
    };
    let check = async |token: &str| {
        let call = kit.post("/uaa/alm/check_token").basic(CLIENT, SECRET).form(&format!("token={token}"));
        call.send().await.status == 200
    };
    let me = claims(&held.cf)["user_id"].as_str().expect("an id").to_owned();
    let passcode = format!("grant_type=password&passcode={}", held.passcode);
    let uses = [
        ("verify", token::verify(&kit.cx, &held.zone).await.is_ok()),
        ("verify cf", token::verify(&kit.cx, &held.cf).await.is_ok()),
        ("roles", kit.get("/uaa/alm/Users").bearer(&held.zone).send().await.status == 200),
        ("userinfo", kit.get("/uaa/alm/userinfo").bearer(&held.zone).send().await.status == 200),
        ("cf", kit.get(&format!("/cf-uaa/Users/{me}")).bearer(&held.cf).send().await.status == 200),
        ("introspect", introspect(&held.zone).await),
        ("introspect opaque", introspect(&held.opaque).await),
        ("check_token", check(&held.zone).await),
        ("check_token opaque", check(&held.opaque).await),
        ("refresh", refreshed(kit, "/uaa/alm/oauth/token", "ropeway", &held.refresh).await.status == 200),
        ("refresh cf", refreshed(kit, "/cf-uaa/oauth/token", "cf", &held.cf_refresh).await.status == 200),
        ("passcode", kit.post("/cf-uaa/oauth/token").basic("cf", "").form(&passcode).send().await.status == 200),
    ];
    uses.into_iter().filter(|(_, good)| *good).map(|(name, _)| name).collect()
}

async fn with_ada() -> (Kit, Held) {
    let kit = Kit::start().await;
    kit.person(ADA).await;
    kit.assign(ALM, SUBACCOUNT_ADMINISTRATOR_RC, ADA).await;
    let held = held(&kit, ADA).await;
    (kit, held)
}

fn id(held: &Held) -> String {
    claims(&held.cf)["user_id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn all_of_it_is_good_as_long_as_nothing_happens() {
    let (kit, held) = with_ada().await;
    assert_eq!(good(&kit, &held).await.len(), 12);
}

#[tokio::test]
async fn a_deleted_person_has_nothing_left() {
    let (kit, held) = with_ada().await;
    assert!(token::verify(&kit.cx, &held.zone).await.is_ok() && token::verify(&kit.cx, &held.cf).await.is_ok());
    let path = format!("/cf-uaa/Users/{}", id(&held));
    kit.call("DELETE", &path).bearer(&kit.cf_admin().await).send().await.good();
    assert_eq!(good(&kit, &held).await, Vec::<&str>::new());
    let made = json!({"userName": "eve@example.org", "emails": [{"value": "eve@example.org"}]});
    assert_eq!(kit.post("/uaa/alm/Users").bearer(&held.zone).json(&made).send().await.status, 401);
}

#[tokio::test]
async fn a_new_password_ends_all_sessions_whoever_sets_it() {
    for own in [true, false] {
        let (kit, held) = with_ada().await;
        let path = format!("/cf-uaa/Users/{}/password", id(&held));
        let (by, body) = match own {
            true => (held.cf.clone(), json!({"oldPassword": PASSWORD, "password": "another horse"})),
            false => (kit.cf_admin().await, json!({"password": "another horse"})),
        };
        kit.call("PUT", &path).bearer(&by).json(&body).send().await.good();
        assert_eq!(good(&kit, &held).await, Vec::<&str>::new(), "own: {own}");
        assert_eq!(kit.log_in("alm", ADA, PASSWORD).await.status, 401);
        assert!(token::verify(&kit.cx, &kit.log_in("alm", ADA, "another horse").await.token()).await.is_ok());
    }
}

#[tokio::test]
async fn a_zone_that_forgets_somebody_ends_his_sessions_there_only() {
    let (kit, held) = with_ada().await;
    let path = format!("/uaa/alm/Users/{}", id(&held));
    kit.call("DELETE", &path).bearer(&kit.admin("alm").await).send().await.good();
    assert_eq!(good(&kit, &held).await, ["verify cf", "cf", "refresh cf", "passcode"]);
}

#[tokio::test]
async fn a_role_that_is_taken_away_ends_with_the_next_token() {
    let (kit, held) = with_ada().await;
    kit.cx
        .db
        .write(async move |tx| {
            let person = store::person::find(tx, ADA).await?.expect("Ada").id;
            store::role::unassign(tx, ALM, person, SUBACCOUNT_ADMINISTRATOR_RC).await
        })
        .await
        .unwrap();
    assert!(good(&kit, &held).await.contains(&"roles"), "as in the original, the token says it until it runs out");
    let next = refreshed(&kit, "/uaa/alm/oauth/token", "ropeway", &held.refresh).await.token();
    assert_eq!(kit.get("/uaa/alm/Users").bearer(&next).send().await.status, 403);
}

#[tokio::test]
async fn an_opaque_token_of_a_client_ends_with_its_secret() {
    let kit = Kit::start().await;
    let (vault, now) = (kit.cx.vault.clone(), kit.cx.now());
    let asking = NewClient { client_id: "asking".to_owned(), instance: None, ..client() };
    kit.cx.db.write(async move |tx| client::register(tx, &vault, asking, now).await).await.unwrap();
    let form = "grant_type=client_credentials&token_format=opaque";
    let opaque = kit.post("/uaa/alm/oauth/token").basic(CLIENT, SECRET).form(form).send().await.token();
    let active = async || {
        let call = kit.post("/uaa/alm/introspect").basic("asking", SECRET).form(&format!("token={opaque}"));
        call.send().await.good()["active"].clone()
    };
    assert_eq!(active().await, true);
    kit.cx.db.write(async move |tx| client::remove_secret(tx, CLIENT, "").await).await.unwrap();
    assert_eq!(active().await, false);
}

#[tokio::test]
async fn a_removed_zone_takes_all_its_tokens_along() {
    let (kit, held) = with_ada().await;
    let of_client = kit.client_token().await;
    assert!(token::verify(&kit.cx, &of_client).await.is_ok());
    let now = kit.cx.now();
    kit.cx.db.write(async move |tx| engine::identity::zone::remove(tx, ALM, now).await).await.unwrap();
    assert!(token::verify(&kit.cx, &of_client).await.is_err());
    assert!(token::verify(&kit.cx, &held.zone).await.is_err() && token::verify(&kit.cx, &held.cf).await.is_ok());
}

#[tokio::test]
async fn a_log_out_ends_its_own_session_and_no_other() {
    let (kit, held) = with_ada().await;
    let other = kit.cf_login(ADA, PASSWORD).await.token();
    let revoke = format!("/cf-uaa/oauth/token/revoke/{}", claims(&held.cf)["jti"].as_str().unwrap());
    assert_eq!(kit.call("DELETE", &revoke).bearer(&held.cf).send().await.status, 200);
    assert!(token::verify(&kit.cx, &held.cf).await.is_err());
    assert_eq!(refreshed(&kit, "/cf-uaa/oauth/token", "cf", &held.cf_refresh).await.status, 401);
    assert!(token::verify(&kit.cx, &other).await.is_ok());
}

#[tokio::test]
async fn a_person_lists_and_ends_his_sessions() {
    let (kit, held) = with_ada().await;
    let sid = claims(&held.zone)["sid"].as_str().unwrap().to_owned();
    let listed = kit.get("/api/v1/people/me/sessions").bearer(&held.zone).send().await.good();
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 3, "{listed:?}");
    let this = listed.iter().find(|session| session["id"] == sid).unwrap();
    assert_eq!(
        (&this["zone"], &this["client"], &this["address"]),
        (&json!("alm"), &json!("ropeway"), &json!("127.0.0.1"))
    );
    assert!(listed.iter().any(|session| session["zone"] == "uaa" && session["client"] == "cf"));
    let path = format!("/api/v1/people/{ADA}/sessions/{sid}");
    assert_eq!(kit.call("DELETE", &path).bearer(&held.cf).send().await.good(), json!({"ended": 1}));
    assert!(token::verify(&kit.cx, &held.zone).await.is_err());
    assert_eq!(refreshed(&kit, "/uaa/alm/oauth/token", "ropeway", &held.refresh).await.status, 401);
    assert_eq!(kit.call("DELETE", &path).bearer(&held.cf).send().await.status, 404);
    let all = kit.call("DELETE", "/api/v1/people/me/sessions").bearer(&held.cf).send().await.good();
    assert_eq!(all, json!({"ended": 2}));
    assert_eq!(good(&kit, &held).await, ["passcode"]);
}

#[tokio::test]
async fn an_administrator_ends_the_sessions_he_may_and_no_others() {
    let (kit, held) = with_ada().await;
    let path = format!("/api/v1/people/{ADA}/sessions");
    let elsewhere = kit.admin("cpi-dev").await;
    assert_eq!(kit.call("DELETE", &path).bearer(&elsewhere).send().await.status, 403, "no administrator there");
    assert_eq!(kit.get(&path).bearer(&kit.client_token().await).send().await.status, 403, "a client");
    let stranger = format!("/api/v1/people/{}/sessions", "nobody@example.org");
    assert_eq!(kit.get(&stranger).bearer(&kit.admin("alm").await).send().await.status, 404);
    let other = format!("/api/v1/people/{ADMIN}/sessions");
    assert_eq!(kit.get(&other).bearer(&held.cf).send().await.status, 403);
    let of_zone = kit.call("DELETE", &path).bearer(&kit.admin("alm").await).send().await.good();
    assert_eq!(of_zone, json!({"ended": 2}), "those of this zone");
    assert_eq!(good(&kit, &held).await, ["verify cf", "cf", "refresh cf", "passcode"]);
    let rest = kit.call("DELETE", &path).bearer(&kit.cf_admin().await).send().await.good();
    assert_eq!(rest, json!({"ended": 2}), "his log-in by cf and the one by passcode");
    assert_eq!(kit.events().await.iter().filter(|(event, ..)| event == "session.end").count(), 2);
}

#[tokio::test]
async fn another_process_notices_within_a_second() {
    let (kit, held) = with_ada().await;
    // One process has the embedded database, and notices at once: see the other tests.
    let Some(replica) = kit.replica().await else { return };
    let bearers = [held.zone.clone(), held.cf.clone(), kit.client_token().await];
    for bearer in &bearers {
        token::verify(&replica, bearer).await.unwrap();
    }
    let path = format!("/cf-uaa/Users/{}", id(&held));
    kit.call("DELETE", &path).bearer(&kit.cf_admin().await).send().await.good();
    kit.cx.db.write(async move |tx| client::remove(tx, CLIENT).await).await.unwrap();
    kit.advance(Duration::from_secs(1));
    for bearer in &bearers {
        assert!(token::verify(&replica, bearer).await.is_err());
    }
}

#[tokio::test]
async fn sessions_that_ran_out_are_forgotten() {
    let (kit, held) = with_ada().await;
    let sessions = session_count(&kit).await;
    assert_eq!(sessions, 3);
    kit.advance(Duration::from_secs(8 * 86_400));
    assert!(token::verify(&kit.cx, &held.zone).await.is_err());
    kit.admin("alm").await;
    assert_eq!(session_count(&kit).await, 2, "those that ran out are gone but for the 30 days of cf");
}

async fn session_count(kit: &Kit) -> usize {
    let now = kit.cx.now();
    let rows = kit.cx.db.read(async move |tx| {
        let (mut count, mut people) = (0, Vec::new());
        let on = |person| {
            people.push(person);
            Ok(())
        };
        store::person::each(tx, on).await?;
        for person in people {
            count += store::session::of_person(tx, person.id, now, 100).await?.len();
        }
        Ok::<_, store::Error>(count)
    });
    rows.await.unwrap()
}
