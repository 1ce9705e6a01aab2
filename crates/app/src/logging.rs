//! Logs on stderr: plain for people, JSON for machines. Secrets never reach a log: no type that holds one prints it, and
//! the driver of PostgreSQL, which would print every value of every statement, is kept quiet.

use crate::config::{Log, LogFormat};
use crate::exit::{Exit, Failure};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// What is left out whatever the filter says: at `debug` these print values.
const QUIET: [&str; 4] = [
    "tokio_postgres=info",
    "tokio_postgres::query=info",
    "tokio_postgres::prepare=info",
    "tokio_postgres::connection=info",
];

/// Installs the subscriber of this process.
pub fn install(log: &Log) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&log.level)
        .map_err(|e| Failure::new(Exit::Config, format!("log.level '{}' is no filter: {e}", log.level)))?;
    let filter = QUIET.iter().filter_map(|quiet| quiet.parse().ok()).fold(filter, EnvFilter::add_directive);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(coloured());
    let installed = match log.format {
        LogFormat::Plain => builder.try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    installed.map_err(|e| anyhow::anyhow!("the log could not be set up: {e}"))
}

/// Colours are for people at a terminal who did not ask to be spared: in a file they are noise.
fn coloured() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
