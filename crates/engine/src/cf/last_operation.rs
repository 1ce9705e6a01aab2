//! What was done last to an instance or a key, and how it went.

use crate::platform::operation::Operation;
use model::Time;
use model::cf::CallState;
use store::cf_job::CfJob;

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It goes on.
    InProgress,
    /// Well.
    Succeeded,
    /// Not.
    Failed,
}

/// What was done last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastOperation {
    /// `create`, `update` or `delete`.
    pub kind: String,
    /// How it went.
    pub progress: Progress,
    /// Why it failed.
    pub description: Option<String>,
    pub created_at: Time,
    /// When it was last heard of.
    pub updated_at: Time,
}

impl LastOperation {
    /// What a call that has not ended well says.
    pub(crate) fn of_call(row: &CfJob) -> Self {
        let kind = row.operation.rsplit('.').next().unwrap_or_default();
        let progress = match row.state {
            CallState::Processing | CallState::Polling => Progress::InProgress,
            CallState::Complete => Progress::Succeeded,
            CallState::Failed => Progress::Failed,
        };
        Self {
            kind: kind.to_owned(),
            progress,
            description: row.failure.clone(),
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }

    /// What the platform did last.
    pub(crate) fn done(done: Operation) -> Self {
        Self {
            kind: done.kind.word().to_owned(),
            progress: Progress::Succeeded,
            description: None,
            created_at: done.at,
            updated_at: done.at,
        }
    }
}
