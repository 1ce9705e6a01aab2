//! Files and folders that nobody but their owner may look into.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Result};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// What others may do.
const OTHERS: u32 = 0o077;

/// Makes a folder, with all above it; one that is there is closed to others, too.
///
/// # Errors
/// When it cannot be made.
pub fn make_dir(dir: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
    close(dir)
}

/// Makes one folder that must not be there yet, in one that is.
///
/// # Errors
/// When it is there, or cannot be made.
pub fn make_new_dir(dir: &Path) -> Result<()> {
    DirBuilder::new().mode(0o700).create(dir)
}

/// A file to be written, made if it is not there, and closed to others in either case. What it holds stays.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<File> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    close(path)?;
    Ok(file)
}

/// A file that must not be there yet.
///
/// # Errors
/// When it is there, or cannot be made.
pub fn create_new(path: &Path) -> Result<File> {
    OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)
}

/// Takes from others what they may do with a file or folder, if it is there. One that belongs to somebody else, as a
/// mounted volume may, is left to who runs the system.
///
/// # Errors
/// When it cannot be looked at.
pub fn close(path: &Path) -> Result<()> {
    let mode = match fs::metadata(path) {
        Ok(found) => found.permissions().mode(),
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(cause),
    };
    if mode & OTHERS == 0 {
        return Ok(());
    }
    match fs::set_permissions(path, Permissions::from_mode(mode & !OTHERS)) {
        Err(cause) if cause.kind() == ErrorKind::PermissionDenied => {
            tracing::warn!(path = %path.display(), "others may look into it, and it is not ours to change");
            Ok(())
        }
        outcome => outcome,
    }
}
