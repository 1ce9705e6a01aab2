//! `cargo xtask ui`: builds the page into `ui/dist/page`, from where the next build of the server takes it.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::tools::NODE;
use crate::workspace::Workspace;
use crate::{process, report};

pub const FOLDER: &str = "ui";
const LOCK: &str = "package-lock.json";
/// npm's own note of what it installed.
const INSTALLED: &str = "node_modules/.package-lock.json";

pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    NODE.ensure()?;
    build(workspace)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the page where Node is or can be had; without it the server says on its root page what it lacks.
pub fn build_if_possible(workspace: &Workspace) -> Result<()> {
    match NODE.ensure() {
        Ok(_) => build(workspace),
        Err(missing) if std::env::var("CI").is_ok_and(|value| value == "true") => Err(missing),
        Err(missing) => {
            report::note(&format!("warning: {missing:#}; the server is built without its page"));
            Ok(())
        }
    }
}

/// Builds the page, unless what is there is newer than everything it is made of.
pub fn build(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join(FOLDER);
    install(&folder)?;
    let built = folder.join("dist/page/index.html");
    if newest(&sources(&folder)).is_some_and(|made| modified(&built).is_some_and(|at| at > made)) {
        report::note("the page is built already");
        return Ok(());
    }
    report::headline("building the page");
    let started = Instant::now();
    process::succeed(npm(&folder).args(["run", "--silent", "build"]))?;
    report::note(&format!("built in {}", report::duration(started.elapsed())));
    Ok(())
}

/// Installs the packages of the lock file, if they are not there yet.
pub fn install(folder: &Path) -> Result<()> {
    let fresh = modified(&folder.join(INSTALLED)).zip(modified(&folder.join(LOCK)));
    if fresh.is_some_and(|(installed, lock)| installed >= lock) {
        return Ok(());
    }
    report::headline("installing the packages of the page");
    process::succeed(npm(folder).args(["ci", "--no-audit", "--no-fund"]))
}

pub fn npm(folder: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(folder);
    command
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    path.metadata().and_then(|meta| meta.modified()).ok()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        ["package.json", LOCK, "vite.config.ts", "tsconfig.json", "index.html"].map(|name| folder.join(name)).into();
    let mut open = vec![folder.join("src")];
    while let Some(next) = open.pop() {
        for entry in next.read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found
}

fn newest(files: &[PathBuf]) -> Option<std::time::SystemTime> {
    files.iter().filter_map(|path| modified(path)).max()
}

/// The files of the journeys through the page, by name; which of them `node --test` finds by itself depends on its release.
pub fn journeys(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = workspace.root.join(FOLDER).join("test");
    let entries = folder.read_dir().with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.to_string_lossy().ends_with(".test.js"));
    found.sort();
    Ok(found)
}

/// The page's own checks, before its tests in a browser.
pub fn test_commands(workspace: &Workspace) -> Result<Vec<Command>> {
    let folder = workspace.root.join(FOLDER);
    install(&folder).context("the packages of the page cannot be installed")?;
    let run = |script: &str| {
        let mut command = npm(&folder);
        command.args(["run", "--silent", script]);
        command
    };
    Ok(vec![run("api:check"), run("check")])
}
