//! Where the project and its target folder are. Cargo is asked, so that CARGO_TARGET_DIR and its kin are respected.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
    /// What `cargo metadata --no-deps` says about our own packages.
    pub metadata: Value,
}

impl Workspace {
    pub fn load() -> Result<Self> {
        let text =
            process::capture(Command::new(cargo_program()).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: Value = serde_json::from_str(&text).context("reading the answer of cargo metadata")?;
        let folder = |field: &str| {
            let path = metadata[field].as_str().with_context(|| format!("cargo metadata names no {field}"))?;
            anyhow::Ok(PathBuf::from(path))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")?, metadata })
    }

    /// A cargo command at the root of the project.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo_program());
        command.current_dir(&self.root);
        command
    }
}

/// The cargo that runs us, so that a chosen toolchain stays chosen.
fn cargo_program() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
