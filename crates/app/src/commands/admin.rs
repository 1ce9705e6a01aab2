//! `ropeway admin`: looks after an installation, on its data, while no server needs to run.

use crate::exit::{Exit, Failure};
use crate::{config, launch};
use clap::Subcommand;
use engine::Cx;
use engine::audit::chain::{self, Verdict};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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
    while chain::extend(cx).await? > 0 {}
    match chain::verify(cx).await? {
        Verdict::Holds { rows } => {
            println!("{rows} rows, every link holds");
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

async fn rotate(cx: &Cx) -> anyhow::Result<ExitCode> {
    let kid = engine::identity::keys::rotate(cx, "ropeway admin").await?;
    println!("{kid}");
    Ok(ExitCode::SUCCESS)
}
