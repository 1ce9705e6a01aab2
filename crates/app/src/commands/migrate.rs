//! `ropeway migrate`: brings the database up to date, so that a start later has nothing to do.

use crate::config;
use crate::exit::{Exit, Failure};
use crate::launch;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Db, DbUrl};

/// Where the data is, unless the configuration says it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The data directory.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

/// Opens the database, which migrates it.
pub async fn run(file: Option<&Path>, args: Args) -> anyhow::Result<ExitCode> {
    let mut config = config::load(file)?;
    if let Some(data) = args.data {
        config.store.data = data;
    }
    launch::close_data(&config.store.data)?;
    let url: DbUrl = config.database().parse().map_err(|e| Failure::new(Exit::Config, format!("store: {e}")))?;
    Db::open(&url, store::Options::default()).await.map_err(|e| Failure::new(Exit::Store, e.to_string()))?;
    eprintln!("the schema is up to date");
    Ok(ExitCode::SUCCESS)
}
