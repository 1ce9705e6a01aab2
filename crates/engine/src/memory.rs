//! Content that is in memory whole: how much of it there is at once is bounded, and who finds no room waits for a while and
//! is then told to come again. Bodies of requests, what is read from the disk to look into it, and what goes out share it.

use crate::cx::Cx;
use crate::error::{Error, Kind, Result};
use std::sync::{Arc, OnceLock};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Room is counted in these.
const KIB: u64 = 1 << 10;

/// Bytes that are counted until this goes.
#[derive(Debug)]
pub struct Room {
    _held: OwnedSemaphorePermit,
}

/// Content that was read, and counts until this goes.
#[derive(Debug)]
pub struct Loaded {
    pub bytes: Vec<u8>,
    pub room: Room,
}

#[derive(Default)]
struct Memory(OnceLock<Arc<Semaphore>>);

/// Room for that many bytes; for all there is, where that is less.
///
/// # Errors
/// Unavailable, when there is none for a while.
pub async fn room(cx: &Cx, bytes: u64) -> Result<Room> {
    take(cx, bytes, cx.settings.max_body_memory).await
}

/// The same for who may hold a body already: never more than half of all, so that no call waits for itself.
///
/// # Errors
/// As [`room`].
pub async fn room_beside_body(cx: &Cx, bytes: u64) -> Result<Room> {
    take(cx, bytes, cx.settings.max_body_memory / 2).await
}

async fn take(cx: &Cx, bytes: u64, most: u64) -> Result<Room> {
    let memory = cx.cache::<Memory>();
    let free = memory.0.get_or_init(|| {
        let all = (cx.settings.max_body_memory / KIB).clamp(1, u64::from(u32::MAX));
        Arc::new(Semaphore::new(usize::try_from(all).unwrap_or(Semaphore::MAX_PERMITS)))
    });
    let wanted = u32::try_from(bytes.div_ceil(KIB).min((most / KIB).max(1))).unwrap_or(u32::MAX);
    let free = Arc::clone(free).acquire_many_owned(wanted);
    let held = timeout(cx.settings.body_patience, free).await.ok().and_then(std::result::Result::ok);
    held.map(|held| Room { _held: held }).ok_or_else(|| {
        let message =
            "too many large uploads and downloads run at once; try again later, or raise limits.max_body_memory";
        Error::new(Kind::Unavailable, message)
    })
}
