//! An operation as durable work: where it is, and what comes next.

use crate::work::Lane;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An operation at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deployment {
    pub operation: Uuid,
    /// The subaccount.
    #[serde(default)]
    pub tenant: String,
    /// What is to be done next.
    #[serde(default)]
    pub at: DeployAt,
}

/// What an operation does next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeployAt {
    /// What its row says.
    #[default]
    Begin,
    /// Archive and extensions are read, and the plan is made.
    Read,
    /// This module, counted from 0, is brought in.
    Module(usize),
    /// All modules are in.
    Finish {
        /// Whether somebody has looked at what was deployed.
        confirmed: bool,
    },
}

impl DeployAt {
    /// What follows when `done` of `modules` modules are in (`None`: they are not known yet).
    #[must_use]
    pub const fn after(modules: Option<usize>, done: usize, confirmed: bool) -> Self {
        match modules {
            None => Self::Read,
            Some(modules) if done < modules => Self::Module(done),
            Some(_) => Self::Finish { confirmed },
        }
    }

    /// What it mostly waits for.
    #[must_use]
    pub const fn lane(self) -> Lane {
        match self {
            Self::Begin | Self::Read | Self::Finish { .. } => Lane::Local,
            Self::Module(_) => Lane::Transfer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_reads_then_brings_in_module_after_module_then_finishes() {
        let at = |modules, done| DeployAt::after(modules, done, false);
        assert_eq!(at(None, 0), DeployAt::Read);
        assert_eq!([at(Some(2), 0), at(Some(2), 1)], [DeployAt::Module(0), DeployAt::Module(1)]);
        assert_eq!(at(Some(2), 2), DeployAt::Finish { confirmed: false });
        assert_eq!(at(Some(0), 0), DeployAt::Finish { confirmed: false });
    }
}
