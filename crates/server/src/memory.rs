//! Large request bodies that a use case wants whole take their room of [`engine::memory`]; so does what goes out whole,
//! packages and artifacts, until its last byte was sent, and what an upload holds that is written to the disk while it
//! comes in.

use axum::body::{Body, HttpBody};
use bytes::{Bytes, BytesMut};
pub(crate) use engine::memory::{Room, room};
use engine::{Cx, Error, Kind};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

/// How much of a content is handed on at a time.
const PIECE: usize = 256 << 10;
/// A body may have this before it asks for room.
const UNCOUNTED: usize = 64 << 10;

/// A body in memory. Its room is free again when this goes, so it stays until the work with the bytes is done.
pub(crate) struct Held {
    pub(crate) bytes: Bytes,
    _room: Option<Room>,
}

/// What an upload takes up that is written to the disk while it comes in.
const STREAMED: u64 = 4 << 20;

/// Counts an upload that is written to the disk while it comes in: one that is not small asks for room.
#[derive(Default)]
pub(crate) struct Streamed {
    size: usize,
    room: Option<Room>,
}

impl Streamed {
    /// So many bytes more.
    ///
    /// # Errors
    /// Unavailable, when there is no room for a while.
    pub(crate) async fn count(&mut self, cx: &Cx, bytes: usize) -> Result<(), Error> {
        self.size = self.size.saturating_add(bytes);
        if self.room.is_none() && self.size > UNCOUNTED {
            self.room = Some(room(cx, STREAMED).await?);
        }
        Ok(())
    }
}

/// Why a body is not read.
pub(crate) enum Refused {
    /// It is larger than allowed.
    TooLarge,
    /// It broke off, or came too slowly.
    BrokeOff,
    NoRoom(Error),
}

impl Refused {
    /// The refusal, with the service's own sentence for a body that is too large.
    pub(crate) fn or_too_large(self, message: impl Into<String>) -> Error {
        match self {
            Self::TooLarge => Error::new(Kind::TooLarge, message),
            Self::BrokeOff => Error::invalid("The body broke off; send it again"),
            Self::NoRoom(error) => error,
        }
    }
}

/// Reads a body of at most `largest` bytes.
pub(crate) async fn read(cx: &Cx, mut body: Body, largest: usize) -> Result<Held, Refused> {
    let declared = body.size_hint().exact();
    if declared.is_some_and(|length| length > largest as u64) {
        return Err(Refused::TooLarge);
    }
    let mut held = match declared {
        Some(length) if length > UNCOUNTED as u64 => Some(room(cx, length).await.map_err(Refused::NoRoom)?),
        _ => None,
    };
    let mut all = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame.map_err(|_| Refused::BrokeOff)?.into_data() else { continue };
        if all.len() + piece.len() > largest {
            return Err(Refused::TooLarge);
        }
        if held.is_none() && all.len() + piece.len() > UNCOUNTED {
            held = Some(room(cx, largest as u64).await.map_err(Refused::NoRoom)?);
        }
        all.extend_from_slice(&piece);
    }
    Ok(Held { bytes: all.freeze(), _room: held })
}

/// Content that goes out whole. Its room is free again when the last piece was taken, or nobody reads it any more.
pub(crate) fn counted(content: Bytes, room: Room) -> Body {
    Body::new(Counted { rest: content, _room: room })
}

struct Counted {
    rest: Bytes,
    _room: Room,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let length = self.rest.len().min(PIECE);
        let piece = self.rest.split_to(length);
        Poll::Ready((length > 0).then_some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
