//! A step that failed: the cause and the fix.

use std::fmt;

/// Why a step failed, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What was seen.
    pub cause: String,
    pub fix: String,
}

/// What a step answers: what it saw.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

impl Failure {
    /// A failure with its cause; the fix is the step's own unless another is given.
    pub fn new(cause: impl Into<String>) -> Self {
        Self { cause: cause.into(), fix: String::new() }
    }

    /// With what to do.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = fix.into();
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.cause)?;
        if self.fix.is_empty() { Ok(()) } else { write!(f, "; {}", self.fix) }
    }
}

impl std::error::Error for Failure {}

impl From<client::Error> for Failure {
    fn from(error: client::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<mta::Error> for Failure {
    fn from(error: mta::Error) -> Self {
        Self::new(format!("the package cannot be read: {error}"))
    }
}
