//! A transport's way: the nodes from its source to production, and how far it came.
//!
//! Cloud ALM keeps its own record of it. A queue of transport management does not tell: with forward mode Pre-Import
//! a request waits for production although it failed in test.

use crate::landscape::{Landscape, NotLinear, forward_warning};
use serde::{Deserialize, Serialize};

/// How a transport fares at one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// Not deployed there yet.
    Ahead,
    /// An import was ordered or runs.
    Scheduled,
    /// The import is done.
    Deployed,
    /// The import failed.
    Failed,
}

/// One node of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// The node's number.
    pub node: i64,
    pub name: String,
    /// Whether it waits for somebody to forward requests.
    pub manual: bool,
    /// How the transport fares there.
    pub at: At,
    /// How it fared before the import that is on its way now.
    pub before: Option<At>,
}

/// The whole way, without the source. Stored as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransportPath {
    /// The source's name; unknown when its node was deleted.
    pub source: Option<String>,
    /// The source's number, once it is known.
    pub source_node: Option<i64>,
    /// The node into whose queue it was put directly, when it was not exported.
    pub entered: Option<String>,
    /// The nodes after the source, production last.
    pub stops: Vec<Stop>,
    /// Why the landscape does not fit, if it does not.
    pub problem: Option<String>,
}

/// The state of a request in the queue of a node, as transport management tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Initial or repeatable: it waits.
    Waiting,
    /// Being imported.
    Running,
    /// Imported, with or without warnings, or skipped.
    Good,
    /// Failed; an import can be repeated at once.
    Fatal,
    /// Failed; it must be reset before an import.
    Error,
    /// Taken out of the queue.
    Deleted,
}

impl Seen {
    /// Reads the status of a queue entry.
    #[must_use]
    pub fn of_status(status: &str) -> Option<Self> {
        Some(match status {
            "initial" | "repeat" | "repeatable" => Self::Waiting,
            "running" => Self::Running,
            "succeeded" | "warning" | "skipped" => Self::Good,
            "fatal" => Self::Fatal,
            "error" => Self::Error,
            "deleted" => Self::Deleted,
            _ => return None,
        })
    }
}

/// What changed at a node, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Imported into this node.
    Deployed(String),
    /// The import into this node failed.
    Failed(String),
}

impl TransportPath {
    /// The way from a source node, as far as the landscape has one.
    #[must_use]
    pub fn from_source(landscape: &Landscape, source: i64) -> Self {
        let name = landscape.node(source).map(|node| node.name.clone());
        let (source_node, entered) = (Some(source), None);
        match landscape.chain(source) {
            Ok(chain) => {
                let stops = chain.into_iter().skip(1).map(|node| Stop {
                    node: node.id,
                    name: node.name.clone(),
                    manual: node.manual,
                    at: At::Ahead,
                    before: None,
                });
                Self { source: name, source_node, entered, stops: stops.collect(), problem: None }
            }
            Err(reason) => {
                Self { source: name, source_node, entered, stops: Vec::new(), problem: Some(reason.to_string()) }
            }
        }
    }

    /// The way of a request that was exported from `source`, while the landscape is not known.
    #[must_use]
    pub fn unknown(source: &str) -> Self {
        let problem = Some("the landscape could not be read yet; refresh".to_owned());
        Self { source: Some(source.to_owned()), source_node: None, entered: None, stops: Vec::new(), problem }
    }

    /// The same, put into the queue of `node` directly.
    #[must_use]
    pub fn unknown_into(node: &str) -> Self {
        Self { source: None, entered: Some(node.to_owned()), ..Self::unknown(node) }
    }

    /// The way of a request that was put into the queue of `first` itself: its source is the node in front.
    #[must_use]
    pub fn into_node(landscape: &Landscape, first: &str) -> Self {
        let unknown = Self::unknown_into(first);
        let Some(node) = landscape.named(first) else {
            return Self { problem: Some(NotLinear::Unknown(first.to_owned()).to_string()), ..unknown };
        };
        match landscape.predecessor(node.id) {
            Some(source) => Self { entered: unknown.entered, ..Self::from_source(landscape, source.id) },
            None => Self {
                problem: Some(format!(
                    "node '{first}' has no source node in front of it: add one with a route to it, so that the order \
                     of the nodes is known"
                )),
                ..unknown
            },
        }
    }

    /// The same way, in the landscape as it is now.
    #[must_use]
    pub fn again(&self, landscape: &Landscape) -> Self {
        let named = self.source.as_deref().and_then(|name| landscape.named(name)).map(|node| node.id);
        let fresh = match (self.source_node.or(named), &self.entered) {
            (Some(source), _) => Self::from_source(landscape, source),
            (None, Some(first)) => Self::into_node(landscape, first),
            (None, None) => return self.clone(),
        };
        self.renewed(Self { entered: self.entered.clone(), ..fresh })
    }

    /// The same way after the landscape was read anew: names are followed, what was reached stays reached.
    fn renewed(&self, mut fresh: Self) -> Self {
        if fresh.stops.is_empty() {
            return Self { stops: self.stops.clone(), ..fresh };
        }
        for stop in &mut fresh.stops {
            if let Some(old) = self.stops.iter().find(|old| old.node == stop.node) {
                (stop.at, stop.before) = (old.at, old.before);
            }
        }
        fresh
    }

    /// The next node to deploy to; none when production is reached.
    #[must_use]
    pub fn target(&self) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.at != At::Deployed)
    }

    /// Whether the next node is the last: production.
    #[must_use]
    pub fn next_is_production(&self) -> bool {
        self.target().zip(self.stops.last()).is_some_and(|(target, last)| target.node == last.node)
    }

    /// Whether the last node is reached.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.stops.is_empty() && self.target().is_none()
    }

    /// Whether every node before the last is reached.
    #[must_use]
    pub fn passed_tests(&self) -> bool {
        self.stops.split_last().is_some_and(|(_, tests)| tests.iter().all(|stop| stop.at == At::Deployed))
    }

    /// Whether an import is on its way.
    #[must_use]
    pub fn is_scheduled(&self) -> bool {
        self.stops.iter().any(|stop| stop.at == At::Scheduled)
    }

    /// Whether it ever left the first queue.
    #[must_use]
    pub fn has_started(&self) -> bool {
        self.stops.iter().any(|stop| matches!(stop.at, At::Deployed | At::Scheduled))
    }

    /// What people read.
    #[must_use]
    pub fn label(&self) -> String {
        if let Some(stop) = self.stops.iter().find(|stop| stop.at == At::Scheduled) {
            return format!("Deployment scheduled in {}", stop.name);
        }
        if let Some(stop) = self.stops.iter().find(|stop| stop.at == At::Failed) {
            return format!("Deployment failed in {}", stop.name);
        }
        let deployed = self.stops.iter().rev().find(|stop| stop.at == At::Deployed);
        deployed.map_or_else(|| "Released".to_owned(), |stop| format!("Deployed in {}", stop.name))
    }

    /// The warning about forward modes on this way.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        let source = (self.source.as_deref().unwrap_or_default(), false);
        forward_warning(std::iter::once(source).chain(self.stops.iter().map(|s| (s.name.as_str(), s.manual))))
    }

    /// An import into this node is ordered.
    pub fn schedule(&mut self, node: i64) {
        if let Some(stop) = self.stop(node).filter(|stop| stop.at != At::Scheduled) {
            stop.before = Some(stop.at);
            stop.at = At::Scheduled;
        }
    }

    /// The import was not done after all: the label of before comes back.
    pub fn give_back(&mut self, node: i64) {
        if let Some(stop) = self.stop(node).filter(|stop| stop.at == At::Scheduled) {
            stop.at = stop.before.take().unwrap_or(At::Ahead);
        }
    }

    /// Takes over what a queue says. `ours` is whether an import of ours into this node is still under way.
    pub fn observe(&mut self, node: i64, seen: Seen, ours: bool) -> Option<Change> {
        let later = self.stops.iter().skip_while(|stop| stop.node != node).skip(1);
        let overtaken = later.clone().any(|stop| stop.at == At::Deployed);
        let stop = self.stop(node)?;
        let name = stop.name.clone();
        match (seen, stop.at) {
            (Seen::Running, At::Ahead | At::Failed) => self.schedule(node),
            (Seen::Waiting | Seen::Deleted, At::Scheduled) if !ours => self.give_back(node),
            (Seen::Good, at) if at != At::Deployed => {
                (stop.at, stop.before) = (At::Deployed, None);
                return Some(Change::Deployed(name));
            }
            (Seen::Fatal | Seen::Error, At::Failed) => {}
            // A failure that was there before our import began says nothing about it.
            (Seen::Fatal | Seen::Error, At::Scheduled) if ours => {}
            (Seen::Fatal | Seen::Error, _) if !overtaken => {
                (stop.at, stop.before) = (At::Failed, None);
                return Some(Change::Failed(name));
            }
            _ => {}
        }
        None
    }

    fn stop(&mut self, node: i64) -> Option<&mut Stop> {
        self.stops.iter_mut().find(|stop| stop.node == node)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::landscape::{Node, Route};

    pub(crate) fn landscape(manual: bool) -> Landscape {
        let node = |id, name: &str, manual| Node { id, name: name.to_owned(), manual };
        let routes = vec![Route { source: 1, target: 2 }, Route { source: 2, target: 3 }];
        Landscape { nodes: vec![node(1, "DEV", false), node(2, "TEST", manual), node(3, "PROD", false)], routes }
    }

    pub(crate) fn way() -> TransportPath {
        TransportPath::from_source(&landscape(false), 1)
    }

    #[test]
    fn the_label_and_the_target_follow_the_way() {
        let mut way = way();
        assert_eq!((way.label().as_str(), way.target().unwrap().name.as_str()), ("Released", "TEST"));
        way.schedule(2);
        assert_eq!(way.label(), "Deployment scheduled in TEST");
        assert_eq!(way.observe(2, Seen::Good, false), Some(Change::Deployed("TEST".to_owned())));
        assert_eq!((way.label().as_str(), way.target().unwrap().name.as_str()), ("Deployed in TEST", "PROD"));
        assert!(way.passed_tests() && way.next_is_production() && !way.is_complete());
        way.schedule(3);
        way.observe(3, Seen::Good, true);
        assert_eq!((way.label().as_str(), way.target()), ("Deployed in PROD", None));
        assert!(way.is_complete());
    }

    #[test]
    fn waiting_for_production_is_no_proof_of_a_test() {
        let mut way = way();
        way.observe(2, Seen::Fatal, false);
        assert_eq!(way.observe(3, Seen::Waiting, false), None);
        assert_eq!(way.label(), "Deployment failed in TEST");
        assert!(!way.passed_tests());
        assert_eq!(way.target().unwrap().name, "TEST");
    }

    #[test]
    fn what_is_deployed_stays_so_when_forwarding_makes_it_repeatable() {
        let mut way = way();
        way.observe(2, Seen::Good, false);
        way.observe(3, Seen::Good, false);
        assert_eq!(way.observe(3, Seen::Waiting, false), None);
        assert_eq!(way.observe(2, Seen::Fatal, false), None, "production was reached; a later try changes nothing");
        assert_eq!(way.label(), "Deployed in PROD");
    }

    #[test]
    fn an_import_that_did_not_happen_gives_the_label_back() {
        let mut way = way();
        way.observe(2, Seen::Fatal, false);
        way.schedule(2);
        assert_eq!(way.observe(2, Seen::Fatal, true), None, "the old failure while ours is under way");
        way.give_back(2);
        assert_eq!(way.label(), "Deployment failed in TEST");
        way.give_back(2);
        assert_eq!(way.label(), "Deployment failed in TEST");
    }

    #[test]
    fn an_import_started_elsewhere_is_seen() {
        let mut way = way();
        assert_eq!(way.observe(2, Seen::Running, false), None);
        assert_eq!(way.label(), "Deployment scheduled in TEST");
        way.observe(2, Seen::Waiting, false);
        assert_eq!(way.label(), "Released");
    }

    #[test]
    fn an_upload_into_test_has_the_node_in_front_as_source() {
        let way = TransportPath::into_node(&landscape(false), "TEST");
        assert_eq!((way.source.as_deref(), way.target().unwrap().name.as_str()), (Some("DEV"), "TEST"));
        let alone = TransportPath::into_node(&landscape(false), "DEV");
        assert!(alone.problem.unwrap().contains("no source node in front"));
        assert!(TransportPath::into_node(&landscape(false), "QA").problem.unwrap().contains("does not exist"));
    }

    #[test]
    fn a_new_name_is_followed_and_a_lost_landscape_keeps_what_is_known() {
        let mut old = way();
        old.observe(2, Seen::Good, false);
        let mut fresh = landscape(true);
        fresh.nodes[1].name = "QA".to_owned();
        let renewed = old.again(&fresh);
        assert_eq!(renewed.label(), "Deployed in QA");
        assert!(renewed.warning().unwrap().contains("'QA'"));
        let lost = old.again(&Landscape::default());
        assert_eq!((lost.label().as_str(), lost.source), ("Deployed in TEST", None));
        assert!(lost.problem.is_some());
    }

    #[test]
    fn what_could_not_be_read_at_first_is_found_out_later() {
        assert_eq!(TransportPath::unknown("DEV").again(&landscape(false)), way());
        let way = TransportPath::unknown_into("TEST").again(&landscape(false));
        assert_eq!((way.source.as_deref(), way.entered.as_deref()), (Some("DEV"), Some("TEST")));
        assert_eq!(way.stops.len(), 2);
        assert!(TransportPath::unknown("OLD").again(&landscape(false)).problem.is_some());
    }

    #[test]
    fn two_nodes_only_make_the_first_target_production() {
        let mut two = landscape(false);
        two.routes.pop();
        let way = TransportPath::from_source(&two, 1);
        assert!(way.next_is_production() && way.passed_tests());
    }

    #[test]
    fn queue_statuses_are_read() {
        let good = ["succeeded", "warning", "skipped"].map(Seen::of_status);
        assert_eq!(good, [Some(Seen::Good); 3]);
        assert_eq!(["initial", "repeat"].map(Seen::of_status), [Some(Seen::Waiting); 2]);
        assert_eq!(Seen::of_status("unknown"), None);
    }
}
