//! The folder of blobs: files named by their SHA-256, written once, never changed.
//!
//! A blob is there completely or not at all: it is written under another name, hashed on the way, synced, and then
//! renamed, and the folder is synced too before anybody is told. Memory stays flat whatever the size. Several
//! processes may share a folder; `blob_claim` keeps what they write apart.

use crate::blob_claim::{Claim, naming};
use crate::error::{Error, Result};
use crate::private;
use aws_lc_rs::digest;
use bytes::Bytes;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

pub use model::BlobId;

/// How many bytes or chunks travel to the blocking side together, since waking a thread costs more than a chunk, and
/// how many such batches may wait there.
const BATCH_BYTES: usize = 1 << 20;
const BATCH_CHUNKS: usize = 64;
const BATCHES: usize = 2;

/// From this size on, hashing, writing and syncing go on at the same time, each on a thread of its own.
const LARGE: u64 = 4 << 20;

/// After that many bytes the disk is told to begin, so that the last sync is short.
const FLUSH: u64 = 32 << 20;

/// What was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its name, and thereby its digest.
    pub id: BlobId,
    /// How many bytes it has.
    pub size: u64,
}

/// A blob that is being read.
#[derive(Debug)]
pub struct Reader {
    /// The file, at its beginning.
    pub file: tokio::fs::File,
    /// How many bytes it has.
    pub size: u64,
}

/// A folder of blobs. Cloning is cheap and gives the same one.
#[derive(Debug, Clone)]
pub struct Blobs {
    dir: Arc<Path>,
    /// Taken before something is written.
    claim: Arc<OnceLock<Claim>>,
}

impl Blobs {
    /// Opens the folder, makes it if it is not there, and removes what processes left unfinished that are gone.
    pub fn open(dir: impl Into<PathBuf>) -> Result<Blobs> {
        let blobs = Blobs::at(dir);
        private::make_dir(&blobs.dir)?;
        blobs.claim()?.remove_left_over()?;
        sync_dir(&blobs.dir)?;
        Ok(blobs)
    }

    /// The folder, untouched until something is read or written: for who may need none of its blobs.
    pub fn at(dir: impl Into<PathBuf>) -> Blobs {
        Blobs { dir: dir.into().into(), claim: Arc::default() }
    }

    fn claim(&self) -> Result<&Claim> {
        if let Some(claim) = self.claim.get() {
            return Ok(claim);
        }
        let taken = Claim::take(&self.dir)?;
        Ok(self.claim.get_or_init(|| taken))
    }

    /// Begins a blob of at most `limit` bytes. Needs a runtime; the work is done on a blocking thread.
    #[must_use]
    pub fn writer(&self, limit: u64) -> Writer {
        let (batches, incoming) = mpsc::channel(BATCHES);
        let blobs = self.clone();
        let stored = tokio::task::spawn_blocking(move || blobs.receive(incoming));
        Writer { batches, stored: Some(stored), batch: Vec::new(), waiting: 0, size: 0, limit }
    }

    /// Opens a blob for reading.
    pub async fn reader(&self, id: &BlobId) -> Result<Reader> {
        let file = tokio::fs::File::open(self.path(id)).await?;
        let size = file.metadata().await?.len();
        Ok(Reader { file, size })
    }

    /// Opens a blob for code that reads and seeks by itself, on a thread where blocking is allowed.
    pub fn file(&self, id: &BlobId) -> Result<File> {
        Ok(File::open(self.path(id))?)
    }

    /// Whether there is such a blob.
    pub async fn exists(&self, id: &BlobId) -> Result<bool> {
        Ok(tokio::fs::try_exists(self.path(id)).await?)
    }

    /// Removes a blob and tells whether it was there.
    pub async fn remove(&self, id: &BlobId) -> Result<bool> {
        match tokio::fs::remove_file(self.path(id)).await {
            Ok(()) => Ok(true),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(cause) => Err(cause.into()),
        }
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Gives a file its name, and with it the present time: whatever was there before, the blob is young now. This is
    /// done under a shared lock, so that no process judges a blob old while it is written once more.
    fn name(&self, file: Unfinished, path: &Path) -> Result<()> {
        let naming = naming(&self.dir)?;
        naming.lock_shared()?;
        #[expect(clippy::disallowed_methods, reason = "the age of a file is told by the clock of its disk")]
        file.file.set_modified(std::time::SystemTime::now())?;
        file.rename(path)
    }

    /// Removes a blob if nobody has written it since `before`, and tells whether it did. Only for those that nothing
    /// refers to.
    pub(crate) fn remove_if_old(&self, id: &BlobId, before: std::time::SystemTime) -> Result<bool> {
        let naming = naming(&self.dir)?;
        naming.lock()?;
        let path = self.path(id);
        match fs::metadata(&path).and_then(|found| found.modified()) {
            Ok(written) if written < before => {
                fs::remove_file(path)?;
                Ok(true)
            }
            Ok(_) => Ok(false),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(cause) => Err(cause.into()),
        }
    }

    fn path(&self, id: &BlobId) -> PathBuf {
        let name = id.as_str();
        self.dir.join(&name[0..2]).join(&name[2..4]).join(name)
    }

    /// The blocking side of a [`Writer`].
    fn receive(&self, mut incoming: mpsc::Receiver<Part>) -> Result<Stored> {
        let mut file = Unfinished::create(self.claim()?.path())?;
        let mut hash = Hash::Here(digest::Context::new(&digest::SHA256));
        let mut flusher = None;
        let mut size = 0;
        loop {
            let chunks = match incoming.blocking_recv() {
                Some(Part::Chunks(chunks)) => chunks,
                Some(Part::End) => break,
                None => return Err(Error::other("the writer of a blob was dropped")),
            };
            for chunk in &chunks {
                file.file.write_all(chunk)?;
                size += chunk.len() as u64;
            }
            if size > LARGE {
                let flusher = match &mut flusher {
                    Some(flusher) => flusher,
                    none => none.insert(Flusher::start(&file.file)?),
                };
                flusher.written(size);
                hash = hash.move_apart()?;
            }
            hash.update(chunks)?;
        }
        let id = BlobId::of(hash.finish()?.finish().as_ref());
        flusher.map(Flusher::end).transpose()?;
        self.keep(file, &id)?;
        Ok(Stored { id, size })
    }

    /// Syncs the file, gives it its name, and syncs the folders that changed.
    fn keep(&self, file: Unfinished, id: &BlobId) -> Result<()> {
        file.file.sync_all()?;
        let path = self.path(id);
        let inner = path.parent().unwrap_or(&self.dir);
        let outer = inner.parent().unwrap_or(&self.dir);
        let new_outer = make_dir(outer)?;
        let new_inner = make_dir(inner)?;
        self.name(file, &path)?;
        sync_dir(inner)?;
        if new_inner {
            sync_dir(outer)?;
        }
        if new_outer {
            sync_dir(&self.dir)?;
        }
        Ok(())
    }
}

enum Part {
    Chunks(Vec<Bytes>),
    End,
}

/// A blob that is being written. Dropping it before [`Writer::finish`] leaves nothing behind.
#[derive(Debug)]
pub struct Writer {
    batches: mpsc::Sender<Part>,
    stored: Option<JoinHandle<Result<Stored>>>,
    batch: Vec<Bytes>,
    waiting: usize,
    size: u64,
    limit: u64,
}

impl Writer {
    /// Adds bytes; waits while the disk is behind. After an error the blob is lost.
    pub async fn write(&mut self, chunk: Bytes) -> Result<()> {
        self.size += chunk.len() as u64;
        if self.size > self.limit {
            return Err(Error::TooLarge { limit: self.limit });
        }
        self.waiting += chunk.len();
        self.batch.push(chunk);
        if self.waiting < BATCH_BYTES && self.batch.len() < BATCH_CHUNKS {
            return Ok(());
        }
        self.waiting = 0;
        let batch = std::mem::take(&mut self.batch);
        self.send(Part::Chunks(batch)).await
    }

    async fn send(&mut self, part: Part) -> Result<()> {
        match self.batches.send(part).await {
            Ok(()) => Ok(()),
            Err(_) => Err(self.ending().await.err().unwrap_or_else(|| Error::other("the blob ended too early"))),
        }
    }

    /// Waits until the blob is safe on the disk, and tells its name.
    pub async fn finish(mut self) -> Result<Stored> {
        if self.size > self.limit {
            return Err(Error::TooLarge { limit: self.limit });
        }
        let batch = std::mem::take(&mut self.batch);
        self.send(Part::Chunks(batch)).await?;
        self.send(Part::End).await?;
        self.ending().await
    }

    /// How the other side ended; it can be asked once.
    async fn ending(&mut self) -> Result<Stored> {
        match self.stored.take() {
            Some(stored) => stored.await.map_err(Error::other)?,
            None => Err(Error::other("the blob was lost after an earlier error")),
        }
    }
}

/// The hash of what was written so far: computed here, or on a thread of its own.
enum Hash {
    Here(digest::Context),
    Apart(SyncSender<Vec<Bytes>>, std::thread::JoinHandle<digest::Context>),
}

impl Hash {
    fn move_apart(self) -> Result<Hash> {
        let Hash::Here(mut context) = self else { return Ok(self) };
        let (chunks, incoming) = sync_channel::<Vec<Bytes>>(1);
        let body = move || {
            incoming.iter().flatten().for_each(|chunk| context.update(&chunk));
            context
        };
        let thread = std::thread::Builder::new().name("blob-hash".to_owned()).spawn(body)?;
        Ok(Hash::Apart(chunks, thread))
    }

    fn update(&mut self, chunks: Vec<Bytes>) -> Result<()> {
        match self {
            Hash::Here(context) => chunks.iter().for_each(|chunk| context.update(chunk)),
            Hash::Apart(thread, _) => thread.send(chunks).map_err(Error::other)?,
        }
        Ok(())
    }

    fn finish(self) -> Result<digest::Context> {
        match self {
            Hash::Here(context) => Ok(context),
            Hash::Apart(chunks, thread) => {
                drop(chunks);
                thread.join().map_err(|_| Error::other("the thread that hashes panicked"))
            }
        }
    }
}

/// Has the disk keep up with what was written.
struct Flusher {
    nudge: SyncSender<()>,
    thread: std::thread::JoinHandle<std::io::Result<()>>,
    nudged: u64,
}

impl Flusher {
    fn start(file: &File) -> Result<Flusher> {
        let file = file.try_clone()?;
        let (nudge, nudges) = sync_channel(1);
        let body = move || nudges.iter().try_for_each(|()| file.sync_data());
        let thread = std::thread::Builder::new().name("blob-flush".to_owned()).spawn(body)?;
        Ok(Flusher { nudge, thread, nudged: 0 })
    }

    /// Tells how many bytes are in the file by now.
    fn written(&mut self, size: u64) {
        // A nudge that still waits covers these bytes too.
        if size >= self.nudged + FLUSH && self.nudge.try_send(()).is_ok() {
            self.nudged = size;
        }
    }

    /// A sync that failed counts: the system may report it only once, so the last sync could pass.
    fn end(self) -> Result<()> {
        drop(self.nudge);
        Ok(self.thread.join().map_err(|_| Error::other("the thread that syncs panicked"))??)
    }
}

/// A file that goes away unless it gets its final name.
struct Unfinished {
    file: File,
    path: Option<PathBuf>,
}

impl Unfinished {
    fn create(path: PathBuf) -> Result<Unfinished> {
        let file = private::create_new(&path)?;
        Ok(Unfinished { file, path: Some(path) })
    }

    fn rename(mut self, to: &Path) -> Result<()> {
        if let Some(path) = &self.path {
            fs::rename(path, to)?;
            self.path = None;
        }
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(path) = self.path.take() {
            // What cannot be removed now is removed at the next start.
            drop(fs::remove_file(path));
        }
    }
}

/// Makes a folder and tells whether it is new.
fn make_dir(dir: &Path) -> Result<bool> {
    match private::make_new_dir(dir) {
        Ok(()) => Ok(true),
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(cause) => Err(cause.into()),
    }
}

/// Without this a new name in the folder may be gone after a power cut.
fn sync_dir(dir: &Path) -> Result<()> {
    Ok(File::open(dir)?.sync_all()?)
}
