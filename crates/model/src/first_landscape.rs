//! A landscape that is made in one go: nodes, and the routes between them, which name them. Nobody knows their numbers
//! before they are there.

use crate::node;
use std::collections::BTreeSet;

/// Most nodes that are made at once.
pub const NODES_MAX: usize = 50;
/// Most routes that are made at once.
pub const ROUTES_MAX: usize = 200;

/// What is to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    pub nodes: Vec<node::Change>,
    pub routes: Vec<RouteWish>,
}

/// A route to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteWish {
    pub name: String,
    pub description: Option<String>,
    /// Name of the node it leads from: a new one, or one that is there.
    pub source: String,
    /// Name of the node it leads to.
    pub target: String,
}

/// Why nothing is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWish {
    /// Nothing is asked for.
    #[error("there is nothing to make: name at least one node or route")]
    Nothing,
    /// Too much is asked for.
    #[error("at most {NODES_MAX} nodes and {ROUTES_MAX} routes are made at once, {nodes} and {routes} were given")]
    TooMuch { nodes: usize, routes: usize },
    /// It would not be clear which one a route means.
    #[error("the node '{0}' is named twice; every node needs a name of its own")]
    Twice(String),
    /// A route leads from or to nowhere.
    #[error("the route '{route}' names the node '{node}', which is neither there nor to be made")]
    Nowhere { route: String, node: String },
}

/// Checks what a wish says about itself; what its nodes and routes say is checked with each. `there` are the names of the
/// nodes that exist.
///
/// # Errors
/// The first rule that it breaks.
pub fn check(wish: &Wish, there: &BTreeSet<String>) -> Result<(), BadWish> {
    let (nodes, routes) = (wish.nodes.len(), wish.routes.len());
    if nodes + routes == 0 {
        return Err(BadWish::Nothing);
    }
    if nodes > NODES_MAX || routes > ROUTES_MAX {
        return Err(BadWish::TooMuch { nodes, routes });
    }
    let mut named = BTreeSet::new();
    for name in wish.nodes.iter().filter_map(|node| node.name.as_ref()) {
        if !named.insert(name.as_str()) {
            return Err(BadWish::Twice(name.to_string()));
        }
    }
    let is_known = |name: &str| named.contains(name) || there.contains(name);
    let lost = wish.routes.iter().find_map(|route| {
        let node = [&route.source, &route.target].into_iter().find(|end| !is_known(end))?;
        Some(BadWish::Nowhere { route: route.name.clone(), node: node.clone() })
    });
    lost.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NodeName;

    fn node(name: &str) -> node::Change {
        node::Change { name: Some(NodeName(name.to_owned())), ..node::Change::default() }
    }

    fn route(source: &str, target: &str) -> RouteWish {
        let name = format!("{source} → {target}");
        RouteWish { name, description: None, source: source.to_owned(), target: target.to_owned() }
    }

    fn checked(nodes: &[&str], routes: &[(&str, &str)]) -> Result<(), BadWish> {
        let nodes = nodes.iter().map(|name| node(name)).collect();
        let routes = routes.iter().map(|(source, target)| route(source, target)).collect();
        check(&Wish { nodes, routes }, &BTreeSet::from(["QA".to_owned()]))
    }

    #[test]
    fn routes_lead_between_nodes_that_are_made_or_there() {
        assert_eq!(checked(&["DEV", "TEST"], &[("DEV", "TEST")]), Ok(()));
        assert_eq!(checked(&["PROD"], &[("QA", "PROD")]), Ok(()));
        assert!(matches!(checked(&["DEV"], &[("DEV", "test")]), Err(BadWish::Nowhere { node, .. }) if node == "test"));
    }

    #[test]
    fn each_node_has_a_name_of_its_own() {
        assert_eq!(checked(&["DEV", "DEV"], &[]), Err(BadWish::Twice("DEV".to_owned())));
    }

    #[test]
    fn something_is_made_but_not_too_much() {
        assert_eq!(checked(&[], &[]), Err(BadWish::Nothing));
        let many: Vec<String> = (0..=NODES_MAX).map(|number| format!("N{number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(checked(&many, &[]), Err(BadWish::TooMuch { nodes: 51, routes: 0 }));
    }
}
