//! What can be done with a feature now, by whom, and why not.

use super::types::{Details, Transport};
use crate::caller::Can;
use model::feature::deploy::{Assigned, Group, plan};
use model::feature::right::Action;
use model::feature::transition::{Step, steps};
use model::feature::{Refusal, Status};

/// What can be done with a feature now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// `edit`, `assign`, `unassign`, `deploy`.
    pub can: Can,
    pub steps: Vec<Step>,
    /// What a deployment would bring where.
    pub groups: Vec<Group>,
}

impl Details {
    /// What the caller can do with it now.
    #[must_use]
    pub fn outlook(&self) -> Outlook {
        let (status, powers) = (self.feature.status, &self.powers);
        let assigned: Vec<Assigned> = self.transports.iter().map(seen).collect();
        let may = |action| status.editable().and_then(|()| powers.demand(action));
        let plan = plan(status, powers, &assigned, None);
        let can = [
            ("edit", may(Action::Edit)),
            ("assign", may(Action::Assign).and_then(|()| takes(status))),
            ("unassign", may(Action::Assign).and_then(|()| gives(status))),
            ("deploy", plan.as_ref().map(drop).map_err(Clone::clone)),
        ];
        let told = |(what, outcome): (_, Result<(), Refusal>)| (what, outcome.map_err(|why| why.to_string()));
        Outlook {
            can: can.into_iter().map(told).collect(),
            steps: steps(status, powers, &assigned),
            groups: plan.unwrap_or_default(),
        }
    }
}

fn seen(transport: &Transport) -> Assigned {
    Assigned { id: transport.id, way: transport.way.clone(), deleted: transport.deleted }
}

fn takes(status: Status) -> Result<(), Refusal> {
    match status.takes_transports() {
        true => Ok(()),
        false => Err(Refusal::State(format!("a feature in status {} takes no transports", status.label()))),
    }
}

fn gives(status: Status) -> Result<(), Refusal> {
    match status.gives_transports() {
        true => Ok(()),
        false => Err(Refusal::State(format!("in status {} transports cannot be unassigned", status.label()))),
    }
}
