//! A scripted server: it remembers what it was asked and answers what the test says.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What was asked.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Asked {
    /// The value of a header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Its body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What is answered. Status 0: nothing at all, the connection stays open.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// One without headers of its own.
pub fn reply(status: u16, body: impl Into<Vec<u8>>) -> Reply {
    Reply { status, headers: Vec::new(), body: body.into() }
}

/// Runs on a free port as long as the test.
#[derive(Debug, Clone)]
pub struct Server {
    pub port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Starts one that answers by this rule.
    pub async fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let server = Self { port: listener.local_addr().expect("a bound socket").port(), asked: Arc::default() };
        let (asked, answer) = (Arc::clone(&server.asked), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
                tokio::spawn(async move {
                    serve(socket, &asked, &*answer).await.ok();
                });
            }
        });
        server
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// All it was asked so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no panic holds it").clone()
    }

    /// How often it was asked for this path.
    #[must_use]
    pub fn count(&self, path: &str) -> usize {
        self.asked().iter().filter(|asked| asked.path == path).count()
    }
}

async fn serve(
    socket: TcpStream,
    seen: &Mutex<Vec<Asked>>,
    answer: &(dyn Fn(&Asked) -> Reply + Send + Sync),
) -> std::io::Result<()> {
    let mut socket = BufReader::new(socket);
    let asked = read(&mut socket).await?;
    let reply = answer(&asked);
    seen.lock().expect("no panic holds it").push(asked);
    if reply.status == 0 {
        std::future::pending::<()>().await;
    }
    let mut head =
        format!("HTTP/1.1 {} X\r\nconnection: close\r\ncontent-length: {}\r\n", reply.status, reply.body.len());
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    socket.write_all(format!("{head}\r\n").as_bytes()).await?;
    socket.write_all(&reply.body).await?;
    socket.shutdown().await
}

async fn read(socket: &mut BufReader<TcpStream>) -> std::io::Result<Asked> {
    let first = line(socket).await?;
    let mut words = first.split(' ').map(str::to_owned);
    let mut asked =
        Asked { method: words.next().unwrap_or_default(), path: words.next().unwrap_or_default(), ..Asked::default() };
    loop {
        let text = line(socket).await?;
        let Some((name, value)) = text.split_once(": ") else { break };
        asked.headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    if asked.header("transfer-encoding") == Some("chunked") {
        asked.body = chunks(socket).await?;
    } else if let Some(length) = asked.header("content-length").and_then(|l| l.parse().ok()) {
        asked.body = vec![0; length];
        socket.read_exact(&mut asked.body).await?;
    }
    Ok(asked)
}

async fn chunks(socket: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let length = usize::from_str_radix(&line(socket).await?, 16).unwrap_or(0);
        let mut piece = vec![0; length];
        socket.read_exact(&mut piece).await?;
        line(socket).await?;
        body.extend(piece);
        if length == 0 {
            return Ok(body);
        }
    }
}

async fn line(socket: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    socket.read_line(&mut text).await?;
    Ok(text.trim_end().to_owned())
}
