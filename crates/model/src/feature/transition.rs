//! The one table of status changes.

use super::deploy::Assigned;
use super::right::{Action, Powers};
use super::{Refusal, Status};

/// What must hold besides the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guard {
    /// Nothing.
    None,
    /// No transport was or is being deployed.
    NothingDeployed,
    /// Every transport is deployed in its first node; only warned about.
    FirstNodeAdvised,
    /// Every transport passed all nodes before the last.
    TestsPassed,
    /// The same, and there is something to bring to production.
    Approvable,
    /// No import is under way.
    NothingScheduled,
    /// Every transport reached its last node.
    ProductionReached,
}

struct Transition {
    from: &'static [Status],
    to: Status,
    name: &'static str,
    right: Action,
    guard: Guard,
}

use Status::{
    Deployed, InImplementation, InSpecification, InTesting, NotPlanned, ReadyForProduction, SuccessfullyTested,
};

#[rustfmt::skip]
const TABLE: &[Transition] = &[
    Transition { from: &[InSpecification], to: InImplementation, name: "Start Implementation", right: Action::StartImplementation, guard: Guard::None },
    Transition { from: &[InSpecification, InImplementation, InTesting], to: NotPlanned, name: "Set to Not Planned", right: Action::Plan, guard: Guard::NothingDeployed },
    Transition { from: &[NotPlanned], to: InSpecification, name: "Plan", right: Action::Plan, guard: Guard::None },
    Transition { from: &[InImplementation], to: InTesting, name: "Handover to Test", right: Action::HandOver, guard: Guard::FirstNodeAdvised },
    Transition { from: &[InTesting], to: InImplementation, name: "Back to Implementation", right: Action::Plan, guard: Guard::None },
    Transition { from: &[InTesting], to: SuccessfullyTested, name: "Confirm Successful Test", right: Action::ConfirmTest, guard: Guard::TestsPassed },
    Transition { from: &[SuccessfullyTested], to: ReadyForProduction, name: "Approve for Production", right: Action::Approve, guard: Guard::Approvable },
    Transition { from: &[ReadyForProduction], to: InImplementation, name: "Withdraw Approval", right: Action::Approve, guard: Guard::NothingScheduled },
    Transition { from: &[ReadyForProduction], to: InTesting, name: "Withdraw Approval", right: Action::Approve, guard: Guard::NothingScheduled },
    Transition { from: &[ReadyForProduction], to: Deployed, name: "Confirm Deployment", right: Action::ConfirmDeployment, guard: Guard::ProductionReached },
];

/// Whether a feature may go from one status to another; answers what should be known about it.
///
/// # Errors
/// When there is no such step, the right is missing, or the transports are not where they must be.
pub fn check(from: Status, to: Status, powers: &Powers, assigned: &[Assigned]) -> Result<Vec<String>, Refusal> {
    from.editable()?;
    let step = TABLE.iter().find(|step| step.to == to && step.from.contains(&from));
    let step = step.ok_or_else(|| Refusal::state(no_step(from, to)))?;
    powers.demand(step.right)?;
    guard(step, assigned)
}

/// Where a feature can go from here: status and the name of the step, as far as the rights reach.
#[must_use]
pub fn open(from: Status, powers: &Powers) -> Vec<(Status, &'static str)> {
    let steps = TABLE.iter().filter(|step| step.from.contains(&from) && powers.may(step.right));
    steps.map(|step| (step.to, step.name)).collect()
}

/// The statuses in which a feature waits for somebody with these powers: he confirms its test, approves it, or brings it to
/// production.
#[must_use]
pub fn waiting(powers: &Powers) -> Vec<Status> {
    let mine = [
        (InTesting, Action::ConfirmTest),
        (SuccessfullyTested, Action::Approve),
        (ReadyForProduction, Action::DeployProduction),
    ];
    mine.into_iter().filter(|(_, action)| powers.may(*action)).map(|(status, _)| status).collect()
}

/// A step from here, whoever may take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub to: Status,
    /// What it is called.
    pub name: &'static str,
    /// Why it cannot be taken now, if it cannot.
    pub refusal: Option<Refusal>,
}

/// Every step from here, in the order of the table, with what stands in the way of whom.
#[must_use]
pub fn steps(from: Status, powers: &Powers, assigned: &[Assigned]) -> Vec<Step> {
    let seen = |step: &Transition| Step {
        to: step.to,
        name: step.name,
        refusal: powers.demand(step.right).and_then(|()| guard(step, assigned).map(drop)).err(),
    };
    TABLE.iter().filter(|step| step.from.contains(&from)).map(seen).collect()
}

fn no_step(from: Status, to: Status) -> String {
    let next: Vec<&str> = TABLE.iter().filter(|step| step.from.contains(&from)).map(|step| step.to.word()).collect();
    let (from, to) = (from.word(), to.word());
    format!("a feature cannot go from {from} to {to}; possible from here: {}", next.join(", "))
}

fn guard(step: &Transition, assigned: &[Assigned]) -> Result<Vec<String>, Refusal> {
    let all = |holds: fn(&Assigned) -> bool, why: &str| {
        let offender = assigned.iter().find(|transport| !holds(transport));
        offender.map_or(Ok(Vec::new()), |transport| Err(Refusal::state(sentence(step, transport, why))))
    };
    match step.guard {
        Guard::None => Ok(Vec::new()),
        Guard::NothingDeployed => all(|t| !t.way.has_started(), "was deployed already"),
        Guard::NothingScheduled => all(|t| !t.way.is_scheduled(), "is being deployed"),
        Guard::TestsPassed => all(|t| t.way.passed_tests(), "must be deployed in every test node"),
        Guard::ProductionReached => all(|t| t.way.is_complete(), "has not reached its last node"),
        Guard::Approvable if assigned.is_empty() => {
            Err(Refusal::state(format!("{}: no transport is assigned, so there is no production node", step.name)))
        }
        Guard::Approvable => all(|t| t.way.passed_tests(), "must be deployed in every test node"),
        Guard::FirstNodeAdvised => {
            let early = assigned.iter().filter(|transport| !transport.way.passed_tests());
            Ok(early.map(|transport| format!("transport {} is {}", transport.id, transport.way.label())).collect())
        }
    }
}

fn sentence(step: &Transition, transport: &Assigned, why: &str) -> String {
    let label = match (&transport.way.problem, transport.deleted) {
        (_, true) => "was deleted in transport management; unassign it".to_owned(),
        (Some(problem), _) => problem.clone(),
        _ => transport.way.label(),
    };
    format!("{}: transport {} {why}; it is: {label}", step.name, transport.id)
}

#[cfg(test)]
mod tests {
    use super::super::STATUSES;
    use super::super::right::Access;
    use super::super::way::{Seen, tests::way};
    use super::*;
    use crate::role::alm;
    use crate::{NodeId, RequestId};

    fn powers(templates: &[&str]) -> Powers {
        Powers::of_person(|name| templates.contains(&name), Access::Public, None)
    }

    fn admin() -> Powers {
        powers(&[alm::PROJECT_ADMINISTRATOR])
    }

    fn transport(reached: &[i64]) -> Assigned {
        let mut way = way();
        for node in reached {
            way.observe(NodeId(*node), Seen::Good, false);
        }
        Assigned { id: RequestId(7), way, deleted: false }
    }

    #[test]
    fn the_way_of_a_feature_with_each_persons_own_template() {
        let lead = powers(&[alm::PROJECT_LEAD]);
        let (tested, done) = ([transport(&[2])], [transport(&[2, 3])]);
        let developer = powers(&[alm::START_IMPLEMENTATION, alm::HANDOVER_TO_TEST]);
        let steps: [(_, _, &Powers, &[Assigned]); 5] = [
            (InSpecification, InImplementation, &developer, &[]),
            (InImplementation, InTesting, &developer, &tested),
            (InTesting, SuccessfullyTested, &powers(&[alm::TESTER]), &tested),
            (SuccessfullyTested, ReadyForProduction, &powers(&[alm::CHANGE_MANAGER]), &tested),
            (ReadyForProduction, Deployed, &lead, &done),
        ];
        for (from, to, who, assigned) in steps {
            assert_eq!(check(from, to, who, assigned), Ok(Vec::new()), "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_feature_waits_for_whose_turn_it_is() {
        for (template, expected) in [
            (alm::TESTER, InTesting),
            (alm::CHANGE_MANAGER, SuccessfullyTested),
            (alm::DEPLOY_PROD, ReadyForProduction),
        ] {
            assert_eq!(waiting(&powers(&[template])), [expected], "{template}");
        }
        assert_eq!(waiting(&powers(&[alm::DEVELOPER])), []);
    }

    #[test]
    fn only_the_steps_of_the_table_exist() {
        let mut steps = 0;
        for from in STATUSES {
            for to in STATUSES {
                let known = TABLE.iter().any(|step| step.from.contains(&from) && step.to == to);
                let none = matches!(check(from, to, &admin(), &[]), Err(Refusal::State(_)));
                steps += usize::from(known);
                assert!(known || none, "{from:?} to {to:?}");
            }
        }
        assert_eq!(steps, 12);
        assert!(STATUSES.into_iter().all(|to| check(Deployed, to, &admin(), &[]).is_err()));
    }

    #[test]
    fn a_lead_does_not_approve_and_a_change_manager_does_not_confirm_tests() {
        let lead = powers(&[alm::PROJECT_LEAD]);
        let refused = check(SuccessfullyTested, ReadyForProduction, &lead, &[transport(&[2])]);
        assert!(matches!(refused, Err(Refusal::Right(_))));
        let manager = powers(&[alm::CHANGE_MANAGER]);
        assert!(matches!(check(InTesting, SuccessfullyTested, &manager, &[]), Err(Refusal::Right(_))));
    }

    #[test]
    fn a_failed_test_blocks_test_confirmation_and_approval() {
        let mut failed = transport(&[]);
        failed.way.observe(NodeId(2), Seen::Fatal, false);
        failed.way.observe(NodeId(3), Seen::Waiting, false);
        for (from, to) in [(InTesting, SuccessfullyTested), (SuccessfullyTested, ReadyForProduction)] {
            let refused = check(from, to, &admin(), std::slice::from_ref(&failed)).unwrap_err().to_string();
            assert!(refused.contains("Deployment failed in TEST"), "{refused}");
        }
    }

    #[test]
    fn handing_over_too_early_is_only_warned_about() {
        let warnings = check(InImplementation, InTesting, &admin(), &[transport(&[])]).unwrap();
        assert_eq!(warnings, ["transport 7 is Released"]);
    }

    #[test]
    fn without_a_transport_there_is_nothing_to_approve() {
        assert!(check(SuccessfullyTested, ReadyForProduction, &admin(), &[]).is_err());
    }

    #[test]
    fn confirming_needs_every_transport_in_production() {
        let both = [transport(&[2, 3]), transport(&[2])];
        assert!(check(ReadyForProduction, Deployed, &admin(), &both).is_err());
        let mut deleted = transport(&[2]);
        deleted.deleted = true;
        let text = check(ReadyForProduction, Deployed, &admin(), &[deleted]).unwrap_err().to_string();
        assert!(text.contains("unassign it"), "{text}");
    }

    #[test]
    fn what_was_deployed_is_not_put_off_and_what_runs_is_not_withdrawn() {
        assert!(check(InTesting, NotPlanned, &admin(), &[transport(&[2])]).is_err());
        assert!(check(InTesting, NotPlanned, &admin(), &[transport(&[])]).is_ok());
        let mut running = transport(&[2]);
        running.way.schedule(NodeId(3));
        assert!(check(ReadyForProduction, InTesting, &admin(), &[running]).is_err());
    }

    #[test]
    fn the_open_steps_are_those_of_the_rights() {
        assert_eq!(open(InTesting, &powers(&[alm::TESTER])), [(SuccessfullyTested, "Confirm Successful Test")]);
        assert!(open(Deployed, &admin()).is_empty());
    }

    #[test]
    fn each_step_says_what_stands_in_its_way() {
        let seen = steps(InTesting, &powers(&[alm::TESTER]), &[transport(&[])]);
        let told: Vec<_> = seen.into_iter().map(|step| (step.to, step.refusal)).collect();
        assert!(matches!(&told[0], (NotPlanned, Some(Refusal::Right(_)))));
        assert!(matches!(&told[1], (InImplementation, Some(Refusal::Right(_)))));
        let (to, why) = &told[2];
        assert_eq!(*to, SuccessfullyTested);
        assert!(why.as_ref().is_some_and(|why| why.to_string().contains("must be deployed in every test node")));
        assert_eq!(steps(InTesting, &admin(), &[transport(&[2])])[2].refusal, None);
        assert!(steps(Deployed, &admin(), &[]).is_empty());
    }
}
