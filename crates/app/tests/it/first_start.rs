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
