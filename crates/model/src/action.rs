//! Transport actions: one logged operation on one or more requests.

use crate::queue::Outcome;
use crate::word::words;
use crate::{ActionId, EntryId, RequestId};
use serde::{Deserialize, Serialize};

words! {
    /// What was done.
    ActionType, "action type", "NE, NU, I, DQ, RQ, FQ", {
        /// Exported to the nodes that follow.
        NodeExport = "NE",
        /// Put into the queue of the node itself.
        NodeUpload = "NU",
        /// Imported.
        Import = "I",
        /// Removed from a queue.
        Remove = "DQ",
        /// Made repeatable.
        Reset = "RQ",
        /// Handed on to the nodes that follow.
        Forward = "FQ",
    }
}

words! {
    /// How far an action, a request in it, or an entry is.
    ActionStatus, "action status", "succeeded, warning, error, fatal, running, initial, unknown", {
        /// Done.
        Succeeded = "succeeded",
        /// Done, with warnings.
        Warning = "warning",
        /// Failed in part.
        Error = "error",
        /// Failed before anything was changed.
        Fatal = "fatal",
        /// Not ended.
        Running = "running",
        /// Not begun.
        Initial = "initial",
    }
}

impl From<Outcome> for ActionStatus {
    /// Actions know no "skipped": it counts as success.
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Skipped | Outcome::Succeeded => Self::Succeeded,
            Outcome::Warning => Self::Warning,
            Outcome::Error => Self::Error,
            Outcome::Fatal => Self::Fatal,
        }
    }
}

impl ActionStatus {
    /// The outcome it stands for; `None` while there is none.
    #[must_use]
    pub const fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Succeeded => Some(Outcome::Succeeded),
            Self::Warning => Some(Outcome::Warning),
            Self::Error => Some(Outcome::Error),
            Self::Fatal => Some(Outcome::Fatal),
            Self::Running | Self::Initial => None,
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Succeeded => 0,
            Self::Warning => 1,
            Self::Error => 2,
            Self::Fatal => 3,
            Self::Initial => 4,
            Self::Running => 5,
        }
    }

    /// What an action shows when its requests stand so: running while one is, else the worst.
    #[must_use]
    pub fn roll_up(all: impl IntoIterator<Item = Self>) -> Self {
        match all.into_iter().max_by_key(|status| status.rank()) {
            None => Self::Succeeded,
            Some(Self::Initial) => Self::Running,
            Some(worst) => worst,
        }
    }
}

words! {
    /// How grave a message is.
    Severity, "severity", "F, E, W, I", {
        /// Nothing was done.
        Fatal = "F",
        /// Something failed.
        Error = "E",
        /// Somebody should look.
        Warning = "W",
        /// Tells what happens.
        Info = "I",
    }
}

impl From<Outcome> for Severity {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Skipped | Outcome::Succeeded => Self::Info,
            Outcome::Warning => Self::Warning,
            Outcome::Error => Self::Error,
            Outcome::Fatal => Self::Fatal,
        }
    }
}

/// One entry of a request in an action, as stored inside the action's row for the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionEntity {
    pub id: EntryId,
    pub uri: String,
    pub file_name: String,
    pub status: ActionStatus,
}

/// A line of a log before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// About which request.
    pub request: RequestId,
    /// About which entry, or about the request as a whole.
    pub entry: Option<EntryId>,
    /// What sort of message: a word, or one blank when it was relayed from the deploy tool.
    pub message_id: &'static str,
    pub severity: Severity,
    pub text: String,
}

/// Where an action can be watched, relative to the API's root.
#[must_use]
pub fn monitoring_url(action: ActionId) -> String {
    format!("/v2/actions/{action}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_as_bad_as_its_worst_request_and_runs_as_long_as_one_does() {
        use ActionStatus as A;
        assert_eq!(A::roll_up([A::Succeeded, A::Warning]), A::Warning);
        assert_eq!(A::roll_up([A::Error, A::Fatal, A::Warning]), A::Fatal);
        assert_eq!(A::roll_up([A::Fatal, A::Running]), A::Running);
        assert_eq!(A::roll_up([A::Succeeded, A::Initial]), A::Running);
        assert_eq!(A::roll_up([]), A::Succeeded);
    }

    #[test]
    fn skipped_is_success_for_an_action() {
        assert_eq!(ActionStatus::from(Outcome::Skipped), ActionStatus::Succeeded);
        assert_eq!(ActionStatus::from(Outcome::Error), ActionStatus::Error);
        assert_eq!(Severity::from(Outcome::Skipped), Severity::Info);
        assert_eq!(Severity::from(Outcome::Fatal).word(), "F");
    }

    #[test]
    fn the_monitoring_url_is_relative() {
        assert_eq!(monitoring_url(ActionId(7200)), "/v2/actions/7200");
    }
}
