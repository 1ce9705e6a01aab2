//! `cargo xtask demo`: the binary walks through the whole guide.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{process, report};

const PROFILE: &str = "demo";

pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<ExitCode> {
    let binary = build(workspace)?;
    process::hand_over(Command::new(binary).args(["guide", "run"]).args(args))
}

/// Builds the binary and says where it is. Its profile is not that of a release: somebody is waiting.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    report::headline("building ropeway (the first time takes some minutes)");
    let started = Instant::now();
    process::succeed(workspace.cargo().args(["build", "--profile", PROFILE, "--package", "ropeway"]))?;
    report::note(&format!("built in {}", report::duration(started.elapsed())));
    Ok(workspace.target.join(PROFILE).join(format!("ropeway{}", std::env::consts::EXE_SUFFIX)))
}
