//! `cargo xtask demo`: the release binary walks through the whole guide.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{process, report, ui};

pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<ExitCode> {
    let binary = build(workspace)?;
    process::hand_over(Command::new(binary).args(["guide", "run"]).args(args))
}

/// Builds the release binary, with the page in it, and says where it is.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    ui::build_if_possible(workspace)?;
    report::headline("building ropeway (release; the first time takes some minutes)");
    let started = Instant::now();
    process::succeed(workspace.cargo().args(["build", "--release", "--package", "ropeway"]))?;
    report::note(&format!("built in {}", report::duration(started.elapsed())));
    Ok(workspace.target.join("release").join(format!("ropeway{}", std::env::consts::EXE_SUFFIX)))
}
