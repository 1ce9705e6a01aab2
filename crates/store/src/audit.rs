//! The audit trail: rows written in the transaction of their cause, chained by one job afterwards.
//!
//! This module stores and reads them. What a hash covers, and whether the chain holds, is decided elsewhere.

use crate::error::Result;
use crate::tx::Tx;
use crate::{p, record};

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub struct NewAudit<'a> {
    /// When, in microseconds.
    pub at: i64,
    /// Who did it.
    pub actor: &'a str,
    /// In which subaccount; empty for the global account.
    pub subaccount: &'a str,
    /// What was done.
    pub event: &'a str,
    /// To what.
    pub object: &'a str,
    /// The particulars, as JSON; never a secret.
    pub detail: &'a str,
}

record! {
    /// A row of the trail.
    pub struct AuditRow {
        /// Its number.
        pub id: i64,
        /// When, in microseconds.
        pub at: i64,
        /// Who did it.
        pub actor: String,
        /// In which subaccount; empty for the global account.
        pub subaccount: String,
        /// What was done.
        pub event: String,
        /// To what.
        pub object: String,
        /// The particulars, as JSON.
        pub detail: String,
        /// Its place in the chain, once it has one.
        pub chain_pos: Option<i64>,
        /// Its hash over itself and the one before, once it has one.
        pub hash: Option<String>,
    }
}

const APPEND: &str = "insert into audit (id, at, actor, subaccount, event, object, detail) \
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Writes a row, unchained, and gives its number.
pub async fn append(tx: &mut Tx, entry: NewAudit<'_>) -> Result<i64> {
    let id = tx.next_id();
    let NewAudit { at, actor, subaccount, event, object, detail } = entry;
    tx.execute(APPEND, p![id, at, actor, subaccount, event, object, detail]).await?;
    Ok(id)
}

const UNCHAINED: &str = "select id, at, actor, subaccount, event, object, detail, chain_pos, hash from audit \
    where chain_pos is null order by id limit $1";

/// Rows that still want their place in the chain, the oldest numbers first.
pub async fn unchained(tx: &mut Tx, limit: i64) -> Result<Vec<AuditRow>> {
    tx.query(UNCHAINED, p![limit]).await
}

const LAST: &str = "select chain_pos, hash from audit where chain_pos is not null order by chain_pos desc limit 1";

/// The end of the chain: its place and its hash.
pub async fn last_link(tx: &mut Tx) -> Result<Option<(i64, String)>> {
    tx.query_opt(LAST, p![]).await
}

const CHAIN: &str = "update audit set chain_pos = $2, hash = $3 where id = $1 and chain_pos is null";

/// Gives a row its place; `false` if it has one already.
pub async fn chain(tx: &mut Tx, id: i64, chain_pos: i64, hash: &str) -> Result<bool> {
    Ok(tx.execute(CHAIN, p![id, chain_pos, hash]).await? == 1)
}

const CHAINED: &str = "select id, at, actor, subaccount, event, object, detail, chain_pos, hash from audit \
    where chain_pos > $1 order by chain_pos limit $2";

/// The chain in its order, after a place, for verifying.
pub async fn chained(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<AuditRow>> {
    tx.query(CHAINED, p![after, limit]).await
}

const PAGE: &str = "select id, at, actor, subaccount, event, object, detail, chain_pos, hash from audit \
    where id < $1 order by id desc limit $2";
const PAGE_OF_SUBACCOUNT: &str = "select id, at, actor, subaccount, event, object, detail, chain_pos, hash \
    from audit where subaccount = $3 and id < $1 order by id desc limit $2";

/// The newest rows, or those older than the row `before`; of one subaccount or of all.
pub async fn page(tx: &mut Tx, subaccount: Option<&str>, before: Option<i64>, limit: i64) -> Result<Vec<AuditRow>> {
    let before = before.unwrap_or(i64::MAX);
    match subaccount {
        Some(subaccount) => tx.query(PAGE_OF_SUBACCOUNT, p![before, limit, subaccount]).await,
        None => tx.query(PAGE, p![before, limit]).await,
    }
}
