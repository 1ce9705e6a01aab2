//! Service instances, and the record of what was done to them and to their bindings.

use crate::column::OrEmpty;
use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Hidden, Sealed};
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::account::Labels;
use model::instance::{Credential, Operation, OperationKind, Resource};
use model::{InstanceId, SpaceGuid, SubaccountId, Time};
use uuid::Uuid;

record! {
    /// A service instance.
    pub struct Instance of "service_instance" {
        /// Its GUID.
        pub id: InstanceId,
        /// Whose it is.
        pub subaccount: SubaccountId,
        /// The space it is in; none for those of service manager.
        pub space: OrEmpty<SpaceGuid>,
        pub service: String,
        pub plan: String,
        pub name: String,
        /// A JSON object, as given; sealed at rest.
        pub parameters: Hidden,
        pub labels: Labels,
        /// Its application, with the plan index.
        pub app_id: String,
        /// How its keys are made.
        pub credential: Credential,
        /// The secret that all its keys share, sealed.
        pub secret: Option<String>,
        /// The last thing done to it.
        pub operation: Operation,
        pub created_by: String,
        pub created_at: Time,
        pub updated_at: Time,
    }
}

impl Sealed for Instance {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        text(Column::InstanceParameters, self.id.0, &mut self.parameters.0)
    }
}

const INSERT: &str = insert!(Instance);

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &Instance) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const FIND: &str = select!(Instance, "where id = $1");

/// The instance with this GUID.
pub async fn find(tx: &mut Tx, id: InstanceId) -> Result<Option<Instance>> {
    tx.opened_opt(FIND, p![id]).await
}

const BY_NAME: &str = select!(Instance, "where subaccount = $1 and space = $2 and name = $3");

/// The instance with this name in a space, or among those of service manager.
pub async fn by_name(
    tx: &mut Tx,
    subaccount: SubaccountId,
    space: OrEmpty<SpaceGuid>,
    name: &str,
) -> Result<Option<Instance>> {
    tx.opened_opt(BY_NAME, p![subaccount, &space, name]).await
}

const BY_APP: &str = "select id from service_instance where app_id = $1";

/// The instance whose application has this id.
pub async fn by_app(tx: &mut Tx, app_id: &str) -> Result<Option<InstanceId>> {
    tx.query_opt(BY_APP, p![app_id]).await
}

const IN_MANAGER: &str = select!(Instance, "where subaccount = $1 and space = '' and id > $2 order by id limit $3");

/// A page of a subaccount's that are in no space, by GUID, after this GUID.
pub async fn in_manager(tx: &mut Tx, subaccount: SubaccountId, after: Uuid, limit: i64) -> Result<Vec<Instance>> {
    tx.opened(IN_MANAGER, p![subaccount, after, limit]).await
}

const COUNT_IN_MANAGER: &str = "select count(*) from service_instance where subaccount = $1 and space = ''";

/// How many of a subaccount's are in no space.
pub async fn count_in_manager(tx: &mut Tx, subaccount: SubaccountId) -> Result<i64> {
    tx.query_one(COUNT_IN_MANAGER, p![subaccount]).await
}

const UPDATE: &str = "update service_instance set plan = $2, name = $3, parameters = $4, labels = $5, secret = $6, \
    operation = $7, updated_at = $8 where id = $1";

/// Writes what can change.
pub async fn update(tx: &mut Tx, row: &Instance) -> Result<()> {
    let Instance { id, plan, name, parameters, labels, secret, operation, updated_at, .. } = &tx.sealed(row)?;
    let values = p![id, plan, name, parameters, labels, secret, operation, updated_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const LOCK: &str = "update service_instance set updated_at = updated_at where id = $1";

/// Makes this transaction the only one that changes the instance or its keys; `false` if it is gone.
pub async fn lock(tx: &mut Tx, id: InstanceId) -> Result<bool> {
    Ok(tx.execute(LOCK, p![id]).await? == 1)
}

const DELETE: &str = "delete from service_instance where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: InstanceId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}

record! {
    /// An operation, with what it was done to.
    pub struct Done of "service_operation" {
        /// Its GUID.
        pub id: Uuid,
        /// Whose.
        pub subaccount: SubaccountId,
        /// What sort of thing.
        pub resource_type: Resource,
        pub resource: Uuid,
        pub kind: OperationKind,
        pub at: Time,
    }
}

const INSERT_OPERATION: &str = insert!(Done);

/// Records an operation.
pub async fn insert_operation(tx: &mut Tx, row: &Done) -> Result<()> {
    tx.execute(INSERT_OPERATION, row.params()).await.map(drop)
}

const FIND_OPERATION: &str = select!(Done, "where id = $1");

/// The operation with this GUID.
pub async fn find_operation(tx: &mut Tx, id: Uuid) -> Result<Option<Done>> {
    tx.query_opt(FIND_OPERATION, p![id]).await
}
