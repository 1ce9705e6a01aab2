//! Guessing is slow, costs little, and locks nobody else out.

use super::kit::{ADMIN, Answer, CLIENT, Kit, PASSWORD, SECRET};
use serde_json::json;
use std::time::Duration;

const LOCKED: &str = "Your account has been locked because of too many failed attempts to login.";

async fn from(kit: &Kit, address: &str, user: &str, password: &str) -> Answer {
    let form = [("grant_type", "password"), ("username", user), ("password", password)];
    let form = serde_urlencoded::to_string(form).expect("a form");
    let call = kit.post("/cf-uaa/oauth/token").basic("cf", "").header("x-forwarded-for", address);
    call.form(&form).send().await
}

#[tokio::test]
async fn five_failures_lock_an_account_for_their_address_only() {
    let kit = Kit::start().await;
    for _ in 0..5 {
        assert_eq!(from(&kit, "192.0.2.1", ADMIN, "wrong").await.error(), (401, "unauthorized", "Bad credentials"));
    }
    assert_eq!(from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.error(), (401, "unauthorized", LOCKED));
    assert_eq!(from(&kit, "192.0.2.1", &ADMIN.to_uppercase(), PASSWORD).await.error().2, LOCKED, "whatever the case");
    from(&kit, "192.0.2.2", ADMIN, PASSWORD).await.token();
    assert_eq!(from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.error().2, LOCKED, "the other's log-in unlocks nothing");
    kit.advance(Duration::from_secs(301));
    from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
    let events = kit.events().await;
    assert_eq!(events.iter().filter(|(event, ..)| event == "login.locked").count(), 1, "{events:?}");
}

#[tokio::test]
async fn a_good_log_in_forgives_the_failures_before_it() {
    let kit = Kit::start().await;
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(from(&kit, "192.0.2.1", ADMIN, "wrong").await.status, 401);
        }
        from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
    }
}

#[tokio::test]
async fn the_lock_holds_wherever_a_password_is_asked() {
    let kit = Kit::start().await;
    for _ in 0..5 {
        kit.get("/deploy-service/slprot/o/s/slp/services").basic(ADMIN, "wrong").send().await;
    }
    assert_eq!(kit.cf_login(ADMIN, PASSWORD).await.error().2, LOCKED);
    assert_eq!(kit.log_in("alm", ADMIN, PASSWORD).await.error(), (401, "unauthorized", LOCKED));
    assert_eq!(kit.get("/cf-uaa/passcode").basic(ADMIN, PASSWORD).send().await.status, 401);
    let slp = kit.get("/deploy-service/slprot/o/s/slp/services").basic(ADMIN, PASSWORD).send().await;
    assert_eq!(slp.status, 401);
    let cpi = kit.get("/cpi/alm/api/v1/IntegrationPackages").basic(ADMIN, PASSWORD).send().await;
    assert_eq!(cpi.status, 401);
}

#[tokio::test]
async fn too_many_attempts_from_an_address_wait_but_not_those_of_its_known_people() {
    let kit = Kit::start_with(|settings| settings.logins.attempts = 6).await;
    from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
    for n in 0..5 {
        assert_eq!(from(&kit, "192.0.2.1", &format!("guess{n}"), "x").await.status, 401);
    }
    let refused = from(&kit, "192.0.2.1", "guess9", "x").await;
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "10"), "{refused:?}");
    assert_eq!(refused.body["error"], "too_many_requests");
    from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
    from(&kit, "192.0.2.2", ADMIN, PASSWORD).await.token();
    kit.advance(Duration::from_secs(10));
    assert_eq!(from(&kit, "192.0.2.1", "guess9", "x").await.status, 401);
}

#[tokio::test]
async fn guesses_of_a_secret_wait_and_the_right_one_never_does() {
    let kit = Kit::start_with(|settings| settings.logins.attempts = 5).await;
    let ask = |secret: &'static str| {
        kit.post("/uaa/alm/oauth/token").basic(CLIENT, secret).form("grant_type=client_credentials").send()
    };
    for _ in 0..5 {
        assert_eq!(ask("wrong").await.status, 401);
    }
    let refused = ask("wrong").await;
    assert_eq!((refused.status.as_u16(), refused.header("retry-after")), (429, "12"));
    ask(SECRET).await.token();
}

#[tokio::test]
async fn a_secret_that_somebody_chose_is_locked_for_who_guesses_it() {
    let kit = Kit::start().await;
    let body = json!({"client_id": "ci", "client_secret": "chosen", "authorized_grant_types": ["client_credentials"]});
    kit.post("/cf-uaa/oauth/clients").bearer(&kit.cf_admin().await).json(&body).send().await.good();
    let ask = |address: &'static str, secret: &'static str| {
        let call = kit.post("/cf-uaa/oauth/token").basic("ci", secret).header("x-forwarded-for", address);
        call.form("grant_type=client_credentials").send()
    };
    for _ in 0..5 {
        assert_eq!(ask("192.0.2.1", "wrong").await.status, 401);
    }
    let locked = ask("192.0.2.1", "chosen").await;
    assert_eq!((locked.status.as_u16(), locked.header("retry-after")), (429, "300"));
    ask("192.0.2.2", "chosen").await.token();
}

#[tokio::test]
async fn a_full_queue_of_passwords_refuses_at_once() {
    let kit = Kit::start_with(|settings| {
        settings.logins.checks_at_once = 1;
        settings.logins.checks_waiting = 1;
    })
    .await;
    let mut refused = 0;
    // On a busy machine the eight may come so far apart that each finds the queue empty; then eight more come.
    for round in 1..=20 {
        let (address, names) = (format!("192.0.2.{round}"), (0..8).map(|n| format!("p{round}{n}")).collect::<Vec<_>>());
        let answers = futures_util::future::join_all(names.iter().map(|name| from(&kit, &address, name, "x"))).await;
        let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert!(count(401) >= 2 && count(401) + count(429) == 8, "{answers:?}");
        assert!(answers.iter().filter(|a| a.status == 429).all(|a| a.header("retry-after") == "1"));
        refused = count(429);
        if refused > 0 {
            break;
        }
    }
    assert!(refused > 0, "the queue was never full");
    from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
}

#[tokio::test]
async fn an_account_that_many_addresses_try_is_still_served() {
    let kit = Kit::start_with(|settings| settings.logins.account_attempts = 3).await;
    for n in 0..8 {
        assert_eq!(from(&kit, &format!("198.51.100.{n}"), ADMIN, "wrong").await.status, 401);
    }
    from(&kit, "192.0.2.1", ADMIN, PASSWORD).await.token();
}

/// All calls of our own services come from one address: a wrong password in the destination of one subaccount must not
/// lock the user for the others.
#[tokio::test]
async fn calls_of_our_own_services_count_for_the_subaccount_that_made_them() {
    let kit = Kit::start().await;
    let mark = |n: u128| kit.cx.vault.caller_mark(model::SubaccountId(uuid::Uuid::from_u128(n)));
    let services = async |mark: Option<&str>, password: &str| {
        let call = kit.get("/deploy-service/slprot/o/s/slp/services").basic(ADMIN, password);
        match mark {
            Some(mark) => call.header("x-ropeway-caller", mark).send().await.status,
            None => call.send().await.status,
        }
    };
    let (one, two) = (mark(1), mark(2));
    let good = services(None, PASSWORD).await;
    assert_ne!(good, 401);
    for _ in 0..5 {
        assert_eq!(services(Some(&one), "wrong").await, 401);
    }
    assert_eq!(services(Some(&one), PASSWORD).await, 401, "locked for the subaccount that guessed");
    assert_eq!(services(Some(&two), PASSWORD).await, good, "not for another one");
    assert_eq!(services(None, PASSWORD).await, good, "nor for people at this address");
    // Whoever forges a mark is known by his address: new marks give no new attempts, and lock nobody else.
    let proof = one.split_once('.').unwrap().1;
    for n in 10..15 {
        let forged = format!("{}.{proof}", uuid::Uuid::from_u128(n));
        assert_eq!(services(Some(&forged), "wrong").await, 401);
    }
    let forged = format!("{}.{proof}", uuid::Uuid::from_u128(2));
    assert_eq!(services(Some(&forged), PASSWORD).await, 401, "locked for the address");
    assert_eq!(services(Some(&two), PASSWORD).await, good);
}
