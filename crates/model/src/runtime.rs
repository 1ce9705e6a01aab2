//! What is deployed in a tenant.

use crate::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// How a deployed artifact is.
    RuntimeStatus, "status of a deployed artifact", "STARTING, STARTED, ERROR", {
        /// It is being built.
        Starting = "STARTING",
        /// It runs.
        Started = "STARTED",
        /// It could not be built or started.
        Error = "ERROR",
    }
}

words! {
    /// How a build and deploy task is.
    TaskStatus, "status of a task", "DEPLOYING, SUCCESS, FAIL", {
        /// At work.
        Deploying = "DEPLOYING",
        /// Well done.
        Success = "SUCCESS",
        /// The artifact could not be built or started.
        Fail = "FAIL",
    }
}

/// An address at which a deployed flow listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listener {
    /// `REST` or `SOAP`.
    pub protocol: String,
    /// As in the flow, without a slash at its start.
    pub address: String,
    /// Below the tenant: `/http/orders`.
    pub path: String,
}
