//! `--tls-dev`: HTTPS at once, under a CA of the data directory that clients can trust once and for all.

use crate::kit::{Api, Home};
use std::fs;

#[tokio::test(flavor = "multi_thread")]
async fn clients_that_trust_the_development_ca_are_served_over_https() {
    let home = Home::with(&["--tls-dev"]);
    let server = home.start();
    assert!(server.url.starts_with("https://127.0.0.1:"), "{}", server.url);
    let ca = fs::read(home.data().join("dev-ca.pem")).unwrap();
    let health = Api::trusting(&server.url, ca.clone()).get("/healthz").await.unwrap();
    assert_eq!(health["status"], "UP");
    assert!(Api::new(&server.url).get("/healthz").await.is_err(), "nobody trusts this CA by himself");
    assert!(home.first().cis.uaa.url.starts_with(&server.url), "keys must carry https addresses");
    server.kill();
    let again = home.start();
    assert_eq!(fs::read(home.data().join("dev-ca.pem")).unwrap(), ca, "the CA stays");
    Api::trusting(&again.url, ca).get("/healthz").await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn private_files_can_be_read_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with(&["--tls-dev"]);
    drop(home.start());
    for name in ["first-start.json", "master.key", "dev-ca.key"] {
        let mode = fs::metadata(home.data().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name} has mode {mode:o}");
    }
}
