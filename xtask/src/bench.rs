//! `cargo xtask bench`: names the machine, builds the released binary and the crate `ropeway-bench`, starts a PostgreSQL
//! for this run where one is installed, and lets the bench measure.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::postgres::Server;
use crate::workspace::Workspace;
use crate::{process, report, tools};

pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<ExitCode> {
    eprintln!("{}", machine());
    // One build of both, so that what they share is compiled once.
    let packages = ["--package", "ropeway", "--package", "ropeway-bench"];
    process::succeed(workspace.cargo().args(["build", "--release"]).args(packages))?;
    let mut bench = Command::new(workspace.target.join("release/ropeway-bench"));
    bench.args(args);
    let server = postgres(args)?;
    if let Some(server) = &server {
        bench.arg("--postgres").arg(&server.url);
    }
    let code = process::status(&mut bench)?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// A server for this run, unless one is named. Where there is none the bench says so; nothing is installed for it.
fn postgres(args: &[OsString]) -> Result<Option<Server>> {
    let named = args.iter().any(|arg| arg.to_string_lossy().starts_with("--postgres"));
    let Some(initdb) = tools::POSTGRESQL.find().filter(|_| !named) else { return Ok(None) };
    let server = Server::start(initdb.parent().context("initdb lies in no folder")?)?;
    report::note(&format!("PostgreSQL: {}, for this run only", server.url));
    Ok(Some(server))
}

/// Figures mean little without the machine they were measured on.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = proc_field("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = proc_field("/proc/meminfo", "MemTotal").as_deref().and_then(gibibytes);
    let memory = memory.map_or_else(|| "memory unknown".to_owned(), |size| format!("{size:.1} GiB of memory"));
    format!("machine: {cores} cores, {model}, {memory}")
}

fn proc_field(file: &str, name: &str) -> Option<String> {
    field(&std::fs::read_to_string(file).ok()?, name)
}

fn field(text: &str, name: &str) -> Option<String> {
    let mut pairs = text.lines().filter_map(|line| line.split_once(':'));
    pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned())
}

fn gibibytes(kilobytes: &str) -> Option<f64> {
    let number: f64 = kilobytes.strip_suffix("kB")?.trim().parse().ok()?;
    Some(number / 1024.0 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_is_read_from_proc() {
        assert_eq!(
            field("processor : 0\nmodel name\t: Fast CPU @ 3:00\n", "model name").as_deref(),
            Some("Fast CPU @ 3:00")
        );
        assert_eq!(gibibytes("25165824 kB"), Some(24.0));
    }
}
