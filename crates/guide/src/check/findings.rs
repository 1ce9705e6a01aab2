//! What a look at one step found.

use crate::failure::Failure;
use crate::report::Status;

/// What was found, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) status: Status,
    pub(super) saw: String,
    pub(super) fix: Option<String>,
}

/// What a look goes on with, or the finding that ends it.
pub(super) type Looked<T = Finding> = Result<T, Finding>;

impl Finding {
    pub(super) fn done(saw: impl Into<String>) -> Self {
        Self { status: Status::Done, saw: saw.into(), fix: None }
    }

    pub(super) fn missing(saw: impl Into<String>) -> Self {
        Self { status: Status::Missing, saw: saw.into(), fix: None }
    }

    pub(super) fn wrong(saw: impl Into<String>) -> Self {
        Self { status: Status::Wrong, saw: saw.into(), fix: None }
    }

    pub(super) fn not_checkable(why: impl Into<String>) -> Self {
        Self { status: Status::NotCheckable, saw: why.into(), fix: None }
    }

    pub(super) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }
}

/// A look that could not be made is something wrong with what was looked at.
impl From<Failure> for Finding {
    fn from(failure: Failure) -> Self {
        let finding = Self::wrong(failure.cause);
        if failure.fix.is_empty() { finding } else { finding.fix(failure.fix) }
    }
}
