//! `ropeway guide`: the guide as a program.

mod progress;

use crate::config::{self, Config, Tls};
use crate::exit::{Exit, Failure};
use crate::launch::{self, Running};
use crate::logging;
use clap::Subcommand;
use engine::random::Random;
use guide::{Files, Options, Report, Status};
use progress::Shown;
use serde_json::Value;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

/// What to do with the guide.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Perform all 54 steps as an outside client, and prove the result.
    Run(RunArgs),
    /// Look at a landscape and say for each step: done, missing or wrong, and the fix.
    Check(CheckArgs),
    /// Print the list of steps.
    Steps,
}

/// How to run.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// A package export (zip) of a Cloud Integration tenant; without it our own sample package.
    #[arg(long, value_name = "FILE")]
    package: Option<PathBuf>,
    /// Use a running server instead of starting one.
    #[arg(long, value_name = "URL", requires = "credentials")]
    server: Option<String>,
    /// The `first-start.json` of that server.
    #[arg(long, value_name = "FILE")]
    credentials: Option<PathBuf>,
    /// Put before every subdomain and log-in name, so that several runs fit into one server.
    #[arg(long, value_name = "TEXT", default_value = "")]
    prefix: String,
    /// Leave the landscape running and print its addresses.
    #[arg(long, conflicts_with = "server")]
    keep: bool,
    /// Write `landscape.json` and the service keys there.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print one JSON object instead of lines.
    #[arg(long)]
    json: bool,
    /// Where the server that is started listens; by default a free port (with --keep: 4004).
    #[arg(long, value_name = "ADDRESS", conflicts_with = "server")]
    listen: Option<SocketAddr>,
    /// The data directory of the server that is started; by default a temporary one that goes away.
    #[arg(long, value_name = "DIR", conflicts_with = "server")]
    data: Option<PathBuf>,
    /// HTTPS with a certificate of a development CA.
    #[arg(long, conflicts_with = "server")]
    tls_dev: bool,
    /// Trust these certificate authorities (PEM), too, when calling --server: its `dev-ca.pem`, or your company's.
    #[arg(long, value_name = "FILE", requires = "server")]
    ca: Option<PathBuf>,
}

/// What to look at.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// `landscape.json`, with the folder `keys` beside it, as `guide run --out` writes them; of a real landscape, too.
    #[arg(value_name = "LANDSCAPE.JSON")]
    landscape: PathBuf,
    /// Print one JSON object instead of lines.
    #[arg(long)]
    json: bool,
    /// Trust these certificate authorities (PEM), too: a server's `dev-ca.pem`, or your company's.
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
}

impl Command {
    /// Whether it starts a server of its own, which can be configured.
    pub fn starts_a_server(&self) -> bool {
        matches!(self, Self::Run(args) if args.server.is_none())
    }

    /// Whether it works with a server that was configured by somebody else.
    pub fn calls_another_server(&self) -> bool {
        matches!(self, Self::Run(args) if args.server.is_some())
    }
}

/// Does it.
pub async fn run(file: Option<&Path>, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Run(args) => perform(file, args).await,
        Command::Check(args) => check(&args).await,
        Command::Steps => {
            for step in &guide::STEPS {
                println!("{:>2}  {:<30}  {}", step.number, step.actor, step.title);
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

async fn perform(file: Option<&Path>, args: RunArgs) -> anyhow::Result<ExitCode> {
    let package = package(args.package.as_deref())?;
    let own = match args.server {
        Some(_) => None,
        None => Some(Own::start(file, &args).await?),
    };
    let credentials = match (&own, &args.credentials) {
        (Some(own), _) => own.credentials()?,
        (None, Some(file)) => read_credentials(file)?,
        (None, None) => return Err(Failure::new(Exit::Usage, "--server needs --credentials").into()),
    };
    let given_ca = authorities(args.ca.as_deref())?;
    if let Some(server) = &args.server {
        reachable(server, &given_ca).await?;
    }
    let random = Random::system();
    let options = Options {
        credentials: credentials.clone(),
        server: args.server.clone(),
        prefix: args.prefix.clone(),
        package,
        passwords: (0..7).map(|_| random.secret()).collect(),
        extra_ca: own.as_ref().map(Own::authority).transpose()?.unwrap_or(given_ca),
        out: args.out.clone(),
        show: own.is_some() && args.keep,
    };
    let report = guide::run(options, &mut Shown::new(args.json, guide::STEPS.len())).await;
    show(&report, args.json)?;
    if let Some(own) = own {
        if args.keep && report.ok {
            own.announce(&args, &credentials);
            interrupted().await?;
        }
        own.end().await?;
    }
    Ok(if report.ok { ExitCode::SUCCESS } else { ExitCode::from(Exit::GuideFailed as u8) })
}

/// Says so at once when nobody answers there, rather than as a failed step.
async fn reachable(server: &str, ca: &[u8]) -> anyhow::Result<()> {
    let options = client::Options { allow_private: true, extra_ca: ca.to_vec(), ..client::Options::default() };
    let url = format!("{}/healthz", server.trim_end_matches('/'));
    let request = client::Http::new(options)?.raw(client::Method::GET, &url);
    let request = request.map_err(|e| Failure::new(Exit::Usage, e.to_string()))?;
    match request.send().await {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::new(Exit::Unreachable, format!("{server} cannot be reached: {error}"))
            .hint("start it with `ropeway serve`, or leave --server out to have one started; with a development CA give --ca")
            .into()),
    }
}

/// The certificate authorities of a file.
fn authorities(file: Option<&Path>) -> anyhow::Result<Vec<u8>> {
    let Some(file) = file else { return Ok(Vec::new()) };
    let wrong = |what: String| Failure::new(Exit::Usage, format!("the certificates in {} {what}", file.display()));
    let pem = fs::read(file).map_err(|e| wrong(format!("cannot be read: {e}")))?;
    match String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
        true => Ok(pem),
        false => Err(wrong("are not there: it is no PEM file".to_owned()).into()),
    }
}

fn package(file: Option<&Path>) -> anyhow::Result<Vec<u8>> {
    let Some(file) = file else { return Ok(guide::sample_package()?) };
    fs::read(file).map_err(|e| {
        let message = format!("the package {} cannot be read: {e}", file.display());
        Failure::new(Exit::Usage, message).into()
    })
}

fn read_credentials(file: &Path) -> anyhow::Result<Value> {
    let text = fs::read(file)
        .map_err(|e| Failure::new(Exit::Usage, format!("the credentials {} cannot be read: {e}", file.display())))?;
    serde_json::from_slice(&text)
        .map_err(|e| Failure::new(Exit::Usage, format!("{} is no first-start.json: {e}", file.display())).into())
}

fn show(report: &Report, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string_pretty(report)?);
        return Ok(());
    }
    match &report.proof {
        Some(proof) if report.ok => {
            println!("proof: the package in PROD is, artifact by artifact, the content exported from DEV");
            println!(
                "       {}: {} artifacts compared; {} entries in the feature's history; {} log messages of its imports",
                proof.package, proof.artifacts, proof.history, proof.log_messages
            );
        }
        Some(proof) => {
            println!("proof: FAILED");
            for what in proof.differences.iter().chain(&proof.silent_actions) {
                println!("       {what}");
            }
        }
        None => {}
    }
    println!("total: {:.2} s", report.total_ms as f64 / 1e3);
    Ok(())
}

/// What the server of a run is started with: settings of a file that is named and of the environment count, too; by
/// default it is quiet, listens where there is room, and its data goes away. A `ropeway.toml` that happens to be in this
/// folder is not read, because it may be that of an installation, where a practice landscape has no place.
fn configured(file: Option<&Path>, args: &RunArgs, away: &Path) -> anyhow::Result<Config> {
    let mut defaults = Config::default();
    defaults.store.data = away.to_owned();
    defaults.server.listen = SocketAddr::from(([127, 0, 0, 1], if args.keep { 4004 } else { 0 }));
    defaults.log.level = "warn".to_owned();
    if file.is_none() && Path::new("ropeway.toml").exists() {
        eprintln!("hint: ropeway.toml in this folder is not read by `guide run`; name it with --config");
    }
    let mut config = config::load_over(&defaults, file, false)?;
    if let Some(data) = &args.data {
        config.store.data.clone_from(data);
    }
    if let Some(listen) = args.listen {
        config.server.listen = listen;
    }
    if args.tls_dev {
        config.server.tls = Tls::Dev;
    }
    Ok(config)
}

/// A server that this command started.
struct Own {
    running: Running,
    data: PathBuf,
    temporary: bool,
}

impl Own {
    async fn start(file: Option<&Path>, args: &RunArgs) -> anyhow::Result<Self> {
        let away = std::env::temp_dir().join(format!("ropeway-guide-{}", Random::system().uuid()));
        let config = configured(file, args, &away)?;
        logging::install(&config.log)?;
        let running = launch::launch(&config).await?;
        Ok(Self { running, temporary: config.store.data == away, data: config.store.data })
    }

    fn credentials(&self) -> anyhow::Result<Value> {
        match &self.running.first {
            Some(first) => Ok(serde_json::to_value(first)?),
            None => read_credentials(&self.data.join("first-start.json")),
        }
    }

    /// The development CA, when this server has one: its client is a stranger, who has to be told.
    fn authority(&self) -> anyhow::Result<Vec<u8>> {
        let file = self.data.join("dev-ca.pem");
        Ok(if file.exists() { fs::read(file)? } else { Vec::new() })
    }

    /// Where everything is. The first line is the one that programs wait for: keys and people are written by then.
    fn announce(&self, args: &RunArgs, credentials: &Value) {
        eprintln!("the landscape runs at {}; data in {}", self.running.public_url, self.data.display());
        let text = |pointer: &str| credentials.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        let (user, password) = (text("/administrator/userName"), text("/administrator/password"));
        eprintln!("  {:<22}{}/", "page", self.running.public_url);
        eprintln!("  {:<22}{user}  {password}", "sign in as");
        for (name, address) in guide::landscape::addresses(&self.running.public_url, &args.prefix) {
            eprintln!("  {name:<22}{address}");
        }
        match &args.out {
            Some(out) => eprintln!("people and keys are in {}", out.display()),
            None => eprintln!("hint: --out DIR writes the people, their passwords and the service keys"),
        }
        eprintln!("Ctrl-C ends it");
    }

    /// Stops the server.
    async fn end(self) -> anyhow::Result<()> {
        self.running.shutdown().await?;
        if self.temporary {
            fs::remove_dir_all(&self.data)?;
        }
        Ok(())
    }
}

/// Until somebody ends it.
async fn interrupted() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {}
    }
    Ok(())
}

async fn check(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let ca = authorities(args.ca.as_deref())?;
    let files = Files::read(&args.landscape).map_err(|e| Failure::new(Exit::Usage, e.cause).hint(e.fix))?;
    let mut shown = Shown::new(args.json, guide::STEPS.len());
    let report = guide::check(&files, ca, &mut shown).await.map_err(|e| Failure::new(Exit::Usage, e.cause))?;
    drop(shown);
    if args.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        println!("{}", tally(&report));
    }
    Ok(if report.ok { ExitCode::SUCCESS } else { ExitCode::from(Exit::GuideFailed as u8) })
}

/// How many steps are how.
fn tally(report: &Report) -> String {
    let count = |status| report.steps.iter().filter(|step| step.status == status).count();
    let (done, missing, wrong) = (count(Status::Done), count(Status::Missing), count(Status::Wrong));
    format!("{done} done, {missing} missing, {wrong} wrong, {} not checkable", count(Status::NotCheckable))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: RunArgs,
    }

    fn settings(text: &str, line: &[&str]) -> Config {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("r.toml");
        fs::write(&file, text).unwrap();
        let Line { args } = Line::parse_from([&["guide"], line].concat());
        configured(Some(&file), &args, Path::new("/away")).unwrap()
    }

    #[test]
    fn settings_count_for_a_run_and_the_command_line_wins() {
        let plain = settings("", &[]);
        assert_eq!((plain.store.data.as_path(), plain.server.listen.port()), (Path::new("/away"), 0));
        assert_eq!(plain.log.level, "warn");
        let text = "[server]\nlisten = \"127.0.0.1:4321\"\nbase_domain = \"x.test\"\n[log]\nlevel = \"debug\"\n[store]\ndata = \"d\"";
        let set = settings(text, &[]);
        assert_eq!((set.server.listen.port(), set.log.level.as_str()), (4321, "debug"));
        assert_eq!((set.server.base_domain.as_deref(), set.store.data.as_path()), (Some("x.test"), Path::new("d")));
        let over = settings(text, &["--listen", "127.0.0.1:1", "--data", "e", "--tls-dev"]);
        assert_eq!((over.server.listen.port(), over.store.data.as_path()), (1, Path::new("e")));
        assert_eq!(over.server.tls, Tls::Dev);
    }
}
