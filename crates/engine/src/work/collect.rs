//! Blobs that nothing refers to: left by uploads that were cut off, by files and packages that were deleted or replaced,
//! by clean-ups, which all remove only rows because a blob may be shared by its digest.
//!
//! A blob goes when no row of any area refers to it and nobody has written it for a day, so that an upload whose row is
//! not committed yet keeps its bytes. The folder is looked at in pages, one per run; the database is asked between
//! walking and removing, and no transaction is open during either.

use super::{Hold, Turn, Workflow};
use crate::cx::Cx;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::blob::BlobId;
use store::blob_age::{Page, in_use};

/// How long a blob is left alone after it was written, whoever needs it.
pub const SAFE_AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// How often the whole folder is looked at.
const EVERY: Duration = Duration::from_secs(6 * 60 * 60);
/// How many blobs are looked at in one run.
const PAGE: usize = 500;

/// Removes them; runs for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollectBlobs {}

/// How far this process is; after a start it begins again.
#[derive(Debug, Default)]
struct Position(Mutex<Option<BlobId>>);

impl Workflow for CollectBlobs {
    const KIND: &'static str = "blobs.collect";

    fn key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let position = cx.cache::<Position>();
        let after = position.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let before = cx.now().minus(SAFE_AGE);
        let Page { old, next } = cx.blobs.old(after, PAGE, before).await?;
        let unused = unused(cx, old).await?;
        let removed = cx.blobs.remove_old(unused, before).await?;
        if removed > 0 {
            tracing::info!(removed, "blobs that nothing refers to were removed");
            metrics::counter!("ropeway_blobs_removed_total").increment(removed as u64);
        }
        let wait = if next.is_some() { Duration::ZERO } else { EVERY };
        *position.0.lock().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(Turn::wait(self, wait))
    }
}

async fn unused(cx: &Cx, old: Vec<BlobId>) -> Result<Vec<BlobId>> {
    if old.is_empty() {
        return Ok(old);
    }
    let asked = old.clone();
    let used = cx.db.report(async move |tx| Ok::<_, Error>(in_use(tx, &asked).await?)).await?;
    Ok(old.into_iter().filter(|id| !used.contains(id.as_str())).collect())
}
