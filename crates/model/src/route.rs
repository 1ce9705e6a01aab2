//! Transport routes: which node follows which. At most one route leads into a node and none leads back, so the
//! landscape is a forest.

use crate::{NodeId, RouteId};
use std::collections::BTreeMap;

/// Longest name, in characters.
pub const NAME_MAX: usize = 100;
/// Longest description, in characters.
pub const DESCRIPTION_MAX: usize = 500;

/// A directed edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub id: RouteId,
    /// What was said about it.
    pub draft: Draft,
}

/// A route without its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Unique in the subaccount.
    pub name: String,
    pub description: Option<String>,
    pub source: NodeId,
    pub target: NodeId,
}

/// What a caller says about a route that is there. What is absent stays as it is; an empty description removes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Must be that of the route, if said at all.
    pub id: Option<RouteId>,
    /// Unique in the subaccount.
    pub name: Option<String>,
    pub description: Option<String>,
    pub source: Option<NodeId>,
    pub target: Option<NodeId>,
}

impl Change {
    /// The route as it is afterwards, not checked yet.
    ///
    /// # Errors
    /// Another id.
    pub fn apply(self, before: &Route) -> Result<Route, BadRoute> {
        if self.id.is_some_and(|id| id != before.id) {
            return Err(BadRoute::Id);
        }
        let old = before.draft.clone();
        let draft = Draft {
            name: self.name.unwrap_or(old.name),
            description: self.description.or(old.description).filter(|text| !text.is_empty()),
            source: self.source.unwrap_or(old.source),
            target: self.target.unwrap_or(old.target),
        };
        Ok(Route { id: before.id, draft })
    }
}

/// Why a route is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRoute {
    /// No name, or too long.
    #[error("the route name '{0}' is not valid: 1 to {NAME_MAX} characters are needed")]
    Name(String),
    /// Too much text.
    #[error("the description of a route has at most {DESCRIPTION_MAX} characters")]
    Description,
    /// Ids are given by the server.
    #[error("the id of a route is given by the server and never changes; leave it out")]
    Id,
    /// From a node to itself.
    #[error("a route cannot lead from a node to itself")]
    SelfLoop,
    /// Two routes into one node.
    #[error("the target node has an incoming route already ('{0}'); a node can be the target of one route only")]
    SecondIncoming(String),
    /// Back to where it came from.
    #[error("the route would close a cycle: its source can be reached from its target")]
    Cycle,
}

/// Checks a route that is to stand beside `others` (which do not hold an older form of it).
///
/// # Errors
/// The rule it breaks.
pub fn check(draft: &Draft, others: &[Route]) -> Result<(), BadRoute> {
    let length = draft.name.trim().chars().count();
    if length == 0 || length > NAME_MAX {
        return Err(BadRoute::Name(draft.name.clone()));
    }
    if draft.description.as_ref().is_some_and(|text| text.chars().count() > DESCRIPTION_MAX) {
        return Err(BadRoute::Description);
    }
    if draft.source == draft.target {
        return Err(BadRoute::SelfLoop);
    }
    if let Some(other) = others.iter().find(|other| other.draft.target == draft.target) {
        return Err(BadRoute::SecondIncoming(other.draft.name.clone()));
    }
    if leads_to(others, draft.target, draft.source) { Err(BadRoute::Cycle) } else { Ok(()) }
}

/// Whether `to` is an ancestor-or-self's successor chain away from `from`. Each node has at most one predecessor, so
/// walking back from `to` is enough, and the number of routes bounds the walk.
fn leads_to(routes: &[Route], from: NodeId, to: NodeId) -> bool {
    let before: BTreeMap<NodeId, NodeId> = routes.iter().map(|r| (r.draft.target, r.draft.source)).collect();
    let back = std::iter::successors(Some(to), |node| before.get(node).copied());
    back.take(routes.len() + 1).any(|node| node == from)
}

/// The nodes that follow `node`, in ascending order: the order in which queues are locked.
#[must_use]
pub fn successors(routes: &[Route], node: NodeId) -> Vec<NodeId> {
    let mut targets: Vec<NodeId> = routes.iter().filter(|r| r.draft.source == node).map(|r| r.draft.target).collect();
    targets.sort_unstable();
    targets
}

/// The node before `node`.
#[must_use]
pub fn predecessor(routes: &[Route], node: NodeId) -> Option<NodeId> {
    routes.iter().find(|r| r.draft.target == node).map(|r| r.draft.source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(source: i64, target: i64) -> Draft {
        Draft { name: format!("{source}-{target}"), description: None, source: NodeId(source), target: NodeId(target) }
    }

    fn routes(edges: &[(i64, i64)]) -> Vec<Route> {
        edges.iter().zip(1..).map(|(&(s, t), id)| Route { id: RouteId(id), draft: draft(s, t) }).collect()
    }

    #[test]
    fn what_is_not_said_about_a_route_stays() {
        let mut before = Route { id: RouteId(7), draft: draft(1, 2) };
        before.draft.description = Some("first hop".into());
        assert_eq!(Change::default().apply(&before), Ok(before.clone()));
        let moved = Change { target: Some(NodeId(3)), description: Some(String::new()), ..Change::default() };
        let moved = moved.apply(&before).unwrap();
        assert_eq!(moved.draft, Draft { target: NodeId(3), description: None, ..before.draft.clone() });
        assert_eq!(Change { id: Some(RouteId(8)), ..Change::default() }.apply(&before), Err(BadRoute::Id));
    }

    #[test]
    fn a_node_is_source_of_many_but_target_of_one() {
        let landscape = routes(&[(1, 2), (1, 3)]);
        assert_eq!(check(&draft(1, 4), &landscape), Ok(()));
        assert_eq!(check(&draft(4, 2), &landscape), Err(BadRoute::SecondIncoming("1-2".into())));
        assert_eq!(successors(&landscape, NodeId(1)), [NodeId(2), NodeId(3)]);
        assert_eq!(predecessor(&landscape, NodeId(3)), Some(NodeId(1)));
        assert_eq!(predecessor(&landscape, NodeId(1)), None);
    }

    #[test]
    fn no_route_leads_back() {
        let landscape = routes(&[(1, 2), (2, 3)]);
        assert_eq!(check(&draft(1, 1), &landscape), Err(BadRoute::SelfLoop));
        assert_eq!(check(&draft(3, 1), &landscape), Err(BadRoute::Cycle));
        assert_eq!(check(&draft(3, 4), &landscape), Ok(()));
    }

    #[test]
    fn a_route_has_a_name() {
        assert!(check(&Draft { name: " ".into(), ..draft(1, 2) }, &[]).is_err());
        assert!(check(&Draft { name: "x".repeat(101), ..draft(1, 2) }, &[]).is_err());
    }

    proptest! {
        /// Whatever is asked for, what is accepted stays a forest.
        #[test]
        fn accepted_routes_form_a_forest(asked in proptest::collection::vec((0i64..8, 0i64..8), 0..40)) {
            let mut accepted: Vec<Route> = Vec::new();
            for (source, target) in asked {
                let draft = draft(source, target);
                if check(&draft, &accepted).is_ok() {
                    accepted.push(Route { id: RouteId(accepted.len() as i64), draft });
                }
            }
            for node in 0..8 {
                prop_assert!(accepted.iter().filter(|r| r.draft.target == NodeId(node)).count() <= 1);
                let above = std::iter::successors(Some(NodeId(node)), |n| predecessor(&accepted, *n));
                prop_assert!(above.take(20).count() <= 8, "a walk upwards ends");
            }
        }
    }
}
