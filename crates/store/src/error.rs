//! The one error of this crate. Both engines give the same variant for the same mistake.

use std::fmt;
use std::path::PathBuf;

/// What a store call answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value that must be unique is there already. The name is PostgreSQL's default one, on both engines.
    #[error("a value is taken already ({constraint})")]
    Unique {
        /// `table_column_key`, or `table_pkey` for the primary key.
        constraint: String,
    },
    /// A row refers to one that is not there, or is still referred to.
    #[error("a row refers to one that does not exist, or is still referred to")]
    ForeignKey {
        /// The constraint; only PostgreSQL tells.
        constraint: Option<String>,
    },
    /// More work waits than can be done soon; try again later.
    #[error("the store is overloaded, try again later")]
    Overloaded,
    /// A statement failed and the closure went on as if it had not; everything was rolled back.
    #[error("an earlier statement of this transaction failed")]
    Poisoned,
    /// A closure awaited something else than its own statements; everything was rolled back.
    #[error("a transaction waited for something other than the store")]
    Suspended,
    /// A closure panicked; everything it had done was rolled back.
    #[error("a transaction panicked: {0}")]
    Panicked(String),
    /// A stored row that no code of ours can have written.
    #[error("the row {id} of {table} is corrupt: {what}")]
    Corrupt {
        table: &'static str,
        /// Its key, as text.
        id: String,
        /// What is wrong with it.
        what: String,
    },
    /// What was asked for is not there.
    #[error("not found")]
    NotFound,
    /// The engine cannot be reached, is full, or gave up; trying again may help.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    /// The disk has no place for it; nothing of it was kept.
    #[error("the disk is full: {0}")]
    Full(String),
    /// A write in a read transaction.
    #[error("a read transaction cannot write")]
    ReadOnly,
    /// The data was written by a newer release.
    #[error(
        "the data has schema version {found}, this release knows versions up to {known}: start the newer release that \
         wrote it, or restore the copy made before the upgrade"
    )]
    SchemaTooNew {
        /// The version found.
        found: i64,
        /// The newest version this release knows.
        known: i64,
    },
    /// Another process works on the data directory.
    #[error("the data directory {} is in use by {holder}: stop that one first, or choose another directory", dir.display())]
    Locked {
        /// The directory.
        dir: PathBuf,
        /// Who says to hold it.
        holder: String,
    },
    /// More bytes than allowed.
    #[error("larger than the {limit} bytes allowed")]
    TooLarge {
        /// The largest size that would have passed.
        limit: u64,
    },
    /// Anything else; a bug, or a broken environment.
    #[error(transparent)]
    Other(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// A row that cannot be: `Error::corrupt("node", id, "forward_mode is 'X'")`.
    pub fn corrupt(table: &'static str, id: impl fmt::Display, what: impl fmt::Display) -> Error {
        Error::Corrupt { table, id: id.to_string(), what: what.to_string() }
    }

    /// The same, with the table that the row is of.
    #[must_use]
    pub fn of_table(mut self, name: &'static str) -> Error {
        if let Error::Corrupt { table, .. } = &mut self {
            *table = name;
        }
        self
    }

    /// An error that is only told, never decided upon.
    pub fn other(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::Other(cause.into())
    }

    /// Whether this is the violation of that constraint: `e.is_unique("node_name_key")`.
    #[must_use]
    pub fn is_unique(&self, name: &str) -> bool {
        matches!(self, Error::Unique { constraint } if constraint == name)
    }
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Error {
        match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound,
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded | std::io::ErrorKind::FileTooLarge => {
                Error::Full(cause.to_string())
            }
            _ => Error::other(cause),
        }
    }
}
