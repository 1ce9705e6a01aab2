//! A server that answers every request with the same bytes.

use anyhow::Result;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Fixed {
    pub(crate) host: String,
    task: JoinHandle<()>,
}

impl Drop for Fixed {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Answers `body` on a free port.
pub(crate) async fn serve(body: &[u8]) -> Result<Fixed> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let host = listener.local_addr()?.to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    let answer: Arc<[u8]> = [head.as_bytes(), body].concat().into();
    let task = tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(answer_all(socket, Arc::clone(&answer)));
        }
    });
    Ok(Fixed { host, task })
}

/// Requests without a body, one after the other.
async fn answer_all(mut socket: TcpStream, answer: Arc<[u8]>) -> std::io::Result<()> {
    socket.set_nodelay(true)?;
    let mut seen = Vec::with_capacity(4 << 10);
    loop {
        seen.clear();
        while !seen.ends_with(b"\r\n\r\n") {
            if socket.read_buf(&mut seen).await? == 0 {
                return Ok(());
            }
        }
        socket.write_all(&answer).await?;
    }
}
