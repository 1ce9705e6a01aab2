//! Sessions: what a person's log-in began. All tokens got in a session end with it.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};
use uuid::Uuid;

record! {
    /// A session.
    pub struct SessionRow {
        /// Its id; `sid` in its tokens.
        pub id: String,
        /// The zone's id; `uaa` for Cloud Foundry.
        pub zone: String,
        /// The client it was begun with.
        pub client_id: String,
        /// The person.
        pub person: Uuid,
        /// The scopes asked for, separated by blanks; empty: all.
        pub scope: String,
        /// What it rests on.
        pub rev_sig: String,
        /// Where it was begun from.
        pub address: String,
        /// When begun, in microseconds.
        pub created_at: i64,
        /// When a token was got last, in microseconds.
        pub used_at: i64,
        /// Until when its refresh token can be used, in microseconds.
        pub refresh_until: i64,
        /// When its last token runs out, in microseconds.
        pub expires_at: i64,
    }
}

const PRUNE: &str = "delete from session where expires_at <= $1";
const INSERT: &str = "insert into session (id, refresh_hash, zone, client_id, person, scope, rev_sig, address, \
    created_at, used_at, refresh_until, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Adds a session, found again by the hash of its refresh token, and forgets those that ran out.
pub async fn insert(tx: &mut Tx, row: &SessionRow, refresh_hash: Option<&str>) -> Result<()> {
    tx.execute(PRUNE, p![row.created_at]).await?;
    let SessionRow { id, zone, client_id, person, scope, rev_sig, address, .. } = row;
    let values = p![
        id,
        refresh_hash,
        zone,
        client_id,
        *person,
        scope,
        rev_sig,
        address,
        row.created_at,
        row.used_at,
        row.refresh_until,
        row.expires_at,
    ];
    tx.execute(INSERT, values).await.map(drop)
}

const GET: &str = "select id, zone, client_id, person, scope, rev_sig, address, created_at, used_at, refresh_until, \
    expires_at from session where id = $1";

/// The session with this id.
pub async fn get(tx: &mut Tx, id: &str) -> Result<Option<SessionRow>> {
    tx.query_opt(GET, p![id]).await
}

const BY_REFRESH: &str = "select id, zone, client_id, person, scope, rev_sig, address, created_at, used_at, \
    refresh_until, expires_at from session where refresh_hash = $1";

/// The session that the refresh token with this hash continues.
pub async fn by_refresh(tx: &mut Tx, hash: &str) -> Result<Option<SessionRow>> {
    tx.query_opt(BY_REFRESH, p![hash]).await
}

const OF_PERSON: &str = "select id, zone, client_id, person, scope, rev_sig, address, created_at, used_at, \
    refresh_until, expires_at from session where person = $1 and expires_at > $2 order by created_at desc, id \
    limit $3";

/// A person's sessions that have not run out, the newest first.
pub async fn of_person(tx: &mut Tx, person: Uuid, now: i64, limit: i64) -> Result<Vec<SessionRow>> {
    tx.query(OF_PERSON, p![person, now, limit]).await
}

const USE: &str = "update session set used_at = $2, \
    expires_at = case when expires_at < $3 then $3 else expires_at end where id = $1";

/// Notes that a token was got that runs out then; `false` when the session was ended meanwhile.
pub async fn note_use(tx: &mut Tx, id: &str, now: i64, expires_at: i64) -> Result<bool> {
    Ok(tx.execute(USE, p![id, now, expires_at]).await? == 1)
}

const END: &str = "delete from session where id = $1";

/// Ends a session; `false` if there is none.
pub async fn end(tx: &mut Tx, id: &str) -> Result<bool> {
    tx.revoke();
    Ok(tx.execute(END, p![id]).await? == 1)
}

const END_ALL: &str = "delete from session where person = $1";
const END_IN_ZONE: &str = "delete from session where person = $1 and zone = $2";

/// Ends all sessions of a person, everywhere or in one zone; tells how many.
pub async fn end_all(tx: &mut Tx, person: Uuid, zone: Option<&str>) -> Result<u64> {
    tx.revoke();
    match zone {
        Some(zone) => tx.execute(END_IN_ZONE, p![person, zone]).await,
        None => tx.execute(END_ALL, p![person]).await,
    }
}
