//! The plan of an import: what will happen, decided once, stored, and then executed without further choices.
//!
//! [`plan`] checks everything that can be checked without asking anybody outside, and writes down the steps. The plan
//! never changes afterwards; how far it got is kept beside it.

use crate::deployment::Remote;
use crate::ext_descriptor::{self, ExtDescriptor};
use crate::node::{ForwardMode, Node, Target};
use crate::queue::{self, Event, Outcome, Status, WrongStatus};
use crate::request::{ContentType, Entry, StorageType};
use crate::word::words;
use crate::work::Lane;
use crate::{ActionId, FileId, NodeId, QueueId, RequestId, SubaccountId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The format written today.
pub const VERSION: u32 = 1;
/// How many requests one step touches at most, so that no transaction grows with the queue.
pub const BATCH: usize = 100;

words! {
    /// Which requests an import takes.
    Kind, "kind of import", "all, selected", {
        /// Every importable one.
        All = "all",
        /// Those that were named.
        Selected = "selected",
    }
}

/// Which requests were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// Every importable one.
    All,
    /// These; the order in which they are named does not matter.
    Only(Vec<RequestId>),
}

impl Selection {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::All => Kind::All,
            Self::Only(_) => Kind::Selected,
        }
    }
}

/// A request in the queue, as far as a plan needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its queue entry.
    pub queue: QueueId,
    pub request: RequestId,
    pub description: String,
    pub content_type: ContentType,
    /// Where its content is.
    pub storage_type: StorageType,
    pub entries: Vec<Entry>,
    /// Its status in this queue.
    pub status: Status,
    pub pos: i64,
}

/// How a node is served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Treatment {
    /// Through the deploy service behind its destination.
    Deploy(Target),
    /// Not at all: a virtual node only hands on.
    HandOn,
    /// Not at all, and that is a mistake in the landscape.
    Refuse(String),
}

/// A whole import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Format of this JSON.
    pub version: u32,
    /// The action it belongs to.
    pub action: ActionId,
    /// All or selected.
    pub kind: Kind,
    pub node: NodeId,
    /// Its name when the import began.
    pub node_name: String,
    /// Its forward mode when the import began.
    pub forward_mode: ForwardMode,
    /// How it is served.
    pub way: Treatment,
    /// The requests, in the order of the queue.
    pub items: Vec<Item>,
    /// What is done, in this order.
    pub steps: Vec<Step>,
}

/// One request of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its queue entry.
    pub queue: QueueId,
    pub request: RequestId,
    pub description: String,
    pub content_type: ContentType,
    /// Where its content is.
    pub storage_type: StorageType,
    /// What is deployed, in this order.
    pub entries: Vec<PlannedEntry>,
}

/// One archive of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedEntry {
    pub entry: Entry,
    /// The file behind it.
    pub file: Option<FileId>,
    /// The extension descriptor that goes with it.
    pub descriptor: Option<ExtDescriptor>,
}

/// One step. Steps over several requests name a range of [`Plan::items`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Puts the requests into the queues that follow, before anything is deployed.
    Forward {
        /// Index of the first one.
        first: usize,
        /// How many.
        count: usize,
    },
    /// Ends requests that need no deployment, and hands them on if the mode says so.
    Conclude {
        /// Index of the first one.
        first: usize,
        /// How many.
        count: usize,
        /// How they end.
        outcome: Outcome,
        /// Whether they are put into the queues that follow.
        forward: bool,
    },
    /// Deploys one archive.
    Deploy {
        /// Index of the request.
        item: usize,
        /// Index of its entry.
        entry: usize,
    },
    /// Sums up a request, and hands it on if the mode says so.
    End {
        /// Index of the request.
        item: usize,
    },
}

/// Why an import cannot begin. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Imports into the node are disabled.
    #[error("import is disabled for node '{name}'{}", reason(.why))]
    Disabled {
        /// The node.
        name: String,
        /// Why, if somebody said so.
        why: String,
    },
    /// Only SAP Solution Manager starts imports there.
    #[error(
        "node '{0}' is controlled by SAP Solution Manager (controlledBy), which starts its imports with a key of its \
         own; people cannot, until controlledBy is emptied"
    )]
    Controlled(String),
    /// The order of software components matters.
    #[error("single requests cannot be imported into node '{0}', because its content type is BTP_ABAP; import all")]
    SelectedAbap(String),
    /// Named, but not there.
    #[error("transport request {0} is not in the queue of this node")]
    NotInQueue(RequestId),
    #[error("no transport request was named")]
    NothingNamed,
    /// In a status that no import takes.
    #[error(transparent)]
    Status(#[from] WrongStatus),
}

fn reason(why: &str) -> String {
    if why.is_empty() { String::new() } else { format!(": {why}") }
}

/// Whether a mode hands a request on after its import ended so.
#[must_use]
pub const fn forwards_after(mode: ForwardMode, outcome: Outcome) -> bool {
    match mode {
        ForwardMode::PostImport => true,
        ForwardMode::OnSuccess => outcome.is_success(),
        ForwardMode::Auto | ForwardMode::Manual => false,
    }
}

/// Whether somebody may start an import: a person not in a node that SAP Solution Manager controls. That one is known
/// only by using a service key, as any application does.
///
/// # Errors
/// The node is controlled by another.
pub fn check_starter(node: &Node, is_person: bool) -> Result<(), Refused> {
    match is_person && node.draft.controlled_by.is_some() {
        true => Err(Refused::Controlled(node.name().to_string())),
        false => Ok(()),
    }
}

/// Chooses the requests: all importable ones, or exactly those named; in the order of the queue.
///
/// # Errors
/// Import disabled; named requests where only all can be imported; a named request that is not there or may not be imported.
pub fn select(node: &Node, selection: &Selection, queue: Vec<Candidate>) -> Result<Vec<Candidate>, Refused> {
    if node.import_disabled {
        let why = node.import_disabled_reason.clone();
        return Err(Refused::Disabled { name: node.name().to_string(), why });
    }
    if matches!(selection, Selection::Only(_)) && takes_abap(node) {
        return Err(Refused::SelectedAbap(node.name().to_string()));
    }
    let mut chosen = match selection {
        Selection::All => queue.into_iter().filter(|c| c.status.is_importable()).collect(),
        Selection::Only(named) => select_named(named, queue)?,
    };
    chosen.sort_by_key(|candidate| candidate.pos);
    Ok(chosen)
}

fn takes_abap(node: &Node) -> bool {
    node.draft.target.as_ref().is_some_and(|target| target.content_type == ContentType::BtpAbap)
}

fn select_named(named: &[RequestId], queue: Vec<Candidate>) -> Result<Vec<Candidate>, Refused> {
    let mut there: BTreeMap<RequestId, Candidate> = queue.into_iter().map(|c| (c.request, c)).collect();
    let named: BTreeSet<RequestId> = named.iter().copied().collect();
    if named.is_empty() {
        return Err(Refused::NothingNamed);
    }
    let mut chosen = Vec::with_capacity(named.len());
    for request in named {
        let candidate = there.remove(&request).ok_or(Refused::NotInQueue(request))?;
        queue::next(request, candidate.status, Event::ImportStarts)?;
        chosen.push(candidate);
    }
    Ok(chosen)
}

/// Writes the plan for requests that [`select`] chose.
#[must_use]
pub fn plan(action: ActionId, kind: Kind, node: &Node, chosen: Vec<Candidate>, all: &[ExtDescriptor]) -> Plan {
    let way = way(node);
    let items: Vec<Item> = chosen.into_iter().map(|candidate| item(candidate, all)).collect();
    let mode = node.draft.forward_mode;
    Plan {
        version: VERSION,
        action,
        kind,
        node: node.id,
        node_name: node.name().to_string(),
        forward_mode: mode,
        steps: steps(&way, mode, &items),
        way,
        items,
    }
}

fn way(node: &Node) -> Treatment {
    if node.draft.is_virtual {
        return Treatment::HandOn;
    }
    match node.target() {
        None => Treatment::Refuse(format!(
            "node '{}' has no destination; edit the node and name one, or make it a virtual node",
            node.name()
        )),
        Some(target) if target.content_type != ContentType::Mta => Treatment::Refuse(format!(
            "content of type {} ({}) cannot be deployed by this server; it deploys {}",
            target.content_type.label(),
            target.content_type,
            ContentType::Mta.label()
        )),
        Some(target) => Treatment::Deploy(target),
    }
}

fn item(candidate: Candidate, all: &[ExtDescriptor]) -> Item {
    let Candidate { queue, request, description, content_type, storage_type, entries, .. } = candidate;
    let planned = |entry: Entry| PlannedEntry {
        file: (storage_type == StorageType::File).then(|| entry.uri.parse().ok()).flatten(),
        descriptor: entry.mta.as_ref().and_then(|mta| ext_descriptor::choose(all, mta)).cloned(),
        entry,
    };
    let entries = entries.into_iter().map(planned).collect();
    Item { queue, request, description, content_type, storage_type, entries }
}

fn steps(way: &Treatment, mode: ForwardMode, items: &[Item]) -> Vec<Step> {
    let ranges = (0..items.len()).step_by(BATCH).map(|first| (first, BATCH.min(items.len() - first)));
    let conclude = |outcome| {
        let forward = mode == ForwardMode::Auto || forwards_after(mode, outcome);
        move |(first, count)| Step::Conclude { first, count, outcome, forward }
    };
    match way {
        Treatment::HandOn => ranges.map(conclude(Outcome::Skipped)).collect(),
        Treatment::Refuse(_) => ranges.map(conclude(Outcome::Fatal)).collect(),
        Treatment::Deploy(_) => {
            let before = ranges.filter(|_| mode == ForwardMode::Auto);
            let before = before.map(|(first, count)| Step::Forward { first, count });
            before.chain(items.iter().enumerate().flat_map(deploy_steps)).collect()
        }
    }
}

fn deploy_steps((index, item): (usize, &Item)) -> impl Iterator<Item = Step> {
    let deploy = (0..item.entries.len()).map(move |entry| Step::Deploy { item: index, entry });
    deploy.chain(std::iter::once(Step::End { item: index }))
}

/// The imports of a node, which are done one after the other: the state of that work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeImports {
    pub node: NodeId,
    /// Whose it is.
    pub subaccount: SubaccountId,
    #[serde(default)]
    pub at: At,
}

/// Where the imports of a node are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum At {
    /// The next import, if one waits, begins.
    #[default]
    Between,
    /// In the middle of one.
    Step {
        /// Its plan.
        action: ActionId,
        /// The step that is next.
        step: usize,
        #[serde(default)]
        deploys: bool,
        /// What the deploy service was asked for in this step.
        remote: Option<Remote>,
    },
}

impl NodeImports {
    /// As they begin.
    #[must_use]
    pub const fn of(node: NodeId, subaccount: SubaccountId) -> Self {
        Self { node, subaccount, at: At::Between }
    }

    /// At this place of a plan; between two imports when the plan has no such step.
    #[must_use]
    pub fn at(&self, plan: &Plan, step: usize, remote: Option<Remote>) -> Self {
        let at = match plan.steps.get(step) {
            None => At::Between,
            Some(next) => {
                let deploys = matches!(next, Step::Deploy { .. });
                At::Step { action: plan.action, step, deploys, remote }
            }
        };
        Self { at, ..self.clone() }
    }

    /// What the next step mostly waits for.
    #[must_use]
    pub const fn lane(&self) -> Lane {
        match &self.at {
            At::Step { deploys: true, remote: None | Some(Remote::PutOff { .. }), .. } => Lane::Transfer,
            At::Step { remote: Some(_), .. } => Lane::Polling,
            At::Step { .. } | At::Between => Lane::Local,
        }
    }
}

impl Plan {
    /// Whether it can be done at once, in the transaction that accepts it: nothing outside is asked, and it is short.
    #[must_use]
    pub fn is_immediate(&self) -> bool {
        self.steps.len() <= 1 && self.steps.iter().all(|step| matches!(step, Step::Conclude { .. }))
    }
}

#[cfg(test)]
mod tests;
