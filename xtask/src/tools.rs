//! The programs that checks need beside cargo: how each is found, how it is installed, and what to say if it cannot be.
//!
//! `TOOLS` is the only list of installs. npm and Python packages are installed from the lock files of their suites.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{process, report};

pub struct Tool {
    pub name: &'static str,
    pub reason: &'static str,
    /// Debian packages that bring it; none if Debian has none.
    pub debian: &'static [&'static str],
    /// What a person should do where we cannot install it.
    pub advice: &'static str,
    /// The program, if it is here and new enough.
    pub find: fn() -> Option<PathBuf>,
}

pub static RUSTFMT: Tool = Tool {
    name: "rustfmt",
    reason: "cargo fmt",
    debian: &[],
    advice: "rustup component add rustfmt",
    find: || process::answers(Command::new("cargo").args(["fmt", "--version"])).then(|| PathBuf::from("cargo-fmt")),
};

pub static CLIPPY: Tool = Tool {
    name: "clippy",
    reason: "cargo clippy",
    debian: &[],
    advice: "rustup component add clippy",
    find: || {
        process::answers(Command::new("cargo").args(["clippy", "--version"])).then(|| PathBuf::from("cargo-clippy"))
    },
};

pub static POSTGRESQL: Tool = Tool {
    name: "postgresql",
    reason: "the tests of the second database engine; TEST_POSTGRES_URL may name a server instead",
    debian: &["postgresql"],
    advice: "install the PostgreSQL server of your distribution, or set TEST_POSTGRES_URL to an empty server's URL",
    find: find_initdb,
};

pub static NODE: Tool = Tool {
    name: "node",
    reason: "the real clients written in JavaScript",
    debian: &["nodejs", "npm"],
    advice: "install Node.js 20 or later with npm and put both in PATH",
    find: find_node,
};

pub static PYTHON: Tool = Tool {
    name: "python3",
    reason: "the real clients written in Python",
    debian: &["python3", "python3-venv"],
    advice: "install Python 3.10 or later with its venv module and put python3 in PATH",
    find: find_python,
};

pub static CHROMIUM: Tool = Tool {
    name: "chromium",
    reason: "the tests of the web page; CHROME_PATH may name a browser instead",
    debian: &["chromium"],
    advice: "install Chromium or Google Chrome, or set CHROME_PATH to the program",
    find: find_chromium,
};

pub static TOOLS: &[&Tool] = &[&RUSTFMT, &CLIPPY, &POSTGRESQL, &NODE, &PYTHON, &CHROMIUM];

impl Tool {
    pub fn find(&self) -> Option<PathBuf> {
        (self.find)()
    }

    /// The program, installed first if that is possible. The error says exactly what is missing and what to do.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        if !self.debian.is_empty() && may_install() {
            report::note(&format!("{} is missing, installing {}", self.name, self.debian.join(" ")));
            install(self.debian)?;
        }
        match self.find() {
            Some(program) => Ok(program),
            None => bail!("{} is missing or too old: {}", self.name, self.advice),
        }
    }
}

fn may_install() -> bool {
    is_root() && on_path("apt-get").is_some()
}

pub fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        command
    };
    process::succeed(apt().arg("update"))?;
    process::succeed(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Debian keeps the server's programs out of PATH, in a folder for each version.
fn find_initdb() -> Option<PathBuf> {
    if let Some(program) = on_path("initdb") {
        // A link is followed, because the other programs lie beside the real one.
        return program.canonicalize().ok();
    }
    let versions = Path::new("/usr/lib/postgresql").read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let programs = versions.map(|folder| folder.join("bin/initdb")).filter(|program| program.is_file());
    programs.max_by_key(|program| major_version(&program.to_string_lossy()))
}

fn find_node() -> Option<PathBuf> {
    let node = on_path("node")?;
    on_path("npm")?;
    let version = process::capture(Command::new(&node).arg("--version")).ok()?;
    (major_version(&version) >= 20).then_some(node)
}

fn find_python() -> Option<PathBuf> {
    let python = on_path("python3")?;
    let probe = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
    process::answers(Command::new(&python).args(["-c", probe])).then_some(python)
}

fn find_chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME_PATH").map(PathBuf::from).filter(|path| path.is_file()) {
        return Some(named);
    }
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
}

/// The first number in a text, 0 if there is none.
fn major_version(text: &str) -> u32 {
    let digits = text.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    digits.split(|sign: char| !sign.is_ascii_digit()).next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_first_number() {
        assert_eq!(major_version("v20.11.1\n"), 20);
        assert_eq!(major_version("/usr/lib/postgresql/9/bin/initdb"), 9);
        assert_eq!(major_version("none"), 0);
    }

    #[test]
    fn a_tool_that_cannot_be_had_says_what_to_do() {
        let tool = Tool { name: "weaver", reason: "", debian: &[], advice: "install a loom", find: || None };
        assert_eq!(tool.ensure().unwrap_err().to_string(), "weaver is missing or too old: install a loom");
    }
}
