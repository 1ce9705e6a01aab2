//! Forms with files: read part by part. What is held of one before it is known what it belongs to is bounded, which the
//! parser itself does not do: it takes in whatever has arrived, and waits for the end of a part's headers however long they are.

use crate::disposition::Disposition;
use axum::body::{Body, HttpBody};
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Request};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};

/// How much may stand before a part, with its headers, or come in at once.
const AHEAD: u64 = 1 << 20;

/// A form.
pub(crate) struct Form {
    parts: Multipart,
    ahead: Arc<AtomicU64>,
}

/// One part of it.
pub(crate) struct Part<'f> {
    /// What it is called.
    pub(crate) said: Disposition,
    field: Field<'f>,
    ahead: &'f AtomicU64,
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = MultipartRejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, MultipartRejection> {
        let ahead = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&ahead);
        let request = request.map(|body| Body::new(Metered { body, ahead: counted, pauses: false }));
        Ok(Self { parts: Multipart::from_request(request, state).await?, ahead })
    }
}

impl Form {
    /// The next part; what is left of the one before is passed over.
    pub(crate) async fn next(&mut self) -> Result<Option<Part<'_>>, MultipartError> {
        let Self { parts, ahead } = self;
        let field = parts.next_field().await?;
        ahead.store(0, Ordering::Relaxed);
        Ok(field.map(|field| Part { said: Disposition::of(field.headers()), field, ahead }))
    }
}

impl Part<'_> {
    /// Its next piece.
    pub(crate) async fn chunk(&mut self) -> Result<Option<Bytes>, MultipartError> {
        let piece = self.field.chunk().await?;
        self.ahead.store(0, Ordering::Relaxed);
        Ok(piece)
    }

    /// Whether it is the file: it is called `file`, in whatever case.
    pub(crate) fn is_file(&self) -> bool {
        self.said.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("file"))
    }
}

/// A body that hands on one frame at a time, and no more than [`AHEAD`] until somebody has made something of it.
struct Metered {
    body: Body,
    ahead: Arc<AtomicU64>,
    pauses: bool,
}

impl HttpBody for Metered {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if std::mem::take(&mut self.pauses) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        let length =
            frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref()).map_or(0, |data| data.len() as u64);
        self.pauses = length > 0;
        if self.ahead.fetch_add(length, Ordering::Relaxed) + length > AHEAD {
            let error = io::Error::other("the headers of a part are too long, or a part that nobody takes is");
            return Poll::Ready(Some(Err(axum::Error::new(error))));
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
