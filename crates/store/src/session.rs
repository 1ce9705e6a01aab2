//! Sessions: what a person's log-in began. All tokens got in a session end with it.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{PersonId, Time};

record! {
    /// A session.
    pub struct SessionRow of "session" {
        /// Its id; `sid` in its tokens.
        pub id: String,
        /// The zone's id; `uaa` for Cloud Foundry.
        pub zone: String,
        /// The client it was begun with.
        pub client_id: String,
        pub person: PersonId,
        /// The scopes asked for, separated by blanks; empty: all.
        pub scope: String,
        /// What it rests on.
        pub rev_sig: String,
        /// Where it was begun from.
        pub address: String,
        /// When begun.
        pub created_at: Time,
        /// When a token was got last.
        pub used_at: Time,
        /// Until when its refresh token can be used.
        pub refresh_until: Time,
        /// When its last token runs out.
        pub expires_at: Time,
    }
}

const PRUNE: &str = "delete from session where expires_at <= $1";
const INSERT: &str = insert!(SessionRow and "refresh_hash");

/// Adds a session, found again by the hash of its refresh token, and forgets those that ran out.
pub async fn insert(tx: &mut Tx, row: &SessionRow, refresh_hash: Option<&str>) -> Result<()> {
    tx.execute(PRUNE, p![row.created_at]).await?;
    tx.execute(INSERT, row.params().and(refresh_hash)).await.map(drop)
}

const GET: &str = select!(SessionRow, "where id = $1");

/// The session with this id.
pub async fn get(tx: &mut Tx, id: &str) -> Result<Option<SessionRow>> {
    tx.query_opt(GET, p![id]).await
}

const BY_REFRESH: &str = select!(SessionRow, "where refresh_hash = $1");

/// The session that the refresh token with this hash continues.
pub async fn by_refresh(tx: &mut Tx, hash: &str) -> Result<Option<SessionRow>> {
    tx.query_opt(BY_REFRESH, p![hash]).await
}

const OF_PERSON: &str =
    select!(SessionRow, "where person = $1 and expires_at > $2 order by created_at desc, id limit $3");

/// A person's sessions that have not run out, the newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId, now: Time, limit: i64) -> Result<Vec<SessionRow>> {
    tx.query(OF_PERSON, p![person, now, limit]).await
}

const USE: &str = "update session set used_at = $2, \
    expires_at = case when expires_at < $3 then $3 else expires_at end where id = $1";

/// Notes that a token was got that runs out then; `false` when the session was ended meanwhile.
pub async fn note_use(tx: &mut Tx, id: &str, now: Time, expires_at: Time) -> Result<bool> {
    Ok(tx.execute(USE, p![id, now, expires_at]).await? == 1)
}

const PROLONG: &str = "update session set used_at = $2, refresh_until = $3, expires_at = $3 where id = $1";

/// Notes that a session was used, and until when it goes on.
pub async fn prolong(tx: &mut Tx, id: &str, now: Time, until: Time) -> Result<()> {
    tx.execute(PROLONG, p![id, now, until]).await.map(drop)
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
pub async fn end_all(tx: &mut Tx, person: PersonId, zone: Option<&str>) -> Result<u64> {
    tx.revoke();
    match zone {
        Some(zone) => tx.execute(END_IN_ZONE, p![person, zone]).await,
        None => tx.execute(END_ALL, p![person]).await,
    }
}
