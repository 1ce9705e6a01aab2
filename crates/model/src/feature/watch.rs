//! An import that Cloud ALM ordered from transport management, from the order to its end.

use crate::Time;
use serde::{Deserialize, Serialize};

/// It, as work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeploymentWatch {
    /// The order.
    pub id: i64,
    #[serde(default)]
    pub tenant: String,
    /// How far it is.
    #[serde(default)]
    pub at: WatchAt,
}

/// How far such an import is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WatchAt {
    /// It was ordered, and may have been started.
    #[default]
    Ordered,
    /// It runs.
    Running {
        /// The action of transport management.
        action: i64,
        since: Time,
    },
}
