//! A throw-away PostgreSQL server for one run of measurements, on a free port of the loopback address.
//!
//! It runs as our child and not through `pg_ctl`, so that Ctrl-C reaches it as well.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{process, tools};

const PATIENCE: Duration = Duration::from_secs(60);

pub struct Server {
    process: Child,
    folder: PathBuf,
    pub url: String,
}

impl Server {
    /// `programs` is the folder of `initdb` and `postgres`.
    /// It is set up as an operator would: a commit is on the disk when it is answered. Tests start one of their own.
    pub fn start(programs: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("ropeway-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if tools::is_root() {
            process::succeed(Command::new("chown").arg("postgres").arg(&folder))?;
        }
        let data = folder.join("data");
        let log = folder.join("log");
        let initdb = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", "--pgdata"];
        process::succeed(unprivileged(&programs.join("initdb")).args(initdb).arg(&data).stdout(Stdio::null()))?;

        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = unprivileged(&programs.join("postgres"));
        command.arg("-D").arg(&data).arg("-k").arg(&folder).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        command.args(["-c", "max_connections=300"]);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&log)?).spawn()?;
        let mut server = Self { process, folder, url: format!("postgresql://postgres@127.0.0.1:{port}/postgres") };
        server.wait_until_ready(&data, &log)?;
        Ok(server)
    }

    /// The server writes its state into its pid file; `pg_ctl` waits in the same way.
    fn wait_until_ready(&mut self, data: &Path, log: &Path) -> Result<()> {
        let started = Instant::now();
        loop {
            let state = std::fs::read_to_string(data.join("postmaster.pid")).unwrap_or_default();
            if state.lines().any(|line| line.trim() == "ready") {
                return Ok(());
            }
            let ended = self.process.try_wait().context("looking after PostgreSQL")?;
            if ended.is_some() || started.elapsed() > PATIENCE {
                bail!("PostgreSQL did not start:\n{}", std::fs::read_to_string(log).unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGINT is its fast shutdown; what goes wrong here only leaves a folder behind.
        if process::answers(Command::new("kill").args(["-INT", &self.process.id().to_string()])) {
            let _ended = self.process.wait();
        }
        let _removed = std::fs::remove_dir_all(&self.folder);
    }
}

/// PostgreSQL refuses to run as root; its package brings a user for it.
fn unprivileged(program: &Path) -> Command {
    if !tools::is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
    // The current folder may be closed to that user.
    command.current_dir("/");
    command
}
