//! What is where: how a node stands to the one in front of it, for one MTA.

use crate::route::{Route, predecessor};
use crate::word::words;
use crate::{NodeId, RequestId};
use std::collections::BTreeMap;

words! {
    /// How a node stands to the one in front of it.
    Standing, "standing", "absent, current, behind, ahead", {
        /// Nothing of the MTA has come here yet.
        Absent = "absent",
        /// The same has come here as in front; or nothing is in front.
        Current = "current",
        /// Something newer is in front.
        Behind = "behind",
        /// Something newer is here than in front.
        Ahead = "ahead",
    }
}

/// How each node stands, by the request with which an MTA came to it last. The numbers of requests grow, and versions
/// are texts that follow no rule, so the request says which one is newer.
#[must_use]
pub fn standings(routes: &[Route], here: &BTreeMap<NodeId, RequestId>) -> BTreeMap<NodeId, Standing> {
    let stand = |node: NodeId, request: RequestId| {
        let front = predecessor(routes, node).and_then(|front| here.get(&front));
        front.map_or(Standing::Current, |front| match request.cmp(front) {
            std::cmp::Ordering::Less => Standing::Behind,
            std::cmp::Ordering::Equal => Standing::Current,
            std::cmp::Ordering::Greater => Standing::Ahead,
        })
    };
    here.iter().map(|(node, request)| (*node, stand(*node, *request))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RouteId;
    use crate::route::Draft;

    /// DEV → TEST → PROD.
    fn chain() -> Vec<Route> {
        let route = |source: i64, target: i64| Route {
            id: RouteId(source),
            draft: Draft {
                name: format!("{source}"),
                description: None,
                source: NodeId(source),
                target: NodeId(target),
            },
        };
        vec![route(1, 2), route(2, 3)]
    }

    fn stand(here: &[(i64, i64)]) -> Vec<(i64, Standing)> {
        let here = here.iter().map(|&(node, request)| (NodeId(node), RequestId(request))).collect();
        standings(&chain(), &here).into_iter().map(|(node, standing)| (node.get(), standing)).collect()
    }

    #[test]
    fn a_node_stands_to_the_one_in_front_of_it() {
        use Standing::{Ahead, Behind, Current};
        assert_eq!(stand(&[(1, 7), (2, 7), (3, 5)]), [(1, Current), (2, Current), (3, Behind)]);
        assert_eq!(stand(&[(1, 7), (2, 6), (3, 7)]), [(1, Current), (2, Behind), (3, Ahead)]);
    }

    #[test]
    fn where_nothing_is_in_front_there_is_nothing_to_be_behind() {
        assert_eq!(stand(&[(2, 7), (3, 7)]), [(2, Standing::Current), (3, Standing::Current)]);
        assert_eq!(stand(&[]), []);
    }
}
