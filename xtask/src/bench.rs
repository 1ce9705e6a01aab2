//! `cargo xtask bench`: names the machine, then runs the crate `ropeway-bench`, which measures and prints the table.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

const PACKAGE: &str = "ropeway-bench";

pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<ExitCode> {
    println!("{}", machine());
    if !workspace.has_package(PACKAGE) {
        eprintln!("there is no crate `{PACKAGE}` in this workspace, so there is nothing to measure yet");
        return Ok(ExitCode::from(2));
    }
    process::hand_over(workspace.cargo().args(["run", "--release", "--package", PACKAGE, "--"]).args(args))
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
