//! The binary: started, watched through what it prints, ended or killed.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use store::DbUrl;
use tempfile::TempDir;
use wire::accounts::FirstStart;

/// Longer than anything a test waits for takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The binary with these arguments.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = without_settings(Command::new(env!("CARGO_BIN_EXE_ropeway")));
    command.args(args).stdin(Stdio::null());
    command
}

/// Without settings of whoever runs the tests.
fn without_settings(mut command: Command) -> Command {
    let ours = std::env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("ROPEWAY_"));
    for name in ours {
        command.env_remove(name);
    }
    command
}

/// A command that ends by itself.
pub(crate) fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// A data directory with an address of its own, kept over restarts.
pub(crate) struct Home {
    dir: TempDir,
    port: u16,
    options: Vec<String>,
    /// Settings, as the environment gives them.
    settings: Vec<(String, String)>,
    database: Option<String>,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// With more arguments of `ropeway serve`.
    pub(crate) fn with(options: &[&str]) -> Self {
        let probe = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = probe.local_addr().unwrap().port();
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        Self { dir: tempfile::tempdir().unwrap(), port, options, settings: Vec::new(), database: None }
    }

    /// With a setting, as `SERVER__LISTEN`.
    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.settings.push((format!("ROPEWAY_{name}"), value.to_owned()));
        self
    }

    /// With its rows in a fresh database of PostgreSQL; `None` where there is none.
    pub(crate) fn on_postgres(mut self) -> Option<Self> {
        let url = store::testing::postgres_ready()?;
        self.database = Some(url.clone());
        Some(self.set("STORE__DATABASE_URL", &url))
    }

    /// Where its rows are.
    pub(crate) fn database(&self) -> DbUrl {
        self.database.as_ref().map_or_else(|| DbUrl::Sqlite(self.data()), |url| url.parse().unwrap())
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// A file beside the data.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn first(&self) -> FirstStart {
        serde_json::from_slice(&fs::read(self.data().join("first-start.json")).unwrap()).unwrap()
    }

    /// Starts the server; answers when it accepts connections.
    pub(crate) fn start(&self) -> Server {
        self.try_start(self.port).unwrap_or_else(|ended| panic!("ended with {}:\n{}", ended.status, ended.said))
    }

    /// Starts it on another port; it may end instead.
    pub(crate) fn start_elsewhere(&self) -> Result<Server, Ended> {
        let probe = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = probe.local_addr().unwrap().port();
        drop(probe);
        self.try_start(port)
    }

    /// Starts it where no file may grow beyond so many MiB: to the process this is a full disk.
    pub(crate) fn start_with_little_room(&self, mebibytes: u32) -> Server {
        // Without the trap the first write beyond the limit ends the process. Blocks are of 512 bytes, in some shells of 1024.
        let limited = "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"";
        let (data, listen) = (self.data(), format!("127.0.0.1:{}", self.port));
        let mut shell = without_settings(Command::new("sh"));
        shell.args(["-c", limited, &(mebibytes * 2048).to_string(), env!("CARGO_BIN_EXE_ropeway")]);
        shell.args(["serve", "--listen", &listen, "--data", path(&data)]).stdin(Stdio::null());
        Server::spawn(&mut shell).unwrap_or_else(|ended| panic!("ended with {}:\n{}", ended.status, ended.said))
    }

    fn try_start(&self, port: u16) -> Result<Server, Ended> {
        let (data, listen) = (self.data(), format!("127.0.0.1:{port}"));
        let mut command = command(&["serve", "--listen", &listen, "--data", path(&data)]);
        Server::spawn(command.args(&self.options).envs(self.settings.iter().cloned()))
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A process that ended instead of serving.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: ExitStatus,
    pub(crate) said: String,
}

/// A server that runs; killed when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) url: String,
    said: Arc<Mutex<String>>,
    lines: Receiver<String>,
}

impl Server {
    fn spawn(command: &mut Command) -> Result<Self, Ended> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let lines = listen(child.stderr.take().unwrap(), &said);
        drop(listen(child.stdout.take().unwrap(), &said));
        let mut server = Self { child, url: String::new(), said, lines };
        match address(&server.lines) {
            Some(url) => {
                server.url = url;
                Ok(server)
            }
            None => Err(Ended { status: server.child.wait().unwrap(), said: server.said() }),
        }
    }

    /// Everything it has printed.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// SIGKILL: no chance to finish anything.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM: it ends in order.
    pub(crate) fn terminate(&self) {
        self.signal("-TERM");
    }

    /// SIGSTOP: it stands still, and does not know it.
    pub(crate) fn stall(&self) {
        self.signal("-STOP");
    }

    /// SIGCONT: it goes on where it stood.
    pub(crate) fn go_on(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for its end, which closes what it prints on.
    pub(crate) fn ended(mut self) -> Ended {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("still running:\n{}", self.said()),
            }
        }
        Ended { status: self.child.wait().unwrap(), said: self.said() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Keeps what is printed, and hands the lines on.
fn listen(stream: impl Read + Send + 'static, said: &Arc<Mutex<String>>) -> Receiver<String> {
    let (sender, receiver) = channel();
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let mut text = said.lock().unwrap();
            text.push_str(&line);
            text.push('\n');
            drop(text);
            drop(sender.send(line));
        }
    });
    receiver
}

/// What the line for programs says; `None` when the process ends without it.
fn address(lines: &Receiver<String>) -> Option<String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some(url) = line.strip_prefix("ropeway listens at ") {
                    return Some(url.to_owned());
                }
            }
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => panic!("the server neither listens nor ends"),
        }
    }
}
