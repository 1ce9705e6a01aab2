//! What an operator can set: file (TOML), then environment (`ROPEWAY_SERVER__LISTEN=…`), then command line.
//!
//! `ropeway config example` prints every setting, commented; [`EXAMPLE`] is that text, and a test reads it back.

use crate::exit::{Exit, Failure};
use crate::identity_provider::{self, IdentityProvider};
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// All settings with their defaults, commented.
pub const EXAMPLE: &str = include_str!("config.example.toml");

/// The whole configuration.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where and how to listen.
    pub server: Server,
    /// Where state is kept.
    pub store: Store,
    /// Keys and the way out.
    pub security: Security,
    /// Sizes.
    pub limits: Limits,
    /// Work that is done beside requests.
    pub work: Work,
    /// What is logged.
    pub log: Log,
    /// Other identity providers that are trusted, by a name that only this file knows.
    pub identity_provider: BTreeMap<String, IdentityProvider>,
}

/// Where and how to listen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: SocketAddr,
    /// The URL under which clients reach the server; every link, key and token is built from it.
    pub public_url: Option<String>,
    /// With a base domain each service gets a host of its own below it.
    pub base_domain: Option<String>,
    /// `off`, `dev` (certificates of a self-made development CA) or `files`.
    pub tls: Tls,
    /// Certificate chain (PEM), with `tls = "files"`.
    pub certificate: Option<PathBuf>,
    /// Private key (PEM), with `tls = "files"`.
    pub private_key: Option<PathBuf>,
    /// How many seconds shutdown may take, for requests and jobs that run.
    pub shutdown_seconds: u64,
    /// Seconds for the TLS handshake, and for a request's header from its first byte to its end.
    pub header_timeout_seconds: u64,
    /// Seconds in which a body that is waited for, and an answer that is sent, must move.
    pub body_timeout_seconds: u64,
    /// Seconds a connection may be open between two requests.
    pub idle_timeout_seconds: u64,
    /// A second address, plain HTTP, for `/metrics`, `/healthz` and `/readyz`; then `listen` has no `/metrics`.
    pub operator_listen: Option<SocketAddr>,
}

/// How connections are secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Plain HTTP, for loopback or behind a proxy.
    Off,
    /// A development CA in the data directory signs a certificate for the names in use.
    Dev,
    /// Certificate and key of the operator.
    Files,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 4004)),
            public_url: None,
            base_domain: None,
            tls: Tls::Off,
            certificate: None,
            private_key: None,
            shutdown_seconds: 10,
            header_timeout_seconds: 15,
            body_timeout_seconds: 30,
            idle_timeout_seconds: 75,
            operator_listen: None,
        }
    }
}

/// Where state is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Store {
    /// The data directory: the embedded database, blobs, keys.
    pub data: PathBuf,
    /// `postgres://…`; without it the embedded database in the data directory.
    pub database_url: Option<String>,
}

impl Default for Store {
    fn default() -> Self {
        Self { data: PathBuf::from("ropeway-data"), database_url: None }
    }
}

/// Keys, the way in and the way out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// File with the master key (32 bytes, base64); without it `<data>/master.key`, made at the first start.
    pub master_key_file: Option<PathBuf>,
    /// Whether destinations may point to loopback and private addresses other than this server's own.
    pub allow_private_targets: bool,
    /// Hosts (`host`, `host:port`) that destinations may point to wherever they lead, also without TLS.
    pub allowed_hosts: Vec<String>,
    /// Networks (`10.0.0.0/8`, or single addresses) that destinations may lead to, also without TLS.
    pub allowed_networks: Vec<String>,
    /// Networks of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Failed log-ins at an account from one address that lock it for that address; 0: never.
    pub lockout_failures: u32,
    /// Within how many seconds they count.
    pub lockout_window_seconds: u64,
    /// For how many seconds it is locked.
    pub lockout_seconds: u64,
    /// After how many seconds without a call a session of the page is over; twelve hours in any case.
    pub page_idle_seconds: u64,
    /// Whether everybody signs in to the page with a password; without it administrators of the global account only.
    pub password_sign_in: bool,
    /// How many days rows of the audit trail are kept; 0: for ever.
    pub audit_retention_days: u64,
    /// With it `/metrics` wants `Authorization: Bearer <token>`.
    pub metrics_token: Option<String>,
}

impl Default for Security {
    fn default() -> Self {
        let logins = engine::identity::throttle::Limits::default();
        Self {
            master_key_file: None,
            allow_private_targets: false,
            allowed_hosts: Vec::new(),
            allowed_networks: Vec::new(),
            trusted_proxies: engine::cx::loopback(),
            lockout_failures: logins.failures,
            lockout_window_seconds: logins.window.as_secs(),
            lockout_seconds: logins.lock.as_secs(),
            page_idle_seconds: engine::identity::page::IDLE.as_secs(),
            password_sign_in: true,
            audit_retention_days: 0,
            metrics_token: None,
        }
    }
}

/// Sizes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Largest uploaded file in bytes, inclusive.
    pub max_upload: u64,
    /// Largest MTA archive in bytes, inclusive.
    pub max_archive: u64,
    /// Attempts to log in a minute from one address, of those who did not log in from there lately.
    pub logins_per_minute: u32,
    /// Attempts a minute at one account from all addresses before its passwords are checked one by one.
    pub account_logins_per_minute: u32,
    /// How many passwords are checked at once; 0: half as many as there are cores, at most 4.
    pub password_checks: usize,
    /// How many checks may wait before log-ins are refused for a second.
    pub password_queue: usize,
    /// How many connections are open at once.
    pub max_connections: usize,
    /// How many bytes of large request bodies are in memory at once; the next ones wait, then get 503.
    pub max_body_memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        let logins = engine::identity::throttle::Limits::default();
        Self {
            max_upload: 1 << 30,
            max_archive: 1 << 30,
            logins_per_minute: logins.attempts,
            account_logins_per_minute: logins.account_attempts,
            password_checks: logins.checks_at_once,
            password_queue: logins.checks_waiting,
            max_connections: 800,
            max_body_memory: 512 << 20,
        }
    }
}

/// Work that is done beside requests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Work {
    /// How many seconds a process may stand still before others take up its work.
    pub lease_seconds: u64,
}

impl Default for Work {
    fn default() -> Self {
        Self { lease_seconds: 15 }
    }
}

/// What is logged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `plain` or `json`.
    pub format: LogFormat,
    /// Filter, as `info` or `info,engine=debug`.
    pub level: String,
}

/// How a log line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Plain,
    /// For machines.
    Json,
}

impl Default for Log {
    fn default() -> Self {
        Self { format: LogFormat::Plain, level: "info".to_owned() }
    }
}

/// Reads the configuration: defaults, then `file` (or `ropeway.toml` where it exists), then the environment.
pub fn load(file: Option<&Path>) -> anyhow::Result<Config> {
    load_over(&Config::default(), file, true)
}

/// The same over other defaults. Without `implied` a `ropeway.toml` that nobody named is not read.
pub fn load_over(defaults: &Config, file: Option<&Path>, implied: bool) -> anyhow::Result<Config> {
    let mut figment = Figment::from(Serialized::defaults(defaults));
    figment = match file {
        Some(path) if !path.exists() => {
            let message = format!("the configuration file {} does not exist", path.display());
            return Err(Failure::new(Exit::Config, message).hint("`ropeway config example` prints one").into());
        }
        Some(path) => figment.merge(Toml::file_exact(path)),
        None if implied => figment.merge(Toml::file("ropeway.toml")),
        None => figment,
    };
    let environment = Env::prefixed(PREFIX).filter(|name| is_setting(name.as_str())).split("__");
    let config: Config = figment.merge(environment).extract().map_err(|error| {
        Failure::new(Exit::Config, format!("the configuration is wrong: {error}"))
            .hint("`ropeway config example` shows every setting")
    })?;
    if let Some(url) = &config.server.public_url {
        check_public_url(url)?;
    }
    check_bounds(&config)?;
    check_sign_in(&config)?;
    Ok(config)
}

const PREFIX: &str = "ROPEWAY_";

/// Settings have a section; variables without one, such as `ROPEWAY_MASTER_KEY`, are something else.
fn is_setting(name: &str) -> bool {
    name.contains("__")
}

/// A variable of the environment that is a setting, if there is one.
pub fn set_in_environment() -> Option<String> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    names.into_iter().find(|name| name.strip_prefix(PREFIX).is_some_and(is_setting))
}

/// Every link and key is built from it, so a wrong one is told before anything is made with it.
pub fn check_public_url(url: &str) -> Result<(), Failure> {
    let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")).unwrap_or_default();
    if host.is_empty() || host.starts_with('/') || url.contains(|c: char| c.is_whitespace() || "?#".contains(c)) {
        return Err(Failure::new(Exit::Config, format!("server.public_url '{url}' is no address of a server"))
            .hint("write it as https://ropeway.example.org or http://127.0.0.1:4004"));
    }
    Ok(())
}

/// A bound of zero would serve nobody.
fn check_bounds(config: &Config) -> Result<(), Failure> {
    let (server, limits) = (&config.server, &config.limits);
    let bounds = [
        ("server.header_timeout_seconds", server.header_timeout_seconds),
        ("server.body_timeout_seconds", server.body_timeout_seconds),
        ("server.idle_timeout_seconds", server.idle_timeout_seconds),
        ("limits.max_connections", limits.max_connections as u64),
        ("limits.max_body_memory", limits.max_body_memory),
    ];
    match bounds.into_iter().find(|(_, value)| *value == 0) {
        Some((name, _)) => Err(Failure::new(Exit::Config, format!("{name} is 0, which would serve nobody"))
            .hint("leave it out for its default; `ropeway config example` shows it")),
        None => Ok(()),
    }
}

/// Somebody must be able to sign in; what is said of identity providers is looked at before anything is made.
fn check_sign_in(config: &Config) -> Result<(), Failure> {
    let providers = identity_provider::providers(&config.identity_provider)?;
    if !config.security.password_sign_in && providers.is_empty() {
        let text = "security.password_sign_in is false, and there is no identity provider to sign in with";
        return Err(Failure::new(Exit::Config, text).hint("add one: [identity_provider.<name>]"));
    }
    Ok(())
}

impl Config {
    /// The public URL: as configured, or the listening address.
    pub fn public_url(&self, listening: SocketAddr) -> String {
        self.server.public_url.clone().unwrap_or_else(|| {
            let scheme = if self.server.tls == Tls::Off { "http" } else { "https" };
            format!("{scheme}://{listening}")
        })
    }

    /// How often somebody may try to log in.
    pub fn logins(&self) -> engine::identity::throttle::Limits {
        let Self { security, limits, .. } = self;
        engine::identity::throttle::Limits {
            attempts: limits.logins_per_minute,
            account_attempts: limits.account_logins_per_minute,
            failures: security.lockout_failures,
            window: Duration::from_secs(security.lockout_window_seconds),
            lock: Duration::from_secs(security.lockout_seconds),
            checks_at_once: limits.password_checks,
            checks_waiting: limits.password_queue,
        }
    }

    /// How long rows of the audit trail are kept; without it for ever.
    pub fn audit_retention(&self) -> Option<Duration> {
        let days = self.security.audit_retention_days;
        (days > 0).then(|| Duration::from_secs(days.saturating_mul(86_400)))
    }

    /// What the store opens.
    pub fn database(&self) -> String {
        self.store.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", self.store.data.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_names_a_server() {
        for good in ["https://ropeway.example.org", "http://127.0.0.1:4004/", "https://h:8443/behind"] {
            assert!(check_public_url(good).is_ok(), "{good}");
        }
        for bad in ["", "nonsense", "ftp://h", "https://", "https:///path", "http://a b", "http://h?x=1"] {
            assert!(check_public_url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_example_is_the_defaults() {
        let example: Config = Figment::from(Toml::string(EXAMPLE)).extract().unwrap();
        assert_eq!(example, Config::default());
    }
}
