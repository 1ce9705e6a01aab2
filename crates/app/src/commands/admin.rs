//! `ropeway admin`: looks after an installation, on its data, while no server needs to run.

use crate::exit::{Exit, Failure};
use crate::{config, launch};
use clap::Subcommand;
use engine::audit::chain::{self, Verdict};
use engine::audit::keep::{self, Span};
use engine::{Cx, Time};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::audit::AuditRow;
use store::blob::Blobs;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The audit trail.
    #[command(subcommand)]
    Audit(Audit),
    /// The keys that sign tokens.
    #[command(subcommand)]
    Keys(Keys),
}

#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check every link of the hash chain; exit code 1 and the place when it is broken.
    Verify(Data),
    /// Write the trail to stdout, one JSON object a line, in the order of the chain.
    Export(Export),
    /// Remove the rows before a day; a sealed anchor stays, so that the rest can be verified. Export them first.
    Prune(Prune),
}

#[derive(Debug, clap::Args)]
pub struct Export {
    #[command(flatten)]
    data: Data,
    /// Only rows from this day or time on (UTC), as 2026-01-31 or 2026-01-31T12:00:00Z.
    #[arg(long, value_name = "TIME", value_parser = time)]
    since: Option<Time>,
    /// Only rows before this day or time.
    #[arg(long, value_name = "TIME", value_parser = time)]
    until: Option<Time>,
}

#[derive(Debug, clap::Args)]
pub struct Prune {
    #[command(flatten)]
    data: Data,
    /// The day or time (UTC), as 2026-01-31 or 2026-01-31T12:00:00Z.
    #[arg(long, value_name = "TIME", value_parser = time)]
    before: Time,
}

fn time(text: &str) -> Result<Time, String> {
    let full = if text.len() == 10 { format!("{text}T00:00:00Z") } else { text.to_owned() };
    Time::parse_rfc3339(&full).ok_or_else(|| "write it as 2026-01-31 or 2026-01-31T12:00:00Z".to_owned())
}

#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Sign new tokens with a new key; the old one stays published until its last token has expired.
    Rotate(Data),
}

/// Where the data is, unless the configuration says it.
#[derive(Debug, clap::Args)]
pub struct Data {
    /// The data directory.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Does it.
pub async fn run(file: Option<&Path>, command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Audit(Audit::Verify(data)) => verify(&open(file, data).await?).await,
        Command::Audit(Audit::Export(wanted)) => {
            export(&open(file, wanted.data).await?, wanted.since, wanted.until).await
        }
        Command::Audit(Audit::Prune(wanted)) => prune(&open(file, wanted.data).await?, wanted.before).await,
        Command::Keys(Keys::Rotate(data)) => rotate(&open(file, data).await?).await,
    }
}

async fn open(file: Option<&Path>, data: Data) -> anyhow::Result<Cx> {
    let mut config = config::load(file)?;
    if let Some(data) = data.data {
        config.store.data = data;
    }
    if config.store.database_url.is_none() && !config.store.data.join("ropeway.db").exists() {
        return Err(no_data(&config.store.data).into());
    }
    let public_url = config.public_url(config.server.listen);
    // Nothing here needs a blob, and a server may be writing some.
    launch::context(&config, &public_url, |dir| Ok(Blobs::at(dir))).await
}

/// An empty trail that somebody mistyped would hold, too.
fn no_data(place: &Path) -> Failure {
    Failure::new(Exit::Store, format!("there is no data of Ropeway in {}", place.display()))
        .hint("name the data directory with --data, or the configuration with --config")
}

async fn verify(cx: &Cx) -> anyhow::Result<ExitCode> {
    chain_all(cx).await?;
    match chain::verify(cx).await? {
        Verdict::Holds { rows, pruned } => {
            let before = if pruned > 0 { format!(" ({pruned} rows before them were pruned)") } else { String::new() };
            println!("{rows} rows, every link holds{before}");
            Ok(ExitCode::SUCCESS)
        }
        Verdict::Broken { position, what } => {
            let message = format!("the audit trail is broken at place {position}: {what}");
            Err(Failure::new(Exit::GuideFailed, message)
                .hint("compare with a backup from before that row's time")
                .into())
        }
    }
}

async fn export(cx: &Cx, since: Option<Time>, until: Option<Time>) -> anyhow::Result<ExitCode> {
    chain_all(cx).await?;
    let all = Span::default();
    let span = Span { since: since.unwrap_or(all.since), until: until.unwrap_or(all.until) };
    let mut out = std::io::BufWriter::new(std::io::stdout());
    keep::export(cx, span, move |row| {
        // Row by row: what was not written at the end must not look like success.
        writeln!(out, "{}", line(row))?;
        out.flush()
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}

/// A row with all that its hash covers, as it is covered.
fn line(row: &AuditRow) -> serde_json::Value {
    serde_json::json!({
        "position": row.chain_pos,
        "id": row.id,
        "at": row.at.rfc3339_millis(),
        "micros": row.at.micros(),
        "actor": row.actor,
        "subaccount": row.subaccount,
        "event": row.event,
        "object": row.object,
        "detail": row.detail,
        "hash": row.hash,
    })
}

async fn prune(cx: &Cx, before: Time) -> anyhow::Result<ExitCode> {
    chain_all(cx).await?;
    let gone = keep::prune(cx, before, "ropeway admin").await?;
    println!("{gone} rows were removed");
    Ok(ExitCode::SUCCESS)
}

async fn chain_all(cx: &Cx) -> anyhow::Result<()> {
    while chain::extend(cx).await? > 0 {}
    Ok(())
}

async fn rotate(cx: &Cx) -> anyhow::Result<ExitCode> {
    let kid = engine::identity::keys::rotate(cx, "ropeway admin").await?;
    println!("{kid}");
    Ok(ExitCode::SUCCESS)
}
