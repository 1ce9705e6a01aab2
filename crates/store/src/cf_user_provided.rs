//! Instances that somebody provides: credentials in a space, which no broker made.

use crate::error::Result;
use crate::sealed::Column;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// An instance that somebody provides.
    pub struct UserProvidedRow {
        /// Its GUID.
        pub id: Uuid,
        /// The space.
        pub space: Uuid,
        /// Unique in the space.
        pub name: String,
        /// JSON object, sealed.
        pub credentials: String,
        /// Where logs of bound apps go.
        pub syslog_drain_url: Option<String>,
        /// Through where requests to bound routes go.
        pub route_service_url: Option<String>,
        /// When made, in microseconds.
        pub created_at: i64,
        /// When changed last, in microseconds.
        pub updated_at: i64,
    }
}

/// Addresses hold tokens often enough.
fn opened(tx: &Tx, mut row: UserProvidedRow) -> Result<UserProvidedRow> {
    tx.unseal_some(Column::SyslogDrain, row.id, &mut row.syslog_drain_url)?;
    tx.unseal_some(Column::RouteService, row.id, &mut row.route_service_url)?;
    Ok(row)
}

const INSERT: &str = "insert into cf_user_provided \
    (id, space, name, credentials, syslog_drain_url, route_service_url, created_at, updated_at) \
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Adds one.
pub async fn insert(tx: &mut Tx, row: &UserProvidedRow) -> Result<()> {
    let drain = tx.seal_some(Column::SyslogDrain, row.id, row.syslog_drain_url.as_deref())?;
    let route = tx.seal_some(Column::RouteService, row.id, row.route_service_url.as_deref())?;
    let values = p![
        row.id,
        row.space,
        &row.name,
        &row.credentials,
        drain.as_deref(),
        route.as_deref(),
        row.created_at,
        row.updated_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const GET: &str = "select id, space, name, credentials, syslog_drain_url, route_service_url, created_at, updated_at \
    from cf_user_provided where id = $1";

/// The one with this GUID.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<UserProvidedRow>> {
    let found = tx.query_opt(GET, p![id]).await?;
    found.map(|row| opened(tx, row)).transpose()
}

const IN_SPACE: &str = "select id, space, name, credentials, syslog_drain_url, route_service_url, created_at, updated_at \
    from cf_user_provided where space = $1 order by name";

/// All of a space, by name.
pub async fn in_space(tx: &mut Tx, space: Uuid) -> Result<Vec<UserProvidedRow>> {
    let rows: Vec<UserProvidedRow> = tx.query(IN_SPACE, p![space]).await?;
    rows.into_iter().map(|row| opened(tx, row)).collect()
}

const UPDATE: &str = "update cf_user_provided set name = $2, credentials = $3, syslog_drain_url = $4, \
    route_service_url = $5, updated_at = $6 where id = $1";

/// Saves everything that can change.
pub async fn update(tx: &mut Tx, row: &UserProvidedRow) -> Result<()> {
    let drain = tx.seal_some(Column::SyslogDrain, row.id, row.syslog_drain_url.as_deref())?;
    let route = tx.seal_some(Column::RouteService, row.id, row.route_service_url.as_deref())?;
    let values = p![row.id, &row.name, &row.credentials, drain.as_deref(), route.as_deref(), row.updated_at,];
    tx.execute(UPDATE, values).await.map(drop)
}

const DELETE: &str = "delete from cf_user_provided where id = $1";

/// Removes one.
pub async fn delete(tx: &mut Tx, id: Uuid) -> Result<()> {
    tx.execute(DELETE, p![id]).await.map(drop)
}
