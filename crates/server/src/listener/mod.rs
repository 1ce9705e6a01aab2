//! Connections: accepted, secured, served, bounded in number and time, and closed so that the last answer arrives.
//!
//! HTTP/1.1, plain or over TLS. What a connection does is written down in its [`Watch`]; whoever says nothing for too
//! long is closed, and at the most connections the one that has waited longest makes room for a new one. Not here: what
//! happens to a request (`edge`).

mod connection;
mod linger;
mod watch;

pub(crate) use watch::Stopping;

use axum::Router;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use watch::{Shared, Watch};

/// How long accepting pauses where the process has no file descriptor left.
const BREATH: Duration = Duration::from_millis(50);

/// What a connection may take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// For the TLS handshake, and from a request's first byte to the end of its header.
    pub header: Duration,
    /// In each such span a body that is waited for moves by a KiB at least, and so does an answer.
    pub progress: Duration,
    /// Between two requests.
    pub idle: Duration,
    /// How many connections are open at once.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        let (header, progress, idle) = (Duration::from_secs(15), Duration::from_secs(30), Duration::from_secs(75));
        Self { header, progress, idle, connections: 800 }
    }
}

/// A listener and what it serves.
pub struct Listener {
    /// Where connections arrive.
    pub socket: TcpListener,
    /// With it, over TLS only.
    pub tls: Option<Arc<ServerConfig>>,
    pub router: Router,
    pub limits: Limits,
}

impl Listener {
    /// Serves until `stop` says so, then until the requests that run have ended. Dropping the future ends them at once.
    ///
    /// # Errors
    /// The socket is broken; a connection that fails is nobody's error.
    pub async fn serve(self, stop: tokio::sync::watch::Receiver<bool>) -> io::Result<()> {
        let shared = Arc::new(Shared::new(stop));
        let (listener, mut tasks) = (Arc::new(self), JoinSet::new());
        loop {
            tokio::select! {
                biased;
                () = shared.stopped() => break,
                Some(_) = tasks.join_next() => {}
                accepted = listener.socket.accept() => match accepted {
                    Ok((stream, peer)) => {
                        if !make_room(&listener.limits, &shared, &mut tasks).await {
                            break;
                        }
                        tasks.spawn(one(Arc::clone(&listener), stream, peer, Watch::enter(&shared)));
                    }
                    Err(error) => refused(&error, &shared).await?,
                },
            }
        }
        // Newcomers are refused from here on.
        drop(listener);
        while tasks.join_next().await.is_some() {}
        Ok(())
    }
}

/// Waits until there is room for one more; `false`: it is over.
async fn make_room(limits: &Limits, shared: &Shared, tasks: &mut JoinSet<()>) -> bool {
    while tasks.len() >= limits.connections {
        shared.evict();
        tokio::select! {
            () = shared.stopped() => return false,
            _ = tasks.join_next() => {}
            () = shared.waiting() => {}
        }
    }
    true
}

/// Without file descriptors the longest waiting connection gives its own up; other errors belong to one newcomer.
async fn refused(error: &io::Error, shared: &Shared) -> io::Result<()> {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted, InvalidInput};
    match error.kind() {
        ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted => {}
        InvalidInput => return Err(io::Error::new(InvalidInput, error.to_string())),
        _ => {
            tracing::warn!(%error, "no connection can be accepted; raise the limit of open files or lower limits.max_connections");
            shared.evict();
            tokio::time::sleep(BREATH).await;
        }
    }
    Ok(())
}

async fn one(listener: Arc<Listener>, stream: TcpStream, peer: SocketAddr, watch: Watch) {
    let _ = stream.set_nodelay(true);
    let (limits, router) = (listener.limits.clone(), listener.router.clone());
    let tls = listener.tls.clone().map(TlsAcceptor::from);
    drop(listener);
    match tls {
        None => connection::serve(stream, peer, router, limits, watch).await,
        Some(tls) => {
            let handshake = tokio::time::timeout(limits.header, tls.accept(stream));
            let done = tokio::select! { done = handshake => done, () = watch.evicted() => return };
            if let Ok(Ok(stream)) = done {
                connection::serve(stream, peer, router, limits, watch).await;
            }
        }
    }
}
