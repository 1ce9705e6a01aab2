//! nginx as a peer for uploads, where it is installed.

use anyhow::{Result, bail};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::net::TcpStream;

const PATIENCE: Duration = Duration::from_secs(5);

/// It runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Nginx {
    pub(crate) host: String,
    child: Child,
    _dir: TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    folders.map(|folder| folder.join("nginx")).find(|file| file.is_file())
}

/// A server that takes a PUT into a folder of its own; nothing, where there is no nginx.
pub(crate) async fn start() -> Result<Option<Nginx>> {
    let Some(program) = program() else { return Ok(None) };
    let dir = tempfile::tempdir()?;
    let host = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let place = dir.path().display();
    let user = if std::fs::metadata("/proc/self").is_ok_and(|own| is_root(&own)) { "user root;" } else { "" };
    let text = format!(
        "{user} daemon off; master_process off; pid {place}/pid; error_log {place}/log;\n\
         events {{}}\n\
         http {{ access_log off; client_body_temp_path {place}/temp; client_max_body_size 0;\n\
         server {{ listen {host}; root {place}/files; location / {{ dav_methods PUT; create_full_put_path on; }} }} }}"
    );
    std::fs::create_dir(dir.path().join("files"))?;
    let config = dir.path().join("conf");
    std::fs::write(&config, text)?;
    let mut command = Command::new(program);
    command.arg("-p").arg(dir.path()).arg("-c").arg(&config).stdout(Stdio::null()).stderr(Stdio::null());
    let mut nginx = Nginx { host, child: command.spawn()?, _dir: dir };
    let began = Instant::now();
    while TcpStream::connect(&nginx.host).await.is_err() {
        if began.elapsed() > PATIENCE || nginx.child.try_wait()?.is_some() {
            bail!("nginx does not start");
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(Some(nginx))
}

fn is_root(own: &std::fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(own) == 0
}
