//! Which blobs may go: never one that a row refers to, never one that was just written.

use crate::kit::{Answer, Fresh, on_both, run};
use bytes::Bytes;
use model::{SubaccountId, Time};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, SystemTime};
use store::blob::{BlobId, Blobs};
use store::blob_age::in_use;
use store::file::{Content, NewFile};
use store::{Db, file};
use uuid::Uuid;

/// Between the age of a blob that was aged and that of one that was not.
const BORDER: Time = Time(1_700_000_000_000_000);

async fn put(blobs: &Blobs, content: u8) -> BlobId {
    let mut writer = blobs.writer(10);
    writer.write(Bytes::from(vec![content; 3])).await.unwrap();
    writer.finish().await.unwrap().id
}

fn path(dir: &Path, id: &BlobId) -> std::path::PathBuf {
    let id = id.as_str();
    dir.join(&id[..2]).join(&id[2..4]).join(id)
}

/// As if it had been written long ago.
fn age(dir: &Path, id: &BlobId) {
    if let Ok(file) = std::fs::File::options().write(true).open(path(dir, id)) {
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000)).unwrap();
    }
}

/// What the job does, with pages of two.
async fn collect(db: &Db, blobs: &Blobs) {
    let mut after = None;
    loop {
        let page = blobs.old(after, 2, BORDER).await.unwrap();
        let asked = page.old.clone();
        let used = db.report(async move |tx| -> Answer<BTreeSet<String>> { in_use(tx, &asked).await }).await.unwrap();
        let unused = page.old.into_iter().filter(|id| !used.contains(id.as_str())).collect();
        blobs.remove_old(unused, BORDER).await.unwrap();
        match page.next {
            Some(next) => after = Some(next),
            None => return,
        }
    }
}

async fn refer(db: &Db, id: &BlobId) -> model::FileId {
    let content = Content::Blob(id.clone());
    let new = NewFile { name: "f".into(), content, size: 3, created_by: "t".into(), named_user: None };
    let insert = async move |tx: &mut store::Tx| file::insert(tx, SubaccountId(Uuid::nil()), &new, Time(0)).await;
    db.write(insert).await.unwrap()
}

#[test]
fn a_blob_that_is_written_again_is_young_again() {
    let dir = tempfile::tempdir().unwrap();
    run(async {
        let blobs = Blobs::open(dir.path()).unwrap();
        let id = put(&blobs, 1).await;
        age(dir.path(), &id);
        assert_eq!(blobs.old(None, 9, BORDER).await.unwrap().old, std::slice::from_ref(&id));
        // Somebody found it old, and then the same bytes came once more, their row not being there yet.
        put(&blobs, 1).await;
        assert_eq!(blobs.remove_old(vec![id.clone()], BORDER).await.unwrap(), 0);
        assert!(blobs.exists(&id).await.unwrap());
        age(dir.path(), &id);
        assert_eq!(blobs.remove_old(vec![id.clone()], BORDER).await.unwrap(), 1);
        assert_eq!(blobs.remove_old(vec![id], BORDER).await.unwrap(), 0, "it may be gone already");
    });
}

/// Writes, ages, refers, lets go and collects in a thousand orders: what a row refers to is there, what is young is
/// there, and the last collection leaves nothing else.
#[test]
fn a_live_blob_never_goes() {
    on_both(async |fresh: Fresh| {
        let dir = tempfile::tempdir().unwrap();
        let (db, blobs) = (fresh.db.clone(), Blobs::open(dir.path()).unwrap());
        let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut draw = |below: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) % below
        };
        let (mut live, mut young) = (BTreeMap::<BlobId, Vec<model::FileId>>::new(), BTreeSet::new());
        for _ in 0..600 {
            let content = u8::try_from(draw(6)).unwrap();
            match draw(6) {
                0 | 1 => {
                    let id = put(&blobs, content).await;
                    young.insert(id.clone());
                    if draw(2) == 0 {
                        let row = refer(&db, &id).await;
                        live.entry(id).or_default().push(row);
                    }
                }
                2 => {
                    // Every upload has its row by then, or was given up.
                    std::mem::take(&mut young).iter().for_each(|id| age(dir.path(), id));
                }
                3 => {
                    if let Some(mut entry) = live.first_entry() {
                        let row = entry.get_mut().pop();
                        if entry.get().is_empty() {
                            entry.remove();
                        }
                        let row = row.unwrap();
                        let gone = async move |tx: &mut store::Tx| file::delete_unattached(tx, row).await;
                        assert!(db.write(gone).await.unwrap());
                    }
                }
                _ => collect(&db, &blobs).await,
            }
            for id in live.keys().chain(&young) {
                assert!(blobs.exists(id).await.unwrap(), "{id} is gone");
            }
        }
        young.iter().for_each(|id| age(dir.path(), id));
        collect(&db, &blobs).await;
        let kept = blobs.old(None, 100, BORDER).await.unwrap().old;
        assert_eq!(kept, live.keys().cloned().collect::<Vec<_>>());
    });
}

/// A thousand blobs are asked about in one statement.
#[test]
fn a_whole_page_can_be_asked_about() {
    on_both(async |fresh: Fresh| {
        let ids: Vec<BlobId> = (0..1_000).map(|n: u32| format!("{n:064x}").parse().unwrap()).collect();
        refer(&fresh.db, &ids[7]).await;
        let used = fresh.db.read(async move |tx| -> Answer<BTreeSet<String>> { in_use(tx, &ids).await }).await.unwrap();
        assert_eq!(used.into_iter().collect::<Vec<_>>(), [format!("{:064x}", 7)]);
    });
}
