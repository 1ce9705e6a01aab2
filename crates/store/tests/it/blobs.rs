//! The folder of blobs.

use crate::kit::run;
use bytes::Bytes;
use std::path::Path;
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
        } else {
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

#[test]
fn what_a_crash_left_is_removed_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("tmp")).unwrap();
    std::fs::write(dir.path().join("tmp/0"), "half a bl").unwrap();
    Blobs::open(dir.path()).unwrap();
    assert!(files(dir.path()).is_empty());
}

#[test]
fn a_path_is_no_name_of_a_blob() {
    assert!("../../etc/passwd".parse::<BlobId>().is_err());
    assert!(ABC.to_uppercase().parse::<BlobId>().is_err());
}
