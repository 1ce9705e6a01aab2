//! Service instances, in spaces and of service manager alike. Each is an OAuth client; its keys ([`super::binding`])
//! are the secrets of that client.

mod change;

pub(crate) use change::create_as;
pub use change::{NewInstance, Update, create, create_labelled, delete, delete_unbound, update};

use crate::error::{Error, Result};
use model::catalog::{self, Plan};
use model::{InstanceId, SpaceGuid, SubaccountId};
use serde_json::{Map, Value};
pub use store::instance::Instance;
use store::{OrEmpty, Tx};

/// Its plan's row in the catalogue.
///
/// # Errors
/// Internal, when the catalogue has no such plan any more.
pub fn catalog_plan(of: &Instance) -> Result<&'static Plan> {
    plan_of(&of.service, &of.plan)
}

/// As [`catalog_plan`], by the names that an instance has of it.
///
/// # Errors
/// As there.
pub fn plan_of(service: &str, plan: &str) -> Result<&'static Plan> {
    catalog::plan(service, plan)
        .ok_or_else(|| Error::internal(format!("plan {service}/{plan} is not in the catalogue")))
}

/// The instance with this GUID, whosever it is.
pub async fn find(tx: &mut Tx, id: InstanceId) -> Result<Option<Instance>> {
    Ok(store::instance::find(tx, id).await?)
}

/// The instance of this name in a space, or among those of service manager.
pub async fn find_by_name(
    tx: &mut Tx,
    subaccount: SubaccountId,
    space: Option<SpaceGuid>,
    name: &str,
) -> Result<Option<Instance>> {
    Ok(store::instance::by_name(tx, subaccount, OrEmpty(space), name).await?)
}

/// An instance, held: nobody else changes it or its keys before this transaction ends.
pub(super) async fn locked(tx: &mut Tx, id: InstanceId) -> Result<Instance> {
    store::instance::lock(tx, id).await?;
    store::instance::find(tx, id).await?.ok_or_else(not_found)
}

pub(super) fn not_found() -> Error {
    Error::not_found("could not find such service instance")
}

/// Parameters as an object; nothing given is an empty one.
pub(super) fn object(parameters: Value) -> Result<Map<String, Value>> {
    match parameters {
        Value::Null => Ok(Map::new()),
        Value::Object(object) => Ok(object),
        _ => Err(Error::invalid("parameters must be a JSON object")),
    }
}
