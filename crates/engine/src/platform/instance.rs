//! Service instances, in spaces and of service manager alike. Each is an OAuth client; its keys ([`super::binding`])
//! are the secrets of that client.

mod change;

pub use change::{NewInstance, Update, create, create_labelled, delete, delete_unbound, update};

use super::operation::Operation;
use crate::error::{Error, Result};
use model::account::Labels;
use model::catalog::{self, Plan};
use model::instance::{self, Credential};
use model::{InstanceId, SpaceGuid, SubaccountId, Time};
use serde_json::{Map, Value};
use store::Tx;
use store::instance::InstanceRow;
use uuid::Uuid;

/// A service instance.
#[derive(Clone, PartialEq)]
pub struct Instance {
    /// Its GUID.
    pub id: InstanceId,
    /// Whose it is.
    pub subaccount: SubaccountId,
    /// The space it is in; none for those of service manager.
    pub space: Option<SpaceGuid>,
    /// The service.
    pub service: String,
    /// The plan.
    pub plan: String,
    /// Its name.
    pub name: String,
    /// As given.
    pub parameters: Value,
    /// Labels.
    pub labels: Labels,
    /// Its application, with the plan index.
    pub app_id: String,
    /// How its keys are made.
    pub credential: Credential,
    /// The last thing done to it.
    pub operation: Operation,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: Time,
    /// When changed last.
    pub updated_at: Time,
}

impl Instance {
    pub(super) fn parse(row: InstanceRow) -> Result<Self> {
        let corrupt = |what: String| store::Error::corrupt("service_instance", row.id, what);
        let space = match row.space.as_str() {
            "" => None,
            text => Some(SpaceGuid(Uuid::parse_str(text).map_err(|e| corrupt(e.to_string()))?)),
        };
        Ok(Self {
            id: InstanceId(row.id),
            subaccount: SubaccountId(row.subaccount),
            space,
            credential: Credential::parse(&row.credential).map_err(|e| corrupt(e.to_string()))?,
            service: row.service,
            plan: row.plan,
            name: row.name,
            parameters: serde_json::from_str(&row.parameters)?,
            labels: serde_json::from_str(&row.labels)?,
            app_id: row.app_id,
            operation: serde_json::from_str(&row.operation)?,
            created_by: row.created_by,
            created_at: Time(row.created_at),
            updated_at: Time(row.updated_at),
        })
    }

    /// Its plan's row in the catalogue.
    ///
    /// # Errors
    /// Internal, when the catalogue has no such plan any more.
    pub fn catalog_plan(&self) -> Result<&'static Plan> {
        catalog::plan(&self.service, &self.plan)
            .ok_or_else(|| Error::internal(format!("plan {}/{} is not in the catalogue", self.service, self.plan)))
    }

    /// Its OAuth client.
    #[must_use]
    pub fn client_id(&self) -> String {
        instance::client_id(&self.app_id)
    }
}

/// The instance with this GUID, whosever it is.
///
/// # Errors
/// Of the store.
pub async fn find(tx: &mut Tx, id: InstanceId) -> Result<Option<Instance>> {
    store::instance::find(tx, id.0).await?.map(Instance::parse).transpose()
}

/// The instance of this name in a space, or among those of service manager.
///
/// # Errors
/// Of the store.
pub async fn find_by_name(
    tx: &mut Tx,
    subaccount: SubaccountId,
    space: Option<SpaceGuid>,
    name: &str,
) -> Result<Option<Instance>> {
    store::instance::by_name(tx, subaccount.0, &space_text(space), name).await?.map(Instance::parse).transpose()
}

/// A page of the instances in a space, by name, after this name.
///
/// # Errors
/// Of the store.
pub async fn list_in_space(tx: &mut Tx, space: SpaceGuid, after: &str, limit: i64) -> Result<Vec<Instance>> {
    store::instance::in_space(tx, &space.text(), after, limit).await?.into_iter().map(Instance::parse).collect()
}

/// The row of an instance, held: nobody else changes it or its keys before this transaction ends.
pub(super) async fn locked(tx: &mut Tx, id: InstanceId) -> Result<InstanceRow> {
    store::instance::lock(tx, id.0).await?;
    store::instance::find(tx, id.0).await?.ok_or_else(not_found)
}

pub(super) fn not_found() -> Error {
    Error::not_found("could not find such service instance")
}

fn space_text(space: Option<SpaceGuid>) -> String {
    space.map(SpaceGuid::text).unwrap_or_default()
}

/// Parameters as an object; nothing given is an empty one.
pub(super) fn object(parameters: Value) -> Result<Map<String, Value>> {
    match parameters {
        Value::Null => Ok(Map::new()),
        Value::Object(object) => Ok(object),
        _ => Err(Error::invalid("parameters must be a JSON object")),
    }
}

wire::unprinted!(Instance);
