//! Files that no request refers to after a day are removed: a pipeline that failed between its two calls left them.
//!
//! Only their rows go. A blob may be shared by digest with other areas, so it is not this job's to remove.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::job::{Job, Next};
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

impl Job for CleanUp {
    const NAME: &'static str = "transport.clean_up";

    fn dedup_key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn run(self, cx: &Cx) -> Result<Next> {
        let too_old = cx.now().minus(AGE);
        let removed = cx.db.write(async move |tx| {
            let files = store::file::unattached(tx, too_old, BATCH).await?;
            for file in &files {
                store::file::delete_unattached(tx, *file).await?;
            }
            Ok::<_, Error>(files.len())
        });
        let more = removed.await? == usize::try_from(BATCH).unwrap_or_default();
        Ok(Next::Again(if more { Duration::ZERO } else { EVERY }))
    }
}
