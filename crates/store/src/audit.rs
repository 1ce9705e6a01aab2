//! The audit trail: rows written in the transaction of their cause, chained by one job afterwards.
//!
//! This module stores and reads them. What a hash covers, and whether the chain holds, is decided elsewhere.

use crate::error::Result;
use crate::row::Record;
use crate::sql::Value;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::Time;

/// Something that happened.
#[derive(Debug, Clone, Copy)]
pub struct NewAudit<'a> {
    pub at: Time,
    /// Who did it.
    pub actor: &'a str,
    /// In which subaccount; empty for the global account.
    pub subaccount: &'a str,
    pub event: &'a str,
    pub object: &'a str,
    /// The particulars, as JSON; never a secret.
    pub detail: &'a str,
}

record! {
    /// A row of the trail.
    pub struct AuditRow of "audit" {
        /// Its number.
        pub id: i64,
        pub at: Time,
        /// Who did it.
        pub actor: String,
        /// In which subaccount; empty for the global account.
        pub subaccount: String,
        pub event: String,
        pub object: String,
        /// The particulars, as JSON.
        pub detail: String,
        /// Its place in the chain, once it has one.
        pub chain_pos: Option<i64>,
        /// Its hash over itself and the one before, once it has one.
        pub hash: Option<String>,
    }
}

const APPEND: &str = insert!(AuditRow);

/// Writes a row, unchained, and gives its number.
pub async fn append(tx: &mut Tx, entry: NewAudit<'_>) -> Result<i64> {
    let id = tx.next_id();
    let NewAudit { at, actor, subaccount, event, object, detail } = entry;
    tx.execute(APPEND, p![id, at, actor, subaccount, event, object, detail, Value::Null, Value::Null]).await?;
    Ok(id)
}

const UNCHAINED: &str = select!(AuditRow, "where chain_pos is null order by id limit $1");

/// Rows that still want their place in the chain, the oldest numbers first.
pub async fn unchained(tx: &mut Tx, limit: i64) -> Result<Vec<AuditRow>> {
    tx.query(UNCHAINED, p![limit]).await
}

const LAST: &str = "select chain_pos, hash from audit where chain_pos is not null order by chain_pos desc limit 1";

/// The end of the chain: its place and its hash. Of a trail that was pruned to the end it is the anchor.
pub async fn last_link(tx: &mut Tx) -> Result<Option<(i64, String)>> {
    match tx.query_opt(LAST, p![]).await? {
        Some(last) => Ok(Some(last)),
        None => Ok(anchor(tx).await?.map(|anchor| (anchor.chain_pos, anchor.hash))),
    }
}

const CHAIN: &str = "update audit set chain_pos = $2, hash = $3 where id = $1 and chain_pos is null";

/// Gives a row its place; `false` if it has one already.
pub async fn chain(tx: &mut Tx, id: i64, chain_pos: i64, hash: &str) -> Result<bool> {
    Ok(tx.execute(CHAIN, p![id, chain_pos, hash]).await? == 1)
}

const CHAINED: &str = select!(AuditRow, "where chain_pos > $1 order by chain_pos limit $2");

/// The chain in its order, after a place, for verifying.
pub async fn chained(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<AuditRow>> {
    tx.query(CHAINED, p![after, limit]).await
}

const PAGE: &str = select!(AuditRow, "where id < $1 order by id desc limit $2");
const PAGE_OF_SUBACCOUNT: &str = select!(AuditRow, "where subaccount = $3 and id < $1 order by id desc limit $2");

/// The newest rows, or those older than the row `before`; of one subaccount or of all.
pub async fn page(tx: &mut Tx, subaccount: Option<&str>, before: Option<i64>, limit: i64) -> Result<Vec<AuditRow>> {
    let before = before.unwrap_or(i64::MAX);
    match subaccount {
        Some(subaccount) => tx.query(PAGE_OF_SUBACCOUNT, p![before, limit, subaccount]).await,
        None => tx.query(PAGE, p![before, limit]).await,
    }
}

const EXPORT: &str = select!(AuditRow, "where chain_pos is not null and at >= $1 and at < $2 order by chain_pos");

/// The chained rows of a time, in the order of the chain, row by row.
pub async fn export(
    tx: &mut Tx,
    since: Time,
    until: Time,
    on_row: impl FnMut(AuditRow) -> Result<()> + Send,
) -> Result<()> {
    tx.each(EXPORT, p![since, until], on_row).await
}

record! {
    /// Where the trail begins once its oldest rows were pruned.
    pub struct AnchorRow of "audit_anchor" {
        /// The place of the last row that was pruned.
        pub chain_pos: i64,
        pub hash: String,
        pub pruned_at: Time,
        /// Proof that this server wrote it.
        pub seal: String,
    }
}

const ANCHOR: &str = select!(AnchorRow, "order by chain_pos desc limit 1");

/// Where the trail begins, if anything was pruned.
pub async fn anchor(tx: &mut Tx) -> Result<Option<AnchorRow>> {
    tx.query_opt(ANCHOR, p![]).await
}

const FIRST_KEPT: &str = "select min(chain_pos) as first from audit where chain_pos is not null and at >= $1";

/// The first place of the chain whose row is not older than this; none when all are.
pub async fn first_since(tx: &mut Tx, since: Time) -> Result<Option<i64>> {
    tx.query_one(FIRST_KEPT, p![since]).await
}

const OLDEST: &str = "select at from audit where chain_pos is not null order by chain_pos limit 1";

/// When the first row of the chain was written.
pub async fn oldest(tx: &mut Tx) -> Result<Option<Time>> {
    tx.query_opt(OLDEST, p![]).await
}

const LAST_OF: &str = "select chain_pos, hash from audit where chain_pos is not null and chain_pos < $1 \
    order by chain_pos limit $2";

/// The next rows of the chain that are to be pruned: places and hashes of up to `limit` before a place.
pub async fn prunable(tx: &mut Tx, before: i64, limit: i64) -> Result<Vec<(i64, String)>> {
    tx.query(LAST_OF, p![before, limit]).await
}

const PRUNE: &str = "delete from audit where chain_pos is not null and chain_pos <= $1";
const DELETE_ANCHOR: &str = "delete from audit_anchor";
const INSERT_ANCHOR: &str = insert!(AnchorRow);

/// Removes the chain up to and with the anchor's row, and keeps the anchor instead; tells how many rows went.
pub async fn prune(tx: &mut Tx, anchor: &AnchorRow) -> Result<u64> {
    let gone = tx.execute(PRUNE, p![anchor.chain_pos]).await?;
    tx.execute(DELETE_ANCHOR, p![]).await?;
    tx.execute(INSERT_ANCHOR, anchor.params()).await?;
    Ok(gone)
}
