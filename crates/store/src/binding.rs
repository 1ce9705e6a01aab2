//! Keys of service instances.

use crate::error::Result;
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A key.
    pub struct BindingRow {
        /// Its GUID.
        pub id: Uuid,
        /// Of which instance.
        pub instance: Uuid,
        /// Its name.
        pub name: String,
        /// JSON, as given.
        pub parameters: String,
        /// JSON: key to list of values.
        pub labels: String,
        /// Its own secret, sealed; none when the instance's is shared.
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

fn opened(tx: &Tx, mut row: BindingRow) -> Result<BindingRow> {
    tx.unseal(Column::BindingParameters, row.id, &mut row.parameters)?;
    Ok(row)
}

const INSERT: &str = "insert into service_binding \
    (id, instance, name, parameters, labels, secret, operation, created_by, created_at, updated_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &BindingRow) -> Result<()> {
    let parameters = tx.seal(Column::BindingParameters, row.id, &row.parameters)?;
    let values = p![
        row.id,
        row.instance,
        &row.name,
        &parameters,
        &row.labels,
        row.secret.as_deref(),
        &row.operation,
        &row.created_by,
        row.created_at,
        row.updated_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const FIND: &str = "select id, instance, name, parameters, labels, secret, operation, created_by, created_at, \
    updated_at from service_binding where id = $1";

/// The key with this GUID.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<BindingRow>> {
    let found = tx.query_opt(FIND, p![id]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const BY_NAME: &str = "select id, instance, name, parameters, labels, secret, operation, created_by, created_at, \
    updated_at from service_binding where instance = $1 and name = $2";

/// The key of this name.
pub async fn by_name(tx: &mut Tx, instance: Uuid, name: &str) -> Result<Option<BindingRow>> {
    let found = tx.query_opt(BY_NAME, p![instance, name]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const OF_INSTANCE: &str = "select id, instance, name, parameters, labels, secret, operation, created_by, \
    created_at, updated_at from service_binding where instance = $1 order by name";

/// All keys of an instance.
pub async fn of_instance(tx: &mut Tx, instance: Uuid) -> Result<Vec<BindingRow>> {
    let rows: Vec<BindingRow> = tx.query(OF_INSTANCE, p![instance]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const IN_MANAGER: &str = "select b.id, b.instance, b.name, b.parameters, b.labels, b.secret, b.operation, \
    b.created_by, b.created_at, b.updated_at from service_binding b join service_instance i on i.id = b.instance \
    where i.subaccount = $1 and i.space = '' and b.id > $2 order by b.id limit $3";

/// A page of the keys of a subaccount's instances that are in no space, by GUID, after this GUID.
pub async fn in_manager(tx: &mut Tx, subaccount: Uuid, after: Uuid, limit: i64) -> Result<Vec<BindingRow>> {
    let rows: Vec<BindingRow> = tx.query(IN_MANAGER, p![subaccount, after, limit]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const HOLDERS_IN_MANAGER: &str = "select b.id, i.name from service_binding b join service_instance i on i.id = b.instance \
    where i.subaccount = $1 and i.space = '' and b.id > $2 order by b.id limit $3";

/// The names of their instances, for the same page: GUID of the key, name of the instance.
pub async fn holders_in_manager(tx: &mut Tx, subaccount: Uuid, after: Uuid, limit: i64) -> Result<Vec<(Uuid, String)>> {
    tx.query(HOLDERS_IN_MANAGER, p![subaccount, after, limit]).await
}

const COUNT_IN_MANAGER: &str = "select count(*) from service_binding b join service_instance i on i.id = b.instance \
    where i.subaccount = $1 and i.space = ''";

/// How many there are.
pub async fn count_in_manager(tx: &mut Tx, subaccount: Uuid) -> Result<i64> {
    tx.query_one(COUNT_IN_MANAGER, p![subaccount]).await
}

const COUNT: &str = "select count(*) as keys from service_binding where instance = $1";

/// How many keys an instance has.
pub async fn count(tx: &mut Tx, instance: Uuid) -> Result<i64> {
    tx.query_one(COUNT, p![instance]).await
}

const DELETE: &str = "delete from service_binding where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
