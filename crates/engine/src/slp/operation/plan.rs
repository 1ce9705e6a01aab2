//! What an operation is going to do: made once from archive and extensions ([`super::wish`]), stored, and not changed
//! any more.

use crate::cx::Cx;
use crate::error::{Error, Result};
use model::OperationId;
use model::operation::ErrorType;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::operation::Operation;
use store::sealed::Hidden;

/// What an instance must be able to do so that values can be set through it.
pub(super) const CONFIGURE_ROLE: &str = "WorkspacePackagesConfigure";
/// The parameter of a module that holds values for its flows.
pub(super) const CONFIGURATION: &str = "configuration-values";

/// A resource that is a key of an instance that is there.
pub(super) const EXISTING_KEY: &str = "org.cloudfoundry.existing-service-key";

/// The whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Plan {
    pub(super) mta_id: String,
    pub(super) version: String,
    /// In the order in which they are deployed.
    pub(super) modules: Vec<Planned>,
}

/// One module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Planned {
    pub(super) name: String,
    pub(super) target: Target,
    /// Of a package; nothing for content that stands in the descriptor.
    #[serde(default)]
    pub(super) payload: Payload,
    /// Services of the space that must be there, too.
    #[serde(default)]
    pub(super) services: Vec<Service>,
    /// The [`Values`], sealed.
    #[serde(default)]
    sealed: Option<String>,
    /// Where plans of older versions have them.
    #[serde(default, skip_serializing)]
    configuration: Vec<Setting>,
}

impl Planned {
    pub(super) fn new(name: String, target: Target, services: Vec<Service>) -> Self {
        Self { name, target, services, payload: Payload::default(), sealed: None, configuration: Vec::new() }
    }

    fn context(&self, operation: OperationId) -> String {
        format!("deploy_operation {operation} {}", self.name)
    }

    /// Puts the values in.
    pub(super) fn seal(&mut self, cx: &Cx, operation: OperationId, values: &Values) -> Result<()> {
        let plain = serde_json::to_vec(values)?;
        self.sealed = Some(cx.vault.seal(&cx.random, &self.context(operation), &plain)?);
        Ok(())
    }

    /// Takes the values out.
    pub(super) fn values(&self, cx: &Cx, operation: OperationId) -> Result<Values> {
        match &self.sealed {
            Some(sealed) => Ok(serde_json::from_slice(&cx.vault.open(&self.context(operation), sealed)?)?),
            None => Ok(Values { configuration: self.configuration.clone(), destinations: Vec::new() }),
        }
    }
}

/// What may hold secrets.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Values {
    /// To be set after the content is in.
    pub(super) configuration: Vec<Setting>,
    /// To be written instead of a package.
    pub(super) destinations: Vec<Batch>,
}

/// Destinations of one level.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Batch {
    /// Whether they are the target instance's own; else the subaccount's.
    pub(super) of_instance: bool,
    pub(super) policy: Policy,
    pub(super) destinations: Vec<Map<String, Value>>,
}

/// What to do about a destination that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Policy {
    Fail,
    Ignore,
    Update,
}

/// The value of one externalised parameter of a flow.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Setting {
    pub(super) flow: String,
    pub(super) key: String,
    pub(super) value: String,
}

/// The content of a module, as the tenant takes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) package: String,
    pub(super) blob: String,
    pub(super) size: u64,
}

/// Where a module goes: through a key of a service instance of the space.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Target {
    pub(super) instance: String,
    pub(super) service: String,
    pub(super) plan: String,
    pub(super) parameters: Value,
    /// Whether the instance may be made.
    pub(super) may_make: bool,
    /// Whether an instance that is there gets the parameters.
    #[serde(default)]
    pub(super) may_update: bool,
    pub(super) key: String,
    pub(super) key_parameters: Value,
    /// Whether the key may be made.
    pub(super) may_make_key: bool,
    pub(super) delete_key: bool,
}

/// A service that is not the target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Service {
    pub(super) target: Target,
    /// Whether it gets the key, too.
    pub(super) with_key: bool,
    /// Further keys, by name, with their parameters.
    pub(super) keys: Vec<(String, Value)>,
    /// Whether its failure is only a warning.
    pub(super) optional: bool,
}

/// Why an operation cannot go on.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) kind: ErrorType,
    pub(super) text: String,
}

impl Failure {
    pub(super) fn content(text: impl Into<String>) -> Self {
        Self { kind: ErrorType::Content, text: text.into() }
    }

    pub(super) fn infrastructure(text: impl Into<String>) -> Self {
        Self { kind: ErrorType::Infrastructure, text: text.into() }
    }
}

impl From<mta::Error> for Failure {
    fn from(error: mta::Error) -> Self {
        Self::content(error.to_string())
    }
}

/// Why a step ends early: the operation cannot go on, or the step itself could not be done and is tried again.
#[derive(Debug)]
pub(super) enum Stop {
    Failed(Failure),
    Broken(Error),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<mta::Error> for Stop {
    fn from(error: mta::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Broken(error.into())
    }
}

/// The plan of an operation, once it has one.
pub(super) fn of(row: &Operation) -> Result<Option<Plan>> {
    Ok(row.plan.as_ref().map(Hidden::json).transpose()?)
}

// A test compares what would be done with what its table says, so there it can be printed.
#[cfg(not(test))]
wire::unprinted!(Target, Setting);
