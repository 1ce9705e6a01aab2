//! What is older than five days goes: operations with what they said and held, and files that nobody needs.
//!
//! Only rows go: a blob may be shared by digest with other areas.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::work::{Hold, Turn, Workflow};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How old data may grow.
const AGE: Duration = Duration::from_secs(5 * 24 * 60 * 60);
/// How often to look.
const EVERY: Duration = Duration::from_secs(6 * 60 * 60);
/// How many operations go in one transaction.
const BATCH: i64 = 100;

/// Removes what is too old; runs for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CleanUpDeployments {}

impl Workflow for CleanUpDeployments {
    const KIND: &'static str = "deploy.clean_up";

    fn key(&self) -> Option<String> {
        Some(String::new())
    }

    async fn step(self, cx: &Cx, _hold: &Hold) -> Result<Turn<Self>> {
        let before = cx.now().minus(AGE);
        let removed = cx.db.write(async move |tx| {
            let old = store::operation::old(tx, before, BATCH).await?;
            for operation in &old {
                store::operation::delete(tx, *operation).await?;
            }
            store::deploy_file::delete_old(tx, before).await?;
            Ok::<_, Error>(old.len())
        });
        let more = removed.await? == usize::try_from(BATCH).unwrap_or_default();
        Ok(Turn::wait(self, if more { Duration::ZERO } else { EVERY }))
    }
}
