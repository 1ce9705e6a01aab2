//! Files that no request refers to after a day are removed: a pipeline that failed between its two calls left them.
//!
//! Only their rows go. A blob may be shared by digest with other areas, so it is not this work's to remove.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Turn, Workflow};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How old such a file may grow.
const AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// How often to look.
const EVERY: Duration = Duration::from_secs(60 * 60);
/// How many go in one transaction.
const BATCH: i64 = 500;

/// Removes what is too old; runs for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanUp {}

impl Workflow for CleanUp {
    const KIND: &'static str = "transport.clean_up";

    fn key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let too_old = cx.now().minus(AGE);
        let removed = cx.db.write(async move |tx| {
            let files = store::file::unattached(tx, too_old, BATCH).await?;
            for file in &files {
                store::file::delete_unattached(tx, *file).await?;
            }
            Ok::<_, Error>(files.len())
        });
        let more = removed.await? == usize::try_from(BATCH).unwrap_or_default();
        Ok(Turn::wait(self, if more { Duration::ZERO } else { EVERY }))
    }
}
