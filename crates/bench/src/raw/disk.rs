//! Writing a file, and forgetting what was read.

use anyhow::Result;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Bytes a second into a file that is synced at the end.
pub(crate) fn write(folder: &Path, size: usize) -> Result<f64> {
    let (block, path, began) = (vec![5; 1 << 20], folder.join("raw"), Instant::now());
    let mut file = File::create(&path)?;
    for _ in 0..size >> 20 {
        file.write_all(&block)?;
    }
    file.sync_all()?;
    let rate = size as f64 / began.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

/// Takes a file out of the page cache; `false` where that is not possible. Only the file's own pages are dropped: what
/// others on this machine have read stays.
pub(crate) fn forget(file: &Path) -> bool {
    let mut dd = Command::new("dd");
    dd.arg(format!("if={}", file.display())).args(["iflag=nocache", "count=0"]);
    dd.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The same for all files in a folder and below.
pub(crate) fn forget_all(folder: &Path) -> Result<bool> {
    let mut forgotten = true;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        forgotten &= if path.is_dir() { forget_all(&path)? } else { forget(&path) };
    }
    Ok(forgotten)
}
