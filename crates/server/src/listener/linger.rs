//! The lingering close: a socket closed over unread bytes resets the connection, and the client loses the answer that
//! it has not read yet. So the write side is closed, and what still comes is thrown away for a while.

use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

/// As nginx: at most half a minute, and five seconds of silence.
const LONGEST: Duration = Duration::from_secs(30);
const QUIET: Duration = Duration::from_secs(5);
/// The most that is thrown away.
const MOST: usize = 256 << 20;

/// Closes the write side and reads on until the client has closed too, within bounds.
pub(super) async fn close<S: AsyncRead + AsyncWrite + Unpin>(stream: &mut S) {
    let drained = async {
        if stream.shutdown().await.is_err() {
            return;
        }
        let (mut buffer, mut left) = (vec![0; 16 << 10], MOST);
        while let Ok(Ok(read)) = timeout(QUIET, stream.read(&mut buffer)).await {
            left = left.saturating_sub(read);
            if read == 0 || left == 0 {
                return;
            }
        }
    };
    let _ = timeout(LONGEST, drained).await;
}
