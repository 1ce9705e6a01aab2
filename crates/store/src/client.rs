//! OAuth clients and their secrets. A secret is here only as a hash; for reading again it is sealed elsewhere.

use crate::error::Result;
use crate::row::Record;
use crate::sql::Value;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{InstanceId, Time, ZoneId};
use std::time::Duration;

record! {
    /// A client.
    pub struct ClientRow of "oauth_client" {
        /// Its id, unique over all zones.
        pub client_id: String,
        /// The zone whose tokens it gets.
        pub zone: ZoneId,
        /// The application it is, with the plan index.
        pub app_id: String,
        /// Full scope names.
        pub authorities: Vec<String>,
        /// Grant types it may use.
        pub grant_types: Vec<String>,
        /// How long its tokens live.
        pub validity: Duration,
        /// The service instance it belongs to.
        pub instance: Option<InstanceId>,
        /// Where a browser may be sent back to with a code.
        pub redirect_uris: Vec<String>,
    }
}

const INSERT: &str = insert!(ClientRow and "created_at");

/// Adds a client.
pub async fn insert(tx: &mut Tx, row: &ClientRow, now: Time) -> Result<()> {
    tx.execute(INSERT, row.params().and(now)).await.map(drop)
}

const FIND: &str = select!(ClientRow, "where client_id = $1");

/// The client with this id.
pub async fn find(tx: &mut Tx, client_id: &str) -> Result<Option<ClientRow>> {
    tx.query_opt(FIND, p![client_id]).await
}

const HASHES: &str = "select hash from client_secret where client_id = $1";

/// The hashes of all secrets of a client.
pub async fn hashes(tx: &mut Tx, client_id: &str) -> Result<Vec<String>> {
    tx.query(HASHES, p![client_id]).await
}

const VALID_HASHES: &str = "select s.hash from client_secret s join oauth_client c on c.client_id = s.client_id \
    where c.client_id = $1 and c.zone = $2";

/// The hashes of all secrets of a client of this zone; none when the client is gone.
pub async fn valid_hashes(tx: &mut Tx, client_id: &str, zone: ZoneId) -> Result<Vec<String>> {
    tx.query(VALID_HASHES, p![client_id, zone]).await
}

const PUT_SECRET: &str = "insert into client_secret (client_id, holder, hash) values ($1, $2, $3) \
    on conflict (client_id, holder) do update set hash = excluded.hash";

/// Sets the secret that `holder` (a key of the instance, or nobody in particular) has.
pub async fn put_secret(tx: &mut Tx, client_id: &str, holder: &str, hash: &str) -> Result<()> {
    tx.revoke();
    tx.execute(PUT_SECRET, p![client_id, holder, hash]).await.map(drop)
}

const DELETE_SECRET: &str = "delete from client_secret where client_id = $1 and holder = $2";

/// Takes that secret away.
pub async fn delete_secret(tx: &mut Tx, client_id: &str, holder: &str) -> Result<()> {
    tx.revoke();
    tx.execute(DELETE_SECRET, p![client_id, holder]).await.map(drop)
}

const SET_AUTHORITIES: &str = "update oauth_client set authorities = $2 where client_id = $1";

/// Changes what its tokens say from now on; `false` if there is no such client.
pub async fn set_authorities(tx: &mut Tx, client_id: &str, authorities: &[String]) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(SET_AUTHORITIES, p![client_id, Value::json(authorities)]).await? == 1)
}

const SET_TERMS: &str = "update oauth_client set grant_types = $2, validity = $3 where client_id = $1";

/// Changes its grants and how long its tokens live from now on; `false` if there is no such client.
pub async fn set_terms(tx: &mut Tx, client_id: &str, grants: &[String], validity: Duration) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(SET_TERMS, p![client_id, Value::json(grants), &validity]).await? == 1)
}

const SET_REDIRECTS: &str = "update oauth_client set redirect_uris = $2 where client_id = $1";

/// Changes where browsers may be sent back to; `false` if there is no such client.
pub async fn set_redirects(tx: &mut Tx, client_id: &str, uris: &[String]) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(SET_REDIRECTS, p![client_id, Value::json(uris)]).await? == 1)
}

const DELETE: &str = "delete from oauth_client where client_id = $1";
const DELETE_SECRETS: &str = "delete from client_secret where client_id = $1";

/// Removes a client and its secrets; `false` if there is none.
pub async fn delete(tx: &mut Tx, client_id: &str) -> Result<bool> {
    tx.revoke();
    tx.execute(DELETE_SECRETS, p![client_id]).await?;
    Ok(tx.execute(DELETE, p![client_id]).await? == 1)
}

const LONGEST: &str = "select max(validity) as longest from oauth_client";

/// The longest life of any client's tokens.
pub async fn longest_validity(tx: &mut Tx) -> Result<Option<Duration>> {
    tx.query_one(LONGEST, p![]).await
}
