//! The real binary as a child process.

use crate::place::Place;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::DbUrl;
use tempfile::TempDir;
use wire::accounts::FirstStart;

const PATIENCE: Duration = Duration::from_secs(20);

/// A data directory with an address.
#[derive(Debug)]
pub(crate) struct Home {
    dir: TempDir,
    binary: PathBuf,
    listen: String,
    place: Place,
    settings: Vec<(&'static str, &'static str)>,
}

impl Home {
    pub(crate) fn new(binary: &Path, place: Place) -> Result<Self> {
        let listen = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        Ok(Self { dir: tempfile::tempdir()?, binary: binary.to_owned(), listen, place, settings: Vec::new() })
    }

    /// Serves with these settings, named as in the environment.
    pub(crate) fn with(mut self, settings: &[(&'static str, &'static str)]) -> Self {
        self.settings.extend_from_slice(settings);
        self
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// Its database, for use while no server runs.
    pub(crate) fn database(&self) -> DbUrl {
        self.place.url(&self.data())
    }

    /// The file of the embedded database.
    pub(crate) fn file(&self) -> PathBuf {
        self.data().join("ropeway.db")
    }

    pub(crate) fn first(&self) -> Result<FirstStart> {
        Ok(serde_json::from_slice(&std::fs::read(self.data().join("first-start.json"))?)?)
    }

    /// Starts it; answers when it serves.
    pub(crate) fn start(&self) -> Result<Server> {
        let mut command = Command::new(&self.binary);
        command.args(["serve", "--listen", &self.listen, "--data"]).arg(self.data()).current_dir(self.dir.path());
        command.envs(self.settings.iter().copied());
        if let Place::Postgres(url) = &self.place {
            command.env("ROPEWAY_STORE__DATABASE_URL", url);
        }
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let lines = BufReader::new(child.stderr.take().context("no stderr")?).lines();
        let mut server = Server { child, url: String::new() };
        let (mut lines, mut said) = (lines.map_while(Result::ok), Vec::new());
        for line in lines.by_ref() {
            if let Some(url) = line.strip_prefix("ropeway listens at ") {
                url.clone_into(&mut server.url);
                break;
            }
            said.push(line);
        }
        anyhow::ensure!(!server.url.is_empty(), "the server does not start: {}", said.join("; "));
        // Whatever else it prints must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        self.wait_until_ready()?;
        Ok(server)
    }

    fn wait_until_ready(&self) -> Result<()> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let mut socket = TcpStream::connect(&self.listen)?;
            socket.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
            let mut answer = String::new();
            socket.read_to_string(&mut answer)?;
            if answer.starts_with("HTTP/1.1 200") {
                return Ok(());
            }
        }
        bail!("the server is not ready after {} s", PATIENCE.as_secs())
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

    /// The most resident memory since [`Server::forget_peak`], in MB.
    pub(crate) fn peak(&self) -> Result<f64> {
        self.status("VmHWM:")
    }

    /// From now on the peak is counted anew.
    pub(crate) fn forget_peak(&self) -> Result<()> {
        Ok(std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5")?)
    }

    fn status(&self, name: &str) -> Result<f64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = text.lines().find_map(|line| line.strip_prefix(name)).context("no such field in /proc")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1e3)
    }

    /// Ends it as an operator would, so that nothing is left to be recovered.
    pub(crate) fn stop(mut self) -> Result<()> {
        Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                anyhow::ensure!(status.success(), "the server ended with {status}");
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        bail!("the server does not stop")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
