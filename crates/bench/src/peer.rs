//! `oidc-provider`, a token service that others run: installed with npm for this run, where Node is.

use crate::connection::{Connection, request};
use anyhow::{Context, Result, bail, ensure};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(30);
const PACKAGE: &str = include_str!("../peer/package.json");
const SERVICE: &str = include_str!("../peer/tokens.js");

/// It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Peer {
    child: Child,
    pub(crate) host: String,
    // It runs from there.
    _folder: TempDir,
}

impl Drop for Peer {
    fn drop(&mut self) {
        // Its processes end with their input.
        drop(self.child.stdin.take());
        drop(self.child.wait());
    }
}

/// Installs and starts it; nothing where there is no Node.
pub(crate) async fn start() -> Result<Option<Peer>> {
    if Command::new("npm").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        return Ok(None);
    }
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("package.json"), PACKAGE)?;
    std::fs::write(folder.path().join("tokens.js"), SERVICE)?;
    let install = ["install", "--silent", "--no-audit", "--no-fund"];
    let installed = Command::new("npm").args(install).current_dir(folder.path()).stdout(Stdio::null()).status()?;
    ensure!(installed.success(), "npm could not install oidc-provider");
    let host = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = Command::new("node");
    command.args(["tokens.js", &host.port().to_string()]).current_dir(folder.path());
    command.env("NODE_ENV", "production").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let peer = Peer { child: command.spawn()?, host: host.to_string(), _folder: folder };
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Ok(mut connection) = Connection::open(&peer.host).await {
            let answer = connection.call(&token_call()).await.context("oidc-provider gives no token")?;
            ensure!(String::from_utf8_lossy(&answer).contains("\"access_token\":\"eyJ"), "it signs no tokens");
            return Ok(Some(peer));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("oidc-provider is not ready after {} s", PATIENCE.as_secs())
}

/// A call for a fresh token.
pub(crate) fn token_call() -> Vec<u8> {
    let form = b"grant_type=client_credentials&client_id=bench&client_secret=bench-secret";
    request("POST", "/token", &[("Content-Type", "application/x-www-form-urlencoded")], form)
}
