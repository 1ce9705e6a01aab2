//! `ropeway serve`: the server, until it is told to stop.

use crate::config::{self, Config, Tls};
use crate::launch::{self, Running};
use crate::logging;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

/// Settings that are given most often; all of them are in the configuration file.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// The data directory.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The URL under which clients reach the server.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// HTTPS with a certificate of a development CA in the data directory.
    #[arg(long)]
    tls_dev: bool,
}

/// Runs until SIGTERM or Ctrl-C.
pub async fn run(file: Option<&Path>, args: Args) -> anyhow::Result<ExitCode> {
    if let Some(url) = &args.public_url {
        config::check_public_url(url)?;
    }
    let config = apply(config::load(file)?, args);
    logging::install(&config.log)?;
    let mut running = launch::launch(&config).await?;
    // Before it is announced: who waits for that line may end the server at once.
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    announce(&config, &running);
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
        ended = running.ended() => return ended.map(|()| ExitCode::SUCCESS),
    }
    tracing::info!("shutting down");
    running.shutdown().await?;
    Ok(ExitCode::SUCCESS)
}

fn apply(mut config: Config, args: Args) -> Config {
    if let Some(listen) = args.listen {
        config.server.listen = listen;
    }
    if let Some(data) = args.data {
        config.store.data = data;
    }
    if args.public_url.is_some() {
        config.server.public_url = args.public_url;
    }
    if args.tls_dev {
        config.server.tls = Tls::Dev;
    }
    config
}

/// One line for programs that wait for it, and at the first start how to log in.
fn announce(config: &Config, running: &Running) {
    eprintln!("ropeway listens at {}", running.public_url);
    if config.server.tls == Tls::Dev {
        eprintln!("development CA: {}", config.store.data.join("dev-ca.pem").display());
    }
    let Some(first) = &running.first else { return };
    let (administrator, file) = (&first.administrator, config.store.data.join("first-start.json"));
    // Anywhere else it would end up where logs are kept.
    if std::io::stderr().is_terminal() {
        eprintln!("first start: administrator {}, password {}", administrator.user_name, administrator.password);
    } else {
        eprintln!("first start: administrator {}; the password is not printed into a log", administrator.user_name);
    }
    eprintln!("both, and the cis key, are in {}", file.display());
    eprintln!("hint: keep them somewhere safe and delete that file");
}
