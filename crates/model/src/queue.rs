//! The import queue of a node: the state machine of a request in it, and the order of its entries.
//!
//! Every change of a status is a row of [`TABLE`]. Not there, because they belong to features that do not exist yet:
//! clean-up, central deletion and the release of modifiable requests.

use crate::word::words;
use crate::{NodeId, RequestId};
use std::collections::{BTreeMap, BTreeSet};

words! {
    /// The status of a request in one queue.
    #[derive(PartialOrd, Ord)]
    Status, "import status", "initial, repeat, fatal, running, succeeded, skipped, warning, error, deleted", {
        /// Not imported yet.
        Initial = "initial",
        /// To be imported again.
        Repeatable = "repeat",
        /// The last import deployed nothing; it may be tried again at once.
        Fatal = "fatal",
        /// Being imported.
        Running = "running",
        /// Imported.
        Succeeded = "succeeded",
        /// There was nothing to deploy.
        Skipped = "skipped",
        /// Imported, with warnings.
        Warning = "warning",
        /// Deployed in part or not; the content is at fault.
        Error = "error",
        /// Removed from the queue.
        Deleted = "deleted",
    }
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Initial,
        Self::Repeatable,
        Self::Fatal,
        Self::Running,
        Self::Succeeded,
        Self::Skipped,
        Self::Warning,
        Self::Error,
        Self::Deleted,
    ];

    /// Those an import takes.
    pub const IMPORTABLE: [Self; 3] = [Self::Initial, Self::Repeatable, Self::Fatal];

    /// The two letters by which queries filter.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Initial => "in",
            Self::Repeatable => "re",
            Self::Fatal => "fa",
            Self::Running => "ru",
            Self::Succeeded => "su",
            Self::Skipped => "sk",
            Self::Warning => "wa",
            Self::Error => "er",
            Self::Deleted => "de",
        }
    }

    /// Reads the code of a filter.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Whether an import takes it.
    #[must_use]
    pub fn is_importable(self) -> bool {
        Self::IMPORTABLE.contains(&self)
    }

    /// Whether somebody may hand it on by hand.
    #[must_use]
    pub const fn is_forwardable(self) -> bool {
        matches!(self, Self::Error | Self::Skipped | Self::Succeeded | Self::Warning)
    }
}

/// What happens to a request in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It comes: by upload, export, or forwarded from the node before.
    Arrives,
    /// An import takes it.
    ImportStarts,
    ImportEnds(Outcome),
    /// The deploy tool no longer knows the process, or it ran too long.
    Lost,
    /// Somebody wants to import it again.
    Reset,
    /// Somebody takes it out.
    Remove,
}

words! {
    /// How an import of a request ended.
    Outcome, "outcome", "skipped, succeeded, warning, error, fatal", {
        /// There was nothing to deploy.
        Skipped = "skipped",
        /// All is well.
        Succeeded = "succeeded",
        /// Deployed, with warnings.
        Warning = "warning",
        /// Deployed in part.
        Error = "error",
        /// Nothing was deployed.
        Fatal = "fatal",
    }
}

impl Outcome {
    /// Whether the On-Success mode hands it on.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Skipped | Self::Succeeded | Self::Warning)
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Skipped => 0,
            Self::Succeeded => 1,
            Self::Warning => 2,
            Self::Error => 3,
            Self::Fatal => 4,
        }
    }

    /// The worst of several; `Skipped` when there is none.
    #[must_use]
    pub fn worst(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().max_by_key(|outcome| outcome.rank()).unwrap_or(Self::Skipped)
    }

    /// The status that an entry of a queue has after it.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Skipped => Status::Skipped,
            Self::Succeeded => Status::Succeeded,
            Self::Warning => Status::Warning,
            Self::Error => Status::Error,
            Self::Fatal => Status::Fatal,
        }
    }
}

/// Where in the queue the entry stands afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where it stood.
    Kept,
    /// At the end.
    Last,
}

/// One row of the state machine.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// Its name in the reference.
    pub name: &'static str,
    /// Before; `None`: not in the queue.
    pub from: &'static [Option<Status>],
    pub event: Event,
    /// After.
    pub to: To,
    /// Where it stands.
    pub place: Place,
}

/// The status after a transition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// This one.
    Is(Status),
    /// The one it had.
    Same,
    /// The one it had, and [`Status::Repeatable`] instead of the outcome once the import ends.
    SameThenRepeatable,
}

use Status as S;
const INITIAL: Option<Status> = Some(S::Initial);
const REPEATABLE: Option<Status> = Some(S::Repeatable);
const FATAL: Option<Status> = Some(S::Fatal);
const RUNNING: Option<Status> = Some(S::Running);
const SUCCEEDED: Option<Status> = Some(S::Succeeded);
const SKIPPED: Option<Status> = Some(S::Skipped);
const WARNING: Option<Status> = Some(S::Warning);
const ERROR: Option<Status> = Some(S::Error);
const DELETED: Option<Status> = Some(S::Deleted);

const fn row(name: &'static str, from: &'static [Option<Status>], event: Event, to: To, place: Place) -> Transition {
    Transition { name, from, event, to, place }
}

/// All that can happen to a request in a queue.
pub const TABLE: [Transition; 12] = [
    row("T1 T2 T3", &[None], Event::Arrives, To::Is(S::Initial), Place::Last),
    row("T4", &[INITIAL, REPEATABLE], Event::Arrives, To::Same, Place::Last),
    row(
        "T5",
        &[DELETED, ERROR, FATAL, SKIPPED, SUCCEEDED, WARNING],
        Event::Arrives,
        To::Is(S::Repeatable),
        Place::Last,
    ),
    row("T6", &[RUNNING], Event::Arrives, To::SameThenRepeatable, Place::Last),
    row("T7", &[INITIAL, REPEATABLE, FATAL], Event::ImportStarts, To::Is(S::Running), Place::Kept),
    row("T8", &[RUNNING], Event::ImportEnds(Outcome::Succeeded), To::Is(S::Succeeded), Place::Kept),
    row("T9", &[RUNNING], Event::ImportEnds(Outcome::Warning), To::Is(S::Warning), Place::Kept),
    row("T10", &[RUNNING], Event::ImportEnds(Outcome::Error), To::Is(S::Error), Place::Kept),
    row("T11", &[RUNNING], Event::ImportEnds(Outcome::Fatal), To::Is(S::Fatal), Place::Kept),
    row("T12", &[RUNNING], Event::ImportEnds(Outcome::Skipped), To::Is(S::Skipped), Place::Kept),
    row("T13", &[RUNNING], Event::Lost, To::Is(S::Fatal), Place::Kept),
    row("T14", &[ERROR, SKIPPED, SUCCEEDED, WARNING], Event::Reset, To::Is(S::Repeatable), Place::Kept),
];

/// What may be removed: all but what is being imported (T15). Removing twice changes nothing.
const REMOVABLE: Transition = row(
    "T15",
    &[INITIAL, REPEATABLE, FATAL, SUCCEEDED, SKIPPED, WARNING, ERROR, DELETED],
    Event::Remove,
    To::Is(S::Deleted),
    Place::Kept,
);

/// A status that forbids what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("transport request {request} cannot be {}: its status is {status}{}", verb(*event), advice(*event, *status))]
pub struct WrongStatus {
    pub request: RequestId,
    pub status: Status,
    pub event: Event,
}

const fn verb(event: Event) -> &'static str {
    match event {
        Event::Arrives => "added",
        Event::ImportStarts => "imported",
        Event::ImportEnds(_) | Event::Lost => "concluded",
        Event::Reset => "reset",
        Event::Remove => "removed",
    }
}

const fn advice(event: Event, status: Status) -> &'static str {
    match (event, status) {
        (Event::ImportStarts, S::Error | S::Skipped | S::Succeeded | S::Warning) => "; reset it first",
        (_, S::Running) => "; wait until the running import has ended",
        (Event::Reset, S::Initial | S::Repeatable | S::Fatal) => "; it can be imported without a reset",
        _ => "",
    }
}

/// Looks the event up in the table.
#[must_use]
pub fn transition(from: Option<Status>, event: Event) -> Option<&'static Transition> {
    TABLE.iter().chain(std::iter::once(&REMOVABLE)).find(|row| row.event == event && row.from.contains(&from))
}

/// The status after an event on a request that is in the queue.
///
/// # Errors
/// When the table has no such row.
pub fn next(request: RequestId, status: Status, event: Event) -> Result<Status, WrongStatus> {
    let row = transition(Some(status), event).ok_or(WrongStatus { request, status, event })?;
    Ok(match row.to {
        To::Is(to) => to,
        To::Same | To::SameThenRepeatable => status,
    })
}

/// What an import's end makes of a status: its outcome, unless the request arrived anew in the meantime (T6).
#[must_use]
pub const fn after_import(outcome: Outcome, arrived_again: bool) -> Status {
    if arrived_again { Status::Repeatable } else { outcome.status() }
}

/// A request that is put into a queue, or moved to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    pub request: RequestId,
    /// Whether it was in this queue before.
    pub is_new: bool,
    pub status: Status,
    pub pos: i64,
    /// Whether it becomes repeatable once the running import ends.
    pub again: bool,
}

/// One queue, as far as an arrival needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tail {
    /// Whose queue.
    pub node: NodeId,
    /// The last place ever given.
    pub last: i64,
    /// Which of the arriving requests are there already.
    pub present: BTreeMap<RequestId, Status>,
}

/// Puts requests at the end of a queue, in the order given; each at most once.
#[must_use]
pub fn arrive(queue: &Tail, arriving: &[RequestId]) -> Vec<Placement> {
    let mut seen = BTreeSet::new();
    let once = arriving.iter().copied().filter(|request| seen.insert(*request));
    once.zip(queue.last + 1..).map(|(request, pos)| place(queue, request, pos)).collect()
}

fn place(queue: &Tail, request: RequestId, pos: i64) -> Placement {
    let before = queue.present.get(&request).copied();
    let to = transition(before, Event::Arrives).map_or(To::Is(Status::Initial), |row| row.to);
    let status = match to {
        To::Is(status) => status,
        To::Same | To::SameThenRepeatable => before.unwrap_or(Status::Initial),
    };
    Placement { request, is_new: before.is_none(), status, pos, again: to == To::SameThenRepeatable }
}

/// Hands requests on to all queues that follow: in every one or, as this is one value, in none.
#[must_use]
pub fn forward(queues: &[Tail], requests: &[RequestId]) -> Vec<(NodeId, Vec<Placement>)> {
    queues.iter().map(|queue| (queue.node, arrive(queue, requests))).collect()
}

#[cfg(test)]
mod tests;
