//! Large request bodies that a use case wants whole: how much of them is in memory at once is bounded, and who finds no
//! room waits for a while and is then told to come again.

use axum::body::{Body, HttpBody};
use bytes::{Bytes, BytesMut};
use engine::{Cx, Error, Kind};
use http_body_util::BodyExt;
use std::sync::{Arc, OnceLock};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Room is counted in these.
const KIB: u64 = 1 << 10;
/// A body that does not say how long it is may have this before it asks for room.
const UNCOUNTED: usize = 64 << 10;

/// A body in memory. Its room is free again when this goes, so it stays until the work with the bytes is done.
pub(crate) struct Held {
    /// The body.
    pub(crate) bytes: Bytes,
    _room: Option<OwnedSemaphorePermit>,
}

/// Why a body is not read.
pub(crate) enum Refused {
    /// It is larger than allowed.
    TooLarge,
    /// It broke off, or came too slowly.
    BrokeOff,
    /// There is no room.
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
        Some(length) => Some(room(cx, length).await?),
        None => None,
    };
    let mut all = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame.map_err(|_| Refused::BrokeOff)?.into_data() else { continue };
        if all.len() + piece.len() > largest {
            return Err(Refused::TooLarge);
        }
        if held.is_none() && all.len() + piece.len() > UNCOUNTED {
            held = Some(room(cx, largest as u64).await?);
        }
        all.extend_from_slice(&piece);
    }
    Ok(Held { bytes: all.freeze(), _room: held })
}

#[derive(Default)]
struct Memory(OnceLock<(Arc<Semaphore>, u64)>);

/// Room for that many bytes; for all there is, where that is less.
async fn room(cx: &Cx, bytes: u64) -> Result<OwnedSemaphorePermit, Refused> {
    let memory = cx.cache::<Memory>();
    let (free, all) = memory.0.get_or_init(|| {
        let all = (cx.settings.max_body_memory / KIB).clamp(1, u64::from(u32::MAX));
        (Arc::new(Semaphore::new(usize::try_from(all).unwrap_or(Semaphore::MAX_PERMITS))), all)
    });
    let wanted = u32::try_from(bytes.div_ceil(KIB).min(*all)).unwrap_or(u32::MAX);
    let free = Arc::clone(free).acquire_many_owned(wanted);
    timeout(cx.settings.body_patience, free).await.ok().and_then(Result::ok).ok_or_else(|| {
        let message = "too many large uploads run at once; try again later, or raise limits.max_body_memory";
        Refused::NoRoom(Error::new(Kind::Unavailable, message))
    })
}
