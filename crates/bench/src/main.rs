//! `cargo xtask bench`: how fast the real binary is, each figure beside a raw limit measured in the same run.
//!
//! Everything is on loopback, bounded, and stops by itself. Not here: judgement; `docs/benchmarks.md` has that.

mod connection;
mod landscape;
mod raw;
mod server;
mod table;
mod transports;
mod uploads;
mod work;

use anyhow::Result;
use clap::Parser;
use server::Home;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use table::Table;

/// Measures Ropeway beside the raw limits of this machine.
#[derive(Debug, Parser)]
struct Args {
    /// Less of everything: under a minute.
    #[arg(long)]
    quick: bool,
    /// The table as Markdown.
    #[arg(long)]
    markdown: bool,
    /// The binary; by default the release build beside this program.
    #[arg(long, value_name = "FILE")]
    binary: Option<PathBuf>,
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
struct Extent {
    span: Duration,
    upload: usize,
}

#[tokio::main]
async fn main() -> Result<()> {
    let args = Args::parse();
    let extent = if args.quick {
        Extent { span: Duration::from_secs(3), upload: 128 << 20 }
    } else {
        Extent { span: Duration::from_secs(10), upload: 1 << 30 }
    };
    let binary = match args.binary {
        Some(binary) => binary,
        None => std::env::current_exe()?.with_file_name("ropeway"),
    };
    anyhow::ensure!(binary.is_file(), "{} is missing: cargo build --release -p ropeway", binary.display());
    let mut table = Table::default();
    measure(&binary, extent, &mut table).await?;
    println!("{}", if args.markdown { table.markdown() } else { table.plain() });
    Ok(())
}

async fn measure(binary: &std::path::Path, extent: Extent, table: &mut Table) -> Result<()> {
    let home = Home::new(binary)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?).await?;
    table.row("idle memory after setting up", &format!("{:.1} MB", server.memory()?), "-", "");
    tokens(&ground, extent, table).await?;
    transports::measure(&ground, extent, table).await?;
    uploads::measure(&server, &ground, extent, table).await?;
    work::measure(extent, table).await?;
    drop(server);
    start(&home, table)?;
    let size = std::fs::metadata(binary)?.len();
    table.row("binary", &format!("{:.1} MB", size as f64 / 1e6), "-", "");
    guide(binary, table)
}

async fn tokens(ground: &landscape::Ground, extent: Extent, table: &mut Table) -> Result<()> {
    let threads = std::thread::available_parallelism()?.get();
    let limit = raw::signatures(threads, extent.span)?;
    let call = ground.token_call();
    let load = connection::load(&ground.host, 16, extent.span, move |_| call.clone()).await?;
    let (rate, p99) = (load.rate, load.p99.as_secs_f64() * 1e3);
    let (ours, raw) = (format!("{rate:.0}/s, p99 {p99:.1} ms"), format!("{limit:.0}/s RSA-2048 signatures"));
    table.row("fresh tokens over HTTP, 16 connections", &ours, &raw, &format!("{:.2}", rate / limit));
    Ok(())
}

/// The second start, warm; beside a program that does nothing.
fn start(home: &Home, table: &mut Table) -> Result<()> {
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let began = Instant::now();
        drop(home.start()?);
        best = best.min(began.elapsed());
    }
    let began = Instant::now();
    Command::new("true").status()?;
    let empty = began.elapsed();
    let millis = |span: Duration| format!("{:.1} ms", span.as_secs_f64() * 1e3);
    table.row("second start to ready, warm, best of 5", &millis(best), &format!("{} for `true`", millis(empty)), "");
    Ok(())
}

fn guide(binary: &std::path::Path, table: &mut Table) -> Result<()> {
    let began = Instant::now();
    let output = Command::new(binary).args(["guide", "run", "--json"]).output()?;
    let took =
        if output.status.success() { format!("{:.2} s", began.elapsed().as_secs_f64()) } else { "failed".to_owned() };
    table.row("the whole guide, with first start", &took, "-", "");
    Ok(())
}
