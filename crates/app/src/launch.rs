//! Puts the server together and runs it: store, keys, worker, listener. One place owns start and shutdown.

use crate::config::{Config, Tls};
use crate::exit::{Exit, Failure};
use crate::first_start::first_start;
use crate::identity_provider;
use crate::tls;
use anyhow::Context;
use axum::{Extension, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::cx::Parts;
use engine::random::Random;
use engine::vault;
use engine::{Addresses, Clock, Cx, Settings};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use server::listener::{Limits, Listener};
use server::ops::Metrics;
use std::fs;
use std::io::{ErrorKind, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use store::blob::Blobs;
use store::{Db, DbUrl, private};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;
use wire::accounts::FirstStart;

/// How often samples become buckets.
const UPKEEP: Duration = Duration::from_secs(5);
/// Seconds; the usual ones of Prometheus, and three more for uploads.
const BUCKETS: [f64; 14] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0];

/// A server that runs.
pub struct Running {
    /// What links say.
    pub public_url: String,
    /// What the first start made, when this was it.
    pub first: Option<FirstStart>,
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
    audit: (watch::Sender<bool>, JoinHandle<()>),
    listeners: JoinSet<std::io::Result<()>>,
    grace: Duration,
}

/// Starts everything; answers when the listener accepts.
pub async fn launch(config: &Config) -> anyhow::Result<Running> {
    // The recorder takes a while to measure its clock; meanwhile the database is opened.
    let recorder = std::thread::spawn(metrics_handle);
    let socket = bind(config.server.listen)?;
    let operator = config.server.operator_listen.map(bind).transpose()?;
    let public_url = config.public_url(socket.local_addr()?);
    let cx = context(config, &public_url, Blobs::open).await?;
    let first = first_start(&cx, &config.store.data).await?;
    let (taken, ended) = engine::identity::trust::settle::settle(&cx).await?;
    if taken + ended > 0 {
        tracing::info!(taken, ended, "role collections and sessions ended that no identity provider gives any more");
    }
    let (stop, stopping) = watch::channel(false);
    let (stop_audit, served) = watch::channel(false);
    let audit = (stop_audit, tokio::spawn(engine::audit::upkeep(cx.clone(), served)));
    // Before the first request: what is counted without a recorder is lost.
    drop(recorder.join());
    let mut listeners = JoinSet::new();
    for listener in listeners_of(config, socket, operator, &cx)? {
        listeners.spawn(listener.serve(stopping.clone()));
    }
    tokio::spawn(upkeep());
    let worker = tokio::spawn(engine::work::worker::run(cx, stopping));
    let grace = Duration::from_secs(config.server.shutdown_seconds);
    Ok(Running { public_url, first, stop, worker, audit, listeners, grace })
}

impl Running {
    /// Ends in order: no new connections, running requests finish, jobs finish their step. What has not ended in time is
    /// cut off: work that is not acknowledged is lost, and jobs are taken up again at the next start.
    pub async fn shutdown(mut self) -> anyhow::Result<()> {
        self.stop.send_replace(true);
        let ending = async {
            while let Some(ended) = self.listeners.join_next().await {
                ended.context("the listener panicked")??;
            }
            // Only now nobody is refused any more.
            self.audit.0.send_replace(true);
            (&mut self.audit.1).await.context("the audit trail's upkeep panicked")?;
            (&mut self.worker).await.context("the worker panicked")
        };
        match timeout(self.grace, ending).await {
            Ok(ended) => ended,
            Err(_) => {
                tracing::warn!(seconds = self.grace.as_secs(), "requests or work did not end in time and are cut off");
                self.listeners.abort_all();
                self.worker.abort();
                Ok(())
            }
        }
    }

    /// Waits until a listener ends by itself, which is a failure.
    pub async fn ended(&mut self) -> anyhow::Result<()> {
        let ended = self.listeners.join_next().await.context("there is no listener")?;
        ended.context("the listener panicked")?.context("the listener failed")
    }
}

fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let socket = TcpListener::bind(address).map_err(|e| {
        Failure::new(Exit::Listen, format!("{address} cannot be listened on: {e}"))
            .hint("is another server running? choose another address with --listen")
    })?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

/// Opens the store and everything else a use case needs; `open` says how its folder of blobs is opened.
pub async fn context(
    config: &Config,
    public_url: &str,
    open: fn(PathBuf) -> store::Result<Blobs>,
) -> anyhow::Result<Cx> {
    let data = &config.store.data;
    close_data(data)?;
    let url: DbUrl = config.database().parse().map_err(|e| Failure::new(Exit::Config, format!("store: {e}")))?;
    let db = Db::open(&url, store::Options::default()).await.map_err(|e| Failure::new(Exit::Store, e.to_string()))?;
    let blobs = open(data.join("blobs")).map_err(|e| Failure::new(Exit::Store, e.to_string()))?;
    let random = Random::system();
    let key = master_key(config, &random, vault::is_established(&db).await?)?;
    let vault = vault::establish(&db, &random, &key).await.map_err(|e| {
        Failure::new(Exit::Config, e.chain()).hint("start with the master key that this data was made with")
    })?;
    let addresses = Addresses::new(public_url, config.server.base_domain.as_deref());
    let http = client::Http::new(client_options(config, public_url)?)
        .map_err(|e| Failure::new(Exit::Config, format!("security: {e}")))?;
    let mut settings = Settings::new(addresses);
    settings.max_upload = config.limits.max_upload;
    settings.max_archive = config.limits.max_archive;
    settings.lease = Duration::from_secs(config.work.lease_seconds.max(1));
    settings.logins = config.logins();
    settings.page_idle = Duration::from_secs(config.security.page_idle_seconds);
    settings.trusted_proxies.clone_from(&config.security.trusted_proxies);
    settings.audit_retention = config.audit_retention();
    settings.max_body_memory = config.limits.max_body_memory;
    settings.password_form = config.security.password_sign_in;
    settings.providers = identity_provider::providers(&config.identity_provider)?;
    check_reach(&http, &settings)?;
    let cx = Cx::new(Parts { db, blobs, http, clock: Clock::System, random, vault, settings });
    let sealed = store::sealed::seal_existing(&cx.db).await.map_err(|e| Failure::new(Exit::Store, e.to_string()))?;
    let files = engine::sealed_blob::seal_existing(&cx).await;
    let sealed = sealed + files.map_err(|e| Failure::new(Exit::Store, e.chain()))?;
    if sealed > 0 {
        tracing::info!(sealed, "values that an older release kept in the open are sealed now");
    }
    Ok(cx)
}

/// Client secrets go to a provider, so it is told at the start where they may not.
fn check_reach(http: &client::Http, settings: &Settings) -> anyhow::Result<()> {
    for provider in &settings.providers {
        http.may_carry_secrets(&provider.issuer).map_err(|e| {
            let text = format!("the issuer of the identity provider '{}' may not be called: {e}", provider.origin);
            Failure::new(Exit::Config, text).hint("write an https address, or list its host in security.allowed_hosts")
        })?;
    }
    Ok(())
}

/// Our own origins may always be called; with a development CA its certificate is trusted.
fn client_options(config: &Config, public_url: &str) -> anyhow::Result<client::Options> {
    let mut own_origins = vec![public_url.to_owned()];
    if let Some(base) = &config.server.base_domain {
        let (scheme, rest) = public_url.split_once("://").unwrap_or(("http", public_url));
        let port = rest.split('/').next().and_then(|a| a.rsplit_once(':')).map(|(_, port)| format!(":{port}"));
        own_origins.push(format!("{scheme}://*.{base}{}", port.unwrap_or_default()));
    }
    let extra_ca =
        if config.server.tls == Tls::Dev { tls::authority(&config.store.data)?.0.into_bytes() } else { Vec::new() };
    let security = config.security.clone();
    Ok(client::Options {
        own_origins,
        extra_ca,
        allow_private: security.allow_private_targets,
        allowed_hosts: security.allowed_hosts,
        allowed_networks: security.allowed_networks,
        ..client::Options::default()
    })
}

/// Nobody else may look into the data directory, nor into what holds secrets in it; that of an older release is closed.
pub fn close_data(data: &Path) -> anyhow::Result<()> {
    let names = ["master.key", "dev-ca.key", "first-start.json", "first-start.json.new"];
    let closed =
        private::make_dir(data).and_then(|()| names.iter().try_for_each(|name| private::close(&data.join(name))));
    closed.map_err(|e| Failure::new(Exit::Store, format!("{} cannot be used: {e}", data.display())).into())
}

/// The master key: environment, file, or a new one in the data directory. Never a new one for data that was sealed
/// under another.
fn master_key(config: &Config, random: &Random, sealed: bool) -> anyhow::Result<Vec<u8>> {
    if let Ok(text) = std::env::var("ROPEWAY_MASTER_KEY") {
        return decode_key(&text, "ROPEWAY_MASTER_KEY");
    }
    let file = config.security.master_key_file.clone().unwrap_or_else(|| config.store.data.join("master.key"));
    if file.exists() || config.security.master_key_file.is_some() {
        let text = fs::read_to_string(&file).map_err(|e| {
            Failure::new(Exit::Config, format!("the master key {} cannot be read: {e}", file.display()))
        })?;
        return decode_key(&text, &file.display().to_string());
    }
    if sealed {
        let message =
            format!("the master key {} is missing, and the secrets of this data are sealed under it", file.display());
        return Err(Failure::new(Exit::Config, message)
            .hint("put the file back from its copy, or name the key: security.master_key_file or ROPEWAY_MASTER_KEY")
            .into());
    }
    new_master_key(&file, random)
}

/// The key is whole before it has its name. Who comes second takes what the first one made.
fn new_master_key(file: &Path, random: &Random) -> anyhow::Result<Vec<u8>> {
    let mut key = vec![0; 32];
    random.fill(&mut key);
    let fresh = file.with_extension(format!("{}.new", std::process::id()));
    write_private(&fresh, STANDARD.encode(&key).as_bytes())?;
    let named = fs::hard_link(&fresh, file);
    fs::remove_file(&fresh).with_context(|| format!("{} cannot be removed", fresh.display()))?;
    match named {
        Ok(()) => Ok(key),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
            decode_key(&fs::read_to_string(file)?, &file.display().to_string())
        }
        Err(cause) => Err(cause).with_context(|| format!("{} cannot be written", file.display())),
    }
}

fn decode_key(text: &str, place: &str) -> anyhow::Result<Vec<u8>> {
    let key = STANDARD.decode(text.trim()).ok().filter(|key| key.len() == 32);
    key.ok_or_else(|| {
        Failure::new(Exit::Config, format!("the master key in {place} is not 32 bytes in base64"))
            .hint("make one with: head -c 32 /dev/urandom | base64")
            .into()
    })
}

/// Writes a file that only its owner can read.
pub fn write_private(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    private::open(path)
        .and_then(|mut file| file.set_len(0).and_then(|()| file.write_all(content)).and_then(|()| file.sync_all()))
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// The listener of the services; with an operator's address, one more that has the metrics in its stead.
fn listeners_of(
    config: &Config,
    socket: TcpListener,
    operator: Option<TcpListener>,
    cx: &Cx,
) -> anyhow::Result<Vec<Listener>> {
    let limits = limits(config);
    let tls = tls::server_config(config)?;
    let listener = |socket: TcpListener, tls, router| {
        let socket = tokio::net::TcpListener::from_std(socket)?;
        Ok::<_, std::io::Error>(Listener { socket, tls, router, limits: limits.clone() })
    };
    let services = server::router(cx.clone());
    Ok(match operator {
        None => vec![listener(socket, tls, with_metrics(services, config))?],
        Some(operator) => vec![
            listener(socket, tls, services)?,
            listener(operator, None, with_metrics(server::operator_router(cx.clone()), config))?,
        ],
    })
}

fn with_metrics(router: Router, config: &Config) -> Router {
    let render = Arc::new(|| metrics_handle().map(PrometheusHandle::render).unwrap_or_default());
    router.layer(Extension(Metrics { render, token: config.security.metrics_token.clone() }))
}

fn limits(config: &Config) -> Limits {
    let server = &config.server;
    Limits {
        header: Duration::from_secs(server.header_timeout_seconds),
        progress: Duration::from_secs(server.body_timeout_seconds),
        idle: Duration::from_secs(server.idle_timeout_seconds),
        connections: config.limits.max_connections,
    }
}

/// Samples become buckets now and then, so that they take no room when nobody reads the metrics.
async fn upkeep() {
    let mut ticks = tokio::time::interval(UPKEEP);
    loop {
        ticks.tick().await;
        if let Some(handle) = metrics_handle() {
            handle.run_upkeep();
        }
    }
}

/// One recorder for the process; installed when it starts.
fn metrics_handle() -> Option<&'static PrometheusHandle> {
    static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    let recorder = || PrometheusBuilder::new().set_buckets(&BUCKETS).ok()?.install_recorder().ok();
    HANDLE.get_or_init(recorder).as_ref()
}
