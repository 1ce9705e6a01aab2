//! `cargo xtask bench`: how fast the real binary is, each figure beside a raw limit measured in the same run.
//!
//! Everything is on loopback, bounded, and stops by itself. [`axes`] has one module per row group of the table of
//! goals, [`raw`] what the machine could do without us, [`server`] the binary as a child process, [`local`] the use
//! cases without HTTP, [`connection`] the load. Not here: what the figures mean; `docs/benchmarks.md` has that.

mod axes;
mod connection;
mod figure;
mod landscape;
mod local;
mod nginx;
mod peer;
mod place;
mod raw;
mod seed;
mod server;
mod table;

use anyhow::Result;
use axes::Axis;
use clap::{Parser, Subcommand};
use place::Place;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use store::DbUrl;
use table::Table;

/// Measures Ropeway beside the raw limits of this machine.
#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// Less of everything: about a minute.
    #[arg(long)]
    quick: bool,
    /// Only this axis; may be given several times.
    #[arg(long, value_enum, value_name = "AXIS")]
    only: Vec<Axis>,
    /// The table as Markdown.
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// The table as JSON.
    #[arg(long)]
    json: bool,
    /// The binary; by default the one that was built beside this program.
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
    /// A PostgreSQL server of which nothing is needed any more; schemas `bench_…` in it are replaced.
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Fills the queue of a node with very many requests, while no server runs: for tests of how the page bears them.
    Fill {
        /// The folder with the data of the server.
        #[arg(long, value_name = "FOLDER")]
        data: PathBuf,
        /// The subdomain of the subaccount.
        #[arg(long)]
        subaccount: String,
        /// The name of the node, into whose queue nothing has come yet.
        #[arg(long)]
        node: String,
        /// How many requests.
        #[arg(long)]
        requests: i64,
    },
}

/// What is measured, and how much of it.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    pub(crate) binary: PathBuf,
    pub(crate) postgres: Option<String>,
    /// How long a load runs.
    pub(crate) span: Duration,
    /// Size of the large upload.
    pub(crate) upload: usize,
    /// Length of the long queue.
    pub(crate) requests: i64,
    /// How many requests one import has.
    pub(crate) imports: u32,
    /// How many jobs are claimed.
    pub(crate) jobs: i64,
    /// How often a start is repeated.
    pub(crate) starts: usize,
    /// How many log-ins with a wrong password are let through to the check.
    pub(crate) log_ins: usize,
}

impl Bench {
    fn new(args: &Args) -> Result<Self> {
        let binary = match &args.binary {
            Some(binary) => binary.clone(),
            None => std::env::current_exe()?.with_file_name("ropeway"),
        };
        anyhow::ensure!(binary.is_file(), "{} is missing: cargo build --release -p ropeway", binary.display());
        let (binary, postgres) = (binary.canonicalize()?, args.postgres.clone());
        Ok(if args.quick {
            let span = Duration::from_millis(1_500);
            Self {
                binary,
                postgres,
                span,
                upload: 128 << 20,
                requests: 100_000,
                imports: 10,
                jobs: 3_000,
                starts: 3,
                log_ins: 500,
            }
        } else {
            let span = Duration::from_secs(8);
            Self {
                binary,
                postgres,
                span,
                upload: 1 << 30,
                requests: 1_000_000,
                imports: 50,
                jobs: 20_000,
                starts: 9,
                log_ins: 10_000,
            }
        })
    }

    /// PostgreSQL, with a fresh schema of this name.
    pub(crate) async fn postgres(&self, schema: place::Schema) -> Result<Option<Place>> {
        match &self.postgres {
            Some(url) => place::fresh(url, schema).await.map(Some),
            None => Ok(None),
        }
    }
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let args = Args::parse();
    if let Some(Command::Fill { data, subaccount, node, requests }) = &args.command {
        seed::fill_named(&DbUrl::Sqlite(data.clone()), (subaccount, node), *requests).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let bench = Bench::new(&args)?;
    let wanted = Axis::ALL.into_iter().filter(|axis| args.only.is_empty() || args.only.contains(axis));
    let mut table = Table::default();
    for axis in wanted {
        eprintln!("measuring: {}", axis.title());
        if let Err(error) = axes::measure(axis, &bench, &mut table).await {
            table.failed(axis.title(), &format!("{error:#}"));
        }
    }
    let text = match (args.json, args.markdown) {
        (true, _) => table.json(),
        (_, true) => table.markdown(),
        _ => table.plain(),
    };
    println!("{text}");
    Ok(if table.has_failures() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
