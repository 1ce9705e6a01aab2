//! The lingering close: a socket closed over unread bytes resets the connection, and the client loses the answer that
//! it has not read yet. So the write side is closed, and what still comes is thrown away for a while.

use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

/// As nginx.
const LONGEST: Duration = Duration::from_secs(30);
const QUIET: Duration = Duration::from_secs(5);
/// The least that comes in each such span, or it is not waited for.
const LEAST: usize = 16 << 10;
/// The most that is thrown away.
const MOST: usize = 256 << 20;

/// Closes the write side and reads on until the client has closed too, within bounds; `progress` is how long a client
/// may be silent anyway.
pub(super) async fn close<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S, progress: Duration) {
    let drained = async {
        if stream.shutdown().await.is_err() {
            return;
        }
        let (mut buffer, mut left) = (vec![0; LEAST], MOST);
        while left > 0 && timeout(QUIET.min(progress), filled(stream, &mut buffer)).await.unwrap_or(false) {
            left = left.saturating_sub(buffer.len());
        }
    };
    let _ = timeout(LONGEST, drained).await;
}

/// Whether the stream has that much, and goes on.
async fn filled<S: AsyncRead + Unpin>(stream: &mut S, buffer: &mut [u8]) -> bool {
    stream.read_exact(buffer).await.is_ok()
}
