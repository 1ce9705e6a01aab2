//! The `ropeway` program: one binary, its roles are commands. This crate alone puts the parts together.

mod commands;
mod config;
mod exit;
mod first_start;
mod identity_provider;
mod launch;
mod logging;
mod tls;

use clap::Parser;
use commands::Cli;
use std::process::ExitCode;
use std::time::Duration;

/// For what threads are in the middle of when everything else has ended.
const LAST_WRITES: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return exit::report(&anyhow::Error::new(error).context("the runtime could not be started")),
    };
    let code = match runtime.block_on(commands::run(cli)) {
        Ok(code) => code,
        Err(error) => exit::report(&error),
    };
    // What still runs has been waited for as long as it may be.
    runtime.shutdown_timeout(LAST_WRITES);
    code
}
