//! What a run or a check came to: one object, printed with `--json`.

use crate::proof::Proof;
use serde::{Deserialize, Serialize};

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Performed, or found done.
    Done,
    Failed,
    /// A check found nothing there.
    Missing,
    /// A check found something else than it should be.
    Wrong,
    /// There is no public API to look at it, or no key for it was given.
    NotCheckable,
}

/// One step's outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepReport {
    /// Its number, 0 to 54.
    pub number: u8,
    pub title: String,
    pub status: Status,
    pub saw: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fix: Option<String>,
    /// How long it took, in milliseconds.
    pub ms: u64,
}

/// The whole run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Whether every step was done and the proof holds.
    pub ok: bool,
    pub steps: Vec<StepReport>,
    /// That the package arrived, when the run came that far.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub proof: Option<Proof>,
    /// How long it all took, in milliseconds.
    #[serde(rename = "totalMs")]
    pub total_ms: u64,
}
