//! Instances that somebody provides: credentials in a space, which no broker made.

use crate::error::Result;
use crate::row::Record;
use crate::sealed::{Column, Sealed};
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{InstanceId, SpaceGuid, Time};
use uuid::Uuid;

record! {
    /// An instance that somebody provides.
    pub struct UserProvidedRow of "cf_user_provided" {
        /// Its GUID.
        pub id: InstanceId,
        pub space: SpaceGuid,
        /// Unique in the space.
        pub name: String,
        /// JSON object, sealed.
        pub credentials: String,
        /// Where logs of bound apps go.
        pub syslog_drain_url: Option<String>,
        /// Through where requests to bound routes go.
        pub route_service_url: Option<String>,
        pub created_at: Time,
        pub updated_at: Time,
    }
}

/// Addresses hold tokens often enough.
impl Sealed for UserProvidedRow {
    fn each(&mut self, text: &mut dyn FnMut(Column, Uuid, &mut String) -> Result<()>) -> Result<()> {
        let Self { id, syslog_drain_url, route_service_url, .. } = self;
        Column::urls(id.0, [syslog_drain_url, route_service_url], text)
    }
}

const INSERT: &str = insert!(UserProvidedRow);

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &UserProvidedRow) -> Result<()> {
    let row = tx.sealed(row)?;
    tx.execute(INSERT, row.params()).await.map(drop)
}

const GET: &str = select!(UserProvidedRow, "where id = $1");

/// The one with this GUID.
pub async fn get(tx: &mut Tx, id: InstanceId) -> Result<Option<UserProvidedRow>> {
    tx.opened_opt(GET, p![id]).await
}

const NAMED: &str = "select id from cf_user_provided where space = $1 and name = $2";

/// The one of this name.
pub async fn named(tx: &mut Tx, space: SpaceGuid, name: &str) -> Result<Option<InstanceId>> {
    tx.query_opt(NAMED, p![space, name]).await
}

const UPDATE: &str = "update cf_user_provided set name = $2, credentials = $3, syslog_drain_url = $4, \
    route_service_url = $5, updated_at = $6 where id = $1";

/// Saves everything that can change.
pub async fn update(tx: &mut Tx, row: &UserProvidedRow) -> Result<()> {
    let UserProvidedRow { id, name, credentials, syslog_drain_url, route_service_url, updated_at, .. } =
        &tx.sealed(row)?;
    let values = p![id, name, credentials, syslog_drain_url, route_service_url, updated_at];
    tx.execute(UPDATE, values).await.map(drop)
}

const DELETE: &str = "delete from cf_user_provided where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: InstanceId) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
