//! Who writes where in the folder of blobs.
//!
//! Several processes may share one folder: replicas on PostgreSQL do. Each has a folder of its own for what is not
//! finished, named by its process id and held by a lock, so that names never meet and nobody takes away what a living
//! process writes. A folder whose lock is free is left over, and goes with the next one that opens the blobs.

use crate::error::{Error, Result};
use crate::private;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// Where unfinished blobs are.
const TMP: &str = "tmp";
const LOCK: &str = "lock";
/// What nobody holds a lock for may be that of an older release, or of a process that is about to take one.
const STALE: Duration = Duration::from_hours(24);

/// The folder of one process for what is not finished. Goes when it is dropped.
#[derive(Debug)]
pub(crate) struct Claim {
    dir: PathBuf,
    made_at: SystemTime,
    next: AtomicU64,
    _lock: File,
}

impl Claim {
    /// Takes a folder nobody has.
    pub(crate) fn take(blobs: &Path) -> Result<Claim> {
        let tmp = blobs.join(TMP);
        private::make_dir(&tmp)?;
        let process = std::process::id();
        let dir = (0_u64..).map(|n| tmp.join(format!("{process}-{n}"))).find_map(|dir| made(dir).transpose());
        let dir = dir.unwrap_or_else(|| Err(Error::other("no name is left for a folder of unfinished blobs")))?;
        // It has its name only when it is locked, so nobody finds it free.
        let unnamed = dir.join("lock.new");
        let lock = private::create_new(&unnamed)?;
        lock.lock()?;
        fs::rename(&unnamed, dir.join(LOCK))?;
        let made_at = fs::metadata(&dir)?.modified()?;
        Ok(Claim { dir, made_at, next: AtomicU64::new(0), _lock: lock })
    }

    /// A path that nobody else uses.
    pub(crate) fn path(&self) -> PathBuf {
        self.dir.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }

    /// Removes what processes left that are gone. What cannot be removed now can be later.
    pub(crate) fn remove_left_over(&self) -> Result<()> {
        let Some(tmp) = self.dir.parent() else { return Ok(()) };
        for entry in fs::read_dir(tmp)? {
            let path = entry?.path();
            if path == self.dir || path.file_name().is_some_and(|name| name == LOCK) {
                continue;
            }
            if let Err(cause) = self.remove_if_left_over(&path) {
                tracing::warn!(path = %path.display(), %cause, "an unfinished blob cannot be removed");
            }
        }
        Ok(())
    }

    fn remove_if_left_over(&self, path: &Path) -> std::io::Result<()> {
        let found = match fs::metadata(path) {
            // Another one removes it, too.
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
            found => found?,
        };
        let old = self.made_at.duration_since(found.modified()?).is_ok_and(|age| age > STALE);
        if !found.is_dir() {
            return if old { fs::remove_file(path) } else { Ok(()) };
        }
        let left_over = match File::open(path.join(LOCK)).map(|lock| lock.try_lock()) {
            Ok(Ok(())) => true,
            Ok(Err(TryLockError::WouldBlock)) => false,
            Ok(Err(TryLockError::Error(_))) | Err(_) => old,
        };
        if left_over { fs::remove_dir_all(path) } else { Ok(()) }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // What is left is left over, and found as such.
        drop(fs::remove_dir_all(&self.dir));
    }
}

fn made(dir: PathBuf) -> Result<Option<PathBuf>> {
    match private::make_new_dir(&dir) {
        Ok(()) => Ok(Some(dir)),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(None),
        Err(cause) => Err(cause.into()),
    }
}

/// Held while blobs get their names; see [`crate::blob::Blobs`].
pub(crate) fn naming(blobs: &Path) -> std::io::Result<File> {
    let tmp = blobs.join(TMP);
    private::open(&tmp.join(LOCK))
}
