//! One connection: requests in a row, until the client or a limit ends it.

use super::watch::{Marker, Phase, Watch};
use super::{Limits, linger};
use crate::edge::Progress;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tower::ServiceExt;

/// The most of a header; what HTTP servers in front of such services take, with room for long tokens.
const HEADER: usize = 64 << 10;

/// Serves requests until the connection ends, then closes it so that the last answer is not lost.
pub(super) async fn serve<S>(stream: S, peer: SocketAddr, router: Router, limits: Limits, watch: Watch)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let marker = watch.marker();
    let io = TokioIo::new(Watched { stream, marker: marker.clone() });
    let (marked, progress, stopping) = (marker.clone(), limits.progress, watch.stopping());
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        marked.enter(Phase::Busy);
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(Progress(progress));
        request.extensions_mut().insert(stopping.clone());
        let (router, marker) = (router.clone(), marked.clone());
        let answered = async move {
            let response = router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {});
            Ok::<_, Infallible>(response.map(|body| Ended { body, marker }))
        };
        Box::pin(answered)
    });
    let mut connection = http1::Builder::new().max_header_size(HEADER).serve_connection(io, service);
    let (mut leaving, mut stopping) = (false, false);
    let ended = loop {
        tokio::select! {
            _ = std::future::poll_fn(|cx| connection.poll_without_shutdown(cx)) => break true,
            () = watch.expired(&limits) => break false,
            () = watch.evicted(), if !leaving => leaving = true,
            () = watch.stopped(), if !stopping => stopping = true,
        }
        // One that is idle ends at this; one that has begun to ask is heard, unless its room is needed.
        if leaving && watch.phase() == Phase::Head {
            break false;
        }
        Pin::new(&mut connection).graceful_shutdown();
    };
    if ended && !leaving {
        marker.enter(Phase::Lingering);
        let mut stream = connection.into_parts().io.into_inner().stream;
        tokio::select! {
            () = linger::close(&mut stream, limits.progress) => {}
            () = watch.evicted() => {}
            () = watch.stopped() => {}
        }
    }
}

/// The bytes of a connection, as they pass.
struct Watched<S> {
    stream: S,
    marker: Marker,
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        if buf.filled().len() > before {
            self.marker.received();
        }
        Poll::Ready(Ok(()))
    }
}

impl<S> Watched<S> {
    fn sent<T>(&self, poll: Poll<T>) -> Poll<T> {
        self.marker.sent(poll.is_ready());
        poll
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.sent(poll)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.sent(poll)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_flush(cx);
        self.sent(poll)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// An answer's body; with its end the connection waits for the next request.
struct Ended {
    body: Body,
    marker: Marker,
}

impl hyper::body::Body for Ended {
    type Data = bytes::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.marker.enter(Phase::Idle);
    }
}
