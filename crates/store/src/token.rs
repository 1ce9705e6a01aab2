//! Signing keys, opaque tokens, revoked tokens and passcodes. What refresh tokens stand for is in [`crate::session`].

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{PersonId, Time};

record! {
    /// A key that tokens are or were signed with.
    pub struct KeyRow of "signing_key" {
        /// Its id.
        pub kid: String,
        /// The private key, sealed.
        pub sealed: String,
        pub created_at: Time,
        /// Until when it is published; none: it is the one that signs.
        pub keep_until: Option<Time>,
    }
}

const INSERT_KEY: &str = insert!(KeyRow);

/// Adds a key.
pub async fn insert_key(tx: &mut Tx, row: &KeyRow) -> Result<()> {
    tx.execute(INSERT_KEY, row.params()).await.map(drop)
}

const KEYS: &str = select!(KeyRow, "where keep_until is null or keep_until > $1 order by created_at desc, kid");

/// The keys that are published at a time, the newest first.
pub async fn keys(tx: &mut Tx, now: Time) -> Result<Vec<KeyRow>> {
    tx.query(KEYS, p![now]).await
}

const RETIRE_KEYS: &str = "update signing_key set keep_until = $1 where keep_until is null";

/// Ends the signing of all keys; they stay published until then.
pub async fn retire_keys(tx: &mut Tx, keep_until: Time) -> Result<u64> {
    tx.execute(RETIRE_KEYS, p![keep_until]).await
}

const PRUNE_KEYS: &str = "delete from signing_key where keep_until is not null and keep_until <= $1";

/// Deletes the keys that need not be published any more.
pub async fn prune_keys(tx: &mut Tx, now: Time) -> Result<u64> {
    tx.execute(PRUNE_KEYS, p![now]).await
}

const REVOKE: &str = "insert into revoked_token (jti, expires_at) values ($1, $2) on conflict do nothing";

/// Revokes a token until it runs out by itself.
pub async fn revoke(tx: &mut Tx, jti: &str, expires_at: Time) -> Result<()> {
    tx.revoke();
    tx.execute(REVOKE, p![jti, expires_at]).await.map(drop)
}

const IS_REVOKED: &str = "select jti from revoked_token where jti = $1";

/// Whether the token was revoked.
pub async fn is_revoked(tx: &mut Tx, jti: &str) -> Result<bool> {
    Ok(tx.query_opt::<String>(IS_REVOKED, p![jti]).await?.is_some())
}

const PRUNE_REVOKED: &str = "delete from revoked_token where expires_at <= $1";

/// Forgets revoked tokens that ran out.
pub async fn prune_revoked(tx: &mut Tx, now: Time) -> Result<u64> {
    tx.execute(PRUNE_REVOKED, p![now]).await
}

const INSERT_OPAQUE: &str = "insert into opaque_token (hash, claims, expires_at) values ($1, $2, $3)";

/// Keeps what an opaque token stands for.
pub async fn insert_opaque(tx: &mut Tx, hash: &str, claims: &str, expires_at: Time) -> Result<()> {
    tx.execute(INSERT_OPAQUE, p![hash, claims, expires_at]).await.map(drop)
}

const FIND_OPAQUE: &str = "select claims from opaque_token where hash = $1 and expires_at > $2";

/// What the opaque token with this hash stands for, unless it ran out.
pub async fn find_opaque(tx: &mut Tx, hash: &str, now: Time) -> Result<Option<String>> {
    tx.query_opt(FIND_OPAQUE, p![hash, now]).await
}

const PRUNE_OPAQUE: &str = "delete from opaque_token where expires_at <= $1";

/// Forgets opaque tokens that ran out.
pub async fn prune_opaque(tx: &mut Tx, now: Time) -> Result<u64> {
    tx.execute(PRUNE_OPAQUE, p![now]).await
}

record! {
    /// What a passcode stands for.
    pub struct PasscodeRow of "passcode" {
        /// Who drew it.
        pub person: PersonId,
        /// What it rests on.
        pub rev_sig: String,
        /// Until when it can be used.
        pub expires_at: Time,
    }
}

const INSERT_PASSCODE: &str = insert!(PasscodeRow and "hash");
const PRUNE_PASSCODES: &str = "delete from passcode where expires_at <= $1";

/// Adds a passcode, and forgets those that ran out.
pub async fn insert_passcode(tx: &mut Tx, hash: &str, row: &PasscodeRow, now: Time) -> Result<()> {
    tx.execute(PRUNE_PASSCODES, p![now]).await?;
    tx.execute(INSERT_PASSCODE, row.params().and(hash)).await.map(drop)
}

const FIND_PASSCODE: &str = select!(PasscodeRow, "where hash = $1 and expires_at > $2");
const TAKE_PASSCODE: &str = "delete from passcode where hash = $1";

/// Uses a passcode up: what it stood for, unless it ran out or somebody else used it.
pub async fn take_passcode(tx: &mut Tx, hash: &str, now: Time) -> Result<Option<PasscodeRow>> {
    let row = tx.query_opt(FIND_PASSCODE, p![hash, now]).await?;
    let taken = tx.execute(TAKE_PASSCODE, p![hash]).await? == 1;
    Ok(row.filter(|_| taken))
}
