//! A small HTTP/1.1 load: connections that are kept open, one call after the other on each.

use anyhow::{Context, Result, ensure};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// How many connections a load has.
pub(crate) const CONNECTIONS: usize = 16;
/// How long a load runs before it counts.
const WARM_UP: Duration = Duration::from_millis(300);

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
        Ok(Self(BufReader::with_capacity(64 << 10, socket)))
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

    /// Reads an answer, which must be a 2xx.
    pub(crate) async fn answer(&mut self) -> Result<Vec<u8>> {
        let (status, body) = self.any_answer().await?;
        ensure!((200..300).contains(&status), "the server answers {status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }

    /// Reads an answer with its status, whatever that is.
    pub(crate) async fn any_answer(&mut self) -> Result<(u16, Vec<u8>)> {
        let (mut line, mut length) = (String::new(), 0);
        self.0.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.context("the connection was closed")?;
        loop {
            line.clear();
            if self.0.read_line(&mut line).await? == 0 || line.trim().is_empty() {
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
        Ok((status, body))
    }
}

/// The bytes of a call.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let lines: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{lines}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// The same call over [`CONNECTIONS`] connections for this long.
pub(crate) async fn load(host: &str, span: Duration, call: Vec<u8>) -> Result<Load> {
    let end = Instant::now() + WARM_UP + span;
    let mut tasks = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        tasks.push(tokio::spawn(one(host.to_owned(), end - span, end, call.clone())));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    Ok(Load { rate: times.len() as f64 / span.as_secs_f64(), p99 })
}

/// How long each call took that came back between the two moments.
async fn one(host: String, from: Instant, to: Instant, call: Vec<u8>) -> Result<Vec<Duration>> {
    let (mut connection, mut times) = (Connection::open(&host).await?, Vec::new());
    loop {
        let started = Instant::now();
        connection.call(&call).await?;
        let ended = Instant::now();
        if ended > to {
            return Ok(times);
        }
        if ended >= from {
            times.push(ended - started);
        }
    }
}
