//! The folder of blobs.

use crate::kit::run;
use bytes::Bytes;
use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use store::Error;
use store::blob::{BlobId, Blobs};
use tokio::io::AsyncReadExt;

const LIMIT: u64 = 1 << 30;

/// Of the bytes `abc`, from the standard.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn files(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files(&entry.path()));
        } else if entry.file_name() != "lock" {
            found.push(entry.file_name().into_string().unwrap());
        }
    }
    found
}

#[test]
fn a_blob_is_stored_under_its_digest_and_read_again() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(dir.path()).unwrap();
        for _ in 0..2 {
            let mut writer = blobs.writer(3);
            writer.write(Bytes::from_static(b"a")).await.unwrap();
            writer.write(Bytes::from_static(b"bc")).await.unwrap();
            let stored = writer.finish().await.unwrap();
            assert_eq!((stored.id.as_str(), stored.size), (ABC, 3));
        }
        let id: BlobId = ABC.parse().unwrap();
        assert!(dir.path().join("ba/78").join(ABC).exists());
        assert_eq!(files(dir.path()), [ABC]);
        let mut reader = blobs.reader(&id).await.unwrap();
        let mut text = String::new();
        reader.file.read_to_string(&mut text).await.unwrap();
        assert_eq!((text.as_str(), reader.size), ("abc", 3));
        assert!(blobs.exists(&id).await.unwrap());
        assert!(blobs.remove(&id).await.unwrap());
        assert!(!blobs.remove(&id).await.unwrap());
        assert!(matches!(blobs.reader(&id).await, Err(Error::NotFound)));
    });
}

#[test]
fn a_large_blob_has_the_same_digest_as_in_one_piece() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        let blobs = Blobs::open(dir.path()).unwrap();
        let chunk: Vec<u8> = (0..1_000_003_u32).map(|i| (i * 31 % 251) as u8).collect();
        let mut writer = blobs.writer(LIMIT);
        for _ in 0..40 {
            writer.write(Bytes::from(chunk.clone())).await.unwrap();
        }
        let stored = writer.finish().await.unwrap();
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &chunk.repeat(40));
        let digest: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((stored.id.as_str(), stored.size), (digest.as_str(), 40 * 1_000_003));
        assert_eq!(
            std::fs::read(dir.path().join(&digest[..2]).join(&digest[2..4]).join(&digest)).unwrap(),
            chunk.repeat(40)
        );
    });
}

#[test]
fn one_byte_too_many_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    run(async {
        let blobs = Blobs::open(dir.path()).unwrap();
        let mut writer = blobs.writer(3);
        writer.write(Bytes::from_static(b"abc")).await.unwrap();
        let outcome = writer.write(Bytes::from_static(b"d")).await;
        assert!(matches!(outcome, Err(Error::TooLarge { limit: 3 })));
        assert!(matches!(writer.finish().await, Err(Error::TooLarge { limit: 3 })));
    });
    // The end of the runtime waits for the blocking side.
    assert!(files(dir.path()).is_empty());
}

#[test]
fn a_dropped_writer_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    run(async {
        let blobs = Blobs::open(dir.path()).unwrap();
        let mut writer = blobs.writer(LIMIT);
        writer.write(Bytes::from_static(b"abc")).await.unwrap();
        drop(writer);
    });
    assert!(files(dir.path()).is_empty());
}

/// A folder for unfinished blobs as a process makes it; the lock is free if it is gone.
fn unfinished(dir: &Path, process: &str, name: &str) -> (PathBuf, File) {
    let own = dir.join("tmp").join(process);
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join(name), "half a bl").unwrap();
    (own.join(name), File::create(own.join("lock")).unwrap())
}

#[test]
fn what_a_crash_left_is_removed_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    unfinished(dir.path(), "1-0", "a");
    Blobs::open(dir.path()).unwrap();
    assert!(files(dir.path()).is_empty());
}

#[test]
fn what_a_living_process_writes_stays_whoever_opens_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let (half, lock) = unfinished(dir.path(), "1-0", "a");
    lock.lock().unwrap();
    // About to be locked, and of a release without locks: young, so perhaps in use.
    std::fs::create_dir(dir.path().join("tmp/2-0")).unwrap();
    std::fs::write(dir.path().join("tmp/7"), "half a bl").unwrap();
    drop(Blobs::open(dir.path()).unwrap());
    assert!(half.exists() && dir.path().join("tmp/2-0").exists() && dir.path().join("tmp/7").exists());
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for old in ["tmp/2-0", "tmp/7", "tmp/1-0"] {
        File::open(dir.path().join(old)).unwrap().set_modified(long_ago).unwrap();
    }
    drop(Blobs::open(dir.path()).unwrap());
    assert!(half.exists(), "its lock is held, however old it is");
    assert!(!dir.path().join("tmp/2-0").exists() && !dir.path().join("tmp/7").exists());
    drop(lock);
    drop(Blobs::open(dir.path()).unwrap());
    assert!(!half.exists(), "its lock is free");
}

#[test]
fn two_processes_upload_into_one_folder_and_neither_takes_anything_from_the_other() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        let first = Blobs::open(dir.path()).unwrap();
        let mut slow = first.writer(LIMIT);
        slow.write(Bytes::from(vec![b'x'; 2 << 20])).await.unwrap();
        let second = Blobs::open(dir.path()).unwrap();
        let mut other = second.writer(LIMIT);
        other.write(Bytes::from(vec![b'y'; 2 << 20])).await.unwrap();
        drop(Blobs::open(dir.path()).unwrap());
        let (slow, other) = (slow.finish().await.unwrap(), other.finish().await.unwrap());
        assert_eq!((slow.size, other.size), (2 << 20, 2 << 20));
        assert!(first.exists(&other.id).await.unwrap() && second.exists(&slow.id).await.unwrap());
        drop((first, second));
    });
}

#[test]
fn who_only_names_the_folder_does_not_touch_it() {
    let dir = tempfile::tempdir().unwrap();
    let blobs = Blobs::at(dir.path().join("blobs"));
    drop(blobs);
    assert!(!dir.path().join("blobs").exists());
}

#[test]
fn nobody_else_may_look_into_the_folder() {
    run(async {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("blobs");
        std::fs::create_dir(&folder).unwrap();
        std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        let blobs = Blobs::open(&folder).unwrap();
        let mut writer = blobs.writer(LIMIT);
        writer.write(Bytes::from_static(b"abc")).await.unwrap();
        writer.finish().await.unwrap();
        let mode = |path: &str| std::fs::metadata(folder.join(path)).unwrap().permissions().mode() & 0o777;
        for (path, wanted) in [("", 0o700), ("tmp", 0o700), ("ba", 0o700), ("ba/78", 0o700)] {
            assert_eq!(mode(path), wanted, "{path}");
        }
        assert_eq!(mode(&format!("ba/78/{ABC}")), 0o600);
    });
}

#[test]
fn a_path_is_no_name_of_a_blob() {
    assert!("../../etc/passwd".parse::<BlobId>().is_err());
    assert!(ABC.to_uppercase().parse::<BlobId>().is_err());
}
