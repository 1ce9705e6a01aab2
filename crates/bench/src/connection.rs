//! A small HTTP/1.1 load: connections that are kept open, one call after the other on each.

use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// What a load came to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) rate: f64,
    pub(crate) p99: Duration,
}

/// One connection.
#[derive(Debug)]
pub(crate) struct Connection(BufReader<TcpStream>);

impl Connection {
    pub(crate) async fn open(host: &str) -> Result<Self> {
        let socket = TcpStream::connect(host).await?;
        socket.set_nodelay(true)?;
        Ok(Self(BufReader::new(socket)))
    }

    /// Sends the whole call and reads the whole answer, which must be a 2xx.
    pub(crate) async fn call(&mut self, request: &[u8]) -> Result<Vec<u8>> {
        self.0.get_mut().write_all(request).await?;
        self.answer().await
    }

    /// Sends a part of a call.
    pub(crate) async fn send(&mut self, part: &[u8]) -> Result<()> {
        Ok(self.0.get_mut().write_all(part).await?)
    }

    /// Reads an answer.
    pub(crate) async fn answer(&mut self) -> Result<Vec<u8>> {
        let (mut line, mut length) = (String::new(), 0);
        self.0.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).unwrap_or_default().to_owned();
        loop {
            line.clear();
            self.0.read_line(&mut line).await?;
            if line.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().context("content-length")?;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        ensure!(status.starts_with('2'), "{status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }
}

/// The bytes of a call.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{lines}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// Calls over this many connections for this long; `make` is told the number of the connection.
pub(crate) async fn load(
    host: &str,
    connections: usize,
    span: Duration,
    make: impl Fn(usize) -> Vec<u8> + Send + Sync + 'static,
) -> Result<Load> {
    let (make, began) = (Arc::new(make), Instant::now());
    let mut tasks = Vec::with_capacity(connections);
    for index in 0..connections {
        let (host, make) = (host.to_owned(), Arc::clone(&make));
        tasks.push(tokio::spawn(async move {
            let (mut connection, mut times) = (Connection::open(&host).await?, Vec::new());
            while began.elapsed() < span {
                let started = Instant::now();
                connection.call(&make(index)).await?;
                times.push(started.elapsed());
            }
            anyhow::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    Ok(Load { rate: times.len() as f64 / began.elapsed().as_secs_f64(), p99 })
}
