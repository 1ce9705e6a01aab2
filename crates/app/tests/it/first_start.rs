//! A crash in the middle of the first start must not lose the administrator's password.

use crate::kit::{Api, Home};
use std::fs;
use std::path::Path;

const FILE: &str = "first-start.json";
const UNFINISHED: &str = "first-start.json.new";

/// Logs in with what the file says.
async fn log_in(home: &Home, url: &str) {
    let admin = home.first().administrator;
    let fields = [
        ("grant_type", "password"),
        ("client_id", "cf"),
        ("client_secret", ""),
        ("username", &*admin.user_name),
        ("password", &*admin.password),
    ];
    Api::new(url).grant("/cf-uaa/oauth/token", &fields).await.unwrap();
}

fn exists(data: &Path, name: &str) -> bool {
    data.join(name).exists()
}

/// The file was written, the account was not: the next start begins anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_before_the_account_is_made_begins_anew() {
    let other = Home::new();
    drop(other.start());
    let drawn = fs::read(other.data().join(FILE)).unwrap();
    for text in [drawn.clone(), drawn[..drawn.len() / 2].to_vec()] {
        let home = Home::new();
        fs::create_dir(home.data()).unwrap();
        fs::write(home.data().join(UNFINISHED), &text).unwrap();
        let server = home.start();
        assert!(!exists(&home.data(), UNFINISHED));
        assert_ne!(fs::read(home.data().join(FILE)).unwrap(), text);
        log_in(&home, &server.url).await;
    }
}

/// The account was made, the file did not get its name yet: the next start gives it, and says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_after_the_account_was_made_keeps_the_password() {
    let home = Home::new();
    home.start().kill();
    let first = home.first();
    fs::rename(home.data().join(FILE), home.data().join(UNFINISHED)).unwrap();
    let server = home.start();
    assert!(!exists(&home.data(), UNFINISHED));
    assert_eq!(home.first(), first);
    log_in(&home, &server.url).await;
    assert!(server.said().contains("first start: administrator"), "told once, at last");
    assert!(!server.said().contains(&first.administrator.password), "but the password is not for a log");
    server.kill();
    let again = home.start();
    assert!(!again.said().contains("first start"), "and never again");
}

/// A file of a start that lost against another process tells nobody's secrets.
#[tokio::test(flavor = "multi_thread")]
async fn what_names_another_account_is_removed() {
    let (home, other) = (Home::new(), Home::new());
    drop(home.start());
    drop(other.start());
    let (file, taken) = (home.data().join(FILE), home.first());
    fs::copy(other.data().join(FILE), home.data().join(UNFINISHED)).unwrap();
    let server = home.start();
    assert!(!exists(&home.data(), UNFINISHED));
    assert_eq!(home.first(), taken);
    log_in(&home, &server.url).await;
    drop(server);
    // Whoever took the file away does not get it again.
    fs::remove_file(&file).unwrap();
    drop(home.start());
    assert!(!file.exists());
}

/// Nobody could open what was sealed under the key that is gone: a new one would hide that until it is too late.
fn refuses_without_its_master_key(home: &Home) {
    let server = home.start();
    server.terminate();
    assert!(server.ended().status.success());
    let (key, away) = (home.data().join("master.key"), home.beside("master.key"));
    std::fs::rename(&key, &away).unwrap();
    let Err(ended) = home.start_elsewhere() else { panic!("it started without the key of its data") };
    assert_eq!(ended.status.code(), Some(3), "{}", ended.said);
    assert!(ended.said.contains("master.key is missing"), "{}", ended.said);
    assert!(ended.said.contains("ROPEWAY_MASTER_KEY"), "says what to do: {}", ended.said);
    assert!(!key.exists(), "no new key was made");
    // Nor does it start with a key of another installation.
    std::fs::write(&key, format!("{}\n", "A".repeat(43) + "=")).unwrap();
    let Err(ended) = home.start_elsewhere() else { panic!("it started with a foreign key") };
    assert_eq!(ended.status.code(), Some(3), "{}", ended.said);
    std::fs::rename(&away, &key).unwrap();
    drop(home.start());
}

#[test]
fn the_start_is_refused_while_the_master_key_is_missing() {
    refuses_without_its_master_key(&Home::new());
}

#[test]
fn the_start_is_refused_while_the_master_key_is_missing_on_postgresql() {
    if let Some(home) = Home::new().on_postgres() {
        refuses_without_its_master_key(&home);
    }
}
