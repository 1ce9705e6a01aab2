//! A request's body: it must move while it is waited for, and what the handler left of it is read before the answer
//! goes out, because most clients read an answer only when they have sent everything.

use super::CORRELATION;
use crate::api::unknown;
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderValue, header};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until, timeout};

/// How long a body may stand still; the listener hands it in with each request.
#[derive(Debug, Clone, Copy)]
pub struct Progress(pub Duration);

const PROGRESS: Duration = Duration::from_secs(30);
/// A body that is waited for brings at least this in each span of progress.
const LEAST: usize = 1 << 10;
/// What is read on behalf of an answer that did not need it. More than that, and the answer goes out at once; the
/// connection then ends with it.
const DRAINED: usize = 64 << 20;
const DRAINED_WITHIN: Duration = Duration::from_secs(10);

/// The answer of `serve`, ready to be sent: the request's body is read to its end, or the connection closes behind it.
pub(super) async fn guarded<F>(request: Request, serve: impl FnOnce(Request) -> F) -> Response
where
    F: Future<Output = Response>,
{
    if request.body().is_end_stream() {
        return serve(request).await;
    }
    let path = request.uri().path().to_owned();
    let expects = request.headers().contains_key(header::EXPECT);
    let progress = request.extensions().get::<Progress>().map_or(PROGRESS, |progress| progress.0);
    let kept = Arc::new(Mutex::new(Rest::Held));
    let request = request.map(|body| Body::new(Paced::new(body, progress, Arc::clone(&kept))));
    let mut response = serve(request).await;
    let rest = std::mem::replace(&mut *kept.lock().unwrap_or_else(PoisonError::into_inner), Rest::Held);
    let keep = match rest {
        Rest::Held | Rest::Read => return response,
        Rest::TooSlow => {
            let correlation = response.headers_mut().remove(CORRELATION);
            response = unknown::too_slow(&path);
            response.headers_mut().extend(correlation.map(|id| (CORRELATION, id)));
            false
        }
        // Who asks first is told no before anything is sent.
        Rest::Left { asked_for: false, .. } if expects => false,
        Rest::Left { mut body, .. } => timeout(DRAINED_WITHIN, drained(&mut body)).await.unwrap_or(false),
    };
    if !keep {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Whether the body ended within the bound.
async fn drained(body: &mut Body) -> bool {
    let mut left = DRAINED;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return false };
        let Some(rest) = left.checked_sub(frame.data_ref().map_or(0, Bytes::len)) else { return false };
        left = rest;
    }
    true
}

/// What became of a body when its handler let go of it.
enum Rest {
    /// Somebody still has it.
    Held,
    Read,
    TooSlow,
    Left {
        body: Body,
        asked_for: bool,
    },
}

/// A body under a limit of time. The clock runs while the handler waits for the client, not while it works.
struct Paced {
    body: Body,
    progress: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    moved: usize,
    handed_out: Option<Instant>,
    end: Option<Rest>,
    asked_for: bool,
    kept: Arc<Mutex<Rest>>,
}

impl Paced {
    fn new(body: Body, progress: Duration, kept: Arc<Mutex<Rest>>) -> Self {
        Self { body, progress, waiting: None, moved: 0, handed_out: None, end: None, asked_for: false, kept }
    }

    /// The time that the handler took with the last piece is not the client's.
    fn resume(&mut self) {
        let Some(at) = self.handed_out.take() else { return };
        if let Some(waiting) = &mut self.waiting {
            let deadline = waiting.deadline() + at.elapsed();
            waiting.as_mut().reset(deadline);
        }
    }

    fn moved(&mut self, frame: &Frame<Bytes>) {
        self.handed_out = Some(Instant::now());
        self.moved += frame.data_ref().map_or(0, Bytes::len);
        if self.moved >= LEAST {
            (self.moved, self.waiting) = (0, None);
        }
    }

    fn is_late(&mut self, cx: &mut Context<'_>) -> bool {
        let progress = self.progress;
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + progress)));
        waiting.as_mut().poll(cx).is_ready()
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.asked_for = true;
        self.resume();
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                self.moved(&frame);
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(last) => {
                self.end = Some(Rest::Read);
                Poll::Ready(last)
            }
            Poll::Pending if self.is_late(cx) => {
                self.end = Some(Rest::TooSlow);
                Poll::Ready(Some(Err(axum::Error::new("the request's body came too slowly"))))
            }
            Poll::Pending => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Paced {
    fn drop(&mut self) {
        let asked_for = self.asked_for;
        let rest = match self.end.take() {
            Some(end) => end,
            None if self.body.is_end_stream() => Rest::Read,
            None => Rest::Left { body: std::mem::take(&mut self.body), asked_for },
        };
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = rest;
    }
}
