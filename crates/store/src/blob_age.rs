//! Old blobs: walking through the folder in pages, and removing what nothing refers to any more.
//!
//! Which blobs rows refer to is read here too ([`in_use`]), over all areas: a table that gets a column for a digest, or
//! a plan that names one, is added to the statements below, and the story of the collector then covers it.
//!
//! Why a live blob never goes: whoever makes a reference to a blob has written it (then it is young, also when the
//! same bytes were there before) or copies the digest from a row in the same transaction (then it is in use all along).

use crate::blob::{BlobId, Blobs};
use crate::dialect;
use crate::error::{Error, Result};
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use model::{OperationId, Time};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Some of the blobs, in the order of their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Those that nobody has written for long.
    pub old: Vec<BlobId>,
    /// Where to go on; none after the last one.
    pub next: Option<BlobId>,
}

impl Blobs {
    /// Looks at `limit` blobs behind `after`, and tells which of them were last written before `before`.
    pub async fn old(&self, after: Option<BlobId>, limit: usize, before: Time) -> Result<Page> {
        let (blobs, before) = (self.clone(), system(before));
        let walk = move || walk(blobs.dir(), after.as_ref(), limit, before);
        tokio::task::spawn_blocking(walk).await.map_err(Error::other)?
    }

    /// Removes those of the blobs that are still as old as that, and tells how many. Nothing may refer to them.
    pub async fn remove_old(&self, unused: Vec<BlobId>, before: Time) -> Result<usize> {
        let (blobs, before) = (self.clone(), system(before));
        let remove = move || {
            let mut removed = 0;
            for id in &unused {
                removed += usize::from(blobs.remove_if_old(id, before)?);
            }
            Ok(removed)
        };
        tokio::task::spawn_blocking(remove).await.map_err(Error::other)?
    }
}

fn system(time: Time) -> SystemTime {
    let micros = u64::try_from(time.micros()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}

/// The folder is two levels deep; each level is read in the order of its names, and what is behind us is left out.
fn walk(dir: &Path, after: Option<&BlobId>, limit: usize, before: SystemTime) -> Result<Page> {
    let after = after.map_or("", BlobId::as_str);
    let (outer, inner) = (after.get(..2).unwrap_or_default(), after.get(2..4).unwrap_or_default());
    let (mut page, mut seen) = (Page::default(), 0);
    for first in names(dir, 2)?.into_iter().filter(|name| name.as_str() >= outer) {
        let from = if first == outer { inner } else { "" };
        for second in names(&dir.join(&first), 2)?.into_iter().filter(|name| name.as_str() >= from) {
            let folder = dir.join(&first).join(&second);
            for name in names(&folder, 64)?.into_iter().filter(|name| name.as_str() > after) {
                let Ok(id) = name.parse::<BlobId>() else { continue };
                let written = fs::metadata(folder.join(&name)).and_then(|found| found.modified());
                // One that has just gone is nobody's concern.
                if written.is_ok_and(|written| written < before) {
                    page.old.push(id.clone());
                }
                seen += 1;
                if seen == limit {
                    page.next = Some(id);
                    return Ok(page);
                }
            }
        }
    }
    Ok(page)
}

/// The names of this length in a folder, sorted.
fn names(dir: &Path, length: usize) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        names.extend(entry?.file_name().into_string().ok().filter(|name| name.len() == length));
    }
    names.sort_unstable();
    Ok(names)
}

record! {
    /// The plan of something that is under way; it names blobs somewhere in its text.
    struct PlanRow {
        id: OperationId,
        plan: String,
    }
}

const IMPORT_PLANS: &str = "select plan from import_run where is_open = true";
const DEPLOY_PLANS: &str = "select id, plan from deploy_operation where ended_at is null and plan is not null";

/// Those of the blobs that any row refers to.
pub async fn in_use(tx: &mut Tx, blobs: &[BlobId]) -> Result<BTreeSet<String>> {
    let quoted: Vec<String> = blobs.iter().map(|id| format!("\"{id}\"")).collect();
    let used: Vec<String> = tx.query(dialect::BLOBS_IN_USE, p![format!("[{}]", quoted.join(","))]).await?;
    let mut used: BTreeSet<String> = used.into_iter().collect();
    let mut note = |plan: &str| {
        used.extend(blobs.iter().map(BlobId::as_str).filter(|id| plan.contains(id)).map(str::to_owned));
    };
    let each = |plan: String| {
        note(&plan);
        Ok(())
    };
    tx.each(IMPORT_PLANS, p![], each).await?;
    let sealed: Vec<PlanRow> = tx.query(DEPLOY_PLANS, p![]).await?;
    for mut row in sealed {
        tx.unseal(Column::DeployPlan, row.id.0, &mut row.plan)?;
        note(&row.plan);
    }
    Ok(used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(dir: &Path, digits: &str) -> BlobId {
        let name = format!("{digits:0<64}");
        let folder = dir.join(&name[..2]).join(&name[2..4]);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(&name), "x").unwrap();
        name.parse().unwrap()
    }

    /// All pages of a folder, each of at most `limit` blobs.
    fn all(dir: &Path, limit: usize, before: SystemTime) -> Vec<BlobId> {
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = walk(dir, after.as_ref(), limit, before).unwrap();
            assert!(page.old.len() <= limit);
            found.extend(page.old);
            match page.next {
                Some(next) => after = Some(next),
                None => return found,
            }
        }
    }

    #[test]
    fn pages_show_every_blob_once_in_order_whatever_their_length() {
        let dir = tempfile::tempdir().unwrap();
        let mut blobs: Vec<BlobId> = ["00", "0001", "00017", "00018", "01", "aa01", "aa02", "ff", "ffff"]
            .map(|name| put(dir.path(), name))
            .into();
        blobs.sort();
        fs::create_dir(dir.path().join("tmp")).unwrap();
        fs::write(dir.path().join("tmp/7"), "half").unwrap();
        fs::write(dir.path().join("00/00/readme"), "not ours").unwrap();
        let later = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40);
        for limit in 1..=blobs.len() + 1 {
            assert_eq!(all(dir.path(), limit, later), blobs, "pages of {limit}");
        }
        assert!(all(dir.path(), 3, SystemTime::UNIX_EPOCH).is_empty(), "none is older than time");
    }
}
