//! What a deployment consists of: the transports of a feature by the node that each goes to next.

use super::right::{Action, Powers};
use super::way::TransportPath;
use super::{Refusal, Status};
use std::collections::BTreeMap;

/// A transport of a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// Its number.
    pub id: i64,
    pub way: TransportPath,
    /// Whether it was deleted in transport management.
    pub deleted: bool,
}

/// What goes to one node, in one import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The node's number.
    pub node: i64,
    pub name: String,
    /// Whether it is the last of its way.
    pub production: bool,
    /// The transports, in the order of their release.
    pub transports: Vec<i64>,
}

/// What to import where. With a target, only what goes there next; without, everything that may go anywhere.
///
/// # Errors
/// When the right is missing, the status or the state of the transports forbids it, or an import is under way.
pub fn plan(
    status: Status,
    powers: &Powers,
    assigned: &[Assigned],
    target: Option<&str>,
) -> Result<Vec<Group>, Refusal> {
    if !powers.may(Action::DeployProduction) {
        powers.demand(Action::DeployTest)?;
    }
    status.editable()?;
    if !status.deploys_to_test() {
        let text = format!("a feature in status {} cannot be deployed; start its implementation first", status.label());
        return Err(Refusal::state(text));
    }
    if let Some(busy) = assigned.iter().find(|transport| transport.way.is_scheduled()) {
        let text = format!("transport {}: {}; wait until that has ended", busy.id, busy.way.label());
        return Err(Refusal::Busy(text));
    }
    let groups = chosen(status, powers, groups(assigned, target));
    if groups.is_empty() {
        return Err(Refusal::state(nothing(assigned, target)));
    }
    groups.iter().try_for_each(|group| allowed(status, powers, group))?;
    Ok(groups)
}

/// Without a target what cannot go on yet is left out, as long as something else can.
fn chosen(status: Status, powers: &Powers, groups: Vec<Group>) -> Vec<Group> {
    let fits = |group: &Group| allowed(status, powers, group).is_ok();
    if groups.iter().any(fits) { groups.into_iter().filter(fits).collect() } else { groups }
}

fn groups(assigned: &[Assigned], target: Option<&str>) -> Vec<Group> {
    let mut by_node = BTreeMap::<i64, Group>::new();
    for transport in assigned.iter().filter(|transport| !transport.deleted) {
        let Some(stop) = transport.way.target().filter(|stop| target.is_none_or(|name| name == stop.name)) else {
            continue;
        };
        let production = transport.way.next_is_production();
        let new = || Group { node: stop.node, name: stop.name.clone(), production, transports: Vec::new() };
        let group = by_node.entry(stop.node).or_insert_with(new);
        group.production |= production;
        group.transports.push(transport.id);
    }
    by_node.values_mut().for_each(|group| group.transports.sort_unstable());
    by_node.into_values().collect()
}

fn allowed(status: Status, powers: &Powers, group: &Group) -> Result<(), Refusal> {
    if !group.production {
        return powers.demand(Action::DeployTest);
    }
    powers.demand(Action::DeployProduction)?;
    if status.deploys_to_production() {
        return Ok(());
    }
    let (now, wanted) = (status.label(), Status::ReadyForProduction.label());
    Err(Refusal::state(format!("{} is production: the feature must be {wanted}, it is {now}", group.name)))
}

fn nothing(assigned: &[Assigned], target: Option<&str>) -> String {
    if assigned.is_empty() {
        return "no transport is assigned to the feature".to_owned();
    }
    if let Some(problem) = assigned.iter().find_map(|transport| transport.way.problem.as_deref()) {
        return format!("the landscape does not fit: {problem}");
    }
    match target {
        Some(name) => format!("no transport of this feature goes to '{name}' next"),
        None => "every transport of this feature has reached its last node or was deleted".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::right::Access;
    use super::super::way::{Seen, tests::way};
    use super::*;
    use crate::role::alm;

    fn manager() -> Powers {
        Powers::of_person(|name| [alm::DEPLOY_TEST, alm::DEPLOY_PROD].contains(&name), Access::Public, None)
    }

    fn tester_only() -> Powers {
        Powers::of_person(|name| name == alm::DEPLOY_TEST, Access::Public, None)
    }

    fn released(id: i64) -> Assigned {
        Assigned { id, way: way(), deleted: false }
    }

    fn tested(id: i64) -> Assigned {
        let mut transport = released(id);
        transport.way.observe(2, Seen::Good, false);
        transport
    }

    fn names(groups: &[Group]) -> Vec<(&str, &[i64])> {
        groups.iter().map(|group| (group.name.as_str(), group.transports.as_slice())).collect()
    }

    #[test]
    fn transports_are_grouped_by_target_in_release_order() {
        let assigned = [released(9), tested(3), released(4)];
        let groups = plan(Status::ReadyForProduction, &manager(), &assigned, None).unwrap();
        assert_eq!(names(&groups), [("TEST", &[4, 9][..]), ("PROD", &[3])]);
        let groups = plan(Status::ReadyForProduction, &manager(), &assigned, Some("PROD")).unwrap();
        assert_eq!(names(&groups), [("PROD", &[3][..])]);
    }

    #[test]
    fn a_status_that_does_not_deploy_refuses() {
        for status in [Status::NotPlanned, Status::InSpecification, Status::Deployed] {
            assert!(matches!(plan(status, &manager(), &[released(1)], None), Err(Refusal::State(_))), "{status:?}");
        }
        assert!(plan(Status::InImplementation, &manager(), &[released(1)], None).is_ok());
    }

    #[test]
    fn production_waits_for_the_approval_while_failed_ones_go_to_test_again() {
        let mut failed = released(2);
        failed.way.observe(2, Seen::Fatal, false);
        let assigned = [tested(1), failed];
        let groups = plan(Status::InImplementation, &manager(), &assigned, None).unwrap();
        assert_eq!(names(&groups), [("TEST", &[2][..])]);
        let refused = plan(Status::InImplementation, &manager(), &assigned, Some("PROD")).unwrap_err();
        assert!(refused.to_string().contains("PROD is production"), "{refused}");
    }

    #[test]
    fn the_test_template_does_not_reach_production() {
        let refused = plan(Status::ReadyForProduction, &tester_only(), &[tested(1)], None).unwrap_err();
        assert!(matches!(&refused, Refusal::Right(text) if text.contains(alm::DEPLOY_PROD)), "{refused}");
        let nobody = Powers::of_person(|_| false, Access::Public, None);
        assert!(matches!(plan(Status::InSpecification, &nobody, &[], None), Err(Refusal::Right(_))));
    }

    #[test]
    fn what_is_scheduled_blocks_a_second_deployment() {
        let mut scheduled = released(1);
        scheduled.way.schedule(2);
        let refused = plan(Status::InTesting, &manager(), &[scheduled, released(2)], None).unwrap_err();
        assert!(matches!(refused, Refusal::Busy(_)));
    }

    #[test]
    fn nothing_to_deploy_says_why() {
        let mut done = tested(1);
        done.way.observe(3, Seen::Good, false);
        let mut broken = released(2);
        (broken.way.stops, broken.way.problem) = (Vec::new(), Some("fork".to_owned()));
        let mut deleted = released(3);
        deleted.deleted = true;
        for (assigned, text) in [
            (vec![], "no transport is assigned"),
            (vec![done], "has reached its last node"),
            (vec![broken], "does not fit: fork"),
            (vec![deleted], "was deleted"),
        ] {
            let refused = plan(Status::InTesting, &manager(), &assigned, None).unwrap_err().to_string();
            assert!(refused.contains(text), "{refused}");
        }
    }
}
