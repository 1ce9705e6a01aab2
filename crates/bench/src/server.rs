//! The real binary as a child process.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use wire::accounts::FirstStart;

/// A data directory with an address.
#[derive(Debug)]
pub(crate) struct Home {
    dir: TempDir,
    binary: PathBuf,
    listen: String,
}

impl Home {
    pub(crate) fn new(binary: &Path) -> Result<Self> {
        let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        Ok(Self { dir: tempfile::tempdir()?, binary: binary.to_owned(), listen })
    }

    pub(crate) fn first(&self) -> Result<FirstStart> {
        Ok(serde_json::from_slice(&std::fs::read(self.dir.path().join("data/first-start.json"))?)?)
    }

    /// Starts it; answers when it listens.
    pub(crate) fn start(&self) -> Result<Server> {
        let data = self.dir.path().join("data");
        let mut command = Command::new(&self.binary);
        command.args(["serve", "--listen", &self.listen, "--data"]).arg(data).env_remove("ROPEWAY_BIN");
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        let lines = BufReader::new(child.stderr.take().context("no stderr")?).lines();
        let mut server = Server { child, url: String::new() };
        let mut lines = lines.map_while(Result::ok);
        let line = lines.find(|line| line.starts_with("ropeway listens at ")).context("the server does not start")?;
        server.url = line.trim_start_matches("ropeway listens at ").to_owned();
        // Whatever else it prints must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(server)
    }
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    pub(crate) url: String,
}

impl Server {
    /// Resident memory now, in MB.
    pub(crate) fn memory(&self) -> Result<f64> {
        self.status("VmRSS:")
    }

    /// The most resident memory it ever had, in MB.
    pub(crate) fn peak(&self) -> Result<f64> {
        self.status("VmHWM:")
    }

    fn status(&self, name: &str) -> Result<f64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)).context("no such field in /proc")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1e3)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
