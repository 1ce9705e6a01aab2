//! Zones: the realms that tokens belong to, and the applications that brought roles into them.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::account::ZoneKind;
use model::{Time, ZoneId};

record! {
    /// A zone. Its id is the GUID of the subaccount or of the global account.
    pub struct ZoneRow of "zone" {
        /// The GUID; `zid` in tokens.
        pub id: ZoneId,
        /// Its name in addresses: the subdomain.
        pub name: String,
        /// What it belongs to.
        pub kind: ZoneKind,
    }
}

const INSERT: &str = insert!(ZoneRow and "created_at");

/// Adds a zone.
pub async fn insert(tx: &mut Tx, row: &ZoneRow, now: Time) -> Result<()> {
    tx.execute(INSERT, row.params().and(now)).await.map(drop)
}

const FIND: &str = select!(ZoneRow, "where id = $1 or name = $1");

/// The zone with this name or GUID.
pub async fn find(tx: &mut Tx, name_or_guid: &str) -> Result<Option<ZoneRow>> {
    tx.query_opt(FIND, p![name_or_guid]).await
}

const OF_KIND: &str = select!(ZoneRow, "where kind = $1 order by name");

/// All zones of a kind.
pub async fn of_kind(tx: &mut Tx, kind: ZoneKind) -> Result<Vec<ZoneRow>> {
    tx.query(OF_KIND, p![kind]).await
}

const DELETE: &str = "delete from zone where id = $1";
const DELETE_SECRETS: &str =
    "delete from client_secret where client_id in (select client_id from oauth_client where zone = $1)";
const DELETE_CLIENTS: &str = "delete from oauth_client where zone = $1";
const DELETE_SHADOWS: &str = "delete from shadow_user where zone = $1";
const DELETE_APPS: &str = "delete from zone_app where zone = $1";
const DELETE_ROLES: &str = "delete from role where zone = $1";
const DELETE_COLLECTIONS: &str = "delete from role_collection where zone = $1";
const DELETE_REFERENCES: &str = "delete from role_collection_role where zone = $1";
const DELETE_ASSIGNMENTS: &str = "delete from role_assignment where zone = $1";
const DELETE_SESSIONS: &str = "delete from session where zone = $1";

/// Removes a zone with all that is in it; `false` if there is none.
pub async fn delete(tx: &mut Tx, id: ZoneId) -> Result<bool> {
    tx.revoke();
    let all = [
        DELETE_SECRETS,
        DELETE_CLIENTS,
        DELETE_SHADOWS,
        DELETE_APPS,
        DELETE_ROLES,
        DELETE_COLLECTIONS,
        DELETE_REFERENCES,
        DELETE_ASSIGNMENTS,
        DELETE_SESSIONS,
    ];
    for statement in all {
        tx.execute(statement, p![id]).await?;
    }
    Ok(tx.execute(DELETE, p![id]).await? == 1)
}

const INSERT_APP: &str = "insert into zone_app (zone, app_id, created_at) values ($1, $2, $3) on conflict do nothing";

/// Notes that an application's roles are offered in the zone.
pub async fn insert_app(tx: &mut Tx, zone: ZoneId, app_id: &str, now: Time) -> Result<()> {
    tx.execute(INSERT_APP, p![zone, app_id, now]).await.map(drop)
}

const APPS: &str = "select app_id from zone_app where zone = $1 order by app_id";

/// The applications whose roles are offered in the zone.
pub async fn apps(tx: &mut Tx, zone: ZoneId) -> Result<Vec<String>> {
    tx.query(APPS, p![zone]).await
}

const DELETE_APP: &str = "delete from zone_app where zone = $1 and app_id = $2";

/// Takes the application off the list.
pub async fn delete_app(tx: &mut Tx, zone: ZoneId, app_id: &str) -> Result<()> {
    tx.execute(DELETE_APP, p![zone, app_id]).await.map(drop)
}
