//! Service instances, and the record of what was done to them and to their bindings.

use crate::error::Result;
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A service instance.
    pub struct InstanceRow {
        /// Its GUID.
        pub id: Uuid,
        /// Whose it is.
        pub subaccount: Uuid,
        /// The GUID of the space it is in; empty for those of service manager.
        pub space: String,
        /// The service.
        pub service: String,
        /// The plan.
        pub plan: String,
        /// Its name.
        pub name: String,
        /// JSON, as given; sealed at rest.
        pub parameters: String,
        /// JSON: key to list of values.
        pub labels: String,
        /// Its application, with the plan index.
        pub app_id: String,
        /// `binding-secret` or `instance-secret`.
        pub credential: String,
        /// The secret that all its keys share, sealed.
        pub secret: Option<String>,
        /// JSON: the last operation on it.
        pub operation: String,
        /// Who made it.
        pub created_by: String,
        /// When, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub updated_at: i64,
    }
}

fn opened(tx: &Tx, mut row: InstanceRow) -> Result<InstanceRow> {
    tx.unseal(Column::InstanceParameters, row.id, &mut row.parameters)?;
    Ok(row)
}

const INSERT: &str = "insert into service_instance (id, subaccount, space, service, plan, name, parameters, labels, \
    app_id, credential, secret, operation, created_by, created_at, updated_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &InstanceRow) -> Result<()> {
    let parameters = tx.seal(Column::InstanceParameters, row.id, &row.parameters)?;
    let values = p![
        row.id,
        row.subaccount,
        &row.space,
        &row.service,
        &row.plan,
        &row.name,
        &parameters,
        &row.labels,
        &row.app_id,
        &row.credential,
        row.secret.as_deref(),
        &row.operation,
        &row.created_by,
        row.created_at,
        row.updated_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const FIND: &str = "select id, subaccount, space, service, plan, name, parameters, labels, app_id, credential, secret, \
    operation, created_by, created_at, updated_at from service_instance where id = $1";

/// The instance with this GUID.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<InstanceRow>> {
    let found = tx.query_opt(FIND, p![id]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const BY_NAME: &str = "select id, subaccount, space, service, plan, name, parameters, labels, app_id, credential, secret, \
    operation, created_by, created_at, updated_at from service_instance \
    where subaccount = $1 and space = $2 and name = $3";

/// The instance with this name in a space, or among those of service manager.
pub async fn by_name(tx: &mut Tx, subaccount: Uuid, space: &str, name: &str) -> Result<Option<InstanceRow>> {
    let found = tx.query_opt(BY_NAME, p![subaccount, space, name]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const BY_APP: &str = "select id from service_instance where app_id = $1";

/// The instance whose application has this id.
pub async fn by_app(tx: &mut Tx, app_id: &str) -> Result<Option<Uuid>> {
    tx.query_opt(BY_APP, p![app_id]).await
}

const IN_MANAGER: &str = "select id, subaccount, space, service, plan, name, parameters, labels, app_id, credential, secret, \
    operation, created_by, created_at, updated_at from service_instance \
    where subaccount = $1 and space = '' and id > $2 order by id limit $3";

/// A page of a subaccount's that are in no space, by GUID, after this GUID.
pub async fn in_manager(tx: &mut Tx, subaccount: Uuid, after: Uuid, limit: i64) -> Result<Vec<InstanceRow>> {
    let rows: Vec<InstanceRow> = tx.query(IN_MANAGER, p![subaccount, after, limit]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const COUNT_IN_MANAGER: &str = "select count(*) from service_instance where subaccount = $1 and space = ''";

/// How many of a subaccount's are in no space.
pub async fn count_in_manager(tx: &mut Tx, subaccount: Uuid) -> Result<i64> {
    tx.query_one(COUNT_IN_MANAGER, p![subaccount]).await
}

const IN_SPACE: &str = "select id, subaccount, space, service, plan, name, parameters, labels, app_id, credential, secret, \
    operation, created_by, created_at, updated_at from service_instance \
    where space = $1 and name > $2 order by name limit $3";

/// A page of those in a space, by name, after this name.
pub async fn in_space(tx: &mut Tx, space: &str, after: &str, limit: i64) -> Result<Vec<InstanceRow>> {
    let rows: Vec<InstanceRow> = tx.query(IN_SPACE, p![space, after, limit]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const UPDATE: &str = "update service_instance set plan = $2, name = $3, parameters = $4, labels = $5, secret = $6, \
    operation = $7, updated_at = $8 where id = $1";

/// Writes what can change.
pub async fn update(tx: &mut Tx, row: &InstanceRow) -> Result<()> {
    let InstanceRow { id, plan, name, parameters, labels, operation, updated_at, .. } = row;
    let parameters = tx.seal(Column::InstanceParameters, *id, parameters)?;
    let values = p![*id, plan, name, &parameters, labels, row.secret.as_deref(), operation, *updated_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const LOCK: &str = "update service_instance set updated_at = updated_at where id = $1";

/// Makes this transaction the only one that changes the instance or its keys; `false` if it is gone.
pub async fn lock(tx: &mut Tx, id: Uuid) -> Result<bool> {
    Ok(tx.execute(LOCK, p![id]).await? == 1)
}

const DELETE: &str = "delete from service_instance where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}

record! {
    /// Something that was done.
    pub struct OperationRow {
        /// Its GUID.
        pub id: Uuid,
        /// Whose.
        pub subaccount: Uuid,
        /// `service_instances` or `service_bindings`.
        pub resource_type: String,
        /// On what.
        pub resource: Uuid,
        /// `create`, `update` or `delete`.
        pub kind: String,
        /// When, in microseconds.
        pub at: i64,
    }
}

const INSERT_OPERATION: &str = "insert into service_operation (id, subaccount, resource_type, resource, kind, at) \
    values ($1, $2, $3, $4, $5, $6)";

/// Records an operation.
pub async fn insert_operation(tx: &mut Tx, row: &OperationRow) -> Result<()> {
    let OperationRow { id, subaccount, resource_type, resource, kind, at } = row;
    tx.execute(INSERT_OPERATION, p![*id, *subaccount, resource_type, *resource, kind, *at]).await.map(drop)
}

const FIND_OPERATION: &str =
    "select id, subaccount, resource_type, resource, kind, at from service_operation where id = $1";

/// The operation with this GUID.
pub async fn find_operation(tx: &mut Tx, id: Uuid) -> Result<Option<OperationRow>> {
    tx.query_opt(FIND_OPERATION, p![id]).await
}
