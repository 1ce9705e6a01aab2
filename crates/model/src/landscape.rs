//! The landscape of transport management as Cloud ALM wants it: a chain of nodes, one after the other.

use std::collections::BTreeSet;

/// A node, as far as the chain is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its number.
    pub id: i64,
    pub name: String,
    /// Whether requests wait for somebody to forward them.
    pub manual: bool,
}

/// A route between two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    pub source: i64,
    pub target: i64,
}

/// Nodes and routes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Landscape {
    pub nodes: Vec<Node>,
    pub routes: Vec<Route>,
}

/// Why there is no chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotLinear {
    /// No such node.
    #[error("the node '{0}' does not exist (any more)")]
    Unknown(String),
    /// Nothing follows.
    #[error("no route leads on from node '{0}': add one to the next node")]
    End(String),
    /// Several nodes follow.
    #[error("several nodes follow node '{node}' ({followers}): Cloud ALM needs exactly one")]
    Fork { node: String, followers: String },
    /// Routes lead back.
    #[error("the routes lead in a circle through node '{0}'")]
    Circle(String),
}

impl Landscape {
    /// The node of exactly this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.name == name)
    }

    /// The node with this number.
    #[must_use]
    pub fn node(&self, id: i64) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// The nodes to which routes lead from here.
    fn followers(&self, id: i64) -> Vec<&Node> {
        let targets: BTreeSet<i64> = self.routes.iter().filter(|r| r.source == id).map(|r| r.target).collect();
        targets.into_iter().filter_map(|target| self.node(target)).collect()
    }

    /// The one node in front, when there is exactly one.
    #[must_use]
    pub fn predecessor(&self, id: i64) -> Option<&Node> {
        let sources: BTreeSet<i64> = self.routes.iter().filter(|r| r.target == id).map(|r| r.source).collect();
        let mut known = sources.into_iter().filter_map(|source| self.node(source));
        known.next().filter(|_| known.next().is_none())
    }

    /// The chain that begins at `source`, itself included: at least two nodes.
    ///
    /// # Errors
    /// The reason why it is none.
    pub fn chain(&self, source: i64) -> Result<Vec<&Node>, NotLinear> {
        let mut here = self.node(source).ok_or_else(|| NotLinear::Unknown(source.to_string()))?;
        let mut chain = vec![here];
        loop {
            let followers = self.followers(here.id);
            here = match followers.as_slice() {
                [] => break,
                [next] => *next,
                many => return Err(fork(here, many)),
            };
            if chain.iter().any(|known| known.id == here.id) {
                return Err(NotLinear::Circle(here.name.clone()));
            }
            chain.push(here);
        }
        if chain.len() < 2 { Err(NotLinear::End(here.name.clone())) } else { Ok(chain) }
    }
}

fn fork(node: &Node, followers: &[&Node]) -> NotLinear {
    let names: Vec<&str> = followers.iter().map(|follower| follower.name.as_str()).collect();
    NotLinear::Fork { node: node.name.clone(), followers: names.join(", ") }
}

/// What people should know about forward modes on a chain: whatever follows a node with manual forwarding stays empty.
#[must_use]
pub fn forward_warning<'a>(chain: impl IntoIterator<Item = (&'a str, bool)>) -> Option<String> {
    let chain: Vec<_> = chain.into_iter().collect();
    // The source has nothing to forward: an export goes straight into the next queue.
    let at = chain.iter().skip(1).position(|(_, manual)| *manual)? + 1;
    let (node, next) = (chain[at].0, chain.get(at + 1)?.0);
    Some(format!(
        "node '{node}' has forward mode Manual: after a deployment to {node} the queue of {next} stays empty and there \
         is nothing to deploy; set the forward mode of {node} to Pre-Import, Post-Import or On Success"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn landscape(names: &[&str], routes: &[(i64, i64)]) -> Landscape {
        let nodes = names.iter().zip(1..).map(|(name, id)| Node { id, name: (*name).to_owned(), manual: false });
        let routes = routes.iter().map(|&(source, target)| Route { source, target });
        Landscape { nodes: nodes.collect(), routes: routes.collect() }
    }

    fn names(chain: Result<Vec<&Node>, NotLinear>) -> Vec<String> {
        chain.unwrap().into_iter().map(|node| node.name.clone()).collect()
    }

    #[test]
    fn a_chain_is_walked_from_its_source() {
        let all = landscape(&["DEV", "TEST", "PROD"], &[(2, 3), (1, 2)]);
        assert_eq!(names(all.chain(1)), ["DEV", "TEST", "PROD"]);
        assert_eq!(names(all.chain(2)), ["TEST", "PROD"]);
        assert_eq!(all.predecessor(2).unwrap().name, "DEV");
        assert_eq!(all.predecessor(1), None);
        assert_eq!(all.named("test"), None);
    }

    #[test]
    fn each_reason_is_told() {
        let fork = landscape(&["DEV", "TEST", "QA"], &[(1, 2), (1, 3)]);
        assert_eq!(
            fork.chain(1).unwrap_err().to_string(),
            "several nodes follow node 'DEV' (TEST, QA): Cloud ALM needs exactly one"
        );
        assert_eq!(landscape(&["DEV"], &[]).chain(1), Err(NotLinear::End("DEV".to_owned())));
        assert_eq!(landscape(&["A", "B"], &[(1, 2), (2, 1)]).chain(1), Err(NotLinear::Circle("A".to_owned())));
        assert!(matches!(landscape(&[], &[]).chain(7), Err(NotLinear::Unknown(_))));
    }

    #[test]
    fn two_routes_between_the_same_nodes_are_no_fork() {
        let doubled = landscape(&["DEV", "TEST"], &[(1, 2), (1, 2)]);
        assert_eq!(names(doubled.chain(1)), ["DEV", "TEST"]);
        assert_eq!(doubled.predecessor(2).unwrap().name, "DEV");
    }

    #[test]
    fn two_sources_leave_the_predecessor_open() {
        assert_eq!(landscape(&["A", "B", "T"], &[(1, 3), (2, 3)]).predecessor(3), None);
    }

    #[test]
    fn manual_forwarding_between_nodes_is_warned_about() {
        let text = forward_warning([("DEV", false), ("TEST", true), ("PROD", false)]).unwrap();
        assert!(text.contains("'TEST'") && text.contains("queue of PROD"), "{text}");
        assert_eq!(forward_warning([("DEV", true), ("TEST", false), ("PROD", true)]), None);
    }
}
